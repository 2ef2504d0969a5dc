// timeline, plan, privacy-log, registry from the kept views; deadlines, worklist, consents, measures, roles, signals, reconstruct, recipients,
// inspect, dossier, kitchen-table and others from the headers of the cases themselves: asks, opens what the reader may read, shows it.
#include <CLI/CLI.hpp>

#include "projections/case_views.h"
#include "projections/column_filters.h"
#include "projections/corrections.h"
#include "projections/knowledge.h"
#include "projections/plan_difference.h"
#include "projections/process_models.h"
#include "tools/inzicht/kept_views.h"
#include "tools/inzicht/reader.h"
#include "tools/inzicht/show_view.h"
#include "tools/inzicht/view_shape.h"
#include "tools/pictures/picture.h"

namespace inzicht::cli {
namespace {

struct Options {
  std::string kase, person, organisation, actor, kind, occurred_until, recorded_until, from, until, role, purpose, extra, csv, xlsx, pdf, svg;
  std::string known_to, at, conformity, model;
  std::map<std::string, std::string> columns;  // the view's own filters by name; empty: not asked
  std::uint64_t version = 0, compare = 0;  // of the family plan, from 1; 0: not asked
  bool codes_only = false;
};

enum class Subject { kase, person, actor };  // what is named after the verb

// A verb that shows a view.
struct ViewVerb {
  const char* verb;
  const char* help;
  const char* title;
  const char* extra_help;  // of --only
  schema::ViewKind view;
  bool needs_case;
  Subject subject = Subject::kase;
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
                              {"access-log", "help.access_log", "title.access_log", "help.view.extra.access_log", schema::ViewKind::ACCESS_LOG, false},
                              {"stagnation", "help.stagnation", "title.stagnation", "help.view.extra.stagnation", schema::ViewKind::STAGNATION, false},
                              {"white-spots", "help.white_spots", "title.white_spots", "help.view.extra.white_spots", schema::ViewKind::WHITE_SPOTS, false},
                              {"outcomes", "help.outcomes", "title.outcomes", "help.view.extra.outcomes", schema::ViewKind::OUTCOMES, false},
                              {"caseload", "help.caseload", "title.caseload", "help.view.extra.caseload", schema::ViewKind::CASELOAD, false},
                              {"reconstruct", "help.reconstruct", "title.reconstruct", "help.view.extra.reconstruct", schema::ViewKind::RECONSTRUCT, true},
                              {"recipients", "help.recipients", "title.recipients", "help.view.extra.recipients", schema::ViewKind::RECIPIENTS, true},
                              {"inspect", "help.inspect", "title.inspection", "help.view.extra.inspection", schema::ViewKind::INSPECTION, true, Subject::person},
                              {"dossier", "help.dossier", "title.dossier", "help.view.extra.dossier", schema::ViewKind::DOSSIER, true, Subject::actor},
                              {"retention", "help.retention", "title.retention", "help.view.extra.retention", schema::ViewKind::RETENTION, false},
                              {"deviations", "help.deviations", "title.deviations", "help.view.extra.deviations", schema::ViewKind::DEVIATIONS, false},
                              {"kitchen-table", "help.kitchen_table", "title.kitchen_table", "help.view.extra.kitchen_table", schema::ViewKind::KITCHEN_TABLE, true},
                              {"goals", "help.goals", "title.goals", "help.view.extra.goals", schema::ViewKind::GOALS, true},
                              {"motivation", "help.motivation", "title.motivation", "help.view.extra.motivation", schema::ViewKind::MOTIVATION, true},
                              {"process", "help.process", "title.process", "help.view.extra.process", schema::ViewKind::PROCESS, true}};
// Shows codes and ids only: nothing is opened, so nobody reads in a role.
bool is_registry(const ViewVerb& verb) { return verb.view == schema::ViewKind::REGISTRY; }

// The case that knows this person: somebody is a pseudonym inside one case.
Result<std::pair<CaseId, SubjectId>> find_person(const Log& log, LedgerIds& ids, const std::string& text) {
  std::optional<std::pair<CaseId, SubjectId>> found;
  for (const CaseId& kase : all_cases(log)) {
    ids.in_case(kase);
    const auto raw = ids.resolve(schema::IdKind::SUBJECT, text);
    const auto person = raw ? SubjectId::from(*raw) : std::nullopt;
    if (!person || !case_subjects(log, kase).contains(*person)) continue;
    if (found) return fail(ErrorCode::bad_input, "person: this beginning fits people of several cases: give the case with --case, or the whole id");
    found = {kase, *person};
  }
  if (!found) return fail(ErrorCode::not_found, fmt::format("person: expected a person (P-…) of a case here, found none for {}", text.substr(0, 48)));
  return *found;
}

// --known-to, --for and --at.
Status read_knowledge(const Options& o, const ViewVerb& verb, LedgerIds& ids, ViewQuery& q) {
  if (!o.known_to.empty()) {
    INZICHT_TRY(id, typed_id<ActorId>(ids, schema::IdKind::ACTOR, o.known_to, verb.view == schema::ViewKind::RECONSTRUCT ? "--for" : "--known-to"));
    q.known_to = id;
  }
  if (!o.at.empty()) {
    INZICHT_TRY(time, typed_moment(o.at, "--at"));
    q.at = time;
  }
  return {};
}

Result<ViewQuery> read_query(const Options& o, const ViewVerb& verb, const Log& log, LedgerIds& ids) {
  ViewQuery q;
  if (verb.subject == Subject::person && o.kase.empty()) {
    INZICHT_TRY(found, find_person(log, ids, o.person));
    q.kase = found.first;
    q.person = found.second;
    ids.in_case(found.first);
  }
  INZICHT_CHECK(read_knowledge(o, verb, ids, q));
  if (!o.kase.empty()) {
    INZICHT_TRY(id, typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "case"));
    q.kase = id;
    ids.in_case(id);
  }
  if (!o.person.empty() && !q.person) {
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
    INZICHT_TRY(time, typed_moment(*text, flag));
    *into = time;
  }
  // A dossier is in order of recording, and so is its period.
  if (verb.view == schema::ViewKind::DOSSIER && !o.until.empty()) {
    q.recorded_until = q.occurred_until;
    q.occurred_until.reset();
  }
  // What is due until then, not what had happened by then: that is --occurred-until.
  if ((verb.view == schema::ViewKind::DEADLINES || verb.view == schema::ViewKind::RETENTION) && !o.until.empty()) {
    q.due_until = local_date(*q.occurred_until);
    q.occurred_until.reset();
    if (!o.occurred_until.empty()) {
      INZICHT_TRY(time, typed_moment(o.occurred_until, "--occurred-until"));
      q.occurred_until = time;
    }
  }
  if (!o.extra.empty()) q.extra = o.extra;
  if (o.version != 0) q.plan_version = o.version;
  if (!o.model.empty()) q.model = o.model;
  for (const auto& [name, value] : o.columns)
    if (!value.empty()) q.columns[name] = value;
  if (!o.conformity.empty()) {
    q.conformity = parse_code<schema::Conformity>(o.conformity);
    if (!q.conformity || *q.conformity == schema::Conformity::UNSET) return fail(ErrorCode::bad_input, "--conformity: expected one of conforming, deviation, afterTheFact");
  }
  return q;
}

Result<ViewResult> ask(const Context& context, OpenLedger& ledger, const ViewVerb& verb, const ViewQuery& query, bool whole) {
  const std::string name(code_of(verb.view));
  const auto asked = [&]() -> Result<ViewResult> {
    if (is_case_view(name)) return ledger.service().with_registry([&](const Registry& registry) { return query_case_view(name, ledger.log(), registry, query); });
    KeptViews views(context, ledger);
    INZICHT_TRY(kept, views->ask(name, query));
    INZICHT_CHECK(ledger.service().with_registry([&](const Registry& registry) { return keep_known(kept, ledger.log(), registry, query); }));
    return kept;
  };
  INZICHT_TRY(result, asked());
  if (is_registry(verb)) drop_column(result, "name");
  if (!whole) return for_terminal(name, std::move(result));
  result.totals.clear();  // other programs count for themselves
  return result;
}

// Somebody who asks for what is about themselves may see its facts, guarded or not (docs/domain.md §0.3: the reader's own row).
bool is_self(const Context& context, OpenLedger& ledger, const std::optional<SubjectId>& person) {
  const auto author = context.author(ledger);
  if (!person || !author || !(*author)->profile().actor) return false;
  return ledger.service().with_registry([&](const Registry& registry) { return names(knower_of(registry, *(*author)->profile().actor).persons, *person); });
}

// What a view is asked as of: the earliest of its days.
AsOf as_of(const ViewQuery& q) {
  AsOf out{std::nullopt, q.occurred_until, q.recorded_until};
  for (const auto& day : {q.occurred_until, q.recorded_until, q.at})
    if (day) out.moment = std::min(*day, out.moment.value_or(*day));
  return out;
}

// The kinds whose guarded facts show in the steps of a case, or of another model on it.
std::vector<std::uint16_t> guarded_steps(const std::optional<std::string>& model) {
  constexpr std::uint16_t crisis = 304, crisis_action = 305;
  if (!model) return {crisis, crisis_action};
  std::vector<std::uint16_t> out;
  if (const auto* found = views::find_model(*model))
    for (const auto& step : found->steps)
      std::ranges::copy_if(step.kinds, std::back_inserter(out),
                           [](std::uint16_t kind) { return find_kind(kind)->is_guarded; });
  return out;
}

// Guarded facts: to whoever may read class safety. To who reads about themselves only of events about them,
// and where a view leaves out no events, only when what it puts together is all about them.
Result<bool> sees_guarded_facts(const Context& context, OpenLedger& ledger, const Options& o,
                                const ViewVerb& verb, const ViewQuery& q) {
  if (o.codes_only) return false;
  if (verb.subject == Subject::person && is_self(context, ledger, q.person)) return true;
  const auto cases = q.kase ? std::vector{*q.kase} : std::vector<CaseId>{};
  if (!reads_guarded_facts(context, ledger, o.role, cases)) return false;
  INZICHT_TRY(author, context.author(ledger));
  const Reader reader = reader_of(ledger, *author, o.role, cases);
  if (shows_events(verb.view) || header_reading(reader.role) != HeaderReading::about_self) return true;
  if (verb.view != schema::ViewKind::PROCESS || !q.kase) return reader.self && q.person == reader.self;
  return are_own(ledger, reader, *q.kase, guarded_steps(q.model), as_of(q));
}

// Every column, not what fits a window: for other programs, for drawings, and for the page that is laid out by itself.
bool wants_whole(const Context& context, const Options& o, const ViewVerb& verb) {
  const bool own_page = !o.pdf.empty() && verb.view == schema::ViewKind::KITCHEN_TABLE;
  return (context.json && o.pdf.empty()) || !o.csv.empty() || !o.xlsx.empty() || !o.svg.empty() || own_page;
}

// Before anything is read: nothing is there, and the name can be one.
Status check_new_file(std::string_view flag, const std::string& file) {
  std::error_code error;
  if (!file.empty() && std::filesystem::exists(file, error)) return fail(ErrorCode::already_exists, "there is a file of that name already: give another: " + file);
  if (error) return fail(ErrorCode::bad_input, fmt::format("{}: expected the name of a new file, found one that cannot be used ({})", flag, error.message()));
  return {};
}

int run_view(const Context& context, const Options& o, const ViewVerb& verb) {
  if (!o.role.empty() && !parse_code<schema::Role>(o.role)) return context.fail({ErrorCode::bad_input, "--role: expected a code of role, such as wijkcoach or privacyOfficer"});
  if (!o.svg.empty() && picture_of(view_name(verb.verb)) == nullptr)
    return context.fail({ErrorCode::bad_input, "--svg: this view is no picture: expected timeline, measures, consents or privacy-log"});
  for (const auto& [flag, file] : {std::pair{"--csv", &o.csv}, {"--xlsx", &o.xlsx}, {"--pdf", &o.pdf}, {"--svg", &o.svg}})
    if (auto status = check_new_file(flag, *file); !status) return context.fail(status.error());
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  LedgerIds ids(**ledger);
  auto q = read_query(o, verb, (*ledger)->log(), ids);
  if (!q) return context.fail(q.error());
  q->now = (*ledger)->clock().now();
  bool of_own_cases = false, of_team = false;
  if (!q->kase && !is_registry(verb) && !o.codes_only) {
    const auto author = context.author(**ledger);
    if (!author) return context.fail(author.error());
    const auto every = all_cases((*ledger)->log());
    const Reader reader = reader_of(**ledger, **author, o.role, every);
    q->cases = own_cases(**ledger, reader, verb.view);
    of_own_cases = q->cases.has_value();
    of_team = of_own_cases && std::ranges::any_of(*q->cases, [&](const CaseId& kase) {
                return is_by_team(**ledger, reader, verb.view, kase);
              });
    if (of_own_cases && q->cases->empty()) return context.fail({ErrorCode::not_found, "read: you are involved in no case now: expected a case in which you are"});
  }
  const auto cases = q->kase ? std::vector{*q->kase} : std::vector<CaseId>{};
  const auto guarded = sees_guarded_facts(context, **ledger, o, verb, *q);
  if (!guarded) return context.fail(guarded.error());
  q->guarded_facts = *guarded;
  const bool whole = wants_whole(context, o, verb);
  auto result = o.compare != 0 ? query_plan_difference((*ledger)->log(), *q, o.compare) : ask(context, **ledger, verb, *q, whole);
  if (!result) return context.fail(result.error());
  if (shows_events(verb.view))
    if (auto added = add_corrections(*result, (*ledger)->log(), q->kase ? cases : q->cases.value_or(all_cases((*ledger)->log())), *q, whole ? CorrectionsIn::own_column : CorrectionsIn::the_events_cell); !added) return context.fail(added.error());
  ShowOptions show;
  show.view = verb.view;
  show.view_name = view_name(verb.verb);
  show.now = q->now;
  show.as_of = as_of(*q).moment;
  show.occurred_until = q->occurred_until;
  show.recorded_until = q->recorded_until;
  if (verb.view == schema::ViewKind::KITCHEN_TABLE) show.person = q->person;
  show.title_key = o.compare != 0 ? "title.plan.compare" : verb.title;
  if (q->kase) show.cases = {*q->kase};
  if (!q->kase && !is_registry(verb)) show.cases = q->cases.value_or(all_cases((*ledger)->log()));
  show.case_by_case = of_own_cases;
  if (of_team) result->notes.push_back("view.team_cases");
  if (of_own_cases && !of_team) result->notes.push_back("view.own_cases");
  show.purpose = o.purpose;
  show.role = o.role;
  show.csv = o.csv;
  show.xlsx = o.xlsx;
  show.pdf = o.pdf;
  show.svg = o.svg;
  show.codes_only = o.codes_only || is_registry(verb);
  for (auto [key, value] : {std::pair{"person", &o.person}, std::pair{"organisation", &o.organisation}, std::pair{"kind", &o.kind}, std::pair{"extra", &o.extra},
                            std::pair{"knownTo", &o.known_to}, std::pair{"at", &o.at}, std::pair{"conformity", &o.conformity}, std::pair{"model", &o.model}})
    if (!value->empty()) show.filter[key] = *value;
  for (const auto& [name, value] : q->columns) show.filter[name] = value;
  return show_view(context, **ledger, *result, show);
}

// Of views whose rows are events. The rest adds up, or is whole.
bool takes_conformity(schema::ViewKind view) {
  using enum schema::ViewKind;
  return view != PLAN && view != DEADLINES && view != CASELOAD && view != KITCHEN_TABLE && view != RECIPIENTS && view != INSPECTION && view != ROLES;
}

void add_filters(const Context& context, CLI::App* verb, const ViewVerb& of, Options& o) {
  const auto help = [&](const char* key) { return std::string(context.tr(key)); };
  if (of.subject != Subject::person) verb->add_option("--person", o.person, help("help.view.person"));
  verb->add_option("--organisation", o.organisation, help("help.view.organisation"));
  if (of.subject != Subject::actor) verb->add_option("--actor", o.actor, help("help.view.actor"));
  verb->add_option("--occurred-until", o.occurred_until, help("help.view.occurred_until"));
  verb->add_option("--recorded-until", o.recorded_until, help("help.view.recorded_until"));
  verb->add_option("--from", o.from, help("help.view.from"));
  verb->add_option("--until", o.until, help("help.view.until"));
  auto* csv = verb->add_option("--csv", o.csv, help("help.view.csv"));
  auto* xlsx = verb->add_option("--xlsx", o.xlsx, help("help.view.xlsx"))->excludes(csv);
  auto* pdf = verb->add_option("--pdf", o.pdf, help("help.view.pdf"))->excludes(csv)->excludes(xlsx);
  verb->add_option("--svg", o.svg, help("help.view.svg"))->excludes(csv)->excludes(xlsx)->excludes(pdf);
  auto* only = verb->add_option("--only", o.extra, help(of.extra_help));
  if (of.view == schema::ViewKind::PLAN) {
    auto* version = verb->add_option("--version", o.version, help("help.plan.version"))->check(CLI::Range(std::uint64_t{1}, std::uint64_t{9999}));
    verb->add_option("--compare", o.compare, help("help.plan.compare"))->check(CLI::Range(std::uint64_t{1}, std::uint64_t{9999}))->excludes(only)->excludes(version);
  }
  for (const ColumnFilter* filter : column_filters_of(code_of(of.view)))
    verb->add_option("--" + std::string(filter->name), o.columns[std::string(filter->name)], help(("help.filter." + std::string(filter->name)).c_str()));
  if (of.view == schema::ViewKind::PROCESS) verb->add_option("--model", o.model, help("help.filter.model"));
  if (is_registry(of)) return;
  if (takes_conformity(of.view)) verb->add_option("--conformity", o.conformity, help("help.filter.conformity"));
  if (of.view == schema::ViewKind::RECONSTRUCT) {
    verb->add_option("--for", o.known_to, help("help.view.for"))->required();
    verb->add_option("--at", o.at, help("help.view.at"));
  } else {
    verb->add_option("--known-to", o.known_to, help("help.view.known_to"));
  }
  verb->add_option("--kind", o.kind, help("help.view.kind"));
  verb->add_option("--role", o.role, help("help.view.role"));
  verb->add_option("--purpose", o.purpose, help("help.view.purpose"));
  verb->add_flag("--codes", o.codes_only, help("help.view.codes"));
}

// What is named after the verb: a case, or the person or participant it is about.
void add_subject(const Context& context, CLI::App* verb, const ViewVerb& of, Options& o) {
  const auto help = [&](const char* key) { return std::string(context.tr(key)); };
  if (of.subject == Subject::kase) {
    auto* kase = verb->add_option("case", o.kase, help("help.record.case"));
    if (of.needs_case) kase->required();
    return;
  }
  if (of.subject == Subject::person) verb->add_option("person", o.person, help("help.inspect.person"))->required();
  if (of.subject == Subject::actor) verb->add_option("actor", o.actor, help("help.dossier.actor"))->required();
  verb->add_option("--case", o.kase, help("help.record.case"));
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
    add_subject(v.context, verb, one, *o);
    add_filters(v.context, verb, one, *o);
    verb->callback([o, &one, context = &v.context, chosen = &v.chosen] { *chosen = [context, o, &one] { return run_view(*context, *o, one); }; });
  }
}

}  // namespace inzicht::cli
