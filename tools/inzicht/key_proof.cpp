#include "tools/inzicht/key_proof.h"

#include "crypto/encoding.h"
#include "ledger/service/genesis.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t proof_bytes_max = 4096;

template <std::size_t N>
Status take(const Json& json, const char* field, std::array<std::uint8_t, N>& into) {
  const auto bytes = json.contains(field) && json[field].is_string() ? crypto::base64_decode_array<N>(json[field].get<std::string>()) : std::nullopt;
  if (!bytes) return fail(ErrorCode::bad_input, fmt::format("--proof: {}: expected {} bytes in base64", field, N));
  into = *bytes;
  return {};
}

}  // namespace

KeyProof KeyProof::of(const crypto::Signer& signer, const LedgerId& ledger, const ActorId& actor) {
  return {signer.id(), signer.public_key(), actor, ledger, enrolment_proof(signer, ledger, actor)};
}

Result<KeyProof> KeyProof::read(const std::string& file) {
  INZICHT_TRY(bytes, read_file(file, proof_bytes_max));
  const auto json = parse_json_text({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (!json || !json->is_object()) return fail(ErrorCode::bad_input, "--proof: expected a JSON object, as `inzicht key proof` writes it");
  KeyProof out;
  INZICHT_CHECK(take(*json, "key", out.key));
  INZICHT_CHECK(take(*json, "publicKey", out.public_key));
  INZICHT_CHECK(take(*json, "ledger", out.ledger));
  INZICHT_CHECK(take(*json, "proof", out.proof));
  const auto raw = json->contains("actor") && (*json)["actor"].is_string() ? PlainIds{}.resolve(schema::IdKind::ACTOR, (*json)["actor"].get<std::string>()) : std::nullopt;
  const auto actor = raw ? ActorId::from(*raw) : std::nullopt;
  if (!actor) return fail(ErrorCode::bad_input, "--proof: actor: expected a whole id (A-…)");
  out.actor = *actor;
  return out;
}

std::string KeyProof::to_json() const {
  return Json({{"key", crypto::base64(key)}, {"publicKey", crypto::base64(public_key)}, {"actor", to_text(actor)}, {"ledger", crypto::base64(ledger)}, {"proof", crypto::base64(proof)}}).dump();
}

Result<std::unique_ptr<Author>> open_key(const Context& context, const std::string& name) {
  const auto folder = context.key_folder(name);
  if (std::error_code none; name.empty() || !std::filesystem::exists(folder, none)) return fail(ErrorCode::not_found, fmt::format("key: no key of that name here: {}", name));
  INZICHT_TRY(secret, context.key_passphrase(name));
  return Author::open(folder, secret);
}

}  // namespace inzicht::cli
