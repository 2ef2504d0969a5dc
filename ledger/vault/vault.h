// Subject keys: one per data subject, per case and per professional, wrapped under the current epoch's key.
//
// Shape:   a subject key has a random id (never reused) and generations from 1. The vault keeps
//          u32 epoch || nonce 24 || XChaCha20-Poly1305(subject key), associated data
//          "inzicht/v1/wrap\n" || subject key id || u32 generation || u32 epoch, and which key a subject has now.
// Errors:  not_found when the subject never had a key or it was destroyed; corruption when a wrapped key does not open; locked
//          when it is wrapped under an epoch whose key is not at hand; bad_input for epochs that are none; io, disk_full as the log.
// Owns:    epoch keys it is given.
// Threads: any; opened keys are cached in locked memory, at most `cache_max` (2 MiB, see key_cache.h).
// Source:  docs/formats.md §3.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "crypto/secret.h"
#include "ledger/base/error.h"
#include "ledger/base/ids.h"

namespace inzicht {

using SubjectKeyId = std::array<std::uint8_t, 16>;
struct SubjectKeyRef {
  SubjectKeyId id{};
  std::uint32_t generation = 0;
  auto operator<=>(const SubjectKeyRef&) const = default;
};
using EpochKeys = std::map<std::uint32_t, crypto::Secret>;  // the greatest is current

class Vault {
 public:
  static constexpr std::size_t cache_max = 65'536;

  static Result<std::unique_ptr<Vault>> create(const std::filesystem::path& folder, EpochKeys epochs);
  static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& folder, EpochKeys epochs);
  static std::unique_ptr<Vault> in_memory(EpochKeys epochs);
  virtual ~Vault() = default;

  // The subject's current key; makes one (durably, before it answers) when there is none, also after destroy: with a new id.
  virtual Result<SubjectKeyRef> key_for(const PartSubjectId& subject) = 0;
  // The same for several subjects in one synced write, in their order.
  virtual Result<std::vector<SubjectKeyRef>> keys_for(std::span<const PartSubjectId> subjects) = 0;
  virtual Result<std::optional<SubjectKeyRef>> find_key(const PartSubjectId& subject) const = 0;

  // `subject key id 16 || u32 generation || nonce 24 || sealed part key`, bound to event and part number.
  virtual Result<Buffer> wrap_part_key(const SubjectKeyRef& key, const EventId& event, std::uint16_t part,
                                       const crypto::Secret& part_key) const = 0;
  virtual Result<crypto::Secret> unwrap_part_key(Bytes wrapped, const EventId& event, std::uint16_t part) const = 0;

  // Destroys every generation of the subject's key; later opens answer not_found.
  virtual Status destroy(const PartSubjectId& subject) = 0;
  // For erasing single parts: a further generation of the key is current from now on; what is sealed under older ones opens
  // until they are destroyed.
  virtual Result<SubjectKeyRef> new_generation(const PartSubjectId& subject) = 0;
  virtual Status destroy_older(const PartSubjectId& subject) = 0;
  // Re-wraps every key that is left under a new epoch, then forgets the older epochs' wraps. The caller destroys the old epoch key.
  // After a failure or a crash halfway keys lie under both epochs; the same call goes on. conflict: not a later epoch, nor the
  // current one with its own key.
  virtual Status new_epoch(std::uint32_t epoch, crypto::Secret key) = 0;
  virtual std::uint64_t keys() const = 0;  // that can be read; every generation counts
};

}  // namespace inzicht
