#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "crypto/encoding.h"
#include "ledger/base/limits.h"
#include "ledger/codec/json.h"
#include "ledger/codec/json_scalar.h"
#include "ledger/codec/text_format.h"
#include "ledger/codec/typed_name.h"

namespace inzicht {
namespace {

using Which = capnp::schema::Type::Which;
using Wrong = std::optional<InputError>;

Wrong wrong(std::string adm, const std::string& field, std::string nl, std::string en) {
  return InputError{std::move(adm), field, std::move(nl), std::move(en)};
}

std::string codes_of(capnp::EnumSchema list) {
  std::string out;
  for (auto value : list.getEnumerants()) {
    if (value.getOrdinal() == 0) continue;
    if (!out.empty()) out += ", ";
    out += code_of(value);
  }
  return out;
}

Wrong read_enum(const Json& in, capnp::EnumSchema list, const std::string& path, capnp::DynamicEnum& out) {
  const auto value = in.is_string() ? find_value(list, in.get<std::string>()) : std::nullopt;
  if (!value) return wrong("ADM-2", path, "een van: " + codes_of(list), "one of: " + codes_of(list));
  out = capnp::DynamicEnum(list, *value);
  return std::nullopt;
}

const char* id_example(schema::IdKind kind) {
  using enum schema::IdKind;
  switch (kind) {
    case EVENT: return "E-…";
    case CASE: return "Z-…";
    case SUBJECT:
    case PART_SUBJECT: return "P-…";
    case ACTOR: return "A-…";
    case ORGANISATION: return "O-…";
    case MANDATE: return "M-…";
    case KEY:
    case DIGEST:
    case SIGNATURE:
    case PUBLIC_KEY: return "base64";
    case UNSET: return "";
  }
  return "";
}

class Reader {
 public:
  explicit Reader(const IdResolver& ids) : ids_(ids) {}

  Wrong read_struct(const Json& in, capnp::DynamicStruct::Builder out, const std::string& path) {
    if (auto scalar = read_scalar(in, out)) {
      if (scalar->good) return std::nullopt;
      return wrong("ADM-3", path, scalar->expected_nl, scalar->expected_en);
    }
    if (!in.is_object()) return wrong("ADM-1", path, "een object { … }", "an object { … }");
    const auto schema = out.getSchema();
    std::optional<std::string> arm;
    for (const auto& [name, value] : in.items()) {
      const auto field = find_field(schema, name);
      const std::string at = (path.empty() ? "" : path + ".") + typed_name(name);
      if (!field) return wrong("ADM-2", at, "een veld van dit onderdeel: " + fields_of(schema), "a field of this part: " + fields_of(schema));
      if (is_arm(*field) && !value.is_null() && std::exchange(arm, name)) return wrong("ADM-1", at, "één soort feiten", "one kind of facts");
      if (auto w = read_field(value, out, *field, at)) return w;
    }
    if (schema.getUnionFields().size() > 0 && !arm) return wrong("ADM-11", path, "de feiten van een soort", "the facts of a kind");
    return missing_of(schema, out, path);
  }

 private:
  const IdResolver& ids_;

  // Names the first that is missing as the place, and all others beside it: whoever types an entry fills it
  // in once.
  static Wrong missing_of(capnp::StructSchema schema, capnp::DynamicStruct::Builder& out,
                          const std::string& path) {
    std::string first, others;
    for (auto field : schema.getNonUnionFields()) {
      if (!is_required(field) || out.has(field, capnp::HasMode::NON_DEFAULT)) continue;
      const std::string name = field.getProto().getName().cStr();
      if (first.empty())
        first = name;
      else
        others += (others.empty() ? "" : ", ") + name;
    }
    if (first.empty()) return std::nullopt;
    std::string nl = "dit veld is verplicht", en = "this field is required";
    if (!others.empty()) {
      nl += "; ook nodig: " + others;
      en += "; also needed: " + others;
    }
    return wrong("ADM-11", (path.empty() ? "" : path + ".") + first, std::move(nl), std::move(en));
  }
  static bool is_arm(capnp::StructSchema::Field field) {
    return field.getProto().getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT;
  }
  // Not the arm `unset`, which holds nothing; and no name that a NUL cuts to a known one.
  static std::optional<capnp::StructSchema::Field> find_field(capnp::StructSchema schema, const std::string& name) {
    if (name.find('\0') != std::string::npos) return std::nullopt;
    const auto found = schema.findFieldByName(name.c_str());
    KJ_IF_MAYBE (field, found) {
      if (!field->getType().isVoid()) return *field;
    }
    return std::nullopt;
  }
  static std::string fields_of(capnp::StructSchema schema) {
    std::string out;
    for (auto field : schema.getFields()) {
      if (field.getType().isVoid()) continue;
      if (!out.empty()) out += ", ";
      out += field.getProto().getName().cStr();
    }
    return out;
  }

