// Restrictions of processing (AVG 18, 21): whose data are closed, and for what they open all the same.
// Source:  docs/domain.md §6 SHARE-13, ACC-05.
#pragma once
#include "ledger/rules/check.h"

namespace inzicht {

inline constexpr BlockKinds restriction{schema::BlockKind::RESTRICTION};
inline constexpr BlockKinds restriction_or_objection{schema::BlockKind::RESTRICTION, schema::BlockKind::OBJECTION_PENDING};

// Rights, complaints and discipline by who has that purpose, and the review of the privacy officer.
bool opens_restricted(const Check& check, schema::AccessPurpose purpose);

}  // namespace inzicht
