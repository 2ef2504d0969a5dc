// What the plan of a case is, now or on a day: the plan in force, goals with their last score, tasks with their last state,
// interventions, decisions taken and formal decisions.
//
// Shape:   one row per thing, as the events that the filters let through leave it; what a later one replaced is not shown. A goal stands
//          as its last change (802) or evaluation (1001) says; a plan is endorsed as each party last said (805).
//          `version` of a goal or task is that of the adopted plan that names it. Words are places in sealed parts.
// Notes:   "plan.none": no plan was adopted; "plan.over": the last one was valid until before the moment asked (occurred_until, or now).
// Order:   plans, goals (horizon, order), tasks (due), interventions, decisions, formal decisions.
// Filters: all of ViewQuery (person: whom it is about or who does it); extra: a number (the plan as it was in that version) or a code of
//          lifeDomain (goals of that domain only).
// Source:  docs/domain.md §4.8, §9 view 3.
#pragma once
#include "projections/view.h"
#include "projections/view_store.h"

namespace inzicht {

std::unique_ptr<Projection> make_plan();
// bad_input without a case.
Result<ViewResult> query_plan(const ViewStore& store, const ViewQuery& query);

}  // namespace inzicht
