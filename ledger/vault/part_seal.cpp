#include "ledger/vault/part_seal.h"

#include <algorithm>
#include <bit>

#include "crypto/digest.h"
#include "crypto/sealing.h"
#include "ledger/base/limits.h"

namespace inzicht {
namespace {

constexpr std::string_view commitment_label = "inzicht/v1/part\n";
constexpr std::string_view seal_label = "inzicht/v1/seal\n";
constexpr std::size_t length_size = 4;
constexpr std::size_t salt_size = 32;

Buffer associated_data(std::uint8_t suite, const EventId& event, std::uint16_t number, const Digest& commitment) {
  Buffer out;
  out.reserve(seal_label.size() + 1 + 16 + 2 + 32);
  crypto::append(out, crypto::bytes_of(seal_label));
  out.push_back(suite);
  crypto::append(out, event.bytes);
  crypto::append_u16(out, number);
  crypto::append(out, commitment);
  return out;
}

Buffer salted(const OpenPart& part) {
  Buffer out;
  out.reserve(salt_size + part.plain.size());
  crypto::append(out, part.salt);
  crypto::append(out, part.plain);
  return out;
}

// Salt and plain part, once they are what was committed to and what pad_part makes.
Result<OpenPart> checked(Bytes salt_and_plain, const Digest& commitment) {
  if (salt_and_plain.size() < salt_size) return fail(ErrorCode::corruption, "part: too short");
  OpenPart part;
  std::ranges::copy(salt_and_plain.first(salt_size), part.salt.begin());
  const Bytes plain = salt_and_plain.subspan(salt_size);
  if (part_commitment(part.salt, plain) != commitment) return fail(ErrorCode::corruption, "part: not what the header committed to");
  if (!unpad_part(plain)) return fail(ErrorCode::corruption, "part: wrong length or padding");
  part.plain.assign(plain.begin(), plain.end());
  return part;
}

}  // namespace

std::uint64_t padme(std::uint64_t length) {
  if (length < 2) return length;
  const auto exponent = static_cast<std::uint64_t>(std::bit_width(length)) - 1;
  const auto kept_bits = static_cast<std::uint64_t>(std::bit_width(exponent));
  const std::uint64_t step = std::uint64_t{1} << (exponent - kept_bits);
  return (length + step - 1) / step * step;
}

Result<Buffer> pad_part(Bytes message) {
  const std::uint64_t size = padme(length_size + message.size());
  if (size > limits::part_bytes_max) 
    return fail(ErrorCode::limit, "part: expected at most " + std::to_string(limits::part_bytes_max) + " bytes when padded, found " + std::to_string(size) +
                                      ": record less text, or keep it as a document");
  Buffer plain;
  plain.reserve(size);
  crypto::append_u32(plain, static_cast<std::uint32_t>(message.size()));
  crypto::append(plain, message);
  plain.resize(size, 0);
  return plain;
}

std::optional<Bytes> unpad_part(Bytes plain) {
  if (plain.size() < length_size || plain.size() > limits::part_bytes_max) return std::nullopt;
  std::uint64_t length = 0;
  for (std::uint8_t byte : plain.first(length_size)) length = length << 8 | byte;
  if (padme(length_size + length) != plain.size()) return std::nullopt;
  const Bytes padding = plain.subspan(length_size + length);
  if (std::ranges::any_of(padding, [](std::uint8_t byte) { return byte != 0; })) return std::nullopt;
  return plain.subspan(length_size, length);
}

Digest part_commitment(const crypto::Salt& salt, Bytes plain) { return crypto::sha256({crypto::bytes_of(commitment_label), salt, plain}); }

Buffer seal_part(const crypto::Secret& part_key, const EventId& event, std::uint16_t number, const Digest& commitment, const OpenPart& part) {
  const auto nonce = crypto::random_array<crypto::seal_nonce_bytes>();
  const Buffer sealed = crypto::seal(part_key, nonce, salted(part), associated_data(suite_xchacha, event, number, commitment));
  Buffer out;
  out.reserve(1 + sealed.size());
  out.push_back(suite_xchacha);
  crypto::append(out, sealed);
  return out;
}

Buffer store_list_part(const OpenPart& part) {
  Buffer out;
  out.reserve(1 + salt_size + part.plain.size());
  out.push_back(suite_unsealed);
  crypto::append(out, part.salt);
  crypto::append(out, part.plain);
  return out;
}

Result<OpenPart> open_part(const crypto::Secret& part_key, const EventId& event, std::uint16_t number, const Digest& commitment, Bytes sealed) {
  if (sealed.empty()) return fail(ErrorCode::corruption, "part: empty");
  const std::uint8_t suite = sealed.front();
  if (suite == suite_unsealed) return checked(sealed.subspan(1), commitment);
  if (suite != suite_xchacha) return fail(ErrorCode::newer, "part: unknown suite " + std::to_string(suite));
  // A key that is missing is no bug here: damage can turn an unsealed part into one that asks for a key.
  if (part_key.size() != crypto::seal_key_bytes) return fail(ErrorCode::corruption, "part: sealed, and there is no key for it");
  const auto opened = crypto::open(part_key, sealed.subspan(1), associated_data(suite, event, number, commitment));
  if (!opened) return fail(ErrorCode::corruption, "part: does not open");
  return checked(*opened, commitment);
}

}  // namespace inzicht
