#include "ledger/service/outbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {
namespace {

constexpr std::size_t file_bytes_max = std::size_t{1} << 31;
constexpr std::string_view ending = ".outbox";

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ending) out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

Status sync_append(const std::filesystem::path& path, Bytes bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return fail(ErrorCode::io, fmt::format("outbox: {}: {}", path.string(), std::strerror(errno)));
  Status status;
  const off_t before = ::lseek(fd, 0, SEEK_END);
  Bytes rest = bytes;
  while (!rest.empty() && status) {
    const ssize_t n = ::write(fd, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      status = fail(errno == ENOSPC ? ErrorCode::disk_full : ErrorCode::io, fmt::format("outbox: {}: {}", path.string(), std::strerror(errno)));
      break;
    }
    rest = rest.subspan(static_cast<std::size_t>(n));
  }
  if (status && ::fsync(fd) != 0) status = fail(ErrorCode::io, fmt::format("outbox: {}: {}", path.string(), std::strerror(errno)));
  // Half a record would hide the ones after it.
  if (!status && ::ftruncate(fd, before) != 0) status = fail(ErrorCode::io, fmt::format("outbox: {}: could not take back half a record", path.string()));
  ::close(fd);
  return status;
}

// Reads the records of one file; a torn last one is left out.
Status read_records(Bytes file, std::vector<Submission>& out) {
  while (file.size() >= 36) {
    std::size_t length = 0;
    for (int i = 0; i < 4; ++i) length = (length << 8) | file[static_cast<std::size_t>(i)];
    if (file.size() - 36 < length) return {};
    const Bytes body = file.subspan(36, length);
    const Digest digest = crypto::sha256(body);
    const bool good = std::equal(digest.begin(), digest.end(), file.begin() + 4);
    const bool last = file.size() == 36 + length;
    if (!good && last) return {};
    if (!good) return fail(ErrorCode::corruption, "outbox: expected a whole record, found damage before the last");
    INZICHT_TRY(submission, decode_submission(body));
    out.push_back(std::move(submission));
    file = file.subspan(36 + length);
  }
  return {};
}

}  // namespace

Status Outbox::append(std::span<const Submission> submissions, std::string_view month) const {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) return fail(ErrorCode::io, fmt::format("outbox: {}: {}", folder_.string(), error.message()));
  Buffer bytes;
  for (const auto& submission : submissions) {
    const Buffer body = encode_submission(submission);
    crypto::append_u32(bytes, static_cast<std::uint32_t>(body.size()));
    crypto::append(bytes, crypto::sha256(body));
    crypto::append(bytes, body);
  }
  return sync_append(folder_ / (std::string(month) + std::string(ending)), bytes);
}

Result<std::vector<Submission>> Outbox::recent(std::size_t most) const {
  std::vector<Submission> out;
  auto files = files_of(folder_);
  if (files.size() > 2) files.erase(files.begin(), files.end() - 2);
  for (const auto& file : files) {
    INZICHT_TRY(bytes, read_file(file, file_bytes_max));
    INZICHT_CHECK(read_records(bytes, out));
  }
  if (out.size() > most) out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(most));
  return out;
}

Status Outbox::prune(std::string_view before_month) const {
  for (const auto& file : files_of(folder_)) {
    if (file.stem().string() >= before_month) continue;
    std::error_code error;
    std::filesystem::remove(file, error);
    if (error) return fail(ErrorCode::io, fmt::format("outbox: {}: {}", file.string(), error.message()));
  }
  return {};
}

}  // namespace inzicht
