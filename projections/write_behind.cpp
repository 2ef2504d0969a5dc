#include "projections/write_behind.h"

namespace inzicht::views {

WriteBehind::WriteBehind(ViewStore& store, bool aside) : store_(store) {
  if (aside) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

WriteBehind::~WriteBehind() {
  static_cast<void>(finish());
  thread_.request_stop();
}

Status WriteBehind::write(const Pending& batch) {
  std::vector<ViewWrite> writes;
  for (const auto& rows : batch)
    if (rows.moved) writes.push_back({rows.view, rows.position, &rows.rows});
  return writes.empty() ? Status{} : store_.write(writes);
}

Status WriteBehind::submit(Pending& batch) {
  if (!thread_.joinable()) {
    if (status_) status_ = write(batch);
    for (auto& rows : batch) rows.rows.clear();
    return status_;
  }
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !busy_; });
  if (!status_) return status_;
  std::swap(under_way_, batch);
  if (batch.size() != under_way_.size()) batch = Pending(under_way_.size());
  for (auto& rows : batch) rows.rows.clear();
  busy_ = true;
  changed_.notify_all();
  return {};
}

Status WriteBehind::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !busy_; });
  return status_;
}

void WriteBehind::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return busy_; })) {
    lock.unlock();  // busy_ keeps the other side off the batch
    auto status = write(under_way_);
    lock.lock();
    status_ = std::move(status);
    busy_ = false;
    changed_.notify_all();
  }
}

}  // namespace inzicht::views
