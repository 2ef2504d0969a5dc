// Files that are sealed piece by piece: secretstream XChaCha20-Poly1305 in chunks of 64 KiB.
//
// Shape:   header 24, then chunks of 64 KiB + 17 bytes, the last one shorter or as long, with the final tag. An empty
//          file is one empty last chunk; otherwise no chunk is empty. So a plain file has one length when sealed.
// Rule:    what was opened counts only once finished() is true: a file cut at a chunk's end shows nowhere else.
// Source:  docs/formats.md §3 (files).
#pragma once
#include <optional>

#include "crypto/bytes.h"
#include "crypto/secret.h"

namespace inzicht::crypto {

inline constexpr std::size_t stream_key_bytes = 32;
inline constexpr std::size_t stream_header_bytes = 24;
inline constexpr std::size_t stream_chunk_bytes = 64 * 1024;
inline constexpr std::size_t stream_overhead_bytes = 17;  // per chunk
using StreamHeader = std::array<std::uint8_t, stream_header_bytes>;

class StreamSealer {
 public:
  // Requires: key is 32 bytes, random, and used for this file alone.
  explicit StreamSealer(const Secret& key);
  const StreamHeader& header() const { return header_; }
  // Requires: the chunk is 64 KiB, or shorter when last; nothing was sealed as last before.
  Buffer seal(Bytes chunk, bool last);

 private:
  Secret state_;
  StreamHeader header_{};
  bool first_ = true;
  bool finished_ = false;
};

class StreamOpener {
 public:
  // Requires: key is 32 bytes.
  StreamOpener(const Secret& key, const StreamHeader& header);
  // nullopt when anything differs, the chunk has not the length it must have, or the last one came before; so is every
  // chunk after such a one.
  std::optional<Buffer> open(Bytes sealed_chunk);
  // Whether the last chunk was opened.
  bool finished() const { return finished_; }

 private:
  Secret state_;
  bool first_ = true;
  bool finished_ = false;
  bool failed_ = false;
};

}  // namespace inzicht::crypto
