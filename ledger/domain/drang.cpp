#include "ledger/domain/drang.h"

#include <algorithm>

namespace inzicht {

void DrangOffers::offered(const Recorded& event) {
  const auto facts = event.header.getFacts().getDrangOffered();
  DrangOffer offer;
  offer.event = event_id(event);
  offer.occurred = occurred_at(event);
  offer.to = ids_of<SubjectId>(facts.getTo());
  if (facts.hasRespondBy()) offer.respond_by = date_of(facts.getRespondBy());
  offers_.push_back(std::move(offer));
}

void DrangOffers::answered(const Recorded& event) {
  if (DrangOffer* offer = find(reference_of(event.header, schema::RefType::ANSWERS)))
    offer->answers.add(event.header.getFacts().getDrangAnswered().getResponse());
}

void DrangOffers::followed_up(const Recorded& event) {
  if (event.header.getFacts().getDrangFollowedUp().getFollowUp() != schema::DrangFollowUp::WARNING) return;
  if (DrangOffer* offer = find(reference_of(event.header, schema::RefType::CONCERNS))) offer->warned = true;
}

const DrangOffer* DrangOffers::offer(const EventId& event) const {
  const auto at = std::ranges::find(offers_, event, &DrangOffer::event);
  return at == offers_.end() ? nullptr : &*at;
}

DrangOffer* DrangOffers::find(const std::optional<EventId>& event) {
  if (!event) return nullptr;
  const auto at = std::ranges::find(offers_, *event, &DrangOffer::event);
  return at == offers_.end() ? nullptr : &*at;
}

}  // namespace inzicht
