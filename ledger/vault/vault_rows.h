// The vault's rows and what is sealed in them.
//
// Shape:  'k' || subject key id 16 || u32 generation -> u32 epoch || nonce 24 || sealed subject key
//         's' || subject id 16                       -> subject key id 16 || u32 generation: the current one
// Source: docs/formats.md §3.
#pragma once
#include "ledger/vault/vault.h"
#include "ledger/vault/vault_store.h"

namespace inzicht::vault_rows {

inline constexpr std::size_t ref_size = 16 + 4;
inline constexpr std::size_t sealed_key_size = 24 + 32 + 16;
inline constexpr std::size_t wrapped_part_key_size = ref_size + sealed_key_size;

Buffer ref_bytes(const SubjectKeyRef& ref);
std::optional<SubjectKeyRef> parse_ref(Bytes bytes);

Buffer key_prefix();
Buffer key_prefix(const SubjectKeyId& id);
Buffer wrap_key(const SubjectKeyRef& ref);
std::optional<SubjectKeyRef> ref_of_wrap_key(Bytes key);
Buffer subject_key(const PartSubjectId& subject);

Buffer wrap(const SubjectKeyRef& ref, std::uint32_t epoch, const crypto::Secret& epoch_key, const crypto::Secret& subject_key);
std::optional<std::uint32_t> epoch_of(Bytes wrapped);
// Errors: corruption; locked when the epoch's key is not among these.
Result<crypto::Secret> unwrap(const SubjectKeyRef& ref, Bytes wrapped, const EpochKeys& epochs);

// Associated data of a part key.
Buffer part_key_data(const SubjectKeyRef& ref, const EventId& event, std::uint16_t part);

}  // namespace inzicht::vault_rows
