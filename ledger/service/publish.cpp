#include "ledger/service/publish.h"

#include <fmt/format.h>

namespace inzicht {

crypto::VerifierKey log_verifier_key(const LedgerKeys& keys, const std::string& origin) {
  return crypto::VerifierKey::make(origin, crypto::note_ed25519, keys.log.public_key());
}

std::optional<Published> last_checkpoint(const Log& log) {
  const auto kept = log.checkpoints();
  if (kept.empty()) return std::nullopt;
  const auto note = crypto::Note::parse(kept.back().second);
  const auto checkpoint = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
  if (!checkpoint) return std::nullopt;
  return Published{*checkpoint, kept.back().second, false};
}

Result<Published> publish_checkpoint(OpenLedger& ledger) {
  const auto frontier = ledger.log().frontier();
  if (auto last = last_checkpoint(ledger.log()); last && last->checkpoint.size == frontier.size()) {
    if (last->checkpoint.root != frontier.root())
      return fail(ErrorCode::corruption, fmt::format("checkpoint: the tree differs from what was published (size={}): run verify", frontier.size()));
    return std::move(*last);
  }
  Published out;
  out.checkpoint = {ledger.settings().origin, frontier.size(), frontier.root()};
  crypto::Note note;
  note.text = out.checkpoint.text();
  crypto::note_sign(note, ledger.settings().origin, ledger.keys().log);
  out.note = note.serialise();
  out.fresh = true;
  INZICHT_CHECK(ledger.log().keep_checkpoint(out.checkpoint.size, out.note));
  return out;
}

namespace {

Result<Buffer> hash_tile(const Log& log, const crypto::TileId& tile) {
  Buffer out;
  out.reserve(tile.width * 32);
  for (std::uint32_t i = 0; i < tile.width; ++i) {
    const auto node = log.node(tile.level * crypto::tile_height, tile.index * crypto::tile_width + i);
    if (!node) return fail(ErrorCode::corruption, fmt::format("tiles: a hash is missing (level={} index={})", tile.level, tile.index * crypto::tile_width + i));
    out.insert(out.end(), node->begin(), node->end());
  }
  return out;
}

Result<Buffer> entries_tile(const Log& log, const crypto::TileId& tile) {
  std::vector<Buffer> leaves;
  const std::uint64_t from = tile.index * crypto::tile_width;
  INZICHT_CHECK(log.scan(from, from + tile.width, [&](const EventView& view) {
    leaves.emplace_back(view.leaf.begin(), view.leaf.end());
    return true;
  }));
  if (leaves.size() != tile.width) return fail(ErrorCode::corruption, fmt::format("tiles: leaves are missing (from index={})", from));
  return crypto::entry_bundle(leaves);
}

}  // namespace

Result<TilesWritten> write_tiles(const Log& log, const crypto::VerifierKey& log_key, const std::filesystem::path& folder,
                                 const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const auto last = last_checkpoint(log);
  if (!last) return fail(ErrorCode::not_found, "tiles: no checkpoint yet: run `inzicht checkpoint` first");
  const auto tiles = crypto::tiles_of(last->checkpoint.size);
  TilesWritten out{0, last->checkpoint.size};
  for (const auto& tile : tiles) {
    const auto path = folder / crypto::tile_path(tile);
    std::error_code error;
    // A full tile never changes.
    if (!(tile.width == crypto::tile_width && std::filesystem::exists(path, error))) {
      INZICHT_TRY(bytes, tile.entries ? entries_tile(log, tile) : hash_tile(log, tile));
      std::filesystem::create_directories(path.parent_path(), error);
      INZICHT_CHECK(write_file(path, bytes, false));
    }
    progress(++out.tiles, tiles.size());
  }
  const std::string vkey = log_key.text() + "\n";
  INZICHT_CHECK(write_file(folder / "vkey", crypto::bytes_of(vkey), false));
  INZICHT_CHECK(write_file(folder / "checkpoint", crypto::bytes_of(last->note), false));
  return out;
}

}  // namespace inzicht
