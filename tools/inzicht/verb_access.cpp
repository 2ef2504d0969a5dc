// access: who may look in a case for a time (106, 107), and looking in without that when it cannot wait (1304).
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "tools/inzicht/record_one.h"

namespace inzicht::cli {
namespace {

struct AccessOptions : RecordOptions {
  std::string actor, role_given, kase, basis = "assignment", from, until, mandate, reason = "taskDone", why;
  std::vector<std::string> classes, about;
};

int grant(const Context& context, const AccessOptions& o) {
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  const auto kase = typed_id<CaseId>(*work->ids, schema::IdKind::CASE, o.kase, "--case");
  if (!kase) return context.fail(kase.error());
  const auto mandate = id_text('M', crypto::random_array<16>());
  // No class named: the events, without their words.
  const bool opens_words = !o.classes.empty();
  Json draft{{"case", to_text(*kase)},
             {"facts",
              {{"mandate", mandate}, {"grantee", o.actor}, {"role", o.role_given}, {"scope", "caseOnly"}, {"basis", o.basis}, {"classes", o.classes},
               {"powers", Json::array({"readHeaders"})}, {"from", o.from.empty() ? to_text(work->ledger->clock().now()) : o.from}, {"until", o.until}}}};
  if (opens_words) draft["facts"]["powers"].push_back("readParts");
  const int code = record_one(context, *work, *find_kind(std::string_view("mandateGranted")), o, std::move(draft));
  if (code == exit_done && !context.json && !o.dry_run) context.print(context.trf("mandate.id", mandate));
  return code;
}

int end(const Context& context, const AccessOptions& o) {
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  const auto id = typed_id<MandateId>(*work->ids, schema::IdKind::MANDATE, o.mandate, "mandate");
  if (!id) return context.fail(id.error());
  Json draft{{"facts", {{"mandate", to_text(*id)}, {"reason", o.reason}, {"at", to_text(work->ledger->clock().now())}}}};
  bool found = false;
  work->ledger->service().with_registry([&](const Registry& registry) {
    const MandateInfo* info = registry.find_mandate(*id);
    if (info == nullptr || !info->kase) return;
    found = true;
    draft["facts"]["grantee"] = to_text(info->grantee);
    draft["case"] = to_text(*info->kase);
    draft["references"] = {{{"relation", "ends"}, {"event", to_text(info->event)}}};
  });
  if (!found) return context.fail({ErrorCode::not_found, "mandate: no such access to a case here: `inzicht mandate list` shows them, `inzicht mandate end` ends others"});
  return record_one(context, *work, *find_kind(std::string_view("mandateEnded")), o, std::move(draft));
}

int break_glass(const Context& context, const AccessOptions& o) {
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  const auto kase = typed_id<CaseId>(*work->ids, schema::IdKind::CASE, o.kase, "--case");
  if (!kase) return context.fail(kase.error());
  work->ids->in_case(*kase);
  const auto& viewer = work->author->profile().actor;
  if (!viewer) return context.fail({ErrorCode::bad_input, "key: not enrolled yet: ask a registrar for `inzicht actor enrol`"});
  Json draft{{"case", to_text(*kase)},
             {"facts", {{"viewer", to_text(*viewer)}, {"reason", o.reason}, {"until", o.until.empty() ? to_text(work->ledger->clock().now() + 3600 * micros_per_second) : o.until}, {"classes", o.classes},
               {"about", o.about}}}};
  draft["parts"].push_back({{"part", "reason"}, {"subject", "case"}, {"fields", {{"text", o.why}}}});
  return record_one(context, *work, *find_kind(std::string_view("breakGlassUsed")), o, std::move(draft));
}

}  // namespace

void add_access(Verbs& v) {
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("access", help("help.access"));
  verb->require_subcommand(1);
  auto give = std::make_shared<AccessOptions>();
  auto* granting = verb->add_subcommand("grant", help("help.access.grant"));
  granting->add_option("actor", give->actor, help("help.access.actor"))->required();
  granting->add_option("--case", give->kase, help("help.record.case"))->required();
  granting->add_option("--as-role", give->role_given, help("help.access.as_role"))->required();
  granting->add_option("--until", give->until, help("help.access.until"))->required();
  granting->add_option("--from", give->from, help("help.from"));
  granting->add_option("--class", give->classes, help("help.access.class"))->allow_extra_args(false);
  granting->add_option("--basis", give->basis, help("help.mandate.basis"));
  add_record_flags(v, *granting, *give);
  granting->callback([o = give, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return grant(*context, *o); }; });
  auto over = std::make_shared<AccessOptions>();
  auto* ending = verb->add_subcommand("end", help("help.access.end"));
  ending->add_option("mandate", over->mandate, help("help.mandate.id"))->required();
  ending->add_option("--reason", over->reason, help("help.mandate.reason"));
  add_record_flags(v, *ending, *over);
  ending->callback([o = over, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return end(*context, *o); }; });
  auto glass = std::make_shared<AccessOptions>();
  auto* breaking = verb->add_subcommand("break-glass", help("help.access.break_glass"));
  breaking->add_option("--case", glass->kase, help("help.record.case"))->required();
  breaking->add_option("--reason", glass->reason, help("help.access.reason"))->required();
  breaking->add_option("--until", glass->until, help("help.access.hour"));
  breaking->add_option("--why", glass->why, help("help.access.why"))->required();
  breaking->add_option("--class", glass->classes, help("help.access.class"))->allow_extra_args(false)->required();
  breaking->add_option("--person", glass->about, help("help.access.person"))->allow_extra_args(false)->required();
  add_record_flags(v, *breaking, *glass);
  breaking->callback([o = glass, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return break_glass(*context, *o); }; });
}

}  // namespace inzicht::cli
