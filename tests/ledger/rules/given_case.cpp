// The case that tests start from, and the builders of what happens in it.
#include <algorithm>

#include <catch2/catch.hpp>

#include "ledger/base/assert.h"
#include "ledger/rules/check.h"
#include "ledger/rules/kind_table.h"
#include "tests/ledger/rules/given.h"
#include "tests/ledger/rules/judged.h"

namespace inzicht::given {
namespace {

constexpr const char* set_up = "2019-01-07 09:00";

unsigned count(const auto& list) { return static_cast<unsigned>(list.size()); }

void fill_people(capnp::List<capnp::Data>::Builder to, const std::vector<std::string>& people) {
  for (unsigned i = 0; i < people.size(); ++i) to.set(i, data(person(people[i])));
}
void fill_recipients(capnp::List<schema::Recipient>::Builder to, const std::vector<std::string>& orgs, RecipientClass cls) {
  for (unsigned i = 0; i < orgs.size(); ++i) {
    to[i].setClass(cls);
    to[i].setOrg(data(org(orgs[i])));
  }
}
RecipientClass class_of(const std::string& name) {
  if (name == "O7") return RecipientClass::GI_UNDER_OTS;
  return name == "O14" || name == "O5" ? RecipientClass::INVOLVED_IN_HELP : RecipientClass::PARTNER;
}

}  // namespace

Given::Given() {
  organisation("O1", OrgType::MUNICIPALITY, true);
  organisation("O2", OrgType::WIJKTEAM);
  organisation("O4", OrgType::HOUSING);
  organisation("O7", OrgType::CERTIFIED_INSTITUTION);
  organisation("O14", OrgType::YOUTH_PROVIDER);
  professional("w3", "O2", Role::WIJKCOACH);
  professional("h2", "O4", Role::HOUSING_OFFICER);
  professional("jp2", "O7", Role::YOUTH_PROTECTOR);
  professional("b1", "O14", Role::SPECIALIST);
  consent_text = policy(PolicyKind::CONSENT_TEXT);
  protocol = policy(PolicyKind::PRIVACY_PROTOCOL);
  agreement(AgreementType::PRIVACY_AGREEMENT, {"O1", "O2", "O4"});
  Happening opened(201, "2019-06-12 09:45");
  opened.facts().initCaseOpened().setApproach(Approach::REGULAR);
  record(opened);
  add_person("J", "2002-03", AgeBand::FROM16TO17);
  add_person("P", "1999-02", AgeBand::FROM18TO22);
  involve("w3", "O2", Role::WIJKCOACH, InvolvementTask::COORDINATION);
}

void Given::organisation(const std::string& name, OrgType type, bool public_body) {
  Happening h(102, set_up);
  auto f = h.facts().initOrganisationRegistered();
  f.setOrg(data(org(name)));
  f.setOrgType(type);
  f.setStatus(RegistryStatus::ACTIVE);
  f.setPublicBody(public_body ? YesNoUnknown::YES : YesNoUnknown::NO);
  fill_date(f.initFrom(), "2010-01-01");
  record(h);
}

void Given::professional(const std::string& name, const std::string& works_for, Role role) {
  Happening h(103, set_up);
  auto f = h.facts().initActorEnrolled();
  f.setWho(data(actor(name)));
  f.setActorKind(schema::ActorKind::PROFESSIONAL);
  f.setOrg(data(org(works_for)));
  f.setRegister(ProfessionRegister::NONE);
  fill_date(f.initStatusFrom(), "2019-01-07");
  record(h);
  mandate(name, role, MandateScope::ORGANISATION, {MandatePower::RECORD});
}

void Given::client(const std::string& name, const std::string& subject) {
  Happening h(103, set_up);
  auto f = h.facts().initActorEnrolled();
  f.setWho(data(actor(name)));
  f.setActorKind(schema::ActorKind::CLIENT);
  fill_date(f.initStatusFrom(), "2019-01-07");
  record(h);
  Happening k(104, set_up);
  auto e = k.facts().initKeyEnrolled();
  const auto id = key(name);
  e.setKey({id.data(), id.size()});
  e.setUse(KeyUse::SIGNING);
  e.setOwner(data(actor(name)));
  record(k);
  mandate(name, Role::CLIENT, MandateScope::SUBJECT_ONLY, {MandatePower::RECORD}, subject);
}

MandateId Given::mandate(const std::string& name, Role role, MandateScope scope, std::initializer_list<MandatePower> powers, const std::string& subject,
                         const std::string& until) {
  Happening h(106, set_up);
  auto f = h.facts().initMandateGranted();
  MandateId id;
  id.bytes = h.id().bytes;
  f.setMandate(data(id));
  f.setGrantee(data(actor(name)));
  f.setRole(role);
  f.setScope(scope);
  if (!subject.empty()) f.setSubject(data(person(subject)));
  fill_codes(f.initPowers(count(powers)), std::vector(powers));
  f.initFrom().setMicros(local("2019-01-07"));
  if (!until.empty()) f.initUntil().setMicros(local(until));
  if (scope == MandateScope::CASE_ONLY || scope == MandateScope::WINDOW) h.header().setCase(data(the_case()));
  record(h);
  return id;
}

EventId Given::policy(PolicyKind kind, std::initializer_list<std::pair<std::string, std::string>> values, const std::string& from, const std::string& owner) {
  Happening h(109, set_up);
  auto f = h.facts().initPolicyAdopted();
  f.setPolicyKind(kind);
  f.setVersion(1);
  f.setOwner(data(org(owner)));
  fill_date(f.initValidFrom(), from);
  auto list = f.initValues(count(values));
  unsigned i = 0;
  for (const auto& [name, value] : values) {
    list[i].setKey(name);
    list[i++].setValue(value);
  }
  return record(h);
}

EventId Given::agreement(AgreementType type, std::initializer_list<const char*> parties, std::initializer_list<MandatePower> powers) {
  Happening h(108, set_up);
  auto f = h.facts().initAgreementRegistered();
  f.setAgreementType(type);
  f.setStatus(RegistryStatus::ACTIVE);
  auto list = f.initParties(count(parties));
  unsigned i = 0;
  for (const char* party : parties) list.set(i++, data(org(party)));
  fill_codes(f.initPowers(count(powers)), std::vector(powers));
  fill_date(f.initFrom(), "2019-01-07");
  return record(h);
}

EventId Given::add_person(const std::string& name, const std::string& birth_month, AgeBand band, PersonRole role, bool household) {
  Happening h(202, "2019-06-11 10:40");
  auto p = h.facts().initPersonRecorded().initPersons(1)[0];
  p.setSubject(data(person(name)));
  p.setChange(PersonChange::ADDED);
  p.setPersonRole(role);
  p.setAgeBand(band);
  if (const auto month = parse_month(birth_month)) {
    p.initBirthMonth().setYear(month->year);
    p.getBirthMonth().setMonth(month->month);
  }
  p.setInHousehold(household ? YesNoUnknown::YES : YesNoUnknown::NO);
  return record(h);
}

EventId Given::add_link(const std::string& from, const std::string& to, RelationType relation, Gezag gezag, GezagEvidence evidence,
                        const std::string& valid_from) {
  Happening h(203, "2019-06-12 09:00");
  auto f = h.facts().initRelationRecorded();
  auto link = f.initLinks(1)[0];
  link.setFrom(data(person(from)));
  link.setTo(data(person(to)));
  link.setRelation(relation);
  link.setGezag(gezag);
  f.setEvidence(evidence);
  fill_date(f.initValidFrom(), valid_from);
  return record(h);
}

EventId Given::involve(const std::string& name, const std::string& works_for, Role role, InvolvementTask task, const std::string& from) {
  Happening h(204, from);
  auto f = h.facts().initInvolvementStarted();
  auto p = f.initParties(1)[0];
  p.setActor(data(actor(name)));
  p.setOrg(data(org(works_for)));
  p.setRole(role);
  p.setTask(task);
  f.setExpectationsAsked(YesNoUnknown::YES);
  fill_date(f.initFrom(), from);
  return record(h);
}

EventId Given::assign(SingleFunction function, const std::string& name, const std::string& from) {
  Happening h(206, from);
  auto f = h.facts().initResponsibilityAssigned();
  auto a = f.initAssignments(1)[0];
  a.setFunction(function);
  if (!name.empty()) a.setHolder(data(actor(name)));
  f.setCause(AssignmentCause::FIRST);
  fill_date(f.initFrom(), from);
  return record(h);
}

Happening Given::consent(const ConsentSpec& spec) const {
  Happening h(402, spec.at);
  auto f = h.facts().initConsentGiven();
  f.setConsentKind(spec.kind);
  fill_people(f.initAbout(count(spec.about)), spec.about);
  f.setGrantor(data(person(spec.grantor)));
  f.setCapacity(spec.capacity);
  f.setAgeBand(spec.band);
  f.setLaw(spec.law);
  auto to = f.initRecipients(count(spec.to));
  for (unsigned i = 0; i < spec.to.size(); ++i) {
    to[i].setClass(class_of(spec.to[i]));
    to[i].setOrg(data(org(spec.to[i])));
  }
  fill_codes(f.initCategories(count(spec.categories)), spec.categories);
  fill_codes(f.initPurposes(count(spec.purposes)), spec.purposes);
  fill_date(f.initValidFrom(), spec.from);
  if (!spec.until.empty()) fill_date(f.initValidUntil(), spec.until);
  f.setForm(ConsentForm::WRITTEN_SIGNED);
  f.setCapacityJudged(CapacityJudgement::NOT_IN_DOUBT);
  f.setPressure(Pressure::NONE);
  return h.refers(RefType::BASED_ON, consent_text);
}

Happening Given::refusal(const std::string& grantor, const std::vector<std::string>& to, const std::vector<DataCategory>& categories,
                         const std::string& at) const {
  Happening h(403, at);
  auto f = h.facts().initConsentRefused();
  f.setConsentKind(ConsentKind::DOORBREKEN_GEHEIMHOUDING);
  fill_people(f.initAbout(1), {grantor});
  f.setGrantor(data(person(grantor)));
  f.setCapacity(GrantorCapacity::SELF);
  fill_recipients(f.initRecipients(count(to)), to, RecipientClass::PARTNER);
  fill_codes(f.initCategories(count(categories)), categories);
  f.setPressure(Pressure::NONE);
  return h;
}

Happening Given::withdrawal(const EventId& consent, const std::string& grantor, const std::string& from) const {
  Happening h(404, from);
  auto f = h.facts().initConsentWithdrawn();
  f.setGrantor(data(person(grantor)));
  f.initEffectiveFrom().setMicros(local(from));
  f.setMeans(ContactMode::PORTAL);
  return h.refers(RefType::WITHDRAWS, consent);
}

Happening Given::decision(const DecisionSpec& spec) const {
  Happening h(407, spec.at);
  auto f = h.facts().initShareDecided();
  f.setDecision(spec.decision);
  fill_people(f.initAbout(count(spec.about)), spec.about);
  fill_recipients(f.initRecipients(count(spec.to)), spec.to, spec.cls);
  f.setRecipientRole(Role::HOUSING_OFFICER);
  f.setPurpose(spec.purpose);
  fill_codes(f.initCategories(count(spec.categories)), spec.categories);
  f.setDetail(spec.detail);
  f.setBasis(AvgBasis::PUBLIC_TASK);
  f.setArticle(spec.article);
  f.setFromLaw(spec.from_law);
  fill_codes(f.initToLaws(count(spec.to_laws)), spec.to_laws);
  f.setRoute(spec.route);
  f.setException(spec.exception);
  f.setArt9(Art9Exception::NONE);
  f.setArt10(Art10Ground::NONE);
  f.setRecipientSecrecy(SecrecyDuty::PROFESSIONAL);
  f.setKnowledge(Knowledge::WITH_KNOWLEDGE);
  if (!spec.until.empty()) fill_date(f.initValidUntil(), spec.until);
  for (const EventId& consent : spec.consents) h.refers(RefType::UNDER_CONSENT, consent);
  h.refers(RefType::BASED_ON, protocol);
  return h.fills(0, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
}

Happening Given::share(const ShareSpec& spec, std::initializer_list<EventId> executes) const {
  Happening h(408, spec.at);
  auto f = h.facts().initInformationShared();
  fill_people(f.initAbout(count(spec.about)), spec.about);
  fill_recipients(f.initRecipients(count(spec.to)), spec.to, spec.cls);
  f.setPurpose(spec.purpose);
  fill_codes(f.initCategories(count(spec.categories)), spec.categories);
  f.setDetail(spec.detail);
  f.setForm(ShareForm::OWN_INITIATIVE);
  f.setMeans(SharingMeans::SECURE_MAIL);
  f.setKnowledge(Knowledge::WITH_KNOWLEDGE);
  for (const EventId& decided : executes) h.refers(RefType::EXECUTES, decided);
  return h;
}

EventId Given::record(const Happening& happening) {
  const Recorded event = happening.as_recorded(next_index_++);
  if (event.header.getKind() < 200) registry.apply(event);
  if (event.header.hasCase()) state.apply(event);
  return happening.id();
}

std::vector<std::string> Given::findings(const Happening& happening) const {
  const Recorded event = happening.as_recorded(next_index_);
  std::vector<std::string> out;
  for (const auto& finding : evaluate(input(event))) out.push_back(finding.rule->id);
  return out;
}

void Given::check_claims(const RuleInfo& rule, const Happening& happening) const {
  INFO("claims on a failing " << rule.id << " of kind " << happening.header().getKind());
  const auto& kinds = std::ranges::find(all_rules(), rule.id, &Rule::id)->kinds;
  if (kind_roles(happening.header().getKind())->is_power && !kinds.empty()) {
    CHECK(power(happening.copy().recorded_at_once().claims(Conformity::DEVIATION, {rule.id.c_str()})));
    note_judged(rule.id, Judged::explained);
    return;
  }
  const char* other = rule.id == "SHARE-01" ? "SHARE-02" : "SHARE-01";
  const auto kept_out = [&](Conformity claim, std::initializer_list<const char*> named) {
    const Happening claimed = happening.copy().claims(claim, named);
    CHECK(std::ranges::count(findings(claimed), rule.id) == 1);  // named or not, it is found
    return refuses(rule, claimed.header().asReader());
  };
  CHECK(kept_out(Conformity::CONFORMING, {}));
  CHECK(kept_out(Conformity::DEVIATION, {other}));
  CHECK_FALSE(kept_out(Conformity::DEVIATION, {rule.id.c_str()}));
  CHECK_FALSE(kept_out(Conformity::AFTER_THE_FACT, {}));
  note_judged(rule.id, Judged::explained);
}

bool Given::fails(const std::string& rule, const Happening& happening) const {
  const RuleInfo* info = find_rule(rule);
  INZICHT_ASSERT(info != nullptr);
  const bool broken = std::ranges::count(findings(happening), rule) > 0;
  note_judged(rule, broken ? Judged::broken : Judged::held);
  if (broken && info->severity == Severity::gate) check_claims(*info, happening);
  return broken;
}

Values Given::values_of(const std::string& rule, const Happening& happening) const {
  if (!fails(rule, happening)) return {};
  const Recorded event = happening.as_recorded(next_index_);
  for (auto& finding : evaluate(input(event)))
    if (finding.rule->id == rule) return finding.values;
  return {};
}

std::optional<AdmRefusal> Given::power(const Happening& happening) const {
  const Recorded event = happening.as_recorded(next_index_);
  auto refused = check_power(input(event));
  const auto kind = happening.header().getKind();
  if (kind == 1301 || kind == 1302) {  // refused whatever the claim
    note_judged("ACC-01", refused ? Judged::broken : Judged::held);
    if (refused) note_judged("ACC-01", Judged::explained);
  }
  return refused;
}

}  // namespace inzicht::given
