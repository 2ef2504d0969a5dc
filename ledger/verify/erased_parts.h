// Parts that were taken out one by one, and whether a later erasure (1209) carries out a decision (1208) that
// says so.
//
// Shape:   a part of an event at i is grounded by an erasure at j > i that executes a decision recorded
// before j, of the same scope and case as
//          the event: it lists the part (listedParts, wholeSubject), or takes the parts of the case and does
//          not keep it (caseParts; never those of blocks, decisions and erasures, nor of the registry).
// Requires: events in order of index; grounds whose signers were checked.
// Source:  docs/formats.md §3.
#pragma once
#include <map>

#include "ledger/verify/event_check.h"

namespace inzicht {

class ErasedParts {
 public:
  void take(const CheckedEvent& event);
  void take_ground(std::uint64_t index, const EventId& id, schema::Header::Reader header);
  void check(Problems& problems) const;
  std::uint64_t count() const { return count_; }

 private:
  struct Erased {
    std::uint64_t index = 0;
    EventId event;
    std::optional<CaseId> kase;
    std::uint16_t kind = 0;
    std::vector<std::uint16_t> parts;
  };
  struct PartName {
    EventId event;
    std::uint16_t part = 0;
    auto operator<=>(const PartName&) const = default;
  };
  struct Decision {
    schema::ErasureScope scope = schema::ErasureScope::UNSET;
    std::optional<CaseId> kase;
    std::vector<PartName> parts, keep;  // sorted
  };
  struct Execution {
    std::uint64_t index = 0;
    EventId decision;
    schema::ErasureScope scope = schema::ErasureScope::UNSET;
  };
  static std::vector<PartName> named(capnp::List<schema::PartRef>::Reader list);
  static bool covers(const Decision& decision, const Erased& erased, std::uint16_t part);
  bool is_grounded(const Erased& erased, std::uint16_t part) const;

  std::vector<Erased> erased_;
  std::map<EventId, Decision> decisions_;
  std::vector<Execution> executions_;
  std::uint64_t count_ = 0;
};

}  // namespace inzicht
