#include "ledger/service/author.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "crypto/digest.h"
#include "crypto/merkle/tree.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/signature_block.h"

namespace inzicht {
namespace {

constexpr Micros outbox_kept = 35 * micros_per_day;

std::string day_of(Micros time) { return to_text(time).substr(0, 10); }

// Certainly recorded nothing: nothing is pending, and the same may be signed anew.
bool took_nothing(const Result<RecordOutcome>& outcome) {
  if (outcome) return std::holds_alternative<Refused>(*outcome);
  return outcome.error().code == ErrorCode::disk_full;
}

template <class Array>
Array array_of(capnp::Data::Reader data) {
  Array out{};
  if (data.size() == out.size()) std::copy(data.begin(), data.end(), out.begin());
  return out;
}

}  // namespace

std::optional<PartSubjectId> part_subject(const DraftPart& part, const std::optional<CaseId>& kase, const LedgerId& ledger) {
  switch (part.about) {
    case PartAbout::person:
    case PartAbout::professional: return part.subject;
    case PartAbout::the_case: return kase ? std::optional(PartSubjectId{kase->bytes}) : std::nullopt;
    case PartAbout::the_ledger: {
      PartSubjectId id;
      std::copy_n(ledger.begin(), 16, id.bytes.begin());
      return id;
    }
    case PartAbout::nobody: return std::nullopt;
  }
  return std::nullopt;
}

Status Author::complete(Draft& draft, const Log& log, const Clock& clock) const {
  if (!draft.event) draft.event = EventId{uuid_v7(clock.now() / 1000, crypto::random_array<10>())};
  // An act of the ledger is now, to the instant; of anything else its author knows the minute. Not the minute's beginning: what was lifted
  // or withdrawn seconds ago would still stand then.
  if (!draft.occurred) draft.occurred = DraftOccurred{clock.now(), std::nullopt, draft.kind->is_power ? schema::Precision::INSTANT : schema::Precision::MINUTE};
  for (auto& reference : draft.references) {
    if (reference.header_hash) continue;
    INZICHT_TRY(place, log.find(reference.event));
    if (!place) return fail(ErrorCode::not_found, fmt::format("references: no such event here: {}", to_text(reference.event)));
    reference.header_hash = place->header_hash;
  }
  return {};
}

Result<Author::Built> Author::build(Draft& draft, const Service& service, std::uint64_t seq, const std::optional<Digest>& prev,
                                    std::span<const crypto::Signer* const> cosigners, bool sign) const {
  if (!profile_.actor) return fail(ErrorCode::bad_input, "key: not enrolled yet: ask a registrar for `inzicht actor enrol`");
  Built out;
  out.seq = seq;
  std::vector<PartSealInfo> seals;
  const LedgerId ledger = service.ledger();
  const bool genesis = draft.kind->id == 101;
  for (const auto& part : draft.parts) {
    INZICHT_TRY(plain, pad_part(part.message));
    OpenPart open{crypto::random_array<32>(), std::move(plain)};
    seals.push_back({part_subject(part, draft.kase, ledger), part_commitment(open.salt, open.plain), static_cast<std::uint32_t>(open.plain.size())});
    out.submission.parts.push_back(std::move(open));
  }
  Envelope envelope;
  if (!genesis) envelope.ledger = ledger;
  envelope.event = *draft.event;
  envelope.actor = *profile_.actor;
  envelope.key = profile_.key;
  envelope.key_seq = seq;
  envelope.key_prev = prev;
  if (seq == state_.seq + 1) envelope.voids = state_.voids;
  if (draft.kase && !genesis) {
    const auto version = service.case_version(*draft.kase);
    envelope.seen_count = version.count;
    envelope.seen_head = version.head;
  }
  envelope.anchor_size = state_.anchor_size;
  envelope.anchor_root = state_.anchor_root;
  for (const auto* cosigner : cosigners) draft.cosigners.push_back(cosigner->id());
  out.submission.header = build_header(draft, envelope, seals);
  if (out.submission.header.size() > limits::header_bytes_max)
    return fail(ErrorCode::limit, fmt::format("header: expected at most {} bytes, found {}", limits::header_bytes_max, out.submission.header.size()));
  out.header_hash = header_hash(out.submission.header);
  if (!sign) return out;
  std::vector<BlockSignature> block;
  const auto own = signer_.sign(event_message(out.submission.header));
  block.push_back({profile_.key, crypto::algorithm_ed25519, Buffer(own.begin(), own.end())});
  auto others = std::vector<const crypto::Signer*>(cosigners.begin(), cosigners.end());
  std::ranges::sort(others, {}, [](const crypto::Signer* s) { return s->id(); });
  for (const auto* cosigner : others) {
    const auto signature = cosigner->sign(cosign_message(out.submission.header));
    block.push_back({cosigner->id(), crypto::algorithm_ed25519, Buffer(signature.begin(), signature.end())});
  }
  out.submission.signatures = encode_signatures(block);
  return out;
}

Error serves_another(std::string_view name) {
  return {ErrorCode::bad_input,
          fmt::format("key: {}: this key serves another ledger: make one with `inzicht key new` (if it always was this one, run verify)",
                      name)};
}

Status Author::check_serves(const LedgerId& ledger) const {
  if (state_.ledger && *state_.ledger != ledger) return std::unexpected(serves_another(profile_.name));
  return {};
}

// The ledger may know more than this machine's state (a restored key folder), never less: what it acknowledged must be there.
Status Author::catch_up(const Service& service) {
  INZICHT_CHECK(check_serves(service.ledger()));
  const auto known = service.key_sequence(profile_.key);
  if (known.seq < state_.seq || (known.seq == state_.seq && state_.prev && known.last_header != *state_.prev))
    return fail(ErrorCode::corruption, fmt::format("record: the ledger acknowledged {} events of this key and now knows {}: keep your receipts and run verify",
                                                   state_.seq, known.seq));
  if (known.seq > state_.seq) {
    state_.seq = known.seq;
    state_.prev = known.last_header;
    state_.voids.clear();
  }
  return {};
}

Status Author::settle(Service& service) {
  if (settled_) return {};
  INZICHT_CHECK(catch_up(service));
  const auto send_again = [&](const Submission& submission) -> Status {
    const auto message = HeaderMessage::stored(submission.header);
    if (!message || message->header().getKeySeq() != state_.seq + 1) return {};
    if (array_of<LedgerId>(message->header().getLedger()) != service.ledger()) return {};
    const Digest hash = header_hash(submission.header);
    if (std::ranges::find(state_.voids, hash) != state_.voids.end()) return {};
    auto outcome = service.record(submission);
    if (!outcome) return std::unexpected(outcome.error());
    answered(service, {submission, hash, state_.seq + 1}, outcome);
    return {};
  };
  INZICHT_TRY(end, outbox_.read(state_.answered, send_again));
  state_.answered = std::move(end);
  settled_ = true;
  return write_state();
}

Result<OutboxPlace> Author::put_in_outbox(std::span<const Submission> submissions, const Clock& clock) {
  // Never before the last file, also when the clock was set back: settle() reads on from there.
  const auto day = std::max(day_of(clock.now()), state_.answered.file.substr(0, 10));
  if (day != state_.answered.file.substr(0, 10)) INZICHT_CHECK(outbox_.prune(day_of(clock.now() - outbox_kept)));
  return outbox_.append(submissions, day);
}

void Author::answered(const Service& service, const Built& built, const Result<RecordOutcome>& outcome) {
  if (outcome && std::holds_alternative<Accepted>(*outcome)) {
    state_.ledger = service.ledger();
    state_.seq += 1;
    state_.prev = built.header_hash;
    state_.voids.clear();
    unwritten_receipts_ += std::get<Accepted>(*outcome).receipt.to_json() + "\n";
  } else if (!took_nothing(outcome)) {
    settled_ = false;  // no answer: the same header is sent again
  } else if (built.seq == state_.seq + 1 && state_.voids.size() < limits::voids_max) {
    // Only the next of the sequence can be voided; what was signed on top of a void header hangs in the air by itself.
    state_.voids.push_back(built.header_hash);
  }
}

Result<std::variant<Admitted, Refused>> Author::dry_run(Service& service, const Log& log, const Clock& clock, Draft& draft) {
  INZICHT_CHECK(catch_up(service));
  INZICHT_CHECK(complete(draft, log, clock));
  const auto prev = state_.seq == 0 ? std::nullopt : state_.prev;
  INZICHT_TRY(unsigned_event, build(draft, service, state_.seq + 1, prev, {}, false));
  return service.dry_run(unsigned_event.submission.header, unsigned_event.submission.parts);
}

Result<RecordOutcome> Author::record(Service& service, const Log& log, const Clock& clock, Draft& draft, std::span<const crypto::Signer* const> cosigners) {
  INZICHT_CHECK(settle(service));
  INZICHT_CHECK(catch_up(service));
  INZICHT_CHECK(complete(draft, log, clock));
  const auto prev = state_.seq == 0 ? std::nullopt : state_.prev;
  INZICHT_TRY(built, build(draft, service, state_.seq + 1, prev, cosigners, true));
  INZICHT_TRY(checked, service.dry_run(built.submission.header, built.submission.parts));
  if (auto* refused = std::get_if<Refused>(&checked)) return RecordOutcome(std::move(*refused));
  INZICHT_TRY(end, put_in_outbox(std::span(&built.submission, 1), clock));
  auto outcome = service.record(built.submission);
  answered(service, built, outcome);
  // Taking it back needs no room on a full disk, where writing the state may fail.
  if (took_nothing(outcome)) {
    INZICHT_CHECK(outbox_.cut(state_.answered.file == end.file ? state_.answered : OutboxPlace{end.file, 0}));
  } else if (outcome) {
    state_.answered = end;
  }
  const auto written = write_state();
  // What is recorded is recorded: without this state the author catches up from the ledger.
  if (!written && !(outcome && std::holds_alternative<Accepted>(*outcome))) return std::unexpected(written.error());
  return outcome;
}

Author::Batch Author::build_batch(const Service& service, const Log& log, const Clock& clock, std::span<Draft> drafts, bool sign) const {
  Batch out;
  std::uint64_t seq = state_.seq;
  auto prev = state_.seq == 0 ? std::nullopt : state_.prev;
  std::unordered_map<EventId, Digest, IdHash> earlier;  // of this batch: not in the log yet, and may be referred to
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (auto& reference : drafts[i].references)
      if (const auto at = earlier.find(reference.event); at != earlier.end()) reference.header_hash = at->second;
    const auto completed = complete(drafts[i], log, clock);
    auto one = completed ? build(drafts[i], service, seq + 1, prev, {}, sign) : std::unexpected(completed.error());
    if (!one) {
      out.faults.emplace_back(i, std::move(one).error());
      continue;
    }
    ++seq;
    prev = one->header_hash;
    earlier.emplace(*drafts[i].event, one->header_hash);
    out.built.push_back(std::move(*one));
    out.places.push_back(i);
  }
  return out;
}

