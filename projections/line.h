// Which sealed field tells an event best: the one line that a table shows of it, by its place only.
#pragma once
#include <optional>

#include "ledger/schema/recorded.h"
#include "projections/view.h"

namespace inzicht::views {

// A field of a sealed part of an event; its name stands in the schema.
struct Place {
  std::uint16_t part = 0;        // position among the event's parts
  std::uint32_t part_type = 0;   // kind × 10 + position
  std::uint8_t field = 0;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.part, self.part_type, self.field);
  }
};

// The first required text of the first part that has one; else the first text that is filled. Motives and attachments come last.
std::optional<Place> best_line(schema::Header::Reader header);
// The first part of this type, and the field of this name, when it is filled.
std::optional<Place> find_place(schema::Header::Reader header, std::uint32_t part_type, std::string_view field);
// An empty cell when the schema has no such field.
Cell words_cell(std::uint64_t index, const std::optional<Place>& place);

}  // namespace inzicht::views
