#include "tools/inzicht/erase_decided.h"

#include <unistd.h>

#include <iostream>

#include "crypto/encoding.h"
#include "ledger/codec/strict.h"
#include "tools/inzicht/line_input.h"

namespace inzicht::cli {
namespace {

Json draft_of(const ErasurePlan& plan, const Decided& decided, const OpenLedger& ledger, const std::string& role) {
  Json about = Json::array(), rows = Json::array();
  for (const auto& one : decided.order.about) about.push_back(to_text(one));
  const std::string ground(code_of(decided.order.ground));
  for (const auto& one : plan.purge) rows.push_back({{"index", one.index}, {"leaf", crypto::base64(one.leaf_hash)}, {"ground", ground}});
  Json draft{{"kind", kind_erasure},
             {"case", to_text(decided.order.kase)},
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
  if (!role.empty()) draft["role"] = role;
  return draft;
}

}  // namespace

Result<Decided> read_decision(OpenLedger& ledger, const EventId& event) {
  INZICHT_TRY(order, erasure_order(ledger.log(), event));
  return Decided{event, std::move(order)};
}

Json plan_json(const ErasurePlan& plan) {
  return {{"partsErased", plan.parts}, {"eventsAffected", plan.events}, {"headersPurged", plan.purge.size()}, {"cases", plan.cases.size()}};
}

Status confirmed(const Context& context, std::string typed, const std::string& expected) {
  if (typed.empty() && !context.no_input && ::isatty(STDIN_FILENO) != 0) {
    context.say(context.trf("erase.confirm", expected));
    next_line(std::cin, typed, 200);
  }
  if (typed == expected) return {};
  return fail(ErrorCode::bad_input, fmt::format("--confirm: expected {} in full, since nothing brings this back", expected));
}

int carry_out_decision(const Context& context, OpenLedger& ledger, Author& author, const IdResolver& ids, const Decided& decided, const ErasurePlan& plan, const std::string& role) {
  if (auto begun = begin_erasure(ledger); !begun) return context.fail(begun.error());
  const auto outcome = record_draft(ledger, author, draft_of(plan, decided, ledger, role), ids);
  const auto done = finish_erasures(ledger);
  if (!outcome || std::holds_alternative<Refused>(*outcome)) return show_outcome(context, outcome);
  if (!done) return context.fail(done.error());
  if (!context.json) {
    const int code = show_outcome(context, outcome);
    context.print(context.tr("erase.done"));
    return code;
  }
  Json answer = accepted_json(context, std::get<Accepted>(*outcome));
  answer.update(plan_json(plan));
  context.print(answer.dump());
  return exit_done;
}

}  // namespace inzicht::cli
