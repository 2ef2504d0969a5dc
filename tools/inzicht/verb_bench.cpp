// bench: figures as ratios to limits measured in the same run.
#include <CLI/CLI.hpp>

#include "tools/bench/bench.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

Json append_json(const bench::Append& a) {
  return {{"clients", a.clients}, {"events", a.events}, {"per_s", a.per_s}, {"p50_us", a.p50_us}, {"p99_us", a.p99_us}, {"limit_per_s", a.limit_per_s}, {"ratio", a.ratio}};
}

Json report_json(const bench::Report& r) {
  const auto& l = r.limits;
  Json single = append_json(r.append_single);
  single["steps_us"] = r.single_steps_us;
  Json reads = Json::array();
  for (const auto& c : r.case_read) reads.push_back({{"ledger_events", c.ledger_events}, {"case_events", c.case_events}, {"p50_us", c.p50_us}, {"p99_us", c.p99_us}});
  Json out{{"machine", {{"cores", r.cores}, {"processor", r.processor}}},
           {"limits",
            {{"verify_per_s_core", l.verify_per_s_core},
             {"sign_per_s_core", l.sign_per_s_core},
             {"hash_per_s_core", l.hash_per_s_core},
             {"seal_per_s_core", l.seal_per_s_core},
             {"sync_put_per_s", l.sync_put_per_s},
             {"sync_batch_per_s", l.sync_batch_per_s},
             {"scan_per_s", l.scan_per_s},
             {"event_hash_us", l.event_hash_us}}},
           {"append", append_json(r.append)},
           {"append_single", single},
           {"verify", {{"per_s", r.verify_per_s}, {"ratio", r.verify_ratio}}},
           {"rebuild", {{"per_s", r.rebuild_per_s}, {"ratio", r.rebuild_ratio}}},
           {"case_read", reads},
           {"proof", {{"p50_us", r.proof_p50_us}}},
           {"bytes_per_event", {{"stored", r.stored_bytes}, {"payload", r.payload_bytes}}},
           {"peak_rss_mb",
            {{"record", r.record_peak_rss_mb},
             {"verify", r.verify_peak_rss_mb},
             {"rebuild", r.rebuild_peak_rss_mb}}}};
  if (r.cases == 0) return out;
  out.erase("append_single");
  out["families"] = {{"cases", r.cases}, {"events", r.append.events}, {"findings", r.findings}};
  return out;
}

int run(const Context& context, const bench::Options& o) {
  const auto start = std::chrono::steady_clock::now();
  Progress progress(context, std::string(context.tr("progress.bench")));
  const auto report = bench::run(o, [&](const std::string&, std::uint64_t done, std::uint64_t total) { progress.at(done, total); });
  if (!report) return context.fail(report.error());
  if (context.json) {
    context.print(report_json(*report).dump());
    return exit_done;
  }
  const auto& l = report->limits;
  for (auto [key, value] : {std::pair{"bench.verify_core", l.verify_per_s_core}, std::pair{"bench.sign_core", l.sign_per_s_core}, std::pair{"bench.hash_core", l.hash_per_s_core}, std::pair{"bench.seal_core", l.seal_per_s_core},
                            std::pair{"bench.sync_put", l.sync_put_per_s}, std::pair{"bench.sync_batch", l.sync_batch_per_s}, std::pair{"bench.scan", l.scan_per_s}})
    context.print(context.trf("bench.limit", context.tr(key), value));
  context.print(context.trf("bench.ratio", context.trf("bench.append", report->append.clients), report->append.per_s, report->append.ratio, report->append.limit_per_s));
  if (report->cases > 0) context.print(context.trf("bench.families", report->cases, report->append.events, report->findings));
  if (report->cases == 0) context.print(context.trf("bench.single", report->append_single.p50_us, report->append_single.ratio));
  context.print(context.trf("bench.ratio", context.tr("bench.verify"), report->verify_per_s, report->verify_ratio, report->verify_per_s / report->verify_ratio));
  context.print(context.trf("bench.ratio", context.tr("bench.rebuild"), report->rebuild_per_s, report->rebuild_ratio, l.scan_per_s));
  for (const auto& c : report->case_read) context.print(context.trf("bench.case_read", c.case_events, c.ledger_events, c.p50_us, c.p99_us));
  context.print(context.trf(
      "bench.done", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
      report->record_peak_rss_mb, report->verify_peak_rss_mb, report->rebuild_peak_rss_mb));
  return exit_done;
}

}  // namespace

void add_bench(Verbs& v) {
  auto o = std::make_shared<bench::Options>();
  auto dir = std::make_shared<std::string>("inzicht-bench");
  auto* verb = v.app.add_subcommand("bench", std::string(v.context.tr("help.bench")));
  verb->add_option("--dir", *dir, std::string(v.context.tr("help.bench.dir")));
  verb->add_option("--clients", o->clients, std::string(v.context.tr("help.bench.clients")))->check(CLI::Range(1, 256));
  verb->add_option("--events", o->events, std::string(v.context.tr("help.bench.events")))->check(CLI::Range(100, 10'000'000));
  verb->add_option("--large", o->large, std::string(v.context.tr("help.bench.large")))->check(CLI::Range(0, 100'000'000));
  verb->add_option("--cases", o->cases, std::string(v.context.tr("help.bench.cases")))->check(CLI::Range(1, 100'000));
  verb->add_option("--seed", o->seed, std::string(v.context.tr("help.bench.seed")));
  verb->callback([o, dir, context = &v.context, chosen = &v.chosen] {
    *chosen = [context, o, dir] {
      o->folder = *dir;
      return run(*context, *o);
    };
  });
}

}  // namespace inzicht::cli
