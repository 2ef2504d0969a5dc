// What recording would answer, without recording: nothing is signed, sealed or kept.
#include "ledger/codec/signature_block.h"
#include "ledger/service/sequence.h"
#include "ledger/service/service.h"

namespace inzicht {

Result<std::variant<Admitted, Refused>> Service::dry_run(Bytes header, std::span<const OpenPart> parts) {
  auto decoded = decode_header(header);
  if (auto* refused = std::get_if<Refused>(&decoded)) return std::move(*refused);
  const auto& message = std::get<HeaderMessage>(decoded);
  std::vector<CaseId> listed;
  if (auto r = check_parts(message, parts, listed)) return std::move(*r);
  return admit_unsent(message, header_hash(header), listed);
}

Result<AdmitOutcome> Service::admit_unsent(const HeaderMessage& message, const Digest& hash, std::span<const CaseId> listed) {
  const std::unique_lock hold(state_mutex_);
  const Micros now = std::max(parts_.clock.now(), state_.last_recorded_at());
  return admit(message, hash, listed, now, state_, parts_.log, AdmitScope::dry_run);
}

// Folded one on top of the other in the state at hand, which afterwards goes back to what the log holds.
std::vector<Result<AdmitOutcome>> Service::dry_run_many(std::span<const Submission> submissions) {
  std::vector<Result<AdmitOutcome>> out;
  const std::unique_lock hold(state_mutex_);
  const std::uint64_t before = state_.size();
  for (const auto& submission : submissions) out.push_back(fold_unsent(submission));
  if (state_.size() == before) return out;
  if (auto reload = state_.load(); !reload) parts_.log.latch("state could not be reloaded after a dry run");
  return out;
}

Result<AdmitOutcome> Service::fold_unsent(const Submission& submission) {
  auto decoded = decode_header(submission.header);
  if (auto* refused = std::get_if<Refused>(&decoded)) return std::move(*refused);
  Prepared prepared{std::move(std::get<HeaderMessage>(decoded)), header_hash(submission.header), {}, {}, {}, {}, {}};
  prepared.event = id_of<EventId>(prepared.header().getEvent()).value_or(EventId{});
  if (auto r = check_parts(prepared.message, submission.parts, prepared.listed_cases)) return std::move(*r);
  INZICHT_TRY(place, parts_.log.find(prepared.event));
  if (place || state_.admitted(prepared.event) != nullptr) return taken_id();
  const Micros now = std::max(parts_.clock.now(), state_.last_recorded_at());
  INZICHT_TRY(outcome, admit(prepared.message, prepared.header_hash, prepared.listed_cases, now, state_, parts_.log, AdmitScope::dry_run));
  const auto* admitted = std::get_if<Admitted>(&outcome);
  if (admitted == nullptr) return outcome;
  if (const auto kase = id_of<CaseId>(prepared.header().getCase())) INZICHT_CHECK(state_.kase(*kase));
  const auto next = sequence(prepared, *admitted, catalogue_hash_, {}, now, state_);
  state_.admit({state_.size(), now, prepared.header_hash, prepared.header()}, next.leaf_hash, next.chains);
  return outcome;
}

}  // namespace inzicht
