// A table as RFC 4180 has it, for round trips.
#pragma once
#include <string>
#include <vector>

namespace inzicht::exchange::testing {

inline std::string csv_field(const std::string& text, char separator) {
  if (text.find_first_of(std::string("\"\r\n") + separator) == std::string::npos && !text.empty()) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

inline std::string csv_text(const std::vector<std::vector<std::string>>& rows, char separator, const std::string& line_end) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : std::string(1, separator)) + csv_field(row[i], separator);
    out += line_end;
  }
  return out;
}

}  // namespace inzicht::exchange::testing
