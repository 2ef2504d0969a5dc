#include "crypto/sealed_stream.h"

#include <sodium.h>

#include <new>

#include "crypto/must.h"

namespace inzicht::crypto {
namespace {

using State = crypto_secretstream_xchacha20poly1305_state;

static_assert(stream_key_bytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(stream_header_bytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(stream_overhead_bytes == crypto_secretstream_xchacha20poly1305_ABYTES);
static_assert(alignof(State) == 1);  // so that it may begin anywhere in locked memory

State& state_in(Secret& memory) {
  return *std::launder(reinterpret_cast<State*>(memory.mutable_view().data()));
}

// The state holds keys: it lives in locked memory.
Secret new_state(const Secret& key) {
  must(key.size() == stream_key_bytes, "a stream's key is 32 bytes");
  Secret memory(sizeof(State));
  new (memory.mutable_view().data()) State;
  return memory;
}

bool is_length_of_chunk(std::size_t plain_bytes, bool first, bool last) {
  if (!last) return plain_bytes == stream_chunk_bytes;
  return plain_bytes <= stream_chunk_bytes && (plain_bytes > 0 || first);
}

}  // namespace

StreamSealer::StreamSealer(const Secret& key) : state_(new_state(key)) {
  crypto_secretstream_xchacha20poly1305_init_push(&state_in(state_), header_.data(), key.view().data());
}

Buffer StreamSealer::seal(Bytes chunk, bool last) {
  must(!finished_, "the last chunk was sealed already");
  must(is_length_of_chunk(chunk.size(), first_, last), "a chunk is 64 KiB, or shorter when last");
  first_ = false;
  finished_ = last;
  Buffer out(chunk.size() + stream_overhead_bytes);
  const std::uint8_t tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
  crypto_secretstream_xchacha20poly1305_push(&state_in(state_), out.data(), nullptr, chunk.data(),
                                             chunk.size(), nullptr, 0, tag);
  return out;
}

StreamOpener::StreamOpener(const Secret& key, const StreamHeader& header) : state_(new_state(key)) {
  crypto_secretstream_xchacha20poly1305_init_pull(&state_in(state_), header.data(), key.view().data());
}

std::optional<Buffer> StreamOpener::open(Bytes sealed_chunk) {
  const bool readable = !failed_ && !finished_ && sealed_chunk.size() >= stream_overhead_bytes &&
                        sealed_chunk.size() <= stream_chunk_bytes + stream_overhead_bytes;
  failed_ = true;  // until shown otherwise
  if (!readable) return std::nullopt;
  Buffer out(sealed_chunk.size() - stream_overhead_bytes);
  std::uint8_t tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&state_in(state_), out.data(), nullptr, &tag,
                                                 sealed_chunk.data(), sealed_chunk.size(), nullptr, 0) != 0) {
    return std::nullopt;
  }
  const bool last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  if (!last && tag != crypto_secretstream_xchacha20poly1305_TAG_MESSAGE) return std::nullopt;
  if (!is_length_of_chunk(out.size(), first_, last)) return std::nullopt;
  first_ = false;
  finished_ = last;
  failed_ = false;
  return out;
}

}  // namespace inzicht::crypto
