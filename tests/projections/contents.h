// What views hold, as digests; and what a first build of a log in one go gives.
#pragma once
#include <stdexcept>

#include "projections/all.h"
#include "projections/runner.h"

namespace inzicht::testing {

using Digests = std::vector<Digest>;

inline Digests digests(const Runner& runner) {
  Digests out;
  for (const auto name : runner.names()) out.push_back(runner.content_digest(name).value());
  return out;
}
inline Digests built(const Log& log) {
  const auto store = make_memory_views();
  Runner runner(log, *store, all_projections());
  if (!runner.catch_up()) throw std::runtime_error("catch up");
  return digests(runner);
}
inline Digest built(const Log& log, std::string_view view) {
  const auto store = make_memory_views();
  Runner runner(log, *store, all_projections());
  if (!runner.catch_up()) throw std::runtime_error("catch up");
  return runner.content_digest(view).value();
}

}  // namespace inzicht::testing
