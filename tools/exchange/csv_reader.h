// Reads a table as RFC 4180 has it, as a stream: a header line, then one record per row.
//
// Shape:   UTF-8, with or without byte order mark; lines end in LF or CR LF; quotes may hold separators, line ends and doubled
//          quotes. Empty lines are passed over. A column without a name is called "#3" after its place.
// Errors:  bad_input: no header line, a header that is not UTF-8, a column named twice, a quote that is never closed. A row with
//          another number of fields, a stray quote, bytes that are not UTF-8 or a field over its limit is rejected.
// Source:  RFC 4180.
#pragma once
#include "tools/exchange/byte_source.h"
#include "tools/exchange/source_record.h"

namespace inzicht::exchange {

inline constexpr std::size_t csv_columns_max = 1024;

Status read_csv(ByteSource& source, char separator, RecordSink& sink);

}  // namespace inzicht::exchange
