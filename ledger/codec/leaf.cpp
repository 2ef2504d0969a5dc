#include "ledger/codec/leaf.h"

#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/base/limits.h"

namespace inzicht {
namespace {
constexpr std::size_t fixed_bytes = 1 + 32 + 32 + 8 + 32 + 1;
static_assert(fixed_bytes == 106);
}  // namespace

Buffer encode_leaf(const Leaf& leaf) {
  INZICHT_ASSERT(leaf.tags.size() <= limits::tags_max);
  Buffer out;
  out.reserve(fixed_bytes + 16 * leaf.tags.size());
  out.push_back(leaf_type_event);
  crypto::append(out, leaf.header_hash);
  crypto::append(out, leaf.signatures_hash);
  crypto::append_u64(out, static_cast<std::uint64_t>(leaf.recorded_at));
  crypto::append(out, leaf.admission_hash);
  out.push_back(static_cast<std::uint8_t>(leaf.tags.size()));
  for (const auto& tag : leaf.tags) crypto::append(out, tag);
  return out;
}

LeafKind kind_of_leaf(Bytes leaf) {
  if (leaf.empty()) return LeafKind::malformed;
  if (leaf[0] >= 0x80) return LeafKind::skipped;
  if (leaf[0] != leaf_type_event) return LeafKind::newer;
  if (leaf.size() < fixed_bytes || leaf.size() != fixed_bytes + 16u * leaf[fixed_bytes - 1]) return LeafKind::malformed;
  return LeafKind::event;
}

std::optional<Leaf> decode_leaf(Bytes leaf) {
  if (kind_of_leaf(leaf) != LeafKind::event) return std::nullopt;
  Leaf out;
  const auto* p = leaf.data() + 1;
  const auto take32 = [&p](Digest& into) {
    std::copy_n(p, 32, into.begin());
    p += 32;
  };
  take32(out.header_hash);
  take32(out.signatures_hash);
  std::uint64_t time = 0;
  for (int i = 0; i < 8; ++i) time = (time << 8) | *p++;
  out.recorded_at = static_cast<Micros>(time);
  take32(out.admission_hash);
  out.tags.resize(*p++);
  for (auto& tag : out.tags) {
    std::copy_n(p, 16, tag.begin());
    p += 16;
  }
  return out;
}

}  // namespace inzicht
