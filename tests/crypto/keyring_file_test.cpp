#include "crypto/keyring_file.h"

#include <rapidcheck/catch.h>

#include "crypto/keyring_entries.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

constexpr std::size_t cost_at = 18 + 1;  // after the first line and the byte of the function

Secret secret(std::string_view text) { return Secret::from(bytes_of(text)); }

KeyringEntries some_entries() {
  KeyringEntries out;
  out.emplace("epoch-1", Secret::from(Buffer(32, 1)));
  out.emplace("log", Secret::from(Buffer(32, 2)));
  out.emplace("leeg", Secret());
  return out;
}

bool same(const KeyringEntries& a, const KeyringEntries& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
    return x.first == y.first && std::ranges::equal(x.second.view(), y.second.view());
  });
}

Buffer with_cost(Buffer file, std::uint32_t passes, std::uint32_t memory_kib) {
  Buffer cost;
  append_u32(cost, passes);
  append_u32(cost, memory_kib);
  std::ranges::copy(cost, file.begin() + cost_at);
  return file;
}

}  // namespace

TEST_CASE("a keyring opens with its passphrase", "[keyring]") {
  const auto entries = some_entries();
  const Buffer file = keyring_seal(entries, secret("correct paard batterij"), kdf_cost_min);
  const auto opened = keyring_open(file, secret("correct paard batterij"));
  REQUIRE(opened.has_value());
  REQUIRE(same(*opened, entries));
  REQUIRE(is_keyring(file));
}

TEST_CASE("a keyring opens with no other passphrase", "[keyring]") {
  const Buffer file = keyring_seal(some_entries(), secret("geheim"), kdf_cost_min);
  for (const char* wrong : {"", "Geheim", "geheim ", "gehei", "geheim\n"}) {
    INFO(wrong);
    REQUIRE(!keyring_open(file, secret(wrong)));
  }
}

TEST_CASE("a keyring with any byte changed does not open", "[keyring]") {
  const Buffer file = keyring_seal(some_entries(), secret("geheim"), kdf_cost_min);
  for (std::size_t at = 0; at < file.size(); ++at) {
    for (const std::uint8_t flip : std::initializer_list<std::uint8_t>{0x01, 0x80}) {
      Buffer damaged = file;
      damaged[at] ^= flip;
      INFO(at);
      REQUIRE(!keyring_open(damaged, secret("geheim")));
    }
  }
}

TEST_CASE("a keyring cut short or made longer does not open", "[keyring]") {
  Buffer file = keyring_seal(some_entries(), secret("geheim"), kdf_cost_min);
  for (std::size_t length = 0; length < file.size(); length += 3) {
    REQUIRE(!keyring_open(Bytes(file).first(length), secret("geheim")));
  }
  file.push_back(0);
  REQUIRE(!keyring_open(file, secret("geheim")));
}

// Each of these would take hours, or more memory than there is, if the limits were looked at too late.
TEST_CASE("a keyring that asks for too much work is refused before any is done", "[keyring]") {
  const Buffer file = keyring_seal(some_entries(), secret("geheim"), kdf_cost_min);
  const std::uint32_t most = 0xffffffff;
  const std::pair<std::uint32_t, std::uint32_t> costs[] = {
      {0, 8192}, {17, 8192}, {most, 8192}, {1, 0}, {1, 8191}, {1, 1024 * 1024 + 1}, {1, most}, {most, most}};
  for (const auto& [passes, memory_kib] : costs) {
    REQUIRE(!keyring_open(with_cost(file, passes, memory_kib), secret("geheim")));
  }
}

TEST_CASE("a keyring beyond 16 MiB is refused", "[keyring]") {
  Buffer file = keyring_seal({}, secret("geheim"), kdf_cost_min);
  file.resize(16 * 1024 * 1024 + 1);
  REQUIRE(!keyring_open(with_cost(file, 16, 1024 * 1024), secret("geheim")));
}

TEST_CASE("a keyring has the bytes that its header says", "[keyring]") {
  const Buffer file = keyring_seal({}, secret("geheim"), {2, 9000});
  const std::string head = "inzicht-keyring/1\n";
  REQUIRE(std::string(file.begin(), file.begin() + 18) == head);
  REQUIRE(hex(Bytes(file).subspan(18, 9)) == "010000000200002328");
  REQUIRE(file.size() == 18 + 9 + 16 + 24 + 2 + 16);
  REQUIRE(keyring_open(file, secret("geheim")).value().empty());
}

