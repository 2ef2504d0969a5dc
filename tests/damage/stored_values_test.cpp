// Damage to stored values, each found and its record named; ctest damage_every_byte (-C slow) damages every byte of every event (three minutes).
//
// One value at a time, in every table of a small ledger. An ordinary run takes every byte of some records and steps through the others.
#include <catch2/catch.hpp>

#include <set>

#include "ledger/log/record.h"
#include "tests/damage/mutation.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

struct Ledger : FullSample {
  Ledger() {
    ledger.publish();
    tables = tables_of(ledger.log());  // with that last checkpoint
  }
  RawTables tables;
};

std::uint64_t number_at(Bytes bytes) {
  std::uint64_t out = 0;
  for (const auto byte : bytes.first(8)) out = out << 8 | byte;
  return out;
}
bool mentions(const std::string& text, const std::string& word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if (end == text.size() || !std::isdigit(static_cast<unsigned char>(text[end]))) return true;
  }
  return false;
}
bool names_index(const VerifyReport& report, std::uint64_t index) {
  return std::ranges::any_of(report.problems, [&](const Found& found) { return found.index == index || mentions(found.detail, "index " + std::to_string(index)); });
}
bool names(const VerifyReport& report, std::string_view text) {
  return std::ranges::any_of(report.problems, [&](const Found& found) { return mentions(found.detail, std::string(text)); });
}
// Whether the report points at the entry: by the index of its event, or by what the entry is.
bool names_entry(const VerifyReport& report, const TableName& table, const Buffer& key, const Buffer& value) {
  const std::string_view name = table.name;
  if (name == "events" || name == "parts") return names_index(report, number_at(key));
  if (name == "event_ids") return names_index(report, number_at(value));
  if (name == "positions") return names_index(report, number_at(value));
  if (name == "tiles") return names(report, "tile " + std::to_string(key[0]) + "/" + std::to_string(number_at(Bytes(key).subspan(1))));
  return names(report, "kept checkpoint " + std::to_string(number_at(key))) || names(report, "checkpoint of size " + std::to_string(number_at(key)));
}

struct Result {
  std::size_t tried = 0;
  std::vector<Mutation> unseen, unnamed;
};
Result run(const RawTables& tables, const std::vector<Mutation>& mutations) {
  Result out;
  try_all(tables, mutations, [&](const Mutation& mutation, const VerifyReport& report) {
    ++out.tried;
    if (report.result == VerifyReport::Result::verified) {
      out.unseen.push_back(mutation);
      return;
    }
    const auto& table = tables.*mutation.table.member;
    bool named = names_entry(report, mutation.table, mutation.key, table.at(mutation.key));
    if (mutation.damage == Damage::swap) named = named && names_entry(report, mutation.table, mutation.other, table.at(mutation.other));
    if (!named) out.unnamed.push_back(mutation);
  });
  return out;
}
void check_all_found(const RawTables& tables, const std::vector<Mutation>& mutations) {
  REQUIRE(!mutations.empty());
  const auto result = run(tables, mutations);
  CHECK(result.tried == mutations.size());
  for (const auto& mutation : result.unseen) FAIL_CHECK("not found: " << mutation.text());
  for (const auto& mutation : result.unnamed) FAIL_CHECK("not named: " << mutation.text());
  WARN(result.tried << " damaged ledgers");
}

// Which bytes are damaged: every one of the records `whole`, of the others every `step`th, begun elsewhere in every record.
struct Sweep {
  std::size_t step = 1;
  std::set<std::uint64_t> whole = {};
  bool takes(Bytes key, std::size_t at) const { return step == 1 || whole.contains(number_at(key)) || (at + key.back()) % step == 0; }
};
constexpr std::uint64_t at_signal = 6, at_reading = 11, at_last_by_registrar = 13;  // in the small ledger

