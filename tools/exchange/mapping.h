// What the columns or attributes of another system's file mean, as a TOML file that people write.
//
// Shape:   [columns] case, activity, time, resource, id: names of columns (CSV) or attribute keys (XES: of the event, else of its
//          trace; for `case` of the trace, else of the event). CSV must name case, activity and time; XES starts from the names of
//          the standard (concept:name, time:timestamp, org:resource, identity:id else concept:instance). An empty name switches
//          resource or id off.
//          [csv] separator: ";" (default), "," or a tab.
//          [time] format, zone: see source_time.h.
//          [part] class: of the sealed part that keeps the record; "narrative" unless said otherwise.
//          [kinds] "activity" = number or code of the kind it resembles.
//          [keep] and [leave_out] column = ["value", ...]: records with another value, or with one of these, are skipped.
// Errors:  bad_input with the line: not TOML, an unknown key, a wrong value. Whether the named columns are there is told when
//          the file is read (survey.h).
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <variant>

#include "ledger/base/ids.h"
#include "ledger/schema/lists.capnp.h"
#include "tools/exchange/source_record.h"
#include "tools/exchange/source_time.h"

namespace inzicht::exchange {

enum class SourceFormat { csv, xes };

// A name a person wrote must be there; of the standard's names some may be missing from a file.
struct MappedColumn {
  std::string name;  // empty: none
  bool must_exist = false;
};
using Values = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

struct Mapping {
  SourceFormat format = SourceFormat::csv;
  MappedColumn kase, activity, time, resource, id;
  std::string id_otherwise;  // where a record has no id
  char separator = ';';
  TimeForm time_form;
  schema::PartClass part_class = schema::PartClass::NARRATIVE;
  std::map<std::string, std::uint16_t, std::less<>> kinds;
  Values keep, leave_out;
  Digest digest{};  // of the file's text; of the empty text without one

  static Mapping of_xes();
  static Result<Mapping> parse(std::string_view toml, SourceFormat format);
  static Result<Mapping> read(const std::filesystem::path& path, SourceFormat format);

  struct Named {
    std::string_view key;  // "columns.case"
    std::string_view name;
  };
  // Every column that must be in the file, with where the mapping names it.
  std::vector<Named> required_columns() const;
};

// One record as the mapping reads it; the texts are the record's own.
struct MappedRecord {
  std::string_view kase, activity, resource, id;
  SourceTime time;
  std::optional<std::uint16_t> kind_guess;
};
struct LeftOut {};
std::variant<MappedRecord, LeftOut, Reason> map_record(const Mapping& mapping, const SourceRecord& record);

}  // namespace inzicht::exchange
