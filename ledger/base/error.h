// Operating faults are values: Result<T>. Refusals by a rule are values of their own (ledger/service); bugs abort.
//
// Errors:  the text is lower case: what failed, expected and found, then ids. Never a name or a line of case text.
// Source:  docs/errors.md lists every code: cause and what the caller does.
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace inzicht {

enum class ErrorCode {
  not_found,       // there is no such thing; check the id
  already_exists,  // refuses to overwrite; choose another place
  bad_input,       // malformed or out of range; the text names the field
  limit,           // over a limit of ledger/base/limits.h
  newer,           // written by a newer program; upgrade
  corruption,      // stored bytes do not check; stop, run verify
  latched,         // read-only since a fault; run verify, then reopen
  io,              // the disk said no
  disk_full,       // no room; nothing was recorded; free space and send again
  locked,          // passphrase wrong, or the file is held by another program
  conflict,        // the state moved on; read again
};
std::string_view name_of(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string text;
};
template <class T>
using Result = std::expected<T, Error>;
using Status = std::expected<void, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string text) {
  return std::unexpected(Error{code, std::move(text)});
}

// Returns early with the error of an expression, or gives its value.
#define INZICHT_TRY(name, expression)                                          \
  auto name##_result = (expression);                                           \
  if (!name##_result) return std::unexpected(std::move(name##_result).error()); \
  auto name = std::move(*name##_result)
#define INZICHT_CHECK(expression)                                              \
  do {                                                                         \
    if (auto status_ = (expression); !status_) return std::unexpected(std::move(status_).error()); \
  } while (false)

}  // namespace inzicht
