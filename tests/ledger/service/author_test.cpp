// The author's side: what is kept, what is sent again, and what is never sent twice.
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "crypto/digest.h"
#include "ledger/service/publish.h"
#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using schema::Role;

namespace {

constexpr const char* words = "Een zin die nergens in de open mag liggen";

struct Desk : Scene {
  std::unique_ptr<Author> author_ = coach();
  const CaseId kase = some_case();

  Result<RecordOutcome> send(const Json& json) {
    auto made = draft(json, Role::WIJKCOACH);
    return author_->record(ledger->service(), ledger->log(), ledger->clock(), made);
  }
  std::vector<std::filesystem::path> outbox() const {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder() / "coach" / "outbox")) out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
  }
  static std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // As a program that starts anew.
  void restart() {
    author_.reset();
    author_ = open_author("coach");
  }
};

}  // namespace

TEST_CASE_METHOD(Desk, "no file of the author's folder or of the ledger's holds the words in the open") {
  record(*author_, signal_json(kase, words), Role::WIJKCOACH);
  need(ledger->service().save_snapshot());
  author_.reset();
  ledger.reset();
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
    if (!entry.is_regular_file()) continue;
    ++files;
    INFO(entry.path().filename());
    CHECK(bytes_of_file(entry.path()).find(words) == std::string::npos);
  }
  CHECK(files > 10);
}

TEST_CASE_METHOD(Desk, "what was signed but never answered is sent again, once") {
  signal(*author_, kase);
  author_.reset();
  {
    // The program stopped between its outbox and the ledger: the record is at the end of the outbox, the state is from before.
    const auto state = bytes_of_file(folder() / "coach" / "state.json");
    author_ = open_author("coach");
    auto made = draft(signal_json(kase), Role::WIJKCOACH);
    ledger->service().testing_before_commit = [] { throw std::runtime_error("stopped"); };
    CHECK_THROWS(author_->record(ledger->service(), ledger->log(), ledger->clock(), made));
    author_.reset();
    std::ofstream(folder() / "coach" / "state.json", std::ios::binary | std::ios::trunc) << state;
  }
  reopen();
  author_ = open_author("coach");
  const auto before = ledger->log().size();
  need(author_->settle(ledger->service()));
  CHECK(ledger->log().size() == before + 1);
  restart();
  need(author_->settle(ledger->service()));
  CHECK(ledger->log().size() == before + 1);
  signal(*author_, kase);
  CHECK(ledger->log().size() == before + 2);
}

TEST_CASE_METHOD(Desk, "a refused draft is signed nowhere: nothing is pending, and the next goes in") {
  auto late = signal_json(kase);
  late["occurred"] = "2024-05-06 23:00";
  CHECK(std::holds_alternative<Refused>(need(send(late))));
  restart();
  const auto before = ledger->log().size();
  need(author_->settle(ledger->service()));
  CHECK(ledger->log().size() == before);
  signal(*author_, kase);
  CHECK(ledger->log().size() == before + 1);
}

TEST_CASE_METHOD(Desk, "a header that was refused after it was signed is voided by the next one") {
  auto late = signal_json(kase);
  late["occurred"] = "2024-05-06 23:00";
  std::vector<Draft> drafts;
  drafts.push_back(draft(late, Role::WIJKCOACH));
  const auto answers = author_->record_many(ledger->service(), ledger->log(), ledger->clock(), drafts);
  REQUIRE(std::holds_alternative<Refused>(*answers[0]));
  const auto next = signal(*author_, kase);
  const auto stored = need(ledger->log().read(next.receipt.index));
  const auto header = HeaderMessage::stored(stored.header).value();
  CHECK(header.header().getVoids().size() == 1);
  const auto after = signal(*author_, kase);
  CHECK(HeaderMessage::stored(need(ledger->log().read(after.receipt.index)).header).value().header().getVoids().size() == 0);
}

