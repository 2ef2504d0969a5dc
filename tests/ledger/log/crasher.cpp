// Appends groups of 20 to the log in a folder, saying how many events were acknowledged, until somebody kills it.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdio>

#include "tests/ledger/log/sample.h"

int main(int argc, char** argv) {
  using namespace inzicht;
  if (argc != 2) return 2;
  // Standard output is for what was acknowledged: a warning there would read as a number.
  spdlog::set_default_logger(spdlog::stderr_logger_st("log"));
  auto log = RocksLog::open(argv[1], OpenMode::read_write);
  if (!log) {
    std::fprintf(stderr, "%s\n", log.error().text.c_str());
    return 1;
  }
  testing::Sampler sampler;
  for (std::uint64_t done = 0; done < (*log)->size(); ++done) sampler.next();
  for (;;) {
    auto group = sampler.group(20);
    for (auto& event : group) event.record.header.resize(8000, 1);
    if (!(*log)->append(group)) return 1;
    const std::uint64_t acknowledged = (*log)->size();
    if (::write(STDOUT_FILENO, &acknowledged, sizeof acknowledged) != sizeof acknowledged) return 0;
  }
}
