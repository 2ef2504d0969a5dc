// demo: the example families from an empty folder to a verified case, and what the verifier says when one byte is altered.
#include <CLI/CLI.hpp>

#include "crypto/encoding.h"
#include "ledger/codec/strict.h"
#include "ledger/log/tamper.h"
#include "ledger/service/publish.h"
#include "tools/families/family_loader.h"
#include "tools/inzicht/show_view.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

// In the order of their years; the first is the one that is shown.
constexpr const char* all_families[] = {"huurschuld", "voorbeeld"};

int show_failure(const Context& context, const families::LoadFailure& failure) {
  context.say(context.trf("demo.failed", failure.where));
  if (const auto* error = std::get_if<Error>(&failure.why)) return context.fail(*error);
  return context.refuse(std::get<Refused>(failure.why));
}

void headline(const Context& context, std::string_view key) {
  context.print("");
  context.print(fmt::format("== {}", context.tr(key)));
}

// The case whose first signal came first. Mandates of clients stand in their case before anything happened in it.
std::optional<CaseId> case_to_show(const Log& log) {
  std::optional<std::pair<std::uint64_t, CaseId>> first;
  for (const CaseId& kase : all_cases(log))
    for (const auto at : case_indexes(log, kase)) {
      const auto record = log.read(at);
      const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
      if (!message || message->header().getKind() != 301) continue;
      if (!first || at < first->first) first = {at, kase};
      break;
    }
  return first ? std::optional(first->second) : std::nullopt;
}

std::optional<int> load_families(const Context& context) {
  headline(context, "demo.loading");
  auto stage = families::Stage::create(context.ledger);
  if (!stage) return show_failure(context, stage.error());
  Progress progress(context, std::string(context.tr("progress.record")));
  std::uint64_t set_up = 0;
  std::vector<std::uint64_t> rows;
  for (const char* family : all_families) {
    const auto report = (*stage)->load(family, [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); });
    if (!report) return show_failure(context, report.error());
    set_up = report->set_up;
    rows.push_back(report->rows);
  }
  context.print(context.trf("demo.loaded", set_up, rows[0], rows[1]));
  return std::nullopt;
}

// Runs one of the command's own verbs, as somebody would type it.
int typed(Context context, const std::vector<std::string>& words) {
  std::string line = "inzicht";
  for (const auto& word : words) line += " " + word;
  context.print("$ " + line);
  std::vector<std::string> all{"inzicht", "--ledger", context.ledger.string(), "--lang", context.lang == Lang::nl ? "nl" : "en"};
  all.insert(all.end(), words.begin(), words.end());
  return run_command(all);
}

// A copy with one byte altered by somebody who can write to the disk; the copy is verified, the ledger is not touched.
int alter_a_copy(const Context& context, const LedgerFolder& folder, std::uint64_t index) {
  const auto copy = folder.root() / "altered-copy";
  std::error_code error;
  std::filesystem::remove_all(copy, error);
  std::filesystem::create_directories(copy, error);
  std::filesystem::copy(folder.log(), copy / "log", std::filesystem::copy_options::recursive, error);
  if (!error) std::filesystem::copy_file(folder.settings(), copy / "inzicht.toml", error);
  if (error) return context.fail({ErrorCode::io, fmt::format("demo: {}: {}", copy.string(), error.message())});
  // A byte in the middle of the header: after form, leaf length and leaf, and header length.
  auto log = RocksLog::open(copy / "log", OpenMode::read_only);
  if (!log) return context.fail(log.error());
  const auto record = (*log)->read(index);
  if (!record) return context.fail(record.error());
  const std::size_t offset = 1 + 4 + record->leaf.size() + 4 + record->header.size() / 2;
  log->reset();
  if (auto status = alter_stored_byte(copy / "log", index, offset); !status) return context.fail(status.error());
  context.print(context.trf("demo.altered", offset, index));
  Context altered = context;
  altered.ledger = copy;
  const int code = typed(altered, {"verify"});
  std::filesystem::remove_all(copy, error);
  if (code != exit_no) return context.fail({ErrorCode::corruption, "demo: the altered byte was not noticed"});
  return exit_done;
}

int run(Context context, const std::string& dir) {
  context.ledger = dir;
  const LedgerFolder folder(context.ledger);
  std::error_code error;
  const bool exists = std::filesystem::exists(folder.settings(), error);
  if (exists && !std::filesystem::exists(folder.root() / "example-passphrase", error))
    return context.fail({ErrorCode::already_exists, fmt::format("demo: a ledger that is no example lies there: {}", dir)});
  if (!exists)
    if (const auto failed = load_families(context)) return *failed;
  std::string kase, event;
  std::uint64_t index = 0, size = 0;
  {
    auto ledger = context.open();
    if (!ledger) return context.fail(ledger.error());
    const auto shown = case_to_show((*ledger)->log());
    if (!shown) return context.fail({ErrorCode::not_found, "demo: the example ledger holds no case"});
    kase = to_text(*shown);
    // The decision to share (407) is the one to prove: who shared what and why.
    for (const auto at : case_indexes((*ledger)->log(), *shown)) {
      const auto record = (*ledger)->log().read(at);
      const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
      if (!message || message->header().getKind() != 407 || !event.empty()) continue;
      event = to_text(*EventId::from({message->header().getEvent().begin(), message->header().getEvent().size()}));
      index = at;
    }
    size = (*ledger)->log().size();
  }
  const std::pair<const char*, std::vector<std::string>> steps[] = {
      {"demo.timeline", {"timeline", kase, "--as", "w3"}}, {"demo.plan", {"plan", kase, "--as", "w3"}},
      {"demo.privacy_log", {"privacy-log", kase, "--as", "po1"}}, {"demo.checkpoint", {"checkpoint"}},
      {"demo.prove", {"prove", event}}, {"demo.verify", {"verify", "--receipts", folder.keys().string()}}};
  for (const auto& [title, words] : steps) {
    headline(context, title);
    if (const int code = typed(context, words); code != exit_done) return code;
  }
  headline(context, "demo.alter");
  if (const int code = alter_a_copy(context, folder, index); code != exit_done) return code;
  context.print("");
  context.print(context.trf("demo.done", size, dir));
  return exit_done;
}

}  // namespace

void add_demo(Verbs& v) {
  auto dir = std::make_shared<std::string>("inzicht-demo");
  auto* verb = v.app.add_subcommand("demo", std::string(v.context.tr("help.demo")));
  verb->add_option("dir", *dir, std::string(v.context.tr("help.demo.dir")));
  verb->callback([dir, context = &v.context, chosen = &v.chosen] { *chosen = [context, dir] { return run(*context, *dir); }; });
}

}  // namespace inzicht::cli
