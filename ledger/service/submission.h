// What an author's program hands in: a signed header with its signatures, and the parts in the open.
//
// Shape (outbox file): "inzicht-submission/1\n", then u32 length || header, u32 length || signature block, u16 count,
//          per part salt 32 || u32 length || plain part. Nothing may follow.
// Errors:  decoding answers bad_input.
// Source:  docs/formats.md §2, §3.
#pragma once
#include "ledger/base/error.h"
#include "ledger/base/ids.h"
#include "ledger/vault/part_seal.h"

namespace inzicht {

struct Submission {
  Buffer header;
  Buffer signatures;
  std::vector<OpenPart> parts;
};
Buffer encode_submission(const Submission& submission);
Result<Submission> decode_submission(Bytes bytes);

}  // namespace inzicht
