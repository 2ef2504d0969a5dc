// What a view is fed with, and what it gives back: rows, written in one go with how far it has come.
//
// Shape:   a projection is a pure function of the events it is handed, in log order: the same events give the same rows, whatever the
//          batches. It only puts rows, and never reads back what it wrote: what must be put together is put together when asked (query).
//          Rows hold codes, ids, references, times and numbers; never words, never names.
// Errors:  none: apply is total. What cannot be shown gives no row.
// Threads: one at a time.
// Source:  architecture §2 point 7.
#pragma once
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/base/error.h"
#include "ledger/schema/recorded.h"

namespace inzicht {

// A rule that did not hold when the event was recorded, and whether the author had named it (deviation, after the fact).
struct FoundRule {
  std::string_view rule;
  bool explained = false;
};

// One event, decoded once for all views. Valid until apply returns.
struct FedEvent {
  Recorded recorded;
  EventId event;
  CaseId kase;                        // zero: of no case
  Micros occurred = 0;
  std::span<const FoundRule> findings;
};

// Rows of one view that are written together. A key that is put twice has the last value.
class ViewBatch {
 public:
  void put(Bytes key, Bytes value);
  std::size_t rows() const { return entries_.size(); }
  std::size_t bytes() const { return arena_.size(); }
  void clear();
  template <class F>
  void each(const F& visit) const {
    for (const auto& e : entries_) visit(Bytes{arena_}.subspan(e.at, e.key), Bytes{arena_}.subspan(e.at + e.key, e.value));
  }

 private:
  struct Entry {
    std::size_t at, key, value;
  };
  std::vector<Entry> entries_;
  Buffer arena_;  // keys and values one after another: one allocation for a thousand rows
};

class Projection {
 public:
  virtual ~Projection() = default;
  virtual std::string_view name() const = 0;       // as in schema::ViewKind: "timeline"
  virtual std::uint16_t version() const = 0;       // of its rows: another one in the store means drop and rebuild
  virtual void apply(const FedEvent& event, ViewBatch& rows) = 0;
};

}  // namespace inzicht
