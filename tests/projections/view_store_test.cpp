// Both stores, one list of tests.
#include "projections/view_store.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "crypto/bytes.h"
#include "tests/support/temp_dir.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Bytes bytes(std::string_view text) { return crypto::bytes_of(text); }
std::string text(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

struct InMemory {
  std::unique_ptr<ViewStore> store = make_memory_views();
};
struct OnDisk {
  TempDir dir;
  std::unique_ptr<ViewStore> store = open_views(dir / "views").value();
  void reopen() {
    store.reset();
    store = open_views(dir / "views").value();
  }
};

ViewPosition at(std::uint64_t next) { return {1, 2, next, Digest{static_cast<std::uint8_t>(next)}}; }

void put(ViewStore& store, std::string_view view, std::uint64_t next, std::initializer_list<std::pair<std::string_view, std::string_view>> rows) {
  ViewBatch batch;
  for (const auto& [key, value] : rows) batch.put(bytes(key), bytes(value));
  const ViewWrite write{view, at(next), &batch};
  REQUIRE(store.write({&write, 1}));
}
std::string rows(const ViewStore& store, std::string_view view, std::string_view prefix = "") {
  std::string out;
  REQUIRE(store.scan(view, bytes(prefix), [&](Bytes key, Bytes value) {
    out += text(key) + "=" + text(value) + " ";
    return true;
  }));
  return out;
}

}  // namespace

TEMPLATE_TEST_CASE("view store: rows come back in order, by prefix", "[view_store]", InMemory, OnDisk) {
  TestType f;
  CHECK(f.store->position("a").value() == ViewPosition{});
  CHECK(rows(*f.store, "a") == "");
  put(*f.store, "a", 3, {{"b2", "two"}, {"a", "first"}, {"b1", "one"}, {"c", ""}});
  CHECK(f.store->position("a").value() == at(3));
  CHECK(rows(*f.store, "a") == "a=first b1=one b2=two c= ");
  CHECK(rows(*f.store, "a", "b") == "b1=one b2=two ");
  CHECK(rows(*f.store, "a", "x") == "");
  put(*f.store, "a", 4, {{"b1", "again"}});
  CHECK(rows(*f.store, "a", "b") == "b1=again b2=two ");
}

TEMPLATE_TEST_CASE("view store: the last prefix of all has an end too", "[view_store]", InMemory, OnDisk) {
  TestType f;
  put(*f.store, "a", 1, {{"\xFF\xFF", "last"}, {"\xFF", "one"}, {"b", "other"}});
  CHECK(rows(*f.store, "a", "\xFF") == "\xFF=one \xFF\xFF=last ");
}

TEMPLATE_TEST_CASE("view store: views do not see each other, and one drop leaves the rest", "[view_store]", InMemory, OnDisk) {
  TestType f;
  ViewBatch first, second;
  first.put(bytes("k"), bytes("of a"));
  second.put(bytes("k"), bytes("of b"));
  const ViewWrite writes[] = {{"a", at(1), &first}, {"b", at(2), &second}};
  REQUIRE(f.store->write(writes));
  REQUIRE(f.store->drop("a"));
  REQUIRE(f.store->drop("never there"));
  CHECK(rows(*f.store, "a") == "");
  CHECK(f.store->position("a").value() == ViewPosition{});
  CHECK(rows(*f.store, "b") == "k=of b ");
  CHECK(f.store->position("b").value() == at(2));
  put(*f.store, "a", 5, {{"k", "new"}});
  CHECK(rows(*f.store, "a") == "k=new ");
}

TEMPLATE_TEST_CASE("view store: a visitor may stop, and may ask again", "[view_store]", InMemory, OnDisk) {
  TestType f;
  put(*f.store, "a", 1, {{"1", ""}, {"2", ""}, {"3", ""}});
  int seen = 0;
  REQUIRE(f.store->scan("a", {}, [&](Bytes, Bytes) {
    CHECK(f.store->position("a").value() == at(1));
    return ++seen < 2;
  }));
  CHECK(seen == 2);
}

