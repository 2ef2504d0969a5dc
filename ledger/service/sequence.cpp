#include "ledger/service/sequence.h"

#include "crypto/merkle/chain.h"
#include "crypto/merkle/tree.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"

namespace inzicht {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

// Where people will ask for this event: its case, the cases it reads, and the registry.
std::vector<NewPosition> positions_of(const Prepared& prepared, std::span<const ChainKey> chains, const Digest& leaf_hash, const LedgerState& state) {
  std::vector<NewPosition> out;
  for (const auto& chain : chains) {
    if (chain.cls != ChainClass::kase && chain.cls != ChainClass::read) continue;
    const auto head = state.heads().head(chain);
    NewPosition position;
    position.list.cls = chain.cls;
    std::copy(chain.id.begin(), chain.id.end(), position.list.id.begin());
    position.n = head.n + 1;
    position.chain = crypto::chain_next(chain.cls, chain.id, head.value, leaf_hash);
    out.push_back(position);
  }
  if (is_registry_event(prepared.header().getKind())) {
    NewPosition position;
    position.list.cls = ChainClass::registry;
    position.n = state.registry_events() + 1;
    out.push_back(position);  // a list of places, not a chain: it has no value
  }
  return out;
}

}  // namespace

Buffer build_admission(const Prepared& prepared, const Admitted& admitted, const Digest& catalogue_hash, const std::array<std::uint8_t, 16>& salt) {
  capnp::MallocMessageBuilder message(256);
  auto a = message.initRoot<schema::Admission>();
  a.setSalt(data_of(salt));
  a.setRules(data_of(catalogue_hash));
  if (!admitted.policies.empty()) {
    auto list = a.initPolicies(static_cast<unsigned>(admitted.policies.size()));
    for (unsigned i = 0; i < admitted.policies.size(); ++i) list.set(i, data_of(admitted.policies[i].bytes));
  }
  if (!admitted.findings.empty()) {
    auto list = a.initFindings(static_cast<unsigned>(admitted.findings.size()));
    for (unsigned i = 0; i < admitted.findings.size(); ++i) {
      list[i].setRule(admitted.findings[i].finding.rule->id.c_str());
      list[i].setOutcome(admitted.findings[i].explained ? schema::Finding::Outcome::EXPLAINED : schema::Finding::Outcome::WARNED);
    }
  }
  if (!prepared.sealed_hashes.empty()) {
    auto list = a.initSealedParts(static_cast<unsigned>(prepared.sealed_hashes.size()));
    for (unsigned i = 0; i < prepared.sealed_hashes.size(); ++i) list.set(i, data_of(prepared.sealed_hashes[i]));
  }
  return canonical_bytes(capnp::DynamicStruct::Reader(a.asReader()));
}

Sequenced sequence(Prepared& prepared, const Admitted& admitted, const Digest& catalogue_hash,
                   const std::array<std::uint8_t, 16>& salt, Micros recorded_at, const LedgerState& state) {
  Sequenced out;
  const LedgerId ledger = state.size() == 0 ? prepared.header_hash : state.ledger();
  out.chains = chain_keys(prepared.header(), ledger, prepared.listed_cases);
  auto& record = out.event.record;
  const Bytes header = prepared.message.bytes();
  record.header.assign(header.begin(), header.end());
  record.signatures = std::move(prepared.signatures);
  record.admission = build_admission(prepared, admitted, catalogue_hash, salt);
  Leaf leaf;
  leaf.header_hash = prepared.header_hash;
  leaf.signatures_hash = signatures_hash(record.signatures);
  leaf.recorded_at = recorded_at;
  leaf.admission_hash = admission_hash(record.admission);
  leaf.tags = state.heads().tags(out.chains);
  record.leaf = encode_leaf(leaf);
  out.leaf_hash = crypto::leaf_hash(record.leaf);
  out.event.event = prepared.event;
  out.event.header_hash = prepared.header_hash;
  out.event.parts = std::move(prepared.parts);
  out.event.positions = positions_of(prepared, out.chains, out.leaf_hash, state);
  return out;
}

}  // namespace inzicht
