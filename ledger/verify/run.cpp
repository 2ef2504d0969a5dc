// The order of the checks: events, then the tables that follow from them, then what was signed over them.
#include "ledger/verify/run.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "crypto/digest.h"
#include "crypto/signer.h"
#include "ledger/verify/event_stream.h"
#include "ledger/verify/fold.h"
#include "ledger/verify/published.h"
#include "ledger/verify/table_check.h"

namespace inzicht {
namespace {

constexpr std::uint64_t progress_every = 256;  // events

unsigned threads_of(const VerifyInput& input) {
  return input.threads > 0 ? input.threads : std::max(1u, std::thread::hardware_concurrency());
}

void fold_events(const VerifyInput& input, const SignatureCheck& signature, Fold& fold, Problems& problems) {
  const unsigned threads = threads_of(input);
  const std::uint64_t total = input.log.records();
  std::uint64_t done = 0;
  EventStream stream(input.log, signature, threads);
  const auto scanned = stream.run([&](CheckedEvent& event, const LedgerId& ledger) {
    fold.take(event, ledger);
    if (input.progress && ++done % progress_every == 0) input.progress(done, total);
  });
  if (!scanned) problems.add(Problem::record_unreadable, "events: " + scanned.error().text);
  if (input.progress) input.progress(done, total);
  fold.finish();
}

// The tables beside the events. None of these checks changes what was folded or waits for another; what they
// find is told in their order.
void check_tables(const VerifyInput& input, const Fold& fold, Problems& problems) {
  const std::array<std::function<void(Problems&)>, 4> checks{
      [&](Problems& found) { check_event_ids(input.log, fold, found); },
      [&](Problems& found) { check_positions(input.log, fold, found); },
      [&](Problems& found) { check_tiles(input.log, fold, found); },
      [&](Problems& found) { check_strays(input.log, found); }};
  std::array<Problems, checks.size()> found;
  std::atomic<std::size_t> next{0};
  const auto share = [&] {
    for (auto i = next++; i < checks.size(); i = next++) checks[i](found[i]);
  };
  {
    std::vector<std::jthread> helpers;
    while (helpers.size() + 1 < std::min<std::size_t>(threads_of(input), checks.size()))
      helpers.emplace_back(share);
    share();
  }
  for (auto& one : found) problems.add_all(std::move(one));
}

void fill(VerifyReport& report, const Fold& fold) {
  const auto& counts = fold.counts();
  report.events = counts.events;
  report.leaves = counts.leaves;
  report.skipped_leaves = counts.skipped;
  report.cases = fold.chains().cases();
  report.tree_size = fold.history().size();
  report.root = fold.history().root_at(fold.history().first_hole().value_or(fold.history().size())).value_or(Digest{});
  report.signatures_checked = counts.signatures;
  report.erased_parts = counts.erased_parts;
  report.purged_events = counts.purged;
  report.simulated_clock = fold.simulated_clock();
  report.single_registrar_events = counts.single_registrar;
  report.doubtful_events = counts.doubtful;
  report.service_events = counts.service;
  report.genesis_organisations = fold.keys().genesis_organisations();
  for (const auto& key : fold.keys().keys())
    if (key.standing == Standing::genesis) report.genesis_keys.emplace_back(key.id, key.use);
}

VerifyReport::Result result_of(const Problems& problems, const VerifyReport& report, bool has_policy) {
  if (problems.only_newer()) return VerifyReport::Result::failed;
  if (problems.count() > 0) return VerifyReport::Result::tampered;
  const bool witnessed = report.witnessed_size > 0 && report.witnessed_size == report.checkpoint_size;
  if (has_policy && !witnessed) return VerifyReport::Result::unwitnessed;
  return report.skipped_leaves > 0 ? VerifyReport::Result::gaps : VerifyReport::Result::verified;
}

}  // namespace

VerifyReport verify_with(const VerifyInput& input, const SignatureCheck& signature) {
  const auto start = std::chrono::steady_clock::now();
  crypto::init();
  VerifyReport report;
  Problems problems;
  Fold fold(problems, input.origin);
  fold_events(input, signature, fold, problems);
  check_tables(input, fold, problems);
  check_published(input, fold, problems, report);
  fill(report, fold);
  report.problems_found = problems.count();
  report.result = result_of(problems, report, input.trust.has_value());
  report.problems = problems.take();
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

VerifyReport verify(const VerifyInput& input) { return verify_with(input, crypto::verify); }

std::string_view result_code(VerifyReport::Result result) {
  switch (result) {
    case VerifyReport::Result::verified: return "verified";
    case VerifyReport::Result::tampered: return "tampered";
    case VerifyReport::Result::gaps: return "gaps";
    case VerifyReport::Result::unwitnessed: return "unwitnessed";
    case VerifyReport::Result::failed: return "failed";
  }
  return "failed";
}

}  // namespace inzicht
