#include "crypto/keyring_entries.h"

#include <algorithm>

#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

constexpr std::size_t plain_bytes_max = 16 * 1024 * 1024;

// Writes into memory that is already locked; the size is known before.
class Writer {
 public:
  explicit Writer(std::span<std::uint8_t> out) : out_(out) {}
  void number(std::size_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
      out_[at_++] = static_cast<std::uint8_t>(value >> shift);
  }
  void bytes(Bytes more) {
    std::ranges::copy(more, out_.begin() + static_cast<std::ptrdiff_t>(at_));
    at_ += more.size();
  }

 private:
  std::span<std::uint8_t> out_;
  std::size_t at_ = 0;
};

class Reader {
 public:
  explicit Reader(Bytes rest) : rest_(rest) {}
  std::optional<Bytes> bytes(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    const Bytes out = rest_.first(count);
    rest_ = rest_.subspan(count);
    return out;
  }
  std::optional<std::size_t> number(std::size_t width) {
    const auto raw = bytes(width);
    if (!raw) return std::nullopt;
    std::size_t value = 0;
    for (const std::uint8_t byte : *raw) value = value << 8 | byte;
    return value;
  }
  // A length of the given width and what it announces.
  std::optional<Bytes> counted(std::size_t width) {
    const auto length = number(width);
    return length ? bytes(*length) : std::nullopt;
  }
  bool done() const { return rest_.empty(); }

 private:
  Bytes rest_;
};

std::size_t size_of(const KeyringEntries& entries) {
  std::size_t size = 2;
  for (const auto& [name, secret] : entries) {
    must(!name.empty() && name.size() <= 0xff, "keyring: a name is 1 to 255 bytes");
    size += 1 + name.size() + 4 + secret.size();
  }
  must(entries.size() <= 0xffff && size < plain_bytes_max, "keyring: too many entries, or too large");
  return size;
}

}  // namespace

Secret keyring_entries_write(const KeyringEntries& entries) {
  Secret out(size_of(entries));
  Writer writer(out.mutable_view());
  writer.number(entries.size(), 2);
  for (const auto& [name, secret] : entries) {
    writer.number(name.size(), 1);
    writer.bytes(bytes_of(name));
    writer.number(secret.size(), 4);
    writer.bytes(secret.view());
  }
  return out;
}

std::optional<KeyringEntries> keyring_entries_read(Bytes plain) {
  Reader reader(plain);
  const auto count = reader.number(2);
  if (!count) return std::nullopt;
  KeyringEntries entries;
  for (std::size_t i = 0; i < *count; ++i) {
    const auto name_bytes = reader.counted(1);
    const auto value = name_bytes ? reader.counted(4) : std::nullopt;
    if (!value || name_bytes->empty()) return std::nullopt;
    std::string name(name_bytes->begin(), name_bytes->end());
    if (!entries.empty() && name <= entries.rbegin()->first) return std::nullopt;  // ascending, none twice
    entries.emplace_hint(entries.end(), std::move(name), Secret::from(*value));
  }
  if (!reader.done()) return std::nullopt;
  return entries;
}

}  // namespace inzicht::crypto
