#include <algorithm>

#include "ledger/codec/json.h"
#include "projections/cells.h"
#include "projections/registry.h"
#include "projections/registry_fold.h"

namespace inzicht {
namespace views {
namespace {

constexpr std::string_view things[] = {"organisation", "actor", "key", "mandate", "agreement", "policy", "import"};

struct Entry {
  std::string_view what;
  std::uint64_t index = 0;
  Cell type, id, role, version, standing, state;
  std::vector<Atom> of, powers;
  std::optional<Micros> from;        // for the order, and for what has not begun
  Cell from_cell, until_cell;
  // For filters.
  std::optional<OrganisationId> organisation;
  std::optional<ActorId> actor;
  std::optional<SubjectId> person;
  std::optional<CaseId> kase;
};

std::string_view standing_key(KeyStanding standing) {
  switch (standing) {
    case KeyStanding::genesis: return "standing.genesis";
    case KeyStanding::own_key: return "standing.ownKey";
    case KeyStanding::two_organisations: return "standing.twoOrganisations";
    case KeyStanding::single_registrar: return "standing.singleRegistrar";
  }
  return {};
}

std::optional<Micros> start_of(const Date& date) { return date.is_valid() ? std::optional(local_midnight(date)) : std::nullopt; }

// Builds the entries as of one moment.
class Lister {
 public:
  Lister(const RegistryAt& of, Micros at) : of_(of), at_(at), on_(local_date(at)) {}

  std::vector<Entry> list() {
    for (const auto& [id, info] : of_.registry.organisations()) organisation(info);
    for (const auto& [id, info] : of_.registry.actors()) actor(info);
    for (const auto& [id, info] : of_.registry.keys()) key(info);
    for (const auto& [id, info] : of_.registry.mandates()) mandate(info);
    for (const auto& info : of_.registry.agreements()) agreement(info);
    for (const auto& info : of_.registry.policies()) policy(info);
    for (const auto& info : of_.imports) imported(info);
    return std::move(out_);
  }

 private:
  Entry& add(std::string_view what, std::uint64_t index, Cell type, Cell id) {
    Entry& entry = out_.emplace_back();
    entry.what = what;
    entry.index = index;
    entry.type = std::move(type);
    entry.id = std::move(id);
    return entry;
  }
  void dates(Entry& entry, const Date& from, const std::optional<Date>& until, const std::optional<Date>& superseded = {}) {
    entry.from = start_of(from);
    if (entry.from) entry.from_cell = date_cell(from);
    entry.until_cell = date_cell(superseded && (!until || *superseded <= *until) ? superseded : until);
  }
  std::string_view state_of(const Date& from, const std::optional<Date>& until, const std::optional<Date>& superseded) const {
    if (on_ < from) return "state.notYet";
    if (superseded && *superseded <= on_) return "state.superseded";
    return until && *until < on_ ? "state.over" : "state.inForce";
  }
  std::optional<Micros> recorded(std::uint64_t index) const {
    const auto found = of_.recorded.find(index);
    return found == of_.recorded.end() ? std::nullopt : std::optional(found->second);
  }

  void organisation(const OrganisationInfo& info) {
    Entry& entry = add("organisation", info.index, code_cell(info.type), id_cell(info.id));
    entry.organisation = info.id;
    dates(entry, info.from, info.until);
    if (info.counts) entry.standing = text_cell("standing.counts");
    entry.state = info.until && *info.until < on_ ? text_cell("state.over") : code_cell(info.status);
  }
  void actor(const ActorInfo& info) {
    Entry& entry = add("actor", info.index, code_cell(info.kind), id_cell(info.id));
    entry.actor = info.id;
    entry.organisation = info.organisation;
    if (info.organisation) entry.of.push_back(id_atom(*info.organisation));
    entry.from = recorded(info.index);
    // The registration of the day asked, not the last one: a status counts from its own date.
    for (const Registration& registration : info.registrations) {
      if (registration.from > on_) continue;
      dates(entry, registration.from, std::nullopt);
      entry.role = code_cell(registration.in);
      entry.state = code_cell(registration.status);
    }
  }
  void key(const KeyInfo& info) {
    Entry& entry = add("key", info.enrolled_at, code_cell(info.use), text_cell(id_to_text(schema::IdKind::KEY, info.id)));
    entry.actor = info.owner;
    if (info.owner) entry.of.push_back(id_atom(*info.owner));
    entry.standing = text_cell(standing_key(info.standing));
    entry.from = recorded(info.enrolled_at);
    entry.from_cell = time_cell(entry.from);
    const auto revoked = info.revoked_at ? recorded(*info.revoked_at) : std::nullopt;
    const bool is_revoked = revoked && *revoked <= at_;
    entry.until_cell = time_cell(is_revoked ? revoked : info.valid_until);
    entry.state = text_cell(is_revoked ? "state.revoked" : info.valid_until && *info.valid_until <= at_ ? "state.over" : "state.inForce");
  }
  void mandate(const MandateInfo& info) {
    Entry& entry = add("mandate", info.index, code_cell(info.scope), id_cell(info.id));
    entry.actor = info.grantee;
    entry.organisation = info.organisation;
    entry.person = info.subject;
    entry.kase = info.kase;
    entry.of.push_back(id_atom(info.grantee));
    if (info.organisation) entry.of.push_back(id_atom(*info.organisation));
    if (info.kase) entry.of.push_back(id_atom(*info.kase));
    if (info.subject) entry.of.push_back(id_atom(*info.subject));
    entry.role = code_cell(info.role);
    for (const auto power : info.powers)
      for (const auto& atom : code_cell(power).atoms) entry.powers.push_back(atom);
    entry.from = info.from;
    entry.from_cell = time_cell(info.from);
    entry.until_cell = time_cell(info.until);
    entry.state = text_cell(info.in_force(at_) ? "state.inForce" : at_ < info.from ? "state.notYet" : "state.over");
  }
  void agreement(const AgreementInfo& info) {
    Entry& entry = add("agreement", info.index, code_cell(info.type), id_cell(info.event));
    for (const auto& party : info.parties) entry.of.push_back(id_atom(party));
    for (const auto power : info.powers)
      for (const auto& atom : code_cell(power).atoms) entry.powers.push_back(atom);
    dates(entry, info.from, info.until, info.superseded_from);
    const auto state = state_of(info.from, info.until, info.superseded_from);
    entry.state = state == "state.inForce" ? code_cell(info.status) : text_cell(state);
  }
  void policy(const PolicyInfo& info) {
    Entry& entry = add("policy", info.index, code_cell(info.kind), id_cell(info.event));
    entry.organisation = info.owner;
    if (!info.owner.is_zero()) entry.of.push_back(id_atom(info.owner));
    entry.version = Atom{static_cast<std::int64_t>(info.version)};
    dates(entry, info.from, info.until, info.superseded_from);
    entry.state = text_cell(state_of(info.from, info.until, info.superseded_from));
  }
  void imported(const Import& info) {
    Entry& entry = add("import", info.index, code_cell(info.source), id_cell(info.event));
    entry.organisation = info.organisation;
    if (info.organisation) entry.of.push_back(id_atom(*info.organisation));
    entry.from = recorded(info.index);
    entry.from_cell = time_cell(entry.from);
  }

