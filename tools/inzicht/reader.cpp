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

std::optional<std::vector<CaseId>> own_cases(OpenLedger& ledger, const Reader& reader) {
  const ReadingRow* row = reading_row(reader.role);
  if (reader.role == schema::Role::PRIVACY_OFFICER || row == nullptr || !row->opens_any()) return std::nullopt;
  std::vector<CaseId> out;
  for (const CaseId& kase : cases_of(ledger.log()))
    if (has_ground(ledger, reader, kase)) out.push_back(kase);
  return out;
}

namespace {

// Indexes of events that telling the reader of is postponed.
Result<std::set<std::uint64_t>> kept_of(OpenLedger& ledger, const CaseHistory& history, const SubjectId& self) {
  std::set<std::uint64_t> out;
  CaseState state;
  for (const auto& event : history.events()) state.apply(event.event);
  std::set<EventId> events;
  ledger.service().with_registry([&](const Registry& registry) { events = views::kept_from(self, history, state, registry, ledger.clock().now()); });
  for (const auto& id : events)
    if (const HistoryEvent* event = history.find(id)) out.insert(event->event.index);
  return out;
}

}  // namespace

bool shows_events(schema::ViewKind view) {
  using enum schema::ViewKind;
  static constexpr schema::ViewKind others[] = {PROCESS, CASELOAD, OUTCOMES, WHITE_SPOTS, STAGNATION, RETENTION, KITCHEN_TABLE, INSPECTION, REGISTRY};
  return std::ranges::find(others, view) == std::end(others);
}

Result<ViewResult> readable_rows(OpenLedger& ledger, const ViewResult& result, schema::ViewKind view, const Reader& reader, std::span<const CaseId> cases) {
  const auto reading = header_reading(reader.role);
  const bool by_header = reading != HeaderReading::all && shows_events(view);
  if (!by_header && !reader.self) return result;
  std::set<std::uint64_t> kept, readable;
  for (const auto& kase : cases) {
    INZICHT_TRY(history, ReadHistory::of_case(ledger.log(), kase, {}));
    if (reader.self) {
      INZICHT_TRY(here, kept_of(ledger, *history, *reader.self));
      kept.merge(here);
    }
    if (!by_header) continue;
    INZICHT_TRY(reads, ReadHistory::of_reads(ledger.log(), kase, {}));
    ledger.service().with_registry([&](const Registry& registry) {
      readable.merge(readable_events(*history, *reads, registry, {reader.role, knower_of(registry, reader.actor), reader.self, reader.window_from, reader.window_until}));
    });
  }
  ViewResult out = result;
  // A count that puts events together stands at none.
  const auto closed = [&](const Row& row) { return by_header && row.index != 0 && !readable.contains(row.index); };
  std::erase_if(out.rows, [&](const Row& row) { return kept.contains(row.index) || closed(row); });
  const auto gone = result.rows.size() - out.rows.size();
  if (gone == 0) return out;
  out.totals.clear();  // they counted what was left out
  if (reader.self) {
    // How many events there are about others is nobody's business.
    out.total = out.rows.size();
  } else {
    out.notes.push_back("view.own_headers");
  }
  return out;
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
