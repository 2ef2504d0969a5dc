// event: everything about one event, with the proof that `inzicht prove` gives (docs/domain.md §9 view 26).
#include <CLI/CLI.hpp>

#include "crypto/encoding.h"
#include "ledger/service/publish.h"
#include "projections/event_detail.h"
#include "tools/inzicht/show_view.h"

namespace inzicht::cli {
namespace {

struct EventOptions {
  std::string event, role, purpose, occurred_until, recorded_until, csv, xlsx, pdf;
  bool codes_only = false;
};

struct Field {
  const char* code;
  const char* nl;
  const char* en;
};
void add_proof_row(ViewResult& out, std::uint64_t index, const Context& context, const Field& field, Atom value) {
  const char* name = context.json ? field.code : context.lang == Lang::nl ? field.nl : field.en;
  out.rows.push_back({index, {Cell(Atom{TextCell{"event.proof"}}), Cell(Atom{TextCell{name}}), Cell(std::move(value))}});
}

// Where it stands in the last published checkpoint, checked as an outsider would.
Status add_proof(const Context& context, const Log& log, std::uint64_t index, ViewResult& out) {
  const auto last = last_checkpoint(log);
  if (!last || last->checkpoint.size <= index) {
    out.notes.push_back("event.none");
    return {};
  }
  INZICHT_TRY(record, log.read(index));
  const auto proof = crypto::inclusion_proof(index, last->checkpoint.size, [&](unsigned level, std::uint64_t n) { return log.node(level, n); });
  if (!proof || !crypto::check_inclusion(index, last->checkpoint.size, crypto::leaf_hash(record.leaf), last->checkpoint.root, *proof))
    return fail(ErrorCode::corruption, "event: the stored tree does not lead to the published root: run verify");
  add_proof_row(out, index, context, {"checkpointSize", "grootte van het ijkpunt", "size of the checkpoint"}, static_cast<std::int64_t>(last->checkpoint.size));
  add_proof_row(out, index, context, {"checkpointRoot", "wortel van het ijkpunt", "root of the checkpoint"}, TextCell{crypto::base64(last->checkpoint.root)});
  for (const auto& hash : *proof) add_proof_row(out, index, context, {"proof", "pad naar de wortel", "path to the root"}, TextCell{crypto::base64(hash)});
  out.notes.push_back("event.receipt");
  return {};
}

// The cases that reading it is about.
Result<std::vector<CaseId>> cases_of_event(const Log& log, std::uint64_t index) {
  INZICHT_TRY(record, log.read(index));
  const auto message = HeaderMessage::stored(record.header);
  const auto kase = message && message->header().hasCase() ? CaseId::from({message->header().getCase().begin(), message->header().getCase().size()}) : std::nullopt;
  return kase ? std::vector{*kase} : std::vector<CaseId>{};
}

Result<ViewResult> ask(const Context& context, OpenLedger& ledger, const EventOptions& o, const EventId& event, ShowOptions& show) {
  INZICHT_TRY(place, ledger.log().find(event));
  if (!place) return fail(ErrorCode::not_found, "event: there is no such event");
  INZICHT_TRY(cases, cases_of_event(ledger.log(), place->index));
  show.cases = std::move(cases);
  ViewQuery query;
  for (const auto& [text, flag, into] : {std::tuple{&o.occurred_until, "--occurred-until", &query.occurred_until}, std::tuple{&o.recorded_until, "--recorded-until", &query.recorded_until}}) {
    if (text->empty()) continue;
    INZICHT_TRY(time, typed_moment(*text, flag));
    *into = time;
  }
  if (query.occurred_until || query.recorded_until) show.as_of = std::min(query.occurred_until.value_or(INT64_MAX), query.recorded_until.value_or(INT64_MAX));
  query.guarded_facts = !o.codes_only && reads_guarded_facts(context, ledger, o.role, show.cases);
  INZICHT_TRY(result, event_detail(ledger.log(), event, query, context.json ? std::nullopt : std::optional(context.lang)));
  INZICHT_CHECK(add_proof(context, ledger.log(), place->index, result));
  result.total = result.rows.size();
  return result;
}

int run_event(const Context& context, const EventOptions& o) {
  if (!o.role.empty() && !parse_code<schema::Role>(o.role)) return context.fail({ErrorCode::bad_input, "--role: expected a code of role, such as wijkcoach or privacyOfficer"});
  for (const auto& file : {o.csv, o.xlsx, o.pdf})
    if (std::error_code none; !file.empty() && std::filesystem::exists(file, none)) return context.fail({ErrorCode::already_exists, "there is a file of that name already: give another: " + file});
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  const LedgerIds ids(**ledger);
  const auto event = typed_id<EventId>(ids, schema::IdKind::EVENT, o.event, "event");
  if (!event) return context.fail(event.error());
  ShowOptions show;
  show.view = schema::ViewKind::EVENT_DETAIL;
  show.title_key = "title.event";
  show.role = o.role;
  show.purpose = o.purpose;
  show.codes_only = o.codes_only;
  show.now = (*ledger)->clock().now();
  show.csv = o.csv;
  show.xlsx = o.xlsx;
  show.pdf = o.pdf;
  const auto result = ask(context, **ledger, o, *event, show);
  if (!result) return context.fail(result.error());
  // Of the registry only ids and codes are shown: nobody reads in a role there.
  show.codes_only = show.codes_only || show.cases.empty();
  return show_view(context, **ledger, *result, show);
}

}  // namespace

void add_event(Verbs& v) {
  auto o = std::make_shared<EventOptions>();
  auto* verb = v.app.add_subcommand("event", std::string(v.context.tr("help.event")));
  verb->add_option("event", o->event, std::string(v.context.tr("help.prove.event")))->required();
  verb->add_option("--role", o->role, std::string(v.context.tr("help.view.role")));
  verb->add_option("--purpose", o->purpose, std::string(v.context.tr("help.view.purpose")));
  verb->add_option("--occurred-until", o->occurred_until, std::string(v.context.tr("help.view.occurred_until")));
  verb->add_option("--recorded-until", o->recorded_until, std::string(v.context.tr("help.view.recorded_until")));
  auto* csv = verb->add_option("--csv", o->csv, std::string(v.context.tr("help.view.csv")));
  auto* xlsx = verb->add_option("--xlsx", o->xlsx, std::string(v.context.tr("help.view.xlsx")))->excludes(csv);
  verb->add_option("--pdf", o->pdf, std::string(v.context.tr("help.view.pdf")))->excludes(csv)->excludes(xlsx);
  verb->add_flag("--codes", o->codes_only, std::string(v.context.tr("help.view.codes")));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return run_event(*context, *o); }; });
}

}  // namespace inzicht::cli
