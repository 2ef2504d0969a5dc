#include "projections/line.h"

#include <bit>
#include <unordered_map>

#include "ledger/codec/catalogue.h"

namespace inzicht::views {
namespace {

struct TextFields {
  std::uint64_t all = 0;       // bit n: field n is a text
  std::uint64_t required = 0;
};

// Reflection once, at first use: events are many, part types a hundred.
const std::unordered_map<std::uint32_t, TextFields>& text_fields() {
  static const auto built = [] {
    std::unordered_map<std::uint32_t, TextFields> out;
    for (const auto& kind : kinds()) {
      for (const auto& part : kind.parts) {
        if (part.is_list()) continue;
        TextFields& texts = out[part.part_type];
        for (auto field : part.schema.getFields()) {
          if (!field.getType().isText() || field.getIndex() >= 64) continue;
          texts.all |= std::uint64_t{1} << field.getIndex();
          if (is_required(field)) texts.required |= std::uint64_t{1} << field.getIndex();
        }
      }
    }
    return out;
  }();
  return built;
}

constexpr std::uint32_t first_shared_position = 8;  // deviation motive and attachment, of every kind
bool is_shared(std::uint32_t part_type) { return part_type % 10 >= first_shared_position; }

Place place_of(unsigned part, std::uint32_t part_type, std::uint64_t candidates) {
  return {static_cast<std::uint16_t>(part), part_type, static_cast<std::uint8_t>(std::countr_zero(candidates))};
}

std::optional<Place> best_among(capnp::List<schema::PartCommitment>::Reader parts, bool shared) {
  std::optional<Place> filled;
  for (unsigned i = 0; i < parts.size(); ++i) {
    const auto part = parts[i];
    if (is_shared(part.getPartType()) != shared) continue;
    const auto texts = text_fields().find(part.getPartType());
    if (texts == text_fields().end()) continue;
    if (const auto best = part.getFilled() & texts->second.required; best != 0) return place_of(i, part.getPartType(), best);
    if (const auto other = part.getFilled() & texts->second.all; other != 0 && !filled) filled = place_of(i, part.getPartType(), other);
  }
  return filled;
}

}  // namespace

std::optional<Place> best_line(schema::Header::Reader header) {
  const auto parts = header.getParts();
  if (parts.size() == 0) return std::nullopt;
  if (auto own = best_among(parts, false)) return own;
  return best_among(parts, true);
}

std::optional<Place> find_place(schema::Header::Reader header, std::uint32_t part_type, std::string_view name) {
  const PartInfo* info = find_part(part_type);
  if (info == nullptr) return std::nullopt;
  const auto parts = header.getParts();
  for (unsigned i = 0; i < parts.size(); ++i) {
    if (parts[i].getPartType() != part_type) continue;
    for (auto field : info->schema.getFields()) {
      if (std::string_view(field.getProto().getName().cStr()) != name) continue;
      const auto bit = std::uint64_t{1} << field.getIndex();
      if ((parts[i].getFilled() & bit) != 0) return place_of(i, part_type, bit);
    }
  }
  return std::nullopt;
}

Cell words_cell(std::uint64_t index, const std::optional<Place>& place) {
  if (!place) return {};
  const PartInfo* info = find_part(place->part_type);
  if (info == nullptr || place->field >= info->schema.getFields().size()) return {};
  return Atom{WordsCell{index, place->part, info->schema.getFields()[place->field].getProto().getName().cStr()}};
}

}  // namespace inzicht::views
