#include "ledger/domain/rights.h"

#include <algorithm>

namespace inzicht {
namespace {

template <class T>
const T* find_event(const std::vector<T>& all, const EventId& event) {
  const auto at = std::ranges::find(all, event, &T::event);
  return at == all.end() ? nullptr : &*at;
}

template <class Applies>
const Block* first_block(const std::vector<Block>& blocks, BlockKinds kinds, Micros at, Applies applies) {
  for (const Block& b : blocks)
    if (kinds.has(b.kind) && b.in_force(at) && applies(b)) return &b;
  return nullptr;
}

bool is_last_stage(schema::ComplaintStage stage) { return stage == schema::ComplaintStage::FINAL || stage == schema::ComplaintStage::WITHDRAWN; }

}  // namespace

void Rights::requested(const Recorded& event) {
  const auto facts = event.header.getFacts().getRequestReceived();
  requests_.push_back({event_id(event), facts.getRequest(), id_or_zero<SubjectId>(facts.getBy()), id_or_zero<SubjectId>(facts.getAbout()), facts.getLaw(),
                       facts.getIdentityChecked() == schema::YesNoUnknown::YES, date_of(facts.getDueOn())});
}

void Rights::answered(const Recorded& event) {
  if (const auto request = reference_of(event.header, schema::RefType::ANSWERS))
    answers_.push_back({event_id(event), *request, event.header.getFacts().getRequestDecided().getDecision()});
}

void Rights::blocked(const Recorded& event) {
  const auto facts = event.header.getFacts().getBlockPlaced();
  Block block{event_id(event), event.index, facts.getBlockKind(), {}, occurred_at(event), {}};
  if (facts.hasAbout()) block.about = id_or_zero<SubjectId>(facts.getAbout());
  blocks_.push_back(block);
}

void Rights::lifted(const Recorded& event) {
  const auto ended = reference_of(event.header, schema::RefType::ENDS);
  for (Block& b : blocks_)
    if (ended && b.event == *ended && !b.lifted) b.lifted = event.recorded_at;
}

void Rights::erasure_decided(const Recorded& event) {
  const auto facts = event.header.getFacts().getErasureDecided();
  ErasureDecision decision{event_id(event), facts.getScope(), ids_of<SubjectId>(facts.getAbout()), ids_of<ActorId>(facts.getDeciders())};
  if (!names(decision.deciders, author_of(event))) decision.deciders.push_back(author_of(event));
  erasures_.push_back(std::move(decision));
}

void Rights::erased(const Recorded& event) {
  const auto facts = event.header.getFacts().getErasureExecuted();
  if (facts.getScope() != schema::ErasureScope::WHOLE_SUBJECT) return;
  for (const SubjectId& person : ids_of<SubjectId>(facts.getAbout())) erased_.push_back(person);
}

void Rights::complained(const Recorded& event) {
  const auto facts = event.header.getFacts().getComplaintRecorded();
  const auto before = reference_of(event.header, schema::RefType::FOLLOWS);
  const Complaint* earlier = before ? find_event(complaints_, *before) : nullptr;
  complaints_.push_back({event_id(event), earlier == nullptr ? event_id(event) : earlier->first, occurred_at(event), facts.getForum(), facts.getStage(),
                         id_or_zero<SubjectId>(facts.getBy()), id_or_zero<ActorId>(facts.getAgainst()), id_or_zero<OrganisationId>(facts.getAgainstOrg())});
}

const RightsRequest* Rights::request(const EventId& event) const { return find_event(requests_, event); }
const RightsAnswer* Rights::answer(const EventId& event) const { return find_event(answers_, event); }
const ErasureDecision* Rights::erasure(const EventId& event) const { return find_event(erasures_, event); }

const ErasureDecision* Rights::last_erasure_of(const SubjectId& person) const {
  const ErasureDecision* out = nullptr;
  for (const auto& d : erasures_)
    if (d.scope == schema::ErasureScope::WHOLE_SUBJECT && names(d.about, person)) out = &d;
  return out;
}

const Block* Rights::block_on(const SubjectId& person, BlockKinds kinds, Micros at) const {
  return first_block(blocks_, kinds, at, [&](const Block& b) { return !b.about || *b.about == person; });
}
const Block* Rights::block_on_case(BlockKinds kinds, Micros at) const {
  return first_block(blocks_, kinds, at, [](const Block& b) { return !b.about; });
}
const Block* Rights::any_block(BlockKinds kinds, Micros at) const {
  return first_block(blocks_, kinds, at, [](const Block&) { return true; });
}

std::vector<const Complaint*> Rights::open_complaints(Micros at) const {
  std::vector<const Complaint*> out;
  for (const Complaint& c : complaints_) {
    const bool ended = std::ranges::any_of(complaints_, [&](const Complaint& s) { return s.first == c.first && s.occurred <= at && is_last_stage(s.stage); });
    if (ended || c.occurred > at) continue;
    const auto same = std::ranges::find(out, c.first, &Complaint::first);
    if (same == out.end()) out.push_back(&c);
    else *same = &c;
  }
  return out;
}

}  // namespace inzicht
