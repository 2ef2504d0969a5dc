// Everything about one person without others: what was recorded, who did it by function, with whom it was shared, who looked, and what was
// left out and why. docs/domain.md §9 view 23; AVG 15; JW 7.3.10.
//
// While telling the person is postponed (411), what it is about and what came of it are not there at all: not as a row, not as something
// left out, and in no count (JW 7.3.2(4); UAVG 41).
#include <set>

#include "ledger/codec/catalogue.h"
#include "ledger/domain/case_state.h"
#include "projections/case_view.h"
#include "projections/gist.h"
#include "projections/postponed.h"

namespace inzicht::views {
namespace {

using schema::RedactionGround;
using schema::RefType;

constexpr std::uint32_t signal_words = 3010, reporter_part = 3012;

class Inspection {
 public:
  explicit Inspection(const CaseInput& input) : input_(input), person_(input.query.person.value_or(SubjectId{})) {
    for (const auto& event : input.history.events())
      if (event.occurred <= input.now) state_.apply(event.event);
    find_told();
    hidden_ = kept_from(person_, input.history, state_, input.registry, input.now);
  }

  void add(ViewResult& out) const {
    for (const auto* event : input_.history.in_order())
      if (is_shown(*event)) add_event(*event, out);
    for (const auto* event : input_.history.in_order())
      if (is_shown(*event)) add_left_out(*event, out);
    if (input_.reads != nullptr)
      for (const auto* look : input_.reads->in_order()) add_look(*look, out);
    out.notes.push_back("inspect.staff");
    out.notes.push_back("inspect.check");
  }

  static std::vector<Column> columns() {
    return {{"section", "deel", "section"},
            {"occurred", "gebeurd", "occurred"},
            {"kind", "soort", "kind"},
            {"what", "wat", "what"},
            {"words", "in woorden", "in words"},
            {"role", "wie (functie)", "who (function)"},
            {"organisation", "van", "of"},
            {"sharedWith", "gedeeld met", "shared with"},
            {"seenBy", "ingezien door", "seen by"},
            {"ground", "waarom weggelaten", "why left out"},
            {"event", "gebeurtenis", "event"}};
  }

 private:
  const CaseInput& input_;
  SubjectId person_;
  CaseState state_;
  std::set<EventId> told_, hidden_;

  bool is_about(const HistoryEvent& event) const { return names(ids_of<SubjectId>(event.event.header.getSubjects()), person_); }
  bool is_shown(const HistoryEvent& event) const { return (is_about(event) || told_.contains(event.id)) && !hidden_.contains(event.id); }

  // What the person was told of (410) is theirs to see, also where it is about a child of theirs: as that it happened.
  void find_told() {
    for (const auto* informed : input_.history.of(410))
      if (names(ids_of<SubjectId>(informed->facts().getSubjectInformed().getTold()), person_))
        for (const EventId& event : references_of(informed->event.header, RefType::CONCERNS)) told_.insert(event);
  }

  // The reporter stays unknown to the family unless a decision about the reporter says otherwise (docs/domain.md §0.3).
  bool protects_source(const HistoryEvent& event) const {
    if (event.kind() != 301) return false;
    const auto facts = event.facts().getSignalReceived();
    const auto reporter = id_or_zero<SubjectId>(facts.getReporter());
    if (reporter == person_) return false;
    const bool personal = !reporter.is_zero() || facts.getReporterAnonymous() == schema::YesNoUnknown::YES || facts.getSource() == schema::SignalSource::CITIZEN;
    return personal && std::ranges::none_of(state_.sharing().decisions(), [&](const Decision& decision) {
             return decision.shares() && decision.categories.has(schema::DataCategory::REPORTER) &&
                    std::ranges::any_of(decision.recipients, [&](const Recipient& r) { return r.subject == person_; });
           });
  }

  // Why a part is not for this person; nothing when it is theirs, or about the family as a whole.
  std::optional<RedactionGround> ground_of(const HistoryEvent& event, schema::PartCommitment::Reader part) const {
    const auto subject = id_or_zero<SubjectId>(part.getSubject());
    if (subject == person_) return std::nullopt;
    if (protects_source(event) && (part.getPartType() == reporter_part || part.getPartType() == signal_words)) return RedactionGround::SOURCE_PROTECTION;
    if (std::ranges::equal(part.getSubject(), event.event.header.getCase())) {
      // Not about this person by its header: then the words about the family are not either.
      return is_about(event) ? std::nullopt : std::optional(RedactionGround::THIRD_PARTY);
    }
    return input_.registry.find_actor(ActorId{subject.bytes}) != nullptr ? RedactionGround::STAFF_IDENTITY : RedactionGround::THIRD_PARTY;
  }

  Cell words_of(const HistoryEvent& event) const {
    Cell out = Cell::list({});
    const auto parts = event.event.header.getParts();
    for (unsigned n = 0; n < parts.size(); ++n) {
      const PartInfo* info = find_part(parts[n].getPartType());
      if (info == nullptr || info->is_list() || ground_of(event, parts[n])) continue;
      for (auto field : info->schema.getFields())
        if (field.getType().isText() && (parts[n].getFilled() >> field.getIndex() & 1) != 0)
          out.atoms.push_back(WordsCell{event.event.index, static_cast<std::uint16_t>(n), field.getProto().getName().cStr()});
    }
    return out;
  }

