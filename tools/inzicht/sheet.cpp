#include "tools/inzicht/sheet.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "ledger/service/ledger_folder.h"
#include "tools/inzicht/table.h"
#include "tools/inzicht/texts.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t xlsx_text_max = 32'767;  // UTF-16 units of one cell; counted in bytes here, which is never less
constexpr std::size_t xlsx_rows_max = 1'048'575;

std::string text_of(const SheetCell& cell) {
  struct {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const SheetNumber& number) const { return decimal_text(number.value, number.digits, Lang::nl); }
    std::string operator()(const Date& date) const { return to_text(date); }
    std::string operator()(const LocalMoment& moment) const { return local_text(moment.at); }
  } write;
  return std::visit(write, cell);
}

// A score such as -1 (2021-09-07) calls nothing: without letters or operators behind it a minus is only a
// sign.
bool is_negative_number(const std::string& text) {
  return text.size() > 1 && text[0] == '-' &&
         text.find_first_not_of("0123456789.,:()- ", 1) == std::string::npos;
}
bool runs_as_formula(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos &&
         !is_negative_number(text);
}

void csv_cell(const SheetCell& cell, std::string& out) {
  auto text = text_of(cell);
  if (std::holds_alternative<std::string>(cell) && runs_as_formula(text)) text.insert(0, 1, '\'');
  if (text.find_first_of(";\"\r\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

lxw_datetime datetime_of(const Date& date) {
  lxw_datetime out{};
  out.year = date.year;
  out.month = date.month;
  out.day = date.day;
  return out;
}
lxw_datetime datetime_of(const LocalMoment& moment) {
  const auto text = local_text(moment.at);  // "2019-06-11 10:30"
  lxw_datetime out = datetime_of(local_date(moment.at));
  out.hour = std::stoi(text.substr(11, 2));
  out.min = std::stoi(text.substr(14, 2));
  return out;
}

// One workbook being written; closed at the latest when it goes.
class Workbook {
 public:
  explicit Workbook(const std::filesystem::path& file) {
    aside_ = file.has_parent_path() ? file.parent_path().string() : std::string(".");
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = aside_.data();
    book_ = workbook_new_opt(file.c_str(), &options);
    if (book_ == nullptr) return;
    head_ = format([](lxw_format* f) { format_set_bold(f); });
    date_ = format([](lxw_format* f) { format_set_num_format(f, "yyyy-mm-dd"); });
    moment_ = format([](lxw_format* f) { format_set_num_format(f, "yyyy-mm-dd hh:mm"); });
    decimal_ = format([](lxw_format* f) { format_set_num_format(f, "0.0#"); });
    words_ = format([](lxw_format* f) { format_set_text_wrap(f); });
  }
  ~Workbook() {
    if (book_ != nullptr) (void)workbook_close(book_);
  }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  lxw_worksheet* sheet(const std::string& name) { return book_ == nullptr ? nullptr : workbook_add_worksheet(book_, name.c_str()); }
  void head(lxw_worksheet* sheet, lxw_col_t column, const std::string& text) { check(worksheet_write_string(sheet, 0, column, text.c_str(), head_)); }
  void cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) check(worksheet_write_string(sheet, row, column, text->c_str(), words_));
    if (const auto* number = std::get_if<std::int64_t>(&cell)) check(worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr));
    if (const auto* number = std::get_if<SheetNumber>(&cell)) check(worksheet_write_number(sheet, row, column, decimal_value(number->value, number->digits), decimal_));
    if (const auto* date = std::get_if<Date>(&cell)) {
      auto at = datetime_of(*date);
      check(worksheet_write_datetime(sheet, row, column, &at, date_));
    }
    if (const auto* moment = std::get_if<LocalMoment>(&cell)) {
      auto at = datetime_of(*moment);
      check(worksheet_write_datetime(sheet, row, column, &at, moment_));
    }
  }
  Status close() {
    if (book_ != nullptr) check(workbook_close(std::exchange(book_, nullptr)));
    if (error_ == LXW_NO_ERROR) return {};
    return fail(ErrorCode::io, std::string("--xlsx: could not be written: ") + lxw_strerror(error_));
  }

 private:
  template <class Set>
  lxw_format* format(const Set& set) {
    lxw_format* out = workbook_add_format(book_);
    set(out);
    format_set_align(out, LXW_ALIGN_VERTICAL_TOP);
    return out;
  }
  void check(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }
  std::string aside_;
  lxw_workbook* book_ = nullptr;
  lxw_format *head_ = nullptr, *date_ = nullptr, *decimal_ = nullptr, *moment_ = nullptr, *words_ = nullptr;
  lxw_error error_ = LXW_NO_ERROR;
};