  const RegistryAt& of_;
  const Micros at_;
  const Date on_;
  std::vector<Entry> out_;
};

template <class T>
bool is_of(const Entry& entry, const std::optional<T>& asked, const std::optional<T>& own) {
  if (!asked || own == asked) return true;
  return std::ranges::any_of(entry.of, [&](const Atom& atom) {
    const auto* id = std::get_if<IdCell>(&atom);
    return id != nullptr && Atom{*id} == id_atom(*asked);
  });
}

bool matches(const ViewQuery& query, const Entry& entry, const std::optional<Micros>& moment) {
  if (query.extra && entry.what != *query.extra) return false;
  if (query.person && entry.person != query.person) return false;
  if (query.kase && entry.kase != query.kase) return false;
  if (query.occurred_from && entry.from && *entry.from < *query.occurred_from) return false;
  if (moment && entry.from && *entry.from > *moment) return false;
  return is_of(entry, query.organisation, entry.organisation) && is_of(entry, query.actor, entry.actor);
}

std::vector<Column> columns() {
  return {{"what", "wat", "what"},
          {"type", "soort", "type"},
          {"id", "kenmerk", "id"},
          {"name", "naam", "name"},
          {"of", "van", "of"},
          {"role", "rol of register", "role or register"},
          {"powers", "bevoegdheden", "powers"},
          {"version", "versie", "version"},
          {"standing", "grond van inschrijving", "standing"},
          {"from", "vanaf", "from"},
          {"until", "tot", "until"},
          {"state", "stand", "state"}};
}

Row show(Entry& entry, const RegistryAt& of) {
  const auto name = of.names.find(entry.index);
  const bool named = name != of.names.end() && entry.what != "key" && entry.what != "import";
  Row out;
  out.index = entry.index;
  out.cells = {text_cell("registry." + std::string{entry.what}),
               std::move(entry.type),
               std::move(entry.id),
               words_cell(entry.index, named ? std::optional(name->second) : std::nullopt),
               Cell::list(std::move(entry.of)),
               std::move(entry.role),
               Cell::list(std::move(entry.powers)),
               std::move(entry.version),
               std::move(entry.standing),
               std::move(entry.from_cell),
               std::move(entry.until_cell),
               std::move(entry.state)};
  return out;
}

}  // namespace
}  // namespace views

Result<ViewResult> query_registry(const ViewStore& store, const Log& log, const ViewQuery& query) {
  using namespace views;
  if (query.extra && std::ranges::find(things, *query.extra) == std::end(things)) {
    return fail(ErrorCode::bad_input, "registry: expected organisation, actor, key, mandate, agreement, policy or import");
  }
  INZICHT_TRY(of, registry_at(store, log, query.recorded_until));
  const Micros moment = query.occurred_until.value_or(query.now.value_or(of.last_recorded));
  auto entries = Lister(of, moment).list();
  ViewResult out;
  out.columns = columns();
  out.total = entries.size();
  // What was there before anything says since when comes first.
  std::ranges::stable_sort(entries, {}, [](const Entry& e) { return std::tuple(e.from.value_or(0), std::ranges::find(things, e.what) - std::begin(things), e.index); });
  for (Entry& entry : entries)
    if (matches(query, entry, query.occurred_until)) out.rows.push_back(show(entry, of));
  return out;
}

}  // namespace inzicht
