#include "projections/all.h"

#include "projections/row_codec.h"

namespace inzicht {
namespace {

constexpr ViewText texts[] = {
    {"answer.purpose", "doel", "purpose"},
    {"answer.otherWay", "andere weg", "other way"},
    {"answer.consentEffort", "poging tot toestemming", "effort for consent"},
    {"answer.danger", "gevaar", "danger"},
    {"answer.whoNeeds", "wie het nodig heeft", "who needs it"},
    {"answer.whatNeeded", "wat nodig is", "what is needed"},
    {"answer.moralDistress", "gewetensnood", "moral distress"},
    {"answer.expectedEffect", "verwacht effect", "expected effect"},
    {"plan.none", "Er is nog geen plan vastgesteld.", "No plan has been adopted yet."},
    {"plan.over", "Het laatste plan geldt niet meer.", "The last plan no longer holds."},
    {"registry.organisation", "organisatie", "organisation"},
    {"registry.actor", "deelnemer", "participant"},
    {"registry.key", "sleutel", "key"},
    {"registry.mandate", "mandaat", "mandate"},
    {"registry.agreement", "afspraak", "agreement"},
    {"registry.policy", "regels", "policy"},
    {"registry.import", "invoer", "import"},
    {"share.noDecision", "geen besluit over delen", "no decision on sharing"},
    {"share.againstDecision", "besloten was: niet delen", "the decision was not to share"},
    {"share.withConsent", "gedeeld met toestemming", "shared with consent"},
    {"share.withoutConsent", "gedeeld zonder toestemming", "shared without consent"},
    {"share.noPersonalData", "gedeeld zonder persoonsgegevens", "shared without personal data"},
    {"share.toSubject", "gedeeld met betrokkene zelf", "shared with the person"},
    {"share.withoutDecision", "gedeeld zonder besluit", "shared without a decision"},
    {"share.unknownRoute", "gedeeld, route onbekend", "shared, route unknown"},
    {"share.declined", "besloten niet te delen", "decided not to share"},
    {"share.talks", "gesprekken en overleggen", "talks and meetings"},
    {"share.familyPresent", "waarvan met het gezin erbij", "of which with the family present"},
    {"standing.counts", "telt mee bij inschrijven", "counts for enrolments"},
    {"standing.genesis", "bij de oprichting", "at genesis"},
    {"standing.ownKey", "met de eigen sleutel", "by the own key"},
    {"standing.twoOrganisations", "door twee organisaties", "by two organisations"},
    {"standing.singleRegistrar", "door één registrator", "by a single registrar"},
    {"state.inForce", "geldt", "in force"},
    {"state.notYet", "nog niet ingegaan", "not yet in force"},
    {"state.over", "voorbij", "over"},
    {"state.superseded", "vervangen", "superseded"},
    {"state.revoked", "ingetrokken", "revoked"},
    {"view.behind", "Dit overzicht loopt achter op het grootboek.", "This view is behind the ledger."},
};

struct View {
  std::string_view name;
  std::unique_ptr<Projection> (*make)();
  Result<ViewResult> (*query)(const ViewStore&, const Log&, const ViewQuery&);
};
constexpr View views_kept[] = {
    {"timeline", make_timeline, [](const ViewStore& store, const Log&, const ViewQuery& query) { return query_timeline(store, query); }},
    {"plan", make_plan, [](const ViewStore& store, const Log&, const ViewQuery& query) { return query_plan(store, query); }},
    {"privacyLog", make_privacy_log, [](const ViewStore& store, const Log&, const ViewQuery& query) { return query_privacy_log(store, query); }},
    {"registry", make_registry, query_registry},
};

}  // namespace

std::vector<std::unique_ptr<Projection>> all_projections() {
  std::vector<std::unique_ptr<Projection>> out;
  for (const View& view : views_kept) out.push_back(view.make());
  return out;
}

Result<ViewResult> query_view(std::string_view name, const ViewStore& store, const Log& log, const ViewQuery& query) {
  for (const View& view : views_kept) {
    if (view.name != name) continue;
    INZICHT_TRY(position, store.position(name));
    if (position.row_format != views::row_format || position.version != view.make()->version()) {
      return fail(ErrorCode::conflict, "views: " + std::string{name} + " is not built; bring the views up to date first");
    }
    INZICHT_TRY(result, view.query(store, log, query));
    if (position.next < log.size()) result.notes.emplace_back("view.behind");
    return result;
  }
  return fail(ErrorCode::not_found, "views: there is no view " + std::string{name});
}

std::span<const ViewText> view_texts() { return texts; }

}  // namespace inzicht
