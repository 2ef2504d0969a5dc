#include "tools/exchange/import.h"

#include <catch2/catch.hpp>
#include <set>

#include "ledger/base/limits.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/service/reading.h"
#include "tests/tools/exchange/importing.h"
#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

const ImportSource wabo_20{SourceFormat::xes, data("wabo-20.xes")};

Result<ImportOutcome> run(Scene& scene, Author& importer, const ImportSource& source, const Mapping& mapping) {
  return import_history(*scene.ledger, importer, {source, std::nullopt}, mapping, {});
}
ImportReport imported(Scene& scene, Author& importer, const ImportSource& source, const Mapping& mapping) {
  auto outcome = run(scene, importer, source, mapping);
  if (!outcome) FAIL(outcome.error().text);
  if (const auto* refused = std::get_if<Refused>(&*outcome)) FAIL(refused->en);
  return std::get<ImportReport>(std::move(*outcome));
}

struct Stored {
  std::uint64_t index = 0;
  HeaderMessage message;
  schema::Header::Reader header() const { return message.header(); }
};
std::vector<Stored> events_of(Scene& scene, std::uint16_t kind) {
  std::vector<Stored> out;
  REQUIRE(scene.ledger->log().scan(0, scene.ledger->log().size(), [&](const EventView& view) {
    auto message = HeaderMessage::stored(view.header);
    if (message && message->header().getKind() == kind) out.push_back({view.index, std::move(*message)});
    return true;
  }));
  return out;
}
template <class Part>
typename Part::Reader opened(Scene& scene, std::uint64_t index, OpenedPart& keep) {
  auto part = open_stored_part(scene.ledger->log(), scene.ledger->vault(), {index, 0});
  REQUIRE(part);
  REQUIRE(part->has_value());
  keep = std::move(**part);
  return keep.message.template root<Part>();
}
std::string bytes_of(capnp::Data::Reader data) { return {data.begin(), data.end()}; }

}  // namespace

TEST_CASE("twenty cases of a municipality become signed events", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  const auto before = scene.ledger->log().size();
  const auto report = imported(scene, *importer, wabo_20, Mapping::of_xes());
  CHECK(report.cases == 20);
  CHECK(report.events == 124);
  CHECK(report.actors == 11);
  CHECK(report.skipped == 0);
  CHECK(report.rejected.empty());
  CHECK(scene.ledger->log().size() == before + 1 + 11 + 124);
  CHECK(scene.ledger->log().lists(ChainClass::kase).size() == 20);

  const auto opening = events_of(scene, 1401);
  REQUIRE(opening.size() == 1);
  const auto facts = opening[0].header().getFacts().getImportOpened();
  CHECK(facts.getSource() == schema::ImportSource::XES);
  CHECK(facts.getRecords() == 124);
  const auto file_digest = crypto::sha256(crypto::bytes_of(read_all(wabo_20.file)));
  CHECK(bytes_of(facts.getFileDigest()) == std::string(file_digest.begin(), file_digest.end()));

  std::map<std::string, std::string> last_of_case;
  std::set<std::string> actors;
  for (const auto& actor : events_of(scene, 103)) actors.insert(bytes_of(actor.header().getFacts().getActorEnrolled().getWho()));
  for (const auto& record : events_of(scene, 1402)) {
    const auto h = record.header();
    CHECK(h.getRole() == schema::Role::IMPORTER);
    CHECK(h.getOccurred().getPrecision() == schema::Precision::INSTANT);
    CHECK(h.getPerformer().getBasis() == schema::PerformerBasis::IMPORT);
    CHECK(actors.contains(bytes_of(h.getPerformer().getActor())));
    CHECK(bytes_of(h.getPerformer().getActor()) == bytes_of(h.getFacts().getRecordImported().getOriginalActor()));
    auto& last = last_of_case[bytes_of(h.getCase())];
    REQUIRE(h.getReferences().size() == (last.empty() ? 1 : 2));
    CHECK(bytes_of(h.getReferences()[0].getEvent()) == bytes_of(opening[0].header().getEvent()));
    if (!last.empty()) CHECK(bytes_of(h.getReferences()[1].getEvent()) == last);
    last = bytes_of(h.getEvent());
  }
}

