#include "tests/projections/sample.h"

namespace inzicht::testing {
namespace {

Json recipient(const char* cls, const OrganisationId& org) { return {{"class", cls}, {"org", text(org)}}; }

Json organisation(std::uint8_t n) {
  return {{"kind", 102},
          {"facts", {{"org", text(nth<OrganisationId>(n))}, {"orgType", "wijkteam"}, {"status", "active"}, {"publicBody", "yes"}, {"from", "2019-01-01"}}},
          {"parts", {words("name", {{"name", "Wijkteam De Linde"}}, "ledger")}}};
}
Json actor(std::uint8_t n) {
  const ActorId who = nth<ActorId>(n);
  return {{"kind", 103},
          {"facts", {{"who", text(who)}, {"actorKind", "professional"}, {"org", text(team)}, {"register", "skj"}, {"registerStatus", "registered"},
                     {"statusFrom", "2018-01-01"}, {"secrecy", "professional"}}},
          {"parts", {words("who", {{"name", "Rosa Kamp"}}, text(who))}}};
}
Json mandate(std::uint8_t n) {
  return {{"kind", 106},
          {"facts", {{"mandate", text(nth<MandateId>(n))}, {"grantee", text(nth<ActorId>(n))}, {"role", "wijkcoach"}, {"scope", "organisation"},
                     {"org", text(team)}, {"powers", {"record"}}, {"basis", "assignment"}, {"from", "2019-01-07T08:00:00Z"}}}};
}

}  // namespace

Given Sampler::given(std::optional<CaseId> kase) {
  now_ += micros_per_second * (60 + pick(7200));
  Given out;
  out.kase = kase;
  out.actor = nth<ActorId>(static_cast<std::uint8_t>(1 + pick(5)));
  // One in ten was recorded days later than it happened.
  const Micros lag = pick(10) == 0 ? micros_per_day * (1 + pick(60)) : micros_per_second * 1800;
  out.occurred = to_text(now_ - lag);
  out.recorded = local_text(now_);
  if (pick(8) == 0) out.findings = {{"TIME-02", false}};
  if (pick(20) == 0) out.findings.push_back({"SHARE-01", true});
  return out;
}

NewEvent Sampler::registry_event() {
  const auto n = static_cast<std::uint8_t>(made_ / 3 % 5 + 1);
  const auto g = given(std::nullopt);
  switch (made_ % 3) {
    case 0: return ledger_.make(organisation(n), g);
    case 1: return ledger_.make(actor(n), g);
    default: return ledger_.make(mandate(n), g);
  }
}

Json Sampler::draft(std::uint8_t number, const Known& known) {
  const Json about = Json::array({person()});
  switch (pick(12)) {
    case 0:
      return {{"kind", 301}, {"facts", {{"signalType", "signal"}, {"source", "school"}, {"reporterAnonymous", "no"}, {"dangerForVisitor", "no"}, {"domains", {"housing", "upbringing"}}}},
              {"subjects", about}, {"parts", {words("what", {{"wat", "De buren horen elke nacht geschreeuw."}})}}};
    case 1:
      return {{"kind", 603}, {"facts", {{"statementKind", "fact"}, {"source", "ownObservation"}, {"about", person()}, {"childCheckNeeded", "no"}}},
              {"parts", {words("text", {{"text", "Lila is vaak moe."}}, text(lila))}}};
    case 2:
      return {{"kind", 701}, {"facts", {{"mode", "homePlanned"}, {"outcome", "held"}, {"with", about}, {"emergencyNumberGiven", "yes"}}}};
    case 3:
      return {{"kind", 407}, {"facts", {{"decision", pick(3) == 0 ? "doNotShare" : "share"}, {"about", about}, {"recipients", {recipient("partner", housing)}}, {"purpose", "planMaking"},
                                        {"categories", {"family", "housing"}}, {"detail", "content"}, {"basis", "publicTask"}, {"article", "JW-2.3"}, {"fromLaw", "jeugdwet"}, {"route", pick(2) == 0 ? "consent" : "exception"},
                                        {"art9", "none"}, {"art10", "none"}, {"recipientSecrecy", "professional"}, {"knowledge", "withKnowledge"}}},
              {"parts", {words("weighing", {{"purpose", "samen een plan"}, {"whatNeeded", "alleen de huurschuld"}})}}};
    case 4: {
      Json out{{"kind", 408}, {"facts", {{"recipients", {recipient("partner", housing)}}, {"about", about}, {"categories", {"housing"}}, {"purpose", "planMaking"}, {"detail", "content"},
                                         {"form", "ownInitiative"}, {"means", "phone"}, {"familyPresent", "no"}, {"knowledge", "withKnowledge"}}}};
      if (known.decision) out["references"] = {refer("executes", *known.decision)};
      return out;
    }
    case 5: {
      Json out{{"kind", 501}, {"facts", {{"meetingType", "mdo"}, {"discipline", "multi"}, {"chair", text(coach)}, {"familyPresence", "present"}, {"about", about}, {"detail", "content"}}},
               {"parts", {words("minutes", {{"minutes", "Besproken wie wat doet."}})}}};
      if (known.decision) out["references"] = {refer("executes", *known.decision)};
      return out;
    }
    case 6:
      return {{"kind", 502}, {"facts", {{"decisionClass", "plan"}, {"level", "professional"}, {"preference", "followed"}, {"dilemma", pick(4) == 0 ? "yes" : "no"}}},
              {"parts", {words("reasoning", {{"reasons", "Akkoord met betaling."}})}}};
    case 7:
      return {{"kind", 801}, {"facts", {{"horizon", "short"}, {"level", "goal"}, {"sphere", "personal"}, {"type", "help"}, {"owner", "family"}, {"endOn", "2021-01-01"}}},
              {"parts", {words("goal", {{"familyWords", "Rust in huis."}})}}};
    case 8: {
      Json out{{"kind", 806}, {"facts", {{"taskKind", "inquiry"}, {"side", "internal"}, {"toActor", text(coach)}, {"dueOn", "2019-08-01"}, {"frame", "vrijwillig"}}},
               {"parts", {words("task", {{"what", "Zelfstandige woning zoeken."}})}}};
      if (known.goal) out["references"] = {refer("concerns", *known.goal)};
      return out;
    }
    case 9:
      if (!known.task) break;
      return {{"kind", 807}, {"facts", {{"status", "done"}}}, {"references", {refer("concerns", *known.task)}}};
    case 10:
      if (!known.signal) break;
      return {{"kind", 1204}, {"facts", {{"correctionKind", "wording"}, {"original", "kept"}}}, {"references", {refer("corrects", *known.signal)}}};
    default: {
      Json out{{"kind", 804}, {"facts", {{"planType", "familyPlan"}, {"version", number}, {"cooperation", "withFamily"}, {"validFrom", "2019-08-01"}}}};
      if (known.goal) out["facts"]["goals"] = {text(*known.goal)};
      if (known.plan) out["references"] = {refer("supersedes", *known.plan)};
      return out;
    }
  }
  return {{"kind", 701}, {"facts", {{"mode", "phone"}, {"outcome", "held"}, {"emergencyNumberGiven", "unknown"}}}};
}

void Sampler::remember(Known& known, const Json& draft, const EventId& event) {
  switch (draft["kind"].get<int>()) {
    case 301: known.signal = event; break;
    case 407: known.decision = event; break;
    case 801: known.goal = event; break;
    case 804: known.plan = event; break;
    case 806: known.task = event; break;
    default: break;
  }
}

NewEvent Sampler::next() {
  const bool registry = made_ < 15 || pick(200) == 0;
  if (registry) {
    auto event = registry_event();
    ++made_;
    return event;
  }
  ++made_;
  const auto number = static_cast<std::uint8_t>(1 + pick(cases_));
  const auto json = draft(number, known_[number]);
  auto event = ledger_.make(json, given(nth<CaseId>(number)));
  remember(known_[number], json, event.event);
  return event;
}

std::vector<NewEvent> Sampler::group(std::size_t count) {
  std::vector<NewEvent> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(next());
  return out;
}

void Sampler::append(std::size_t count) {
  while (count > 0) {
    const auto size = std::min<std::size_t>(count, 1 + pick(60));
    ledger_.append(group(size));
    count -= size;
  }
}

}  // namespace inzicht::testing
