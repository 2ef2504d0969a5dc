// verify: the second reader over this ledger's stored bytes.
#include <CLI/CLI.hpp>

#include <fstream>

#include "crypto/encoding.h"
#include "crypto/note.h"
#include "ledger/base/limits.h"
#include "ledger/service/opening_check.h"
#include "ledger/service/receipt.h"
#include "ledger/service/readmit.h"
#include "ledger/verify/verify.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/line_input.h"
#include "tools/inzicht/lookup.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t note_bytes_max = 1u << 20;

struct Options {
  std::vector<std::string> since;
  std::string receipts;
  std::string trust;
  unsigned threads = 0;
  bool open = false;
  bool rules = false;
};

Result<std::vector<std::string>> read_notes(const std::vector<std::string>& files) {
  std::vector<std::string> out;
  for (const auto& file : files) {
    INZICHT_TRY(bytes, read_file(file, note_bytes_max));
    // What is no note at all was the wrong file; a note of another ledger is for verify to name.
    if (!crypto::Note::parse({reinterpret_cast<const char*>(bytes.data()), bytes.size()}))
      return fail(ErrorCode::bad_input, fmt::format("--since: expected a checkpoint (a signed note), found something else: {}", file));
    out.emplace_back(bytes.begin(), bytes.end());
  }
  return out;
}

