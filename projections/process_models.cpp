#include "projections/process_models.h"

#include <algorithm>

namespace inzicht::views {
namespace {

using schema::MeetingType;

template <auto... kinds>
constexpr std::uint16_t of[] = {kinds...};

bool meets_as(const HistoryEvent& event, std::initializer_list<MeetingType> types) {
  return event.kind() == 501 && std::ranges::find(types, event.facts().getMeetingHeld().getMeetingType()) != types.end();
}
bool by_category(const HistoryEvent& event) { return event.facts().getCaseQualified().getModel() == schema::QualificationModel::AMSTERDAM; }
bool family_meeting(const HistoryEvent& event) { return event.kind() == 804 || meets_as(event, {MeetingType::LOKAAL_GEZINSOVERLEG, MeetingType::MDO_PLUS}); }
bool structural_group(const HistoryEvent& event) { return event.kind() == 209 || meets_as(event, {MeetingType::STRUCTURELE_REGIEGROEP}); }
bool case_group(const HistoryEvent& event) { return meets_as(event, {MeetingType::CASUS_REGIEGROEP}); }
bool under_convenant(const HistoryEvent& event) { return event.facts().getMandateGranted().getBasis() == schema::MandateBasis::CONVENANT; }
bool expert_advice(const HistoryEvent& event) { return event.facts().getConsultationHeld().getConsultKind() == schema::ConsultKind::DESKUNDIGENADVIES; }
bool on_tracks(const HistoryEvent& event) { return event.facts().getAssessmentMade().getTracks().size() > 0; }
bool strategic(const HistoryEvent& event) { return event.facts().getDecisionTaken().getDecisionClass() == schema::DecisionClass::STRATEGIC_WEIGHING; }
bool joint_end_goal(const HistoryEvent& event) { return event.facts().getGoalSet().getLevel() == schema::GoalLevel::END_GOAL; }
template <schema::MeldcodeStep... steps>
bool meldcode(const HistoryEvent& event) {
  for (auto row : event.facts().getMeldcodeStepTaken().getSteps())
    if (((row.getStep() == steps) || ...)) return true;
  return false;
}

constexpr ModelStep amsterdam[] = {{"model.amsterdam.1", of<301>},           {"model.amsterdam.2", of<302>},
                                   {"model.amsterdam.3", of<208>, by_category}, {"model.amsterdam.4", of<501, 804>, family_meeting},
                                   {"model.amsterdam.5", of<806, 807, 808>}, {"model.amsterdam.6", of<1002, 1003>}};
constexpr ModelStep zwolle[] = {{"model.zwolle.1", of<301>},
                                {"model.zwolle.2", of<501, 209>, structural_group},
                                {"model.zwolle.3", of<501>, case_group},
                                {"model.zwolle.4", of<804, 805>},
                                {"model.zwolle.5", of<1001, 1103>}};
constexpr ModelStep enschede[] = {{"model.enschede.1", of<106>, under_convenant}, {"model.enschede.2", of<504>, expert_advice}, {"model.enschede.3", of<810>}};
constexpr ModelStep intensive[] = {{"model.intensive.1", of<301>}, {"model.intensive.2", of<602>, on_tracks}, {"model.intensive.3", of<206, 806>}, {"model.intensive.4", of<1001>}};
constexpr ModelStep safety_house[] = {{"model.safetyHouse.1", of<301>},
                                      {"model.safetyHouse.2", of<601>},
                                      {"model.safetyHouse.3", of<502>, strategic},
                                      {"model.safetyHouse.4", of<801>, joint_end_goal},
                                      {"model.safetyHouse.5", of<901, 902, 903, 904>},
                                      {"model.safetyHouse.6", of<209>}};
constexpr ModelStep guideline[] = {{"model.guideline.1", of<301, 302>},           {"model.guideline.2", of<601, 602>}, {"model.guideline.3", of<804>},
                                   {"model.guideline.4", of<806, 807, 808, 809>}, {"model.guideline.5", of<1001>},     {"model.guideline.6", of<1101>},
                                   {"model.guideline.7", of<1103>}};
constexpr ModelStep reporting_code[] = {{"model.meldcode.1", of<606>, meldcode<schema::MeldcodeStep::SIGNALS>},
                                        {"model.meldcode.2", of<606>, meldcode<schema::MeldcodeStep::CONSULT>},
                                        {"model.meldcode.3", of<606>, meldcode<schema::MeldcodeStep::TALK>},
                                        {"model.meldcode.4", of<606>, meldcode<schema::MeldcodeStep::WEIGH>},
                                        {"model.meldcode.5", of<606>, meldcode<schema::MeldcodeStep::DECIDE_REPORT, schema::MeldcodeStep::DECIDE_HELP>}};
constexpr ModelStep relation[] = {{"model.relation.1", of<701>}, {"model.relation.2", of<503>}, {"model.relation.3", of<801>}, {"model.relation.4", of<206>}};

constexpr ProcessModel models[] = {{"amsterdam", amsterdam},      {"zwolle", zwolle},       {"enschede", enschede},       {"intensive", intensive},
                                   {"safetyHouse", safety_house}, {"guideline", guideline}, {"meldcode", reporting_code}, {"relation", relation}};

}  // namespace

std::span<const ProcessModel> process_models() { return models; }

const ProcessModel* find_model(std::string_view name) {
  const auto at = std::ranges::find(models, name, &ProcessModel::name);
  return at == std::end(models) ? nullptr : at;
}

std::vector<const HistoryEvent*> events_of(const ModelStep& step, const CaseHistory& history) {
  std::vector<const HistoryEvent*> out;
  for (const auto* event : history.in_order())
    if (std::ranges::find(step.kinds, event->kind()) != step.kinds.end() && (step.is_step == nullptr || step.is_step(*event))) out.push_back(event);
  return out;
}

}  // namespace inzicht::views
