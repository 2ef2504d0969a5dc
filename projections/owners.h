// Whose list a term or finding stands on, as codes of roles, and as a filter that views take.
#pragma once
#include <algorithm>
#include <array>

#include "ledger/watch/terms.h"
#include "projections/view.h"

namespace inzicht::views {

inline constexpr std::array all_owners{Owner::privacy_officer, Owner::regisseur, Owner::wijkcoach, Owner::policy_adviser, Owner::archivist};

constexpr std::string_view owner_code(Owner owner) {
  switch (owner) {
    case Owner::privacy_officer: return "privacyOfficer";
    case Owner::regisseur: return "regisseur";
    case Owner::wijkcoach: return "wijkcoach";
    case Owner::policy_adviser: return "policyAdviser";
    case Owner::archivist: return "archivist";
  }
  return "";
}
// The owner that the view's own filter names; nullopt when it names none.
inline std::optional<Owner> owner_of(const ViewQuery& query) {
  const auto at = std::ranges::find_if(all_owners, [&](Owner owner) { return query.extra && *query.extra == owner_code(owner); });
  return at == all_owners.end() ? std::nullopt : std::optional(*at);
}
// Texts "owner.regisseur".
inline Cell owners_cell(const std::vector<Owner>& owners) {
  Cell out = Cell::list({});
  for (const auto owner : owners) out.atoms.push_back(TextCell{"owner." + std::string(owner_code(owner))});
  return out;
}

}  // namespace inzicht::views
