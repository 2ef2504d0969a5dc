// Views hold no words: the example family, truly sealed, and every text in it searched for in what the views keep.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "ledger/log/memory_log.h"
#include "ledger/service/reading.h"
#include "projections/stored_views.h"
#include "tests/support/temp_dir.h"
#include "tools/families/family_loader.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

using Texts = std::set<std::string>;

// Every text of a struct, also those inside lists and groups.
void collect(const capnp::DynamicValue::Reader& value, Texts& out) {
  switch (value.getType()) {
    case capnp::DynamicValue::TEXT: {
      const auto text = value.as<capnp::Text>();
      out.insert({text.cStr(), text.size()});
      return;
    }
    case capnp::DynamicValue::LIST:
      for (const auto item : value.as<capnp::DynamicList>()) collect(item, out);
      return;
    case capnp::DynamicValue::STRUCT: {
      const auto fields = value.as<capnp::DynamicStruct>();
      for (const auto field : fields.getSchema().getFields())
        if (fields.has(field)) collect(fields.get(field), out);
      return;
    }
    default: return;
  }
}

Texts sealed_texts(OpenLedger& ledger) {
  std::vector<std::uint64_t> indexes(ledger.log().size());
  for (std::uint64_t i = 0; i < indexes.size(); ++i) indexes[i] = i;
  Texts out;
  for (const auto& place : sealed_parts(ledger.log(), indexes)) {
    const auto part = open_stored_part(ledger.log(), ledger.vault(), place);
    REQUIRE(part);
    if (*part) collect((*part)->fields(), out);
  }
  return out;
}

// The texts themselves, and each long word in them. What is shorter may stand in random ids by chance.
Texts telling(const Texts& texts) {
  Texts out;
  for (const auto& text : texts) {
    if (text.size() >= 5) out.insert(text);
    std::string word;
    for (const char c : text + " ") {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && word.size() >= 7) out.insert(word);
      word = letter ? word + c : "";
    }
  }
  return out;
}

std::string bytes_of_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
std::string bytes_of_folder(const std::filesystem::path& folder) {
  std::string out;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
    if (file.is_regular_file()) out += bytes_of_file(file.path()) + "\n";
  return out;
}
// What RocksDB writes of its own, such as the word "example" in its list of options.
std::string bytes_of_empty_views() {
  TempDir dir;
  const auto log = make_memory_log();
  REQUIRE(StoredViews(dir / "views", *log).rebuild());
  return bytes_of_folder(dir / "views");
}
void check_none(const Texts& texts, std::string_view bytes, const std::string& where) {
  for (const auto& text : texts) {
    if (bytes.find(text) == std::string_view::npos) continue;
    INFO(where << " holds \"" << text << "\"");
    CHECK(false);
  }
}

}  // namespace

TEST_CASE("sealed words: no text of the family stands in any row or file of the views", "[privacy][family]") {
  TempDir dir;
  auto stage = families::Stage::create(dir / "ledger");
  REQUIRE(stage);
  REQUIRE((*stage)->load("huurschuld", [](std::uint64_t, std::uint64_t) {}));
  OpenLedger& ledger = (*stage)->ledger();
  const auto texts = telling(sealed_texts(ledger));
  REQUIRE(texts.size() > 100);
  for (const auto* known : {"Rosa Kamp", "Marko", "Wijkteam De Linde"}) CHECK(texts.contains(known));
  const auto views = ledger.folder().views();
  REQUIRE(StoredViews(views, ledger.log()).rebuild());

  // Rows one by one: in the files they are packed.
  bool found_rule = false, found_author = false;
  {
    const auto store = open_views(views).value();
    for (const auto& projection : all_projections()) {
      std::string rows;
      REQUIRE(store->scan(projection->name(), {}, [&](Bytes key, Bytes value) {
        rows.append(key.begin(), key.end());
        rows.append(value.begin(), value.end());
        return true;
      }));
      CHECK(!rows.empty());
      check_none(texts, rows, std::string(projection->name()));
      found_rule = found_rule || rows.find("DRANG-01") != std::string::npos;
      const auto author = (*stage)->author("w3")->profile().actor.value();
      found_author = found_author || rows.find(std::string(author.bytes.begin(), author.bytes.end())) != std::string::npos;
    }
  }
  const auto of_the_store = bytes_of_empty_views();
  Texts of_the_family = texts;
  std::erase_if(of_the_family, [&](const auto& text) { return of_the_store.find(text) != std::string::npos; });
  CHECK(of_the_family.size() + 3 > texts.size());
  check_none(of_the_family, bytes_of_folder(views), "a file");
  // What may stand there is found by the same search.
  CHECK(found_rule);
  CHECK(found_author);
}
