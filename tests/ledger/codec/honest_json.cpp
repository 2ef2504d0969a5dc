#include "crypto/encoding.h"
#include "ledger/codec/strict.h"
#include "tests/ledger/codec/random_message.h"

namespace inzicht::testing {
namespace {

Json parts_json(const Draft& draft) {
  Json out = Json::array();
  for (const auto& part : draft.parts) {
    Json one;
    one["part"] = part.info->name;
    one["class"] = code_of(part.cls);
    if (part.subject) one["subject"] = to_text(*part.subject);
    const auto message = Message::stored(part.message);
    one["fields"] = write_json(message->root(part.info->schema));
    out.push_back(std::move(one));
  }
  return out;
}

Json occurred_json(const DraftOccurred& occurred) {
  Json out{{"from", to_text(occurred.from)}, {"precision", code_of(occurred.precision)}};
  if (occurred.until) out["until"] = to_text(*occurred.until);
  return out;
}

Json performer_json(const DraftPerformer& performer) {
  Json out{{"basis", code_of(performer.basis)}};
  if (performer.actor) out["actor"] = to_text(*performer.actor);
  if (performer.subject) out["subject"] = to_text(*performer.subject);
  return out;
}

}  // namespace

Json json_of(HonestEvent& event) {
  Draft& draft = event.draft;
  Json out{{"kind", draft.kind->code}, {"role", code_of(draft.role)}, {"claim", code_of(draft.claim)}};
  out["event"] = to_text(event.envelope.event);
  out["occurred"] = occurred_json(*draft.occurred);
  if (draft.kase) out["case"] = to_text(*draft.kase);
  if (draft.organisation) out["organisation"] = to_text(*draft.organisation);
  if (draft.performer) out["performer"] = performer_json(*draft.performer);
  for (const auto& subject : draft.subjects) out["subjects"].push_back(to_text(subject));
  for (const auto& rule : draft.deviates) out["deviates"].push_back(rule);
  for (const auto& key : draft.cosigners) out["coSigners"].push_back(crypto::base64(key));
  for (const auto& ref : draft.references)
    out["references"].push_back({{"relation", code_of(ref.relation)}, {"event", to_text(ref.event)}});
  out["facts"] = write_json(draft.facts_root().asReader());
  if (!draft.parts.empty()) out["parts"] = parts_json(draft);
  return out;
}

}  // namespace inzicht::testing
