#include "ledger/service/service.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <iterator>
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
// Calls `work` with every number below `count`, in no order, and returns when all are done.
template <class Work>
void on_all_cores(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next{0};
  const auto share = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  const auto cores = std::min<std::size_t>(std::thread::hardware_concurrency(), count);
  for (std::size_t i = 1; i < cores; ++i) helpers.emplace_back(share);
  share();
}

}  // namespace

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
  for (const auto& [id, key] : state_.registry().keys()) keys_[id] = {key.public_key, key.owner, key.use};
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

Status Service::purge(std::span<const std::uint64_t> indexes) {
  if (indexes.empty()) return {};
  const std::unique_lock hold(state_mutex_);
  std::vector<CaseId> cases;
  for (const auto index : indexes) {
    INZICHT_TRY(record, parts_.log.read(index));
    const auto message = record.purged ? std::nullopt : HeaderMessage::stored(record.header);
    if (!message) continue;
    if (const auto kase = id_of<CaseId>(message->header().getCase())) cases.push_back(*kase);
  }
  INZICHT_CHECK(parts_.log.purge(indexes));
  for (const auto& kase : cases) state_.forget(kase);
  return {};
}

Status Service::replace_parts(std::span<const PartsAt> events) {
  const std::unique_lock hold(state_mutex_);
  return parts_.log.replace_parts(events);
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

Service::Step Service::check(const Submission& submission) const {
  auto decoded = decode_header(submission.header);
  if (auto* refused = std::get_if<Refused>(&decoded)) return Result<RecordOutcome>(std::move(*refused));
  auto& message = std::get<HeaderMessage>(decoded);
  const Digest hash = header_hash(submission.header);
  const EventId event = *id_of<EventId>(message.header().getEvent());
  const std::uint64_t size = parts_.log.size();
  const auto known = parts_.log.find(event);
  if (!known) return Result<RecordOutcome>(std::unexpected(known.error()));
  const std::uint64_t absent_below = *known ? 0 : size;  // an id that is there, with other content, is absent nowhere
  if (*known && (*known)->header_hash == hash) return repeated(event);
  const KeyLookup keys = [this](const KeyId& key) -> std::optional<SigningKey> {
    const std::shared_lock hold(keys_mutex_);
    const auto at = keys_.find(key);
    return at == keys_.end() ? std::nullopt : std::optional(at->second);
  };
  auto checked = check_submission(submission, std::move(message), hash, ledger(), keys);
  if (auto* refused = std::get_if<Refused>(&checked)) return Result<RecordOutcome>(std::move(*refused));
  std::get<Checked>(checked).absent_below = absent_below;
  return std::move(std::get<Checked>(checked));
}

Result<std::optional<Refused>> Service::gate_new_subjects(const Checked& checked) {
  bool is_new = false;
  for (const auto& subject : part_subjects(checked.message)) {
    INZICHT_TRY(key, parts_.vault.find_key(subject));
    is_new = is_new || !key;
  }
  if (!is_new) return std::optional<Refused>();
  INZICHT_TRY(outcome, admit_unsent(checked.message, checked.header_hash, checked.listed_cases));
  auto* refused = std::get_if<Refused>(&outcome);
  return refused != nullptr ? std::optional(std::move(*refused)) : std::nullopt;
}

Result<RecordOutcome> Service::record(const Submission& submission) {
  auto step = check(submission);
  if (auto* answer = std::get_if<Result<RecordOutcome>>(&step)) return std::move(*answer);
  auto& checked = std::get<Checked>(step);
  INZICHT_TRY(refused, gate_new_subjects(checked));
  if (refused) return RecordOutcome(std::move(*refused));
  INZICHT_TRY(sealed, seal(submission, std::move(checked), parts_.vault));
  std::vector<Ready> ready;
  ready.emplace_back(std::move(sealed));
  return std::move(sequence_all(std::move(ready)).front());
}

std::vector<Result<RecordOutcome>> Service::record_many(std::span<const Submission> submissions) {
  std::vector<Step> steps(submissions.size());
  on_all_cores(submissions.size(), [&](std::size_t i) { steps[i] = check(submissions[i]); });
  const auto keys = make_subject_keys(steps);
  std::vector<Ready> ready(submissions.size());
  on_all_cores(submissions.size(), [&](std::size_t i) {
    if (auto* answer = std::get_if<Result<RecordOutcome>>(&steps[i])) {
      ready[i] = std::move(*answer);
      return;
    }
    auto sealed = keys ? seal(submissions[i], std::move(std::get<Checked>(steps[i])), parts_.vault) : std::unexpected(keys.error());
    if (sealed) ready[i] = std::move(*sealed);
    else ready[i] = Result<RecordOutcome>(std::unexpected(std::move(sealed).error()));
  });
  return sequence_all(std::move(ready));
}

Status Service::make_subject_keys(std::span<const Step> steps) {
  std::set<PartSubjectId> subjects;
  for (const auto& step : steps)
    if (const auto* checked = std::get_if<Checked>(&step)) std::ranges::copy(part_subjects(checked->message), std::inserter(subjects, subjects.end()));
  const std::vector<PartSubjectId> each(subjects.begin(), subjects.end());
  if (auto keys = parts_.vault.keys_for(each); !keys) return std::unexpected(keys.error());
  return {};
}

// A known submission gets a fresh note over its own leaf; everything else in it is discarded unread.
Result<RecordOutcome> Service::repeated(const EventId& event) const {
  INZICHT_TRY(found, parts_.log.find(event));
  if (!found) return fail(ErrorCode::corruption, "record: expected an event that was recorded before, found none");
  const EventPlace place = *found;
  INZICHT_TRY(record, parts_.log.read(place.index));
  const auto leaf = decode_leaf(record.leaf);
  if (!leaf) return fail(ErrorCode::corruption, fmt::format("record: expected a leaf, found damage (index={})", place.index));
  Accepted accepted;
  accepted.recorded_at = leaf->recorded_at;
  accepted.header_hash = place.header_hash;
  accepted.leaf_hash = crypto::leaf_hash(record.leaf);
  accepted.repeated = true;
  accepted.event = event;
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
