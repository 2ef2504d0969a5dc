// Why a submission was not recorded: an admission check, or gate rules that a conforming claim does not meet.
//
// A refusal is a value and a fact for people: it carries the rule and what to do, never content.
// Source: docs/domain.md §0.1, §0.10.
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "ledger/codec/json.h"
#include "ledger/codec/strict.h"
#include "ledger/rules/rules.h"

namespace inzicht {

struct Refused {
  std::string adm;     // "ADM-5"; empty when gate rules refused
  std::string field;   // path in the header, or empty
  std::string nl, en;  // what was expected, in words
  Values values;       // for the message of the admission check
  std::vector<RuleFinding> findings;  // failing gate rules

  static Refused of(std::string adm, std::string field, std::string nl, std::string en);
  static Refused of(const Malformed& malformed);
  static Refused of(const InputError& error);
};

}  // namespace inzicht
