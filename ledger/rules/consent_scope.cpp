#include "ledger/rules/consent_scope.h"

#include <algorithm>
#include <bit>

#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

OrganisationId org_of(const Registry& registry, const ActorId& actor) {
  const ActorInfo* who = actor.is_zero() ? nullptr : registry.find_actor(actor);
  return who == nullptr ? OrganisationId{} : who->organisation.value_or(OrganisationId{});
}

bool is_cited(const Consent& consent, const std::vector<EventId>* cited) { return cited == nullptr || names(*cited, consent.event); }

bool is_class_only(const Recipient& e) { return e.actor.is_zero() && e.org.is_zero() && e.subject.is_zero(); }

}  // namespace

Recipient ScopeMatch::complete(Recipient recipient) const {
  if (recipient.org.is_zero()) recipient.org = org_of(registry, recipient.actor);
  return recipient;
}

bool ScopeMatch::is_active(const Recipient& r) const {
  const Involvement& involved = state.involvement();
  if (involved.is_active(r.actor, t.on) || involved.is_active(r.org, t.on)) return true;
  if (r.org.is_zero() || !r.actor.is_zero()) return false;
  return std::ranges::any_of(involved.active_actors(t.on), [&](const ActorId& actor) { return org_of(registry, actor) == r.org; });
}

bool ScopeMatch::names_recipient(const Recipient& e, const Recipient& r) const {
  if (!e.subject.is_zero()) return e.subject == r.subject;
  if (!e.actor.is_zero()) return e.actor == r.actor;
  if (!e.org.is_zero()) return e.org == r.org;
  return e.cls == r.cls && parameters.open_classes.has(e.cls) && is_active(r);
}

bool ScopeMatch::was_entitled(const Consent& c, const SubjectId& person) const {
  return may_consent(state, parameters, {c.law, c.kind, person, c.given, c.band, c.judged}, c.grantor);
}

// A scope of a refusal or withdrawal: absent means all. A class alone touches everybody of that class.
bool ScopeMatch::touched_by(const ConsentScope& scope, const ShareCell& cell) const {
  const bool to = scope.recipients.empty() || std::ranges::any_of(scope.recipients, [&](const Recipient& e) {
    return is_class_only(e) ? e.cls == cell.to.cls : names_recipient(e, cell.to);
  });
  return to && (scope.categories.empty() || scope.categories.meets(cell.categories)) &&
         (scope.purposes.empty() || scope.purposes.has(cell.purpose));
}

// A withdrawal works forward: it ends what was given before it takes effect (§7.3).
bool ScopeMatch::withdrawn(const Consent& c, const ShareCell& cell) const {
  return std::ranges::any_of(state.consents().withdrawals(), [&](const Withdrawal& w) {
    if (w.effective_from > t.at || std::pair(w.effective_from, w.index) < std::pair(c.given.at, c.index)) return false;
    const bool of_this = w.of ? *w.of == c.event : w.grantor == c.grantor && (w.kind == schema::ConsentKind::UNSET || w.kind == c.kind);
    return of_this && (w.about.empty() || names(w.about, cell.person)) && touched_by(w.scope, cell);
  });
}

bool ScopeMatch::refused_later(const Consent& c, const ShareCell& cell) const {
  return std::ranges::any_of(state.consents().refusals(), [&](const Refusal& r) {
    if (r.occurred > t.at || std::pair(r.occurred, r.index) < std::pair(c.given.at, c.index)) return false;
    return r.grantor == c.grantor && r.kind == c.kind && names(r.about, cell.person) && touched_by(r.scope, cell);
  });
}

bool ScopeMatch::in_force(const Consent& c, const ShareCell& cell) const {
  if (c.given.at > t.at || t.on < c.valid_from || (c.valid_until && t.on >= *c.valid_until)) return false;
  return !withdrawn(c, cell) && !refused_later(c, cell);
}

bool ScopeMatch::covers(const Consent& c, schema::ConsentKind kind, const ShareCell& cell) const {
  if (c.kind != kind || !c.own_statement || c.capacity == schema::GrantorCapacity::NONE || !names(c.about, cell.person)) return false;
  if (!c.scope.categories.contains(cell.categories) || !c.scope.purposes.has(cell.purpose)) return false;
  // Consent to help names no recipient (CONS-04): it is about the help, not about whom is told.
  const bool to = kind == schema::ConsentKind::HULPVERLENING ||
                  std::ranges::any_of(c.scope.recipients, [&](const Recipient& e) { return names_recipient(e, cell.to); });
  return to && in_force(c, cell) && was_entitled(c, cell.person);
}

bool ScopeMatch::granted_by(const SubjectId& grantor, bool after_weighing, schema::ConsentKind kind, const ShareCell& cell,
                            const std::vector<EventId>* cited) const {
  return std::ranges::any_of(state.consents().all(), [&](const Consent& c) {
    if (c.grantor != grantor || !is_cited(c, cited) || !covers(c, kind, cell)) return false;
    return !after_weighing || std::ranges::any_of(c.based_on, [&](const EventId& e) { return state.course().decision(e) != nullptr; });
  });
}

