#include "ledger/verify/stored_bytes.h"

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/base/limits.h"

namespace inzicht {
namespace {

// Takes fields off the front; nullopt from the first that does not fit on.
class Reader {
 public:
  explicit Reader(Bytes bytes) : rest_(bytes) {}

  std::optional<Bytes> take(std::size_t size) {
    if (!good_ || size > rest_.size()) {
      good_ = false;
      return std::nullopt;
    }
    const Bytes taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }
  std::optional<std::uint64_t> number(std::size_t size) {
    const auto bytes = take(size);
    return bytes ? std::optional(big_endian(*bytes)) : std::nullopt;
  }
  std::optional<Bytes> field() {
    const auto length = number(4);
    return length ? take(*length) : std::nullopt;
  }
  bool at_end() const { return good_ && rest_.empty(); }

 private:
  Bytes rest_;
  bool good_ = true;
};

bool all_zero(Bytes bytes) {
  return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

}  // namespace

std::uint64_t big_endian(Bytes bytes) {
  INZICHT_ASSERT(bytes.size() <= 8);
  std::uint64_t value = 0;
  for (const auto byte : bytes) value = value << 8 | byte;
  return value;
}

EventBytes split_event(Bytes stored) {
  Reader reader(stored);
  EventBytes out;
  const auto form = reader.number(1);
  const bool is_purged = form == 2;
  out.leaf = reader.field();
  if (!is_purged) {
    out.header = reader.field();
    out.signatures = reader.field();
    out.admission = reader.field();
  }
  out.whole = reader.at_end() && (form == 1 || is_purged);
  out.purged = out.whole && is_purged;
  return out;
}

std::optional<std::vector<PartBytes>> split_parts(Bytes stored) {
  Reader reader(stored);
  const auto count = reader.number(2);
  if (!count || *count == 0 || *count > limits::parts_max) return std::nullopt;
  std::vector<PartBytes> out(*count);
  for (auto& part : out) {
    const auto state = reader.number(1);
    if (state != 1 && state != 2) return std::nullopt;
    part.erased = state == 2;
    if (part.erased) continue;
    const auto key = reader.field();
    const auto sealed = reader.field();
    if (!sealed) return std::nullopt;
    part.part_key = *key;
    part.sealed = *sealed;
  }
  if (!reader.at_end()) return std::nullopt;
  return out;
}

bool is_part_key(Bytes part_key) {
  constexpr std::size_t id = 16, generation = 4, nonce = 24, sealed = 32 + 16;
  return part_key.size() == id + generation + nonce + sealed && !all_zero(part_key.first(id)) && !all_zero(part_key.subspan(id, generation));
}

std::optional<PlaceBytes> split_place(Bytes value) {
  if (value.size() != 8 + 32) return std::nullopt;
  PlaceBytes out{big_endian(value.first(8)), {}};
  std::ranges::copy(value.subspan(8), out.digest.begin());
  return out;
}

std::optional<PositionKey> split_position_key(Bytes key) {
  if (key.size() != 1 + 16 + 8) return std::nullopt;
  PositionKey out{key[0], {}, big_endian(key.subspan(17))};
  std::ranges::copy(key.subspan(1, 16), out.id.begin());
  return out;
}

std::optional<TileKey> split_tile_key(Bytes key) {
  if (key.size() != 1 + 8) return std::nullopt;
  return TileKey{key[0], big_endian(key.subspan(1))};
}

}  // namespace inzicht
