#include "projections/column_filters.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ledger/codec/catalogue.h"
#include "ledger/rules/rules.h"
#include "ledger/schema/lists.capnp.h"
#include "ledger/watch/terms.h"
#include "projections/cells.h"
#include "projections/owners.h"

namespace inzicht {
namespace {

using By = ColumnFilter::By;

template <class Enum>
capnp::EnumSchema list_of() {
  return capnp::Schema::from<Enum>();
}

constexpr auto owners = [] {
  std::array<std::string_view, views::all_owners.size()> out;
  std::ranges::transform(views::all_owners, out.begin(), views::owner_code);
  return out;
}();
constexpr std::string_view severities[] = {"gate", "warn", "watch"};
constexpr std::string_view smallest_year = "1900";

constexpr ColumnFilter filters[] = {
    {"privacyLog", "route", "route", By::code, list_of<schema::ShareRoute>},
    {"privacyLog", "exception", "exception", By::code, list_of<schema::ShareException>},
    {"privacyLog", "basis", "basis", By::code, list_of<schema::AvgBasis>},
    {"privacyLog", "category", "categories", By::code, list_of<schema::DataCategory>},
    {"consents", "consent-kind", "kind", By::code, list_of<schema::ConsentKind>},
    {"consents", "category", "categories", By::code, list_of<schema::DataCategory>},
    {"recipients", "category", "categories", By::code, list_of<schema::DataCategory>},
    {"measures", "authority", "authority", By::code, list_of<schema::OrderAuthority>},
    {"roles", "function", "function", By::code, list_of<schema::SingleFunction>},
    {"worklist", "owner", "owners", By::word, nullptr, owners},
    {"worklist", "rule", "rule", By::rule},
    {"worklist", "severity", "severity", By::word, nullptr, severities},
    {"worklist", "days", "days", By::at_least},
    {"deadlines", "owner", "owners", By::word, nullptr, owners},
    {"deadlines", "rule", "rule", By::rule},
    {"accessLog", "stated-purpose", "purpose", By::code, list_of<schema::AccessPurpose>},
    {"accessLog", "viewed", "view", By::code, list_of<schema::ViewKind>},
    {"signals", "source", "source", By::code, list_of<schema::SignalSource>},
    {"signals", "type", "type", By::code, list_of<schema::SignalType>},
    {"stagnation", "cause", "causes", By::code, list_of<schema::StagnationCause>},
    {"stagnation", "days", "days", By::at_least},
    {"goals", "horizon", "horizon", By::code, list_of<schema::Horizon>},
    {"goals", "domain", "domains", By::code, list_of<schema::LifeDomain>},
    {"motivation", "phase", "phase", By::code, list_of<schema::BalmPhase>},
    {"whiteSpots", "level", "level", By::code, list_of<schema::DecisionLevel>},
    {"whiteSpots", "days", "days", By::at_least},
    {"deviations", "rule", "rule", By::rule},
    {"outcomes", "year", "closed", By::year},
    {"outcomes", "outcome", "outcome", By::code, list_of<schema::ClosingOutcome>},
    {"retention", "law", "law", By::code, list_of<schema::TaskLaw>},
};

const ColumnFilter* find_filter(std::string_view view, std::string_view name) {
  const auto at = std::ranges::find_if(filters, [&](const ColumnFilter& f) { return f.view == view && f.name == name; });
  return at == std::end(filters) ? nullptr : at;
}

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && out >= 0 ? std::optional(out) : std::nullopt;
}

bool is_value(const ColumnFilter& filter, std::string_view value) {
  const auto number = number_of(value);
  switch (filter.by) {
    case By::code:
    case By::word:
    case By::rule: {
      const auto values = values_of(filter);
      return std::ranges::find(values, value) != values.end();
    }
    case By::year: return number && value.size() == smallest_year.size() && value >= smallest_year;
    case By::at_least: return number.has_value();
  }
  return false;
}

std::string_view last_word(std::string_view key) { return key.substr(key.rfind('.') + 1); }

bool says(const ColumnFilter& filter, const std::string& asked, const Atom& atom) {
  switch (filter.by) {
    case By::code: {
      const auto* code = std::get_if<CodeCell>(&atom);
      return code != nullptr && code->code == asked && code->list == views::list_name(filter.list());
    }
    case By::word: {
      const auto* text = std::get_if<TextCell>(&atom);
      return text != nullptr && last_word(text->key) == asked;
    }
    case By::rule: {
      const auto* rule = std::get_if<RuleCell>(&atom);
      return rule != nullptr && rule->rule == asked;
    }
    case By::year: {
      const auto* day = std::get_if<Date>(&atom);
      return day != nullptr && day->year == number_of(asked);
    }
    case By::at_least: {
      const auto* number = std::get_if<std::int64_t>(&atom);
      return number != nullptr && *number >= number_of(asked);
    }
  }
  return false;
}

std::string expected(const ColumnFilter& filter) {
  if (filter.by == By::year) return "a year such as 2021";
  if (filter.by == By::at_least) return "a whole number of days such as 30";
  if (filter.by == By::rule) return "a rule or term of the catalogue, such as SHARE-10 or TERM-21 (see `inzicht rules`)";
  constexpr std::size_t named_at_most = 16;
  const auto values = values_of(filter);
  std::string out = "one of ";
  for (std::size_t i = 0; i < std::min(values.size(), named_at_most); ++i) out += (i == 0 ? "" : ", ") + values[i];
  return values.size() > named_at_most ? out + ", …" : out;
}

}  // namespace

std::vector<const ColumnFilter*> column_filters_of(std::string_view view) {
  std::vector<const ColumnFilter*> out;
  for (const ColumnFilter& filter : filters)
    if (filter.view == view) out.push_back(&filter);
  return out;
}

std::vector<std::string> values_of(const ColumnFilter& filter) {
  std::vector<std::string> out(filter.words.begin(), filter.words.end());
  if (filter.list != nullptr)
    for (auto value : filter.list().getEnumerants())
      if (value.getOrdinal() != 0) out.emplace_back(code_of(value));
  if (filter.by != By::rule) return out;
  for (const RuleInfo& rule : rules()) out.emplace_back(rule.id);
  for (const TermInfo& term : terms()) out.emplace_back(term.id);
  return out;
}

Status check_columns(std::string_view view, const ViewQuery& query) {
  for (const auto& [name, value] : query.columns) {
    const ColumnFilter* filter = find_filter(view, name);
    if (filter == nullptr) return fail(ErrorCode::bad_input, std::string(view) + ": --" + name + ": this view has no such filter");
    if (!is_value(*filter, value)) return fail(ErrorCode::bad_input, std::string(view) + ": --" + name + ": expected " + expected(*filter));
  }
  return {};
}

void filter_columns(std::string_view view, const ViewQuery& query, const std::vector<Column>& columns, std::vector<Row>& rows, std::size_t begin) {
  for (const auto& [name, value] : query.columns) {
    const ColumnFilter* filter = find_filter(view, name);
    const auto column = static_cast<std::size_t>(std::ranges::find(columns, filter->column, &Column::key) - columns.begin());
    const auto left_out = [&](const Row& row) { return std::ranges::none_of(row.cells[column].atoms, [&](const Atom& atom) { return says(*filter, value, atom); }); };
    rows.erase(std::remove_if(rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.end(), left_out), rows.end());
  }
}

}  // namespace inzicht
