// The bytes of a file, plain or gzip, in pieces: what is held in memory does not grow with the file.
//
// Shape:   a file that begins with 1f 8b is gzip (RFC 1952; several members one after another are one text); anything else is
//          handed over as it lies. Length and CRC-32 of every member are checked.
// Errors:  io, not_found; bad_input with the offset in the file: truncated or damaged gzip, bytes after its end, no regular file;
//          limit: gzip that unpacks to more than `unpacked_max` bytes.
// Threads: one at a time.
#pragma once
#include <filesystem>
#include <memory>

#include "ledger/base/error.h"
#include "ledger/base/ids.h"
#include "ledger/base/limits.h"

namespace inzicht::exchange {

class ByteSource {
 public:
  static constexpr std::size_t piece_max = 64 * 1024;

  static Result<std::unique_ptr<ByteSource>> open(
      const std::filesystem::path& path, std::uint64_t unpacked_max = limits::import_unpacked_bytes_max);
  // The same of bytes at hand, which must outlive it.
  static Result<std::unique_ptr<ByteSource>> of(
      Bytes bytes, std::uint64_t unpacked_max = limits::import_unpacked_bytes_max);
  virtual ~ByteSource() = default;

  // The next piece; empty at the end. Valid until the next call.
  virtual Result<Bytes> next() = 0;
  // Bytes of the file itself that were read so far, for showing progress.
  virtual std::uint64_t offset() const = 0;
  // SHA-256 of the file as it lies. Requires: next() came to the end; called once.
  virtual Digest digest() = 0;
};

// In bytes; 0 when it cannot be told.
std::uint64_t file_size(const std::filesystem::path& path);

}  // namespace inzicht::exchange
