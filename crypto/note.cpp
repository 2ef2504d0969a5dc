#include "crypto/note.h"

#include <algorithm>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/must.h"
#include "crypto/note_text.h"

namespace inzicht::crypto {
namespace {

constexpr std::size_t note_bytes_max = 1024 * 1024;
constexpr std::size_t signatures_max = 100;
constexpr std::size_t id_bytes = 4;
constexpr std::size_t time_bytes = 8;
constexpr std::uint64_t time_max_s = ~std::uint64_t{0} >> 1;
constexpr std::string_view line_prefix = "\xe2\x80\x94 ";  // em dash and space

std::uint64_t read_big_endian(Bytes bytes) {
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

// Takes a newline-terminated line off the front, without its newline.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
  if (!line.starts_with(line_prefix)) return std::nullopt;
  line.remove_prefix(line_prefix.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_note_name(line.substr(0, space))) return std::nullopt;
  const auto bytes = base64_decode(line.substr(space + 1));
  if (!bytes || bytes->size() <= id_bytes) return std::nullopt;
  NoteSignature out{std::string(line.substr(0, space)), 0, Buffer(bytes->begin() + id_bytes, bytes->end())};
  out.id = static_cast<std::uint32_t>(read_big_endian(Bytes(*bytes).first(id_bytes)));
  return out;
}

std::string cosigned_text(std::string_view text, std::uint64_t time_s) {
  return "cosignature/v1\ntime " + std::to_string(time_s) + "\n" + std::string(text);
}

bool check_ed25519(const PublicKey& key, std::string_view text, Bytes bytes) {
  Signature signature{};
  if (bytes.size() != signature.size()) return false;
  std::ranges::copy(bytes, signature.begin());
  return verify(key, bytes_of(text), signature);
}

// The time of a right signature, 0 for a plain one; nullopt when it is wrong.
std::optional<std::uint64_t> check_signature(const VerifierKey& key, std::string_view text, Bytes bytes) {
  if (key.algorithm == note_ed25519) {
    return check_ed25519(key.key, text, bytes) ? std::optional<std::uint64_t>(0) : std::nullopt;
  }
  if (key.algorithm != note_cosignature_v1 || bytes.size() < time_bytes) return std::nullopt;
  const std::uint64_t time_s = read_big_endian(bytes.first(time_bytes));
  if (time_s > time_max_s) return std::nullopt;
  if (!check_ed25519(key.key, cosigned_text(text, time_s), bytes.subspan(time_bytes))) return std::nullopt;
  return time_s;
}

bool matches(const VerifierKey& key, const NoteSignature& signature) {
  return key.id == signature.id && key.name == signature.name;
}

bool is_ambiguous(std::span<const VerifierKey> known, const VerifierKey& key) {
  return std::ranges::any_of(known, [&](const VerifierKey& other) {
    return other.id == key.id && other.name == key.name && other != key;
  });
}

void add_signature(Note& note, const VerifierKey& key, Buffer bytes) {
  std::erase_if(note.signatures, [&](const NoteSignature& s) { return matches(key, s); });
  note.signatures.push_back({key.name, key.id, std::move(bytes)});
}

}  // namespace

std::optional<Note> Note::parse(std::string_view note) {
  if (note.size() > note_bytes_max || !is_note_text(note)) return std::nullopt;
  const std::size_t split = note.rfind("\n\n");
  if (split == std::string_view::npos) return std::nullopt;
  Note out{std::string(note.substr(0, split + 1)), {}};
  std::string_view rest = note.substr(split + 2);
  if (rest.empty()) return std::nullopt;
  while (!rest.empty()) {
    const auto line = take_line(rest);
    auto signature = line ? parse_signature(*line) : std::nullopt;
    if (!signature || out.signatures.size() == signatures_max) return std::nullopt;
    out.signatures.push_back(std::move(*signature));
  }
  return out;
}

std::string Note::serialise() const {
  std::string out = text + "\n";
  for (const NoteSignature& signature : signatures) {
    Buffer bytes;
    append_u32(bytes, signature.id);
    append(bytes, signature.bytes);
    out.append(line_prefix).append(signature.name).append(" ").append(base64(bytes)).append("\n");
  }
  return out;
}

std::optional<NoteCheck> note_verify(const Note& note, std::span<const VerifierKey> known) {
  NoteCheck out;
  for (const NoteSignature& signature : note.signatures) {
    const auto key = std::ranges::find_if(known, [&](const VerifierKey& k) { return matches(k, signature); });
    if (key == known.end()) continue;
    if (is_ambiguous(known, *key)) return std::nullopt;
    if (key->algorithm == note_mldsa44) continue;
    const auto time_s = check_signature(*key, note.text, signature.bytes);
    if (!time_s) return std::nullopt;
    if (std::ranges::find(out.verified, *key) != out.verified.end()) continue;
    out.verified.push_back(*key);
    out.cosigned_at_s.push_back(*time_s);
  }
  return out;
}

void note_sign(Note& note, std::string_view name, const Signer& signer) {
  must(note.text.ends_with('\n') && is_note_text(note.text), "a note's text ends in a newline");
  must(is_note_name(name), "not a name for a key");
  const auto key = VerifierKey::make(std::string(name), note_ed25519, signer.public_key());
  const Signature signature = signer.sign(bytes_of(note.text));
  add_signature(note, key, Buffer(signature.begin(), signature.end()));
}

void note_cosign(Note& note, std::string_view name, const Signer& signer, std::uint64_t time_s) {
  must(Checkpoint::parse(note.text).has_value(), "only a checkpoint is cosigned");
  must(is_note_name(name) && time_s <= time_max_s, "not a name or a time for a cosignature");
  const auto key = VerifierKey::make(std::string(name), note_cosignature_v1, signer.public_key());
  Buffer bytes;
  append_u64(bytes, time_s);
  append(bytes, signer.sign(bytes_of(cosigned_text(note.text, time_s))));
  add_signature(note, key, std::move(bytes));
}

std::optional<Checkpoint> Checkpoint::parse(std::string_view note_text) {
  const auto origin = take_line(note_text);
  const auto size = origin ? take_line(note_text) : std::nullopt;
  const auto root = size ? take_line(note_text) : std::nullopt;
  if (!root || !note_text.empty() || !is_note_name(*origin)) return std::nullopt;
  const auto number = parse_decimal(*size);
  const auto digest = base64_decode_array<32>(*root);
  if (!number || !digest) return std::nullopt;
  return Checkpoint{std::string(*origin), *number, *digest};
}

std::string Checkpoint::text() const {
  return origin + "\n" + std::to_string(size) + "\n" + base64(root) + "\n";
}

}  // namespace inzicht::crypto
