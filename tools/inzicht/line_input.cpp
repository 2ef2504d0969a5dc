#include "tools/inzicht/line_input.h"

namespace inzicht::cli {

bool next_line(std::istream& in, std::string& line, std::size_t bytes_max) {
  constexpr auto end = std::char_traits<char>::eof();
  line.clear();
  auto* bytes = in.rdbuf();
  int c = bytes->sbumpc();
  if (c == end) return false;
  for (; c != end && c != '\n'; c = bytes->sbumpc())
    if (line.size() <= bytes_max) line.push_back(static_cast<char>(c));
  return true;
}

}  // namespace inzicht::cli