  Cell shared_with(const HistoryEvent& event) const {
    std::vector<Recipient> to;
    if (event.kind() == 407) to = recipients_of(event.facts().getShareDecided().getRecipients());
    if (event.kind() == 408) to = recipients_of(event.facts().getInformationShared().getRecipients());
    if (event.kind() == 405) to = {recipient_of(event.facts().getInformationRequested().getOther())};
    if (event.kind() == 501)
      for (auto attendee : event.facts().getMeetingHeld().getAttendees()) {
        const ActorInfo* info = input_.registry.find_actor(id_or_zero<ActorId>(attendee.getActor()));
        const auto org = attendee.hasOrg() ? id_or_zero<OrganisationId>(attendee.getOrg()) : info == nullptr ? OrganisationId{} : info->organisation.value_or(OrganisationId{});
        if (is_present(attendee.getPresence()) && !org.is_zero() && std::ranges::find(to, org, &Recipient::org) == to.end()) to.push_back({{}, org, {}, {}});
      }
    // Organisations and kinds of recipients; no professional by name, and nobody else of the family.
    for (Recipient& r : to) {
      if (const ActorInfo* info = input_.registry.find_actor(r.actor); info != nullptr && r.org.is_zero()) r.org = info->organisation.value_or(OrganisationId{});
      r.actor = {};
      r.subject = {};
    }
    return recipients_cell(to);
  }

  Cell seen_by(const HistoryEvent& event) const {
    std::set<schema::Role> roles;
    for (const Look& look : input_.looks) {
      const HistoryEvent* read = input_.reads == nullptr ? nullptr : input_.reads->find(look.event);
      if (read != nullptr && std::ranges::any_of(look.opened, [&](const PartRef& part) { return part.event == event.id; })) roles.insert(read->event.header.getRole());
    }
    return list_cell(roles);
  }

  // Filters on people would tell what is hidden or left out of others; period and kind are the reader's own.
  bool passes(const HistoryEvent& event, std::string_view section) const {
    if (input_.query.kind && *input_.query.kind != event.kind()) return false;
    if (input_.query.occurred_from && event.occurred < *input_.query.occurred_from) return false;
    return !input_.query.extra || section == "inspect." + *input_.query.extra;
  }

  void add_event(const HistoryEvent& event, ViewResult& out) const {
    ++out.total;
    if (!passes(event, "inspect.about")) return;
    const bool masked = is_guarded_kind(event.kind()) && !input_.query.guarded_facts;
    Row row;
    row.index = event.event.index;
    row.cells = {text_cell("inspect.about"),
                 time_cell(event.occurred),
                 Atom{KindCell{event.kind()}},
                 is_about(event) ? gist_cell(event, input_.query.guarded_facts) : text_cell("inspect.told"),
                 words_of(event),
                 code_cell(event.event.header.getRole()),
                 id_cell(id_or_zero<OrganisationId>(event.event.header.getOrganisation())),
                 masked || !is_about(event) ? Cell::list({}) : shared_with(event),
                 seen_by(event),
                 Cell(),
                 id_cell(event.id)};
    out.rows.push_back(std::move(row));
  }

  void add_left_out(const HistoryEvent& event, ViewResult& out) const {
    for (auto part : event.event.header.getParts()) {
      const PartInfo* info = find_part(part.getPartType());
      const auto ground = info == nullptr || info->is_list() ? std::nullopt : ground_of(event, part);
      if (!ground) continue;
      ++out.total;
      if (!passes(event, "inspect.leftOut")) continue;
      Row row;
      row.index = event.event.index;
      row.cells = {text_cell("inspect.leftOut"), time_cell(event.occurred), Atom{KindCell{event.kind()}}, Cell(), Cell::list({}), Cell(), Cell(), Cell::list({}), Cell::list({}), code_cell(*ground), id_cell(event.id)};
      out.rows.push_back(std::move(row));
    }
  }

  void add_look(const HistoryEvent& look, ViewResult& out) const {
    if (look.kind() != 1301 && look.kind() != 1302) return;
    const bool viewed = look.kind() == 1301;
    const auto about = viewed ? ids_of<SubjectId>(look.facts().getPartsViewed().getAbout()) : ids_of<SubjectId>(look.facts().getExported().getAbout());
    if (!names(about, person_)) return;
    ++out.total;
    if (!passes(look, "inspect.seen")) return;
    Row row;
    row.index = look.event.index;
    row.cells = {text_cell("inspect.seen"),
                 time_cell(look.occurred),
                 Atom{KindCell{look.kind()}},
                 code_cell(viewed ? look.facts().getPartsViewed().getPurpose() : look.facts().getExported().getPurpose()),
                 Cell::list({}),
                 code_cell(look.event.header.getRole()),
                 id_cell(id_or_zero<OrganisationId>(look.event.header.getOrganisation())),
                 Cell::list({}),
                 Cell::list({}),
                 Cell(),
                 id_cell(look.id)};
    out.rows.push_back(std::move(row));
  }
};

Status check(const ViewQuery& query) {
  if (!query.person) return fail(ErrorCode::bad_input, "inspect: expected a person (P-…)");
  return {};
}

void add(const CaseInput& input, ViewResult& out) { Inspection(input).add(out); }

}  // namespace

CaseView inspection_view() {
  CaseView out{"inspection", Inspection::columns(), add, {"about", "leftOut", "seen"}, false, true};
  out.asks_looks = true;
  out.check = check;
  return out;
}

}  // namespace inzicht::views