TEST_CASE("two seals of the same entries share neither salt nor nonce", "[keyring]") {
  const Buffer one = keyring_seal({}, secret("geheim"), kdf_cost_min);
  const Buffer two = keyring_seal({}, secret("geheim"), kdf_cost_min);
  REQUIRE(!std::ranges::equal(Bytes(one).subspan(27, 16), Bytes(two).subspan(27, 16)));
  REQUIRE(!std::ranges::equal(Bytes(one).subspan(43, 24), Bytes(two).subspan(43, 24)));
}

TEST_CASE("an empty passphrase is a passphrase", "[keyring]") {
  const Buffer file = keyring_seal(some_entries(), Secret(), kdf_cost_min);
  REQUIRE(keyring_open(file, Secret()).has_value());
  REQUIRE(!keyring_open(file, secret("x")));
}

TEST_CASE("a keyring is told from other files by its first line", "[keyring]") {
  REQUIRE(is_keyring(bytes_of("inzicht-keyring/1\n")));
  REQUIRE(!is_keyring(bytes_of("inzicht-keyring/1")));
  REQUIRE(!is_keyring(bytes_of("inzicht-keyring/2\n")));
  REQUIRE(!is_keyring({}));
}

TEST_CASE("asking for a cost outside the limits ends the program", "[keyring]") {
  for (const KdfCost cost :
       {KdfCost{0, 8192}, KdfCost{17, 8192}, KdfCost{1, 8191}, KdfCost{1, 1024 * 1024 + 1}}) {
    REQUIRE(aborts([&] { keyring_seal({}, Secret(), cost); }));
  }
}

TEST_CASE("the entries of a keyring read back as they were written", "[keyring]") {
  rc::prop("round trip", [](const std::map<std::string, Buffer>& plain) {
    KeyringEntries entries;
    for (const auto& [name, bytes] : plain) {
      if (!name.empty()) entries.emplace(name, Secret::from(bytes));
    }
    const auto read = keyring_entries_read(keyring_entries_write(entries).view());
    RC_ASSERT(read.has_value());
    RC_ASSERT(same(*read, entries));
  });
}

TEST_CASE("the entries of a keyring have the bytes that its header says", "[keyring]") {
  KeyringEntries entries;
  entries.emplace("b", secret("xy"));
  entries.emplace("ab", Secret());
  REQUIRE(hex(keyring_entries_write(entries).view()) ==
          "0002"
          "026162"
          "00000000"
          "0162"
          "00000002"
          "7879");
}

TEST_CASE("entries out of order, double, nameless, cut short or followed by more are refused", "[keyring]") {
  const auto read = [](const char* text) { return keyring_entries_read(from_hex(text)); };
  REQUIRE(read("0000").has_value());
  REQUIRE(read("0002"
               "0161"
               "00000000"
               "0162"
               "0000000178")
              .has_value());
  REQUIRE(!read(""));
  REQUIRE(!read("00"));
  REQUIRE(!read("0001"));
  REQUIRE(!read("000000"));
  REQUIRE(
      !read("0002"
            "0162"
            "00000000"
            "0161"
            "00000000"));
  REQUIRE(
      !read("0002"
            "0161"
            "00000000"
            "0161"
            "00000000"));
  REQUIRE(
      !read("0001"
            "00"
            "00000000"));
  REQUIRE(
      !read("0001"
            "0161"
            "00000001"));
  REQUIRE(
      !read("0001"
            "0161"
            "ffffffff"
            "00"));
  REQUIRE(
      !read("0001"
            "ff61"
            "00000000"));
  REQUIRE(
      !read("0001"
            "0161"
            "00000000"
            "00"));
  REQUIRE(
      !read("ffff"
            "0161"
            "00000000"));
  REQUIRE(read("0002"
               "017f"
               "00000000"
               "01ff"
               "00000000")
              .has_value());  // by byte, not by sign
}

TEST_CASE("a name that is empty or too long ends the program", "[keyring]") {
  const auto write = [](std::size_t length) {
    KeyringEntries entries;
    entries.emplace(std::string(length, 'x'), Secret());
    keyring_entries_write(entries);
  };
  write(255);
  REQUIRE(aborts([&] { write(0); }));
  REQUIRE(aborts([&] { write(256); }));
}
