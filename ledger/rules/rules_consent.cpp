// CONS: who consents to what, and what that consent is good for. CONS-09 is a watch rule.
#include <algorithm>

#include "ledger/rules/codes.h"
#include "ledger/rules/consent_scope.h"

namespace inzicht {
namespace {

using Kind = schema::ConsentKind;
using Capacity = schema::GrantorCapacity;

bool is_decision_to_share(const Check& c) {
  const auto decision = c.facts.getShareDecided().getDecision();
  return decision == schema::ShareDecision::SHARE || decision == schema::ShareDecision::SHARE_PARTLY;
}

// The kinds of consent that this decision has a use for.
CodeSet<Kind> kinds_needed(schema::ShareDecided::Reader d) {
  CodeSet<Kind> out;
  if (d.getRoute() == schema::ShareRoute::CONSENT) out.add(Kind::DOORBREKEN_GEHEIMHOUDING);
  if (d.getBasis() == schema::AvgBasis::CONSENT) out.add(Kind::AVG_GRONDSLAG);
  for (auto law : d.getToLaws())
    if (law != d.getFromLaw()) out.add(Kind::WETTELIJK_UITDRUKKELIJK);
  return out;
}

// CONS-01 (AVG 6, 7; JW 7.3.4, 7.3.11; Wmo 5.1.1): the four kinds of consent never stand in for each other.
Failure cons_01(const Check& c) {
  if (c.state() == nullptr || (c.kind == 407 && !is_decision_to_share(c))) return std::nullopt;
  const CodeSet<Kind> needed = c.kind == 407 ? kinds_needed(c.facts.getShareDecided()) : CodeSet<Kind>{Kind::HULPVERLENING};
  for (const EventId& cited : references_of(c.header, schema::RefType::UNDER_CONSENT)) {
    const Consent* consent = c.state()->consents().find(cited);
    if (consent != nullptr && !needed.has(consent->kind)) return Values{{"given", code_text(consent->kind)}, {"needed", codes_text(needed)}};
  }
  return std::nullopt;
}

std::string required_text(const std::vector<Grantors>& alternatives) {
  std::string out;
  for (const Grantors& g : alternatives)
    for (const auto* list : {&g.each, &g.one_of})
      for (const SubjectId& one : *list)
        if (const auto id = to_text(one); out.find(id) == std::string::npos) append(out, id);
  return out;
}

// Without any 203 about somebody the case cannot say who represents them; CONS-03 asks for it.
bool is_representation_known(const Check& c, const SubjectId& person, Capacity capacity) {
  return capacity == Capacity::SELF || c.state()->people().is_linked(person);
}

// CONS-02 (JW 7.3.4-5, Wmo 5.3.3, UAVG 5): the grantor may grant for this person, kind and law on that day.
Failure cons_02(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const Consent consent = consent_of(c.input.event);
  for (const SubjectId& person : consent.about) {
    const ConsentNeed need{consent.law, consent.kind, person, c.t, consent.band, consent.judged};
    const bool self_fits = (consent.capacity == Capacity::SELF) == (consent.grantor == person);
    if (!is_representation_known(c, person, consent.capacity)) continue;
    if (self_fits && may_consent(*c.state(), c.parameters, need, consent.grantor)) continue;
    return Values{{"band", code_text(consent.band)},
                  {"law", code_text(consent.law)},
                  {"capacity", code_text(consent.capacity)},
                  {"required", required_text(required(*c.state(), c.parameters, need))}};
  }
  return std::nullopt;
}

// Whether a 203 in force that was checked shows this person in this capacity.
bool gezag_was_checked(const Check& c, const SubjectId& grantor, const SubjectId& about, Capacity capacity) {
  using enum schema::Gezag;
  const bool parent = capacity == Capacity::PARENT_WITH_GEZAG;
  const auto relation = parent ? schema::RelationType::PARENT_OF : schema::RelationType::GUARDIAN_OF;
  const Link* link = c.state()->people().link(grantor, about, relation, c.t.on);
  if (link == nullptr || link->evidence == schema::GezagEvidence::NOT_CHECKED || link->evidence == schema::GezagEvidence::UNSET) return false;
  if (parent) return link->gezag == SOLE || link->gezag == JOINT;
  return link->gezag == (capacity == Capacity::GUARDIAN ? GUARDIAN_PERSON : GUARDIAN_INSTITUTION);
}

template <class Facts>
Failure cons_03_of(const Check& c, const Facts& facts) {
  const auto capacity = facts.getCapacity();
  if (capacity != Capacity::PARENT_WITH_GEZAG && capacity != Capacity::GUARDIAN && capacity != Capacity::GUARDIAN_INSTITUTION) return std::nullopt;
  const auto grantor = id_or_zero<SubjectId>(facts.getGrantor());
  for (const SubjectId& about : ids_of<SubjectId>(facts.getAbout()))
    if (!gezag_was_checked(c, grantor, about, capacity)) return Values{{"grantor", to_text(grantor)}, {"about", to_text(about)}};
  return std::nullopt;
}

// CONS-03 (JW 7.3.4-5; seed 001 L257-259): gezag is looked up before somebody acts on it.
Failure cons_03(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  return c.kind == 402 ? cons_03_of(c, c.facts.getConsentGiven()) : cons_03_of(c, c.facts.getConsentRefused());
}

bool is_of(const Check& c, const ActorId& actor, const SubjectId& person) {
  return std::ranges::any_of(c.registry().mandates_of(actor), [&](const MandateInfo* m) {
    return m->scope == schema::MandateScope::SUBJECT_ONLY && m->subject == person && m->in_force(c.t.at);
  });
}

bool signed_by(const Check& c, const SubjectId& person) {
  if (is_of(c, c.author, person)) return true;
  for (auto raw : c.header.getCoSigners()) {
    KeyId key{};
    if (raw.size() == key.size()) std::copy(raw.begin(), raw.end(), key.begin());
    const KeyInfo* known = c.registry().find_key(key);
    if (known != nullptr && known->owner && is_of(c, *known->owner, person)) return true;
  }
  return false;
}

bool names_consent_text(const Check& c) {
  for (const EventId& event : references_of(c.header, schema::RefType::BASED_ON))
    if (const PolicyInfo* policy = c.registry().find_policy(event); policy != nullptr && policy->kind == schema::PolicyKind::CONSENT_TEXT) return true;
  return false;
}

// CONS-04 (AVG 7; seed 001 L1576-1583): to whom, what, what for, on which text; kind 4 needs its purposes only.
Failure cons_04(const Check& c) {
  const auto facts = c.facts.getConsentGiven();
  const bool help = facts.getConsentKind() == Kind::HULPVERLENING;
  std::string missing;
  if (!help && facts.getRecipients().size() == 0) append(missing, "recipients");
  if (!help && facts.getCategories().size() == 0) append(missing, "categories");
  if (facts.getPurposes().size() == 0) append(missing, "purposes");
  if (!facts.hasValidFrom()) append(missing, "validFrom");
  if (!names_consent_text(c)) append(missing, code_text(schema::PolicyKind::CONSENT_TEXT));
  for (const Recipient& r : recipients_of(facts.getRecipients()))
    if (r.cls == schema::RecipientClass::THIRD_PARTY && c.org_of(r.actor).is_zero() && r.org.is_zero()) append(missing, code_text(r.cls));
  if (facts.getForm() == schema::ConsentForm::OWN_KEY && !signed_by(c, id_or_zero<SubjectId>(facts.getGrantor())))
    append(missing, code_text(facts.getForm()));
  return missing.empty() ? std::nullopt : Failure(Values{{"missing", missing}});
}

// Where one parent is enough (parentsNeeded=one, §7.2): of the others who hold gezag, one whose consent is not there either.
bool lacks_a_parent(const Check& c) {
  if (c.state() == nullptr || c.parameters.parents_needed != "one") return false;
  Parameters strict = c.parameters;
  strict.parents_needed = "all";
  const Consent given = consent_of(c.input.event);
  const ScopeMatch match(c);
  return std::ranges::any_of(given.about, [&](const SubjectId& person) {
    const auto granted = [&](const SubjectId& one) {
      const ShareCell cell{person, {}, given.scope.categories, {}};
      return one == given.grantor || std::ranges::any_of(c.state()->consents().all(), [&](const Consent& other) {
               return other.grantor == one && other.kind == given.kind && names(other.about, person) && match.in_force(other, cell);
             });
    };
    const auto alternatives = required(*c.state(), strict, {given.law, given.kind, person, c.t, given.band, given.judged});
    return std::ranges::none_of(alternatives, [&](const Grantors& g) { return g.anybody || g.nobody_known || std::ranges::all_of(g.each, granted); });
  });
}

// CONS-05 (AVG 6, 7): consent is a weak basis where somebody is not free to say no.
Failure cons_05(const Check& c) {
  std::string reason;
  if (c.kind == 402) {
    const auto facts = c.facts.getConsentGiven();
    if (facts.getConsentKind() == Kind::AVG_GRONDSLAG) append(reason, code_text(facts.getConsentKind()));
    if (facts.getPressure() != schema::Pressure::NONE) append(reason, code_text(facts.getPressure()));
    if (lacks_a_parent(c)) append(reason, "parentsNeeded");
  } else {
    const OrganisationInfo* own = c.registry().find_organisation(c.own_org());
    const auto basis = c.facts.getShareDecided().getBasis();
    if (basis == schema::AvgBasis::CONSENT && own != nullptr && own->is_public_body) append(reason, code_text(basis));
  }
  return reason.empty() ? std::nullopt : Failure(Values{{"reason", reason}});
}

// CONS-06 (AVG 7(3)): withdrawing works forward, by who gave the consent or is entitled in their place now.
Failure cons_06(const Check& c) {
  const auto facts = c.facts.getConsentWithdrawn();
  if (facts.getEffectiveFrom().getMicros() < c.t.at) return Values{};
  const auto of = reference_of(c.header, schema::RefType::WITHDRAWS);
  const Consent* consent = of && c.state() != nullptr ? c.state()->consents().find(*of) : nullptr;
  const auto grantor = id_or_zero<SubjectId>(facts.getGrantor());
  if (consent == nullptr || consent->grantor == grantor) return std::nullopt;
  const bool entitled = std::ranges::all_of(consent->about, [&](const SubjectId& person) {
    return may_consent(*c.state(), c.parameters, {consent->law, consent->kind, person, c.t}, grantor);
  });
  return entitled ? std::nullopt : Failure(Values{});
}

bool measure_in_force(const Check& c, const SubjectId& person) { return !c.state()->dwang_orders().in_force(person, c.t.on).empty(); }

// CONS-07 (JW 7.3.4-7.3.5, 7.3.15): help rests on consent to help, on a measure, or on an emergency.
Failure cons_07(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const auto facts = c.facts.getInterventionStarted();
  const auto cited = references_of(c.header, schema::RefType::UNDER_CONSENT);
  const ScopeMatch match(c);
  using enum schema::HelpBasis;
  const auto basis = facts.getHelpBasis();
  if (basis == EMERGENCY) return std::nullopt;
  for (const SubjectId& person : ids_of<SubjectId>(facts.getFor())) {
    const ShareCell help{person, {}, {}, schema::SharePurpose::EXECUTING_HELP};
    const auto age = c.state()->people().age(person, c.t);
    const bool under_measure = basis == PROTECTION_MEASURE || basis == PROBATION || basis == CLOSED_CARE;
    if (under_measure && measure_in_force(c, person)) continue;
    if (basis == ADULT_VOLUNTARY && (!age || age->most >= 18)) continue;
    if (basis == CONSENT && match.satisfied(schema::TaskLaw::JEUGDWET, Kind::HULPVERLENING, help, &cited)) continue;
    return Values{{"required", required_text(required(*c.state(), c.parameters, {schema::TaskLaw::JEUGDWET, Kind::HULPVERLENING, person, c.t}))}};
  }
  return std::nullopt;
}

// CONS-08 (JW 7.3.15, Wmo 5.3.3): doubt about capacity is looked into with somebody, and nobody incapable consents alone.
Failure cons_08(const Check& c) {
  const auto facts = c.facts.getConsentGiven();
  using enum schema::CapacityJudgement;
  const auto judged = facts.getCapacityJudged();
  if (judged != DOUBT && judged != NOT_CAPABLE) return std::nullopt;
  const auto is_consultation = [&](const EventId& event) { return c.state() == nullptr || c.state()->sharing().consultation(event) != nullptr; };
  const bool consulted = std::ranges::any_of(references_of(c.header, schema::RefType::BASED_ON), is_consultation);
  const bool alone = judged == NOT_CAPABLE && facts.getCapacity() == Capacity::SELF;
  return consulted && !alone ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> consent_rules() {
  return {{"CONS-01", {407, 808}, cons_01}, {"CONS-02", {402}, cons_02}, {"CONS-03", {402, 403}, cons_03}, {"CONS-04", {402}, cons_04},
          {"CONS-05", {402, 407}, cons_05}, {"CONS-06", {404}, cons_06}, {"CONS-07", {808}, cons_07},      {"CONS-08", {402}, cons_08}};
}

}  // namespace inzicht
