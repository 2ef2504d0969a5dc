// What the tests of verify ask of a report, and editing of stored events.
#pragma once
#include <catch2/catch.hpp>

#include "crypto/signer.h"
#include "ledger/log/memory_log.h"
#include "ledger/verify/run.h"
#include "tests/damage/damaged_log.h"

namespace inzicht::testing {

inline std::string text_of(const VerifyReport& report) {
  std::string out = std::string(result_code(report.result)) + "\n";
  for (const auto& found : report.problems)
    out += (found.index ? std::to_string(*found.index) : std::string("-")) + " " + std::string(problem_code(found.what)) + ": " + found.detail + "\n";
  return out;
}

struct Outside {
  std::vector<std::string> held_checkpoints;
  std::vector<HeldReceipt> receipts;
  std::vector<crypto::VerifierKey> trusted_log_keys;
  std::string origin;
  std::optional<crypto::TrustPolicy> trust = {};
};
inline VerifyReport verify_tables(const RawTables& tables, const Outside& outside = {}, unsigned threads = 1) {
  const DamagedLog log(tables);
  VerifyInput input{log};
  input.origin = outside.origin;
  input.held_checkpoints = outside.held_checkpoints;
  input.receipts = outside.receipts;
  input.trusted_log_keys = outside.trusted_log_keys;
  input.trust = outside.trust;
  input.threads = threads;
  return verify(input);
}
inline VerifyReport verify_log(const Log& memory_log, const Outside& outside = {}, unsigned threads = 1) {
  return verify_tables(tables_of(memory_log), outside, threads);
}

inline bool has(const VerifyReport& report, Problem what, std::optional<std::uint64_t> index = std::nullopt) {
  return std::ranges::any_of(report.problems, [&](const Found& found) { return found.what == what && (!index || found.index == index); });
}
// Exactly these problems at these indexes, in this order.
inline std::vector<std::pair<std::uint64_t, Problem>> places_of(const VerifyReport& report) {
  std::vector<std::pair<std::uint64_t, Problem>> out;
  for (const auto& found : report.problems) out.emplace_back(found.index.value_or(~std::uint64_t{0}), found.what);
  return out;
}

inline void edit_event(RawTables& tables, std::uint64_t index, const std::function<void(EventRecord&)>& edit) {
  auto& stored = tables.events.at(key_of(index));
  auto record = decode_event(stored).value();
  edit(record);
  stored = encode_event(record);
}
inline void edit_parts(RawTables& tables, std::uint64_t index, const std::function<void(std::vector<StoredPart>&)>& edit) {
  auto& stored = tables.parts.at(key_of(index));
  auto parts = decode_parts(stored).value();
  edit(parts);
  stored = encode_parts(parts);
}

}  // namespace inzicht::testing
