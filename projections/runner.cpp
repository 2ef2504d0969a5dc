#include "projections/runner.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "crypto/digest.h"
#include "projections/feed.h"
#include "projections/row_codec.h"
#include "projections/write_behind.h"

namespace inzicht {
namespace {

constexpr std::size_t batch_bytes_max = std::size_t{4} << 20;  // of one view: events may be as wide as their lists

}  // namespace

// How far one view is during a scan.
struct Runner::Track {
  Projection* projection = nullptr;
  ViewPosition position;
  ViewBatch rows;
};

Runner::Runner(const Log& log, ViewStore& store, std::vector<std::unique_ptr<Projection>> projections, RunnerOptions options)
    : log_(log), store_(store), projections_(std::move(projections)), options_(std::move(options)) {}

std::vector<std::string_view> Runner::names() const {
  std::vector<std::string_view> out;
  for (const auto& projection : projections_) out.push_back(projection->name());
  return out;
}

Status Runner::catch_up(std::stop_token stop) {
  const std::lock_guard lock(mutex_);
  return catch_up_locked(stop);
}

Status Runner::rebuild(std::string_view view) {
  const std::lock_guard lock(mutex_);
  bool found = false;
  for (const auto& projection : projections_) {
    if (!view.empty() && projection->name() != view) continue;
    found = true;
    INZICHT_CHECK(store_.drop(projection->name()));
  }
  if (!found) return fail(ErrorCode::not_found, "views: there is no view " + std::string{view});
  return catch_up_locked({});
}

Result<Digest> Runner::content_digest(std::string_view view) const {
  crypto::Sha256Stream digest;
  Buffer lengths;
  INZICHT_CHECK(store_.scan(view, {}, [&](Bytes key, Bytes value) {
    lengths.clear();
    crypto::append_u32(lengths, static_cast<std::uint32_t>(key.size()));
    crypto::append_u32(lengths, static_cast<std::uint32_t>(value.size()));
    digest.update(lengths);
    digest.update(key);
    digest.update(value);
    return true;
  }));
  return digest.finish();
}

Result<std::uint64_t> Runner::position() const {
  std::uint64_t least = log_.size();
  for (const auto& projection : projections_) {
    INZICHT_TRY(position, store_.position(projection->name()));
    least = std::min(least, position.next);
  }
  return least;
}

// Whether a position was reached on this log.
Result<bool> Runner::goes_on(const ViewPosition& position) const {
  if (position.next == 0) return true;
  if (position.next > log_.size()) return false;
  INZICHT_TRY(last, log_.read(position.next - 1));
  return crypto::sha256(last.leaf) == position.last_leaf;
}

Result<ViewPosition> Runner::usable_position(const Projection& projection) {
  INZICHT_TRY(purges, log_.purges());
  const ViewPosition fresh{views::row_format, projection.version(), 0, {}, purges};
  INZICHT_TRY(stored, store_.position(projection.name()));
  const bool ours = stored.row_format == fresh.row_format && stored.version == fresh.version;
  const bool purged_since = stored.purges != purges;
  if (ours && !purged_since) {
    INZICHT_TRY(same_log, goes_on(stored));
    if (same_log) return stored;
  }
  // Also without a position that reads: rows beside it would stay for ever.
  INZICHT_CHECK(store_.drop(projection.name()));
  if (stored == ViewPosition{}) return fresh;
  const auto why = !ours ? BuiltAgain::other_version : purged_since ? BuiltAgain::purged : BuiltAgain::other_log;
  spdlog::debug("views: {} is built again ({})", projection.name(), static_cast<int>(why));
  if (options_.built_again) options_.built_again(projection.name(), why);
  return fresh;
}

Status Runner::catch_up_locked(const std::stop_token& stop) {
  std::vector<Track> tracks;
  for (const auto& projection : projections_) {
    INZICHT_TRY(position, usable_position(*projection));
    tracks.push_back({projection.get(), position, {}});
  }
  return feed(tracks, log_.size(), stop);
}

Status Runner::feed(std::vector<Track>& tracks, std::uint64_t size, const std::stop_token& stop) {
  if (tracks.empty()) return {};
  const auto from = std::ranges::min(tracks, {}, [](const Track& t) { return t.position.next; }).position.next;
  if (from >= size) return {};
  views::Feed feed;
  views::Pending batch(tracks.size());
  views::WriteBehind writer(store_, size - from > options_.batch_events);
  Status outcome;
  std::uint64_t written = from;  // the first event of the batch
  const auto scanned = log_.scan(from, size, [&](const EventView& stored) {
    const auto bytes = apply(tracks, feed, stored);
    if (!bytes) {
      outcome = std::unexpected(bytes.error());
      return false;
    }
    const auto next = stored.index + 1;
    if (next - written < options_.batch_events && *bytes < batch_bytes_max && next != size) return true;
    take(tracks, next, crypto::sha256(stored.leaf), batch);
    outcome = writer.submit(batch);
    written = next;
    if (outcome && options_.progress) options_.progress(next - from, size - from);
    return outcome.has_value() && !stop.stop_requested();
  });
  const auto finished = writer.finish();
  if (!outcome) return outcome;
  return finished ? scanned : finished;
}

// Answers the size of the largest batch.
Result<std::size_t> Runner::apply(std::vector<Track>& tracks, views::Feed& feed, const EventView& stored) {
  INZICHT_TRY(fed, feed.event(stored));
  std::size_t bytes = 0;
  if (fed == nullptr) return bytes;
  return views::reading(stored.index, [&]() -> Result<std::size_t> {
    for (auto& track : tracks) {
      if (stored.index < track.position.next) continue;
      track.projection->apply(*fed, track.rows);
      bytes = std::max(bytes, track.rows.bytes());
    }
    return bytes;
  });
}

// Moves what the tracks have gathered into the batch; each view that was not further yet is at `next` then.
void Runner::take(std::vector<Track>& tracks, std::uint64_t next, const Digest& last_leaf, views::Pending& batch) {
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    Track& track = tracks[i];
    batch[i].moved = track.position.next < next;
    if (!batch[i].moved) continue;
    track.position.next = next;
    track.position.last_leaf = last_leaf;
    batch[i].view = track.projection->name();
    batch[i].position = track.position;
    std::swap(batch[i].rows, track.rows);
  }
}

}  // namespace inzicht
