// Finding a text in the tables.
#include "tools/inzicht/texts.h"

#include <algorithm>
#include <vector>

#include "ledger/base/assert.h"

namespace inzicht::cli {
namespace {

std::vector<TextRow> all_texts() {
  std::vector<TextRow> out;
  for (const auto& table : {help_texts(), more_help_texts(), heading_texts(), view_texts(), filter_texts(), said_texts(), page_texts(), problem_texts()}) out.insert(out.end(), table.begin(), table.end());
  std::ranges::sort(out, {}, &TextRow::key);
  return out;
}

// Without groups of thousands: ids and counts are copied.
class DutchNumbers : public std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
};

}  // namespace

const std::locale& numbers_of(Lang lang) {
  static const std::locale dutch(std::locale::classic(), new DutchNumbers);
  return lang == Lang::nl ? dutch : std::locale::classic();
}

double decimal_value(std::int64_t value, unsigned digits) {
  double out = static_cast<double>(value);
  for (; digits > 0; --digits) out /= 10;
  return out;
}
std::string decimal_text(std::int64_t value, unsigned digits, Lang lang) { return fmt::format(numbers_of(lang), "{:.{}Lf}", decimal_value(value, digits), digits); }

std::span<const TextRow> texts() {
  static const auto all = all_texts();
  return all;
}

std::string_view tr(Lang lang, std::string_view key) {
  const auto all = texts();
  const auto at = std::ranges::lower_bound(all, key, {}, &TextRow::key);
  INZICHT_ASSERT(at != all.end() && at->key == key);
  return lang == Lang::nl ? at->nl : at->en;
}

}  // namespace inzicht::cli
