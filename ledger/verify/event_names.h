// Event ids and header hashes of everything folded so far, for references and for the table of event ids.
//
// Limits:  about 56 bytes an event: id 16, header hash 32, and 4 to 8 of table.
// Threads: one at a time.
#pragma once
#include <deque>
#include <optional>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/verify/seeded_hash.h"

namespace inzicht {

class EventNames {
 public:
  // The next index. A zero id: unknown, because the record is missing or cannot be read. Answers the index of an earlier event
  // with the same id, which then keeps it.
  std::optional<std::uint64_t> append(const EventId& id, const Digest& header_hash);

  std::uint64_t size() const { return ids_.size(); }
  std::optional<std::uint64_t> find(const EventId& id) const;
  const EventId& id(std::uint64_t index) const { return ids_[index]; }
  const Digest& header_hash(std::uint64_t index) const { return header_hashes_[index]; }

 private:
  std::size_t slot_of(const EventId& id) const;
  void grow();

  std::deque<EventId> ids_;
  std::deque<Digest> header_hashes_;
  SeededHash hash_;
  std::vector<std::uint32_t> table_ = std::vector<std::uint32_t>(1024, 0);  // open addressing; index + 1, 0 is free
  std::size_t used_ = 0;
};

}  // namespace inzicht
