// The signed acknowledgement of one event: made only after its group is on disk.
//
// Shape:   a signed note by the receipt key, named "<origin>/receipt", whose text is
//            inzicht/v1/receipt
//            <ledger id, base64>
//            <index of the group's first leaf>
//            <count>
//            <RFC 6962 root over the group's leaf hashes, base64>
//          and with it the leaf, its inclusion proof in the group, and the admission.
//          As a file: JSON {"note","index","leaf","proof","admission"} on one line, binary in base64.
// Errors:  parse answers nullopt for anything malformed or over receipt_bytes_max.
// Source:  docs/formats.md §6.
#pragma once
#include <optional>
#include <string>

#include "crypto/merkle/tree.h"
#include "crypto/note.h"
#include "ledger/base/ids.h"

namespace inzicht {

struct ReceiptText {
  LedgerId ledger{};
  std::uint64_t first = 0;
  std::uint64_t count = 0;
  Digest root{};

  std::string text() const;
  static std::optional<ReceiptText> parse(std::string_view text);
};

struct Receipt {
  std::string note;
  std::uint64_t index = 0;
  Buffer leaf;
  crypto::Proof proof;
  Buffer admission;

  std::string to_json() const;
  static std::optional<Receipt> parse_json(std::string_view text);
};

inline std::string receipt_key_name(std::string_view origin) { return std::string(origin) + "/receipt"; }

// Whether the note is signed by this key, and leaf and proof belong to it.
[[nodiscard]] bool check_receipt(const Receipt& receipt, const crypto::VerifierKey& key, const LedgerId& ledger);

}  // namespace inzicht
