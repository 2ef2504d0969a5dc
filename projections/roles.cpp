// Who is involved since when, in which role, and who holds the single functions: docs/domain.md §9 view 9.
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

struct Place {
  const HistoryEvent* event = nullptr;
  ActorId actor;
  OrganisationId org;
  SubjectId subject;
  schema::Role role = schema::Role::UNSET;
  schema::InvolvementTask task = schema::InvolvementTask::UNSET;
  schema::SingleFunction function = schema::SingleFunction::UNSET;
  schema::OrgContactKind contact = schema::OrgContactKind::UNSET;
  schema::Kader frame = schema::Kader::UNSET;
  Date from;
  std::optional<Date> until;
  Cell ended_because;
};

std::vector<Place> started(const CaseHistory& history) {
  std::vector<Place> out;
  for (const auto* event : history.of(204)) {
    const auto facts = event->facts().getInvolvementStarted();
    for (auto party : facts.getParties()) {
      Place place;
      place.event = event;
      place.actor = id_or_zero<ActorId>(party.getActor());
      place.org = id_or_zero<OrganisationId>(party.getOrg());
      place.subject = id_or_zero<SubjectId>(party.getSubject());
      place.role = party.getRole();
      place.task = party.getTask();
      place.contact = party.getOrgContact();
      place.frame = party.getFrame();
      place.from = date_of(facts.getFrom());
      out.push_back(place);
    }
  }
  return out;
}

template <class Party>
bool is_same(const Place& place, Party party) {
  return place.role == party.getRole() && place.actor == id_or_zero<ActorId>(party.getActor()) && place.org == id_or_zero<OrganisationId>(party.getOrg()) &&
         place.subject == id_or_zero<SubjectId>(party.getSubject());
}

// A 205 that names a 204 ends its parties of that description; one that names none ends every one of it.
void end(std::vector<Place>& places, const CaseHistory& history) {
  for (const auto* event : history.of(205)) {
    const auto facts = event->facts().getInvolvementEnded();
    const auto of = reference_of(event->event.header, RefType::ENDS);
    for (auto party : facts.getParties())
      for (Place& place : places) {
        const bool meant = is_same(place, party) && !place.until && (!of || place.event->id == *of) && place.from <= date_of(facts.getUntil());
        if (!meant) continue;
        place.until = date_of(facts.getUntil());
        place.ended_because = code_cell(facts.getReason());
      }
  }
}

// A function is held until somebody else, or nobody, holds it.
std::vector<Place> functions(const CaseHistory& history) {
  std::vector<Place> out;
  for (const auto* event : history.of(206)) {
    const auto facts = event->facts().getResponsibilityAssigned();
    for (auto assignment : facts.getAssignments()) {
      const Date from = date_of(facts.getFrom());
      for (Place& before : out)
        if (before.function == assignment.getFunction() && !before.until) {
          before.until = from;
          before.ended_because = code_cell(facts.getCause());
        }
      if (!assignment.hasHolder()) continue;
      Place place;
      place.event = event;
      place.actor = id_or_zero<ActorId>(assignment.getHolder());
      place.function = assignment.getFunction();
      place.from = from;
      out.push_back(place);
    }
  }
  return out;
}

std::string_view state_of(const Place& place, const Date& today) {
  if (today < place.from) return "state.notYet";
  return place.until && *place.until <= today ? "state.over" : "state.inForce";
}

bool is_listed(const CaseInput& input, const Place& place, std::string_view state) {
  const ViewQuery& query = input.query;
  if (query.kind && *query.kind != place.event->kind()) return false;
  if (query.actor && place.actor != *query.actor) return false;
  if (query.organisation && place.org != *query.organisation) return false;
  if (query.person && place.subject != *query.person) return false;
  return !query.extra || state == "state." + *query.extra;
}

Row row_of(const Place& place, std::string_view state, const Registry& registry) {
  Row row;
  row.index = place.event->event.index;
  OrganisationId org = place.org;
  if (const ActorInfo* info = place.actor.is_zero() || !org.is_zero() ? nullptr : registry.find_actor(place.actor)) org = info->organisation.value_or(OrganisationId{});
  Cell party = Cell::list({});
  if (!place.actor.is_zero()) party.atoms.push_back(id_atom(place.actor));
  if (!place.subject.is_zero()) party.atoms.push_back(id_atom(place.subject));
  row.cells = {std::move(party),      id_cell(org),          code_cell(place.role),     code_cell(place.function), code_cell(place.task), code_cell(place.frame),
               code_cell(place.contact), date_cell(place.from), date_cell(place.until), text_cell(state),      place.ended_because,   id_cell(place.event->id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  auto places = started(input.history);
  end(places, input.history);
  for (Place& place : functions(input.history)) places.push_back(std::move(place));
  std::ranges::stable_sort(places, {}, &Place::from);
  for (const Place& place : places) {
    ++out.total;
    const auto state = state_of(place, local_date(input.now));
    if (is_listed(input, place, state)) out.rows.push_back(row_of(place, state, input.registry));
  }
}

}  // namespace

CaseView roles_view() {
  return {"roles",
          {{"party", "wie", "party"},
           {"organisation", "organisatie", "organisation"},
           {"role", "rol", "role"},
           {"function", "functie", "function"},
           {"task", "taak", "task"},
           {"frame", "kader", "frame"},
           {"contact", "contact van de organisatie", "organisation contact"},
           {"from", "vanaf", "from"},
           {"until", "tot", "until"},
           {"state", "stand", "state"},
           {"ended", "waarom geëindigd", "why ended"},
           {"event", "gebeurtenis", "event"}},
          add,
          {"inForce", "notYet", "over"},
          false};
}

}  // namespace inzicht::views
