#include "ledger/codec/stored_reader.h"

#include <algorithm>
#include <cstring>

#include "ledger/base/limits.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/strict_walk.h"
#include "ledger/codec/word_check.h"

namespace inzicht {

bool StoredReader::read(Bytes bytes, capnp::StructSchema schema) {
  reader_.reset();
  const std::size_t count = bytes.size() / sizeof(capnp::word);
  if (count == 0 || bytes.size() % sizeof(capnp::word) != 0 || bytes.size() > limits::part_bytes_max) return false;
  if (words_.size() < count) words_ = kj::heapArray<capnp::word>(std::max(count, 2 * words_.size()));
  std::memcpy(words_.begin(), bytes.data(), bytes.size());
  segment_ = words_.slice(0, count);
  if (!certainly_strict(bytes, schema) && walk_strictly(segment_, schema)) return false;
  capnp::ReaderOptions options;
  options.traversalLimitInWords = std::uint64_t{1} << 40;  // read as often as needed
  options.nestingLimit = limits::nesting_max;
  reader_.emplace(kj::arrayPtr(&segment_, 1), options);
  return true;
}

bool has_facts_of_its_kind(schema::Header::Reader header) {
  const KindInfo* kind = find_kind(header.getKind());
  return kind != nullptr && static_cast<unsigned>(header.getFacts().which()) == kind->arm.getProto().getDiscriminantValue();
}

}  // namespace inzicht
