// timeline, plan, privacy-log, registry from the kept views; deadlines, worklist, consents, measures, roles, signals, goals, motivation, process from
// the headers of the cases themselves: asks, opens what the reader may read, shows it.
#include <CLI/CLI.hpp>

#include "projections/case_views.h"
#include "projections/plan_difference.h"
#include "tools/inzicht/kept_views.h"
#include "tools/inzicht/show_view.h"
#include "tools/inzicht/view_shape.h"

namespace inzicht::cli {
namespace {

struct Options {
  std::string kase, person, organisation, actor, kind, occurred_until, recorded_until, from, until, role, purpose, extra, csv, xlsx;
  std::uint64_t version = 0, compare = 0;  // of the family plan, from 1; 0: not asked
  bool codes_only = false;
};

// A verb that shows a view.
struct ViewVerb {
  const char* verb;
  const char* help;
  const char* title;
  const char* extra_help;  // of --only
  schema::ViewKind view;
  bool needs_case;
};
constexpr ViewVerb verbs[] = {{"timeline", "help.timeline", "title.timeline", "help.view.extra", schema::ViewKind::TIMELINE, true},
                              {"plan", "help.plan", "title.plan", "help.view.extra.plan", schema::ViewKind::PLAN, true},
                              {"privacy-log", "help.privacy_log", "title.privacy_log", "help.view.extra.privacy_log", schema::ViewKind::PRIVACY_LOG, false},
                              {"registry", "help.registry", "title.registry", "help.view.extra.registry", schema::ViewKind::REGISTRY, false},
                              {"worklist", "help.worklist", "title.worklist", "help.view.extra.worklist", schema::ViewKind::WORKLIST, false},
                              {"deadlines", "help.deadlines", "title.deadlines", "help.view.extra.deadlines", schema::ViewKind::DEADLINES, false},
                              {"consents", "help.consents", "title.consents", "help.view.extra.consents", schema::ViewKind::CONSENTS, true},
                              {"measures", "help.measures", "title.measures", "help.view.extra.measures", schema::ViewKind::MEASURES, true},
                              {"roles", "help.roles", "title.roles", "help.view.extra.roles", schema::ViewKind::ROLES, true},
                              {"signals", "help.signals", "title.signals", "help.view.extra.signals", schema::ViewKind::SIGNALS, false},
                              {"access-log", "help.access_log", "title.access_log", "help.view.extra.access_log", schema::ViewKind::ACCESS_LOG, true},
                              {"goals", "help.goals", "title.goals", "help.view.extra.goals", schema::ViewKind::GOALS, true},
                              {"motivation", "help.motivation", "title.motivation", "help.view.extra.motivation", schema::ViewKind::MOTIVATION, true},
                              {"process", "help.process", "title.process", "help.view.extra.process", schema::ViewKind::PROCESS, true}};
// Shows codes and ids only: nothing is opened, so nobody reads in a role.
bool is_registry(const ViewVerb& verb) { return verb.view == schema::ViewKind::REGISTRY; }

Result<Micros> moment(const std::string& text, std::string_view flag) {
  if (auto time = parse_time(text)) return *time;
  if (parse_date(text)) return local_midnight(*parse_date(text)) + micros_per_day - 1;
  if (auto time = parse_local(text)) return *time;
  return fail(ErrorCode::bad_input, fmt::format("{}: expected a time such as 2019-06-11 or 2019-06-11T10:00:00Z", flag));
}

Result<ViewQuery> read_query(const Options& o, LedgerIds& ids) {
  ViewQuery q;
  if (!o.kase.empty()) {
    INZICHT_TRY(id, typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "case"));
    q.kase = id;
    ids.in_case(id);
  }
  if (!o.person.empty()) {
    INZICHT_TRY(id, typed_id<SubjectId>(ids, schema::IdKind::SUBJECT, o.person, "--person"));
    q.person = id;
  }
  if (!o.organisation.empty()) {
    INZICHT_TRY(id, typed_id<OrganisationId>(ids, schema::IdKind::ORGANISATION, o.organisation, "--organisation"));
    q.organisation = id;
  }
  if (!o.actor.empty()) {
    INZICHT_TRY(id, typed_id<ActorId>(ids, schema::IdKind::ACTOR, o.actor, "--actor"));
    q.actor = id;
  }
  if (!o.kind.empty()) {
    const KindInfo* kind = find_kind(std::string_view(o.kind));
    if (kind == nullptr) return fail(ErrorCode::bad_input, "--kind: expected a kind from `inzicht kinds`");
    q.kind = kind->id;
  }
  for (auto [text, flag, into] : {std::tuple{&o.occurred_until, "--occurred-until", &q.occurred_until}, std::tuple{&o.until, "--until", &q.occurred_until},
                                  std::tuple{&o.recorded_until, "--recorded-until", &q.recorded_until}, std::tuple{&o.from, "--from", &q.occurred_from}}) {
    if (text->empty()) continue;
    if (into == &q.occurred_from && parse_date(*text)) {
      *into = local_midnight(*parse_date(*text));
      continue;
    }
    INZICHT_TRY(time, moment(*text, flag));
    *into = time;
  }
  if (!o.extra.empty()) q.extra = o.extra;
  if (o.version != 0) q.extra = std::to_string(o.version);
  return q;
}

Result<ViewResult> ask(const Context& context, OpenLedger& ledger, const ViewVerb& verb, const ViewQuery& query, bool whole) {
  const auto name = view_name(verb.verb);
  const auto asked = [&]() -> Result<ViewResult> {
    if (is_case_view(name)) return ledger.service().with_registry([&](const Registry& registry) { return query_case_view(name, ledger.log(), registry, query); });
    KeptViews views(context, ledger);
    return views->ask(name, query);
  };
  INZICHT_TRY(result, asked());
  if (is_registry(verb)) drop_column(result, "name");
  return whole ? std::move(result) : for_terminal(context, name, std::move(result));
}

int run_view(const Context& context, const Options& o, const ViewVerb& verb) {
  if (!o.role.empty() && !parse_code<schema::Role>(o.role)) return context.fail({ErrorCode::bad_input, "--role: expected a code of role, such as wijkcoach or privacyOfficer"});
  for (const auto& file : {o.csv, o.xlsx})
    if (!file.empty() && std::filesystem::exists(file)) return context.fail({ErrorCode::already_exists, "there is a file of that name already: give another: " + file});
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  LedgerIds ids(**ledger);
  auto q = read_query(o, ids);
  if (!q) return context.fail(q.error());
  q->now = (*ledger)->clock().now();
  const auto cases = q->kase ? std::vector{*q->kase} : std::vector<CaseId>{};
  q->guarded_facts = !o.codes_only && reads_guarded_facts(context, **ledger, o.role, cases);
  auto result = o.compare != 0 ? query_plan_difference((*ledger)->log(), *q, o.compare) : ask(context, **ledger, verb, *q, context.json || !o.csv.empty() || !o.xlsx.empty());
  if (!result) return context.fail(result.error());
  ShowOptions show;
  show.view = verb.view;
  show.title_key = o.compare != 0 ? "title.plan.compare" : verb.title;
  if (q->kase) show.cases = {*q->kase};
  if (!q->kase && !is_registry(verb)) show.cases = all_cases((*ledger)->log());
  show.purpose = o.purpose;
  show.role = o.role;
  show.csv = o.csv;
  show.xlsx = o.xlsx;
  show.codes_only = o.codes_only || is_registry(verb);
  for (auto [key, value] : {std::pair{"person", &o.person}, std::pair{"organisation", &o.organisation}, std::pair{"kind", &o.kind}, std::pair{"extra", &o.extra}})
    if (!value->empty()) show.filter[key] = *value;
  return show_view(context, **ledger, *result, show);
}

void add_filters(const Context& context, CLI::App* verb, const ViewVerb& of, Options& o) {
  const auto help = [&](const char* key) { return std::string(context.tr(key)); };
  verb->add_option("--person", o.person, help("help.view.person"));
  verb->add_option("--organisation", o.organisation, help("help.view.organisation"));
  verb->add_option("--actor", o.actor, help("help.view.actor"));
  verb->add_option("--occurred-until", o.occurred_until, help("help.view.occurred_until"));
  verb->add_option("--recorded-until", o.recorded_until, help("help.view.recorded_until"));
  verb->add_option("--from", o.from, help("help.view.from"));
  verb->add_option("--until", o.until, help("help.view.until"));
  auto* csv = verb->add_option("--csv", o.csv, help("help.view.csv"));
  verb->add_option("--xlsx", o.xlsx, help("help.view.xlsx"))->excludes(csv);
  auto* only = verb->add_option("--only", o.extra, help(of.extra_help));
  if (of.view == schema::ViewKind::PLAN) {
    auto* version = verb->add_option("--version", o.version, help("help.plan.version"))->check(CLI::Range(std::uint64_t{1}, std::uint64_t{9999}))->excludes(only);
    verb->add_option("--compare", o.compare, help("help.plan.compare"))->check(CLI::Range(std::uint64_t{1}, std::uint64_t{9999}))->excludes(only)->excludes(version);
  }
  if (is_registry(of)) return;
  verb->add_option("--kind", o.kind, help("help.view.kind"));
  verb->add_option("--role", o.role, help("help.view.role"));
  verb->add_option("--purpose", o.purpose, help("help.view.purpose"));
  verb->add_flag("--codes", o.codes_only, help("help.view.codes"));
}

const ViewVerb& verb_of(schema::ViewKind view) { return *std::ranges::find(verbs, view, &ViewVerb::view); }

}  // namespace

int show_timeline(const Context& context, const std::string& kase) {
  Options o;
  o.kase = kase;
  return run_view(context, o, verb_of(schema::ViewKind::TIMELINE));
}

int show_registry(const Context& context, const std::string& what) {
  Options o;
  o.extra = what;
  return run_view(context, o, verb_of(schema::ViewKind::REGISTRY));
}

void add_views(Verbs& v) {
  for (const auto& one : verbs) {
    auto o = std::make_shared<Options>();
    auto* verb = v.app.add_subcommand(one.verb, std::string(v.context.tr(one.help)));
    auto* kase = verb->add_option("case", o->kase, std::string(v.context.tr("help.record.case")));
    if (one.needs_case) kase->required();
    add_filters(v.context, verb, one, *o);
    verb->callback([o, &one, context = &v.context, chosen = &v.chosen] { *chosen = [context, o, &one] { return run_view(*context, *o, one); }; });
  }
}

}  // namespace inzicht::cli
