#include "tools/pictures/table_paper.h"

#include <algorithm>
#include <numeric>

#include "tools/pictures/printable.h"

namespace inzicht {
namespace {

// More columns than this ask for smaller letters.
constexpr std::size_t roomy_columns = 10;
constexpr double margin = 34, bottom_room = 34, gap = 8, row_room = 5;
constexpr Lettering title_type{16, true}, head_type{8.5, true}, cell_type{8.5}, small_head_type{7.3, true}, small_cell_type{7.3}, note_type{9},
    foot_type{8, false, 0.3};

// Of the longest word, which a column should hold whole; of the longest text; and of its texts on average.
struct Wish {
  double least = 24, best = 24, usual = 0;
};

double widest_word(const Paper& paper, std::string_view text, const Lettering& type) {
  double out = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \n"), text.size());
    out = std::max(out, paper.lay(text.substr(0, end), type, 2000).width());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

const Lettering& heads(const TablePaper& table) { return table.columns.size() > roomy_columns ? small_head_type : head_type; }
const Lettering& cells_of(const TablePaper& table) { return table.columns.size() > roomy_columns ? small_cell_type : cell_type; }

std::vector<Wish> wishes_of(const Paper& paper, const TablePaper& table) {
  std::vector<Wish> out(table.columns.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto take = [&](const std::string& text, const Lettering& type) {
      const double whole = paper.lay(text, type, 2000).width() + 1;
      out[i].least = std::max(out[i].least, std::min(widest_word(paper, text, type) + 1, 90.0));
      out[i].best = std::max(out[i].best, whole);
      out[i].usual += whole / static_cast<double>(table.rows.size() + 1);
    };
    take(table.columns[i], heads(table));
    for (const auto& row : table.rows) take(row[i], cells_of(table));
    out[i].best = std::max(out[i].best, out[i].least);
  }
  return out;
}

// What the longest words leave goes to where most words stand, until a column holds its longest text on one line.
std::vector<double> widths_of(const Paper& paper, const TablePaper& table, double room) {
  const auto wishes = wishes_of(paper, table);
  room -= gap * static_cast<double>(wishes.size() - 1);
  // Where even the longest words are too many, the widest give way: a date is not broken for a long word.
  const auto all_within = [&](double most) {
    return std::accumulate(wishes.begin(), wishes.end(), 0.0, [&](double all, const Wish& w) { return all + std::min(w.least, most); });
  };
  double most = room;
  while (most > 12 && all_within(most) > room) most -= 0.5;
  std::vector<double> out;
  for (const Wish& w : wishes) out.push_back(std::min(w.least, most));
  double spare = room - all_within(most);
  for (int round = 0; round < 8 && spare > 1; ++round) {
    double asked = 0;
    for (std::size_t i = 0; i < out.size(); ++i) asked += out[i] < wishes[i].best ? wishes[i].usual : 0;
    if (asked <= 0) break;
    double given = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double more = out[i] < wishes[i].best ? std::min(spare * wishes[i].usual / asked, wishes[i].best - out[i]) : 0;
      out[i] += more;
      given += more;
    }
    spare -= given;
  }
  return out;
}

class Printer {
 public:
  Printer(Paper& paper, const TablePaper& table) : paper_(paper), table_(table), widths_(widths_of(paper, table, paper.width() - 2 * margin)) {}

  void print() {
    const auto title = paper_.lay(table_.title, title_type, paper_.width() - 2 * margin);
    paper_.put(title, margin, margin - 6);
    y_ = margin + title.height() + 6;
    head();
    for (const auto& row : table_.rows) put_row(row);
    put_notes();
  }

 private:
  double last() const { return paper_.height() - margin - bottom_room; }
  std::vector<Laid> laid(const std::vector<std::string>& cells, const Lettering& type) const {
    std::vector<Laid> out;
    for (std::size_t i = 0; i < cells.size(); ++i) out.push_back(paper_.lay(cells[i], type, widths_[i]));
    return out;
  }
  static std::size_t lines_of(const std::vector<Laid>& cells) {
    std::size_t out = 1;
    for (const Laid& cell : cells) out = std::max(out, cell.lines());
    return out;
  }
  void put_cells(const std::vector<Laid>& cells, std::size_t from, std::size_t until) {
    double x = margin;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (from < cells[i].lines()) paper_.put(cells[i], x, y_, from, until);
      x += widths_[i] + gap;
    }
  }
  void head() {
    const auto cells = laid(table_.columns, heads(table_));
    const auto lines = lines_of(cells);
    const double height = static_cast<double>(lines) * heads(table_).size * 1.28 + row_room;
    paper_.fill(margin - 4, y_ - 2, paper_.width() - 2 * margin + 8, height, 0.9);
    put_cells(cells, 0, lines);
    y_ += height + 3;
  }
  void turn() {
    paper_.new_page();
    y_ = margin;
    head();
  }
  void put_row(const std::vector<std::string>& texts) {
    const auto cells = laid(texts, cells_of(table_));
    const std::size_t lines = lines_of(cells);
    const double step = cells_of(table_).size * 1.28;
    const auto fits = [&] { return static_cast<std::size_t>(std::max(0.0, (last() - y_) / step)); };
    // A row goes to the next page whole, unless no page holds it.
    const double page = last() - margin - 40;
    if (fits() < lines && static_cast<double>(lines) * step <= page) turn();
    for (std::size_t from = 0; from < lines;) {
      if (fits() == 0) turn();
      const std::size_t until = std::min(lines, from + fits());
      put_cells(cells, from, until);
      y_ += static_cast<double>(until - from) * step;
      from = until;
    }
    paper_.line(margin, y_ + row_room / 2, paper_.width() - margin, y_ + row_room / 2, 0.4, 0.7);
    y_ += row_room;
  }
  void put_notes() {
    y_ += 8;
    for (const auto& note : table_.notes) {
      const auto laid = paper_.lay(note, note_type, paper_.width() - 2 * margin);
      for (std::size_t n = 0; n < laid.lines(); ++n) {
        if (y_ + laid.line_height() > last() + bottom_room - 10) {
          paper_.new_page();
          y_ = margin;
        }
        paper_.put(laid, margin, y_, n, n + 1);
        y_ += laid.line_height();
      }
    }
  }

  Paper& paper_;
  const TablePaper& table_;
  std::vector<double> widths_;
  double y_ = 0;
};

}  // namespace

Result<std::string> table_pdf(const TablePaper& table, const Wording& wording) {
  Paper paper(a4_lying, {table.title, table.printed});
  Printer(paper, table).print();
  return paper.finish([&](Paper& p, std::size_t page, std::size_t of) {
    const auto foot =
        p.lay(joined({table.title, wording.textf("page.printed", spoken(local_date(table.printed), wording.lang)), wording.textf("page.of", page, of)}, " · "),
              foot_type, p.width() - 2 * margin);
    p.put(foot, margin, p.height() - margin - 6);
  });
}

}  // namespace inzicht
