// Proofs that others have published, right and wrong; see tests/data/vectors/README.md.
#include "crypto/digest.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;
using nlohmann::json;

namespace {

// Some rows have "don't care" for a root. Such a text is no hash and refuses the row; where the row must be
// accepted, its digest stands in.
std::optional<Digest> digest_at(const json& row, const char* name) {
  const auto text = row.at(name).get<std::string>();
  const auto digest = base64_decode_array<32>(text);
  return digest || row.at("wantErr") ? digest : sha256(bytes_of(text));
}

// nullopt when a hash is not 32 bytes, as in some of the wrong ones.
std::optional<Proof> proof_of(const json& row) {
  Proof out;
  if (row.at("proof").is_null()) return out;
  for (const auto& text : row.at("proof")) {
    const auto hash = base64_decode_array<32>(text.get<std::string>());
    if (!hash) return std::nullopt;
    out.push_back(*hash);
  }
  return out;
}

bool accepts_inclusion(const json& row) {
  const auto leaf = digest_at(row, "leafHash");
  const auto root = digest_at(row, "root");
  const auto proof = proof_of(row);
  return leaf && root && proof &&
         check_inclusion(row.at("leafIdx"), row.at("treeSize"), *leaf, *root, *proof);
}

bool accepts_consistency(const json& row) {
  const auto first = digest_at(row, "root1");
  const auto second = digest_at(row, "root2");
  const auto proof = proof_of(row);
  return first && second && proof &&
         check_consistency(row.at("size1"), row.at("size2"), *first, *second, *proof);
}

}  // namespace

TEST_CASE("the 98 published inclusion proofs are accepted or refused as stated", "[vectors][tree]") {
  const auto rows = cases("inclusion.jsonl");
  REQUIRE(rows.size() == 98);
  for (const auto& row : rows) {
    INFO(row.at("name"));
    REQUIRE(accepts_inclusion(row) == !row.at("wantErr").get<bool>());
  }
}

TEST_CASE("the 98 published consistency proofs are accepted or refused as stated", "[vectors][tree]") {
  const auto rows = cases("consistency.jsonl");
  REQUIRE(rows.size() == 98);
  for (const auto& row : rows) {
    INFO(row.at("name"));
    REQUIRE(accepts_consistency(row) == !row.at("wantErr").get<bool>());
  }
}
