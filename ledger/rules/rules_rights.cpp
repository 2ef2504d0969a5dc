// RIGHT on requests (1202) and complaints (1210): in time, with a ground, and to whom may ask.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"
#include "ledger/rules/file_rights.h"

namespace inzicht {
namespace {

constexpr std::uint32_t reasons_part = 12020;

const RightsRequest* request_of(const Check& c) {
  const auto asked = reference_of(c.header, schema::RefType::ANSWERS);
  return asked && c.state() != nullptr ? c.state()->rights().request(*asked) : nullptr;
}

// RIGHT-01 (AVG 12(3)): once, before the first term has passed, by no more than the law allows, and saying why.
Failure right_01(const Check& c) {
  const auto facts = c.facts.getRequestDecided();
  if (facts.getDecision() != schema::RequestDecision::EXTENDED) return std::nullopt;
  if (!facts.hasDueOn() || !c.filled(reasons_part, 0)) return Values{};
  const RightsRequest* request = request_of(c);
  if (request == nullptr) return std::nullopt;
  const bool again = std::ranges::any_of(c.state()->rights().answers(), [&](const RightsAnswer& a) {
    return a.request == request->event && a.decision == schema::RequestDecision::EXTENDED;
  });
  const bool in_time = c.t.on <= request->due_on && date_of(facts.getDueOn()) <= add(request->due_on, c.parameters.request_extension);
  return !again && in_time ? std::nullopt : Failure(Values{});
}

bool references_consultation(const Check& c) {
  if (c.state() == nullptr) return true;
  const auto based_on = references_of(c.header, schema::RefType::BASED_ON);
  return std::ranges::any_of(based_on, [&](const EventId& e) { return c.state()->sharing().consultation(e) != nullptr; });
}

// RIGHT-02 (UAVG 34; JW 7.3.2(4), 7.3.9, 7.3.10): refusing takes a ground and reasons; a public body says where to object; a
// refusal for harm was discussed with another professional.
Failure right_02(const Check& c) {
  const auto facts = c.facts.getRequestDecided();
  using enum schema::RequestDecision;
  if (facts.getDecision() != REFUSED && facts.getDecision() != PARTLY) return std::nullopt;
  const auto grounds = CodeSet<schema::RefusalGround>::of(facts.getGrounds());
  const OrganisationInfo* org = c.registry().find_organisation(c.own_org());
  const bool appeal = org == nullptr || !org->is_public_body || facts.getAppealClause() == schema::YesNoUnknown::YES;
  const bool consulted = !grounds.has(schema::RefusalGround::SERIOUS_HARM) || references_consultation(c);
  return !grounds.empty() && c.filled(reasons_part, 0) && appeal && consulted ? std::nullopt : Failure(Values{});
}

// RIGHT-03 (JW 7.3.8-7.3.10; Wmo 5.3.2; AVG 12, 15): granted to whom the law gives this right at that time, and who is who
// they say they are. What the request says of its capacity is not proof: relations (203) are.
Failure right_03(const Check& c) {
  const auto decision = c.facts.getRequestDecided().getDecision();
  if (decision != schema::RequestDecision::GRANTED && decision != schema::RequestDecision::PARTLY) return std::nullopt;
  const RightsRequest* request = request_of(c);
  if (request == nullptr) return std::nullopt;
  if (request->identity_checked && may_ask_file(*c.state(), *request, c.t).value_or(true)) return std::nullopt;
  return Values{{"by", to_text(request->by)}, {"about", to_text(request->about)}, {"law", code_text(request->law)}};
}

// The first day of conduct that can still be complained of on that day.
Date lapse_day(const Date& received, const Duration& term) {
  Date day = received;
  const int months = received.year * 12 + received.month - 1 - static_cast<int>(term.months);
  day.year = static_cast<std::int16_t>(months / 12);
  day.month = static_cast<std::uint8_t>(months % 12 + 1);
  while (!day.is_valid()) --day.day;
  return day;
}

// RIGHT-07 (SKJ 19.442Ta, 19.553Ta): conduct of longer ago is said so, and never stops a complaint. Judged when it is first
// received: a later stage follows another 1210.
Failure right_07(const Check& c) {
  const auto facts = c.facts.getComplaintRecorded();
  const bool later_stage = reference_of(c.header, schema::RefType::FOLLOWS).has_value();
  if (facts.getForum() != schema::ComplaintForum::SKJ || later_stage || !facts.hasPeriodFrom()) return std::nullopt;
  const Date from = date_of(facts.getPeriodFrom());
  const Date limit = lapse_day(c.t.on, c.parameters.skj_term.for_conduct_of(from));
  return from < limit ? Failure(Values{{"date", to_text(limit)}}) : std::nullopt;
}

}  // namespace

std::vector<Rule> rights_rules() {
  return {{"RIGHT-01", {1202}, right_01}, {"RIGHT-02", {1202}, right_02}, {"RIGHT-03", {1202}, right_03}, {"RIGHT-07", {1210}, right_07}};
}

}  // namespace inzicht
