// correct: says beside a recorded event what it should have been; the event itself stays (kind 1204).
#include <CLI/CLI.hpp>

#include <algorithm>

#include "ledger/codec/strict.h"
#include "tools/inzicht/record_one.h"

namespace inzicht::cli {
namespace {

struct CorrectOptions : RecordOptions {
  std::string target, how, original = "kept", executes;
  std::vector<std::string> changes;  // of the corrected kind; `set` stays empty
};

struct Target {
  EventId event;
  CaseId kase;
  const KindInfo* kind = nullptr;
  Json facts;
  struct Part {
    const PartInfo* info;
    std::string subject;
  };
  std::vector<Part> parts;
};

// As a draft names whom a part is about.
std::string subject_text(capnp::Data::Reader subject, const CaseId& kase, const PartInfo& info) {
  if (info.is_list() || subject.size() == 0) return {};
  if (std::ranges::equal(subject, kase.bytes)) return "case";
  return id_text(info.subject == "prof" ? 'A' : 'P', {subject.begin(), subject.size()});
}

Result<Target> read_target(const Log& log, const EventId& event) {
  INZICHT_TRY(place, log.find(event));
  if (!place) return fail(ErrorCode::not_found, "correct: there is no such event");
  INZICHT_TRY(record, log.read(place->index));
  const auto message = HeaderMessage::stored(record.header);
  if (!message) return fail(ErrorCode::corruption, fmt::format("correct: the event cannot be read (index={})", place->index));
  const auto header = message->header();
  const auto kase = CaseId::from({header.getCase().begin(), header.getCase().size()});
  const KindInfo* kind = find_kind(header.getKind());
  if (!kase || kind == nullptr) return fail(ErrorCode::bad_input, "correct: expected an event of a case; what the registry says is changed by a new event of the same kind");
  Target out{event, *kase, kind, {}, {}};
  const capnp::DynamicStruct::Reader facts = header.getFacts();
  out.facts = write_json(facts.get(kind->arm).as<capnp::DynamicStruct>());
  for (const auto part : header.getParts())
    if (const PartInfo* info = find_part(part.getPartType())) out.parts.push_back({info, subject_text(part.getSubject(), *kase, *info)});
  return out;
}

// The new part goes under the name and to the person of the old one; which old one is said when there is no doubt.
std::optional<InputError> put_parts(const Target& target, Json& changed, Json& draft) {
  for (auto& part : changed["parts"]) {
    const std::string name = part["part"];
    std::vector<std::size_t> fits;
    for (std::size_t i = 0; i < target.parts.size(); ++i)
      if (target.parts[i].info->name == name && (!part.contains("subject") || part["subject"] == target.parts[i].subject)) fits.push_back(i);
    if (!part.contains("subject")) {
      if (fits.size() > 1) return InputError{"ADM-11", name, "van wie: " + name + "@P-….veld=waarde", "whose: " + name + "@P-….field=value"};
      if (fits.size() == 1 && !target.parts[fits[0]].subject.empty()) part["subject"] = target.parts[fits[0]].subject;
    }
    if (fits.size() == 1 && changed["parts"].size() == 1) draft["facts"]["targetPart"] = {{"event", to_text(target.event)}, {"part", fits[0]}};
    part["part"] = std::string(target.kind->code) + "." + name;
    draft["parts"].push_back(std::move(part));
  }
  return std::nullopt;
}

std::expected<Json, InputError> draft_of(const Target& target, const CorrectOptions& o, const IdResolver& ids) {
  Json draft{{"case", to_text(target.kase)},
             {"facts", {{"correctionKind", o.how}, {"original", o.original}}},
             {"parts", Json::array()},
             {"references", {{{"relation", "corrects"}, {"event", to_text(target.event)}}}}};
  if (!o.executes.empty()) draft["references"].push_back({{"relation", "executes"}, {"event", o.executes}});
  Json changed{{"facts", Json::object()}, {"parts", Json::array()}};
  for (const auto& one : o.changes)
    if (auto wrong = apply_set(changed, *target.kind, one, ids)) return std::unexpected(std::move(*wrong));
  if (!changed["facts"].empty()) {
    Json whole = target.facts;  // the facts as they should have been, not the difference
    whole.update(changed["facts"]);
    draft["facts"]["newFacts"] = {{std::string(target.kind->code), std::move(whole)}};
  }
  if (auto wrong = put_parts(target, changed, draft)) return std::unexpected(std::move(*wrong));
  return draft;
}

int correct(const Context& context, const CorrectOptions& o) {
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  const auto event = typed_id<EventId>(*work->ids, schema::IdKind::EVENT, o.target, "correct");
  if (!event) return context.fail(event.error());
  const auto target = read_target(work->ledger->log(), *event);
  if (!target) return context.fail(target.error());
  work->ids->in_case(target->kase);
  auto draft = draft_of(*target, o, *work->ids);
  if (!draft) return context.refuse(Refused::of(draft.error()));
  return record_one(context, *work, *find_kind(std::string_view("correctionMade")), o, std::move(*draft));
}

}  // namespace

void add_correct(Verbs& v) {
  auto o = std::make_shared<CorrectOptions>();
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("correct", help("help.correct"));
  verb->add_option("event", o->target, help("help.correct.event"))->required();
  verb->add_option("--how", o->how, help("help.correct.how"))->required();
  verb->add_option("--set", o->changes, help("help.correct.set"))->allow_extra_args(false);
  verb->add_option("--original", o->original, help("help.correct.original"));
  verb->add_option("--executes", o->executes, help("help.correct.executes"));
  add_record_flags(v, *verb, *o);
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return correct(*context, *o); }; });
}

}  // namespace inzicht::cli
