// Drafts of what shows that somebody knew of an event: what they wrote, were told, sat at, were sent or
// opened.
#pragma once
#include "tests/projections/given.h"

namespace inzicht::testing {

inline const ActorId helper = nth<ActorId>(5);
inline const OrganisationId club = nth<OrganisationId>(7);

inline Json heard(std::initializer_list<Json> references = {}, const SubjectId& who = lila) {
  Json out{{"kind", 503},
           {"facts", {{"heard", text(who)}, {"topics", {"wish"}}, {"alone", "no"}}},
           {"parts", {words("words", {{"ownWords", "Rust."}}, text(who))}},
           {"references", Json::array()}};
  for (const auto& one : references) out["references"].push_back(one);
  return out;
}
inline Json item(const EventId& event) { return {{"event", to_text(event)}, {"part", 0}}; }
inline Json items(const std::vector<EventId>& events) {
  Json out = Json::array();
  for (const auto& event : events) out.push_back(item(event));
  return out;
}
inline Json share(const Json& recipient, const std::vector<EventId>& of) {
  return {{"kind", 408},
          {"facts",
           {{"recipients", {recipient}},
            {"about", {text(lila)}},
            {"categories", {"family"}},
            {"purpose", "coordination"},
            {"detail", "content"},
            {"form", "ownInitiative"},
            {"means", "phone"},
            {"familyPresent", "no"},
            {"knowledge", "withKnowledge"},
            {"items", items(of)}}}};
}
inline Json meeting(const ActorId& chair, const std::vector<std::pair<ActorId, const char*>>& there,
                    const std::vector<EventId>& of) {
  Json attendees = Json::array();
  for (const auto& [actor, presence] : there)
    attendees.push_back(
        {{"actor", text(actor)}, {"role", "specialist"}, {"presence", presence}, {"mandated", "yes"}});
  return {{"kind", 501},
          {"facts",
           {{"meetingType", "mdo"},
            {"discipline", "multi"},
            {"chair", text(chair)},
            {"attendees", attendees},
            {"familyPresence", "present"},
            {"about", {text(lila)}},
            {"detail", "content"},
            {"domains", {"housing"}},
            {"items", items(of)}}},
          {"parts", {words("minutes", {{"minutes", "Besproken."}})}},
          {"references", Json::array()}};
}
inline Json decision(std::initializer_list<Json> references) {
  Json out{{"kind", 407},
           {"facts",
            {{"decision", "share"},
             {"about", {text(lila)}},
             {"recipients", {{{"class", "partner"}, {"org", text(housing)}}}},
             {"purpose", "coordination"},
             {"categories", {"housing"}},
             {"detail", "content"},
             {"basis", "publicTask"},
             {"fromLaw", "wmo"},
             {"toLaws", {"wmo"}},
             {"route", "consent"},
             {"art9", "none"},
             {"art10", "none"},
             {"recipientSecrecy", "none"},
             {"knowledge", "withKnowledge"}}},
           {"references", Json::array()}};
  for (const auto& one : references) out["references"].push_back(one);
  return out;
}
inline Json look(const ActorId& viewer, const std::vector<EventId>& opened, std::size_t parts) {
  const std::string digest = std::string(42, 'B') + "E=";
  Json out{{"kind", 1301},
           {"facts",
            {{"viewer", text(viewer)},
             {"cases", {{{"case", text(case_1)}, {"count", 1}, {"head", digest}}}},
             {"view", "timeline"},
             {"purpose", "helpExecution"},
             {"parts", parts},
             {"about", {text(lila)}},
             {"classes", {"narrative"}},
             {"filter", digest}}}};
  if (!opened.empty())
    out["parts"] = Json::array({{{"part", "opened"}, {"fields", {{"parts", items(opened)}}}}});
  return out;
}

}  // namespace inzicht::testing
