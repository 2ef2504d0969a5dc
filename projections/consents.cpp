// Which consent stands, for what, until when, and what rests on it: docs/domain.md §7.3, §9 view 6.
//
// A withdrawal or a later refusal of the same grantor, person and kind ends a consent, in part when it names a scope of its own. The four
// kinds of consent stand in rows of their own and never for each other.
#include "ledger/domain/case_state.h"
#include "projections/case_view.h"
#include "projections/standing.h"

namespace inzicht::views {
namespace {

using schema::RefType;

CaseState people_of(const CaseHistory& history) {
  CaseState out;
  for (const auto& event : history.events()) out.apply(event.event);
  return out;
}

// Which of the age tables' columns somebody stands in: under 12, 12 to 15, 16 and 17, adult.
unsigned column_of_age(int years) { return years < 12 ? 0u : years < 16 ? 1u : years < 18 ? 2u : 3u; }

bool is_outgrown(const CaseState& state, schema::AgeBand then, const std::vector<SubjectId>& about, Micros now) {
  const auto range = age_of_band(then);
  if (!range) return false;
  return std::ranges::any_of(about, [&](const SubjectId& person) {
    const auto age = state.people().age(person, Moment::of(now));
    return age && column_of_age(age->least) > column_of_age(range->least);
  });
}

template <class Facts>
bool has_scope(Facts facts) {
  return facts.getRecipients().size() > 0 || facts.getCategories().size() > 0 || facts.getPurposes().size() > 0;
}

// Whether anything that it names is in the consent at all: refusing one recipient takes nothing from a consent for others.
template <class Facts>
bool touches(Facts facts, const Consent& consent) {
  const auto to = recipients_of(facts.getRecipients());
  const auto categories = CodeSet<schema::DataCategory>::of(facts.getCategories());
  const auto purposes = CodeSet<schema::SharePurpose>::of(facts.getPurposes());
  const auto is_named = [&](const Recipient& r) {
    return std::ranges::any_of(consent.scope.recipients, [&](const Recipient& one) { return one == r || (!r.org.is_zero() && one.org == r.org); });
  };
  return (to.empty() || std::ranges::any_of(to, is_named)) && (categories.empty() || categories.meets(consent.scope.categories)) &&
         (purposes.empty() || purposes.meets(consent.scope.purposes));
}

enum class Ended { no, in_part, whole };

Ended later_of(Ended one, Ended other) { return std::max(one, other); }

Ended withdrawn(const HistoryEvent& event, const Consent& consent, Micros now) {
  const auto facts = event.facts().getConsentWithdrawn();
  if (facts.getEffectiveFrom().getMicros() > now) return Ended::no;
  const auto of = reference_of(event.event.header, RefType::WITHDRAWS);
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const bool same_kind = facts.getConsentKind() == schema::ConsentKind::UNSET || facts.getConsentKind() == consent.kind;
  const bool same_person = about.empty() || std::ranges::any_of(about, [&](const SubjectId& s) { return names(consent.about, s); });
  const bool meant = of ? *of == consent.event : same_kind && same_person && id_or_zero<SubjectId>(facts.getGrantor()) == consent.grantor && event.event.index > consent.index;
  if (!meant || !touches(facts, consent)) return Ended::no;
  return has_scope(facts) ? Ended::in_part : Ended::whole;
}

Ended refused_later(const HistoryEvent& event, const Consent& consent, Micros now) {
  const auto facts = event.facts().getConsentRefused();
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const bool same = facts.getConsentKind() == consent.kind && id_or_zero<SubjectId>(facts.getGrantor()) == consent.grantor &&
                    std::ranges::any_of(about, [&](const SubjectId& s) { return names(consent.about, s); });
  if (!same || event.event.index < consent.index || event.occurred > now || !touches(facts, consent)) return Ended::no;
  return has_scope(facts) ? Ended::in_part : Ended::whole;
}

// When it ended before its last day: by the first withdrawal or refusal of the whole of it.
Cell ended_on(const CaseInput& input, const Consent& consent) {
  std::optional<Micros> first;
  const auto take = [&](Ended ended, Micros at) {
    if (ended == Ended::whole && (!first || at < *first)) first = at;
  };
  for (const auto* event : input.history.of(404)) take(withdrawn(*event, consent, input.now), event->facts().getConsentWithdrawn().getEffectiveFrom().getMicros());
  for (const auto* event : input.history.of(403)) take(refused_later(*event, consent, input.now), event->occurred);
  return time_cell(first);
}

std::vector<EventId> decisions_under(const CaseHistory& history, const EventId& consent) {
  std::vector<EventId> out;
  for (const auto* decided : history.of(407))
    if (refers(*decided, RefType::UNDER_CONSENT, consent)) out.push_back(decided->id);
  return out;
}

bool is_listed(const CaseInput& input, const HistoryEvent& event, const std::vector<SubjectId>& about, const std::vector<Recipient>& recipients, std::string_view state) {
  ViewQuery others = input.query;
  others.organisation.reset();  // here it is whom the consent is for
  if (!wanted(others, event, about)) return false;
  if (input.query.organisation && std::ranges::none_of(recipients, [&](const Recipient& r) { return r.org == *input.query.organisation; })) return false;
  return !input.query.extra || state == "state." + *input.query.extra;
}

void put(const CaseInput& input, const HistoryEvent& event, std::vector<SubjectId> about, std::vector<Recipient> recipients, std::string_view state, std::vector<Cell> cells, ViewResult& out) {
  ++out.total;
  if (!is_listed(input, event, about, recipients, state)) return;
  Row row;
  row.index = event.event.index;
  row.cells = std::move(cells);
  out.rows.push_back(std::move(row));
}

void add_given(const CaseInput& input, const CaseState& people, const HistoryEvent& event, ViewResult& out) {
  const auto facts = event.facts().getConsentGiven();
  const Consent consent = consent_of(event.event);
  const auto state = consent_standing(input.history, people, consent, input.now);
  put(input, event, consent.about, consent.scope.recipients, state,
      {code_cell(facts.getConsentKind()), ids_cell(consent.about), id_cell(consent.grantor), code_cell(facts.getCapacity()), recipients_cell(consent.scope.recipients),
       list_cell(facts.getCategories()), list_cell(facts.getPurposes()), date_cell(consent.valid_from), date_cell(consent.valid_until), text_cell(state), ended_on(input, consent),
       code_cell(facts.getPressure()), ids_cell(references_of(event.event.header, RefType::BASED_ON)), ids_cell(decisions_under(input.history, event.id)), id_cell(event.id)},
      out);
}

void add_refused(const CaseInput& input, const HistoryEvent& event, ViewResult& out) {
  const auto facts = event.facts().getConsentRefused();
  put(input, event, ids_of<SubjectId>(facts.getAbout()), recipients_of(facts.getRecipients()), "state.refused",
      {code_cell(facts.getConsentKind()), persons_cell(facts.getAbout()), id_cell(id_or_zero<SubjectId>(facts.getGrantor())), code_cell(facts.getCapacity()),
       recipients_cell(recipients_of(facts.getRecipients())), list_cell(facts.getCategories()), list_cell(facts.getPurposes()), date_cell(local_date(event.occurred)), Cell(),
       text_cell("state.refused"), Cell(), code_cell(facts.getPressure()), Cell::list({}), Cell::list({}), id_cell(event.id)},
      out);
}

// Asked, and nobody has answered yet.
void add_asked(const CaseInput& input, const HistoryEvent& event, ViewResult& out) {
  for (const std::uint16_t kind : {std::uint16_t{402}, std::uint16_t{403}})
    for (const auto* answer : input.history.of(kind))
      if (refers(*answer, RefType::ANSWERS, event.id)) return;
  const auto facts = event.facts().getConsentAsked();
  put(input, event, ids_of<SubjectId>(facts.getAbout()), recipients_of(facts.getRecipients()), "state.asked",
      {code_cell(facts.getConsentKind()), persons_cell(facts.getAbout()), persons_cell(facts.getGrantors()), Cell(), recipients_cell(recipients_of(facts.getRecipients())),
       list_cell(facts.getCategories()), list_cell(facts.getPurposes()), day_cell(facts.hasValidFrom(), facts.getValidFrom()),
       day_cell(facts.hasValidUntil(), facts.getValidUntil()), text_cell("state.asked"), Cell(), code_cell(facts.getPressure()),
       ids_cell(references_of(event.event.header, RefType::BASED_ON)), Cell::list({}), id_cell(event.id)},
      out);
}

void add(const CaseInput& input, ViewResult& out) {
  const CaseState people = people_of(input.history);
  for (const auto* event : input.history.of(402)) add_given(input, people, *event, out);
  for (const auto* event : input.history.of(403)) add_refused(input, *event, out);
  for (const auto* event : input.history.of(401)) add_asked(input, *event, out);
}

}  // namespace

std::string_view consent_standing(const CaseHistory& history, const CaseState& people, const Consent& consent, Micros now) {
  Ended ended = Ended::no;
  for (const auto* event : history.of(404)) ended = later_of(ended, withdrawn(*event, consent, now));
  for (const auto* event : history.of(403)) ended = later_of(ended, refused_later(*event, consent, now));
  const Date today = local_date(now);
  if (ended == Ended::whole) return "state.revoked";
  if (consent.valid_until && *consent.valid_until <= today) return "state.over";
  if (today < consent.valid_from) return "state.notYet";
  if (is_outgrown(people, consent.band, consent.about, now)) return "state.outgrown";
  return ended == Ended::in_part ? "state.partlyRevoked" : "state.inForce";
}

CaseView consents_view() {
  return {"consents",
          {{"kind", "soort", "kind"},
           {"about", "over wie", "about"},
           {"grantor", "gegeven door", "grantor"},
           {"capacity", "in welke hoedanigheid", "capacity"},
           {"recipients", "voor wie", "recipients"},
           {"categories", "welke gegevens", "categories"},
           {"purposes", "waarvoor", "purposes"},
           {"from", "vanaf", "from"},
           {"until", "tot", "until"},
           {"state", "stand", "state"},
           {"endedOn", "eerder geëindigd op", "ended early on"},
           {"pressure", "druk", "pressure"},
           {"textVersion", "toestemmingstekst", "text version"},
           {"usedBy", "besluiten die erop rusten", "used by decisions"},
           {"event", "gebeurtenis", "event"}},
          add,
          {"inForce", "notYet", "over", "revoked", "partlyRevoked", "outgrown", "refused", "asked"},
          false};
}

}  // namespace inzicht::views
