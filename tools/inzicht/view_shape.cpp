#include "tools/inzicht/view_shape.h"

#include <algorithm>
#include <array>

namespace inzicht::cli {
namespace {

// One column of the table, from one or more of the view; without labels of its own it has those of the first.
struct Shown {
  std::array<std::string_view, 5> from;
  std::string_view nl = {}, en = {};
};

constexpr Shown timeline_columns[] = {{{"occurred", "until", "precision"}},
                                      {{"recorded", "lag"}},
                                      {{"kind"}},
                                      {{"who", "role", "organisation"}},
                                      {{"performer"}},
                                      {{"about"}},
                                      {{"line"}},
                                      {{"conformity", "findings", "corrects"}, "let op", "note"},
                                      {{"correctedBy"}},
                                      {{"event"}}};
constexpr Shown plan_columns[] = {{{"kind"}},
                                  {{"version"}},
                                  {{"type", "horizon", "frame"}},
                                  {{"words"}},
                                  {{"owner"}},
                                  {{"from"}},
                                  {{"until", "due"}, "uiterlijk", "until"},
                                  {{"status"}},
                                  {{"score", "scoredOn"}},
                                  {{"endorsedBy", "otherStances"}, "onderschreven", "endorsed"},
                                  {{"event"}}};
constexpr Shown privacy_columns[] = {{{"occurred"}},
                                     {{"kind", "what"}, "wat", "what"},
                                     {{"by"}},
                                     {{"about"}},
                                     {{"recipient"}, "aan of met", "to or with"},
                                     {{"categories"}},
                                     {{"purpose"}},
                                     {{"basis", "article"}},
                                     {{"route", "exception"}},
                                     {{"knowledge", "informedOn"}},
                                     {{"decision", "consent"}, "rust op", "rests on"},
                                     {{"reason", "words"}, "in woorden", "in words"},
                                     {{"flags", "breach", "authorityToldOn", "conformity", "findings"}, "let op", "note"}};
constexpr Shown registry_columns[] = {{{"what"}},     {{"type"}}, {{"id"}},    {{"of"}},    {{"role", "powers"}, "rol of register", "role or register"},
                                      {{"standing"}}, {{"from"}}, {{"until"}}, {{"state"}}, {{"version"}}};

constexpr Shown worklist_columns[] = {{{"case"}}, {{"severity", "rule"}, "zwaarte en regel", "severity and rule"}, {{"finding"}}, {{"kind", "occurred"}, "gebeurtenis", "event"}, {{"by"}},
                                      {{"about"}}, {{"since"}},    {{"days"}}, {{"state", "settledBy"}}, {{"remedy"}}, {{"owners"}}};
constexpr Shown deadline_columns[] = {{{"case"}}, {{"due"}}, {{"days"}}, {{"state"}}, {{"rule"}}, {{"remedy"}}, {{"openedBy", "since"}}, {{"about", "party"}}, {{"owners"}}};
constexpr Shown consent_columns[] = {{{"kind"}}, {{"about"}}, {{"grantor", "capacity", "gezag"}}, {{"recipients"}}, {{"categories"}}, {{"purposes"}}, {{"from"}}, {{"until"}}, {{"state", "endedOn"}}, {{"usedBy"}, "gebruikt", "used by"}};
constexpr Shown measure_columns[] = {{{"lane"}}, {{"occurred"}}, {{"kind"}}, {{"what"}}, {{"about"}}, {{"by"}}, {{"authority", "article"}}, {{"from"}}, {{"until"}}};
constexpr Shown role_columns[] = {{{"what"}}, {{"party"}}, {{"organisation"}}, {{"role", "function"}, "rol of functie", "role or function"}, {{"task"}}, {{"frame"}}, {{"from"}}, {{"until", "ended"}}, {{"about"}}, {{"state", "count"}, "stand, aantal", "state, count"}};
constexpr Shown signal_columns[] = {{{"case"}},     {{"occurred"}}, {{"type"}}, {{"source", "sourceOrg"}}, {{"domains"}}, {{"answered"}},
                                    {{"decision"}}, {{"days"}},     {{"feedbackOn", "feedback"}}};
constexpr Shown access_columns[] = {{{"case"}}, {{"occurred"}}, {{"kind", "format"}}, {{"viewer", "role", "organisation"}}, {{"view"}}, {{"purpose"}}, {{"about"}}, {{"classes"}}, {{"parts"}}, {{"breakGlass", "refused"}}};
constexpr Shown kitchen_columns[] = {{{"part"}}, {{"version"}}, {{"words", "wording"}}, {{"who", "role"}}, {{"phone"}}, {{"when", "every"}}, {{"state"}}};

constexpr Shown stagnation_columns[] = {{{"case"}}, {{"item"}}, {{"causes"}}, {{"organisation"}}, {{"since"}}, {{"days"}}, {{"reminders"}}, {{"level"}}, {{"answer", "answeredOn"}}, {{"state"}}};
constexpr Shown white_spot_columns[] = {{{"case"}}, {{"spot"}}, {{"kind"}}, {{"level"}}, {{"ownerActor", "ownerOrg"}}, {{"since"}}, {{"answerBy"}}, {{"answer", "answeredOn"}}, {{"days"}}};
constexpr Shown outcome_columns[] = {{{"case"}}, {{"opened"}}, {{"closed"}}, {{"duration", "short"}}, {{"outcome", "premature"}}, {{"goalsReached"}}, {{"goals"}}, {{"startScore"}}, {{"endScore"}}, {{"satisfaction"}}, {{"reEntry"}}, {{"later"}}};
constexpr Shown reconstruct_columns[] = {{{"section", "event"}, "deel en nummer", "section and number"},
                                         {{"occurred"}},
                                         {{"recorded"}},
                                         {{"kind", "by"}, "soort, door", "kind, by"},
                                         {{"what", "recipients", "line"}},
                                         {{"standing", "until"}, "stand, tot", "standing, until"},
                                         {{"knownThen", "knownSince"}, "toen aantoonbaar bekend; sinds", "shown to be known then; since"},
                                         {{"knownBy", "provenBy"}},
                                         {{"ownSteps"}},
                                         {{"correctedBy"}},
                                         {{"correctedSince"}}};
constexpr Shown recipient_columns[] = {{{"recipient"}}, {{"person"}}, {{"categories"}}, {{"first"}}, {{"last"}}, {{"times"}}, {{"noticesOpen"}}, {{"noticesDone"}}};
constexpr Shown inspection_columns[] = {{{"section"}}, {{"occurred"}}, {{"kind"}}, {{"what"}}, {{"words"}}, {{"role", "organisation"}}, {{"sharedWith"}}, {{"seenBy"}}, {{"ground"}}};
constexpr Shown dossier_columns[] = {{{"case"}}, {{"recorded"}}, {{"occurred"}}, {{"kind"}}, {{"hand"}}, {{"role"}}, {{"register"}}, {{"what"}}, {{"consultations"}}, {{"conformity", "rules"}, "let op", "note"}, {{"correctedBy"}}};
constexpr Shown retention_columns[] = {{{"case"}}, {{"what"}}, {{"law"}}, {{"about"}}, {{"clockStart"}}, {{"due"}}, {{"state"}}, {{"holds"}}, {{"decisions"}}, {{"executed"}}, {{"partsErased", "headersPurged"}, "delen, koppen", "parts, headers"}};
constexpr Shown goal_columns[] = {{{"goal"}}, {{"person"}}, {{"horizon"}}, {{"indicator"}}, {{"scores"}}, {{"weightedMean"}, "gewogen GAS", "weighted GAS"}, {{"unchecked"}, "nog niet getoetst (SMART, MAGIE)", "not checked yet (SMART, MAGIE)"},
                                  {{"progress"}}, {{"status"}}, {{"until"}}};
constexpr Shown motivation_columns[] = {{{"person"}}, {{"date"}}, {{"phase"}}, {{"move"}}, {{"horizon"}}, {{"driver"}}, {{"homePlanned"}, "bezoek gepland /week", "planned visits /week"},
                                        {{"homeUnplanned"}, "ongepland /week", "unplanned /week"}, {{"elsewhere"}, "elders /week", "elsewhere /week"}, {{"calls"}, "bellen /week", "calls /week"},
                                        {{"written"}, "berichten /week", "messages /week"}, {{"heard"}}, {{"grounds"}}};
constexpr Shown process_columns[] = {{{"step"}}, {{"name"}}, {{"phase"}}, {{"state"}}, {{"entered"}}, {{"event"}}, {{"left"}}, {{"times"}}, {{"flags"}}};

std::span<const Shown> shape_of(std::string_view view) {
  if (view == "timeline") return timeline_columns;
  if (view == "plan") return plan_columns;
  if (view == "privacyLog") return privacy_columns;
  if (view == "registry") return registry_columns;
  if (view == "worklist") return worklist_columns;
  if (view == "deadlines") return deadline_columns;
  if (view == "consents") return consent_columns;
  if (view == "measures") return measure_columns;
  if (view == "roles") return role_columns;
  if (view == "signals") return signal_columns;
  if (view == "accessLog") return access_columns;
  if (view == "stagnation") return stagnation_columns;
  if (view == "whiteSpots") return white_spot_columns;
  if (view == "outcomes") return outcome_columns;
  if (view == "reconstruct") return reconstruct_columns;
  if (view == "recipients") return recipient_columns;
  if (view == "inspection") return inspection_columns;
  if (view == "dossier") return dossier_columns;
  if (view == "retention") return retention_columns;
  if (view == "kitchenTable") return kitchen_columns;
  if (view == "goals") return goal_columns;
  if (view == "motivation") return motivation_columns;
  if (view == "process") return process_columns;
  return {};
}

std::optional<std::size_t> column_of(const ViewResult& result, std::string_view key) {
  const auto at = std::ranges::find(result.columns, key, &Column::key);
  return at == result.columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - result.columns.begin()));
}

