#include "tools/inzicht/record_event.h"

#include <set>

#include "ledger/codec/typed_name.h"
#include "ledger/service/erasure.h"
#include "tools/inzicht/plain_values.h"

namespace inzicht::cli {
namespace {

Json findings_json(const Context& context, std::span<const AdmittedFinding> findings) {
  Json out = Json::array();
  for (const auto& f : findings)
    out.push_back({{"rule", f.finding.rule->id},
                   {"severity", f.explained ? "explained" : "warned"},
                   {"text", plain_message(f.finding.rule->id, context.lang, f.finding.values)}});
  return out;
}

void say_findings(const Context& context, std::span<const AdmittedFinding> findings) {
  for (const auto& f : findings)
    context.say(context.trf(f.explained ? "record.explained" : "record.warned", f.finding.rule->id,
                            plain_message(f.finding.rule->id, context.lang, f.finding.values)));
}

InputError input_error(std::string field, std::string nl, std::string en) { return {"ADM-2", std::move(field), std::move(nl), std::move(en)}; }

Json* find_part(Json& draft, std::string_view name, std::string_view subject) {
  for (auto& part : draft["parts"])
    if (part["part"] == name && part.value("subject", std::string()) == subject) return &part;
  Json part{{"part", std::string(name)}, {"fields", Json::object()}};
  if (!subject.empty()) part["subject"] = std::string(subject);
  draft["parts"].push_back(std::move(part));
  return &draft["parts"].back();
}

}  // namespace

Status fill_in(Draft& draft, OpenLedger& ledger, const Author& author) {
  if (!author.profile().actor) return fail(ErrorCode::bad_input, "key: not enrolled yet: ask a registrar for `inzicht actor enrol`");
  const Micros now = ledger.clock().now();
  std::set<schema::Role> held;
  // What the author is in the case, beside what mandates say.
  if (draft.kase)
    ledger.service().with_case(*draft.kase, [&](const CaseState* state) {
      if (state == nullptr) return;
      for (const auto role : state->involvement().roles_of(*author.profile().actor, local_date(now))) held.insert(role);
    });
  ledger.service().with_registry([&](const Registry& registry) {
    const auto& actor = *author.profile().actor;
    const ActorInfo* info = registry.find_actor(actor);
    if (!draft.organisation && info != nullptr) draft.organisation = info->organisation;
    if (draft.role != schema::Role::UNSET) return;
    // What the kind may be recorded by, among the roles the author holds; a registrar acts as such in the registry.
    if (draft.kind->id < 200 && registry.is_registrar(actor)) draft.role = schema::Role::LEDGER_ADMIN;
    for (const MandateInfo* m : registry.mandates_of(actor))
      if (m->in_force(now) && (!m->kase || m->kase == draft.kase)) held.insert(m->role);
    for (const auto role : held) {
      if (draft.role != schema::Role::UNSET) break;
      for (const auto& code : draft.kind->recorded_by)
        if (code == code_of(role)) draft.role = role;
    }
    if (draft.role == schema::Role::UNSET && !held.empty()) draft.role = *held.begin();
  });
  if (draft.role == schema::Role::UNSET) return fail(ErrorCode::bad_input, "role: this key holds no role here: give one with --role");
  return {};
}

Status begin_typed_erasure(OpenLedger& ledger, const Json& draft, const IdResolver& ids) {
  // A draft in which the decision cannot be found is refused when it is recorded (RIGHT-06).
  const auto references = draft.find("references");
  if (references == draft.end() || !references->is_array()) return {};
  for (const auto& one : *references) {
    if (!one.is_object() || one.value("relation", Json()) != "executes" ||
        !one.value("event", Json()).is_string())
      continue;
    const auto raw = ids.resolve(schema::IdKind::EVENT, one["event"].get<std::string>());
    const auto decision = raw ? EventId::from(*raw) : std::nullopt;
    if (!decision) continue;
    INZICHT_TRY(order, erasure_order(ledger.log(), *decision));
    INZICHT_TRY(plan, plan_erasure(ledger, order));
    INZICHT_CHECK(check_other_cases(ledger.service(), plan, order.kase, order.about, ledger.clock().now()));
    return begin_erasure(ledger);
  }
  return {};
}

Json accepted_json(const Context& context, const Accepted& accepted) {
  return {{"event", to_text(accepted.event)},
          {"index", accepted.receipt.index},
          {"recordedAt", to_text(accepted.recorded_at)},
          {"leafHash", id_to_text(schema::IdKind::DIGEST, accepted.leaf_hash)},
          {"state", "recorded"},
          {"findings", findings_json(context, accepted.findings)}};
}

Json admitted_json(const Context& context, const Admitted& admitted) {
  return {{"wouldRecord", true}, {"findings", findings_json(context, admitted.findings)}};
}

int show_outcome(const Context& context, const Result<RecordOutcome>& outcome) {
  if (!outcome) return context.fail(outcome.error());
  if (const auto* refused = std::get_if<Refused>(&*outcome)) return context.refuse(*refused);
  const auto& accepted = std::get<Accepted>(*outcome);
  if (context.json) {
    context.print(accepted_json(context, accepted).dump());
    return exit_done;
  }
  context.print(context.trf("record.done", to_text(accepted.event), accepted.receipt.index, local_text(accepted.recorded_at)));
  say_findings(context, accepted.findings);
  return exit_done;
}

int show_dry_run(const Context& context, const Result<std::variant<Admitted, Refused>>& outcome) {
  if (!outcome) return context.fail(outcome.error());
  if (const auto* refused = std::get_if<Refused>(&*outcome)) return context.refuse(*refused);
  const auto& admitted = std::get<Admitted>(*outcome);
  if (context.json) {
    context.print(admitted_json(context, admitted).dump());
    return exit_done;
  }
  context.print(context.tr("record.would"));
  say_findings(context, admitted.findings);
  return exit_done;
}

std::optional<InputError> apply_set(Json& draft, const KindInfo& kind, std::string_view assignment, const IdResolver& ids) {
  const auto equals = assignment.find('=');
  if (equals == std::string_view::npos) return input_error("--set", "veld=waarde", "field=value");
  const std::string path(assignment.substr(0, equals));
  const auto value = assignment.substr(equals + 1);
  capnp::StructSchema schema = kind.facts;
  Json* into = nullptr;
  std::string name = path;
  if (const auto dot = path.find('.'); dot != std::string::npos) {
    const std::string part_name = path.substr(0, std::min(dot, path.find('@')));
    const std::string subject = path.find('@') < dot ? path.substr(path.find('@') + 1, dot - path.find('@') - 1) : "";
    const PartInfo* part = kind.part(part_name);
    if (part == nullptr)
      return input_error(typed_name(path), "een deel van deze soort (zie `inzicht kinds`)",
                         "a part of this kind (see `inzicht kinds`)");
    schema = part->schema;
    if (!draft.contains("parts")) draft["parts"] = Json::array();
    into = &(*find_part(draft, part_name, subject))["fields"];
    name = path.substr(dot + 1);
  }
  KJ_IF_MAYBE (field, schema.findFieldByName(name)) {
    if (into == nullptr) into = &draft["facts"];
    auto json = parse_shorthand(*field, value, ids, path);
    if (!json) return json.error();
    (*into)[name] = std::move(*json);
    return std::nullopt;
  }
  if (into != nullptr) {
    std::string fields;
    for (auto field : schema.getFields())
      fields += (fields.empty() ? "" : ", ") + std::string(field.getProto().getName().cStr());
    return input_error(typed_name(path), "een veld van dit deel: " + fields,
                       "a field of this part: " + fields);
  }
  return input_error(typed_name(path), "een veld van deze soort (zie `inzicht kinds`)",
                     "a field of this kind (see `inzicht kinds`)");
}

std::optional<InputError> apply_ref(Json& draft, std::string_view assignment) {
  const auto equals = assignment.find('=');
  if (equals == std::string_view::npos) return input_error("--ref", "soort=E-…", "relation=E-…");
  if (!draft.contains("references")) draft["references"] = Json::array();
  draft["references"].push_back({{"relation", std::string(assignment.substr(0, equals))}, {"event", std::string(assignment.substr(equals + 1))}});
  return std::nullopt;
}

Result<RecordOutcome> record_draft(OpenLedger& ledger, Author& author, const Json& json, const IdResolver& ids) {
  auto draft = draft_from_json(json, ids);
  if (!draft) return RecordOutcome(Refused::of(draft.error()));
  INZICHT_CHECK(fill_in(*draft, ledger, author));
  return author.record(ledger.service(), ledger.log(), ledger.clock(), *draft);
}

int record_json(const Context& context, OpenLedger& ledger, Author& author, const Json& json, const IdResolver& ids) {
  return show_outcome(context, record_draft(ledger, author, json, ids));
}

int record_made(const Context& context, OpenLedger& ledger, Author& author, const Json& json, const IdResolver& ids, const Made& made) {
  const auto outcome = record_draft(ledger, author, json, ids);
  const auto* accepted = outcome ? std::get_if<Accepted>(&*outcome) : nullptr;
  if (accepted == nullptr || !context.json) {
    const int code = show_outcome(context, outcome);
    if (code == exit_done) context.print(context.trf(made.text, made.id));
    return code;
  }
  Json answer = accepted_json(context, *accepted);
  answer[made.key] = made.id;
  context.print(answer.dump());
  return exit_done;
}

}  // namespace inzicht::cli
