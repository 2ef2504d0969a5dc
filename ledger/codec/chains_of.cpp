#include "ledger/codec/chains_of.h"

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/codec/strict.h"
#include "ledger/schema/parts.capnp.h"

namespace inzicht {
namespace {

using crypto::ChainClass;

Buffer buffer_of(capnp::Data::Reader data) { return {data.begin(), data.end()}; }

void add(std::vector<ChainRef>& chains, ChainClass cls, Buffer id) {
  if (id.empty()) return;
  ChainRef chain{cls, std::move(id)};
  if (std::ranges::find(chains, chain) == chains.end()) chains.push_back(std::move(chain));
}

// The r chains: the ledger's for genesis, policy, ledger keys and restore; the actor's for what concerns an actor; the
// organisation's for events about itself. A mandate bound to a case stands in that case's c chain instead.
void add_registry(std::vector<ChainRef>& chains, schema::Header::Reader h, const LedgerId& ledger) {
  const Buffer ledger_id(ledger.begin(), ledger.end());
  const auto facts = h.getFacts();
  switch (h.getKind()) {
    case 102: return add(chains, ChainClass::registry, buffer_of(facts.getOrganisationRegistered().getOrg()));
    case 103: return add(chains, ChainClass::registry, buffer_of(facts.getActorEnrolled().getWho()));
    case 104: {
      const auto key = facts.getKeyEnrolled();
      return add(chains, ChainClass::registry, key.hasOwner() ? buffer_of(key.getOwner()) : ledger_id);
    }
    case 106:
      if (!h.hasCase()) add(chains, ChainClass::registry, buffer_of(facts.getMandateGranted().getGrantee()));
      return;
    case 105: {
      const auto revoked = facts.getKeyRevoked();
      return add(chains, ChainClass::registry, revoked.hasOwner() ? buffer_of(revoked.getOwner()) : ledger_id);
    }
    case 107:
      if (!h.hasCase()) add(chains, ChainClass::registry, buffer_of(facts.getMandateEnded().getGrantee()));
      return;
    case 108:
      for (auto party : facts.getAgreementRegistered().getParties()) add(chains, ChainClass::registry, buffer_of(party));
      return;
    default: return add(chains, ChainClass::registry, ledger_id);
  }
}

}  // namespace

bool is_access_event(std::uint16_t kind) { return kind == 1301 || kind == 1302; }
bool is_said_by_ledger(std::uint16_t kind) { return kind == 1203 || kind == 1305 || is_access_event(kind); }
ActorId ledger_itself(const LedgerId& ledger) {
  ActorId out;
  std::copy_n(ledger.begin(), out.bytes.size(), out.bytes.begin());
  return out;
}
bool is_registry_event(std::uint16_t kind) { return kind > 100 && kind < 200; }

std::vector<CaseId> cases_read(schema::Header::Reader header, std::span<const CaseId> listed) {
  std::vector<CaseId> out(listed.begin(), listed.end());
  const auto take = [&out](auto cases) {
    for (auto one : cases)
      if (auto id = CaseId::from({one.getCase().begin(), one.getCase().size()})) out.push_back(*id);
  };
  if (header.getKind() == 1301) take(header.getFacts().getPartsViewed().getCases());
  if (header.getKind() == 1302) take(header.getFacts().getExported().getCases());
  return out;
}

std::vector<ChainRef> chains_of(schema::Header::Reader header, const LedgerId& ledger, std::span<const CaseId> listed) {
  std::vector<ChainRef> chains;
  add(chains, ChainClass::key, buffer_of(header.getKey()));
  for (auto key : header.getCoSigners()) add(chains, ChainClass::cosigner, buffer_of(key));
  if (is_access_event(header.getKind())) {
    for (const auto& id : cases_read(header, listed)) add(chains, ChainClass::read, Buffer(id.bytes.begin(), id.bytes.end()));
    return chains;
  }
  if (header.hasCase()) add(chains, ChainClass::kase, buffer_of(header.getCase()));
  for (auto subject : header.getSubjects()) add(chains, ChainClass::subject, buffer_of(subject));
  if (is_registry_event(header.getKind())) add_registry(chains, header, ledger);
  return chains;
}

std::optional<std::vector<CaseId>> cases_of_list_part(Bytes message) {
  auto decoded = Message::decode(message, capnp::Schema::from<schema::PartsViewedCases>(), limits::part_bytes_max);
  if (!decoded) return std::nullopt;
  std::vector<CaseId> out;
  for (auto row : decoded->root<schema::PartsViewedCases>().getRows()) {
    auto id = CaseId::from({row.getCase().begin(), row.getCase().size()});
    if (!id) return std::nullopt;
    out.push_back(*id);
  }
  if (out.size() > limits::access_cases_max) return std::nullopt;
  return out;
}

}  // namespace inzicht
