#include "tools/inzicht/table.h"

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <numeric>

#include "ledger/base/assert.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t unbroken_max = 18;  // longer words may be broken

// The next character of a UTF-8 text: its bytes and how many columns it takes.
struct Glyph {
  std::string_view bytes;
  std::size_t width;
  bool is_control = false;
};
// What moves the cursor, or turns the direction of what follows: with those a text would show in another
// order than was signed.
bool is_control(std::uint32_t cp) {
  return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x061C || cp == 0x200E || cp == 0x200F ||
         (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}
Glyph next_glyph(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = std::min<std::size_t>(text.size(), lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
  std::uint32_t cp = lead < 0x80 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) cp = (cp << 6) | (static_cast<unsigned char>(text[i]) & 0x3F);
  // Control characters from case text must not reach a terminal.
  if (is_control(cp)) return {text.substr(0, length), 0, true};
  const bool combining = (cp >= 0x300 && cp <= 0x36F) || cp == 0x200B || cp == 0x200D || (cp >= 0xFE00 && cp <= 0xFE0F);
  const bool wide = (cp >= 0x1100 && cp <= 0x115F) || (cp >= 0x2E80 && cp <= 0xA4CF) || (cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0xFF00 && cp <= 0xFF60) || cp >= 0x1F300;
  return {text.substr(0, length), combining ? 0u : wide ? 2u : 1u};
}

std::string without_controls(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto g = next_glyph(text);
    const auto c = static_cast<unsigned char>(g.bytes[0]);
    if (c == '\n' || c == '\t') {
      out += ' ';
    } else if (!g.is_control) {
      out += g.bytes;
    }
    text.remove_prefix(g.bytes.size());
  }
  return out;
}

// What stays together on a line: a word, or a piece of one up to its slash, or to a hyphen between small
// letters. Ids, dates and names of rules stay whole.
struct Piece {
  std::string text;
  std::size_t width = 0;
  bool after_space = false;
};
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> out;
  const auto is_small = [](std::string_view glyph) {
    return !glyph.empty() && glyph[0] >= 'a' && glyph[0] <= 'z';
  };
  bool fresh = true, space = false;
  std::string_view before;
  while (!text.empty()) {
    const auto g = next_glyph(text);
    text.remove_prefix(g.bytes.size());
    if (g.bytes == " ") {
      fresh = space = true;
      continue;
    }
    if (fresh) out.push_back({{}, 0, space});
    out.back().text += g.bytes;
    out.back().width += g.width;
    fresh = g.bytes == "/" || (g.bytes == "-" && is_small(before) && is_small(text));
    space = false;
    before = g.bytes;
  }
  return out;
}

// A piece that is wider than a line, in as many as it takes.
std::vector<Piece> broken(const Piece& piece, std::size_t width) {
  std::vector<Piece> out{{{}, 0, piece.after_space}};
  std::string_view rest = piece.text;
  while (!rest.empty()) {
    const auto g = next_glyph(rest);
    rest.remove_prefix(g.bytes.size());
    if (out.back().width + g.width > width) out.push_back({});
    out.back().text += g.bytes;
    out.back().width += g.width;
  }
  return out;
}

// Lines of at most `width` columns; a word is broken only where no line could hold it.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{""};
  std::size_t used = 0;
  const auto put = [&](const Piece& piece) {
    const std::size_t space = piece.after_space && used > 0 ? 1 : 0;
    if (used > 0 && used + space + piece.width > width) {
      lines.emplace_back();
      used = 0;
    } else if (space > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += piece.text;
    used += piece.width;
  };
  for (const auto& piece : pieces_of(text)) {
    if (piece.width <= width) put(piece);
    else std::ranges::for_each(broken(piece, width), put);
  }
  return lines;
}

std::size_t widest_piece(std::string_view text) {
  std::size_t out = 0;
  for (const auto& piece : pieces_of(text)) out = std::max(out, piece.width);
  return out;
}

std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string out;
  std::size_t used = 0;
  while (!text.empty()) {
    const auto g = next_glyph(text);
    if (used + g.width + 1 > width) break;
    out += g.bytes;
    used += g.width;
    text.remove_prefix(g.bytes.size());
  }
  return out + "…";
}

