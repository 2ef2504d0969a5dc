// The append-only log of events. Start reading the ledger here.
//
// Shape:   events numbered by index from 0 without gaps. Bytes are opaque here: who may append, and what it
// means, is
//          decided above (ledger/service). Beside each event stand its parts, its place by event id, and its
//          positions: place n (from 1) in a chain that people ask for by id (case, cases read, registry).
// Units:   sizes in bytes; times are inside the leaf.
// Errors:  append: disk_full, io, latched, limit. Reading: not_found, corruption, io. purge, replace_parts:
// as append, and bad_input. After a failed sync or a detected
//          corruption every later append answers latched until the log is reopened; reads go on.
// Owns:    nothing it is handed; spans must live until the call returns.
// Threads: append, purge and replace_parts from one thread at a time; everything else from any thread, also
// while appending. A reader sees whole
//          groups only.
// Source:  docs/formats.md §4-§6; docs/data_directory.md.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "crypto/merkle/chain.h"
#include "crypto/merkle/tree.h"
#include "ledger/base/error.h"
#include "ledger/base/ids.h"
#include "ledger/log/record.h"

namespace inzicht {

using crypto::ChainClass;

// Which list of positions: case id for `kase`, case id for `read`, and one list for the whole ledger (id all zero) for `registry`.
struct PositionList {
  ChainClass cls = ChainClass::kase;
  std::array<std::uint8_t, 16> id{};
  auto operator<=>(const PositionList&) const = default;
};
struct Position {
  std::uint64_t n = 0;      // from 1, without gaps within its list
  std::uint64_t index = 0;
  Digest chain{};           // the chain's value after this event
};
struct NewPosition {
  PositionList list;
  std::uint64_t n = 0;
  Digest chain{};
};
struct NewEvent {
  EventId event;
  Digest header_hash{};
  EventRecord record;
  std::vector<StoredPart> parts;
  std::vector<NewPosition> positions;
};
struct PartsAt {
  std::uint64_t index = 0;
  std::vector<StoredPart> parts;
};
struct EventPlace {
  std::uint64_t index = 0;
  Digest header_hash{};
};

class Log {
 public:
  virtual ~Log() = default;

  // Appends the group as one unit at indexes size()..size()+n-1: all durable (synced) on return, or none.
  // Tiles that become full are written in the same batch. Requires: events is not empty; event ids are new and positions
  // go on where their lists end (decided above; only the log in memory checks them). A purged record may have no event id.
  virtual Status append(std::span<const NewEvent> events) = 0;

  virtual std::uint64_t size() const = 0;
  // The tree over the leaf hashes of everything appended.
  virtual crypto::Frontier frontier() const = 0;
  // Hash of a full subtree, from tiles and, at the right edge, from leaves.
  virtual std::optional<Digest> node(unsigned level, std::uint64_t index) const = 0;

  virtual Result<EventRecord> read(std::uint64_t index) const = 0;
  virtual Result<std::vector<StoredPart>> read_parts(std::uint64_t index) const = 0;
  virtual std::vector<Result<EventRecord>> read_many(std::span<const std::uint64_t> indexes) const = 0;
  virtual Result<std::optional<EventPlace>> find(const EventId& event) const = 0;
  // Event ids that start with these bits, for prefixes people type: at most `most`.
  virtual std::vector<EventId> events_like(const std::function<bool(const EventId&)>& matches, std::size_t most) const = 0;

  // Positions of one list, n from `from` (1 = first), at most `most`; ascending.
  virtual Result<std::vector<Position>> positions(const PositionList& list, std::uint64_t from, std::size_t most) const = 0;
  virtual Result<std::optional<Position>> last_position(const PositionList& list) const = 0;
  // Every id that has a list of this class, ascending.
  virtual std::vector<std::array<std::uint8_t, 16>> lists(ChainClass cls) const = 0;

  // Visits events from..to-1 in order, without copying, on a consistent snapshot. The visitor answers false to stop early.
  // What lies beyond size() is left out. A record that does not decode, or a missing one, ends the scan with corruption.
  using Visitor = std::function<bool(const EventView&)>;
  virtual Status scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const = 0;

  // Takes header, signatures, admission and parts of these events out of the store for good; leaves, event ids and positions stay.
  // Durable on return, and gone from the files as well, not only from view. Purging what was purged changes nothing.
  // bad_input: an index beyond size(). Requires: decided and recorded above (ledger/service/erasure.h).
  virtual Status purge(std::span<const std::uint64_t> indexes) = 0;
  // Puts other parts records in the place of those of these events: words taken out, part keys sealed anew.
  // Durable on return, and what stood there is gone from the files as well. bad_input: an event without
  // parts, or with another number of them.
  virtual Status replace_parts(std::span<const PartsAt> events) = 0;
  // How many times purge took something out: what was derived from events before that is of an older number.
  virtual Result<std::uint64_t> purges() const = 0;

  // Published checkpoints (signed notes), kept for ever, ascending by size. Appending one with a size already kept adds to it
  // only if the text is the same (more cosignatures; of one key the first and the newest stay); another text answers conflict.
  // bad_input: not a signed note, or of more events than there are.
  virtual Status keep_checkpoint(std::uint64_t size, std::string_view note) = 0;
  virtual std::vector<std::pair<std::uint64_t, std::string>> checkpoints() const = 0;

  // Small named blobs that can be rebuilt from the events (state snapshots): never trusted by verify.
  virtual Status put_cache(std::string_view name, Bytes bytes) = 0;
  virtual Result<std::optional<Buffer>> get_cache(std::string_view name) const = 0;

  // Refuses every later append with this text, as after a failed sync.
  virtual void latch(std::string why) = 0;
};

// What verify reads: stored bytes as they lie, damaged or not, without the Log's own checks.
class RawLog {
 public:
  virtual ~RawLog() = default;
  virtual std::uint64_t records() const = 0;       // one past the greatest index that has an event record
  // Visits raw records of [from, to) in key order: each key found, also damaged or unexpected ones. Threads: any, several at once.
  // Goes on past what cannot be read, and answers corruption at the end with every problem it met (indexes, key lengths).
  struct Raw {
    std::uint64_t index = 0;
    Bytes event;                    // the stored event record; null data: there are parts without an event
    std::optional<Bytes> parts;     // the stored parts record, if any
  };
  virtual Status scan_raw(std::uint64_t from, std::uint64_t to, const std::function<void(const Raw&)>& visit) const = 0;
  // Side tables, each entry as stored (key without its family, value). `stray` gives keys of wrong length in
  // the side tables, anything in a family that is not ours or beyond the last index, as "family/" || key, and
  // answers what was wrong at opening. Threads: any, several at once.
  enum class Table { event_ids, positions, tiles, checkpoints, stray };
  virtual Status scan_table(Table table, const std::function<void(Bytes key, Bytes value)>& visit) const = 0;
};

}  // namespace inzicht
