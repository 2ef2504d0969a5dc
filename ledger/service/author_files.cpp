// What the author's folder holds, and its lock.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

#include <nlohmann/json.hpp>

#include "crypto/encoding.h"
#include "crypto/sealing.h"
#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {
namespace {

constexpr std::size_t small_file_max = 1u << 20;
using Json = nlohmann::json;

Result<Json> read_json_file(const std::filesystem::path& path) {
  INZICHT_TRY(bytes, read_file(path, small_file_max));
  auto json = Json::parse(bytes.begin(), bytes.end(), nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return fail(ErrorCode::corruption, fmt::format("expected a JSON object: {}", path.string()));
  return json;
}

// Thrown by what a field of another type is read as.
AuthorState state_of(const Json& json) {
  AuthorState out;
  const auto digest = [&](const char* name) {
    return crypto::base64_decode_array<32>(json.value(name, std::string()));
  };
  out.ledger = digest("ledger");
  out.seq = json.value("seq", std::uint64_t{0});
  out.prev = digest("prev");
  out.anchor_size = json.value("anchorSize", std::uint64_t{0});
  out.anchor_root = digest("anchorRoot");
  out.answered = {json.value("outboxFile", std::string()), json.value("outboxBytes", std::uint64_t{0})};
  for (const auto& one : json.value("voids", Json::array()))
    if (one.is_string())
      if (const auto hash = crypto::base64_decode_array<32>(one.get<std::string>()))
        out.voids.push_back(*hash);
  return out;
}

// Without the file the sequence is caught up from the ledger; what it knew beside that, receipts and held
// checkpoints show as well.
std::unexpected<Error> damaged_state(const std::filesystem::path& path) {
  return fail(
      ErrorCode::corruption,
      fmt::format("key: state.json is damaged: move it away and go on, it is made again from the ledger; "
                  "first check the ledger with `inzicht verify --receipts` and the receipts beside it: {}",
                  path.string()));
}

bool ends_in_whole_line(int fd) {
  const auto size = ::lseek(fd, 0, SEEK_END);
  char last = '\n';
  return size <= 0 || ::pread(fd, &last, 1, size - 1) != 1 || last == '\n';
}

Status write_json_file(const std::filesystem::path& path, const Json& json) {
  const std::string text = json.dump(1) + "\n";
  return write_file(path, crypto::bytes_of(text), true);
}

}  // namespace

Result<std::unique_ptr<Author>> Author::create(const std::filesystem::path& folder, const std::string& name, const crypto::Secret& passphrase,
                                               crypto::KdfCost cost) {
  std::error_code error;
  if (std::filesystem::exists(folder / "key", error)) return fail(ErrorCode::already_exists, fmt::format("key new: a key is there already: {}", folder.string()));
  std::filesystem::create_directories(folder, error);
  if (error) return fail(ErrorCode::io, fmt::format("key new: {}: {}", folder.string(), error.message()));
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  auto outbox_key = crypto::Secret::random(crypto::seal_key_bytes);
  crypto::KeyringEntries entries;
  entries.emplace("outbox", outbox_key.clone());
  std::unique_ptr<Author> author(new Author(folder, crypto::Signer::generate(), std::move(outbox_key)));
  author->profile_ = {name, author->signer_.id(), author->signer_.public_key(), std::nullopt};
  entries.emplace("seed", crypto::Secret::from(author->signer_.seed()));
  INZICHT_CHECK(write_file(folder / "key", crypto::keyring_seal(entries, passphrase, cost), true));
  INZICHT_CHECK(author->write_profile());
  INZICHT_CHECK(author->lock());
  return author;
}

Result<std::unique_ptr<Author>> Author::open(const std::filesystem::path& folder, const crypto::Secret& passphrase) {
  auto file = read_file(folder / "key", small_file_max);
  if (!file && file.error().code == ErrorCode::not_found) return fail(ErrorCode::not_found, fmt::format("key: no key here: {}", folder.string()));
  if (!file) return std::unexpected(file.error());
  if (!crypto::is_keyring(*file)) return fail(ErrorCode::corruption, fmt::format("key: expected a keyring file: {}", folder.string()));
  const auto entries = crypto::keyring_open(*file, passphrase);
  if (!entries) return fail(ErrorCode::locked, fmt::format("key: the passphrase is wrong, or the file is damaged: {}", folder.string()));
  const auto seed = entries->find("seed");
  auto signer = seed == entries->end() ? std::nullopt : crypto::Signer::from_seed(seed->second.view());
  if (!signer) return fail(ErrorCode::corruption, fmt::format("key: expected a seed of 32 bytes: {}", folder.string()));
  const auto outbox_key = entries->find("outbox");
  if (outbox_key == entries->end() || outbox_key->second.size() != crypto::seal_key_bytes)
    return fail(ErrorCode::corruption, fmt::format("key: expected an outbox key of 32 bytes: {}", folder.string()));
  std::unique_ptr<Author> author(new Author(folder, std::move(*signer), outbox_key->second.clone()));
  INZICHT_CHECK(author->lock());
  INZICHT_CHECK(author->read_profile());
  INZICHT_CHECK(author->read_state());
  return author;
}

Author::~Author() {
  if (lock_fd_ >= 0) ::close(lock_fd_);
}

Status Author::lock() {
  lock_fd_ = ::open((folder_ / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_fd_ < 0) return fail(ErrorCode::io, fmt::format("key: cannot make a lock: {}", folder_.string()));
  if (::flock(lock_fd_, LOCK_EX | LOCK_NB) != 0) return fail(ErrorCode::locked, fmt::format("key: in use by another program: {}", folder_.string()));
  return {};
}

Status Author::read_profile() {
  INZICHT_TRY(json, read_json_file(folder_ / "author.json"));
  profile_.name = json.value("name", std::string());
  profile_.key = signer_.id();
  profile_.public_key = signer_.public_key();
  if (json.contains("actor") && json["actor"].is_string()) profile_.actor = parse_id<ActorId>(json["actor"].get<std::string>());
  return {};
}

Status Author::write_profile() const {
  Json json{{"name", profile_.name}, {"key", crypto::base64(profile_.key)}, {"publicKey", crypto::base64(profile_.public_key)}};
  if (profile_.actor) json["actor"] = to_text(*profile_.actor);
  return write_json_file(folder_ / "author.json", json);
}

Status Author::set_actor(const ActorId& actor) {
  profile_.actor = actor;
  return write_profile();
}

Status Author::read_state() {
  const auto path = folder_ / "state.json";
  const auto json = read_json_file(path);
  if (!json && json.error().code == ErrorCode::not_found) return {};
  if (!json && json.error().code == ErrorCode::io) return std::unexpected(json.error());
  if (!json) return damaged_state(path);
  try {
    state_ = state_of(*json);
  } catch (const Json::exception&) {
    return damaged_state(path);
  }
  if (state_.anchor_size > 0 && !state_.anchor_root) return damaged_state(path);
  return {};
}

Status Author::write_state() {
  write_receipts();
  Json json{{"seq", state_.seq}, {"anchorSize", state_.anchor_size}, {"voids", Json::array()}, {"outboxFile", state_.answered.file}, {"outboxBytes", state_.answered.bytes}};
  if (state_.ledger) json["ledger"] = crypto::base64(*state_.ledger);
  if (state_.prev) json["prev"] = crypto::base64(*state_.prev);
  if (state_.anchor_root) json["anchorRoot"] = crypto::base64(*state_.anchor_root);
  for (const auto& hash : state_.voids) json["voids"].push_back(crypto::base64(hash));
  return write_json_file(folder_ / "state.json", json);
}

void Author::write_receipts() {
  std::string lines = std::exchange(unwritten_receipts_, {});
  if (lines.empty()) return;
  const int fd = ::open((folder_ / "receipts.jsonl").c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return;  // a receipt can be asked for again: sending the same submission gives a fresh one
  // Half a line that a crash left behind spoils no other.
  if (!ends_in_whole_line(fd)) lines.insert(lines.begin(), '\n');
  [[maybe_unused]] const auto written = ::write(fd, lines.data(), lines.size());
  ::fsync(fd);
  ::close(fd);
}

}  // namespace inzicht
