// What is handed to people outside and what comes back from them: consistency proofs, cosignatures, trust policies.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "crypto/encoding.h"
#include "crypto/merkle/tree.h"
#include "crypto/note.h"
#include "tests/tools/cli/shell.h"

namespace inzicht::testing {
namespace {

using Catch::Matchers::Contains;

class Publishing : public FirstDay {
 public:
  Publishing() {
    add_event();
    done({"checkpoint", "--out", path("older").string()});
    add_event();
    add_event();
    done({"checkpoint", "--out", path("newer").string()});
    done({"tiles", path("tiles").string()});
  }
  void add_event() const {
    done(coach({"record", "signalReceived", "--case", kase, "--set", "signalType=signal", "--set", "source=ownTeam", "--set", "answered=wat", "--set", "dangerForVisitor=no", "--set", "reporterAnonymous=no",
                "--set", "what.wat=Verzonnen."}));
  }
  std::string text_of(const std::filesystem::path& file) const {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
  }
  std::string cosigned(const std::string& name, const crypto::Signer& signer) const {
    auto note = crypto::Note::parse(text_of(path("newer"))).value();
    crypto::note_cosign(note, name, signer, 1'700'000'000);
    return note.serialise();
  }
  std::string policy(const std::string& quorum) const {
    return "log " + text_of(path("tiles") / "vkey") + "witness w1 " + key_of("witness.example/1", first).text() + "\nwitness w2 " + key_of("witness.example/2", second).text() +
           "\ngroup both all w1 w2\nquorum " + quorum + "\n";
  }
  static crypto::VerifierKey key_of(const std::string& name, const crypto::Signer& signer) { return crypto::VerifierKey::make(name, crypto::note_cosignature_v1, signer.public_key()); }

  crypto::Signer first = crypto::Signer::generate(), second = crypto::Signer::generate();
};

}  // namespace

TEST_CASE_METHOD(Publishing, "prove --since: the last checkpoint only adds to an older one") {
  const auto proven = json({"prove", "--since", path("older").string()});
  crypto::Proof proof;
  for (const auto& hash : proven["proof"]) proof.push_back(crypto::base64_decode_array<32>(hash.get<std::string>()).value());
  const auto root = [&](const char* key) { return crypto::base64_decode_array<32>(proven[key].get<std::string>()).value(); };
  CHECK(proven["size"].get<std::uint64_t>() == proven["from"].get<std::uint64_t>() + 2);
  CHECK(crypto::check_consistency(proven["from"], proven["size"], root("rootFrom"), root("root"), proof));
  const auto said = done({"prove", "--since", path("older").string(), "--out", path("request").string()});
  CHECK_THAT(text_of(path("request")), Catch::StartsWith("old " + std::to_string(proven["from"].get<std::uint64_t>()) + "\n") && Contains("\n\n" + text_of(path("newer"))));
}

TEST_CASE_METHOD(Publishing, "prove --since a checkpoint of another history says no, one that is no checkpoint is bad input") {
  auto note = crypto::Note::parse(text_of(path("older"))).value();
  auto checkpoint = crypto::Checkpoint::parse(note.text).value();
  checkpoint.root[0] ^= 1;
  note.text = checkpoint.text();
  CHECK(run({"prove", "--since", write("other", note.serialise()).string()}).code == 1);
  checkpoint.size = 10'000;
  note.text = checkpoint.text();
  CHECK_THAT(run({"prove", "--since", write("longer", note.serialise()).string()}).err, Contains("events are missing"));
  checkpoint.origin = "elsewhere.example/ledger";
  note.text = checkpoint.text();
  CHECK(run({"prove", "--since", write("elsewhere", note.serialise()).string()}).code == 2);
  CHECK(run({"prove", "--since", write("no-note", "nothing").string()}).code == 2);
  CHECK(run({"prove"}).code == 2);
}

TEST_CASE_METHOD(
    Publishing,
    "what is handed out is not written over a file that is there, and what fails leaves no file") {
  const auto kept = write("kept", "van iemand anders").string(), other = path("other").string();
  const std::string event = rows_of(done(coach({"timeline", kase, "--codes", "--json"})).out).at(0)["event"];
  for (auto words :
       {Words{"checkpoint"}, Words{"prove", event}, Words{"prove", "--since", path("older").string()}}) {
    words.insert(words.end(), {"--out", kept});
    const auto said = run(words);
    CHECK(said.code == 2);
    CHECK_THAT(said.err, Contains("there is a file of that name already") && Contains(kept));
    CHECK(text_of(kept) == "van iemand anders");
  }
  CHECK(run({"prove", "E-7ZZZ-ZZZZ", "--out", other}).code == 2);
  CHECK_FALSE(std::filesystem::exists(other));
  done({"prove", event, "--out", other});
  CHECK_THAT(text_of(other), Catch::StartsWith("c2sp.org/tlog-proof"));
}

TEST_CASE_METHOD(Publishing, "verify --trust asks the witnesses of the policy, whose cosignatures checkpoint --cosigned keeps") {
  const auto both = write("both", policy("both")).string(), one = write("one", policy("w1")).string(), none = write("none", policy("none")).string();
  CHECK(run({"verify", "--trust", none}).code == 0);
  CHECK(run({"verify", "--trust", one}).code == 3);
  done({"checkpoint", "--cosigned", write("by-first", cosigned("witness.example/1", first)).string()});
  CHECK(run({"verify", "--trust", one}).code == 0);
  const auto said = run({"verify", "--trust", both, "--json"});
  CHECK(said.code == 3);
  CHECK(said.json()["result"] == "unwitnessed");
  CHECK(said.json()["witnesses"] == 1);
  done({"checkpoint", "--cosigned", write("by-second", cosigned("witness.example/2", second)).string()});
  CHECK_THAT(done({"verify", "--trust", both}).out, Contains("2 of 2 witnesses"));
  add_event();
  CHECK_THAT(done({"verify", "--trust", both}).out, Contains("last 1 events stand in no checkpoint"));
  done({"checkpoint"});
  CHECK(run({"verify", "--trust", both}).code == 3);
}

TEST_CASE_METHOD(Publishing, "a trust policy that is wrong, or trusts another log, is said") {
  const auto wrong = run({"verify", "--trust", write("wrong", "quorum none\nwitness w\n").string()});
  CHECK(wrong.code == 2);
  CHECK_THAT(wrong.err, Contains("line 2") && Contains("witness NAME VKEY"));
  const auto other = write("other", "log " + crypto::VerifierKey::make("example.org/ledger", crypto::note_ed25519, first.public_key()).text() + "\nquorum none\n").string();
  const auto said = run({"verify", "--trust", other, "--json"});
  CHECK(said.code == 1);
  CHECK(said.json()["problems"][0]["what"] == "log_key_untrusted");
}

TEST_CASE_METHOD(Publishing, "a cosigned checkpoint that was never published here is refused, and nothing is kept") {
  auto note = crypto::Note::parse(cosigned("witness.example/1", first)).value();
  auto without = note;
  std::erase_if(without.signatures, [](const auto& s) { return s.name != "witness.example/1"; });
  CHECK(run({"checkpoint", "--cosigned", write("without", without.serialise()).string()}).code == 2);
  auto other = crypto::Checkpoint::parse(note.text).value();
  other.root[3] ^= 1;
  auto changed = note;
  changed.text = other.text();
  CHECK(run({"checkpoint", "--cosigned", write("changed", changed.serialise()).string()}).code != 0);
  other.size = 3;
  changed.text = other.text();
  CHECK(run({"checkpoint", "--cosigned", write("size", changed.serialise()).string()}).code == 2);
  CHECK(run({"verify", "--trust", write("one", policy("w1")).string()}).code == 3);
}

}  // namespace inzicht::testing
