// A name of a field as typed, for an error text. Whoever forgets "field=" types words about somebody where a
// name belongs; those are not said again.
//
// Shape:   letters of ASCII, digits and . _ @ [ ] -, at most 64; anything else answers "(…)".
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace inzicht {

inline std::string typed_name(std::string_view typed) {
  static constexpr std::string_view in_names = ".@_[]-";
  const bool is_name = !typed.empty() && typed.size() <= 64 && std::ranges::all_of(typed, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           in_names.find(c) != std::string_view::npos;
  });
  return is_name ? std::string(typed) : "(…)";
}

}  // namespace inzicht
