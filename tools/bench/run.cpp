#include <malloc.h>

#include <barrier>
#include <fstream>
#include <thread>

#include "crypto/merkle/tree.h"
#include "ledger/codec/strict.h"
#include "ledger/verify/verify.h"
#include "projections/all.h"
#include "projections/runner.h"
#include "tools/bench/bench.h"
#include "tools/bench/clients.h"
#include "tools/bench/many_families.h"
#include "tools/bench/measure.h"

namespace inzicht::bench {
namespace {

std::string processor_name() {
  std::ifstream info("/proc/cpuinfo");
  std::string line;
  while (std::getline(info, line))
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown";
}

double peak_rss_mb() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line))
    if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}
// What a stage needs by itself: the peak counts from here, after the stage before gave back what it had
// freed.
void peak_from_here() {
  ::malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

double step_seconds(const Limits& l) {
  return 1 / l.verify_per_s_core + l.event_hash_us / 1e6 + 1 / l.seal_per_s_core + 1 / l.sync_batch_per_s;
}

// Each client sends its next event when the one before is acknowledged; all of them are signed before the clock starts.
Result<Append> many_clients(Field& field, const Options& o, const Limits& limits) {
  const std::uint64_t each = o.events / o.clients;
  std::vector<std::vector<Submission>> ready(o.clients);
  for (unsigned c = 0; c < o.clients; ++c)
    for (std::uint64_t i = 0; i < each; ++i) ready[c].push_back(field.next(field.clients()[c], o.content_bytes));
  std::vector<std::vector<double>> took(o.clients);
  std::atomic<std::uint64_t> refused{0};
  std::barrier start(static_cast<std::ptrdiff_t>(o.clients) + 1);
  std::vector<std::jthread> threads;
  for (unsigned c = 0; c < o.clients; ++c)
    threads.emplace_back([&, c] {
      took[c].reserve(each);
      start.arrive_and_wait();
      for (const auto& submission : ready[c]) {
        const auto before = std::chrono::steady_clock::now();
        const auto outcome = field.ledger().service().record(submission);
        took[c].push_back(seconds_since(before) * 1e6);
        if (!outcome || !std::holds_alternative<Accepted>(*outcome)) ++refused;
      }
    });
  start.arrive_and_wait();
  const auto before = std::chrono::steady_clock::now();
  threads.clear();
  const double seconds = seconds_since(before);
  if (refused > 0) return fail(ErrorCode::corruption, "bench: " + std::to_string(refused) + " appends were not recorded");
  std::vector<double> all;
  for (auto& one : took) all.insert(all.end(), one.begin(), one.end());
  Append out{o.clients, each * o.clients, 0, percentile(all, 0.5), percentile(all, 0.99), 0, 0};
  out.per_s = static_cast<double>(out.events) / seconds;
  out.limit_per_s = static_cast<double>(std::min(std::thread::hardware_concurrency(), o.clients)) / step_seconds(limits);
  out.ratio = out.per_s / out.limit_per_s;
  return out;
}

// Reads a whole case as a view would: places, records, headers.
Result<CaseRead> read_case(Log& log, const CaseId& kase, std::uint64_t rounds) {
  std::vector<double> took;
  CaseRead out{log.size(), 0, 0, 0};
  for (std::uint64_t i = 0; i < rounds; ++i) {
    const auto before = std::chrono::steady_clock::now();
    INZICHT_TRY(positions, log.positions({ChainClass::kase, kase.bytes}, 1, 10'000));
    std::vector<std::uint64_t> indexes;
    for (const auto& position : positions) indexes.push_back(position.index);
    std::uint64_t parts = 0;
    for (const auto& record : log.read_many(indexes)) {
      const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
      if (!message) return fail(ErrorCode::corruption, "bench: a record of the case does not read");
      parts += message->header().getParts().size();
    }
    took.push_back(seconds_since(before) * 1e6);
    out.case_events = indexes.size();
    if (parts == 0) return fail(ErrorCode::corruption, "bench: a case without parts");
  }
  out.p50_us = percentile(took, 0.5);
  out.p99_us = percentile(took, 0.99);
  return out;
}

Status measure_verify(const std::filesystem::path& folder, Report& report) {
  peak_from_here();
  INZICHT_TRY(raw, RocksLog::open_raw(folder));
  const auto before = std::chrono::steady_clock::now();
  const auto verified = verify({*raw});
  const double seconds = seconds_since(before);
  if (verified.result != VerifyReport::Result::verified)
    return fail(ErrorCode::corruption, "bench: the ledger it made does not verify: " + std::string(verified.problems.empty() ? "" : problem_code(verified.problems[0].what)));
  report.verify_per_s = static_cast<double>(verified.leaves) / seconds;
  const double limit = report.cores / (1 / report.limits.verify_per_s_core + report.limits.event_hash_us / 1e6);
  report.verify_ratio = report.verify_per_s / limit;
  report.verify_peak_rss_mb = peak_rss_mb();
  return {};
}

Status measure_rebuild(OpenLedger& ledger, Report& report) {
  auto& log = ledger.log();
  std::uint64_t bytes = 0;
  auto before = std::chrono::steady_clock::now();
  INZICHT_CHECK(log.scan(0, log.size(), [&](const EventView& view) {
    bytes += view.leaf.size() + view.header.size() + view.signatures.size() + view.admission.size();
    return true;
  }));
  report.limits.scan_per_s = static_cast<double>(log.size()) / seconds_since(before);
  peak_from_here();
  INZICHT_TRY(store, open_views(ledger.folder().views()));
  Runner runner(log, *store, all_projections());
  before = std::chrono::steady_clock::now();
  INZICHT_CHECK(runner.rebuild());
  report.rebuild_per_s = static_cast<double>(log.size()) / seconds_since(before);
  report.rebuild_ratio = report.rebuild_per_s / report.limits.scan_per_s;
  report.rebuild_peak_rss_mb = peak_rss_mb();
  return {};
}

double measure_proof(Log& log) {
  std::vector<double> took;
  const auto node = [&](unsigned level, std::uint64_t index) { return log.node(level, index); };
  for (std::uint64_t i = 0; i < 500; ++i) {
    const std::uint64_t at = (i * 7919) % log.size();
    const auto before = std::chrono::steady_clock::now();
    (void)crypto::inclusion_proof(at, log.size(), node);
    took.push_back(seconds_since(before) * 1e6);
  }
  return percentile(took, 0.5);
}

double folder_bytes(const std::filesystem::path& folder) {
  double bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  return bytes;
}

void finish(OpenLedger& ledger, Report& report) {
  report.proof_p50_us = measure_proof(ledger.log());
  report.stored_bytes = folder_bytes(ledger.folder().log()) / static_cast<double>(ledger.log().size());
}

Result<Report> run_notes(const Options& o, Report report, const Say& say) {
  const Limits& limits = report.limits;
  INZICHT_TRY(field, Field::create(o.folder / "ledger", o.clients));
  say("append", 0, 0);
  INZICHT_TRY(append, many_clients(*field, o, report.limits));
  report.append = append;
  Options one = o;
  one.clients = 1;
  one.events = std::min<std::uint64_t>(o.events / 10, 2'000);
  INZICHT_TRY(single, many_clients(*field, one, report.limits));
  report.append_single = single;
  report.single_steps_us = 1e6 / limits.verify_per_s_core + limits.event_hash_us + 1e6 / limits.seal_per_s_core + 1e6 / limits.sign_per_s_core + 1e6 / limits.sync_put_per_s;
  report.append_single.ratio = report.append_single.p50_us / report.single_steps_us;
  // A case of 200 events in a ledger of about 10,000, and again when the ledger is large.
  INZICHT_CHECK(field->fill(200, 200, o.content_bytes, [](std::uint64_t) {}));
  const CaseId kase = field->clients()[0].kase;
  INZICHT_TRY(small, read_case(field->ledger().log(), kase, 300));
  report.case_read.push_back(small);
  const std::uint64_t size = field->ledger().log().size();
  if (o.large > size) INZICHT_CHECK(field->fill(o.large - size, 200, o.content_bytes, [&](std::uint64_t done) { say("fill", done, o.large - size); }));
  INZICHT_TRY(large, read_case(field->ledger().log(), kase, 300));
  report.case_read.push_back(large);
  report.record_peak_rss_mb = peak_rss_mb();
  const auto log_folder = field->ledger().folder().log();
  field->close();
  say("verify", 0, 0);
  INZICHT_CHECK(measure_verify(log_folder, report));
  INZICHT_CHECK(field->reopen());
  say("rebuild", 0, 0);
  INZICHT_CHECK(measure_rebuild(field->ledger(), report));
  finish(field->ledger(), report);
  return report;
}

// Families' whole trajectories by as many teams as clients, with what they make the rules judge; then the same questions.
Result<Report> run_families(const Options& o, Report report, const Say& say) {
  INZICHT_TRY(field, ManyFamilies::create(o.folder / "ledger", o.clients));
  CaseId read;
  const auto first_closed = [&](const CaseId& kase) -> Status {
    read = kase;
    INZICHT_TRY(small, read_case(field->ledger().log(), kase, 300));
    report.case_read.push_back(small);
    return {};
  };
  INZICHT_TRY(recorded, field->record(o.cases, o.seed, [&](std::uint64_t done, std::uint64_t total) { say("append", done, total); }, first_closed));
  report.cases = o.cases;
  report.findings = recorded.findings;
  report.append = {o.clients, recorded.events, static_cast<double>(recorded.events) / recorded.seconds, percentile(recorded.took_us, 0.5), percentile(recorded.took_us, 0.99),
                   static_cast<double>(std::min(report.cores, o.clients)) / step_seconds(report.limits), 0};
  report.append.ratio = report.append.per_s / report.append.limit_per_s;
  if (!report.case_read.empty()) {
    INZICHT_TRY(large, read_case(field->ledger().log(), read, 300));
    report.case_read.push_back(large);
  }
  report.record_peak_rss_mb = peak_rss_mb();
  say("rebuild", 0, 0);
  INZICHT_CHECK(measure_rebuild(field->ledger(), report));
  finish(field->ledger(), report);
  const auto folder = field->ledger().folder().log();
  field.reset();
  say("verify", 0, 0);
  INZICHT_CHECK(measure_verify(folder, report));
  return report;
}

}  // namespace

Result<Report> run(const Options& o, const Say& say) {
  Report report;
  report.cores = std::thread::hardware_concurrency();
  report.processor = processor_name();
  report.payload_bytes = static_cast<double>(o.content_bytes);
  std::error_code error;
  std::filesystem::create_directories(o.folder, error);
  say("limits", 0, 0);
  INZICHT_TRY(limits, measure_limits(o.folder, o.content_bytes));
  report.limits = limits;
  return o.cases > 0 ? run_families(o, std::move(report), say) : run_notes(o, std::move(report), say);
}

}  // namespace inzicht::bench
