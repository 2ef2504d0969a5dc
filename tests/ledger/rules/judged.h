// What the tests of this module have seen of each rule. The whole run can then say which rules were never shown both ways.
//
// Threads: one.
#pragma once
#include <string>

namespace inzicht::given {

enum class Judged { held, broken, explained };
void note_judged(const std::string& rule, Judged how);

}  // namespace inzicht::given
