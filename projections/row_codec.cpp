#include "projections/row_codec.h"

#include <algorithm>

namespace inzicht::views {
namespace {

constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

// Year, month and day in one number: below 2^21 for every valid date, three bytes.
constexpr std::uint64_t month_values = 16;
constexpr std::uint64_t day_values = 32;

}  // namespace

void RowWriter::put_raw(Bytes bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }

void RowWriter::put_varint(std::uint64_t value) {
  std::array<std::uint8_t, 10> bytes;
  std::size_t size = 0;
  while (value >= 0x80) {
    bytes[size++] = static_cast<std::uint8_t>(value | 0x80);
    value >>= 7;
  }
  bytes[size++] = static_cast<std::uint8_t>(value);
  out_.insert(out_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
}

void RowWriter::put(const Date& date) {
  const auto year = static_cast<std::uint16_t>(date.year);
  put_varint((std::uint64_t{year} * month_values + date.month) * day_values + date.day);
}

void RowWriter::put(const std::string& text) {
  put_varint(text.size());
  out_.insert(out_.end(), text.begin(), text.end());
}

std::uint64_t RowReader::get_varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !left_.empty(); shift += 7) {
    const std::uint8_t byte = left_[0];
    left_ = left_.subspan(1);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) {
      if (shift == 63 && byte > 1) break;
      return value;
    }
  }
  good_ = false;
  return 0;
}

Bytes RowReader::get_raw(std::size_t size) {
  if (left_.size() < size) {
    good_ = false;
    left_ = {};
    return {};
  }
  const auto out = left_.first(size);
  left_ = left_.subspan(size);
  return out;
}

void RowReader::get(Date& date) {
  const auto packed = get_varint();
  date.day = static_cast<std::uint8_t>(packed % day_values);
  date.month = static_cast<std::uint8_t>(packed / day_values % month_values);
  date.year = static_cast<std::int16_t>(narrow<std::uint16_t>(packed / day_values / month_values));
}

void RowReader::get(std::string& text) {
  const auto raw = get_raw(get_varint());
  text.assign(raw.begin(), raw.end());
}

KeyWriter& KeyWriter::id(Bytes id16) {
  out_.insert(out_.end(), id16.begin(), id16.end());
  return *this;
}
KeyWriter& KeyWriter::byte(std::uint8_t value) {
  out_.push_back(value);
  return *this;
}
KeyWriter& KeyWriter::time(Micros at) { return number(static_cast<std::uint64_t>(at) ^ sign_bit); }
KeyWriter& KeyWriter::number(std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out_.push_back(static_cast<std::uint8_t>(value >> shift));
  return *this;
}

Bytes KeyReader::take(std::size_t size) {
  if (left_.size() < size) {
    good_ = false;
    left_ = {};
    return {};
  }
  const auto out = left_.first(size);
  left_ = left_.subspan(size);
  return out;
}
std::array<std::uint8_t, 16> KeyReader::id() {
  std::array<std::uint8_t, 16> out{};
  std::ranges::copy(take(out.size()), out.begin());
  return out;
}
std::uint8_t KeyReader::byte() {
  const auto raw = take(1);
  return raw.empty() ? std::uint8_t{0} : raw[0];
}
Micros KeyReader::time() { return static_cast<Micros>(number() ^ sign_bit); }
std::uint64_t KeyReader::number() {
  std::uint64_t out = 0;
  for (const auto byte : take(8)) out = (out << 8) | byte;
  return good_ ? out : 0;
}

}  // namespace inzicht::views
