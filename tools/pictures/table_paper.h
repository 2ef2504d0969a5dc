// A listing as a PDF to print: A4 lying, the head repeated on every page, and under the last row the notes and how many of how many.
//
// Shape:   columns as wide as their words ask, within the paper; long words go on below, over the page if need be. Nothing is cut.
#pragma once
#include <string>
#include <vector>

#include "tools/pictures/paper.h"
#include "tools/pictures/wording.h"

namespace inzicht {

struct TablePaper {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
  std::vector<std::string> notes;
  Micros printed = 0;
};
Result<std::string> table_pdf(const TablePaper& table, const Wording& wording);

}  // namespace inzicht
