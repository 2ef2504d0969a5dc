#include "ledger/log/memory_log.h"

#include <algorithm>
#include <mutex>

#include "ledger/base/assert.h"
#include "ledger/log/append_check.h"
#include "ledger/log/key_layout.h"
#include "ledger/log/tree_edge.h"

namespace inzicht {
namespace {

Buffer owned(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

class MemoryLog final : public Log {
 public:
  explicit MemoryLog(MemoryLogOptions options) : options_(std::move(options)) {}

  Status append(std::span<const NewEvent> events) override {
    INZICHT_ASSERT(!events.empty());
    INZICHT_CHECK(check_group(events));
    const std::lock_guard lock(mutex_);
    if (latched_) return fail(ErrorCode::latched, "append: the log is read-only since: " + *latched_);
    if (auto injected = injected_error()) return std::unexpected(std::move(*injected));
    for (const auto& event : events) store(event);
    return {};
  }

  std::uint64_t size() const override {
    const std::lock_guard lock(mutex_);
    return edge_.size();
  }
  crypto::Frontier frontier() const override {
    const std::lock_guard lock(mutex_);
    return edge_.frontier();
  }
  std::optional<Digest> node(unsigned level, std::uint64_t index) const override {
    const std::lock_guard lock(mutex_);
    const auto place = tile_place(edge_.size(), level, index);
    if (!place) return std::nullopt;
    if (edge_.holds(*place)) return edge_.node(*place);
    const auto found = tables_.tiles.find(layout::tile_key(place->level, place->tile));
    if (found == tables_.tiles.end()) return std::nullopt;
    const auto hashes = layout::parse_tile(found->second);
    return hashes ? crypto::node_from_tile(*hashes, place->level_in_tile, place->index_in_level) : std::nullopt;
  }

  Result<EventRecord> read(std::uint64_t index) const override {
    const auto stored = event_at(index);
    if (!stored) return fail(ErrorCode::not_found, "read: no event at this index (index=" + std::to_string(index) + ")");
    return decode_event(*stored);
  }
  Result<std::vector<StoredPart>> read_parts(std::uint64_t index) const override {
    if (!event_at(index)) return fail(ErrorCode::not_found, "read parts: no event at this index (index=" + std::to_string(index) + ")");
    const std::lock_guard lock(mutex_);
    const auto found = tables_.parts.find(layout::number_key(index));
    if (found == tables_.parts.end()) return std::vector<StoredPart>{};
    return decode_parts(found->second);
  }
  std::vector<Result<EventRecord>> read_many(std::span<const std::uint64_t> indexes) const override {
    std::vector<Result<EventRecord>> out;
    for (auto index : indexes) out.push_back(read(index));
    return out;
  }

  Result<std::optional<EventPlace>> find(const EventId& event) const override {
    const std::lock_guard lock(mutex_);
    const auto found = tables_.event_ids.find(owned(event.bytes));
    return found == tables_.event_ids.end() ? std::nullopt : layout::parse_place(found->second);
  }
  std::vector<EventId> events_like(const std::function<bool(const EventId&)>& matches, std::size_t most) const override {
    const std::lock_guard lock(mutex_);
    std::vector<EventId> out;
    for (const auto& [key, value] : tables_.event_ids) {
      if (out.size() >= most) break;
      if (const auto id = EventId::from(key); id && matches(*id)) out.push_back(*id);
    }
    return out;
  }

  Result<std::vector<Position>> positions(const PositionList& list, std::uint64_t from, std::size_t most) const override {
    const std::lock_guard lock(mutex_);
    const Buffer prefix = layout::list_key(list);
    std::vector<Position> out;
    for (auto at = tables_.positions.lower_bound(layout::position_key(list, from)); at != tables_.positions.end(); ++at) {
      if (out.size() >= most || !std::ranges::equal(Bytes{at->first}.first(layout::list_size), prefix)) break;
      out.push_back(layout::parse_position(at->first, at->second).value());
    }
    return out;
  }
  Result<std::optional<Position>> last_position(const PositionList& list) const override {
    const std::lock_guard lock(mutex_);
    return last_position_unlocked(list);
  }
  std::vector<std::array<std::uint8_t, 16>> lists(ChainClass cls) const override {
    const std::lock_guard lock(mutex_);
    std::vector<std::array<std::uint8_t, 16>> out;
    for (const auto& [key, value] : tables_.positions) {
      if (key[0] != static_cast<std::uint8_t>(cls)) continue;
      std::array<std::uint8_t, 16> id{};
      std::ranges::copy(Bytes{key}.subspan(1, 16), id.begin());
      if (out.empty() || out.back() != id) out.push_back(id);
    }
    return out;
  }

  Status scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const override {
    const auto end = std::min(to, size());
    for (auto index = from; index < end; ++index) {
      const auto stored = event_at(index);
      INZICHT_TRY(view, view_event(*stored));
      view.index = index;
      if (!visit(view)) break;
    }
    return {};
  }

  Status purge(std::span<const std::uint64_t> indexes) override {
    const std::lock_guard lock(mutex_);
    if (latched_) return fail(ErrorCode::latched, "purge: the log is read-only since: " + *latched_);
    for (const auto index : indexes)
      if (index >= edge_.size()) return fail(ErrorCode::bad_input, "purge: no event at this index (index=" + std::to_string(index) + ")");
    bool changed = false;
    for (const auto index : indexes) {
      auto& stored = tables_.events.at(layout::number_key(index));
      INZICHT_TRY(record, decode_event(stored));
      if (record.purged) continue;
      changed = true;
      stored = encode_event({std::move(record.leaf), {}, {}, {}, true});
      tables_.parts.erase(layout::number_key(index));
    }
    if (changed) ++purges_;
    return {};
  }
  Status replace_parts(std::span<const PartsAt> events) override {
    for (const auto& event : events) INZICHT_CHECK(check_replaces(*this, event));
    const std::lock_guard lock(mutex_);
    if (latched_) return fail(ErrorCode::latched, "replace parts: the log is read-only since: " + *latched_);
    for (const auto& event : events)
      tables_.parts[layout::number_key(event.index)] = encode_parts(event.parts);
    return {};
  }
  Result<std::uint64_t> purges() const override {
    const std::lock_guard lock(mutex_);
    return purges_;
  }

  Status keep_checkpoint(std::uint64_t size, std::string_view note) override {
    const std::lock_guard lock(mutex_);
    if (latched_) return fail(ErrorCode::latched, "checkpoint: the log is read-only since: " + *latched_);
    if (size > edge_.size()) return fail(ErrorCode::bad_input, "checkpoint: of more events than there are");
    const auto kept = tables_.checkpoints.find(layout::number_key(size));
    INZICHT_TRY(merged, merge_notes(kept == tables_.checkpoints.end() ? "" : text_of(kept->second), note));
    tables_.checkpoints[layout::number_key(size)] = owned(crypto::bytes_of(merged));
    return {};
  }
  std::vector<std::pair<std::uint64_t, std::string>> checkpoints() const override {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<std::uint64_t, std::string>> out;
    for (const auto& [key, value] : tables_.checkpoints) out.emplace_back(layout::number_of(key), text_of(value));
    return out;
  }

  Status put_cache(std::string_view name, Bytes bytes) override {
    INZICHT_CHECK(check_cache_name(name));
    const std::lock_guard lock(mutex_);
    if (latched_) return fail(ErrorCode::latched, "cache: the log is read-only since: " + *latched_);
    cache_[std::string{name}] = owned(bytes);
    return {};
  }
  Result<std::optional<Buffer>> get_cache(std::string_view name) const override {
    const std::lock_guard lock(mutex_);
    const auto found = cache_.find(name);
    return found == cache_.end() ? std::nullopt : std::optional{found->second};
  }

  void latch(std::string why) override {
    const std::lock_guard lock(mutex_);
    if (!latched_) latched_ = std::move(why);
  }

  RawTables tables() const {
    const std::lock_guard lock(mutex_);
    return tables_;
  }

 private:
  static std::string text_of(const Buffer& bytes) { return {bytes.begin(), bytes.end()}; }

  std::optional<Error> injected_error() {
    ++appends_;
    if (!options_.fail_append) return std::nullopt;
    auto error = options_.fail_append(appends_);
    if (error && (error->code == ErrorCode::io || error->code == ErrorCode::corruption)) latched_ = error->text;
    return error;
  }

  void store(const NewEvent& event) {
    const std::uint64_t index = edge_.size();
    tables_.events[layout::number_key(index)] = encode_event(event.record);
    if (!event.parts.empty()) tables_.parts[layout::number_key(index)] = encode_parts(event.parts);
    if (!event.event.is_zero()) {
      const bool is_new = tables_.event_ids.emplace(owned(event.event.bytes), layout::place_value(index, event.header_hash)).second;
      INZICHT_ASSERT(is_new);
    }
    for (const auto& position : event.positions) {
      const auto last = last_position_unlocked(position.list);
      INZICHT_ASSERT(position.n == (last ? last->n : 0) + 1);
      tables_.positions[layout::position_key(position.list, position.n)] = layout::place_value(index, position.chain);
    }
    std::vector<TreeEdge::FullTile> full;
    edge_.append(crypto::leaf_hash(event.record.leaf), full);
    for (const auto& tile : full) tables_.tiles[layout::tile_key(tile.level, tile.index)] = layout::tile_value(tile.hashes);
  }

  std::optional<Position> last_position_unlocked(const PositionList& list) const {
    auto after = tables_.positions.upper_bound(layout::position_key(list, ~std::uint64_t{0}));
    if (after == tables_.positions.begin()) return std::nullopt;
    --after;
    if (!std::ranges::equal(Bytes{after->first}.first(layout::list_size), layout::list_key(list))) return std::nullopt;
    return layout::parse_position(after->first, after->second);
  }

  std::optional<Buffer> event_at(std::uint64_t index) const {
    const std::lock_guard lock(mutex_);
    const auto found = tables_.events.find(layout::number_key(index));
    return found == tables_.events.end() ? std::nullopt : std::optional(found->second);
  }

  MemoryLogOptions options_;
  mutable std::mutex mutex_;
  RawTables tables_;
  std::map<std::string, Buffer, std::less<>> cache_;
  TreeEdge edge_;
  std::uint64_t appends_ = 0;
  std::uint64_t purges_ = 0;
  std::optional<std::string> latched_;
};

}  // namespace

std::unique_ptr<Log> make_memory_log(MemoryLogOptions options) { return std::make_unique<MemoryLog>(std::move(options)); }

RawTables tables_of(const Log& memory_log) {
  const auto* log = dynamic_cast<const MemoryLog*>(&memory_log);
  INZICHT_ASSERT(log != nullptr);
  return log->tables();
}

}  // namespace inzicht
