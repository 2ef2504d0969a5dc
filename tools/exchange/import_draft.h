// The events that an import records, as drafts: 1401 opens it, 103 registers who acted there, 1402 keeps each record.
//
// Shape:   a record's part holds every attribute as it stood in the source: name, value and type. Of a trace's attributes each event
//          keeps the one that names its case, and the first event taken in keeps all, under "case:" and their name.
// Source:  docs/domain.md §4.14.
#pragma once
#include <optional>

#include "ledger/codec/draft.h"
#include "tools/exchange/survey.h"

namespace inzicht::exchange {

// What the events of one import share.
struct ImportFrame {
  schema::ImportSource source = schema::ImportSource::UNSET;
  OrganisationId whose;                        // history it is
  std::optional<OrganisationId> organisation;  // of the author
  std::optional<EventId> opened;
};
Draft opened_draft(const ImportFrame& frame, const Survey& survey, const Digest& mapping, const std::string& note);
Draft outside_actor_draft(const ImportFrame& frame, const ActorId& actor, const std::string& name, const Date& today);

struct ImportedRecord {
  std::uint64_t line = 0;
  DraftOccurred occurred;
  std::optional<std::uint16_t> kind_guess;
  std::uint64_t attributes = 0;
  DraftPart part;
};
// Why not: larger than a sealed part may be.
std::expected<ImportedRecord, Reason> imported_record(const Mapping& mapping, const MappedRecord& mapped, const SourceRecord& record, bool with_trace);
Draft record_draft(const ImportFrame& frame, const ImportedRecord& record, const CaseId& kase, const std::optional<ActorId>& actor,
                   const std::optional<EventId>& previous);

}  // namespace inzicht::exchange
