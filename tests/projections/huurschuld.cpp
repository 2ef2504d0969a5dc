#include "tests/projections/huurschuld.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "crypto/encoding.h"
#include "tools/families/family_row.h"

namespace inzicht::testing {
namespace {

// The table's names for people, professionals and organisations.
class Names final : public IdResolver {
 public:
  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view name) const override {
    switch (kind) {
      case schema::IdKind::SUBJECT: return find<SubjectId>({"J", "P", "K4", "K3"}, name, kind);
      case schema::IdKind::ACTOR: return find<ActorId>({"w3", "jp2", "h2", "b1", "po1", "g1"}, name, kind);
      case schema::IdKind::ORGANISATION:
        if (name.starts_with("O")) return raw(nth<OrganisationId>(static_cast<std::uint8_t>(std::stoi(std::string{name.substr(1)}))));
        return PlainIds().resolve(kind, name);
      default: return PlainIds().resolve(kind, name);
    }
  }

 private:
  template <class T>
  static Buffer raw(const T& id) {
    return {id.bytes.begin(), id.bytes.end()};
  }
  template <class T>
  static std::optional<Buffer> find(std::initializer_list<std::string_view> names, std::string_view name, schema::IdKind kind) {
    std::uint8_t n = 1;
    for (const auto one : names) {
      if (one == name) return raw(nth<T>(n));
      ++n;
    }
    return PlainIds().resolve(kind, name);
  }
};

Json policy(const char* kind) {
  return {{"kind", 109}, {"facts", {{"policyKind", kind}, {"version", 1}, {"owner", "O1"}, {"validFrom", "2019-01-01"}, {"textDigest", crypto::base64(Digest{5})}}}};
}
Json agreement() {
  return {{"kind", 108}, {"facts", {{"agreementType", "privacyAgreement"}, {"status", "active"}, {"parties", {"O1", "O2", "O4"}}, {"version", 1}, {"from", "2019-01-01"}}}};
}

std::string table() {
  std::ifstream in(std::string(INZICHT_TEST_DATA) + "/tables/family-huurschuld.jsonl");
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<EventId> load_huurschuld(Ledger& ledger) {
  const Names names;
  families::FamilyNames family{{{"O4", "partner"}, {"O7", "giUnderOts"}, {"O9", "policeProsecutor"}, {"O14", "involvedInHelp"}},
                               {{"J", "Lila"}, {"P", "Marko"}, {"K4", "Kai"}, {"K3", "Romy"}}, {}};
  const Given set_up{.occurred = "2019-01-07 09:00", .kase = std::nullopt, .ids = &names};
  for (const auto& [name, draft] : {std::pair{"P2", policy("privacyProtocol")}, {"P3", policy("consentText")}, {"P5", agreement()}})
    family.event_ids[name] = text(ledger.add(draft, set_up));
  std::vector<EventId> out;
  const auto rows = families::parse_family(table()).value();
  for (const auto& row : rows) {
    auto json = families::row_to_json(row, family, names);
    if (!json) throw std::runtime_error("row " + std::to_string(row.n) + ": " + json.error().field + ": " + json.error().en);
    Given given;
    given.recorded = local_text(families::recorded_at(row));
    given.actor = ActorId::from(*names.resolve(schema::IdKind::ACTOR, row.who)).value();
    given.ids = &names;
    out.push_back(ledger.add(*json, given));
    family.event_ids[std::to_string(row.n)] = text(out.back());
  }
  return out;
}

}  // namespace inzicht::testing
