// Views on RocksDB: the only file of this folder that sees it.
//
// Shape: column family per view; key 0x00 holds the position, 0x01 || key the rows. Position and rows share a family, so that whatever
//        part of the memory tables has reached the disk when the power goes, each view is whole as of some earlier write.
#include "projections/view_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>

#include "ledger/log/rocks_quiet.h"
#include "projections/row_codec.h"

namespace inzicht {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mib = std::size_t{1} << 20;
constexpr std::uint8_t position_mark = 0x00;
constexpr std::uint8_t row_mark = 0x01;
constexpr char position_key[] = {position_mark};

rocksdb::Slice slice_of(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
Bytes bytes_of(const rocksdb::Slice& slice) { return {reinterpret_cast<const std::uint8_t*>(slice.data()), slice.size()}; }

Error error_of(const rocksdb::Status& status, std::string_view doing) {
  const std::string text = status.ToString();
  const auto code = status.IsNoSpace()                                                              ? ErrorCode::disk_full
                    : status.IsIOError() && text.find("lock") != std::string::npos                  ? ErrorCode::locked
                    : status.IsCorruption() || status.IsInvalidArgument() || status.IsNotSupported() ? ErrorCode::corruption
                    : status.IsPathNotFound()                                                        ? ErrorCode::corruption  // a file of ours is gone
                                                                                                     : ErrorCode::io;
  return {code, "views: " + std::string{doing} + ": " + text};
}

rocksdb::DBOptions db_options() {
  rocksdb::DBOptions db;
  db.create_if_missing = true;                // losing this folder loses nothing
  db.create_missing_column_families = true;
  db.db_write_buffer_size = 64 * mib;         // all memory tables together: a rebuild must fit 512 MB with everything else
  db.max_background_jobs = 2;                 // one flush, one compaction
  db.max_open_files = 128;
  db.avoid_flush_during_shutdown = false;     // without a write-ahead log, closing is when the last rows reach the disk
  db.skip_stats_update_on_db_open = true;
  db.stats_dump_period_sec = 0;
  db.stats_persist_period_sec = 0;
  db.info_log = rocks::no_diary();
  return db;
}

rocksdb::ColumnFamilyOptions family_options(const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions options;
  rocksdb::BlockBasedTableOptions table;
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;
  table.block_cache = cache;
  table.cache_index_and_filter_blocks = true;
  table.block_size = 16 * 1024;                    // rows are read a case at a time
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::kLZ4Compression;  // the ids of a case come back in every row of it
  options.write_buffer_size = 16 * mib;
  options.max_write_buffer_number = 3;             // writing goes on while two are flushed
  // Rows of a case mostly come in the order of their keys: each goes in right after the last one of its case, which is remembered.
  options.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(1 + CaseId::size));
  return options;
}

rocksdb::WriteOptions write_options() {
  rocksdb::WriteOptions options;
  options.sync = false;        // what is lost is applied again
  options.disableWAL = true;   // half the bytes of a rebuild; position and rows are lost together (see above)
  return options;
}

Buffer encode_position(const ViewPosition& position) {
  views::RowWriter out;
  out(position.row_format, position.version, position.next, position.purges);
  Buffer bytes(out.bytes().begin(), out.bytes().end());
  bytes.insert(bytes.end(), position.last_leaf.begin(), position.last_leaf.end());
  return bytes;
}

std::optional<ViewPosition> decode_position(Bytes bytes) {
  ViewPosition position;
  if (bytes.size() < position.last_leaf.size()) return std::nullopt;
  views::RowReader in(bytes.first(bytes.size() - position.last_leaf.size()));
  in(position.row_format, position.version, position.next, position.purges);
  if (!in.finished()) return std::nullopt;
  const auto leaf = bytes.last(position.last_leaf.size());
  std::copy(leaf.begin(), leaf.end(), position.last_leaf.begin());
  return position;
}

// The first key after every key with this prefix; none when there is no such key.
std::string end_of(std::string prefix) {
  while (!prefix.empty() && static_cast<std::uint8_t>(prefix.back()) == 0xFF) prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(static_cast<std::uint8_t>(prefix.back()) + 1);
  return prefix;
}

class RocksViews final : public ViewStore {
 public:
  static Result<std::unique_ptr<RocksViews>> open(const fs::path& folder) {
    std::vector<std::string> names{rocksdb::kDefaultColumnFamilyName};
    std::error_code ignored;
    if (fs::exists(folder / "CURRENT", ignored)) {
      names.clear();
      if (const auto status = rocksdb::DB::ListColumnFamilies(db_options(), folder.string(), &names); !status.ok()) {
        return std::unexpected(error_of(status, "open"));
      }
    }
    std::unique_ptr<RocksViews> views(new RocksViews);
    std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
    for (const auto& name : names) descriptors.emplace_back(name, family_options(views->cache_));
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    if (const auto status = rocksdb::DB::Open(db_options(), folder.string(), descriptors, &handles, &db); !status.ok()) {
      return std::unexpected(error_of(status, "open"));
    }
    views->db_.reset(db);
    for (std::size_t i = 0; i < names.size(); ++i) views->families_[names[i]] = std::make_shared<Family>(*db, handles[i]);
    return views;
  }

  void mark_emptied() { emptied_ = true; }
  bool was_emptied() const override { return emptied_; }

