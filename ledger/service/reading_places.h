// What parts that somebody asks for are about: read from their headers.
#pragma once
#include <map>
#include <set>

#include "ledger/service/reading.h"

namespace inzicht {

struct ReadPlaces {
  std::set<SubjectId> about;
  std::set<schema::PartClass> classes;
  std::map<std::uint64_t, EventId> events;                // by index
  std::map<std::uint64_t, std::optional<CaseId>> cases;   // by index
};
Result<ReadPlaces> read_places(const Log& log, std::span<const PartPlace> places);

}  // namespace inzicht
