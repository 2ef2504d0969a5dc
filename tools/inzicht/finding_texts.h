// What is wrong when a rule is not met or a term is late, and what settles it: one short sentence each, as a worklist says it.
//
// Shape:  one row per rule of ledger/rules/rules.jsonl and per term of terms.jsonl; rows of each table ascending by id. A sentence names no
//         rules, kinds or codes. Of a rule it says what repairs it, or what to explain; of a term what it waits for.
// Source: columns `rule` and `message_nl` of the rule, `settled` of the term.
#pragma once
#include <span>
#include <string_view>

namespace inzicht::cli {

struct FindingText {
  std::string_view id, nl, en, settle_nl, settle_en;
};
std::span<const FindingText> finding_texts();  // all, ascending by id
std::span<const FindingText> rule_finding_texts();
std::span<const FindingText> term_finding_texts();
// nullptr for an id that is neither rule nor term.
const FindingText* finding_text(std::string_view id);

}  // namespace inzicht::cli
