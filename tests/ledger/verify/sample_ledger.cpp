#include "tests/ledger/verify/sample_ledger.h"

#include <algorithm>

#include "crypto/sealing.h"
#include "ledger/base/assert.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/strict.h"
#include "ledger/vault/part_seal.h"

namespace inzicht::testing {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }
crypto::Signer made_up_signer(const std::string& what) { return *crypto::Signer::from_seed(made_up<32>(what)); }

void set_date(schema::Date::Builder date) {
  date.setYear(2019);
  date.setMonth(6);
  date.setDay(1);
}

std::string words_of(std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += "what was seen and heard ";
  out.resize(bytes);
  return out;
}

LedgerSigners made_up_signers(const std::string& name) {
  return {made_up_signer(name + "/log"), made_up_signer(name + "/receipt"), made_up_signer(name + "/service")};
}

}  // namespace

SampleLedger::SampleLedger(std::string name, Log* log, std::string origin, std::string keys_of)
    : name_(std::move(name)),
      origin_(std::move(origin)),
      own_log_(log == nullptr ? make_memory_log() : nullptr),
      log_(log == nullptr ? own_log_.get() : log),
      signers_(made_up_signers(keys_of.empty() ? name_ : keys_of)),
      sequencer_(*log_, signers_, origin_) {}

Person SampleLedger::make_person(std::string_view name) const {
  const auto full = name_ + "/person/" + std::string(name);
  return {made_up_signer(full), ActorId{made_up<16>(full + "/actor")}, OrganisationId{made_up<16>(full + "/organisation")}, 0, {}, 0, {}};
}

EventId SampleLedger::event_id(std::uint64_t index) const {
  return EventId{uuid_v7((start + static_cast<Micros>(index) * minute) / 1000, made_up<10>(name_ + "/event/" + std::to_string(index)))};
}

Draft SampleLedger::draft(std::uint16_t kind, schema::Role role) const {
  Draft draft = Draft::of(*find_kind(kind));
  draft.role = role;
  draft.occurred = DraftOccurred{now, std::nullopt, schema::Precision::MINUTE};
  return draft;
}

std::pair<PartSealInfo, StoredPart> SampleLedger::seal(const DraftPart& part, const EventId& event, unsigned n, const std::optional<CaseId>& kase) const {
  const auto what = name_ + "/part/" + to_text(event) + "/" + std::to_string(n);
  OpenPart open{made_up<32>(what), pad_part(part.message).value()};
  PartSealInfo info;
  info.commitment = part_commitment(open.salt, open.plain);
  info.padded_length = static_cast<std::uint32_t>(open.plain.size());
  StoredPart stored;
  if (part.cls == schema::PartClass::LIST) {
    stored.sealed = store_list_part(open);
    return {info, stored};
  }
  info.subject = part.about == PartAbout::the_case && kase ? PartSubjectId{kase->bytes} : part.subject.value_or(PartSubjectId{made_up<16>("the ledger")});
  // As seal_part, but with the same nonce every time.
  Buffer salted(open.salt.begin(), open.salt.end());
  crypto::append(salted, open.plain);
  Buffer associated;
  crypto::append(associated, crypto::bytes_of("inzicht/v1/seal\n"));
  associated.push_back(suite_xchacha);
  crypto::append(associated, event.bytes);
  crypto::append_u16(associated, static_cast<std::uint16_t>(n));
  crypto::append(associated, info.commitment);
  const auto sealed = crypto::seal(crypto::Secret::from(made_up<32>(what + "/key")), made_up<crypto::seal_nonce_bytes>(what), salted, associated);
  stored.sealed.push_back(suite_xchacha);
  crypto::append(stored.sealed, sealed);
  const auto key = made_up<92>(what + "/part key");  // shaped right; there is no vault here
  stored.part_key.assign(key.begin(), key.end());
  return {info, stored};
}

