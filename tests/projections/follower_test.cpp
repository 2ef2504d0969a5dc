// Views that follow a growing log: whoever appends, and wherever it stops, the bytes are those of a build in one go.
#include "projections/follower.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "tests/projections/contents.h"
#include "tests/projections/sample.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

constexpr unsigned writers = 4;
constexpr unsigned turns = 12;

// Several threads append groups of different sizes; the log takes them one at a time, in whatever order they come.
void append_from_all_sides(Ledger& ledger, Sampler& sampler, Follower& follower) {
  std::mutex appending;
  std::vector<std::jthread> threads;
  for (unsigned writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      for (unsigned turn = 0; turn < turns; ++turn) {
        {
          const std::lock_guard lock(appending);
          ledger.append(sampler.group(1 + (writer * 7 + turn * 5) % 13));
        }
        follower.tell();
      }
    });
  }
}

// Never ahead of the log, and always able to answer.
bool sound(const ViewStore& store, const Log& log) {
  for (const auto& projection : all_projections()) {
    const auto position = store.position(projection->name());
    if (!position || position->next > log.size()) return false;
  }
  return query_timeline(store, log, {.kase = nth<CaseId>(1)}).has_value() &&
         query_plan(store, {.kase = nth<CaseId>(1)}).has_value();
}

// The power goes at some write: that one is lost, what came before is kept.
class UntilItStops final : public ViewStore {
 public:
  UntilItStops(ViewStore& inner, unsigned writes) : inner_(inner), left_(writes) {}
  Result<ViewPosition> position(std::string_view view) const override { return inner_.position(view); }
  Status write(std::span<const ViewWrite> writes) override {
    if (left_ == 0) return fail(ErrorCode::io, "views: write: the power is gone");
    --left_;
    return inner_.write(writes);
  }
  Status drop(std::string_view view) override { return inner_.drop(view); }
  Status scan(std::string_view view, Bytes prefix, const RowVisitor& visit) const override { return inner_.scan(view, prefix, visit); }

 private:
  ViewStore& inner_;
  unsigned left_;
};

// Every view holds exactly what the events before its position give.
void check_whole(const ViewStore& store, const Runner& runner, std::span<const NewEvent> events) {
  for (const auto name : runner.names()) {
    INFO("view " << name);
    const auto next = store.position(name).value().next;
    REQUIRE(next <= events.size());
    const auto before = make_memory_log();
    if (next > 0) REQUIRE(before->append(events.first(next)));
    CHECK(runner.content_digest(name).value() == built(*before, name));
  }
}

}  // namespace

TEST_CASE("follower: after appends from several threads, a dropped folder built again gives the bytes of following along", "[follower][threads]") {
  const auto seed = GENERATE(range(0u, 8u));
  INFO("seed " << seed);
  Ledger ledger;
  Sampler sampler(ledger, seed, 4);
  TempDir dir;
  RunnerOptions options;
  options.batch_events = 1 + seed * 9;
  std::atomic<bool> done = false;
  std::atomic<int> unsound = 0;
  Digests followed;
  {
    const auto store = open_views(dir / "views").value();
    Runner runner(ledger.log(), *store, all_projections(), options);
    Follower follower(runner);
    std::jthread reader([&] {
      while (!done) unsound += sound(*store, ledger.log()) ? 0 : 1;
    });
    append_from_all_sides(ledger, sampler, follower);
    while (runner.position().value() < ledger.log().size() && !follower.error()) std::this_thread::yield();
    CHECK(!follower.error());
    follower.stop();
    done = true;
    reader.join();
    followed = digests(runner);
  }
  CHECK(unsound == 0);
  CHECK(followed == built(ledger.log()));
  std::filesystem::remove_all(dir / "views");
  const auto store = open_views(dir / "views").value();
  Runner runner(ledger.log(), *store, all_projections());
  CHECK(runner.position().value() == 0);
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == followed);
}

TEST_CASE("follower: wherever writing is cut off, each view is whole as of its position, and goes on to the same bytes", "[follower]") {
  const auto seed = GENERATE(range(0u, 8u));
  INFO("seed " << seed);
  Ledger ledger;
  Sampler sampler(ledger, 100 + seed, 4);
  TempDir dir;
  std::mt19937 random(seed);
  std::vector<NewEvent> events;
  unsigned cut = 0;
  for (unsigned life = 0; life < 6; ++life) {
    auto more = sampler.group(40);
    ledger.append(more);
    std::ranges::move(more, std::back_inserter(events));
    const auto store = open_views(dir / "views").value();
    UntilItStops until(*store, std::uniform_int_distribution(0u, 11u)(random));
    RunnerOptions options;
    options.batch_events = std::uniform_int_distribution(1u, 8u)(random);
    Runner runner(ledger.log(), until, all_projections(), options);
    if (life == 3) REQUIRE(store->drop("plan"));  // one view far behind the others
    if (!runner.catch_up()) ++cut;
    check_whole(*store, runner, events);
  }
  CHECK(cut > 0);
  const auto store = open_views(dir / "views").value();
  Runner runner(ledger.log(), *store, all_projections());
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == built(ledger.log()));
}

TEST_CASE("follower: stops cleanly, told or not, and starts again where it was", "[follower][threads]") {
  Ledger ledger;
  Sampler sampler(ledger, 14, 4);
  sampler.append(200);
  const auto store = make_memory_views();
  RunnerOptions options;
  options.batch_events = 1;
  Runner runner(ledger.log(), *store, all_projections(), options);
  for (int turn = 0; turn < 20; ++turn) {
    Follower follower(runner);
    if (turn % 2 == 0) follower.tell();
    if (turn % 3 == 0) follower.stop();
  }
  REQUIRE(runner.catch_up());
  CHECK(digests(runner) == built(ledger.log()));
}

TEST_CASE("follower: an error is kept, and gone when the next attempt succeeds", "[follower][threads]") {
  class Failing final : public ViewStore {
   public:
    Result<ViewPosition> position(std::string_view view) const override { return inner->position(view); }
    Status write(std::span<const ViewWrite> writes) override {
      if (full) return fail(ErrorCode::disk_full, "views: write: no room");
      return inner->write(writes);
    }
    Status drop(std::string_view view) override { return inner->drop(view); }
    Status scan(std::string_view view, Bytes prefix, const RowVisitor& visit) const override { return inner->scan(view, prefix, visit); }
    std::unique_ptr<ViewStore> inner = make_memory_views();
    std::atomic<bool> full = true;
  };
  Ledger ledger;
  Sampler(ledger, 15, 4).append(100);
  Failing store;
  RunnerOptions options;
  options.batch_events = 10;
  Runner runner(ledger.log(), store, all_projections(), options);
  Follower follower(runner);
  while (!follower.error()) std::this_thread::yield();
  CHECK(follower.error()->code == ErrorCode::disk_full);
  CHECK(runner.position().value() == 0);
  store.full = false;
  follower.tell();
  while (runner.position().value() < 100) std::this_thread::yield();
  while (follower.error()) std::this_thread::yield();
  follower.stop();
  CHECK(digests(runner) == built(ledger.log()));
}
