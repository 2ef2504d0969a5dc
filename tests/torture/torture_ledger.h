// The ledger that the torture rounds record in: an example ledger, and a few of its cast with their keys.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"

namespace inzicht::torture {

// The ledger's folder and that of the authors' keys, which may lie on another disk.
struct Place {
  std::filesystem::path ledger;
  std::filesystem::path keys;
};

struct Person {
  std::string name;
  schema::Role role = schema::Role::UNSET;
  OrganisationId organisation;
  std::unique_ptr<Author> author;
};

// Makes the ledger, with one family in it. Says what went wrong, or nothing.
std::optional<std::string> make(const Place& place);

Result<std::unique_ptr<OpenLedger>> open(const Place& place);
Result<std::vector<Person>> open_people(const Place& place, OpenLedger& ledger);

// Compares the ledger with what was acknowledged: lines "event E-… INDEX" and "checkpoint SIZE NOTE". Prints one line of JSON;
// parts are opened of the acknowledgements from line `fresh_from` on. Answers an exit code.
int check(const Place& place, const std::filesystem::path& acknowledged, std::uint64_t fresh_from);

}  // namespace inzicht::torture
