// The signatures over a header: the author first, then exactly the header's co-signers in their order.
//
// Shape:   u8 count || count × (key id 32 || u8 algorithm || u16 length || signature). Nothing may follow.
// Source:  docs/formats.md §2.
#pragma once
#include <optional>

#include "ledger/base/ids.h"

namespace inzicht {

struct BlockSignature {
  KeyId key{};
  std::uint8_t algorithm = 0;
  Buffer signature;
};
Buffer encode_signatures(std::span<const BlockSignature> signatures);
std::optional<std::vector<BlockSignature>> decode_signatures(Bytes block);

// What is signed: "inzicht/v1/event\n" || header by the author, "inzicht/v1/cosign\n" || header by a co-signer.
Buffer event_message(Bytes header);
Buffer cosign_message(Bytes header);
// "inzicht/v1/enrol\n" || ledger (32 zero bytes inside genesis) || actor || key id, by the new key.
Buffer enrol_message(const LedgerId& ledger_or_zero, const ActorId& actor, const KeyId& key);

Digest header_hash(Bytes header);
Digest signatures_hash(Bytes block);
Digest admission_hash(Bytes admission);

}  // namespace inzicht
