// A thread that keeps views up with the log.
//
// Shape:   whoever appends tells it; being told many times during one run costs one run more.
// Errors:  an attempt that fails is logged and kept in error(); the next time it is told, it tries again.
// Threads: tell and error from any thread. stop (and the destructor) wait for the write under way.
#pragma once
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "projections/runner.h"

namespace inzicht {

class Follower {
 public:
  // Catches up at once, then whenever told. The runner must outlive it.
  explicit Follower(Runner& runner);
  ~Follower();
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;

  void tell();
  void stop();
  std::optional<Error> error() const;

 private:
  void run(const std::stop_token& stop);

  Runner& runner_;
  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  bool told_ = true;
  std::optional<Error> error_;
  std::jthread thread_;  // last: everything it uses is there before it starts, and after it ends
};

}  // namespace inzicht
