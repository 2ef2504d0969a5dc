// statement, restrict, hold: what people may say beside their file, and what stops its use or its destruction (kinds 1205 to 1207).
#include <CLI/CLI.hpp>

#include "tools/inzicht/record_one.h"

namespace inzicht::cli {
namespace {

struct RightsOptions : RecordOptions {
  std::string person, kase, file, text, why, kind, on_behalf_of, based_on, review, told;
  std::vector<std::string> explains;
  bool lift = false;
};

Result<CaseId> in_case(AtWork& work, const std::string& typed, std::string_view what) {
  INZICHT_TRY(kase, typed_id<CaseId>(*work.ids, schema::IdKind::CASE, typed, what));
  work.ids->in_case(kase);
  return kase;
}

// The words of --file, or those on the command line.
Result<std::string> words(const std::string& text, const std::string& file) {
  if (text.empty() == file.empty()) return fail(ErrorCode::bad_input, "--text, --file: expected one of the two; --file - reads what is typed or piped");
  if (!text.empty()) return text;
  return read_text(file, "--file");
}

int statement(const Context& context, const RightsOptions& o) {
  const auto said = words(o.text, o.file);
  if (!said) return context.fail(said.error());
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  const auto kase = in_case(*work, o.kase, "--case");
  if (!kase) return context.fail(kase.error());
  const auto person = typed_id<SubjectId>(*work->ids, schema::IdKind::SUBJECT, o.person, "statement");
  if (!person) return context.fail(person.error());
  Json draft{{"case", to_text(*kase)}, {"facts", {{"by", to_text(*person)}}}, {"references", Json::array()}};
  if (!o.on_behalf_of.empty()) draft["facts"]["onBehalfOf"] = o.on_behalf_of;
  for (const auto& event : o.explains) draft["references"].push_back({{"relation", "explains"}, {"event", event}});
  draft["parts"].push_back({{"part", "statement"}, {"subject", to_text(*person)}, {"fields", {{"text", *said}}}});
  return record_one(context, *work, *find_kind(std::string_view("ownStatementAdded")), o, std::move(draft));
}

// Of several blocks of the kind the latest: it is the one that people remember.
Result<EventId> block_in_force(OpenLedger& ledger, const CaseId& kase, const std::optional<SubjectId>& about, BlockKinds kinds) {
  const Micros now = ledger.clock().now();
  const auto found = ledger.service().with_case(kase, [&](const CaseState* state) -> std::optional<EventId> {
    std::optional<EventId> last;
    if (state == nullptr) return last;
    for (const Block& block : state->rights().blocks())
      if (kinds.has(block.kind) && block.about == about && block.in_force(now)) last = block.event;
    return last;
  });
  if (!found) return fail(ErrorCode::not_found, "--lift: there is no such block in force here: see `inzicht worklist` for blocks that wait");
  return *found;
}

int place_or_lift(const Context& context, const RightsOptions& o, const std::string& kind_text, BlockKinds family, std::string_view verb) {
  const auto kind = parse_code<schema::BlockKind>(kind_text);
  if (!kind || !family.has(*kind)) return context.fail({ErrorCode::bad_input, fmt::format("--kind: not a kind of block for {}: see `inzicht {} --help`", verb, verb)});
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  const auto kase = in_case(*work, o.kase, verb == "hold" ? "hold" : "--case");
  if (!kase) return context.fail(kase.error());
  std::optional<SubjectId> about;
  if (!o.person.empty()) {
    const auto person = typed_id<SubjectId>(*work->ids, schema::IdKind::SUBJECT, o.person, verb == "hold" ? "--person" : verb);
    if (!person) return context.fail(person.error());
    about = *person;
  }
  Json draft{{"case", to_text(*kase)}, {"facts", Json::object()}, {"references", Json::array()}};
  draft["parts"].push_back({{"part", "why"}, {"subject", "case"}, {"fields", {{"text", o.why}}}});
  if (o.lift) {
    const auto block = block_in_force(*work->ledger, *kase, about, BlockKinds{*kind});
    if (!block) return context.fail(block.error());
    draft["facts"]["told"] = o.told;
    draft["references"].push_back({{"relation", "ends"}, {"event", to_text(*block)}});
    return record_one(context, *work, *find_kind(std::string_view("blockLifted")), o, std::move(draft));
  }
  draft["facts"]["blockKind"] = kind_text;
  if (about) draft["facts"]["about"] = to_text(*about);
  if (!o.review.empty()) draft["facts"]["reviewOn"] = o.review;
  if (!o.based_on.empty()) draft["references"].push_back({{"relation", "basedOn"}, {"event", o.based_on}});
  return record_one(context, *work, *find_kind(std::string_view("blockPlaced")), o, std::move(draft));
}

constexpr BlockKinds restrictions{schema::BlockKind::RESTRICTION, schema::BlockKind::OBJECTION_PENDING, schema::BlockKind::CORRECTION_PENDING};

void add_block_flags(Verbs& v, CLI::App& verb, RightsOptions& o) {
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  verb.add_option("--why", o.why, help("help.block.why"))->required();
  verb.add_option("--review", o.review, help("help.block.review"));
  verb.add_option("--based-on", o.based_on, help("help.block.based_on"));
  verb.add_flag("--lift", o.lift, help("help.block.lift"));
  verb.add_option("--told", o.told, help("help.block.told"))->default_str("unknown");
  o.told = "unknown";
  add_record_flags(v, verb, o);
}

}  // namespace

void add_statement(Verbs& v) {
  auto o = std::make_shared<RightsOptions>();
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("statement", help("help.statement"));
  verb->add_option("person", o->person, help("help.statement.person"))->required();
  verb->add_option("--case", o->kase, help("help.record.case"))->required();
  verb->add_option("--text", o->text, help("help.statement.text"));
  verb->add_option("--file", o->file, help("help.statement.file"));
  verb->add_option("--explains", o->explains, help("help.statement.explains"))->allow_extra_args(false);
  verb->add_option("--on-behalf-of", o->on_behalf_of, help("help.statement.on_behalf_of"));
  add_record_flags(v, *verb, *o);
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return statement(*context, *o); }; });
}

void add_restrict(Verbs& v) {
  auto o = std::make_shared<RightsOptions>();
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("restrict", help("help.restrict"));
  verb->add_option("person", o->person, help("help.restrict.person"))->required();
  verb->add_option("--case", o->kase, help("help.record.case"))->required();
  verb->add_option("--kind", o->kind, help("help.restrict.kind"))->default_str("restriction");
  o->kind = "restriction";
  add_block_flags(v, *verb, *o);
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return place_or_lift(*context, *o, o->kind, restrictions, "restrict"); }; });
}

void add_hold(Verbs& v) {
  auto o = std::make_shared<RightsOptions>();
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("hold", help("help.hold"));
  verb->add_option("case", o->kase, help("help.record.case"))->required();
  verb->add_option("--kind", o->kind, help("help.hold.kind"))->required();
  verb->add_option("--person", o->person, help("help.hold.person"));
  add_block_flags(v, *verb, *o);
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return place_or_lift(*context, *o, o->kind, holds, "hold"); }; });
}

}  // namespace inzicht::cli
