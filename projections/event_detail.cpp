#include "projections/event_detail.h"

#include <capnp/dynamic.h>
#include <fmt/format.h>

#include <algorithm>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/merkle/tree.h"
#include "projections/gist.h"
#include "projections/line.h"
#include "projections/read_history.h"

namespace inzicht {
namespace {

using namespace views;

class EventDetail {
 public:
  EventDetail(const HistoryEvent& event, const EventRecord& record, const ViewQuery& query, std::optional<Lang> lang) : event_(event), record_(record), query_(query), lang_(lang) {
    out_.columns = {{"section", "deel", "section"}, {"field", "veld", "field"}, {"value", "waarde", "value"}};
  }

  ViewResult take() {
    out_.total = out_.rows.size();
    return std::move(out_);
  }

  void header() {
    const auto h = event_.event.header;
    const auto line = [&](const char* code, const char* nl, const char* en, Cell value) { put("event.header", code_or(lang_, code, nl, en), std::move(value)); };
    line("event", "nummer", "number", id_cell(event_.id));
    line("kind", "soort", "kind", Atom{KindCell{event_.kind()}});
    line("case", "zaak", "case", id_cell(id_or_zero<CaseId>(h.getCase())));
    line("occurred", "gebeurd", "occurred", time_cell(event_.occurred));
    if (h.getOccurred().hasUntil()) line("occurredUntil", "gebeurd tot", "occurred until", time_cell(h.getOccurred().getUntil().getMicros()));
    line("precision", "precisie", "precision", code_cell(h.getOccurred().getPrecision()));
    line("actor", "door", "by", id_cell(author_of(event_.event)));
    line("role", "rol", "role", code_cell(h.getRole()));
    line("organisation", "organisatie", "organisation", id_cell(id_or_zero<OrganisationId>(h.getOrganisation())));
    if (h.hasPerformer()) {
      const auto performer = h.getPerformer();
      line("performer", "uitgevoerd door", "performed by", performer.hasActor() ? id_cell(id_or_zero<ActorId>(performer.getActor())) : id_cell(id_or_zero<SubjectId>(performer.getSubject())));
      line("performerBasis", "op welke wijze", "on what basis", code_cell(performer.getBasis()));
    }
    // Whom a guarded event is about is a fact of it.
    line("subjects", "over wie", "about", masked() ? text_cell("words.guarded") : ids_cell(ids_of<SubjectId>(h.getSubjects())));
    line("claim", "conformiteit", "conformity", lang_ ? text_cell(label_of(h.getClaim(), *lang_)) : code_cell(h.getClaim()));
    Cell deviates = Cell::list({});
    for (auto rule : h.getDeviates()) deviates.atoms.push_back(RuleCell{rule.cStr(), ""});
    line("deviates", "afgeweken van", "departs from", std::move(deviates));
    line("key", "sleutel", "key", text_cell(crypto::base64(h.getKey())));
    line("keySeq", "nummer van de sleutel", "number of the key", Atom{static_cast<std::int64_t>(h.getKeySeq())});
    line("seenCount", "versie van de zaak waarop is doorgeschreven", "version of the case built on", Atom{static_cast<std::int64_t>(h.getSeenCount())});
    Cell co_signers = Cell::list({});
    for (auto key : h.getCoSigners()) co_signers.atoms.push_back(TextCell{crypto::base64(key)});
    line("coSigners", "medeondertekend met", "co-signed with", std::move(co_signers));
  }

  void facts() {
    if (masked()) {
      put("event.facts", "", text_cell("words.guarded"));
      return;
    }
    const capnp::DynamicStruct::Reader all = event_.facts();
    KJ_IF_MAYBE (arm, all.which()) {
      if (all.has(*arm)) put_struct("event.facts", "", all.get(*arm).as<capnp::DynamicStruct>());
    }
  }

  void parts() {
    const auto parts = event_.event.header.getParts();
    for (unsigned n = 0; n < parts.size(); ++n) {
      const PartInfo* info = find_part(parts[n].getPartType());
      if (info == nullptr) continue;
      const std::string label(lang_ ? info->label.in(*lang_) : info->name);
      const auto part = fmt::format("{}{}{}", n, label.empty() ? "" : " ", label);
      put("event.parts", part, code_cell(parts[n].getClass()));
      for (auto field : info->schema.getFields())
        if ((parts[n].getFilled() >> field.getIndex() & 1) != 0 && field.getType().isText())
          put("event.parts", fmt::format("{}: {}", part, name_of(field)), Atom{WordsCell{event_.event.index, static_cast<std::uint16_t>(n), field.getProto().getName().cStr()}});
    }
  }

