// Speed as a ratio to what this machine allows, every limit measured in the same run and on the same disk.
//
// Shape:   limits first, each step of one durable append alone; then a ledger of its own in a folder that must be empty or new:
//          many clients, one client, verification, rebuild, reading one case in a small and a large ledger, proofs. With `cases`
//          the events are made-up families' (trajectory.h), recorded by as many teams as there are clients.
// Units:   per second, microseconds, bytes, megabytes, as the names say.
// Source:  architecture §7; commands.md (JSON).
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ledger/base/error.h"

namespace inzicht::bench {

struct Options {
  std::filesystem::path folder;
  unsigned clients = 16;
  std::uint64_t events = 20'000;
  std::uint64_t large = 100'000;     // events of the large ledger for reading a case
  std::size_t content_bytes = 512;
  std::uint64_t cases = 0;           // > 0: families with whole trajectories instead of contact notes; events and large are not used
  std::uint64_t seed = 1;            // of the families
};

struct Limits {
  double verify_per_s_core = 0, sign_per_s_core = 0, hash_per_s_core = 0, seal_per_s_core = 0;
  double sync_put_per_s = 0, sync_batch_per_s = 0, scan_per_s = 0;
  double event_hash_us = 0;          // all the hashes that one event asks
};
struct Append {
  unsigned clients = 0;
  std::uint64_t events = 0;
  double per_s = 0, p50_us = 0, p99_us = 0, limit_per_s = 0, ratio = 0;
};
struct CaseRead {
  std::uint64_t ledger_events = 0, case_events = 0;
  double p50_us = 0, p99_us = 0;
};
struct Report {
  unsigned cores = 0;
  std::string processor;
  Limits limits;
  Append append, append_single;
  double single_steps_us = 0;        // the sum of the unavoidable steps of one append
  double verify_per_s = 0, verify_ratio = 0;
  double rebuild_per_s = 0, rebuild_ratio = 0;
  std::vector<CaseRead> case_read;
  double proof_p50_us = 0;
  double stored_bytes = 0, payload_bytes = 0;
  double record_peak_rss_mb = 0, verify_peak_rss_mb = 0,
         rebuild_peak_rss_mb = 0;         // each by itself, in this process
  std::uint64_t cases = 0, findings = 0;  // of a run with families: how many, and what the rules found in them
};
using Say = std::function<void(const std::string& step, std::uint64_t done, std::uint64_t total)>;
Result<Report> run(const Options& options, const Say& say);
Result<Limits> measure_limits(const std::filesystem::path& folder, std::size_t content_bytes);

}  // namespace inzicht::bench
