// The Log over a RocksDB store: class of rocks_log.h's open, kept apart so that reading and appending are files of their own.
//
// Rule:    RocksDB shows a group a moment before the edge of the tree does. Every reading looks at size() first and leaves out
//          what lies beyond it, so a reader sees whole groups only, and the same size everywhere.
#pragma once
#include <rocksdb/iterator.h>

#include "ledger/log/rocks_store.h"
#include "ledger/log/tree_edge.h"

namespace inzicht::rocks {

class StoredLog final : public Log {
 public:
  StoredLog(std::unique_ptr<Store> store, TreeEdge edge) : store_(std::move(store)), edge_(std::make_shared<TreeEdge>(std::move(edge))) {}

  Status append(std::span<const NewEvent> events) override;
  std::uint64_t size() const override;
  crypto::Frontier frontier() const override;
  std::optional<Digest> node(unsigned level, std::uint64_t index) const override;
  Result<EventRecord> read(std::uint64_t index) const override;
  Result<std::vector<StoredPart>> read_parts(std::uint64_t index) const override;
  std::vector<Result<EventRecord>> read_many(std::span<const std::uint64_t> indexes) const override;
  Result<std::optional<EventPlace>> find(const EventId& event) const override;
  std::vector<EventId> events_like(const std::function<bool(const EventId&)>& matches, std::size_t most) const override;
  Result<std::vector<Position>> positions(const PositionList& list, std::uint64_t from, std::size_t most) const override;
  Result<std::optional<Position>> last_position(const PositionList& list) const override;
  std::vector<std::array<std::uint8_t, 16>> lists(ChainClass cls) const override;
  Status scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const override;
  Status purge(std::span<const std::uint64_t> indexes) override;
  Status replace_parts(std::span<const PartsAt> events) override;
  Result<std::uint64_t> purges() const override;
  Status keep_checkpoint(std::uint64_t size, std::string_view note) override;
  std::vector<std::pair<std::uint64_t, std::string>> checkpoints() const override;
  Status put_cache(std::string_view name, Bytes bytes) override;
  Result<std::optional<Buffer>> get_cache(std::string_view name) const override;
  void latch(std::string why) override;

 private:
  std::shared_ptr<const TreeEdge> edge() const;
  std::unique_ptr<rocksdb::Iterator> iterate(Family family, rocksdb::ReadOptions options) const;
  // Ends an iteration: whether it stopped by damage.
  Status finished(const rocksdb::Iterator& at, std::string_view doing) const;
  void latch_damage(std::string_view text) const;
  Error damaged(std::string text) const;
  Result<EventRecord> record_of(std::uint64_t index, std::uint64_t size, const rocksdb::Status& status, const rocksdb::Slice& value) const;

  std::unique_ptr<Store> store_;
  std::mutex checkpoint_mutex_;  // keeping one reads what is there first
  // What is published: replaced as a whole, so that readers never hold up an append.
  mutable std::mutex edge_mutex_;
  std::shared_ptr<const TreeEdge> edge_;
};

// Rebuilds the edge of the tree from tiles and the last events, and cross-checks the families where that is cheap.
Result<TreeEdge> recover_edge(const Store& store);

}  // namespace inzicht::rocks
