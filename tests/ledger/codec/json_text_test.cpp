// JSON text as it comes from outside: size, depth, each field once.
#include <catch2/catch.hpp>
#include <chrono>

#include "ledger/base/limits.h"
#include "ledger/codec/json.h"

using namespace inzicht;

namespace {

std::string said(std::string_view text) {
  const auto parsed = parse_json_text(text);
  if (parsed) return "ok";
  REQUIRE(parsed.error().adm == "ADM-1");
  return parsed.error().en;
}
std::string nested(std::size_t depth, std::string_view innermost) {
  return std::string(depth, '[') + std::string(innermost) + std::string(depth, ']');
}
std::string nested_objects(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i) out += "{\"a\":";
  return out + "1" + std::string(depth, '}');
}

}  // namespace

TEST_CASE("what is not JSON is refused", "[codec][json]") {
  for (const char* text :
       {"", " ", "{", "{]", "nul", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "'a'", "01", "1 2", "// x\n1", "NaN"})
    REQUIRE(said(text) == "valid JSON");
  REQUIRE(said("{\"a\":[1,\"b\",null,true,1.5]}") == "ok");
}

TEST_CASE("a field given twice is refused at every depth", "[codec][json]") {
  REQUIRE(said(R"({"a":1,"a":1})") == "every field once");
  REQUIRE(said(R"({"x":[{"a":1,"b":2,"a":3}]})") == "every field once");
  REQUIRE(said(R"({"a":1,"\u0061":2})") == "every field once");
  REQUIRE(said(R"({"x":{"a":1},"y":{"a":1},"a":{"a":1}})") == "ok");
}

TEST_CASE("JSON of 32 levels is read, of 33 it is refused", "[codec][json]") {
  REQUIRE(said(nested(32, "1")) == "ok");
  REQUIRE(said(nested(33, "1")) == "at most 32 levels deep");
  REQUIRE(said(nested(33, "")) == "at most 32 levels deep");
  REQUIRE(said(nested_objects(32)) == "ok");
  REQUIRE(said(nested_objects(33)) == "at most 32 levels deep");
}

TEST_CASE("a million brackets are refused", "[codec][json]") {
  REQUIRE(said(nested(1'000'000, "")) == "at most 32 levels deep");
  REQUIRE(said(std::string(2'000'000, '[')) == "at most 32 levels deep");
}

TEST_CASE("more bytes than the limit are refused", "[codec][json]") {
  const std::string most = "\"" + std::string(limits::json_bytes_max - 2, 'a') + "\"";
  REQUIRE(said(most) == "ok");
  REQUIRE(said(most + " ") == "at most 8388608 bytes");
}

TEST_CASE("a hundred thousand fields of one object are read in seconds, not minutes", "[codec][json]") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  text += "\"last\":0}";
  const auto before = std::chrono::steady_clock::now();
  REQUIRE(said(text) == "ok");
  REQUIRE(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
}

TEST_CASE("bytes that are not UTF-8 are refused inside JSON", "[codec][json]") {
  REQUIRE(said("\"\xc3\xa9\"") == "ok");
  for (const char* text :
       {"\"\xff\"", "\"\xc3\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "\"\xf5\x80\x80\x80\"", "{\"\xff\":1}"})
    REQUIRE(said(text) == "valid JSON");
  REQUIRE(said("\"\\ud800\"") == "valid JSON");
}
