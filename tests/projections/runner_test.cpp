#include "projections/runner.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "projections/all.h"
#include "tests/projections/contents.h"
#include "tests/projections/sample.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

std::uint64_t rows_of(const ViewStore& store, std::string_view view) {
  std::uint64_t count = 0;
  REQUIRE(store.scan(view, {}, [&](Bytes, Bytes) { return ++count > 0; }));
  return count;
}

// The timeline, as an earlier or later program would keep it.
class OtherVersion final : public Projection {
 public:
  std::string_view name() const override { return "timeline"; }
  std::uint16_t version() const override { return 999; }
  void apply(const FedEvent& event, ViewBatch& rows) override { rows.put(event.event.bytes, event.event.bytes); }
};

}  // namespace

TEST_CASE("runner: every view is at the log's size after catching up", "[runner]") {
  Ledger ledger;
  Sampler(ledger, 1, 5).append(300);
  const auto store = make_memory_views();
  Runner runner(ledger.log(), *store, all_projections());
  REQUIRE(runner.catch_up());
  CHECK(runner.position().value() == 300);
  for (const auto name : runner.names()) {
    CHECK(store->position(name).value().next == 300);
    CHECK(rows_of(*store, name) > 0);
  }
  const auto before = digests(runner);
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == before);
}

TEST_CASE("runner: an empty log makes empty views", "[runner]") {
  Ledger ledger;
  const auto store = make_memory_views();
  Runner runner(ledger.log(), *store, all_projections());
  REQUIRE(runner.catch_up());
  CHECK(runner.position().value() == 0);
  CHECK(rows_of(*store, "timeline") == 0);
}

TEST_CASE("runner: following in any steps and batches gives the bytes of a rebuild", "[runner]") {
  CHECK(rc::check("any steps", [] {
    Ledger ledger;
    Sampler sampler(ledger, *rc::gen::arbitrary<unsigned>(), 3);
    const auto store = make_memory_views();
    RunnerOptions options;
    options.batch_events = *rc::gen::inRange<std::size_t>(1, 40);
    Runner runner(ledger.log(), *store, all_projections(), options);
    for (const auto step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 60))) {
      ledger.append(sampler.group(static_cast<std::size_t>(step)));
      if (step % 3 != 0) RC_ASSERT(runner.catch_up().has_value());
    }
    RC_ASSERT(runner.catch_up().has_value());
    const auto followed = digests(runner);
    RC_ASSERT(followed == built(ledger.log()));
    RC_ASSERT(runner.rebuild().has_value());
    RC_ASSERT(digests(runner) == followed);
  }));
}

TEST_CASE("runner: on disk as in memory, and after reopening", "[runner]") {
  Ledger ledger;
  Sampler sampler(ledger, 3, 4);
  sampler.append(400);
  TempDir dir;
  {
    const auto store = open_views(dir / "views").value();
    RunnerOptions options;
    options.batch_events = 64;
    Runner runner(ledger.log(), *store, all_projections(), options);
    REQUIRE(runner.catch_up());
    CHECK(digests(runner) == built(ledger.log()));
  }
  sampler.append(100);
  const auto store = open_views(dir / "views").value();
  Runner runner(ledger.log(), *store, all_projections());
  CHECK(runner.position().value() == 400);
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == built(ledger.log()));
}

TEST_CASE("runner: a dropped view, and a dropped folder, come back byte for byte", "[runner]") {
  Ledger ledger;
  Sampler(ledger, 4, 4).append(300);
  TempDir dir;
  auto store = open_views(dir / "views").value();
  {
    Runner runner(ledger.log(), *store, all_projections());
    REQUIRE(runner.catch_up());
    REQUIRE(store->drop("plan"));
    CHECK(rows_of(*store, "plan") == 0);
    REQUIRE(runner.catch_up());
    CHECK(digests(runner) == built(ledger.log()));
    REQUIRE(runner.rebuild("privacyLog"));
    CHECK(digests(runner) == built(ledger.log()));
    const auto unknown = runner.rebuild("nothing");
    REQUIRE(!unknown);
    CHECK(unknown.error().code == ErrorCode::not_found);
  }
  store.reset();
  std::filesystem::remove_all(dir / "views");
  store = open_views(dir / "views").value();
  Runner runner(ledger.log(), *store, all_projections());
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == built(ledger.log()));
}

