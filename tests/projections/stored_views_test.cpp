// What a command meets in views/: nothing, damage, another program's rows, another ledger's.
#include "projections/stored_views.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/projections/contents.h"
#include "tests/projections/sample.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;
using namespace inzicht::testing;
namespace fs = std::filesystem;

namespace {

using Told = std::vector<std::pair<std::string, BuiltAgain>>;

// The rows as text, to compare answers.
std::vector<Row> rows(const ViewResult& result) { return result.rows; }
bool same(const ViewResult& a, const ViewResult& b) {
  return a.total == b.total && std::ranges::equal(a.rows, b.rows, [](const Row& x, const Row& y) { return x.index == y.index && x.cells == y.cells; });
}

struct Folder {
  Ledger ledger;
  Sampler sampler{ledger, 21, 4};
  TempDir dir;
  fs::path views = dir / "views";
  Told told;
  ViewResult before;

  Folder() {
    sampler.append(300);
    before = ask();
    REQUIRE(before.rows.size() > 100);
    REQUIRE(told.empty());
  }
  StoredViews open() {
    RunnerOptions options;
    options.built_again = [this](std::string_view view, BuiltAgain why) { told.emplace_back(view, why); };
    return StoredViews(views, ledger.log(), options);
  }
  ViewResult ask() {
    auto stored = open();
    auto result = stored.ask("timeline", {});
    REQUIRE(result);
    CHECK(result->notes.empty());
    return *result;
  }
  Digests contents() {
    Digests out;
    auto stored = open();
    for (const auto& projection : all_projections()) out.push_back(stored.content_digest(projection->name()).value());
    return out;
  }
  std::vector<fs::path> files(std::string_view with) const {
    std::vector<fs::path> out;
    for (const auto& file : fs::directory_iterator(views))
      if (file.path().filename().string().find(with) != std::string::npos) out.push_back(file.path());
    REQUIRE(!out.empty());
    return out;
  }
  // Asked again, everything is as it was, and somebody was told why that took longer.
  void check_built_again() {
    CHECK(same(ask(), before));
    CHECK(told == Told{{"", BuiltAgain::damaged}});
    CHECK(contents() == built(ledger.log()));
    CHECK(told.size() == 1);
  }
};

void alter_every_block(const fs::path& file) {
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  const auto size = fs::file_size(file);
  for (std::uintmax_t at = 20; at < size; at += 500) {
    bytes.seekg(static_cast<std::streamoff>(at));
    const auto old = static_cast<char>(bytes.get());
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put(static_cast<char>(old ^ 0x55));
  }
}

// The plan, as an earlier or later program would keep it.
class OtherPlan final : public Projection {
 public:
  std::string_view name() const override { return "plan"; }
  std::uint16_t version() const override { return 999; }
  void apply(const FedEvent& event, ViewBatch& rows) override { rows.put(event.event.bytes, event.event.bytes); }
};

}  // namespace

TEST_CASE("stored views: a folder that is not there is built without a word, also a second time", "[stored_views]") {
  Folder f;
  fs::remove_all(f.views);
  CHECK(same(f.ask(), f.before));
  CHECK(same(f.ask(), f.before));
  CHECK(f.told.empty());
}

TEST_CASE("stored views: what was appended since is in the answer", "[stored_views]") {
  Folder f;
  f.sampler.append(20);
  CHECK(f.ask().rows.size() > rows(f.before).size());
  CHECK(f.contents() == built(f.ledger.log()));
  CHECK(f.told.empty());
}

TEST_CASE("stored views: rows whose bytes were altered are built again, and that is told once", "[stored_views][damage]") {
  Folder f;
  for (const auto& file : f.files(".sst")) alter_every_block(file);
  f.check_built_again();
}

TEST_CASE("stored views: a file of rows that is gone or cut is built again, and that is told once", "[stored_views][damage]") {
  Folder f;
  for (const auto& file : f.files(".sst")) {
    SECTION("gone") { fs::remove(file); }
    SECTION("empty") { fs::resize_file(file, 0); }
    SECTION("half") { fs::resize_file(file, fs::file_size(file) / 2); }
  }
  f.check_built_again();
}

TEST_CASE("stored views: a list of files that is cut, altered or gone is built again, and that is told once", "[stored_views][damage]") {
  Folder f;
  const auto manifest = f.files("MANIFEST").front();
  SECTION("cut") { fs::resize_file(manifest, 10); }
  SECTION("altered") { alter_every_block(manifest); }
  SECTION("gone") { fs::remove(manifest); }
  SECTION("nothing says which is current") { fs::remove(f.views / "CURRENT"); }
  SECTION("nonsense says which is current") { std::ofstream(f.views / "CURRENT") << "nonsense"; }
  f.check_built_again();
}

TEST_CASE("stored views: a damaged folder can be rebuilt, and what is not of the views stays there", "[stored_views][damage]") {
  Folder f;
  std::ofstream(f.views / "note.txt") << "of somebody";
  for (const auto& file : f.files(".sst")) alter_every_block(file);
  auto stored = f.open();
  REQUIRE(stored.rebuild());
  CHECK(stored.content_digest("timeline").value() == built(f.ledger.log(), "timeline"));
  CHECK(fs::exists(f.views / "note.txt"));
}

TEST_CASE("stored views: one view of another version is built again alone, and it is told which", "[stored_views]") {
  Folder f;
  {
    const auto store = open_views(f.views).value();
    std::vector<std::unique_ptr<Projection>> other;
    other.push_back(std::make_unique<OtherPlan>());
    REQUIRE(Runner(f.ledger.log(), *store, std::move(other)).catch_up());
  }
  CHECK(f.contents() == built(f.ledger.log()));
  CHECK(f.told == Told{{"plan", BuiltAgain::other_version}});
}

TEST_CASE("stored views: views of another ledger are built again, and that is told of each", "[stored_views]") {
  Folder f;
  Ledger other;
  Sampler(other, 22, 4).append(300);
  Told told;
  RunnerOptions options;
  options.built_again = [&](std::string_view view, BuiltAgain why) { told.emplace_back(view, why); };
  StoredViews stored(f.views, other.log(), options);
  REQUIRE(stored.ask("plan", {.kase = case_1}));
  CHECK(told.size() == all_projections().size());
  for (const auto& [view, why] : told) CHECK(why == BuiltAgain::other_log);
  CHECK(stored.content_digest("timeline").value() == built(other.log(), "timeline"));
}

TEST_CASE("stored views: rebuilding one or all gives the bytes that were there, an unknown view is not found",
          "[stored_views]") {
  Folder f;
  const auto contents = f.contents();
  auto stored = f.open();
  for (const auto* view : {"timeline", "plan", "privacyLog", "registry", ""}) {
    REQUIRE(stored.rebuild(view));
    Digests after;
    for (const auto& projection : all_projections()) after.push_back(stored.content_digest(projection->name()).value());
    CHECK(after == contents);
  }
  CHECK(stored.rebuild("nothing").error().code == ErrorCode::not_found);
  CHECK(f.told.empty());
}

TEST_CASE("stored views: a damaged log is the log's error, and nobody is told that views were at fault", "[stored_views][damage]") {
  Folder f;
  auto event = f.sampler.next();
  event.record.header.resize(event.record.header.size() - 3);
  event.positions.clear();
  f.ledger.append({&event, 1});
  const auto result = f.open().ask("timeline", {});
  REQUIRE(!result);
  CHECK(result.error().code == ErrorCode::corruption);
  CHECK(f.told.empty());
}
