#include "ledger/verify/event_check.h"

#include <fmt/format.h>

#include "crypto/merkle/tree.h"
#include "crypto/signer.h"
#include "ledger/base/limits.h"
#include "ledger/codec/signature_block.h"
#include "ledger/verify/header_fields.h"
#include "ledger/verify/part_check.h"
#include "ledger/verify/stored_bytes.h"

namespace inzicht {
namespace {

std::string_view name_of(const Malformed& wrong) { return wrong.field.empty() ? std::string_view("the whole") : std::string_view(wrong.field); }

void remark_malformed(CheckedEvent& out, Problem problem, const Malformed& wrong) {
  out.remark(wrong.newer ? Problem::newer_than_program : problem, fmt::format("{}: {} ({})", name_of(wrong), wrong.text, wrong.adm));
}

// Whether the event has a leaf to go on with.
bool check_leaf(std::optional<Bytes> leaf, CheckedEvent& out) {
  if (!leaf) return true;
  out.has_leaf = true;
  out.leaf_hash = crypto::leaf_hash(*leaf);
  out.leaf_kind = kind_of_leaf(*leaf);
  out.leaf = decode_leaf(*leaf);
  if (out.leaf_kind == LeafKind::malformed) out.remark(Problem::leaf_malformed, fmt::format("a leaf of {} bytes", leaf->size()));
  if (out.leaf_kind == LeafKind::newer) out.remark(Problem::newer_than_program, fmt::format("a leaf of type {:#04x}", (*leaf)[0]));
  return out.leaf_kind == LeafKind::event || out.leaf_kind == LeafKind::malformed;
}

void check_header(Bytes header, CheckedEvent& out) {
  out.header_hash = header_hash(header);
  out.header_is_recorded = out.leaf && out.leaf->header_hash == out.header_hash;
  if (out.leaf && !out.header_is_recorded)
    out.remark(Problem::header_hash_mismatch, "the leaf: " + differ(out.leaf->header_hash, out.header_hash));
  auto decoded = HeaderMessage::decode(header);
  if (!decoded) return remark_malformed(out, Problem::header_malformed, decoded.error());
  out.header = std::move(*decoded);
}

SignatureState check_signature(const BlockSignature& signature, const Buffer& message, const CheckContext& context, CheckedEvent& out) {
  const auto key = context.keys.find(signature.key);
  if (!key) return SignatureState::key_unknown;
  crypto::Signature bytes{};
  if (signature.signature.size() != bytes.size()) return SignatureState::wrong;
  std::ranges::copy(signature.signature, bytes.begin());
  ++out.signatures_checked;
  return context.signature(*key, message, bytes) ? SignatureState::good : SignatureState::wrong;
}

// The author first, then exactly the header's co-signers in their order.
bool signers_agree(schema::Header::Reader h, const std::vector<BlockSignature>& block) {
  if (block.size() != 1 + h.getCoSigners().size() || block[0].key != digest_of(h.getKey())) return false;
  for (unsigned i = 0; i < h.getCoSigners().size(); ++i)
    if (block[i + 1].key != digest_of(h.getCoSigners()[i])) return false;
  return true;
}

void check_signatures(Bytes stored, const CheckContext& context, CheckedEvent& out) {
  const Digest hash = signatures_hash(stored);
  if (out.leaf && out.leaf->signatures_hash != hash) out.remark(Problem::signature_block_mismatch, "the leaf: " + differ(out.leaf->signatures_hash, hash));
  const auto block = decode_signatures(stored);
  if (!block) return out.remark(Problem::signatures_malformed, fmt::format("a signature block of {} bytes", stored.size()));
  if (!out.header) return;
  const auto h = out.header->header();
  if (!signers_agree(h, *block)) return out.remark(Problem::signatures_malformed, "expected the author and then exactly the header's co-signers");
  for (const auto& signature : *block) {
    const bool is_author = &signature == &block->front();
    const Buffer message = is_author ? event_message(out.header->bytes()) : cosign_message(out.header->bytes());
    if (signature.algorithm != crypto::algorithm_ed25519) {
      out.remark(Problem::newer_than_program, fmt::format("a signature of algorithm {:#04x}", signature.algorithm));
      out.signatures.push_back({signature.key, SignatureState::wrong});
      continue;
    }
    const auto state = check_signature(signature, message, context, out);
    if (state == SignatureState::wrong)
      out.remark(Problem::signature_wrong, fmt::format("the {}'s, key {}", is_author ? "author" : "co-signer", brief(signature.key)));
    out.signatures.push_back({signature.key, state});
  }
}

struct Enrolled {
  capnp::Data::Reader key, public_key, proof, owner;
  bool needs_proof = true;
};
// The key's own signature over ledger, actor and key id; its id is the hash of the public key beside it.
void check_enrolment(const Enrolled& enrolled, const LedgerId& ledger, const SignatureCheck& check, CheckedEvent& out) {
  const auto id = digest_of(enrolled.key);
  const auto key = digest_of(enrolled.public_key);
  const auto wrong = [&](std::string_view what) { out.remark(Problem::enrolment_unproven, fmt::format("key {}: {}", brief(id), what)); };
  if (crypto::key_id(crypto::algorithm_ed25519, key) != id) return wrong("its id is not that of its public key");
  if (!crypto::is_acceptable_key(key)) return wrong("not a key that may be enrolled");
  if (!enrolled.needs_proof) return;
  crypto::Signature proof{};
  if (enrolled.proof.size() == proof.size()) std::ranges::copy(enrolled.proof, proof.begin());
  const auto owner = id_of<ActorId>(enrolled.owner).value_or(ActorId{});
  ++out.signatures_checked;
  if (!check(key, enrol_message(ledger, owner, id), proof)) wrong("its proof is not its own signature");
}

void check_enrolments(const CheckContext& context, CheckedEvent& out) {
  const auto h = out.header->header();
  if (h.getKind() == kind_ledger_created)
    for (auto entry : h.getFacts().getLedgerCreated().getKeys())
      check_enrolment({entry.getKey(), entry.getPublicKey(), entry.getProof(), entry.getOwner(), entry.hasOwner()}, LedgerId{}, context.signature, out);
  if (h.getKind() == kind_key_enrolled) {
    const auto facts = h.getFacts().getKeyEnrolled();
    check_enrolment({facts.getKey(), facts.getPublicKey(), facts.getProof(), facts.getOwner()}, context.ledger, context.signature, out);
  }
}

std::optional<Message> check_admission(Bytes stored, CheckedEvent& out) {
  const Digest hash = admission_hash(stored);
  if (out.leaf && out.leaf->admission_hash != hash) out.remark(Problem::admission_hash_mismatch, "the leaf: " + differ(out.leaf->admission_hash, hash));
  auto decoded = Message::decode(stored, capnp::Schema::from<schema::Admission>(), limits::admission_bytes_max);
  if (!decoded) {
    remark_malformed(out, Problem::admission_malformed, decoded.error());
    return std::nullopt;
  }
  const auto admission = decoded->root<schema::Admission>();
  if (admission.getSalt().size() != 16) out.remark(Problem::admission_malformed, fmt::format("salt: expected 16 bytes, found {}", admission.getSalt().size()));
  for (auto policy : admission.getPolicies())
    if (auto id = id_of<EventId>(policy)) out.policies.push_back(*id);
  return std::move(*decoded);
}

}  // namespace

CheckedEvent check_event(const RawRecord& raw, const CheckContext& context) {
  CheckedEvent out;
  out.index = raw.index;
  out.has_event = raw.has_event;
  if (!raw.has_event) {
    out.remark(Problem::stray_record, raw.parts ? "parts without an event" : "an empty event record");
    return out;
  }
  const auto stored = split_event(raw.event);
  if (!stored.whole) out.remark(Problem::record_unreadable, fmt::format("an event record of {} bytes whose form or lengths do not fit", raw.event.size()));
  if (!check_leaf(stored.leaf, out)) return out;
  if (stored.purged) {
    out.purged = true;
    if (raw.parts) out.remark(Problem::stray_record, "parts of a purged event");
    return out;
  }
  if (stored.header) check_header(*stored.header, out);
  if (stored.signatures) check_signatures(*stored.signatures, context, out);
  const auto admission = stored.admission ? check_admission(*stored.admission, out) : std::nullopt;
  if (!out.header) return out;
  check_enrolments(context, out);
  const auto listed = check_parts(raw.parts, admission ? std::optional(admission->root<schema::Admission>()) : std::nullopt, out);
  if (listed) out.chains = chains_of(out.header->header(), context.ledger, *listed);
  return out;
}

}  // namespace inzicht
