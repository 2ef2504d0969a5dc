// Every public key that any event claims, by key id, so that signatures can be checked before it is known whether the key was
// enrolled in time: a key id is the hash of its key, so what is found under an id is that key and no other.
//
// Threads: any.
#pragma once
#include <optional>
#include <shared_mutex>
#include <unordered_map>

#include "crypto/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/codec/strict.h"

namespace inzicht {

class KeyBook {
 public:
  // Takes in what a header enrols, whatever it is worth; false when it enrols nothing.
  bool learn(schema::Header::Reader header);
  std::optional<crypto::PublicKey> find(const KeyId& id) const;

 private:
  void add(capnp::Data::Reader id, capnp::Data::Reader key);

  mutable std::shared_mutex mutex_;
  std::unordered_map<KeyId, crypto::PublicKey, IdHash> keys_;
};

// Whether a header may enrol keys: seen without decoding, so false only when it certainly does not.
bool may_enrol(Bytes header);

}  // namespace inzicht
