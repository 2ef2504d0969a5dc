// Numbers by chance that are the same on every machine: a seed and the counts of docs/performance.md, nothing of the library's.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string_view>

namespace inzicht::bench {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : bits_(seed) {}

  // From least to most, each as likely.
  unsigned between(unsigned least, unsigned most) { return least + static_cast<unsigned>(bits_() % (most - least + 1)); }
  bool percent(unsigned of_hundred) { return between(1, 100) <= of_hundred; }
  // Place in a list of weights.
  unsigned weighed(std::initializer_list<unsigned> weights) {
    unsigned sum = 0;
    for (const auto weight : weights) sum += weight;
    unsigned at = between(1, sum), place = 0;
    for (const auto weight : weights) {
      if (at <= weight) return place;
      at -= weight;
      ++place;
    }
    return place;
  }
  // How often it goes on before it stops: each time with this chance, never more than `most`.
  unsigned times(unsigned percent_to_go_on, unsigned most) {
    unsigned n = 0;
    while (n < most && percent(percent_to_go_on)) ++n;
    return n;
  }
  std::string_view one_of(std::initializer_list<std::string_view> values) { return values.begin()[between(0, static_cast<unsigned>(values.size()) - 1)]; }

 private:
  std::mt19937_64 bits_;
};

}  // namespace inzicht::bench
