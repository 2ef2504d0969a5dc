// SHARE on the decision (407): complete, consented to or excepted, with a ground for each kind of data and each law.
#include <algorithm>

#include "ledger/rules/codes.h"
#include "ledger/rules/exceptions.h"

namespace inzicht {
namespace {

using Category = schema::DataCategory;

constexpr std::uint32_t weighing_part = 4070;
// The fields of the weighing, in the order of the part.
constexpr std::string_view answers[] = {"purpose",       "otherWay",       "consentEffort",   "danger",      "whoNeeds", "whatNeeded",
                                        "moralDistress", "expectedEffect", "proportionality", "subsidiarity", "motive"};
enum Answer : unsigned { purpose, other_way, consent_effort, danger, who_needs, what_needed, proportionality = 8, subsidiarity, motive };

constexpr CodeSet<Category> special{Category::PHYSICAL_HEALTH, Category::MENTAL_HEALTH, Category::ADDICTION, Category::DISABILITY,
                                    Category::SPECIAL_OTHER};

std::string unanswered(std::uint64_t filled, std::initializer_list<Answer> asked) {
  std::string out;
  for (Answer one : asked)
    if ((filled >> one & 1) == 0) append(out, answers[one]);
  return out;
}

bool shares(const Check& c) {
  const auto decision = c.facts.getShareDecided().getDecision();
  return decision == schema::ShareDecision::SHARE || decision == schema::ShareDecision::SHARE_PARTLY;
}

// SHARE-02 (AVG 5, 6): a decision to share says what for, on which basis and article, to whom, what, and why so much.
Failure share_02(const Check& c) {
  if (!shares(c)) return std::nullopt;
  const auto d = c.facts.getShareDecided();
  const auto to = recipients_of(d.getRecipients());
  std::string missing;
  if (d.getBasis() == schema::AvgBasis::UNKNOWN || d.getBasis() == schema::AvgBasis::UNSET) append(missing, "basis");
  if (d.getArticle().size() == 0) append(missing, "article");
  if (d.getFromLaw() == schema::TaskLaw::NONE || d.getFromLaw() == schema::TaskLaw::UNSET) append(missing, "fromLaw");
  if (d.getToLaws().size() == 0) append(missing, "toLaws");
  if (to.empty() || std::ranges::any_of(to, [](const Recipient& r) { return r.cls == schema::RecipientClass::UNSET; })) append(missing, "recipients");
  const bool to_people = std::ranges::all_of(to, [](const Recipient& r) { return !r.subject.is_zero(); });
  if (d.getRecipientRole() == schema::Role::UNSET && !to_people) append(missing, "recipientRole");
  if (d.getCategories().size() == 0) append(missing, "categories");
  const auto open = unanswered(filled_of(c.header, weighing_part), {purpose, who_needs, what_needed, proportionality, subsidiarity});
  if (!open.empty()) append(missing, open);
  return missing.empty() ? std::nullopt : Failure(Values{{"missing", missing}});
}

bool is_on(const Check& c, schema::ShareRoute route) { return c.state() != nullptr && shares(c) && c.facts.getShareDecided().getRoute() == route; }

// Every person to every recipient; the first cell for which `holds` is false.
template <class Holds>
std::optional<ShareCell> first_open_cell(const ScopeMatch& match, const Decision& d, Holds holds) {
  for (const SubjectId& person : d.about)
    for (const Recipient& to : d.recipients) {
      const ShareCell cell{person, match.complete(to), d.categories, d.purpose};
      if (!holds(cell)) return cell;
    }
  return std::nullopt;
}

constexpr auto secrecy = schema::ConsentKind::DOORBREKEN_GEHEIMHOUDING;

// SHARE-03 (JW 7.3.11(1), Wmo 5.3.3): the consents that the decision cites cover all of it.
Failure share_03(const Check& c) {
  if (!is_on(c, schema::ShareRoute::CONSENT)) return std::nullopt;
  const ScopeMatch match(c);
  const Decision d = decision_of(c.input.event);
  const auto open = first_open_cell(match, d, [&](const ShareCell& cell) { return match.satisfied(d.from_law, secrecy, cell, &d.consents); });
  if (!open) return std::nullopt;
  return Values{{"gap", match.gap(d.from_law, secrecy, *open, &d.consents)}};
}

// SHARE-04 (JW 7.3.11): for each person everybody who must consent did, cited or not, and none took it back.
Failure share_04(const Check& c) {
  if (!is_on(c, schema::ShareRoute::CONSENT)) return std::nullopt;
  const ScopeMatch match(c);
  const Decision d = decision_of(c.input.event);
  const auto open = first_open_cell(match, d, [&](const ShareCell& cell) { return match.satisfied(d.from_law, secrecy, cell, nullptr); });
  if (!open) return std::nullopt;
  std::string grantors;
  for (const SubjectId& one : match.missing(d.from_law, secrecy, *open, nullptr)) append(grantors, to_text(one));
  return Values{{"person", to_text(open->person)}, {"grantors", grantors}};
}

// SHARE-05 (seed 003 L2915-2927): without consent, the six questions are answered and every no in force is named.
Failure share_05(const Check& c) {
  if (!is_on(c, schema::ShareRoute::EXCEPTION)) return std::nullopt;
  const ScopeMatch match(c);
  const Decision d = decision_of(c.input.event);
  const bool three = c.parameters.six_answers_exempt.has(d.exception);
  std::string questions = three ? unanswered(d.weighing, {purpose, who_needs, what_needed})
                                : unanswered(d.weighing, {purpose, other_way, consent_effort, danger, who_needs, what_needed});
  first_open_cell(match, d, [&](const ShareCell& cell) {
    for (const EventId& no : match.objections(cell))
      if (!names(d.based_on, no) && questions.find(to_text(no)) == std::string::npos) append(questions, to_text(no));
    return true;
  });
  return questions.empty() ? std::nullopt : Failure(Values{{"questions", questions}});
}

// SHARE-07 (AVG 9; UAVG 22, 30): special categories ask an exception, and social service a recipient bound to secrecy.
Failure share_07(const Check& c) {
  if (!shares(c)) return std::nullopt;
  const auto d = c.facts.getShareDecided();
  const auto categories = CodeSet<Category>::of(d.getCategories());
  if (!categories.meets(special)) return std::nullopt;
  using enum schema::Art9Exception;
  const auto ground = d.getArt9();
  const auto duty = d.getRecipientSecrecy();
  using Secrecy = schema::SecrecyDuty;
  const bool bound = duty == Secrecy::PROFESSIONAL || duty == Secrecy::OFFICIAL || duty == Secrecy::CONTRACTUAL;
  std::string missing;
  if (ground == NONE || ground == NOT_ESTABLISHED || ground == UNSET) missing = "art9";
  else if (ground == SOCIAL_SERVICE && !bound) missing = "recipientSecrecy";
  if (missing.empty()) return std::nullopt;
  return Values{{"categories", codes_text(CodeSet<Category>::from_bits(categories.bits() & special.bits()))}, {"missing", missing}};
}

// SHARE-08 (AVG 10; UAVG 31-33).
Failure share_08(const Check& c) {
  if (!shares(c)) return std::nullopt;
  const auto d = c.facts.getShareDecided();
  using enum schema::Art10Ground;
  const auto ground = d.getArt10();
  const bool grounded = ground != NONE && ground != NOT_ESTABLISHED && ground != UNSET;
  return grounded || !CodeSet<Category>::of(d.getCategories()).has(Category::CRIMINAL) ? std::nullopt : Failure(Values{});
}

// SHARE-09 (Wmo 5.1.1(4)-(5), 5.2.5): from one law to another only with explicit consent of each person.
Failure share_09(const Check& c) {
  if (c.state() == nullptr || !shares(c)) return std::nullopt;
  const auto facts = c.facts.getShareDecided();
  using enum schema::ShareException;
  const auto exception = facts.getException();
  const bool excepted = facts.getRoute() == schema::ShareRoute::EXCEPTION &&
                        (exception == VT_REPORT || exception == LEGAL_DUTY || exception == COURT_ORDER || exception == VITAL_INTEREST);
  if (excepted || (c.parameters.wams_active && facts.getArticle() == "WAMS")) return std::nullopt;
  const ScopeMatch match(c);
  const Decision d = decision_of(c.input.event);
  const auto consented = [&](const ShareCell& cell) {
    return std::ranges::any_of(d.consents, [&](const EventId& cited) {
      const Consent* consent = c.state()->consents().find(cited);
      return consent != nullptr && consent->kind == schema::ConsentKind::WETTELIJK_UITDRUKKELIJK && names(consent->about, cell.person) &&
             consent->own_statement && match.in_force(*consent, cell) && match.was_entitled(*consent, cell.person);
    });
  };
  for (auto law : facts.getToLaws()) {
    const LawPair crossing{facts.getFromLaw(), law};
    if (std::ranges::find(c.parameters.cross_laws, crossing) == c.parameters.cross_laws.end()) continue;
    if (first_open_cell(match, d, consented))
      return Values{{"fromLaw", code_text(facts.getFromLaw())}, {"toLaw", code_text(law)}};
  }
  return std::nullopt;
}

// The protocol of the own organisation, or of one that it shares an agreement with.
bool names_protocol(const Check& c) {
  const OrganisationId own = c.own_org();
  for (const EventId& event : references_of(c.header, schema::RefType::BASED_ON)) {
    const PolicyInfo* policy = c.registry().find_policy(event);
    if (policy == nullptr || policy->kind != schema::PolicyKind::PRIVACY_PROTOCOL || !policy->in_force(c.t.on)) continue;
    if (policy->owner == own || !c.agreements_between(own, policy->owner).empty()) return true;
  }
  return false;
}

// SHARE-14 (seed 003 L2927-2932): the own protocol, and an agreement with a partner.
Failure share_14(const Check& c) {
  if (!shares(c)) return std::nullopt;
  const OrganisationId own = c.own_org();
  if (!names_protocol(c)) return Values{{"org", to_text(own)}};
  for (const Recipient& r : recipients_of(c.facts.getShareDecided().getRecipients())) {
    const OrganisationId org = r.org.is_zero() ? c.org_of(r.actor) : r.org;
    if (r.cls != schema::RecipientClass::PARTNER || org == own) continue;
    const auto about_data = [](const AgreementInfo* a) { return a->type == schema::AgreementType::PRIVACY_AGREEMENT; };
    if (std::ranges::none_of(c.agreements_between(own, org), about_data)) return Values{{"org", to_text(org)}};
  }
  return std::nullopt;
}

// SHARE-15 (seed 002 L865-867): not sharing is an act too, with a reason.
Failure share_15(const Check& c) {
  if (shares(c)) return std::nullopt;
  const bool reasoned = c.facts.getShareDecided().getNotShareReason() != schema::NotShareReason::UNSET && c.filled(weighing_part, motive);
  return reasoned ? std::nullopt : Failure(Values{});
}

// ACC-04 (CJEU C-579/21): naming a staff member to somebody concerned is weighed with the privacy officer.
Failure acc_04(const Check& c) {
  const auto d = c.facts.getShareDecided();
  if (!shares(c) || !CodeSet<Category>::of(d.getCategories()).has(Category::STAFF_IDENTITY)) return std::nullopt;
  const bool to_person = std::ranges::any_of(recipients_of(d.getRecipients()), [](const Recipient& r) {
    return r.cls == schema::RecipientClass::SUBJECT_SELF || r.cls == schema::RecipientClass::REPRESENTATIVE;
  });
  const auto asked_officer = [&](const EventId& event) {
    const Consultation* held = c.state() == nullptr ? nullptr : c.state()->sharing().consultation(event);
    return held != nullptr && held->kind == schema::ConsultKind::PRIVACY_OFFICER;
  };
  const bool weighed = c.filled(weighing_part, proportionality) &&
                       std::ranges::any_of(references_of(c.header, schema::RefType::BASED_ON), asked_officer);
  return weighed || !to_person ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> share_decision_rules() {
  return {{"SHARE-02", {407}, share_02}, {"SHARE-03", {407}, share_03}, {"SHARE-04", {407}, share_04}, {"SHARE-05", {407}, share_05},
          {"SHARE-07", {407}, share_07}, {"SHARE-08", {407}, share_08}, {"SHARE-09", {407}, share_09}, {"SHARE-14", {407}, share_14},
          {"SHARE-15", {407}, share_15}, {"ACC-04", {407}, acc_04}};
}

}  // namespace inzicht
