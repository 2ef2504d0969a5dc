// What every Log does: one list, run against the log in memory and the one on disk.
#include "ledger/log/log.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "ledger/base/limits.h"
#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

TEMPLATE_TEST_CASE("an empty log has the root of the empty tree and nothing to read", "[log]", InMemory, OnDisk) {
  TestType fixture;
  const auto& log = *fixture.log;
  CHECK(log.size() == 0);
  CHECK(log.frontier().root() == crypto::empty_root());
  CHECK_FALSE(log.node(0, 0));
  CHECK(log.read(0).error().code == ErrorCode::not_found);
  CHECK(log.read_parts(0).error().code == ErrorCode::not_found);
  CHECK(log.find(sample_id(1)).value() == std::nullopt);
  CHECK(log.positions(case_list(0), 1, 10)->empty());
  CHECK_FALSE(log.last_position(case_list(0)).value());
  CHECK(log.lists(ChainClass::kase).empty());
  CHECK(log.checkpoints().empty());
  CHECK_FALSE(log.get_cache("state").value());
  CHECK(log.scan(0, 100, [](const EventView&) { return true; }).has_value());
}

TEMPLATE_TEST_CASE("everything appended is read back as it was", "[log]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler, again;
  for (std::size_t count : {1u, 7u, 300u}) REQUIRE(fixture.log->append(sampler.group(count)));
  const auto events = again.group(308);
  REQUIRE(fixture.log->size() == events.size());
  std::vector<std::uint64_t> indexes;
  for (std::uint64_t i = 0; i < events.size(); ++i) {
    indexes.push_back(events.size() - 1 - i);
    REQUIRE(same(fixture.log->read(i).value(), events[i].record));
    REQUIRE(same(fixture.log->read_parts(i).value(), events[i].parts));
    const auto place = fixture.log->find(events[i].event).value();
    REQUIRE(place);
    REQUIRE(place->index == i);
    REQUIRE(place->header_hash == events[i].header_hash);
  }
  indexes.push_back(events.size());
  const auto many = fixture.log->read_many(indexes);
  REQUIRE(many.size() == indexes.size());
  for (std::size_t i = 0; i + 1 < indexes.size(); ++i) REQUIRE(same(many[i].value(), events[indexes[i]].record));
  CHECK(many.back().error().code == ErrorCode::not_found);
  CHECK(fixture.log->read(events.size()).error().code == ErrorCode::not_found);
}

TEMPLATE_TEST_CASE("the tree over the log is the tree over its leaves", "[log][tree]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  std::vector<Digest> leaves;
  while (leaves.size() < 1100) {
    const auto events = sampler.group(55);
    for (const auto& event : events) leaves.push_back(crypto::leaf_hash(event.record.leaf));
    REQUIRE(fixture.log->append(events));
    REQUIRE(fixture.log->frontier().size() == leaves.size());
    REQUIRE(fixture.log->frontier().root() == crypto::root_of(leaves));
  }
  const auto& log = *fixture.log;
  for (unsigned level = 0; level < 12; ++level) {
    const std::uint64_t width = std::uint64_t{1} << level;
    for (std::uint64_t i = 0; i < leaves.size() / width; i += 1 + i / 3) {
      REQUIRE(log.node(level, i) == crypto::root_of(std::span{leaves}.subspan(i * width, width)));
    }
    REQUIRE_FALSE(log.node(level, leaves.size() / width));
  }
  CHECK_FALSE(log.node(64, 0));
  const auto read = [&](unsigned level, std::uint64_t index) { return log.node(level, index); };
  for (std::uint64_t size : {1u, 255u, 256u, 257u, 1024u, 1100u}) REQUIRE(crypto::root_at(size, read) == crypto::root_of(std::span{leaves}.first(size)));
  const auto proof = crypto::inclusion_proof(700, 1100, read);
  REQUIRE(proof);
  CHECK(crypto::check_inclusion(700, 1100, leaves[700], log.frontier().root(), *proof));
}