TEMPLATE_TEST_CASE("view store: a scan sees whole writes, also while others come and the view is dropped", "[view_store][threads]", InMemory, OnDisk) {
  TestType f;
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0;
  std::thread reader([&] {
    while (!done) {
      std::string first;
      int found = 0;
      const auto status = f.store->scan("a", {}, [&](Bytes, Bytes value) {
        if (found++ == 0) first = text(value);
        if (text(value) != first) ++torn;
        return true;
      });
      if (!status || (found != 0 && found != 20)) ++torn;
    }
  });
  for (std::uint64_t turn = 1; turn <= 200; ++turn) {
    ViewBatch batch;
    for (char c = 'a'; c < 'a' + 20; ++c) batch.put(bytes(std::string_view(&c, 1)), bytes(std::to_string(turn)));
    const ViewWrite write{"a", at(turn), &batch};
    if (!f.store->write({&write, 1})) ++torn;
    if (turn % 50 == 0 && !f.store->drop("a")) ++torn;
  }
  done = true;
  reader.join();
  CHECK(torn == 0);
}

TEST_CASE("view store: what was written is there after reopening", "[view_store]") {
  OnDisk f;
  put(*f.store, "a", 7, {{"k", "v"}});
  f.reopen();
  CHECK(f.store->position("a").value() == at(7));
  CHECK(rows(*f.store, "a") == "k=v ");
}

TEST_CASE("view store: after a crash each view is whole as of some write", "[view_store]") {
  OnDisk f;
  for (std::uint64_t turn = 1; turn <= 300; ++turn) {
    const std::string value(100'000, static_cast<char>('a' + turn % 26));
    ViewBatch batch;
    batch.put(bytes("key " + std::to_string(turn)), bytes(value));
    const ViewWrite writes[] = {{"a", at(turn), &batch}, {"b", at(turn), &batch}};
    REQUIRE(f.store->write(writes));
  }
  // What lies on disk while the store is open is what a crash would leave. A copy that a compaction overtook is none, and one
  // that comes before anything reached the disk shows nothing.
  std::unique_ptr<ViewStore> found;
  for (int attempt = 0; !found || found->position("a").value().next == 0; ++attempt) {
    REQUIRE(attempt < 100);
    found.reset();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto crashed = f.dir / ("crashed" + std::to_string(attempt));
    std::error_code overtaken;
    std::filesystem::copy(f.dir / "views", crashed, std::filesystem::copy_options::recursive, overtaken);
    if (overtaken) continue;
    std::filesystem::remove(crashed / "LOCK");
    found = open_views(crashed).value();
  }
  for (const auto* view : {"a", "b"}) {
    const auto next = found->position(view).value().next;
    std::uint64_t count = 0;
    REQUIRE(found->scan(view, {}, [&](Bytes, Bytes) { return ++count > 0; }));
    CHECK(count == next);
    CHECK(next <= 300);
  }
}

TEST_CASE("view store: a folder that another program holds is locked", "[view_store]") {
  OnDisk f;
  const auto second = open_views(f.dir / "views");
  REQUIRE(!second);
  CHECK(second.error().code == ErrorCode::locked);
}

TEST_CASE("view store: a damaged folder is emptied, and what is not its own stays", "[view_store]") {
  OnDisk f;
  put(*f.store, "a", 7, {{"k", "v"}});
  f.store.reset();
  for (const auto& file : std::filesystem::directory_iterator(f.dir / "views")) {
    if (file.path().filename().string().starts_with("MANIFEST")) std::filesystem::resize_file(file.path(), 10);
  }
  std::ofstream(f.dir / "views" / "note.txt") << "of somebody";
  f.store = open_views(f.dir / "views").value();
  CHECK(f.store->was_emptied());
  CHECK(f.store->position("a").value() == ViewPosition{});
  CHECK(std::filesystem::exists(f.dir / "views" / "note.txt"));
  f.reopen();
  CHECK(!f.store->was_emptied());
}
