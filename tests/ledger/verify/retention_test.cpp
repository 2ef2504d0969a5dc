// A purge after retention: what was decided, once its term has passed since each event that goes.
#include "crypto/encoding.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

using Places = std::vector<std::pair<std::uint64_t, Problem>>;

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

// A signal at index 4, a decision to purge it that an archivist carries out years later, and what is left of it.
struct Retained {
  SampleLedger ledger{"retained"};
  Person registrar = ledger.make_person("registrar"), second = ledger.make_person("second"), author = ledger.make_person("author");
  const CaseId kase = ledger.make_case("case");
  static constexpr std::uint64_t signal_at = 4;

  Retained() {
    ledger.genesis(registrar, second);
    ledger.enrol(registrar, author);
  }
  void signal() {
    while (ledger.size() < signal_at) ledger.adopt_policy(registrar);
    ledger.signal(author, kase, {ledger.make_subject("child")});
    ledger.flush();
    REQUIRE(ledger.size() == signal_at + 1);
  }
  void later(unsigned months) { ledger.now = add(ledger.now, Duration{months, 0, 0}); }
  void adopt(const std::string& key, const std::string& value, const Date& from) {
    auto d = ledger.draft(109, schema::Role::LEDGER_ADMIN);
    auto facts = d.facts->getRoot<schema::PolicyAdopted>();
    facts.setPolicyKind(schema::PolicyKind::RULE_PARAMETERS);
    facts.setVersion(1);
    facts.setOwner(data_of(registrar.organisation.bytes));
    auto day = facts.initValidFrom();
    day.setYear(from.year);
    day.setMonth(from.month);
    day.setDay(from.day);
    auto values = facts.initValues(1);
    values[0].setKey(key.c_str());
    values[0].setValue(value.c_str());
    facts.setTextDigest(data_of(made_up<32>("policy")));
    ledger.record(registrar, std::move(d));
  }
  EventId decide(const char* article) {
    auto d = ledger.draft(1208, schema::Role::PRIVACY_OFFICER);
    d.kase = kase;
    auto facts = d.facts->getRoot<schema::ErasureDecided>();
    facts.setScope(schema::ErasureScope::PURGE);
    facts.setGround(schema::ErasureGround::RETENTION_ENDED);
    facts.setArticle(article);
    facts.setOthersInterestWeighed(schema::YesNoUnknown::YES);
    facts.setRetentionChecked(schema::YesNoUnknown::YES);
    return ledger.record(registrar, std::move(d));
  }
  void execute(const EventId& decision, schema::ErasureScope scope = schema::ErasureScope::PURGE) {
    ledger.flush();
    const auto leaf = crypto::leaf_hash(ledger.log().read(signal_at)->leaf);
    auto d = ledger.draft(1209, schema::Role::ARCHIVIST);
    d.kase = kase;
    d.references.push_back({schema::RefType::EXECUTES, decision, std::nullopt});
    auto facts = d.facts->getRoot<schema::ErasureExecuted>();
    facts.setScope(scope);
    facts.setCertificate(data_of(made_up<32>("certificate")));
    REQUIRE(!add_part(d, "purged", "", "", Json{{"rows", {{{"index", signal_at}, {"leaf", crypto::base64(leaf)}, {"ground", "retentionEnded"}}}}}, PlainIds{}, "parts[0]"));
    ledger.record(author, std::move(d));
    ledger.flush();
  }
  Places after_purge() {
    auto tables = tables_of(ledger.log());
    edit_event(tables, signal_at, [](EventRecord& record) { record = {record.leaf, {}, {}, {}, true}; });
    tables.parts.erase(key_of(signal_at));
    const auto report = verify_tables(tables);
    INFO(text_of(report));
    CHECK(report.purged_events == 1);
    return places_of(report);
  }
  const Places before_term{{signal_at, Problem::purged_before_term}};
};

}  // namespace

TEST_CASE_METHOD(Retained, "by the Wmo an event may be purged from fifteen years after it was recorded, to the moment") {
  signal();
  const auto recorded = ledger.now;
  later(15 * 12 - 1);
  const auto decision = decide("WMO-5.3.4");
  SECTION("a month too early") {
    execute(decision);
    CHECK(after_purge() == before_term);
  }
  SECTION("a day too late is right") {
    ledger.now = add(recorded, Duration{15 * 12, 1, 0});
    execute(decision);
    CHECK(after_purge().empty());
  }
}

TEST_CASE_METHOD(Retained, "by the Youth Act twenty years pass, and so they do when the decision is not there") {
  signal();
  later(19 * 12);
  const auto decision = decide("JW-7.3.8");
  SECTION("after nineteen years it is too early") {
    execute(decision);
    CHECK(after_purge() == before_term);
  }
  SECTION("after twenty-one it is not") {
    later(24);
    execute(decision);
    CHECK(after_purge().empty());
  }
}

TEST_CASE_METHOD(Retained, "a policy in force that day gives another term, and one that is not yet in force does not") {
  adopt("retentionWmo", "P2Y", {2020, 1, 1});
  signal();
  later(36);
  const auto decision = decide("WMO-5.3.4");
  SECTION("two years, from 2020") {
    execute(decision);
    CHECK(after_purge().empty());
  }
  SECTION("longer again, from a day that has come") {
    adopt("retentionWmo", "P10Y", {2021, 1, 1});
    execute(decision);
    CHECK(after_purge() == before_term);
  }
  SECTION("longer again, from a day that has not come") {
    adopt("retentionWmo", "P10Y", {2031, 1, 1});
    execute(decision);
    CHECK(after_purge().empty());
  }
  SECTION("the term of the other law is its own") {
    adopt("retentionJeugdwet", "P10Y", {2021, 1, 1});
    execute(decision);
    CHECK(after_purge().empty());
  }
}

TEST_CASE_METHOD(Retained, "a purge that carries out nothing of its kind waits for the longest term") {
  signal();
  later(16 * 12);
  const auto signal_event = ledger.event_id(signal_at);
  execute(signal_event);
  CHECK(after_purge() == before_term);
}

}  // namespace inzicht::testing