TEST_CASE("runner: a view of another version is built again", "[runner]") {
  Ledger ledger;
  Sampler(ledger, 5, 3).append(50);
  const auto store = make_memory_views();
  {
    std::vector<std::unique_ptr<Projection>> others;
    others.push_back(std::make_unique<OtherVersion>());
    Runner runner(ledger.log(), *store, std::move(others));
    REQUIRE(runner.catch_up());
  }
  const auto refused = query_view("timeline", *store, ledger.log(), {});
  REQUIRE(!refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  Runner runner(ledger.log(), *store, all_projections());
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == built(ledger.log()));
}

TEST_CASE("runner: views of a log that was cut or replaced are built again", "[runner]") {
  Ledger longer, shorter, other;
  Sampler(longer, 6, 3).append(80);
  Sampler(shorter, 6, 3).append(30);
  Sampler(other, 7, 3).append(80);
  const auto store = make_memory_views();
  REQUIRE(Runner(longer.log(), *store, all_projections()).catch_up());
  for (const auto* ledger : {&shorter, &other}) {
    Runner runner(ledger->log(), *store, all_projections());
    REQUIRE(runner.catch_up());
    CHECK(digests(runner) == built(ledger->log()));
  }
}

TEST_CASE("runner: a query says when its view is behind", "[runner]") {
  Ledger ledger;
  Sampler sampler(ledger, 8, 3);
  sampler.append(40);
  const auto store = make_memory_views();
  REQUIRE(Runner(ledger.log(), *store, all_projections()).catch_up());
  CHECK(query_view("timeline", *store, ledger.log(), {}).value().notes.empty());
  sampler.append(1);
  CHECK(query_view("timeline", *store, ledger.log(), {}).value().notes == std::vector<std::string>{"view.behind"});
  CHECK(query_view("nothing", *store, ledger.log(), {}).error().code == ErrorCode::not_found);
}

TEST_CASE("runner: purged events and leaves of other types give no rows, damaged ones stop", "[runner]") {
  Ledger ledger;
  Sampler sampler(ledger, 9, 3);
  auto events = sampler.group(4);
  events[1].record.purged = true;
  events[1].record.header.clear();
  events[1].record.signatures.clear();
  events[1].record.admission.clear();
  events[1].parts.clear();
  events[1].event = {};
  events[1].positions.clear();
  events[2].record.leaf[0] = 0x80;
  for (auto& event : events) event.positions.clear();
  ledger.append(std::span(events).first(3));
  const auto store = make_memory_views();
  Runner runner(ledger.log(), *store, all_projections());
  REQUIRE(runner.catch_up());
  CHECK(runner.position().value() == 3);
  CHECK(rows_of(*store, "timeline") == 1);
  events[3].record.header.resize(events[3].record.header.size() - 3);
  ledger.append(std::span(events).last(1));
  const auto damaged = runner.catch_up();
  REQUIRE(!damaged);
  CHECK(damaged.error().code == ErrorCode::corruption);
  CHECK(runner.position().value() == 3);
}

TEST_CASE("runner: bad pointers inside a stored header are an error, not a crash", "[runner]") {
  for (std::size_t n = 0; n < 40; ++n) {
    Ledger damaged;
    Sampler sampler(damaged, 10, 3);
    auto events = sampler.group(20);
    auto& header = events[19].record.header;
    for (std::size_t i = n * 8; i < std::min(header.size(), n * 8 + 8); ++i) header[i] = 0xFF;
    damaged.append(events);
    const auto store = make_memory_views();
    Runner runner(damaged.log(), *store, all_projections());
    const auto status = runner.catch_up();
    if (!status) CHECK(status.error().code == ErrorCode::corruption);
  }
}

TEST_CASE("runner: progress goes to the end, and a stop ends it between writes", "[runner]") {
  Ledger ledger;
  Sampler(ledger, 11, 3).append(100);
  const auto store = make_memory_views();
  std::stop_source stop;
  std::vector<std::uint64_t> seen;
  RunnerOptions options;
  options.batch_events = 10;
  options.progress = [&](std::uint64_t done, std::uint64_t total) {
    CHECK(total + done <= 200);
    seen.push_back(done);
    if (seen.size() == 3) stop.request_stop();
  };
  Runner runner(ledger.log(), *store, all_projections(), options);
  REQUIRE(runner.catch_up(stop.get_token()));
  CHECK(seen == std::vector<std::uint64_t>{10, 20, 30});
  CHECK(runner.position().value() == 30);
  REQUIRE(runner.catch_up());
  CHECK(seen.back() == 70);
  CHECK(digests(runner) == built(ledger.log()));
}
