#include "ledger/rules/exceptions.h"

#include <algorithm>

#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

using Lack = std::optional<std::string>;
using Class = schema::RecipientClass;

struct Asked {
  const Check& check;
  const ScopeMatch& match;
  const Decision& decision;
  const Recipient& to;
  const CaseState& state() const { return match.state; }
  const Date& on() const { return match.t.on; }
};

Lack is_class(const Asked& a, Class cls) { return a.to.cls == cls ? Lack() : Lack(code_text(cls)); }
Lack names_article(const Asked& a) { return a.decision.article.empty() ? Lack("article") : Lack(); }

bool has_direct_role(const Asked& a, const ActorId& actor) {
  return std::ranges::any_of(a.state().involvement().roles_of(actor, a.on()),
                             [&](schema::Role role) { return a.match.parameters.directly_involved_roles.has(role); });
}

// JW 7.3.11(2)(a): whoever is directly involved in the help is no "other".
Lack directly_involved(const Asked& a) {
  if (!a.to.actor.is_zero()) return has_direct_role(a, a.to.actor) ? Lack() : Lack(to_text(a.to.actor));
  const Involvement& involved = a.state().involvement();
  const bool by_party = std::ranges::any_of(involved.parties(), [&](const Party& p) {
    return p.org == a.to.org && p.is_active(a.on()) && a.match.parameters.directly_involved_roles.has(p.role);
  });
  const bool by_member = std::ranges::any_of(involved.active_actors(a.on()), [&](const ActorId& actor) {
    return a.check.org_of(actor) == a.to.org && has_direct_role(a, actor);
  });
  return !a.to.org.is_zero() && (by_party || by_member) ? Lack() : Lack(to_text(a.to.org));
}

// JW 7.3.11(2)(b): whose consent to the help is asked may be told about it.
Lack consent_person(const Asked& a) {
  for (const SubjectId& person : a.decision.about)
    if (!may_consent(a.state(), a.match.parameters, {a.decision.from_law, schema::ConsentKind::HULPVERLENING, person, a.match.t}, a.to.subject))
      return to_text(person);
  return a.to.subject.is_zero() ? Lack("consentPerson") : Lack();
}

// JW 7.3.11(4): the institution that carries out supervision, while it lasts.
Lack gi_informant(const Asked& a) {
  for (const SubjectId& person : a.decision.about) {
    const auto measures = a.state().dwang_orders().in_force(person, a.on());
    const bool supervised = std::ranges::any_of(measures, [&](const Measure* m) {
      const bool ots = m->measure == schema::DwangMeasure::OTS || m->measure == schema::DwangMeasure::VOORLOPIGE_OTS;
      return ots && !m->executor.is_zero() && m->executor == a.to.org;
    });
    if (!supervised) return to_text(person);
  }
  return std::nullopt;
}

Lack legal_duty(const Asked& a) {
  const auto& duties = a.match.parameters.duty_articles;
  return std::ranges::find(duties, a.decision.article) != duties.end() ? Lack() : Lack("article");
}

// The order itself, or the document that holds it; to the court, or to whom it names.
Lack court_order(const Asked& a) {
  for (const EventId& event : a.decision.based_on) {
    if (const EventNote* note = a.state().find(event); note != nullptr && note->kind == 210) return std::nullopt;
    if (const Measure* order = a.state().dwang_orders().find(event))
      if (a.to.cls == Class::COURT || (!order->executor.is_zero() && order->executor == a.to.org)) return std::nullopt;
  }
  return "courtOrder";
}

bool share_person(const std::vector<SubjectId>& some, const std::vector<SubjectId>& others) {
  return std::ranges::any_of(some, [&](const SubjectId& person) { return names(others, person); });
}

// Steps of the meldcode about somebody whom the decision is about.
template <class Holds>
bool any_meldcode(const Asked& a, Holds holds) {
  return std::ranges::any_of(a.state().safety().meldcode(), [&](const MeldcodeNote& note) {
    return note.occurred <= a.match.t.at && share_person(note.about, a.decision.about) && holds(note);
  });
}

// A 606 says acute, or a crisis (304) or unilateral intervention (909) was at most two days ago.
bool is_emergency(const Asked& a) {
  constexpr Duration fresh{0, 2, 0};
  const auto recent = [&](const Danger& one) { return one.occurred <= a.match.t.at && a.match.t.at <= add(one.occurred, fresh); };
  return any_meldcode(a, [](const MeldcodeNote& note) { return note.acute; }) || std::ranges::any_of(a.state().safety().crises(), recent) ||
         std::ranges::any_of(a.state().safety().interventions(), recent);
}

// Wmo 5.2.6: a report that the meldcode asks, or danger that lasts.
Lack vt_report(const Asked& a) {
  if (const auto lack = is_class(a, Class::VEILIG_THUIS)) return lack;
  const auto lasts = [&](const Danger& one) { return one.is_open(a.match.t.at); };
  const auto asks = [](const MeldcodeNote& note) { return note.acute || note.outcomes.has(schema::MeldcodeOutcome::REPORT_NECESSARY); };
  const bool holds = any_meldcode(a, asks) || std::ranges::any_of(a.state().safety().crises(), lasts) ||
                     std::ranges::any_of(a.state().safety().interventions(), lasts);
  return holds ? Lack() : Lack("606,304,909");
}

