// Damage to the files of a ledger on disk: bytes altered at many places, files cut and removed, older copies and other ledgers put in
// their place. Verify never fails to answer, and with a checkpoint in hand says `verified` only when everything it could read is
// exactly what was written.
#include <catch2/catch.hpp>
#include <spdlog/spdlog.h>

#include <fstream>
#include <set>

#include "ledger/log/rocks_log.h"
#include "tests/damage/mutation.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"
#include "tests/support/temp_dir.h"

namespace inzicht::testing {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {(std::istreambuf_iterator<char>(in)), {}};
}
void write_all(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// What kind of file it is, by its name.
std::string kind_of(const fs::path& file) {
  const auto name = file.filename().string();
  if (name.ends_with(".sst")) return "table";
  if (name.ends_with(".log")) return fs::file_size(file) == 0 ? "empty WAL" : "WAL";
  for (const auto* known : {"MANIFEST", "OPTIONS", "CURRENT", "IDENTITY", "LOCK", "LOG"})
    if (name.starts_with(known)) return known;
  return name;
}

// Everything that can be read, so that two ledgers can be compared.
std::map<std::string, std::string> everything(const RawLog& log) {
  std::map<std::string, std::string> out;
  const auto text = [](Bytes bytes) { return std::string(bytes.begin(), bytes.end()); };
  (void)log.scan_raw(0, ~std::uint64_t{0}, [&](const RawLog::Raw& raw) {
    out["event/" + std::to_string(raw.index)] = text(raw.event);
    if (raw.parts) out["parts/" + std::to_string(raw.index)] = text(*raw.parts);
  });
  using enum RawLog::Table;
  for (const auto table : {event_ids, positions, tiles, checkpoints, stray})
    (void)log.scan_table(table, [&](Bytes key, Bytes value) { out[std::to_string(static_cast<int>(table)) + "/" + text(key)] = text(value); });
  return out;
}

// The files of a store, by name.
using Files = std::map<std::string, std::string>;
Files files_in(const fs::path& folder) {
  Files out;
  for (const auto& entry : fs::directory_iterator(folder)) out[entry.path().filename().string()] = read_all(entry.path());
  return out;
}
void replace_files(const fs::path& folder, const Files& files) {
  fs::remove_all(folder);
  fs::create_directory(folder);
  for (const auto& [name, bytes] : files) write_all(folder / name, bytes);
}

// A ledger of which half lies in tables and half in the write-ahead log. Closed, but within go_on().
class OnDisk {
 public:
  OnDisk() {
    spdlog::set_level(spdlog::level::off);  // every damaged store is told there
    auto log = RocksLog::create(folder()).value();
    sample_.emplace("on disk", log.get());
    sample_->ledger.publish({&sample_->author});
    log.reset();
    flush_to_tables();
    go_on();
  }
  fs::path folder() const { return dir_ / "log"; }
  SampleLedger& ledger() { return sample_->ledger; }
  const std::string& held() const { return held_; }                   // the last checkpoint
  const std::vector<HeldReceipt>& receipts() const { return receipts_; }  // one an event
  std::vector<fs::path> files() const {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder())) out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
  }

  // Four events more and a checkpoint.
  void go_on() {
    auto log = RocksLog::open(folder(), OpenMode::read_write).value();
    ledger().continue_on(*log);
    for (int i = 0; i < 4; ++i) ledger().signal(sample_->author, sample_->kase, {ledger().make_subject("mother")});
    held_ = ledger().publish();
    for (auto index = receipts_.size(); index < ledger().size(); ++index) receipts_.push_back(ledger().sequencer().receipt(index, index, 1));
    log.reset();
    original_ = everything(*RocksLog::open_raw(folder()).value());
  }

  VerifyReport report(const Outside& outside = {}) {
    const auto raw = RocksLog::open_raw(folder()).value();
    VerifyInput input{*raw};
    input.threads = 1;
    input.held_checkpoints = outside.held_checkpoints;
    input.receipts = outside.receipts;
    input.trusted_log_keys = outside.trusted_log_keys;
    return verify_with(input, check_);
  }
  // Verifies with the last checkpoint in hand. Answers whether it was called verified, which must mean that nothing that can be
  // read differs.
  bool verified() {
    const auto raw = RocksLog::open_raw(folder());
    if (!raw) return false;
    VerifyInput input{**raw};
    input.threads = 1;
    input.held_checkpoints = {held_};
    if (verify_with(input, check_).result != VerifyReport::Result::verified) return false;
    CHECK(everything(**raw) == original_);
    return true;
  }

 private:
  bool has_table() const {
    return std::ranges::any_of(files(), [](const auto& file) { return kind_of(file) == "table"; });
  }
  // Opening moves what the write-ahead logs hold to tables, once many have something in them; what comes after stays in the last.
  void flush_to_tables() {
    constexpr int openings_max = 40;
    for (int i = 0; i < openings_max && !has_table(); ++i)
      REQUIRE(RocksLog::open(folder(), OpenMode::read_write).value()->put_cache("state", Buffer(300, 7)).has_value());
    REQUIRE(has_table());
  }

  TempDir dir_;
  std::optional<FullSample> sample_;
  std::string held_;
  std::vector<HeldReceipt> receipts_;
  std::map<std::string, std::string> original_;
  RememberedCheck remembered_;
  SignatureCheck check_ = [this](const auto& key, Bytes message, const auto& signature) { return remembered_(key, message, signature); };
};