  // What it refers to, and what refers to it.
  void references(const CaseHistory& history) {
    for (auto reference : event_.event.header.getReferences()) {
      const auto id = id_or_zero<EventId>(reference.getEvent());
      put("event.refersTo", relation(reference.getRelation()), with_kind(id, history.find(id)));
    }
    for (const auto& one : history.events())
      for (auto reference : one.event.header.getReferences())
        if (id_or_zero<EventId>(reference.getEvent()) == event_.id) put("event.referredBy", relation(reference.getRelation()), with_kind(one.id, &one));
  }

  void admission() {
    put("event.admission", code_or(lang_, "index", "plaats in het grootboek", "place in the ledger"), Atom{static_cast<std::int64_t>(event_.event.index)});
    put("event.admission", code_or(lang_, "recordedAt", "vastgelegd", "recorded"), time_cell(event_.event.recorded_at));
    Cell findings = Cell::list({});
    for (const auto& rule : event_.warned) findings.atoms.push_back(RuleCell{rule, "warned"});
    for (const auto& rule : event_.explained) findings.atoms.push_back(RuleCell{rule, "explained"});
    put("event.admission", code_or(lang_, "findings", "opgemerkt", "findings"), std::move(findings));
    if (const auto message = Message::stored(record_.admission, capnp::Schema::from<schema::Admission>())) {
      const auto admission = message->root<schema::Admission>();
      put("event.admission", code_or(lang_, "policies", "regels die golden", "policies used"), ids_cell(ids_of<EventId>(admission.getPolicies())));
      put("event.admission", code_or(lang_, "catalogue", "regelcatalogus (vingerafdruk)", "rule catalogue (digest)"), text_cell(crypto::base64(admission.getRules())));
    }
    put("event.admission", code_or(lang_, "headerHash", "vingerafdruk van de kop", "header hash"), text_cell(crypto::base64(event_.event.header_hash)));
    put("event.admission", code_or(lang_, "leafHash", "vingerafdruk van het blad", "leaf hash"), text_cell(crypto::base64(crypto::leaf_hash(record_.leaf))));
  }

 private:
  const HistoryEvent& event_;
  const EventRecord& record_;
  const ViewQuery& query_;
  std::optional<Lang> lang_;
  ViewResult out_;

  bool masked() const { return has_guarded_facts(event_) && !query_.guarded_facts; }
  static std::string code_or(std::optional<Lang> lang, const char* code, const char* nl, const char* en) { return !lang ? code : *lang == Lang::nl ? nl : en; }
  std::string name_of(capnp::StructSchema::Field field) const {
    const auto label = lang_ ? std::string(label_of(field).in(*lang_)) : std::string();
    return label.empty() ? std::string(field.getProto().getName().cStr()) : label;
  }
  std::string relation(schema::RefType type) const { return lang_ ? std::string(label_of(type, *lang_)) : std::string(code_of(type)); }

  // What is empty is not told.
  void put(std::string_view section, const std::string& field, Cell value) {
    if (value.atoms.empty()) return;
    Row row;
    row.index = event_.event.index;
    row.cells = {text_cell(section), text_cell(field), std::move(value)};
    out_.rows.push_back(std::move(row));
  }

  static Cell with_kind(const EventId& id, const HistoryEvent* event) {
    Cell out = Cell::list({id_atom(id)});
    if (event != nullptr) out.atoms.push_back(KindCell{event->kind()});
    return out;
  }

