#include "ledger/rules/restrictions.h"

#include "ledger/rules/reading_matrix.h"

namespace inzicht {

bool opens_restricted(const Check& c, schema::AccessPurpose purpose) {
  using enum schema::AccessPurpose;
  constexpr CodeSet<schema::AccessPurpose> open{RIGHTS_REQUEST, COMPLAINT, DISCIPLINARY, PRIVACY_REVIEW};
  if (!open.has(purpose)) return false;
  // When the ledger's own key records, ACC-01 has judged the purpose by the viewer's roles.
  if (c.role == schema::Role::PRIVACY_OFFICER || c.by_ledger_key()) return true;
  const ReadingRow* row = reading_row(c.role);
  return row != nullptr && row->purposes.has(purpose);
}

}  // namespace inzicht
