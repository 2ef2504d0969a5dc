// Key memory: locked against swapping, wiped when freed, never copied by accident. Guard pages lie around each secret of more than
// 64 bytes, and around slabs that smaller ones share.
// Owns: its memory. Move-only; take a deliberate copy with clone().
#pragma once
#include <memory>

#include "crypto/bytes.h"

namespace inzicht::crypto {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::size_t size_bytes);  // zeroed
  static Secret random(std::size_t size_bytes);
  static Secret from(Bytes bytes);  // the source stays; wipe it yourself
  Secret(Secret&& other) noexcept;  // the other is empty afterwards
  Secret& operator=(Secret&& other) noexcept;

  Secret clone() const;
  Bytes view() const { return {data_.get(), size_}; }
  std::span<std::uint8_t> mutable_view() { return {data_.get(), size_}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  struct Free {
    std::size_t size_bytes;
    Free() : size_bytes(0) {}
    explicit Free(std::size_t bytes) : size_bytes(bytes) {}
    void operator()(std::uint8_t* p) const;
  };
  std::unique_ptr<std::uint8_t[], Free> data_;
  std::size_t size_ = 0;
};

// Overwrites bytes that held a secret.
void wipe(std::span<std::uint8_t> bytes);

}  // namespace inzicht::crypto
