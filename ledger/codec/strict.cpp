#include "ledger/codec/strict.h"

#include <capnp/dynamic.h>
#include <fmt/format.h>

#include <cstring>

#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/strict_walk.h"
#include "ledger/codec/word_check.h"

namespace inzicht {
namespace {

constexpr std::size_t word_bytes = sizeof(capnp::word);

std::unexpected<Malformed> not_valid(std::string text) { return std::unexpected(Malformed{"ADM-1", "", std::move(text)}); }

}  // namespace

std::optional<Message> Message::stored(Bytes bytes) {
  if (bytes.empty() || bytes.size() % word_bytes != 0) return std::nullopt;
  Message message;
  message.words_ = kj::heapArray<capnp::word>(bytes.size() / word_bytes);
  std::memcpy(message.words_.begin(), bytes.data(), bytes.size());
  auto options = bounded(message.words_.size());
  options.traversalLimitInWords = std::uint64_t{1} << 40;  // read as often as needed; the bytes were checked when recorded
  message.read_ = std::make_unique<Read>(message.words_, options);
  return message;
}

std::optional<Message> Message::stored(Bytes bytes, capnp::StructSchema schema) {
  auto message = decode(bytes, schema, limits::part_bytes_max);
  if (!message) return std::nullopt;
  return std::move(*message);
}

Strict<Message> Message::decode(Bytes bytes, capnp::StructSchema schema, std::size_t limit) {
  if (bytes.size() > limit) return not_valid(fmt::format("expected at most {} bytes, found {}", limit, bytes.size()));
  if (bytes.empty() || bytes.size() % word_bytes != 0)
    return not_valid(fmt::format("expected a whole number of words, found {} bytes", bytes.size()));
  auto message = stored(bytes);
  INZICHT_ASSERT(message.has_value());
  if (certainly_strict(bytes, schema)) return std::move(*message);
  if (auto wrong = walk_strictly(message->words_, schema)) return std::unexpected(std::move(*wrong));
  return std::move(*message);
}

Bytes Message::bytes() const {
  return {reinterpret_cast<const std::uint8_t*>(words_.begin()), words_.size() * word_bytes};
}

capnp::DynamicStruct::Reader Message::root(capnp::StructSchema schema) const {
  return read_->reader.getRoot<capnp::DynamicStruct>(schema);
}

Buffer canonical_bytes(capnp::DynamicStruct::Reader root) {
  const auto words = capnp::AnyStruct::Reader(root).canonicalize();
  Buffer out(words.size() * word_bytes);
  std::memcpy(out.data(), words.begin(), out.size());
  return out;
}

std::uint64_t filled_bits(capnp::DynamicStruct::Reader part) {
  std::uint64_t bits = 0;
  for (auto field : part.getSchema().getFields()) {
    INZICHT_ASSERT(field.getIndex() < 64);
    if (part.has(field, capnp::HasMode::NON_DEFAULT)) bits |= std::uint64_t{1} << field.getIndex();
  }
  return bits;
}

}  // namespace inzicht
