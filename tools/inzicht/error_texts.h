// What a fault says, in Dutch. Faults are made in English, deep below the command; a reader of Dutch gets them by their pattern.
//
// Shape:  a pattern is fixed text with {} for a piece that varies and is copied as it is, and {said} for a piece that may be such a text
//         itself. Of the patterns that fit the one with most fixed text says it. A text of no pattern stays as it was.
// Source: the texts of `fail(…)` in tools/, ledger/ and projections/; a test holds those of tools/inzicht against the table.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace inzicht::cli {

struct ErrorText {
  std::string_view en, nl;
};
std::span<const ErrorText> command_error_texts();   // of what was typed
std::span<const ErrorText> exchange_error_texts();  // of files that come in and go out, and of views
std::span<const ErrorText> ledger_error_texts();    // of the ledger's folder, log and vault

std::string dutch_error(std::string_view english);

}  // namespace inzicht::cli
