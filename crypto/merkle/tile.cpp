#include "crypto/merkle/tile.h"

#include <algorithm>
#include <charconv>

#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

constexpr unsigned levels = 6;                                              // so a tree is below 2^48 leaves
constexpr std::uint64_t index_end = std::uint64_t{1} << (tile_height * 5);  // tiles of level 0
constexpr std::uint64_t path_base = 1000;
constexpr std::string_view partial_mark = ".p/";

std::string three_digits(std::uint64_t n) {
  std::string out = std::to_string(n);
  return std::string(3 - out.size(), '0') + out;
}

// Decimal without leading zeros, at most four digits: every number of a path fits.
std::optional<unsigned> small_number(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.size() > 4) return std::nullopt;
  return value;
}

// Takes "x001/x234/067" apart; what it lets through is still compared with what tile_path writes.
std::optional<std::uint64_t> parse_index(std::string_view text) {
  std::uint64_t index = 0;
  for (;;) {
    const std::size_t slash = text.find('/');
    std::string_view element = text.substr(0, slash);
    if (slash != std::string_view::npos && element.starts_with('x')) element.remove_prefix(1);
    const auto digits = small_number(element);
    if (!digits || element.size() != 3 || index > index_end) return std::nullopt;
    index = index * path_base + *digits;
    if (slash == std::string_view::npos) return index;
    text.remove_prefix(slash + 1);
  }
}

std::optional<TileId> parse_kind(std::string_view kind) {
  TileId tile;
  tile.entries = kind == "entries";
  if (tile.entries) return tile;
  const auto level = small_number(kind);
  if (!level || *level >= levels) return std::nullopt;
  tile.level = *level;
  return tile;
}

// Tiles of one level that a tree of `to` hashes on that level has and one of `from` has not.
void add_level(std::vector<TileId>& out, unsigned level, bool entries, std::uint64_t from, std::uint64_t to) {
  if (from == to) return;
  for (std::uint64_t i = from / tile_width; i < to / tile_width; ++i) {
    out.push_back({level, i, static_cast<std::uint32_t>(tile_width), entries});
  }
  const auto rest = static_cast<std::uint32_t>(to % tile_width);
  if (rest != 0) out.push_back({level, to / tile_width, rest, entries});
}

}  // namespace

std::string tile_path(const TileId& tile) {
  must(tile.width >= 1 && tile.width <= tile_width, "a tile is 1 to 256 wide");
  must(tile.entries ? tile.level == 0 : tile.level < levels, "no such tile level");
  std::string number = three_digits(tile.index % path_base);
  for (std::uint64_t n = tile.index / path_base; n > 0; n /= path_base) {
    number = "x" + three_digits(n % path_base) + "/" + number;
  }
  std::string out = "tile/" + (tile.entries ? "entries" : std::to_string(tile.level)) + "/" + number;
  if (tile.width != tile_width) out.append(partial_mark).append(std::to_string(tile.width));
  return out;
}

std::optional<TileId> parse_tile_path(std::string_view path) {
  std::string_view rest = path;
  if (!rest.starts_with("tile/")) return std::nullopt;
  rest.remove_prefix(5);
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  auto tile = parse_kind(rest.substr(0, slash));
  if (!tile) return std::nullopt;
  rest.remove_prefix(slash + 1);
  if (const std::size_t mark = rest.find(partial_mark); mark != std::string_view::npos) {
    const auto width = small_number(rest.substr(mark + partial_mark.size()));
    if (!width || *width == 0 || *width >= tile_width) return std::nullopt;
    tile->width = *width;
    rest = rest.substr(0, mark);
  }
  const auto index = parse_index(rest);
  if (!index || *index >= index_end >> (tile_height * tile->level)) return std::nullopt;
  tile->index = *index;
  if (tile_path(*tile) != path) return std::nullopt;
  return tile;
}

std::vector<TileId> tiles_of(std::uint64_t size) { return new_tiles(0, size); }

std::vector<TileId> new_tiles(std::uint64_t from, std::uint64_t to) {
  must(from <= to, "new tiles: a tree does not shrink");
  must(to <= index_end * tile_width - 1, "new tiles: a tree is below 2^48 leaves");
  std::vector<TileId> out;
  for (unsigned level = 0; level < levels; ++level) {
    add_level(out, level, false, from >> (tile_height * level), to >> (tile_height * level));
  }
  add_level(out, 0, true, from, to);
  return out;
}

std::optional<Digest> node_from_tile(std::span<const Digest> tile, unsigned level_in_tile,
                                     std::uint64_t index_in_level) {
  if (level_in_tile > tile_height || index_in_level >= tile_width >> level_in_tile) return std::nullopt;
  const std::size_t count = std::size_t{1} << level_in_tile;
  const auto begin = static_cast<std::size_t>(index_in_level) << level_in_tile;
  if (begin + count > tile.size()) return std::nullopt;
  return root_of(tile.subspan(begin, count));
}

Buffer entry_bundle(std::span<const Buffer> leaves) {
  must(leaves.size() <= tile_width, "a bundle holds at most 256 leaves");
  Buffer out;
  for (const Buffer& leaf : leaves) {
    must(leaf.size() <= 0xffff, "a leaf in a bundle is at most 65,535 bytes");
    append_u16(out, static_cast<std::uint16_t>(leaf.size()));
    append(out, leaf);
  }
  return out;
}

std::optional<std::vector<Buffer>> parse_entry_bundle(Bytes bundle) {
  std::vector<Buffer> leaves;
  while (!bundle.empty()) {
    if (bundle.size() < 2 || leaves.size() == tile_width) return std::nullopt;
    const std::size_t length = static_cast<std::size_t>(bundle[0]) << 8 | bundle[1];
    bundle = bundle.subspan(2);
    if (bundle.size() < length) return std::nullopt;
    leaves.emplace_back(bundle.begin(), bundle.begin() + static_cast<std::ptrdiff_t>(length));
    bundle = bundle.subspan(length);
  }
  return leaves;
}

}  // namespace inzicht::crypto
