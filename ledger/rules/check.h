// What a rule is in this module: an id of the catalogue, the kinds it looks at, and a pure function.
//
// Shape:   a function answers nothing when the rule holds or cannot be judged, and the values of its message when not.
//          evaluate() runs those of the event's kind in catalogue order.
// Source:  docs/domain.md §6.
#pragma once
#include <initializer_list>
#include <optional>
#include <span>

#include "ledger/rules/parameters.h"
#include "ledger/rules/rules.h"

namespace inzicht {

// One evaluation: the event and everything it is judged by. Lives as long as the call.
struct Check {
  const RuleInput& input;
  schema::Header::Reader header;
  schema::Facts::Reader facts;
  std::uint16_t kind;
  Moment t;  // occurred-at
  const Parameters& parameters;
  ActorId author;
  schema::Role role;

  explicit Check(const RuleInput& in);

  const Registry& registry() const { return input.registry; }
  // Null when the event has no case: then what a case would know is not judged.
  const CaseState* state() const { return input.state; }
  // The organisation an actor works for; zero when unknown.
  OrganisationId org_of(const ActorId& actor) const;
  // The organisation acted for: that of the header, else the author's.
  OrganisationId own_org() const;
  // The wijkteam of the case's wijkcoach at that time, else the author's organisation (docs/domain.md §2.5).
  OrganisationId own_team() const;
  // In force on the day of the event, with both as party.
  std::vector<const AgreementInfo*> agreements_between(const OrganisationId& one, const OrganisationId& other) const;
  bool filled(std::uint32_t part_type, unsigned field) const;
  // Under role ledgerService with the ledger's own key, which nobody owns. The role alone says nothing: anybody can write it.
  bool by_ledger_key() const;
};

using Failure = std::optional<Values>;
struct Rule {
  std::string_view id;
  std::vector<std::uint16_t> kinds;  // empty: all
  Failure (*check)(const Check&);
};

bool is_evaluated(std::string_view id);
const std::vector<Rule>& all_rules();

std::vector<Rule> time_rules();
std::vector<Rule> role_rules();
std::vector<Rule> consent_rules();
std::vector<Rule> share_decision_rules();
std::vector<Rule> share_rules();
std::vector<Rule> signal_rules();
std::vector<Rule> meeting_rules();
std::vector<Rule> plan_rules();
std::vector<Rule> drang_offer_rules();
std::vector<Rule> dwang_order_rules();
std::vector<Rule> close_rules();
std::vector<Rule> assessment_rules();
std::vector<Rule> process_model_rules();
std::vector<Rule> safety_rules();
std::vector<Rule> plan_order_rules();
std::vector<Rule> intervention_rules();
std::vector<Rule> evaluation_rules();
std::vector<Rule> restriction_rules();
std::vector<Rule> rights_rules();
std::vector<Rule> erasure_rules();
std::vector<Rule> access_rules();

template <class Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (const auto line = text.substr(0, end); !line.empty()) take(line);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

}  // namespace inzicht