TEMPLATE_TEST_CASE("positions of a list are read from any number, in order", "[log][positions]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler(3), again(3);
  REQUIRE(fixture.log->append(sampler.group(100)));
  const auto events = again.group(100);
  const auto& log = *fixture.log;

  const auto all = log.positions(case_list(1), 1, 1000).value();
  REQUIRE(all.size() == 33);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(all[i].n == i + 1);
    CHECK(all[i].index == 1 + 3 * i);
    CHECK(all[i].chain == events[all[i].index].positions.front().chain);
  }
  const auto some = log.positions(case_list(1), 30, 2).value();
  REQUIRE(some.size() == 2);
  CHECK(some.front().n == 30);
  CHECK(log.positions(case_list(1), 34, 10)->empty());
  CHECK(log.positions(case_list(1), 0, 1)->front().n == 1);
  CHECK(log.positions(case_list(1), 1, 0)->empty());
  CHECK(log.positions({ChainClass::read, case_list(1).id}, 1, 10)->empty());
  CHECK(log.last_position(case_list(1)).value()->n == 33);
  CHECK(log.last_position(registry_list).value()->index == 90);
  CHECK(log.positions(registry_list, 1, 100)->size() == 10);
  CHECK_FALSE(log.last_position(case_list(9)).value());
}

TEMPLATE_TEST_CASE("the lists of a class are its ids, ascending, each once", "[log][positions]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler(17);
  REQUIRE(fixture.log->append(sampler.group(200)));
  std::set<std::array<std::uint8_t, 16>> expected;
  for (std::uint64_t i = 0; i < 17; ++i) expected.insert(sample_case(i));
  const auto lists = fixture.log->lists(ChainClass::kase);
  CHECK(std::vector(expected.begin(), expected.end()) == lists);
  CHECK(fixture.log->lists(ChainClass::registry) == std::vector{registry_list.id});
  CHECK(fixture.log->lists(ChainClass::read).empty());
}

TEMPLATE_TEST_CASE("lists whose ids are all zeros or all ones do not run into each other", "[log][positions]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  auto event = sampler.next();
  PositionList ones{ChainClass::kase, {}};
  ones.id.fill(0xFF);
  event.positions = {{{ChainClass::kase, {}}, 1, {}}, {ones, 1, {}}, {{ChainClass::read, {}}, 1, {}}, {registry_list, 1, {}}};
  REQUIRE(fixture.log->append(std::span{&event, 1}));
  CHECK(fixture.log->lists(ChainClass::kase).size() == 2);
  CHECK(fixture.log->lists(ChainClass::read).size() == 1);
  CHECK(fixture.log->positions(ones, 1, 10)->size() == 1);
  CHECK(fixture.log->last_position(ones).value()->n == 1);
  CHECK(fixture.log->last_position({ChainClass::read, {}}).value()->n == 1);
}

