// Records events as fast as it can, from several authors at once, until it is killed or told to stop (SIGTERM).
//
//   torture_writer make LEDGER KEYS               makes the ledger, with the authors' keys in KEYS (LEDGER/keys, or elsewhere)
//   torture_writer write LEDGER KEYS PART_BYTES   records, with words of up to PART_BYTES
//   torture_writer check LEDGER KEYS ACKNOWLEDGED FRESH_FROM   compares; see torture_ledger.h
//
// A line on stdout for each thing that was acknowledged, written before the next is begun:
//   event E-… INDEX      recorded, with a receipt
//   checkpoint SIZE NOTE published
//   full E-…             refused for want of room; the same is tried again
//   half E-…             refused for want of room, and yet recorded: this must never be
//   odd E-… TEXT         another answer than recorded or disk_full
#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <random>
#include <thread>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/publish.h"
#include "tests/torture/torture_ledger.h"

namespace inzicht::torture {
namespace {

using namespace std::chrono_literals;

std::atomic<bool> stopping = false;

// One write a line: lines stay below what a pipe takes whole.
void say(std::string line) {
  line += '\n';
  if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(0);  // nobody listens any more
}

std::string said(const Refused& refused) {
  std::string out = refused.adm + " " + refused.field + " " + refused.en;
  for (const auto& finding : refused.findings) out += " " + finding.rule->id;
  return out;
}

class Recorder {
 public:
  Recorder(OpenLedger& ledger, Person person, CaseId shared, std::size_t part_bytes)
      : ledger_(ledger), person_(std::move(person)), shared_(shared), own_(shared), part_bytes_(part_bytes) {}

  // One event at a time, and now and then eight together.
  void run() {
    for (std::uint64_t n = 0; !stopping; ++n) {
      if (n % 20 == 0) {
        own_ = CaseId{crypto::random_array<16>()};
        follow();
      }
      std::vector<Draft> drafts;
      const std::size_t count = n % 7 == 6 ? 8 : 1;
      for (std::size_t i = 0; i < count; ++i) drafts.push_back(next(n % 3 == 1 ? shared_ : own_));
      if (count == 1) {
        record(drafts[0]);
      } else {
        record_together(drafts);
      }
    }
  }

 private:
  Draft next(const CaseId& kase) {
    std::uniform_int_distribution<std::size_t> length(1, part_bytes_);
    const Json json{{"kind", "signalReceived"},
                    {"case", to_text(kase)},
                    {"facts", {{"signalType", "signal"}, {"source", "ownTeam"}, {"domains", {"housing"}}, {"answered", {"wat"}}, {"dangerForVisitor", "no"}, {"reporterAnonymous", "no"}}},
                    {"parts", {{{"part", "what"}, {"subject", "case"}, {"fields", {{"wat", std::string(length(random_), 'w')}}}}}}};
    auto draft = draft_from_json(json, PlainIds{});
    if (!draft) {
      say("odd - draft " + draft.error().field + " " + draft.error().en);
      ::_exit(3);
    }
    draft->role = person_.role;
    draft->organisation = person_.organisation;
    draft->event = EventId{uuid_v7(ledger_.clock().now() / 1000, crypto::random_array<10>())};
    return std::move(*draft);
  }

  // Sends the same draft until it is recorded.
  void record(Draft& draft) {
    while (!stopping && !answered(draft, person_.author->record(ledger_.service(), ledger_.log(), ledger_.clock(), draft))) std::this_thread::sleep_for(20ms);
  }

  void record_together(std::vector<Draft>& drafts) {
    const auto outcomes = person_.author->record_many(ledger_.service(), ledger_.log(), ledger_.clock(), drafts);
    std::vector<Draft*> again;
    for (std::size_t i = 0; i < drafts.size(); ++i)
      if (!answered(drafts[i], outcomes[i])) again.push_back(&drafts[i]);
    for (Draft* draft : again) record(*draft);
  }

