#include "crypto/signer.h"

#include <rapidcheck/catch.h>

#include "crypto/digest.h"
#include "crypto/point.h"
#include "crypto/strict_verify.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

struct Rfc8032 {
  const char* seed;
  const char* key;
  const char* message;
  const char* signature;
};

// RFC 8032 §7.1, tests 1 to 3 and SHA(abc).
constexpr Rfc8032 answers[] = {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a3"
                                "3bacc61e39701cf9b46bd25bf5f059"
                                "5bbe24655141438e7a100b"},
                               {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15"
                                "996e458f3613d0f11d8c387b2eaeb4"
                                "302aeeb00d291612bb0c00"},
                               {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16"
                                "f290ae67f760984dc6594a7c15e971"
                                "6ed28dc027beceea1ec40a"},
                               {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274f"
                                "c1a836ba3c23a3feebbd454d442364"
                                "3ce80e2a9ac94fa54ca49f",
                                "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90"
                                "b3ecfdfbc7c66431e0303dca179c13"
                                "8ac17ad9bef1177331a704"}};

}  // namespace

TEST_CASE("Ed25519 gives the answers of RFC 8032", "[signer]") {
  for (const auto& answer : answers) {
    INFO(answer.key);
    const auto signer = Signer::from_seed(from_hex(answer.seed));
    REQUIRE(signer.has_value());
    const Buffer message = from_hex(answer.message);
    REQUIRE(hex(signer->public_key()) == answer.key);
    REQUIRE(hex(signer->sign(message)) == answer.signature);
    REQUIRE(verify(signer->public_key(), message, signer->sign(message)));
    REQUIRE(is_acceptable_key(signer->public_key()));
    REQUIRE(hex(signer->seed()) == answer.seed);
  }
}

TEST_CASE("signatures at the edges count exactly when our rule says so", "[signer][golden]") {
  for (const auto& row : cases("ed25519_edge_cases.jsonl")) {
    const auto key = array_from_hex<32>(text(row, "key"));
    const auto signature = array_from_hex<64>(text(row, "signature"));
    const Buffer message = from_hex(text(row, "message"));
    INFO(row.at("name"));
    REQUIRE(verify(key, message, signature) == row.at("valid"));
    REQUIRE(is_acceptable_key(key) == row.at("keyAcceptable"));
    // Without the library's own checks as well, which later releases may loosen.
    REQUIRE(verify_strictly(key, message, signature) == row.at("valid"));
    REQUIRE(is_prime_order_point(key) == row.at("keyAcceptable"));
  }
}

TEST_CASE("a signature counts for its own message and key only", "[signer]") {
  const Signer other = Signer::generate();
  rc::prop("sign and verify", [&](const Buffer& message, std::uint8_t extra) {
    const Signer signer = Signer::generate();
    const Signature signature = signer.sign(message);
    RC_ASSERT(verify(signer.public_key(), message, signature));
    RC_ASSERT(!verify(other.public_key(), message, signature));
    Buffer longer = message;
    longer.push_back(extra);
    RC_ASSERT(!verify(signer.public_key(), longer, signature));
  });
}

TEST_CASE("a signature or key with any bit flipped does not count", "[signer]") {
  const auto signer = Signer::from_seed(Buffer(32, 1));
  const Bytes message = bytes_of("inzicht");
  const Signature right = signer->sign(message);
  for (std::size_t bit = 0; bit < 512; ++bit) {
    Signature wrong = right;
    wrong[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    REQUIRE(!verify(signer->public_key(), message, wrong));
    REQUIRE(!verify_strictly(signer->public_key(), message, wrong));
  }
  for (std::size_t bit = 0; bit < 256; ++bit) {
    PublicKey wrong = signer->public_key();
    wrong[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    REQUIRE(!verify(wrong, message, right));
    REQUIRE(!verify_strictly(wrong, message, right));
  }
}

TEST_CASE("random bytes are neither a signature nor cause for alarm", "[signer]") {
  for (int i = 0; i < 500; ++i) {
    const auto key = random_array<32>();
    REQUIRE(!verify(key, bytes_of("inzicht"), random_array<64>()));
    REQUIRE(!verify_strictly(key, bytes_of("inzicht"), random_array<64>()));
    is_acceptable_key(key);
  }
}

TEST_CASE("a key id has the bytes of formats.md", "[signer][golden]") {
  for (const auto& row : cases("crypto_golden.jsonl", "key")) {
    const auto key = array_from_hex<32>(text(row, "public"));
    REQUIRE(hex(key_id(row.at("algorithm"), key)) == text(row, "id"));
  }
  const Signer signer = Signer::generate();
  REQUIRE(signer.id() == key_id(algorithm_ed25519, signer.public_key()));
}

TEST_CASE("a seed is 32 bytes", "[signer]") {
  REQUIRE(!Signer::from_seed(Buffer(31, 1)));
  REQUIRE(!Signer::from_seed(Buffer(33, 1)));
  REQUIRE(!Signer::from_seed({}));
}

TEST_CASE("a cloned signer signs the same", "[signer]") {
  const Signer signer = Signer::generate();
  const Signer clone = signer.clone();
  REQUIRE(clone.public_key() == signer.public_key());
  REQUIRE(clone.sign(bytes_of("a")) == signer.sign(bytes_of("a")));
}

TEST_CASE("a signer that was moved from signs nothing", "[signer]") {
  Signer signer = Signer::generate();
  const Signer taken = std::move(signer);
  REQUIRE(aborts([&] { signer.sign(bytes_of("a")); }));  // NOLINT(bugprone-use-after-move)
}