// Files that hold nothing of the ledger: verify may say `verified` whatever happens to them.
const std::set<std::string> irrelevant{
    "LOG",        // the store's own diary
    "LOCK",       // held, never read
    "OPTIONS",    // a note of the options last used; ours are in the program
    "IDENTITY",   // a name of the store that nothing refers to
    "empty WAL",  // nothing in it
};
// Files with places that hold nothing of the ledger: filters, statistics and the cache of states in tables; in the write-ahead
// log the cache; of the MANIFEST the last record, which RocksDB lets go when it is torn and which here names no table.
// What is read from the rest is the same, byte for byte: OnDisk::verified checks that every time.
const std::set<std::string> partly_irrelevant{"table", "WAL", "MANIFEST"};

bool may_be_verified(const std::string& kind) { return irrelevant.contains(kind) || partly_irrelevant.contains(kind); }

}  // namespace

TEST_CASE("a ledger on disk, before it is damaged, verifies, it has tables and a write-ahead log") {
  OnDisk ledger;
  CHECK(ledger.verified());
  std::set<std::string> kinds;
  for (const auto& file : ledger.files()) kinds.insert(kind_of(file));
  CHECK(kinds.contains("table"));
  CHECK(kinds.contains("WAL"));
  CHECK(kinds.contains("MANIFEST"));
}

TEST_CASE("files altered at many places") {
  OnDisk ledger;
  std::map<std::string, std::pair<int, int>> by_kind;  // places tried, and of them verified
  for (const auto& file : ledger.files()) {
    const auto kind = kind_of(file);
    const auto bytes = read_all(file);
    const std::size_t places = irrelevant.contains(kind) ? 4 : 32;
    for (std::size_t i = 0; i < places && !bytes.empty(); ++i) {
      const std::size_t at = bytes.size() * i / places + i % 7 % std::max<std::size_t>(1, bytes.size() / places);
      auto damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ bit_at(i));
      write_all(file, damaged);
      const bool verified = ledger.verified();
      auto& [tried, passed] = by_kind[kind];
      ++tried;
      passed += verified ? 1 : 0;
      INFO(kind << " " << file.filename() << " at " << at << " of " << bytes.size());
      if (verified) CHECK(may_be_verified(kind));
    }
    write_all(file, bytes);
  }
  int places = 0;
  for (const auto& [kind, count] : by_kind) {
    WARN(kind << ": " << count.first << " places altered, " << count.second << " of them verified, with nothing read otherwise than written");
    places += count.first;
  }
  CHECK(places >= 200);
  CHECK(by_kind["MANIFEST"].second < by_kind["MANIFEST"].first / 2);
  CHECK(by_kind["CURRENT"].second == 0);
  // Not a check that passes everything: most of a table and of the write-ahead log counts.
  CHECK(by_kind["table"].second < by_kind["table"].first / 2);
  CHECK(by_kind["WAL"].second < by_kind["WAL"].first);
  CHECK(ledger.verified());
}

