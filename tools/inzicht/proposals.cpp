#include "tools/inzicht/proposals.h"

#include <algorithm>

#include "ledger/codec/catalogue.h"
#include "ledger/watch/terms.h"
#include "projections/case_views.h"
#include "projections/read_history.h"

namespace inzicht::cli {
namespace {

using schema::RefType;

// One reference that the entry must have, or by which it answers or carries out: to the only open event that
// fits.
void propose_open_item(Scene& s, const RefInfo& ref) {
  const auto relation = static_cast<RefType>(ref.relation);
  const bool asked = ref.least > 0 || relation == RefType::ANSWERS || relation == RefType::EXECUTES;
  if (!asked || ref.kinds.empty() || s.draft.has_reference(relation)) return;
  std::vector<const HistoryEvent*> fit, open;
  for (const auto kind : ref.kinds)
    for (const auto* event : s.history.of(kind)) {
      if (event->occurred > s.at || !fits_request(s, *event)) continue;
      fit.push_back(event);
      if (std::ranges::none_of(s.history.of(s.kind.id),
                               [&](const auto* other) { return refers(*other, relation, event->id); }))
        open.push_back(event);
    }
  // A decision is carried out as often as is needed; the rest is answered once.
  const auto& from = relation == RefType::EXECUTES || (open.empty() && ref.least > 0) ? fit : open;
  if (from.size() == 1) s.draft.propose_reference(relation, from[0]->id);
}

// The questions that hold text are those answered.
void propose_signal(Scene& s) {
  s.draft.propose("signalType", "signal");
  Json answered = Json::array();
  for (const std::string& field : s.draft.told_in("what"))
    if (parse_code<schema::WQuestion>(field)) answered.push_back(field);
  s.draft.propose("answered", answered);
}

void propose_judgement_of_signal(Scene& s) {
  if (const auto* signal = s.draft.referred(RefType::CONCERNS, s.history);
      signal != nullptr && signal->kind() == 301) {
    Json answered = Json::array();
    for (const auto one : signal->facts().getSignalReceived().getAnswered())
      answered.push_back(std::string(code_of(one)));
    s.draft.propose("answered", answered);
  }
  s.draft.propose("detail", "headlines");
}

// What waits for these persons to be told.
void propose_informing(Scene& s) {
  if (s.draft.has_reference(RefType::CONCERNS)) return;
  static constexpr std::string_view telling[] = {"TERM-10", "TERM-11", "TERM-16", "TERM-25"};
  const auto told = s.draft.persons("told");
  std::vector<EventId> waiting;
  for (const Wait& wait : waits_of(s.history, s.registry, s.at))
    if (std::ranges::find(telling, wait.term) != std::end(telling) && !wait.settled_by &&
        names(told, wait.about) && !names(waiting, wait.opener))
      waiting.push_back(wait.opener);
  for (const EventId& one : waiting) s.draft.propose_reference(RefType::CONCERNS, one);
}

// Role of who was there and whether a mandate stands behind it, from 204 and 106.
void propose_attendee(Scene& s, Json& row, const std::string& of) {
  const auto actor = s.draft.id<ActorId>(row.value("actor", Json()), schema::IdKind::ACTOR);
  if (!actor) return;
  const auto roles = s.state.involvement().roles_of(*actor, s.day);
  if (roles.size() == 1) s.draft.propose_in(row, "role", of, std::string(code_of(roles[0])));
  const auto role = parse_code<schema::Role>(row.value("role", std::string()));
  if (role && s.registry.mandate_for(*actor, *role, s.kase, s.at) != nullptr)
    s.draft.propose_in(row, "mandated", of, "yes");
}
// Decisions in force under which what was said there reached them.
void propose_covering_decisions(Scene& s) {
  if (s.draft.has_reference(RefType::EXECUTES)) return;
  const auto there = s.draft.recipients("attendees");
  const auto is_there = [&](const Recipient& to) {
    return std::ranges::any_of(there, [&](const Recipient& one) {
      const ActorInfo* actor = one.actor.is_zero() ? nullptr : s.registry.find_actor(one.actor);
      return (!to.actor.is_zero() && to.actor == one.actor) ||
             (to.actor.is_zero() && actor != nullptr && !to.org.is_zero() && actor->organisation == to.org);
    });
  };
  for (const Decision& one : s.state.sharing().decisions())
    if (one.shares() && (!one.valid_until || s.day < *one.valid_until) && one.decided.at <= s.at &&
        std::ranges::any_of(one.recipients, is_there))
      s.draft.propose_reference(RefType::EXECUTES, one.event);
}
void propose_meeting(Scene& s) {
  s.draft.propose("chair", to_text(s.author));
  Json about = Json::array();
  for (const SubjectId& one : s.state.people().household(s.at)) about.push_back(to_text(one));
  s.draft.propose("about", about);
  s.draft.propose("detail", "headlines");
  if (Json* rows = s.draft.rows("attendees"))
    for (std::size_t i = 0; i < rows->size(); ++i)
      propose_attendee(s, (*rows)[i], "attendees[" + std::to_string(i) + "]");
  propose_covering_decisions(s);
}

const HistoryEvent* last_of(const Scene& s, std::uint16_t kind,
                            const std::function<bool(const HistoryEvent&)>& wanted) {
  const auto& all = s.history.of(kind);
  for (auto at = all.rbegin(); at != all.rend(); ++at)
    if ((*at)->occurred <= s.at && wanted(**at)) return *at;
  return nullptr;
}
void propose_hearing(Scene& s) {
  const auto heard = s.draft.persons("heard");
  if (heard.size() != 1) return;
  const auto* before = last_of(s, 503, [&](const HistoryEvent& one) {
    return id_of<SubjectId>(one.facts().getPersonHeard().getHeard()) == heard[0];
  });
  if (before == nullptr) return;
  Json adaptations = Json::array();
  for (const auto one : before->facts().getPersonHeard().getAdaptations())
    adaptations.push_back(std::string(code_of(one)));
  s.draft.propose("adaptations", adaptations);
}
void propose_contact(Scene& s) {
  if (const auto* before =
          last_of(s, 701, [&](const HistoryEvent& one) { return author_of(one.event) == s.author; }))
    s.draft.propose("mode", std::string(code_of(before->facts().getContactHeld().getMode())));
}

const OrganisationId* organisation_of(const Scene& s, const ActorId& actor) {
  const ActorInfo* info = s.registry.find_actor(actor);
  return info != nullptr && info->organisation ? &*info->organisation : nullptr;
}
bool is_colleague(const Scene& s, const ActorId& other) {
  const auto *mine = organisation_of(s, s.author), *theirs = organisation_of(s, other);
  return mine != nullptr && theirs != nullptr && *mine == *theirs;
}
// What the colleague is here says what was asked of them.
void propose_consultation(Scene& s) {
  s.draft.propose("level", "caseLevel");
  const auto with = s.draft.ids<ActorId>("with", schema::IdKind::ACTOR);
  if (with.size() != 1) return;
  using enum schema::Role;
  static constexpr std::pair<schema::Role, const char*> asked[] = {
      {BEHAVIOURAL_SCIENTIST, "behaviouralScientist"},
      {ATTENTION_OFFICER, "attentionOfficer"},
      {PRIVACY_OFFICER, "privacyOfficer"},
      {VEILIG_THUIS, "veiligThuisAdvice"}};
  for (const auto& [role, kind] : asked)
    if (s.registry.mandate_for(with[0], role, s.kase, s.at) != nullptr ||
        s.state.involvement().holds_role(with[0], role, s.day))
      s.draft.propose("consultKind", kind);
  if (organisation_of(s, with[0]) != nullptr)
    s.draft.propose("consultKind", is_colleague(s, with[0]) ? "colleague" : "externalColleague");
}
// Side, organisation and frame of whoever is to do it.
void propose_task(Scene& s) {
  if (!s.draft.is_open("toSubject")) s.draft.propose("side", "familySide");
  const auto to = s.draft.ids<ActorId>("toActor", schema::IdKind::ACTOR);
  if (to.size() != 1) return;
  const auto* org = organisation_of(s, to[0]);
  if (org == nullptr) return;
  s.draft.propose("side", is_colleague(s, to[0]) ? "internal" : "external");
  s.draft.propose("toOrg", to_text(*org));
  std::vector<schema::Kader> frames;
  for (const Party& party : s.state.involvement().parties())
    if (party.is_active(s.day) && (party.actor == to[0] || (party.actor.is_zero() && party.org == *org)) &&
        std::ranges::find(frames, party.frame) == frames.end())
      frames.push_back(party.frame);
  if (frames.size() == 1 && frames[0] != schema::Kader::UNSET)
    s.draft.propose("frame", std::string(code_of(frames[0])));
}

// What stands on the worklist by the rule that was typed, when it is one event.
void propose_finding(Scene& s) {
  const Json rule = s.draft.value("rule");
  if (!rule.is_string() || s.draft.has_reference(RefType::CONCERNS)) return;
  ViewQuery query;
  query.kase = s.kase;
  query.now = s.at;
  const auto list = query_case_view("worklist", s.log, s.registry, query);
  if (!list) return;
  const auto column = [&](std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(list->columns, key, &Column::key) -
                                    list->columns.begin());
  };
  const auto by_rule = column("rule"), event = column("event");
  std::vector<EventId> open;
  for (const Row& row : list->rows)
    if (const auto* of = std::get_if<RuleCell>(&row.cells[by_rule].atoms[0]);
        of != nullptr && of->rule == rule)
      for (const Atom& atom : row.cells[event].atoms)
        if (const auto* id = std::get_if<IdCell>(&atom))
          if (const auto one = EventId::from(id->id); one && !names(open, *one)) open.push_back(*one);
  if (open.size() == 1) s.draft.propose_reference(RefType::CONCERNS, open[0]);
}

// What nobody said is unknown or unclear, never the favourable answer.
void leave_unknown(Scene& s) {
  for (auto field : s.kind.facts.getFields()) {
    if (!is_required(field) || !field.getType().isEnum()) continue;
    for (const char* open : {"unknown", "unclear"})
      if (find_value(field.getType().asEnum(), open))
        s.draft.propose(field.getProto().getName().cStr(), open);
  }
}

void propose_of_kind(Scene& s) {
  switch (s.kind.id) {
    case 301:
      return propose_signal(s);
    case 302:
      return propose_judgement_of_signal(s);
    case 401:
    case 402:
    case 403:
      return propose_consent(s);
    case 404:
      return propose_withdrawal(s);
    case 407:
      return propose_decision(s);
    case 408:
      return propose_share(s);
    case 410:
      return propose_informing(s);
    case 501:
      return propose_meeting(s);
    case 503:
      return propose_hearing(s);
    case 504:
      return propose_consultation(s);
    case 701:
      return propose_contact(s);
    case 806:
      return propose_task(s);
    case 1006:
      return propose_finding(s);
    default:
      return;
  }
}

}  // namespace

