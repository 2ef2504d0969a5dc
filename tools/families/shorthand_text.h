// Cutting the short-hand of the tables: at separators outside brackets, without the blanks around.
#pragma once
#include <string_view>
#include <vector>

namespace inzicht::families {

std::vector<std::string_view> split_top(std::string_view text, char separator);

}  // namespace inzicht::families