  Wrong read_data(const Json& in, capnp::StructSchema::Field field, const std::string& path, Buffer& out) {
    const auto kind = id_kind_of(field);
    const std::string text = in.is_string() ? in.get<std::string>() : "";
    auto found = text.empty() ? std::nullopt : kind ? ids_.resolve(*kind, text) : crypto::base64_decode(text);
    // Content may be zeros; an id may not.
    if (found && kind && std::ranges::all_of(*found, [](std::uint8_t b) { return b == 0; })) found.reset();
    if (!found) {
      const char* example = kind ? id_example(*kind) : "base64";
      return wrong("ADM-11", path, fmt::format("een bekend kenmerk ({})", example), fmt::format("a known id ({})", example));
    }
    out = std::move(*found);
    return std::nullopt;
  }

  Wrong read_text(const Json& in, capnp::StructSchema::Field field, const std::string& path, std::string& out) {
    if (!in.is_string()) return wrong("ADM-1", path, "tekst", "text");
    out = in.get<std::string>();
    if (!is_utf8(out)) return wrong("ADM-9", path, "tekst in UTF-8 zonder NUL-teken", "text in UTF-8 without a NUL");
    const auto format = text_format_of(field);
    if (format && !out.empty() && !has_format(*format, out)) {
      const std::string expected(expected_format(*format));
      return wrong("ADM-2", path, expected, expected);
    }
    return std::nullopt;
  }

  Wrong read_number(const Json& in, capnp::StructSchema::Field field, capnp::DynamicStruct::Builder out, const std::string& path) {
    const bool is_signed = field.getType().which() == Which::INT32 || field.getType().which() == Which::INT64;
    constexpr std::int64_t bound = (std::int64_t{1} << 53) - 1;
    const auto number = whole_number(in);
    if (!number || (!is_signed && *number < 0) || *number < -bound || *number > bound)
      return wrong("ADM-3", path, is_signed ? "een geheel getal" : "een geheel getal van 0 of meer",
                   is_signed ? "a whole number" : "a whole number of 0 or more");
    std::uint64_t most = 0;
    switch (field.getType().which()) {
      case Which::UINT8: most = 0xFF; break;
      case Which::UINT16: most = 0xFFFF; break;
      case Which::UINT32: most = 0xFFFFFFFF; break;
      case Which::INT32: most = 0x7FFFFFFF; break;
      default: most = static_cast<std::uint64_t>(bound); break;
    }
    const auto magnitude = static_cast<std::uint64_t>(*number < 0 ? -*number : *number);
    if (magnitude > most) return wrong("ADM-3", path, fmt::format("hoogstens {}", most), fmt::format("at most {}", most));
    if (is_signed) {
      out.set(field, *number);
    } else {
      out.set(field, magnitude);
    }
    return std::nullopt;
  }

  Wrong read_field(const Json& in, capnp::DynamicStruct::Builder out, capnp::StructSchema::Field field, const std::string& path) {
    if (in.is_null()) return std::nullopt;
    const auto type = field.getType();
    switch (type.which()) {
      case Which::ENUM: {
        capnp::DynamicEnum value;
        if (auto w = read_enum(in, type.asEnum(), path, value)) return w;
        out.set(field, value);
        return std::nullopt;
      }
      case Which::TEXT: {
        std::string text;
        if (auto w = read_text(in, field, path, text)) return w;
        if (!text.empty()) out.set(field, capnp::Text::Reader(text.c_str(), text.size()));
        return std::nullopt;
      }
      case Which::DATA: {
        Buffer data;
        if (auto w = read_data(in, field, path, data)) return w;
        out.set(field, capnp::Data::Reader(data.data(), data.size()));
        return std::nullopt;
      }
      case Which::STRUCT: return read_struct(in, out.init(field).as<capnp::DynamicStruct>(), path);
      case Which::LIST: return read_list(in, out, field, path);
      default: return read_number(in, field, out, path);
    }
  }

  Wrong read_list(const Json& in, capnp::DynamicStruct::Builder parent, capnp::StructSchema::Field field, const std::string& path) {
    if (!in.is_array()) return wrong("ADM-1", path, "een lijst [ … ]", "a list [ … ]");
    if (in.size() > limits::list_items_max)
      return wrong("ADM-1", path, fmt::format("hoogstens {} waarden", limits::list_items_max), fmt::format("at most {} values", limits::list_items_max));
    if (in.empty()) return std::nullopt;  // an empty list is an absent one
    auto out = parent.init(field, static_cast<unsigned>(in.size())).as<capnp::DynamicList>();
    const auto element = field.getType().asList().getElementType();
    for (unsigned i = 0; i < in.size(); ++i)
      if (auto w = read_element(in[i], out, i, field, element, fmt::format("{}[{}]", path, i))) return w;
    return std::nullopt;
  }

