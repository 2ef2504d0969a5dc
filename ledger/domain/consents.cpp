#include "ledger/domain/consents.h"

#include <algorithm>

namespace inzicht {
namespace {

template <class Facts>
ConsentScope scope_of(const Facts& facts) {
  return {recipients_of(facts.getRecipients()), CodeSet<schema::DataCategory>::of(facts.getCategories()),
          CodeSet<schema::SharePurpose>::of(facts.getPurposes())};
}

// Said by whoever signed it, not by an import and not on somebody's behalf. A consent has no `partOf` of its own, so one
// that carries it came out of an import (1401).
bool is_own_statement(schema::Header::Reader header) {
  const auto basis = header.hasPerformer() ? header.getPerformer().getBasis() : schema::PerformerBasis::UNSET;
  return basis != schema::PerformerBasis::IMPORT && basis != schema::PerformerBasis::DELEGATION &&
         !reference_of(header, schema::RefType::PART_OF);
}

}  // namespace

Consent consent_of(const Recorded& event) {
  const auto facts = event.header.getFacts().getConsentGiven();
  Consent consent;
  consent.event = event_id(event);
  consent.index = event.index;
  consent.given = Moment::of(occurred_at(event));
  consent.kind = facts.getConsentKind();
  consent.about = ids_of<SubjectId>(facts.getAbout());
  consent.grantor = id_or_zero<SubjectId>(facts.getGrantor());
  consent.capacity = facts.getCapacity();
  consent.band = facts.getAgeBand();
  consent.law = facts.getLaw();
  consent.scope = scope_of(facts);
  consent.valid_from = date_of(facts.getValidFrom());
  if (facts.hasValidUntil()) consent.valid_until = date_of(facts.getValidUntil());
  consent.judged = facts.getCapacityJudged();
  consent.own_statement = is_own_statement(event.header);
  consent.based_on = references_of(event.header, schema::RefType::BASED_ON);
  return consent;
}

void Consents::given(const Recorded& event) { consents_.push_back(consent_of(event)); }

void Consents::refused(const Recorded& event) {
  const auto facts = event.header.getFacts().getConsentRefused();
  refusals_.push_back({event_id(event), event.index, occurred_at(event), facts.getConsentKind(), ids_of<SubjectId>(facts.getAbout()),
                       id_or_zero<SubjectId>(facts.getGrantor()), scope_of(facts)});
}

void Consents::withdrawn(const Recorded& event) {
  const auto facts = event.header.getFacts().getConsentWithdrawn();
  withdrawals_.push_back({event_id(event), event.index, reference_of(event.header, schema::RefType::WITHDRAWS), facts.getConsentKind(),
                          ids_of<SubjectId>(facts.getAbout()), id_or_zero<SubjectId>(facts.getGrantor()), scope_of(facts),
                          facts.getEffectiveFrom().getMicros()});
}

const Consent* Consents::find(const EventId& event) const {
  const auto at = std::ranges::find(consents_, event, &Consent::event);
  return at == consents_.end() ? nullptr : &*at;
}

schema::CapacityJudgement Consents::capacity(const SubjectId& subject, Micros at) const {
  const Consent* last = nullptr;
  for (const Consent& c : consents_)
    if (names(c.about, subject) && c.given.at <= at && (last == nullptr || c.given.at >= last->given.at)) last = &c;
  return last == nullptr ? schema::CapacityJudgement::UNSET : last->judged;
}

}  // namespace inzicht
