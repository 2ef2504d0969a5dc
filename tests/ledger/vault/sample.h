// Subjects and events of no meaning, and the two vaults that run the same tests.
#pragma once
#include "crypto/digest.h"
#include "ledger/vault/vault.h"
#include "tests/support/temp_dir.h"

namespace inzicht::testing {

inline PartSubjectId subject(std::uint8_t number) {
  PartSubjectId id;
  id.bytes.fill(number);
  return id;
}
inline const EventId an_event{{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1}};
inline const EventId another_event{{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 2}};

// Always the same key for an epoch, so that a test can open a vault again.
inline crypto::Secret epoch_key(std::uint32_t epoch) {
  return crypto::Secret::from(crypto::sha256(crypto::bytes_of("epoch " + std::to_string(epoch))));
}
inline EpochKeys epochs(std::initializer_list<std::uint32_t> numbers) {
  EpochKeys out;
  for (auto number : numbers) out.emplace(number, epoch_key(number));
  return out;
}

struct InMemory {
  static constexpr bool on_disk = false;
  std::unique_ptr<Vault> vault = Vault::in_memory(epochs({1}));
};
struct OnDisk {
  static constexpr bool on_disk = true;
  TempDir dir;
  std::unique_ptr<Vault> vault = Vault::create(dir / "vault", epochs({1})).value();

  void reopen(EpochKeys keys) {
    vault.reset();
    vault = Vault::open(dir / "vault", std::move(keys)).value();
  }
};

}  // namespace inzicht::testing
