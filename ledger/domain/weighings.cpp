#include "ledger/domain/weighings.h"

#include <algorithm>

namespace inzicht {
namespace {

constexpr std::uint32_t weighing_part = 9010;

}  // namespace

void Weighings::weighed(const Recorded& event) {
  const auto facts = event.header.getFacts().getCoercionWeighed();
  weighings_.push_back({event_id(event), occurred_at(event), facts.getConsidered(), CodeSet<schema::RegularInstrument>::of(facts.getExhausted()),
                        facts.getLevel(), ids_of<ActorId>(facts.getDeciders()), ids_of<SubjectId>(facts.getAbout()), filled_of(event.header, weighing_part)});
}

const Weighing* Weighings::find(const EventId& event) const {
  const auto at = std::ranges::find(weighings_, event, &Weighing::event);
  return at == weighings_.end() ? nullptr : &*at;
}

}  // namespace inzicht
