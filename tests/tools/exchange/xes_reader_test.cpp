#include "tools/exchange/xes_reader.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

struct Outcome {
  Keep kept;
  Status status;
  std::string error() const { return status ? "(none)" : status.error().text; }
};
Outcome read(std::string_view text) {
  Outcome out;
  auto source = ByteSource::of(crypto::bytes_of(text));
  REQUIRE(source);
  out.status = read_xes(**source, out.kept);
  return out;
}
Outcome read_file(std::string_view name) {
  Outcome out;
  auto source = ByteSource::open(data(name));
  REQUIRE(source);
  out.status = read_xes(**source, out.kept);
  return out;
}
std::string log(std::string_view inside) { return fmt::format("<log xes.version=\"1.0\">\n{}\n</log>", inside); }
std::string one_event(std::string_view attributes) { return log(fmt::format("<trace><string key='concept:name' value='Z'/>\n<event>{}</event></trace>", attributes)); }

}  // namespace

TEST_CASE("the log of a municipality is read whole", "[exchange][xes]") {
  const auto out = read_file("wabo-receipt.xes.gz");
  REQUIRE(out.status);
  CHECK(out.kept.records.size() == 8577);
  CHECK(out.kept.records.back().trace_number == 1434);
  CHECK(out.kept.rejections.empty());
  const auto& first = out.kept.records.front();
  CHECK(first.line == 1807);
  CHECK(first.value("concept:name") == "Confirmation of receipt");
  CHECK(first.value("time:timestamp") == "2011-10-11T13:45:40.276+02:00");
  CHECK(first.value("org:resource") == "Resource21");
  CHECK(first.fields.size() == 6);
  CHECK(find_field(first.fields, "time:timestamp")->type == FieldType::date);
  CHECK(find_field(first.trace, "concept:name")->value == "case-10011");
  CHECK(find_field(first.trace, "deadline")->type == FieldType::date);
  CHECK(find_field(out.kept.about, "meta_org:role_events_total/UNKNOWN")->value == "8577");
}

TEST_CASE("its first twenty cases", "[exchange][xes]") {
  const auto out = read_file("wabo-20.xes");
  REQUIRE(out.status);
  CHECK(out.kept.records.size() == 124);
  CHECK(out.kept.records.back().trace_number == 20);
}

