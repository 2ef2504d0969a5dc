// Signing without an outbox: submissions that are all made before the clock starts.
#pragma once
#include "ledger/codec/draft.h"
#include "ledger/service/author.h"

namespace inzicht::bench {

// Of one key: what its last header was.
struct Sequence {
  std::uint64_t seq = 0;
  std::optional<Digest> prev;
};
struct Signed {
  Submission submission;
  EventId event;
  Digest header_hash{};
};
// The next of the key's sequence. Requires: the draft is complete: occurred, role, hashes of what it refers to.
Signed sign_next(Draft& draft, const crypto::Signer& signer, const ActorId& actor, const LedgerId& ledger, Micros now, Sequence& sequence);

}  // namespace inzicht::bench
