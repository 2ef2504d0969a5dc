#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <utility>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/service/erasure.h"
#include "tools/inzicht/line_input.h"
#include "tools/inzicht/record_event.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

constexpr std::string_view new_case = "new";
constexpr std::uint16_t kind_erasure = 1209;  // carried out as soon as it is recorded

struct Options {
  std::string kind, kase, occurred, until, role, file, batch, deviation, after, event;
  std::vector<std::string> set, refs, subjects, deviates, cosign;
  bool dry_run = false;
};

Result<std::string> read_text(const std::string& file) {
  if (file == "-") {
    std::string text(limits::json_bytes_max + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > limits::json_bytes_max) return fail(ErrorCode::limit, fmt::format("--file: expected at most {} bytes", limits::json_bytes_max));
    return text;
  }
  INZICHT_TRY(bytes, read_file(file, limits::json_bytes_max));
  return std::string(bytes.begin(), bytes.end());
}

bool is_erasure(const Json& draft) {
  if (!draft.is_object() || !draft.contains("kind")) return false;
  const std::string name = draft["kind"].is_string() ? draft["kind"].get<std::string>() : draft["kind"].dump();
  const KindInfo* kind = find_kind(std::string_view(name));
  return kind != nullptr && kind->id == kind_erasure;
}

std::optional<InputError> apply_options(const Options& o, const KindInfo& kind, const IdResolver& ids, Json& draft) {
  draft["kind"] = std::string(kind.code);
  if (!o.occurred.empty()) draft["occurred"] = o.until.empty() ? Json(o.occurred) : Json{{"from", o.occurred}, {"until", o.until}};
  if (!o.role.empty()) draft["role"] = o.role;
  if (!o.event.empty()) draft["event"] = o.event;
  if (!o.subjects.empty()) draft["subjects"] = o.subjects;
  for (const auto& one : o.set)
    if (auto wrong = apply_set(draft, kind, one, ids)) return wrong;
  for (const auto& one : o.refs)
    if (auto wrong = apply_ref(draft, one)) return wrong;
  const std::string& motive = o.deviation.empty() ? o.after : o.deviation;
  if (!motive.empty()) {
    draft["claim"] = o.deviation.empty() ? "afterTheFact" : "deviation";
    if (!o.deviates.empty()) draft["deviates"] = o.deviates;
    if (!draft.contains("parts")) draft["parts"] = Json::array();
    draft["parts"].push_back({{"part", "deviationMotive"}, {"subject", kind.id < 200 ? "ledger" : "case"}, {"fields", {{"text", motive}}}});
  }
  return std::nullopt;
}

// With a motive but no rules named, the rules that fail are named by the program: the author sees them before signing.
Status name_failing_rules(Draft& draft, OpenLedger& ledger, Author& author) {
  if (draft.claim == schema::Conformity::CONFORMING || !draft.deviates.empty()) return {};
  const auto claim = std::exchange(draft.claim, schema::Conformity::CONFORMING);
  auto checked = author.dry_run(ledger.service(), ledger.log(), ledger.clock(), draft);
  draft.claim = claim;
  if (!checked) return std::unexpected(checked.error());
  if (const auto* refused = std::get_if<Refused>(&*checked))
    for (const auto& finding : refused->findings) draft.deviates.push_back(finding.rule->id);
  return {};
}

// Others who sign as well, with keys on this machine under the same passphrase.
struct CoSigners {
  std::vector<std::unique_ptr<Author>> authors;
  std::vector<const crypto::Signer*> signers;  // ascending by key id, as the header wants them
};
Result<CoSigners> open_cosigners(const Context& context, const OpenLedger& ledger, const std::vector<std::string>& names) {
  CoSigners out;
  for (const auto& name : names) {
    Context theirs = context;
    theirs.as = name;
    INZICHT_TRY(author, theirs.author(ledger));
    out.signers.push_back(&author->signer());
    out.authors.push_back(std::move(author));
  }
  std::ranges::sort(out.signers, {}, [](const crypto::Signer* one) { return one->id(); });
  return out;
}

int record_one(const Context& context, const Options& o) {
  const KindInfo* kind = o.kind.empty() ? nullptr : find_kind(std::string_view(o.kind));
  Json draft = Json::object();
  if (!o.file.empty()) {
    auto text = read_text(o.file);
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
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(**ledger);
  if (!o.kase.empty()) draft["case"] = o.kase == new_case ? id_text('Z', crypto::random_array<16>()) : o.kase;
  if (draft.contains("case") && !draft["case"].is_string()) return context.fail({ErrorCode::bad_input, "case: expected a text such as Z-…"});
  const std::string kase = draft.value("case", std::string());
  if (const auto raw = ids.resolve(schema::IdKind::CASE, kase))
    if (const auto id = CaseId::from(*raw)) ids.in_case(*id);
  if (auto wrong = apply_options(o, *kind, ids, draft)) return context.refuse(Refused::of(*wrong));
  auto built = draft_from_json(draft, ids);
  if (!built) return context.refuse(Refused::of(built.error()));
  if (auto status = fill_in(*built, **ledger, **author); !status) return context.fail(status.error());
  auto cosigners = open_cosigners(context, **ledger, o.cosign);
  if (!cosigners) return context.fail(cosigners.error());
  if (!o.cosign.empty()) built->cosigners.clear();
  for (const auto* one : cosigners->signers) built->cosigners.push_back(one->id());
  if (auto status = name_failing_rules(*built, **ledger, **author); !status) return context.fail(status.error());
  if (o.dry_run) return show_dry_run(context, (*author)->dry_run((*ledger)->service(), (*ledger)->log(), (*ledger)->clock(), *built));
  if (auto begun = kind->id == kind_erasure ? begin_erasure(**ledger) : Status{}; !begun) return context.fail(begun.error());
  if (!o.cosign.empty()) built->cosigners.clear();  // record() puts them in with their signatures
  const int code = show_outcome(context, (*author)->record((*ledger)->service(), (*ledger)->log(), (*ledger)->clock(), *built, cosigners->signers));
  if (auto finished = kind->id == kind_erasure ? finish_erasures(**ledger) : Result<std::uint64_t>(0); !finished) return context.fail(finished.error());
  if (code == exit_done && o.kase == new_case && !context.json) context.print(context.trf("case.id", kase));
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
        if (auto begun = erases ? begin_erasure(**ledger) : Status{}; !begun) return context.fail(begun.error());
        outcome = record_draft(**ledger, **author, *json, ids);
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
  verb->add_option("--cosign", o->cosign, std::string(v.context.tr("help.record.cosign")))->allow_extra_args(false);
  verb->add_option("--occurred", o->occurred, std::string(v.context.tr("help.record.occurred")));
  verb->add_option("--until", o->until, std::string(v.context.tr("help.record.until")));
  verb->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  verb->add_option("--event", o->event, std::string(v.context.tr("help.record.event")));
  verb->add_option("--deviation", o->deviation, std::string(v.context.tr("help.record.deviation")));
  verb->add_option("--after-the-fact", o->after, std::string(v.context.tr("help.record.after")));
  verb->add_option("--rule", o->deviates, std::string(v.context.tr("help.record.rule")))->allow_extra_args(false);
  verb->add_flag("--dry-run", o->dry_run, std::string(v.context.tr("help.record.dry_run")));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return o->batch.empty() ? record_one(*context, *o) : record_batch(*context, *o); }; });
}

}  // namespace inzicht::cli
