#include "ledger/vault/key_cache.h"

#include <algorithm>

#include "ledger/base/assert.h"

namespace inzicht {
namespace {
constexpr std::size_t keys_per_slab = 1024;
}

bool KeyCache::copy(const SubjectKeyRef& ref, std::span<std::uint8_t> out) {
  const std::lock_guard lock(mutex_);
  const auto found = at_.find(ref);
  if (found == at_.end()) return false;
  slots_[found->second].used = true;
  std::ranges::copy(bytes_of(found->second), out.begin());
  return true;
}

void KeyCache::put(const SubjectKeyRef& ref, Bytes key) {
  INZICHT_ASSERT(key.size() == key_size);
  const std::lock_guard lock(mutex_);
  if (at_.contains(ref)) return;
  const auto slot = free_slot();
  slots_[slot] = {ref, true, true};
  std::ranges::copy(key, bytes_of(slot).begin());
  at_.emplace(ref, slot);
}

void KeyCache::erase(const SubjectKeyRef& ref) {
  const std::lock_guard lock(mutex_);
  const auto found = at_.find(ref);
  if (found == at_.end()) return;
  crypto::wipe(bytes_of(found->second));
  slots_[found->second] = {};
  free_.push_back(found->second);
  at_.erase(found);
}

std::size_t KeyCache::size() const {
  const std::lock_guard lock(mutex_);
  return at_.size();
}

std::span<std::uint8_t> KeyCache::bytes_of(std::size_t slot) {
  return slabs_[slot / keys_per_slab].mutable_view().subspan(slot % keys_per_slab * key_size, key_size);
}

std::size_t KeyCache::free_slot() {
  if (!free_.empty()) {
    const auto slot = free_.back();
    free_.pop_back();
    return slot;
  }
  if (slots_.size() < max_) {
    if (slots_.size() % keys_per_slab == 0) slabs_.emplace_back(std::min(keys_per_slab, max_ - slots_.size()) * key_size);
    slots_.emplace_back();
    return slots_.size() - 1;
  }
  // A second chance for what was used since the hand came by last; every slot is taken here.
  while (std::exchange(slots_[hand_].used, false)) hand_ = (hand_ + 1) % slots_.size();
  at_.erase(slots_[hand_].ref);
  return std::exchange(hand_, (hand_ + 1) % slots_.size());
}

}  // namespace inzicht