template <class Each>
std::vector<Mutation> for_entries(const RawTables& tables, const TableName& table, Each each) {
  std::vector<Mutation> out;
  for (const auto& [key, value] : tables.*table.member) each(out, key, value);
  return out;
}
std::vector<Mutation> flips(const RawTables& tables, const TableName& table, const Sweep& sweep = {}) {
  return for_entries(tables, table, [&](auto& out, const Buffer& key, const Buffer& value) {
    for (std::size_t i = 0; i < value.size(); ++i)
      if (sweep.takes(key, i)) out.push_back({table, Damage::flip_value, key, i, bit_at(i)});
    for (std::size_t i = 0; i < key.size(); ++i) out.push_back({table, Damage::flip_key, key, i, bit_at(i)});
  });
}
std::vector<Mutation> lengths(const RawTables& tables, const TableName& table, const Sweep& sweep = {}) {
  return for_entries(tables, table, [&](auto& out, const Buffer& key, const Buffer& value) {
    for (std::size_t size = 0; size < value.size(); ++size)
      if (sweep.takes(key, size)) out.push_back({table, Damage::cut, key, size});
    out.push_back({table, Damage::lengthen, key});
  });
}
std::vector<Mutation> drops(const RawTables& tables, const TableName& table) {
  return for_entries(tables, table, [&](auto& out, const Buffer& key, const Buffer&) { out.push_back({table, Damage::drop, key}); });
}
// Under the key of the next entry, and under one that nothing has.
std::vector<Mutation> repeats(const RawTables& tables, const TableName& table) {
  const auto& entries = tables.*table.member;
  return for_entries(tables, table, [&](auto& out, const Buffer& key, const Buffer&) {
    Buffer fresh = key;
    fresh.back() = static_cast<std::uint8_t>(fresh.back() ^ 0x55);
    if (!entries.contains(fresh)) out.push_back({table, Damage::repeat, key, 0, 0, fresh});
    Buffer longer = key;
    longer.push_back(0);
    out.push_back({table, Damage::repeat, key, 0, 0, longer});
  });
}
std::vector<Mutation> swaps(const RawTables& tables, const TableName& table) {
  const auto& entries = tables.*table.member;
  return for_entries(tables, table, [&](auto& out, const Buffer& key, const Buffer& value) {
    for (auto other = entries.upper_bound(key); other != entries.end(); ++other)
      if (other->second != value) out.push_back({table, Damage::swap, key, 0, 0, other->first});
  });
}

constexpr const TableName& table_events = table_names[0];
constexpr const TableName& table_parts = table_names[1];
constexpr const TableName& table_tiles = table_names[4];

// The form, the leaf's length and the leaf of every event: every bit of the records `whole`, one bit of every byte of the others.
std::vector<Mutation> leaf_flips(const RawTables& tables, const std::set<std::uint64_t>& whole) {
  return for_entries(tables, table_events, [&](auto& out, const Buffer& key, const Buffer& value) {
    const std::size_t end = 1 + 4 + view_event(value).value().leaf.size();
    for (std::size_t i = 0; i < end; ++i)
      for (unsigned bit = 0; bit < 8; ++bit)
        if (const auto mask = static_cast<std::uint8_t>(1u << bit); whole.contains(number_at(key)) || mask == bit_at(i))
          out.push_back({table_events, Damage::flip_value, key, i, mask});
  });
}

}  // namespace

TEST_CASE_METHOD(Ledger, "the small ledger verifies before it is damaged, and has something in every table but tiles") {
  CHECK(verify_tables(tables).result == VerifyReport::Result::verified);
  for (const auto& table : table_names) CHECK((tables.*table.member).empty() == (std::string_view(table.name) == "tiles"));
}

TEST_CASE_METHOD(Ledger, "one bit of every byte of three events, of every eleventh byte of the others, and of every byte of their keys") {
  check_all_found(tables, flips(tables, table_events, {11, {at_signal, at_reading, at_last_by_registrar}}));
}

TEST_CASE_METHOD(Ledger, "every bit of every byte of two leaves, and one bit of every byte of the others") {
  check_all_found(tables, leaf_flips(tables, {at_reading, at_last_by_registrar}));
}

TEST_CASE_METHOD(Ledger, "one bit of every byte of the parts: all but the part keys, which are hashed nowhere") {
  const auto result = run(tables, flips(tables, table_parts));
  CHECK(result.unnamed.empty());
  std::set<std::pair<Buffer, std::size_t>> unseen, part_key_bytes;
  for (const auto& mutation : result.unseen) unseen.emplace(mutation.key, mutation.at);
  for (const auto& [key, value] : tables.parts) {
    std::size_t at = 2;
    const auto parts = decode_parts(value).value();  // named: a temporary would be gone by the first turn
    for (const auto& part : parts) {
      at += 1 + 4;
      for (std::size_t i = 0; i < part.part_key.size(); ++i) part_key_bytes.emplace(key, at + i);
      at += part.part_key.size() + 4 + part.sealed.size();
    }
  }
  CHECK(!part_key_bytes.empty());
  CHECK(unseen == part_key_bytes);
}

TEST_CASE_METHOD(Ledger, "one bit of every byte of the other tables, and of their keys") {
  for (const auto& table : table_names)
    if (std::string_view(table.name) != "events" && std::string_view(table.name) != "parts" && std::string_view(table.name) != "tiles")
      check_all_found(tables, flips(tables, table));
}

