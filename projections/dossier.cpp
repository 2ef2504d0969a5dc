// Everything one professional did, decided and saw, over all cases: docs/domain.md §9 view 22.
//
// In order of recording. Whether it is all of it shows in the numbers that every signature carries (docs/formats.md §2, keySeq): a number
// that is missing was destroyed, or stands where this view does not look.
#include <map>
#include <set>

#include "crypto/encoding.h"
#include "projections/case_view.h"
#include "projections/gist.h"

namespace inzicht::views {
namespace {

using schema::RefType;

std::string_view hand_of(const HistoryEvent& event, const ActorId& actor, const Registry& registry) {
  if (author_of(event.event) == actor) return "dossier.wrote";
  const ActorInfo* info = registry.find_actor(actor);
  for (auto data : event.event.header.getCoSigners())
    if (info != nullptr && std::ranges::any_of(info->keys, [&](const KeyId& key) { return std::ranges::equal(data, key); })) return "dossier.cosigned";
  const bool named = event.event.header.hasPerformer() && id_or_zero<ActorId>(event.event.header.getPerformer().getActor()) == actor;
  return named ? "dossier.named" : "";
}

// Of the register that names the professional on that day.
Cell register_cell(const Registry& registry, const ActorId& actor, Micros at) {
  Cell out = Cell::list({});
  const ActorInfo* info = registry.find_actor(actor);
  if (info == nullptr) return out;
  const Registration* last = nullptr;
  for (const auto& one : info->registrations)
    if (one.from <= local_date(at)) last = &one;
  if (last == nullptr) return out;
  for (const auto& cell : {code_cell(last->in), code_cell(last->status)})
    for (const auto& atom : cell.atoms) out.atoms.push_back(atom);
  return out;
}

// Fields of the parts that hold words: how much was written down beside the codes.
std::int64_t filled_fields(schema::Header::Reader header) {
  std::int64_t out = 0;
  for (auto part : header.getParts()) {
    const PartInfo* info = find_part(part.getPartType());
    if (info != nullptr && !info->is_list()) out += std::popcount(part.getFilled());
  }
  return out;
}

std::vector<EventId> consultations(const CaseInput& input, const HistoryEvent& event) {
  std::vector<EventId> out;
  for (auto reference : event.event.header.getReferences()) {
    const HistoryEvent* to = input.history.find(id_or_zero<EventId>(reference.getEvent()));
    if (to != nullptr && to->kind() == 504 && !names(out, to->id)) out.push_back(to->id);
  }
  return out;
}

std::vector<EventId> corrections(const CaseInput& input, const EventId& event) {
  std::vector<EventId> out;
  for (const auto* one : input.history.of(1204))
    if (refers(*one, RefType::CORRECTS, event)) out.push_back(one->id);
  return out;
}

Cell rules_of(const HistoryEvent& event) {
  Cell out = Cell::list({});
  for (const auto& rule : event.explained) out.atoms.push_back(RuleCell{rule, "explained"});
  for (const auto& rule : event.warned) out.atoms.push_back(RuleCell{rule, "warned"});
  return out;
}

Row row_of(const CaseInput& input, const HistoryEvent& event, std::string_view hand) {
  const auto header = event.event.header;
  const bool wrote = hand == "dossier.wrote";
  Row row;
  row.index = event.event.index;
  row.cells = {time_cell(event.event.recorded_at),
               time_cell(event.occurred),
               Atom{KindCell{event.kind()}},
               text_cell(hand),
               code_cell(header.getRole()),
               id_cell(id_or_zero<OrganisationId>(header.getOrganisation())),
               register_cell(input.registry, *input.query.actor, event.occurred),
               gist_cell(event, input.query.guarded_facts),
               Atom{filled_fields(header)},
               ids_cell(consultations(input, event)),
               code_cell(header.getClaim()),
               rules_of(event),
               ids_cell(corrections(input, event.id)),
               wrote ? text_cell(crypto::base64(header.getKey())) : Cell(),
               wrote ? Cell(Atom{static_cast<std::int64_t>(header.getKeySeq())}) : Cell(),
               id_cell(event.id)};
  return row;
}

void add_all(const CaseInput& input, const CaseHistory& history, ViewResult& out) {
  for (const auto& event : history.events()) {
    const auto hand = hand_of(event, *input.query.actor, input.registry);
    if (hand.empty()) continue;
    ++out.total;
    out.rows.push_back(row_of(input, event, hand));
  }
}

void add(const CaseInput& input, ViewResult& out) {
  add_all(input, input.history, out);
  if (input.reads != nullptr) add_all(input, *input.reads, out);
}

Status check(const ViewQuery& query) {
  if (!query.actor) return fail(ErrorCode::bad_input, "dossier: expected a participant (A-…)");
  if (query.person) return fail(ErrorCode::bad_input, "dossier: --person: a dossier is of one professional; ask the timeline of the case about a person");
  return {};
}

std::size_t column_of(const ViewResult& out, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(out.columns, key, &Column::key) - out.columns.begin());
}
template <class A>
const A* first_of(const Row& row, std::size_t column) {
  return row.cells[column].atoms.empty() ? nullptr : std::get_if<A>(&row.cells[column].atoms[0]);
}

// Of each key: the numbers it used, and how many up to the last are not here.
std::pair<std::uint64_t, std::uint64_t> signed_and_missing(const ViewResult& out) {
  const std::size_t key = column_of(out, "key"), number = column_of(out, "keySeq");
  std::map<std::string, std::set<std::int64_t>> used;
  for (const Row& row : out.rows)
    if (const auto* of = first_of<TextCell>(row, key)) used[of->key].insert(*first_of<std::int64_t>(row, number));
  std::uint64_t here = 0, missing = 0;
  for (const auto& [_, numbers] : used) {
    here += numbers.size();
    missing += static_cast<std::uint64_t>(*numbers.rbegin()) - numbers.size();
  }
  return {here, missing};
}

bool passes(const ViewQuery& query, const ViewResult& out, const Row& row) {
  const auto* recorded = first_of<TimeCell>(row, column_of(out, "recorded"));
  const auto* kind = first_of<KindCell>(row, column_of(out, "kind"));
  const auto* organisation = first_of<IdCell>(row, column_of(out, "organisation"));
  const auto* claim = first_of<CodeCell>(row, column_of(out, "conformity"));
  if (query.occurred_from && recorded->at < *query.occurred_from) return false;
  if (query.kind && kind->kind != *query.kind) return false;
  if (query.organisation && (organisation == nullptr || organisation->id != query.organisation->bytes)) return false;
  if (query.conformity && (claim == nullptr || claim->code != code_of(*query.conformity))) return false;
  if (asks(query, "viewed")) return kind->kind == 1301 || kind->kind == 1302;
  if (asks(query, "deviation")) return claim != nullptr && claim->code != "conforming";
  return true;
}

// The numbers are counted over everything, then the period is cut out of it.
void finish(const ViewQuery& query, ViewResult& out) {
  const auto [here, missing] = signed_and_missing(out);
  out.totals = {{"dossier.signed", here}, {"dossier.missing", missing}};
  const bool is_whole = !query.kase && !query.known_to && !query.occurred_until;
  out.notes.push_back(!is_whole ? "dossier.inPart" : missing == 0 ? "dossier.complete" : "dossier.gaps");
  std::erase_if(out.rows, [&](const Row& row) { return !passes(query, out, row); });
  std::ranges::stable_sort(out.rows, {}, &Row::index);
}

}  // namespace

CaseView dossier_view() {
  CaseView out{"dossier",
               {{"recorded", "vastgelegd", "recorded"},
                {"occurred", "gebeurd", "occurred"},
                {"kind", "soort", "kind"},
                {"hand", "hoe", "how"},
                {"role", "rol", "role"},
                {"organisation", "organisatie", "organisation"},
                {"register", "register toen", "register then"},
                {"what", "wat", "what"},
                {"considerations", "ingevulde overwegingen", "considerations filled"},
                {"consultations", "overlegd", "consulted"},
                {"conformity", "conformiteit", "conformity"},
                {"rules", "regels", "rules"},
                {"correctedBy", "later gecorrigeerd", "corrected later"},
                {"key", "sleutel", "key"},
                {"keySeq", "nummer van de sleutel", "number of the key"},
                {"event", "gebeurtenis", "event"}},
               add,
               {"viewed", "deviation"},
               true,
               true};
  out.check = check;
  out.finish = finish;
  return out;
}

}  // namespace inzicht::views
