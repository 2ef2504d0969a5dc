#include "ledger/service/prepare.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/digest.h"
#include "crypto/sealing.h"
#include "crypto/signer.h"
#include "ledger/base/limits.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/signature_block.h"

namespace inzicht {
namespace {

template <class Array>
Array array_of(capnp::Data::Reader data) {
  Array out{};
  if (data.size() == out.size()) std::copy(data.begin(), data.end(), out.begin());
  return out;
}

Refused wrong_signature(std::string field) {
  return Refused::of("ADM-6", std::move(field), "een geldige handtekening over precies deze bytes", "a valid signature over exactly these bytes");
}

bool verify_block(const BlockSignature& s, const std::array<std::uint8_t, 32>& key, Bytes message) {
  if (s.algorithm != crypto::algorithm_ed25519 || s.signature.size() != 64) return false;
  crypto::Signature signature{};
  std::ranges::copy(s.signature, signature.begin());
  return crypto::verify(key, message, signature);
}

// The new key signs ledger, actor and its own id; its id is the hash of the public key beside it.
bool enrolment_proven(capnp::Data::Reader key, capnp::Data::Reader public_key, capnp::Data::Reader proof, capnp::Data::Reader owner,
                      const LedgerId& ledger) {
  const auto pub = array_of<crypto::PublicKey>(public_key);
  const auto id = array_of<Digest>(key);
  if (!crypto::is_acceptable_key(pub) || crypto::key_id(crypto::algorithm_ed25519, pub) != id) return false;
  const auto actor = ActorId::from({owner.begin(), owner.size()}).value_or(ActorId{});
  return crypto::verify(pub, enrol_message(ledger, actor, id), array_of<crypto::Signature>(proof));
}

std::optional<Refused> check_enrolment(schema::Header::Reader h, const LedgerId& ledger) {
  const auto refuse = [](std::string field) {
    return Refused::of("ADM-6", std::move(field), "een sleutel met bewijs: handtekening van de nieuwe sleutel zelf", "a key with proof: a signature by the new key itself");
  };
  if (h.getKind() == 104) {
    const auto f = h.getFacts().getKeyEnrolled();
    if (!enrolment_proven(f.getKey(), f.getPublicKey(), f.getProof(), f.getOwner(), ledger)) return refuse("facts.proof");
  }
  if (h.getKind() == 101) {
    unsigned n = 0;
    for (auto key : h.getFacts().getLedgerCreated().getKeys()) {
      const auto field = fmt::format("facts.keys[{}]", n++);
      if (crypto::key_id(crypto::algorithm_ed25519, array_of<crypto::PublicKey>(key.getPublicKey())) != array_of<Digest>(key.getKey())) return refuse(field);
      if (key.hasOwner() && !enrolment_proven(key.getKey(), key.getPublicKey(), key.getProof(), key.getOwner(), LedgerId{})) return refuse(field);
    }
  }
  return std::nullopt;
}

// Genesis brings its own keys.
std::optional<SigningKey> genesis_key(schema::Header::Reader h, const KeyId& id) {
  for (auto key : h.getFacts().getLedgerCreated().getKeys())
    if (array_of<Digest>(key.getKey()) == id)
      return SigningKey{array_of<crypto::PublicKey>(key.getPublicKey()), ActorId::from({key.getOwner().begin(), key.getOwner().size()})};
  return std::nullopt;
}

// Whom a signature by this key is of. The ledger's service key signs for itself what it may say, and never beside somebody.
std::optional<ActorId> owner_of(const SigningKey& key, std::uint16_t kind, bool is_author, const LedgerId& ledger) {
  if (key.owner) return key.owner;
  if (is_author && key.use == schema::KeyUse::SERVICE && is_said_by_ledger(kind)) return ledger_itself(ledger);
  return std::nullopt;
}

std::optional<Refused> check_one_part(schema::PartCommitment::Reader commitment, const OpenPart& part, unsigned n, std::vector<CaseId>& listed) {
  const auto refuse = [n](std::string nl, std::string en) {
    auto r = Refused::of("ADM-9", fmt::format("parts[{}]", n), std::move(nl), std::move(en));
    r.values["n"] = std::to_string(n);
    return r;
  };
  if (part.plain.size() != commitment.getPaddedLength()) return refuse("de lengte die de kop noemt", "the length that the header names");
  if (part_commitment(part.salt, part.plain) != array_of<Digest>(commitment.getCommitment()))
    return refuse("de inhoud die de kop vastlegt", "the content that the header commits to");
  const auto message = unpad_part(part.plain);
  if (!message) return refuse("de voorgeschreven opvulling", "the prescribed padding");
  const PartInfo* info = find_part(commitment.getPartType());
  if (info == nullptr) return refuse("een bekend soort deel", "a known type of part");
  auto decoded = Message::decode(*message, info->schema, limits::part_bytes_max);
  if (!decoded) return refuse(decoded.error().field + ": " + decoded.error().text, decoded.error().field + ": " + decoded.error().text);
  if (filled_bits(decoded->root(info->schema)) != commitment.getFilled()) return refuse("de gevulde velden die de kop noemt", "the filled fields that the header names");
  if (info->is_list() && info->name == "cases") {
    auto cases = cases_of_list_part(*message);
    if (!cases) return refuse("een lijst van hoogstens 200 zaken", "a list of at most 200 cases");
    listed = std::move(*cases);
  }
  return std::nullopt;
}

Result<StoredPart> seal_one(schema::PartCommitment::Reader commitment, const OpenPart& part, const EventId& event, std::uint16_t n, Vault& vault) {
  StoredPart stored;
  if (commitment.getClass() == schema::PartClass::LIST) {
    stored.sealed = store_list_part(part);
    return stored;
  }
  const auto subject = PartSubjectId::from({commitment.getSubject().begin(), commitment.getSubject().size()});
  if (!subject) return fail(ErrorCode::bad_input, fmt::format("seal: expected a subject (part={})", n));
  INZICHT_TRY(key, vault.key_for(*subject));
  const auto part_key = crypto::Secret::random(crypto::seal_key_bytes);
  stored.sealed = seal_part(part_key, event, n, array_of<Digest>(commitment.getCommitment()), part);
  INZICHT_TRY(wrapped, vault.wrap_part_key(key, event, n, part_key));
  stored.part_key = std::move(wrapped);
  return stored;
}

}  // namespace

std::variant<HeaderMessage, Refused> decode_header(Bytes header) {
  auto message = HeaderMessage::decode(header);
  if (!message) return Refused::of(message.error());
  return std::move(*message);
}

std::optional<Refused> check_signatures(const HeaderMessage& message, Bytes block, const LedgerId& ledger, const KeyLookup& keys) {
  const auto h = message.header();
  const auto signatures = decode_signatures(block);
  if (!signatures || signatures->size() != h.getCoSigners().size() + 1)
    return Refused::of("ADM-6", "signatures", "de auteur en dan precies de medeondertekenaars", "the author and then exactly the co-signers");
  const Buffer own = event_message(message.bytes());
  const Buffer co = signatures->size() > 1 ? cosign_message(message.bytes()) : Buffer{};
  for (unsigned i = 0; i < signatures->size(); ++i) {
    const auto& s = (*signatures)[i];
    const KeyId expected = array_of<KeyId>(i == 0 ? h.getKey() : h.getCoSigners()[i - 1]);
    if (s.key != expected) return wrong_signature("signatures");
    const auto key = h.getKind() == 101 ? genesis_key(h, expected) : keys(expected);
    const auto owner = key ? owner_of(*key, h.getKind(), i == 0, ledger) : std::nullopt;
    if (!owner) return Refused::of("ADM-5", i == 0 ? "key" : fmt::format("coSigners[{}]", i - 1), "een ingeschreven sleutel", "an enrolled key");
    if (i == 0 && owner->bytes != array_of<decltype(ActorId::bytes)>(h.getActor()))
      return Refused::of("ADM-5", "actor", "de eigenaar van de sleutel", "the owner of the key");
    if (!verify_block(s, key->public_key, i == 0 ? own : co)) return wrong_signature(i == 0 ? "signatures[0]" : fmt::format("signatures[{}]", i));
  }
  return check_enrolment(h, ledger);
}

std::optional<Refused> check_parts(const HeaderMessage& message, std::span<const OpenPart> parts, std::vector<CaseId>& listed_cases) {
  const auto commitments = message.header().getParts();
  if (parts.size() != commitments.size())
    return Refused::of("ADM-9", "parts", fmt::format("{} delen", commitments.size()), fmt::format("{} parts", commitments.size()));
  std::size_t total = 0;
  for (unsigned i = 0; i < parts.size(); ++i) {
    total += parts[i].plain.size();
    if (parts[i].salt == crypto::Salt{}) return Refused::of("ADM-9", fmt::format("parts[{}].salt", i), "een willekeurig zout", "a random salt");
    for (unsigned j = 0; j < i; ++j)
      if (parts[i].salt == parts[j].salt) return Refused::of("ADM-9", fmt::format("parts[{}].salt", i), "een zout dat nog niet voorkwam", "a salt not used before");
  }
  if (total > limits::parts_total_bytes_max)
    return Refused::of("ADM-9", "parts", fmt::format("hoogstens {} bytes samen", limits::parts_total_bytes_max), fmt::format("at most {} bytes together", limits::parts_total_bytes_max));
  for (unsigned i = 0; i < parts.size(); ++i)
    if (auto r = check_one_part(commitments[i], parts[i], i, listed_cases)) return r;
  return std::nullopt;
}

std::variant<Checked, Refused> check_submission(const Submission& submission, HeaderMessage message, const Digest& header_hash, const LedgerId& ledger,
                                               const KeyLookup& keys) {
  if (auto r = check_signatures(message, submission.signatures, ledger, keys)) return std::move(*r);
  std::vector<CaseId> listed;
  if (auto r = check_parts(message, submission.parts, listed)) return std::move(*r);
  return Checked{std::move(message), header_hash, std::move(listed)};
}

std::vector<PartSubjectId> part_subjects(const HeaderMessage& message) {
  std::vector<PartSubjectId> out;
  for (auto commitment : message.header().getParts())
    if (const auto id = PartSubjectId::from({commitment.getSubject().begin(), commitment.getSubject().size()})) out.push_back(*id);
  return out;
}

Result<Prepared> seal(const Submission& submission, Checked checked, Vault& vault) {
  Prepared out{std::move(checked.message),      checked.header_hash, {}, submission.signatures, {}, {},
               std::move(checked.listed_cases), checked.absent_below};
  const auto h = out.header();
  out.event = EventId{array_of<decltype(EventId::bytes)>(h.getEvent())};
  for (unsigned i = 0; i < submission.parts.size(); ++i) {
    INZICHT_TRY(stored, seal_one(h.getParts()[i], submission.parts[i], out.event, static_cast<std::uint16_t>(i), vault));
    out.sealed_hashes.push_back(crypto::sha256(stored.sealed));
    out.parts.push_back(std::move(stored));
  }
  return out;
}

}  // namespace inzicht
