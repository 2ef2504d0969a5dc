// Everything the command says to people, Dutch with English beside it, in one table of several parts.
#pragma once
#include <fmt/format.h>

#include <locale>
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
std::span<const TextRow> filter_texts();
std::span<const TextRow> said_texts();
std::span<const TextRow> page_texts();
std::span<const TextRow> problem_texts();
// The text of a key; a key that is not in the table is a bug and aborts.
std::string_view tr(Lang lang, std::string_view key);

// How numbers are written: a comma before decimals in Dutch. For fmt's L.
const std::locale& numbers_of(Lang lang);
// value / 10^digits
double decimal_value(std::int64_t value, unsigned digits);
std::string decimal_text(std::int64_t value, unsigned digits, Lang lang);

template <class... Args>
std::string trf(Lang lang, std::string_view key, Args&&... args) {
  return fmt::format(numbers_of(lang), fmt::runtime(tr(lang, key)), std::forward<Args>(args)...);
}

}  // namespace inzicht::cli
