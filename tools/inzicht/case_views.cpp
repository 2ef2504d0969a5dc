#include "tools/inzicht/case_views.h"

#include <algorithm>
#include <set>

#include "tools/inzicht/case_events.h"

namespace inzicht::cli {
namespace {

using schema::IdKind;

Cell event_cell(const CaseEvent& event) { return id_cell(IdKind::EVENT, event.header().getEvent()); }
Cell time_cell(Micros at) { return Atom(TimeCell{at}); }

// The last update of each task, by the event that assigned it.
std::map<EventId, const CaseEvent*> task_updates(std::span<const CaseEvent> events) {
  std::map<EventId, const CaseEvent*> out;
  for (const auto& event : events) {
    if (event.header().getKind() != 807 && event.header().getKind() != 803) continue;
    for (auto ref : event.header().getReferences())
      if (ref.getRelation() == schema::RefType::CONCERNS)
        if (auto id = EventId::from({ref.getEvent().begin(), ref.getEvent().size()})) out[*id] = &event;
  }
  return out;
}

Row plan_row(const CaseEvent& event, const std::map<EventId, const CaseEvent*>& updates) {
  const auto h = event.header();
  const auto facts = h.getFacts();
  Cell horizon, owner, from, until, status, side;
  const auto id = EventId::from({h.getEvent().begin(), h.getEvent().size()}).value_or(EventId{});
  const auto at = updates.find(id);
  switch (h.getKind()) {
    case 801: {
      const auto f = facts.getGoalSet();
      horizon = code_cell(f.getHorizon());
      owner = f.hasOwnerSubject() ? id_cell(IdKind::SUBJECT, f.getOwnerSubject()) : f.hasOwnerActor() ? id_cell(IdKind::ACTOR, f.getOwnerActor()) : code_cell(f.getOwner());
      from = date_cell(f.hasStartOn(), f.getStartOn());
      until = date_cell(f.hasEndOn(), f.getEndOn());
      if (at != updates.end() && at->second->header().getKind() == 803) status = Atom(std::int64_t{at->second->header().getFacts().getGoalScored().getScore()});
      return {event.index, {Atom(KindCell{h.getKind()}), horizon, words_cell(event, 0, "familyWords"), owner, from, until, status, event_cell(event)}};
    }
    case 804: {
      const auto f = facts.getPlanAdopted();
      return {event.index, {Atom(KindCell{h.getKind()}), code_cell(f.getPlanType()), words_cell(event, 0, "analysis"), id_cell(IdKind::ACTOR, h.getActor()), date_cell(true, f.getValidFrom()), date_cell(f.hasValidUntil(), f.getValidUntil()), Atom(static_cast<std::int64_t>(f.getVersion())), event_cell(event)}};
    }
    case 806: {
      const auto f = facts.getTaskAssigned();
      owner = f.hasToActor() ? id_cell(IdKind::ACTOR, f.getToActor()) : f.hasToSubject() ? id_cell(IdKind::SUBJECT, f.getToSubject()) : id_cell(IdKind::ORGANISATION, f.getToOrg());
      if (at != updates.end() && at->second->header().getKind() == 807) status = code_cell(at->second->header().getFacts().getTaskUpdated().getStatus());
      return {event.index, {Atom(KindCell{h.getKind()}), code_cell(f.getTaskKind()), words_cell(event, 0, "what"), owner, time_cell(h.getOccurred().getFrom()), date_cell(f.hasDueOn(), f.getDueOn()), status, event_cell(event)}};
    }
    case 808: {
      const auto f = facts.getInterventionStarted();
      return {event.index, {Atom(KindCell{h.getKind()}), code_cell(f.getIntervention()), words_cell(event, 0, "text"), id_cell(IdKind::ORGANISATION, f.getOrg()), time_cell(h.getOccurred().getFrom()), date_cell(f.hasPlannedEnd(), f.getPlannedEnd()), {}, event_cell(event)}};
    }
    case 810: {
      const auto f = facts.getFormalDecisionMade();
      return {event.index, {Atom(KindCell{h.getKind()}), code_cell(f.getDecisionType()), {}, id_cell(IdKind::ORGANISATION, f.getOrg()), date_cell(f.hasFrom(), f.getFrom()), date_cell(f.hasUntil(), f.getUntil()), code_cell(f.getResult()), event_cell(event)}};
    }
    default: {
      const auto f = facts.getDecisionTaken();
      return {event.index, {Atom(KindCell{h.getKind()}), code_cell(f.getDecisionClass()), words_cell(event, 0, "reasons"), id_cell(IdKind::ACTOR, h.getActor()), time_cell(h.getOccurred().getFrom()), {}, {}, event_cell(event)}};
    }
  }
}

Cell recipients_cell(capnp::List<schema::Recipient>::Reader recipients) {
  std::vector<Atom> out;
  for (auto r : recipients) {
    if (r.hasOrg()) {
      out.push_back(id_atom(IdKind::ORGANISATION, r.getOrg()));
    } else if (r.hasActor()) {
      out.push_back(id_atom(IdKind::ACTOR, r.getActor()));
    } else if (r.hasSubject()) {
      out.push_back(id_atom(IdKind::SUBJECT, r.getSubject()));
    } else {
      for (auto& atom : code_cell(r.getClass()).atoms) out.push_back(std::move(atom));
    }
  }
  return Cell::list(std::move(out));
}

struct PrivacyRow {
  Cell recipient, categories, purpose, basis, route, knowledge, decision, about, words;
};

// What each kind of the log says; nullopt for kinds that are not part of it.
std::optional<PrivacyRow> privacy_of(const CaseEvent& event) {
  const auto h = event.header();
  const auto facts = h.getFacts();
  PrivacyRow row;
  std::vector<Atom> executes;
  for (auto ref : h.getReferences())
    if (ref.getRelation() == schema::RefType::EXECUTES) executes.push_back(id_atom(IdKind::EVENT, ref.getEvent()));
  switch (h.getKind()) {
    case 406: {
      const auto f = facts.getAdviceAsked();
      row.recipient = f.hasToActor() ? id_cell(IdKind::ACTOR, f.getToActor()) : id_cell(IdKind::ORGANISATION, f.getToOrg());
      row.purpose = code_cell(f.getTopic());
      row.words = words_cell(event, 0, "text");
      return row;
    }
    case 407: {
      const auto f = facts.getShareDecided();
      row.recipient = recipients_cell(f.getRecipients());
      row.categories = codes_cell(f.getCategories());
      row.purpose = code_cell(f.getPurpose());
      row.basis = code_cell(f.getBasis());
      row.route = f.getException() == schema::ShareException::UNSET ? code_cell(f.getRoute()) : code_cell(f.getException());
      row.knowledge = code_cell(f.getKnowledge());
      row.decision = code_cell(f.getDecision());
      row.about = ids_cell(IdKind::SUBJECT, f.getAbout());
      row.words = words_cell(event, 0, f.getDecision() == schema::ShareDecision::DO_NOT_SHARE ? "motive" : "whoNeeds");
      return row;
    }
    case 408: {
      const auto f = facts.getInformationShared();
      row.recipient = recipients_cell(f.getRecipients());
      row.categories = codes_cell(f.getCategories());
      row.purpose = code_cell(f.getPurpose());
      row.knowledge = code_cell(f.getKnowledge());
      row.about = ids_cell(IdKind::SUBJECT, f.getAbout());
      row.decision = Cell::list(std::move(executes));
      return row;
    }
    case 410: {
      const auto f = facts.getSubjectInformed();
      row.recipient = ids_cell(IdKind::SUBJECT, f.getTold());
      row.purpose = codes_cell(f.getTopics());
      return row;
    }
    case 501: {
      const auto f = facts.getMeetingHeld();
      std::vector<Atom> present;
      for (auto a : f.getAttendees()) {
        if (a.hasActor()) present.push_back(id_atom(IdKind::ACTOR, a.getActor()));
        if (a.hasSubject()) present.push_back(id_atom(IdKind::SUBJECT, a.getSubject()));
      }
      row.recipient = Cell::list(std::move(present));
      row.purpose = code_cell(f.getMeetingType());
      row.about = ids_cell(IdKind::SUBJECT, f.getAbout());
      row.decision = Cell::list(std::move(executes));
      return row;
    }
    case 504: {
      const auto f = facts.getConsultationHeld();
      row.recipient = ids_cell(IdKind::ACTOR, f.getWith());
      row.purpose = code_cell(f.getConsultKind());
      row.decision = code_cell(f.getOutcome());
      row.words = words_cell(event, 0, "advice");
      return row;
    }
    default: return std::nullopt;
  }
}

void add_registry_row(ViewResult& out, const ViewQuery& q, std::string_view what, std::uint64_t index, Cell type, Cell id, Cell of, Cell from, Cell until) {
  ++out.total;
  if (q.extra && *q.extra != what) return;
  out.rows.push_back({index, {Atom(TextCell{"registry." + std::string(what)}), std::move(type), std::move(id), std::move(of), std::move(from), std::move(until)}});
}

template <class T>
Cell plain_id(IdKind kind, const T& id) {
  return Atom(IdCell{kind, id.bytes});
}
template <class T>
Cell optional_id(IdKind kind, const std::optional<T>& id) {
  return id ? plain_id(kind, *id) : Cell{};
}

}  // namespace

Result<ViewResult> plan_view(OpenLedger& ledger, const ViewQuery& query) {
  ViewResult out;
  out.columns = {{"kind", "wat", "what"}, {"type", "soort", "type"}, {"words", "in woorden", "in words"}, {"who", "wie", "who"}, {"from", "vanaf", "from"},
                 {"until", "uiterlijk", "until"}, {"status", "stand", "status"}, {"event", "gebeurtenis", "event"}};
  INZICHT_TRY(events, case_events(ledger, *query.kase, query));
  const auto updates = task_updates(events);
  static const std::set<std::uint16_t> kinds{801, 804, 806, 808, 810, 502};
  bool adopted = false;
  for (const auto& event : events) {
    if (!kinds.contains(event.header().getKind())) continue;
    adopted = adopted || event.header().getKind() == 804;
    out.rows.push_back(plan_row(event, updates));
  }
  out.total = out.rows.size();
  if (!adopted) out.notes.push_back("plan.none");
  return out;
}

Result<ViewResult> privacy_log_view(OpenLedger& ledger, const ViewQuery& query) {
  ViewResult out;
  out.columns = {{"occurred", "wanneer", "when"}, {"kind", "wat", "what"}, {"by", "door", "by"}, {"about", "over", "about"}, {"recipient", "aan of met", "to or with"},
                 {"categories", "gegevens", "categories"}, {"purpose", "doel", "purpose"}, {"basis", "grondslag", "basis"}, {"route", "route", "route"},
                 {"knowledge", "medeweten", "knowledge"}, {"decision", "besluit", "decision"}, {"why", "waarom", "why"}, {"conformity", "aanspraak", "claim"}, {"findings", "bevindingen", "findings"}, {"event", "gebeurtenis", "event"}};
  for (const auto& kase : query.kase ? std::vector<CaseId>{*query.kase} : all_cases(ledger.log())) {
    INZICHT_TRY(events, case_events(ledger, kase, query));
    for (const auto& event : events) {
      auto row = privacy_of(event);
      if (!row) continue;
      ++out.total;
      const auto h = event.header();
      out.rows.push_back({event.index, {time_cell(h.getOccurred().getFrom()), Atom(KindCell{h.getKind()}), id_cell(IdKind::ACTOR, h.getActor()), std::move(row->about), std::move(row->recipient), std::move(row->categories),
                                        std::move(row->purpose), std::move(row->basis), std::move(row->route), std::move(row->knowledge), std::move(row->decision), std::move(row->words),
                                        h.getClaim() == schema::Conformity::CONFORMING ? Cell{} : code_cell(h.getClaim()), Cell::list(event.findings), event_cell(event)}});
    }
  }
  return out;
}

Result<ViewResult> registry_view(OpenLedger& ledger, const ViewQuery& query) {
  ViewResult out;
  out.columns = {{"what", "wat", "what"}, {"type", "soort", "type"}, {"id", "kenmerk", "id"}, {"of", "van", "of"}, {"from", "vanaf", "from"}, {"until", "tot", "until"}};
  ledger.service().with_registry([&](const Registry& r) {
    for (const auto& [id, o] : r.organisations())
      add_registry_row(out, query, "organisation", o.index, code_cell(o.type), plain_id(IdKind::ORGANISATION, id), {}, o.from.is_valid() ? Cell(Atom(o.from)) : Cell{}, o.until ? Cell(Atom(*o.until)) : Cell{});
    for (const auto& [id, a] : r.actors())
      add_registry_row(out, query, "actor", a.index, code_cell(a.kind), plain_id(IdKind::ACTOR, id), optional_id(IdKind::ORGANISATION, a.organisation), {}, {});
    for (const auto& [id, k] : r.keys())
      add_registry_row(out, query, "key", k.enrolled_at, code_cell(k.use), Atom(TextCell{id_to_text(IdKind::KEY, id)}), optional_id(IdKind::ACTOR, k.owner), Atom(static_cast<std::int64_t>(k.enrolled_at)),
                       k.revoked_at ? Cell(Atom(static_cast<std::int64_t>(*k.revoked_at))) : Cell{});
    for (const auto& [id, m] : r.mandates())
      add_registry_row(out, query, "mandate", m.index, code_cell(m.role), plain_id(IdKind::MANDATE, id), plain_id(IdKind::ACTOR, m.grantee), time_cell(m.from), m.until ? time_cell(*m.until) : Cell{});
    for (const auto& a : r.agreements())
      add_registry_row(out, query, "agreement", a.index, code_cell(a.type), plain_id(IdKind::EVENT, a.event), {}, Atom(a.from), a.until ? Cell(Atom(*a.until)) : Cell{});
    for (const auto& p : r.policies())
      add_registry_row(out, query, "policy", p.index, code_cell(p.kind), plain_id(IdKind::EVENT, p.event), plain_id(IdKind::ORGANISATION, p.owner), Atom(p.from), p.until ? Cell(Atom(*p.until)) : Cell{});
  });
  std::ranges::stable_sort(out.rows, {}, &Row::index);
  return out;
}

}  // namespace inzicht::cli
