// Known answers written by tests/golden/padme_and_seals.py.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "crypto/encoding.h"
#include "crypto/sealing.h"
#include "ledger/vault/part_seal.h"
#include "ledger/vault/vault_rows.h"

using namespace inzicht;

namespace {

std::vector<nlohmann::json> answers(std::string_view what) {
  std::vector<nlohmann::json> out;
  std::ifstream file(INZICHT_VAULT_GOLDEN);
  for (std::string line; std::getline(file, line);) {
    auto answer = nlohmann::json::parse(line);
    if (answer["what"] == what) out.push_back(std::move(answer));
  }
  REQUIRE_FALSE(out.empty());
  return out;
}
Buffer bytes(const nlohmann::json& answer, const char* name) { return crypto::hex_decode(answer[name].get<std::string>()).value(); }
template <std::size_t N>
std::array<std::uint8_t, N> array(const nlohmann::json& answer, const char* name) {
  const auto from = bytes(answer, name);
  REQUIRE(from.size() == N);
  std::array<std::uint8_t, N> out{};
  std::copy(from.begin(), from.end(), out.begin());
  return out;
}

}  // namespace

TEST_CASE("padded lengths are those of the formats page", "[part][golden]") {
  for (const auto& answer : answers("padme")) CHECK(padme(answer["length"].get<std::uint64_t>()) == answer["padded"].get<std::uint64_t>());
}

TEST_CASE("parts made elsewhere from the formats page open here", "[part][golden]") {
  for (const auto& answer : answers("part")) {
    const EventId event{array<16>(answer, "event")};
    const auto number = answer["number"].get<std::uint16_t>();
    const auto plain = bytes(answer, "plain");
    const auto commitment = array<32>(answer, "commitment");
    CHECK(pad_part(bytes(answer, "message")).value() == plain);
    CHECK(part_commitment(array<32>(answer, "salt"), plain) == commitment);
    const auto opened = open_part(crypto::Secret::from(bytes(answer, "part_key")), event, number, commitment, bytes(answer, "sealed"));
    REQUIRE(opened);
    CHECK(opened->plain == plain);
    CHECK(opened->salt == array<32>(answer, "salt"));

    const SubjectKeyRef ref{array<16>(answer, "key_id"), answer["generation"].get<std::uint32_t>()};
    const auto wrapped = bytes(answer, "wrapped_part_key");
    REQUIRE(wrapped.size() == vault_rows::wrapped_part_key_size);
    CHECK(vault_rows::parse_ref(Bytes{wrapped}.first(vault_rows::ref_size)) == ref);
    const auto part_key = crypto::open(crypto::Secret::from(bytes(answer, "subject_key")), Bytes{wrapped}.subspan(vault_rows::ref_size),
                                       vault_rows::part_key_data(ref, event, number));
    CHECK(part_key == bytes(answer, "part_key"));
  }
}

TEST_CASE("a subject key wrapped elsewhere from the formats page opens here", "[vault][golden]") {
  for (const auto& answer : answers("wrap")) {
    const SubjectKeyRef ref{array<16>(answer, "key_id"), answer["generation"].get<std::uint32_t>()};
    EpochKeys epochs;
    epochs.emplace(answer["epoch"].get<std::uint32_t>(), crypto::Secret::from(bytes(answer, "epoch_key")));
    const auto key = vault_rows::unwrap(ref, bytes(answer, "wrapped"), epochs);
    REQUIRE(key);
    CHECK(std::ranges::equal(key->view(), bytes(answer, "subject_key")));
  }
}
