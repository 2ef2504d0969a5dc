// DWANG: an order of an authority, under the law of its day, and no consequence of drang that would need one without.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/measures.h"

namespace inzicht {
namespace {

constexpr std::uint32_t circumstances_part = 9070;
constexpr std::uint64_t why_voluntary_fails = 1 << 2, justification = 1 << 7;
// DWANG-04 names the time in which an urgent request may still be weighed.
constexpr Duration weigh_urgent_within{0, 3, 0};
constexpr CodeSet<schema::InformTopic> rights_topics{schema::InformTopic::RIGHTS, schema::InformTopic::DUTIES, schema::InformTopic::MEASURE};

const Measure* order_of(const Check& c) {
  const auto order = reference_of(c.header, schema::RefType::UNDER_ORDER);
  return order && c.state() != nullptr ? c.state()->dwang_orders().find(*order) : nullptr;
}

// DWANG-01 (seed 003 L3931-3940): an act rests on an order that is in force for each of these persons at that time.
Failure execution_rests_on_order(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const Measure* order = order_of(c);
  const auto about = ids_of<SubjectId>(c.facts.getDwangExecuted().getAbout());
  const bool in_force = order != nullptr && order->in_force(c.t.on);
  if (in_force && about.empty()) return std::nullopt;
  for (const SubjectId& person : about)
    if (!in_force || !names(order->about, person)) return Values{{"person", to_text(person)}, {"occurred", local_text(c.t.at)}};
  return in_force ? std::nullopt : Failure(Values{{"person", ""}, {"occurred", local_text(c.t.at)}});
}

// One order, asked, given or carried out, beside its row of the law table.
struct Ordered {
  schema::DwangMeasure measure;
  std::string_view article;
  schema::OrderAuthority authority;
  Date on;
  OrganisationId executor;  // zero: not known
};

std::optional<Ordered> ordered_by(const Check& c) {
  if (c.kind == 905) {
    const auto asked = c.facts.getDwangRequested();
    return Ordered{asked.getMeasure(), {asked.getArticle().cStr(), asked.getArticle().size()}, asked.getAt(), c.t.on, {}};
  }
  if (c.kind == 906) {
    const auto decided = c.facts.getDwangDecided();
    return Ordered{decided.getMeasure(), {decided.getArticle().cStr(), decided.getArticle().size()}, decided.getAuthority(), date_of(decided.getDecidedOn()),
                   id_or_zero<OrganisationId>(decided.getExecutor())};
  }
  const Measure* order = order_of(c);  // without one DWANG-01 fails
  if (order == nullptr) return std::nullopt;
  return Ordered{order->measure, order->article, order->authority, order->decided_on, id_or_zero<OrganisationId>(c.facts.getDwangExecuted().getByOrg())};
}

// DWANG-02 (law table §5.2): authority, article and executor fit the measure on the day of the decision; of a request, that
// of the request.
Failure order_fits_law(const Check& c) {
  const auto order = ordered_by(c);
  const MeasureLaw* law = order ? measure_law(order->measure) : nullptr;
  if (law == nullptr) return std::nullopt;
  const OrganisationInfo* executor = c.registry().find_organisation(order->executor);
  const bool executes = executor == nullptr || law->executors.empty() || law->executors.has(executor->type);
  if (law->is_law_on(order->on) && law->authorities.has(order->authority) && law->names(order->article) && executes) return std::nullopt;
  return Values{{"authority", code_text(order->authority)}, {"measure", code_text(order->measure)}, {"article", std::string(order->article)}};
}

// Who is to be told of an act about this person: themselves from twelve, and the holders of gezag while a minor. Where only
// the month of a birthday is known both sides count (docs/domain.md §0.5); of whom the age is unknown nothing is asked.
std::vector<SubjectId> to_be_told(const Check& c, const SubjectId& person) {
  const auto age = c.state()->people().age(person, c.t);
  if (!age) return {};
  auto out = age->most < 18 ? c.state()->people().holders_of_gezag(person, c.t.on) : std::vector<SubjectId>{};
  if (age->least >= 12) out.push_back(person);
  return out;
}

// DWANG-03 (seed 003 L291-298): rights, duties and the measure are explained before the act. "The parents" are read as the
// holders of gezag; several tellings may make up the three topics. Of an urgent act TERM-25 watches what follows.
Failure rights_explained(const Check& c) {
  const auto facts = c.facts.getDwangExecuted();
  if (c.state() == nullptr || facts.getUrgent() == schema::YesNoUnknown::YES) return std::nullopt;
  for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout()))
    for (const SubjectId& one : to_be_told(c, person)) {
      CodeSet<schema::InformTopic> told;
      for (const Told& t : c.state()->sharing().informings())
        if (t.occurred <= c.t.at && names(t.told, one)) told = told.with(t.topics);
      if (!told.contains(rights_topics)) return Values{{"person", to_text(one)}};
    }
  return std::nullopt;
}

