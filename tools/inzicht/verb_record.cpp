#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/codec/typed_name.h"
#include "ledger/service/erasure.h"
#include "tools/inzicht/line_input.h"
#include "tools/inzicht/record_one.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

constexpr std::string_view new_case = "new";
constexpr std::size_t dry_run_lines_max = 10'000;  // held in memory together

struct Options : RecordOptions {
  std::string kind, kase, file, batch;
};

bool is_erasure(const Json& draft) {
  if (!draft.is_object() || !draft.contains("kind")) return false;
  const std::string name = draft["kind"].is_string() ? draft["kind"].get<std::string>() : draft["kind"].dump();
  const KindInfo* kind = find_kind(std::string_view(name));
  return kind != nullptr && kind->id == kind_erasure;
}

int record_typed(const Context& context, const Options& o) {
  const KindInfo* kind = o.kind.empty() ? nullptr : find_kind(std::string_view(o.kind));
  Json draft = Json::object();
  if (!o.file.empty()) {
    auto text = read_text(o.file, "--file");
    if (!text) return context.fail(text.error());
    auto json = parse_json_text(*text);
    if (!json) return context.refuse(Refused::of(json.error()));
    if (!json->is_object()) return context.fail({ErrorCode::bad_input, "--file: expected one JSON object, as `inzicht template` writes it"});
    draft = std::move(*json);
    if (kind == nullptr && draft.contains("kind")) {
      const std::string name = draft["kind"].is_string() ? draft["kind"].get<std::string>() : draft["kind"].dump();
      kind = find_kind(std::string_view(name));
    }
  }
  if (kind == nullptr)
    return context.fail({ErrorCode::bad_input,
                         fmt::format("record: no such kind: '{}': see `inzicht kinds`", typed_name(o.kind))});
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  if (!o.kase.empty()) draft["case"] = o.kase == new_case ? id_text('Z', crypto::random_array<16>()) : o.kase;
  if (draft.contains("case") && !draft["case"].is_string()) return context.fail({ErrorCode::bad_input, "case: expected a text such as Z-…"});
  const std::string kase = draft.value("case", std::string());
  if (const auto raw = work->ids->resolve(schema::IdKind::CASE, kase))
    if (const auto id = CaseId::from(*raw)) work->ids->in_case(*id);
  RecordOptions typed = o;
  if (!typed.propose) typed.propose = o.file.empty();
  const int code = record_one(context, *work, *kind, typed, std::move(draft));
  if (code == exit_done && o.kase == new_case && !context.json && !o.dry_run) context.print(context.trf("case.id", kase));
  return code;
}

struct Batch {
  std::ifstream file;
  std::istream* in = nullptr;
};
Status open_batch(const std::string& name, Batch& batch) {
  batch.in = &std::cin;
  if (name == "-") return {};
  batch.file.open(name);
  batch.in = &batch.file;
  if (!batch.file) return fail(ErrorCode::not_found, fmt::format("--batch: cannot read {}", name));
  return {};
}

// The line as JSON, with the prefixes of its case known.
std::expected<Json, InputError> read_line(const std::string& line, LedgerIds& ids) {
  auto json = parse_json_text(line);
  if (json && json->is_object() && json->contains("case") && (*json)["case"].is_string())
    if (const auto raw = ids.resolve(schema::IdKind::CASE, (*json)["case"].get<std::string>()))
      if (const auto id = CaseId::from(*raw)) ids.in_case(*id);
  return json;
}

void print_line(const Context& context, std::uint64_t line, Json row) {
  row["line"] = line;
  context.print(row.dump());
}

int refused_line(const Context& context, std::uint64_t line, const Result<RecordOutcome>& outcome) {
  if (context.json) {
    const auto* refused = outcome ? std::get_if<Refused>(&*outcome) : nullptr;
    print_line(context, line,
               refused != nullptr ? context.json_of(*refused) : context.json_of(outcome.error()));
    return refused != nullptr ? exit_code(*refused) : exit_code(outcome.error().code);
  }
  context.say(context.trf("record.line", line));
  return show_outcome(context, outcome);
}

