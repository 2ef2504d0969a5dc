// A bug aborts, in every build: a ledger that has lost its invariants must stop writing.
#pragma once
#include <cstdio>
#include <cstdlib>

namespace inzicht {
[[noreturn]] inline void assert_failed(const char* what, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: bug: expected %s\n", file, line, what);
  std::abort();
}
}  // namespace inzicht
#define INZICHT_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::inzicht::assert_failed(#condition, __FILE__, __LINE__))
