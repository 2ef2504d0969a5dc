#include "crypto/merkle/tile.h"

#include <rapidcheck/catch.h>

#include <set>

#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

// The hashes of one tile, computed from all leaves.
std::vector<Digest> tile_hashes(const TileId& tile, const NodeReader& read) {
  std::vector<Digest> out;
  for (std::uint64_t i = 0; i < tile.width; ++i) {
    out.push_back(read(tile.level * tile_height, tile.index * tile_width + i).value());
  }
  return out;
}

std::set<std::string> paths(const std::vector<TileId>& tiles) {
  std::set<std::string> out;
  for (const TileId& tile : tiles) out.insert(tile_path(tile));
  REQUIRE(out.size() == tiles.size());
  return out;
}

}  // namespace

TEST_CASE("tile paths are those of tlog-tiles", "[tile]") {
  REQUIRE(tile_path({0, 1234067, 256, false}) == "tile/0/x001/x234/067");
  REQUIRE(tile_path({0, 5, 256, false}) == "tile/0/005");
  REQUIRE(tile_path({0, 999, 256, false}) == "tile/0/999");
  REQUIRE(tile_path({0, 1000, 256, false}) == "tile/0/x001/000");
  REQUIRE(tile_path({1, 0, 1, false}) == "tile/1/000.p/1");
  REQUIRE(tile_path({0, 0, 12, true}) == "tile/entries/000.p/12");
  REQUIRE(tile_path({0, 273, 112, true}) == "tile/entries/273.p/112");
}

TEST_CASE("every tile's path leads back to the tile", "[tile]") {
  rc::prop("round trip", [] {
    TileId tile;
    tile.entries = *rc::gen::arbitrary<bool>();
    tile.level = tile.entries ? 0 : *rc::gen::inRange(0U, 6U);
    const std::uint64_t end = std::uint64_t{1} << (40 - 8 * tile.level);
    const auto shift = *rc::gen::inRange(0, 40);
    tile.index = (*rc::gen::arbitrary<std::uint64_t>() >> shift) % end;
    tile.width = *rc::gen::inRange(1U, 257U);
    RC_ASSERT(parse_tile_path(tile_path(tile)) == tile);
  });
}

TEST_CASE("a path that tile_path would not have written is refused", "[tile]") {
  for (const char* path : {"",
                           "tile",
                           "tile/",
                           "tile/0",
                           "tile/0/",
                           "tile//000",
                           "/tile/0/000",
                           "tile/0/000/",
                           "tile/00/000",
                           "tile/6/000",
                           "tile/-1/000",
                           "tile/+1/000",
                           "tile/0/00",
                           "tile/0/0000",
                           "tile/0/x000/001",
                           "tile/0/001/002",
                           "tile/0/x001/x002",
                           "tile/0/x001",
                           "tile/0/xx01/000",
                           "tile/0/001.p/",
                           "tile/0/001.p/0",
                           "tile/0/001.p/256",
                           "tile/0/001.p/01",
                           "tile/0/001.p/1/",
                           "tile/0/001.p/1.p/1",
                           "tile/0/001.p",
                           "tile/0/x001.p/1/000",
                           "tile/0/ 01",
                           "tile/0/0 1",
                           "tile/entries",
                           "tile/entries/",
                           "tile/entries/00",
                           "tile/Entries/000",
                           "tile/data/000",
                           "tile/8/0/000",
                           "tile/0/001.p/1\n",
                           "tile/0/-01",
                           "tile/5/001",
                           "tile/4/256",
                           "tile/0/x001/x099/x511/x627/x776",
                           "tile/0/x001/x099/x511/x627/776",
                           "tile/0/x018/x446/x744/x073/x709/x551/615",
                           "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999"}) {
    INFO(path);
    REQUIRE(!parse_tile_path(path));
  }
  REQUIRE(parse_tile_path("tile/0/x001/x099/x511/x627/775").has_value());
  REQUIRE(parse_tile_path("tile/4/255").has_value());
  REQUIRE(parse_tile_path("tile/5/000.p/255").has_value());
}

TEST_CASE("any text that parses as a path is written back the same", "[tile]") {
  rc::prop("no second spelling", [] {
    const TileId tile{*rc::gen::inRange(0U, 3U), *rc::gen::inRange<std::uint64_t>(0, 9999),
                      *rc::gen::inRange(1U, 257U), false};
    std::string path = tile_path(tile);
    const auto at = *rc::gen::inRange<std::size_t>(5, path.size());
    const std::size_t drop = *rc::gen::inRange<std::size_t>(0, 2);
    path.replace(at, drop, *rc::gen::container<std::string>(1, rc::gen::elementOf(std::string("0129x/.p+"))));
    const auto parsed = parse_tile_path(path);
    if (parsed) RC_ASSERT(tile_path(*parsed) == path);
  });
}

