#include "tools/exchange/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "ledger/base/limits.h"
#include "ledger/codec/text_format.h"
#include "tools/exchange/field_limits.h"

namespace inzicht::exchange {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Cuts bytes into rows of fields. A row that cannot be read is passed over to its end without being kept.
class Rows {
 public:
  Rows(char separator, std::function<Status(Rows&)> row) : separator_(separator), row_(std::move(row)) {}

  Status feed(Bytes piece) {
    for (const auto byte : piece) {
      if (is_mark(static_cast<char>(byte))) continue;
      INZICHT_CHECK(read(static_cast<char>(byte)));
    }
    return {};
  }
  Status finish() {
    if (state_ == State::quoted) return fail(ErrorCode::bad_input, fmt::format("csv: line {}: a quote that is never closed", quote_line_));
    if (state_ != State::row_start && end_row()) return hand_over();
    return {};
  }

  std::uint64_t line() const { return row_line_; }
  std::vector<std::string>& fields() { return fields_; }
  const std::optional<Reason>& wrong() const { return wrong_; }

 private:
  enum class State { row_start, field_start, plain, quoted, quote_in_quoted };

  // Whether this may be a byte of the mark at the very beginning.
  bool is_mark(char c) {
    if (mark_seen_ == byte_order_mark.size()) return false;
    if (c == byte_order_mark[mark_seen_]) return ++mark_seen_, true;
    for (const char seen : byte_order_mark.substr(0, std::exchange(mark_seen_, byte_order_mark.size()))) (void)take(seen);
    return false;
  }

  Status read(char c) {
    if (take(c)) INZICHT_CHECK(hand_over());
    if (c == '\n') ++line_;
    return {};
  }

  // Whether a row is complete.
  bool take(char c) {
    if (state_ == State::row_start) {
      row_line_ = line_;
      state_ = State::field_start;
    }
    if (state_ == State::quoted) {
      if (c == '"') {
        state_ = State::quote_in_quoted;
      } else {
        keep(c);
      }
      return false;
    }
    if (c == '\n') return end_row();
    if (std::exchange(carriage_return_, false)) take_text('\r');
    if (c == '\r') {
      carriage_return_ = true;  // of a line end, or the field's own
    } else if (c == separator_) {
      end_field();
    } else if (c == '"') {
      take_quote();
    } else {
      take_text(c);
    }
    return false;
  }

  void take_text(char c) {
    if (state_ == State::quote_in_quoted) reject({"tekst na het aanhalingsteken sluiten", "text after the closing quote"});
    state_ = State::plain;
    keep(c);
  }

  void take_quote() {
    switch (state_) {
      case State::field_start:
        quote_line_ = line_;
        quoted_field_ = true;
        state_ = State::quoted;
        return;
      case State::quote_in_quoted:
        keep('"');
        state_ = State::quoted;
        return;
      default: reject({"een aanhalingsteken midden in een veld", "a quote in the middle of a field"});
    }
  }

  void keep(char c) {
    if (wrong_) return;
    if (field_.size() >= limits::import_field_bytes_max)
      return reject({fmt::format("een veld van meer dan {} bytes", limits::import_field_bytes_max),
                     fmt::format("a field of more than {} bytes", limits::import_field_bytes_max)});
    field_ += c;
  }

  void reject(Reason why) {
    if (wrong_) return;
    wrong_ = std::move(why);
    field_.clear();
    fields_.clear();
  }

  void end_field() {
    state_ = State::field_start;
    quoted_field_ = false;
    if (wrong_) return;
    if (fields_.size() >= csv_columns_max)
      return reject({fmt::format("meer dan {} velden", csv_columns_max), fmt::format("more than {} fields", csv_columns_max)});
    row_bytes_ += field_.size();
    if (row_bytes_ > limits::import_event_bytes_max)
      return reject({fmt::format("meer dan {} bytes op een regel", limits::import_event_bytes_max),
                     fmt::format("more than {} bytes in a row", limits::import_event_bytes_max)});
    fields_.push_back(std::move(field_));
    field_.clear();
  }

