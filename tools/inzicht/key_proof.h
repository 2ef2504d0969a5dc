// The proof that a key is somebody's, as a file that goes from its owner to a registrar.
//
// Shape:   JSON: key, publicKey, actor, ledger, proof; ids as people see them, the rest in base64.
// Errors:  bad_input names the field. Limits: 4 KiB.
// Source:  docs/formats.md §2 (enrolment).
#pragma once
#include "crypto/signer.h"
#include "tools/inzicht/context.h"

namespace inzicht::cli {

struct KeyProof {
  KeyId key{};
  crypto::PublicKey public_key{};
  ActorId actor;
  LedgerId ledger{};
  crypto::Signature proof{};

  static KeyProof of(const crypto::Signer& signer, const LedgerId& ledger, const ActorId& actor);
  // Only the form: whether the proof holds is asked when it is recorded.
  static Result<KeyProof> read(const std::string& file);
  std::string to_json() const;
};

// A key of this machine by its name, with its own passphrase.
Result<std::unique_ptr<Author>> open_key(const Context& context, const std::string& name);

}  // namespace inzicht::cli
