#include "ledger/verify/key_book.h"

#include <mutex>

#include "crypto/signer.h"
#include "ledger/verify/header_fields.h"

namespace inzicht {

bool KeyBook::learn(schema::Header::Reader header) {
  if (header.getKind() == kind_ledger_created) {
    for (auto entry : header.getFacts().getLedgerCreated().getKeys()) add(entry.getKey(), entry.getPublicKey());
    return true;
  }
  if (header.getKind() == kind_key_enrolled) {
    const auto facts = header.getFacts().getKeyEnrolled();
    add(facts.getKey(), facts.getPublicKey());
    return true;
  }
  return false;
}

void KeyBook::add(capnp::Data::Reader id, capnp::Data::Reader key) {
  const auto public_key = digest_of(key);
  if (crypto::key_id(crypto::algorithm_ed25519, public_key) != digest_of(id)) return;
  const std::unique_lock hold(mutex_);
  keys_.try_emplace(digest_of(id), public_key);
}

std::optional<crypto::PublicKey> KeyBook::find(const KeyId& id) const {
  const std::shared_lock hold(mutex_);
  const auto at = keys_.find(id);
  return at == keys_.end() ? std::nullopt : std::optional(at->second);
}

bool may_enrol(Bytes header) {
  // Canonical: the root's data section follows the root pointer, and begins with formatVersion and kind.
  constexpr std::size_t kind_at = 8 + 2;
  if (header.size() < kind_at + 2) return false;
  const unsigned kind = header[kind_at] | header[kind_at + 1] << 8;
  return kind == kind_ledger_created || kind == kind_key_enrolled;
}

}  // namespace inzicht
