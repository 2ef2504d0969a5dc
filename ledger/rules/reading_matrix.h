// Who may read which classes of parts, and for what purpose: the matrix of docs/domain.md §2.4 as data.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

// Which headers: column H. `process` leaves out who is what about the family; `window` and `about_self` are bounded by the mandate.
enum class HeaderReading { none, all, process, process_and_signals, own, about_self, window, registry, closing_and_rights, white_spots };
HeaderReading header_reading(schema::Role role);

enum class Reading { none, all, own, purpose, self };  // –, A, S, P, self

struct ReadingRow {
  schema::Role role;
  Reading identity, narrative, facts, health, criminal, safety;
  CodeSet<schema::AccessPurpose> purposes;

  Reading of(schema::PartClass cls) const;
  bool opens_any() const;
};

// Nullptr for a role that reads nothing.
const ReadingRow* reading_row(schema::Role role);

}  // namespace inzicht
