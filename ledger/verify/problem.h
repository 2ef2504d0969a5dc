// What verify can find: a closed list of problems with stable code names, and the list that gathers them.
//
// Shape:   a problem names an event by index where there is one; `detail` says expected and found in codes, ids and numbers,
//          never content.
// Limits:  at most problems_max are kept; every one is counted.
// Threads: one at a time.
// Source:  docs/problem_codes.md says of each code what it means, what shows it and what to do.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/ids.h"

namespace inzicht {

enum class Problem : std::uint8_t {
  record_unreadable,
  event_missing,
  event_unexpected,
  stray_record,
  leaf_malformed,
  header_malformed,
  header_hash_mismatch,
  signature_block_mismatch,
  signatures_malformed,
  signature_wrong,
  key_unknown,
  key_not_valid,
  enrolment_unproven,
  key_sequence_gap,
  key_prev_mismatch,
  voided_recorded,
  admission_hash_mismatch,
  admission_malformed,
  tag_mismatch,
  recorded_at_decreases,
  occurred_in_future,
  genesis_wrong,
  wrong_ledger,
  duplicate_event_id,
  parts_record_malformed,
  part_count_mismatch,
  sealed_part_mismatch,
  part_key_malformed,
  erased_without_ground,
  purged_before_term,
  reference_unknown,
  anchor_off_history,
  seen_off_chain,
  tile_mismatch,
  event_index_mismatch,
  position_mismatch,
  checkpoint_malformed,
  checkpoint_bad_signature,
  checkpoint_mismatch,
  checkpoint_missing,
  checkpoint_missing_tail,
  older_checkpoint_mismatch,
  log_key_untrusted,
  receipt_bad,
  receipt_mismatch,
  receipt_not_in_log,
  newer_than_program,
};
std::span<const Problem> all_problems();
std::string_view problem_code(Problem problem);  // "record_unreadable"

struct Found {
  std::optional<std::uint64_t> index;
  std::optional<EventId> event;
  Problem what = Problem::record_unreadable;
  std::string detail;
  bool operator==(const Found&) const = default;
};

class Problems {
 public:
  static constexpr std::size_t problems_max = 100'000;

  void add(Found found);
  void add(Problem what, std::string detail) { add({std::nullopt, std::nullopt, what, std::move(detail)}); }
  void add(std::uint64_t index, Problem what, std::string detail) { add({index, std::nullopt, what, std::move(detail)}); }

  // Takes over what another list has, after what stands here.
  void add_all(Problems&& others);

  std::uint64_t count() const { return count_; }
  // Whether everything found only says that the ledger is newer than this program.
  bool only_newer() const { return count_ > 0 && newer_ == count_; }
  // In order of index, what has none last; among equals as they were found.
  std::vector<Found> take();

 private:
  std::vector<Found> kept_;
  std::uint64_t count_ = 0;
  std::uint64_t newer_ = 0;
};

}  // namespace inzicht
