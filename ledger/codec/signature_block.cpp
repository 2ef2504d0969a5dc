#include "ledger/codec/signature_block.h"

#include "crypto/digest.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"

namespace inzicht {
namespace {

Buffer labelled(std::string_view label, Bytes bytes) {
  Buffer out;
  out.reserve(label.size() + bytes.size());
  crypto::append(out, crypto::bytes_of(label));
  crypto::append(out, bytes);
  return out;
}

Digest labelled_hash(std::string_view label, Bytes bytes) { return crypto::sha256({crypto::bytes_of(label), bytes}); }

}  // namespace

Buffer encode_signatures(std::span<const BlockSignature> signatures) {
  INZICHT_ASSERT(!signatures.empty() && signatures.size() <= limits::cosigners_max + 1);
  Buffer out{static_cast<std::uint8_t>(signatures.size())};
  for (const auto& s : signatures) {
    INZICHT_ASSERT(s.signature.size() <= 0xFFFF);
    crypto::append(out, s.key);
    out.push_back(s.algorithm);
    crypto::append_u16(out, static_cast<std::uint16_t>(s.signature.size()));
    crypto::append(out, s.signature);
  }
  return out;
}

std::optional<std::vector<BlockSignature>> decode_signatures(Bytes block) {
  constexpr std::size_t fixed = 32 + 1 + 2;
  if (block.empty() || block[0] == 0 || block[0] > limits::cosigners_max + 1) return std::nullopt;
  std::vector<BlockSignature> out(block[0]);
  std::size_t at = 1;
  for (auto& s : out) {
    if (block.size() - at < fixed) return std::nullopt;
    std::copy_n(block.begin() + static_cast<std::ptrdiff_t>(at), 32, s.key.begin());
    s.algorithm = block[at + 32];
    const std::size_t length = (std::size_t{block[at + 33]} << 8) | block[at + 34];
    at += fixed;
    if (block.size() - at < length) return std::nullopt;
    s.signature.assign(block.begin() + static_cast<std::ptrdiff_t>(at), block.begin() + static_cast<std::ptrdiff_t>(at + length));
    at += length;
  }
  if (at != block.size()) return std::nullopt;
  return out;
}

Buffer event_message(Bytes header) { return labelled("inzicht/v1/event\n", header); }
Buffer cosign_message(Bytes header) { return labelled("inzicht/v1/cosign\n", header); }
Buffer enrol_message(const LedgerId& ledger_or_zero, const ActorId& actor, const KeyId& key) {
  Buffer out = labelled("inzicht/v1/enrol\n", ledger_or_zero);
  crypto::append(out, actor.bytes);
  crypto::append(out, key);
  return out;
}

Digest header_hash(Bytes header) { return labelled_hash("inzicht/v1/header\n", header); }
Digest signatures_hash(Bytes block) { return labelled_hash("inzicht/v1/signatures\n", block); }
Digest admission_hash(Bytes admission) { return labelled_hash("inzicht/v1/admission\n", admission); }

}  // namespace inzicht
