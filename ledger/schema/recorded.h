// One recorded event as folds and rules see it: its header and what the ledger gave it. Never a part.
// Owns: nothing; the reader must outlive the call it is handed to.
#pragma once
#include "ledger/base/ids.h"
#include "ledger/base/time.h"
#include "ledger/schema/facts.capnp.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

struct Recorded {
  std::uint64_t index = 0;
  Micros recorded_at = 0;
  Digest header_hash{};
  schema::Header::Reader header;
};

}  // namespace inzicht
