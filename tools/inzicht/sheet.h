// A view as a file that a spreadsheet opens: CSV as a Dutch spreadsheet expects it, or XLSX with real dates and numbers.
//
// Shape:   every column of the view, in the words people read. CSV is UTF-8 with a byte order mark, `;` between cells, CRLF between lines,
//          and no cell that a spreadsheet would run as a formula: such a text starts with an apostrophe. The notes stand below the rows, after an empty line;
//          XLSX has them on a second sheet.
// Errors:  already_exists: nothing is overwritten; io, disk_full; limit from write_xlsx for a text over 32,767 characters or with a NUL
//          character, or more than 1,048,575 rows: nothing is cut silently. Nothing is left behind after an error.
// Files:   readable by their owner only. What a library puts aside while writing lies beside the file, never elsewhere.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/base/error.h"
#include "ledger/base/time.h"

namespace inzicht::cli {

struct LocalMoment {  // shown in Europe/Amsterdam, to the minute
  Micros at = 0;
};
struct SheetNumber {  // value / 10^digits
  std::int64_t value = 0;
  unsigned digits = 1;
};
using SheetCell = std::variant<std::string, std::int64_t, SheetNumber, Date, LocalMoment>;

struct Sheet {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<SheetCell>> rows;  // as many cells as columns
  std::string notes_title;                   // of the second sheet
  std::vector<std::string> notes;            // how many of how many, and whatever else belongs under the table
};

// A new file with these bytes: whole, or not at all.
Status write_new(std::string_view bytes, const std::filesystem::path& file);
std::string csv_of(const Sheet& sheet);
Status write_csv(const Sheet& sheet, const std::filesystem::path& file);
Status write_xlsx(const Sheet& sheet, const std::filesystem::path& file);

}  // namespace inzicht::cli
