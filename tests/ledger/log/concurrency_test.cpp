#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

constexpr std::size_t group_size = 16;
constexpr std::uint64_t total = 100 * group_size;

// What a reader may see at any moment. Answers the first thing that is wrong.
std::string look(const Log& log, std::uint64_t turn) {
  const auto size = log.size();
  if (size % group_size != 0) return "a part of a group";
  const auto frontier = log.frontier();
  if (frontier.size() < size || frontier.size() % group_size != 0) return "a frontier behind the size";
  const auto root = crypto::root_at(size, [&](unsigned level, std::uint64_t index) { return log.node(level, index); });
  if (!root) return "no root at a size that was given";
  if (frontier.size() == size && *root != frontier.root()) return "two roots";
  if (size == 0) return {};
  if (!log.read(size - 1)) return "the last event cannot be read";
  if (const auto place = log.find(sample_id(turn % total)); !place || (*place && (*place)->index >= log.size())) return "an event beyond the size";
  const auto positions = log.positions(case_list(turn % 3), 1, total);
  if (!positions) return "positions cannot be read";
  for (std::size_t i = 0; i < positions->size(); ++i) {
    if ((*positions)[i].n != i + 1) return "a gap in positions";
  }
  if (!positions->empty() && positions->back().index >= log.size()) return "a position beyond the size";
  std::uint64_t next = size - std::min(size, group_size * 4);
  const auto scanned = log.scan(next, size, [&](const EventView& view) { return view.index == next++; });
  if (!scanned || next != size) return "a scan that misses events";
  return {};
}

}  // namespace

TEMPLATE_TEST_CASE("readers see whole groups only, while others are appended", "[log][threads]", InMemory, OnDisk) {
  TestType fixture;
  std::atomic<bool> done = false;
  std::vector<std::string> wrong(3);
  std::vector<std::thread> readers;
  for (std::size_t reader = 0; reader < wrong.size(); ++reader) {
    readers.emplace_back([&, reader] {
      for (std::uint64_t turn = reader; !done && wrong[reader].empty(); ++turn) wrong[reader] = look(*fixture.log, turn);
    });
  }
  Sampler sampler;
  for (std::uint64_t i = 0; i < total; i += group_size) {
    if (!fixture.log->append(sampler.group(group_size))) break;
    if (i % 320 == 0 && !fixture.log->keep_checkpoint(i, sample_note(i))) break;
  }
  done = true;
  for (auto& reader : readers) reader.join();
  CHECK(fixture.log->size() == total);
  for (const auto& text : wrong) CHECK(text == "");
}
