// One record, read with a mapping.
#include <fmt/format.h>

#include "tools/exchange/field_limits.h"
#include "tools/exchange/mapping.h"

namespace inzicht::exchange {
namespace {

std::span<const SourceField> trace_fields(const SourceRecord& record) {
  return record.trace != nullptr ? std::span<const SourceField>(record.trace->fields) : std::span<const SourceField>();
}

// Both a trace and its events have a concept:name: where one name stands for the case and for something of the event, the case
// is the trace's and the rest is the event's own.
bool is_shared(const Mapping& mapping, std::string_view name) {
  return name == mapping.kase.name && (name == mapping.activity.name || name == mapping.time.name || name == mapping.resource.name || name == mapping.id.name);
}

std::string_view text_of(const SourceField* field) { return field != nullptr ? std::string_view(field->value) : std::string_view(); }

// Of the event itself, else of its trace; empty when it is not there.
std::string_view value_of(const Mapping& mapping, const SourceRecord& record, std::string_view name) {
  if (name.empty()) return {};
  const auto* own = find_field(record.fields, name);
  if (own != nullptr || is_shared(mapping, name)) return text_of(own);
  return text_of(find_field(trace_fields(record), name));
}

// Of the trace, else of the event.
std::string_view case_of(const Mapping& mapping, const SourceRecord& record) {
  const auto& name = mapping.kase.name;
  const auto* of_trace = find_field(trace_fields(record), name);
  const bool trace_only = record.trace != nullptr && is_shared(mapping, name);
  return text_of(of_trace != nullptr || trace_only ? of_trace : find_field(record.fields, name));
}

bool is_left_out(const Mapping& mapping, const SourceRecord& record) {
  for (const auto& [column, values] : mapping.keep)
    if (!values.contains(value_of(mapping, record, column))) return true;
  for (const auto& [column, values] : mapping.leave_out)
    if (values.contains(value_of(mapping, record, column))) return true;
  return false;
}

Reason nothing_in(std::string_view nl, std::string_view en, const MappedColumn& column) {
  const auto name = shown_name(column.name);
  return {fmt::format("geen {} ({} is leeg)", nl, name), fmt::format("no {} ({} is empty)", en, name)};
}

}  // namespace

std::variant<MappedRecord, LeftOut, Reason> map_record(const Mapping& mapping, const SourceRecord& record) {
  if (is_left_out(mapping, record)) return LeftOut{};
  MappedRecord out;
  out.kase = case_of(mapping, record);
  if (out.kase.empty()) return nothing_in("zaak", "case", mapping.kase);
  const auto time = value_of(mapping, record, mapping.time.name);
  if (time.empty()) return nothing_in("tijdstip", "time", mapping.time);
  const auto parsed = mapping.time_form.parse(time);
  if (!parsed) {
    const auto name = shown_name(mapping.time.name);
    return Reason{fmt::format("geen leesbaar tijdstip in {}", name), fmt::format("no readable time in {}", name)};
  }
  out.time = *parsed;
  out.activity = value_of(mapping, record, mapping.activity.name);
  out.resource = value_of(mapping, record, mapping.resource.name);
  out.id = value_of(mapping, record, mapping.id.name);
  if (out.id.empty()) out.id = value_of(mapping, record, mapping.id_otherwise);
  if (const auto kind = mapping.kinds.find(out.activity); kind != mapping.kinds.end()) out.kind_guess = kind->second;
  return out;
}

}  // namespace inzicht::exchange
