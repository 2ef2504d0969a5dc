#include "ledger/verify/sealed_form.h"

#include <algorithm>
#include <bit>

#include "crypto/digest.h"
#include "crypto/sealing.h"
#include "ledger/verify/header_fields.h"
#include "ledger/verify/stored_bytes.h"

namespace inzicht {
namespace {

constexpr std::uint8_t suite_unsealed = 0x00;
constexpr std::uint8_t suite_xchacha = 0x01;
constexpr std::size_t salt_bytes = 32;
constexpr std::size_t length_bytes = 4;
constexpr std::size_t seal_overhead = 1 + crypto::seal_nonce_bytes + salt_bytes + crypto::seal_tag_bytes;
constexpr std::size_t list_overhead = 1 + salt_bytes;

std::string other_length(std::size_t expected, std::size_t found) {
  return "expected " + std::to_string(expected) + " bytes, found " + std::to_string(found);
}

}  // namespace

std::uint64_t padme_size(std::uint64_t length) {
  if (length < 2) return length;
  const auto e = static_cast<unsigned>(std::bit_width(length)) - 1;
  const auto s = static_cast<unsigned>(std::bit_width(e));
  const std::uint64_t step = std::uint64_t{1} << (e - s);
  return (length + step - 1) & ~(step - 1);
}

std::optional<std::string> wrong_form(schema::PartCommitment::Reader commitment, Bytes sealed) {
  const bool is_list = commitment.getClass() == schema::PartClass::LIST;
  const std::size_t padded = commitment.getPaddedLength();
  if (padme_size(padded) != padded) return "a padded length of " + std::to_string(padded) + " bytes, which padding never makes";
  if (sealed.empty()) return "empty";
  const std::uint8_t suite = is_list ? suite_unsealed : suite_xchacha;
  if (sealed[0] != suite) return "expected suite " + std::to_string(suite) + ", found " + std::to_string(sealed[0]);
  const std::size_t expected = padded + (is_list ? list_overhead : seal_overhead);
  if (sealed.size() != expected) return other_length(expected, sealed.size());
  if (is_list && !unsealed_message(commitment, sealed)) return "not what the header committed to";
  return std::nullopt;
}

std::optional<Bytes> unsealed_message(schema::PartCommitment::Reader commitment, Bytes stored) {
  if (stored.size() < list_overhead + length_bytes || stored[0] != suite_unsealed) return std::nullopt;
  const Bytes salt_and_plain = stored.subspan(1);
  if (crypto::sha256({crypto::bytes_of("inzicht/v1/part\n"), salt_and_plain}) != digest_of(commitment.getCommitment())) return std::nullopt;
  const Bytes plain = salt_and_plain.subspan(salt_bytes);
  const std::uint64_t length = big_endian(plain.first(length_bytes));
  if (padme_size(length_bytes + length) != plain.size()) return std::nullopt;
  const Bytes padding = plain.subspan(length_bytes + length);
  if (std::ranges::any_of(padding, [](std::uint8_t byte) { return byte != 0; })) return std::nullopt;
  return plain.subspan(length_bytes, length);
}

}  // namespace inzicht
