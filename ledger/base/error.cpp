#include "ledger/base/error.h"

namespace inzicht {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found: return "not_found";
    case ErrorCode::already_exists: return "already_exists";
    case ErrorCode::bad_input: return "bad_input";
    case ErrorCode::limit: return "limit";
    case ErrorCode::newer: return "newer";
    case ErrorCode::corruption: return "corruption";
    case ErrorCode::latched: return "latched";
    case ErrorCode::io: return "io";
    case ErrorCode::disk_full: return "disk_full";
    case ErrorCode::locked: return "locked";
    case ErrorCode::conflict: return "conflict";
  }
  return "unknown";
}

}  // namespace inzicht
