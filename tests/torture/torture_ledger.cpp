#include "tests/torture/torture_ledger.h"

#include <spdlog/spdlog.h>

#include <fstream>

#include "crypto/encoding.h"
#include "tools/families/family_loader.h"

namespace inzicht::torture {
namespace {

constexpr const char* names[] = {"w1", "w3", "r1", "jp1", "j1", "jgz1"};

Result<crypto::Secret> passphrase(const Place& place) {
  INZICHT_TRY(bytes, read_file(place.ledger / "example-passphrase", 1024));
  while (!bytes.empty() && bytes.back() == '\n') bytes.pop_back();
  return crypto::Secret::from(bytes);
}

std::string said(const families::LoadFailure& failure) {
  if (const auto* error = std::get_if<Error>(&failure.why)) return failure.where + ": " + error->text;
  return failure.where + ": " + std::get<Refused>(failure.why).en;
}

}  // namespace

std::optional<std::string> make(const Place& place) {
  {
    auto stage = families::Stage::create(place.ledger);
    if (!stage) return said(stage.error());
    if (auto loaded = (*stage)->load("huurschuld", [](std::uint64_t, std::uint64_t) {}); !loaded) return said(loaded.error());
  }
  const auto own = LedgerFolder(place.ledger).keys();
  if (own == place.keys) return std::nullopt;
  std::error_code error;
  std::filesystem::copy(own, place.keys, std::filesystem::copy_options::recursive, error);
  if (error) return error.message();
  std::filesystem::remove_all(own, error);
  return error ? std::optional(error.message()) : std::nullopt;
}

Result<std::unique_ptr<OpenLedger>> open(const Place& place) {
  INZICHT_TRY(secret, passphrase(place));
  return OpenLedger::open(place.ledger, secret, nullptr);
}

Result<std::vector<Person>> open_people(const Place& place, OpenLedger& ledger) {
  INZICHT_TRY(secret, passphrase(place));
  std::vector<Person> out;
  for (const char* name : names) {
    INZICHT_TRY(author, Author::open(place.keys / name, secret));
    const auto actor = author->profile().actor.value_or(ActorId{});
    Person person{name, schema::Role::UNSET, {}, std::move(author)};
    ledger.service().with_registry([&](const Registry& registry) {
      for (const auto* mandate : registry.mandates_of(actor))
        if (person.role == schema::Role::UNSET) person.role = mandate->role;
      if (const auto* info = registry.find_actor(actor)) person.organisation = info->organisation.value_or(OrganisationId{});
    });
    out.push_back(std::move(person));
  }
  return out;
}

}  // namespace inzicht::torture
