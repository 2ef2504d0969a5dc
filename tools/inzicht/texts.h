// Everything the command says to people, Dutch with English beside it, in one table of several parts.
#pragma once
#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>

#include "ledger/codec/catalogue.h"

namespace inzicht::cli {

struct TextRow {
  std::string_view key, nl, en;
};
std::span<const TextRow> texts();  // all, ascending by key
std::span<const TextRow> help_texts();
std::span<const TextRow> more_help_texts();
std::span<const TextRow> heading_texts();
std::span<const TextRow> view_texts();
std::span<const TextRow> said_texts();
std::span<const TextRow> page_texts();
std::span<const TextRow> problem_texts();
// The text of a key; a key that is not in the table is a bug and aborts.
std::string_view tr(Lang lang, std::string_view key);

template <class... Args>
std::string trf(Lang lang, std::string_view key, Args&&... args) {
  return fmt::format(fmt::runtime(tr(lang, key)), std::forward<Args>(args)...);
}

}  // namespace inzicht::cli
