// Who holds what about a person, and who must be told when it changes: docs/domain.md §9 view 7; AVG 19.
//
// A row is one person and one recipient. At a meeting that executes decisions a recipient holds the categories of those that name it. Who was at
// the table for a part only is taken to have heard what the decisions say, and not counted as holding the items when a change must be told.
#include <map>
#include <set>

#include "ledger/domain/sharing.h"
#include "projections/addressed.h"
#include "projections/case_view.h"
#include "projections/gist.h"

namespace inzicht::views {
namespace {

using schema::RefType;

// An organisation where one is known, else a professional, a person, or only what kind of recipient.
using Receiver = std::tuple<OrganisationId, ActorId, SubjectId, schema::RecipientClass>;

struct Handed {
  const HistoryEvent* event = nullptr;
  std::vector<SubjectId> about;
  std::set<schema::DataCategory> categories;
  std::vector<Receiver> to;
  std::vector<EventId> items;
};

class Handing {
 public:
  explicit Handing(const CaseInput& input) : input_(input) {}

  std::vector<Handed> of(const HistoryEvent& event) const {
    if (event.kind() == 501) return meeting(event);
    auto one = single(event);
    return one ? std::vector{std::move(*one)} : std::vector<Handed>{};
  }

 private:
  const CaseInput& input_;

  std::optional<Handed> single(const HistoryEvent& event) const {
    switch (event.kind()) {
      case 405: return request(event);
      case 408: return share(event);
      case 504: return consultation(event);
      case 905: return application(event);
      case 1203: return copy(event);
      case 1302: return exported(event);
      case 1303: return bundle(event);
      default: return std::nullopt;
    }
  }

  OrganisationId org_of(const ActorId& actor) const {
    const ActorInfo* info = input_.registry.find_actor(actor);
    return info == nullptr ? OrganisationId{} : info->organisation.value_or(OrganisationId{});
  }
  Receiver receiver(const Recipient& r) const {
    const auto org = r.org.is_zero() && !r.actor.is_zero() ? org_of(r.actor) : r.org;
    if (!org.is_zero()) return {org, {}, {}, schema::RecipientClass::UNSET};
    if (!r.actor.is_zero() || !r.subject.is_zero()) return {{}, r.actor, r.subject, schema::RecipientClass::UNSET};
    return {{}, {}, {}, r.cls};
  }
  Receiver receiver(const ActorId& actor, const OrganisationId& org) const { return receiver({schema::RecipientClass::UNSET, org, actor, {}}); }
  static Receiver person(const SubjectId& subject) { return {{}, {}, subject, schema::RecipientClass::UNSET}; }

  // What the decisions that it executes are about; they say whom and which categories where the event itself does not. With a receiver: those
  // that name it.
  Handed under_decision(const HistoryEvent& event, const std::optional<Receiver>& to = std::nullopt) const {
    Handed out{&event, {}, {}, {}, {}};
    for (const EventId& id : references_of(event.event.header, RefType::EXECUTES)) {
      const HistoryEvent* decision = input_.history.find(id);
      if (decision == nullptr || decision->kind() != 407) continue;
      const auto facts = decision->facts().getShareDecided();
      const auto named = recipients_of(facts.getRecipients());
      if (to && std::ranges::none_of(named, [&](const Recipient& r) { return receiver(r) == *to; })) continue;
      for (auto category : facts.getCategories()) out.categories.insert(category);
      for (const SubjectId& one : ids_of<SubjectId>(facts.getAbout()))
        if (!names(out.about, one)) out.about.push_back(one);
    }
    return out;
  }

