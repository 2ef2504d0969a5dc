#include "tools/exchange/import_batch.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/digest.h"

namespace inzicht::exchange {
namespace {

constexpr std::size_t batch_records_max = 500;
constexpr std::size_t batch_bytes_max = std::size_t{8} << 20;
constexpr unsigned refused_in_a_row_max = 16;  // as many as a header can void

EventId new_event(const Clock& clock) { return EventId{uuid_v7(clock.now() / 1000, crypto::random_array<10>())}; }

// Refusals that no other record of this author can escape.
bool is_about_author(const Refused& refused) {
  return refused.adm == "ADM-4" || refused.adm == "ADM-5" || refused.adm == "ADM-6" || refused.adm == "ADM-7" || refused.adm == "ADM-13";
}

std::string code_of(const Refused& refused) {
  return refused.adm.empty() && !refused.findings.empty() ? refused.findings[0].rule->id : refused.adm;
}
std::string said(const Refused& refused) { return fmt::format("{} {}: expected {}", code_of(refused), refused.field, refused.en); }

}  // namespace

ImportBatch::NameHash ImportBatch::hash_of(std::string_view name) {
  const auto digest = crypto::sha256(crypto::bytes_of(name));
  NameHash out{};
  std::copy_n(digest.begin(), out.size(), out.begin());
  return out;
}

Status ImportBatch::add(ImportedRecord record, std::string_view kase, std::string_view resource) {
  Pending pending{std::move(record), nullptr, nullptr};
  auto [at, is_new] = cases_.try_emplace(hash_of(kase));
  if (is_new) at->second.id = CaseId{crypto::random_array<16>()};
  pending.kase = &at->second;
  if (!resource.empty()) {
    auto [who, first] = actors_.try_emplace(hash_of(resource));
    if (first) who->second = {ActorId{crypto::random_array<16>()}, false, std::string(resource)};
    pending.actor = &who->second;
  }
  batch_bytes_ += pending.record.part.message.size();
  batch_.push_back(std::move(pending));
  if (batch_.size() < batch_records_max && batch_bytes_ < batch_bytes_max) return {};
  return send_rest();
}

Status ImportBatch::send_rest() {
  done_.assign(batch_.size(), false);
  while (std::ranges::find(done_, false) != done_.end()) INZICHT_CHECK(send());
  batch_.clear();
  batch_bytes_ = 0;
  return {};
}

void ImportBatch::make_drafts(std::vector<Draft>& drafts, std::vector<Sent>& sent) const {
  const Date today = local_date(clock_.now());
  std::unordered_map<const Case*, EventId> last;  // of this sending
  std::vector<const Actor*> registered;
  for (std::size_t i = 0; i < batch_.size(); ++i) {
    if (done_[i]) continue;
    const auto& [record, kase, actor] = batch_[i];
    if (actor != nullptr && !actor->is_recorded && std::ranges::find(registered, actor) == registered.end()) {
      drafts.push_back(outside_actor_draft(frame_, actor->id, actor->name, today));
      drafts.back().event = new_event(clock_);
      sent.push_back({i, actor});
      registered.push_back(actor);
    }
    const auto before = last.find(kase);
    const auto previous = before != last.end() ? std::optional(before->second) : kase->last;
    drafts.push_back(record_draft(frame_, record, kase->id, actor != nullptr ? std::optional(actor->id) : std::nullopt, previous));
    drafts.back().event = new_event(clock_);
    sent.push_back({i, nullptr});
    last.insert_or_assign(kase, *drafts.back().event);
  }
}

Status ImportBatch::send() {
  std::vector<Draft> drafts;
  std::vector<Sent> sent;
  make_drafts(drafts, sent);
  auto answers = send_(drafts);
  was_refused_ = false;
  for (std::size_t i = 0; i < answers.size(); ++i) INZICHT_CHECK(take(sent[i], answers[i], *drafts[i].event));
  return {};
}

Status ImportBatch::take(const Sent& sent, Result<RecordOutcome>& answer, const EventId& event) {
  if (!answer) return std::unexpected(std::move(answer).error());
  auto& pending = batch_[sent.record];
  if (auto* refused = std::get_if<Refused>(&*answer)) {
    if (was_refused_) return {};  // hung on the refused one: goes again
    was_refused_ = true;
    if (sent.actor != nullptr || is_about_author(*refused) || ++refused_in_a_row_ > refused_in_a_row_max) return fail(ErrorCode::conflict, fmt::format("import: the ledger refused to go on: {}", said(*refused)));
    reject(pending.record.line, *refused);
    done_[sent.record] = true;
    return {};
  }
  refused_in_a_row_ = 0;
  if (sent.actor != nullptr) {
    sent.actor->is_recorded = true;
    sent.actor->name.clear();
    ++actors_recorded_;
    return {};
  }
  if (!pending.kase->last) ++cases_recorded_;
  pending.kase->last = event;
  ++events_recorded_;
  done_[sent.record] = true;
  return {};
}

void ImportBatch::reject(std::uint64_t line, const Refused& refused) {
  rejected_.push_back({line, {fmt::format("{} {}: {} verwacht", code_of(refused), refused.field, refused.nl), said(refused)}});
}

}  // namespace inzicht::exchange
