#include "tools/bench/signing.h"

#include "crypto/digest.h"
#include "ledger/base/assert.h"
#include "ledger/codec/signature_block.h"

namespace inzicht::bench {

Signed sign_next(Draft& draft, const crypto::Signer& signer, const ActorId& actor, const LedgerId& ledger, Micros now, Sequence& sequence) {
  Signed out;
  std::vector<PartSealInfo> seals;
  for (const auto& part : draft.parts) {
    auto plain = pad_part(part.message);
    INZICHT_ASSERT(plain.has_value());
    OpenPart open{crypto::random_array<32>(), std::move(*plain)};
    seals.push_back({part_subject(part, draft.kase, ledger), part_commitment(open.salt, open.plain), static_cast<std::uint32_t>(open.plain.size())});
    out.submission.parts.push_back(std::move(open));
  }
  out.event = EventId{uuid_v7(now / 1000, crypto::random_array<10>())};
  Envelope envelope;
  envelope.ledger = ledger;
  envelope.event = out.event;
  envelope.actor = actor;
  envelope.key = signer.id();
  envelope.key_seq = ++sequence.seq;
  envelope.key_prev = sequence.prev;
  out.submission.header = build_header(draft, envelope, seals);
  out.header_hash = header_hash(out.submission.header);
  sequence.prev = out.header_hash;
  const auto signature = signer.sign(event_message(out.submission.header));
  const BlockSignature block[] = {{envelope.key, crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())}};
  out.submission.signatures = encode_signatures(block);
  return out;
}

}  // namespace inzicht::bench
