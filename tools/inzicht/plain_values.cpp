#include "tools/inzicht/plain_values.h"

#include <algorithm>
#include <map>

#include "ledger/codec/catalogue.h"
#include "tools/inzicht/kind_words.h"

namespace inzicht::cli {
namespace {

using Words = std::map<std::string_view, Label, std::less<>>;

bool same(const Label& a, const Label& b) { return a.nl == b.nl && a.en == b.en; }

// Of every list, without those that two lists call differently.
Words codes_of_lists() {
  Words out, doubtful;
  for (const auto& list : code_lists())
    for (auto value : list.getEnumerants()) {
      const auto label = label_of(value);
      const auto [at, is_new] = out.emplace(code_of(value), label);
      if (!is_new && !same(at->second, label)) doubtful.emplace(at->first, label);
    }
  for (const auto& [code, label] : doubtful) out.erase(code);
  for (auto value : capnp::Schema::from<schema::Role>().getEnumerants())
    out.insert_or_assign(code_of(value), label_of(value));
  return out;
}

void add_fields(capnp::StructSchema facts, Words& words) {
  for (auto field : facts.getFields()) {
    words.emplace(field.getProto().getName().cStr(), label_of(field));
    const auto type = field.getType();
    if (type.isList() && type.asList().getElementType().isStruct())
      add_fields(type.asList().getElementType().asStruct(), words);
  }
}

const Words& dictionary() {
  static const Words all = [] {
    Words out = codes_of_lists();
    for (const auto& kind : kinds()) {
      out.emplace(kind.code, kind.label);
      for (const auto& part : kind.parts) out.emplace(part.name, part.label);
      add_fields(kind.facts, out);
    }
    out.insert_or_assign("unset", Label{"niemand", "nobody"});
    return out;
  }();
  return all;
}

std::string word(std::string_view token, Lang lang) {
  const auto at = dictionary().find(token);
  if (at == dictionary().end() || at->second.in(lang).empty()) return std::string(token);
  return std::string(at->second.in(lang));
}

std::string in_words(std::string_view value, Lang lang) {
  if (value.empty()) return lang == Lang::nl ? "niets" : "nothing";
  std::string out;
  while (!value.empty()) {
    const auto at = std::min(value.find_first_of(", "), value.size());
    out += word(value.substr(0, at), lang);
    if (at == value.size()) break;
    const bool in_list = value[at] == ',' && at + 1 < value.size() && value[at + 1] != ' ';
    out += in_list ? std::string(", ") : std::string(1, value[at]);
    value.remove_prefix(at + 1);
  }
  return out;
}

// "402", where a message speaks of a kind of event.
std::string kind_in_words(std::string_view value, Lang lang) {
  const bool is_number = !value.empty() && value.size() <= 4 &&
                         std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
  const KindInfo* kind = is_number ? find_kind(value) : nullptr;
  if (kind == nullptr) return in_words(value, lang);
  // Within a sentence, unless it begins with an abbreviation.
  std::string label(kind->label.in(lang));
  if (label.size() > 1 && label[0] >= 'A' && label[0] <= 'Z' && !(label[1] >= 'A' && label[1] <= 'Z'))
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return label;
}

bool is_of_kind(std::string_view key) { return key == "kind" || key == "power" || key == "needed"; }

}  // namespace

Values plain_values(Values values, Lang lang) {
  for (auto& [key, value] : values)
    value = is_of_kind(key) ? kind_in_words(value, lang) : in_words(value, lang);
  return values;
}

std::string plain_message(std::string_view rule, Lang lang, const Values& values) {
  return message_of(rule, lang == Lang::en, plain_values(values, lang));
}

}  // namespace inzicht::cli
