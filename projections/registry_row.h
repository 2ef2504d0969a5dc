// Rows of the registry view as stored: which events make it.
//
// Key:  index.
#pragma once
#include "projections/row_codec.h"

namespace inzicht::views {

inline constexpr std::string_view registry_name = "registry";

struct RegistryRow {
  EventId event;
  std::uint16_t kind = 0;
  Micros recorded = 0;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.event, self.kind, self.recorded);
  }
};

}  // namespace inzicht::views
