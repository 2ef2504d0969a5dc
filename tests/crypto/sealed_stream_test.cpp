#include "crypto/sealed_stream.h"

#include <sodium.h>

#include "crypto/digest.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

Secret key_of(std::uint8_t fill) { return Secret::from(Buffer(stream_key_bytes, fill)); }

Buffer random_plain(std::size_t size) {
  Buffer out(size);
  random_bytes(out);
  return out;
}

struct Sealed {
  StreamHeader header;
  std::vector<Buffer> chunks;
};

Sealed sealed(const Buffer& plain) {
  StreamSealer sealer(key_of(1));
  Sealed out{sealer.header(), {}};
  Bytes rest = plain;
  while (rest.size() > stream_chunk_bytes) {
    out.chunks.push_back(sealer.seal(rest.first(stream_chunk_bytes), false));
    rest = rest.subspan(stream_chunk_bytes);
  }
  out.chunks.push_back(sealer.seal(rest, true));
  return out;
}

// Chunks as the library would seal them for anyone who has the key, whatever their lengths and tags.
Sealed sealed_otherwise(const std::vector<std::pair<std::size_t, std::uint8_t>>& lengths_and_tags) {
  Sealed out{};
  crypto_secretstream_xchacha20poly1305_state state;
  crypto_secretstream_xchacha20poly1305_init_push(&state, out.header.data(), key_of(1).view().data());
  for (const auto& [length, tag] : lengths_and_tags) {
    const Buffer plain(length, 7);
    Buffer& chunk = out.chunks.emplace_back(length + stream_overhead_bytes);
    crypto_secretstream_xchacha20poly1305_push(&state, chunk.data(), nullptr, plain.data(), plain.size(),
                                               nullptr, 0, tag);
  }
  return out;
}

// The plain file when every chunk opens and the last one is there.
std::optional<Buffer> opened(const Sealed& file, std::uint8_t key = 1) {
  StreamOpener opener(key_of(key), file.header);
  Buffer out;
  for (const Buffer& chunk : file.chunks) {
    const auto plain = opener.open(chunk);
    if (!plain) return std::nullopt;
    append(out, *plain);
  }
  if (!opener.finished()) return std::nullopt;
  return out;
}

}  // namespace

TEST_CASE("a sealed file of any length opens with its key alone", "[sealed_stream]") {
  const std::size_t chunk = stream_chunk_bytes;
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 5}) {
    INFO(size);
    const Buffer plain = random_plain(size);
    const Sealed file = sealed(plain);
    REQUIRE(opened(file) == plain);
    REQUIRE(!opened(file, 2));
  }
}

TEST_CASE("a sealed file with a chunk dropped, doubled or moved does not open", "[sealed_stream]") {
  const Sealed file = sealed(random_plain(3 * stream_chunk_bytes + 5));
  REQUIRE(file.chunks.size() == 4);
  for (std::size_t i = 0; i < file.chunks.size(); ++i) {
    Sealed less = file;
    less.chunks.erase(less.chunks.begin() + static_cast<std::ptrdiff_t>(i));
    REQUIRE(!opened(less));
    Sealed more = file;
    more.chunks.insert(more.chunks.begin() + static_cast<std::ptrdiff_t>(i), file.chunks[i]);
    REQUIRE(!opened(more));
    Sealed moved = file;
    std::swap(moved.chunks[i], moved.chunks[(i + 1) % 4]);
    REQUIRE(!opened(moved));
  }
}

TEST_CASE("a sealed file with any bit flipped does not open", "[sealed_stream]") {
  const Sealed file = sealed(buffer("hallo"));
  for (std::size_t bit = 0; bit < file.header.size() * 8; ++bit) {
    Sealed damaged = file;
    damaged.header[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    REQUIRE(!opened(damaged));
  }
  for (std::size_t bit = 0; bit < file.chunks[0].size() * 8; ++bit) {
    Sealed damaged = file;
    damaged.chunks[0][bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    REQUIRE(!opened(damaged));
  }
}

TEST_CASE("after a chunk that does not open, none does", "[sealed_stream]") {
  const Sealed file = sealed(random_plain(stream_chunk_bytes + 5));
  StreamOpener opener(key_of(1), file.header);
  REQUIRE(!opener.open({}));
  REQUIRE(!opener.open(file.chunks[0]));
  REQUIRE(!opener.finished());
}

TEST_CASE("a chunk longer than 64 KiB is refused unread", "[sealed_stream]") {
  const Sealed file = sealed({});
  StreamOpener opener(key_of(1), file.header);
  REQUIRE(!opener.open(Buffer(stream_chunk_bytes + stream_overhead_bytes + 1)));
}

TEST_CASE("a stream in any other form is refused, also from who has the key", "[sealed_stream]") {
  const std::uint8_t message = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
  const std::uint8_t push = crypto_secretstream_xchacha20poly1305_TAG_PUSH;
  const std::uint8_t rekey = crypto_secretstream_xchacha20poly1305_TAG_REKEY;
  const std::uint8_t final = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  const std::size_t full = stream_chunk_bytes;
  REQUIRE(opened(sealed_otherwise({{full, message}, {5, final}})).has_value());
  REQUIRE(!opened(sealed_otherwise({{5, message}, {5, final}})));
  REQUIRE(!opened(sealed_otherwise({{0, message}, {5, final}})));
  REQUIRE(!opened(sealed_otherwise({{full, message}, {0, final}})));
  REQUIRE(!opened(sealed_otherwise({{full, push}, {5, final}})));
  REQUIRE(!opened(sealed_otherwise({{full, rekey}, {5, final}})));
  REQUIRE(!opened(sealed_otherwise({{5, final}, {5, final}})));
  REQUIRE(!opened(sealed_otherwise({{full, message}})));
}

TEST_CASE("two seals of one file share no header", "[sealed_stream]") {
  REQUIRE(sealed({}).header != sealed({}).header);
}

TEST_CASE("sealing chunks of a wrong length, or after the last, ends the program", "[sealed_stream]") {
  REQUIRE(aborts([] { StreamSealer(key_of(1)).seal(Buffer(5), false); }));
  REQUIRE(aborts([] { StreamSealer(key_of(1)).seal(Buffer(stream_chunk_bytes + 1), true); }));
  REQUIRE(aborts([] {
    StreamSealer sealer(key_of(1));
    sealer.seal(Buffer(5), true);
    sealer.seal(Buffer(5), true);
  }));
  REQUIRE(aborts([] {
    StreamSealer sealer(key_of(1));
    sealer.seal(Buffer(stream_chunk_bytes), false);
    sealer.seal({}, true);
  }));
  REQUIRE(aborts([] { StreamSealer(Secret(31)); }));
  REQUIRE(aborts([] { StreamOpener(Secret(33), StreamHeader{}); }));
}
