// What a round left behind, compared with what was acknowledged.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "crypto/encoding.h"
#include "ledger/service/reading.h"
#include "ledger/verify/verify.h"
#include "tests/torture/torture_ledger.h"

namespace inzicht::torture {
namespace {

struct Acknowledged {
  std::vector<std::pair<EventId, std::uint64_t>> events;  // with their index
  std::size_t fresh = 0;                                  // of these, the place of the first new one
  std::map<std::uint64_t, std::string> checkpoints;
};

std::optional<Acknowledged> read_acknowledged(const std::filesystem::path& path, std::uint64_t fresh_from) {
  Acknowledged out;
  std::ifstream in(path);
  std::string line;
  for (std::uint64_t n = 0; std::getline(in, line); ++n) {
    if (n == fresh_from) out.fresh = out.events.size();
    std::istringstream words(line);
    std::string what, id, note;
    std::uint64_t number = 0;
    words >> what;
    if (what == "event" && words >> id >> number) {
      const auto event = parse_id<EventId>(id);
      if (!event) return std::nullopt;
      out.events.emplace_back(*event, number);
    } else if (what == "checkpoint" && words >> number >> note) {
      const auto bytes = crypto::base64_decode(note);
      if (!bytes) return std::nullopt;
      out.checkpoints[number] = std::string(bytes->begin(), bytes->end());
    } else {
      return std::nullopt;
    }
  }
  return out;
}

struct Kept {
  std::vector<HeldReceipt> receipts;
  std::set<std::uint64_t> indexes;
  std::uint64_t torn_last = 0;    // the last line of a file, cut by a kill
  std::uint64_t torn_within = 0;  // a line that another was written after
};

Kept read_receipts(const std::filesystem::path& keys) {
  Kept out;
  for (const auto& folder : std::filesystem::directory_iterator(keys)) {
    std::ifstream in(folder.path() / "receipts.jsonl");
    std::string line;
    while (std::getline(in, line)) {
      auto one = Receipt::parse_json(line);
      if (!one) {
        ++(in.peek() == std::ifstream::traits_type::eof() ? out.torn_last : out.torn_within);
        continue;
      }
      out.indexes.insert(one->index);
      out.receipts.push_back({std::move(one->note), one->index, std::move(one->leaf), std::move(one->proof), std::move(one->admission)});
    }
  }
  return out;
}

class Comparison {
 public:
  explicit Comparison(Json& report) : report_(report) {}

  void wrong(const std::string& what) {
    if (report_["wrong"].size() < 20) report_["wrong"].push_back(what);
    ++count_;
  }
  std::uint64_t count() const { return count_; }

  // As the crash left it, before anything opens it for writing.
  void verify_as_it_lies(const Place& place, const Acknowledged& acknowledged, Kept kept) {
    report_["receipts"] = kept.receipts.size();
    report_["tornLast"] = kept.torn_last;
    report_["tornWithin"] = kept.torn_within;
    report_["withoutReceipt"] = std::ranges::count_if(acknowledged.events, [&](const auto& one) { return !kept.indexes.contains(one.second); });
    auto raw = RocksLog::open_raw(LedgerFolder(place.ledger).log());
    if (!raw) return wrong("verify: " + raw.error().text);
    VerifyInput input{**raw};
    input.receipts = std::move(kept.receipts);
    for (const auto& [size, note] : acknowledged.checkpoints) input.held_checkpoints.push_back(note);
    const auto verified = verify(input);
    report_["verify"] = result_code(verified.result);
    report_["leaves"] = verified.leaves;
    report_["checkpoints"] = verified.held_checkpoints;
    report_["seconds"] = verified.seconds;
    if (verified.result != VerifyReport::Result::verified) wrong(fmt::format("verify says {}", result_code(verified.result)));
    for (const auto& problem : verified.problems) wrong(fmt::format("{} {} {}", problem.index ? std::to_string(*problem.index) : "-", problem_code(problem.what), problem.detail));
  }

  void compare(OpenLedger& ledger, const Acknowledged& acknowledged) {
    report_["events"] = ledger.log().size();
    for (const auto& [event, index] : acknowledged.events) {
      const auto place = ledger.log().find(event);
      if (!place) {
        wrong(fmt::format("{}: {}", to_text(event), place.error().text));
      } else if (!*place) {
        wrong(fmt::format("{} acknowledged at {} is lost", to_text(event), index));
      } else if ((*place)->index != index) {
        wrong(fmt::format("{} acknowledged at {} stands at {}", to_text(event), index, (*place)->index));
      }
    }
    std::map<std::uint64_t, std::string> kept;
    for (auto& [size, note] : ledger.log().checkpoints()) kept[size] = note;
    for (const auto& [size, note] : acknowledged.checkpoints)
      if (!kept.contains(size)) wrong(fmt::format("checkpoint of {} is lost", size));
  }

  // The words of what was acknowledged last open with the keys that the vault has.
  void open_parts(OpenLedger& ledger, const Acknowledged& acknowledged) {
    std::uint64_t opened = 0;
    for (std::size_t i = acknowledged.fresh; i < acknowledged.events.size(); ++i) {
      const std::uint64_t one[] = {acknowledged.events[i].second};
      for (const auto& place : sealed_parts(ledger.log(), one)) {
        const auto part = open_stored_part(ledger.log(), ledger.vault(), place);
        if (!part || !*part) {
          wrong(fmt::format("part {} of {} does not open: {}", place.part, place.index, part ? "no key" : part.error().text));
        } else {
          ++opened;
        }
      }
    }
    report_["opened"] = opened;
  }

  // The authors' programs go on where they stopped.
  void settle(const Place& place, OpenLedger& ledger) {
    const auto before = ledger.log().size();
    auto people = open_people(place, ledger);
    if (!people) return wrong("key: " + people.error().text);
    for (auto& person : *people)
      if (auto status = person.author->settle(ledger.service()); !status) wrong(fmt::format("settle {}: {}", person.name, status.error().text));
    report_["settled"] = ledger.log().size() - before;
  }

 private:
  Json& report_;
  std::uint64_t count_ = 0;
};

}  // namespace

int check(const Place& place, const std::filesystem::path& path, std::uint64_t fresh_from) {
  Json report{{"wrong", Json::array()}};
  Comparison comparison(report);
  const auto acknowledged = read_acknowledged(path, fresh_from);
  if (!acknowledged) {
    comparison.wrong("acknowledgements: a line that is none");
  } else {
    report["acknowledged"] = acknowledged->events.size();
    comparison.verify_as_it_lies(place, *acknowledged, read_receipts(place.keys));
    auto ledger = open(place);
    if (!ledger) {
      comparison.wrong(fmt::format("open: {}: {}", name_of(ledger.error().code), ledger.error().text));
    } else {
      comparison.compare(**ledger, *acknowledged);
      comparison.open_parts(**ledger, *acknowledged);
      comparison.settle(place, **ledger);
    }
  }
  report["wrongFound"] = comparison.count();
  fmt::print("{}\n", report.dump());
  return comparison.count() == 0 ? 0 : 1;
}

}  // namespace inzicht::torture
