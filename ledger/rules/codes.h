// Codes of the lists as text, for values of findings and for parameters. Only reached when something fails or is parsed.
// Source:  ledger/schema/lists.capnp; the name of an enumerant is its code.
#pragma once
#include <capnp/schema.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/domain/values.h"

namespace inzicht {

template <class E>
std::string code_text(E value) {
  const auto all = capnp::Schema::from<E>().getEnumerants();
  const auto at = static_cast<unsigned>(value);
  return at < all.size() ? std::string(all[at].getProto().getName().cStr()) : std::string("?");
}

template <class E>
std::optional<E> code_value(std::string_view code) {
  const auto all = capnp::Schema::from<E>().getEnumerants();
  for (unsigned at = 1; at < all.size(); ++at)  // 0 is unset
    if (code == all[at].getProto().getName().cStr()) return static_cast<E>(at);
  return std::nullopt;
}

// Every code of the list but unset, in its order.
template <class E>
std::vector<E> all_codes() {
  std::vector<E> out;
  const auto count = capnp::Schema::from<E>().getEnumerants().size();
  for (unsigned at = 1; at < count; ++at) out.push_back(static_cast<E>(at));
  return out;
}

inline void append(std::string& list, std::string_view item) {
  if (!list.empty()) list += ',';
  list += item;
}

template <class E>
std::string codes_text(CodeSet<E> set) {
  std::string out;
  for (unsigned at = 1; at < 64; ++at)
    if (set.has(static_cast<E>(at))) append(out, code_text(static_cast<E>(at)));
  return out;
}

// The items of a comma-separated list.
template <class Take>
void for_each_item(std::string_view list, Take take) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (const auto item = list.substr(0, comma); !item.empty()) take(item);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
}

}  // namespace inzicht
