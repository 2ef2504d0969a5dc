// Reading and writing whole files.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "ledger/service/ledger_folder.h"

namespace inzicht {
namespace {

ErrorCode code_of_errno(int error) {
  if (error == ENOSPC || error == EDQUOT) return ErrorCode::disk_full;
  if (error == ENOENT) return ErrorCode::not_found;
  return ErrorCode::io;
}

std::unexpected<Error> failed(std::string_view what, const std::filesystem::path& path, int error) {
  return fail(code_of_errno(error), fmt::format("{}: {} ({})", what, path.string(), std::strerror(error)));
}

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, Bytes bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

Result<Buffer> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.fd() < 0) return failed("read", path, errno);
  Buffer out;
  std::array<std::uint8_t, 65536> chunk;
  while (true) {
    const ssize_t n = ::read(file.fd(), chunk.data(), chunk.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed("read", path, errno);
    if (n == 0) return out;
    out.insert(out.end(), chunk.begin(), chunk.begin() + n);
    if (out.size() > bytes_max) return fail(ErrorCode::limit, fmt::format("read: expected at most {} bytes: {}", bytes_max, path.string()));
  }
}

Status write_file(const std::filesystem::path& path, Bytes bytes, bool secret) {
  auto beside = path;
  beside += ".new";
  {
    const File file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, secret ? 0600 : 0644));
    if (file.fd() < 0) return failed("write", path, errno);
    if (!write_all(file.fd(), bytes) || ::fsync(file.fd()) != 0) {
      const int error = errno;
      ::unlink(beside.c_str());
      return failed("write", path, error);
    }
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return failed("write", path, errno);
  const File folder(::open(path.has_parent_path() ? path.parent_path().c_str() : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.fd() >= 0) ::fsync(folder.fd());
  return {};
}

Status claim_file(const std::filesystem::path& path) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.fd() >= 0) return {};
  if (errno == EEXIST) return fail(ErrorCode::already_exists, "there is a file of that name already: give another: " + path.string());
  return failed("write", path, errno);
}

}  // namespace inzicht