Result<std::vector<Proposal>> propose(OpenLedger& ledger, const Author& author, const IdResolver& ids,
                                      const KindInfo& kind, Micros occurred, Json& draft) {
  const auto text = draft.find("case");
  const auto raw = text != draft.end() && text->is_string()
                       ? ids.resolve(schema::IdKind::CASE, text->get<std::string>())
                       : std::nullopt;
  const auto kase = raw ? CaseId::from(*raw) : std::nullopt;
  if (!kase || !author.profile().actor) return std::vector<Proposal>{};
  OpenDraft open(draft, ids);
  if (!open.readable()) return std::vector<Proposal>{};
  INZICHT_TRY(history, ReadHistory::of_case(ledger.log(), *kase, {}));
  CaseState state;
  for (const auto& event : history->events()) state.apply(event.event);
  return ledger.service().with_registry([&](const Registry& registry) {
    Scene scene{open,         kind,
                ledger.log(), *history,
                state,        registry,
                *kase,        *author.profile().actor,
                occurred,     local_date(occurred)};
    if (kind.id != 501)  // which decisions a meeting carries out depends on who was there
      for (const RefInfo& ref : kind.refs) propose_open_item(scene, ref);
    propose_of_kind(scene);
    leave_unknown(scene);
    return open.take();
  });
}

}  // namespace inzicht::cli