  std::optional<Handed> request(const HistoryEvent& event) const {
    const auto facts = event.facts().getInformationRequested();
    if (facts.getDirection() != schema::Direction::OUTGOING) return std::nullopt;  // what comes in discloses nothing
    Handed out{&event, ids_of<SubjectId>(facts.getAbout()), {}, {receiver(recipient_of(facts.getOther()))}, {}};
    for (auto category : facts.getCategories()) out.categories.insert(category);
    return out;
  }
  std::optional<Handed> share(const HistoryEvent& event) const {
    const auto facts = event.facts().getInformationShared();
    Handed out{&event, ids_of<SubjectId>(facts.getAbout()), {}, {}, {}};
    for (auto category : facts.getCategories()) out.categories.insert(category);
    for (const Recipient& r : recipients_of(facts.getRecipients())) out.to.push_back(receiver(r));
    for (auto item : facts.getItems()) out.items.push_back(id_or_zero<EventId>(item.getEvent()));
    return out;
  }
  std::vector<Handed> meeting(const HistoryEvent& event) const {
    const auto facts = event.facts().getMeetingHeld();
    const auto own = own_team(id_or_zero<OrganisationId>(event.event.header.getOrganisation()));
    std::vector<Handed> out;
    for (auto attendee : facts.getAttendees()) {
      const auto actor = id_or_zero<ActorId>(attendee.getActor());
      const auto org = id_or_zero<OrganisationId>(attendee.getOrg());
      if (!is_present(attendee.getPresence()) || (actor.is_zero() && org.is_zero())) continue;  // the family hears about itself
      const auto there = receiver(actor, org);
      if (std::get<OrganisationId>(there) == own) continue;
      Handed one = under_decision(event, there);
      const bool in_part = attendee.getPresence() == schema::Presence::PART;
      if (!in_part || one.about.empty()) one.about = ids_of<SubjectId>(facts.getAbout());
      one.to = {there};
      if (!in_part)
        for (auto item : facts.getItems()) one.items.push_back(id_or_zero<EventId>(item.getEvent()));
      out.push_back(std::move(one));
    }
    return out;
  }
  // The team that answers for the case; who called the meeting may come from elsewhere.
  OrganisationId own_team(const OrganisationId& fallback) const {
    for (const auto* opened : input_.history.of(201)) return org_of(author_of(opened->event)).is_zero() ? fallback : org_of(author_of(opened->event));
    return fallback;
  }
  std::optional<Handed> consultation(const HistoryEvent& event) const {
    const auto facts = event.facts().getConsultationHeld();
    Handed out = under_decision(event);
    if (out.about.empty()) return std::nullopt;  // anonymous, or within the own team
    for (const ActorId& actor : ids_of<ActorId>(facts.getWith())) out.to.push_back(receiver(actor, {}));
    if (facts.hasWithOrg()) out.to.push_back(receiver({}, id_or_zero<OrganisationId>(facts.getWithOrg())));
    return out;
  }
  std::optional<Handed> application(const HistoryEvent& event) const {
    const auto facts = event.facts().getDwangRequested();
    Handed out = under_decision(event);
    out.about = ids_of<SubjectId>(facts.getAbout());
    out.to = {receiver({addressed(facts.getAt()), {}, {}, {}})};
    return out;
  }
  std::optional<Handed> copy(const HistoryEvent& event) const {
    const auto facts = event.facts().getInspectionGiven();
    return Handed{&event, {id_or_zero<SubjectId>(facts.getAbout())}, {}, {person(id_or_zero<SubjectId>(facts.getTo()))}, {}};
  }
  std::optional<Handed> exported(const HistoryEvent& event) const {
    Handed out = under_decision(event);
    for (const EventId& id : references_of(event.event.header, RefType::EXECUTES))
      if (const HistoryEvent* decision = input_.history.find(id); decision != nullptr && decision->kind() == 407)
        for (const Recipient& r : recipients_of(decision->facts().getShareDecided().getRecipients())) out.to.push_back(receiver(r));
    return out.to.empty() ? std::nullopt : std::optional(std::move(out));
  }
  std::optional<Handed> bundle(const HistoryEvent& event) const {
    const auto facts = event.facts().getBundleMade();
    Handed out = under_decision(event);
    if (facts.hasScopeSubject()) out.about = {id_or_zero<SubjectId>(facts.getScopeSubject())};
    // Of the whole case: everybody who was recorded in it by then.
    if (out.about.empty())
      for (const auto* one : input_.history.of(202))
        for (auto row : one->facts().getPersonRecorded().getPersons())
          if (const auto who = id_or_zero<SubjectId>(row.getSubject()); one->event.index < event.event.index && !names(out.about, who)) out.about.push_back(who);
    if (facts.hasForOrg() || facts.hasForActor()) out.to.push_back(receiver(id_or_zero<ActorId>(facts.getForActor()), id_or_zero<OrganisationId>(facts.getForOrg())));
    return out.to.empty() ? std::nullopt : std::optional(std::move(out));
  }
};

struct Holding {
  std::set<schema::DataCategory> categories;
  std::vector<const HistoryEvent*> events;  // in order of what occurred
  std::vector<EventId> items, open, done;
};
using Holdings = std::map<std::pair<Receiver, SubjectId>, Holding>;

class Notices {
 public:
  Notices(const CaseInput& input, Holdings& holdings) : input_(input), holdings_(holdings) {}

  void of(const HistoryEvent& change, const std::vector<Handed>& handed) {
    for (const Handed& one : handed) {
      if (one.event->occurred > change.occurred || !holds(one, change)) continue;
      for (const SubjectId& person : one.about) {
        if (!touches(change, person)) continue;
        for (const Receiver& receiver : one.to) note(change, receiver, holdings_[{receiver, person}]);
      }
    }
  }

 private:
  const CaseInput& input_;
  Holdings& holdings_;

