// Who is involved since when, in which role, who holds the single functions, and where that has gaps: docs/domain.md §9 view 9.
#include "projections/roles_places.h"

namespace inzicht::views {
namespace {

std::string_view state_of(const RolePlace& place, const Date& today) {
  if (today < place.from) return "state.notYet";
  return place.until && *place.until <= today ? "state.over" : "state.inForce";
}

bool passes(const CaseInput& input, const HistoryEvent* event, const ActorId& actor, const OrganisationId& org, const std::vector<SubjectId>& about) {
  const ViewQuery& query = input.query;
  if (query.kind && (event == nullptr || *query.kind != event->kind())) return false;
  if (query.actor && actor != *query.actor) return false;
  if (query.organisation && org != *query.organisation) return false;
  return !query.person || names(about, *query.person);
}

// "remarks": what is no involvement and no function; otherwise a state of those.
bool is_listed(const CaseInput& input, const RolePlace& place, std::string_view state) {
  const auto about = place.subject.is_zero() ? std::vector<SubjectId>{} : std::vector{place.subject};
  return passes(input, place.event, place.actor, place.org, about) && (!input.query.extra || state == "state." + *input.query.extra);
}

Row row_of(const RolePlace& place, std::string_view state, const Registry& registry) {
  Row row;
  row.index = place.event->event.index;
  OrganisationId org = place.org;
  if (const ActorInfo* info = place.actor.is_zero() || !org.is_zero() ? nullptr : registry.find_actor(place.actor)) org = info->organisation.value_or(OrganisationId{});
  Cell party = Cell::list({});
  if (!place.actor.is_zero()) party.atoms.push_back(id_atom(place.actor));
  if (!place.subject.is_zero()) party.atoms.push_back(id_atom(place.subject));
  const bool is_function = place.function != schema::SingleFunction::UNSET;
  row.cells = {text_cell(is_function ? "roles.function" : "roles.involvement"),
               std::move(party),
               id_cell(org),
               code_cell(place.role),
               code_cell(place.function),
               code_cell(place.task),
               code_cell(place.frame),
               code_cell(place.contact),
               Cell::list({}),
               date_cell(place.from),
               date_cell(place.until),
               text_cell(state),
               place.ended_because,
               Cell(),
               id_cell(place.event->id)};
  return row;
}

Row row_of(const RoleRemark& remark) {
  Row row;
  row.index = remark.event == nullptr ? 0 : remark.event->event.index;
  row.cells = {text_cell(remark.what), Cell::list(remark.party), Cell(), code_cell(remark.role), code_cell(remark.function), Cell(), Cell(), Cell(),
               ids_cell(remark.about), date_cell(remark.from), date_cell(remark.until), Cell(), Cell(), remark.count ? Cell(Atom{*remark.count}) : Cell(),
               remark.event == nullptr ? Cell() : id_cell(remark.event->id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  const auto places = role_places(input.history);
  for (const RolePlace& place : places) {
    ++out.total;
    const auto state = state_of(place, local_date(input.now));
    if (is_listed(input, place, state)) out.rows.push_back(row_of(place, state, input.registry));
  }
  // What is said of all together makes no sense of a few.
  const ViewQuery& query = input.query;
  const bool of_all = !query.kind && !query.actor && !query.organisation && !query.person;
  for (const RoleRemark& remark : role_remarks(input, places)) {
    ++out.total;
    if (of_all && (!query.extra || asks(query, "remarks"))) out.rows.push_back(row_of(remark));
  }
}

}  // namespace

CaseView roles_view() {
  return {"roles",
          {{"what", "wat", "what"},
           {"party", "wie", "party"},
           {"organisation", "organisatie", "organisation"},
           {"role", "rol", "role"},
           {"function", "functie", "function"},
           {"task", "taak", "task"},
           {"frame", "kader", "frame"},
           {"contact", "contact van de organisatie", "organisation contact"},
           {"about", "over wie", "about"},
           {"from", "vanaf", "from"},
           {"until", "tot", "until"},
           {"state", "stand", "state"},
           {"ended", "waarom geëindigd", "why ended"},
           {"count", "aantal", "count"},
           {"event", "gebeurtenis", "event"}},
          add,
          {"inForce", "notYet", "over", "remarks"},
          false};
}

}  // namespace inzicht::views
