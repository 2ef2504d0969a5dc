// Brings views up to the log: decodes each event once and hands it to every view that has not seen it yet.
//
// Shape:   rows are written some thousand events at a time, with each view's position, while the next thousand are read. A view of another version, one that is
//          further than the log, one of another log (its last leaf is not the log's), or one from before events were purged is dropped and built again from the first event.
// Errors:  those of the log and of the store; corruption or newer from an event that does not read. Views keep what was written
//          before, and go on from there when asked again.
// Threads: all functions from any thread; one at a time does the work.
// Owns:    the projections; log and store must outlive it.
#pragma once
#include <functional>
#include <mutex>
#include <stop_token>

#include "ledger/log/log.h"
#include "projections/feed.h"
#include "projections/write_behind.h"

namespace inzicht {

// Why what was stored of a view is not used any more.
enum class BuiltAgain { damaged, other_version, other_log, purged };

struct RunnerOptions {
  std::size_t batch_events = 1000;  // per write; rows in memory stay within a few of these
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;  // events, after every write; may be empty
  std::function<void(std::string_view view, BuiltAgain why)> built_again;  // before the first event goes in; empty view: all of them; may be empty
};

class Runner {
 public:
  Runner(const Log& log, ViewStore& store, std::vector<std::unique_ptr<Projection>> projections, RunnerOptions options = {});

  // To the size the log has when this is called. A stop that is asked for ends it after the write under way, without an error.
  Status catch_up(std::stop_token stop = {});
  // Drops the view (all of them when empty) and applies every event again. not_found: there is no such view.
  Status rebuild(std::string_view view = {});
  // SHA-256 over all rows in order: the same events give the same bytes.
  Result<Digest> content_digest(std::string_view view) const;
  // The first event that some view has not seen.
  Result<std::uint64_t> position() const;
  std::vector<std::string_view> names() const;

 private:
  struct Track;
  Result<ViewPosition> usable_position(const Projection& projection);
  Result<bool> goes_on(const ViewPosition& position) const;
  Status feed(std::vector<Track>& tracks, std::uint64_t size, const std::stop_token& stop);
  static Result<std::size_t> apply(std::vector<Track>& tracks, views::Feed& feed, const EventView& stored);
  static void take(std::vector<Track>& tracks, std::uint64_t next, const Digest& last_leaf, views::Pending& batch);
  Status catch_up_locked(const std::stop_token& stop);

  const Log& log_;
  ViewStore& store_;
  const std::vector<std::unique_ptr<Projection>> projections_;
  const RunnerOptions options_;
  std::mutex mutex_;
};

}  // namespace inzicht
