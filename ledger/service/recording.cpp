// From the queue to the disk: a group of submissions is admitted in order, made durable and answered.
//
// One group at a time: admitting the next while the disk is busy was built and measured, and gave nothing (docs/performance.md).
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "crypto/digest.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/leaf.h"
#include "ledger/service/sequence.h"
#include "ledger/service/service.h"

namespace inzicht {
namespace {

// The roots of all full subtrees over these leaf hashes, level by level from the leaves up: made once, asked for by every proof.
std::vector<std::vector<Digest>> full_subtrees(std::vector<Digest> leaf_hashes) {
  std::vector<std::vector<Digest>> levels{std::move(leaf_hashes)};
  while (levels.back().size() > 1) {
    const auto& below = levels.back();
    std::vector<Digest> above;
    for (std::size_t i = 0; i + 1 < below.size(); i += 2) above.push_back(crypto::node_hash(below[i], below[i + 1]));
    levels.push_back(std::move(above));
  }
  return levels;
}

Refused taken_id() { return Refused::of("ADM-8", "event", "een nieuw kenmerk voor andere inhoud", "a new id for other content"); }

}  // namespace

// One caller: how many of its submissions have no answer yet. Shared, so that it can be woken without holding the queue.
struct Service::Call {
  std::size_t open = 0;
  std::condition_variable wake;
};

// One submission waiting for its answer. Lives on its caller's stack.
struct Service::Waiting {
  std::shared_ptr<Call> call;
  std::optional<Prepared> prepared;  // none: answered already
  std::array<std::uint8_t, 16> salt{};
  std::optional<Result<RecordOutcome>> answer;
  Admitted admitted;
};

// What one leader takes to the disk.
struct Service::Group {
  std::vector<Waiting*> members;
  std::vector<Waiting*> admitted;  // of `events`, in their order
  std::vector<NewEvent> events;
  std::vector<Waiting*> repeats;   // of one in this group: answered when that is durable
};

std::vector<Result<RecordOutcome>> Service::sequence_all(std::vector<Ready> ready) {
  std::vector<Waiting> waiting(ready.size());
  for (std::size_t i = 0; i < ready.size(); ++i) {
    if (auto* answer = std::get_if<Result<RecordOutcome>>(&ready[i])) waiting[i].answer = std::move(*answer);
    else waiting[i].prepared = std::move(std::get<Prepared>(ready[i]));
  }
  join(waiting);
  std::vector<Result<RecordOutcome>> out;
  out.reserve(waiting.size());
  for (auto& w : waiting) out.push_back(std::move(*w.answer));
  return out;
}

// Whoever finds nobody leading leads, until its own answers are there.
void Service::join(std::span<Waiting> waiting) {
  const auto call = std::make_shared<Call>();
  std::unique_lock queue(queue_mutex_);
  for (auto& w : waiting) {
    if (w.answer) continue;
    w.salt = crypto::random_array<16>();
    w.call = call;
    ++call->open;
    queue_.push_back(&w);
  }
  while (call->open > 0) {
    if (leading_) {
      call->wake.wait(queue);
    } else {
      lead(queue);
    }
  }
}

void Service::lead(std::unique_lock<std::mutex>& queue) {
  leading_ = true;
  Group group;
  while (!queue_.empty() && group.members.size() < limits::group_events_max) {
    group.members.push_back(queue_.front());
    queue_.pop_front();
  }
  queue.unlock();
  std::exception_ptr thrown;
  try {
    commit(group);
  } catch (...) {
    // The state may be ahead of the log: nothing more is recorded until this is opened anew.
    thrown = std::current_exception();
    parts_.log.latch("recording stopped halfway");
    for (Waiting* w : group.members)
      if (!w->answer) w->answer = fail(ErrorCode::latched, "record: stopped halfway: open the ledger again, and send it again");
  }
  queue.lock();
  leading_ = false;
  // Only those who have all their answers are woken, and one who leads next.
  std::vector<std::shared_ptr<Call>> wake;
  for (Waiting* w : group.members)
    if (--w->call->open == 0) wake.push_back(w->call);
  if (!queue_.empty()) wake.push_back(queue_.front()->call);
  queue.unlock();
  for (const auto& call : wake) call->wake.notify_one();
  queue.lock();
  if (thrown) std::rethrow_exception(thrown);
}

void Service::commit(Group& group) {
  const std::unique_lock hold(state_mutex_);
  for (Waiting* w : group.members)
    if (auto status = admit_one(*w, group); !status) w->answer = std::unexpected(std::move(status).error());
  const std::uint64_t first = parts_.log.size();
  const auto status = group.events.empty() ? Status{} : write(group, first);
  if (status) {
    answer(group, first);
    return;
  }
  for (Waiting* w : group.members)
    if (!w->answer) w->answer = std::unexpected(status.error());
}

Status Service::admit_one(Waiting& w, Group& group) {
  const auto& prepared = *w.prepared;
  if (const KnownEvent* fresh = state_.admitted(prepared.event)) {
    if (fresh->header_hash == prepared.header_hash) group.repeats.push_back(&w);
    else w.answer = RecordOutcome(taken_id());
    return {};
  }
  INZICHT_TRY(place, parts_.log.find(prepared.event));
  if (place) {
    // Durable whatever becomes of this group: its author must not hear that it was not recorded.
    w.answer = place->header_hash == prepared.header_hash ? repeated(prepared.event) : RecordOutcome(taken_id());
    return {};
  }
  const Micros now = std::max(parts_.clock.now(), state_.last_recorded_at());
  INZICHT_TRY(outcome, admit(prepared.message, prepared.header_hash, prepared.listed_cases, now, state_, parts_.log, AdmitScope::submission));
  if (auto* refused = std::get_if<Refused>(&outcome)) {
    w.answer = RecordOutcome(std::move(*refused));
    return {};
  }
  w.admitted = std::move(std::get<Admitted>(outcome));
  // Its case is folded now: read later from the log, it would lack what is not there yet.
  if (const auto kase = id_of<CaseId>(prepared.header().getCase())) INZICHT_CHECK(state_.kase(*kase));
  auto next = sequence(prepared, w.admitted, catalogue_hash_, w.salt, now, state_);
  state_.admit({state_.size(), now, prepared.header_hash, prepared.header()}, next.leaf_hash, next.chains);
  group.admitted.push_back(&w);
  group.events.push_back(std::move(next.event));
  return {};
}

// Makes the group durable. When the disk refuses, the state goes back to what the log holds.
Status Service::write(Group& group, std::uint64_t first) {
  if (testing_before_commit) testing_before_commit();
  auto status = parts_.log.append(group.events);
  if (status) {
    state_.durable(first + group.events.size());
    if (std::ranges::any_of(group.admitted, [](const Waiting* w) { return is_registry_event(w->prepared->header().getKind()); })) learn_keys();
    return status;
  }
  if (parts_.logger) parts_.logger->error("append refused code={} events={} index={}", name_of(status.error().code), group.events.size(), first);
  if (auto reload = state_.load(); !reload) parts_.log.latch("state could not be reloaded after a failed append");
  learn_keys();
  return status;
}

// Signs for what is durable.
void Service::answer(Group& group, std::uint64_t first) {
  for (Waiting* w : group.repeats) w->answer = repeated(w->prepared->event);
  if (group.events.empty()) return;
  crypto::Frontier group_tree;
  std::vector<Digest> hashes;
  for (const auto& event : group.events) {
    hashes.push_back(crypto::leaf_hash(event.record.leaf));
    group_tree.append(hashes.back());
  }
  const std::string note = sign_receipt(first, group.events.size(), group_tree.root());
  const auto levels = full_subtrees(std::move(hashes));
  const auto node = [&levels](unsigned level, std::uint64_t index) -> std::optional<Digest> {
    if (level >= levels.size() || index >= levels[level].size()) return std::nullopt;
    return levels[level][index];
  };
  for (std::size_t i = 0; i < group.admitted.size(); ++i) {
    auto& record = group.events[i].record;
    Accepted accepted;
    accepted.event = group.events[i].event;
    accepted.recorded_at = decode_leaf(record.leaf)->recorded_at;
    accepted.header_hash = group.events[i].header_hash;
    accepted.leaf_hash = levels[0][i];
    accepted.findings = std::move(group.admitted[i]->admitted.findings);
    auto proof = crypto::inclusion_proof(i, group.events.size(), node);
    INZICHT_ASSERT(proof.has_value());
    accepted.receipt = {note, first + i, std::move(record.leaf), std::move(*proof), std::move(record.admission)};
    group.admitted[i]->answer = RecordOutcome(std::move(accepted));
  }
}

}  // namespace inzicht
