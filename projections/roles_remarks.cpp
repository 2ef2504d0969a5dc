#include <algorithm>
#include <map>
#include <set>

#include "ledger/domain/people.h"
#include "ledger/domain/sharing.h"
#include "ledger/watch/terms.h"
#include "projections/roles_places.h"

namespace inzicht::views {
namespace {

constexpr Date never{9999, 12, 31};

Date end_of(const RolePlace& place) { return place.until.value_or(never); }

class Remarks {
 public:
  Remarks(const CaseInput& input, const std::vector<RolePlace>& places) : input_(input), places_(places), today_(local_date(input.now)), last_(last_day()) {}

  std::vector<RoleRemark> all() {
    gaps();
    overlaps();
    many();
    silent();
    continuity();
    other_responsible();
    household();
    gezag();
    return std::move(out_);
  }

 private:
  const CaseInput& input_;
  const std::vector<RolePlace>& places_;
  const Date today_;
  const Date last_;  // of looking: today, or the day on which the case was closed
  std::vector<RoleRemark> out_;

  Date last_day() const {
    std::optional<Date> closed;
    for (const auto* event : input_.history.of(1102)) {
      const auto status = event->facts().getCaseStatusChanged().getStatus();
      if (status == schema::CaseStatus::CLOSED) closed = local_date(event->occurred);
      if (status == schema::CaseStatus::REOPENED) closed.reset();
    }
    return closed ? std::min(*closed, today_) : today_;
  }

  // Days on which a function that was held once is held by nobody.
  void gaps() {
    std::map<schema::SingleFunction, std::vector<const RolePlace*>> held;
    for (const RolePlace& place : places_)
      if (place.function != schema::SingleFunction::UNSET) held[place.function].push_back(&place);
    for (const auto& [function, holders] : held) {
      for (std::size_t i = 0; i < holders.size(); ++i) {
        const Date free = end_of(*holders[i]);
        const Date taken = i + 1 < holders.size() ? holders[i + 1]->from : never;
        if (free >= last_ || free >= taken) continue;
        RoleRemark remark{"roles.gap", {}};
        remark.function = function;
        remark.from = free;
        if (taken <= last_) remark.until = taken;
        remark.event = holders[i]->event;
        out_.push_back(std::move(remark));
      }
    }
  }

  // Two at once in a role of which the domain knows one (docs/domain.md §2.2).
  void overlaps() {
    using enum schema::Role;
    static constexpr schema::Role single[] = {WIJKCOACH, REGISSEUR, PROCESS_DIRECTOR, YOUTH_PROTECTOR, GUARDIAN};
    for (std::size_t i = 0; i < places_.size(); ++i)
      for (std::size_t j = i + 1; j < places_.size(); ++j) {
        const RolePlace &one = places_[i], &other = places_[j];
        const bool same_role = one.role == other.role && std::ranges::find(single, one.role) != std::end(single);
        if (!same_role || party_of(one) == party_of(other)) continue;
        const Date from = std::max(one.from, other.from), until = std::min(end_of(one), end_of(other));
        if (from >= until || from > last_) continue;
        RoleRemark remark{"roles.overlap", {party_of(one), party_of(other)}};
        remark.role = one.role;
        remark.from = from;
        if (until != never) remark.until = until;
        remark.event = other.event;
        out_.push_back(std::move(remark));
      }
  }

  static Atom party_of(const RolePlace& place) { return !place.actor.is_zero() ? id_atom(place.actor) : !place.subject.is_zero() ? id_atom(place.subject) : id_atom(place.org); }

