#include "ledger/verify/problem.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>

#include "ledger/base/assert.h"

namespace inzicht {
namespace {

struct Named {
  Problem problem;
  std::string_view code;
};
#define INZICHT_PROBLEM(name) Named{Problem::name, #name}
constexpr std::array names{
    INZICHT_PROBLEM(record_unreadable),       INZICHT_PROBLEM(event_missing),           INZICHT_PROBLEM(event_unexpected),
    INZICHT_PROBLEM(stray_record),            INZICHT_PROBLEM(leaf_malformed),          INZICHT_PROBLEM(header_malformed),
    INZICHT_PROBLEM(header_hash_mismatch),    INZICHT_PROBLEM(signature_block_mismatch), INZICHT_PROBLEM(signatures_malformed),
    INZICHT_PROBLEM(signature_wrong),         INZICHT_PROBLEM(key_unknown),             INZICHT_PROBLEM(key_not_valid),
    INZICHT_PROBLEM(enrolment_unproven),      INZICHT_PROBLEM(key_sequence_gap),        INZICHT_PROBLEM(key_prev_mismatch),
    INZICHT_PROBLEM(voided_recorded),         INZICHT_PROBLEM(admission_hash_mismatch), INZICHT_PROBLEM(admission_malformed),
    INZICHT_PROBLEM(tag_mismatch),            INZICHT_PROBLEM(recorded_at_decreases),   INZICHT_PROBLEM(occurred_in_future),
    INZICHT_PROBLEM(genesis_wrong),           INZICHT_PROBLEM(wrong_ledger),            INZICHT_PROBLEM(duplicate_event_id),
    INZICHT_PROBLEM(parts_record_malformed),  INZICHT_PROBLEM(part_count_mismatch),     INZICHT_PROBLEM(sealed_part_mismatch),
    INZICHT_PROBLEM(part_key_malformed),      INZICHT_PROBLEM(erased_without_ground),   INZICHT_PROBLEM(purged_before_term),
    INZICHT_PROBLEM(reference_unknown),       INZICHT_PROBLEM(anchor_off_history),      INZICHT_PROBLEM(seen_off_chain),
    INZICHT_PROBLEM(tile_mismatch),           INZICHT_PROBLEM(event_index_mismatch),    INZICHT_PROBLEM(position_mismatch),
    INZICHT_PROBLEM(checkpoint_malformed),    INZICHT_PROBLEM(checkpoint_bad_signature), INZICHT_PROBLEM(checkpoint_mismatch),
    INZICHT_PROBLEM(checkpoint_missing),      INZICHT_PROBLEM(checkpoint_missing_tail), INZICHT_PROBLEM(older_checkpoint_mismatch),
    INZICHT_PROBLEM(log_key_untrusted),       INZICHT_PROBLEM(receipt_bad),             INZICHT_PROBLEM(receipt_mismatch),
    INZICHT_PROBLEM(receipt_not_in_log),      INZICHT_PROBLEM(newer_than_program),
};
#undef INZICHT_PROBLEM
static_assert(names.size() == static_cast<std::size_t>(Problem::newer_than_program) + 1, "every problem has a code");

constexpr auto problems = [] {
  std::array<Problem, names.size()> out{};
  for (std::size_t i = 0; i < names.size(); ++i) out[i] = names[i].problem;
  return out;
}();

}  // namespace

std::span<const Problem> all_problems() { return problems; }

std::string_view problem_code(Problem problem) {
  const auto at = static_cast<std::size_t>(problem);
  INZICHT_ASSERT(at < names.size() && names[at].problem == problem);
  return names[at].code;
}

void Problems::add(Found found) {
  ++count_;
  if (found.what == Problem::newer_than_program) ++newer_;
  if (kept_.size() < problems_max) kept_.push_back(std::move(found));
}

void Problems::add_all(Problems&& others) {
  count_ += others.count_;
  newer_ += others.newer_;
  const auto room = std::min(problems_max - kept_.size(), others.kept_.size());
  std::ranges::move(others.kept_ | std::views::take(room), std::back_inserter(kept_));
}

std::vector<Found> Problems::take() {
  static constexpr auto last = ~std::uint64_t{0};
  std::ranges::stable_sort(kept_, {}, [](const Found& found) { return found.index.value_or(last); });
  return std::move(kept_);
}

}  // namespace inzicht