  static bool holds(const Handed& handed, const HistoryEvent& change) {
    if (change.kind() != 1204) return true;  // a block or an erasure is told to whoever holds anything about the person
    const auto corrected = reference_of(change.event.header, RefType::CORRECTS);
    return corrected && names(handed.items, *corrected);
  }
  static bool touches(const HistoryEvent& change, const SubjectId& person) {
    if (change.kind() == 1209) return names(ids_of<SubjectId>(change.facts().getErasureExecuted().getAbout()), person);
    if (change.kind() == 1204) return change.event.header.getSubjects().size() == 0 || names(ids_of<SubjectId>(change.event.header.getSubjects()), person);
    const auto blocked = id_or_zero<SubjectId>(change.facts().getBlockPlaced().getAbout());
    return blocked.is_zero() || blocked == person;
  }
  void note(const HistoryEvent& change, const Receiver& receiver, Holding& holding) const {
    for (const auto* notice : input_.history.of(412)) {
      if (!refers(*notice, RefType::NOTIFIES, change.id)) continue;
      const Recipient to = recipient_of(notice->facts().getRecipientNotified().getRecipient());
      const bool same = (!to.org.is_zero() && to.org == std::get<OrganisationId>(receiver)) || (!to.actor.is_zero() && to.actor == std::get<ActorId>(receiver)) ||
                        (!to.subject.is_zero() && to.subject == std::get<SubjectId>(receiver));
      if (!same) continue;
      if (!names(holding.done, notice->id)) holding.done.push_back(notice->id);
      return;
    }
    if (!names(holding.open, change.id)) holding.open.push_back(change.id);
  }
};

bool must_be_told(const HistoryEvent& change) {
  return change.kind() != 1206 || change.facts().getBlockPlaced().getBlockKind() == schema::BlockKind::RESTRICTION;
}

// What was handed out, without what the reader may not see.
std::vector<Handed> all_handed(const CaseInput& input, std::uint64_t& guarded) {
  std::vector<Handed> out;
  const Handing handing(input);
  const auto look_at = [&](const HistoryEvent& event) {
    auto handed = handing.of(event);
    // The decisions behind a meeting are guarded too, but that there was a meeting and who was at it is not.
    if (!handed.empty() && is_guarded_kind(event.kind()) && !input.query.guarded_facts) {
      ++guarded;
      return;
    }
    for (auto& one : handed) {
      if (!input.query.guarded_facts) one.categories.clear();
      out.push_back(std::move(one));
    }
  };
  for (const auto* event : input.history.in_order()) look_at(*event);
  if (input.reads != nullptr)
    for (const auto* event : input.reads->in_order()) look_at(*event);
  return out;
}

Row row_of(const Receiver& receiver, const SubjectId& person, const Holding& holding) {
  const auto& [org, actor, subject, cls] = receiver;
  const Cell to = !org.is_zero() ? id_cell(org) : !actor.is_zero() ? id_cell(actor) : !subject.is_zero() ? id_cell(subject) : code_cell(cls);
  std::vector<EventId> by;
  Micros first = holding.events.front()->occurred, last = first;
  for (const auto* event : holding.events) {
    if (!names(by, event->id)) by.push_back(event->id);
    first = std::min(first, event->occurred);
    last = std::max(last, event->occurred);
  }
  Row row;
  row.index = holding.events.back()->event.index;
  row.cells = {to, id_cell(person), list_cell(holding.categories), time_cell(first), time_cell(last), Atom{static_cast<std::int64_t>(by.size())}, ids_cell(holding.items), ids_cell(holding.open), ids_cell(holding.done), ids_cell(by)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  std::uint64_t guarded = 0;
  const auto handed = all_handed(input, guarded);
  Holdings holdings;
  for (const Handed& one : handed)
    for (const Receiver& receiver : one.to)
      for (const SubjectId& person : one.about) {
        Holding& holding = holdings[{receiver, person}];
        holding.events.push_back(one.event);
        holding.categories.insert(one.categories.begin(), one.categories.end());
        for (const EventId& item : one.items)
          if (!names(holding.items, item)) holding.items.push_back(item);
      }
  Notices notices(input, holdings);
  for (const auto kind : {std::uint16_t{1204}, std::uint16_t{1206}, std::uint16_t{1209}})
    for (const auto* change : input.history.of(kind))
      if (must_be_told(*change)) notices.of(*change, handed);
  for (const auto& [key, holding] : holdings) {
    ++out.total;
    if (input.query.person && key.second != *input.query.person) continue;
    if (input.query.organisation && std::get<OrganisationId>(key.first) != *input.query.organisation) continue;
    if (asks(input.query, "open") && holding.open.empty()) continue;
    out.rows.push_back(row_of(key.first, key.second, holding));
  }
  if (guarded > 0 && std::ranges::find(out.notes, "recipients.guarded") == out.notes.end()) out.notes.push_back("recipients.guarded");
}

}  // namespace

CaseView recipients_view() {
  return {"recipients",
          {{"recipient", "ontvanger", "recipient"},
           {"person", "over wie", "about"},
           {"categories", "gegevens", "categories"},
           {"first", "eerste keer", "first"},
           {"last", "laatste keer", "last"},
           {"times", "keren", "times"},
           {"items", "stukken", "items"},
           {"noticesOpen", "nog te melden", "still to be told"},
           {"noticesDone", "gemeld", "told"},
           {"events", "gebeurtenissen", "events"}},
          add,
          {"open"},
          false,
          true};
}

}  // namespace inzicht::views
