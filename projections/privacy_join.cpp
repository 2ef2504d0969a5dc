#include "projections/privacy_join.h"

#include <algorithm>
#include <map>

namespace inzicht::views {
namespace {

template <class E>
void merge(CodeSet<E>& into, CodeSet<E> more) {
  into = into.with(more);
}
template <class T>
void merge(std::vector<T>& into, const std::vector<T>& more) {
  for (const T& one : more)
    if (std::ranges::find(into, one) == into.end()) into.push_back(one);
}

void take_breach(PrivacyLine& line, const PrivacyRow& breach) {
  line.breaches.push_back(breach.severity);
  if (breach.authority_told) line.authority_told.push_back(*breach.authority_told);
}

void rest_on(PrivacyLine& line, const PrivacyRow& decision) {
  Ground& ground = line.ground;
  merge(ground.bases, decision.ground.bases);
  merge(ground.articles, decision.ground.articles);
  merge(ground.routes, decision.ground.routes);
  merge(ground.exceptions, decision.ground.exceptions);
  merge(ground.consents, decision.ground.consents);
  line.against_decision = line.against_decision || decision.declines();
  if (line.row.kind != 501) return;
  // A meeting has no data or purposes of its own.
  merge(ground.categories, decision.ground.categories);
  merge(ground.purposes, decision.ground.purposes);
}

}  // namespace

bool PrivacyLine::not_told() const {
  using enum schema::Knowledge;
  // A meeting states nobody's knowledge; its decisions do.
  return shares() && row.kind != 501 && informed.empty() && row.knowledge != WITH_KNOWLEDGE && row.knowledge != NOT_APPLICABLE;
}

void join(std::vector<PrivacyLine>& lines) {
  std::map<EventId, PrivacyLine*> decisions;
  std::map<EventId, std::vector<Micros>> told;
  for (PrivacyLine& line : lines) {
    line.ground = line.row.ground;
    if (line.row.decides()) decisions[line.row.event] = &line;
    if (line.row.kind == 1306) take_breach(line, line.row);
    if (line.row.kind != 410) continue;
    for (const EventId& concerned : line.row.refers) told[concerned].push_back(line.row.occurred);
  }
  std::map<EventId, std::vector<const PrivacyRow*>> breaches;
  for (const PrivacyLine& line : lines)
    if (line.row.kind == 1306)
      for (const EventId& concerned : line.row.refers) breaches[concerned].push_back(&line.row);
  const auto told_of = [&told](const EventId& event) {
    const auto at = told.find(event);
    return at == told.end() ? std::vector<Micros>{} : at->second;
  };
  for (PrivacyLine& line : lines) {
    merge(line.informed, told_of(line.row.event));
    for (const PrivacyRow* breach : breaches[line.row.event]) take_breach(line, *breach);
    if (!line.row.executes()) continue;
    line.no_decision = line.row.is_share() && line.row.refers.empty();
    for (const EventId& executed : line.row.refers) {
      merge(line.informed, told_of(executed));
      const auto decision = decisions.find(executed);
      if (decision == decisions.end()) continue;
      rest_on(line, decision->second->row);
      merge(decision->second->informed, told_of(line.row.event));
    }
  }
  for (PrivacyLine& line : lines) std::ranges::sort(line.informed);
}

void resolve(PrivacyLine& line, const Affiliations& affiliations) {
  const PrivacyRow& row = line.row;
  line.organisation = row.organisation ? *row.organisation : affiliations.of(row.actor, row.occurred);
  for (const RecipientRow& r : row.recipients)
    line.parties.push_back(r.org     ? *r.org
                           : r.actor ? affiliations.of(*r.actor, row.occurred)
                                     : OrganisationId{});
}

}  // namespace inzicht::views