TEST_CASE("everything the source says of a record lies in its sealed part", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  const auto mapping = Mapping::read(data("mapping-wabo.toml"), SourceFormat::xes);
  REQUIRE(mapping);
  (void)imported(scene, *importer, wabo_20, *mapping);
  const auto records = events_of(scene, 1402);
  OpenedPart keep{nullptr, Message::stored(Buffer(8)).value()};
  const auto listed = [&](std::size_t i) {
    std::string out;
    for (auto field : opened<schema::RecordImportedRecord>(scene, records[i].index, keep).getFields())
      out += std::string(field.getType().cStr()) + " " + field.getName().cStr() + "=" + field.getValue().cStr() + "\n";
    return out;
  };
  CHECK(to_text(Micros{records[0].header().getOccurred().getFrom()}) == "2011-10-11T11:45:40.276000Z");
  CHECK(listed(0) ==
        "date case:startdate=2011-10-11T13:42:22.688+02:00\nstring case:responsible=Resource21\ndate case:enddate_planned=2011-12-06T13:41:31.788+01:00\n"
        "string case:department=General\nstring case:group=Group 2\nstring case:concept:name=case-10011\ndate case:deadline=2011-12-06T13:41:31.788+01:00\n"
        "string case:channel=Internet\nstring org:group=Group 1\nstring concept:instance=task-42933\nstring org:resource=Resource21\n"
        "string concept:name=Confirmation of receipt\ndate time:timestamp=2011-10-11T13:45:40.276+02:00\nstring lifecycle:transition=complete\n");
  CHECK(listed(1) ==
        "string case:concept:name=case-10011\nstring org:group=Group 4\nstring concept:instance=task-42935\nstring org:resource=Resource10\n"
        "string concept:name=T02 Check confirmation of receipt\ndate time:timestamp=2011-10-12T08:26:25.398+02:00\nstring lifecycle:transition=complete\n");
  const auto part = opened<schema::RecordImportedRecord>(scene, records[0].index, keep);
  CHECK(std::string(part.getOriginalKind().cStr()) == "Confirmation of receipt");
  CHECK(std::string(part.getOriginalId().cStr()) == "task-42933");
  CHECK(records[0].header().getFacts().getRecordImported().getAttributes() == 14);
  CHECK(records[0].header().getFacts().getRecordImported().getKindGuess().getValue() == 301);
  CHECK_FALSE(records[1].header().getFacts().getRecordImported().hasKindGuess());
  CHECK(records[0].header().getParts()[0].getClass() == schema::PartClass::FACTS);
  CHECK(bytes_of(records[0].header().getParts()[0].getSubject()) == bytes_of(records[0].header().getCase()));
  const auto note = opened<schema::ImportOpenedNote>(scene, events_of(scene, 1401)[0].index, keep);
  CHECK(std::string(note.getText().cStr()).starts_with("wabo-20.xes\nmeta_org:different_groups_average = 4.13\n"));
  const auto who = opened<schema::ActorEnrolledWho>(scene, events_of(scene, 103).back().index, keep);
  CHECK(std::string(who.getName().cStr()).starts_with("Resource"));
}

TEST_CASE("a table, with what is left out and every rejected line", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  const auto mapping = Mapping::read(data("mapping-meldingen.toml"), SourceFormat::csv);
  REQUIRE(mapping);
  const auto report = imported(scene, *importer, {SourceFormat::csv, data("meldingen.csv")}, *mapping);
  CHECK(report.cases == 3);
  CHECK(report.events == 4);
  CHECK(report.skipped == 1);
  CHECK(report.actors == 2);
  std::vector<Rejection> rejected;
  for (const auto& one : report.rejected) rejected.push_back({one.line, one.why.en});
  CHECK(rejected == std::vector<Rejection>{{7, "no case (Zaaknummer is empty)"}, {8, "no readable time in Tijdstip"}, {9, "expected 6 fields, found 5"}});
  CHECK(report.rejected[0].why.nl == "geen zaak (Zaaknummer is leeg)");
  const auto records = events_of(scene, 1402);
  OpenedPart keep{nullptr, Message::stored(Buffer(8)).value()};
  const auto part = opened<schema::RecordImportedRecord>(scene, records[0].index, keep);
  CHECK(part.getFields().size() == 6);
  CHECK(std::string(part.getFields()[5].getValue().cStr()) == "Buurvrouw belt: \"het is weer mis\"");
  CHECK(records[0].header().getOccurred().getPrecision() == schema::Precision::MINUTE);
  CHECK_FALSE(records[2].header().getPerformer().hasActor());
  CHECK(opened<schema::RecordImportedRecord>(scene, records[2].index, keep).getFields().size() == 5);  // an empty cell is none
}

TEST_CASE("times that the ledger would refuse are rejected before they go out", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  inzicht::testing::TempDir dir;
  write(dir / "t.csv", "Z;A;T\n1;a;1421-12-31T00:00:00Z\n1;b;9999-12-31 23:59\n1;c;2024-05-06 09:04\n1;d;2024-05-06 09:06\n");
  const auto mapping = Mapping::parse("[columns]\ncase='Z'\nactivity='A'\ntime='T'", SourceFormat::csv);
  const auto report = imported(scene, *importer, {SourceFormat::csv, dir / "t.csv"}, *mapping);
  CHECK(report.events == 1);
  CHECK(report.rejected_total == 3);
  REQUIRE(report.rejected.size() == 3);
  CHECK(report.rejected[0].why.en == "a time outside the years 1422 to 2517");
  CHECK(report.rejected[1].why.en == "a time outside the years 1422 to 2517");
  CHECK(report.rejected[2].why.en == "a time in the future");
}

