#include "projections/plan.h"

#include "projections/plan_row.h"

namespace inzicht {
namespace views {
namespace {

void goal(schema::GoalSet::Reader facts, PlanRow& row) {
  row.type = number_of(facts.getType());
  row.horizon = facts.getHorizon();
  row.level = facts.getLevel();
  row.owner = facts.getOwner();
  row.owner_subject = id_of<SubjectId>(facts.getOwnerSubject());
  row.owner_actor = id_of<ActorId>(facts.getOwnerActor());
  if (facts.hasStartOn()) row.from = date_of(facts.getStartOn());
  if (facts.hasEndOn()) row.until = date_of(facts.getEndOn());
  if (facts.hasOrder()) row.order = facts.getOrder().getValue();
  row.domains = CodeSet<schema::LifeDomain>::of(facts.getDomains());
}

void score(schema::GoalScored::Reader facts, PlanRow& row) {
  row.status = number_of(facts.getMethod());
  row.number = facts.getScore();
}

void plan(schema::PlanAdopted::Reader facts, PlanRow& row) {
  row.type = number_of(facts.getPlanType());
  row.number = static_cast<std::int64_t>(facts.getVersion());
  row.from = date_of(facts.getValidFrom());
  if (facts.hasValidUntil()) row.until = date_of(facts.getValidUntil());
  if (facts.hasEvaluationAt()) row.evaluation = facts.getEvaluationAt().getMicros();
  row.named = ids_of<EventId>(facts.getGoals());
  const auto tasks = ids_of<EventId>(facts.getTasks());
  row.named.insert(row.named.end(), tasks.begin(), tasks.end());
}

void task(schema::TaskAssigned::Reader facts, PlanRow& row) {
  row.type = number_of(facts.getTaskKind());
  row.owner_actor = id_of<ActorId>(facts.getToActor());
  row.owner_subject = id_of<SubjectId>(facts.getToSubject());
  row.owner_organisation = id_of<OrganisationId>(facts.getToOrg());
  if (facts.hasDueOn()) row.until = date_of(facts.getDueOn());
  row.frame = facts.getFrame();
}

void update(schema::TaskUpdated::Reader facts, PlanRow& row) {
  row.status = number_of(facts.getStatus());
  if (facts.hasDueOn()) row.until = date_of(facts.getDueOn());
}

void intervention(schema::InterventionStarted::Reader facts, PlanRow& row) {
  row.type = number_of(facts.getIntervention());
  row.owner_organisation = id_of<OrganisationId>(facts.getOrg());
  row.frame = facts.getFrame();
  row.from = local_date(row.occurred);
  if (facts.hasPlannedEnd()) row.until = date_of(facts.getPlannedEnd());
  if (facts.hasEvaluateOn()) row.evaluation = local_midnight(date_of(facts.getEvaluateOn()));
}

void ending(schema::InterventionEnded::Reader facts, PlanRow& row) {
  row.status = number_of(facts.getEnding());
  row.until = local_date(row.occurred);
}

void formal_decision(schema::FormalDecisionMade::Reader facts, PlanRow& row) {
  row.type = number_of(facts.getDecisionType());
  row.status = number_of(facts.getResult());
  row.owner_organisation = id_of<OrganisationId>(facts.getOrg());
  if (facts.hasFrom()) row.from = date_of(facts.getFrom());
  if (facts.hasUntil()) row.until = date_of(facts.getUntil());
}

void goal_change(schema::GoalChanged::Reader facts, PlanRow& row) {
  row.status = number_of(facts.getStatus());
  if (facts.hasEndOn()) row.until = date_of(facts.getEndOn());
}

void endorsement(schema::PlanEndorsed::Reader facts, PlanRow& row) {
  row.status = number_of(facts.getStance());
  row.owner_subject = id_of<SubjectId>(facts.getBySubject());
  row.owner_actor = id_of<ActorId>(facts.getByActor());
  row.owner_organisation = id_of<OrganisationId>(facts.getByOrg());
}

void evaluation(schema::EvaluationHeld::Reader facts, PlanRow& row) {
  for (auto result : facts.getResults()) {
    row.named.push_back(id_or_zero<EventId>(result.getGoal()));
    row.statuses.push_back(number_of(result.getStatus()));
  }
}

// False for kinds that make no plan.
bool take_facts(schema::Header::Reader header, PlanRow& row) {
  const auto facts = header.getFacts();
  switch (header.getKind()) {
    case 502: row.type = number_of(facts.getDecisionTaken().getDecisionClass()); return true;
    case 801: goal(facts.getGoalSet(), row); return true;
    case 802: goal_change(facts.getGoalChanged(), row); return true;
    case 803: score(facts.getGoalScored(), row); return true;
    case 804: plan(facts.getPlanAdopted(), row); return true;
    case 805: endorsement(facts.getPlanEndorsed(), row); return true;
    case 806: task(facts.getTaskAssigned(), row); return true;
    case 807: update(facts.getTaskUpdated(), row); return true;
    case 808: intervention(facts.getInterventionStarted(), row); return true;
    case 809: ending(facts.getInterventionEnded(), row); return true;
    case 810: formal_decision(facts.getFormalDecisionMade(), row); return true;
    case 1001: evaluation(facts.getEvaluationHeld(), row); return true;
    default: return false;
  }
}

class PlanView final : public Projection {
 public:
  std::string_view name() const override { return plan_name; }
  std::uint16_t version() const override { return 3; }

  void apply(const FedEvent& event, ViewBatch& rows) override {
    const auto header = event.recorded.header;
    PlanRow row;
    row.occurred = event.occurred;
    if (!take_facts(header, row)) return;
    row.event = event.event;
    row.kind = header.getKind();
    row.recorded = event.recorded.recorded_at;
    row.actor = author_of(event.recorded);
    row.organisation = id_of<OrganisationId>(header.getOrganisation());
    row.subjects = ids_of<SubjectId>(header.getSubjects());
    row.words = best_line(header);
    // An evaluation names its goals in its facts, each with how it stands.
    if (row.kind != 1001)
      for (const EventId& concerned : references_of(header, schema::RefType::CONCERNS)) row.named.push_back(concerned);
    if (const auto ended = reference_of(header, schema::RefType::ENDS)) row.named.push_back(*ended);
    row.supersedes = reference_of(header, schema::RefType::SUPERSEDES);
    out_.key().id(event.kase.bytes).number(event.recorded.index);
    out_.put(row, rows);
  }

 private:
  RowPutter out_;
};

}  // namespace
}  // namespace views

std::unique_ptr<Projection> make_plan() { return std::make_unique<views::PlanView>(); }

}  // namespace inzicht
