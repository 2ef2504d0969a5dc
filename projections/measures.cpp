// Drang and dwang as a ladder of three lanes: what was offered, what was ordered, and what safety asked. docs/domain.md §9 view 8.
//
// Drang carries no order and dwang is no offer: each event stands in one lane. Facts of guarded kinds are shown to who may read class
// safety; others see that such an event exists, when and by whom (docs/domain.md §0.3).
#include "ledger/codec/catalogue.h"
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

struct Step {
  std::string_view lane;
  Cell what;                        // codes of the step
  std::vector<SubjectId> about;
  Cell article, authority, from, until;
};

Cell joined(std::initializer_list<Cell> cells) {
  Cell out = Cell::list({});
  for (const Cell& cell : cells) out.atoms.insert(out.atoms.end(), cell.atoms.begin(), cell.atoms.end());
  return out;
}
Cell org_cell(capnp::Data::Reader org) { return id_cell(id_or_zero<OrganisationId>(org)); }
Cell article_cell(bool has, capnp::Text::Reader article) { return has ? text_cell(article.cStr()) : Cell(); }

std::optional<Step> drang_step(const HistoryEvent& event) {
  const auto facts = event.facts();
  switch (event.kind()) {
    case 902: {
      const auto f = facts.getDrangOffered();
      return Step{"lane.drang", joined({code_cell(f.getDrangKind()), list_cell(f.getRewards()), list_cell(f.getConsequences())}), ids_of<SubjectId>(f.getTo()), {},
                  org_cell(f.getConsequenceBy()), {}, day_cell(f.hasRespondBy(), f.getRespondBy())};
    }
    case 903: {
      const auto f = facts.getDrangAnswered();
      return Step{"lane.drang", code_cell(f.getResponse()), {id_or_zero<SubjectId>(f.getWho())}, {}, {}, {}, {}};
    }
    case 904: {
      const auto f = facts.getDrangFollowedUp();
      return Step{"lane.drang", joined({code_cell(f.getFollowUp()), code_cell(f.getReward()), code_cell(f.getConsequence())}),
                  ids_of<SubjectId>(event.event.header.getSubjects()), article_cell(f.hasPower(), f.getPower()), org_cell(f.getByOrg()), {}, {}};
    }
    default: return std::nullopt;
  }
}

std::optional<Step> dwang_step(const HistoryEvent& event) {
  const auto facts = event.facts();
  switch (event.kind()) {
    case 905: {
      const auto f = facts.getDwangRequested();
      return Step{"lane.dwang", code_cell(f.getMeasure()), ids_of<SubjectId>(f.getAbout()), text_cell(f.getArticle().cStr()), code_cell(f.getAt()), {}, {}};
    }
    case 906: {
      const auto f = facts.getDwangDecided();
      const Cell from = f.hasValidFrom() ? day_cell(true, f.getValidFrom()) : date_cell(date_of(f.getDecidedOn()));
      return Step{"lane.dwang", joined({code_cell(f.getMeasure()), code_cell(f.getOutcome())}), ids_of<SubjectId>(f.getAbout()), text_cell(f.getArticle().cStr()),
                  joined({code_cell(f.getAuthority()), org_cell(f.getExecutor())}), from, day_cell(f.hasValidUntil(), f.getValidUntil())};
    }
    case 907: {
      const auto f = facts.getDwangExecuted();
      return Step{"lane.dwang", code_cell(f.getAct()), ids_of<SubjectId>(f.getAbout()), {}, org_cell(f.getByOrg()), {}, {}};
    }
    case 908: {
      const auto f = facts.getDwangEnded();
      return Step{"lane.dwang", code_cell(f.getReason()), ids_of<SubjectId>(event.event.header.getSubjects()), {}, {}, {}, date_cell(date_of(f.getEndedOn()))};
    }
    default: return std::nullopt;
  }
}

Cell meldcode_cell(schema::MeldcodeStepTaken::Reader facts) {
  Cell out = Cell::list({});
  for (auto row : facts.getSteps())
    for (auto& atom : joined({code_cell(row.getStep()), code_cell(row.getOutcome())}).atoms) out.atoms.push_back(std::move(atom));
  return out;
}

