#include "crypto/note.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

const std::string log_vkey = "ledger.example/tenant-a+fcbe9b80+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

}  // namespace

TEST_CASE("key ids and vkeys have the bytes of signed-note", "[note][golden]") {
  for (const auto& row : cases("crypto_golden.jsonl", "note")) {
    const std::string name = row.at("name");
    const auto key = VerifierKey::make(name, row.at("algorithm"), array_from_hex<32>(text(row, "public")));
    REQUIRE(key.text() == text(row, "vkey"));
    REQUIRE(VerifierKey::parse(key.text()) == key);
  }
  REQUIRE(VerifierKey::parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
              .value()
              .id == 0x530d903a);
}

TEST_CASE("a vkey that is malformed or has another key's id is refused", "[note]") {
  REQUIRE(VerifierKey::parse(log_vkey).has_value());
  const std::string material = "AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
  const std::string bad[] = {"",
                             "+",
                             "++",
                             "ledger.example/tenant-a",
                             "ledger.example/tenant-a+fcbe9b80",
                             "ledger.example/tenant-a+fcbe9b80+",
                             "ledger.example/tenant-a+FCBE9B80+" + material,
                             "ledger.example/tenant-a+fcbe9b8+" + material,
                             "ledger.example/tenant-a+fcbe9b81+" + material,
                             "ledger.example/tenant-b+fcbe9b80+" + material,
                             "+fcbe9b80+" + material,
                             "ledger.example tenant-a+fcbe9b80+" + material,
                             log_vkey + "\n",
                             " " + log_vkey,
                             log_vkey + "AAAA",
                             log_vkey.substr(0, log_vkey.size() - 4)};
  for (const auto& text : bad) {
    INFO(text);
    REQUIRE(!VerifierKey::parse(text));
  }
}

TEST_CASE("a vkey of another algorithm is refused and one of ML-DSA-44 is kept as it is", "[note]") {
  const auto text_of = [](std::uint8_t algorithm, std::size_t length) {
    Buffer material{algorithm};
    material.resize(1 + length, 9);
    const auto id = note_key_id("a/b", algorithm, Bytes(material).subspan(1));
    Buffer id_bytes;
    append_u32(id_bytes, id);
    return "a/b+" + hex(id_bytes) + "+" + base64(material);
  };
  for (const std::uint8_t algorithm : std::initializer_list<std::uint8_t>{0x00, 0x02, 0x03, 0x05, 0x07, 0xff})
    REQUIRE(!VerifierKey::parse(text_of(algorithm, 32)));
  REQUIRE(VerifierKey::parse(text_of(note_ed25519, 32)).has_value());
  REQUIRE(!VerifierKey::parse(text_of(note_ed25519, 31)));
  REQUIRE(!VerifierKey::parse(text_of(note_cosignature_v1, 33)));
  REQUIRE(!VerifierKey::parse(text_of(note_mldsa44, 32)));
  const auto mldsa = VerifierKey::parse(text_of(note_mldsa44, 1312));
  REQUIRE(mldsa.has_value());
  REQUIRE(mldsa->text() == text_of(note_mldsa44, 1312));
}