TEST_CASE_METHOD(Desk, "a batch may refer to itself, and goes in as one group") {
  std::vector<Draft> drafts;
  drafts.push_back(draft(signal_json(kase), Role::WIJKCOACH));
  drafts[0].event = EventId{uuid_v7(ledger->clock().now() / 1000, crypto::random_array<10>())};
  auto linked = signal_json(kase);
  linked["references"] = {{{"relation", "linkedTo"}, {"event", to_text(*drafts[0].event)}}};
  drafts.push_back(draft(linked, Role::WIJKCOACH));
  const auto answers = author_->record_many(ledger->service(), ledger->log(), ledger->clock(), drafts);
  REQUIRE(answers.size() == 2);
  for (const auto& answer : answers) {
    REQUIRE(answer);
    const auto* refused = std::get_if<Refused>(&*answer);
    INFO((refused != nullptr ? refused->adm + " " + refused->field + " " + refused->en : ""));
    REQUIRE(std::holds_alternative<Accepted>(*answer));
  }
  CHECK(std::get<Accepted>(*answers[0]).receipt.note == std::get<Accepted>(*answers[1]).receipt.note);
}

TEST_CASE_METHOD(Desk, "a batch may refer to what it says of another case") {
  std::vector<Draft> drafts;
  drafts.push_back(draft(signal_json(kase), Role::WIJKCOACH));
  drafts[0].event = EventId{uuid_v7(ledger->clock().now() / 1000, crypto::random_array<10>())};
  auto elsewhere = signal_json(some_case());
  elsewhere["references"] = {{{"relation", "linkedTo"}, {"event", to_text(*drafts[0].event)}}};
  drafts.push_back(draft(elsewhere, Role::WIJKCOACH));
  for (const auto& answer : author_->record_many(ledger->service(), ledger->log(), ledger->clock(), drafts)) {
    REQUIRE(answer);
    CHECK(std::holds_alternative<Accepted>(*answer));
  }
}

TEST_CASE_METHOD(Desk, "a ledger that lost what it acknowledged is told, and nothing more is signed") {
  signal(*author_, kase);
  author_.reset();
  auto text = bytes_of_file(folder() / "coach" / "state.json");
  const auto at = text.find("\"seq\": 1");
  REQUIRE(at != std::string::npos);
  text.replace(at, 8, "\"seq\": 9");
  std::ofstream(folder() / "coach" / "state.json", std::ios::binary | std::ios::trunc) << text;
  author_ = open_author("coach");
  const auto size = ledger->log().size();
  const auto answer = send(signal_json(kase));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::corruption);
  CHECK(ledger->log().size() == size);
}

TEST_CASE_METHOD(Desk, "a key of another ledger is told as that, and signs and follows nothing there") {
  signal(*author_, kase);
  CHECK(author_->has_served());
  const auto state = bytes_of_file(folder() / "coach" / "state.json");
  Scene other;
  need(publish_checkpoint(*other.ledger));
  const auto size = other.ledger->log().size();
  auto made = draft(signal_json(kase), Role::WIJKCOACH);
  const auto recorded =
      author_->record(other.ledger->service(), other.ledger->log(), other.ledger->clock(), made);
  const auto followed = author_->follow_checkpoint(
      other.ledger->log(), log_verifier_key(other.ledger->keys(), other.ledger->settings().origin));
  REQUIRE_FALSE(recorded);
  REQUIRE_FALSE(followed);
  for (const auto& error : {recorded.error(), followed.error()}) {
    CHECK(error.code == ErrorCode::bad_input);
    CHECK_THAT(error.text, Catch::Contains("serves another ledger") && Catch::Contains("inzicht key new"));
  }
  CHECK(other.ledger->log().size() == size);
  CHECK(bytes_of_file(folder() / "coach" / "state.json") == state);
  restart();
  signal(*author_, kase);
}

TEST_CASE_METHOD(
    Desk,
    "a state of an older program, which names no ledger, is read, and names it from the next event on") {
  signal(*author_, kase);
  author_.reset();
  const auto file = folder() / "coach" / "state.json";
  auto state = Json::parse(bytes_of_file(file));
  REQUIRE(state.erase("ledger") == 1);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << state.dump();
  author_ = open_author("coach");
  CHECK(author_->has_served());
  signal(*author_, kase);
  CHECK(Json::parse(bytes_of_file(file)).contains("ledger"));
}

