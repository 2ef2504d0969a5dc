#include "ledger/log/tamper.h"

#include <rocksdb/env.h>

#include <fmt/format.h>

#include "ledger/log/key_layout.h"
#include "ledger/log/rocks_store.h"

namespace inzicht {

Status alter_stored_byte(const std::filesystem::path& folder, std::uint64_t index, std::size_t offset) {
  INZICHT_TRY(store, rocks::Store::open(folder, OpenMode::read_write, rocksdb::Env::Default()));
  const Buffer key = layout::number_key(index);
  INZICHT_TRY(value, store->get(rocks::Family::event, key, "alter"));
  if (!value || offset >= value->size()) return fail(ErrorCode::not_found, fmt::format("alter: no byte {} in record {}", offset, index));
  (*value)[offset] ^= 1;
  rocksdb::WriteBatch batch;
  batch.Put(store->family(rocks::Family::event), rocks::slice_of(key), rocks::slice_of(Bytes(*value)));
  return store->write(batch, "alter");
}

}  // namespace inzicht
