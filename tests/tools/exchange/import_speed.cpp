// How fast a log goes in, and how much memory that takes: import_speed [events] [events per case] [csv|xes|xes.gz].
// Makes a log with that many events, imports it into a new ledger and prints one line of JSON.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/tools/exchange/gzip.h"
#include "tests/tools/exchange/importing.h"

namespace {

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

// As many attributes, and about as many bytes, as an event of a municipal log.
std::string generated(std::uint64_t events, std::uint64_t per_case, bool xes) {
  std::string out = xes ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n" : "case;activity;time;resource;group;id;transition\n";
  for (std::uint64_t i = 0; i < events; ++i) {
    const auto kase = i / per_case;
    const auto time = fmt::format("20{:02}-{:02}-{:02}T{:02}:{:02}:{:02}.276+01:00", 10 + kase / 28 / 12 / 24 % 10, 1 + kase / 28 / 24 % 12, 1 + kase / 24 % 28, kase % 24,
                                  i % per_case % 60, i % 60);
    const auto resource = fmt::format("Resource{:02}", i % 48);
    if (!xes) {
      out += fmt::format("case-{};T{:02} Check confirmation of receipt;{};{};Group {};task-{};complete\n", kase, i % per_case, time, resource, i % 9, i);
      continue;
    }
    if (i % per_case == 0)
      out += fmt::format("<trace>\n<string key=\"concept:name\" value=\"case-{}\"/>\n<string key=\"department\" value=\"General\"/>\n<string key=\"channel\" value=\"Internet\"/>\n", kase);
    out += fmt::format("<event>\n<string key=\"org:group\" value=\"Group {}\"/>\n<string key=\"concept:instance\" value=\"task-{}\"/>\n<string key=\"org:resource\" value=\"{}\"/>\n"
                       "<string key=\"concept:name\" value=\"T{:02} Check confirmation of receipt\"/>\n<date key=\"time:timestamp\" value=\"{}\"/>\n"
                       "<string key=\"lifecycle:transition\" value=\"complete\"/>\n</event>\n",
                       i % 9, i, resource, i % per_case, time);
    if (i % per_case == per_case - 1 || i + 1 == events) out += "</trace>\n";
  }
  return out + (xes ? "</log>\n" : "");
}

void write_file_of(const std::filesystem::path& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr || std::fwrite(text.data(), 1, text.size(), file) != text.size()) std::abort();
  std::fclose(file);
}

double peak_mb() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 15'000;
  const std::uint64_t per_case = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 6;
  const std::string form = argc > 3 ? argv[3] : "xes";
  const auto source = form == "csv" ? SourceFormat::csv : SourceFormat::xes;
  inzicht::testing::TempDir dir;
  const auto path = dir / ("log." + form);
  // In a process of its own: what making the log takes is not what importing it takes.
  if (const pid_t child = ::fork(); child == 0) {
    const auto text = generated(events, per_case, source == SourceFormat::xes);
    write_file_of(path, form == "xes.gz" ? gzip(text) : text);
    ::_exit(0);
  } else {
    int status = 0;
    if (::waitpid(child, &status, 0) != child || status != 0) return 1;
  }
  Scene scene;
  auto importer = scene.importer();
  const auto mapping = source == SourceFormat::xes ? Mapping::of_xes() : Mapping::parse("[columns]\ncase='case'\nactivity='activity'\ntime='time'\nresource='resource'", source).value();
  const double before = peak_mb();
  const auto outcome = import_history(*scene.ledger, *importer, {{source, path}, std::nullopt}, mapping, {});
  if (!outcome || std::holds_alternative<Refused>(*outcome)) return std::puts(outcome ? "refused" : outcome.error().text.c_str()), 1;
  const auto& report = std::get<ImportReport>(*outcome);
  fmt::print("{{\"events\":{},\"cases\":{},\"rejected\":{},\"seconds\":{:.2f},\"per_s\":{:.0f},\"file_bytes\":{},\"rss_before_mb\":{:.0f},\"peak_rss_mb\":{:.0f}}}\n", report.events,
             report.cases, report.rejected_total, report.seconds, static_cast<double>(report.events) / report.seconds, file_size(path), before, peak_mb());
  return 0;
}
