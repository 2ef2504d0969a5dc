#include "crypto/note.h"

#include <rapidcheck/catch.h>

#include "crypto/digest.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

Signer signer_from(std::uint8_t first) {
  Buffer seed;
  for (std::uint8_t i = 0; i < 32; ++i) seed.push_back(static_cast<std::uint8_t>(first + i));
  return Signer::from_seed(seed).value();
}

const std::string log_name = "ledger.example/tenant-a";
const std::string witness_name = "witness.example/w1";

// Signed with another library: the log's key from seed 00..1f, the witness's from 20..3f.
const std::string cosigned =
    "ledger.example/tenant-a\n7\n3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=\n\n"
    "— ledger.example/tenant-a "
    "/L6bgJqww4FXpSmjw6ArMxp438MIxSN8F1E/37z9MH5qBPtod92d3tZ/roC7WAM5dnBEAwu39PmQ7eUHsgHo2"
    "TjxOgI=\n"
    "— witness.example/w1 "
    "IDJKvgAAAABlU/EAIil8vqe60lGKMKsPgaIqmkMfwbwiIwWPrldoEepVhP0m1QWFwXu0X6BIRFaaVmmv/7Jhm/HCH9"
    "gA1f0k/RyyBA==\n";
const std::string log_vkey = "ledger.example/tenant-a+fcbe9b80+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const std::string witness_vkey = "witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";

VerifierKey vkey(const std::string& text) { return VerifierKey::parse(text).value(); }

std::optional<NoteCheck> check(const std::string& note, const std::vector<VerifierKey>& known) {
  const auto parsed = Note::parse(note);
  return parsed ? note_verify(*parsed, known) : std::nullopt;
}

// A signature line of a name and some bytes behind a key id.
std::string line(const std::string& name, const Buffer& bytes) {
  return "— " + name + " " + base64(bytes) + "\n";
}

}  // namespace

