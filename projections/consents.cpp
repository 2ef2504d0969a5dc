// Which consent stands, for what, until when, and what rests on it: docs/domain.md §7.3, §9 view 6.
//
// A withdrawal or a later refusal of the same grantor, person and kind ends a consent, in part when it names
// a scope of its own. The four kinds of consent stand in rows of their own and never for each other. What
// came out of an import, or was said on somebody's behalf, covers nothing (§7.4), and says so.
#include <set>

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

// Nothing of it holds now, which says more than where it came from.
bool is_ended(std::string_view state) { return state == "state.revoked" || state == "state.over"; }

// What kept it from ever covering anything.
std::string_view origin_of(const HistoryEvent& event) {
  return event.event.header.getPerformer().getBasis() == schema::PerformerBasis::DELEGATION
             ? "state.delegated"
             : "state.imported";
}
// Of a consent that ended, where it came from stands beside that.
Cell state_cell(const HistoryEvent& event, const Consent& consent, std::string_view state) {
  Cell out = text_cell(state);
  if (!consent.own_statement && is_ended(state)) out.atoms.push_back(TextCell{std::string(origin_of(event))});
  return out;
}

constexpr std::size_t about_column = 1, grantor_column = 2, gezag_column = 4, state_column = 10, columns_count = 17;

// The kind of gezag, then how it was looked into; what is the same of several stands once.
Cell gezag_cell(const std::vector<const Link*>& links) {
  Cell out = Cell::list({});
  std::set<std::pair<schema::Gezag, schema::GezagEvidence>> said;
  for (const Link* link : links) {
    if (!said.emplace(link->gezag, link->evidence).second) continue;
    for (auto& atom : code_cell(link->gezag).atoms) out.atoms.push_back(std::move(atom));
    for (auto& atom : code_cell(link->evidence).atoms) out.atoms.push_back(std::move(atom));
  }
  return out;
}
// What gezag the grantor had over each of them that day.
Cell gezag_cell(const CaseState& state, const SubjectId& grantor, const std::vector<SubjectId>& about, const Date& on) {
  std::vector<const Link*> links;
  for (const SubjectId& person : about)
    for (const Link* link : state.people().gezag_over(person, on))
      if (link->from == grantor) links.push_back(link);
  return gezag_cell(links);
}

// The number of each text that was put before them, as the municipality adopted it (109).
Cell text_versions(const Registry& registry, const std::vector<EventId>& texts) {
  Cell out = Cell::list({});
  for (const EventId& text : texts)
    if (const auto* policy = registry.find_policy(text); policy != nullptr && policy->version != 0) out.atoms.push_back(static_cast<std::int64_t>(policy->version));
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
  const auto texts = references_of(event.event.header, RefType::BASED_ON);
  put(input, event, consent.about, consent.scope.recipients, state,
      {code_cell(facts.getConsentKind()), ids_cell(consent.about), id_cell(consent.grantor),
       code_cell(facts.getCapacity()), gezag_cell(people, consent.grantor, consent.about, consent.valid_from),
       recipients_cell(consent.scope.recipients), list_cell(facts.getCategories()),
       list_cell(facts.getPurposes()), date_cell(consent.valid_from), date_cell(consent.valid_until),
       state_cell(event, consent, state), ended_on(input, consent), code_cell(facts.getPressure()),
       ids_cell(texts), text_versions(input.registry, texts),
       ids_cell(decisions_under(input.history, event.id)), id_cell(event.id)},
      out);
}

void add_refused(const CaseInput& input, const CaseState& people, const HistoryEvent& event, ViewResult& out) {
  const auto facts = event.facts().getConsentRefused();
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const auto grantor = id_or_zero<SubjectId>(facts.getGrantor());
  put(input, event, about, recipients_of(facts.getRecipients()), "state.refused",
      {code_cell(facts.getConsentKind()), ids_cell(about), id_cell(grantor), code_cell(facts.getCapacity()), gezag_cell(people, grantor, about, local_date(event.occurred)),
       recipients_cell(recipients_of(facts.getRecipients())), list_cell(facts.getCategories()), list_cell(facts.getPurposes()), date_cell(local_date(event.occurred)), Cell(),
       text_cell("state.refused"), Cell(), code_cell(facts.getPressure()), Cell::list({}), Cell::list({}), Cell::list({}), id_cell(event.id)},
      out);
}

