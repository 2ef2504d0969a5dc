// retain: what is past its term and was decided to go, goes: the decisions of scope purge that were not carried out yet.
#include <CLI/CLI.hpp>

#include "tools/inzicht/erase_decided.h"
#include "tools/inzicht/error_texts.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

struct RetainOptions {
  std::string kase, confirm, role;
  bool dry_run = false;
};

// In log order, of the case.
Result<std::vector<EventId>> open_decisions(const Log& log, const CaseId& kase) {
  std::vector<EventId> out;
  for (const auto& record : log.read_many(case_indexes(log, kase))) {
    if (!record) return std::unexpected(record.error());
    const auto message = record->purged ? std::nullopt : HeaderMessage::stored(record->header);
    if (!message) continue;
    const auto header = message->header();
    const auto event = EventId::from({header.getEvent().begin(), header.getEvent().size()}).value_or(EventId{});
    if (header.getKind() == 1208 && header.getFacts().getErasureDecided().getScope() == schema::ErasureScope::PURGE) out.push_back(event);
    if (header.getKind() != kind_erasure) continue;
    for (auto reference : header.getReferences())
      if (reference.getRelation() == schema::RefType::EXECUTES) std::erase(out, EventId::from({reference.getEvent().begin(), reference.getEvent().size()}).value_or(EventId{}));
  }
  return out;
}

struct Due {
  Decided decided;
  ErasurePlan plan;
};

// What can go now; what cannot yet is said and passed over.
Result<std::vector<Due>> due_now(const Context& context, OpenLedger& ledger, std::span<const CaseId> cases) {
  std::vector<Due> out;
  for (const auto& kase : cases) {
    INZICHT_TRY(decisions, open_decisions(ledger.log(), kase));
    for (const auto& decision : decisions) {
      INZICHT_TRY(decided, read_decision(ledger, decision));
      auto plan = plan_erasure(ledger, decided.order);
      if (plan) out.push_back({std::move(decided), std::move(*plan)});
      else if (plan.error().code == ErrorCode::conflict || plan.error().code == ErrorCode::bad_input || plan.error().code == ErrorCode::not_found)
        context.say(context.trf("retain.not_yet", to_text(decision), context.lang == Lang::nl ? dutch_error(plan.error().text) : plan.error().text));
      else return std::unexpected(plan.error());
    }
  }
  return out;
}

int run(const Context& context, const RetainOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    std::vector<CaseId> cases;
    if (o.kase.empty()) {
      cases = all_cases(ledger.log());
    } else {
      const auto id = typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "--case");
      if (!id) return context.fail(id.error());
      cases = {*id};
    }
    const auto due = due_now(context, ledger, cases);
    if (!due) return context.fail(due.error());
    std::uint64_t events = 0, parts = 0;
    for (const auto& one : *due) events += one.plan.purge.size(), parts += one.plan.parts;
    if (!context.json) context.print(context.trf("retain.plan", due->size(), events, parts));
    if (context.json && (o.dry_run || due->empty())) context.print(Json({{"decisions", due->size()}, {"headersPurged", events}, {"partsErased", parts}}).dump());
    if (o.dry_run || due->empty()) return exit_done;
    // What cannot be undone is confirmed by typing the ledger's name.
    if (auto sure = confirmed(context, o.confirm, ledger.settings().name); !sure) return context.fail(sure.error());
    for (const auto& one : *due)
      if (const int code = carry_out_decision(context, ledger, author, ids, one.decided, one.plan, o.role); code != exit_done) return code;
    return exit_done;
  });
}

}  // namespace

void add_retain(Verbs& v) {
  auto o = std::make_shared<RetainOptions>();
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("retain", help("help.retain"));
  verb->require_subcommand(1);
  auto* go = verb->add_subcommand("run", help("help.retain.run"));
  go->add_option("--case", o->kase, help("help.retain.case"));
  go->add_option("--confirm", o->confirm, help("help.retain.confirm"));
  go->add_option("--role", o->role, help("help.record.role"));
  go->add_flag("--dry-run", o->dry_run, help("help.erase.dry_run"));
  go->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return run(*context, *o); }; });
}

}  // namespace inzicht::cli
