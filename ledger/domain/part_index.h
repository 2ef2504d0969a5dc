// Whose words lie where in a case: per event its subjects, and the subject of each of its parts, from the commitments.
//
// Shape:   in order of recording. Rules that hand out or erase ask what must be left out or listed.
// Source:  docs/domain.md §0.3, §0.6; docs/formats.md §2 (part commitments).
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct PartRef {
  EventId event;
  std::uint16_t part = 0;
  bool operator==(const PartRef&) const = default;
};
PartRef part_ref_of(schema::PartRef::Reader reader);
std::vector<PartRef> part_refs_of(capnp::List<schema::PartRef>::Reader list);

struct EventParts {
  EventId event;
  std::uint64_t index = 0;
  std::uint16_t kind = 0;
  std::vector<SubjectId> subjects;
  std::vector<SubjectId> parts;  // the subject of each: a person, or the bytes of the case, a professional; zero for a list
};

class PartIndex {
 public:
  void note(const Recorded& event);

  const std::vector<EventParts>& events() const { return events_; }
  // Zero when there is no such part.
  SubjectId subject_of(const PartRef& part) const;
  // Parts that a correction (1204) gave other words.
  bool is_replaced(const PartRef& part) const { return names(replaced_, part); }

 private:
  std::vector<EventParts> events_;
  std::vector<PartRef> replaced_;
};

}  // namespace inzicht
