#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/service/erasure.h"
#include "tools/inzicht/line_input.h"
#include "tools/inzicht/record_one.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

constexpr std::string_view new_case = "new";

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
  if (kind == nullptr) return context.fail({ErrorCode::bad_input, fmt::format("record: no such kind: '{}': see `inzicht kinds`", o.kind.substr(0, 40))});
  auto work = begin_work(context);
  if (!work) return context.fail(work.error());
  if (!o.kase.empty()) draft["case"] = o.kase == new_case ? id_text('Z', crypto::random_array<16>()) : o.kase;
  if (draft.contains("case") && !draft["case"].is_string()) return context.fail({ErrorCode::bad_input, "case: expected a text such as Z-…"});
  const std::string kase = draft.value("case", std::string());
  if (const auto raw = work->ids->resolve(schema::IdKind::CASE, kase))
    if (const auto id = CaseId::from(*raw)) work->ids->in_case(*id);
  const int code = record_one(context, *work, *kind, o, std::move(draft));
  if (code == exit_done && o.kase == new_case && !context.json && !o.dry_run) context.print(context.trf("case.id", kase));
  return code;
}

// One JSON object per line; each is recorded on its own, so a bad line does not hold up the others.
int record_batch(const Context& context, const Options& o) {
  std::ifstream file;
  if (o.batch != "-") file.open(o.batch);
  if (o.batch != "-" && !file) return context.fail({ErrorCode::not_found, fmt::format("--batch: cannot read {}", o.batch)});
  std::istream& in = o.batch == "-" ? std::cin : file;
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  Progress progress(context, std::string(context.tr("progress.record")));
  std::uint64_t line_number = 0, recorded = 0, refused = 0;
  std::string line;
  while (next_line(in, line, limits::json_bytes_max)) {
    ++line_number;
    if (line.empty()) continue;
    LedgerIds ids(**ledger);
    auto json = parse_json_text(line);
    Result<RecordOutcome> outcome = RecordOutcome(json ? Refused{} : Refused::of(json.error()));
    if (json) {
      if (json->is_object() && json->contains("case") && (*json)["case"].is_string())
        if (const auto raw = ids.resolve(schema::IdKind::CASE, (*json)["case"].get<std::string>()))
          if (const auto id = CaseId::from(*raw)) ids.in_case(*id);
      if (o.dry_run) {
        auto draft = draft_from_json(*json, ids);
        if (!draft) {
          outcome = RecordOutcome(Refused::of(draft.error()));
        } else if (auto status = fill_in(*draft, **ledger, **author); !status) {
          outcome = std::unexpected(status.error());
        } else {
          auto checked = (*author)->dry_run((*ledger)->service(), (*ledger)->log(), (*ledger)->clock(), *draft);
          if (!checked) outcome = std::unexpected(checked.error());
          if (checked && std::holds_alternative<Refused>(*checked)) outcome = RecordOutcome(std::get<Refused>(std::move(*checked)));
          if (checked && std::holds_alternative<Admitted>(*checked)) {
            ++recorded;
            continue;
          }
        }
      } else {
        const bool erases = is_erasure(*json);
        const auto begun = erases ? begin_typed_erasure(**ledger, *json, ids) : Status{};
        outcome = begun ? record_draft(**ledger, **author, *json, ids) : std::unexpected(begun.error());
        if (auto finished = erases ? finish_erasures(**ledger) : Result<std::uint64_t>(0); !finished) return context.fail(finished.error());
      }
    }
    if (outcome && std::holds_alternative<Accepted>(*outcome)) {
      ++recorded;
      if (context.json) context.print(accepted_json(context, std::get<Accepted>(*outcome)).dump());
      progress.at(recorded, 0);
      continue;
    }
    ++refused;
    context.say(context.trf("record.line", line_number));
    const int code = show_outcome(context, outcome);
    if (code == exit_failed) return code;
  }
  context.say(context.trf(o.dry_run ? "record.batch_would" : "record.batch_done", recorded, refused));
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
  verb->add_option("--batch", o->batch, std::string(v.context.tr("help.record.batch")));
  verb->add_option("--until", o->until, std::string(v.context.tr("help.record.until")));
  add_record_flags(v, *verb, *o);
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return o->batch.empty() ? record_typed(*context, *o) : record_batch(*context, *o); }; });
}

}  // namespace inzicht::cli