std::vector<Result<RecordOutcome>> Author::record_many(Service& service, const Log& log, const Clock& clock, std::span<Draft> drafts) {
  const auto all_fail = [&](const Error& error) { return std::vector<Result<RecordOutcome>>(drafts.size(), std::unexpected(error)); };
  if (auto s = settle(service); !s) return all_fail(s.error());
  if (auto s = catch_up(service); !s) return all_fail(s.error());
  std::vector<Result<RecordOutcome>> out(drafts.size(), fail(ErrorCode::conflict, "record: not sent"));
  const auto batch = build_batch(service, log, clock, drafts, true);
  for (const auto& [place, error] : batch.faults) out[place] = std::unexpected(error);
  std::vector<Submission> submissions;
  for (const auto& b : batch.built) submissions.push_back(b.submission);
  if (submissions.empty()) return out;
  const auto end = put_in_outbox(submissions, clock);
  if (!end) return all_fail(end.error());
  auto answers = service.record_many(submissions);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    answered(service, batch.built[i], answers[i]);
    out[batch.places[i]] = std::move(answers[i]);
  }
  if (settled_) state_.answered = *end;
  (void)write_state();
  return out;
}

std::vector<Result<AdmitOutcome>> Author::dry_run_many(Service& service, const Log& log, const Clock& clock, std::span<Draft> drafts) {
  if (auto s = catch_up(service); !s) return std::vector<Result<AdmitOutcome>>(drafts.size(), std::unexpected(s.error()));
  std::vector<Result<AdmitOutcome>> out(drafts.size(), fail(ErrorCode::conflict, "record: not tried"));
  auto batch = build_batch(service, log, clock, drafts, false);
  for (const auto& [place, error] : batch.faults) out[place] = std::unexpected(error);
  std::vector<Submission> submissions;
  for (auto& b : batch.built) submissions.push_back(std::move(b.submission));
  auto answers = service.dry_run_many(submissions);
  for (std::size_t i = 0; i < answers.size(); ++i) out[batch.places[i]] = std::move(answers[i]);
  return out;
}

