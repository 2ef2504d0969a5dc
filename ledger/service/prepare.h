// The part of recording that needs no order: decode strictly, check signatures and parts, seal. Runs in the submitter's thread.
//
// Errors:  operating faults (vault, randomness of the disk) as Result; what is wrong with the submission as Refused.
// Source:  architecture §4 (pool); docs/formats.md §2, §3.
#pragma once
#include <functional>
#include <variant>

#include "ledger/codec/chains_of.h"
#include "ledger/codec/strict.h"
#include "ledger/log/record.h"
#include "ledger/service/refusal.h"
#include "ledger/service/submission.h"
#include "ledger/vault/vault.h"

namespace inzicht {

struct Prepared {
  HeaderMessage message;
  Digest header_hash{};
  EventId event;
  Buffer signatures;
  std::vector<StoredPart> parts;
  std::vector<Digest> sealed_hashes;
  std::vector<CaseId> listed_cases;  // of an access event's list part
  std::uint64_t absent_below = 0;    // no event with a lower index has its id
  schema::Header::Reader header() const { return message.header(); }
};

// What the registry says of a key now; nullopt when it is unknown.
struct SigningKey {
  std::array<std::uint8_t, 32> public_key{};
  std::optional<ActorId> owner;  // none: the ledger's own
  schema::KeyUse use = schema::KeyUse::SIGNING;
};
using KeyLookup = std::function<std::optional<SigningKey>(const KeyId&)>;

// What stood up to every check that needs no order, before anything is sealed.
struct Checked {
  HeaderMessage message;
  Digest header_hash{};
  std::vector<CaseId> listed_cases;
  std::uint64_t absent_below = 0;  // as in Prepared
};

// Decoding alone: what a dry run on an unsigned header shares with a submission.
std::variant<HeaderMessage, Refused> decode_header(Bytes header);
std::optional<Refused> check_signatures(const HeaderMessage& message, Bytes block, const LedgerId& ledger, const KeyLookup& keys);
// Parts against the header's commitments: number, salts, size, commitment, form, filled bits, UTF-8.
std::optional<Refused> check_parts(const HeaderMessage& message, std::span<const OpenPart> parts, std::vector<CaseId>& listed_cases);
std::variant<Checked, Refused> check_submission(const Submission& submission, HeaderMessage message, const Digest& header_hash, const LedgerId& ledger,
                                               const KeyLookup& keys);
// Whom the sealed parts are about; each of them has a key in the vault, or gets one.
std::vector<PartSubjectId> part_subjects(const HeaderMessage& message);
Result<Prepared> seal(const Submission& submission, Checked checked, Vault& vault);

}  // namespace inzicht