  // Stretches of days with more professionals or organisations at once than maxInvolved.
  void many() {
    std::set<Date> days;
    for (const RolePlace& place : places_) {
      if (place.is_family() || place.role == schema::Role::UNSET) continue;
      days.insert(place.from);
      if (place.until) days.insert(*place.until);
    }
    RoleRemark open;
    for (const Date& day : days) {
      if (day > last_) break;
      const auto parties = on(day);
      const auto most = static_cast<std::size_t>(count_of(input_.registry, "maxInvolved", day));
      if (parties.size() <= most) {
        if (open.event != nullptr) {
          open.until = day;
          out_.push_back(std::exchange(open, {}));
        }
        continue;
      }
      if (open.event == nullptr) {
        open = {"roles.many", {}};
        open.from = day;
      }
      if (static_cast<std::int64_t>(parties.size()) > open.count.value_or(0)) {
        open.count = static_cast<std::int64_t>(parties.size());
        open.party.assign(parties.begin(), parties.end());
      }
      if (open.event == nullptr) open.event = beginning_on(day);
    }
    if (open.event != nullptr) out_.push_back(std::move(open));
  }

  std::set<Atom> on(const Date& day) const {
    std::set<Atom> out;
    for (const RolePlace& place : places_)
      if (!place.is_family() && place.role != schema::Role::UNSET && place.holds_on(day)) out.insert(party_of(place));
    return out;
  }
  const HistoryEvent* beginning_on(const Date& day) const {
    const auto at = std::ranges::find(places_, day, &RolePlace::from);
    return at == places_.end() ? places_.front().event : at->event;
  }

  // Pairs of professionals who are both involved now and of whom nothing shows that they met, shared or consulted for `silence`.
  void silent() {
    const auto now = [&](const RolePlace& place) { return !place.actor.is_zero() && place.role != schema::Role::UNSET && place.from <= last_ && (!place.until || last_ <= *place.until); };
    const Duration silence = length_of(input_.registry, "silence", last_);
    for (std::size_t i = 0; i < places_.size(); ++i)
      for (std::size_t j = i + 1; j < places_.size(); ++j) {
        const RolePlace &one = places_[i], &other = places_[j];
        if (!now(one) || !now(other) || one.actor == other.actor) continue;
        const Date together = std::max(one.from, other.from);
        const Date since = std::max(together, last_shared(one.actor, other.actor).value_or(together));
        if (add(since, silence) > last_) continue;
        RoleRemark remark{"roles.silent", {id_atom(one.actor), id_atom(other.actor)}};
        remark.from = since;
        remark.count = (local_midnight(last_) - local_midnight(since)) / micros_per_day;
        remark.event = other.event;
        out_.push_back(std::move(remark));
      }
  }

  bool is_of(const OrganisationId& org, const ActorId& actor) const {
    const ActorInfo* info = input_.registry.find_actor(actor);
    return !org.is_zero() && info != nullptr && info->organisation == org;
  }
  bool reaches(const HistoryEvent& event, const ActorId& to) const {
    if (event.kind() == 408)
      return std::ranges::any_of(recipients_of(event.facts().getInformationShared().getRecipients()), [&](const Recipient& r) { return r.actor == to || is_of(r.org, to); });
    const auto consulted = event.facts().getConsultationHeld();
    return names(ids_of<ActorId>(consulted.getWith()), to) || is_of(id_or_zero<OrganisationId>(consulted.getWithOrg()), to);
  }
  static bool was_at(const HistoryEvent& meeting, const ActorId& actor) {
    const auto facts = meeting.facts().getMeetingHeld();
    if (id_or_zero<ActorId>(facts.getChair()) == actor) return true;
    for (auto one : facts.getAttendees())
      if (is_present(one.getPresence()) && id_or_zero<ActorId>(one.getActor()) == actor) return true;
    return false;
  }
  std::optional<Date> last_shared(const ActorId& one, const ActorId& other) const {
    std::optional<Date> out;
    for (const auto* event : input_.history.in_order()) {
      bool shared = event->kind() == 501 && was_at(*event, one) && was_at(*event, other);
      if (event->kind() == 408 || event->kind() == 504) {
        const ActorId by = author_of(event->event);
        shared = (by == one && reaches(*event, other)) || (by == other && reaches(*event, one));
      }
      if (shared) out = local_date(event->occurred);
    }
    return out;
  }

