#include "ledger/domain/people.h"

#include <algorithm>

namespace inzicht {
namespace {

constexpr int oldest = 150;

// Gezag that gives a say: JW 7.3.4-5; docs/domain.md §7.2.
constexpr CodeSet<schema::Gezag> holding{schema::Gezag::SOLE, schema::Gezag::JOINT, schema::Gezag::GUARDIAN_PERSON,
                                         schema::Gezag::GUARDIAN_INSTITUTION};

Date last_day_of(const Month& month) {
  for (std::uint8_t day = 31; day > 28; --day)
    if (const Date date{month.year, month.month, day}; date.is_valid()) return date;
  return {month.year, month.month, 28};
}

}  // namespace

std::optional<AgeRange> age_of_band(schema::AgeBand band) {
  using enum schema::AgeBand;
  switch (band) {
    case UNDER12: return AgeRange{0, 11};
    case FROM12TO15: return AgeRange{12, 15};
    case FROM16TO17: return AgeRange{16, 17};
    case FROM18TO22: return AgeRange{18, 22};
    case ADULT23: return AgeRange{23, oldest};
    case UNSET:
    case UNKNOWN: return std::nullopt;
  }
  return std::nullopt;
}

AgeRange age_of_birth_month(const Month& birth, const Date& on) {
  if (!birth.is_valid() || !on.is_valid()) return {0, oldest};
  const int youngest = years_between(last_day_of(birth), on);
  const int eldest = years_between({birth.year, birth.month, 1}, on);
  return {std::max(youngest, 0), std::max(eldest, 0)};
}

void People::person_recorded(const Recorded& event) {
  for (auto p : event.header.getFacts().getPersonRecorded().getPersons()) {
    PersonRow row;
    row.subject = id_or_zero<SubjectId>(p.getSubject());
    row.occurred = occurred_at(event);
    row.index = event.index;
    row.change = p.getChange();
    row.role = p.getPersonRole();
    row.band = p.getAgeBand();
    if (p.hasBirthMonth()) row.birth = Month{p.getBirthMonth().getYear(), p.getBirthMonth().getMonth()};
    row.in_household = p.getInHousehold() == schema::YesNoUnknown::YES;
    row.adaptations = CodeSet<schema::Adaptation>::of(p.getAdaptations());
    rows_.push_back(row);
  }
}

void People::relation_recorded(const Recorded& event) {
  const auto facts = event.header.getFacts().getRelationRecorded();
  const Date from = date_of(facts.getValidFrom());
  if (const auto before = reference_of(event.header, schema::RefType::SUPERSEDES))
    for (Link& link : links_)
      if (link.event == *before) link.superseded_from = from;
  for (auto l : facts.getLinks()) {
    Link link;
    link.from = id_or_zero<SubjectId>(l.getFrom());
    link.to = id_or_zero<SubjectId>(l.getTo());
    link.relation = l.getRelation();
    link.gezag = l.getGezag();
    link.evidence = facts.getEvidence();
    link.valid_from = from;
    if (facts.hasValidUntil()) link.valid_until = date_of(facts.getValidUntil());
    link.event = event_id(event);
    link.index = event.index;
    links_.push_back(link);
  }
}

bool People::knows(const SubjectId& subject) const {
  return std::ranges::any_of(rows_, [&](const PersonRow& row) { return row.subject == subject; });
}

const PersonRow* People::person(const SubjectId& subject, Micros at) const {
  const PersonRow* last = nullptr;
  const PersonRow* first = nullptr;
  for (const PersonRow& row : rows_) {
    if (row.subject != subject) continue;
    if (row.occurred <= at && (last == nullptr || row.occurred >= last->occurred)) last = &row;
    if (first == nullptr || row.occurred < first->occurred) first = &row;
  }
  return last != nullptr ? last : first;
}

std::optional<AgeRange> People::age(const SubjectId& subject, const Moment& t) const {
  // A month of birth holds for every moment, so the last one recorded counts wherever the row stands in time.
  for (auto row = rows_.rbegin(); row != rows_.rend(); ++row)
    if (row->subject == subject && row->birth) return age_of_birth_month(*row->birth, t.on);
  const PersonRow* row = person(subject, t.at);
  return row == nullptr ? std::nullopt : age_of_band(row->band);
}

std::vector<SubjectId> People::household(Micros at) const {
  std::vector<SubjectId> out;
  for (const PersonRow& row : rows_) {
    if (row.occurred > at || names(out, row.subject)) continue;
    const PersonRow* last = person(row.subject, at);
    if (last->in_household && last->change != schema::PersonChange::DIED) out.push_back(row.subject);
  }
  return out;
}

bool People::is_minor(const SubjectId& subject, const Moment& t) const {
  const auto range = age(subject, t);
  return range && range->least < 18;
}

bool People::minor_in_household(const Moment& t) const {
  return std::ranges::any_of(household(t.at), [&](const SubjectId& one) { return is_minor(one, t); });
}

bool People::reduced_goal_load(Micros at) const {
  return std::ranges::any_of(household(at), [&](const SubjectId& one) {
    const PersonRow* row = person(one, at);
    return row != nullptr && row->adaptations.has(schema::Adaptation::REDUCED_GOAL_LOAD);
  });
}

bool People::in_force(const Link& link, const Date& on) const {
  if (on < link.valid_from || (link.valid_until && on >= *link.valid_until)) return false;
  if (link.superseded_from && on >= *link.superseded_from) return false;
  return std::ranges::none_of(links_, [&](const Link& other) {
    return other.from == link.from && other.to == link.to && other.relation == link.relation && other.valid_from <= on &&
           std::pair(other.valid_from, other.index) > std::pair(link.valid_from, link.index);
  });
}

const Link* People::link(const SubjectId& from, const SubjectId& to, schema::RelationType relation, const Date& on) const {
  for (const Link& link : links_)
    if (link.from == from && link.to == to && link.relation == relation && in_force(link, on)) return &link;
  return nullptr;
}

bool People::is_linked(const SubjectId& to) const {
  return std::ranges::any_of(links_, [&](const Link& link) { return link.to == to; });
}

std::vector<const Link*> People::gezag_over(const SubjectId& over, const Date& on) const {
  std::vector<const Link*> out;
  for (const Link& link : links_)
    if (link.to == over && link.gezag != schema::Gezag::UNSET && in_force(link, on)) out.push_back(&link);
  return out;
}
std::vector<SubjectId> People::holders_of_gezag(const SubjectId& over, const Date& on) const {
  std::vector<SubjectId> out;
  for (const Link& link : links_)
    if (link.to == over && holding.has(link.gezag) && in_force(link, on) && !names(out, link.from)) out.push_back(link.from);
  return out;
}

std::vector<SubjectId> People::representatives_of_adult(const SubjectId& over, const Date& on) const {
  using enum schema::RelationType;
  auto appointed = linked(over, {CURATOR_OF, MENTOR_OF, PROXY_OF}, on);
  return appointed.empty() ? linked(over, {PARTNER_OF, PARENT_OF, SIBLING_OF}, on) : appointed;
}

std::vector<SubjectId> People::linked(const SubjectId& to, CodeSet<schema::RelationType> relations, const Date& on) const {
  std::vector<SubjectId> out;
  for (const Link& link : links_) {
    if (!relations.has(link.relation) || !in_force(link, on)) continue;
    // Partners and siblings are so of each other, whichever way round it was recorded.
    const bool mutual = link.relation == schema::RelationType::PARTNER_OF || link.relation == schema::RelationType::SIBLING_OF;
    if (link.to == to && !names(out, link.from)) out.push_back(link.from);
    if (mutual && link.from == to && !names(out, link.to)) out.push_back(link.to);
  }
  return out;
}

}  // namespace inzicht
