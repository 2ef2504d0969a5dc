#include "tools/exchange/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "crypto/digest.h"

namespace inzicht::exchange {
namespace {

std::unexpected<Error> wrong(std::uint64_t at, std::string_view what) {
  return fail(ErrorCode::bad_input, fmt::format("file: byte {}: {}", at, what));
}

// The file's own bytes, digested on their way.
class RawBytes {
 public:
  virtual ~RawBytes() = default;

  Result<Bytes> next() {
    INZICHT_TRY(piece, read());
    digest_.update(piece);
    offset_ += piece.size();
    return piece;
  }
  std::uint64_t offset() const { return offset_; }
  Digest digest() { return digest_.finish(); }

 private:
  virtual Result<Bytes> read() = 0;

  crypto::Sha256Stream digest_;
  std::uint64_t offset_ = 0;
};

class FileBytes final : public RawBytes {
 public:
  explicit FileBytes(int fd) : fd_(fd) {}
  ~FileBytes() override { ::close(fd_); }

 private:
  Result<Bytes> read() override {
    while (true) {
      const ssize_t n = ::read(fd_, buffer_.data(), buffer_.size());
      if (n >= 0) return Bytes(buffer_.data(), static_cast<std::size_t>(n));
      if (errno != EINTR) return fail(ErrorCode::io, fmt::format("file: byte {}: {}", offset(), std::strerror(errno)));
    }
  }

  int fd_;
  std::array<std::uint8_t, ByteSource::piece_max> buffer_;
};

class MemoryBytes final : public RawBytes {
 public:
  explicit MemoryBytes(Bytes bytes) : rest_(bytes) {}

 private:
  Result<Bytes> read() override {
    const Bytes piece = rest_.first(std::min(rest_.size(), ByteSource::piece_max));
    rest_ = rest_.subspan(piece.size());
    return piece;
  }

  Bytes rest_;
};

class Plain final : public ByteSource {
 public:
  Plain(std::unique_ptr<RawBytes> raw, Bytes first) : raw_(std::move(raw)), first_(first) {}

  Result<Bytes> next() override {
    if (!first_.empty()) return std::exchange(first_, {});
    return raw_->next();
  }
  std::uint64_t offset() const override { return raw_->offset(); }
  Digest digest() override { return raw_->digest(); }

 private:
  std::unique_ptr<RawBytes> raw_;
  Bytes first_;
};

class Gzip final : public ByteSource {
 public:
  static Result<std::unique_ptr<ByteSource>> start(std::unique_ptr<RawBytes> raw, Bytes first,
                                                   std::uint64_t unpacked_max) {
    std::unique_ptr<Gzip> out(new Gzip(std::move(raw), unpacked_max));
    if (::inflateInit2(&out->stream_, gzip_only) != Z_OK) return fail(ErrorCode::limit, "file: no memory to read gzip");
    out->started_ = true;
    out->take(first);
    return out;
  }
  ~Gzip() override {
    if (started_) ::inflateEnd(&stream_);
  }

  Result<Bytes> next() override {
    stream_.next_out = out_.data();
    stream_.avail_out = static_cast<uInt>(out_.size());
    while (stream_.avail_out > 0) {
      if (stream_.avail_in == 0) {
        INZICHT_TRY(piece, raw_->next());
        if (piece.empty() && in_member_) return wrong(raw_->offset(), "a truncated gzip file: expected more bytes, found its end");
        if (piece.empty()) break;
        take(piece);
      }
      INZICHT_CHECK(step());
    }
    const Bytes piece(out_.data(), out_.size() - stream_.avail_out);
    unpacked_ += piece.size();
    if (unpacked_ > unpacked_max_)
      return fail(ErrorCode::limit,
                  fmt::format("file: byte {}: expected gzip that unpacks to at most {} bytes, found more: split the file",
                              place(), unpacked_max_));
    return piece;
  }
  std::uint64_t offset() const override { return raw_->offset(); }
  Digest digest() override { return raw_->digest(); }

 private:
  static constexpr int gzip_only = 15 + 16;  // the largest window, gzip framing

  Gzip(std::unique_ptr<RawBytes> raw, std::uint64_t unpacked_max)
      : raw_(std::move(raw)), unpacked_max_(unpacked_max) {}

  void take(Bytes piece) {
    stream_.next_in = const_cast<Bytef*>(piece.data());  // zlib does not write there
    stream_.avail_in = static_cast<uInt>(piece.size());
  }
  std::uint64_t place() const { return raw_->offset() - stream_.avail_in; }

  Status step() {
    if (!in_member_) {
      if (*stream_.next_in != 0x1f) return wrong(place(), "expected the end of the gzip file, found more bytes");
      ::inflateReset(&stream_);
      in_member_ = true;
    }
    const int answer = ::inflate(&stream_, Z_NO_FLUSH);
    if (answer == Z_STREAM_END) {
      in_member_ = false;
    } else if (answer == Z_MEM_ERROR) {
      return fail(ErrorCode::limit, "file: no memory to read gzip");
    } else if (answer != Z_OK && answer != Z_BUF_ERROR) {
      return wrong(place(), fmt::format("a damaged gzip file: {}", stream_.msg != nullptr ? stream_.msg : "wrong data"));
    }
    return {};
  }

  std::unique_ptr<RawBytes> raw_;
  std::uint64_t unpacked_max_;
  std::uint64_t unpacked_ = 0;
  z_stream stream_{};
  bool started_ = false;
  bool in_member_ = true;
  std::array<std::uint8_t, piece_max> out_;
};

Result<std::unique_ptr<ByteSource>> start(std::unique_ptr<RawBytes> raw, std::uint64_t unpacked_max) {
  INZICHT_TRY(first, raw->next());
  const bool gzip = first.size() >= 2 && first[0] == 0x1f && first[1] == 0x8b;
  if (gzip) return Gzip::start(std::move(raw), first, unpacked_max);
  return std::make_unique<Plain>(std::move(raw), first);
}

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::filesystem::path& path,
                                                     std::uint64_t unpacked_max) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe is refused, not waited for
  if (fd < 0) return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::io, fmt::format("file: {} ({})", path.string(), std::strerror(errno)));
  auto raw = std::make_unique<FileBytes>(fd);
  struct stat about {};
  if (::fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))
    return fail(ErrorCode::bad_input, fmt::format("file: expected a file, which can be read twice, not a folder or a pipe: {}", path.string()));
  return start(std::move(raw), unpacked_max);
}

Result<std::unique_ptr<ByteSource>> ByteSource::of(Bytes bytes, std::uint64_t unpacked_max) {
  return start(std::make_unique<MemoryBytes>(bytes), unpacked_max);
}

std::uint64_t file_size(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

}  // namespace inzicht::exchange
