#include "ledger/service/publish.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/base/limits.h"

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

Result<Published> take_cosigned(OpenLedger& ledger, const std::string& text) {
  const auto note = crypto::Note::parse(text);
  const auto checkpoint = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
  if (!checkpoint || checkpoint->origin != ledger.settings().origin) return fail(ErrorCode::bad_input, "checkpoint: expected a checkpoint of this ledger");
  const auto kept = ledger.log().checkpoints();
  const auto at = std::ranges::find(kept, checkpoint->size, &std::pair<std::uint64_t, std::string>::first);
  if (at == kept.end()) return fail(ErrorCode::bad_input, fmt::format("checkpoint: expected one that was published here, found none of size {}", checkpoint->size));
  const auto own = crypto::Note::parse(at->second);
  if (!own || own->text != note->text) return fail(ErrorCode::conflict, fmt::format("checkpoint: another one was published for size {}: run verify", checkpoint->size));
  // What was published carries the log's signature already: what comes back must not bring another.
  const auto by_log = [&](const crypto::NoteSignature& s) { return s.name == own->signatures.front().name && s.id == own->signatures.front().id; };
  if (std::ranges::none_of(note->signatures, [&](const auto& s) { return by_log(s) && s.bytes == own->signatures.front().bytes; }))
    return fail(ErrorCode::bad_input, "checkpoint: expected the log's own signature as it was published");
  INZICHT_CHECK(ledger.log().keep_checkpoint(checkpoint->size, text));
  const auto now = ledger.log().checkpoints();
  const auto again = std::ranges::find(now, checkpoint->size, &std::pair<std::uint64_t, std::string>::first);
  return Published{*checkpoint, again->second, false};
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

constexpr std::size_t note_bytes_max = 1 << 20;
constexpr std::size_t tile_bytes_max = crypto::tile_width * (2 + limits::leaf_bytes_max);  // of entries; others are smaller

// Nothing where there is no such file.
Result<std::optional<Buffer>> read_published(const std::filesystem::path& path, std::size_t bytes_max) {
  auto bytes = read_file(path, bytes_max);
  if (bytes) return std::optional(std::move(*bytes));
  if (bytes.error().code == ErrorCode::not_found) return std::optional<Buffer>();
  // Longer than any can be: of something else.
  if (bytes.error().code == ErrorCode::limit) return std::optional<Buffer>(Buffer{});
  return std::unexpected(bytes.error());
}

std::string text_of(const Buffer& bytes) { return {bytes.begin(), bytes.end()}; }

std::unexpected<Error> another_log(std::string_view file) {
  return fail(ErrorCode::conflict,
              fmt::format("tiles: {}: expected this log's, found another log's: give each log a folder of its own", file));
}

Status check_older(const Log& log, const crypto::Checkpoint& older, const crypto::Checkpoint& last) {
  if (older.size > last.size)
    return fail(ErrorCode::corruption,
                fmt::format("tiles: checkpoint: {} events were published there, the last checkpoint here has {}: run verify",
                            older.size, last.size));
  if (older.size == 0) return {};
  const auto node = [&](unsigned level, std::uint64_t index) { return log.node(level, index); };
  const auto proof = crypto::consistency_proof(older.size, last.size, node);
  if (!proof || !crypto::check_consistency(older.size, last.size, older.root, last.root, *proof))
    return fail(ErrorCode::corruption,
                fmt::format("tiles: checkpoint: what was published there (size={}) is not the beginning of this history (size={}): run verify",
                            older.size, last.size));
  return {};
}

// Whether what lies in the folder, if anything, is an earlier state of this log.
Status check_folder(const Log& log, const crypto::VerifierKey& log_key, const crypto::Checkpoint& last,
                    const std::filesystem::path& folder) {
  INZICHT_TRY(vkey, read_published(folder / "vkey", note_bytes_max));
  if (vkey && text_of(*vkey) != log_key.text() + "\n") return another_log("vkey");
  INZICHT_TRY(published, read_published(folder / "checkpoint", note_bytes_max));
  if (!published) return {};
  const auto note = crypto::Note::parse(text_of(*published));
  const auto older = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
  if (!older)
    return fail(ErrorCode::corruption, "tiles: checkpoint: expected a signed checkpoint, found other bytes");
  if (older->origin != last.origin) return another_log("checkpoint");
  const auto checked = crypto::note_verify(*note, std::span(&log_key, 1));
  if (!checked)
    return fail(ErrorCode::corruption,
                "tiles: checkpoint: expected this log's signature, found one that is wrong");
  if (checked->verified.empty()) return another_log("checkpoint");
  return check_older(log, *older, last);
}

// Writes it, or compares it with what is there: a full tile never changes.
Status put_tile(const std::filesystem::path& folder, const crypto::TileId& tile, Bytes bytes) {
  const auto path = folder / crypto::tile_path(tile);
  if (tile.width == crypto::tile_width) {
    INZICHT_TRY(there, read_published(path, tile_bytes_max));
    if (there && std::ranges::equal(*there, bytes)) return {};
    if (there)
      return fail(ErrorCode::corruption,
                  fmt::format("tiles: {}: expected what this ledger holds, found other bytes: run verify; if nothing is wrong, take the file away and run this again",
                              crypto::tile_path(tile)));
  }
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  return write_file(path, bytes, false);
}

}  // namespace

Result<TilesWritten> write_tiles(const Log& log, const crypto::VerifierKey& log_key, const std::filesystem::path& folder,
                                 const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const auto last = last_checkpoint(log);
  if (!last) return fail(ErrorCode::not_found, "tiles: no checkpoint yet: run `inzicht checkpoint` first");
  INZICHT_CHECK(check_folder(log, log_key, last->checkpoint, folder));
  const auto tiles = crypto::tiles_of(last->checkpoint.size);
  TilesWritten out{0, last->checkpoint.size};
  for (const auto& tile : tiles) {
    INZICHT_TRY(bytes, tile.entries ? entries_tile(log, tile) : hash_tile(log, tile));
    INZICHT_CHECK(put_tile(folder, tile, bytes));
    progress(++out.tiles, tiles.size());
  }
  const std::string vkey = log_key.text() + "\n";
  INZICHT_CHECK(write_file(folder / "vkey", crypto::bytes_of(vkey), false));
  INZICHT_CHECK(write_file(folder / "checkpoint", crypto::bytes_of(last->note), false));
  return out;
}

}  // namespace inzicht