struct Source {
  Column column;
  std::vector<std::size_t> from;
};
Source source_of(const ViewResult& result, const Shown& shown) {
  Source out;
  for (const auto key : shown.from)
    if (const auto at = key.empty() ? std::nullopt : column_of(result, key)) out.from.push_back(*at);
  if (out.from.empty()) return out;
  out.column = result.columns[out.from[0]];
  if (!shown.nl.empty()) out.column = {out.column.key, std::string(shown.nl), std::string(shown.en)};
  return out;
}

Cell joined(const Row& row, std::span<const std::size_t> from) {
  std::vector<Atom> atoms;
  for (const auto at : from) std::ranges::copy(row.cells[at].atoms, std::back_inserter(atoms));
  return Cell::list(std::move(atoms));
}

}  // namespace

std::string totals_line(const Context& context, const ViewResult& result) {
  std::string out;
  for (const auto& total : result.totals) {
    if (total.count == 0) continue;
    out += fmt::format("{}{}: {}", out.empty() ? "" : " · ", context.tr(total.key), total.count);
  }
  return out;
}

ViewResult for_terminal(std::string_view view, ViewResult result) {
  const auto shape = shape_of(view);
  if (shape.empty()) return result;
  std::vector<Source> sources;
  for (const auto& shown : shape)
    if (auto source = source_of(result, shown); !source.from.empty()) sources.push_back(std::move(source));
  ViewResult out;
  for (const auto& source : sources) out.columns.push_back(source.column);
  for (const auto& row : result.rows) {
    Row& made = out.rows.emplace_back();
    made.index = row.index;
    for (const auto& source : sources) made.cells.push_back(joined(row, source.from));
  }
  out.total = result.total;
  out.notes = std::move(result.notes);
  out.totals = std::move(result.totals);
  return out;
}

std::vector<std::size_t> filled_columns(const ViewResult& result, const std::function<std::string(const Cell&)>& text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < result.columns.size(); ++i)
    if (result.rows.empty() || std::ranges::any_of(result.rows, [&](const Row& row) { return !text(row.cells[i]).empty(); })) out.push_back(i);
  return out;
}

void drop_column(ViewResult& result, std::string_view key) {
  const auto at = column_of(result, key);
  if (!at) return;
  result.columns.erase(result.columns.begin() + static_cast<std::ptrdiff_t>(*at));
  for (auto& row : result.rows) row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(*at));
}

}  // namespace inzicht::cli
