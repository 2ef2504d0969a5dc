// DRANG: an offer that is weighed, clear, warned about and carried out by who may. No order rests on it.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Consequence = schema::DrangConsequence;
using Type = schema::OrgType;

constexpr std::uint32_t offer_part = 9020;
constexpr std::string_view offer_fields[] = {"choice", "conditions", "freedomLeft", "firstStep", "consequence"};
constexpr unsigned first_step = 3;

constexpr std::uint64_t interests_person = 1 << 0, interests_others = 1 << 1, why_voluntary_fails = 1 << 2;
constexpr std::uint64_t weighed_fields = interests_person | interests_others | why_voluntary_fails;

// Whether something regular was tried: "none" is an instrument of the list and says that nothing was.
bool names_exhausted(const Weighing& w) {
  using enum schema::RegularInstrument;
  return !w.exhausted.without({NONE, UNSET}).empty();
}

// DRANG-01 (seed 003 L3912-3914; seed 001 L1315): an offer rests on an earlier weighing (901) of drang.
Failure rests_on_weighing(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  for (const EventId& event : references_of(c.header, schema::RefType::BASED_ON)) {
    const Weighing* w = c.state()->weighings().find(event);
    const bool drang = w != nullptr && w->considered == schema::Kader::DRANG && w->occurred <= c.t.at;
    if (drang && names_exhausted(*w) && (w->filled & weighed_fields) == weighed_fields) return std::nullopt;
  }
  return Values{};
}

// DRANG-03 (seed 002 L1711-1712): how somebody lives is no ground by itself.
Failure lifestyle_is_no_ground(const Check& c) {
  using Ground = schema::CoercionGround;
  const auto grounds = CodeSet<Ground>::of(c.facts.getCoercionWeighed().getGrounds());
  return grounds == CodeSet<Ground>{Ground::DEVIATING_LIFESTYLE} ? Failure(Values{}) : std::nullopt;
}

// DRANG-02 (seed 003 L3917-3927): what is offered, what is asked, what stays free, and what follows.
Failure offer_is_clear(const Check& c) {
  const auto facts = c.facts.getDrangOffered();
  using enum schema::DrangKind;
  const auto kind = facts.getDrangKind();
  const bool with_choice = kind == KEUZE_MET_GEVOLG || kind == VOORWAARDELIJK_KADER || kind == VOORWAARDELIJK_WONEN;
  std::string missing;
  for (unsigned field = 0; field < std::size(offer_fields); ++field)
    if ((with_choice || field == first_step) && !c.filled(offer_part, field)) append(missing, offer_fields[field]);
  if (!facts.hasContact()) append(missing, "contact");
  if (with_choice && facts.getRewards().size() + facts.getConsequences().size() == 0) append(missing, "rewards");
  if (with_choice && !facts.hasRespondBy()) append(missing, "respondBy");
  return missing.empty() ? std::nullopt : Failure(Values{{"missing", missing}});
}

// DRANG-04 (seed 003 L3715-3718): an answer and a warning come before a consequence.
Failure warned_before_consequence(const Check& c) {
  if (c.state() == nullptr || c.facts.getDrangFollowedUp().getFollowUp() != schema::DrangFollowUp::CONSEQUENCE_APPLIED) return std::nullopt;
  const auto concerned = reference_of(c.header, schema::RefType::CONCERNS);
  const DrangOffer* offer = concerned ? c.state()->drang_offers().offer(*concerned) : nullptr;
  if (offer == nullptr) return Values{};
  using enum schema::DrangResponse;
  const bool declined = offer->answers.has(schema::DrangResponse::REFUSED) || offer->answers.has(PARTLY);
  const bool too_late = offer->respond_by && c.t.on > *offer->respond_by;
  return offer->warned && (declined || too_late) ? std::nullopt : Failure(Values{});
}

// Who may carry a consequence out (docs/domain.md §5.2); empty: anybody, or not in the table.
CodeSet<Type> bodies_for(Consequence consequence) {
  switch (consequence) {
    case Consequence::BENEFIT_SUSPENDED: return {Type::MUNICIPALITY};
    case Consequence::EVICTION_CONTINUES:
    case Consequence::TENANCY_CONDITIONS: return {Type::HOUSING};
    case Consequence::TRUANCY_REPORT: return {Type::MUNICIPALITY};  // where the attendance officer works
    case Consequence::BOARD_INQUIRY: return {Type::WIJKTEAM, Type::CERTIFIED_INSTITUTION, Type::VEILIG_THUIS, Type::MUNICIPALITY};
    case Consequence::MEASURE_REQUESTED: return {Type::CHILD_PROTECTION_BOARD, Type::CERTIFIED_INSTITUTION};
    case Consequence::VT_REPORT:
    case Consequence::PENALTY_EXECUTED:
    case Consequence::SUPPORT_STOPS:
    case Consequence::NONE:
    case Consequence::UNSET: return {};
  }
  return {};
}

// DRANG-05 (seed 000 L124-125): carried out by the body that may, on a power that is named.
Failure competent_body_acts(const Check& c) {
  const auto facts = c.facts.getDrangFollowedUp();
  const bool consequence = facts.getFollowUp() == schema::DrangFollowUp::CONSEQUENCE_APPLIED;
  const bool reward = facts.getFollowUp() == schema::DrangFollowUp::REWARD_GIVEN;
  if (!consequence && !reward) return std::nullopt;
  const bool tenancy = reward && facts.getReward() == schema::DrangReward::TENANCY_KEPT;
  const CodeSet<Type> bodies = consequence ? bodies_for(facts.getConsequence()) : tenancy ? CodeSet<Type>{Type::HOUSING} : CodeSet<Type>{};
  const auto by = id_or_zero<OrganisationId>(facts.getByOrg());
  const OrganisationInfo* org = c.registry().find_organisation(by);
  const bool competent = bodies.empty() || org == nullptr || bodies.has(org->type);
  if (competent && facts.getPower().size() > 0) return std::nullopt;
  return Values{{"org", to_text(by)}, {"consequence", consequence ? code_text(facts.getConsequence()) : code_text(facts.getReward())}};
}

// DRANG-06 (seed 000 L172-174): partners act as one.
Failure partners_act_as_one(const Check& c) {
  const bool in_concert = reference_of(c.header, schema::RefType::DISCUSSED_IN) || reference_of(c.header, schema::RefType::UNDER_AGREEMENT);
  return in_concert ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> drang_offer_rules() {
  return {{"DRANG-01", {902}, rests_on_weighing}, {"DRANG-02", {902}, offer_is_clear}, {"DRANG-03", {901}, lifestyle_is_no_ground},
          {"DRANG-04", {904}, warned_before_consequence}, {"DRANG-05", {904}, competent_body_acts}, {"DRANG-06", {902}, partners_act_as_one}};
}

}  // namespace inzicht
