#include "ledger/verify/event_stream.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "ledger/base/assert.h"
#include "ledger/verify/batch.h"

namespace inzicht {
namespace {

// Batches between reader, pool and caller. At most `under_way_max` exist at a time.
class Line {
 public:
  explicit Line(std::size_t under_way_max) : under_way_max_(under_way_max) {}

  void put_read(std::unique_ptr<Batch> batch) {
    std::unique_lock hold(mutex_);
    moved_.wait(hold, [this] { return read_ - folded_ < under_way_max_; });
    to_check_.push_back(std::move(batch));
    in_order_.push_back(to_check_.back().get());
    ++read_;
    moved_.notify_all();
  }
  void end_of_reading() {
    const std::unique_lock hold(mutex_);
    all_read_ = true;
    moved_.notify_all();
  }
  // Null at the end.
  std::unique_ptr<Batch> take_read() {
    std::unique_lock hold(mutex_);
    moved_.wait(hold, [this] { return !to_check_.empty() || all_read_; });
    if (to_check_.empty()) return nullptr;
    auto batch = std::move(to_check_.front());
    to_check_.pop_front();
    return batch;
  }
  void put_checked(std::unique_ptr<Batch> batch) {
    const std::unique_lock hold(mutex_);
    checked_.push_back(std::move(batch));
    moved_.notify_all();
  }
  // The next in the order of reading; null at the end.
  std::unique_ptr<Batch> take_checked() {
    std::unique_lock hold(mutex_);
    const auto next = [this] {
      return in_order_.empty() ? checked_.end() : std::ranges::find(checked_, in_order_.front(), [](const auto& batch) { return batch.get(); });
    };
    moved_.wait(hold, [&] { return next() != checked_.end() || (all_read_ && in_order_.empty()); });
    if (in_order_.empty()) return nullptr;
    const auto at = next();
    auto batch = std::move(*at);
    checked_.erase(at);
    in_order_.pop_front();
    ++folded_;
    moved_.notify_all();
    return batch;
  }

 private:
  const std::size_t under_way_max_;
  std::mutex mutex_;
  std::condition_variable moved_;
  std::deque<std::unique_ptr<Batch>> to_check_;
  std::vector<std::unique_ptr<Batch>> checked_;
  std::deque<const Batch*> in_order_;
  std::size_t read_ = 0, folded_ = 0;
  bool all_read_ = false;
};

// Fills batches from the scan and sends them on.
Status read_all(const RawLog& log, KeyBook& keys, Line& line) {
  LedgerFinder ledger;
  auto batch = std::make_unique<Batch>();
  const auto send = [&] {
    batch->prepare(keys, ledger);
    line.put_read(std::move(batch));
    batch = std::make_unique<Batch>();
  };
  auto status = log.scan_raw(0, ~std::uint64_t{0}, [&](const RawLog::Raw& raw) {
    batch->add(raw);
    if (batch->is_full()) send();
  });
  if (!batch->empty()) send();
  line.end_of_reading();
  return status;
}

}  // namespace

Status EventStream::run(const Take& take) {
  INZICHT_ASSERT(threads_ >= 1);
  KeyBook keys;
  Line line(2 * threads_ + 2);
  Status status;
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { status = read_all(log_, keys, line); });
    for (unsigned i = 0; i < threads_; ++i)
      threads.emplace_back([&] {
        while (auto batch = line.take_read()) {
          batch->check(keys, check_);
          line.put_checked(std::move(batch));
        }
      });
    while (auto batch = line.take_checked())
      for (auto& event : batch->checked()) take(event, batch->ledger());
  }
  return status;
}

}  // namespace inzicht
