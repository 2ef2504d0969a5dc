#include <algorithm>
#include <set>

#include "projections/cells.h"
#include "projections/column_filters.h"
#include "projections/gist.h"
#include "projections/privacy_log.h"
#include "projections/privacy_join.h"

namespace inzicht {
namespace views {
namespace {

struct Extra {
  std::optional<schema::ShareRoute> route;
  std::optional<schema::ShareException> exception;
  bool no_decision = false;
  bool not_told = false;
};
Result<Extra> parse_extra(const std::optional<std::string>& text) {
  Extra out;
  if (!text) return out;
  out.route = parse_code<schema::ShareRoute>(*text);
  out.exception = parse_code<schema::ShareException>(*text);
  out.no_decision = *text == "noDecision";
  out.not_told = *text == "notTold";
  if (out.route || out.exception || out.no_decision || out.not_told) return out;
  return fail(ErrorCode::bad_input, "privacyLog: expected a code of shareRoute or shareException, \"noDecision\" or \"notTold\"");
}

bool in_time(const ViewQuery& query, const PrivacyRow& row) {
  return (!query.occurred_until || row.occurred <= *query.occurred_until) && (!query.recorded_until || row.recorded <= *query.recorded_until);
}

bool any_recipient(const PrivacyRow& row, const auto& is) { return std::ranges::any_of(row.recipients, is); }

bool is_masked(const ViewQuery& query, const PrivacyRow& row) { return !query.guarded_facts && is_guarded_kind(row.kind); }

bool matches(const ViewQuery& query, const Extra& extra, const PrivacyLine& line) {
  const PrivacyRow& row = line.row;
  // A filter on what is guarded would tell it.
  const bool asks_facts = query.person || query.conformity || extra.route || extra.exception || extra.no_decision || extra.not_told;
  if (asks_facts && is_masked(query, row)) return false;
  if (query.occurred_from && row.occurred < *query.occurred_from) return false;
  if (query.kind && *query.kind != row.kind) return false;
  if (query.person && !names(row.about, *query.person) && !any_recipient(row, [&](const auto& r) { return r.subject == query.person; })) return false;
  if (query.organisation && line.organisation != query.organisation &&
      (is_masked(query, row) || !names(line.parties, *query.organisation)))
    return false;
  if (query.actor && row.actor != *query.actor && (is_masked(query, row) || !any_recipient(row, [&](const auto& r) { return r.actor == query.actor; }))) return false;
  if (query.conformity && row.claim != *query.conformity) return false;
  if (extra.route && !line.ground.routes.has(*extra.route)) return false;
  if (extra.exception && !line.ground.exceptions.has(*extra.exception)) return false;
  if (extra.no_decision && !line.no_decision) return false;
  return !extra.not_told || line.not_told();
}

class Collector {
 public:
  Collector(const ViewQuery& query, const Extra& extra, const Affiliations& affiliations)
      : query_(query), extra_(extra), affiliations_(affiliations) {}

  bool take(Bytes key, Bytes value) {
    KeyReader in(key);
    const CaseId kase{in.id()};
    if (query_.cases && !query_.kase && !names(*query_.cases, kase)) return true;
    PrivacyLine line;
    line.index = in.number();
    auto row = read_row<PrivacyRow>(value);
    good_ = in.finished() && row.has_value();
    if (!good_) return false;
    line.row = std::move(*row);
    ++total_;
    if (kase != kase_) end_case();
    kase_ = kase;
    if (in_time(query_, line.row)) of_case_.push_back(std::move(line));
    return true;
  }
  void end_case() {
    join(of_case_);
    for (PrivacyLine& line : of_case_) resolve(line, affiliations_);
    for (PrivacyLine& line : of_case_)
      if (matches(query_, extra_, line)) found_.push_back(std::move(line));
    of_case_.clear();
  }
  bool good() const { return good_; }
  std::uint64_t total() const { return total_; }
  std::vector<PrivacyLine>& found() { return found_; }

