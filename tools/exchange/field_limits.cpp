#include "tools/exchange/field_limits.h"

#include <fmt/format.h>

#include "ledger/base/limits.h"

namespace inzicht::exchange {

std::string_view name_of(FieldType type) {
  switch (type) {
    case FieldType::text: return "string";
    case FieldType::date: return "date";
    case FieldType::integer: return "int";
    case FieldType::decimal: return "float";
    case FieldType::boolean: return "boolean";
    case FieldType::id: return "id";
    case FieldType::list: return "list";
    case FieldType::container: return "container";
  }
  return "string";
}

std::string shown_name(std::string_view name) {
  constexpr std::size_t shown_max = 64;
  if (name.size() <= shown_max) return std::string(name);
  auto cut = name.substr(0, shown_max);
  while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0x80) != 0) cut.remove_suffix(1);  // whole characters only
  return std::string(cut) + "…";
}

Reason long_name() {
  return {fmt::format("een naam van meer dan {} bytes", name_bytes_max), fmt::format("a name of more than {} bytes", name_bytes_max)};
}

std::optional<Reason> add_size(const SourceField& field, std::size_t fields_before, std::size_t& bytes) {
  if (field.name.size() > name_bytes_max) return long_name();
  if (field.value.size() > limits::import_field_bytes_max)
    return Reason{fmt::format("een waarde van meer dan {} bytes", limits::import_field_bytes_max),
                  fmt::format("a value of more than {} bytes", limits::import_field_bytes_max)};
  bytes += field.name.size() + field.value.size();
  if (bytes > limits::import_event_bytes_max)
    return Reason{fmt::format("meer dan {} bytes aan kenmerken", limits::import_event_bytes_max),
                  fmt::format("more than {} bytes of attributes", limits::import_event_bytes_max)};
  if (fields_before >= limits::list_items_max)
    return Reason{fmt::format("meer dan {} kenmerken", limits::list_items_max), fmt::format("more than {} attributes", limits::list_items_max)};
  return std::nullopt;
}

}  // namespace inzicht::exchange
