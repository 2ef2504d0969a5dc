#include "ledger/domain/break_glass.h"

namespace inzicht {

void EmergencyReading::used(const Recorded& event) {
  const auto facts = event.header.getFacts().getBreakGlassUsed();
  used_.push_back({event_id(event), id_or_zero<ActorId>(facts.getViewer()), facts.getUntil().getMicros(), CodeSet<schema::PartClass>::of(facts.getClasses()),
                   ids_of<SubjectId>(facts.getAbout())});
}

}  // namespace inzicht
