// A log whose stored values can be changed in any way: what verify reads, over tables that stay the test's own.
//
// Shape:   the tables of a log in memory, by reference. As the store does, keys of a wrong length go to `stray`, and an event
//          or parts key of a wrong length is told in the status of the scan.
#pragma once
#include <string>

#include "crypto/encoding.h"
#include "ledger/log/memory_log.h"

namespace inzicht::testing {

class DamagedLog final : public RawLog {
 public:
  explicit DamagedLog(const RawTables& tables) : tables_(tables) {}

  std::uint64_t records() const override {
    for (auto at = tables_.events.rbegin(); at != tables_.events.rend(); ++at)
      if (at->first.size() == 8) return number(at->first) + 1;
    return 0;
  }

  Status scan_raw(std::uint64_t from, std::uint64_t to, const std::function<void(const Raw&)>& visit) const override {
    std::map<std::uint64_t, Raw> found;
    std::string odd;
    const auto look = [&](const RawTables::Table& table, bool is_event) {
      for (const auto& [key, value] : table) {
        if (key.size() != 8) {
          odd += (is_event ? "event: key " : "parts: key ") + crypto::hex(key) + "; ";
          continue;
        }
        const auto index = number(key);
        if (index < from || index >= to) continue;
        auto& raw = found[index];
        raw.index = index;
        // An empty value is one that is there.
        const Bytes bytes = value.empty() ? Bytes(key).first(0) : Bytes(value);
        if (is_event) raw.event = bytes;
        if (!is_event) raw.parts = bytes;
      }
    };
    look(tables_.events, true);
    look(tables_.parts, false);
    for (const auto& [index, raw] : found) visit(raw);
    if (!odd.empty()) return fail(ErrorCode::corruption, odd);
    return {};
  }

  Status scan_table(Table table, const std::function<void(Bytes, Bytes)>& visit) const override {
    const struct {
      Table table;
      const char* family;
      const RawTables::Table& entries;
      std::size_t key_size;
    } sides[] = {{Table::event_ids, "id", tables_.event_ids, 16},
                 {Table::positions, "position", tables_.positions, 25},
                 {Table::tiles, "tile", tables_.tiles, 9},
                 {Table::checkpoints, "checkpoint", tables_.checkpoints, 8}};
    for (const auto& side : sides)
      for (const auto& [key, value] : side.entries) {
        const bool fits = key.size() == side.key_size;
        if (table == side.table && fits) visit(key, value);
        if (table == Table::stray && !fits) visit(named(side.family, key), value);
      }
    if (table != Table::stray) return {};
    for (const auto& [key, value] : tables_.stray) visit(key, value);
    // No scan has an end beyond the greatest number.
    for (const auto* events : {&tables_.events, &tables_.parts})
      if (const auto at = events->find(Buffer(8, 0xFF)); at != events->end()) visit(named(events == &tables_.events ? "event" : "parts", at->first), at->second);
    return {};
  }

 private:
  static std::uint64_t number(Bytes key) {
    std::uint64_t out = 0;
    for (const auto byte : key) out = out << 8 | byte;
    return out;
  }
  static Buffer named(std::string_view family, const Buffer& key) {
    Buffer out(family.begin(), family.end());
    out.push_back('/');
    out.insert(out.end(), key.begin(), key.end());
    return out;
  }

  const RawTables& tables_;
};

inline Buffer key_of(std::uint64_t number) {
  Buffer out;
  crypto::append_u64(out, number);
  return out;
}

}  // namespace inzicht::testing