  Result<ViewPosition> position(std::string_view view) const override {
    const auto family = find(view);
    if (!family) return ViewPosition{};
    rocksdb::PinnableSlice value;
    const auto status = db_->Get({}, family->handle, {position_key, sizeof position_key}, &value);
    if (status.IsNotFound()) return ViewPosition{};
    if (!status.ok()) return std::unexpected(error_of(status, "position"));
    // One that does not read is as good as none: the view is dropped and rebuilt.
    return decode_position(bytes_of(value)).value_or(ViewPosition{});
  }

  Status write(std::span<const ViewWrite> writes) override {
    rocksdb::WriteBatch batch;
    std::vector<std::shared_ptr<Family>> held;
    const std::uint8_t mark = row_mark;
    for (const auto& write : writes) {
      INZICHT_TRY(family, find_or_create(write.view));
      held.push_back(family);
      rocksdb::Status status;
      write.rows->each([&](Bytes key, Bytes value) {
        const rocksdb::Slice pieces[] = {slice_of({&mark, 1}), slice_of(key)};
        const rocksdb::Slice values[] = {slice_of(value)};
        if (status.ok()) status = batch.Put(family->handle, rocksdb::SliceParts(pieces, 2), rocksdb::SliceParts(values, 1));
      });
      const auto position = encode_position(write.position);
      if (status.ok()) status = batch.Put(family->handle, {position_key, sizeof position_key}, slice_of(position));
      if (!status.ok()) return std::unexpected(error_of(status, "write"));
    }
    if (const auto status = db_->Write(write_options(), &batch); !status.ok()) return std::unexpected(error_of(status, "write"));
    return {};
  }

  // Scans that are under way keep the family they began on.
  Status drop(std::string_view view) override {
    const std::lock_guard lock(mutex_);
    const auto at = families_.find(view);
    if (at == families_.end()) return {};
    if (const auto status = db_->DropColumnFamily(at->second->handle); !status.ok()) return std::unexpected(error_of(status, "drop"));
    families_.erase(at);
    return {};
  }

  Status scan(std::string_view view, Bytes prefix, const RowVisitor& visit) const override {
    const auto family = find(view);
    if (!family) return {};
    std::string from{static_cast<char>(row_mark)};
    from.append(reinterpret_cast<const char*>(prefix.data()), prefix.size());
    const std::string end = end_of(from);
    const rocksdb::Slice bound(end);
    rocksdb::ReadOptions reads;
    reads.verify_checksums = true;
    reads.iterate_upper_bound = &bound;
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(reads, family->handle));
    for (at->Seek(from); at->Valid(); at->Next()) {
      if (!visit(bytes_of(at->key()).subspan(1), bytes_of(at->value()))) break;
    }
    if (const auto status = at->status(); !status.ok()) return std::unexpected(error_of(status, "scan"));
    return {};
  }

 private:
  struct Family {
    Family(rocksdb::DB& of, rocksdb::ColumnFamilyHandle* held) : db(of), handle(held) {}
    ~Family() { db.DestroyColumnFamilyHandle(handle); }
    Family(const Family&) = delete;
    Family& operator=(const Family&) = delete;
    rocksdb::DB& db;
    rocksdb::ColumnFamilyHandle* handle;
  };

  RocksViews() = default;

  std::shared_ptr<Family> find(std::string_view view) const {
    const std::shared_lock lock(mutex_);
    const auto at = families_.find(view);
    return at == families_.end() ? nullptr : at->second;
  }
  Result<std::shared_ptr<Family>> find_or_create(std::string_view view) {
    if (auto family = find(view)) return family;
    rocksdb::ColumnFamilyHandle* handle = nullptr;
    if (const auto status = db_->CreateColumnFamily(family_options(cache_), std::string{view}, &handle); !status.ok()) {
      return std::unexpected(error_of(status, "create"));
    }
    const std::lock_guard lock(mutex_);
    return families_[std::string{view}] = std::make_shared<Family>(*db_, handle);
  }

  std::shared_ptr<rocksdb::Cache> cache_ = rocksdb::NewLRUCache(32 * mib);
  std::unique_ptr<rocksdb::DB> db_;
  bool emptied_ = false;
  mutable std::shared_mutex mutex_;  // of families_; handles go before the database does
  std::map<std::string, std::shared_ptr<Family>, std::less<>> families_;
};

// Files of a store without the one that says where it begins: opening would silently start a new one beside them.
bool has_lost_its_beginning(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / "CURRENT", ignored)) return false;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() == ".sst" || entry.path().filename().string().starts_with("MANIFEST-")) return true;
  }
  return false;
}

}  // namespace

Status empty_views(const fs::path& folder) {
  if (const auto status = rocksdb::DestroyDB(folder.string(), rocksdb::Options(db_options(), {})); !status.ok()) {
    return std::unexpected(error_of(status, "empty the folder"));
  }
  return {};
}

Result<std::unique_ptr<ViewStore>> open_views(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return fail(ErrorCode::io, "views: open: " + error.message());
  if (!has_lost_its_beginning(folder)) {
    auto opened = RocksViews::open(folder);
    if (opened) return std::move(*opened);
    if (opened.error().code != ErrorCode::corruption) return std::unexpected(opened.error());
  }
  INZICHT_CHECK(empty_views(folder));
  INZICHT_TRY(fresh, RocksViews::open(folder));
  fresh->mark_emptied();
  return fresh;
}

}  // namespace inzicht
