// A made-up ledger of any size: registry events first, then every kind that views know, over some cases. The same seed, the same ledger.
#pragma once
#include <random>

#include "tests/projections/given.h"

namespace inzicht::testing {

class Sampler {
 public:
  Sampler(Ledger& ledger, unsigned seed, std::uint8_t cases) : ledger_(ledger), random_(seed), cases_(cases) {}

  NewEvent next();
  std::vector<NewEvent> group(std::size_t count);
  void append(std::size_t count);  // in groups of sizes that differ

 private:
  // The events of a case that later ones refer to.
  struct Known {
    std::optional<EventId> signal, decision, task, goal, plan;
  };
  NewEvent registry_event();
  NewEvent case_event(std::uint8_t number);
  Json draft(std::uint8_t number, const Known& known);
  void remember(Known& known, const Json& draft, const EventId& event);
  unsigned pick(unsigned below) { return std::uniform_int_distribution<unsigned>(0, below - 1)(random_); }
  Given given(std::optional<CaseId> kase);
  Json person() { return text(nth<SubjectId>(static_cast<std::uint8_t>(1 + pick(9)))); }

  Ledger& ledger_;
  std::mt19937 random_;
  std::uint8_t cases_;
  std::uint64_t made_ = 0;
  Micros now_ = local("2019-01-07 09:00");
  std::map<std::uint8_t, Known> known_;
};

}  // namespace inzicht::testing
