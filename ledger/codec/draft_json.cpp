#include <fmt/format.h>

#include <algorithm>

#include "ledger/base/limits.h"
#include "ledger/codec/draft.h"
#include "ledger/codec/strict.h"
#include "ledger/codec/text_format.h"
#include "ledger/codec/typed_name.h"

namespace inzicht {
namespace {

using Wrong = std::optional<InputError>;

Wrong wrong(std::string adm, std::string field, std::string nl, std::string en) {
  return InputError{std::move(adm), std::move(field), std::move(nl), std::move(en)};
}

std::string text_of(const Json& in, const char* name) {
  const auto at = in.find(name);
  return at != in.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// The first field of an object that is not one of these.
Wrong only_fields(const Json& in, const std::string& path, std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : in.items()) {
    if (std::ranges::find(known, name) != known.end()) continue;
    const auto names = fmt::format("{}", fmt::join(known.begin(), known.end(), ", "));
    return wrong("ADM-2", path + "." + typed_name(name), "een van: " + names, "one of: " + names);
  }
  return std::nullopt;
}

// A field that may be absent, but holds text when it is there.
Wrong read_text(const Json& in, const char* name, const std::string& path, std::string& out) {
  const auto at = in.find(name);
  if (at == in.end() || at->is_null()) return std::nullopt;
  if (!at->is_string()) return wrong("ADM-1", path + "." + name, "tekst", "text");
  out = at->get<std::string>();
  return std::nullopt;
}

template <class T>
Wrong read_id(const Json& in, const char* name, schema::IdKind kind, const IdResolver& ids, std::optional<T>& out, const std::string& path = "") {
  const auto at = in.find(name);
  if (at == in.end() || at->is_null()) return std::nullopt;
  const auto raw = at->is_string() ? ids.resolve(kind, at->get<std::string>()) : std::nullopt;
  if (raw) out = T::from(*raw);
  if (!out) return wrong("ADM-11", path + name, "een bekend kenmerk", "a known id");
  return std::nullopt;
}

template <class E>
Wrong read_code(const Json& in, const char* name, const std::string& path, E& out) {
  const auto at = in.find(name);
  if (at == in.end() || at->is_null()) return std::nullopt;
  const auto code = at->is_string() ? parse_code<E>(at->get<std::string>()) : std::nullopt;
  if (code) {
    out = *code;
    return std::nullopt;
  }
  std::string codes;
  for (auto value : capnp::Schema::from<E>().getEnumerants())
    if (value.getOrdinal() != 0) codes += (codes.empty() ? "" : ", ") + std::string(code_of(value));
  return wrong("ADM-2", path, "een van: " + codes, "one of: " + codes);
}

std::optional<Micros> read_moment(const Json& in, bool& day_only) {
  if (!in.is_string()) return std::nullopt;
  const auto text = in.get<std::string>();
  day_only = parse_date(text).has_value();
  if (auto time = parse_time(text)) return time;
  return parse_local(text);
}

Wrong read_occurred(const Json& in, Draft& draft, const IdResolver&) {
  const auto at = in.find("occurred");
  if (at == in.end() || at->is_null()) return std::nullopt;
  const auto bad = [](const char* field) {
    return wrong("ADM-1", field, "een tijdstip als 2019-06-11T10:00:00Z of 2019-06-11 12:00", "a time such as 2019-06-11T10:00:00Z or 2019-06-11 12:00");
  };
  DraftOccurred occurred;
  bool day_only = false;
  if (at->is_string()) {
    const auto month = parse_month(at->get<std::string>());
    const auto from = month ? std::optional(local_midnight(Date{month->year, month->month, 1})) : read_moment(*at, day_only);
    if (!from) return bad("occurred");
    occurred.from = *from;
    if (month) occurred.precision = schema::Precision::MONTH;
    if (day_only) occurred.precision = schema::Precision::DAY;
  } else if (at->is_object()) {
    if (auto w = only_fields(*at, "occurred", {"from", "until", "precision"})) return w;
    const auto from = at->contains("from") ? read_moment((*at)["from"], day_only) : std::nullopt;
    if (!from) return bad("occurred.from");
    occurred.from = *from;
    if (day_only) occurred.precision = schema::Precision::DAY;
    if (at->contains("until") && !(*at)["until"].is_null()) {
      occurred.until = read_moment((*at)["until"], day_only);
      if (!occurred.until || *occurred.until <= occurred.from) return bad("occurred.until");
    }
    if (auto w = read_code(*at, "precision", "occurred.precision", occurred.precision)) return w;
  } else {
    return bad("occurred");
  }
  draft.occurred = occurred;
  return std::nullopt;
}

Wrong read_performer(const Json& in, Draft& draft, const IdResolver& ids) {
  const auto at = in.find("performer");
  if (at == in.end() || at->is_null()) return std::nullopt;
  if (!at->is_object()) return wrong("ADM-1", "performer", "een object { … }", "an object { … }");
  if (auto w = only_fields(*at, "performer", {"actor", "subject", "basis"})) return w;
  DraftPerformer performer;
  if (auto w = read_id(*at, "actor", schema::IdKind::ACTOR, ids, performer.actor, "performer.")) return w;
  if (auto w = read_id(*at, "subject", schema::IdKind::SUBJECT, ids, performer.subject, "performer.")) return w;
  if (auto w = read_code(*at, "basis", "performer.basis", performer.basis)) return w;
  if (performer.basis == schema::PerformerBasis::UNSET) return wrong("ADM-11", "performer.basis", "dit veld is verplicht", "this field is required");
  draft.performer = performer;
  return std::nullopt;
}

Wrong read_references(const Json& in, Draft& draft, const IdResolver& ids) {
  const auto at = in.find("references");
  if (at == in.end() || at->is_null()) return std::nullopt;
  if (!at->is_array()) return wrong("ADM-1", "references", "een lijst [ … ]", "a list [ … ]");
  for (std::size_t i = 0; i < at->size(); ++i) {
    const auto path = fmt::format("references[{}]", i);
    const Json& one = (*at)[i];
    if (!one.is_object()) return wrong("ADM-1", path, "een object { … }", "an object { … }");
    if (auto w = only_fields(one, path, {"relation", "event"})) return w;
    DraftReference ref;
    if (auto w = read_code(one, "relation", path + ".relation", ref.relation)) return w;
    const auto raw = ids.resolve(schema::IdKind::EVENT, text_of(one, "event"));
    const auto event = raw ? EventId::from(*raw) : std::nullopt;
    if (ref.relation == schema::RefType::UNSET) return wrong("ADM-11", path + ".relation", "dit veld is verplicht", "this field is required");
    if (!event) return wrong("ADM-11", path + ".event", "een bekende gebeurtenis (E-…)", "a known event (E-…)");
    ref.event = *event;
    draft.references.push_back(ref);
  }
  return std::nullopt;
}

Wrong read_lists(const Json& in, Draft& draft, const IdResolver& ids) {
  if (const auto at = in.find("subjects"); at != in.end() && !at->is_null()) {
    if (!at->is_array()) return wrong("ADM-1", "subjects", "een lijst [ … ]", "a list [ … ]");
    for (std::size_t i = 0; i < at->size(); ++i) {
      const auto raw = (*at)[i].is_string() ? ids.resolve(schema::IdKind::SUBJECT, (*at)[i].get<std::string>()) : std::nullopt;
      const auto id = raw ? SubjectId::from(*raw) : std::nullopt;
      if (!id) return wrong("ADM-11", fmt::format("subjects[{}]", i), "een bekende persoon (P-…)", "a known person (P-…)");
      draft.subjects.push_back(*id);
    }
  }
  if (const auto at = in.find("deviates"); at != in.end() && !at->is_null()) {
    if (!at->is_array()) return wrong("ADM-1", "deviates", "een lijst [ … ]", "a list [ … ]");
    for (const auto& one : *at) {
      if (!one.is_string() || !has_format(schema::TextFormat::RULE_ID, one.get_ref<const std::string&>()))
        return wrong("ADM-2", "deviates", "regels als SHARE-01", "rules such as SHARE-01");
      draft.deviates.push_back(one.get<std::string>());
    }
  }
  if (const auto at = in.find("coSigners"); at != in.end() && !at->is_null()) {
    if (!at->is_array()) return wrong("ADM-1", "coSigners", "een lijst [ … ]", "a list [ … ]");
    for (const auto& one : *at) {
      const auto raw = one.is_string() ? ids.resolve(schema::IdKind::KEY, one.get<std::string>()) : std::nullopt;
      if (!raw || raw->size() != 32) return wrong("ADM-11", "coSigners", "een sleutelkenmerk in base64", "a key id in base64");
      KeyId key{};
      std::ranges::copy(*raw, key.begin());
      draft.cosigners.push_back(key);
    }
  }
  return std::nullopt;
}

Wrong read_parts(const Json& in, Draft& draft, const IdResolver& ids) {
  const auto at = in.find("parts");
  if (at == in.end() || at->is_null()) return std::nullopt;
  if (!at->is_array() || at->size() > limits::parts_max)
    return wrong("ADM-1", "parts", fmt::format("een lijst van hoogstens {} delen", limits::parts_max), fmt::format("a list of at most {} parts", limits::parts_max));
  for (std::size_t i = 0; i < at->size(); ++i) {
    const Json& one = (*at)[i];
    const auto path = fmt::format("parts[{}]", i);
    if (!one.is_object()) return wrong("ADM-1", path, "een object { … }", "an object { … }");
    if (auto w = only_fields(one, path, {"part", "subject", "class", "fields"})) return w;
    std::string part, subject, cls;
    if (auto w = read_text(one, "part", path, part)) return w;
    if (auto w = read_text(one, "subject", path, subject)) return w;
    if (auto w = read_text(one, "class", path, cls)) return w;
    if (auto w = add_part(draft, part, subject, cls, one.value("fields", Json::object()), ids, path)) return w;
  }
  return std::nullopt;
}

constexpr const char* draft_fields[] = {"kind",     "event", "case",       "occurred", "role",  "organisation", "performer",
                                        "subjects", "claim", "deviates",   "references", "facts", "parts",      "coSigners"};

// Whom the part is about: the words of JSON, or what the catalogue says of this part.
Wrong resolve_about(DraftPart& part, std::string_view subject, const Draft& draft, const IdResolver& ids, const std::string& path) {
  const std::string_view rule = part.info->subject;
  if (part.info->is_list()) {
    part.about = PartAbout::nobody;
    return std::nullopt;
  }
  if (subject.empty()) {
    if (rule == "case" || rule.ends_with("/case")) subject = "case";
    if (rule == "ledger") subject = "ledger";
  }
  if (subject == "case") {
    if (!draft.kase && draft.kind->id != 201) return wrong("ADM-11", path + ".subject", "een persoon: deze gebeurtenis heeft geen zaak", "a person: this event has no case");
    part.about = PartAbout::the_case;
    return std::nullopt;
  }
  if (subject == "ledger") {
    part.about = PartAbout::the_ledger;
    return std::nullopt;
  }
  auto raw = ids.resolve(schema::IdKind::SUBJECT, subject);
  part.about = PartAbout::person;
  if (!raw && rule == "prof") {
    raw = ids.resolve(schema::IdKind::ACTOR, subject);
    part.about = PartAbout::professional;
  }
  part.subject = raw ? PartSubjectId::from(*raw) : std::nullopt;
  if (!part.subject) return wrong("ADM-11", path + ".subject", "over wie dit deel gaat: case, of een bekende persoon (P-…)", "whom this part is about: case, or a known person (P-…)");
  return std::nullopt;
}

// The new part of a correction is one of its target's kind: "assessmentMade.picture".
const PartInfo* part_of_target(std::string_view name) {
  const auto dot = name.find('.');
  const KindInfo* kind = dot == std::string_view::npos ? nullptr : find_kind(name.substr(0, dot));
  return kind == nullptr ? nullptr : kind->part(name.substr(dot + 1));
}

}  // namespace

std::optional<InputError> add_part(Draft& draft, std::string_view name, std::string_view subject, std::string_view cls, const Json& fields,
                                   const IdResolver& ids, const std::string& path) {
  DraftPart part;
  part.info = draft.kind->part(name);
  if (part.info == nullptr && draft.kind->id == 1204) part.info = part_of_target(name);
  if (part.info == nullptr) {
    std::string names;
    for (const auto& p : draft.kind->parts) names += (names.empty() ? "" : ", ") + std::string(p.name);
    return wrong("ADM-2", path + ".part", "een van: " + names, "one of: " + names);
  }
  if (auto w = resolve_about(part, subject, draft, ids, path)) return w;
  part.cls = part.info->classes.empty() ? schema::PartClass::NARRATIVE : part.info->classes[0];
  if (!cls.empty()) {
    const auto code = parse_code<schema::PartClass>(cls);
    const bool allowed = code && (part.info->classes.empty() ? *code != schema::PartClass::LIST
                                                             : std::ranges::find(part.info->classes, *code) != part.info->classes.end());
    if (!allowed) return wrong("ADM-9", path + ".class", "een klasse die bij dit deel hoort", "a class that this part may have");
    part.cls = *code;
  }
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<capnp::DynamicStruct>(part.info->schema);
  if (auto w = read_json(fields, root, ids, path + ".fields")) return w;
  part.filled = filled_bits(root.asReader());
  if (part.filled == 0) return wrong("ADM-11", path + ".fields", "minstens één veld", "at least one field");
  part.message = canonical_bytes(root.asReader());
  draft.parts.push_back(std::move(part));
  return std::nullopt;
}

std::expected<Draft, InputError> draft_from_json(const Json& in, const IdResolver& ids) {
  if (!in.is_object()) return std::unexpected(InputError{"ADM-1", "", "een object { … }", "an object { … }"});
  for (const auto& [name, value] : in.items())
    if (std::ranges::none_of(draft_fields, [&](const char* known) { return name == known; }))
      return std::unexpected(InputError{"ADM-2", typed_name(name), "een bekend veld", "a known field"});
  const auto kind_at = in.find("kind");
  const KindInfo* kind = nullptr;
  if (kind_at != in.end() && kind_at->is_string()) kind = find_kind(std::string_view(kind_at->get_ref<const std::string&>()));
  if (kind_at != in.end() && kind_at->is_number_integer() && kind_at->get<std::int64_t>() > 0 && kind_at->get<std::int64_t>() <= 0xFFFF) kind = find_kind(kind_at->get<std::uint16_t>());
  if (kind == nullptr)
    return std::unexpected(InputError{"ADM-2", "kind", "een soort uit `inzicht kinds`", "a kind from `inzicht kinds`"});
  Draft draft = Draft::of(*kind);
  if (auto w = read_id(in, "event", schema::IdKind::EVENT, ids, draft.event)) return std::unexpected(std::move(*w));
  if (auto w = read_id(in, "case", schema::IdKind::CASE, ids, draft.kase)) return std::unexpected(std::move(*w));
  if (auto w = read_id(in, "organisation", schema::IdKind::ORGANISATION, ids, draft.organisation)) return std::unexpected(std::move(*w));
  if (auto w = read_code(in, "role", "role", draft.role)) return std::unexpected(std::move(*w));
  if (auto w = read_code(in, "claim", "claim", draft.claim)) return std::unexpected(std::move(*w));
  for (auto read : {read_occurred, read_performer, read_references, read_lists})
    if (auto w = read(in, draft, ids)) return std::unexpected(std::move(*w));
  if (auto w = read_json(in.value("facts", Json::object()), draft.facts_root(), ids, "facts")) return std::unexpected(std::move(*w));
  if (auto w = read_parts(in, draft, ids)) return std::unexpected(std::move(*w));
  return draft;
}

}  // namespace inzicht
