#include "ledger/service/ledger_folder.h"

#include <fmt/format.h>

#include <charconv>
#include <toml++/toml.h>

#include "crypto/sealing.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/text_format.h"
#include "ledger/service/erasure.h"

namespace inzicht {
namespace {

constexpr std::size_t settings_bytes_max = 64 * 1024;
constexpr std::size_t keyring_bytes_max = 16u << 20;
constexpr Micros clock_behind_max = 60 * micros_per_second;  // docs/threat_model.md

std::string epoch_name(std::uint32_t epoch) { return fmt::format("epoch/{:010}", epoch); }

std::optional<crypto::Signer> signer_of(const crypto::KeyringEntries& entries, std::string_view name) {
  const auto at = entries.find(name);
  if (at == entries.end()) return std::nullopt;
  return crypto::Signer::from_seed(at->second.view());
}

// Nobody vouches for the settings: a checkpoint or receipt signed under another name than genesis says could
// never be put right.
Status check_settings(const LedgerSettings& s, const GenesisInfo& genesis) {
  if (s.origin != genesis.origin)
    return fail(ErrorCode::bad_input, fmt::format("inzicht.toml: origin: expected \"{}\", as the first event "
                                                  "of this ledger says, found another: put that there",
                                                  genesis.origin));
  if (s.clock != genesis.clock)
    return fail(ErrorCode::bad_input, fmt::format("inzicht.toml: clock: expected \"{}\", as the first event "
                                                  "of this ledger says, found \"{}\": put that there",
                                                  code_of(genesis.clock), code_of(s.clock)));
  return {};
}

// The same of what signs.
Status check_keys(const LedgerKeys& keys, const Registry& registry) {
  using enum schema::KeyUse;
  for (const auto& [use, signer] :
       {std::pair{LOG, &keys.log}, std::pair{RECEIPT, &keys.receipt}, std::pair{SERVICE, &keys.service}}) {
    const KeyInfo* known = registry.find_key(signer->id());
    if (known == nullptr || known->use != use || known->owner)
      return fail(ErrorCode::corruption,
                  fmt::format("keyring: expected the {} key that this ledger names, found another: put back "
                              "the keyring that was made with this ledger",
                              code_of(use)));
  }
  return {};
}

// Recorded-at never goes back: after an event of a clock that ran ahead, every later one would bear that
// time.
std::optional<std::string> clock_behind(Micros last_recorded_at, Micros now) {
  if (last_recorded_at <= now + clock_behind_max) return std::nullopt;
  return fmt::format(
      "the last event was recorded at {}, later than the clock of this machine says, {}: look at the clock",
      to_text(last_recorded_at), to_text(now));
}

}  // namespace

LedgerKeys LedgerKeys::generate() {
  LedgerKeys keys{crypto::Signer::generate(), crypto::Signer::generate(), crypto::Signer::generate(), {}};
  keys.epochs.emplace(1, crypto::Secret::random(crypto::seal_key_bytes));
  return keys;
}

LedgerKeys LedgerKeys::clone() const {
  LedgerKeys out{log.clone(), receipt.clone(), service.clone(), {}};
  for (const auto& [epoch, key] : epochs) out.epochs.emplace(epoch, key.clone());
  return out;
}

Buffer seal_ledger_keys(const LedgerKeys& keys, const crypto::Secret& passphrase, crypto::KdfCost cost) {
  crypto::KeyringEntries entries;
  entries.emplace("log", crypto::Secret::from(keys.log.seed()));
  entries.emplace("receipt", crypto::Secret::from(keys.receipt.seed()));
  entries.emplace("service", crypto::Secret::from(keys.service.seed()));
  for (const auto& [epoch, key] : keys.epochs) entries.emplace(epoch_name(epoch), key.clone());
  return crypto::keyring_seal(entries, passphrase, cost);
}

Result<LedgerKeys> open_ledger_keys(Bytes file, const crypto::Secret& passphrase) {
  if (!crypto::is_keyring(file)) return fail(ErrorCode::corruption, "keyring: expected a keyring file, found other bytes");
  const auto entries = crypto::keyring_open(file, passphrase);
  if (!entries) return fail(ErrorCode::locked, "keyring: the passphrase is wrong, or the file is damaged");
  auto log = signer_of(*entries, "log");
  auto receipt = signer_of(*entries, "receipt");
  auto service = signer_of(*entries, "service");
  if (!log || !receipt || !service) return fail(ErrorCode::corruption, "keyring: expected keys for log, receipt and service");
  LedgerKeys out{std::move(*log), std::move(*receipt), std::move(*service), {}};
  for (const auto& [name, secret] : *entries) {
    if (!name.starts_with("epoch/")) continue;
    std::uint32_t epoch = 0;
    const auto [at, error] = std::from_chars(name.data() + 6, name.data() + name.size(), epoch);
    if (error != std::errc{} || at != name.data() + name.size() || secret.size() != crypto::seal_key_bytes)
      return fail(ErrorCode::corruption, "keyring: expected an epoch key, found another entry");
    out.epochs.emplace(epoch, secret.clone());
  }
  if (out.epochs.empty()) return fail(ErrorCode::corruption, "keyring: expected an epoch key, found none");
  return out;
}

Result<LedgerSettings> LedgerFolder::read_settings() const {
  auto bytes = read_file(settings(), settings_bytes_max);
  if (!bytes) {
    if (bytes.error().code == ErrorCode::not_found)
      return fail(ErrorCode::not_found, fmt::format("open: no ledger here (expected {})", settings().string()));
    return std::unexpected(bytes.error());
  }
  const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  LedgerSettings out;
  try {
    const auto table = toml::parse(text);
    out.name = table["name"].value_or(std::string());
    out.origin = table["origin"].value_or(std::string());
    const auto clock = parse_code<schema::ClockKind>(table["clock"].value_or(std::string("wall")));
    if (!clock) return fail(ErrorCode::bad_input, "inzicht.toml: clock: expected wall or simulated");
    out.clock = *clock;
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::bad_input, fmt::format("inzicht.toml: line {}: {}", error.source().begin.line, error.description()));
  }
  if (!crypto::is_note_name(out.origin)) return fail(ErrorCode::bad_input, "inzicht.toml: origin: expected printable text without space or '+'");
  return out;
}

