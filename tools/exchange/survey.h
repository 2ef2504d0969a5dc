// The first of two readings of a source: checks all of it before anything is written, counts it and takes its digest.
//
// Errors:  what read_xes, read_csv and the byte source answer; bad_input: a column that the mapping names and the file does not
//          have (with those it has), no record that can be taken in (with why the first was not).
#pragma once
#include <functional>

#include "tools/exchange/mapping.h"

namespace inzicht::exchange {

struct ImportSource {
  SourceFormat format = SourceFormat::csv;
  std::filesystem::path file;
};
// Answers the digest of the file.
Result<Digest> read_source(const ImportSource& source, const Mapping& mapping, RecordSink& sink);

struct Survey {
  std::uint64_t records = 0;   // in the file
  std::uint64_t usable = 0;    // that the mapping can read
  std::uint64_t skipped = 0;   // that it leaves out
  std::uint64_t rejected = 0;
  Digest file_digest{};
  std::string about;           // attributes of the log as a whole, a line each; cut off at import_field_bytes_max
};
Result<Survey> survey(const ImportSource& source, const Mapping& mapping);

}  // namespace inzicht::exchange
