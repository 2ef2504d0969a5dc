// Where rows of views are kept: one family per view, with how far the view has come. Everything in it can be rebuilt from the log.
//
// Shape:   a row is a key and a value of bytes (row_codec.h); rows come back in order of key. Position and rows of one write
//          are kept or lost together.
// Errors:  locked: another process holds the folder. io, disk_full: the disk. corruption: a row or block that does not check;
//          dropping the view and rebuilding it cures that. A folder that does not open as ours is emptied, not an error.
// Threads: write and drop from one thread at a time; reading from any thread, also while writing. A scan sees one moment.
// Not synced: after a crash a view is found as it was some writes ago, never ahead of the log and never in part.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "projections/projection.h"

namespace inzicht {

// How far a view has come, and of which log: `next` is the index of the first event it has not seen.
struct ViewPosition {
  std::uint16_t row_format = 0;  // of row_codec.h; 0: nothing is stored
  std::uint16_t version = 0;     // of the projection
  std::uint64_t next = 0;
  Digest last_leaf{};            // digest of the leaf at next - 1: shows a log that was replaced or cut
  std::uint64_t purges = 0;      // Log::purges then: rows of what was purged since are not kept
  bool operator==(const ViewPosition&) const = default;
};
struct ViewWrite {
  std::string_view view;
  ViewPosition position;
  const ViewBatch* rows = nullptr;
};

class ViewStore {
 public:
  virtual ~ViewStore() = default;
  virtual Result<ViewPosition> position(std::string_view view) const = 0;
  // All of it at once.
  virtual Status write(std::span<const ViewWrite> writes) = 0;
  // Rows and position are gone.
  virtual Status drop(std::string_view view) = 0;
  // Rows whose key begins with the prefix, in order of key, as of one moment. The visitor answers false to stop.
  using RowVisitor = std::function<bool(Bytes key, Bytes value)>;
  virtual Status scan(std::string_view view, Bytes prefix, const RowVisitor& visit) const = 0;
  // What lay there when it was opened could not be used, and is gone.
  virtual bool was_emptied() const { return false; }
};

std::unique_ptr<ViewStore> make_memory_views();
// Makes the folder when it is not there.
Result<std::unique_ptr<ViewStore>> open_views(const std::filesystem::path& folder);
// Removes what the store keeps there, damaged or not; what somebody else put there stays. Requires: nobody has it open.
Status empty_views(const std::filesystem::path& folder);

}  // namespace inzicht
