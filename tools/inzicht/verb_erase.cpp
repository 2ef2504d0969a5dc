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
  std::string person, kase, confirm, role;
  bool dry_run = false;
};

struct Decided {
  ErasureDecision decision;
  std::string ground;
};

// The last decision of the case to erase everything about the person, and its ground.
Result<Decided> decision_on(OpenLedger& ledger, const CaseId& kase, const SubjectId& person) {
  bool done = false;
  const auto found = ledger.service().with_case(kase, [&](const CaseState* state) {
    if (state != nullptr && state->rights().is_erased(person)) done = true;
    const ErasureDecision* last = state == nullptr ? nullptr : state->rights().last_erasure_of(person);
    return last == nullptr ? std::nullopt : std::optional(*last);
  });
  if (done) return fail(ErrorCode::conflict, "erase: everything about this person was erased already");
  if (!found) return fail(ErrorCode::not_found, "erase: this case has no decision to erase everything about the person: expected an event 1208 erasureDecided of scope wholeSubject first");
  INZICHT_TRY(place, ledger.log().find(found->event));
  INZICHT_TRY(record, ledger.log().read(place->index));
  const auto message = HeaderMessage::stored(record.header);
  if (!message) return fail(ErrorCode::corruption, fmt::format("erase: the decision cannot be read (index={})", place->index));
  return Decided{*found, std::string(code_of(message->header().getFacts().getErasureDecided().getGround()))};
}

Json draft_of(const ErasurePlan& plan, const Decided& decided, const CaseId& kase, const OpenLedger& ledger, const EraseOptions& o) {
  Json about = Json::array(), rows = Json::array();
  for (const auto& one : decided.decision.about) about.push_back(to_text(one));
  for (const auto& one : plan.purge) rows.push_back({{"index", one.index}, {"leaf", crypto::base64(one.leaf_hash)}, {"ground", decided.ground}});
  Json draft{{"kind", 1209},
             {"case", to_text(kase)},
             {"facts",
              {{"scope", "wholeSubject"}, {"about", about}, {"partsErased", plan.parts}, {"eventsAffected", plan.events}, {"headersPurged", plan.purge.size()},
               {"fromIndex", plan.first}, {"toIndex", plan.last}, {"epoch", ledger.keys().epochs.rbegin()->first + 1}, {"certificate", crypto::base64(plan.certificate)}}},
             {"parts", Json::array()},
             {"references", {{{"relation", "executes"}, {"event", to_text(decided.decision.event)}}}}};
  if (!rows.empty()) draft["parts"].push_back({{"part", "purged"}, {"fields", {{"rows", std::move(rows)}}}});
  if (!o.role.empty()) draft["role"] = o.role;
  return draft;
}

Json plan_json(const ErasurePlan& plan) {
  return {{"partsErased", plan.parts}, {"eventsAffected", plan.events}, {"headersPurged", plan.purge.size()}, {"cases", plan.cases.size()}};
}

// What cannot be undone is confirmed by typing the id of the person, in full.
Status confirmed(const Context& context, const EraseOptions& o, const std::string& person) {
  std::string typed = o.confirm;
  if (typed.empty() && !context.no_input && ::isatty(STDIN_FILENO) != 0) {
    context.say(context.trf("erase.confirm", person));
    next_line(std::cin, typed, 200);
  }
  if (typed == person) return {};
  return fail(ErrorCode::bad_input, fmt::format("--confirm: expected the whole id {}, since nothing brings this back", person));
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
  const auto person = typed_id<SubjectId>(ids, schema::IdKind::SUBJECT, o.person, "erase");
  if (!person) return context.fail(person.error());
  const auto decided = decision_on(ledger, *kase, *person);
  if (!decided) return context.fail(decided.error());
  const auto& about = decided->decision.about;
  const auto plan = plan_erasure(ledger.log(), about);
  if (!plan) return context.fail(plan.error());
  if (auto may = check_other_cases(ledger.service(), *plan, *kase, about, ledger.clock().now()); !may) return context.fail(may.error());
  if (!context.json || o.dry_run) {
    if (context.json) context.print(plan_json(*plan).dump());
    else context.print(context.trf("erase.plan", about.size(), plan->parts, plan->events, plan->purge.size()));
  }
  if (o.dry_run) return exit_done;
  if (auto sure = confirmed(context, o, to_text(*person)); !sure) return context.fail(sure.error());
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
  verb->add_option("person", o->person, std::string(v.context.tr("help.erase.person")))->required();
  verb->add_option("--case", o->kase, std::string(v.context.tr("help.erase.case")))->required();
  verb->add_option("--confirm", o->confirm, std::string(v.context.tr("help.erase.confirm")));
  verb->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  verb->add_flag("--dry-run", o->dry_run, std::string(v.context.tr("help.erase.dry_run")));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return erase(*context, *o); }; });
}

}  // namespace inzicht::cli
