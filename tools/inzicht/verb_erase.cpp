// erase: carries out a decision to erase everything about a person, and records that it did.
#include <CLI/CLI.hpp>
#include <unistd.h>

#include <iostream>

#include "crypto/encoding.h"
#include "ledger/codec/strict.h"
#include "ledger/service/erasure.h"
#include "tools/inzicht/line_input.h"
#include "tools/inzicht/record_event.h"

namespace inzicht::cli {
namespace {

struct EraseOptions {
  std::string person, decision, kase, confirm, role;
  bool dry_run = false;
};

struct Decided {
  EventId event;
  ErasureOrder order;
  std::string ground;
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
  INZICHT_TRY(order, erasure_order(ledger.log(), *event));
  if (order.kase != kase)
    return fail(ErrorCode::bad_input, "erase: --decision: expected a decision of the case");
  INZICHT_TRY(place, ledger.log().find(*event));
  INZICHT_TRY(record, ledger.log().read(place->index));
  const auto message = HeaderMessage::stored(record.header);
  if (!message) return fail(ErrorCode::corruption, fmt::format("erase: the decision cannot be read (index={})", place->index));
  return Decided{*event, std::move(order),
                 std::string(code_of(message->header().getFacts().getErasureDecided().getGround()))};
}

Json draft_of(const ErasurePlan& plan, const Decided& decided, const CaseId& kase, const OpenLedger& ledger, const EraseOptions& o) {
  Json about = Json::array(), rows = Json::array();
  for (const auto& one : decided.order.about) about.push_back(to_text(one));
  for (const auto& one : plan.purge) rows.push_back({{"index", one.index}, {"leaf", crypto::base64(one.leaf_hash)}, {"ground", decided.ground}});
  Json draft{{"kind", 1209},
             {"case", to_text(kase)},
             {"facts",
              {{"scope", code_of(decided.order.scope)},
               {"partsErased", plan.parts},
               {"eventsAffected", plan.events},
               {"headersPurged", plan.purge.size()},
               {"fromIndex", plan.first},
               {"toIndex", plan.last},
               {"epoch", ledger.keys().epochs.rbegin()->first + 1},
               {"certificate", crypto::base64(plan.certificate)}}},
             {"parts", Json::array()},
             {"references", {{{"relation", "executes"}, {"event", to_text(decided.event)}}}}};
  if (!about.empty()) draft["facts"]["about"] = about;
  if (!rows.empty()) draft["parts"].push_back({{"part", "purged"}, {"fields", {{"rows", std::move(rows)}}}});
  if (!o.role.empty()) draft["role"] = o.role;
  return draft;
}

Json plan_json(const ErasurePlan& plan) {
  return {{"partsErased", plan.parts}, {"eventsAffected", plan.events}, {"headersPurged", plan.purge.size()}, {"cases", plan.cases.size()}};
}

// What cannot be undone is confirmed by typing the id of the person, or of the decision, in full.
Status confirmed(const Context& context, const EraseOptions& o, const std::string& id) {
  std::string typed = o.confirm;
  if (typed.empty() && !context.no_input && ::isatty(STDIN_FILENO) != 0) {
    context.say(context.trf("erase.confirm", id));
    next_line(std::cin, typed, 200);
  }
  if (typed == id) return {};
  return fail(ErrorCode::bad_input,
              fmt::format("--confirm: expected the whole id {}, since nothing brings this back", id));
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
  const auto plan = plan_erasure(ledger.log(), decided->order);
  if (!plan) return context.fail(plan.error());
  if (auto may = check_other_cases(ledger.service(), *plan, *kase, about, ledger.clock().now()); !may) return context.fail(may.error());
  if (!context.json || o.dry_run) {
    if (context.json) context.print(plan_json(*plan).dump());
    else context.print(context.trf("erase.plan", about.size(), plan->parts, plan->events, plan->purge.size()));
  }
  if (o.dry_run) return exit_done;
  if (auto sure = confirmed(context, o, person ? to_text(*person) : to_text(*named)); !sure)
    return context.fail(sure.error());
  if (auto begun = begin_erasure(ledger); !begun) return context.fail(begun.error());
  const auto outcome = record_draft(ledger, **author, draft_of(*plan, *decided, *kase, ledger, o), ids);
  const auto done = finish_erasures(ledger);
  if (!outcome || std::holds_alternative<Refused>(*outcome)) return show_outcome(context, outcome);
  if (!done) return context.fail(done.error());
  if (!context.json) {
    const int code = show_outcome(context, outcome);
    context.print(context.tr("erase.done"));
    return code;
  }
  Json answer = accepted_json(context, std::get<Accepted>(*outcome));
  answer.update(plan_json(*plan));
  context.print(answer.dump());
  return exit_done;
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
