// Opening sealed words: the reader's own signed request is recorded durably first; only then is anything opened.
//
// Errors:  Refused when the reader may not: nothing is opened, nothing is shown, and the ledger records the refusal (1305). An erased or
//          destroyed part is not an error: it is absent from what was opened.
// Source:  docs/domain.md §4.13, ACC-01; docs/formats.md §5 (access events).
#pragma once
#include <map>

#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht {

struct PartPlace {
  std::uint64_t index = 0;
  std::uint16_t part = 0;
  auto operator<=>(const PartPlace&) const = default;
};
struct ReadRequest {
  schema::ViewKind view = schema::ViewKind::UNSET;
  schema::AccessPurpose purpose = schema::AccessPurpose::UNSET;
  schema::Role role = schema::Role::UNSET;
  std::optional<OrganisationId> organisation;
  std::vector<CaseId> cases;
  bool case_by_case = false;  // the reader's ground is in each case itself: each in which words are opened has an event of its own
  std::vector<PartPlace> wanted;
  std::map<std::string, std::string> filter;  // codes only
  // For an export (1302) instead of a look (1301).
  std::optional<schema::ExportFormat> format;
  schema::AudienceProfile profile = schema::AudienceProfile::UNSET;
  std::uint64_t rows = 0;
  std::uint64_t total = 0;
};
struct OpenedPart {
  const PartInfo* info = nullptr;
  Message message;
  capnp::DynamicStruct::Reader fields() const { return message.root(info->schema); }
};
struct OpenedParts {
  std::vector<Accepted> access;  // one, or more when there are more cases than one event may name
  std::map<PartPlace, OpenedPart> parts;
  std::uint64_t closed = 0;  // wanted, but erased or destroyed
};
// Every part of these events that is sealed, as places to ask for.
std::vector<PartPlace> sealed_parts(const Log& log, std::span<const std::uint64_t> indexes);
Result<std::variant<OpenedParts, Refused>> open_for_reading(OpenLedger& ledger, Author& reader, const ReadRequest& request);
// Opens one part without recording anything: for verify --open and for open_for_reading alone.
Result<std::optional<OpenedPart>> open_stored_part(const Log& log, const Vault& vault, const PartPlace& place);

}  // namespace inzicht