// Asked, and nobody has answered yet.
void add_asked(const CaseInput& input, const HistoryEvent& event, ViewResult& out) {
  for (const std::uint16_t kind : {std::uint16_t{402}, std::uint16_t{403}})
    for (const auto* answer : input.history.of(kind))
      if (refers(*answer, RefType::ANSWERS, event.id)) return;
  const auto facts = event.facts().getConsentAsked();
  const auto texts = references_of(event.event.header, RefType::BASED_ON);
  put(input, event, ids_of<SubjectId>(facts.getAbout()), recipients_of(facts.getRecipients()), "state.asked",
      {code_cell(facts.getConsentKind()), persons_cell(facts.getAbout()), persons_cell(facts.getGrantors()), Cell(), Cell::list({}), recipients_cell(recipients_of(facts.getRecipients())),
       list_cell(facts.getCategories()), list_cell(facts.getPurposes()), day_cell(facts.hasValidFrom(), facts.getValidFrom()),
       day_cell(facts.hasValidUntil(), facts.getValidUntil()), text_cell("state.asked"), Cell(), code_cell(facts.getPressure()),
       ids_cell(texts), text_versions(input.registry, texts), Cell::list({}), id_cell(event.id)},
      out);
}

// A minor over whom gezag was not looked into, or of whom nothing says who has it: whoever asks for consent must know first.
void add_unchecked_gezag(const CaseInput& input, const CaseState& people, ViewResult& out) {
  const Moment now = Moment::of(input.now);
  std::vector<SubjectId> seen;
  for (const auto* event : input.history.of(202))
    for (auto row : event->facts().getPersonRecorded().getPersons()) {
      const auto child = id_or_zero<SubjectId>(row.getSubject());
      if (names(seen, child) || !people.people().is_minor(child, now)) continue;
      seen.push_back(child);
      const auto links = people.people().gezag_over(child, now.on);
      std::vector<const Link*> unchecked;
      std::ranges::copy_if(links, std::back_inserter(unchecked), [](const Link* link) {
        return link->evidence == schema::GezagEvidence::NOT_CHECKED || link->evidence == schema::GezagEvidence::UNSET || link->gezag == schema::Gezag::UNKNOWN;
      });
      if (!links.empty() && unchecked.empty()) continue;
      std::vector<Cell> cells(columns_count);
      cells[about_column] = id_cell(child);
      std::vector<SubjectId> whose;
      for (const Link* link : unchecked) whose.push_back(link->from);
      cells[grantor_column] = ids_cell(whose);
      cells[gezag_column] = gezag_cell(unchecked);
      cells[state_column] = text_cell("state.gezagUnchecked");
      const HistoryEvent* said = unchecked.empty() ? nullptr : input.history.find(unchecked.back()->event);
      if (said == nullptr) said = event;
      cells.back() = id_cell(said->id);
      put(input, *said, {child}, {}, "state.gezagUnchecked", std::move(cells), out);
    }
}

void add(const CaseInput& input, ViewResult& out) {
  const CaseState people = people_of(input.history);
  for (const auto* event : input.history.of(402)) add_given(input, people, *event, out);
  for (const auto* event : input.history.of(403)) add_refused(input, people, *event, out);
  for (const auto* event : input.history.of(401)) add_asked(input, *event, out);
  add_unchecked_gezag(input, people, out);
}

}  // namespace

std::string_view consent_standing(const CaseHistory& history, const CaseState& people, const Consent& consent, Micros now) {
  Ended ended = Ended::no;
  for (const auto* event : history.of(404)) ended = later_of(ended, withdrawn(*event, consent, now));
  for (const auto* event : history.of(403)) ended = later_of(ended, refused_later(*event, consent, now));
  const Date today = local_date(now);
  if (ended == Ended::whole) return "state.revoked";
  if (consent.valid_until && *consent.valid_until <= today) return "state.over";
  if (const auto* event = history.find(consent.event); !consent.own_statement && event != nullptr)
    return origin_of(*event);
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
           {"gezag", "gezag, en hoe nagegaan", "gezag and evidence"},
           {"recipients", "voor wie", "recipients"},
           {"categories", "welke gegevens", "categories"},
           {"purposes", "waarvoor", "purposes"},
           {"from", "vanaf", "from"},
           {"until", "tot", "until"},
           {"state", "stand", "state"},
           {"endedOn", "eerder geëindigd op", "ended early on"},
           {"pressure", "druk", "pressure"},
           {"text", "toestemmingstekst", "text of consent"},
           {"textVersion", "versie van de tekst", "version of the text"},
           {"usedBy", "besluiten die erop rusten", "used by decisions"},
           {"event", "gebeurtenis", "event"}},
          add,
          {"inForce", "notYet", "over", "revoked", "partlyRevoked", "outgrown", "refused", "asked",
           "gezagUnchecked", "imported", "delegated"},
          false};
}

}  // namespace inzicht::views
