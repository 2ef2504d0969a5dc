#include <algorithm>

#include "ledger/log/key_layout.h"
#include "ledger/log/stored_log.h"

namespace inzicht::rocks {
namespace {

constexpr std::size_t read_many_step = 256;  // bounds the memory that one MultiGet pins
constexpr std::uint64_t number_max = ~std::uint64_t{0};

std::string at_index(std::uint64_t index) { return " (index=" + std::to_string(index) + ")"; }

bool starts_with(Bytes key, Bytes prefix) { return key.size() >= prefix.size() && std::ranges::equal(key.first(prefix.size()), prefix); }

}  // namespace

std::shared_ptr<const TreeEdge> StoredLog::edge() const {
  const std::lock_guard lock(edge_mutex_);
  return edge_;
}

std::uint64_t StoredLog::size() const { return edge()->size(); }

crypto::Frontier StoredLog::frontier() const { return edge()->frontier(); }

std::optional<Digest> StoredLog::node(unsigned level, std::uint64_t index) const {
  const auto edge = this->edge();
  const auto place = tile_place(edge->size(), level, index);
  if (!place) return std::nullopt;
  if (edge->holds(*place)) return edge->node(*place);
  const auto stored = store_->get(Family::tile, layout::tile_key(place->level, place->tile), "tile");
  if (!stored) return std::nullopt;
  const auto hashes = *stored ? layout::parse_tile(**stored) : std::nullopt;
  if (!hashes) {
    latch_damage("tile: missing or of the wrong length (level=" + std::to_string(place->level) + " tile=" + std::to_string(place->tile) + ")");
    return std::nullopt;
  }
  return crypto::node_from_tile(*hashes, place->level_in_tile, place->index_in_level);
}

Result<EventRecord> StoredLog::record_of(std::uint64_t index, std::uint64_t size, const rocksdb::Status& status, const rocksdb::Slice& value) const {
  if (index >= size) return fail(ErrorCode::not_found, "read: no event at this index" + at_index(index));
  if (status.IsNotFound()) return std::unexpected(damaged("read: an event is missing" + at_index(index)));
  if (!status.ok()) return std::unexpected(store_->faults().read_error(status, "read" + at_index(index)));
  auto record = decode_event(rocks::bytes_of(value));
  if (!record) return std::unexpected(damaged(record.error().text + at_index(index)));
  return record;
}

Result<EventRecord> StoredLog::read(std::uint64_t index) const {
  const auto size = this->size();
  rocksdb::PinnableSlice value;
  const auto status = store_->db().Get(point_reads(), store_->family(Family::event), slice_of(layout::number_key(index)), &value);
  return record_of(index, size, status, value);
}

std::vector<Result<EventRecord>> StoredLog::read_many(std::span<const std::uint64_t> indexes) const {
  const auto size = this->size();
  std::vector<Result<EventRecord>> out;
  out.reserve(indexes.size());
  for (std::size_t begin = 0; begin < indexes.size(); begin += read_many_step) {
    const auto step = indexes.subspan(begin, std::min(read_many_step, indexes.size() - begin));
    std::vector<Buffer> keys;
    std::vector<rocksdb::Slice> slices;
    keys.reserve(step.size());
    for (auto index : step) slices.push_back(slice_of(keys.emplace_back(layout::number_key(index))));
    std::vector<rocksdb::PinnableSlice> values(step.size());
    std::vector<rocksdb::Status> statuses(step.size());
    store_->db().MultiGet(point_reads(), store_->family(Family::event), step.size(), slices.data(), values.data(), statuses.data());
    for (std::size_t i = 0; i < step.size(); ++i) out.push_back(record_of(step[i], size, statuses[i], values[i]));
  }
  return out;
}

Result<std::vector<StoredPart>> StoredLog::read_parts(std::uint64_t index) const {
  if (index >= size()) return fail(ErrorCode::not_found, "read parts: no event at this index" + at_index(index));
  INZICHT_TRY(stored, store_->get(Family::parts, layout::number_key(index), "read parts" + at_index(index)));
  if (!stored) return std::vector<StoredPart>{};
  auto parts = decode_parts(*stored);
  if (!parts) return std::unexpected(damaged(parts.error().text + at_index(index)));
  return parts;
}

Result<std::optional<EventPlace>> StoredLog::find(const EventId& event) const {
  const auto size = this->size();
  INZICHT_TRY(stored, store_->get(Family::id, event.bytes, "find"));
  if (!stored) return std::nullopt;
  const auto place = layout::parse_place(*stored);
  if (!place) return std::unexpected(damaged("find: a place of the wrong length (" + to_text(event) + ")"));
  if (place->index >= size) return std::nullopt;
  return place;
}

std::vector<EventId> StoredLog::events_like(const std::function<bool(const EventId&)>& matches, std::size_t most) const {
  const auto size = this->size();
  std::vector<EventId> out;
  const auto at = iterate(Family::id, scan_reads());
  for (at->SeekToFirst(); at->Valid() && out.size() < most; at->Next()) {
    const auto id = EventId::from(rocks::bytes_of(at->key()));
    const auto place = layout::parse_place(rocks::bytes_of(at->value()));
    if (id && place && place->index < size && matches(*id)) out.push_back(*id);
  }
  static_cast<void>(finished(*at, "events like"));  // latches; what was found is still right
  return out;
}

Result<std::vector<Position>> StoredLog::positions(const PositionList& list, std::uint64_t from, std::size_t most) const {
  const auto size = this->size();
  const Buffer prefix = layout::list_key(list);
  std::vector<Position> out;
  const auto at = iterate(Family::position, point_reads());
  for (at->Seek(slice_of(layout::position_key(list, from))); at->Valid() && out.size() < most; at->Next()) {
    const Bytes key = rocks::bytes_of(at->key());
    if (!starts_with(key, prefix)) break;
    const auto position = layout::parse_position(key, rocks::bytes_of(at->value()));
    if (!position) return std::unexpected(damaged("positions: a position of the wrong length"));
    if (position->index >= size) break;
    out.push_back(*position);
  }
  INZICHT_CHECK(finished(*at, "positions"));
  return out;
}

Result<std::optional<Position>> StoredLog::last_position(const PositionList& list) const {
  const auto size = this->size();
  const Buffer prefix = layout::list_key(list);
  const auto at = iterate(Family::position, point_reads());
  for (at->SeekForPrev(slice_of(layout::position_key(list, number_max))); at->Valid(); at->Prev()) {
    const Bytes key = rocks::bytes_of(at->key());
    if (!starts_with(key, prefix)) break;
    const auto position = layout::parse_position(key, rocks::bytes_of(at->value()));
    if (!position) return std::unexpected(damaged("last position: a position of the wrong length"));
    if (position->index < size) return position;
  }
  INZICHT_CHECK(finished(*at, "last position"));
  return std::nullopt;
}

std::vector<std::array<std::uint8_t, 16>> StoredLog::lists(ChainClass cls) const {
  const auto size = this->size();
  std::vector<std::array<std::uint8_t, 16>> out;
  const auto at = iterate(Family::position, point_reads());
  at->Seek(slice_of(layout::list_key({cls, {}})));
  while (at->Valid()) {
    const Bytes key = rocks::bytes_of(at->key());
    const auto first = layout::parse_position(key, rocks::bytes_of(at->value()));
    if (key.empty() || key[0] != static_cast<std::uint8_t>(cls)) break;
    if (!first) {
      latch_damage("lists: a position of the wrong length");
      at->Next();
      continue;
    }
    PositionList list{cls, {}};
    std::ranges::copy(key.subspan(1, layout::id_size), list.id.begin());
    if (first->index < size) out.push_back(list.id);
    at->SeekForPrev(slice_of(layout::position_key(list, number_max)));
    if (at->Valid()) at->Next();
  }
  static_cast<void>(finished(*at, "lists"));
  return out;
}

Status StoredLog::scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const {
  const auto end = std::min(to, size());
  if (from >= end) return {};
  const Buffer bound = layout::number_key(end);
  const rocksdb::Slice bound_slice = slice_of(bound);
  auto options = scan_reads();
  options.iterate_upper_bound = &bound_slice;
  const auto at = iterate(Family::event, options);
  std::uint64_t index = from;
  for (at->Seek(slice_of(layout::number_key(from))); at->Valid(); at->Next(), ++index) {
    const Bytes key = rocks::bytes_of(at->key());
    if (key.size() != layout::number_size || layout::number_of(key) != index) break;
    auto view = view_event(rocks::bytes_of(at->value()));
    if (!view) return std::unexpected(damaged(view.error().text + at_index(index)));
    view->index = index;
    if (!visit(*view)) return {};
  }
  INZICHT_CHECK(finished(*at, "scan" + at_index(index)));
  if (index != end) return std::unexpected(damaged("scan: an event is missing" + at_index(index)));
  return {};
}

std::vector<std::pair<std::uint64_t, std::string>> StoredLog::checkpoints() const {
  std::vector<std::pair<std::uint64_t, std::string>> out;
  const auto at = iterate(Family::checkpoint, scan_reads());
  for (at->SeekToFirst(); at->Valid(); at->Next()) {
    const Bytes key = rocks::bytes_of(at->key());
    if (key.size() == layout::number_size) out.emplace_back(layout::number_of(key), at->value().ToString());
  }
  static_cast<void>(finished(*at, "checkpoints"));
  return out;
}

Result<std::optional<Buffer>> StoredLog::get_cache(std::string_view name) const { return store_->get(Family::cache, crypto::bytes_of(name), "cache"); }

std::unique_ptr<rocksdb::Iterator> StoredLog::iterate(Family family, rocksdb::ReadOptions options) const {
  return std::unique_ptr<rocksdb::Iterator>(store_->db().NewIterator(options, store_->family(family)));
}

Status StoredLog::finished(const rocksdb::Iterator& at, std::string_view doing) const {
  if (const auto status = at.status(); !status.ok()) return std::unexpected(store_->faults().read_error(status, doing));
  return {};
}

void StoredLog::latch_damage(std::string_view text) const { store_->faults().latch(text); }

Error StoredLog::damaged(std::string text) const {
  latch_damage(text);
  return {ErrorCode::corruption, std::move(text)};
}

}  // namespace inzicht::rocks
