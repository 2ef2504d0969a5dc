#include "ledger/vault/vault_rows.h"

#include <algorithm>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/sealing.h"

namespace inzicht::vault_rows {
namespace {

constexpr std::string_view wrap_label = "inzicht/v1/wrap\n";
constexpr std::string_view part_key_label = "inzicht/v1/partkey\n";

std::uint32_t number_of(Bytes four) {
  std::uint32_t value = 0;
  for (std::uint8_t byte : four.first(4)) value = value << 8 | byte;
  return value;
}

Buffer wrap_data(const SubjectKeyRef& ref, std::uint32_t epoch) {
  Buffer out;
  out.reserve(wrap_label.size() + ref_size + 4);
  crypto::append(out, crypto::bytes_of(wrap_label));
  crypto::append(out, ref.id);
  crypto::append_u32(out, ref.generation);
  crypto::append_u32(out, epoch);
  return out;
}

}  // namespace

Buffer ref_bytes(const SubjectKeyRef& ref) {
  Buffer out;
  out.reserve(wrapped_part_key_size);
  crypto::append(out, ref.id);
  crypto::append_u32(out, ref.generation);
  return out;
}

std::optional<SubjectKeyRef> parse_ref(Bytes bytes) {
  if (bytes.size() != ref_size) return std::nullopt;
  SubjectKeyRef ref;
  std::ranges::copy(bytes.first(16), ref.id.begin());
  ref.generation = number_of(bytes.subspan(16));
  return ref;
}

Buffer key_prefix() { return {'k'}; }

Buffer key_prefix(const SubjectKeyId& id) {
  Buffer key = key_prefix();
  crypto::append(key, id);
  return key;
}

Buffer wrap_key(const SubjectKeyRef& ref) {
  Buffer key = key_prefix(ref.id);
  crypto::append_u32(key, ref.generation);
  return key;
}

std::optional<SubjectKeyRef> ref_of_wrap_key(Bytes key) {
  if (key.size() != 1 + ref_size) return std::nullopt;
  return parse_ref(key.subspan(1));
}

Buffer subject_key(const PartSubjectId& subject) {
  Buffer key{'s'};
  crypto::append(key, subject.bytes);
  return key;
}

Buffer wrap(const SubjectKeyRef& ref, std::uint32_t epoch, const crypto::Secret& epoch_key, const crypto::Secret& subject_key) {
  Buffer out;
  crypto::append_u32(out, epoch);
  const auto nonce = crypto::random_array<crypto::seal_nonce_bytes>();
  crypto::append(out, crypto::seal(epoch_key, nonce, subject_key.view(), wrap_data(ref, epoch)));
  return out;
}

std::optional<std::uint32_t> epoch_of(Bytes wrapped) {
  if (wrapped.size() != 4 + sealed_key_size) return std::nullopt;
  return number_of(wrapped);
}

Result<crypto::Secret> unwrap(const SubjectKeyRef& ref, Bytes wrapped, const EpochKeys& epochs) {
  const auto epoch = epoch_of(wrapped);
  if (!epoch) return fail(ErrorCode::corruption, "vault: a wrapped key has the wrong length (key=" + crypto::hex(ref.id) + ")");
  const auto epoch_key = epochs.find(*epoch);
  if (epoch_key == epochs.end()) {
    return fail(ErrorCode::locked, "vault: wrapped under epoch " + std::to_string(*epoch) + ", whose key is not at hand (key=" + crypto::hex(ref.id) + ")");
  }
  auto key = crypto::open_secret(epoch_key->second, wrapped.subspan(4), wrap_data(ref, *epoch));
  if (!key) return fail(ErrorCode::corruption, "vault: a wrapped key does not open (key=" + crypto::hex(ref.id) + ")");
  return std::move(*key);
}

Buffer part_key_data(const SubjectKeyRef& ref, const EventId& event, std::uint16_t part) {
  Buffer out;
  out.reserve(part_key_label.size() + ref_size + 18);
  crypto::append(out, crypto::bytes_of(part_key_label));
  crypto::append(out, ref.id);
  crypto::append_u32(out, ref.generation);
  crypto::append(out, event.bytes);
  crypto::append_u16(out, part);
  return out;
}

}  // namespace inzicht::vault_rows
