// What tests of untrusted bytes share: verdicts in one line, and messages changed where no honest program
// would.
#pragma once
#include <capnp/any.h>
#include <capnp/message.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <functional>

#include "ledger/base/limits.h"
#include "ledger/codec/strict.h"
#include "tests/ledger/codec/random_message.h"

namespace inzicht::testing {

inline std::string verdict_of(const Malformed& m) {
  return m.adm + " " + m.field + (m.newer ? " newer" : "");
}
// "ok", or the check and the field: "ADM-1 subjects".
inline std::string verdict(const Buffer& header) {
  const auto decoded = HeaderMessage::decode(header);
  return decoded ? "ok" : verdict_of(decoded.error());
}
inline std::string verdict(const Buffer& part, capnp::StructSchema schema,
                           std::size_t limit = limits::part_bytes_max) {
  const auto decoded = Message::decode(part, schema, limit);
  return decoded ? "ok" : verdict_of(decoded.error());
}

inline capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

// The header again with something else in it, in canonical form.
inline Buffer edited(const Buffer& header, const std::function<void(schema::Header::Builder)>& edit) {
  const auto message = Message::stored(header);
  capnp::MallocMessageBuilder builder;
  builder.setRoot(message->root<schema::Header>());
  edit(builder.getRoot<schema::Header>());
  return canonical_bytes_of<schema::Header>(builder.getRoot<schema::Header>().asReader());
}

inline std::vector<std::uint64_t> words_of(const Buffer& bytes) {
  std::vector<std::uint64_t> out(bytes.size() / 8);
  if (!out.empty()) std::memcpy(out.data(), bytes.data(), bytes.size());
  return out;
}
inline Buffer bytes_of_words(const std::vector<std::uint64_t>& words) {
  Buffer out(words.size() * 8);
  if (!out.empty()) std::memcpy(out.data(), words.data(), out.size());
  return out;
}

// A struct inside a message of one segment, found by its pointer.
struct RawStruct {
  std::size_t at = 0;  // of its first word
  std::size_t data_words = 0;
  std::size_t pointers = 0;
  std::size_t pointer(unsigned i) const { return at + data_words + i; }
};
inline RawStruct struct_at(const std::vector<std::uint64_t>& words, std::size_t pointer) {
  const std::uint64_t p = words.at(pointer);
  REQUIRE((p & 3) == 0);
  const auto offset = static_cast<std::int32_t>(p & 0xFFFFFFFC) >> 2;
  return {pointer + 1 + static_cast<std::size_t>(offset), (p >> 32) & 0xFFFF, p >> 48};
}
// The number of a field's pointer in its struct.
inline unsigned pointer_of(capnp::StructSchema schema, const char* field) {
  return schema.getFieldByName(field).getProto().getSlot().getOffset();
}
inline unsigned header_pointer(const char* field) {
  return pointer_of(capnp::Schema::from<schema::Header>(), field);
}

}  // namespace inzicht::testing
