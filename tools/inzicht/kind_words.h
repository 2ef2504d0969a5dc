// The catalogue in words: what a field may hold, who records, whom a part is about, and the lists of codes.
//
// Shape: a code is told as `code (label)`, in the reader's language; the code is what people type.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ledger/codec/catalogue.h"

namespace inzicht::cli {

// The label alone where it begins with the code: wijkcoach (casemanager).
std::string with_label(std::string_view code, std::string_view label);
// All values of a list, in its order, without "unset".
std::string values_in_words(capnp::EnumSchema list, Lang lang);
// What a field may hold. A record's own fields are told apart: `is_record`.
std::string type_in_words(capnp::StructSchema::Field field, Lang lang);
bool is_record(capnp::Type type);

std::string role_in_words(std::string_view code, Lang lang);
std::string subject_in_words(std::string_view subject, Lang lang);  // of PartInfo
std::string classes_in_words(const PartInfo& part, Lang lang);
std::string relation_in_words(const RefInfo& ref, Lang lang);
std::string targets_in_words(const RefInfo& ref, Lang lang);

// Every list that a header, a fact or a part can hold, ascending by name; a name begins lower case, as in `kinds --json`.
std::vector<capnp::EnumSchema> code_lists();
std::string name_of_list(capnp::EnumSchema list);

}  // namespace inzicht::cli