std::optional<Step> safety_step(const HistoryEvent& event) {
  const auto facts = event.facts();
  const auto subjects = ids_of<SubjectId>(event.event.header.getSubjects());
  switch (event.kind()) {
    case 304: return Step{"lane.safety", code_cell(facts.getCrisisDeclared().getCrisisKind()), subjects, {}, {}, {}, {}};
    case 305: return Step{"lane.safety", code_cell(facts.getCrisisActionTaken().getState()), subjects, {}, {}, {}, {}};
    case 605: {
      const auto f = facts.getSafetyJudged();
      return Step{"lane.safety", joined({code_cell(f.getCurrent()), code_cell(f.getFuture())}), {id_or_zero<SubjectId>(f.getChild())}, {}, {}, {}, day_cell(f.hasNextOn(), f.getNextOn())};
    }
    case 606: return Step{"lane.safety", meldcode_cell(facts.getMeldcodeStepTaken()), ids_of<SubjectId>(facts.getMeldcodeStepTaken().getAbout()), {}, {}, {}, {}};
    case 607: {
      const auto f = facts.getSafetyPlanAdopted();
      return Step{"lane.safety", list_cell(f.getItems()), ids_of<SubjectId>(f.getChildren()), {}, {}, date_cell(date_of(f.getValidFrom())), day_cell(f.hasValidUntil(), f.getValidUntil())};
    }
    case 901: {
      const auto f = facts.getCoercionWeighed();
      return Step{"lane.weighing", joined({code_cell(f.getConsidered()), list_cell(f.getGrounds())}), ids_of<SubjectId>(f.getAbout()), {}, code_cell(f.getLevel()), {}, {}};
    }
    case 909: {
      const auto f = facts.getUnilateralActionTaken();
      return Step{"lane.safety", joined({code_cell(f.getAct()), list_cell(f.getSignals())}), ids_of<SubjectId>(f.getFor()), article_cell(f.hasPower(), f.getPower()), list_cell(f.getHelped()), {}, {}};
    }
    case 910: return Step{"lane.safety", code_cell(facts.getCooperationRestored().getRestored()), ids_of<SubjectId>(facts.getCooperationRestored().getWith()), {}, {}, {}, {}};
    default: return std::nullopt;
  }
}

// A person who was told their rights, or had their say about a measure.
std::optional<Step> say_step(const HistoryEvent& event) {
  if (event.kind() == 410) {
    const auto f = event.facts().getSubjectInformed();
    const auto topics = CodeSet<schema::InformTopic>::of(f.getTopics());
    if (!topics.meets({schema::InformTopic::RIGHTS, schema::InformTopic::DUTIES, schema::InformTopic::MEASURE, schema::InformTopic::SAFETY_FINDINGS})) return std::nullopt;
    return Step{"lane.say", list_cell(f.getTopics()), ids_of<SubjectId>(f.getTold()), {}, {}, {}, {}};
  }
  if (event.kind() == 503 && CodeSet<schema::HearingTopic>::of(event.facts().getPersonHeard().getTopics()).meets({schema::HearingTopic::OPINION_MEASURE, schema::HearingTopic::SAFETY}))
    return Step{"lane.say", list_cell(event.facts().getPersonHeard().getTopics()), {id_or_zero<SubjectId>(event.facts().getPersonHeard().getHeard())}, {}, {}, {}, {}};
  return std::nullopt;
}

std::optional<Step> step_of(const HistoryEvent& event) {
  for (auto find : {drang_step, dwang_step, safety_step, say_step})
    if (auto step = find(event)) return step;
  return std::nullopt;
}

bool is_guarded(std::uint16_t kind) {
  const KindInfo* info = find_kind(kind);
  return info == nullptr || info->is_guarded;
}

// What the step rests on: an order, a weighing, an offer, what came before.
std::vector<EventId> grounds_of(const HistoryEvent& event) {
  std::vector<EventId> out;
  for (auto relation : {RefType::UNDER_ORDER, RefType::BASED_ON, RefType::ANSWERS, RefType::CONCERNS, RefType::ENDS, RefType::SUPERSEDES})
    for (const EventId& id : references_of(event.event.header, relation))
      if (!names(out, id)) out.push_back(id);
  return out;
}

Row row_of(const HistoryEvent& event, const Step& step, bool masked) {
  Row row;
  row.index = event.event.index;
  const auto shown = [&](Cell cell) { return masked ? Cell() : cell; };
  row.cells = {text_cell(step.lane),
               time_cell(event.occurred),
               Atom{KindCell{event.kind()}},
               masked ? text_cell("words.guarded") : step.what,
               shown(ids_cell(step.about)),
               id_cell(author_of(event.event)),
               shown(step.authority),
               shown(step.article),
               shown(step.from),
               shown(step.until),
               ids_cell(grounds_of(event)),
               id_cell(event.id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  for (const auto* event : input.history.in_order()) {
    const auto step = step_of(*event);
    if (!step) continue;
    ++out.total;
    const bool masked = is_guarded(event->kind()) && !input.query.guarded_facts;
    // Whom a guarded event is about is a fact of it.
    if (!wanted(input.query, *event, masked ? std::vector<SubjectId>{} : step->about)) continue;
    if (input.query.extra && step->lane != "lane." + *input.query.extra) continue;
    out.rows.push_back(row_of(*event, *step, masked));
  }
}

}  // namespace

CaseView measures_view() {
  CaseView out{"measures",
               {{"lane", "baan", "lane"},
                {"occurred", "gebeurd", "occurred"},
                {"kind", "soort", "kind"},
                {"what", "wat", "what"},
                {"about", "over wie", "about"},
                {"by", "door", "by"},
                {"authority", "bevoegd", "authority"},
                {"article", "wetsartikel", "article"},
                {"from", "vanaf", "from"},
                {"until", "tot", "until"},
                {"restsOn", "rust op", "rests on"},
                {"event", "gebeurtenis", "event"}},
               add,
               {"drang", "dwang", "safety", "weighing", "say"},
               false};
  out.order = {{"occurred"}};
  return out;
}

}  // namespace inzicht::views
