// Adds the known bytes that are not there yet; what is there stays. Run by hand when a kind joins
// golden_messages().
#include <filesystem>

#include "tests/ledger/codec/golden.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

constexpr std::uint64_t seed = 20190611;

void add(const std::string& file, const std::string& text) {
  if (std::filesystem::exists(golden_path(file))) return;
  std::ofstream(golden_path(file), std::ios::binary) << text;
}

Buffer message_of(const GoldenMessage& golden) {
  const auto number = [&] {
    return static_cast<std::uint32_t>(std::stoul(golden.name.substr(golden.name.find('-') + 1)));
  };
  if (golden.name.starts_with("header-"))
    return honest_header(static_cast<std::uint16_t>(number()), seed, Amount::all);
  if (golden.name.starts_with("part-")) return honest_part(*find_part(number()), seed, Amount::all);
  return honest_admission(seed, Amount::all);
}

std::string arms() {
  std::string out;
  for (const auto& kind : kinds())
    out += std::to_string(kind.id) + " " + std::to_string(kind.arm.getProto().getDiscriminantValue()) + " " +
           std::string(kind.code) + "\n";
  return out;
}

}  // namespace

int main() {
  std::filesystem::create_directories(golden_path(""));
  for (const auto& golden : golden_messages()) {
    const auto bytes = message_of(golden);
    add(golden.name + ".hex", to_hex(bytes));
    add(golden.name + ".json", write_json(Message::stored(bytes)->root(golden.schema)).dump(1) + "\n");
  }
  add("leaf.hex", to_hex(encode_leaf(golden_leaf())));
  add("arms.txt", arms());
}
