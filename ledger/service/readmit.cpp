#include "ledger/service/readmit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/bytes.h"
#include "crypto/digest.h"
#include "crypto/merkle/tree.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/strict.h"
#include "ledger/service/admit.h"

namespace inzicht {
namespace {

constexpr std::uint64_t progress_every = 256;  // events

using What = AdmissionDifference::What;

// What an admission says of the rules.
struct Outcomes {
  std::map<std::string, bool> explained;  // by rule
  std::vector<EventId> policies;
  bool operator==(const Outcomes&) const = default;
};

Outcomes recorded_outcomes(schema::Admission::Reader admission) {
  Outcomes out;
  for (auto finding : admission.getFindings())
    out.explained[std::string(finding.getRule().cStr(), finding.getRule().size())] = finding.getOutcome() == schema::Finding::Outcome::EXPLAINED;
  for (auto policy : admission.getPolicies())
    if (const auto id = id_of<EventId>(policy)) out.policies.push_back(*id);
  return out;
}

Outcomes outcomes_of(const Admitted& admitted) {
  Outcomes out;
  for (const auto& finding : admitted.findings) out.explained[finding.finding.rule->id] = finding.explained;
  out.policies = admitted.policies;
  return out;
}

class Judge {
 public:
  Judge(const Log& log, ReadmitReport& report) : log_(log), state_(log), report_(report), catalogue_(crypto::sha256(crypto::bytes_of(catalogue_bytes()))) {}

  Status take(const EventView& stored) {
    ++report_.events;
    const auto leaf = decode_leaf(stored.leaf);
    if (!leaf) return unreadable(stored.index, "leaf");
    if (stored.purged) {
      ++report_.purged;
      state_.replay_purged(stored.index, *leaf, crypto::leaf_hash(stored.leaf));
      gone_.insert(leaf->header_hash);
      return {};
    }
    const auto message = HeaderMessage::stored(stored.header);
    if (!message) return unreadable(stored.index, "header");
    const Recorded event{stored.index, leaf->recorded_at, leaf->header_hash, message->header()};
    const auto listed = listed_cases(log_, stored.index, message->header());
    if (refers_to_gone(message->header())) {
      ++report_.purged;
      state_.replay(event, crypto::leaf_hash(stored.leaf), listed);
      return {};
    }
    const auto admission = Message::stored(stored.admission, capnp::Schema::from<schema::Admission>());
    if (!admission) return unreadable(stored.index, "admission");
    INZICHT_TRY(again, admit(*message, leaf->header_hash, listed, leaf->recorded_at, state_, log_, AdmitScope::dry_run));
    ++report_.judged;
    compare(stored.index, message->header(), admission->root<schema::Admission>(), again);
    state_.replay(event, crypto::leaf_hash(stored.leaf), listed);
    return {};
  }

 private:
  bool refers_to_gone(schema::Header::Reader header) const {
    if (gone_.empty()) return false;
    for (auto one : header.getReferences()) {
      Digest hash{};
      if (one.getHeaderHash().size() == hash.size()) std::ranges::copy(one.getHeaderHash(), hash.begin());
      if (gone_.contains(hash)) return true;
    }
    return false;
  }

  static Status unreadable(std::uint64_t index, std::string_view what) {
    return fail(ErrorCode::corruption, fmt::format("rules: the {} of an event cannot be read; run `inzicht verify` (index={})", what, index));
  }

  void compare(std::uint64_t index, schema::Header::Reader header, schema::Admission::Reader admission, const AdmitOutcome& again) {
    other_catalogue_ = !std::ranges::equal(admission.getRules(), catalogue_);
    if (other_catalogue_) ++report_.other_catalogue;
    index_ = index;
    event_ = id_of<EventId>(header.getEvent());
    if (const auto* refused = std::get_if<Refused>(&again)) {
      if (refused->findings.empty()) add(What::refused, refused->adm);
      for (const auto& finding : refused->findings) add(What::refused, finding.rule->id);
      return;
    }
    differ(recorded_outcomes(admission), outcomes_of(std::get<Admitted>(again)));
  }

  void differ(const Outcomes& recorded, const Outcomes& now) {
    for (const auto& [rule, explained] : now.explained) {
      const auto at = recorded.explained.find(rule);
      if (at == recorded.explained.end()) add(What::not_recorded, rule);
      if (at != recorded.explained.end() && at->second != explained) add(What::other_outcome, rule);
    }
    for (const auto& [rule, explained] : recorded.explained)
      if (!now.explained.contains(rule)) add(What::not_found, rule);
    if (recorded.policies != now.policies) add(What::policies, {});
  }

  void add(What what, std::string rule) {
    ++report_.differences_found;
    if (report_.differences.size() < ReadmitReport::differences_max)
      report_.differences.push_back({index_, event_, what, std::move(rule), other_catalogue_});
  }

  const Log& log_;
  LedgerState state_;
  std::set<Digest> gone_;  // header hashes of what was purged
  ReadmitReport& report_;
  const Digest catalogue_;
  std::uint64_t index_ = 0;
  std::optional<EventId> event_;
  bool other_catalogue_ = false;
};

}  // namespace

std::string_view difference_code(What what) {
  switch (what) {
    case What::refused: return "refused";
    case What::not_recorded: return "notRecorded";
    case What::not_found: return "notFound";
    case What::other_outcome: return "otherOutcome";
    case What::policies: return "policies";
  }
  return "refused";
}

Result<ReadmitReport> readmit(const Log& log, const std::function<void(std::uint64_t done, std::uint64_t total)>& progress) {
  ReadmitReport report;
  Judge judge(log, report);
  const std::uint64_t size = log.size();
  Status status;
  INZICHT_CHECK(log.scan(0, size, [&](const EventView& stored) {
    status = judge.take(stored);
    if (progress && status && (report.events % progress_every == 0 || report.events == size)) progress(report.events, size);
    return status.has_value();
  }));
  INZICHT_CHECK(status);
  return report;
}

}  // namespace inzicht
