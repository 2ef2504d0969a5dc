#include "tools/inzicht/reader.h"

#include <algorithm>

#include "ledger/codec/strict.h"
#include "projections/postponed.h"
#include "projections/read_history.h"
#include "tools/inzicht/context.h"

namespace inzicht::cli {

schema::AccessPurpose usual_purpose(schema::Role role) {
  using enum schema::Role;
  switch (role) {
    case PRIVACY_OFFICER: return schema::AccessPurpose::PRIVACY_REVIEW;
    case CLIENT:
    case REPRESENTATIVE: return schema::AccessPurpose::OWN_DATA;
    case REGISSEUR:
    case PROCESS_DIRECTOR:
    case PROCESS_COORDINATOR: return schema::AccessPurpose::COORDINATION;
    case TEAM_LEADER:
    case ATTENTION_OFFICER: return schema::AccessPurpose::SUPERVISION;
    case AUDITOR: return schema::AccessPurpose::AUDIT;
    case LEDGER_ADMIN: return schema::AccessPurpose::TECHNICAL;
    case ARCHIVIST: return schema::AccessPurpose::RETENTION;
    default: return schema::AccessPurpose::HELP_EXECUTION;
  }
}

namespace {

// Of several roles the one that opens most of its classes whole.
schema::Role most_reading(const std::vector<schema::Role>& roles) {
  const auto whole = [](schema::Role role) {
    const ReadingRow* row = reading_row(role);
    if (row == nullptr) return -1;
    int out = 0;
    for (const Reading reading : {row->identity, row->narrative, row->facts, row->health, row->criminal, row->safety}) out += reading == Reading::all ? 1 : 0;
    return out;
  };
  return *std::ranges::max_element(roles, {}, whole);
}

}  // namespace

Reader reader_of(OpenLedger& ledger, const Author& author, const std::string& role, std::span<const CaseId> cases) {
  Reader out;
  if (!author.profile().actor) return out;
  out.actor = *author.profile().actor;
  const Micros now = ledger.clock().now();
  ledger.service().with_registry([&](const Registry& registry) {
    if (const ActorInfo* info = registry.find_actor(out.actor)) out.organisation = info->organisation;
    for (const MandateInfo* m : registry.mandates_of(out.actor)) {
      const bool here = !m->kase || std::ranges::find(cases, *m->kase) != cases.end();
      if (m->in_force(now) && here && out.role == schema::Role::UNSET) out.role = m->role;
    }
    if (out.role == schema::Role::UNSET && registry.is_registrar(out.actor)) out.role = schema::Role::LEDGER_ADMIN;
  });
  // In a case somebody reads as what they are there, before what an organisation let them record as.
  if (cases.size() == 1) {
    const auto here = ledger.service().with_case(cases[0], [&](const CaseState* state) {
      return state == nullptr ? std::vector<schema::Role>{} : state->involvement().roles_of(out.actor, local_date(now));
    });
    if (!here.empty()) out.role = most_reading(here);
  }
  if (const auto given = parse_code<schema::Role>(role)) out.role = *given;
  ledger.service().with_registry([&](const Registry& registry) {
    for (const MandateInfo* m : registry.mandates_of(out.actor))
      if (m->in_force(now) && m->role == out.role && m->scope == schema::MandateScope::SUBJECT_ONLY) out.self = m->subject;
    for (const MandateInfo* m : registry.mandates_of(out.actor)) {
      const bool here = !m->kase || std::ranges::find(cases, *m->kase) != cases.end();
      if (!m->in_force(now) || !here || m->role != out.role || m->scope != schema::MandateScope::WINDOW) continue;
      out.window_from = m->window_from;
      out.window_until = m->window_until;
    }
  });
  return out;
}

bool has_ground(OpenLedger& ledger, const Reader& reader, const CaseId& kase) {
  const Micros now = ledger.clock().now();
  const bool mandated = ledger.service().with_registry([&](const Registry& registry) {
    return std::ranges::any_of(registry.mandates_of(reader.actor), [&](const MandateInfo* m) { return m->in_force(now) && m->kase == kase; });
  });
  return mandated || ledger.service().with_case(kase, [&](const CaseState* state) { return state != nullptr && !state->involvement().roles_of(reader.actor, local_date(now)).empty(); });
}

namespace {

// Views of a whole team: docs/domain.md §9, "for whom", and what stands on process headers beside them.
constexpr schema::ViewKind of_team[] = {schema::ViewKind::CASELOAD, schema::ViewKind::DEVIATIONS,
                                        schema::ViewKind::OUTCOMES, schema::ViewKind::WORKLIST};

// The organisation of the wijkcoach of the case, by 206, else by 204 (docs/domain.md §2.5); none before there
// is one.
std::optional<OrganisationId> team_of(OpenLedger& ledger, const CaseId& kase) {
  const Date today = local_date(ledger.clock().now());
  ActorId coach;
  std::optional<OrganisationId> named;
  ledger.service().with_case(kase, [&](const CaseState* state) {
    if (state == nullptr) return;
    coach = state->involvement().holder(schema::SingleFunction::WIJKCOACH, today);
    if (!coach.is_zero()) return;
    for (const Party& party : state->involvement().parties()) {
      if (party.role != schema::Role::WIJKCOACH || !party.is_active(today)) continue;
      coach = party.actor;
      named = party.org.is_zero() ? std::nullopt : std::optional(party.org);
    }
  });
  if (named || coach.is_zero()) return named;
  return ledger.service().with_registry([&](const Registry& registry) {
    const ActorInfo* info = registry.find_actor(coach);
    return info == nullptr ? std::nullopt : info->organisation;
  });
}

}  // namespace

bool is_by_team(OpenLedger& ledger, const Reader& reader, schema::ViewKind view, const CaseId& kase) {
  if (reader.role != schema::Role::TEAM_LEADER || std::ranges::find(of_team, view) == std::end(of_team) ||
      has_ground(ledger, reader, kase))
    return false;
  const auto team = team_of(ledger, kase);
  return team && ledger.service().with_registry([&](const Registry& registry) {
    return std::ranges::any_of(registry.mandates_of(reader.actor), [&](const MandateInfo* m) {
      return m->role == reader.role && m->scope == schema::MandateScope::ORGANISATION &&
             m->organisation == team && m->in_force(ledger.clock().now());
    });
  });
}

std::optional<std::vector<CaseId>> own_cases(OpenLedger& ledger, const Reader& reader,
                                             schema::ViewKind view) {
  const ReadingRow* row = reading_row(reader.role);
  if (reader.role == schema::Role::PRIVACY_OFFICER || row == nullptr || !row->opens_any()) return std::nullopt;
  std::vector<CaseId> out;
  for (const CaseId& kase : cases_of(ledger.log()))
    if (has_ground(ledger, reader, kase) || is_by_team(ledger, reader, view, kase)) out.push_back(kase);
  return out;
}

namespace {

// Adds the indexes of events of the history that telling this person of is postponed at that moment.
void add_kept(OpenLedger& ledger, const CaseHistory& history, const SubjectId& self, Micros at,
              std::set<std::uint64_t>& out) {
  CaseState state;
  for (const auto& event : history.events()) state.apply(event.event);
  const auto events = ledger.service().with_registry(
      [&](const Registry& registry) { return views::kept_from(self, history, state, registry, at); });
  for (const auto& id : events)
    if (const HistoryEvent* event = history.find(id)) out.insert(event->event.index);
}

// What is kept now, and of a view of an earlier day what was kept then, by all that is known and by what was
// recorded then: who looks back does not see more of that day than was shown on it, nor what is kept since.
Result<std::set<std::uint64_t>> kept_of(OpenLedger& ledger, const CaseId& kase, const CaseHistory& history,
                                        const SubjectId& self, const AsOf& as_of) {
  std::set<std::uint64_t> out;
  const Micros now = ledger.clock().now();
  add_kept(ledger, history, self, now, out);
  if (!as_of.moment || *as_of.moment >= now) return out;
  add_kept(ledger, history, self, *as_of.moment, out);
  INZICHT_TRY(then, ReadHistory::of_case(
                        ledger.log(), kase,
                        {.occurred_until = as_of.occurred_until, .recorded_until = as_of.recorded_until}));
  add_kept(ledger, *then, self, *as_of.moment, out);
  return out;
}

std::set<std::uint64_t> readable_of(OpenLedger& ledger, const CaseHistory& history, const CaseHistory& reads,
                                    const Reader& reader) {
  return ledger.service().with_registry([&](const Registry& registry) {
    return readable_events(history, reads, registry,
                           {reader.role, knower_of(registry, reader.actor), reader.self, reader.window_from,
                            reader.window_until});
  });
}

// Who reads about themselves, or for the one who does.
bool reads_about_self(const Reader& reader) {
  return reader.self || header_reading(reader.role) == HeaderReading::about_self;
}

// Events that are about others than the reader.
struct OfOthers {
  std::set<std::uint64_t> indexes;
  std::set<EventId> ids;
  void add(const CaseHistory& history, const std::set<std::uint64_t>& readable) {
    for (const auto& event : history.events()) {
      if (event.event.header.getSubjects().size() == 0 || readable.contains(event.event.index)) continue;
      indexes.insert(event.event.index);
      ids.insert(event.id);
    }
  }
  bool names(const Atom& atom) const {
    const auto* id = std::get_if<IdCell>(&atom);
    return id != nullptr && id->kind == schema::IdKind::EVENT && ids.contains(EventId{id->id});
  }
};

// A case stands at its first or last event, whoever that was about.
bool is_kept_case(const Row& row) {
  return std::ranges::any_of(row.cells, [](const Cell& cell) {
    return std::ranges::find(cell.atoms, Atom{TextCell{"retention.case"}}) != cell.atoms.end();
  });
}

// Of what is kept and destroyed: the case as a whole, and what is about the reader or names nobody. Of an
// event about others not even the id stays, also where it holds the whole case.
void keep_own_retention(const OfOthers& others, ViewResult& out) {
  std::erase_if(out.rows,
                [&](const Row& row) { return !is_kept_case(row) && others.indexes.contains(row.index); });
  for (Row& row : out.rows)
    for (Cell& cell : row.cells)
      std::erase_if(cell.atoms, [&](const Atom& atom) { return others.names(atom); });
}

}  // namespace

bool shows_events(schema::ViewKind view) {
  using enum schema::ViewKind;
  static constexpr schema::ViewKind others[] = {PROCESS, CASELOAD, OUTCOMES, WHITE_SPOTS, STAGNATION, RETENTION, KITCHEN_TABLE, INSPECTION, REGISTRY};
  return std::ranges::find(others, view) == std::end(others);
}

Result<ViewResult> readable_rows(OpenLedger& ledger, const ViewResult& result, schema::ViewKind view,
                                 const Reader& reader, std::span<const CaseId> cases, const AsOf& as_of) {
  using enum schema::ViewKind;
  const bool by_header = header_reading(reader.role) != HeaderReading::all && shows_events(view);
  const bool about_self = reads_about_self(reader);
  if (!by_header && !about_self) return result;
  std::set<std::uint64_t> kept, readable;
  OfOthers others;
  for (const auto& kase : cases) {
    INZICHT_TRY(history, ReadHistory::of_case(ledger.log(), kase, {}));
    if (reader.self) {
      INZICHT_TRY(here, kept_of(ledger, kase, *history, *reader.self, as_of));
      kept.merge(here);
    }
    if (!by_header && view != RETENTION) continue;
    INZICHT_TRY(reads, ReadHistory::of_reads(ledger.log(), kase, {}));
    readable.merge(readable_of(ledger, *history, *reads, reader));
    if (view == RETENTION) others.add(*history, readable);
  }
  ViewResult out = result;
  // A count that puts events together stands at none.
  const auto closed = [&](const Row& row) { return by_header && row.index != 0 && !readable.contains(row.index); };
  std::erase_if(out.rows, [&](const Row& row) { return kept.contains(row.index) || closed(row); });
  if (about_self && view == RETENTION) keep_own_retention(others, out);
  if (about_self && view == DEVIATIONS) out.rows.clear();  // each row counts over everybody
  const bool all_there = out.rows.size() == result.rows.size();
  // Whatever was filtered away before this, a total counted what this reader may not see. The kitchen table
  // counts by a rule of its own.
  if (by_header || !all_there || view != KITCHEN_TABLE) out.totals.clear();
  if (out.rows.empty()) std::erase(out.notes, "worklist.how");  // it would say that there is work
  if (about_self) {
    // How many events there are about others is nobody's business.
    if (!all_there || by_header || view == RETENTION) out.total = out.rows.size();
  } else if (!all_there) {
    out.notes.push_back("view.own_headers");
  }
  return out;
}

Result<bool> are_own(OpenLedger& ledger, const Reader& reader, const CaseId& kase,
                     std::span<const std::uint16_t> kinds, const AsOf& as_of) {
  INZICHT_TRY(history, ReadHistory::of_case(ledger.log(), kase, {}));
  INZICHT_TRY(reads, ReadHistory::of_reads(ledger.log(), kase, {}));
  const auto readable = readable_of(ledger, *history, *reads, reader);
  std::set<std::uint64_t> kept;
  if (reader.self) {
    INZICHT_TRY(here, kept_of(ledger, kase, *history, *reader.self, as_of));
    kept = std::move(here);
  }
  return std::ranges::all_of(kinds, [&](std::uint16_t kind) {
    return std::ranges::all_of(history->of(kind), [&](const HistoryEvent* event) {
      return readable.contains(event->event.index) && !kept.contains(event->event.index);
    });
  });
}

bool may_ask(const ReadingRow& row, schema::PartClass cls, bool own_event) {
  const Reading reading = row.of(cls);
  return reading != Reading::none && (reading != Reading::own || own_event);
}

namespace {

bool is_for_self(schema::Header::Reader header, schema::PartCommitment::Reader part, const Reader& reader, schema::ViewKind view) {
  constexpr std::uint16_t organisation_registered = 102, actor_enrolled = 103;
  if (reader.self && std::ranges::equal(part.getSubject(), reader.self->bytes)) return true;
  if (header.getKind() == organisation_registered) return true;  // no person
  const bool of_case = header.hasCase() && std::ranges::equal(part.getSubject(), header.getCase());
  return view == schema::ViewKind::KITCHEN_TABLE && (of_case || header.getKind() == actor_enrolled);
}

}  // namespace

std::vector<PartPlace> allowed(OpenLedger& ledger, const std::set<PartPlace>& wanted, const Reader& reader, schema::ViewKind view) {
  std::vector<PartPlace> out;
  const ReadingRow* row = reading_row(reader.role);
  if (row == nullptr) return out;
  std::vector<std::uint64_t> indexes;
  for (const auto& place : wanted)
    if (indexes.empty() || indexes.back() != place.index) indexes.push_back(place.index);
  auto records = ledger.log().read_many(indexes);
  std::map<std::uint64_t, HeaderMessage> headers;
  for (std::size_t i = 0; i < indexes.size(); ++i)
    if (records[i])
      if (auto message = HeaderMessage::stored(records[i]->header)) headers.emplace(indexes[i], std::move(*message));
  for (const auto& place : wanted) {
    const auto at = headers.find(place.index);
    if (at == headers.end() || place.part >= at->second.header().getParts().size()) continue;
    const auto h = at->second.header();
    const auto part = h.getParts()[place.part];
    const bool own = std::ranges::equal(h.getActor(), reader.actor.bytes);
    if (row->of(part.getClass()) == Reading::self && !is_for_self(h, part, reader, view)) continue;
    if (may_ask(*row, part.getClass(), own)) out.push_back(place);
  }
  return out;
}

}  // namespace inzicht::cli
