// Honest headers, parts and admissions of any kind, filled by reflection from a seed: the same bytes for the
// same seed.
#pragma once
#include <capnp/dynamic.h>
#include <capnp/message.h>

#include "ledger/codec/draft.h"

namespace inzicht::testing {

// Splitmix64: the standard's distributions differ from library to library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }  // bound > 0
  bool coin() { return below(2) == 0; }
  Buffer bytes(std::size_t count);
  template <std::size_t N>
  std::array<std::uint8_t, N> array() {
    std::array<std::uint8_t, N> out{};
    for (auto& byte : out) byte = static_cast<std::uint8_t>(1 + below(255));
    return out;
  }

 private:
  std::uint64_t state_;
};

// Which of the fields that may be absent are filled.
enum class Amount { least, some, all };

// Fills every required field, and others by `amount`. Numbers stay below 2^53 and times within the years that
// have a text.
void fill(capnp::DynamicStruct::Builder out, Random& random, Amount amount);

std::string random_text(schema::TextFormat format, Random& random);

// A draft of this kind with everything a person may give, and what the author's program adds to it.
struct HonestEvent {
  Draft draft;
  Envelope envelope;
  std::vector<PartSealInfo> seals;
  Buffer header() { return build_header(draft, envelope, seals); }
};
HonestEvent honest_event(const KindInfo& kind, std::uint64_t seed, Amount amount);
Buffer honest_header(std::uint16_t kind, std::uint64_t seed = 1, Amount amount = Amount::some);
Buffer honest_part(const PartInfo& part, std::uint64_t seed, Amount amount);
Buffer honest_admission(std::uint64_t seed, Amount amount);

// The same event as a person would write it in JSON.
Json json_of(HonestEvent& event);

}  // namespace inzicht::testing
