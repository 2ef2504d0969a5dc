#include <algorithm>
#include <charconv>

#include "projections/cells.h"
#include "projections/plan.h"
#include "projections/plan_fold.h"

namespace inzicht {
namespace views {
namespace {

Result<PlanExtra> parse_extra(const ViewQuery& query) {
  PlanExtra out;
  if (query.plan_version) out.version = static_cast<std::int64_t>(*query.plan_version);
  const auto& text = query.extra;
  if (!text) return out;
  out.domain = parse_code<schema::LifeDomain>(*text);
  std::int64_t number = 0;
  const auto* end = text->data() + text->size();
  const auto [at, error] = std::from_chars(text->data(), end, number);
  const bool is_number = error == std::errc{} && at == end;
  if (is_number && !query.plan_version) out.version = number;
  if (out.domain || is_number) return out;
  return fail(ErrorCode::bad_input, "plan: expected the number of a version or a code of lifeDomain");
}

bool matches(const ViewQuery& query, const PlanExtra& extra, const PlanRow& row) {
  if (query.occurred_from && row.occurred < *query.occurred_from) return false;
  if (query.kind && *query.kind != row.kind) return false;
  if (query.organisation && row.organisation != query.organisation && row.owner_organisation != query.organisation) return false;
  if (query.actor && row.actor != *query.actor && row.owner_actor != query.actor) return false;
  if (row.kind == 804) return true;  // what the other rows stand in
  if (query.person && !names(row.subjects, *query.person) && row.owner_subject != query.person) return false;
  return !extra.domain || row.kind != 801 || row.domains.has(*extra.domain);
}

std::vector<Column> columns() {
  return {{"kind", "soort", "kind"},
          {"version", "versie", "version"},
          {"words", "kern", "words"},
          {"type", "wat", "what"},
          {"horizon", "termijn", "horizon"},
          {"level", "niveau", "level"},
          {"owner", "van wie", "owner"},
          {"from", "vanaf", "from"},
          {"until", "tot", "until"},
          {"due", "uiterlijk", "due"},
          {"status", "stand", "status"},
          {"score", "laatste score", "last score"},
          {"scoredOn", "gescoord op", "scored on"},
          {"evaluation", "evaluatie", "evaluation"},
          {"endorsedBy", "onderschreven door", "endorsed by"},
          {"otherStances", "anders", "otherwise"},
          {"concerns", "hoort bij", "belongs to"},
          {"frame", "kader", "frame"},
          {"event", "gebeurtenis", "event"}};
}

Cell type_cell(const PlanRow& row) {
  switch (row.kind) {
    case 502: return code_cell(capnp::Schema::from<schema::DecisionClass>(), row.type);
    case 801: return code_cell(capnp::Schema::from<schema::GoalType>(), row.type);
    case 804: return code_cell(capnp::Schema::from<schema::PlanType>(), row.type);
    case 806: return code_cell(capnp::Schema::from<schema::TaskKind>(), row.type);
    case 808: return code_cell(capnp::Schema::from<schema::InterventionType>(), row.type);
    default: return code_cell(capnp::Schema::from<schema::FormalDecisionType>(), row.type);
  }
}

// Whose it is by name; else what kind of owner; for plans and decisions whoever recorded them.
Cell owner_cell(const PlanRow& row) {
  if (row.owner_actor) return id_cell(row.owner_actor);
  if (row.owner_subject) return id_cell(row.owner_subject);
  if (row.owner_organisation) return id_cell(row.owner_organisation);
  if (row.kind == 801) return code_cell(row.owner);
  return row.kind == 804 || row.kind == 502 ? id_cell(row.actor) : Cell();
}

// A task begins when it is given, a decision when it is taken.
std::optional<Date> start_of(const PlanRow& row) {
  if (row.from) return row.from;
  return row.kind == 806 || row.kind == 502 ? std::optional(local_date(row.occurred)) : std::nullopt;
}

// What runs until a day, runs until it was moved or ended.
std::optional<Date> until_of(const PlanRow& row, const PlanFold& fold) {
  if (const auto* ending = row.kind == 808 ? fold.ending(row) : nullptr) return ending->until;
  return row.kind == 801 ? fold.due(row) : row.until;
}

Cell status_cell(const PlanRow& row, const PlanFold& fold) {
  if (row.kind == 810) return code_cell(capnp::Schema::from<schema::FormalResult>(), row.status);
  if (row.kind == 801) return code_cell(capnp::Schema::from<schema::GoalStatus>(), fold.goal_status(row));
  if (const auto* ending = row.kind == 808 ? fold.ending(row) : nullptr) return code_cell(capnp::Schema::from<schema::InterventionEnd>(), ending->status);
  const PlanRow* update = row.kind == 806 ? fold.update(row) : nullptr;
  return update == nullptr ? Cell() : code_cell(capnp::Schema::from<schema::TaskStatus>(), update->status);
}

bool endorses(const PlanRow& row) { return row.status == number_of(schema::Endorsement::ENDORSED) || row.status == number_of(schema::Endorsement::WITH_REMARKS); }

void add_party(const PlanRow& row, Cell& out) {
  if (row.owner_subject) out.atoms.push_back(id_atom(*row.owner_subject));
  if (row.owner_actor) out.atoms.push_back(id_atom(*row.owner_actor));
  if (row.owner_organisation) out.atoms.push_back(id_atom(*row.owner_organisation));
}

// Who endorsed the plan; of the others who it is and what they said.
Cell endorsed_cell(const PlanRow& plan, const PlanFold& fold) {
  Cell out = Cell::list({});
  for (const PlanRow* one : fold.endorsements(plan))
    if (endorses(*one)) add_party(*one, out);
  return out;
}
Cell other_stances_cell(const PlanRow& plan, const PlanFold& fold) {
  Cell out = Cell::list({});
  for (const PlanRow* one : fold.endorsements(plan)) {
    if (one->status == number_of(schema::Endorsement::ENDORSED)) continue;
    add_party(*one, out);
    for (auto& atom : code_cell(capnp::Schema::from<schema::Endorsement>(), one->status).atoms) out.atoms.push_back(std::move(atom));
  }
  return out;
}

Cell number_cell(const std::optional<std::int64_t>& number) { return number ? Cell(Atom{*number}) : Cell(); }

Row show(const PlanItem& item, const PlanFold& fold) {
  const PlanRow& row = item.row;
  const bool is_task = row.kind == 806;
  const PlanRow* score = row.kind == 801 ? fold.score(row) : nullptr;
  Row out;
  out.index = item.index;
  out.cells = {Atom{KindCell{row.kind}},
               number_cell(fold.version(row)),
               words_cell(item.index, row.words),
               type_cell(row),
               code_cell(row.horizon),
               code_cell(row.level),
               owner_cell(row),
               date_cell(start_of(row)),
               is_task ? Cell() : date_cell(until_of(row, fold)),
               is_task ? date_cell(fold.due(row)) : Cell(),
               status_cell(row, fold),
               score == nullptr ? Cell() : Cell(Atom{score->number}),
               score == nullptr ? Cell() : time_cell(score->occurred),
               time_cell(row.evaluation),
               row.kind == 804 ? endorsed_cell(row, fold) : Cell::list({}),
               row.kind == 804 ? other_stances_cell(row, fold) : Cell::list({}),
               ids_cell(row.kind == 804 ? std::vector<EventId>{} : row.named),
               code_cell(row.frame),
               id_cell(row.event)};
  return out;
}

int rank(std::uint16_t kind) {
  switch (kind) {
    case 804: return 0;
    case 801: return 1;
    case 806: return 2;
    case 808: return 3;
    case 502: return 4;
    default: return 5;
  }
}

// Plans, goals by term and order, tasks by what is due first (without a date: last), the rest as it happened.
auto place_of(const PlanItem& item, const PlanFold& fold) {
  const PlanRow& row = item.row;
  constexpr Date never{9999, 12, 31};
  const auto horizon = row.kind == 801 ? static_cast<std::uint16_t>(row.horizon) : std::uint16_t{0};
  const Date due = row.kind == 806 ? fold.due(row).value_or(never) : Date{};
  return std::tuple(rank(row.kind), horizon, row.order, due, row.occurred, row.recorded, item.index);
}

std::vector<std::string> notes(const PlanFold& fold, const ViewQuery& query) {
  if (!fold.any_plan()) return {"plan.none"};
  const auto moment = query.occurred_until ? query.occurred_until : query.now;
  if (!moment) return {};
  const Date on = local_date(*moment);
  // `until` is the first day that a plan no longer holds.
  const bool over = std::ranges::all_of(fold.plans(), [&](const PlanRow* plan) { return plan->until && *plan->until <= on; });
  return over ? std::vector<std::string>{"plan.over"} : std::vector<std::string>{};
}

// The rows of the case, and how many things are among them before any filter.
Result<std::vector<PlanItem>> items_of(const ViewStore& store, const ViewQuery& query, std::uint64_t& total) {
  std::vector<PlanItem> out;
  bool good = true;
  INZICHT_CHECK(store.scan(plan_name, query.kase->view(), [&](Bytes key, Bytes value) {
    KeyReader in(key);
    in.id();
    PlanItem item;
    item.index = in.number();
    auto row = read_row<PlanRow>(value);
    good = in.finished() && row.has_value();
    if (!good) return false;
    item.row = std::move(*row);
    if (is_thing(item.row)) ++total;
    if (in_time(query, item.row)) out.push_back(std::move(item));
    return true;
  }));
  if (!good) return fail(ErrorCode::corruption, "plan: a stored row does not read; rebuild the view");
  std::ranges::sort(out, {}, [](const PlanItem& i) { return std::tuple(i.row.occurred, i.row.recorded, i.index); });
  return out;
}

}  // namespace
}  // namespace views

Result<ViewResult> query_plan(const ViewStore& store, const ViewQuery& query) {
  using namespace views;
  if (!query.kase) return fail(ErrorCode::bad_input, "plan: expected a case");
  INZICHT_TRY(extra, parse_extra(query));
  ViewResult out;
  INZICHT_TRY(items, items_of(store, query, out.total));
  const PlanFold fold(items, extra);
  std::vector<const PlanItem*> shown;
  for (const PlanItem& item : items)
    if (fold.stands(item.row) && matches(query, extra, item.row)) shown.push_back(&item);
  std::ranges::sort(shown, {}, [&](const PlanItem* item) { return place_of(*item, fold); });
  out.columns = columns();
  for (const PlanItem* item : shown) out.rows.push_back(show(*item, fold));
  out.notes = notes(fold, query);
  return out;
}

}  // namespace inzicht