Result<std::optional<crypto::TrustPolicy>> read_trust(const std::string& file) {
  if (file.empty()) return std::optional<crypto::TrustPolicy>();
  INZICHT_TRY(bytes, read_file(file, crypto::policy_bytes_max));
  auto policy = crypto::TrustPolicy::parse({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  if (policy) return std::optional(std::move(*policy));
  const auto where = policy.error().line == 0 ? std::string() : fmt::format(" line {}:", policy.error().line);
  return fail(ErrorCode::bad_input, fmt::format("--trust:{} expected {} (c2sp.org/tlog-policy): {}", where, policy.error().expected, file));
}

std::optional<HeldReceipt> held(std::string_view text) {
  auto receipt = Receipt::parse_json(text);
  if (!receipt) return std::nullopt;
  return HeldReceipt{std::move(receipt->note), receipt->index, std::move(receipt->leaf), std::move(receipt->proof), std::move(receipt->admission)};
}

// Files that may hold receipts, below a folder: what an author keeps, under whatever name it was copied to.
Result<std::vector<std::filesystem::path>> receipt_files(const std::string& where) {
  std::error_code error;
  if (!std::filesystem::is_directory(where, error)) return std::vector<std::filesystem::path>{where};
  std::vector<std::filesystem::path> out;
  for (auto at = std::filesystem::recursive_directory_iterator(where, error); !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
    const auto& path = at->path();
    const bool is_authors = path.filename() == "author.json" || path.filename() == "state.json";
    if (at->is_regular_file(error) && !is_authors && (path.extension() == ".json" || path.extension() == ".jsonl")) out.push_back(path);
  }
  if (error) return fail(ErrorCode::io, fmt::format("--receipts: the folder cannot be read: {}: {}", where, error.message()));
  std::ranges::sort(out);
  return out;
}

// What is held, and where something stands that is none.
struct GivenReceipts {
  std::vector<HeldReceipt> held;
  std::vector<std::string> unreadable;

  void take(std::string_view text, std::string place) {
    if (auto one = cli::held(text))
      held.push_back(std::move(*one));
    else
      unreadable.push_back(std::move(place));
  }
};

Status read_receipt_lines(const std::filesystem::path& file, GivenReceipts& out) {
  std::ifstream in(file);
  if (!in) return fail(ErrorCode::not_found, fmt::format("--receipts: expected a folder or a file of receipts, found none: {}", file.string()));
  std::string line;
  for (std::uint64_t n = 1; next_line(in, line, limits::receipt_bytes_max); ++n)
    if (!line.empty()) out.take(line, fmt::format("line {} is not a receipt: {}", n, file.string()));
  return {};
}

// A folder of receipt files, or a file with one receipt per line (as authors keep them). Half a receipt does
// not keep the others from being checked; where there is no whole one at all, the wrong files were given.
Result<GivenReceipts> read_receipts(const std::string& where) {
  GivenReceipts out;
  if (where.empty()) return out;
  INZICHT_TRY(files, receipt_files(where));
  for (const auto& file : files) {
    if (file.extension() == ".jsonl") {
      INZICHT_CHECK(read_receipt_lines(file, out));
      continue;
    }
    INZICHT_TRY(bytes, read_file(file, limits::receipt_bytes_max));
    out.take({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
             fmt::format("not a receipt: {}", file.string()));
  }
  if (out.held.empty())
    return fail(
        ErrorCode::bad_input,
        fmt::format(
            "--receipts: expected receipts (*.jsonl as an author keeps them, or *.json), found none: {}",
            where));
  return out;
}

void add_unreadable(VerifyReport& report, const std::vector<std::string>& places) {
  if (places.empty()) return;
  for (const auto& place : places) {
    ++report.receipts;
    if (report.problems_found++ < Problems::problems_max)
      report.problems.push_back({std::nullopt, std::nullopt, Problem::receipt_bad, place});
  }
  report.result = VerifyReport::Result::tampered;
}

Json report_json(const VerifyReport& r) {
  Json problems = Json::array();
  for (const auto& p : r.problems) {
    Json one{{"what", problem_code(p.what)}, {"detail", p.detail}};
    one["index"] = p.index ? Json(*p.index) : Json(nullptr);
    one["event"] = p.event ? Json(to_text(*p.event)) : Json(nullptr);
    problems.push_back(std::move(one));
  }
  Json keys = Json::array();
  for (const auto& [key, use] : r.genesis_keys) keys.push_back({{"key", crypto::base64(key)}, {"use", code_of(use)}});
  return {{"result", result_code(r.result)}, {"events", r.events}, {"leaves", r.leaves}, {"cases", r.cases}, {"treeSize", r.tree_size}, {"root", crypto::base64(r.root)},
          {"checkpointSize", r.checkpoint_size}, {"witnesses", r.witnesses}, {"witnessedSize", r.witnessed_size}, {"signaturesChecked", r.signatures_checked}, {"erasedParts", r.erased_parts}, {"purgedEvents", r.purged_events},
          {"singleRegistrarEvents", r.single_registrar_events}, {"doubtfulEvents", r.doubtful_events}, {"simulatedClock", r.simulated_clock}, {"genesisKeys", keys},
          {"problems", problems}, {"problemsFound", r.problems_found}, {"seconds", r.seconds}};
}

const std::string problem_text = "problem.";  // with the code behind it

// What the trust policy says of it.
void print_trust(const Context& context, const VerifyReport& r, const crypto::TrustPolicy& trust) {
  if (r.checkpoint_size == 0) return context.print(context.tr("verify.trust.none"));
  if (trust.asks_witnesses()) context.print(context.trf("verify.trust.witnesses", r.checkpoint_size, r.witnesses, trust.witnesses().size(), r.witnessed_size));
  if (r.tree_size > r.checkpoint_size) context.print(context.trf("verify.trust.unpublished", r.tree_size - r.checkpoint_size));
}

void print_report(const Context& context, const VerifyReport& r, const std::optional<crypto::TrustPolicy>& trust) {
  context.print(context.trf("verify.counts", r.leaves, r.cases, r.signatures_checked, r.checkpoints, r.receipts, r.seconds));
  if (r.simulated_clock) context.print(context.tr("verify.simulated"));
  if (r.single_registrar_events > 0) context.print(context.trf("verify.single_registrar", r.single_registrar_events));
  if (r.doubtful_events > 0) context.print(context.trf("verify.doubtful", r.doubtful_events));
  for (const auto& [key, use] : r.genesis_keys) context.print(context.trf("verify.genesis_key", label_of(use, context.lang), crypto::base64(key)));
  for (const auto& p : r.problems) {
    const auto place = p.index ? std::to_string(*p.index) : "–";
    context.print(fmt::format("  {}  {}", place, context.tr(problem_text + std::string(problem_code(p.what)))));
    context.print(fmt::format("  {:>{}}  ({}: {})", "", place == "–" ? 1 : place.size(), problem_code(p.what), p.detail));
  }
  if (r.problems_found > r.problems.size()) context.print(context.trf("verify.more", r.problems_found - r.problems.size()));
  if (trust) print_trust(context, r, *trust);
  switch (r.result) {
    case VerifyReport::Result::verified: context.print(context.trf("verify.verified", r.tree_size)); break;
    case VerifyReport::Result::gaps: context.print(context.trf("verify.gaps", r.skipped_leaves)); break;
    case VerifyReport::Result::tampered: context.print(context.trf("verify.tampered", r.problems_found)); break;
    case VerifyReport::Result::unwitnessed: context.print(context.tr("verify.unwitnessed")); break;
    case VerifyReport::Result::failed: context.print(context.tr("verify.newer")); break;
  }
}

int exit_of(const VerifyReport& r) {
  switch (r.result) {
    case VerifyReport::Result::verified: return exit_done;
    case VerifyReport::Result::tampered: return exit_no;
    case VerifyReport::Result::gaps: return exit_gaps;
    case VerifyReport::Result::unwitnessed: return exit_untrusted;
    case VerifyReport::Result::failed: return exit_bad_input;
  }
  return exit_failed;
}

// Opens every sealed part with the vault's keys: whether the words are still those that were committed to.
Result<OpeningReport> open_all(const Context& context) {
  INZICHT_TRY(ledger, context.open());
  Progress progress(context, std::string(context.tr("progress.open")));
  return open_every_part(ledger->log(), ledger->vault(), [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); });
}

Json places_json(const std::vector<PartPlace>& places) {
  Json out = Json::array();
  for (const auto& place : places) out.push_back({{"index", place.index}, {"part", place.part}});
  return out;
}
Json opened_json(const OpeningReport& o) {
  return {{"opened", o.opened}, {"erased", o.erased}, {"wrong", places_json(o.wrong)}, {"lost", places_json(o.lost)}};
}
void print_opened(const Context& context, const OpeningReport& o) {
  for (const auto& place : o.wrong) context.print(context.trf("verify.part_wrong", place.index, place.part));
  for (const auto& place : o.lost) context.print(context.trf("verify.part_lost", place.index, place.part));
  context.print(context.trf("verify.opened", o.opened, o.erased, o.wrong.size(), o.lost.size()));
  if (!o.lost.empty()) context.print(context.tr("verify.part_lost.why"));
}

Json rules_json(const ReadmitReport& r) {
  Json differences = Json::array();
  for (const auto& d : r.differences) {
    Json one{{"index", d.index}, {"what", difference_code(d.what)}, {"rule", d.rule.empty() ? Json(nullptr) : Json(d.rule)}, {"otherCatalogue", d.other_catalogue}};
    one["event"] = d.event ? Json(to_text(*d.event)) : Json(nullptr);
    differences.push_back(std::move(one));
  }
  return {{"judged", r.judged}, {"purged", r.purged}, {"otherCatalogue", r.other_catalogue}, {"differences", differences}, {"differencesFound", r.differences_found}};
}

void print_rules(const Context& context, const ReadmitReport& r) {
  context.print(context.trf("verify.rules", r.judged, r.differences_found));
  if (r.purged > 0) context.print(context.trf("verify.rules_purged", r.purged));
  if (r.other_catalogue > 0) context.print(context.trf("verify.rules_other_catalogue", r.other_catalogue));
  for (const auto& d : r.differences)
    context.print(fmt::format("  {}  {}{}", d.index, d.rule.empty() ? "" : d.rule + "  ", context.tr("verify.rules." + std::string(difference_code(d.what)))));
  if (r.differences_found > r.differences.size()) context.print(context.trf("verify.more", r.differences_found - r.differences.size()));
}

// What another edition of the catalogue says is told, and no fault of the ledger.
bool is_at_odds(const ReadmitReport& r) {
  return r.differences_found > r.differences.size() || std::ranges::any_of(r.differences, [](const auto& d) { return !d.other_catalogue; });
}

// Every admission judged again.
Result<ReadmitReport> judge_again(const Context& context, const LedgerFolder& folder) {
  INZICHT_TRY(log, RocksLog::open(folder.log(), OpenMode::read_only));
  Progress progress(context, std::string(context.tr("progress.rules")));
  return readmit(*log, [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); });
}

int run(const Context& context, const Options& o) {
  const LedgerFolder folder(context.ledger);
  const auto settings = folder.read_settings();
  if (!settings) return context.fail(settings.error());
  auto notes = read_notes(o.since);
  if (!notes) return context.fail(notes.error());
  auto trust = read_trust(o.trust);
  if (!trust) return context.fail(trust.error());
  auto receipts = read_receipts(o.receipts);
  if (!receipts) return context.fail(receipts.error());
  auto log = RocksLog::open_raw(folder.log());
  if (!log) return context.fail(log.error());
  Progress progress(context, std::string(context.tr("progress.verify")));
  auto report = verify({**log,
                        settings->origin,
                        std::move(*notes),
                        std::move(receipts->held),
                        {},
                        *trust,
                        o.threads,
                        [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); }});
  add_unreadable(report, receipts->unreadable);
  int code = exit_of(report);
  log->reset();
  Json json = report_json(report);
  if (!context.json) print_report(context, report, *trust);
  // What does not stand as it was written cannot be judged.
  const bool sound = code == exit_done || code == exit_gaps || code == exit_untrusted;
  if (o.rules && sound) {
    const auto judged = judge_again(context, folder);
    if (!judged) return context.fail(judged.error());
    json["rules"] = rules_json(*judged);
    if (!context.json) print_rules(context, *judged);
    if (is_at_odds(*judged)) code = exit_no;
  }
  if (o.open && sound) {
    const auto opened = open_all(context);
    if (!opened) return context.fail(opened.error());
    json["open"] = opened_json(*opened);
    if (!context.json) print_opened(context, *opened);
    if (!opened->sound()) code = exit_no;
  }
  // What the report says is the whole answer, not that of the first step.
  if (code == exit_no) json["result"] = result_code(VerifyReport::Result::tampered);
  if (context.json) context.print(json.dump());
  if ((o.rules || o.open) && !sound) context.say(context.tr("verify.rules_not"));
  return code;
}

}  // namespace

void add_verify(Verbs& v) {
  auto o = std::make_shared<Options>();
  auto* verb = v.app.add_subcommand("verify", std::string(v.context.tr("help.verify")));
  verb->add_option("--since", o->since, std::string(v.context.tr("help.verify.since")))->allow_extra_args(false);
  verb->add_option("--receipts", o->receipts, std::string(v.context.tr("help.verify.receipts")));
  verb->add_option("--trust", o->trust, std::string(v.context.tr("help.verify.trust")));
  verb->add_option("--threads", o->threads, std::string(v.context.tr("help.verify.threads")));
  verb->add_flag("--rules", o->rules, std::string(v.context.tr("help.verify.rules")));
  verb->add_flag("--open", o->open, std::string(v.context.tr("help.verify.open")));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return run(*context, *o); }; });
}

}  // namespace inzicht::cli
