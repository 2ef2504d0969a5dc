#include "tools/inzicht/open_draft.h"

#include <algorithm>

#include "ledger/codec/catalogue.h"

namespace inzicht::cli {
namespace {

bool is_empty(const Json& value) {
  return value.is_null() || (value.is_array() && value.empty()) ||
         (value.is_string() && value.get_ref<const std::string&>().empty());
}
// A recipient is typed as "O-…:class", or as its class alone.
std::string as_typed(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  std::string out;
  if (value.is_array())
    for (const Json& one : value) out += (out.empty() ? "" : ",") + as_typed(one);
  if (!value.is_object()) return out;
  for (const char* who : {"org", "actor", "subject"})
    if (value.contains(who)) return as_typed(value[who]) + ":" + as_typed(value.value("class", Json("")));
  return as_typed(value.value("class", Json("")));
}

}  // namespace

OpenDraft::OpenDraft(Json& draft, const IdResolver& ids) : draft_(draft), ids_(ids) {
  if (!draft_.contains("facts")) draft_["facts"] = Json::object();
  if (!draft_.contains("references")) draft_["references"] = Json::array();
}

bool OpenDraft::readable() const { return draft_["facts"].is_object() && draft_["references"].is_array(); }
Json& OpenDraft::facts() const { return draft_["facts"]; }

bool OpenDraft::is_open(const std::string& fact) const { return is_empty(value(fact)); }

Json OpenDraft::value(const std::string& fact) const {
  const auto found = facts().find(fact);
  return found == facts().end() ? Json() : *found;
}

void OpenDraft::propose(const std::string& fact, Json value) {
  if (is_empty(value) || !is_open(fact)) return;
  proposals_.push_back({fact, as_typed(value)});
  facts()[fact] = std::move(value);
}

void OpenDraft::propose_in(Json& row, const char* field, const std::string& of, const std::string& value) {
  if (value.empty() || (row.contains(field) && !is_empty(row[field]))) return;
  proposals_.push_back({of + "." + field, value});
  row[field] = value;
}

Json* OpenDraft::rows(const std::string& fact) {
  const auto found = facts().find(fact);
  if (found == facts().end() || !found->is_array()) return nullptr;
  return std::ranges::all_of(*found, [](const Json& one) { return one.is_object(); }) ? &*found : nullptr;
}

bool OpenDraft::has_reference(schema::RefType relation) const {
  return std::ranges::any_of(draft_["references"], [&](const Json& one) {
    return one.is_object() && one.value("relation", Json()) == code_of(relation);
  });
}

void OpenDraft::propose_reference(schema::RefType relation, const EventId& to) {
  draft_["references"].push_back({{"relation", std::string(code_of(relation))}, {"event", to_text(to)}});
  proposals_.push_back({"--ref " + std::string(code_of(relation)), to_text(to)});
}

const HistoryEvent* OpenDraft::referred(schema::RefType relation, const CaseHistory& history) const {
  for (const Json& one : draft_["references"]) {
    if (!one.is_object() || one.value("relation", Json()) != code_of(relation)) continue;
    if (const auto event = id<EventId>(one.value("event", Json()), schema::IdKind::EVENT))
      return history.find(*event);
  }
  return nullptr;
}

std::vector<Recipient> OpenDraft::recipients(const std::string& fact) const {
  std::vector<Recipient> out;
  const Json rows = value(fact);
  if (!rows.is_array()) return out;
  for (const Json& row : rows) {
    if (!row.is_object()) continue;
    Recipient one;
    one.org =
        id<OrganisationId>(row.value("org", Json()), schema::IdKind::ORGANISATION).value_or(OrganisationId{});
    one.actor = id<ActorId>(row.value("actor", Json()), schema::IdKind::ACTOR).value_or(ActorId{});
    one.subject = id<SubjectId>(row.value("subject", Json()), schema::IdKind::SUBJECT).value_or(SubjectId{});
    out.push_back(one);
  }
  return out;
}

std::vector<std::string> OpenDraft::told_in(std::string_view part) const {
  std::vector<std::string> out;
  const auto parts = draft_.find("parts");
  if (parts == draft_.end() || !parts->is_array()) return out;
  for (const Json& one : *parts) {
    if (!one.is_object() || one.value("part", Json()) != part || !one.value("fields", Json()).is_object())
      continue;
    for (const auto& [field, text] : one["fields"].items())
      if (text.is_string() && !is_empty(text)) out.push_back(field);
  }
  return out;
}

}  // namespace inzicht::cli
