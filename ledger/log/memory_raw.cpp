#include <algorithm>

#include "ledger/base/assert.h"
#include "ledger/log/key_layout.h"
#include "ledger/log/memory_log.h"

namespace inzicht {
namespace {

class MemoryRaw final : public RawLog {
 public:
  explicit MemoryRaw(RawTables tables) : tables_(std::move(tables)) {}

  std::uint64_t records() const override {
    for (auto at = tables_.events.rbegin(); at != tables_.events.rend(); ++at) {
      if (at->first.size() == layout::number_size) return layout::number_of(at->first) + 1;
    }
    return 0;
  }

  Status scan_raw(std::uint64_t from, std::uint64_t to, const std::function<void(const Raw&)>& visit) const override {
    // A key shorter than the first index sorts before it.
    auto event = from == 0 ? tables_.events.begin() : tables_.events.lower_bound(layout::number_key(from));
    auto part = from == 0 ? tables_.parts.begin() : tables_.parts.lower_bound(layout::number_key(from));
    std::size_t odd = 0;
    for (;;) {
      const auto event_index = index_at(tables_.events, event, to, odd);
      const auto part_index = index_at(tables_.parts, part, to, odd);
      if (!event_index && !part_index) break;
      Raw raw;
      raw.index = std::min(event_index.value_or(~std::uint64_t{0}), part_index.value_or(~std::uint64_t{0}));
      if (event_index == raw.index) raw.event = (event++)->second;
      if (part_index == raw.index) raw.parts = (part++)->second;
      visit(raw);
    }
    if (odd > 0) return fail(ErrorCode::corruption, "event, parts: " + std::to_string(odd) + " keys that are no index");
    return {};
  }

  Status scan_table(Table table, const std::function<void(Bytes, Bytes)>& visit) const override {
    for (const auto& [key, value] : table_of(table)) visit(key, value);
    return {};
  }

 private:
  // The index where the cursor stands, keys that are none passed over and counted; nullopt at the end of the range.
  static std::optional<std::uint64_t> index_at(const RawTables::Table& table, RawTables::Table::const_iterator& at, std::uint64_t to,
                                               std::size_t& odd) {
    const Buffer bound = layout::number_key(to);
    while (at != table.end() && at->first < bound && at->first.size() != layout::number_size) ++odd, ++at;
    if (at == table.end() || at->first >= bound) return std::nullopt;
    return layout::number_of(at->first);
  }

  const RawTables::Table& table_of(Table table) const {
    switch (table) {
      case Table::event_ids: return tables_.event_ids;
      case Table::positions: return tables_.positions;
      case Table::tiles: return tables_.tiles;
      case Table::checkpoints: return tables_.checkpoints;
      case Table::stray: return tables_.stray;
    }
    INZICHT_ASSERT(!"a table of the log");
    return tables_.stray;
  }

  RawTables tables_;
};

}  // namespace

std::unique_ptr<RawLog> make_raw_log(RawTables tables) { return std::make_unique<MemoryRaw>(std::move(tables)); }

}  // namespace inzicht
