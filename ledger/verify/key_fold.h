// Keys as the log itself enrols and revokes them, and the sequence of headers that each has signed.
//
// Limits:  about 8 bytes an event beside the keys.
// Threads: one at a time.
// Source:  docs/formats.md §2 (genesis, enrolment, revocation, keySeq, voids), §6 (which keys hold for which checkpoint).
#pragma once
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "crypto/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/base/time.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

// On what a key's enrolment rests.
enum class Standing { genesis, own_key, two_organisations, single_registrar };

struct FoldedKey {
  KeyId id{};
  crypto::PublicKey public_key{};
  schema::KeyUse use = schema::KeyUse::UNSET;
  std::optional<ActorId> owner;  // none: the ledger's own
  Standing standing = Standing::single_registrar;
  std::uint64_t enrolled_at = 0;
  std::optional<Micros> valid_until;
  std::optional<std::uint64_t> revoked_at;  // index
  std::optional<Micros> doubtful_since;

  std::uint64_t sequence = 0;  // of its last recorded header
  Digest last_header{};
  std::vector<std::uint32_t> authored;  // indexes, ascending
  std::vector<std::uint32_t> cosigned;
};

class KeyFold {
 public:
  // Takes in what the header enrols or revokes. Genesis is taken in before its own signatures are judged, others after.
  void apply(std::uint64_t index, schema::Header::Reader header);

  FoldedKey* find(const KeyId& id);
  // Why the key may not sign an event recorded now; nullopt when it may.
  static std::optional<std::string> refusal(const FoldedKey& key, std::uint64_t index, Micros recorded_at);
  // The ledger's own key for a checkpoint of this size, or a receipt from this index; nullptr when there is none.
  const FoldedKey* log_key(std::uint64_t size) const;
  const FoldedKey* receipt_key(std::uint64_t index) const;

  const std::deque<FoldedKey>& keys() const { return keys_; }  // in order of enrolment
  const std::vector<OrganisationId>& genesis_organisations() const { return genesis_organisations_; }
  const std::set<ActorId>& registrars() const { return registrars_; }

  // Header hashes that a key declared void; they may not stand in that key's own chain.
  void add_void(const KeyId& key, const Digest& header_hash) { voids_.emplace(key, header_hash); }
  bool is_void(const KeyId& key, const Digest& header_hash) const { return voids_.contains({key, header_hash}); }
  bool has_voids() const { return !voids_.empty(); }

 private:
  void apply_genesis(schema::LedgerCreated::Reader facts);
  void apply_enrolment(std::uint64_t index, schema::Header::Reader header);
  void apply_revocation(std::uint64_t index, schema::KeyRevoked::Reader facts);
  void add(FoldedKey key);
  Standing standing_of(schema::Header::Reader header, const std::optional<ActorId>& owner) const;
  const FoldedKey* own_key(schema::KeyUse use, const std::function<bool(const FoldedKey&)>& holds) const;

  std::deque<FoldedKey> keys_;
  std::unordered_map<KeyId, std::size_t, IdHash> by_id_;
  std::vector<OrganisationId> genesis_organisations_;
  std::unordered_map<ActorId, OrganisationId, IdHash> organisation_of_registrar_;
  std::set<ActorId> registrars_;
  std::set<std::pair<KeyId, Digest>> voids_;
};

}  // namespace inzicht
