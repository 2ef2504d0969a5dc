// Not run by default: how fast views are built from a log on disk, beside a bare scan of the same events in the same run.
//   projections_tests "[bench]"       INZICHT_BENCH_EVENTS=200000 for more events
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>

#include "ledger/log/rocks_log.h"
#include "projections/all.h"
#include "projections/runner.h"

#include "tests/projections/sample.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

template <class F>
double seconds(const F& run) {
  const auto start = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

long peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

}  // namespace

TEST_CASE("bench: rebuilding all views beside a bare scan", "[.bench]") {
  const char* asked = std::getenv("INZICHT_BENCH_EVENTS");
  const auto events = asked != nullptr ? std::strtoull(asked, nullptr, 10) : 50'000;
  TempDir dir;
  {
    Ledger ledger(RocksLog::create(dir / "log").value());
    Sampler sampler(ledger, 1, 250);
    for (std::uint64_t made = 0; made < events; made += 1000) ledger.append(sampler.group(1000));
  }
  const auto log = RocksLog::open(dir / "log", OpenMode::read_only).value();
  const auto size = log->size();
  std::uint64_t bytes = 0;
  const auto scan = [&] {
    bytes = 0;
    REQUIRE(log->scan(0, size, [&](const EventView& event) {
      bytes += event.leaf.size() + event.header.size() + event.admission.size();
      return true;
    }));
  };
  scan();  // what the disk has to give is given once
  for (int round = 0; round < 3; ++round) {
    const auto store = open_views(dir / ("views" + std::to_string(round))).value();
    Runner runner(*log, *store, all_projections());
    const double bare = seconds(scan);
    const double built = seconds([&] { REQUIRE(runner.rebuild()); });
    const double n = static_cast<double>(size);
    std::cout << size << " events, " << bytes / size << " bytes each: scan " << static_cast<long>(n / bare) << "/s, rebuild " << static_cast<long>(n / built)
              << "/s, ratio " << bare / built << ", peak " << peak_mb() << " MB\n";
  }
}