CommandSettings LedgerFolder::read_command_settings() const {
  const auto bytes = read_file(settings(), settings_bytes_max);
  if (!bytes) return {};
  try {
    const auto table = toml::parse(std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()));
    return {table["actor"].value_or(std::string()), table["lang"].value_or(std::string())};
  } catch (const toml::parse_error&) {
    return {};
  }
}

Status LedgerFolder::check_new(const LedgerSettings& s) const {
  std::error_code error;
  if (s.name.empty()) return fail(ErrorCode::bad_input, "name: expected a name for the ledger, found none");
  if (!has_format(schema::TextFormat::ORIGIN, s.origin))
    return fail(ErrorCode::bad_input, fmt::format("origin: expected {}, such as gemeente.example/ledger",
                                                  expected_format(schema::TextFormat::ORIGIN)));
  if (std::filesystem::exists(root_, error) && !std::filesystem::is_empty(root_, error))
    return fail(ErrorCode::already_exists, fmt::format("init: expected an empty or new folder, found files: {}", root_.string()));
  return {};
}

Status LedgerFolder::create(const LedgerSettings& s, const LedgerKeys& keys, const crypto::Secret& passphrase,
                            crypto::KdfCost cost) const {
  INZICHT_CHECK(check_new(s));
  std::error_code error;
  std::filesystem::create_directories(root_, error);
  if (error) return fail(ErrorCode::io, fmt::format("init: {}: {}", root_.string(), error.message()));
  std::filesystem::permissions(root_, std::filesystem::perms::owner_all, error);
  INZICHT_CHECK(write_file(keyring(), seal_ledger_keys(keys, passphrase, cost), true));
  toml::table table;
  table.insert("name", s.name);
  table.insert("origin", s.origin);
  table.insert("clock", std::string(code_of(s.clock)));
  std::ostringstream text;
  text << "# Settings of this ledger. Flags and INZICHT_* variables go before them.\n"
       << "# Also: actor = \"name of a key\" (as --as), lang = \"nl\" or \"en\".\n" << table << "\n";
  const auto bytes = text.str();
  return write_file(settings(), crypto::bytes_of(bytes), false);
}

Result<LedgerKeys> LedgerFolder::read_keys(const crypto::Secret& passphrase) const {
  INZICHT_TRY(bytes, read_file(keyring(), keyring_bytes_max));
  return open_ledger_keys(bytes, passphrase);
}

Status LedgerFolder::replace_keys(const LedgerKeys& keys, const crypto::Secret& passphrase) const {
  INZICHT_TRY(before, read_file(keyring(), keyring_bytes_max));
  const auto cost = crypto::keyring_cost(before);
  if (!cost) return fail(ErrorCode::corruption, "keyring: expected a keyring file, found other bytes");
  return write_file(keyring(), seal_ledger_keys(keys, passphrase, *cost), true);
}

NewFolder::NewFolder(const std::filesystem::path& root) : folder_(root) {
  std::error_code error;
  const auto is_missing = [&](const std::filesystem::path& at) {
    return !at.empty() && std::filesystem::symlink_status(at, error).type() == std::filesystem::file_type::not_found;
  };
  for (auto at = std::filesystem::absolute(root, error); is_missing(at); at = at.parent_path())
    missing_.push_back(at);
}

