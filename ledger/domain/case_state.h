// What the rules need to know of one case, folded from its headers.
//
// Shape:   apply every event of the case in log order (positions of the case), then ask. Never reads a part.
//          Organisation: an index of all events, and one fold per concept.
// Errors:  none: apply is noexcept, total and silent.
// Source:  docs/domain.md §2.5, §3, §7, §8.
#pragma once
#include <unordered_map>

#include "ledger/domain/assessments.h"
#include "ledger/domain/break_glass.h"
#include "ledger/domain/consents.h"
#include "ledger/domain/course.h"
#include "ledger/domain/drang.h"
#include "ledger/domain/dwang.h"
#include "ledger/domain/evaluations.h"
#include "ledger/domain/involvement.h"
#include "ledger/domain/part_index.h"
#include "ledger/domain/people.h"
#include "ledger/domain/plan.h"
#include "ledger/domain/rights.h"
#include "ledger/domain/safety.h"
#include "ledger/domain/sharing.h"
#include "ledger/domain/weighings.h"
#include "ledger/schema/recorded.h"

namespace inzicht {

struct EventNote {
  std::uint16_t kind = 0;
  std::uint64_t index = 0;
  Micros occurred = 0;
  Micros recorded = 0;
  ActorId actor;
  Digest header_hash{};
};

class CaseState {
 public:
  void apply(const Recorded& event) noexcept;

  std::uint64_t events() const { return recorded_.size(); }
  const EventNote* find(const EventId& event) const;
  // How many events of the case were recorded at or before that time.
  std::uint64_t recorded_by(Micros time) const;
  // The class of one part of an event; UNSET when there is no such part.
  schema::PartClass part_class(const EventId& event, unsigned part) const;
  // Recorded something in the case, or was at one of its meetings.
  bool has_acted(const ActorId& actor) const { return names(actors_, actor); }
  // Received something of the case, in person or as an organisation.
  bool has_received(const ActorId& actor, const OrganisationId& org) const;

  const People& people() const { return people_; }
  const Involvement& involvement() const { return involvement_; }
  const Consents& consents() const { return consents_; }
  const Sharing& sharing() const { return sharing_; }
  const Course& course() const { return course_; }
  const Plans& plans() const { return plans_; }
  const Assessments& assessments() const { return assessments_; }
  const Safety& safety() const { return safety_; }
  const Evaluations& evaluations() const { return evaluations_; }
  const DrangOffers& drang_offers() const { return drang_offers_; }
  const DwangOrders& dwang_orders() const { return dwang_orders_; }
  const Weighings& weighings() const { return weighings_; }
  const Rights& rights() const { return rights_; }
  const EmergencyReading& emergency_reading() const { return emergency_reading_; }
  const PartIndex& part_index() const { return part_index_; }

 private:
  void note(const Recorded& event);
  void note_readers(const Recorded& event);

  std::unordered_map<EventId, EventNote, IdHash> events_;
  std::unordered_map<EventId, std::vector<schema::PartClass>, IdHash> parts_;
  std::vector<Micros> recorded_;  // ascending, as the log is
  std::vector<ActorId> actors_;
  std::vector<Recipient> receivers_;
  People people_;
  Involvement involvement_;
  Consents consents_;
  Sharing sharing_;
  Course course_;
  Plans plans_;
  Assessments assessments_;
  Safety safety_;
  Evaluations evaluations_;
  DrangOffers drang_offers_;
  DwangOrders dwang_orders_;
  Weighings weighings_;
  Rights rights_;
  EmergencyReading emergency_reading_;
  PartIndex part_index_;
};

}  // namespace inzicht