bool carries_request(const Weighing& w, const std::vector<SubjectId>& about) {
  constexpr std::uint64_t asked = why_voluntary_fails | justification;
  auto deciders = w.deciders;
  std::ranges::sort(deciders);
  const auto repeated = std::ranges::unique(deciders);
  return w.considered == schema::Kader::DWANG && w.level != schema::DecisionLevel::UNSET && deciders.size() - repeated.size() >= 2 &&
         (w.filled & asked) == asked && std::ranges::all_of(about, [&](const SubjectId& one) { return names(w.about, one); });
}

// DWANG-04 (seed 002 L1595-1606; seed 003 L3912-3914): a request rests on a weighing by two or more about these persons. An
// urgent one may be recorded first, and then the weighing need not be named by it, only be there in time.
Failure request_rests_on_weighing(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const auto facts = c.facts.getDwangRequested();
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const bool urgent = facts.getUrgent() == schema::YesNoUnknown::YES;
  const Micros last = urgent ? add(c.t.at, weigh_urgent_within) : c.t.at;
  if (urgent && c.input.event.recorded_at <= last) return std::nullopt;
  const auto based_on = references_of(c.header, schema::RefType::BASED_ON);
  for (const Weighing& w : c.state()->weighings().all())
    if (w.occurred <= last && (urgent || names(based_on, w.event)) && carries_request(w, about)) return std::nullopt;
  return Values{};
}

// DWANG-05 (JW 6.3.9): a restriction of freedom is recorded at once, with its circumstances.
Failure restriction_recorded_at_once(const Check& c) {
  if (c.facts.getDwangExecuted().getAct() != schema::DwangAct::RESTRICTION_APPLIED) return std::nullopt;
  const auto occurred = c.header.getOccurred();
  const Micros ended = occurred.hasUntil() ? occurred.getUntil().getMicros() : c.t.at;
  const bool in_time = c.input.event.recorded_at <= add(ended, c.parameters.max_record_delay_acts);
  return in_time && c.filled(circumstances_part, 0) ? std::nullopt : Failure(Values{});
}

// DWANG-06 (§5.2; seed 003 L3917-3940): a consequence that needs an order names it, and drang becomes dwang by one only.
Failure consequence_rests_on_order(const Check& c) {
  const auto facts = c.facts.getDrangFollowedUp();
  using enum schema::DrangConsequence;
  constexpr CodeSet<schema::DrangConsequence> ordered{MEASURE_REQUESTED, EVICTION_CONTINUES, BENEFIT_SUSPENDED, TRUANCY_REPORT, PENALTY_EXECUTED};
  const bool becomes_order = facts.getFollowUp() == schema::DrangFollowUp::TO_DWANG;
  const bool applied = facts.getFollowUp() == schema::DrangFollowUp::CONSEQUENCE_APPLIED && ordered.has(facts.getConsequence());
  if (!becomes_order && !applied) return std::nullopt;
  if (reference_of(c.header, schema::RefType::UNDER_ORDER)) return std::nullopt;
  if (becomes_order && reference_of(c.header, schema::RefType::BASED_ON)) return std::nullopt;  // a request (905)
  return Values{{"consequence", becomes_order ? code_text(facts.getFollowUp()) : code_text(facts.getConsequence())}};
}

}  // namespace

std::vector<Rule> dwang_order_rules() {
  return {{"DWANG-01", {907}, execution_rests_on_order}, {"DWANG-02", {905, 906, 907}, order_fits_law}, {"DWANG-03", {907}, rights_explained},
          {"DWANG-04", {905}, request_rests_on_weighing}, {"DWANG-05", {907}, restriction_recorded_at_once}, {"DWANG-06", {904}, consequence_rests_on_order}};
}

}  // namespace inzicht