TEST_CASE_METHOD(Ledger, "every record cut, at every length where it is short, and made longer") {
  for (const auto& table : table_names) {
    const std::string_view name = table.name;
    if (name == "tiles") continue;
    check_all_found(tables, lengths(tables, table, name == "events" ? Sweep{11, {at_signal}} : name == "parts" ? Sweep{3} : Sweep{}));
  }
}

TEST_CASE_METHOD(Ledger, "one bit of every byte of every event, every bit of every leaf, every record cut at every length", "[.full]") {
  check_all_found(tables, flips(tables, table_events));
  std::set<std::uint64_t> all;
  for (std::uint64_t index = 0; index < ledger.size(); ++index) all.insert(index);
  check_all_found(tables, leaf_flips(tables, all));
  check_all_found(tables, lengths(tables, table_events));
  check_all_found(tables, lengths(tables, table_parts));
}

TEST_CASE_METHOD(Ledger, "every record dropped") {
  for (const auto& table : table_names) {
    if (std::string_view(table.name) == "tiles") continue;
    // The last checkpoint: nobody anchored to it, so that nothing inside the ledger tells that it was there.
    auto mutations = drops(tables, table);
    if (std::string_view(table.name) == "checkpoints") mutations.pop_back();
    check_all_found(tables, mutations);
  }
}

TEST_CASE_METHOD(Ledger, "every record repeated under a key that nothing has") {
  for (const auto& table : table_names)
    if (std::string_view(table.name) != "tiles") {
      const auto result = run(tables, repeats(tables, table));
      CHECK(result.tried > 0);
      for (const auto& mutation : result.unseen) FAIL_CHECK("not found: " << mutation.text());
    }
}

TEST_CASE_METHOD(Ledger, "every pair of records swapped, in every table") {
  for (const auto& table : table_names)
    if (std::string_view(table.name) != "tiles") check_all_found(tables, swaps(tables, table));
}

TEST_CASE_METHOD(
    Ledger,
    "a checkpoint that nobody anchored to or holds can go unseen, who holds it sees that it is gone") {
  auto without = tables;
  without.checkpoints.erase(key_of(ledger.size()));
  CHECK(verify_tables(without).result == VerifyReport::Result::verified);
  Outside outside;
  outside.held_checkpoints = {ledger.checkpoints.back()};
  CHECK(has(verify_tables(without, outside), Problem::checkpoint_missing));
}

TEST_CASE("tiles: bytes all over, cuts, drops and strangers in a ledger that has some") {
  SampleLedger ledger("tiles");
  auto registrar = ledger.make_person("registrar"), second = ledger.make_person("second");
  ledger.genesis(registrar, second);
  while (ledger.size() < 256) ledger.adopt_policy(registrar);
  ledger.flush();
  const auto tables = tables_of(ledger.log());
  REQUIRE(tables.tiles.size() == 1);
  const auto& [key, value] = *tables.tiles.begin();
  std::vector<Mutation> mutations;
  for (std::size_t i = 0; i < value.size(); i += 211) mutations.push_back({table_tiles, Damage::flip_value, key, i, bit_at(i)});
  for (std::size_t i = 0; i < key.size(); ++i) mutations.push_back({table_tiles, Damage::flip_key, key, i, bit_at(i)});
  for (const auto size : {0u, 1u, 31u, 32u, 8191u}) mutations.push_back({table_tiles, Damage::cut, key, size});
  mutations.push_back({table_tiles, Damage::lengthen, key});
  mutations.push_back({table_tiles, Damage::drop, key});
  check_all_found(tables, mutations);
  const auto result = run(tables, repeats(tables, table_tiles));
  CHECK(result.tried == 2);
  CHECK(result.unseen.empty());
}

TEST_CASE("a changed leaf below a full tile is named by the tile, whatever comes after it") {
  SampleLedger ledger("tiles");
  auto registrar = ledger.make_person("registrar"), second = ledger.make_person("second");
  ledger.genesis(registrar, second);
  while (ledger.size() < 256) ledger.adopt_policy(registrar);
  ledger.flush();
  auto tables = tables_of(ledger.log());
  edit_event(tables, 255, [](EventRecord& record) { record.leaf[72] ^= 1; });  // the lowest byte of recorded-at
  const auto report = verify_tables(tables);
  CHECK(places_of(report) == std::vector<std::pair<std::uint64_t, Problem>>{{255, Problem::tile_mismatch}});
}

}  // namespace inzicht::testing