TEST_CASE("files cut, and files removed") {
  OnDisk ledger;
  for (const auto& file : ledger.files()) {
    const auto kind = kind_of(file);
    const auto bytes = read_all(file);
    const auto judge = [&](const std::string& what) {
      INFO(kind << " " << file.filename() << " " << what);
      if (ledger.verified()) CHECK(may_be_verified(kind));
    };
    for (const auto size : {bytes.size() - std::min<std::size_t>(1, bytes.size()), bytes.size() * 3 / 4, bytes.size() / 2, bytes.size() / 4, std::size_t{0}}) {
      write_all(file, bytes.substr(0, size));
      judge("cut to " + std::to_string(size));
    }
    fs::remove(file);
    judge("removed");
    write_all(file, bytes);
  }
  CHECK(ledger.verified());
}

TEST_CASE("an older copy of the whole store put back: nothing in it contradicts it, a later checkpoint or receipt tells that the end is gone") {
  OnDisk ledger;
  const auto older = files_in(ledger.folder());
  const auto older_size = ledger.ledger().size();
  const auto older_checkpoint = ledger.held();
  ledger.go_on();
  Outside outside;
  outside.held_checkpoints = {older_checkpoint, ledger.held()};
  outside.receipts = ledger.receipts();
  CHECK(ledger.report(outside).result == VerifyReport::Result::verified);

  replace_files(ledger.folder(), older);
  CHECK(ledger.report().result == VerifyReport::Result::verified);
  CHECK(ledger.report().tree_size == older_size);
  outside.held_checkpoints = {older_checkpoint};
  outside.receipts = {ledger.receipts()[older_size - 1]};
  CHECK(ledger.report(outside).result == VerifyReport::Result::verified);
  outside.held_checkpoints = {ledger.held()};
  outside.receipts = {};
  CHECK(places_of(ledger.report(outside)) == std::vector<std::pair<std::uint64_t, Problem>>{{~std::uint64_t{0}, Problem::checkpoint_missing_tail}});
  outside.held_checkpoints = {};
  outside.receipts = {ledger.receipts().begin() + static_cast<std::ptrdiff_t>(older_size), ledger.receipts().end()};
  const auto report = ledger.report(outside);
  INFO(text_of(report));
  CHECK(report.problems_found == ledger.ledger().size() - older_size);
  for (auto index = older_size; index < ledger.ledger().size(); ++index) CHECK(has(report, Problem::receipt_not_in_log, index));
}

TEST_CASE("single files of an older copy put back, or of a newer one taken away") {
  OnDisk ledger;
  const auto older = files_in(ledger.folder());
  ledger.go_on();
  const auto newer = files_in(ledger.folder());
  std::size_t tried = 0;
  for (const auto& [name, bytes] : newer) {
    auto mixed = newer;
    if (const auto before = older.find(name); before == older.end()) mixed.erase(name);
    else if (before->second != bytes) mixed[name] = before->second;
    else continue;
    replace_files(ledger.folder(), newer);
    const auto kind = kind_of(ledger.folder() / name);
    replace_files(ledger.folder(), mixed);
    ++tried;
    INFO(name);
    if (ledger.verified()) CHECK(may_be_verified(kind));
  }
  CHECK(tried >= 3);
  replace_files(ledger.folder(), newer);
  CHECK(ledger.verified());
}

TEST_CASE("the store of another ledger put in its place: whole in itself, and contradicted by a checkpoint, a receipt or a key in hand") {
  OnDisk ledger;
  TempDir elsewhere;
  {
    auto log = RocksLog::create(elsewhere / "log").value();
    FullSample("another", log.get()).ledger.publish();
  }
  replace_files(ledger.folder(), files_in(elsewhere / "log"));
  CHECK(ledger.report().result == VerifyReport::Result::verified);
  CHECK(!ledger.verified());
  Outside checkpoint, receipt, key;
  checkpoint.held_checkpoints = {ledger.ledger().checkpoints.front()};
  CHECK(has(ledger.report(checkpoint), Problem::checkpoint_bad_signature));
  CHECK(has(ledger.report(checkpoint), Problem::older_checkpoint_mismatch));
  receipt.receipts = {ledger.receipts()[3]};
  CHECK(has(ledger.report(receipt), Problem::receipt_bad, 3));
  key.trusted_log_keys = {crypto::VerifierKey::make(ledger.ledger().origin(), crypto::note_ed25519, ledger.ledger().signers().log.public_key())};
  CHECK(has(ledger.report(key), Problem::log_key_untrusted));
}

}  // namespace inzicht::testing
