#include "ledger/service/outbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/sealing.h"
#include "ledger/base/limits.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {
namespace {

constexpr std::string_view ending = ".outbox";
const Bytes associated = crypto::bytes_of("inzicht/v1/outbox");

std::vector<std::string> files_of(const std::filesystem::path& folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ending) out.push_back(entry.path().filename().string());
  std::ranges::sort(out);
  return out;
}

std::unexpected<Error> failed(const std::filesystem::path& path, int error) {
  return fail(error == ENOSPC || error == EDQUOT ? ErrorCode::disk_full : ErrorCode::io, fmt::format("outbox: {}: {}", path.string(), std::strerror(error)));
}

Status write_at_end(int fd, Bytes rest, const std::filesystem::path& path) {
  while (!rest.empty()) {
    const ssize_t n = ::write(fd, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return failed(path, errno);
    rest = rest.subspan(static_cast<std::size_t>(n));
  }
  return ::fsync(fd) == 0 ? Status{} : failed(path, errno);
}

// Answers how long the file is after it.
Result<std::uint64_t> sync_append(const std::filesystem::path& path, Bytes bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return failed(path, errno);
  const off_t before = ::lseek(fd, 0, SEEK_END);
  auto status = write_at_end(fd, bytes, path);
  // Half a record would hide the ones after it.
  if (!status && ::ftruncate(fd, before) != 0) status = fail(ErrorCode::io, fmt::format("outbox: {}: could not take back half a record", path.string()));
  ::close(fd);
  if (!status) return std::unexpected(status.error());
  return static_cast<std::uint64_t>(before) + bytes.size();
}

class RecordReader {
 public:
  RecordReader(const std::filesystem::path& path, std::uint64_t from, const crypto::Secret& key) : in_(path, std::ios::binary), key_(key), at_(from) {
    std::error_code error;
    size_ = std::filesystem::file_size(path, error);
    if (error) size_ = 0;
    in_.seekg(static_cast<std::streamoff>(from));
  }

  // The next submission; nothing at the end of the whole records.
  Result<std::optional<Submission>> next() {
    Buffer length(4);
    if (size_ < at_ + 4 || !get(length)) return std::optional<Submission>();
    std::uint64_t bytes = 0;
    for (const auto byte : length) bytes = bytes << 8 | byte;
    // Before the size: no crash leaves such a length, and what stands behind it is no torn end to cut off.
    if (bytes > limits::submission_bytes_max)
      return fail(ErrorCode::corruption,
                  fmt::format("outbox: expected a record of at most {} bytes, found a length of {}: keep the outbox file and run verify",
                              limits::submission_bytes_max, bytes));
    if (size_ - at_ - 4 < bytes) return std::optional<Submission>();
    Buffer sealed(bytes);
    if (!get(sealed)) return fail(ErrorCode::io, "outbox: cannot be read");
    const auto plain = crypto::open(key_, sealed, associated);
    if (!plain && size_ == at_ + 4 + bytes) return std::optional<Submission>();
    if (!plain) return fail(ErrorCode::corruption, "outbox: expected a whole record, found damage before the last");
    INZICHT_TRY(submission, decode_submission(*plain));
    at_ += 4 + bytes;
    return std::optional(std::move(submission));
  }
  std::uint64_t at() const { return at_; }
  bool torn() const { return at_ < size_; }

 private:
  bool get(Buffer& out) { return static_cast<bool>(in_.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size()))); }

  std::ifstream in_;
  const crypto::Secret& key_;
  std::uint64_t at_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace

Result<OutboxPlace> Outbox::append(std::span<const Submission> submissions, std::string_view day) const {
  std::error_code error;
  if (std::filesystem::create_directories(folder_, error))
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, error);
  if (error) return fail(ErrorCode::io, fmt::format("outbox: {}: {}", folder_.string(), error.message()));
  Buffer bytes;
  for (const auto& submission : submissions) {
    const Buffer sealed = crypto::seal(key_, crypto::random_array<crypto::seal_nonce_bytes>(), encode_submission(submission), associated);
    crypto::append_u32(bytes, static_cast<std::uint32_t>(sealed.size()));
    crypto::append(bytes, sealed);
  }
  OutboxPlace place{std::string(day) + std::string(ending), 0};
  INZICHT_TRY(after, sync_append(folder_ / place.file, bytes));
  place.bytes = after;
  return place;
}

Result<OutboxPlace> Outbox::read(const OutboxPlace& from, const std::function<Status(const Submission&)>& each) const {
  OutboxPlace place = from;
  for (const auto& file : files_of(folder_)) {
    if (file < from.file) continue;
    RecordReader reader(folder_ / file, file == from.file ? from.bytes : 0, key_);
    for (;;) {
      INZICHT_TRY(submission, reader.next());
      if (!submission) break;
      INZICHT_CHECK(each(*submission));
    }
    place = {file, reader.at()};
    if (reader.torn()) INZICHT_CHECK(cut(place));
  }
  return place;
}

Status Outbox::cut(const OutboxPlace& place) const {
  const auto path = folder_ / place.file;
  return ::truncate(path.c_str(), static_cast<off_t>(place.bytes)) == 0 ? Status{} : failed(path, errno);
}

OutboxPlace Outbox::end(std::string_view day) const {
  OutboxPlace place{std::string(day) + std::string(ending), 0};
  std::error_code error;
  const auto size = std::filesystem::file_size(folder_ / place.file, error);
  if (!error) place.bytes = size;
  return place;
}

Status Outbox::prune(std::string_view before_day) const {
  for (const auto& file : files_of(folder_)) {
    if (file >= before_day) continue;
    std::error_code error;
    std::filesystem::remove(folder_ / file, error);
    if (error) return fail(ErrorCode::io, fmt::format("outbox: {}: {}", file, error.message()));
  }
  return {};
}

}  // namespace inzicht
