#include "ledger/domain/part_index.h"

#include <algorithm>

namespace inzicht {

PartRef part_ref_of(schema::PartRef::Reader reader) { return {id_or_zero<EventId>(reader.getEvent()), reader.getPart()}; }

std::vector<PartRef> part_refs_of(capnp::List<schema::PartRef>::Reader list) {
  std::vector<PartRef> out;
  out.reserve(list.size());
  for (auto one : list) out.push_back(part_ref_of(one));
  return out;
}

void PartIndex::note(const Recorded& event) {
  EventParts out{event_id(event), event.index, event.header.getKind(), ids_of<SubjectId>(event.header.getSubjects()), {}};
  for (auto part : event.header.getParts()) out.parts.push_back(id_or_zero<SubjectId>(part.getSubject()));
  events_.push_back(std::move(out));
  const auto facts = event.header.getFacts();
  if (facts.isCorrectionMade() && facts.getCorrectionMade().hasTargetPart()) replaced_.push_back(part_ref_of(facts.getCorrectionMade().getTargetPart()));
}

SubjectId PartIndex::subject_of(const PartRef& part) const {
  const auto at = std::ranges::find(events_, part.event, &EventParts::event);
  return at == events_.end() || part.part >= at->parts.size() ? SubjectId{} : at->parts[part.part];
}

}  // namespace inzicht