TEST_CASE("rejected lines are kept up to a limit and counted beyond it", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  inzicht::testing::TempDir dir;
  const auto lines = limits::rejected_kept_max + 50;
  std::string text = "Z;A;T\n1;a;2024-05-06 08:00\n";
  for (std::size_t i = 0; i < lines; ++i) text += "1;b;ooit\n";
  write(dir / "t.csv", text);
  const auto mapping = Mapping::parse("[columns]\ncase='Z'\nactivity='A'\ntime='T'", SourceFormat::csv);
  const auto report = imported(scene, *importer, {SourceFormat::csv, dir / "t.csv"}, *mapping);
  CHECK(report.events == 1);
  CHECK(report.rejected_total == lines);
  REQUIRE(report.rejected.size() == limits::rejected_kept_max);
  CHECK(report.rejected.front().line == 3);
  CHECK(report.rejected.back().line == limits::rejected_kept_max + 2);
}

TEST_CASE("a source that cannot be read leaves the ledger untouched", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  inzicht::testing::TempDir dir;
  const auto size = scene.ledger->log().size();
  const auto keys = scene.ledger->vault().keys();
  const auto error_of = [&](const ImportSource& source, const Mapping& mapping) {
    const auto outcome = run(scene, *importer, source, mapping);
    CHECK(scene.ledger->log().size() == size);
    CHECK(scene.ledger->vault().keys() == keys);
    REQUIRE_FALSE(outcome);
    return outcome.error().text;
  };
  const auto whole = read_all(data("wabo-receipt.xes.gz"));
  write(dir / "cut.xes.gz", std::string_view(whole).substr(0, whole.size() - 9));
  CHECK(error_of({SourceFormat::xes, dir / "cut.xes.gz"}, Mapping::of_xes()) == "file: byte 211382: a truncated gzip file: expected more bytes, found its end");
  auto damaged = whole;
  damaged[100'000] = static_cast<char>(damaged[100'000] ^ 0x55);
  write(dir / "damaged.xes.gz", damaged);
  CHECK_THAT(error_of({SourceFormat::xes, dir / "damaged.xes.gz"}, Mapping::of_xes()), Catch::Contains("a damaged gzip file"));
  const auto text = read_all(data("wabo-20.xes"));
  write(dir / "cut.xes", std::string_view(text).substr(0, text.size() - 20));
  CHECK(error_of({SourceFormat::xes, dir / "cut.xes"}, Mapping::of_xes()).find("not well-formed XML") != std::string::npos);
  const auto mapping = Mapping::read(data("mapping-unknown-column.toml"), SourceFormat::csv);
  CHECK(error_of({SourceFormat::csv, data("meldingen.csv")}, *mapping).find("columns.case: no column \"Zaaknr\"") != std::string::npos);
  CHECK(error_of({SourceFormat::xes, dir / "nothing.xes"}, Mapping::of_xes()).find("nothing.xes") != std::string::npos);
}

TEST_CASE("who may not import is told which mandate is missing, and nothing is recorded", "[exchange][import]") {
  Scene scene;
  const auto refusal = [&](Author& author, const Mapping& mapping) {
    const auto size = scene.ledger->log().size();
    const auto outcome = run(scene, author, wabo_20, mapping);
    REQUIRE(outcome);
    CHECK(scene.ledger->log().size() == size);
    const auto* refused = std::get_if<Refused>(&*outcome);
    return refused == nullptr ? std::string("(none)") : refused->adm + ": " + refused->en;
  };
  auto enrolled = scene.author("enrolled", "", {});
  CHECK(refusal(*enrolled, Mapping::of_xes()) == "ADM-13: a mandate (106) with role importer and power import");
  auto other_role = scene.author("other", "wijkcoach", {"record", "import"});
  CHECK(refusal(*other_role, Mapping::of_xes()) == "ADM-13: a mandate (106) with role importer and power import");
  auto no_power = scene.author("nopower", "importer", {"record"});
  CHECK(refusal(*no_power, Mapping::of_xes()) == "ADM-13: a mandate (106) with role importer and power import");
  auto no_enrol = scene.author("noenrol", "importer", {"record", "import"});
  CHECK(refusal(*no_enrol, Mapping::of_xes()) == "ADM-13: the power enrol, to register the resources of the source; or resource = \"\" in the mapping");
  const auto without = Mapping::parse("[columns]\nresource = ''", SourceFormat::xes);
  const auto report = imported(scene, *no_enrol, wabo_20, *without);
  CHECK(report.events == 124);
  CHECK(report.actors == 0);
}

TEST_CASE("the log of a municipality goes in whole", "[exchange][import]") {
  Scene scene;
  auto importer = scene.importer();
  const auto report = imported(scene, *importer, {SourceFormat::xes, data("wabo-receipt.xes.gz")}, Mapping::of_xes());
  CHECK(report.cases == 1434);
  CHECK(report.events == 8577);
  CHECK(report.actors == 48);
  CHECK(report.skipped == 0);
  CHECK(report.rejected.empty());
  CHECK(scene.ledger->log().lists(ChainClass::kase).size() == 1434);
  // The author goes on where the import ended.
  const auto again = imported(scene, *importer, wabo_20, Mapping::of_xes());
  CHECK(again.events == 124);
}