  static Cell data_cell(capnp::StructSchema::Field field, capnp::Data::Reader data) {
    const auto kind = id_kind_of(field);
    IdCell id{kind.value_or(schema::IdKind::UNSET), {}};
    if (!kind || data.size() != id.id.size()) return text_cell(crypto::base64(data));
    std::ranges::copy(data, id.id.begin());
    return Atom{id};
  }
  // The small values of types.capnp; nothing for a struct with fields of its own.
  static std::optional<Cell> small_cell(const capnp::DynamicStruct::Reader& value) {
    const auto type = value.getSchema();
    if (type == capnp::Schema::from<schema::Date>()) return date_cell(date_of(value.as<schema::Date>()));
    if (type == capnp::Schema::from<schema::Month>()) return text_cell(to_text(Month{value.as<schema::Month>().getYear(), value.as<schema::Month>().getMonth()}));
    if (type == capnp::Schema::from<schema::Instant>()) return time_cell(value.as<schema::Instant>().getMicros());
    if (type == capnp::Schema::from<schema::Count>()) return Cell(Atom{static_cast<std::int64_t>(value.as<schema::Count>().getValue())});
    if (type == capnp::Schema::from<schema::Cents>()) return Cell(Atom{value.as<schema::Cents>().getValue()});
    if (type == capnp::Schema::from<schema::Duration>()) {
      const auto d = value.as<schema::Duration>();
      return Cell(Atom{Duration{d.getMonths(), d.getDays(), d.getSeconds()}});
    }
    return std::nullopt;
  }
  Cell value_cell(capnp::StructSchema::Field field, const capnp::DynamicValue::Reader& value) const {
    using enum capnp::DynamicValue::Type;
    switch (value.getType()) {
      case BOOL: return text_cell(value.as<bool>() ? "yes" : "no");
      case INT: return Atom{value.as<std::int64_t>()};
      case UINT: return Atom{static_cast<std::int64_t>(value.as<std::uint64_t>())};
      case TEXT: return text_cell(value.as<capnp::Text>().cStr());
      case DATA: return data_cell(field, value.as<capnp::Data>());
      case ENUM: return code_cell(value.as<capnp::DynamicEnum>().getSchema(), value.as<capnp::DynamicEnum>().getRaw());
      case STRUCT: return struct_cell(value.as<capnp::DynamicStruct>());
      case LIST: {
        Cell out = Cell::list({});
        for (auto one : value.as<capnp::DynamicList>())
          for (auto& atom : value_cell(field, one).atoms) out.atoms.push_back(std::move(atom));
        return out;
      }
      default: return {};
    }
  }
  // A struct with fields of its own as the values of these, in order.
  Cell struct_cell(const capnp::DynamicStruct::Reader& value) const {
    if (auto small = small_cell(value)) return *small;
    Cell out = Cell::list({});
    for (auto field : value.getSchema().getNonUnionFields())
      if (value.has(field))
        for (auto& atom : value_cell(field, value.get(field)).atoms) out.atoms.push_back(std::move(atom));
    return out;
  }
  void put_struct(std::string_view section, const std::string& before, const capnp::DynamicStruct::Reader& value) {
    for (auto field : value.getSchema().getNonUnionFields()) {
      if (!value.has(field)) continue;
      const auto name = before + name_of(field);
      const auto one = value.get(field);
      if (one.getType() == capnp::DynamicValue::LIST && one.as<capnp::DynamicList>().getSchema().whichElementType() == capnp::schema::Type::STRUCT) {
        // Each of a list of records has a row of its own.
        for (auto item : one.as<capnp::DynamicList>()) put(section, name, struct_cell(item.as<capnp::DynamicStruct>()));
      } else {
        put(section, name, value_cell(field, one));
      }
    }
  }
};

// Where to look for what refers to it: its case, the first case it looked at, or the registry.
Result<ReadHistory> history_of(const Log& log, schema::Header::Reader header, const ViewQuery& query) {
  const auto first_of = [](auto cases) { return cases.size() == 0 ? CaseId{} : id_or_zero<CaseId>(cases[0].getCase()); };
  const auto kase = id_or_zero<CaseId>(header.getCase());
  if (!kase.is_zero()) return ReadHistory::of_case(log, kase, query);
  CaseId read;
  if (header.getKind() == 1301) read = first_of(header.getFacts().getPartsViewed().getCases());
  if (header.getKind() == 1302) read = first_of(header.getFacts().getExported().getCases());
  return read.is_zero() ? ReadHistory::of_registry(log, query) : ReadHistory::of_reads(log, read, query);
}

}  // namespace

Result<ViewResult> event_detail(const Log& log, const EventId& event, const ViewQuery& query, std::optional<Lang> lang) {
  INZICHT_TRY(place, log.find(event));
  if (!place) return fail(ErrorCode::not_found, "event: there is no such event");
  INZICHT_TRY(record, log.read(place->index));
  if (record.purged) return fail(ErrorCode::not_found, fmt::format("event: its words and header were destroyed; only its leaf is left (index={})", place->index));
  INZICHT_TRY(single, ReadHistory::of_event(log, place->index));
  const HistoryEvent& found = single->events().front();
  if ((query.recorded_until && found.event.recorded_at > *query.recorded_until) || (query.occurred_until && found.occurred > *query.occurred_until))
    return fail(ErrorCode::not_found, "event: it was not there yet at that time");
  INZICHT_TRY(history, history_of(log, found.event.header, query));
  EventDetail detail(found, record, query, lang);
  detail.header();
  detail.facts();
  detail.parts();
  detail.references(*history);
  detail.admission();
  return detail.take();
}

}  // namespace inzicht