  bool answered(const Draft& draft, const Result<RecordOutcome>& outcome) const {
    const auto id = to_text(*draft.event);
    if (outcome) {
      if (const auto* refused = std::get_if<Refused>(&*outcome)) {
        say("odd " + id + " " + said(*refused));
        return true;
      }
      say(fmt::format("event {} {}", id, std::get<Accepted>(*outcome).receipt.index));
      return true;
    }
    if (outcome.error().code != ErrorCode::disk_full) {
      say("odd " + id + " " + std::string(name_of(outcome.error().code)) + ": " + outcome.error().text);
      return false;
    }
    const auto place = ledger_.log().find(*draft.event);
    say((place && !*place ? "full " : "half ") + id);
    return false;
  }

  void follow() {
    const auto status = person_.author->follow_checkpoint(ledger_.log(), log_verifier_key(ledger_.keys(), ledger_.settings().origin));
    if (!status && status.error().code != ErrorCode::disk_full) say("odd - checkpoint: " + status.error().text);
  }

  OpenLedger& ledger_;
  Person person_;
  CaseId shared_, own_;
  std::size_t part_bytes_;
  std::mt19937_64 random_{std::random_device{}()};
};

// Publishes, keeps the state at hand, and moves the example ledger's clock on.
void publish(OpenLedger& ledger) {
  const Micros from = ledger.clock().now();
  const auto started = std::chrono::steady_clock::now();
  for (unsigned n = 1; !stopping; ++n) {
    if (auto* clock = ledger.simulated_clock()) clock->set(from + std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started).count());
    const auto published = publish_checkpoint(ledger);
    if (published && published->fresh) say(fmt::format("checkpoint {} {}", published->checkpoint.size, crypto::base64(crypto::bytes_of(published->note))));
    if (!published && published.error().code != ErrorCode::disk_full) say("odd - publish: " + published.error().text);
    if (n % 8 == 0)
      if (const auto status = ledger.service().save_snapshot(); !status && status.error().code != ErrorCode::disk_full) say("odd - snapshot: " + status.error().text);
    std::this_thread::sleep_for(40ms);
  }
}

int write(const Place& place, std::size_t part_bytes) {
  auto ledger = open(place);
  if (!ledger) {
    say("odd - open " + std::string(name_of(ledger.error().code)) + ": " + ledger.error().text);
    return 3;
  }
  auto people = open_people(place, **ledger);
  if (!people) {
    say("odd - open " + std::string(name_of(people.error().code)) + ": " + people.error().text);
    return 3;
  }
  struct sigaction stop{};
  stop.sa_handler = [](int) { stopping = true; };
  ::sigaction(SIGTERM, &stop, nullptr);
  const CaseId shared{crypto::random_array<16>()};
  std::vector<Recorder> recorders;
  for (auto& person : *people) recorders.emplace_back(**ledger, std::move(person), shared, part_bytes);
  std::vector<std::jthread> threads;
  for (auto& recorder : recorders) threads.emplace_back([&recorder] { recorder.run(); });
  publish(**ledger);
  return 0;
}

}  // namespace
}  // namespace inzicht::torture

int main(int argc, char** argv) {
  using namespace inzicht::torture;
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto number = [&](std::size_t at) {
    std::uint64_t out = 0;
    std::from_chars(words[at].data(), words[at].data() + words[at].size(), out);
    return out;
  };
  spdlog::set_level(spdlog::level::off);  // a full disk and a torn end are what is expected here
  if (words.size() >= 3) {
    const Place place{words[1], words[2]};
    if (words[0] == "make" && words.size() == 3) {
      const auto wrong = make(place);
      if (wrong) fmt::print(stderr, "{}\n", *wrong);
      return wrong ? 3 : 0;
    }
    if (words[0] == "write" && words.size() == 4) return write(place, number(3));
    if (words[0] == "check" && words.size() == 5) return check(place, words[3], number(4));
  }
  fmt::print(stderr, "usage: torture_writer make|write|check LEDGER KEYS [PART_BYTES | ACKNOWLEDGED FRESH_FROM]\n");
  return 2;
}
