#include "crypto/secret.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "crypto/digest.h"
#include "crypto/must.h"

namespace inzicht::crypto {

Secret::Secret(std::size_t size_bytes) : size_(size_bytes) {
  if (size_bytes == 0) return;
  init();  // sodium_malloc needs its canary
  data_.reset(static_cast<std::uint8_t*>(sodium_malloc(size_bytes)));
  must(data_ != nullptr, "no locked memory for a secret");
  sodium_memzero(data_.get(), size_bytes);
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

void Secret::Free::operator()(std::uint8_t* p) const { sodium_free(p); }  // wipes first

void wipe(std::span<std::uint8_t> bytes) {
  if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

}  // namespace inzicht::crypto
