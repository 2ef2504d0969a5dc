// Who orders a measure, on which article, who carries it out and when it was law: measures.jsonl, as codes.
// Source:  docs/domain.md §5.2 (certainty per row there); a test compares the two.
#pragma once
#include <string_view>

#include "ledger/domain/values.h"

namespace inzicht {

struct MeasureLaw {
  schema::DwangMeasure measure;
  std::string_view articles;  // keys of the law table, comma-separated
  CodeSet<schema::OrderAuthority> authorities;
  CodeSet<schema::OrgType> executors;  // empty: not an organisation of the list
  Date from;
  std::optional<Date> until;  // the last day

  bool is_law_on(const Date& on) const { return from <= on && (!until || on <= *until); }
  bool names(std::string_view article) const;
};

// Nullptr for UNSET.
const MeasureLaw* measure_law(schema::DwangMeasure measure);

}  // namespace inzicht
