#include "ledger/domain/values.h"

namespace inzicht {

Recipient recipient_of(schema::Recipient::Reader reader) {
  return {reader.getClass(), id_or_zero<OrganisationId>(reader.getOrg()), id_or_zero<ActorId>(reader.getActor()),
          id_or_zero<SubjectId>(reader.getSubject())};
}

std::vector<Recipient> recipients_of(capnp::List<schema::Recipient>::Reader list) {
  std::vector<Recipient> out;
  out.reserve(list.size());
  for (auto one : list) out.push_back(recipient_of(one));
  return out;
}

std::vector<EventId> references_of(schema::Header::Reader header, schema::RefType relation) {
  std::vector<EventId> out;
  for (auto ref : header.getReferences())
    if (ref.getRelation() == relation && !ref.hasLedger()) out.push_back(id_or_zero<EventId>(ref.getEvent()));
  return out;
}

std::optional<EventId> reference_of(schema::Header::Reader header, schema::RefType relation) {
  for (auto ref : header.getReferences())
    if (ref.getRelation() == relation && !ref.hasLedger()) return id_or_zero<EventId>(ref.getEvent());
  return std::nullopt;
}

std::uint64_t filled_of(schema::Header::Reader header, std::uint32_t part_type) {
  std::uint64_t filled = 0;
  for (auto part : header.getParts())
    if (part.getPartType() == part_type) filled |= part.getFilled();
  return filled;
}

}  // namespace inzicht
