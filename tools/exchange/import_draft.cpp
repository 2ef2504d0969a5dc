#include "tools/exchange/import_draft.h"

#include <fmt/format.h>

#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/strict.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/vault/part_seal.h"

namespace inzicht::exchange {
namespace {

constexpr std::string_view of_case = "case:";  // before the names of a trace's attributes

const KindInfo& kind(std::uint16_t number) {
  const KindInfo* info = find_kind(number);
  INZICHT_ASSERT(info != nullptr);
  return *info;
}

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }
// Requires: a whole std::string, or a literal: Cap'n Proto wants the NUL behind it.
capnp::Text::Reader text_of(std::string_view text) { return {text.data(), text.size()}; }

template <class Root>
DraftPart part_of(const KindInfo& of, std::string_view name, typename Root::Builder root) {
  DraftPart part;
  part.info = of.part(name);
  INZICHT_ASSERT(part.info != nullptr);
  part.cls = part.info->classes.empty() ? schema::PartClass::NARRATIVE : part.info->classes[0];
  const capnp::DynamicStruct::Reader fields = root.asReader();
  part.filled = filled_bits(fields);
  part.message = canonical_bytes(fields);
  return part;
}

Draft draft_of(std::uint16_t number, const ImportFrame& frame) {
  Draft draft = Draft::of(kind(number));
  draft.role = schema::Role::IMPORTER;
  draft.organisation = frame.organisation;
  return draft;
}

template <class Facts>
typename Facts::Builder facts_of(Draft& draft) {
  return draft.facts->getRoot<Facts>();
}

// Writes fields one by one into a list whose length is known.
class FieldList {
 public:
  FieldList(schema::RecordImportedRecord::Builder root, std::size_t count) : list_(root.initFields(static_cast<unsigned>(count))) {}

  void add(const std::string& name, const SourceField& field) {
    auto out = list_[at_++];
    out.setName(text_of(name));
    if (!field.value.empty()) out.setValue(text_of(field.value));
    out.setType(text_of(name_of(field.type)));
  }

 private:
  capnp::List<schema::RecordImportedRecord::Fields>::Builder list_;
  unsigned at_ = 0;
};

// An empty cell of a table is no attribute; an empty value that a XES log writes down is one.
bool is_kept(const SourceField& field, const SourceRecord& record) { return record.trace != nullptr || !field.value.empty(); }

std::vector<const SourceField*> kept_of_trace(const Mapping& mapping, const SourceRecord& record, bool with_trace) {
  std::vector<const SourceField*> out;
  if (record.trace == nullptr) return out;
  for (const auto& field : record.trace->fields)
    if (with_trace || field.name == mapping.kase.name) out.push_back(&field);
  return out;
}

}  // namespace

Draft opened_draft(const ImportFrame& frame, const Survey& survey, const Digest& mapping, const std::string& note) {
  Draft draft = draft_of(1401, frame);
  auto facts = facts_of<schema::ImportOpened>(draft);
  facts.setSource(frame.source);
  facts.setOrg(data_of(frame.whose.bytes));
  facts.setRecords(survey.records);
  facts.setFileDigest(data_of(survey.file_digest));
  facts.setMapping(data_of(mapping));
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::ImportOpenedNote>();
  root.setText(text_of(note));
  auto part = part_of<schema::ImportOpenedNote>(*draft.kind, "note", root);
  part.about = PartAbout::the_ledger;
  draft.parts.push_back(std::move(part));
  return draft;
}

Draft outside_actor_draft(const ImportFrame& frame, const ActorId& actor, const std::string& name, const Date& today) {
  Draft draft = draft_of(103, frame);
  auto facts = facts_of<schema::ActorEnrolled>(draft);
  facts.setWho(data_of(actor.bytes));
  facts.setActorKind(schema::ActorKind::OUTSIDE);
  facts.setOrg(data_of(frame.whose.bytes));
  facts.setRegister(schema::ProfessionRegister::NONE);
  facts.setRegisterStatus(schema::RegisterStatus::NOT_APPLICABLE);
  auto from = facts.initStatusFrom();
  from.setYear(today.year);
  from.setMonth(today.month);
  from.setDay(today.day);
  facts.setSecrecy(schema::SecrecyDuty::UNKNOWN);
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::ActorEnrolledWho>();
  root.setName(text_of(name));
  auto part = part_of<schema::ActorEnrolledWho>(*draft.kind, "who", root);
  part.about = PartAbout::professional;
  part.subject = PartSubjectId{actor.bytes};
  draft.parts.push_back(std::move(part));
  return draft;
}

std::expected<ImportedRecord, Reason> imported_record(const Mapping& mapping, const MappedRecord& mapped, const SourceRecord& record, bool with_trace) {
  static const KindInfo& imported = kind(1402);
  const auto of_trace = kept_of_trace(mapping, record, with_trace);
  std::size_t count = of_trace.size();
  for (const auto& field : record.fields) count += is_kept(field, record) ? 1 : 0;
  if (count > limits::list_items_max)
    return std::unexpected(Reason{fmt::format("meer dan {} kenmerken", limits::list_items_max), fmt::format("more than {} attributes", limits::list_items_max)});
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<schema::RecordImportedRecord>();
  if (!mapped.activity.empty()) root.setOriginalKind(text_of(mapped.activity));
  if (!mapped.id.empty()) root.setOriginalId(text_of(mapped.id));
  FieldList list(root, count);
  for (const auto* field : of_trace) list.add(std::string(of_case) + field->name, *field);
  for (const auto& field : record.fields)
    if (is_kept(field, record)) list.add(field.name, field);
  ImportedRecord out;
  out.line = record.line;
  out.occurred = {mapped.time.at, std::nullopt, mapped.time.precision};
  out.kind_guess = mapped.kind_guess;
  out.attributes = count;
  out.part = part_of<schema::RecordImportedRecord>(imported, "record", root);
  out.part.cls = mapping.part_class;
  out.part.about = PartAbout::the_case;
  if (padme(out.part.message.size() + 4) > limits::part_bytes_max)
    return std::unexpected(Reason{fmt::format("samen meer dan een verzegeld deel van {} bytes", limits::part_bytes_max),
                                  fmt::format("more than a sealed part of {} bytes together", limits::part_bytes_max)});
  return out;
}

Draft record_draft(const ImportFrame& frame, const ImportedRecord& record, const CaseId& kase, const std::optional<ActorId>& actor,
                   const std::optional<EventId>& previous) {
  INZICHT_ASSERT(frame.opened.has_value());
  Draft draft = draft_of(1402, frame);
  draft.kase = kase;
  draft.occurred = record.occurred;
  draft.performer = DraftPerformer{actor, std::nullopt, schema::PerformerBasis::IMPORT};
  draft.references.push_back({schema::RefType::PART_OF, *frame.opened, std::nullopt});
  if (previous) draft.references.push_back({schema::RefType::FOLLOWS, *previous, std::nullopt});
  auto facts = facts_of<schema::RecordImported>(draft);
  facts.setSource(frame.source);
  if (actor) facts.setOriginalActor(data_of(actor->bytes));
  if (record.kind_guess) facts.initKindGuess().setValue(*record.kind_guess);
  facts.setAttributes(record.attributes);
  draft.parts.push_back(record.part);
  return draft;
}

}  // namespace inzicht::exchange
