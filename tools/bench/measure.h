// Stopwatch and percentiles.
#pragma once
#include <algorithm>
#include <atomic>
#include <barrier>
#include <chrono>
#include <thread>
#include <vector>

namespace inzicht::bench {

inline double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}
// Calls `work` for about `seconds` and gives calls per second.
template <class Work>
double per_second(double seconds, Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  std::uint64_t calls = 0;
  double passed = 0;
  while (passed < seconds) {
    for (int i = 0; i < 16; ++i) work();
    calls += 16;
    passed = seconds_since(start);
  }
  return static_cast<double>(calls) / passed;
}
// The same on every core at once, since cores share heat, caches and memory: calls per second of one core. `make` gives each
// thread work of its own.
template <class Make>
double per_second_a_core(double seconds, unsigned cores, const Make& make) {
  std::atomic<double> sum{0};
  {
    std::barrier start(static_cast<std::ptrdiff_t>(cores));
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < cores; ++i)
      threads.emplace_back([&] {
        auto work = make();
        start.arrive_and_wait();
        sum += per_second(seconds, work);
      });
  }
  return sum / cores;
}
inline double percentile(std::vector<double>& values, double at) {
  if (values.empty()) return 0;
  const auto n = static_cast<std::size_t>(at * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n), values.end());
  return values[n];
}

}  // namespace inzicht::bench
