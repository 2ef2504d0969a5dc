#include <spdlog/spdlog.h>

#include <algorithm>
#include <optional>

#include "ledger/base/assert.h"
#include "ledger/log/key_layout.h"
#include "ledger/log/raw_cursor.h"
#include "ledger/log/rocks_log.h"
#include "ledger/log/rocks_store.h"

namespace inzicht {
namespace rocks {
namespace {

std::optional<Family> family_of(std::string_view name) {
  const auto at = std::ranges::find(family_names, name);
  if (at == family_names.end()) return std::nullopt;
  return static_cast<Family>(at - family_names.begin());
}

// Ordinary key sizes; 0 where any is right.
std::size_t key_size_of(Family family) {
  switch (family) {
    case Family::event:
    case Family::parts:
    case Family::checkpoint: return layout::number_size;
    case Family::id: return layout::id_size;
    case Family::position: return layout::position_size;
    case Family::tile: return layout::tile_key_size;
    case Family::cache: return 0;
  }
  return 0;
}

class StoredRaw final : public RawLog {
 public:
  static Result<std::unique_ptr<RawLog>> open(const std::filesystem::path& folder);
  ~StoredRaw() override {
    for (auto* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
  }

  std::uint64_t records() const override { return records_; }
  Status scan_raw(std::uint64_t from, std::uint64_t to, const std::function<void(const Raw&)>& visit) const override;
  Status scan_table(Table table, const std::function<void(Bytes, Bytes)>& visit) const override;

 private:
  Status open_families(const std::filesystem::path& folder);
  rocksdb::ColumnFamilyHandle* find(Family family) const;
  Status scan_family(Family family, const std::function<void(Bytes, Bytes)>& visit) const;
  Status scan_stray(const std::function<void(Bytes, Bytes)>& visit) const;
  std::uint64_t count_records() const;

  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
  Problems at_open_;
  std::uint64_t records_ = 0;
};

Result<std::unique_ptr<RawLog>> StoredRaw::open(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) return fail(ErrorCode::not_found, "open: there is no log in this folder");
  auto raw = std::make_unique<StoredRaw>();
  INZICHT_CHECK(raw->open_families(folder));
  for (const auto name : family_names) {
    if (raw->find(*family_of(name)) == nullptr) raw->at_open_.add("column family " + std::string{name} + " is missing");
  }
  raw->records_ = raw->count_records();
  return raw;
}

Status StoredRaw::open_families(const std::filesystem::path& folder) {
  const auto cache = block_cache();
  std::vector<std::string> names;
  auto status = rocksdb::DB::ListColumnFamilies(db_options(TornTail::tolerated, rocksdb::Env::Default()), folder.string(), &names);
  if (!status.ok()) return std::unexpected(error_of(status, "open"));
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const auto& name : names) descriptors.emplace_back(name, family_options(family_of(name).value_or(Family::cache), cache));
  // The strictest way that works; what it had to overlook is told.
  for (const auto torn : {TornTail::refused, TornTail::dropped, TornTail::tolerated}) {
    rocksdb::DB* db = nullptr;
    status = rocksdb::DB::OpenForReadOnly(db_options(torn, rocksdb::Env::Default()), folder.string(), descriptors, &handles_, &db);
    if (status.ok()) {
      db_.reset(db);
      return {};
    }
    if (torn == TornTail::refused) spdlog::warn("log: not whole at opening: {}", status.ToString());
    if (torn == TornTail::dropped) at_open_.add("open: " + status.ToString());
  }
  return std::unexpected(error_of(status, "open"));
}

rocksdb::ColumnFamilyHandle* StoredRaw::find(Family family) const {
  const auto at = std::ranges::find_if(handles_, [&](auto* handle) { return family_of(handle->GetName()) == family; });
  return at == handles_.end() ? nullptr : *at;
}

// When the end of the family cannot be read, the files' own list of greatest keys tells where to look after.
std::uint64_t StoredRaw::count_records() const {
  auto* family = find(Family::event);
  if (family == nullptr) return 0;
  const auto number = [](const rocksdb::Slice& key) { return key.size() == layout::number_size ? layout::number_of(rocks::bytes_of(key)) + 1 : 0; };
  const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(point_reads(), family));
  at->SeekToLast();
  while (at->Valid() && number(at->key()) == 0) at->Prev();
  if (at->Valid()) return number(at->key());
  if (at->status().ok()) return 0;
  std::uint64_t greatest = 0;
  std::vector<rocksdb::LiveFileMetaData> files;
  db_->GetLiveFilesMetaData(&files);
  for (const auto& file : files) {
    if (file.column_family_name == family->GetName()) greatest = std::max(greatest, number(file.largestkey));
  }
  for (at->Seek(slice_of(layout::number_key(greatest))); at->Valid(); at->Next()) greatest = std::max(greatest, number(at->key()));
  return greatest;
}

Status StoredRaw::scan_raw(std::uint64_t from, std::uint64_t to, const std::function<void(const Raw&)>& visit) const {
  Problems problems;
  NumberCursor event(*db_, find(Family::event), from, to, records_, problems);
  NumberCursor part(*db_, find(Family::parts), from, to, records_, problems);
  while (event.valid() || part.valid()) {
    Raw raw;
    raw.index = !part.valid() || (event.valid() && event.index() <= part.index()) ? event.index() : part.index();
    const bool has_event = event.valid() && event.index() == raw.index;
    const bool has_parts = part.valid() && part.index() == raw.index;
    if (has_event) raw.event = event.value();
    if (has_parts) raw.parts = part.value();
    visit(raw);
    if (has_event) event.next();
    if (has_parts) part.next();
  }
  return problems.status();
}

Status StoredRaw::scan_table(Table table, const std::function<void(Bytes, Bytes)>& visit) const {
  switch (table) {
    case Table::event_ids: return scan_family(Family::id, visit);
    case Table::positions: return scan_family(Family::position, visit);
    case Table::tiles: return scan_family(Family::tile, visit);
    case Table::checkpoints: return scan_family(Family::checkpoint, visit);
    case Table::stray: return scan_stray(visit);
  }
  INZICHT_ASSERT(!"a table of the log");
  return {};
}

Status StoredRaw::scan_family(Family family, const std::function<void(Bytes, Bytes)>& visit) const {
  auto* handle = find(family);
  if (handle == nullptr) return {};
  Problems problems;
  walk_keys(*db_, handle, key_size_of(family), problems, [&](Bytes key, Bytes value) {
    if (key.size() == key_size_of(family)) visit(key, value);
  });
  return problems.status();
}

// The event and parts families are walked by scan_raw, up to the last index; only what lies beyond is looked at here.
Status StoredRaw::scan_stray(const std::function<void(Bytes, Bytes)>& visit) const {
  Problems elsewhere;  // damage in families of ours is told by their own scans
  for (auto* handle : handles_) {
    const auto family = family_of(handle->GetName());
    if (family == Family::cache) continue;
    const auto emit = [&](Bytes key, Bytes value) {
      Buffer named(handle->GetName().begin(), handle->GetName().end());
      named.push_back('/');
      crypto::append(named, key);
      visit(named, value);
    };
    if (family == Family::event || family == Family::parts) {
      const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(point_reads(), handle));
      for (at->Seek(slice_of(layout::number_key(records_))); at->Valid(); at->Next()) emit(rocks::bytes_of(at->key()), rocks::bytes_of(at->value()));
    } else {
      walk_keys(*db_, handle, layout::position_size, elsewhere, [&](Bytes key, Bytes value) {
        if (!family || key.size() != key_size_of(*family)) emit(key, value);
      });
    }
  }
  return at_open_.status();
}

}  // namespace
}  // namespace rocks

Result<std::unique_ptr<RawLog>> RocksLog::open_raw(const std::filesystem::path& folder) { return rocks::StoredRaw::open(folder); }

}  // namespace inzicht