TEST_CASE_METHOD(Desk, "an author whose state is lost catches up from the ledger") {
  signal(*author_, kase);
  signal(*author_, kase);
  author_.reset();
  std::filesystem::remove(folder() / "coach" / "state.json");
  author_ = open_author("coach");
  const auto before = ledger->log().size();
  signal(*author_, kase);
  CHECK(ledger->log().size() == before + 1);
}

TEST_CASE_METHOD(Desk, "a key in use by one program is not opened by another") {
  CHECK_THROWS_WITH(open_author("coach"), Catch::Contains("in use"));
}

TEST_CASE_METHOD(Desk, "an author anchors to the newest checkpoint it saw, and to none that another key signed") {
  signal(*author_, kase);
  const auto published = need(publish_checkpoint(*ledger));
  need(author_->follow_checkpoint(ledger->log(), log_verifier_key(ledger->keys(), ledger->settings().origin)));
  const auto recorded = signal(*author_, kase);
  const auto header = HeaderMessage::stored(need(ledger->log().read(recorded.receipt.index)).header).value();
  CHECK(header.header().getAnchorSize() == published.checkpoint.size);
  const auto other = LedgerKeys::generate();
  signal(*author_, kase);
  need(publish_checkpoint(*ledger));
  const auto status = author_->follow_checkpoint(ledger->log(), log_verifier_key(other, ledger->settings().origin));
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::corruption);
}

TEST_CASE_METHOD(Desk, "outboxes are kept for thirty-five days") {
  signal(*author_, kase);
  REQUIRE(outbox().size() == 1);
  ledger->simulated_clock()->set(ledger->clock().now() + 30 * micros_per_day);
  signal(*author_, kase);
  CHECK(outbox().size() == 2);
  ledger->simulated_clock()->set(ledger->clock().now() + 6 * micros_per_day);
  signal(*author_, kase);
  REQUIRE(outbox().size() == 2);
  CHECK(outbox()[0].filename() == "2024-06-05.outbox");
}

TEST_CASE_METHOD(Desk, "a batch is tried as a whole: what it says may be referred to within it, and nothing stays") {
  const auto before = ledger->service().size();
  const auto seq = ledger->service().key_sequence(author_->profile().key).seq;
  std::vector<Draft> drafts;
  const auto first = to_text(EventId{uuid_v7(1'700'000'000'000, crypto::random_array<10>())});
  const auto other = CaseId{crypto::random_array<16>()};
  auto json = signal_json(kase);
  json["event"] = first;
  drafts.push_back(draft(json, Role::WIJKCOACH));
  json = signal_json(other);
  json["references"] = {{{"relation", "linkedTo"}, {"event", first}}};
  drafts.push_back(draft(json, Role::WIJKCOACH));
  json = signal_json(kase);
  json["references"] = {{{"relation", "linkedTo"}, {"event", to_text(EventId{uuid_v7(1'700'000'000'000, crypto::random_array<10>())})}}};
  drafts.push_back(draft(json, Role::WIJKCOACH));
  json = signal_json(kase, "Met een kenmerk dat al bestaat.");
  json["event"] = first;
  drafts.push_back(draft(json, Role::WIJKCOACH));
  const auto answers = author_->dry_run_many(ledger->service(), ledger->log(), ledger->clock(), drafts);
  REQUIRE(answers.size() == 4);
  CHECK((answers[0] && std::holds_alternative<Admitted>(*answers[0])));
  if (answers[1] && std::holds_alternative<Refused>(*answers[1])) UNSCOPED_INFO(std::get<Refused>(*answers[1]).adm << " " << std::get<Refused>(*answers[1]).en);
  CHECK((answers[1] && std::holds_alternative<Admitted>(*answers[1])));
  CHECK_FALSE(answers[2].has_value());
  REQUIRE((answers[3] && std::holds_alternative<Refused>(*answers[3])));
  CHECK(std::get<Refused>(*answers[3]).adm == "ADM-8");
  CHECK(ledger->service().size() == before);
  CHECK(ledger->log().size() == before);
  CHECK(ledger->service().key_sequence(author_->profile().key).seq == seq);
  // What was tried is recorded afterwards as if nothing had been tried.
  auto again = draft(signal_json(kase), Role::WIJKCOACH);
  CHECK(accepted(need(author_->record(ledger->service(), ledger->log(), ledger->clock(), again))).receipt.index == before);
}
