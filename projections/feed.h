// From a stored event to what projections are fed with, decoded once for all of them.
//
// Errors:  corruption: the leaf, header or admission does not read; newer: a leaf of a later program. Texts name the index only.
// Owns:    the bytes of the last event; what feed answered is valid until the next call.
#pragma once
#include <exception>

#include "ledger/codec/stored_reader.h"
#include "ledger/log/record.h"
#include "projections/projection.h"

namespace inzicht::views {

class Feed {
 public:
  // nullptr: nothing to show (purged, or a leaf of a type that is skipped).
  Result<const FedEvent*> event(const EventView& stored);

 private:
  Result<const FedEvent*> decode(const EventView& stored);
  void take_findings(schema::Admission::Reader admission);

  StoredReader header_;
  StoredReader admission_;
  std::vector<FoundRule> findings_;
  FedEvent fed_;
};

// Runs something that reads stored messages: a bad pointer inside makes Cap'n Proto throw, and that ends here as corruption.
template <class F>
auto reading(std::uint64_t index, const F& run) -> decltype(run()) {
  try {
    return run();
  } catch (const std::exception&) {
    return fail(ErrorCode::corruption, "views: a stored header does not read (index=" + std::to_string(index) + ")");
  }
}

}  // namespace inzicht::views