Status fits_xlsx(const Sheet& sheet) {
  if (sheet.rows.size() > xlsx_rows_max) return fail(ErrorCode::limit, fmt::format("--xlsx: expected at most {} rows, found {}: use --csv", xlsx_rows_max, sheet.rows.size()));
  for (const auto& row : sheet.rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      if (const auto* text = std::get_if<std::string>(&row[i])) {
        if (text->size() > xlsx_text_max)
          return fail(ErrorCode::limit, fmt::format("--xlsx: column {}: expected at most {} characters in a cell, found more: use --csv", sheet.columns[i], xlsx_text_max));
        // The library ends a text there without a word.
        if (text->find('\0') != std::string::npos) return fail(ErrorCode::limit, fmt::format("--xlsx: column {}: expected a text without a NUL character: use --csv", sheet.columns[i]));
      }
  return {};
}

// Wide enough to read, and no wider than half a screen.
double width_of(const Sheet& sheet, std::size_t column) {
  std::size_t width = display_width(sheet.columns[column]);
  for (const auto& row : sheet.rows) width = std::max(width, display_width(text_of(row[column])));
  return static_cast<double>(std::clamp<std::size_t>(width + 2, 8, 60));
}

// What a spreadsheet takes as the name of a page: at most 31 characters, and none of these.
std::string sheet_name(std::string_view title) {
  constexpr std::size_t characters_max = 31;
  std::string out;
  std::size_t characters = 0;
  for (const char c : title) {
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80 && ++characters > characters_max) break;
    out += std::string_view("[]:*?/\\").find(c) == std::string_view::npos ? c : '-';
  }
  return out;
}

Status fill(const Sheet& sheet, const std::filesystem::path& file) {
  Workbook book(file);
  lxw_worksheet* rows = book.sheet(sheet_name(sheet.title));
  if (rows == nullptr) return fail(ErrorCode::io, "--xlsx: could not be written: " + file.string());
  // In this order: a row that was passed is in the file already.
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(rows, column, column, width_of(sheet, i), nullptr);
    book.head(rows, column, sheet.columns[i]);
  }
  worksheet_freeze_panes(rows, 1, 0);
  for (std::size_t r = 0; r < sheet.rows.size(); ++r)
    for (std::size_t i = 0; i < sheet.rows[r].size(); ++i) book.cell(rows, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(i), sheet.rows[r][i]);
  if (!sheet.rows.empty()) worksheet_autofilter(rows, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), static_cast<lxw_col_t>(sheet.columns.size() - 1));
  if (lxw_worksheet* notes = book.sheet(sheet_name(sheet.notes_title)); notes != nullptr) {
    worksheet_set_column(notes, 0, 0, 100, nullptr);
    for (std::size_t i = 0; i < sheet.notes.size(); ++i) book.cell(notes, static_cast<lxw_row_t>(i), 0, sheet.notes[i]);
  }
  return book.close();
}

}  // namespace

std::string csv_of(const Sheet& sheet) {
  std::string out = "\xEF\xBB\xBF";
  const auto line = [&out](const auto& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out += ';';
      csv_cell(cells[i], out);
    }
    out += "\r\n";
  };
  line(std::vector<SheetCell>(sheet.columns.begin(), sheet.columns.end()));
  for (const auto& row : sheet.rows) line(row);
  // A file that is passed on says itself what was left out.
  if (!sheet.notes.empty()) out += "\r\n";
  for (const auto& note : sheet.notes) line(std::vector<SheetCell>{note});
  return out;
}

Status write_new(std::string_view bytes, const std::filesystem::path& file) {
  auto beside = file;
  beside += ".new";  // as write_file names what it writes first
  if (std::error_code none; std::filesystem::exists(std::filesystem::symlink_status(beside, none)))
    return fail(ErrorCode::already_exists, "there is a file of that name already: give another: " + beside.string());
  INZICHT_CHECK(claim_file(file));
  auto status = write_file(file, crypto::bytes_of(bytes), true);
  if (!status) std::filesystem::remove(file);
  return status;
}

Status write_csv(const Sheet& sheet, const std::filesystem::path& file) { return write_new(csv_of(sheet), file); }

Status write_xlsx(const Sheet& sheet, const std::filesystem::path& file) {
  INZICHT_CHECK(fits_xlsx(sheet));
  INZICHT_CHECK(claim_file(file));
  auto status = fill(sheet, file);
  if (!status) std::filesystem::remove(file);
  return status;
}

}  // namespace inzicht::cli
