// Untrusted bytes to a message that means exactly one thing: limits, strict canonical form, known content, right lengths.
//
// A message is accepted only if reading it with this program's schema and rebuilding it field by field canonicalises to the
// same bytes; so no hidden union arm, unknown trailing field, empty-but-present pointer or odd bit survives.
// Errors:  Malformed names the admission check (ADM-1 form, ADM-2 unknown code, ADM-3 range, ADM-11 missing) and the field. Bad
//          pointers make Cap'n Proto throw; that exception ends here.
// Owns:    its words. Moving keeps readers valid.
// Threads: a Message is read from any thread.
// Source:  docs/formats.md §2.
#pragma once
#include <capnp/dynamic.h>
#include <capnp/message.h>
#include <capnp/serialize.h>

#include <expected>
#include <memory>
#include <string>

#include "ledger/base/ids.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

struct Malformed {
  std::string adm;    // "ADM-1"
  std::string field;  // "facts.keys[0].use"; empty for the whole
  std::string text;   // what was expected and found; never content
  bool newer = false; // a later format version: not wrong, newer than this program
};
template <class T>
using Strict = std::expected<T, Malformed>;

class Message {
 public:
  // Checks everything that this page says. `limit` in bytes.
  static Strict<Message> decode(Bytes bytes, capnp::StructSchema schema, std::size_t limit);
  // What a ledger keeps, read as strictly as when it was recorded: who hands over a ledger's folder chose its bytes.
  static std::optional<Message> stored(Bytes bytes, capnp::StructSchema schema);
  // For bytes that this program built or decoded itself: bounded, not looked through. nullopt when the size cannot be.
  static std::optional<Message> stored(Bytes bytes);

  template <class T>
  typename T::Reader root() const {
    return read_->reader.getRoot<T>();
  }
  capnp::DynamicStruct::Reader root(capnp::StructSchema schema) const;
  Bytes bytes() const;

 private:
  // What Cap'n Proto reads through; stays where it is.
  struct Read {
    Read(kj::ArrayPtr<const capnp::word> words, capnp::ReaderOptions options)
        : segment(words), reader(kj::arrayPtr(&segment, 1), options) {}
    kj::ArrayPtr<const capnp::word> segment;
    capnp::SegmentArrayMessageReader reader;
  };
  Message() = default;
  kj::Array<capnp::word> words_;
  std::unique_ptr<Read> read_;
};

// Canonical bytes of a built message: one segment, root pointer first.
Buffer canonical_bytes(capnp::DynamicStruct::Reader root);
template <class T>
Buffer canonical_bytes_of(typename T::Reader root) {
  return canonical_bytes(capnp::DynamicStruct::Reader(root));
}

// A header: strictly decoded, limits of counts, facts arm agreeing with the kind, order of lists, roles of null fields.
class HeaderMessage {
 public:
  static Strict<HeaderMessage> decode(Bytes bytes);
  // A header that this ledger keeps. Read as strictly as when it was recorded: who hands over a ledger's folder chose its bytes,
  // so a pointer or a length in it is not to be trusted. Nothing: what is stored here is not such a header.
  static std::optional<HeaderMessage> stored(Bytes bytes);
  schema::Header::Reader header() const { return message_.root<schema::Header>(); }
  Bytes bytes() const { return message_.bytes(); }

 private:
  explicit HeaderMessage(Message message) : message_(std::move(message)) {}
  Message message_;
};

// The bit set of the fields of a part that are not empty.
std::uint64_t filled_bits(capnp::DynamicStruct::Reader part);

}  // namespace inzicht