bool ScopeMatch::satisfied(schema::TaskLaw law, schema::ConsentKind kind, const ShareCell& cell, const std::vector<EventId>* cited) const {
  for (const Grantors& g : required(state, parameters, {law, kind, cell.person, t})) {
    const auto granted = [&](const SubjectId& one) { return granted_by(one, g.after_weighing, kind, cell, cited); };
    if (g.anybody) {
      const auto covered = [&](const Consent& c) { return is_cited(c, cited) && covers(c, kind, cell); };
      if (std::ranges::any_of(state.consents().all(), covered)) return true;
      continue;
    }
    if (g.nobody_known) continue;
    if (std::ranges::all_of(g.each, granted) && (g.one_of.empty() || std::ranges::any_of(g.one_of, granted))) return true;
  }
  return false;
}

std::vector<SubjectId> ScopeMatch::missing(schema::TaskLaw law, schema::ConsentKind kind, const ShareCell& cell,
                                           const std::vector<EventId>* cited) const {
  std::optional<std::vector<SubjectId>> fewest;
  for (const Grantors& g : required(state, parameters, {law, kind, cell.person, t})) {
    std::vector<SubjectId> lacking;
    for (const SubjectId& one : g.each)
      if (!granted_by(one, g.after_weighing, kind, cell, cited)) lacking.push_back(one);
    const auto granted = [&](const SubjectId& one) { return granted_by(one, g.after_weighing, kind, cell, cited); };
    if (!g.one_of.empty() && std::ranges::none_of(g.one_of, granted)) lacking.push_back(g.one_of.front());
    if (!g.after_weighing && (!fewest || lacking.size() < fewest->size())) fewest = std::move(lacking);
  }
  return fewest.value_or(std::vector<SubjectId>{});
}

// A later consent of the same grantor that meets the cell ends an earlier no (§7.3).
bool ScopeMatch::consented_after(const SubjectId& grantor, Micros at, std::uint64_t index, const ShareCell& cell) const {
  return std::ranges::any_of(state.consents().all(), [&](const Consent& c) {
    const bool later = std::pair(c.given.at, c.index) > std::pair(at, index) && c.given.at <= t.at;
    return later && c.grantor == grantor && names(c.about, cell.person) && c.kind != schema::ConsentKind::HULPVERLENING &&
           c.scope.categories.meets(cell.categories) && c.scope.purposes.has(cell.purpose) &&
           std::ranges::any_of(c.scope.recipients, [&](const Recipient& e) { return names_recipient(e, cell.to); });
  });
}

// A withdrawal of one consent reaches no further than that consent did.
bool ScopeMatch::withdraws_from(const Withdrawal& w, const ShareCell& cell) const {
  if (w.effective_from > t.at || !touched_by(w.scope, cell) || !(w.about.empty() || names(w.about, cell.person))) return false;
  if (!w.of) return w.kind != schema::ConsentKind::HULPVERLENING;
  const Consent* c = state.consents().find(*w.of);
  return c != nullptr && c->kind != schema::ConsentKind::HULPVERLENING && names(c->about, cell.person) && touched_by(c->scope, cell);
}

std::vector<EventId> ScopeMatch::objections(const ShareCell& cell) const {
  std::vector<EventId> out;
  for (const Refusal& r : state.consents().refusals())
    if (r.occurred <= t.at && r.kind != schema::ConsentKind::HULPVERLENING && names(r.about, cell.person) && touched_by(r.scope, cell) &&
        !consented_after(r.grantor, r.occurred, r.index, cell))
      out.push_back(r.event);
  for (const Withdrawal& w : state.consents().withdrawals())
    if (withdraws_from(w, cell) && !consented_after(w.grantor, w.effective_from, w.index, cell)) out.push_back(w.event);
  return out;
}

std::string ScopeMatch::gap(schema::TaskLaw law, schema::ConsentKind kind, const ShareCell& cell, const std::vector<EventId>* cited) const {
  std::string out = to_text(cell.person);
  const auto lacking = missing(law, kind, cell, cited);
  if (lacking.empty()) return out;  // nobody is known who could consent
  const SubjectId& grantor = lacking.front();
  CodeSet<schema::DataCategory> least = cell.categories;
  bool purpose = true, dated = false, any = false;
  for (const Consent& c : state.consents().all()) {
    if (c.grantor != grantor || c.kind != kind || !is_cited(c, cited) || !names(c.about, cell.person)) continue;
    if (std::ranges::none_of(c.scope.recipients, [&](const Recipient& e) { return names_recipient(e, cell.to); })) continue;
    any = true;
    const auto absent = cell.categories.without(c.scope.categories);
    if (std::popcount(absent.bits()) < std::popcount(least.bits())) least = absent;
    purpose = purpose && !c.scope.purposes.has(cell.purpose);
    dated = dated || !in_force(c, cell);
  }
  if (!any) return out + " " + to_text(grantor);
  if (!least.empty()) append(out, codes_text(least));
  if (purpose) append(out, code_text(cell.purpose));
  if (dated) append(out, to_text(t.on));
  return out;
}

}  // namespace inzicht
