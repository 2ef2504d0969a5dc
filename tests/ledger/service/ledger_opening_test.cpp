// Opening a ledger: what lies beside the log is held against its first event, and the clock against its last.
#include <catch2/catch.hpp>
#include <fstream>

#include "crypto/digest.h"
#include "ledger/service/publish.h"
#include "tests/support/scene.h"

using namespace inzicht;
using namespace inzicht::testing;
using Catch::Contains;

namespace {

constexpr const char* own_origin = "proef.example/grootboek";

crypto::Secret passphrase() { return crypto::Secret::from(crypto::bytes_of("proef")); }

void write_settings(const std::filesystem::path& ledger, const std::string& origin,
                    const std::string& clock) {
  std::ofstream(ledger / "inzicht.toml", std::ios::trunc)
      << "name = \"Proef\"\norigin = \"" << origin << "\"\nclock = \"" << clock << "\"\n";
}

struct Opening : Scene {
  const std::filesystem::path at = folder() / "ledger";

  Error refused() {
    ledger.reset();
    const auto opened = OpenLedger::open(at, passphrase(), nullptr);
    REQUIRE_FALSE(opened);
    return opened.error();
  }
};

// A ledger of the wall clock whose only event was recorded this far from now.
struct Elsewhen {
  explicit Elsewhen(Micros ahead) {
    const LedgerSettings settings{"Proef", own_origin, schema::ClockKind::SIMULATED};
    last = SystemClock{}.now() + ahead;
    auto made = Scene::need(OpenLedger::create(dir / "ledger", settings, LedgerKeys::generate(), passphrase(),
                                               crypto::kdf_cost_min, last, nullptr));
    registrar =
        Scene::need(Author::create(dir / "registrar", "registrar", passphrase(), crypto::kdf_cost_min));
    Scene::accepted(Scene::need(
        record_genesis(*made, *registrar, {"Proef", own_origin, schema::ClockKind::WALL, owner})));
    made.reset();
    write_settings(dir / "ledger", own_origin, "wall");
    ledger = Scene::need(OpenLedger::open(dir / "ledger", passphrase(), nullptr));
  }
  Result<RecordOutcome> record() {
    const Json json{
        {"kind", 102},
        {"facts",
         {{"org", to_text(owner)},
          {"orgType", "municipality"},
          {"status", "active"},
          {"publicBody", "yes"},
          {"laws", Json::array()},
          {"from", "2015-01-01"}}},
        {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", "Gemeente Proef"}}}}}}};
    auto draft = draft_from_json(json, PlainIds()).value();
    draft.role = schema::Role::LEDGER_ADMIN;
    draft.organisation = owner;
    return registrar->record(ledger->service(), ledger->log(), ledger->clock(), draft);
  }

  TempDir dir;
  const OrganisationId owner{crypto::random_array<16>()};
  Micros last = 0;
  std::unique_ptr<Author> registrar;
  std::unique_ptr<OpenLedger> ledger;
};

}  // namespace

TEST_CASE_METHOD(
    Opening,
    "settings that are not those of the first event are refused by name, and what they should be is said",
    "[folder]") {
  const auto size = ledger->service().size();
  write_settings(at, "evil.example/x", "simulated");
  const auto origin = refused();
  CHECK(origin.code == ErrorCode::bad_input);
  CHECK_THAT(origin.text, Contains("inzicht.toml: origin") && Contains(own_origin) && !Contains("evil"));
  write_settings(at, own_origin, "wall");
  const auto clock = refused();
  CHECK(clock.code == ErrorCode::bad_input);
  CHECK_THAT(clock.text, Contains("inzicht.toml: clock") && Contains("\"simulated\""));

  write_settings(at, own_origin, "simulated");
  reopen();
  CHECK(ledger->service().size() == size);
  CHECK(need(publish_checkpoint(*ledger)).checkpoint.origin == own_origin);
}

TEST_CASE_METHOD(Opening,
                 "a keyring with another key than the first event names is refused before it signs anything",
                 "[folder]") {
  const auto own = ledger->keys().clone();
  const LedgerFolder& here = ledger->folder();
  const LedgerFolder files(here.root());
  for (auto key : {&LedgerKeys::log, &LedgerKeys::receipt, &LedgerKeys::service}) {
    auto others = own.clone();
    others.*key = crypto::Signer::generate();
    need(files.replace_keys(others, passphrase()));
    const auto error = refused();
    CHECK(error.code == ErrorCode::corruption);
    CHECK_THAT(error.text, Contains("keyring") && Contains("put back"));
  }
  need(files.replace_keys(own, passphrase()));
  reopen();
  CHECK(need(publish_checkpoint(*ledger)).fresh);
}

TEST_CASE("a ledger whose last event lies after the clock of the machine is read, and records nothing",
          "[folder]") {
  Elsewhen scene(3650 * micros_per_day);
  const auto answer = scene.record();
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::latched);
  CHECK_THAT(answer.error().text, Contains(to_text(scene.last)) && Contains("clock"));
  CHECK_FALSE(publish_checkpoint(*scene.ledger));
  CHECK(scene.ledger->service().size() == 1);
  CHECK(scene.ledger->log().read(0));
}

TEST_CASE("a clock that is less than a minute behind the last event records", "[folder]") {
  Elsewhen scene(30 * micros_per_second);
  CHECK(Scene::accepted(Scene::need(scene.record())).recorded_at >= scene.last);
}