EventId SampleLedger::record(Person& author, Draft draft, const Twist& twist) {
  const bool is_genesis = size() == 0;
  Envelope envelope;
  envelope.event = event_id(size());
  if (!is_genesis) envelope.ledger = sequencer_.ledger();
  envelope.actor = author.actor;
  envelope.key = author.signer.id();
  envelope.key_seq = author.sequence + 1;
  envelope.key_prev = author.last_header;
  envelope.anchor_size = author.anchor_size;
  envelope.anchor_root = author.anchor_root;
  if (draft.kase) {
    const auto head = sequencer_.head(crypto::ChainClass::kase, draft.kase->bytes);
    envelope.seen_count = head.n;
    if (head.n > 0) envelope.seen_head = head.chain;
  }
  if (twist.envelope) twist.envelope(envelope);
  for (auto& reference : draft.references)
    if (!reference.header_hash) reference.header_hash = header_hashes_.at(reference.event);

  Submitted out;
  std::vector<PartSealInfo> seals;
  for (unsigned n = 0; n < draft.parts.size(); ++n) {
    auto [info, stored] = seal(draft.parts[n], envelope.event, n, draft.kase);
    seals.push_back(info);
    out.parts.push_back(std::move(stored));
    if (draft.parts[n].info->name == "cases") out.listed = cases_of_list_part(draft.parts[n].message).value();
  }
  auto cosigners = twist.cosigners;
  std::ranges::sort(cosigners, {}, [](const Person* p) { return p->signer.id(); });
  for (const auto* cosigner : cosigners) draft.cosigners.push_back(cosigner->signer.id());
  out.header = build_header(draft, envelope, seals);
  const auto own = author.signer.sign(event_message(out.header));
  std::vector<BlockSignature> block{{author.signer.id(), crypto::algorithm_ed25519, Buffer(own.begin(), own.end())}};
  for (const auto* cosigner : cosigners) {
    const auto signature = cosigner->signer.sign(cosign_message(out.header));
    block.push_back({cosigner->signer.id(), crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())});
  }
  out.signatures = encode_signatures(block);
  if (twist.signatures) twist.signatures(out.signatures);
  out.recorded_at = now + 3 * micros_per_second;
  out.salt = made_up<16>(name_ + "/salt/" + std::to_string(size()));
  if (policy_) out.policies.push_back(*policy_);
  if (draft.kind->id == 109) policy_ = envelope.event;

  header_hashes_[envelope.event] = header_hash(out.header);
  if (!twist.unsigned_sequence) {
    author.sequence = envelope.key_seq;
    author.last_header = header_hash(out.header);
  }
  sequencer_.take(out);
  submitted_.push_back(std::move(out));
  now += minute;
  return envelope.event;
}