  // Whether there was anything in it.
  bool end_row() {
    const bool empty = fields_.empty() && field_.empty() && !quoted_field_ && !wrong_;
    if (!empty) end_field();
    carriage_return_ = false;
    state_ = State::row_start;
    return !empty;
  }

  Status hand_over() {
    auto status = row_(*this);
    fields_.clear();
    field_.clear();
    wrong_.reset();
    row_bytes_ = 0;
    quoted_field_ = false;
    return status;
  }

  char separator_;
  std::size_t mark_seen_ = 0;
  std::function<Status(Rows&)> row_;
  State state_ = State::row_start;
  std::uint64_t line_ = 1, row_line_ = 1, quote_line_ = 1;
  std::vector<std::string> fields_;
  std::string field_;
  bool quoted_field_ = false;
  bool carriage_return_ = false;  // seen, and not placed yet
  std::size_t row_bytes_ = 0;
  std::optional<Reason> wrong_;
};
// The first row names the columns.
class Table {
 public:
  explicit Table(RecordSink& sink) : sink_(sink) {}

  Status row(Rows& row) {
    if (names_.empty()) return header(row);
    if (row.wrong()) return reject(row, *row.wrong());
    auto& values = row.fields();
    if (values.size() != names_.size())
      return reject(row, {fmt::format("{} velden verwacht, {} gevonden", names_.size(), values.size()),
                          fmt::format("expected {} fields, found {}", names_.size(), values.size())});
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!is_utf8(values[i])) {
        const auto name = shown_name(names_[i]);
        return reject(row, {fmt::format("kolom {}: geen UTF-8", name), fmt::format("column {}: not UTF-8", name)});
      }
      record_[i].value = std::move(values[i]);
    }
    return sink_.record({row.line(), record_, nullptr});
  }
  bool has_header() const { return !names_.empty(); }

 private:
  Status header(Rows& row) {
    if (row.wrong()) return fail(ErrorCode::bad_input, fmt::format("csv: line {}: header: {}", row.line(), row.wrong()->en));
    auto names = std::move(row.fields());
    for (std::size_t i = 0; i < names.size(); ++i) {
      auto& name = names[i];
      if (name.empty()) name = fmt::format("#{}", i + 1);
      if (!is_utf8(name)) return fail(ErrorCode::bad_input, fmt::format("csv: line {}: header: expected UTF-8", row.line()));
      if (name.size() > name_bytes_max) return fail(ErrorCode::bad_input, fmt::format("csv: line {}: header: {}", row.line(), long_name().en));
      const auto end = names.begin() + static_cast<std::ptrdiff_t>(i);
      if (const auto first = std::find(names.begin(), end, name); first != end)
        return fail(ErrorCode::bad_input,
                    fmt::format("csv: line {}: header: columns {} and {} have the same name", row.line(),
                                first - names.begin() + 1, i + 1));
      record_.push_back({name, {}, FieldType::text});
    }
    names_ = std::move(names);
    return sink_.columns(names_);
  }

  Status reject(const Rows& row, const Reason& why) {
    sink_.rejected(row.line(), why);
    return {};
  }

  RecordSink& sink_;
  std::vector<std::string> names_;
  std::vector<SourceField> record_;
};

}  // namespace

Status read_csv(ByteSource& source, char separator, RecordSink& sink) {
  Table table(sink);
  Rows rows(separator, [&table](Rows& row) { return table.row(row); });
  while (true) {
    INZICHT_TRY(piece, source.next());
    if (piece.empty()) break;
    INZICHT_CHECK(rows.feed(piece));
  }
  INZICHT_CHECK(rows.finish());
  if (!table.has_header()) return fail(ErrorCode::bad_input, "csv: expected a header line, found an empty file");
  return {};
}

}  // namespace inzicht::exchange
