// timeline, plan, privacy-log, registry, rebuild.
#include <CLI/CLI.hpp>

#include "crypto/encoding.h"
#include "projections/all.h"
#include "projections/runner.h"
#include "tools/inzicht/case_views.h"
#include "tools/inzicht/show_view.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

struct Options {
  std::string kase, person, organisation, actor, kind, occurred_until, recorded_until, from, until, role, purpose, extra;
  bool codes_only = false;
};

// The views, brought up to the ledger's size.
Result<std::unique_ptr<ViewStore>> current_views(const Context& context, OpenLedger& ledger) {
  INZICHT_TRY(store, open_views(ledger.folder().views()));
  Progress progress(context, std::string(context.tr("progress.views")));
  RunnerOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); };
  Runner runner(ledger.log(), *store, all_projections(), options);
  INZICHT_CHECK(runner.catch_up());
  return store;
}

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
  return q;
}

using Query = std::function<Result<ViewResult>(const Context&, OpenLedger&, const ViewQuery&)>;

Result<ViewResult> timeline_view(const Context& context, OpenLedger& ledger, const ViewQuery& query) {
  INZICHT_TRY(store, current_views(context, ledger));
  return query_timeline(*store, query);
}
Result<ViewResult> plan_of(const Context&, OpenLedger& ledger, const ViewQuery& query) { return plan_view(ledger, query); }
Result<ViewResult> privacy_log_of(const Context&, OpenLedger& ledger, const ViewQuery& query) { return privacy_log_view(ledger, query); }
Result<ViewResult> registry_of(const Context&, OpenLedger& ledger, const ViewQuery& query) { return registry_view(ledger, query); }

int run_view(const Context& context, const Options& o, schema::ViewKind view, const char* title, const Query& query) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  LedgerIds ids(**ledger);
  auto q = read_query(o, ids);
  if (!q) return context.fail(q.error());
  auto result = query(context, **ledger, *q);
  if (!result) return context.fail(result.error());
  ShowOptions show;
  show.view = view;
  show.title_key = title;
  if (q->kase) show.cases = {*q->kase};
  if (!q->kase && view != schema::ViewKind::REGISTRY) show.cases = all_cases((*ledger)->log());
  show.purpose = o.purpose;
  show.role = o.role;
  // Without a key's words there is nothing to open; the registry shows codes and ids.
  show.codes_only = o.codes_only || view == schema::ViewKind::REGISTRY;
  for (auto [key, value] : {std::pair{"person", &o.person}, std::pair{"organisation", &o.organisation}, std::pair{"kind", &o.kind}, std::pair{"extra", &o.extra}})
    if (!value->empty()) show.filter[key] = *value;
  return show_view(context, **ledger, *result, show);
}

int rebuild(const Context& context, const std::string& view) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto store = open_views((*ledger)->folder().views());
  if (!store) return context.fail(store.error());
  Progress progress(context, std::string(context.tr("progress.views")));
  RunnerOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); };
  Runner runner((*ledger)->log(), **store, all_projections(), options);
  if (auto status = runner.rebuild(view); !status) return context.fail(status.error());
  if (auto status = runner.catch_up(); !status) return context.fail(status.error());
  for (const auto name : runner.names()) {
    if (!view.empty() && name != view) continue;
    const auto digest = runner.content_digest(name);
    if (!digest) return context.fail(digest.error());
    if (context.json) {
      context.print(Json({{"view", name}, {"events", (*ledger)->log().size()}, {"digest", crypto::base64(*digest)}}).dump());
    } else {
      context.print(context.trf("rebuild.done", name, (*ledger)->log().size(), crypto::base64(*digest)));
    }
  }
  return exit_done;
}

void add_filters(const Context& context, CLI::App* verb, Options& o) {
  const auto help = [&](const char* key) { return std::string(context.tr(key)); };
  verb->add_option("--person", o.person, help("help.view.person"));
  verb->add_option("--organisation", o.organisation, help("help.view.organisation"));
  verb->add_option("--actor", o.actor, help("help.view.actor"));
  verb->add_option("--kind", o.kind, help("help.view.kind"));
  verb->add_option("--occurred-until", o.occurred_until, help("help.view.occurred_until"));
  verb->add_option("--recorded-until", o.recorded_until, help("help.view.recorded_until"));
  verb->add_option("--from", o.from, help("help.view.from"));
  verb->add_option("--until", o.until, help("help.view.until"));
  verb->add_option("--only", o.extra, help("help.view.extra"));
  verb->add_option("--role", o.role, help("help.view.role"));
  verb->add_option("--purpose", o.purpose, help("help.view.purpose"));
  verb->add_flag("--codes", o.codes_only, help("help.view.codes"));
}

}  // namespace

int show_timeline(const Context& context, const std::string& kase) {
  Options o;
  o.kase = kase;
  return run_view(context, o, schema::ViewKind::TIMELINE, "title.timeline", timeline_view);
}

int show_registry(const Context& context, const std::string& what) {
  Options o;
  o.extra = what;
  return run_view(context, o, schema::ViewKind::REGISTRY, "title.registry", registry_of);
}

void add_views(Verbs& v) {
  struct One {
    const char* name;
    const char* help;
    const char* title;
    schema::ViewKind view;
    Query query;
    bool needs_case;
  };
  const One views[] = {{"timeline", "help.timeline", "title.timeline", schema::ViewKind::TIMELINE, timeline_view, true},
                       {"plan", "help.plan", "title.plan", schema::ViewKind::PLAN, plan_of, true},
                       {"privacy-log", "help.privacy_log", "title.privacy_log", schema::ViewKind::PRIVACY_LOG, privacy_log_of, false},
                       {"registry", "help.registry", "title.registry", schema::ViewKind::REGISTRY, registry_of, false}};
  for (const auto& one : views) {
    auto o = std::make_shared<Options>();
    auto* verb = v.app.add_subcommand(one.name, std::string(v.context.tr(one.help)));
    if (one.view != schema::ViewKind::REGISTRY) {
      auto* kase = verb->add_option("case", o->kase, std::string(v.context.tr("help.record.case")));
      if (one.needs_case) kase->required();
    }
    add_filters(v.context, verb, *o);
    verb->callback([o, one, context = &v.context, chosen = &v.chosen] { *chosen = [context, o, one] { return run_view(*context, *o, one.view, one.title, one.query); }; });
  }
}

void add_rebuild(Verbs& v) {
  auto view = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("rebuild", std::string(v.context.tr("help.rebuild")));
  verb->add_option("view", *view, std::string(v.context.tr("help.rebuild.view")));
  verb->callback([view, context = &v.context, chosen = &v.chosen] { *chosen = [context, view] { return rebuild(*context, *view); }; });
}

}  // namespace inzicht::cli
