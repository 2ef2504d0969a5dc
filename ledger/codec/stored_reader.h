// Reads one stored message after another through memory that is kept, for whoever goes through all of them.
//
// Errors:  false for what is not a message of that schema in its strict form: who hands over a ledger's folder chose its bytes.
// Owns:    the words of the last message. Readers are valid until the next one.
// Threads: one at a time.
#pragma once
#include <capnp/schema.h>
#include <capnp/serialize.h>

#include <optional>

#include "ledger/base/ids.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

class StoredReader {
 public:
  StoredReader() = default;
  StoredReader(const StoredReader&) = delete;  // its readers point into it
  StoredReader& operator=(const StoredReader&) = delete;

  bool read(Bytes bytes, capnp::StructSchema schema);
  // Requires: a message that was read.
  template <class T>
  typename T::Reader root() {
    return reader_->getRoot<T>();
  }

 private:
  kj::Array<capnp::word> words_;  // as many as the greatest message so far needed
  kj::ArrayPtr<const capnp::word> segment_;
  std::optional<capnp::SegmentArrayMessageReader> reader_;
};

// A kind that is known, and the facts of that kind.
bool has_facts_of_its_kind(schema::Header::Reader header);

}  // namespace inzicht