NewFolder::~NewFolder() {
  if (kept_) return;
  std::error_code none;
  for (const auto& made : {folder_.settings(), folder_.keyring(), folder_.log(), folder_.vault(),
                           folder_.views(), folder_.keys()})
    std::filesystem::remove_all(made, none);
  // Only what is empty: somebody else may have put something there meanwhile.
  for (const auto& made : missing_) std::filesystem::remove(made, none);
}

Result<NewFile> NewFile::claim(std::filesystem::path path) {
  INZICHT_CHECK(claim_file(path));
  return NewFile(std::move(path));
}

NewFile::~NewFile() {
  std::error_code none;
  if (!path_.empty()) std::filesystem::remove(path_, none);
}

Status NewFile::write(Bytes bytes, bool secret) {
  if (path_.empty()) return {};
  INZICHT_CHECK(write_file(path_, bytes, secret));
  path_.clear();
  return {};
}

// Two epochs in the keyring: the one before was not finished, and is now.
Status OpenLedger::new_epoch() {
  if (keys_.epochs.size() == 1) {
    keys_.epochs.emplace(keys_.epochs.rbegin()->first + 1, crypto::Secret::random(crypto::seal_key_bytes));
    INZICHT_CHECK(folder_.replace_keys(keys_, passphrase_));
  }
  const auto& [epoch, key] = *keys_.epochs.rbegin();
  INZICHT_CHECK(vault_->new_epoch(epoch, key.clone()));
  keys_.epochs.erase(keys_.epochs.begin(), std::prev(keys_.epochs.end()));
  return folder_.replace_keys(keys_, passphrase_);
}

// Nothing to compare with before the first event.
Status OpenLedger::check_genesis() const {
  return service_->with_registry([&](const Registry& registry) -> Status {
    if (registry.genesis() == nullptr) return {};
    INZICHT_CHECK(check_settings(settings_, *registry.genesis()));
    return check_keys(keys_, registry);
  });
}

Status OpenLedger::start(Micros simulated_start, std::shared_ptr<spdlog::logger> logger) {
  if (settings_.clock == schema::ClockKind::SIMULATED) {
    clock_ = std::make_unique<SimulatedClock>(simulated_start);
  } else {
    clock_ = std::make_unique<SystemClock>();
  }
  INZICHT_TRY(service, Service::open({*log_, *vault_, *clock_, keys_.receipt.clone(), settings_.origin, std::move(logger)}));
  service_ = std::move(service);
  INZICHT_CHECK(check_genesis());
  if (service_->size() == 0) return {};
  // Reading goes on.
  if (const auto why = clock_behind(service_->last_recorded_at(), clock_->now());
      why && clock_->is_wall_clock())
    log_->latch(*why);
  // A simulated clock stands still at the last event until it is set.
  if (auto* simulated = simulated_clock(); simulated != nullptr) simulated->set(service_->last_recorded_at());
  return {};
}

Result<std::unique_ptr<OpenLedger>> OpenLedger::open(const std::filesystem::path& root, const crypto::Secret& passphrase,
                                                     std::shared_ptr<spdlog::logger> logger) {
  LedgerFolder folder(root);
  INZICHT_TRY(settings, folder.read_settings());
  INZICHT_TRY(keys, folder.read_keys(passphrase));
  EpochKeys epochs = keys.clone().epochs;
  std::unique_ptr<OpenLedger> out(new OpenLedger(folder, std::move(settings), std::move(keys), passphrase.clone()));
  INZICHT_TRY(log, RocksLog::open(folder.log(), OpenMode::read_write));
  out->log_ = std::move(log);
  INZICHT_TRY(vault, Vault::open(folder.vault(), std::move(epochs)));
  out->vault_ = std::move(vault);
  INZICHT_CHECK(out->start(0, std::move(logger)));
  // What a crash left half destroyed.
  if (auto finished = finish_erasures(*out); !finished) return std::unexpected(std::move(finished).error());
  return out;
}

Result<std::unique_ptr<OpenLedger>> OpenLedger::create(const std::filesystem::path& root, const LedgerSettings& settings, LedgerKeys keys,
                                                       const crypto::Secret& passphrase, crypto::KdfCost cost, Micros simulated_start,
                                                       std::shared_ptr<spdlog::logger> logger) {
  LedgerFolder folder(root);
  INZICHT_CHECK(folder.check_new(settings));
  NewFolder made(root);
  INZICHT_CHECK(folder.create(settings, keys, passphrase, cost));
  EpochKeys epochs = keys.clone().epochs;
  std::unique_ptr<OpenLedger> out(new OpenLedger(folder, settings, std::move(keys), passphrase.clone()));
  INZICHT_TRY(log, RocksLog::create(folder.log()));
  out->log_ = std::move(log);
  INZICHT_TRY(vault, Vault::create(folder.vault(), std::move(epochs)));
  out->vault_ = std::move(vault);
  INZICHT_CHECK(out->start(simulated_start, std::move(logger)));
  made.keep();
  return out;
}

}  // namespace inzicht
