#include "ledger/domain/safety.h"

#include <algorithm>

namespace inzicht {
namespace {

// Without a reference all of them.
void end(std::vector<Danger>& dangers, const std::optional<EventId>& event, Micros at) {
  for (Danger& one : dangers)
    if ((!event || one.event == *event) && !one.ended && one.occurred <= at) one.ended = at;
}

}  // namespace

void Safety::apply(const Recorded& event) {
  const auto facts = event.header.getFacts();
  const auto concerned = [&] { return reference_of(event.header, schema::RefType::CONCERNS); };
  switch (facts.which()) {
    case schema::Facts::CRISIS_DECLARED: return crises_.push_back({event_id(event), occurred_at(event), {}});
    case schema::Facts::CRISIS_ACTION_TAKEN:
      if (facts.getCrisisActionTaken().getState() == schema::CrisisState::ENDED) end(crises_, concerned(), occurred_at(event));
      return;
    case schema::Facts::PRE_VISIT_SAFETY_TAKEN: return visits_prepared_.push_back(occurred_at(event));
    case schema::Facts::MELDCODE_STEP_TAKEN: return meldcode_.push_back(meldcode_of(event));
    case schema::Facts::UNILATERAL_ACTION_TAKEN: return interventions_.push_back({event_id(event), occurred_at(event), {}});
    case schema::Facts::COOPERATION_RESTORED: return end(interventions_, concerned(), occurred_at(event));
    default: return;
  }
}

MeldcodeNote Safety::meldcode_of(const Recorded& event) const {
  const auto facts = event.header.getFacts().getMeldcodeStepTaken();
  MeldcodeNote out;
  out.event = event_id(event);
  out.occurred = occurred_at(event);
  out.about = ids_of<SubjectId>(facts.getAbout());
  for (auto one : facts.getSteps()) {
    out.own.add(one.getStep());
    out.outcomes.add(one.getOutcome());
  }
  out.acute = facts.getAcute() == schema::YesNoUnknown::YES;
  if (const MeldcodeNote* earlier = before(out, reference_of(event.header, schema::RefType::FOLLOWS))) out.before = earlier->before.with(earlier->own);
  return out;
}

const MeldcodeNote* Safety::before(const MeldcodeNote& note, const std::optional<EventId>& followed) const {
  if (followed) {
    const auto at = std::ranges::find(meldcode_, *followed, &MeldcodeNote::event);
    return at == meldcode_.end() ? nullptr : &*at;
  }
  if (note.own.has(schema::MeldcodeStep::SIGNALS)) return nullptr;
  for (auto one = meldcode_.rbegin(); one != meldcode_.rend(); ++one)
    if (one->occurred <= note.occurred && std::ranges::any_of(one->about, [&](const SubjectId& person) { return names(note.about, person); })) return &*one;
  return nullptr;
}

bool Safety::prepared_visit(Micros at) const {
  return std::ranges::any_of(visits_prepared_, [&](Micros taken) { return taken <= at; });
}

}  // namespace inzicht
