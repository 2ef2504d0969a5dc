// A hash for tables whose keys an author chooses: seeded anew in every run, so that nobody can prepare keys that collide.
#pragma once
#include <cstring>

#include "crypto/digest.h"
#include "ledger/base/ids.h"

namespace inzicht {

class SeededHash {
 public:
  // Reads the first 16 bytes. Requires: at least 16.
  std::size_t operator()(Bytes bytes) const {
    std::uint64_t a = 0, b = 0;
    std::memcpy(&a, bytes.data(), 8);
    std::memcpy(&b, bytes.data() + 8, 8);
    return mix(mix(a ^ seeds_[0], seeds_[1]) ^ b, seeds_[2]);
  }

 private:
  static std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    a ^= a >> 32;
    a *= b;
    a ^= a >> 29;
    a *= 0x9E3779B97F4A7C15ull;
    return a ^ a >> 32;
  }
  static std::array<std::uint64_t, 3> random_seeds() {
    std::array<std::uint64_t, 3> out{};
    const auto bytes = crypto::random_array<sizeof(out)>();
    std::memcpy(out.data(), bytes.data(), sizeof out);
    out[1] |= 1;  // odd: multiplying loses nothing
    out[2] |= 1;
    return out;
  }
  std::array<std::uint64_t, 3> seeds_ = random_seeds();
};

}  // namespace inzicht
