// Messages of rules and admission checks, with their placeholders filled.
#include <map>
#include <nlohmann/json.hpp>

#include "ledger/rules/check.h"
#include "ledger/rules/rules.h"
#include "ledger/rules/tables.h"

namespace inzicht {
namespace {

struct Message {
  std::string nl, en;
};

const std::map<std::string, Message, std::less<>>& messages() {
  static const auto table = [] {
    std::map<std::string, Message, std::less<>> out;
    for (auto text : {tables::rules(), tables::admission()})
      for_each_line(text, [&out](std::string_view line) {
        const auto row = nlohmann::json::parse(line);
        out[row.at("id").get<std::string>()] = {row.at("message_nl").get<std::string>(), row.at("message_en").get<std::string>()};
      });
    return out;
  }();
  return table;
}

// What a placeholder shows when there is no value for it.
constexpr std::string_view unknown_value = "…";

std::string fill(std::string_view text, const Values& values) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return out.append(text);
    out.append(text.substr(0, open));
    const auto at = values.find(std::string(text.substr(open + 1, close - open - 1)));
    out.append(at == values.end() ? unknown_value : std::string_view(at->second));
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

std::string message_of(std::string_view id, bool english, const Values& values) {
  const auto at = messages().find(id);
  if (at == messages().end()) return std::string(id);
  return fill(english ? at->second.en : at->second.nl, values);
}

}  // namespace inzicht
