// From the queue to the disk: a group of submissions is admitted in order, made durable and answered.
//
// One group at a time: admitting the next while the disk is busy was built and measured, and gave nothing (docs/performance.md).
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>

#include "crypto/digest.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
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

}  // namespace

Refused Service::taken_id() { return Refused::of("ADM-8", "event", "een nieuw kenmerk voor andere inhoud", "a new id for other content"); }

// One caller: how many of its submissions have no answer yet. Woken on its own, so that nobody waits for the
// queue only to leave.
class Service::Call {
 public:
  void open_one() { ++open_; }
  // Whether that was the last. What was answered before is seen by whoever then finds all answered.
  bool close_one() { return --open_ == 0; }
  bool all_answered() const { return open_ == 0; }

  void wait() {
    std::unique_lock hold(mutex_);
    wake_.wait(hold, [this] { return woken_; });
    woken_ = false;
  }
  void wake() {
    {
      const std::lock_guard hold(mutex_);
      woken_ = true;
    }
    wake_.notify_one();
  }

 private:
  std::atomic<std::size_t> open_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool woken_ = false;
};

// One submission waiting for its answer. Lives on its caller's stack.
struct Service::Waiting {
  std::shared_ptr<Call> call;
  std::optional<Prepared> prepared;  // none: answered already
  std::array<std::uint8_t, 16> salt{};
  std::optional<Result<RecordOutcome>> answer;
  Admitted admitted;
  Micros recorded_at = 0;
};

// What one leader takes to the disk.
struct Service::Group {
  std::vector<Waiting*> members;
  std::vector<Waiting*> admitted;  // of `events`, in their order
  std::vector<NewEvent> events;
  std::vector<Digest> leaf_hashes;
  std::vector<Waiting*> repeats;   // of one in this group: answered when that is durable
  std::uint64_t first = 0;         // index of the first of them
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
    call->open_one();
    queue_.push_back(&w);
  }
  while (!call->all_answered()) {
    if (!queue.owns_lock()) queue.lock();
    if (leading_) {
      queue.unlock();
      call->wait();
    } else {
      lead(queue);
    }
  }
}

// Takes a group to the disk, then lets the next one be led while it hands out its own answers.
void Service::lead(std::unique_lock<std::mutex>& queue) {
  leading_ = true;
  Group group;
  while (!queue_.empty() && group.members.size() < limits::group_events_max) {
    group.members.push_back(queue_.front());
    queue_.pop_front();
  }
  queue.unlock();
  auto thrown = without_throwing(group, [&] { commit(group); });
  queue.lock();
  leading_ = false;
  const auto next = queue_.empty() ? nullptr : queue_.front()->call;
  queue.unlock();
  if (next) next->wake();
  if (auto also = without_throwing(group, [&] { answer(group); })) thrown = also;
  for (Waiting* w : group.members) {
    const auto call = w->call;  // with its last answer a caller leaves, and its submissions with it
    if (call->close_one()) call->wake();
  }
  if (thrown) std::rethrow_exception(thrown);
}

// The state may be ahead of the log when this throws: nothing more is recorded until the ledger is opened
// anew.
template <class Work>
std::exception_ptr Service::without_throwing(Group& group, const Work& work) {
  try {
    work();
    return nullptr;
  } catch (...) {
    parts_.log.latch("recording stopped halfway");
    for (Waiting* w : group.members)
      if (!w->answer) w->answer = fail(ErrorCode::latched, "record: stopped halfway: open the ledger again, and send it again");
    group.events.clear();
    group.repeats.clear();
    return std::current_exception();
  }
}

void Service::commit(Group& group) {
  const std::unique_lock hold(state_mutex_);
  for (Waiting* w : group.members)
    if (auto status = admit_one(*w, group); !status) w->answer = std::unexpected(std::move(status).error());
  group.first = parts_.log.size();
  const auto status = group.events.empty() ? Status{} : write(group, group.first);
  if (status) return;
  for (Waiting* w : group.members)
    if (!w->answer) w->answer = std::unexpected(status.error());
  group.events.clear();
  group.repeats.clear();
}

Status Service::admit_one(Waiting& w, Group& group) {
  auto& prepared = *w.prepared;
  if (const KnownEvent* fresh = state_.admitted(prepared.event)) {
    if (fresh->header_hash == prepared.header_hash) group.repeats.push_back(&w);
    else w.answer = RecordOutcome(taken_id());
    return {};
  }
  if (!state_.surely_new(prepared.event, prepared.absent_below)) {
    INZICHT_TRY(place, parts_.log.find(prepared.event));
    if (place) {
      // Durable whatever becomes of this group: its author must not hear that it was not recorded.
      w.answer =
          place->header_hash == prepared.header_hash ? repeated(prepared.event) : RecordOutcome(taken_id());
      return {};
    }
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
  w.recorded_at = now;
  group.admitted.push_back(&w);
  group.events.push_back(std::move(next.event));
  group.leaf_hashes.push_back(next.leaf_hash);
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
void Service::answer(Group& group) {
  for (Waiting* w : group.repeats) w->answer = repeated(w->prepared->event);
  if (group.events.empty()) return;
  crypto::Frontier group_tree;
  for (const auto& hash : group.leaf_hashes) group_tree.append(hash);
  const std::string note = sign_receipt(group.first, group.events.size(), group_tree.root());
  const auto levels = full_subtrees(std::move(group.leaf_hashes));
  const auto node = [&levels](unsigned level, std::uint64_t index) -> std::optional<Digest> {
    if (level >= levels.size() || index >= levels[level].size()) return std::nullopt;
    return levels[level][index];
  };
  for (std::size_t i = 0; i < group.admitted.size(); ++i) {
    auto& record = group.events[i].record;
    Accepted accepted;
    accepted.event = group.events[i].event;
    accepted.recorded_at = group.admitted[i]->recorded_at;
    accepted.header_hash = group.events[i].header_hash;
    accepted.leaf_hash = levels[0][i];
    accepted.findings = std::move(group.admitted[i]->admitted.findings);
    auto proof = crypto::inclusion_proof(i, group.events.size(), node);
    INZICHT_ASSERT(proof.has_value());
    accepted.receipt = {note, group.first + i, std::move(record.leaf), std::move(*proof),
                        std::move(record.admission)};
    group.admitted[i]->answer = RecordOutcome(std::move(accepted));
  }
}

}  // namespace inzicht
