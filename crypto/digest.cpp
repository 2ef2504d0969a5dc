#include "crypto/digest.h"

#include <sodium.h>

#include <new>

#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

using State = crypto_hash_sha256_state;

State& state_in(std::array<std::uint8_t, 128>& bytes) {
  return *std::launder(reinterpret_cast<State*>(bytes.data()));
}

}  // namespace

void init() {
  static const bool ready = sodium_init() >= 0;
  must(ready, "libsodium did not start");
}

Sha256Stream::Sha256Stream() {
  // The last byte, behind the state, says whether finish() was called.
  static_assert(sizeof(State) < sizeof(state_) && alignof(State) <= 16);
  crypto_hash_sha256_init(new (state_.data()) State);
}

void Sha256Stream::update(Bytes bytes) {
  must(state_.back() == 0, "digest already finished");
  crypto_hash_sha256_update(&state_in(state_), bytes.data(), bytes.size());
}

Digest Sha256Stream::finish() {
  must(state_.back() == 0, "digest already finished");
  Digest out{};
  crypto_hash_sha256_final(&state_in(state_), out.data());
  state_.back() = 1;
  return out;
}

Digest sha256(Bytes bytes) { return sha256({bytes}); }

Digest sha256(std::initializer_list<Bytes> pieces) {
  State state;
  crypto_hash_sha256_init(&state);
  for (const Bytes piece : pieces) crypto_hash_sha256_update(&state, piece.data(), piece.size());
  Digest out{};
  crypto_hash_sha256_final(&state, out.data());
  return out;
}

void random_bytes(std::span<std::uint8_t> out) {
  init();
  if (!out.empty()) randombytes_buf(out.data(), out.size());
}

bool equal_constant_time(Bytes a, Bytes b) {
  return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

}  // namespace inzicht::crypto
