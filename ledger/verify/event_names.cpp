#include "ledger/verify/event_names.h"

#include "ledger/base/assert.h"

namespace inzicht {

std::optional<std::uint64_t> EventNames::append(const EventId& id, const Digest& header_hash) {
  INZICHT_ASSERT(ids_.size() < 0xFFFF'FFFF);
  const auto index = ids_.size();
  ids_.push_back(id);
  header_hashes_.push_back(header_hash);
  if (id.is_zero()) return std::nullopt;
  if (4 * (used_ + 1) > 3 * table_.size()) grow();
  const auto slot = slot_of(id);
  if (table_[slot] != 0) {
    ids_.back() = EventId{};
    return table_[slot] - 1;
  }
  table_[slot] = static_cast<std::uint32_t>(index + 1);
  ++used_;
  return std::nullopt;
}

std::optional<std::uint64_t> EventNames::find(const EventId& id) const {
  const auto found = table_[slot_of(id)];
  return found == 0 ? std::nullopt : std::optional<std::uint64_t>(found - 1);
}

// Where the id stands, or the free slot where it would.
std::size_t EventNames::slot_of(const EventId& id) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t slot = hash_(id.bytes) & mask;
  while (table_[slot] != 0 && ids_[table_[slot] - 1] != id) slot = (slot + 1) & mask;
  return slot;
}

void EventNames::grow() {
  std::vector<std::uint32_t> before(2 * table_.size(), 0);
  before.swap(table_);
  for (const auto entry : before)
    if (entry != 0) table_[slot_of(ids_[entry - 1])] = entry;
}

}  // namespace inzicht
