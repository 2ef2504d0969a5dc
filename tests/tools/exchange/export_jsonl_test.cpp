#include "tools/exchange/export_jsonl.h"

#include <catch2/catch.hpp>

#include "crypto/merkle/tree.h"
#include "tests/tools/exchange/importing.h"
#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

std::vector<Json> exported(const Log& log, const ExportRequest& request, const OpenedPartAt& opened = {}) {
  std::vector<Json> out;
  const auto count = export_jsonl(log, request, opened, [&](std::string_view line) {
    CHECK(line.find('\n') == std::string_view::npos);
    out.push_back(Json::parse(line));
    return Status();
  });
  REQUIRE(count);
  CHECK(*count == out.size());
  return out;
}

void import_table(Scene& scene) {
  auto importer = scene.importer();
  const auto mapping = Mapping::read(data("mapping-meldingen.toml"), SourceFormat::csv);
  REQUIRE(import_history(*scene.ledger, *importer, {{SourceFormat::csv, data("meldingen.csv")}, std::nullopt}, *mapping, {}));
}

}  // namespace

TEST_CASE("every event is one line that another program can check", "[exchange][export]") {
  Scene scene;
  import_table(scene);
  const auto& log = scene.ledger->log();
  const auto lines = exported(log, {});
  REQUIRE(lines.size() == log.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const auto record = log.read(i).value();
    CHECK(line["index"] == i);
    CHECK(line["leafHash"] == crypto::base64(crypto::leaf_hash(record.leaf)));
    CHECK(line["header"] == crypto::base64(record.header));
    CHECK(line["signatures"] == crypto::base64(record.signatures));
    CHECK(line["admission"] == crypto::base64(record.admission));
    CHECK(parse_id<EventId>(line["event"].get<std::string>()).has_value());
    CHECK(parse_time(line["recordedAt"].get<std::string>()).has_value());
    CHECK(parse_time(line["occurred"]["from"].get<std::string>()).has_value());
    for (const auto& part : line.value("parts", Json::array())) {
      CHECK(part["state"] == "sealed");
      CHECK_FALSE(part.contains("fields"));
    }
  }
  const auto& genesis = lines.front();
  CHECK(genesis["kind"] == "ledgerCreated");
  CHECK(genesis["kindNumber"] == 101);
  CHECK(genesis["facts"]["origin"] == "proef.example/grootboek");
  const auto& last = lines.back();
  CHECK(last["kind"] == "recordImported");
  CHECK(last["facts"]["source"] == "csv");
  CHECK(last["role"] == "importer");
  CHECK(last["claim"] == "conforming");
  CHECK(last["performer"]["basis"] == "import");
  CHECK(last["references"][0]["relation"] == "partOf");
  CHECK(last["occurred"]["precision"] == "minute");
  CHECK(last["parts"][0]["part"] == "record");
  CHECK(last["parts"][0]["class"] == "narrative");
  CHECK(last["parts"][0]["subject"].get<std::string>().substr(1) == last["case"].get<std::string>().substr(1));
}

TEST_CASE("one case, and a stretch of the ledger", "[exchange][export]") {
  Scene scene;
  import_table(scene);
  const auto& log = scene.ledger->log();
  const auto all = exported(log, {});
  const auto kase = parse_id<CaseId>(all.back()["case"].get<std::string>());
  for (const auto& id : log.lists(ChainClass::kase)) {
    const auto lines = exported(log, {CaseId{id}, 0, UINT64_MAX});
    CHECK(lines.size() == log.last_position({ChainClass::kase, id}).value()->n);
    for (const auto& line : lines) {
      CHECK(line["case"] == to_text(CaseId{id}));
      CHECK(line == all[line["index"].get<std::size_t>()]);
    }
  }
  CHECK(exported(log, {std::nullopt, 2, 5}).size() == 3);
  CHECK(exported(log, {std::nullopt, log.size(), UINT64_MAX}).empty());
  CHECK(exported(log, {kase, 0, 1}).empty());
  CHECK(exported(log, {CaseId{crypto::random_array<16>()}, 0, UINT64_MAX}).empty());
}

TEST_CASE("words are there only where they were opened", "[exchange][export]") {
  Scene scene;
  import_table(scene);
  const auto& log = scene.ledger->log();
  const std::uint64_t shown = log.size() - 1;
  std::optional<OpenedPart> keep;
  const auto lines = exported(log, {}, [&](const PartPlace& place) -> const OpenedPart* {
    if (place.index != shown) return nullptr;
    keep = open_stored_part(log, scene.ledger->vault(), place).value();
    return keep ? &*keep : nullptr;
  });
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) CHECK(lines[i].dump().find("fields") == std::string::npos);
  const auto& part = lines.back()["parts"][0];
  CHECK(part["state"] == "open");
  CHECK(part["fields"]["originalKind"] == "Huisbezoek");
  CHECK(part["fields"]["fields"][5] == Json({{"name", "Opmerking"}, {"value", "Één é"}, {"type", "string"}}));
  // A part whose subject's key was destroyed stays closed.
  const auto kase = parse_id<CaseId>(lines.back()["case"].get<std::string>());
  REQUIRE(scene.ledger->vault().destroy(PartSubjectId{kase->bytes}));
  CHECK_FALSE(open_stored_part(log, scene.ledger->vault(), {shown, 0}).value().has_value());
}

TEST_CASE("what the taker of lines answers ends the export", "[exchange][export]") {
  Scene scene;
  import_table(scene);
  std::size_t seen = 0;
  const auto stopped = export_jsonl(scene.ledger->log(), {}, {}, [&](std::string_view) { return ++seen == 3 ? Status(fail(ErrorCode::disk_full, "full")) : Status(); });
  REQUIRE_FALSE(stopped);
  CHECK(stopped.error().code == ErrorCode::disk_full);
  CHECK(seen == 3);
}