std::string pad(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = display_width(text);
  const std::string space(width > used ? width - used : 0, ' ');
  return right ? space + text : text + space;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const auto g = next_glyph(text);
    width += g.width;
    text.remove_prefix(g.bytes.size());
  }
  return width;
}

void Table::add(std::vector<std::string> cells) {
  INZICHT_ASSERT(cells.size() == columns_.size());
  for (auto& cell : cells) cell = without_controls(cell);
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::fit(std::size_t width) const {
  std::vector<std::size_t> wish(columns_.size()), least(columns_.size());
  const auto measure = [&](std::size_t i, const std::string& text) {
    wish[i] = std::max(wish[i], display_width(text));
    least[i] = std::max(least[i], std::min(widest_piece(text), unbroken_max));
  };
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    least[i] = columns_[i].least;
    measure(i, columns_[i].title);
    for (const auto& row : rows_) measure(i, row[i]);
  }
  const std::size_t gaps = 2 * (columns_.size() - 1);
  const auto total = [&] { return std::accumulate(wish.begin(), wish.end(), gaps); };
  // Take from the widest column until it fits or nothing can give without breaking words.
  while (total() > width) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < wish.size(); ++i)
      if (columns_[i].wraps && wish[i] > least[i] && (widest == columns_.size() || wish[i] > wish[widest])) widest = i;
    if (widest == columns_.size()) break;
    --wish[widest];
  }
  return total() <= width ? wish : std::vector<std::size_t>{};
}

std::string Table::blocks(std::size_t width) const {
  std::string out;
  const auto put = [&](const std::string& text) {
    // What goes on below stands two columns in.
    const auto lines = wrap(text, width - 2);
    for (std::size_t n = 0; n < lines.size(); ++n) out += (n == 0 ? "" : "  ") + lines[n] + "\n";
  };
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!row[i].empty()) put(columns_[i].title + ": " + row[i]);
    out += "\n";
  }
  return out;
}

std::string Table::render(std::size_t width, bool colour) const {
  const auto widths = fit(width);
  if (widths.empty()) return blocks(width);
  std::string out;
  const auto line = [&](const std::vector<std::vector<std::string>>& cells, std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& piece = n < cells[i].size() ? cells[i][n] : std::string();
      text += (i == 0 ? "" : "  ") + pad(piece, widths[i], columns_[i].right);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  };
  const auto add_row = [&](const std::vector<std::string>& row) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(columns_[i].wraps ? wrap(row[i], widths[i]) : std::vector<std::string>{cut(row[i], widths[i])});
      height = std::max(height, cells.back().size());
    }
    for (std::size_t n = 0; n < height; ++n) out += line(cells, n) + "\n";
  };
  std::vector<std::string> titles;
  for (const auto& column : columns_) titles.push_back(column.title);
  if (colour) out += "\033[1m";
  add_row(titles);
  if (colour) out += "\033[0m";
  for (std::size_t i = 0; i < widths.size(); ++i) {
    out += i == 0 ? "" : "  ";
    for (std::size_t n = 0; n < widths[i]; ++n) out += "─";
  }
  out += "\n";
  for (const auto& row : rows_) add_row(row);
  return out;
}

Progress::Progress(const Context& context, std::string label)
    : context_(context), label_(std::move(label)), start_(std::chrono::steady_clock::now()), last_(start_) {}

void Progress::at(std::uint64_t done, std::uint64_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!context_.err_is_terminal() || now - start_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  shown_ = true;
  if (total == 0) {
    fmt::print(stderr, "\r{} {}\033[K", label_, done);
    return;
  }
  const auto filled = static_cast<std::size_t>(30 * std::min(done, total) / total);
  fmt::print(stderr, "\r{} [{}{}] {}/{}\033[K", label_, std::string(filled, '#'), std::string(30 - filled, '.'), done, total);
}

Progress::~Progress() {
  if (shown_) fmt::print(stderr, "\r\033[K");
}

}  // namespace inzicht::cli
