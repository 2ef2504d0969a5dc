// erase: carries out a decision to erase everything about a person, and records that it did.
#include <CLI/CLI.hpp>

#include "tools/inzicht/erase_decided.h"

namespace inzicht::cli {
namespace {

struct EraseOptions {
  std::string person, decision, kase, confirm, role;
  bool dry_run = false;
};

// The decision that was named, otherwise the case's last one to erase everything about the person.
Result<Decided> decision_on(OpenLedger& ledger, const CaseId& kase, const std::optional<SubjectId>& person,
                            const std::optional<EventId>& named) {
  bool done = false;
  const auto event = ledger.service().with_case(kase, [&](const CaseState* state) {
    if (named || state == nullptr || !person) return named;
    done = state->rights().is_erased(*person);
    const ErasureDecision* last = state->rights().last_erasure_of(*person);
    return last == nullptr ? std::nullopt : std::optional(last->event);
  });
  if (done) return fail(ErrorCode::conflict, "erase: everything about this person was erased already");
  if (!event)
    return fail(ErrorCode::not_found,
                "erase: this case has no decision to erase everything about the person: expected an event "
                "1208 erasureDecided of scope wholeSubject first, or --decision");
  INZICHT_TRY(decided, read_decision(ledger, *event));
  if (decided.order.kase != kase) return fail(ErrorCode::bad_input, "erase: --decision: expected a decision of the case");
  return decided;
}

int erase(const Context& context, const EraseOptions& o) {
  auto opened = context.open();
  if (!opened) return context.fail(opened.error());
  OpenLedger& ledger = **opened;
  auto author = context.author(ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(ledger);
  const auto kase = typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "--case");
  if (!kase) return context.fail(kase.error());
  ids.in_case(*kase);
  std::optional<SubjectId> person;
  if (!o.person.empty()) {
    const auto typed = typed_id<SubjectId>(ids, schema::IdKind::SUBJECT, o.person, "erase");
    if (!typed) return context.fail(typed.error());
    person = *typed;
  }
  std::optional<EventId> named;
  if (!o.decision.empty()) {
    const auto typed = typed_id<EventId>(ids, schema::IdKind::EVENT, o.decision, "--decision");
    if (!typed) return context.fail(typed.error());
    named = *typed;
  }
  if (!person && !named)
    return context.fail(
        {ErrorCode::bad_input, "erase: expected a person, or --decision with the decision to carry out"});
  const auto decided = decision_on(ledger, *kase, person, named);
  if (!decided) return context.fail(decided.error());
  const auto& about = decided->order.about;
  if (person && !names(about, *person))
    return context.fail({ErrorCode::bad_input, "erase: the decision is not about this person"});
  const auto plan = plan_erasure(ledger, decided->order);
  if (!plan) return context.fail(plan.error());
  if (auto may = check_other_cases(ledger.service(), *plan, *kase, about, ledger.clock().now()); !may) return context.fail(may.error());
  if (!context.json || o.dry_run) {
    if (context.json) context.print(plan_json(*plan).dump());
    else context.print(context.trf("erase.plan", about.size(), plan->parts, plan->events, plan->purge.size()));
  }
  if (o.dry_run) return exit_done;
  if (auto sure = confirmed(context, o.confirm, person ? to_text(*person) : to_text(*named)); !sure) return context.fail(sure.error());
  return carry_out_decision(context, ledger, **author, ids, *decided, *plan, o.role);
}

}  // namespace

void add_erase(Verbs& v) {
  auto o = std::make_shared<EraseOptions>();
  auto* verb = v.app.add_subcommand("erase", std::string(v.context.tr("help.erase")));
  verb->add_option("person", o->person, std::string(v.context.tr("help.erase.person")));
  verb->add_option("--decision", o->decision, std::string(v.context.tr("help.erase.decision")));
  verb->add_option("--case", o->kase, std::string(v.context.tr("help.erase.case")))->required();
  verb->add_option("--confirm", o->confirm, std::string(v.context.tr("help.erase.confirm")));
  verb->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  verb->add_flag("--dry-run", o->dry_run, std::string(v.context.tr("help.erase.dry_run")));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return erase(*context, *o); }; });
}

}  // namespace inzicht::cli
