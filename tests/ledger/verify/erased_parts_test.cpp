// Parts that are gone: which decision (1208) and erasure (1209) ground that, and which do not.
#include "crypto/digest.h"
#include "ledger/schema/facts.capnp.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {
namespace {

using Places = std::vector<std::pair<std::uint64_t, Problem>>;
using Scope = schema::ErasureScope;
struct Part {
  EventId event;
  std::uint16_t number = 0;
};

// A signal at 3 and one at 4, in the case; a signal in another at 5. What is decided comes after them.
struct Signals {
  SampleLedger ledger{"erased"};
  Person registrar = ledger.make_person("registrar"), second = ledger.make_person("second"),
         author = ledger.make_person("author");
  CaseId kase = ledger.make_case("one"), other = ledger.make_case("other");
  EventId first, next, elsewhere;

  Signals() {
    ledger.genesis(registrar, second);
    Twist approved;
    approved.cosigners = {&second};
    ledger.enrol(registrar, author, approved);
    first = ledger.signal(author, kase);
    next = ledger.signal(author, kase);
    elsewhere = ledger.signal(author, other);
  }

  void set(capnp::List<schema::PartRef>::Builder to, const std::vector<Part>& parts) {
    for (unsigned i = 0; i < parts.size(); ++i) {
      to[i].setEvent(capnp::Data::Reader(parts[i].event.bytes.data(), parts[i].event.bytes.size()));
      to[i].setPart(parts[i].number);
    }
  }
  EventId decide(const CaseId& in, Scope scope, const std::vector<Part>& parts,
                 const std::vector<Part>& keep = {}) {
    auto d = ledger.draft(1208, schema::Role::PRIVACY_OFFICER);
    d.kase = in;
    auto facts = d.facts->getRoot<schema::ErasureDecided>();
    facts.setScope(scope);
    if (!parts.empty()) set(facts.initParts(static_cast<unsigned>(parts.size())), parts);
    if (!keep.empty()) set(facts.initKeep(static_cast<unsigned>(keep.size())), keep);
    facts.setGround(schema::ErasureGround::AVG_REQUEST);
    facts.setArticle("AVG-17");
    facts.setOthersInterestWeighed(schema::YesNoUnknown::YES);
    facts.setRetentionChecked(schema::YesNoUnknown::YES);
    REQUIRE_FALSE(add_part(d, "reasons", "case", "", Json{{"weighing", "weighed"}}, PlainIds{}, "parts[0]"));
    return ledger.record(author, std::move(d));
  }
  void execute(const CaseId& in, Scope scope, const EventId& decision) {
    auto d = ledger.draft(1209, schema::Role::ARCHIVIST);
    d.kase = in;
    d.references.push_back({schema::RefType::EXECUTES, decision, std::nullopt});
    auto facts = d.facts->getRoot<schema::ErasureExecuted>();
    facts.setScope(scope);
    const auto hash = crypto::sha256(crypto::bytes_of("what went"));
    facts.setCertificate(capnp::Data::Reader(hash.data(), hash.size()));
    ledger.record(author, std::move(d));
  }
  // What verify says once the first part of these events is gone.
  Places without(std::initializer_list<std::uint64_t> indexes) {
    ledger.flush();
    auto tables = tables_of(ledger.log());
    for (const auto index : indexes)
      edit_parts(tables, index, [](std::vector<StoredPart>& parts) { parts[0] = {true, {}, {}}; });
    const auto report = verify_tables(tables);
    CHECK(report.erased_parts == indexes.size());
    UNSCOPED_INFO(text_of(report));
    return places_of(report);
  }
};

constexpr std::pair<std::uint64_t, Problem> unfounded(std::uint64_t index) {
  return {index, Problem::erased_without_ground};
}

}  // namespace

TEST_CASE_METHOD(Signals, "a part that is gone without any erasure is named") {
  CHECK(without({3}) == Places{unfounded(3)});
}

TEST_CASE_METHOD(Signals, "of listed parts those that the decision lists may be gone, and no other") {
  execute(kase, Scope::LISTED_PARTS, decide(kase, Scope::LISTED_PARTS, {{first, 0}}));
  CHECK(without({3}).empty());
  CHECK(without({3, 4}) == Places{unfounded(4)});
}

TEST_CASE_METHOD(Signals, "a decision that nobody carried out grounds nothing") {
  decide(kase, Scope::LISTED_PARTS, {{first, 0}});
  CHECK(without({3}) == Places{unfounded(3)});
}

TEST_CASE_METHOD(Signals, "with a whole person go the parts of the case that the decision lists") {
  execute(kase, Scope::WHOLE_SUBJECT, decide(kase, Scope::WHOLE_SUBJECT, {{next, 0}}));
  CHECK(without({3, 4}) == Places{unfounded(3)});
}

TEST_CASE_METHOD(Signals,
                 "of all parts of a case those may be gone that are not kept, of that case, and not those of "
                 "the decision itself") {
  const auto decision = decide(kase, Scope::CASE_PARTS, {}, {{next, 0}});  // 6
  execute(kase, Scope::CASE_PARTS, decision);                              // 7
  ledger.signal(author, kase);                                             // 8: after the erasure
  CHECK(without({3}).empty());
  CHECK(without({3, 4, 5, 6, 8}) == Places{unfounded(4), unfounded(5), unfounded(6), unfounded(8)});
}

TEST_CASE_METHOD(Signals, "a part that a decision in another case lists may not be gone") {
  execute(kase, Scope::LISTED_PARTS, decide(kase, Scope::LISTED_PARTS, {{elsewhere, 0}}));
  CHECK(without({5}) == Places{unfounded(5)});
}

TEST_CASE_METHOD(Signals, "an erasure of another scope than its decision grounds nothing") {
  execute(kase, Scope::CASE_PARTS, decide(kase, Scope::LISTED_PARTS, {{first, 0}}));
  CHECK(without({3}) == Places{unfounded(3)});
}

}  // namespace inzicht::testing
