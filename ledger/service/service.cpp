#include "ledger/service/service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <unordered_set>

#include "crypto/digest.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "ledger/service/sequence.h"

namespace inzicht {
namespace {
constexpr std::uint64_t snapshot_worth_it = 2'000;
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

// One caller, on its own stack: how many of its submissions have no answer yet.
struct Service::Call {
  std::size_t open = 0;
  std::condition_variable wake;
};

// One submission waiting for its answer. Lives on its caller's stack.
struct Service::Waiting {
  Call* call = nullptr;
  std::optional<Prepared> prepared;  // none: answered already
  std::array<std::uint8_t, 16> salt{};
  std::optional<Result<RecordOutcome>> answer;
  Admitted admitted;
};

Service::Service(ServiceParts parts) : parts_(std::move(parts)), state_(parts_.log) {
  catalogue_hash_ = crypto::sha256(crypto::bytes_of(catalogue_bytes()));
}

Service::~Service() {
  if (state_.size() >= snapshot_size_ + snapshot_worth_it) (void)save_snapshot();
}

Result<std::unique_ptr<Service>> Service::open(ServiceParts parts) {
  std::unique_ptr<Service> service(new Service(std::move(parts)));
  INZICHT_CHECK(service->state_.load());
  service->snapshot_size_ = service->state_.size();
  service->learn_keys();
  return service;
}

void Service::learn_keys() {
  const std::unique_lock hold(keys_mutex_);
  keys_.clear();
  for (const auto& [id, key] : state_.registry().keys()) keys_[id] = {key.public_key, key.owner};
  ledger_ = state_.ledger();
}

LedgerId Service::ledger() const {
  const std::shared_lock hold(keys_mutex_);
  return ledger_;
}
std::uint64_t Service::size() const {
  const std::shared_lock hold(state_mutex_);
  return state_.size();
}
Micros Service::last_recorded_at() const {
  const std::shared_lock hold(state_mutex_);
  return state_.last_recorded_at();
}
KeySequence Service::key_sequence(const KeyId& key) const {
  const std::shared_lock hold(state_mutex_);
  return state_.key_sequence(key);
}
CaseVersion Service::case_version(const CaseId& kase) const {
  const std::shared_lock hold(state_mutex_);
  const auto head = state_.heads().head({ChainClass::kase, Buffer(kase.bytes.begin(), kase.bytes.end())});
  return {head.n, head.n == 0 ? std::nullopt : std::optional(head.value)};
}

Status Service::save_snapshot() {
  Buffer bytes;
  std::uint64_t size = 0;
  {
    const std::shared_lock hold(state_mutex_);
    bytes = state_.snapshot();
    size = state_.size();
  }
  INZICHT_CHECK(parts_.log.put_cache("state", bytes));
  snapshot_size_ = size;
  return {};
}

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

Service::Ready Service::make_ready(const Submission& submission, bool gate_first) {
  auto decoded = decode_header(submission.header);
  if (auto* refused = std::get_if<Refused>(&decoded)) return Result<RecordOutcome>(std::move(*refused));
  auto& message = std::get<HeaderMessage>(decoded);
  const Digest hash = header_hash(submission.header);
  const auto id = message.header().getEvent();
  const auto known = parts_.log.find(*EventId::from({id.begin(), id.size()}));
  if (!known) return Result<RecordOutcome>(std::unexpected(known.error()));
  if (*known && (*known)->header_hash == hash) return repeated(**known);
  const KeyLookup keys = [this](const KeyId& key) -> std::optional<SigningKey> {
    const std::shared_lock hold(keys_mutex_);
    const auto at = keys_.find(key);
    return at == keys_.end() ? std::nullopt : std::optional(at->second);
  };
  const Gate gate = [this, &hash](const HeaderMessage& header, std::span<const CaseId> listed) -> Result<std::optional<Refused>> {
    INZICHT_TRY(outcome, admit_unsent(header, hash, listed));
    if (auto* refused = std::get_if<Refused>(&outcome)) return std::optional(std::move(*refused));
    return std::optional<Refused>();
  };
  auto outcome = prepare(submission, std::move(message), hash, ledger(), keys, gate_first ? gate : Gate{}, parts_.vault);
  if (!outcome) return Result<RecordOutcome>(std::unexpected(std::move(outcome).error()));
  if (auto* refused = std::get_if<Refused>(&*outcome)) return Result<RecordOutcome>(std::move(*refused));
  return std::move(std::get<Prepared>(*outcome));
}

Result<RecordOutcome> Service::record(const Submission& submission) {
  auto ready = make_ready(submission, true);
  if (auto* answer = std::get_if<Result<RecordOutcome>>(&ready)) return std::move(*answer);
  Waiting me;
  me.prepared = std::move(std::get<Prepared>(ready));
  join(std::span(&me, 1));
  return std::move(*me.answer);
}

std::vector<Result<RecordOutcome>> Service::record_many(std::span<const Submission> submissions) {
  if (auto status = make_subject_keys(submissions); !status)
    return std::vector<Result<RecordOutcome>>(submissions.size(), std::unexpected(status.error()));
  std::vector<Waiting> waiting(submissions.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < submissions.size(); i = next++) {
      auto ready = make_ready(submissions[i], false);
      if (auto* answer = std::get_if<Result<RecordOutcome>>(&ready)) {
        waiting[i].answer = std::move(*answer);
      } else {
        waiting[i].prepared = std::move(std::get<Prepared>(ready));
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    const auto cores = std::min<std::size_t>(std::thread::hardware_concurrency(), submissions.size());
    for (std::size_t i = 1; i < cores; ++i) helpers.emplace_back(work);
    work();
  }
  join(waiting);
  std::vector<Result<RecordOutcome>> out;
  out.reserve(waiting.size());
  for (auto& w : waiting) out.push_back(std::move(*w.answer));
  return out;
}

Status Service::make_subject_keys(std::span<const Submission> submissions) {
  std::set<PartSubjectId> subjects;
  for (const auto& submission : submissions) {
    const auto message = HeaderMessage::decode(submission.header);
    if (!message) continue;  // refused when its turn comes
    for (auto commitment : message->header().getParts())
      if (const auto id = PartSubjectId::from({commitment.getSubject().begin(), commitment.getSubject().size()})) subjects.insert(*id);
  }
  const std::vector<PartSubjectId> each(subjects.begin(), subjects.end());
  if (auto keys = parts_.vault.keys_for(each); !keys) return std::unexpected(keys.error());
  return {};
}

// Whoever finds nobody leading leads, until its own answers are there.
void Service::join(std::span<Waiting> waiting) {
  Call call;
  std::unique_lock queue(queue_mutex_);
  for (auto& w : waiting) {
    if (w.answer) continue;
    w.salt = crypto::random_array<16>();
    w.call = &call;
    ++call.open;
    queue_.push_back(&w);
  }
  while (call.open > 0) {
    if (leading_) {
      call.wake.wait(queue);
    } else {
      lead(queue);
    }
  }
}

void Service::lead(std::unique_lock<std::mutex>& queue) {
  leading_ = true;
  std::vector<Waiting*> group;
  while (!queue_.empty() && group.size() < limits::group_events_max) {
    group.push_back(queue_.front());
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
    for (Waiting* w : group)
      if (!w->answer) w->answer = fail(ErrorCode::latched, "record: stopped halfway: open the ledger again, and send it again");
  }
  queue.lock();
  leading_ = false;
  // Only those who have all their answers are woken, and one who leads next.
  for (Waiting* w : group)
    if (--w->call->open == 0) w->call->wake.notify_one();
  if (!queue_.empty()) queue_.front()->call->wake.notify_one();
  if (thrown) std::rethrow_exception(thrown);
}

void Service::commit(std::vector<Waiting*>& group) {
  std::vector<Waiting*> admitted;
  std::vector<NewEvent> events;
  std::unordered_set<EventId, IdHash> ids;
  const std::unique_lock hold(state_mutex_);
  for (Waiting* w : group) {
    const Micros now = std::max(parts_.clock.now(), state_.last_recorded_at());
    if (ids.contains(w->prepared->event)) {
      w->answer = Refused::of("ADM-8", "event", "een nieuw kenmerk voor andere inhoud", "a new id for other content");
      continue;
    }
    if (const auto known = parts_.log.find(w->prepared->event); known && *known) {
      w->answer = (*known)->header_hash == w->prepared->header_hash
                      ? repeated(**known)
                      : Result<RecordOutcome>(Refused::of("ADM-8", "event", "een nieuw kenmerk voor andere inhoud", "a new id for other content"));
      continue;
    }
    auto outcome = admit(w->prepared->message, w->prepared->header_hash, w->prepared->listed_cases, now, state_, parts_.log, AdmitScope::submission);
    if (!outcome) {
      w->answer = std::unexpected(std::move(outcome).error());
      continue;
    }
    if (auto* refused = std::get_if<Refused>(&*outcome)) {
      w->answer = std::move(*refused);
      continue;
    }
    w->admitted = std::move(std::get<Admitted>(*outcome));
    auto next = sequence(*w->prepared, w->admitted, catalogue_hash_, w->salt, now, state_);
    state_.apply({state_.size(), now, w->prepared->header_hash, w->prepared->header()}, next.leaf_hash, next.chains);
    ids.insert(w->prepared->event);
    admitted.push_back(w);
    events.push_back(std::move(next.event));
  }
  if (!admitted.empty()) finish(admitted, events);
}

// Makes the group durable, then signs for it. When the disk refuses, the state goes back to what the log holds.
void Service::finish(std::vector<Waiting*>& admitted, std::vector<NewEvent>& events) {
  const std::uint64_t first = parts_.log.size();
  if (testing_before_commit) testing_before_commit();
  if (auto status = parts_.log.append(events); !status) {
    if (parts_.logger) parts_.logger->error("append refused code={} events={} index={}", name_of(status.error().code), events.size(), first);
    for (Waiting* w : admitted) w->answer = std::unexpected(status.error());
    if (auto reload = state_.load(); !reload) parts_.log.latch("state could not be reloaded after a failed append");
    learn_keys();
    return;
  }
  if (std::ranges::any_of(admitted, [](const Waiting* w) { return is_registry_event(w->prepared->header().getKind()); })) learn_keys();
  crypto::Frontier group_tree;
  std::vector<Digest> hashes;
  for (const auto& event : events) {
    hashes.push_back(crypto::leaf_hash(event.record.leaf));
    group_tree.append(hashes.back());
  }
  const std::string note = sign_receipt(first, events.size(), group_tree.root());
  const auto levels = full_subtrees(std::move(hashes));
  const auto node = [&levels](unsigned level, std::uint64_t index) -> std::optional<Digest> {
    if (level >= levels.size() || index >= levels[level].size()) return std::nullopt;
    return levels[level][index];
  };
  for (std::size_t i = 0; i < admitted.size(); ++i) {
    auto& record = events[i].record;
    Accepted accepted;
    accepted.event = events[i].event;
    accepted.recorded_at = decode_leaf(record.leaf)->recorded_at;
    accepted.header_hash = events[i].header_hash;
    accepted.leaf_hash = levels[0][i];
    accepted.findings = std::move(admitted[i]->admitted.findings);
    auto proof = crypto::inclusion_proof(i, events.size(), node);
    INZICHT_ASSERT(proof.has_value());
    accepted.receipt = {note, first + i, std::move(record.leaf), std::move(*proof), std::move(record.admission)};
    admitted[i]->answer = RecordOutcome(std::move(accepted));
  }
}

// A known submission gets a fresh note over its own leaf; everything else in it is discarded unread.
Result<RecordOutcome> Service::repeated(const EventPlace& place) {
  INZICHT_TRY(record, parts_.log.read(place.index));
  const auto leaf = decode_leaf(record.leaf);
  if (!leaf) return fail(ErrorCode::corruption, fmt::format("record: expected a leaf, found damage (index={})", place.index));
  Accepted accepted;
  accepted.recorded_at = leaf->recorded_at;
  accepted.header_hash = place.header_hash;
  accepted.leaf_hash = crypto::leaf_hash(record.leaf);
  accepted.repeated = true;
  if (const auto message = HeaderMessage::stored(record.header)) {
    const auto id = message->header().getEvent();
    accepted.event = EventId::from({id.begin(), id.size()}).value_or(EventId{});
  }
  accepted.receipt = {sign_receipt(place.index, 1, accepted.leaf_hash), place.index, record.leaf, {}, record.admission};
  return RecordOutcome(std::move(accepted));
}

std::string Service::sign_receipt(std::uint64_t first, std::uint64_t count, const Digest& root) const {
  crypto::Note note;
  note.text = ReceiptText{ledger(), first, count, root}.text();
  crypto::note_sign(note, receipt_key_name(parts_.origin), parts_.receipt_key);
  return note.serialise();
}

}  // namespace inzicht
