// Where pictures and pages find their words: what a cell says, and what the text of a key says. They know no ledger and open nothing.
#pragma once
#include <fmt/format.h>

#include <functional>
#include <initializer_list>
#include <string>

#include "ledger/codec/catalogue.h"
#include "projections/view.h"

namespace inzicht {

struct Wording {
  std::function<std::string(const Cell&)> cell;
  std::function<std::string(std::string_view)> text;
  Lang lang = Lang::nl;

  template <class... Args>
  std::string textf(std::string_view key, Args&&... args) const {
    return fmt::format(fmt::runtime(text(key)), std::forward<Args>(args)...);
  }
  std::string atom(const Atom& one) const { return cell(Cell(one)); }
};

// Those that say something, with that between them.
inline std::string joined(std::initializer_list<std::string> texts, std::string_view between) {
  std::string out;
  for (const auto& text : texts)
    if (!text.empty()) out += (out.empty() ? "" : std::string(between)) + text;
  return out;
}

}  // namespace inzicht
