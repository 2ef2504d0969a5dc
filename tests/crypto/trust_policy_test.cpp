#include "crypto/trust_policy.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

std::string vkey(const std::string& name, std::uint8_t algorithm, std::uint8_t seed) {
  return VerifierKey::make(name, algorithm, Signer::from_seed(Buffer(32, seed))->public_key()).text();
}
std::string log_line(std::uint8_t seed) { return "log " + vkey("ledger.example/a", note_ed25519, seed) + "\n"; }
std::string witness_line(const std::string& name, std::uint8_t seed) { return "witness " + name + " " + vkey(name + ".example", note_cosignature_v1, seed) + "\n"; }

const std::string three = witness_line("a", 1) + witness_line("b", 2) + witness_line("c", 3);

TrustPolicy policy_of(const std::string& text) {
  auto policy = TrustPolicy::parse(text);
  INFO((policy ? "" : policy.error().expected));
  REQUIRE(policy.has_value());
  return std::move(*policy);
}
std::size_t fault_line(const std::string& text) {
  const auto policy = TrustPolicy::parse(text);
  REQUIRE(!policy.has_value());
  REQUIRE(!policy.error().expected.empty());
  return policy.error().line;
}

}  // namespace

TEST_CASE("a policy of two levels is met by two of the first group and one of the second", "[trust]") {
  const auto policy = policy_of("# who we trust\n\n" + log_line(9) + "  witness\tX1 " + vkey("x1.example", note_cosignature_v1, 1) + " https://x1.example/\n" + witness_line("X2", 2) +
                                witness_line("X3", 3) + "group X 2 X1 X2 X3\n" + witness_line("Y1", 4) + witness_line("Y2", 5) + "group Y any Y1 Y2\ngroup both all X Y\nquorum both\n");
  REQUIRE(policy.logs().size() == 1);
  REQUIRE(policy.witnesses().size() == 5);
  REQUIRE(policy.asks_witnesses());
  for (unsigned set = 0; set < 32; ++set) {
    std::set<std::size_t> cosigned;
    for (unsigned i = 0; i < 5; ++i)
      if (set >> i & 1) cosigned.insert(i);
    const unsigned x = (set & 1) + (set >> 1 & 1) + (set >> 2 & 1), y = (set >> 3 & 1) + (set >> 4 & 1);
    REQUIRE(policy.is_met(cosigned) == (x >= 2 && y >= 1));
  }
}

TEST_CASE("quorum none is met by nobody, a witness as quorum by that one only", "[trust]") {
  REQUIRE(policy_of("quorum none\n").is_met({}));
  REQUIRE(!policy_of("quorum none\n").asks_witnesses());
  const auto one = policy_of(three + "quorum b\n");
  REQUIRE(one.is_met({1}));
  REQUIRE(!one.is_met({0, 2}));
}

TEST_CASE("what is wrong in a policy is told with its line", "[trust]") {
  REQUIRE(fault_line("") == 0);
  REQUIRE(fault_line("quorum none") == 0);
  REQUIRE(fault_line(three) == 0);
  REQUIRE(fault_line("quorum none\nquorum none\n") == 2);
  REQUIRE(fault_line("quorum a\n" + witness_line("a", 1)) == 1);
  REQUIRE(fault_line("Quorum none\n") == 1);
  REQUIRE(fault_line("quorum none extra\n") == 1);
  REQUIRE(fault_line("quorum none\r\n") == 1);
  REQUIRE(fault_line(three + "group g 2 a b\ngroup h any b c\nquorum h\n") == 5);  // b is counted in one place only
  REQUIRE(fault_line(three + "group g any a a\nquorum g\n") == 4);
  REQUIRE(fault_line(three + "group none any a\nquorum a\n") == 4);
  REQUIRE(fault_line(three + "group a any b\nquorum b\n") == 4);
  REQUIRE(fault_line(three + "group g any d\nquorum g\n") == 4);
  for (const std::string k : {"0", "4", "02", "-1", "1.0", "2x", "99999999999999999999", "some"}) REQUIRE(fault_line(three + "group g " + k + " a b c\nquorum g\n") == 4);
  REQUIRE(fault_line(std::string(policy_bytes_max, '\n') + "\n") == 0);
}

TEST_CASE("one public key counts once: not under two names, not as log and witness", "[trust]") {
  REQUIRE(fault_line(witness_line("a", 1) + witness_line("b", 1) + "quorum none\n") == 2);
  REQUIRE(fault_line(log_line(1) + witness_line("b", 1) + "quorum none\n") == 2);
  REQUIRE(fault_line(witness_line("b", 1) + log_line(1) + "quorum none\n") == 2);
  REQUIRE(fault_line(log_line(1) + log_line(1) + "quorum none\n") == 2);
}

TEST_CASE("a log has a signing key and a witness a cosigning one", "[trust]") {
  REQUIRE(fault_line("log " + vkey("a", note_cosignature_v1, 1) + "\nquorum none\n") == 1);
  REQUIRE(fault_line("witness a " + vkey("a", note_ed25519, 1) + "\nquorum none\n") == 1);
  REQUIRE(fault_line("witness a a+00000000+AAAA\nquorum none\n") == 1);
  REQUIRE(fault_line("log\nquorum none\n") == 1);
}
