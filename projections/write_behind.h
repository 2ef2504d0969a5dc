// Writes a batch while the next one is put together.
//
// Shape:   one batch at a time is under way; handing over the next waits for it. Small runs write at once, without a thread.
// Errors:  those of the store, given at the next submit or at finish; after one, nothing more is written.
// Threads: submit and finish from one thread.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "projections/view_store.h"

namespace inzicht::views {

struct PendingRows {
  std::string_view view;
  ViewPosition position;
  ViewBatch rows;
  bool moved = false;  // otherwise there is nothing to write of this view
};
using Pending = std::vector<PendingRows>;

class WriteBehind {
 public:
  WriteBehind(ViewStore& store, bool aside);
  ~WriteBehind();
  WriteBehind(const WriteBehind&) = delete;
  WriteBehind& operator=(const WriteBehind&) = delete;

  // Takes the batch, and gives back one to fill, as large and without rows.
  Status submit(Pending& batch);
  // Everything submitted is written.
  Status finish();

 private:
  void run(const std::stop_token& stop);
  Status write(const Pending& batch);

  ViewStore& store_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  Pending under_way_;
  bool busy_ = false;
  Status status_;
  std::jthread thread_;  // last: it uses all the others
};

}  // namespace inzicht::views