TEST_CASE("a checkpoint signed and cosigned elsewhere opens, and is signed the same here", "[note][golden]") {
  const auto opened = check(cosigned, {vkey(log_vkey), vkey(witness_vkey)});
  REQUIRE(opened.has_value());
  REQUIRE(opened.value().verified == std::vector{vkey(log_vkey), vkey(witness_vkey)});
  REQUIRE(opened.value().cosigned_at_s == std::vector<std::uint64_t>{0, 1'700'000'000});
  REQUIRE(Note::parse(cosigned).value().serialise() == cosigned);

  Note note{Note::parse(cosigned).value().text, {}};
  note_sign(note, log_name, signer_from(0x00));
  note_cosign(note, witness_name, signer_from(0x20), 1'700'000'000);
  REQUIRE(note.serialise() == cosigned);
}

TEST_CASE("a note of the public Go checksum database opens", "[note]") {
  const std::string note =
      "go.sum database tree\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
      "— sum.golang.org "
      "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
  const auto key = vkey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
  REQUIRE(check(note, {key}).value().verified.size() == 1);
}

TEST_CASE("a known key's bad signature rejects the note and an unknown key's is skipped", "[note]") {
  std::string bad = cosigned;
  bad.replace(bad.find("/L6bgJqw"), 8, "/L6bgJqx");  // the log's id, another signature
  REQUIRE(!check(bad, {vkey(log_vkey), vkey(witness_vkey)}));
  REQUIRE(check(bad, {vkey(witness_vkey)}).value().verified == std::vector{vkey(witness_vkey)});
  REQUIRE(check(bad, {}).value().verified.empty());
  REQUIRE(check(cosigned, {}).value().verified.empty());
}

TEST_CASE("the same name with another id, or the same id with another name, is another key", "[note]") {
  auto renamed = vkey(log_vkey);
  renamed.name = "ledger.example/tenant-b";
  REQUIRE(check(cosigned, {renamed}).value().verified.empty());
  auto other_id = vkey(log_vkey);
  other_id.id ^= 1;
  REQUIRE(check(cosigned, {other_id}).value().verified.empty());
}

TEST_CASE("a plain signature is no cosignature, nor the other way round", "[note]") {
  // Same key and name; only the algorithm, and with it the id, differs.
  const Signer signer = signer_from(0x20);
  const auto plain = VerifierKey::make(witness_name, note_ed25519, signer.public_key());
  REQUIRE(check(cosigned, {plain}).value().verified.empty());
  Note note{Note::parse(cosigned).value().text, {}};
  note_cosign(note, witness_name, signer, 5);
  note.signatures[0].id = plain.id;
  REQUIRE(!note_verify(note, std::vector{plain}));
  note.signatures[0].bytes.erase(note.signatures[0].bytes.begin(), note.signatures[0].bytes.begin() + 8);
  REQUIRE(!note_verify(note, std::vector{plain}));
}

TEST_CASE("any byte of a signed note flipped leaves it rejected or unverified", "[note]") {
  const std::vector known{vkey(log_vkey), vkey(witness_vkey)};
  for (std::size_t at = 0; at < cosigned.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = cosigned;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      const auto opened = check(damaged, known);
      REQUIRE((!opened || opened.value().verified.size() < 2));
    }
  }
}

TEST_CASE("any text that is signed opens again with that key alone", "[note]") {
  const Signer signer = signer_from(1);
  rc::prop("round trip", [&] {
    std::string text;
    for (const auto& part : *rc::gen::arbitrary<std::vector<std::string>>()) {
      for (const char c : part) text += c >= ' ' && c < 127 ? c : 'x';
      text += "\n";
    }
    text += "\n";  // also an empty text, empty lines within and at the end
    Note note{text, {}};
    note_sign(note, "a/b", signer);
    const auto parsed = Note::parse(note.serialise());
    RC_ASSERT(parsed.has_value());
    RC_ASSERT(parsed->text == text);
    RC_ASSERT(parsed->serialise() == note.serialise());
    const std::vector known{VerifierKey::make("a/b", note_ed25519, signer.public_key())};
    RC_ASSERT(note_verify(*parsed, known).value().verified == known);
  });
}

TEST_CASE("a note that breaks the form is refused", "[note]") {
  const std::string good_line = line("a/b", Buffer(68, 1));
  REQUIRE(Note::parse("text\n\n" + good_line).has_value());
  REQUIRE(Note::parse("\n\n" + good_line).value().text == "\n");
  REQUIRE(Note::parse("a\n\nb\n\n" + good_line).value().text == "a\n\nb\n");
  using namespace std::string_literals;
  const std::string bad[] = {"",
                             "text\n",
                             "text\n\n",
                             "\n" + good_line,
                             "text\n" + good_line,
                             "text\n\n" + good_line + "\n",
                             "text\n\n" + good_line + "x",
                             "text\n\n" + good_line.substr(0, good_line.size() - 1),
                             "text\n\n" + good_line.substr(1),
                             "text\n\n- a/b " + base64(Buffer(68, 1)) + "\n",
                             "text\n\n—  a/b " + base64(Buffer(68, 1)) + "\n",
                             "text\n\n— a/b  " + base64(Buffer(68, 1)) + "\n",
                             "text\n\n— a/b\n",
                             "text\n\n— a/b \n",
                             "text\n\n—  " + base64(Buffer(68, 1)) + "\n",
                             "text\n\n" + line("a+b", Buffer(68, 1)),
                             "text\n\n" + line("a/b", Buffer(4, 1)),
                             "text\n\n— a/b " + base64(Buffer(68, 1)) + " \n",
                             "text\n\n— a/b " + base64(Buffer(68, 1)) + "\r\n",
                             "te\txt\n\n" + good_line,
                             "te\0xt\n\n"s + good_line,
                             "te\xff\n\n" + good_line,
                             "text\n\nAQID\n" + good_line};
  for (const auto& text : bad) {
    INFO(text);
    REQUIRE(!Note::parse(text));
  }
}

TEST_CASE("signatures of any length are carried, a known key's must have its own", "[note]") {
  const Signer signer = signer_from(1);
  const auto key = VerifierKey::make("a/b", note_ed25519, signer.public_key());
  Note note{"text\n", {}};
  note_sign(note, "a/b", signer);
  note.signatures[0].bytes.push_back(0);
  REQUIRE(!note_verify(note, std::vector{key}));
  note.signatures[0].bytes.resize(63);
  REQUIRE(!note_verify(note, std::vector{key}));
  REQUIRE(Note::parse("text\n\n" + line("a/b", Buffer(5, 1))).value().signatures[0].bytes.size() == 1);
  REQUIRE(Note::parse("text\n\n" + line("a/b", Buffer(2432 + 4, 1))).value().signatures[0].bytes.size() ==
          2432);
}

TEST_CASE("a hundred signatures are read and one more is not, nor is more than a mebibyte", "[note]") {
  std::string note = "text\n\n";
  for (int i = 0; i < 100; ++i) note += line("a/" + std::to_string(i), Buffer(68, 1));
  REQUIRE(Note::parse(note).value().signatures.size() == 100);
  REQUIRE(!Note::parse(note + line("a/100", Buffer(68, 1))));
  const std::string end = "\n\n" + line("a/b", Buffer(68, 1));
  REQUIRE(Note::parse(std::string(1024 * 1024 - end.size(), 'x') + end).has_value());
  REQUIRE(!Note::parse(std::string(1024 * 1024 - end.size() + 1, 'x') + end));
}

TEST_CASE("a key that signed twice is counted once and must be right twice", "[note]") {
  const std::string last = cosigned.substr(cosigned.rfind("— "));
  const std::vector known{vkey(witness_vkey)};
  REQUIRE(check(cosigned + last, known).value().verified.size() == 1);

  Note later{Note::parse(cosigned).value().text, {}};
  note_cosign(later, witness_name, signer_from(0x20), 1'800'000'000);
  const std::string again = later.serialise().substr(later.text.size() + 1);
  const auto opened = check(cosigned + again, known);
  REQUIRE(opened.value().verified.size() == 1);
  REQUIRE(opened.value().cosigned_at_s == std::vector<std::uint64_t>{1'700'000'000});

  Note wrong = Note::parse(cosigned + again).value();
  wrong.signatures.back().bytes.back() ^= 1;
  REQUIRE(!note_verify(wrong, known));
}

TEST_CASE("two known keys of one name and id reject what they may have signed", "[note]") {
  auto twin = vkey(log_vkey);
  twin.key = signer_from(9).public_key();
  REQUIRE(!check(cosigned, {vkey(log_vkey), twin}));
  REQUIRE(!check(cosigned, {twin, vkey(log_vkey)}));
  REQUIRE(check(cosigned, {vkey(log_vkey), vkey(log_vkey)}).value().verified.size() == 1);
}

TEST_CASE("ML-DSA-44 cosignatures are ignored, whether or not the key is known", "[note]") {
  VerifierKey mldsa{"witness.example/pq", 0, note_mldsa44, {}, Buffer(1312, 5)};
  mldsa.id = note_key_id(mldsa.name, mldsa.algorithm, mldsa.mldsa44_key);
  Note note = Note::parse(cosigned).value();
  note.signatures.push_back({mldsa.name, mldsa.id, Buffer(8 + 2420, 7)});
  const std::string text = note.serialise();
  REQUIRE(check(text, {vkey(log_vkey)}).value().verified.size() == 1);
  REQUIRE(check(text, {mldsa, vkey(log_vkey)}).value().verified == std::vector{vkey(log_vkey)});
}

TEST_CASE("signing again with one key replaces its signature", "[note]") {
  Note note = Note::parse(cosigned).value();
  note_sign(note, log_name, signer_from(0x00));
  note_cosign(note, witness_name, signer_from(0x20), 1'700'000'001);
  REQUIRE(note.signatures.size() == 2);
  const auto opened = note_verify(note, std::vector{vkey(witness_vkey)});
  REQUIRE(opened.value().cosigned_at_s == std::vector<std::uint64_t>{1'700'000'001});
}

TEST_CASE("a cosignature's time is part of what is signed and below 2^63", "[note]") {
  const Signer witness = signer_from(0x20);
  Note note{Note::parse(cosigned).value().text, {}};
  note_cosign(note, witness_name, witness, ~std::uint64_t{0} >> 1);
  REQUIRE(note_verify(note, std::vector{vkey(witness_vkey)}).value().cosigned_at_s.at(0) ==
          ~std::uint64_t{0} >> 1);
  note.signatures[0].bytes[0] ^= 0x80;
  REQUIRE(!note_verify(note, std::vector{vkey(witness_vkey)}));
  // Rightly signed, but with a time that no cosignature may have.
  Buffer late;
  append_u64(late, std::uint64_t{1} << 63);
  append(late, witness.sign(bytes_of("cosignature/v1\ntime 9223372036854775808\n" + note.text)));
  note.signatures[0].bytes = late;
  REQUIRE(!note_verify(note, std::vector{vkey(witness_vkey)}));
  REQUIRE(aborts([&] { note_cosign(note, witness_name, witness, std::uint64_t{1} << 63); }));
}

TEST_CASE("signing what is no note or no checkpoint ends the program", "[note]") {
  const Signer signer = signer_from(1);
  Note note{"no newline", {}};
  REQUIRE(aborts([&] { note_sign(note, "a/b", signer); }));
  note.text = "text\n";
  REQUIRE(aborts([&] { note_sign(note, "a b", signer); }));
  REQUIRE(aborts([&] { note_cosign(note, "a/b", signer, 1); }));
  REQUIRE(aborts([&] { VerifierKey::make("a/b", note_mldsa44, PublicKey{}); }));
}
