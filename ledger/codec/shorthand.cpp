// Values as people type them on one line: lists with commas, records with spaces and semicolons.
#include <fmt/format.h>

#include <charconv>

#include "ledger/base/time.h"
#include "ledger/codec/json.h"
#include "ledger/codec/json_scalar.h"
#include "ledger/schema/types.capnp.h"

namespace inzicht {
namespace {

using Which = capnp::schema::Type::Which;

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> out;
  while (true) {
    const auto at = text.find_first_of(separators);
    const auto piece = trim(text.substr(0, at));
    if (!piece.empty()) out.push_back(piece);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

// By its place: what was typed in the wrong place may be words about somebody.
std::unexpected<InputError> not_readable(const std::string& path, std::size_t nth) {
  return std::unexpected(InputError{
      "ADM-2", path, fmt::format("een waarde die past op dit veld (het {}e woord past niet)", nth + 1),
      fmt::format("a value that fits this field (word {} does not)", nth + 1)});
}

bool is_recipient(capnp::StructSchema s) { return s == capnp::Schema::from<schema::Recipient>(); }

// JSON of one word for a type, or nullopt when the word does not fit it.
std::optional<Json> fit(capnp::StructSchema::Field field, capnp::Type type, std::string_view word, const IdResolver& ids) {
  switch (type.which()) {
    case Which::ENUM:
      if (!find_value(type.asEnum(), word)) return std::nullopt;
      return Json(std::string(word));
    case Which::DATA: {
      const auto kind = id_kind_of(field);
      if (!kind || !ids.resolve(*kind, word)) return std::nullopt;
      return Json(std::string(word));
    }
    case Which::TEXT: return Json(std::string(word));
    case Which::STRUCT: {
      const auto s = type.asStruct();
      if (s == capnp::Schema::from<schema::Date>()) return parse_date(word) ? std::optional<Json>(std::string(word)) : std::nullopt;
      if (s == capnp::Schema::from<schema::Month>()) return parse_month(word) ? std::optional<Json>(std::string(word)) : std::nullopt;
      if (s == capnp::Schema::from<schema::Duration>()) return parse_duration(word) ? std::optional<Json>(std::string(word)) : std::nullopt;
      if (s == capnp::Schema::from<schema::Instant>()) return Json(std::string(word));
      if (s == capnp::Schema::from<schema::Decimal>()) return Json(std::string(word));
      break;
    }
    default: break;
  }
  const bool is_count = type.isStruct() && (type.asStruct() == capnp::Schema::from<schema::Count>() || type.asStruct() == capnp::Schema::from<schema::Cents>());
  if (type.isStruct() && !is_count) return std::nullopt;
  std::int64_t number = 0;
  const auto [at, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || at != word.data() + word.size()) return std::nullopt;
  if (number >= 0) return Json(static_cast<std::uint64_t>(number));
  return Json(number);
}

// A recipient is typed as whom it is: an organisation, a professional, a person, or a class of recipients alone; "O4:partner" adds the class.
std::optional<Json> fit_recipient(std::string_view word, const IdResolver& ids) {
  Json out = Json::object();
  const auto colon = word.find(':');
  const std::string who(word.substr(0, colon));
  if (colon != std::string_view::npos) out["class"] = std::string(word.substr(colon + 1));
  if (find_value(capnp::Schema::from<schema::RecipientClass>(), who)) {
    out["class"] = who;
  } else if (ids.resolve(schema::IdKind::ORGANISATION, who)) {
    out["org"] = who;
  } else if (ids.resolve(schema::IdKind::ACTOR, who)) {
    out["actor"] = who;
  } else if (ids.resolve(schema::IdKind::SUBJECT, who)) {
    out["subject"] = who;
  } else {
    return std::nullopt;
  }
  return out;
}

// Fills the record's fields in order; an optional field, or a list, that the word does not fit is skipped.
std::expected<Json, InputError> fit_record(capnp::StructSchema schema, std::string_view text, const IdResolver& ids, const std::string& path) {
  Json out = Json::object();
  const auto words = split(text, " >");
  std::size_t at = 0;
  for (auto field : schema.getNonUnionFields()) {
    if (at >= words.size()) break;
    const char* name = field.getProto().getName().cStr();
    auto type = field.getType();
    if (type.isList()) {
      Json list = Json::array();
      const auto element = type.asList().getElementType();
      bool any = false;
      for (auto word : split(words[at], ",+")) {
        auto value = fit(field, element, word, ids);
        any = any || value;
        list.push_back(value ? std::move(*value) : Json(std::string(word)));  // as it is, so that the reader refuses it by name
      }
      if (!any) continue;
      out[name] = std::move(list);
      ++at;
      continue;
    }
    if (auto value = fit(field, type, words[at], ids)) {
      out[name] = std::move(*value);
      ++at;
    }
  }
  if (at < words.size()) return not_readable(path, at);
  return out;
}

std::expected<Json, InputError> fit_records(capnp::StructSchema::Field field, capnp::StructSchema element, std::string_view text,
                                            const IdResolver& ids, const std::string& path) {
  Json out = Json::array();
  if (is_recipient(element)) {
    for (auto word : split(text, ",")) {
      auto one = fit_recipient(word, ids);
      if (!one) return not_readable(path, out.size());
      out.push_back(std::move(*one));
    }
    return out;
  }
  if (is_scalar(element)) {
    for (auto word : split(text, ",")) {
      auto one = fit(field, element, word, ids);
      if (!one) return not_readable(path, out.size());
      out.push_back(std::move(*one));
    }
    return out;
  }
  text = trim(text);
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  for (auto record : split(text, ";")) {
    auto one = fit_record(element, record, ids, path);
    if (!one) return one;
    out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace

std::expected<Json, InputError> parse_shorthand(capnp::StructSchema::Field field, std::string_view text, const IdResolver& ids,
                                                const std::string& path) {
  text = trim(text);
  if (text.starts_with('{') || text.starts_with("[{") || text.starts_with("[\"")) return parse_json_text(text);
  const auto type = field.getType();
  if (type.isList()) {
    const auto element = type.asList().getElementType();
    if (element.isStruct()) return fit_records(field, element.asStruct(), text, ids, path);
    Json out = Json::array();
    for (auto word : split(text, ",")) out.push_back(fit(field, element, word, ids).value_or(Json(std::string(word))));
    return out;
  }
  if (type.isStruct() && is_recipient(type.asStruct())) {
    auto one = fit_recipient(text, ids);
    if (!one) return not_readable(path, 0);
    return std::move(*one);
  }
  if (type.isText() || type.isData()) return Json(std::string(text));
  // What does not fit is handed on as text, so that the reader names the codes or the form it expects.
  return fit(field, type, text, ids).value_or(Json(std::string(text)));
}

}  // namespace inzicht
