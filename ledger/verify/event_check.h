// Everything about one event that can be checked without knowing the events before it: hashes, strict forms, signatures against
// the keys they name, sealed parts. Runs on the pool.
//
// Shape:   a CheckedEvent is what the fold needs; `remarks` are the problems found here, in a fixed order.
// Threads: any; one call works on one event.
#pragma once
#include <functional>

#include "crypto/merkle/chain.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/strict.h"
#include "ledger/verify/key_book.h"
#include "ledger/verify/problem.h"

namespace inzicht {

struct RawRecord {
  std::uint64_t index = 0;
  bool has_event = false;  // otherwise there are parts without an event
  Bytes event;
  std::optional<Bytes> parts;
};

struct Remark {
  Problem what;
  std::string detail;
};
// What an executed erasure (1209) lists as purged.
struct PurgeGround {
  std::uint64_t index = 0;
  Digest leaf_hash{};
};
enum class SignatureState { good, wrong, key_unknown };
struct CheckedSignature {
  KeyId key{};
  SignatureState state = SignatureState::wrong;
};

struct CheckedEvent {
  std::uint64_t index = 0;
  std::vector<Remark> remarks;
  bool has_event = false;
  bool has_leaf = false;
  Digest leaf_hash{};
  LeafKind leaf_kind = LeafKind::malformed;
  std::optional<Leaf> leaf;             // of an event
  bool purged = false;
  std::optional<HeaderMessage> header;  // strictly decoded
  Digest header_hash{};                 // of the stored header's bytes
  bool header_is_recorded = false;      // that hash is the leaf's
  std::vector<CheckedSignature> signatures;  // the author's first; empty when the block does not belong to the header
  std::optional<std::vector<ChainRef>> chains;  // in order of tags; none when they cannot be told
  std::vector<EventId> policies;        // that the admission names
  std::vector<PurgeGround> purge_grounds;
  std::uint64_t signatures_checked = 0;
  std::vector<std::uint16_t> erased_parts;  // numbers, ascending

  void remark(Problem what, std::string detail) { remarks.push_back({what, std::move(detail)}); }
  // Whether the header is what its author signed or what the leaf recorded: worth folding.
  bool header_counts() const {
    const bool is_signed = !signatures.empty() && signatures.front().state == SignatureState::good;
    return header && (header_is_recorded || is_signed);
  }
};

using SignatureCheck = std::function<bool(const crypto::PublicKey&, Bytes message, const crypto::Signature&)>;
struct CheckContext {
  const KeyBook& keys;
  LedgerId ledger{};
  const SignatureCheck& signature;
};

CheckedEvent check_event(const RawRecord& raw, const CheckContext& context);

}  // namespace inzicht
