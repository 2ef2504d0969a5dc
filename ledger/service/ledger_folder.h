// A ledger's folder: what lies where, its settings and its keyring. Creating one is its own act and never
// happens by accident.
//
// Shape:   DIR/inzicht.toml (name, origin, clock), DIR/keyring (epoch keys and the ledger's signing keys,
// sealed under a passphrase),
//          DIR/log/, DIR/vault/, DIR/views/, DIR/keys/<name>/ (authors' keys that were made here).
// Errors:  create: already_exists if anything is there, bad_input; what failed leaves nothing behind. open:
// not_found, locked (passphrase, or another program), bad_input (settings
//          that are not those of genesis), corruption (a keyring of another ledger among it). Where the wall
//          clock is more than a minute behind the last event, opening succeeds and recording answers latched.
// Source:  docs/data_directory.md.
#pragma once
#include <filesystem>
#include <memory>

#include "crypto/keyring_file.h"
#include "crypto/note.h"
#include "crypto/signer.h"
#include "ledger/log/rocks_log.h"
#include "ledger/service/service.h"
#include "ledger/vault/vault.h"

namespace inzicht {

struct LedgerSettings {
  std::string name;
  std::string origin;
  schema::ClockKind clock = schema::ClockKind::WALL;
};

// What a ledger's folder says of how the command is used there, where neither a flag nor a variable does; empty: nothing.
struct CommandSettings {
  std::string actor;  // name of a key on this machine
  std::string lang;   // "nl" or "en"
};

// The ledger's own keys, as the keyring keeps them.
struct LedgerKeys {
  crypto::Signer log;
  crypto::Signer receipt;
  crypto::Signer service;
  EpochKeys epochs;

  static LedgerKeys generate();
  LedgerKeys clone() const;
};
Buffer seal_ledger_keys(const LedgerKeys& keys, const crypto::Secret& passphrase, crypto::KdfCost cost);
Result<LedgerKeys> open_ledger_keys(Bytes file, const crypto::Secret& passphrase);

class LedgerFolder {
 public:
  explicit LedgerFolder(std::filesystem::path root) : root_(std::move(root)) {}
  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path settings() const { return root_ / "inzicht.toml"; }
  std::filesystem::path keyring() const { return root_ / "keyring"; }
  std::filesystem::path log() const { return root_ / "log"; }
  std::filesystem::path vault() const { return root_ / "vault"; }
  std::filesystem::path views() const { return root_ / "views"; }
  std::filesystem::path keys() const { return root_ / "keys"; }

  Result<LedgerSettings> read_settings() const;
  // Empty where there is no ledger, or its settings do not read: whoever opens it hears of that.
  CommandSettings read_command_settings() const;
  // Whether a ledger with these settings can be made here: a name, an origin that genesis takes, and a folder that holds nothing.
  Status check_new(const LedgerSettings& settings) const;
  // Writes settings and keyring; refuses what check_new() refuses.
  Status create(const LedgerSettings& settings, const LedgerKeys& keys, const crypto::Secret& passphrase, crypto::KdfCost cost) const;
  Result<LedgerKeys> read_keys(const crypto::Secret& passphrase) const;
  // Over the ones that are there, at the same cost of the passphrase.
  Status replace_keys(const LedgerKeys& keys, const crypto::Secret& passphrase) const;

 private:
  std::filesystem::path root_;
};

// Removes again what was made of a new ledger, the folders above included, unless it is kept.
// Requires: check_new() was right about the folder; whoever has files open in it is gone before this is.
class NewFolder {
 public:
  explicit NewFolder(const std::filesystem::path& root);
  ~NewFolder();
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  void keep() { kept_ = true; }

 private:
  LedgerFolder folder_;
  std::vector<std::filesystem::path> missing_;  // were not there before; innermost first
  bool kept_ = false;
};

// Everything that a program needs to record and read, opened together and closed in the right order.
class OpenLedger {
 public:
  static Result<std::unique_ptr<OpenLedger>> open(const std::filesystem::path& root, const crypto::Secret& passphrase,
                                                  std::shared_ptr<spdlog::logger> logger);
  // Opens a folder that create() just made, with an empty log.
  static Result<std::unique_ptr<OpenLedger>> create(const std::filesystem::path& root, const LedgerSettings& settings, LedgerKeys keys,
                                                    const crypto::Secret& passphrase, crypto::KdfCost cost, Micros simulated_start,
                                                    std::shared_ptr<spdlog::logger> logger);
  const LedgerFolder& folder() const { return folder_; }
  const LedgerSettings& settings() const { return settings_; }
  const LedgerKeys& keys() const { return keys_; }
  Log& log() { return *log_; }
  Vault& vault() { return *vault_; }
  Service& service() { return *service_; }
  const Clock& clock() const { return *clock_; }
  // Every key that is left is wrapped anew and the epoch keys before are destroyed. After a crash the same call goes on.
  Status new_epoch();
  // Null when the ledger's clock is the wall clock.
  SimulatedClock* simulated_clock() { return dynamic_cast<SimulatedClock*>(clock_.get()); }

 private:
  OpenLedger(LedgerFolder folder, LedgerSettings settings, LedgerKeys keys, crypto::Secret passphrase)
      : folder_(std::move(folder)), settings_(std::move(settings)), keys_(std::move(keys)), passphrase_(std::move(passphrase)) {}
  Status start(Micros simulated_start, std::shared_ptr<spdlog::logger> logger);
  Status check_genesis() const;

  LedgerFolder folder_;
  LedgerSettings settings_;
  LedgerKeys keys_;
  crypto::Secret passphrase_;  // for writing the keyring anew
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<Log> log_;
  std::unique_ptr<Vault> vault_;
  std::unique_ptr<Service> service_;
};

// Files, with the errors said in our words. write is atomic (rename) and synced.
Result<Buffer> read_file(const std::filesystem::path& path, std::size_t bytes_max);
Status write_file(const std::filesystem::path& path, Bytes bytes, bool secret);
// An empty file of its owner's alone, under a name that nothing has. already_exists: something has, a link included.
Status claim_file(const std::filesystem::path& path);

// A file that was not there before. Claimed before anything is read or recorded for it, and taken away again
// unless it is written.
class NewFile {
 public:
  NewFile() = default;  // none: writing it does nothing
  // already_exists, and what the disk says.
  static Result<NewFile> claim(std::filesystem::path path);
  NewFile(NewFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();
  Status write(Bytes bytes, bool secret);

 private:
  explicit NewFile(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;  // empty: nothing to take away
};

}  // namespace inzicht
