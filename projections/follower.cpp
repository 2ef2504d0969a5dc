#include "projections/follower.h"

#include <spdlog/spdlog.h>

namespace inzicht {

Follower::Follower(Runner& runner) : runner_(runner), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Follower::~Follower() { stop(); }

void Follower::tell() {
  {
    const std::lock_guard lock(mutex_);
    told_ = true;
  }
  wake_.notify_one();
}

void Follower::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

std::optional<Error> Follower::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

void Follower::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return told_; })) return;
      told_ = false;
    }
    auto status = runner_.catch_up(stop);
    if (!status) spdlog::error("views: following the log: {}", status.error().text);
    const std::lock_guard lock(mutex_);
    error_ = status ? std::nullopt : std::optional(std::move(status).error());
  }
}

}  // namespace inzicht
