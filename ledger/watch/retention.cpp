#include "ledger/watch/retention.h"

#include <algorithm>

namespace inzicht {
namespace {

bool is_of_veilig_thuis(const CaseHistory& history, const Registry& registry) {
  return std::ranges::any_of(history.of(201), [&](const HistoryEvent* opened) {
    const auto org = id_of<OrganisationId>(opened->event.header.getOrganisation());
    const OrganisationInfo* info = org ? registry.find_organisation(*org) : nullptr;
    return info != nullptr && info->type == schema::OrgType::VEILIG_THUIS;
  });
}

}  // namespace

std::optional<Date> youngest_turns_18(const CaseHistory& history, const Registry& registry) {
  if (!is_of_veilig_thuis(history, registry)) return std::nullopt;
  std::optional<Month> youngest;
  for (const auto* recorded : history.of(202))
    for (const auto row : recorded->facts().getPersonRecorded().getPersons())
      if (row.hasBirthMonth())
        youngest = std::max(youngest.value_or(Month{}),
                            Month{row.getBirthMonth().getYear(), row.getBirthMonth().getMonth()});
  if (!youngest) return std::nullopt;
  const Date month_begins{static_cast<std::int16_t>(youngest->year + 18), youngest->month, 1};
  return add(month_begins, Duration{.months = 1});
}

}  // namespace inzicht
