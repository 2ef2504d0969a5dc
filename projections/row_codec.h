// Rows of views as compact bytes, both directions from one list of fields.
//
// Shape:   a row type names its fields once: `template <class Self, class A> static void fields(Self& self, A& a) { a(self.kind, self.event); }`.
//          Unsigned numbers, codes and counts are varints (7 bits a byte, lowest first), signed ones zigzag varints; ids and digests raw;
//          dates one varint; texts, lists: count, then items; an optional: one byte, then the value. No names of fields, no padding.
//          Keys are big-endian, so that the order of bytes is the order of values.
// Errors:  a row that does not decode to its last byte is nullopt: the view is damaged, and can be rebuilt.
// Versions: row_format changes with anything on this page; a view has a version of its own for its list of fields.
#pragma once
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/time.h"
#include "ledger/domain/values.h"

namespace inzicht::views {

inline constexpr std::uint16_t row_format = 1;

class RowWriter {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  Bytes bytes() const { return out_; }
  void clear() { out_.clear(); }

 private:
  void put_varint(std::uint64_t value);
  void put_raw(Bytes bytes);

  void put(bool value) { out_.push_back(value ? 1 : 0); }
  template <class T>
    requires std::is_enum_v<T>
  void put(T value) {
    put_varint(static_cast<std::uint64_t>(value));
  }
  template <std::unsigned_integral T>
  void put(T value) {
    put_varint(value);
  }
  template <std::signed_integral T>
  void put(T value) {
    const auto wide = static_cast<std::int64_t>(value);
    put_varint((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
  }
  void put(const Date& date);
  void put(const std::string& text);
  template <class K>
  void put(const Id<K>& id) {
    put_raw(id.bytes);
  }
  template <class E>
  void put(const CodeSet<E>& set) {
    put_varint(set.bits());
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& list) {
    put_varint(list.size());
    for (const auto& item : list) put(item);
  }
  template <class T>
    requires requires(const T& row, RowWriter& writer) { T::fields(row, writer); }
  void put(const T& row) {
    T::fields(row, *this);
  }

  Buffer out_;
};

class RowReader {
 public:
  explicit RowReader(Bytes bytes) : left_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool finished() const { return good_ && left_.empty(); }

 private:
  std::uint64_t get_varint();
  Bytes get_raw(std::size_t size);

  void get(bool& value) { value = get_varint() != 0; }
  template <class T>
    requires std::is_enum_v<T>
  void get(T& value) {
    value = static_cast<T>(narrow<std::underlying_type_t<T>>(get_varint()));
  }
  template <std::unsigned_integral T>
  void get(T& value) {
    value = narrow<T>(get_varint());
  }
  template <std::signed_integral T>
  void get(T& value) {
    const auto raw = get_varint();
    value = static_cast<T>(static_cast<std::int64_t>(raw >> 1) ^ -static_cast<std::int64_t>(raw & 1));
  }
  void get(Date& date);
  void get(std::string& text);
  template <class K>
  void get(Id<K>& id) {
    if (const auto raw = get_raw(id.bytes.size()); !raw.empty()) std::copy(raw.begin(), raw.end(), id.bytes.begin());
  }
  template <class E>
  void get(CodeSet<E>& set) {
    set = CodeSet<E>::from_bits(get_varint());
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool filled = false;
    get(filled);
    if (filled) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& list) {
    const auto count = get_varint();
    if (count > left_.size()) good_ = false;  // every item takes a byte at least
    for (std::uint64_t i = 0; good_ && i < count; ++i) get(list.emplace_back());
  }
  template <class T>
    requires requires(T& row, RowReader& reader) { T::fields(row, reader); }
  void get(T& row) {
    T::fields(row, *this);
  }
  template <class T>
  T narrow(std::uint64_t value) {
    if (value > static_cast<std::uint64_t>(std::numeric_limits<T>::max())) good_ = false;
    return static_cast<T>(value);
  }

  Bytes left_;
  bool good_ = true;
};

template <class Row>
std::optional<Row> read_row(Bytes bytes) {
  Row row;
  RowReader reader(bytes);
  reader(row);
  if (!reader.finished()) return std::nullopt;
  return row;
}

// A key, piece by piece; a time before 1970 sorts before one after.
class KeyWriter {
 public:
  KeyWriter& id(Bytes id16);
  KeyWriter& byte(std::uint8_t value);
  KeyWriter& time(Micros at);
  KeyWriter& number(std::uint64_t value);
  Bytes bytes() const { return out_; }
  void clear() { out_.clear(); }

 private:
  Buffer out_;
};
// Rows on their way to a batch, in buffers that are kept: a million rows do not allocate a million times.
class RowPutter {
 public:
  // Empty; to be filled before put().
  KeyWriter& key() {
    key_.clear();
    return key_;
  }
  template <class Row, class Batch>
  void put(const Row& row, Batch& rows) {
    value_.clear();
    value_(row);
    rows.put(key_.bytes(), value_.bytes());
  }

 private:
  KeyWriter key_;
  RowWriter value_;
};

// A code as it is stored where the list depends on the kind.
template <class Code>
std::uint16_t number_of(Code code) {
  return static_cast<std::uint16_t>(code);
}

// The same way back. A key that is too short gives zeros and is not finished.
class KeyReader {
 public:
  explicit KeyReader(Bytes key) : left_(key) {}
  std::array<std::uint8_t, 16> id();
  std::uint8_t byte();
  Micros time();
  std::uint64_t number();
  bool finished() const { return good_ && left_.empty(); }

 private:
  Bytes take(std::size_t size);
  Bytes left_;
  bool good_ = true;
};

}  // namespace inzicht::views
