// Tiles in a folder: this log's and no other's, and what lies there is looked at, not passed over.
#include "ledger/service/publish.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using Catch::Contains;

namespace fs = std::filesystem;

namespace {

struct Publisher : Scene {
  std::unique_ptr<Author> author_ = coach();
  TempDir out;
  const CaseId kase = some_case();

  // More than one tile full.
  void record_many(std::size_t count) {
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < count; ++i)
      drafts.push_back(draft(signal_json(kase), schema::Role::WIJKCOACH));
    for (auto& answer : author_->record_many(ledger->service(), ledger->log(), ledger->clock(), drafts))
      accepted(need(std::move(answer)));
  }
  Result<TilesWritten> tiles(OpenLedger& of) const {
    return write_tiles(of.log(), log_verifier_key(of.keys(), of.settings().origin), out.path(),
                       [](std::uint64_t, std::uint64_t) {});
  }
  Result<TilesWritten> tiles() const { return tiles(*ledger); }
  Error error_of(OpenLedger& of) const {
    const auto written = tiles(of);
    REQUIRE_FALSE(written);
    return written.error();
  }
  static std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const fs::path& path, std::string_view text) const {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  }
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(out.path()))
      if (entry.is_regular_file()) found[entry.path().string()] = text_of(entry.path());
    return found;
  }
};

}  // namespace

TEST_CASE_METHOD(Publisher, "tiles are written again after more events, and a full one that is right stays",
                 "[publish]") {
  record_many(260);
  need(publish_checkpoint(*ledger));
  const auto first = need(tiles());
  const auto full = text_of(out / "tile/0/000");
  CHECK(full.size() == 256 * 32);
  record_many(5);
  need(publish_checkpoint(*ledger));
  CHECK(need(tiles()).size == first.size + 5);
  CHECK(text_of(out / "tile/0/000") == full);
  CHECK_THAT(text_of(out / "checkpoint"), Contains("\n" + std::to_string(first.size + 5) + "\n"));
}

TEST_CASE_METHOD(Publisher, "a folder with the tiles of another log is refused, and nothing there is altered",
                 "[publish]") {
  need(publish_checkpoint(*ledger));
  need(tiles());
  Scene other;  // of the same origin
  need(publish_checkpoint(*other.ledger));
  const auto before = files();
  CHECK(error_of(*other.ledger).code == ErrorCode::conflict);
  fs::remove(out / "vkey");
  const auto error = error_of(*other.ledger);
  CHECK(error.code == ErrorCode::conflict);
  CHECK_THAT(error.text, Contains("checkpoint") && Contains("another log"));
  auto after = before;
  after.erase((out / "vkey").string());
  CHECK(files() == after);
  need(tiles());
  CHECK(files() == before);
}

TEST_CASE_METHOD(Publisher, "a folder whose checkpoint is of another origin is refused", "[publish]") {
  need(publish_checkpoint(*ledger));
  need(tiles());
  auto note = crypto::Note::parse(text_of(out / "checkpoint")).value();
  auto checkpoint = crypto::Checkpoint::parse(note.text).value();
  checkpoint.origin = "elders.example/grootboek";
  note.text = checkpoint.text();
  write(out / "checkpoint", note.serialise());
  CHECK(error_of(*ledger).code == ErrorCode::conflict);
}

TEST_CASE_METHOD(Publisher, "a checkpoint there that is not the beginning of this history is corruption",
                 "[publish]") {
  need(publish_checkpoint(*ledger));
  need(tiles());
  const auto published = text_of(out / "checkpoint");
  const auto checkpoint = crypto::Checkpoint::parse(crypto::Note::parse(published)->text).value();
  const auto put = [&](crypto::Checkpoint altered) {
    crypto::Note note;
    note.text = altered.text();
    crypto::note_sign(note, altered.origin, ledger->keys().log);
    write(out / "checkpoint", note.serialise());
  };
  auto altered = checkpoint;
  altered.root[5] ^= 1;
  put(altered);
  CHECK(error_of(*ledger).code == ErrorCode::corruption);
  altered = checkpoint;
  altered.size -= 1;
  put(altered);
  CHECK(error_of(*ledger).code == ErrorCode::corruption);
  altered = checkpoint;
  altered.size += 1;
  put(altered);
  CHECK_THAT(error_of(*ledger).text, Contains("run verify"));
  write(out / "checkpoint", "no note");
  CHECK(error_of(*ledger).code == ErrorCode::corruption);
  write(out / "checkpoint", published);
  CHECK(tiles());
}

TEST_CASE_METHOD(Publisher, "a full tile there that is damaged is named, not passed over", "[publish]") {
  record_many(260);
  need(publish_checkpoint(*ledger));
  need(tiles());
  for (const auto* name : {"tile/0/000", "tile/entries/000"}) {
    const auto right = text_of(out / name);
    auto wrong = right;
    wrong[100] = static_cast<char>(wrong[100] ^ 1);
    for (const auto& bytes : {wrong, right.substr(0, right.size() - 1), right + "x", std::string()}) {
      write(out / name, bytes);
      const auto error = error_of(*ledger);
      CHECK(error.code == ErrorCode::corruption);
      CHECK_THAT(error.text, Contains(name));
    }
    write(out / name, right);
  }
  CHECK(tiles());
}