  Wrong read_element(const Json& in, capnp::DynamicList::Builder out, unsigned i, capnp::StructSchema::Field field, capnp::Type element,
                     const std::string& path) {
    switch (element.which()) {
      case Which::ENUM: {
        capnp::DynamicEnum value;
        if (auto w = read_enum(in, element.asEnum(), path, value)) return w;
        out.set(i, value);
        return std::nullopt;
      }
      case Which::TEXT: {
        std::string text;
        if (auto w = read_text(in, field, path, text)) return w;
        if (text.empty()) return wrong("ADM-1", path, "geen lege tekst", "no empty text");
        out.set(i, capnp::Text::Reader(text.c_str(), text.size()));
        return std::nullopt;
      }
      case Which::DATA: {
        Buffer data;
        if (auto w = read_data(in, field, path, data)) return w;
        out.set(i, capnp::Data::Reader(data.data(), data.size()));
        return std::nullopt;
      }
      case Which::STRUCT: return read_struct(in, out[i].as<capnp::DynamicStruct>(), path);
      default: return wrong("ADM-1", path, "een ander soort waarde", "another type of value");
    }
  }
};

}  // namespace

std::optional<Buffer> PlainIds::resolve(schema::IdKind kind, std::string_view text) const {
  using enum schema::IdKind;
  const auto id16 = [&](char letter) -> std::optional<Buffer> {
    const auto raw = parse_id_text(letter, text);
    if (!raw) return std::nullopt;
    return Buffer(raw->begin(), raw->end());
  };
  switch (kind) {
    case EVENT: return id16('E');
    case CASE: return id16('Z');
    case SUBJECT:
    case PART_SUBJECT: return id16('P');
    case ACTOR: return id16('A');
    case ORGANISATION: return id16('O');
    case MANDATE: return id16('M');
    case KEY:
    case DIGEST:
    case PUBLIC_KEY:
    case SIGNATURE: {
      auto raw = crypto::base64_decode(text);
      if (raw && raw->size() == (kind == SIGNATURE ? 64u : 32u)) return raw;
      return std::nullopt;
    }
    case UNSET: return std::nullopt;
  }
  return std::nullopt;
}

std::string id_to_text(schema::IdKind kind, Bytes id) {
  using enum schema::IdKind;
  switch (kind) {
    case EVENT: return id_text('E', id);
    case CASE: return id_text('Z', id);
    case SUBJECT:
    case PART_SUBJECT: return id_text('P', id);
    case ACTOR: return id_text('A', id);
    case ORGANISATION: return id_text('O', id);
    case MANDATE: return id_text('M', id);
    case KEY:
    case DIGEST:
    case PUBLIC_KEY:
    case SIGNATURE:
    case UNSET: return crypto::base64(id);
  }
  return crypto::base64(id);
}

std::optional<InputError> read_json(const Json& in, capnp::DynamicStruct::Builder out, const IdResolver& ids, const std::string& path) {
  return Reader(ids).read_struct(in, out, path);
}

std::expected<Json, InputError> parse_json_text(std::string_view text) {
  if (text.size() > limits::json_bytes_max)
    return std::unexpected(InputError{"ADM-1", "", fmt::format("hoogstens {} bytes", limits::json_bytes_max), fmt::format("at most {} bytes", limits::json_bytes_max)});
  std::vector<std::unordered_set<std::string>> seen;
  std::string problem_nl, problem_en;
  const auto refuse = [&](const char* nl, const char* en) {
    problem_nl = nl;
    problem_en = en;
  };
  // Answers whether to keep the value: after a problem nothing is kept, or memory would grow with every bracket.
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (!problem_nl.empty()) return false;
    const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (depth + (opens ? 1 : 0) > static_cast<int>(limits::json_depth_max)) refuse("hoogstens 32 niveaus diep", "at most 32 levels deep");
    if (event == Json::parse_event_t::object_start) seen.emplace_back();
    if (event == Json::parse_event_t::object_end && !seen.empty()) seen.pop_back();
    if (event == Json::parse_event_t::key && !seen.empty() && !seen.back().insert(parsed.get<std::string>()).second)
      refuse("ieder veld één keer", "every field once");
    return problem_nl.empty();
  };
  Json out = Json::parse(text, watch, /*allow_exceptions=*/false);
  if (!problem_nl.empty()) return std::unexpected(InputError{"ADM-1", "", problem_nl, problem_en});
  if (out.is_discarded()) return std::unexpected(InputError{"ADM-1", "", "geldige JSON", "valid JSON"});
  return out;
}

}  // namespace inzicht
