// Stops the program when a caller broke a "Requires:" or the system gave no memory or randomness.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace inzicht::crypto {

inline void must(bool holds, const char* what, std::source_location at = std::source_location::current()) {
  if (holds) return;
  std::fprintf(stderr, "crypto: %s (%s:%u)\n", what, at.file_name(), static_cast<unsigned>(at.line()));
  std::abort();
}

}  // namespace inzicht::crypto