// The whole batch, each line on top of those before it: they may refer to each other.
int try_batch(const Context& context, AtWork& work, std::istream& in) {
  std::vector<Draft> drafts;
  std::vector<std::uint64_t> lines;
  std::uint64_t line_number = 0, refused = 0, would = 0;
  std::string line;
  while (next_line(in, line, limits::json_bytes_max)) {
    ++line_number;
    if (line.empty()) continue;
    if (drafts.size() == dry_run_lines_max) return context.fail({ErrorCode::limit, fmt::format("--dry-run: expected at most {} lines in a batch", dry_run_lines_max)});
    LedgerIds ids(*work.ledger);
    const auto json = read_line(line, ids);
    auto draft = json ? draft_from_json(*json, ids) : std::unexpected(json.error());
    const auto filled = draft ? fill_in(*draft, *work.ledger, *work.author) : Status{};
    if (draft && filled) {
      drafts.push_back(std::move(*draft));
      lines.push_back(line_number);
      continue;
    }
    ++refused;
    refused_line(context, line_number, draft ? Result<RecordOutcome>(std::unexpected(filled.error())) : Result<RecordOutcome>(Refused::of(draft.error())));
  }
  auto answers = work.author->dry_run_many(work.ledger->service(), work.ledger->log(), work.ledger->clock(), drafts);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] && std::holds_alternative<Admitted>(*answers[i])) {
      ++would;
      if (context.json)
        print_line(context, lines[i], admitted_json(context, std::get<Admitted>(*answers[i])));
      continue;
    }
    ++refused;
    refused_line(context, lines[i], answers[i] ? Result<RecordOutcome>(std::get<Refused>(std::move(*answers[i]))) : std::unexpected(answers[i].error()));
  }
  context.say(context.trf("record.batch_would", would, refused));
  return refused == 0 ? exit_done : exit_no;
}

Result<RecordOutcome> record_line(OpenLedger& ledger, Author& author, const Json& json, const IdResolver& ids) {
  if (!is_erasure(json)) return record_draft(ledger, author, json, ids);
  INZICHT_CHECK(begin_typed_erasure(ledger, json, ids));
  auto outcome = record_draft(ledger, author, json, ids);
  INZICHT_TRY(finished, finish_erasures(ledger));
  static_cast<void>(finished);
  return outcome;
}

// One JSON object per line; each is recorded on its own, so a bad line does not hold up the others.
int record_batch(const Context& context, const Options& o) {
  Batch batch;
  if (auto opened = open_batch(o.batch, batch); !opened) return context.fail(opened.error());
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  if (o.dry_run) return try_batch(context, *work, *batch.in);
  Progress progress(context, std::string(context.tr("progress.record")));
  std::uint64_t line_number = 0, recorded = 0, refused = 0;
  std::string line;
  while (next_line(*batch.in, line, limits::json_bytes_max)) {
    ++line_number;
    if (line.empty()) continue;
    LedgerIds ids(*work->ledger);
    const auto json = read_line(line, ids);
    const auto outcome = json ? record_line(*work->ledger, *work->author, *json, ids) : Result<RecordOutcome>(Refused::of(json.error()));
    if (outcome && std::holds_alternative<Accepted>(*outcome)) {
      ++recorded;
      if (context.json)
        print_line(context, line_number, accepted_json(context, std::get<Accepted>(*outcome)));
      progress.at(recorded, 0);
      continue;
    }
    ++refused;
    if (refused_line(context, line_number, outcome) == exit_failed) return exit_failed;
  }
  context.say(context.trf("record.batch_done", recorded, refused));
  return refused == 0 ? exit_done : exit_no;
}

}  // namespace

void add_record(Verbs& v) {
  auto o = std::make_shared<Options>();
  auto* verb = v.app.add_subcommand("record", std::string(v.context.tr("help.record")));
  verb->add_option("kind", o->kind, std::string(v.context.tr("help.record.kind")));
  verb->add_option("--case", o->kase, std::string(v.context.tr("help.record.case_or_new")));
  verb->add_option("--set", o->set, std::string(v.context.tr("help.record.set")))->allow_extra_args(false);
  verb->add_option("--ref", o->refs, std::string(v.context.tr("help.record.ref")))->allow_extra_args(false);
  verb->add_option("--subject", o->subjects, std::string(v.context.tr("help.record.subject")))->allow_extra_args(false);
  verb->add_option("--file", o->file, std::string(v.context.tr("help.record.file")));
  auto* proposing = verb->add_flag_callback(
      "--propose", [o] { o->propose = true; }, std::string(v.context.tr("help.record.propose")));
  verb->add_flag_callback(
          "--as-typed", [o] { o->propose = false; }, std::string(v.context.tr("help.record.as_typed")))
      ->excludes(proposing);
  verb->add_option("--batch", o->batch, std::string(v.context.tr("help.record.batch")));
  auto* until = verb->add_option("--until", o->until, std::string(v.context.tr("help.record.until")));
  add_record_flags(v, *verb, *o);
  until->needs(verb->get_option("--occurred"));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return o->batch.empty() ? record_typed(*context, *o) : record_batch(*context, *o); }; });
}

}  // namespace inzicht::cli
