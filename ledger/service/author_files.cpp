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
  auto json = read_json_file(folder_ / "state.json");
  if (!json && json.error().code == ErrorCode::not_found) return {};
  if (!json) return std::unexpected(json.error());
  const auto digest = [&](const char* name) { return crypto::base64_decode_array<32>(json->value(name, std::string())); };
  state_.ledger = digest("ledger");
  state_.seq = json->value("seq", std::uint64_t{0});
  state_.prev = digest("prev");
  state_.anchor_size = json->value("anchorSize", std::uint64_t{0});
  state_.anchor_root = digest("anchorRoot");
  if (state_.anchor_size > 0 && !state_.anchor_root) return fail(ErrorCode::corruption, fmt::format("key: state.json: anchorRoot is missing: {}", folder_.string()));
  state_.answered = {json->value("outboxFile", std::string()), json->value("outboxBytes", std::uint64_t{0})};
  for (const auto& one : json->value("voids", Json::array()))
    if (one.is_string())
      if (const auto hash = crypto::base64_decode_array<32>(one.get<std::string>())) state_.voids.push_back(*hash);
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
  const std::string lines = std::exchange(unwritten_receipts_, {});
  if (lines.empty()) return;
  const int fd = ::open((folder_ / "receipts.jsonl").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return;  // a receipt can be asked for again: sending the same submission gives a fresh one
  [[maybe_unused]] const auto written = ::write(fd, lines.data(), lines.size());
  ::close(fd);
}

}  // namespace inzicht
