// Tables that fit the window, and progress on long work.
#pragma once
#include <chrono>
#include <string>
#include <vector>

#include "tools/inzicht/context.h"

namespace inzicht::cli {

// Number of columns a UTF-8 text takes on a terminal (combining marks none, wide signs two).
std::size_t display_width(std::string_view text);

struct TableColumn {
  std::string title;
  std::size_t least = 4;   // never narrower
  bool wraps = true;       // long texts go on below; otherwise cut with …
  bool right = false;      // numbers
};
class Table {
 public:
  explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells);  // Requires: as many as columns
  std::size_t rows() const { return rows_.size(); }
  // Fits `width`: the widest columns give way first, and no word is broken that a line can hold; where that
  // does not fit, rows become blocks, wrapped as well. Requires: a width of ten or more.
  std::string render(std::size_t width, bool colour) const;

 private:
  std::vector<std::size_t> fit(std::size_t width) const;
  std::string blocks(std::size_t width) const;
  std::vector<TableColumn> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// A bar on stderr for anything longer than a second; silent off a terminal.
class Progress {
 public:
  Progress(const Context& context, std::string label);
  ~Progress();
  void at(std::uint64_t done, std::uint64_t total);

 private:
  const Context& context_;
  std::string label_;
  std::chrono::steady_clock::time_point start_, last_;
  bool shown_ = false;
};

}  // namespace inzicht::cli