TEST_CASE("the tiles of a tree are those that tlog-tiles counts", "[tile]") {
  REQUIRE(tiles_of(0).empty());
  REQUIRE(paths(tiles_of(256)) == std::set<std::string>{"tile/0/000", "tile/1/000.p/1", "tile/entries/000"});
  const auto tiles = tiles_of(70'000);
  std::map<unsigned, std::vector<TileId>> levels;
  std::size_t bundles = 0;
  for (const TileId& tile : tiles) tile.entries ? void(++bundles) : levels[tile.level].push_back(tile);
  REQUIRE(levels[0].size() == 274);
  REQUIRE(levels[0].back() == TileId{0, 273, 112, false});
  REQUIRE(levels[1].size() == 2);
  REQUIRE(levels[1].back() == TileId{1, 1, 17, false});
  REQUIRE(levels[2] == std::vector<TileId>{TileId{2, 0, 1, false}});
  REQUIRE(levels.size() == 3);
  REQUIRE(bundles == 274);
}

TEST_CASE("new tiles are those of the new tree that the old one lacks", "[tile]") {
  rc::prop("set difference", [] {
    const auto to = *rc::gen::inRange<std::uint64_t>(0, 140'000);
    const auto from = *rc::gen::inRange<std::uint64_t>(0, to + 1);
    const auto before = paths(tiles_of(from));
    std::set<std::string> expected;
    for (const auto& path : paths(tiles_of(to))) {
      if (!before.contains(path)) expected.insert(path);
    }
    RC_ASSERT(paths(new_tiles(from, to)) == expected);
  });
  REQUIRE(new_tiles(5, 5).empty());
  REQUIRE(aborts([] { new_tiles(6, 5); }));
}

TEST_CASE("every node of a tree is found in its tiles", "[tile]") {
  const std::size_t size = 1500;
  const auto hashes = leaves(size);
  const auto read = naive_reader(hashes);
  const auto tiles = tiles_of(size);
  for (unsigned level = 0; (size >> level) > 0; ++level) {
    for (std::uint64_t index = 0; index < size >> level; ++index) {
      const unsigned tile_level = level / tile_height;
      const unsigned inside = level % tile_height;
      const std::uint64_t per_tile = tile_width >> inside;
      const auto tile = std::ranges::find_if(tiles, [&](const TileId& t) {
        return !t.entries && t.level == tile_level && t.index == index / per_tile;
      });
      REQUIRE(tile != tiles.end());
      REQUIRE(node_from_tile(tile_hashes(*tile, read), inside, index % per_tile) == read(level, index));
    }
  }
}

TEST_CASE("a tile gives no node beyond its width", "[tile]") {
  const auto hashes = leaves(256);
  const auto partial = std::span(hashes).first(5);
  REQUIRE(node_from_tile(partial, 0, 4) == hashes[4]);
  REQUIRE(!node_from_tile(partial, 0, 5));
  REQUIRE(node_from_tile(partial, 2, 0) == naive_root(partial.first(4)));
  REQUIRE(!node_from_tile(partial, 2, 1));
  REQUIRE(!node_from_tile(partial, 3, 0));
  REQUIRE(!node_from_tile(partial, 8, 0));
  REQUIRE(node_from_tile(hashes, 8, 0) == naive_root(hashes));
  REQUIRE(!node_from_tile(hashes, 8, 1));
  REQUIRE(!node_from_tile(hashes, 9, 0));
  REQUIRE(!node_from_tile(hashes, 0, 256));
  REQUIRE(!node_from_tile(hashes, 0, ~std::uint64_t{0}));
  REQUIRE(!node_from_tile({}, 0, 0));
}

TEST_CASE("entry bundles read back as the leaves that were put in", "[tile]") {
  rc::prop("round trip", [](const std::vector<Buffer>& entries) {
    RC_ASSERT(parse_entry_bundle(entry_bundle(entries)) == entries);
  });
  REQUIRE(hex(entry_bundle(std::vector<Buffer>{buffer("ab"), {}, buffer("c")})) ==
          "0002616200000001"
          "63");
  const std::vector<Buffer> longest{Buffer(0xffff, 1)};
  REQUIRE(parse_entry_bundle(entry_bundle(longest)) == longest);
}

TEST_CASE("a bundle cut short, made longer or overfull is refused", "[tile]") {
  const std::vector<Buffer> entries{buffer("ab"), buffer("cde")};
  const Buffer bundle = entry_bundle(entries);
  for (std::size_t length = 0; length < bundle.size(); ++length) {
    const auto cut = parse_entry_bundle(Bytes(bundle).first(length));
    REQUIRE(cut.has_value() == (length == 0 || length == 4));
  }
  Buffer longer = bundle;
  longer.push_back(0);
  REQUIRE(!parse_entry_bundle(longer));
  REQUIRE(parse_entry_bundle(Buffer(2 * 256, 0)).value().size() == 256);
  REQUIRE(!parse_entry_bundle(Buffer(2 * 257, 0)));
}

TEST_CASE("what no tile or bundle can be ends the program", "[tile]") {
  REQUIRE(aborts([] { tile_path({0, 0, 0, false}); }));
  REQUIRE(aborts([] { tile_path({0, 0, 257, false}); }));
  REQUIRE(aborts([] { tile_path({6, 0, 1, false}); }));
  REQUIRE(aborts([] { tile_path({1, 0, 1, true}); }));
  REQUIRE(aborts([] { entry_bundle(std::vector<Buffer>(257)); }));
  REQUIRE(aborts([] { entry_bundle(std::vector<Buffer>{Buffer(0x10000)}); }));
}