// BPSW 13: who cannot weigh it now, in an emergency.
Lack incapacity_emergency(const Asked& a) {
  for (const SubjectId& person : a.decision.about)
    if (a.state().consents().capacity(person, a.match.t.at) != schema::CapacityJudgement::NOT_CAPABLE) return to_text(person);
  return is_emergency(a) ? Lack() : Lack("304,606");
}

bool is_forum(const Asked& a, schema::ComplaintForum forum) {
  switch (forum) {
    case schema::ComplaintForum::ORGANISATION:
    case schema::ComplaintForum::MUNICIPALITY:
    case schema::ComplaintForum::OMBUDSMAN: return a.to.cls == Class::COMPLAINTS_BODY;
    case schema::ComplaintForum::SKJ:
    case schema::ComplaintForum::BIG_BOARD: return a.to.cls == Class::DISCIPLINARY_BODY;
    case schema::ComplaintForum::AP: return a.to.cls == Class::SUPERVISOR;
    case schema::ComplaintForum::COURT: return a.to.cls == Class::COURT;
    case schema::ComplaintForum::UNSET: return false;
  }
  return false;
}

// AVG 9(2)(f): while a complaint or case runs, for its forum and its parties.
Lack legal_claim(const Asked& a) {
  const bool holds = std::ranges::any_of(a.state().rights().open_complaints(a.match.t.at), [&](const Complaint* claim) {
    const bool party = (!a.to.subject.is_zero() && a.to.subject == claim->by) || (!a.to.actor.is_zero() && a.to.actor == claim->against) ||
                       (!a.to.org.is_zero() && a.to.org == claim->against_org);
    return party || is_forum(a, claim->forum);
  });
  return holds ? Lack() : Lack("1210");
}

bool is_unsafe(const SafetyNote* note) {
  using enum schema::SafetyJudgement;
  return note != nullptr && (note->current == INSUFFICIENT || note->current == UNSAFE || note->current == ACUTELY_UNSAFE);
}

Lack board_request(const Asked& a) {
  if (const auto lack = is_class(a, Class::BOARD)) return lack;
  const bool unsafe = std::ranges::any_of(a.decision.about, [&](const SubjectId& s) { return is_unsafe(a.state().course().safety(s, a.match.t.at)); }) ||
                      std::ranges::any_of(a.decision.based_on, [&](const EventId& e) { return is_unsafe(a.state().course().safety(e)); });
  const bool weighed = std::ranges::any_of(a.state().weighings().all(), [&](const Weighing& w) {
    return w.occurred <= a.match.t.at && (w.about.empty() || names(a.decision.based_on, w.event) || share_person(w.about, a.decision.about));
  });
  return unsafe || weighed ? Lack() : Lack("605,901");
}

// BPSW: after weighing with another professional, and with the two questions it adds.
Lack conflict_of_duties(const Asked& a) {
  constexpr std::uint64_t moral_distress = 1 << 6, expected_effect = 1 << 7;
  if ((a.decision.weighing & moral_distress) == 0) return "moralDistress";
  if ((a.decision.weighing & expected_effect) == 0) return "expectedEffect";
  const bool consulted = std::ranges::any_of(a.decision.based_on, [&](const EventId& e) {
    const Consultation* held = a.state().sharing().consultation(e);
    return held != nullptr && held->occurred <= a.decision.decided.at && held->is_with_another(a.decision.author);
  });
  return consulted ? Lack() : Lack("504");
}

Lack reference_index(const Asked& a) {
  if (const auto lack = is_class(a, Class::REFERENCE_INDEX)) return lack;
  for (const SubjectId& person : a.decision.about) {
    const auto age = a.state().people().age(person, a.match.t);
    if (age && age->least >= static_cast<int>(a.match.parameters.index_max_age)) return to_text(person);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> lacking(const Check& check, const ScopeMatch& match, const Decision& decision, const Recipient& recipient) {
  const Asked a{check, match, decision, recipient};
  using enum schema::ShareException;
  switch (decision.exception) {
    case DIRECTLY_INVOLVED: return directly_involved(a);
    case CONSENT_PERSON: return consent_person(a);
    case GI_INFORMANT: return gi_informant(a);
    case LEGAL_DUTY: return legal_duty(a);
    case COURT_ORDER: return court_order(a);
    case BOARD_REQUEST: return board_request(a);
    case CONFLICT_OF_DUTIES: return conflict_of_duties(a);
    case REFERENCE_INDEX: return reference_index(a);
    case SUPERVISION: return is_class(a, Class::SUPERVISOR) ? is_class(a, Class::SUPERVISOR) : names_article(a);
    case RESEARCH: return is_class(a, Class::RESEARCHER) ? is_class(a, Class::RESEARCHER) : names_article(a);
    case VT_REPORT: return vt_report(a);
    case VITAL_INTEREST: return is_emergency(a) ? Lack() : Lack("606,304,909");
    case INCAPACITY_EMERGENCY: return incapacity_emergency(a);
    case LEGAL_CLAIM: return legal_claim(a);
    case UNSET: return "exception";
  }
  return "exception";
}

}  // namespace inzicht
