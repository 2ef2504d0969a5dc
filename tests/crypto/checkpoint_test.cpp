#include <rapidcheck/catch.h>

#include "crypto/digest.h"
#include "crypto/note.h"
#include "tests/crypto/support.h"

using namespace inzicht::crypto;
using namespace inzicht::crypto::testing;

namespace {

const std::string root_text = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

}  // namespace

TEST_CASE("a checkpoint is origin, size and root, each on a line", "[checkpoint]") {
  const auto checkpoint = Checkpoint::parse("example.com/behind-the-sofa\n20852163\n" + root_text + "\n");
  REQUIRE(checkpoint.has_value());
  REQUIRE(checkpoint->origin == "example.com/behind-the-sofa");
  REQUIRE(checkpoint->size == 20852163);
  REQUIRE(base64(checkpoint->root) == root_text);
  REQUIRE(checkpoint->text() == "example.com/behind-the-sofa\n20852163\n" + root_text + "\n");
}

TEST_CASE("a checkpoint with a line more, less or otherwise is refused", "[checkpoint]") {
  const std::string good = "a/b\n7\n" + root_text + "\n";
  REQUIRE(Checkpoint::parse(good).has_value());
  const std::string bad[] = {"",
                             "\n",
                             "a/b\n7\n",
                             "a/b\n7\n" + root_text,
                             good + "extension\n",
                             good + "\n",
                             "\n7\n" + root_text + "\n",
                             "a b\n7\n" + root_text + "\n",
                             "a+b\n7\n" + root_text + "\n",
                             "a/b\n07\n" + root_text + "\n",
                             "a/b\n-7\n" + root_text + "\n",
                             "a/b\n\n" + root_text + "\n",
                             "a/b\n7 \n" + root_text + "\n",
                             "a/b\n18446744073709551616\n" + root_text + "\n",
                             "a/b\n7\n\n",
                             "a/b\n7\n" + root_text + " \n",
                             "a/b\n7\n" + root_text.substr(4) + "\n",
                             "a/b\n7\nAAAA" + root_text + "\n",
                             "a/b\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                             "a/b\r\n7\n" + root_text + "\n"};
  for (const auto& text : bad) {
    INFO(text);
    REQUIRE(!Checkpoint::parse(text));
  }
}

TEST_CASE("every checkpoint reads back as it was written", "[checkpoint]") {
  rc::prop("round trip", [](std::uint64_t size) {
    const Checkpoint checkpoint{"ledger.example/" + std::to_string(size % 7), size, random_array<32>()};
    RC_ASSERT(Checkpoint::parse(checkpoint.text()) == checkpoint);
  });
}

TEST_CASE("any byte changed in a checkpoint gives another one or none", "[checkpoint]") {
  const Checkpoint checkpoint{"a/b", 123, sha256(bytes_of("x"))};
  const std::string text = checkpoint.text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      std::string changed = text;
      changed[at] = static_cast<char>(value);
      if (changed == text) continue;
      REQUIRE(Checkpoint::parse(changed) != checkpoint);
    }
  }
}
