// A trust policy (C2SP tlog-policy): which logs and witnesses somebody trusts, and how many of them must have cosigned.
//
// Shape:   a file of lines: `log VKEY [URL]`, `witness NAME VKEY [URL]`, `group NAME all|any|K NAME...`, `quorum NAME|none`; a name is
//          defined before it is used, and is a member of one group at most.
// Errors:  a fault names its line, and what was expected there.
// Limits:  64 KiB; 256 logs, 256 witnesses, 256 groups.
// Rules:   one public key never counts twice: neither under two names, nor as log and witness. A witness whose key this program cannot
//          check (ML-DSA-44) may stand in the file, and has never cosigned.
// Source:  c2sp.org/tlog-policy; docs/formats.md §6.
#pragma once
#include <expected>
#include <set>
#include <string>
#include <vector>

#include "crypto/note.h"

namespace inzicht::crypto {

inline constexpr std::size_t policy_bytes_max = 64 * 1024;

struct PolicyFault {
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::string expected;
};

class TrustPolicy {
 public:
  static std::expected<TrustPolicy, PolicyFault> parse(std::string_view text);

  const std::vector<VerifierKey>& logs() const { return logs_; }
  const std::vector<VerifierKey>& witnesses() const { return witnesses_; }  // as the file names them, in its order
  bool asks_witnesses() const { return quorum_.has_value(); }
  // Whether cosignatures by these witnesses, by place in witnesses(), are enough.
  bool is_met(const std::set<std::size_t>& cosigned) const;

 private:
  // A witness, or a group of what stands before it.
  struct Party {
    std::string name;
    std::optional<std::size_t> witness;
    std::size_t threshold = 0;
    std::vector<std::size_t> members;
    bool is_member = false;
  };
  friend class PolicyReader;

  std::vector<VerifierKey> logs_, witnesses_;
  std::vector<Party> parties_;
  std::optional<std::size_t> quorum_;  // place in parties_; none: no cosignature is asked
};

}  // namespace inzicht::crypto
