// ASMT-07: the table at which the municipality's process model decides.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Category = schema::AmsterdamCategory;
using Meets = schema::MeetingType;

Failure belongs_in(const Check& c, const std::string& forum) {
  return forum.empty() ? std::nullopt : Failure(Values{{"model", c.parameters.process_model}, {"forum", forum}});
}

const Meeting* discussed_in(const Check& c) {
  const auto event = reference_of(c.header, schema::RefType::DISCUSSED_IN);
  return event ? c.state()->sharing().meeting(*event) : nullptr;
}

// An order that puts the family with the certified institution (seed 001 L1344-1347).
bool is_youth_measure(schema::DwangMeasure measure) {
  using enum schema::DwangMeasure;
  constexpr CodeSet<schema::DwangMeasure> youth{OTS,   VOORLOPIGE_OTS, UITHUISPLAATSING,     SPOED_UITHUISPLAATSING, GEZAGSBEEINDIGING, SCHORSING_GEZAG,
                                                OTS_OUD, JEUGDRECLASSERING, UITHUISPLAATSING_OUD, GESLOTEN_JEUGDHULP};
  return youth.has(measure);
}

bool is_under_measure(const Check& c) {
  return std::ranges::any_of(c.state()->people().household(c.t.at), [&](const SubjectId& person) {
    return std::ranges::any_of(c.state()->dwang_orders().in_force(person, c.t.on), [](const Measure* m) { return is_youth_measure(m->measure); });
  });
}

// UNSET: the model does not say, as nobody qualified the family and it has neither indicated care nor a measure.
Meets amsterdam_forum(const Check& c) {
  const Category category = c.state()->assessments().amsterdam_category(c.t.at);
  const bool heavy = category == Category::CAT2 || category == Category::CAT3 || category == Category::CAT4;
  if (heavy || c.state()->assessments().has_indicated_care(c.t.at) || is_under_measure(c)) return Meets::MDO_PLUS;
  return category == Category::UNSET ? Meets::UNSET : Meets::LOKAAL_GEZINSOVERLEG;
}

// The family manager comes from the institution as soon as there is a measure (seed 001 L1483-1492).
bool manager_fits(const Check& c, Category category) {
  if (category != Category::CAT3 && category != Category::CAT4) return true;
  const auto org = c.org_of(c.state()->involvement().holder(schema::SingleFunction::WIJKCOACH, c.t.on));
  const OrganisationInfo* info = c.registry().find_organisation(org);
  return info == nullptr || info->type == schema::OrgType::CERTIFIED_INSTITUTION;
}

bool has_process_director(const Check& c) {
  return !c.state()->involvement().holder(schema::SingleFunction::PROCESS_DIRECTOR, c.t.on).is_zero();
}

// The plan is made where the category says, with the director and the family manager that go with it.
Failure amsterdam_plan(const Check& c, Meets forum) {
  if (c.facts.getPlanAdopted().getPlanType() != schema::PlanType::FAMILY_PLAN) return std::nullopt;
  std::string lacking;
  const Meeting* meeting = discussed_in(c);
  if (meeting == nullptr || meeting->type != forum) append(lacking, code_text(forum));
  if (forum == Meets::MDO_PLUS && !has_process_director(c)) append(lacking, code_text(schema::SingleFunction::PROCESS_DIRECTOR));
  if (!manager_fits(c, c.state()->assessments().amsterdam_category(c.t.at))) append(lacking, code_text(schema::OrgType::CERTIFIED_INSTITUTION));
  return belongs_in(c, lacking);
}

// A measure moves the case to MDO+, and the institution and the process director know of it (seed 001 L1382-1392).
Failure amsterdam_order(const Check& c) {
  const auto facts = c.facts.getDwangDecided();
  using enum schema::DwangOutcome;
  const bool holds = facts.getOutcome() != REJECTED && facts.getOutcome() != SUSPENDED;
  if (!holds || !is_youth_measure(facts.getMeasure())) return std::nullopt;
  const auto executor = id_or_zero<OrganisationId>(facts.getExecutor());
  const bool told = executor.is_zero() || c.state()->involvement().is_active(executor, c.t.on) || c.state()->has_received({}, executor);
  const bool moved = c.state()->sharing().has_met(Meets::MDO_PLUS) && has_process_director(c) && told;
  return moved ? std::nullopt : belongs_in(c, code_text(Meets::MDO_PLUS));
}

Failure amsterdam(const Check& c) {
  if (c.kind == 906) return amsterdam_order(c);
  const Meets forum = amsterdam_forum(c);
  if (forum == Meets::UNSET) return std::nullopt;
  if (c.kind == 804) return amsterdam_plan(c, forum);
  const Meeting* meeting = c.kind == 209 ? discussed_in(c) : nullptr;
  const Meets held = c.kind == 501 ? c.facts.getMeetingHeld().getMeetingType() : meeting == nullptr ? Meets::UNSET : meeting->type;
  const bool decides = held == Meets::MDO_PLUS || held == Meets::LOKAAL_GEZINSOVERLEG;
  return !decides || held == forum ? std::nullopt : belongs_in(c, code_text(forum));
}

bool approved_by_structural(const Check& c) {
  return std::ranges::any_of(c.state()->assessments().approaches(), [&](const ChosenApproach& one) {
    const Meeting* meeting = one.discussed_in ? c.state()->sharing().meeting(*one.discussed_in) : nullptr;
    return one.occurred <= c.t.at && one.outcome == schema::ScaleOutcome::ACCEPTED && meeting != nullptr && meeting->type == Meets::STRUCTURELE_REGIEGROEP;
  });
}

// Zwolle (seed 001 L857-861): the structural regiegroep approves, then the case regiegroep meets.
Failure zwolle(const Check& c) {
  const std::string structural = code_text(Meets::STRUCTURELE_REGIEGROEP);
  if (c.kind == 501 && c.facts.getMeetingHeld().getMeetingType() == Meets::CASUS_REGIEGROEP)
    return approved_by_structural(c) ? std::nullopt : belongs_in(c, structural);
  if (c.kind != 209 || c.facts.getApproachChosen().getApproach() != schema::Approach::MPG_ZWOLLE) return std::nullopt;
  const Meeting* meeting = discussed_in(c);
  return meeting != nullptr && meeting->type == Meets::STRUCTURELE_REGIEGROEP ? std::nullopt : belongs_in(c, structural);
}

// ASMT-07: CMPG asks no forum here; its order is PLAN-08.
Failure asmt_07(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  if (c.parameters.process_model == "amsterdam") return amsterdam(c);
  return c.parameters.process_model == "zwolle" ? zwolle(c) : std::nullopt;
}

}  // namespace

std::vector<Rule> process_model_rules() { return {{"ASMT-07", {209, 501, 804, 906}, asmt_07}}; }

}  // namespace inzicht
