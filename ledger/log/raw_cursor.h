// Walking a family of the store past what cannot be read, keeping a list of what that was.
//
// Shape:   NumberCursor walks keys that are indexes: behind a damaged block it asks for one index after the other until
//          walking works again. KeyWalk walks keys of any meaning: it searches for the nearest key from which walking works.
// Threads: one at a time each.
#pragma once
#include <rocksdb/db.h>

#include <functional>

#include "ledger/base/error.h"
#include "ledger/base/ids.h"

namespace inzicht::rocks {

// Problems met, as text: consecutive indexes as one range, at most 64 entries and a count of the rest.
class Problems {
 public:
  void add(std::string text);
  void add_index(std::string_view family, std::uint64_t index, const rocksdb::Status& why);
  // Corruption with every problem, or nothing wrong.
  Status status() const;

 private:
  struct Entry {
    std::string text;
    std::string family;  // empty: not about indexes
    std::uint64_t first = 0, last = 0;
  };
  std::vector<Entry> entries_;
  std::uint64_t more_ = 0;
};

class NumberCursor {
 public:
  // Walks indexes [from, to); `end` is one past the greatest index that may exist.
  NumberCursor(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family, std::uint64_t from, std::uint64_t to, std::uint64_t end, Problems& problems);
  // Whether it stands at an entry; index() and value() hold until next().
  bool valid() const { return valid_; }
  std::uint64_t index() const { return index_; }
  Bytes value() const;
  void next();

 private:
  void settle();
  bool settle_by_walking();
  bool settle_by_asking();
  void walk_from(std::uint64_t index);

  rocksdb::DB& db_;
  rocksdb::ColumnFamilyHandle* family_;
  std::uint64_t to_, end_;
  Problems& problems_;
  std::string bound_bytes_;
  rocksdb::Slice bound_;
  std::unique_ptr<rocksdb::Iterator> at_;
  rocksdb::PinnableSlice asked_;
  bool walking_ = true;
  bool valid_ = false;
  std::uint64_t index_ = 0;        // where it stands
  std::uint64_t ask_next_ = 0;     // the first index not seen yet
  std::uint64_t walk_again_ = 0;   // not before this index: walking may be impossible everywhere
  std::uint64_t patience_ = 1;
};

// Visits every entry that can be reached, in key order. key_size: of the family's ordinary keys, for the search past damage.
void walk_keys(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family, std::size_t key_size, Problems& problems,
               const std::function<void(Bytes key, Bytes value)>& visit);

}  // namespace inzicht::rocks
