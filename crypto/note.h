// C2SP signed notes, vkeys, and tlog checkpoints, parsed strictly.
//
// Source: c2sp.org/signed-note, c2sp.org/tlog-checkpoint, c2sp.org/tlog-cosignature; docs/formats.md §6.
// Limits: a note is at most 1 MiB with at most 100 signatures; texts are UTF-8 without control characters but newline.
// Rules:  the key id of every vkey is recomputed; a known key with a bad signature rejects the whole note; unknown
//         (name, id) pairs are skipped; algorithm 0x06 (ML-DSA-44) is parsed and ignored.
#pragma once
#include <optional>
#include <string>

#include "crypto/bytes.h"
#include "crypto/signer.h"

namespace inzicht::crypto {

inline constexpr std::uint8_t note_ed25519 = 0x01;
inline constexpr std::uint8_t note_cosignature_v1 = 0x04;
inline constexpr std::uint8_t note_mldsa44 = 0x06;

struct VerifierKey {
  std::string name;
  std::uint32_t id = 0;
  std::uint8_t algorithm = note_ed25519;
  PublicKey key{};
  Buffer mldsa44_key = {};  // the 1,312 bytes of an ML-DSA-44 key, whose `key` is zero; empty for the others

  static VerifierKey make(std::string name, std::uint8_t algorithm, const PublicKey& key);
  // "<name>+<hex id>+<base64(algorithm || key)>"; nullopt when malformed or the id is not that of name and key.
  static std::optional<VerifierKey> parse(std::string_view vkey);
  std::string text() const;
  bool operator==(const VerifierKey&) const = default;
};
std::uint32_t note_key_id(std::string_view name, std::uint8_t algorithm, Bytes public_key);
// Printable UTF-8, not empty, no Unicode space and no '+': what a key or an origin may be called.
bool is_note_name(std::string_view name);

struct NoteSignature {
  std::string name;
  std::uint32_t id = 0;
  Buffer bytes;  // what follows the 4-byte key id: 64 bytes for Ed25519, 8 + 64 for a cosignature
};
struct Note {
  std::string text;  // ends in a newline; what is signed
  std::vector<NoteSignature> signatures;

  static std::optional<Note> parse(std::string_view note);  // shape only
  std::string serialise() const;
};
struct NoteCheck {
  std::vector<VerifierKey> verified;                   // in order of the note's signatures
  std::vector<std::uint64_t> cosigned_at_s;            // per verified entry; 0 for a plain signature
};
// Opens a note against known keys. nullopt: a known key's signature is bad, or two known keys share name and id. No
// verified key is not an error here: the caller decides what it needs. A key that signed twice must be right twice and
// is listed once, with its first signature, so that nobody counts it twice.
std::optional<NoteCheck> note_verify(const Note& note, std::span<const VerifierKey> known);
// Adds a plain Ed25519 signature by `name`, in place of an earlier one by the same key.
// Requires: the text ends in a newline and is_note_name(name).
void note_sign(Note& note, std::string_view name, const Signer& signer);
// Adds a cosignature/v1 at the given time, in the same way. Requires: the text is a checkpoint; time_s below 2^63.
void note_cosign(Note& note, std::string_view name, const Signer& signer, std::uint64_t time_s);

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Digest root{};

  // Exactly three lines, no extension lines: ours have none.
  static std::optional<Checkpoint> parse(std::string_view note_text);
  std::string text() const;
  bool operator==(const Checkpoint&) const = default;
};

}  // namespace inzicht::crypto