 private:
  const ViewQuery& query_;
  const Extra& extra_;
  const Affiliations& affiliations_;
  CaseId kase_;
  std::vector<PrivacyLine> of_case_, found_;
  std::uint64_t total_ = 0;
  bool good_ = true;
};

std::vector<Column> columns() {
  return {{"occurred", "op", "on"},
          {"recorded", "vastgelegd", "recorded"},
          {"kind", "soort", "kind"},
          {"what", "wat", "what"},
          {"by", "door", "by"},
          {"organisation", "organisatie", "organisation"},
          {"about", "over wie", "about"},
          {"recipient", "aan", "recipient"},
          {"party", "ontvangende partij", "receiving party"},
          {"role", "rol van ontvanger", "role of recipient"},
          {"categories", "gegevens", "data"},
          {"detail", "detail", "detail"},
          {"purpose", "doel", "purpose"},
          {"basis", "grondslag", "basis"},
          {"article", "wetsartikel", "article"},
          {"route", "route", "route"},
          {"consent", "toestemming", "consent"},
          {"exception", "uitzondering", "exception"},
          {"answers", "beantwoorde vragen", "answers"},
          {"knowledge", "medeweten", "knowledge"},
          {"informedOn", "geïnformeerd op", "informed on"},
          {"means", "middel", "means"},
          {"words", "kern", "words"},
          {"reason", "reden niet te delen", "reason not to share"},
          {"decision", "besluit of aanleiding", "decision or cause"},
          {"breach", "datalek", "breach"},
          {"authorityToldOn", "AP geïnformeerd op", "authority told on"},
          {"flags", "let op", "flags"},
          {"conformity", "conformiteit", "conformity"},
          {"findings", "bevindingen", "findings"},
          {"event", "gebeurtenis", "event"}};
}

// What was decided, in what form it was shared, what was asked or answered, what was told.
Cell what_cell(const PrivacyRow& row) {
  switch (row.kind) {
    case 405: return code_cell(capnp::Schema::from<schema::Direction>(), row.what);
    case 406: return code_cell(capnp::Schema::from<schema::AdviceTopic>(), row.what);
    case 407: return code_cell(capnp::Schema::from<schema::ShareDecision>(), row.what);
    case 408: return code_cell(capnp::Schema::from<schema::ShareForm>(), row.what);
    case 501: return code_cell(capnp::Schema::from<schema::MeetingType>(), row.what);
    case 411: return code_cell(capnp::Schema::from<schema::PostponeReason>(), row.what);
    case 412: return code_cell(capnp::Schema::from<schema::NoticeResult>(), row.what);
    case 504: return code_cell(capnp::Schema::from<schema::AdviceOutcome>(), row.what);
    case 905: return code_cell(capnp::Schema::from<schema::DwangMeasure>(), row.what);
    case 1203: return code_cell(capnp::Schema::from<schema::InspectionForm>(), row.what);
    case 1302: return code_cell(capnp::Schema::from<schema::ExportFormat>(), row.what);
    case 1303: return code_cell(capnp::Schema::from<schema::AudienceProfile>(), row.what);
    case 1306: return code_cell(capnp::Schema::from<schema::BreachKind>(), row.what);
    default: return codes_cell(row.topics);
  }
}

std::vector<Atom> atoms_of(const RecipientRow& r) {
  std::vector<Atom> out;
  if (r.org) out.push_back(id_atom(*r.org));
  if (r.actor) out.push_back(id_atom(*r.actor));
  if (r.subject) out.push_back(id_atom(*r.subject));
  // A recipient that is known by class only, such as a court.
  return out.empty() ? code_cell(r.cls).atoms : out;
}
Cell recipients_cell(const PrivacyRow& row) {
  Cell out = Cell::list({});
  for (const RecipientRow& r : row.recipients) std::ranges::copy(atoms_of(r), std::back_inserter(out.atoms));
  return out;
}
// Each once.
Cell parties_cell(const PrivacyLine& line) {
  Cell out = Cell::list({});
  for (std::size_t i = 0; i < line.parties.size(); ++i)
    for (const Atom& atom :
         line.parties[i].is_zero() ? atoms_of(line.row.recipients[i]) : std::vector{id_atom(line.parties[i])})
      if (std::ranges::find(out.atoms, atom) == out.atoms.end()) out.atoms.push_back(atom);
  return out;
}

Cell answers_cell(std::uint64_t filled) {
  static constexpr std::string_view questions[] = {"purpose", "otherWay", "consentEffort", "danger", "whoNeeds", "whatNeeded", "moralDistress", "expectedEffect"};
  Cell out;
  out.many = true;
  for (std::size_t i = 0; i < std::size(questions); ++i)
    if ((filled >> i & 1) != 0) out.atoms.push_back(TextCell{"answer." + std::string{questions[i]}});
  return out;
}

Cell texts_cell(const std::vector<std::string>& texts) {
  Cell out;
  out.many = true;
  for (const auto& text : texts) out.atoms.push_back(TextCell{text});
  return out;
}

Cell times_cell(const std::vector<Micros>& times) {
  Cell out;
  out.many = true;
  for (const Micros at : times) out.atoms.push_back(TimeCell{at});
  return out;
}

Cell severities_cell(const std::vector<schema::BreachSeverity>& severities) {
  Cell out;
  out.many = true;
  for (const auto one : severities)
    for (auto& atom : code_cell(one).atoms) out.atoms.push_back(std::move(atom));
  return out;
}

Cell flags_cell(const PrivacyLine& line) {
  std::vector<std::string> flags;
  if (line.no_decision) flags.emplace_back("share.noDecision");
  if (line.against_decision) flags.emplace_back("share.againstDecision");
  return texts_cell(flags);
}

// A guarded event for a reader who may not see its facts: that it was, when and by whom (docs/domain.md §0.3).
Row show_masked(const PrivacyLine& line) {
  const PrivacyRow& row = line.row;
  Row out;
  out.index = line.index;
  for (const Column& column : columns()) {
    const std::string_view key = column.key;
    Cell cell;
    if (key == "occurred") cell = time_cell(row.occurred);
    if (key == "recorded") cell = time_cell(row.recorded);
    if (key == "kind") cell = Atom{KindCell{row.kind}};
    if (key == "what") cell = text_cell("words.guarded");
    if (key == "by") cell = id_cell(row.actor);
    if (key == "organisation") cell = id_cell(line.organisation);
    if (key == "conformity") cell = code_cell(row.claim);
    if (key == "event") cell = id_cell(row.event);
    out.cells.push_back(std::move(cell));
  }
  return out;
}

Row show(const PrivacyLine& line) {
  const PrivacyRow& row = line.row;
  Row out;
  out.index = line.index;
  out.cells = {time_cell(row.occurred),
               time_cell(row.recorded),
               Atom{KindCell{row.kind}},
               what_cell(row),
               id_cell(row.actor),
               id_cell(line.organisation),
               ids_cell(row.about),
               recipients_cell(row),
               parties_cell(line),
               code_cell(row.recipient_role),
               codes_cell(line.ground.categories),
               code_cell(row.detail),
               codes_cell(line.ground.purposes),
               codes_cell(line.ground.bases),
               texts_cell(line.ground.articles),
               codes_cell(line.ground.routes),
               ids_cell(line.ground.consents),
               codes_cell(line.ground.exceptions),
               answers_cell(row.answers),
               code_cell(row.knowledge),
               times_cell(line.informed),
               row.kind == 410 ? code_cell(row.mode) : code_cell(row.means),
               words_cell(line.index, row.words),
               code_cell(row.reason),
               ids_cell(row.refers),
               severities_cell(line.breaches),
               times_cell(line.authority_told),
               flags_cell(line),
               code_cell(row.claim),
               rules_cell(row.findings),
               id_cell(row.event)};
  return out;
}

// A meeting that rests on several decisions is without consent as soon as one of them is.
std::string_view share_total(const PrivacyLine& line) {
  using enum schema::ShareRoute;
  if (line.no_decision) return "share.withoutDecision";
  if (line.ground.routes.has(EXCEPTION)) return "share.withoutConsent";
  if (line.ground.routes.has(CONSENT)) return "share.withConsent";
  if (line.ground.routes.has(NO_PERSONAL_DATA)) return "share.noPersonalData";
  if (line.ground.routes.has(TO_SUBJECT)) return "share.toSubject";
  return "share.unknownRoute";
}

std::vector<Total> totals(const std::vector<PrivacyLine>& lines) {
  std::vector<Total> out{{"share.withConsent", 0}, {"share.withoutConsent", 0}, {"share.noPersonalData", 0}, {"share.toSubject", 0},
                         {"share.withoutDecision", 0}, {"share.unknownRoute", 0}, {"share.declined", 0}, {"share.talks", 0}, {"share.familyPresent", 0}};
  const auto count = [&out](std::string_view key) { ++std::ranges::find(out, key, &Total::key)->count; };
  for (const PrivacyLine& line : lines) {
    if (line.row.is_share()) count(share_total(line));
    if (line.row.declines()) count("share.declined");
    if (line.row.family != Family::not_asked) count("share.talks");
    if (line.row.family == Family::present) count("share.familyPresent");
  }
  return out;
}

}  // namespace
}  // namespace views

Result<ViewResult> query_privacy_log(const ViewStore& store, const Log& log, const ViewQuery& query) {
  using namespace views;
  INZICHT_TRY(extra, parse_extra(query.extra));
  INZICHT_CHECK(check_columns(privacy_name, query));
  INZICHT_TRY(affiliations, Affiliations::read(log, query));
  Collector collector(query, extra, affiliations);
  const Bytes prefix = query.kase ? query.kase->view() : Bytes{};
  INZICHT_CHECK(store.scan(privacy_name, prefix, [&](Bytes key, Bytes value) { return collector.take(key, value); }));
  if (!collector.good()) return fail(ErrorCode::corruption, "privacyLog: a stored row does not read; rebuild the view");
  collector.end_case();
  auto& lines = collector.found();
  std::ranges::sort(lines, {}, [](const PrivacyLine& l) { return std::tuple(l.row.occurred, l.row.recorded, l.index); });
  ViewResult out;
  out.columns = columns();
  out.total = collector.total();
  for (const PrivacyLine& line : lines) out.rows.push_back(is_masked(query, line.row) ? show_masked(line) : show(line));
  filter_columns(privacy_name, query, out.columns, out.rows);
  std::set<std::uint64_t> shown;
  for (const Row& row : out.rows) shown.insert(row.index);
  std::erase_if(lines, [&](const PrivacyLine& line) { return is_masked(query, line.row) || !shown.contains(line.index); });
  out.totals = totals(lines);
  return out;
}

}  // namespace inzicht
