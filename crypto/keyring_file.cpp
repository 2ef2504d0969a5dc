#include "crypto/keyring_file.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/digest.h"
#include "crypto/keyring_entries.h"
#include "crypto/must.h"
#include "crypto/sealing.h"

namespace inzicht::crypto {
namespace {

constexpr std::string_view magic = "inzicht-keyring/1\n";
constexpr std::uint8_t kdf_argon2id13 = 0x01;
constexpr std::size_t salt_bytes = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t head_bytes = magic.size() + 1 + 4 + 4 + salt_bytes;  // all but nonce and sealed entries
constexpr std::size_t file_bytes_max = 16 * 1024 * 1024;
static_assert(salt_bytes == 16);

bool is_allowed(KdfCost cost) {
  return cost.passes >= 1 && cost.passes <= 16 && cost.memory_kib >= 8 * 1024 &&
         cost.memory_kib <= 1024 * 1024;
}

std::uint32_t read_u32(Bytes at) {
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
}

Secret derive(const Secret& passphrase, Bytes salt, KdfCost cost) {
  Secret key(seal_key_bytes);
  const char* text = passphrase.empty() ? "" : reinterpret_cast<const char*>(passphrase.view().data());
  const int failed = crypto_pwhash_argon2id(key.mutable_view().data(), key.size(), text, passphrase.size(),
                                            salt.data(), cost.passes, std::size_t{cost.memory_kib} * 1024,
                                            crypto_pwhash_argon2id_ALG_ARGON2ID13);
  must(failed == 0, "no memory for the passphrase's key");
  return key;
}

}  // namespace

Buffer keyring_seal(const KeyringEntries& entries, const Secret& passphrase, KdfCost cost) {
  must(is_allowed(cost), "keyring: passes 1..16, memory 8 MiB..1 GiB");
  Buffer file(magic.begin(), magic.end());
  file.push_back(kdf_argon2id13);
  append_u32(file, cost.passes);
  append_u32(file, cost.memory_kib);
  const auto salt = random_array<salt_bytes>();
  append(file, salt);
  const Secret plain = keyring_entries_write(entries);
  const Secret key = derive(passphrase, salt, cost);
  append(file, seal(key, random_array<seal_nonce_bytes>(), plain.view(), file));
  must(file.size() <= file_bytes_max, "keyring: a file is at most 16 MiB");
  return file;
}

std::optional<KeyringEntries> keyring_open(Bytes file, const Secret& passphrase) {
  const auto cost = keyring_cost(file);
  if (!cost || file.size() > file_bytes_max || file.size() < head_bytes + seal_nonce_bytes + seal_tag_bytes) return std::nullopt;
  const Secret key = derive(passphrase, file.subspan(head_bytes - salt_bytes, salt_bytes), *cost);
  const auto plain = open_secret(key, file.subspan(head_bytes), file.first(head_bytes));
  if (!plain) return std::nullopt;
  return keyring_entries_read(plain->view());
}

std::optional<KdfCost> keyring_cost(Bytes file) {
  if (!is_keyring(file) || file.size() < head_bytes || file[magic.size()] != kdf_argon2id13) return std::nullopt;
  const Bytes fields = file.subspan(magic.size());
  const KdfCost cost{read_u32(fields.subspan(1)), read_u32(fields.subspan(5))};
  return is_allowed(cost) ? std::optional(cost) : std::nullopt;
}

bool is_keyring(Bytes file) {
  return file.size() >= magic.size() && std::equal(magic.begin(), magic.end(), file.begin());
}

}  // namespace inzicht::crypto
