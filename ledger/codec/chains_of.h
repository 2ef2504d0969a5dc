// Which chains an event enters, in the order of its tags.
//
// Source: docs/formats.md §5 (classes k, g, c, l, s, r); docs/domain.md §4.1 (which r chain), §4.13 (access events).
#pragma once
#include "crypto/merkle/chain.h"
#include "ledger/base/ids.h"
#include "ledger/schema/header.capnp.h"

namespace inzicht {

struct ChainRef {
  crypto::ChainClass cls = crypto::ChainClass::key;
  Buffer id;
  auto operator<=>(const ChainRef&) const = default;
};

bool is_access_event(std::uint16_t kind);    // 1301 and 1302: case null, chains per case read, no subject chains
bool is_registry_event(std::uint16_t kind);  // group 1
// What the ledger's own service key may sign: 1203, 1301, 1302 and 1305.
bool is_said_by_ledger(std::uint16_t kind);
// Whom such an event names as its actor: nobody who is enrolled, but the first half of the ledger's id.
ActorId ledger_itself(const LedgerId& ledger);
// The cases an access event reads: from its facts, or from its list part when there are several (then `listed`).
std::vector<CaseId> cases_read(schema::Header::Reader header, std::span<const CaseId> listed);
// `ledger` is the ledger's id (for genesis: its own header hash). `listed` as above; each (class, id) once.
std::vector<ChainRef> chains_of(schema::Header::Reader header, const LedgerId& ledger, std::span<const CaseId> listed = {});
// The cases of a `cases` list part of an access event.
std::optional<std::vector<CaseId>> cases_of_list_part(Bytes message);

}  // namespace inzicht
