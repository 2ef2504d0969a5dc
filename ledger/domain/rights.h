// The rights of the people of a case: what they ask (1201) and are answered (1202), blocks (1206, 1207), decisions to erase
// (1208), erasure (1209) and complaints (1210). Handing out (1203) rests on these; no rule asks for it later.
//
// Shape:   as recorded, in order of recording. A block counts from its occurred-at, and until the ledger recorded that it
//          was lifted: an earlier day in the header of a 1207 gives nothing back.
// Source:  docs/domain.md §4.12; AVG 12, 15-21; AVG 17(3)(e).
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

struct RightsRequest {
  EventId event;
  schema::RightsRequest request = schema::RightsRequest::UNSET;
  SubjectId by;
  SubjectId about;
  schema::RightsLaw law = schema::RightsLaw::UNSET;
  bool identity_checked = false;
  Date due_on;  // the last day of the first term
};
struct RightsAnswer {
  EventId event;
  EventId request;
  schema::RequestDecision decision = schema::RequestDecision::UNSET;
  bool grants() const { return decision == schema::RequestDecision::GRANTED || decision == schema::RequestDecision::PARTLY; }
};
struct Block {
  EventId event;
  std::uint64_t index = 0;
  schema::BlockKind kind = schema::BlockKind::UNSET;
  std::optional<SubjectId> about;  // absent: the whole case
  Micros placed = 0;
  std::optional<Micros> lifted;
  bool in_force(Micros at) const { return placed <= at && (!lifted || at < *lifted); }
};
struct ErasureDecision {
  EventId event;
  schema::ErasureScope scope = schema::ErasureScope::UNSET;
  std::vector<SubjectId> about;
  std::vector<ActorId> deciders;  // the author too
};
struct Complaint {
  EventId event;
  EventId first;  // of the chain of stages
  Micros occurred = 0;
  schema::ComplaintForum forum = schema::ComplaintForum::UNSET;
  schema::ComplaintStage stage = schema::ComplaintStage::UNSET;
  SubjectId by;
  ActorId against;
  OrganisationId against_org;
};

using BlockKinds = CodeSet<schema::BlockKind>;
// Nothing is erased while one of these stands (AVG 17(3)(e)).
inline constexpr BlockKinds holds{schema::BlockKind::TUCHTRECHT_HOLD, schema::BlockKind::COMPLAINT_HOLD, schema::BlockKind::COURT_HOLD,
                                  schema::BlockKind::ARCHIVE_HOLD};

// Whether an event of this kind is a change of the file, from the last of which it is kept (JW 7.3.8(3)): mandates are kept with the
// registry, and deciding to destroy it is none.
constexpr bool is_change_of_file(std::uint16_t kind) { return kind / 100 != 1 && kind != 1208 && kind != 1209; }

class Rights {
 public:
  void requested(const Recorded& event);
  void answered(const Recorded& event);
  void blocked(const Recorded& event);
  void lifted(const Recorded& event);
  void erasure_decided(const Recorded& event);
  void erased(const Recorded& event);
  void complained(const Recorded& event);

  const RightsRequest* request(const EventId& event) const;
  const RightsAnswer* answer(const EventId& event) const;
  const std::vector<RightsAnswer>& answers() const { return answers_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const ErasureDecision* erasure(const EventId& event) const;
  // The last decision to erase all words about this person; null when there is none.
  const ErasureDecision* last_erasure_of(const SubjectId& person) const;
  // All words about this person were erased.
  bool is_erased(const SubjectId& person) const { return names(erased_, person); }
  // The first block of these kinds on the person or on the whole case.
  const Block* block_on(const SubjectId& person, BlockKinds kinds, Micros at) const;
  const Block* block_on_case(BlockKinds kinds, Micros at) const;
  // On anybody, or on the whole case.
  const Block* any_block(BlockKinds kinds, Micros at) const;
  // Complaints of which no stage was final or withdrawn by then: the latest stage of each.
  std::vector<const Complaint*> open_complaints(Micros at) const;

 private:
  std::vector<RightsRequest> requests_;
  std::vector<RightsAnswer> answers_;
  std::vector<Block> blocks_;
  std::vector<ErasureDecision> erasures_;
  std::vector<SubjectId> erased_;
  std::vector<Complaint> complaints_;
};

}  // namespace inzicht
