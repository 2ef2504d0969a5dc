// Lines from outside, with a bound: a file without a line end must not fill the memory.
#pragma once
#include <istream>
#include <string>

namespace inzicht::cli {

// The next line, without its end; false after the last. Of a line longer than `bytes_max` the first `bytes_max` + 1 bytes are kept, so that
// it can be refused by its size, and the rest is passed over.
bool next_line(std::istream& in, std::string& line, std::size_t bytes_max);

}  // namespace inzicht::cli
