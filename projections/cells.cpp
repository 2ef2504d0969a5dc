#include "projections/cells.h"

namespace inzicht::views {

std::string list_name(capnp::EnumSchema list) {
  std::string name = list.getShortDisplayName().cStr();
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

Cell code_cell(capnp::EnumSchema list, std::uint16_t value) {
  const auto all = list.getEnumerants();
  if (value == 0 || value >= all.size()) return {};
  return Atom{CodeCell{list_name(list), std::string{code_of(all[value])}}};
}

Cell codes_cell(capnp::EnumSchema list, std::uint64_t bits) {
  Cell out;
  out.many = true;
  for (std::uint16_t value = 1; value < 64; ++value) {
    if ((bits >> value & 1) == 0) continue;
    auto one = code_cell(list, value);
    if (!one.atoms.empty()) out.atoms.push_back(std::move(one.atoms[0]));
  }
  return out;
}

}  // namespace inzicht::views
