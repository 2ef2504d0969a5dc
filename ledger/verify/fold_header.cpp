// What a header must be, given the events before it.
#include <fmt/format.h>

#include "ledger/base/limits.h"
#include "ledger/verify/fold.h"
#include "ledger/verify/header_fields.h"

namespace inzicht {
namespace {

constexpr Micros clock_skew = limits::clock_skew_seconds_max * micros_per_second;

}  // namespace

void Fold::report(const Now& now, Problem what, std::string detail) { problems_.add({now.event.index, now.id, what, std::move(detail)}); }

void Fold::take_header(Now& now) {
  if (now.event.index == 0) check_genesis(now);
  check_ledger(now);
  check_signers(now);
  check_sequence(now);
  check_occurred(now);
  check_references(now);
  check_anchor(now);
  check_seen(now);
  check_tags(now);
  if (now.event.index > 0) keys_.apply(now.event.index, now.header);
  erased_.take_ground(now.event.index, now.id, now.header);
  retention_terms_.take(now.id, now.header);
  if (now.event.purge_grounds.empty()) return;
  // Signed by an actor's own key: check_signer told of any other. What never may be purged stands in no list that counts.
  const auto term = retention_terms_.asked_by(now.header, now.event.leaf ? now.event.leaf->recorded_at : INT64_MIN);
  for (const auto& ground : now.event.purge_grounds)
    if (ground.index < now.event.index) purge_grounds_.try_emplace(ground.index, PurgeGrounded{now.event.index, ground.leaf_hash, term});
}

// Genesis brings its own keys: the first registrar signs, every other that it names co-signs, and no key has two uses.
void Fold::check_genesis(const Now& now) {
  if (now.header.getKind() != kind_ledger_created) return report(now, Problem::genesis_wrong, fmt::format("expected kind 101 at index 0, found {}", now.header.getKind()));
  const auto facts = now.header.getFacts().getLedgerCreated();
  keys_.apply(0, now.header);
  simulated_clock_ = facts.getClock() == schema::ClockKind::SIMULATED;
  const std::string origin = facts.getOrigin().cStr();
  if (origin_.empty()) origin_ = origin;
  if (origin != origin_) report(now, Problem::wrong_ledger, fmt::format("expected origin {}, found {}", origin_, origin));
  if (keys_.keys().size() < facts.getKeys().size()) report(now, Problem::genesis_wrong, "a key is named twice, or its id is not that of its public key");
  std::set<ActorId> signed_by;
  for (const auto& signature : now.event.signatures)
    if (const FoldedKey* key = keys_.find(signature.key); key != nullptr && key->owner) signed_by.insert(*key->owner);
  for (const auto& registrar : keys_.registrars())
    if (!signed_by.contains(registrar)) report(now, Problem::genesis_wrong, fmt::format("registrar {} did not sign", to_text(registrar)));
}

void Fold::check_ledger(const Now& now) {
  const bool is_genesis = now.header.getKind() == kind_ledger_created;
  if (is_genesis && now.event.index > 0) report(now, Problem::genesis_wrong, fmt::format("a second genesis, at index {}", now.event.index));
  if (!is_genesis && digest_of(now.header.getLedger()) != ledger_) report(now, Problem::wrong_ledger, differ(ledger_, bytes_of(now.header.getLedger())));
}

void Fold::check_signers(const Now& now) {
  bool is_author = true;
  for (const auto& signature : now.event.signatures) {
    check_signer(now, signature, is_author);
    is_author = false;
  }
}

void Fold::check_signer(const Now& now, const CheckedSignature& signature, bool is_author) {
  const auto index = static_cast<std::uint32_t>(now.event.index);
  FoldedKey* key = keys_.find(signature.key);
  const auto who = [&] { return fmt::format("the {}'s key {}", is_author ? "author" : "co-signer", brief(signature.key)); };
  if (key == nullptr || signature.state == SignatureState::key_unknown) return report(now, Problem::key_unknown, fmt::format("{} was not enrolled before", who()));
  const bool by_service = is_author && !key->owner && key->use == schema::KeyUse::SERVICE && is_said_by_ledger(now.header.getKind());
  if (by_service) ++counts_.service;
  if (!key->owner && !by_service) report(now, Problem::key_not_valid, fmt::format("{} belongs to the ledger, not to an actor", who()));
  if (by_service && id_of<ActorId>(now.header.getActor()) != ledger_itself(ledger_))
    report(now, Problem::key_not_valid, fmt::format("{} belongs to the ledger, which the event does not name as its actor", who()));
  if (is_author && key->owner && *key->owner != id_of<ActorId>(now.header.getActor()))
    report(now, Problem::key_not_valid, fmt::format("{} belongs to {}, not to the event's actor", who(), to_text(*key->owner)));
  if (const auto at = now.event.leaf ? now.event.leaf->recorded_at : INT64_MIN; const auto why = KeyFold::refusal(*key, index, at))
    report(now, Problem::key_not_valid, fmt::format("{}: {}", who(), *why));
  if (is_author && key->standing == Standing::single_registrar) ++counts_.single_registrar;
  if (!is_author) key->cosigned.push_back(index);
}

// keySeq counts a key's headers without gaps, keyPrev names the one before; what a key declared void it never signs again.
void Fold::check_sequence(const Now& now) {
  FoldedKey* key = keys_.find(now.key);
  if (key == nullptr) return;
  if (key->sequence == 0) begin_key(now.key, *key);
  const auto found = now.header.getKeySeq();
  if (found != key->sequence + 1) report(now, Problem::key_sequence_gap, fmt::format("key {}: expected {}, found {}", brief(now.key), key->sequence + 1, found));
  if (key->sequence > 0 && digest_of(now.header.getKeyPrev()) != key->last_header)
    report(now, Problem::key_prev_mismatch, fmt::format("key {}: {}", brief(now.key), differ(key->last_header, bytes_of(now.header.getKeyPrev()))));
  key->sequence = found;
  key->last_header = now.recorded_hash;
  key->authored.push_back(static_cast<std::uint32_t>(now.event.index));
  for (auto header : now.header.getVoids()) keys_.add_void(now.key, digest_of(header));
}

// A key whose first events were purged goes on after them.
void Fold::begin_key(const KeyId& id, FoldedKey& key) {
  for (const auto index : chains_.beginning(ChainId::of(ChainRef{crypto::ChainClass::key, {id.begin(), id.end()}}))) {
    ++key.sequence;
    key.last_header = names_.header_hash(index);
    key.authored.push_back(static_cast<std::uint32_t>(index));
  }
}

void Fold::check_occurred(const Now& now) {
  if (!now.event.leaf) return;
  const auto occurred = now.header.getOccurred();
  const Micros latest = occurred.hasUntil() ? occurred.getUntil().getMicros() : occurred.getFrom();
  const Micros recorded = now.event.leaf->recorded_at;
  // Subtracted on the bounded side: recorded-at may be any number.
  if (latest - clock_skew > recorded) report(now, Problem::occurred_in_future, fmt::format("occurred {}, recorded {}", to_text(latest), to_text(recorded)));
}

void Fold::check_references(const Now& now) {
  for (unsigned i = 0; i < now.header.getReferences().size(); ++i) {
    const auto reference = now.header.getReferences()[i];
    if (reference.hasLedger() && digest_of(reference.getLedger()) != ledger_) continue;
    const auto id = id_of<EventId>(reference.getEvent()).value_or(EventId{});
    const auto at = names_.find(id);
    if (!at && purged_.contains(digest_of(reference.getHeaderHash()))) continue;
    if (!at || *at >= now.event.index) {
      report(now, Problem::reference_unknown, fmt::format("reference {}: {} is not recorded before", i, to_text(id)));
    } else if (names_.header_hash(*at) != digest_of(reference.getHeaderHash())) {
      report(now, Problem::reference_unknown,
             fmt::format("reference {}: {} at index {}: {}", i, to_text(id), *at, differ(names_.header_hash(*at), bytes_of(reference.getHeaderHash()))));
    }
  }
  for (const auto& policy : now.event.policies)
    if (const auto at = names_.find(policy); !at || *at >= now.event.index)
      report(now, Problem::reference_unknown, fmt::format("the admission's policy {} is not recorded before", to_text(policy)));
}

// Where a leaf is missing below it no root is known; that is told once, by event_missing.
void Fold::check_anchor(const Now& now) {
  const auto size = now.header.getAnchorSize();
  if (size == 0) return;
  if (size > now.event.index) return report(now, Problem::anchor_off_history, fmt::format("size {} at index {}", size, now.event.index));
  anchors_.try_emplace(size, now.event.index);
  const auto root = history_.root_at(size);
  if (root && *root != digest_of(now.header.getAnchorRoot()))
    report(now, Problem::anchor_off_history, fmt::format("size {}: {}", size, differ(*root, bytes_of(now.header.getAnchorRoot()))));
}

void Fold::check_seen(const Now& now) {
  if (now.header.hasCase()) check_point(now, now.header.getCase(), now.header.getSeenCount(), now.header.getSeenHead(), "seen");
  const auto each = [&](auto cases) {
    for (auto one : cases) check_point(now, one.getCase(), one.getCount(), one.getHead(), "facts.cases");
  };
  if (now.header.getKind() == kind_parts_viewed) each(now.header.getFacts().getPartsViewed().getCases());
  if (now.header.getKind() == kind_exported) each(now.header.getFacts().getExported().getCases());
}

void Fold::check_point(const Now& now, capnp::Data::Reader kase, std::uint64_t count, capnp::Data::Reader head, std::string_view field) {
  const auto id = id_of<CaseId>(kase);
  if (count == 0 || !id) return;
  const auto chain = ChainId::of(crypto::ChainClass::kase, id->bytes);
  chains_.name(chain);
  const ChainPoint* point = chains_.point(chain, count);
  if (point == nullptr)
    return report(now, Problem::seen_off_chain, fmt::format("{}: place {} of {}, which has {}", field, count, to_text(*id), chains_.points_in(chain)));
  if (point->chain != digest_of(head))
    report(now, Problem::seen_off_chain, fmt::format("{}: place {} of {}: {}", field, count, to_text(*id), differ(point->chain, bytes_of(head))));
}

void Fold::check_tags(const Now& now) {
  const auto& event = now.event;
  if (!event.chains) {
    if (event.leaf) chains_.follow(event.index, *event.leaf, event.leaf_hash);
  } else if (!event.leaf) {
    chains_.pass(event.index, event.leaf_hash, *event.chains);
  } else {
    for (auto& wrong : chains_.advance(event.index, event.leaf->tags, event.leaf_hash, *event.chains)) report(now, Problem::tag_mismatch, std::move(wrong));
  }
}

}  // namespace inzicht