TEMPLATE_TEST_CASE("a scan visits every event in order, once, and stops when told", "[log][scan]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler, again;
  for (int i = 0; i < 5; ++i) REQUIRE(fixture.log->append(sampler.group(100)));
  const auto events = again.group(500);
  std::uint64_t next = 10;
  const auto visit = [&](const EventView& view) {
    REQUIRE(view.index == next);
    REQUIRE(std::ranges::equal(view.leaf, events[next].record.leaf));
    REQUIRE(std::ranges::equal(view.header, events[next].record.header));
    ++next;
    return next != 400;
  };
  REQUIRE(fixture.log->scan(10, 490, visit));
  CHECK(next == 400);
  REQUIRE(fixture.log->scan(400, 100'000, [&](const EventView& view) { return visit(view), true; }));
  CHECK(next == 500);
  CHECK(fixture.log->scan(20, 10, visit).has_value());
  CHECK(next == 500);
}

TEMPLATE_TEST_CASE("events are found by what their ids look like, at most so many", "[log]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  REQUIRE(fixture.log->append(sampler.group(50)));
  const auto even = [](const EventId& id) { return id.bytes[15] % 2 == 0; };
  std::size_t expected = 0;
  for (std::uint64_t i = 0; i < 50; ++i) expected += even(sample_id(i));
  const auto found = fixture.log->events_like(even, 1000);
  CHECK(found.size() == expected);
  CHECK(std::ranges::is_sorted(found));
  CHECK(fixture.log->events_like(even, 3).size() == 3);
  CHECK(fixture.log->events_like([](const EventId& id) { return id == sample_id(7); }, 3) == std::vector{sample_id(7)});
}

TEMPLATE_TEST_CASE("checkpoints are kept by size, and only gain signatures", "[log][checkpoint]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  REQUIRE(fixture.log->append(sampler.group(20)));
  auto& log = *fixture.log;
  REQUIRE(log.keep_checkpoint(20, sample_note(20)));
  REQUIRE(log.keep_checkpoint(5, sample_note(5)));
  CHECK(log.keep_checkpoint(5, sample_note(5, {}, 8)).error().code == ErrorCode::conflict);
  CHECK(log.keep_checkpoint(5, "not a note").error().code == ErrorCode::bad_input);
  CHECK(log.keep_checkpoint(21, sample_note(21)).error().code == ErrorCode::bad_input);
  REQUIRE(log.keep_checkpoint(5, sample_note(5)));

  const auto kept = [&](std::size_t i) { return *crypto::Note::parse(log.checkpoints()[i].second); };
  REQUIRE(log.checkpoints().size() == 2);
  CHECK(log.checkpoints()[0].first == 5);
  CHECK(log.checkpoints()[0].second == sample_note(5));
  REQUIRE(log.keep_checkpoint(20, sample_note(20, {100})));
  CHECK(kept(1).signatures.size() == 2);
  // Asked again later: the first and the newest cosignature stay, in that order, whatever came between.
  for (std::uint64_t time : {200u, 300u, 250u}) REQUIRE(log.keep_checkpoint(20, sample_note(20, {time})));
  CHECK(log.checkpoints()[1].second == sample_note(20, {100, 300}));
  CHECK(log.checkpoints()[0].second == sample_note(5));
}

TEMPLATE_TEST_CASE("a cache gives back what was put last under its name", "[log][cache]", InMemory, OnDisk) {
  TestType fixture;
  auto& log = *fixture.log;
  const auto one = sample_bytes(1, 100), two = sample_bytes(2, 100'000);
  REQUIRE(log.put_cache("state", one));
  REQUIRE(log.put_cache("heads", {}));
  CHECK(log.get_cache("state").value() == one);
  REQUIRE(log.put_cache("state", two));
  CHECK(log.get_cache("state").value() == two);
  CHECK(log.get_cache("heads").value() == Buffer{});
  CHECK_FALSE(log.get_cache("other").value());
  CHECK(log.put_cache("", one).error().code == ErrorCode::bad_input);
}

TEMPLATE_TEST_CASE("what is over a limit is refused whole, and the log goes on", "[log][limits]", InMemory, OnDisk) {
  TestType fixture;
  auto& log = *fixture.log;
  const auto refused = [&](auto&& change, ErrorCode code) {
    Sampler sampler;
    auto group = sampler.group(3);
    change(group[2]);
    const auto status = log.append(group);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == code);
    CHECK(log.size() == 0);
    CHECK_FALSE(log.find(sample_id(0)).value());
  };
  refused([](NewEvent& e) { e.record.leaf.resize(limits::leaf_bytes_max + 1); }, ErrorCode::limit);
  refused([](NewEvent& e) { e.record.leaf.clear(); }, ErrorCode::bad_input);
  refused([](NewEvent& e) { e.record.header.resize(limits::header_bytes_max + 1); }, ErrorCode::limit);
  refused([](NewEvent& e) { e.record.signatures.resize(limits::signature_block_bytes_max + 1); }, ErrorCode::limit);
  refused([](NewEvent& e) { e.record.admission.resize(limits::admission_bytes_max + 1); }, ErrorCode::limit);
  refused([](NewEvent& e) { e.parts.resize(limits::parts_max + 1); }, ErrorCode::limit);
  refused([](NewEvent& e) { e.parts[0].sealed.resize(limits::part_bytes_max + 100); }, ErrorCode::limit);
  refused([](NewEvent& e) { e.parts[0].erased = true; }, ErrorCode::bad_input);
  refused([](NewEvent& e) { e.record.purged = true; }, ErrorCode::bad_input);
  refused([](NewEvent& e) { e.event = {}; }, ErrorCode::bad_input);
  refused([](NewEvent& e) { e.positions[0].n = 0; }, ErrorCode::bad_input);
  refused([](NewEvent& e) { e.positions[0].list.cls = ChainClass::subject; }, ErrorCode::bad_input);
  Sampler many;
  CHECK(log.append(many.group(limits::group_events_max + 1)).error().code == ErrorCode::limit);
  Sampler sampler;
  REQUIRE(log.append(sampler.group(limits::group_events_max)));
  CHECK(log.size() == limits::group_events_max);
}

TEMPLATE_TEST_CASE("the largest event that the limits allow is kept", "[log][limits]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  auto event = sampler.next();
  event.record = {sample_bytes(1, limits::leaf_bytes_max), sample_bytes(2, limits::header_bytes_max), sample_bytes(3, limits::signature_block_bytes_max),
                  sample_bytes(4, limits::admission_bytes_max), false};
  event.parts.assign(16, {false, sample_bytes(5, 92), sample_bytes(6, limits::part_bytes_max + 73)});
  REQUIRE(fixture.log->append(std::span{&event, 1}));
  CHECK(same(fixture.log->read(0).value(), event.record));
  CHECK(same(fixture.log->read_parts(0).value(), event.parts));
}

TEMPLATE_TEST_CASE("a leaf without its event, and erased parts, are kept as such", "[log]", InMemory, OnDisk) {
  TestType fixture;
  NewEvent lost;
  lost.record.leaf = sample_bytes(1, 106);
  lost.record.purged = true;
  Sampler sampler;
  auto erased = sampler.next();
  erased.parts = {{true, {}, {}}, {false, {}, sample_bytes(2, 33)}};
  const std::vector group{lost, erased};
  REQUIRE(fixture.log->append(group));
  const auto record = fixture.log->read(0).value();
  CHECK(record.purged);
  CHECK(record.leaf == lost.record.leaf);
  CHECK(fixture.log->read_parts(0)->empty());
  CHECK(same(fixture.log->read_parts(1).value(), erased.parts));
  CHECK(fixture.log->events_like([](const EventId&) { return true; }, 10).size() == 1);
}

TEMPLATE_TEST_CASE("a latched log takes nothing more and is still read", "[log][latch]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  auto& log = *fixture.log;
  REQUIRE(log.append(sampler.group(10)));
  log.latch("the clocks drifted apart");
  log.latch("something else");
  const auto status = log.append(sampler.group(1));
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::latched);
  CHECK(status.error().text.find("the clocks drifted apart") != std::string::npos);
  CHECK(log.keep_checkpoint(3, sample_note(3)).error().code == ErrorCode::latched);
  CHECK(log.put_cache("state", {}).error().code == ErrorCode::latched);
  CHECK(log.size() == 10);
  CHECK(log.read(9).has_value());
}

TEMPLATE_TEST_CASE("purging takes header, signatures, admission and parts, and leaves leaf, tree, id and places", "[log][purge]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler, again;
  REQUIRE(fixture.log->append(sampler.group(40)));
  const auto events = again.group(40);
  const auto root = fixture.log->frontier().root();
  CHECK(fixture.log->purges().value() == 0);
  const std::vector<std::uint64_t> gone{5, 20};
  REQUIRE(fixture.log->purge(gone));
  CHECK(fixture.log->purges().value() == 1);
  for (const auto index : gone) {
    CHECK(same(fixture.log->read(index).value(), {events[index].record.leaf, {}, {}, {}, true}));
    CHECK(fixture.log->read_parts(index)->empty());
    CHECK(fixture.log->find(events[index].event).value()->index == index);
  }
  CHECK(same(fixture.log->read(6).value(), events[6].record));
  CHECK(fixture.log->frontier().root() == root);
  std::vector<std::uint64_t> purged;
  REQUIRE(fixture.log->scan(0, 40, [&](const EventView& view) {
    if (view.purged) purged.push_back(view.index);
    return true;
  }));
  CHECK(purged == gone);
  // Again changes nothing; beyond the end is refused; recording goes on.
  REQUIRE(fixture.log->purge(gone));
  CHECK(fixture.log->purges().value() == 1);
  CHECK(fixture.log->purge(std::vector<std::uint64_t>{40}).error().code == ErrorCode::bad_input);
  REQUIRE(fixture.log->append(sampler.group(3)));
  CHECK(fixture.log->size() == 43);
}

TEMPLATE_TEST_CASE("parts are replaced by the same with another part key, or by nothing, and by nothing else",
                   "[log][purge]", InMemory, OnDisk) {
  TestType fixture;
  Sampler sampler;
  auto events = sampler.group(4);
  for (auto& event : events)
    event.parts = {{false, sample_bytes(5, 92), sample_bytes(6, 64)},
                   {false, sample_bytes(7, 92), sample_bytes(8, 64)}};
  events[3].parts.clear();
  REQUIRE(fixture.log->append(events));
  const auto root = fixture.log->frontier().root();
  auto parts = events[1].parts;
  parts[0] = {true, {}, {}};
  parts[1].part_key = sample_bytes(9, 92);
  REQUIRE(fixture.log->replace_parts(std::vector<PartsAt>{{1, parts}}));
  CHECK(same(fixture.log->read_parts(1).value(), parts));
  CHECK(same(fixture.log->read_parts(0).value(), events[0].parts));
  CHECK(same(fixture.log->read(1).value(), events[1].record));
  CHECK(fixture.log->frontier().root() == root);
  CHECK(fixture.log->purges().value() == 0);
  REQUIRE(fixture.log->replace_parts(std::vector<PartsAt>{{1, parts}}));

  const auto refused = [&](std::uint64_t index, std::vector<StoredPart> to) {
    const auto status =
        fixture.log->replace_parts(std::vector<PartsAt>{{0, events[0].parts}, {index, std::move(to)}});
    return !status && status.error().code == ErrorCode::bad_input;
  };
  CHECK(refused(1, events[1].parts));  // what was erased does not come back
  CHECK(refused(4, parts));
  CHECK(refused(3, parts));
  CHECK(refused(2, {parts[0]}));
  CHECK(refused(2, {{false, {}, sample_bytes(77, 64)}, events[2].parts[1]}));
  CHECK(refused(2, {{true, sample_bytes(5, 92), {}}, events[2].parts[1]}));
  CHECK(same(fixture.log->read_parts(1).value(), parts));
}

TEMPLATE_TEST_CASE("the log keeps its own name in the cache", "[log][purge]", InMemory, OnDisk) {
  TestType fixture;
  CHECK(fixture.log->put_cache("purges", sample_bytes(1, 8)).error().code == ErrorCode::bad_input);
}

TEST_CASE("what was purged stays so over opening again, and its bytes are in no file", "[log][purge]") {
  OnDisk fixture;
  Sampler sampler;
  auto events = sampler.group(40);
  // Bytes that no other event has any of.
  events[20].record.header = sample_bytes(77'001, 300);
  events[20].parts[0].sealed = sample_bytes(77'002, 256);
  events[23].parts[0].sealed = sample_bytes(77'003, 256);
  REQUIRE(fixture.log->append(events));
  auto words = sampler.group(1);
  words[0].parts = {{false, sample_bytes(77'004, 92), sample_bytes(77'005, 256)},
                    {false, sample_bytes(77'006, 92), sample_bytes(77'007, 256)}};
  REQUIRE(fixture.log->append(words));
  const std::vector<std::uint64_t> gone{20};
  REQUIRE(fixture.log->purge(gone));
  auto left = words[0].parts;
  left[0] = {true, {}, {}};
  REQUIRE(fixture.log->replace_parts(std::vector<PartsAt>{{40, left}}));
  fixture.reopen();
  CHECK(fixture.log->read(20)->purged);
  CHECK(fixture.log->purges().value() == 1);
  const auto lies_somewhere = [&](const Buffer& bytes) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(fixture.dir / "log")) {
      std::ifstream in(file.path(), std::ios::binary);
      const std::string all{std::istreambuf_iterator<char>(in), {}};
      if (all.find(std::string(bytes.begin(), bytes.end())) != std::string::npos) return true;
    }
    return false;
  };
  REQUIRE(events[20].parts.size() == 2);
  CHECK_FALSE(lies_somewhere(Buffer(events[20].record.header.begin() + 20, events[20].record.header.begin() + 60)));
  CHECK_FALSE(lies_somewhere(Buffer(events[20].parts[0].sealed.begin() + 20, events[20].parts[0].sealed.begin() + 60)));
  CHECK(lies_somewhere(Buffer(events[23].parts[0].sealed.begin() + 20, events[23].parts[0].sealed.begin() + 60)));
  CHECK_FALSE(
      lies_somewhere(Buffer(words[0].parts[0].sealed.begin() + 20, words[0].parts[0].sealed.begin() + 60)));
  CHECK_FALSE(lies_somewhere(
      Buffer(words[0].parts[0].part_key.begin() + 20, words[0].parts[0].part_key.begin() + 60)));
  CHECK(lies_somewhere(Buffer(words[0].parts[1].sealed.begin() + 20, words[0].parts[1].sealed.begin() + 60)));
}
