// The tables of the rule catalogue as the bytes of their files in this folder, compiled in.
// Source:  docs/domain.md §0.10, §5.2, §6; the files equal tests/data/tables (a test compares them).
#pragma once
#include <string_view>

namespace inzicht::tables {

std::string_view rules();
std::string_view terms();
std::string_view admission();
std::string_view parameters();
std::string_view measures();

}  // namespace inzicht::tables
