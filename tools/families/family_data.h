// The example families and their cast, embedded at build time.
#pragma once
#include <string_view>

namespace inzicht::families {
extern const std::string_view cast_json;
std::string_view family_rows(std::string_view family);  // empty when there is none of that name
}  // namespace inzicht::families