  // Who answers for the case now is not who holds the function that answers for it here (parameter finalResponsibleHolder; the seeds differ:
  // 003 L1308 and 004 L96-97 the wijkcoach, 000 the regisseur). Agreed otherwise is allowed: this says it, no rule forbids it.
  void other_responsible() {
    const auto named = parse_code<schema::SingleFunction>(word_of(input_.registry, "finalResponsibleHolder", last_));
    const RolePlace* responsible = holder_now(schema::SingleFunction::FINAL_RESPONSIBLE);
    const RolePlace* expected = named ? holder_now(*named) : nullptr;
    if (responsible == nullptr || expected == nullptr || responsible->actor == expected->actor) return;
    RoleRemark remark{"roles.otherResponsible", {party_of(*responsible), party_of(*expected)}};
    remark.function = *named;
    remark.from = std::max(responsible->from, expected->from);
    remark.event = responsible->event;
    out_.push_back(std::move(remark));
  }
  const RolePlace* holder_now(schema::SingleFunction function) const {
    const RolePlace* out = nullptr;
    for (const RolePlace& place : places_)
      if (place.function == function && place.holds_on(last_)) out = &place;
    return out;
  }

  // How many people have been wijkcoach of this case, since when.
  void continuity() {
    RoleRemark remark{"roles.continuity", {}};
    std::set<ActorId> holders;
    for (const RolePlace& place : places_) {
      if (place.function != schema::SingleFunction::WIJKCOACH || place.from > last_) continue;
      if (holders.empty()) remark.from = place.from;
      holders.insert(place.actor);
      remark.party = {id_atom(place.actor)};
      remark.event = place.event;
    }
    if (holders.empty()) return;
    remark.function = schema::SingleFunction::WIJKCOACH;
    remark.count = static_cast<std::int64_t>(holders.size());
    out_.push_back(std::move(remark));
  }

  People people() const {
    People out;
    for (const auto& event : input_.history.events()) {
      if (event.kind() == 202) out.person_recorded(event.event);
      if (event.kind() == 203) out.relation_recorded(event.event);
    }
    return out;
  }

  void household() {
    const auto& recorded = input_.history.of(202);
    const auto members = people().household(input_.now);
    if (recorded.empty() || members.empty()) return;
    RoleRemark remark{"roles.household", {}};
    for (const SubjectId& one : members) remark.party.push_back(id_atom(one));
    remark.count = static_cast<std::int64_t>(members.size());
    remark.from = local_date(recorded.back()->occurred);
    remark.event = recorded.back();
    out_.push_back(std::move(remark));
  }

  // Of every minor, who holds gezag; a minor of whom nobody is known to is shown without a party.
  void gezag() {
    const People all = people();
    const Moment now = Moment::of(input_.now);
    std::vector<SubjectId> minors;
    for (const auto* event : input_.history.of(202))
      for (auto row : event->facts().getPersonRecorded().getPersons()) {
        const auto person = id_or_zero<SubjectId>(row.getSubject());
        if (all.is_minor(person, now) && !names(minors, person)) minors.push_back(person);
      }
    for (const SubjectId& child : minors) {
      RoleRemark remark{"roles.gezag", {}};
      for (const SubjectId& holder : all.holders_of_gezag(child, now.on)) remark.party.push_back(id_atom(holder));
      remark.about = {child};
      for (const auto* event : input_.history.of(203))
        for (auto link : event->facts().getRelationRecorded().getLinks())
          if (id_or_zero<SubjectId>(link.getTo()) == child) remark.event = event;
      if (remark.event != nullptr) remark.from = local_date(remark.event->occurred);
      else remark.from = now.on;
      out_.push_back(std::move(remark));
    }
  }
};

}  // namespace

std::vector<RoleRemark> role_remarks(const CaseInput& input, const std::vector<RolePlace>& places) { return Remarks(input, places).all(); }

}  // namespace inzicht::views
