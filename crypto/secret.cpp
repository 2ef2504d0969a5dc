#include "crypto/secret.h"

#include <sodium.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "crypto/digest.h"
#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

// A page of guard on both sides costs four system calls and a flush of every core's address cache: for a key that lives as long as
// one event that is more than sealing it. Small secrets share guarded, locked slabs; a slot is wiped before it is given back.
// With AddressSanitizer each stands alone, so that a use after its end is seen.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t slot_bytes = 0;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr std::size_t slot_bytes = 0;
#else
constexpr std::size_t slot_bytes = 64;
#endif
#else
constexpr std::size_t slot_bytes = 64;
#endif
constexpr std::size_t slots_per_slab = 1024;

class Slots {
 public:
  std::uint8_t* take() {
    const std::lock_guard hold(mutex_);
    if (free_.empty()) add_slab();
    auto* slot = free_.back();
    free_.pop_back();
    return slot;
  }
  void give_back(std::uint8_t* slot) {
    sodium_memzero(slot, slot_bytes);
    const std::lock_guard hold(mutex_);
    free_.push_back(slot);
  }

 private:
  // Slabs are kept: how many there are is the greatest number of secrets that ever lived at once.
  void add_slab() {
    auto* slab = static_cast<std::uint8_t*>(sodium_malloc(slot_bytes * slots_per_slab));
    must(slab != nullptr, "no locked memory for secrets");
    sodium_memzero(slab, slot_bytes * slots_per_slab);
    for (std::size_t i = slots_per_slab; i > 0; --i) free_.push_back(slab + (i - 1) * slot_bytes);
  }

  std::mutex mutex_;
  std::vector<std::uint8_t*> free_;
};

// Never destroyed: secrets of other statics may end after it.
Slots& slots() {
  static auto* const all = new Slots;
  return *all;
}

std::uint8_t* allocate(std::size_t size_bytes) {
  init();  // sodium_malloc needs its canary
  if (size_bytes <= slot_bytes) return slots().take();
  auto* out = static_cast<std::uint8_t*>(sodium_malloc(size_bytes));
  must(out != nullptr, "no locked memory for a secret");
  sodium_memzero(out, size_bytes);
  return out;
}

}  // namespace

Secret::Secret(std::size_t size_bytes) : size_(size_bytes) {
  if (size_bytes > 0) data_ = {allocate(size_bytes), Free(size_bytes)};
}

Secret::Secret(Secret&& other) noexcept
    : data_(std::move(other.data_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  data_ = std::move(other.data_);
  size_ = std::exchange(other.size_, 0);
  return *this;
}

Secret Secret::random(std::size_t size_bytes) {
  Secret out(size_bytes);
  random_bytes(out.mutable_view());
  return out;
}

Secret Secret::from(Bytes bytes) {
  Secret out(bytes.size());
  std::ranges::copy(bytes, out.data_.get());
  return out;
}

Secret Secret::clone() const { return from(view()); }

void Secret::Free::operator()(std::uint8_t* p) const {
  if (size_bytes <= slot_bytes) slots().give_back(p);
  else sodium_free(p);  // wipes first
}

void wipe(std::span<std::uint8_t> bytes) {
  if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

}  // namespace inzicht::crypto