void SampleLedger::genesis(Person& first, Person& second, schema::ClockKind clock) {
  auto d = draft(101, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::LedgerCreated>();
  facts.setOwner(data_of(first.organisation.bytes));
  facts.setOrigin(origin_.c_str());
  facts.setClock(clock);
  facts.setRules(data_of(made_up<32>("rules")));
  auto keys = facts.initKeys(5);
  const auto set = [&](unsigned i, schema::KeyUse use, const crypto::Signer& signer, const Person* owner) {
    keys[i].setUse(use);
    const auto id = signer.id();
    keys[i].setKey(data_of(id));
    keys[i].setPublicKey(data_of(signer.public_key()));
    if (owner == nullptr) return;
    keys[i].setOwner(data_of(owner->actor.bytes));
    keys[i].setOrg(data_of(owner->organisation.bytes));
    const auto proof = signer.sign(enrol_message(LedgerId{}, owner->actor, id));
    keys[i].setProof(data_of(proof));
  };
  set(0, schema::KeyUse::LOG, signers_.log, nullptr);
  set(1, schema::KeyUse::RECEIPT, signers_.receipt, nullptr);
  set(2, schema::KeyUse::SERVICE, signers_.service, nullptr);
  set(3, schema::KeyUse::SIGNING, first.signer, &first);
  set(4, schema::KeyUse::SIGNING, second.signer, &second);
  INZICHT_ASSERT(!add_part(d, "name", "ledger", "", Json{{"name", "Sample"}, {"origin", origin_}}, PlainIds{}, "parts[0]"));
  Twist twist;
  twist.cosigners = {&second};
  record(first, std::move(d), twist);
}

void SampleLedger::enrol_actor(Person& registrar, const Person& who) {
  auto d = draft(103, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::ActorEnrolled>();
  facts.setWho(data_of(who.actor.bytes));
  facts.setActorKind(schema::ActorKind::PROFESSIONAL);
  facts.setOrg(data_of(who.organisation.bytes));
  facts.setRegister(schema::ProfessionRegister::NONE);
  facts.setRegisterStatus(schema::RegisterStatus::NOT_REGISTERED);
  set_date(facts.initStatusFrom());
  facts.setSecrecy(schema::SecrecyDuty::PROFESSIONAL);
  INZICHT_ASSERT(!add_part(d, "who", to_text(who.actor), "", Json{{"name", "somebody"}}, PlainIds{}, "parts[0]"));
  record(registrar, std::move(d));
}

void SampleLedger::enrol_key(Person& registrar, const KeyId& key, const crypto::Signer& signer, const std::optional<ActorId>& owner, schema::KeyUse use,
                             std::optional<Micros> valid_until, const Twist& twist) {
  auto d = draft(104, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::KeyEnrolled>();
  facts.setKey(data_of(key));
  facts.setPublicKey(data_of(signer.public_key()));
  if (owner) facts.setOwner(data_of(owner->bytes));
  facts.setUse(use);
  if (valid_until) facts.initValidUntil().setMicros(*valid_until);
  const auto proof = signer.sign(enrol_message(sequencer_.ledger(), owner.value_or(ActorId{}), key));
  facts.setProof(data_of(proof));
  record(registrar, std::move(d), twist);
}

void SampleLedger::enrol(Person& registrar, Person& who, const Twist& twist) {
  enrol_actor(registrar, who);
  enrol_key(registrar, who.signer.id(), who.signer, who.actor, schema::KeyUse::SIGNING, std::nullopt, twist);
}

void SampleLedger::revoke(Person& registrar, const Person& who, std::optional<Micros> doubtful_since) {
  auto d = draft(105, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::KeyRevoked>();
  const auto id = who.signer.id();
  facts.setKey(data_of(id));
  facts.setReason(schema::KeyRevocationReason::LOST);
  if (doubtful_since) facts.initDoubtfulSince().setMicros(*doubtful_since);
  facts.setOwner(data_of(who.actor.bytes));
  record(registrar, std::move(d));
}

void SampleLedger::adopt_policy(Person& registrar) {
  auto d = draft(109, schema::Role::LEDGER_ADMIN);
  auto facts = d.facts->getRoot<schema::PolicyAdopted>();
  facts.setPolicyKind(schema::PolicyKind::RULE_PARAMETERS);
  facts.setVersion(1);
  facts.setOwner(data_of(registrar.organisation.bytes));
  set_date(facts.initValidFrom());
  facts.setTextDigest(data_of(made_up<32>("policy")));
  record(registrar, std::move(d));
}

void SampleLedger::mandate_for_case(Person& registrar, const Person& who, const CaseId& kase) {
  auto d = draft(106, schema::Role::LEDGER_ADMIN);
  d.kase = kase;
  auto facts = d.facts->getRoot<schema::MandateGranted>();
  facts.setMandate(data_of(made_up<16>(name_ + "/mandate")));
  facts.setGrantee(data_of(who.actor.bytes));
  facts.setRole(schema::Role::WIJKCOACH);
  facts.setScope(schema::MandateScope::CASE_ONLY);
  facts.setBasis(schema::MandateBasis::ASSIGNMENT);
  facts.initFrom().setMicros(start);
  record(registrar, std::move(d));
}

EventId SampleLedger::signal(Person& author, const CaseId& kase, std::vector<SubjectId> subjects, const Twist& twist, std::size_t words) {
  auto d = draft(301);
  d.kase = kase;
  d.subjects = std::move(subjects);
  auto facts = d.facts->getRoot<schema::SignalReceived>();
  facts.setSignalType(schema::SignalType::SIGNAL);
  facts.setSource(schema::SignalSource::OWN_TEAM);
  facts.setReporterAnonymous(schema::YesNoUnknown::NO);
  facts.setDangerForVisitor(schema::YesNoUnknown::UNKNOWN);
  INZICHT_ASSERT(!add_part(d, "what", "case", "", Json{{"wat", words_of(words)}}, PlainIds{}, "parts[0]"));
  return record(author, std::move(d), twist);
}

EventId SampleLedger::open_case(Person& author, const CaseId& kase, const EventId& signal, const Twist& twist) {
  auto d = draft(201);
  d.kase = kase;
  d.references.push_back({schema::RefType::FOLLOWS, signal, std::nullopt});
  auto facts = d.facts->getRoot<schema::CaseOpened>();
  facts.setOrigin(schema::InterventionOrigin::SIGNAL);
  facts.setMunicipality("0363");
  facts.setApproach(schema::Approach::REGULAR);
  INZICHT_ASSERT(!add_part(d, "why", "case", "", Json{{"title", "help"}, {"reason", "a signal"}}, PlainIds{}, "parts[0]"));
  return record(author, std::move(d), twist);
}

EventId SampleLedger::assess(Person& author, const CaseId& kase, const EventId& signal, const Twist& twist) {
  auto d = draft(302);
  d.kase = kase;
  d.references.push_back({schema::RefType::ANSWERS, signal, std::nullopt});
  auto facts = d.facts->getRoot<schema::SignalAssessed>();
  facts.setDecision(schema::SignalDecision::START_CASE);
  facts.setCrisis(schema::CrisisJudgement::NO_CRISIS);
  facts.setDetail(schema::DetailLevel::HEADLINES);
  return record(author, std::move(d), twist);
}

void SampleLedger::view(Person& reader, const CaseId& kase, const Twist& twist) {
  auto d = draft(1301);
  auto facts = d.facts->getRoot<schema::PartsViewed>();
  facts.setViewer(data_of(reader.actor.bytes));
  facts.setView(schema::ViewKind::TIMELINE);
  facts.setPurpose(schema::AccessPurpose::HELP_EXECUTION);
  facts.setFilter(data_of(made_up<32>("filter")));
  const auto head = sequencer_.head(crypto::ChainClass::kase, kase.bytes);
  auto one = facts.initCases(1)[0];
  one.setCase(data_of(kase.bytes));
  one.setCount(head.n);
  one.setHead(data_of(head.n > 0 ? head.chain : made_up<32>("none")));
  record(reader, std::move(d), twist);
}

void SampleLedger::view_listed(Person& reader, const std::vector<CaseId>& cases, const Twist& twist) {
  auto d = draft(1301);
  auto facts = d.facts->getRoot<schema::PartsViewed>();
  facts.setViewer(data_of(reader.actor.bytes));
  facts.setView(schema::ViewKind::WORKLIST);
  facts.setPurpose(schema::AccessPurpose::COORDINATION);
  facts.setFilter(data_of(made_up<32>("filter")));
  Json rows = Json::array();
  for (const auto& kase : cases) rows.push_back({{"case", to_text(kase)}, {"count", sequencer_.head(crypto::ChainClass::kase, kase.bytes).n}});
  INZICHT_ASSERT(!add_part(d, "cases", "", "", Json{{"rows", rows}}, PlainIds{}, "parts[0]"));
  record(reader, std::move(d), twist);
}

std::string SampleLedger::publish(std::vector<Person*> witnesses_of) {
  checkpoints.push_back(sequencer_.checkpoint());
  for (auto* person : witnesses_of) {
    person->anchor_size = size();
    person->anchor_root = sequencer_.root();
  }
  return checkpoints.back();
}

FullSample::FullSample(std::string name, Log* log, std::string keys_of)
    : ledger(std::move(name), log, "example.org/ledger", std::move(keys_of)),
      registrar(ledger.make_person("registrar")),
      second_registrar(ledger.make_person("second registrar")),
      author(ledger.make_person("author")),
      other(ledger.make_person("other")),
      kase(ledger.make_case("first")),
      other_case(ledger.make_case("second")) {
  ledger.genesis(registrar, second_registrar);
  Twist approved;
  approved.cosigners = {&second_registrar};
  ledger.enrol(registrar, author, approved);
  ledger.enrol(registrar, other);
  ledger.adopt_policy(registrar);
  first_signal = ledger.signal(author, kase, {ledger.make_subject("mother"), ledger.make_subject("child")});
  ledger.publish({&author, &registrar});
  ledger.open_case(author, kase, first_signal);
  ledger.mandate_for_case(registrar, other, kase);
  ledger.signal(other, other_case, {ledger.make_subject("child")});
  ledger.assess(author, kase, first_signal);
  ledger.view(other, kase);
  ledger.view_listed(author, {kase, other_case});
  ledger.publish({&author, &registrar});
  ledger.revoke(registrar, other, SampleLedger::start + 9 * SampleLedger::minute);
  ledger.signal(author, kase, {ledger.make_subject("mother")});
  ledger.flush();
}

}  // namespace inzicht::testing
