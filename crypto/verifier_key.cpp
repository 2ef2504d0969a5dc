#include <algorithm>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/must.h"
#include "crypto/note.h"
#include "crypto/note_text.h"

namespace inzicht::crypto {
namespace {

constexpr std::size_t mldsa44_key_bytes = 1312;

// The public key of a vkey into its field; false when the length is not that of the algorithm.
bool take_key(VerifierKey& out, Bytes key) {
  if (out.algorithm == note_mldsa44) {
    out.mldsa44_key.assign(key.begin(), key.end());
    return key.size() == mldsa44_key_bytes;
  }
  const bool known = out.algorithm == note_ed25519 || out.algorithm == note_cosignature_v1;
  if (!known || key.size() != out.key.size()) return false;
  std::ranges::copy(key, out.key.begin());
  return true;
}

std::string hex32(std::uint32_t value) {
  Buffer bytes;
  append_u32(bytes, value);
  return hex(bytes);
}

}  // namespace

std::uint32_t note_key_id(std::string_view name, std::uint8_t algorithm, Bytes public_key) {
  const Digest full = sha256({bytes_of(name), bytes_of("\n"), Bytes(&algorithm, 1), public_key});
  std::uint32_t id = 0;
  for (std::size_t i = 0; i < 4; ++i) id = id << 8 | full[i];
  return id;
}

VerifierKey VerifierKey::make(std::string name, std::uint8_t algorithm, const PublicKey& key) {
  must(algorithm == note_ed25519 || algorithm == note_cosignature_v1, "not an algorithm of 32-byte keys");
  const std::uint32_t id = note_key_id(name, algorithm, key);
  return {std::move(name), id, algorithm, key};
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view vkey) {
  // Base64 may hold a '+' of its own: only the first two separate.
  const std::size_t first = vkey.find('+');
  const std::size_t second = first == std::string_view::npos ? first : vkey.find('+', first + 1);
  if (second == std::string_view::npos || !is_note_name(vkey.substr(0, first))) return std::nullopt;
  const auto id = parse_hex32(vkey.substr(first + 1, second - first - 1));
  const auto material = base64_decode(vkey.substr(second + 1));
  if (!id || !material || material->empty()) return std::nullopt;
  VerifierKey out{std::string(vkey.substr(0, first)), *id, material->front(), {}};
  const Bytes key = Bytes(*material).subspan(1);
  if (!take_key(out, key) || note_key_id(out.name, out.algorithm, key) != out.id) return std::nullopt;
  return out;
}

std::string VerifierKey::text() const {
  Buffer material{algorithm};
  append(material, algorithm == note_mldsa44 ? Bytes(mldsa44_key) : Bytes(key));
  return name + "+" + hex32(id) + "+" + base64(material);
}

}  // namespace inzicht::crypto
