// Pages of real text as one PDF in memory: selectable, in fonts of Debian, the same bytes for the same words.
//
// Shape:   what is put on a page is kept until finish(), because a foot says how many pages there are. Sizes in points.
// Errors:  io when the library could not make the file.
// Threads: one.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ledger/base/error.h"
#include "ledger/base/time.h"

typedef struct _cairo cairo_t;

namespace inzicht {

struct PaperSize {
  double width = 0, height = 0;
};
inline constexpr PaperSize a4_upright{595.28, 841.89}, a4_lying{841.89, 595.28};

struct Lettering {
  double size = 11;
  bool bold = false;
  double grey = 0;  // 0 black, 1 white
};

// Words laid out in lines of a width.
class Laid {
 public:
  std::size_t lines() const { return lines_; }
  double line_height() const { return line_height_; }
  double height() const { return static_cast<double>(lines_) * line_height_; }
  double width() const { return width_; }  // of the widest line

 private:
  friend class Paper;
  std::shared_ptr<void> layout_;
  std::size_t lines_ = 0;
  double line_height_ = 0, width_ = 0, grey_ = 0;
};

struct PaperFacts {
  std::string title;
  Micros made = 0;  // what the file says of when it was made
};

class Paper {
 public:
  Paper(PaperSize size, const PaperFacts& facts);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  double width() const { return size_.width; }
  double height() const { return size_.height; }
  void new_page();
  std::size_t pages() const { return pages_.size(); }

  Laid lay(std::string_view words, const Lettering& type, double width) const;
  // Lines [from, until) of these words, the first with its top there.
  void put(const Laid& laid, double x, double y, std::size_t from = 0, std::size_t until = SIZE_MAX);
  void line(double x1, double y1, double x2, double y2, double thickness = 0.7, double grey = 0.5);
  void fill(double x, double y, double width, double height, double grey);
  void frame(double x, double y, double width, double height, double round = 6, double thickness = 1.2);
  // A box to tick; ticked when it is done.
  void tick_box(double x, double y, double size, bool ticked);

  // The foot is put on every page; then the whole file.
  using Foot = std::function<void(Paper&, std::size_t page, std::size_t of)>;
  Result<std::string> finish(const Foot& foot);

 private:
  using Draw = std::function<void(cairo_t*)>;
  void draw(Draw one) { pages_[at_].push_back(std::move(one)); }

  PaperSize size_;
  std::string bytes_;
  std::vector<std::vector<Draw>> pages_;
  std::size_t at_ = 0;
  struct Surface;
  std::unique_ptr<Surface> surface_;
};

}  // namespace inzicht