TEST_CASE("every type of attribute, nested ones and lists", "[exchange][xes]") {
  const auto out = read(one_event(R"(<string key="s" value="a &lt; b"/><date key="d" value="2020-01-01T00:00:00Z"/><int key="i" value="4"/>
    <float key="f" value="0.5"/><boolean key="b" value="true"/><id key="id" value="11111111-2222-3333-4444-555555555555"/>
    <list key="l"><values><string key="one" value="1"/><string key="one" value="2"/></values></list>
    <container key="c"><int key="n" value="7"><string key="deep" value="x"/></int></container>)"));
  REQUIRE(out.status);
  REQUIRE(out.kept.records.size() == 1);
  std::string seen;
  for (const auto& field : out.kept.records[0].fields) seen += fmt::format("{}:{}={} ", name_of(field.type), field.name, field.value);
  CHECK(seen ==
        "string:s=a < b date:d=2020-01-01T00:00:00Z int:i=4 float:f=0.5 boolean:b=true id:id=11111111-2222-3333-4444-555555555555 "
        "list:l= string:l/one=1 string:l/one=2 container:c= int:c/n=7 string:c/n/deep=x ");
}

TEST_CASE("with a namespace, a prefix or none, and in UTF-16 too", "[exchange][xes]") {
  constexpr std::string_view inside = "<trace><string key='a' value='b'/><event><string key='c' value='d'/></event></trace>";
  CHECK(read(fmt::format("<log xmlns='http://www.xes-standard.org/'>{}</log>", inside)).kept.records.size() == 1);
  CHECK(read(fmt::format("<log xmlns='http://code.deckfour.org/xes'>{}</log>", inside)).kept.records.size() == 1);
  CHECK(read("<x:log xmlns:x='u'><x:trace><x:event><x:string key='c' value='d'/></x:event></x:trace></x:log>").kept.records.size() == 1);
  std::string wide = "\xFF\xFE";
  for (const char c : log(inside)) wide += {c, '\0'};
  CHECK(read(wide).kept.records.size() == 1);
}

TEST_CASE("extensions, globals and classifiers are no attributes", "[exchange][xes]") {
  const auto out = read(log(R"(<extension name="Time" prefix="time" uri="u"/><global scope="event"><string key="a" value="U"/></global>
    <classifier name="A" keys="a"/><string key="about" value="x"/><trace><event><string key="a" value="1"/></event></trace>)"));
  REQUIRE(out.status);
  CHECK(out.kept.rejections.empty());
  REQUIRE(out.kept.about.size() == 1);
  CHECK(out.kept.about[0].name == "about");
  CHECK(out.kept.records.size() == 1);
}

TEST_CASE("an event that cannot be read is named, and reading goes on", "[exchange][xes]") {
  const auto out = read(log(R"(<trace><string key="concept:name" value="Z"/>
<event><string value="no key"/></event>
<event><string key="no value"/></event>
<event>
<strange key="a" value="b"/></event>
<event><string key="good" value="1"/></event>
<string key="late" value="1"/>
</trace>
<trace><string key="concept:name" value="empty"/></trace>
<event><string key="alone" value="1"/></event>
<odd/>)"));
  REQUIRE(out.status);
  CHECK(out.kept.rejections == std::vector<Rejection>{{3, "an attribute without a key"},
                                                      {4, "an attribute without a value"},
                                                      {5, "line 6: an element that XES does not know: strange"},
                                                      {8, "an attribute of a trace after its events"},
                                                      {10, "a trace without events"},
                                                      {11, "an event outside a trace"},
                                                      {12, "an element that XES does not know: odd"}});
  REQUIRE(out.kept.records.size() == 1);
  CHECK(out.kept.records[0].line == 7);
}

TEST_CASE("an event over a limit is rejected, one at the limit is not", "[exchange][xes]") {
  const std::string most(limits::import_field_bytes_max, 'v');
  CHECK(read(one_event(fmt::format("<string key='a' value='{}'/>", most))).kept.records.size() == 1);
  const auto value = read(one_event(fmt::format("<string key='a' value='{}v'/>", most)));
  CHECK(value.kept.rejections == std::vector<Rejection>{{3, "a value of more than 262144 bytes"}});
  const auto name = read(one_event(fmt::format("<string key='{}' value='1'/>", std::string(name_bytes_max, 'n'))));
  CHECK(name.kept.rejections == std::vector<Rejection>{{3, "a name of more than 4096 bytes"}});
  const std::string long_name(name_bytes_max - 100, 'n');
  const auto path = read(one_event(fmt::format("<string key='{0}' value='1'><string key='{0}' value='1'/></string>", long_name)));
  CHECK(path.kept.rejections == std::vector<Rejection>{{3, "a name of more than 4096 bytes"}});
  std::string four;
  for (int i = 0; i < 4; ++i) four += fmt::format("<string key='a{}' value='{}'/>", i, most);
  CHECK(read(one_event(four)).kept.rejections == std::vector<Rejection>{{3, "more than 921600 bytes of attributes"}});
  std::string many;
  for (std::size_t i = 0; i <= limits::list_items_max; ++i) many += "<int key='i' value='1'/>";
  CHECK(read(one_event(many)).kept.rejections == std::vector<Rejection>{{3, "more than 4096 attributes"}});
}

TEST_CASE("a document that is no XES log ends the reading", "[exchange][xes]") {
  CHECK(read("").error() == "xes: line 1: not well-formed XML: no element found");
  CHECK(read("<html></html>").error() == "xes: line 1: expected a XES log, found another document");
  CHECK(read("Zaak;Tijd\n1;2\n").error() == "xes: line 1: not well-formed XML: not well-formed (invalid token)");
  CHECK(read("<log>\n<trace>\n</log>").error() == "xes: line 3: not well-formed XML: mismatched tag");
  CHECK(read("<log>\n<trace><event>").error() == "xes: line 2: not well-formed XML: no element found");
  CHECK(read("<log><string key='a' value='\xC3\x28'/></log>").error().find("not well-formed") != std::string::npos);
}

TEST_CASE("document types and entities are refused", "[exchange][xes]") {
  const auto doctype = [](std::string_view inside, std::string_view use) {
    return read(fmt::format("<?xml version='1.0'?>\n<!DOCTYPE log [{}]>\n<log><trace><event><string key='a' value='{}'/></event></trace></log>", inside, use));
  };
  const std::string refused = "xes: line 2: a document type: DTDs and entities are refused";
  CHECK(doctype("<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>", "&b;").error() == refused);
  CHECK(doctype("<!ENTITY f SYSTEM 'file:///etc/passwd'>", "&f;").error() == refused);
  CHECK(doctype("", "x").error() == refused);
  CHECK(read("<log><trace><event><string key='a' value='&undeclared;'/></event></trace></log>").error().find("undefined entity") != std::string::npos);
}

TEST_CASE("depth and the size of a tag are bounded", "[exchange][xes]") {
  const auto nested = [](std::size_t depth) {
    std::string inside;
    for (std::size_t i = 0; i < depth; ++i) inside += "<string key='k' value='v'>";
    for (std::size_t i = 0; i < depth; ++i) inside += "</string>";
    return read(one_event(inside));
  };
  CHECK(nested(limits::import_depth_max - 3).status);
  CHECK(nested(limits::import_depth_max - 2).error() == "xes: line 3: elements are nested deeper than 64");
  const auto out = read(one_event("<string key='a' value='" + std::string(2 * tag_bytes_max, 'v') + "'/>"));
  CHECK(out.error().find("a tag of more than") != std::string::npos);
  CHECK(out.status.error().code == ErrorCode::limit);
}

TEST_CASE("what the sink answers ends the reading", "[exchange][xes]") {
  Keep kept;
  kept.stop_after = 3;
  auto source = ByteSource::open(data("wabo-20.xes"));
  REQUIRE(source);
  const auto status = read_xes(**source, kept);
  REQUIRE_FALSE(status);
  CHECK(status.error().text == "stopped by the test");
  CHECK(kept.records.size() == 3);
}