Status Author::follow_checkpoint(const Log& log, const crypto::VerifierKey& log_key) {
  const auto kept = log.checkpoints();
  if (kept.empty() || kept.back().first <= state_.anchor_size) return {};
  INZICHT_TRY(genesis, log.read(0));
  const LedgerId ledger = header_hash(genesis.header);
  INZICHT_CHECK(check_serves(ledger));
  const auto note = crypto::Note::parse(kept.back().second);
  const auto checked = note ? crypto::note_verify(*note, std::span(&log_key, 1)) : std::nullopt;
  const auto checkpoint = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
  if (!checked || checked->verified.empty() || !checkpoint) return fail(ErrorCode::corruption, "checkpoint: not signed by the ledger's key");
  if (state_.anchor_size > 0) {
    const auto proof = crypto::consistency_proof(state_.anchor_size, checkpoint->size, [&](unsigned level, std::uint64_t index) { return log.node(level, index); });
    if (!proof || !crypto::check_consistency(state_.anchor_size, checkpoint->size, *state_.anchor_root, checkpoint->root, *proof))
      return fail(ErrorCode::corruption, fmt::format("checkpoint: not consistent with the one this author holds (size={} held={})", checkpoint->size, state_.anchor_size));
  }
  state_.ledger = ledger;
  state_.anchor_size = checkpoint->size;
  state_.anchor_root = checkpoint->root;
  return write_state();
}

}  // namespace inzicht
