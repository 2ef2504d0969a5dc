#include "ledger/service/refused_reading.h"

#include "crypto/digest.h"
#include "ledger/codec/chains_of.h"
#include "ledger/codec/signature_block.h"
#include "ledger/service/reading_places.h"

namespace inzicht {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

Draft draft_of(const ReadRequest& request, const ReadPlaces& places, const ActorId& viewer, schema::AccessRefusal reason) {
  Draft draft = Draft::of(*find_kind(std::uint16_t{1305}));
  draft.role = schema::Role::LEDGER_SERVICE;
  // A bundle of one case must not name another: of several at once the case and the persons stay out.
  const bool one_case = request.cases.size() == 1;
  if (one_case) draft.kase = request.cases[0];
  auto facts = draft.facts->getRoot<schema::AccessRefused>();
  facts.setViewer(data_of(viewer.bytes));
  facts.setView(request.view);
  facts.setReason(reason);
  if (!places.classes.empty()) {
    auto classes = facts.initClasses(static_cast<unsigned>(places.classes.size()));
    for (unsigned i = 0; const auto cls : places.classes) classes.set(i++, cls);
  }
  if (one_case && !places.about.empty()) {
    auto about = facts.initAbout(static_cast<unsigned>(places.about.size()));
    for (unsigned i = 0; const auto& id : places.about) about.set(i++, data_of(id.bytes));
  }
  return draft;
}

Submission sign(Draft& draft, OpenLedger& ledger) {
  const auto& key = ledger.keys().service;
  const auto& service = ledger.service();
  const auto last = service.key_sequence(key.id());
  Envelope envelope;
  envelope.ledger = service.ledger();
  envelope.event = *draft.event;
  envelope.actor = ledger_itself(service.ledger());
  envelope.key = key.id();
  envelope.key_seq = last.seq + 1;
  if (last.seq > 0) envelope.key_prev = last.last_header;
  if (draft.kase) {
    const auto version = service.case_version(*draft.kase);
    envelope.seen_count = version.count;
    envelope.seen_head = version.head;
  }
  Submission out;
  out.header = build_header(draft, envelope, {});
  const auto signature = key.sign(event_message(out.header));
  const BlockSignature block[] = {{envelope.key, crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())}};
  out.signatures = encode_signatures(block);
  return out;
}

}  // namespace

std::optional<schema::AccessRefusal> reason_of(const Refused& refused) {
  using enum schema::AccessRefusal;
  if (refused.adm == "ADM-5") return KEY_INVALID;
  // A reading is an act of the ledger, so its rules refuse as a power that is missing.
  const auto rule = refused.values.find("rule");
  if (rule == refused.values.end()) return std::nullopt;
  if (rule->second == "ACC-05") return BLOCKED;
  if (rule->second != "ACC-01") return std::nullopt;
  const auto at = refused.values.find("reason");
  const std::string reason = at == refused.values.end() ? "" : at->second;
  if (reason == "purpose") return NO_PURPOSE;
  return reason == "role" || reason == "involvement" || reason == "viewer" ? NOT_INVOLVED : CLASS_CLOSED;
}

Result<Accepted> record_refused_reading(OpenLedger& ledger, const ActorId& viewer, const ReadRequest& request, schema::AccessRefusal reason) {
  INZICHT_TRY(places, read_places(ledger.log(), request.wanted));
  Draft draft = draft_of(request, places, viewer, reason);
  const Micros now = ledger.clock().now();
  draft.event = EventId{uuid_v7(now / 1000, crypto::random_array<10>())};
  draft.occurred = DraftOccurred{now, std::nullopt, schema::Precision::INSTANT};
  INZICHT_TRY(outcome, ledger.service().record(sign(draft, ledger)));
  if (auto* accepted = std::get_if<Accepted>(&outcome)) return std::move(*accepted);
  const auto& refused = std::get<Refused>(outcome);
  return fail(ErrorCode::corruption, "read: the refusal could not be recorded: " + refused.adm + " " + refused.en + (refused.findings.empty() ? "" : refused.findings.front().rule->id));
}

}  // namespace inzicht
