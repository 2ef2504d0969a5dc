// Events with made-up bytes, and the two logs that run the shared test list.
#pragma once
#include <map>

#include "crypto/digest.h"
#include "crypto/note.h"
#include "crypto/signer.h"
#include "ledger/log/memory_log.h"
#include "ledger/log/rocks_log.h"
#include "tests/support/temp_dir.h"

namespace inzicht::testing {

// The same bytes for the same seed, everywhere.
inline Buffer sample_bytes(std::uint64_t seed, std::size_t size) {
  Buffer out;
  for (std::uint64_t i = 0; out.size() < size; ++i) {
    const auto more = crypto::sha256(crypto::bytes_of(std::to_string(seed) + "/" + std::to_string(i)));
    out.insert(out.end(), more.begin(), more.end());
  }
  out.resize(size);
  return out;
}
template <std::size_t N>
std::array<std::uint8_t, N> sample_array(std::uint64_t seed) {
  std::array<std::uint8_t, N> out{};
  const auto bytes = sample_bytes(seed, N);
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}
inline EventId sample_id(std::uint64_t i) { return EventId{sample_array<16>(1'000'000 + i)}; }
inline std::array<std::uint8_t, 16> sample_case(std::uint64_t number) { return sample_array<16>(2'000'000 + number); }
inline PositionList case_list(std::uint64_t number) { return {ChainClass::kase, sample_case(number)}; }
inline constexpr PositionList registry_list{ChainClass::registry, {}};

// Event i of a made-up ledger with `cases` cases in turn; every tenth also stands in the registry list. Positions go on.
class Sampler {
 public:
  explicit Sampler(std::uint64_t cases = 3) : cases_(cases) {}

  NewEvent next() {
    const auto i = made_++;
    NewEvent event;
    event.event = sample_id(i);
    event.header_hash = sample_array<32>(3'000'000 + i);
    event.record = {sample_bytes(i, 106 + 16 * (i % 4)), sample_bytes(i + 1, 300 + i % 50), sample_bytes(i + 2, 100), sample_bytes(i + 3, i % 3 * 40), false};
    for (std::uint64_t part = 0; part < i % 3; ++part) {
      event.parts.push_back({false, sample_bytes(i + 4 + part, 92), sample_bytes(i + 5 + part, 256)});
    }
    place(event, case_list(i % cases_));
    if (i % 10 == 0) place(event, registry_list);
    return event;
  }
  std::vector<NewEvent> group(std::size_t count) {
    std::vector<NewEvent> events;
    for (std::size_t i = 0; i < count; ++i) events.push_back(next());
    return events;
  }

 private:
  void place(NewEvent& event, const PositionList& list) {
    const auto n = ++numbers_[list];
    event.positions.push_back({list, n, sample_array<32>(4'000'000 + made_ * 7 + n)});
  }
  std::uint64_t cases_;
  std::uint64_t made_ = 0;
  std::map<PositionList, std::uint64_t> numbers_;
};

inline bool same(const EventRecord& a, const EventRecord& b) {
  return a.leaf == b.leaf && a.header == b.header && a.signatures == b.signatures && a.admission == b.admission && a.purged == b.purged;
}
inline bool same(const std::vector<StoredPart>& a, const std::vector<StoredPart>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.erased == y.erased && x.part_key == y.part_key && x.sealed == y.sealed; });
}

// A checkpoint note of this size, signed by the log's key and cosigned at the given times by one witness.
inline std::string sample_note(std::uint64_t size, std::vector<std::uint64_t> times = {}, std::uint64_t root = 7) {
  static const auto log_key = *crypto::Signer::from_seed(sample_array<32>(1));
  static const auto witness_key = *crypto::Signer::from_seed(sample_array<32>(2));
  crypto::Note note{crypto::Checkpoint{"example.org/ledger", size, sample_array<32>(root)}.text(), {}};
  crypto::note_sign(note, "example.org/ledger", log_key);
  for (auto time : times) {
    crypto::Note one{note.text, {}};
    crypto::note_cosign(one, "witness.example.org", witness_key, time);
    note.signatures.push_back(one.signatures.front());
  }
  return note.serialise();
}

struct InMemory {
  static constexpr bool on_disk = false;
  std::unique_ptr<Log> log = make_memory_log();
};
struct OnDisk {
  static constexpr bool on_disk = true;
  TempDir dir;
  std::unique_ptr<Log> log = RocksLog::create(dir / "log").value();

  void reopen(OpenMode mode = OpenMode::read_write) {
    log.reset();
    log = RocksLog::open(dir / "log", mode).value();
  }
};

}  // namespace inzicht::testing
