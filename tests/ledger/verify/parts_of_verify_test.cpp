// The pieces that verify is made of, each against the same thing done another way.
#include <rapidcheck.h>

#include <fstream>
#include <set>

#include "ledger/vault/part_seal.h"
#include "ledger/verify/chain_fold.h"
#include "ledger/verify/event_names.h"
#include "ledger/verify/history.h"
#include "ledger/verify/key_book.h"
#include "ledger/verify/receipt_text.h"
#include "ledger/verify/sealed_form.h"
#include "ledger/verify/stored_bytes.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {

TEST_CASE("the root at every size is that of the leaves before it") {
  History history;
  std::vector<Digest> leaves;
  crypto::Frontier frontier;
  CHECK(history.root_at(0) == crypto::empty_root());
  for (unsigned i = 0; i < 700; ++i) {
    leaves.push_back(made_up<32>(std::to_string(i)));
    history.append(leaves.back());
    frontier.append(leaves.back());
    REQUIRE(history.root_at(i + 1) == frontier.root());
  }
  for (const auto size : {1u, 2u, 3u, 255u, 256u, 257u, 511u, 512u, 513u, 699u})
    CHECK(history.root_at(size) == crypto::root_of(std::span(leaves).first(size)));
  CHECK(history.subtree(1, 1) == crypto::root_of(std::span(leaves).subspan(256, 256)));
}

TEST_CASE("no root covers a missing leaf") {
  History history;
  for (unsigned i = 0; i < 300; ++i) i == 260 ? history.append_hole() : history.append(made_up<32>(std::to_string(i)));
  CHECK(history.first_hole() == 260);
  CHECK(history.root_at(260).has_value());
  CHECK(!history.root_at(261).has_value());
  CHECK(!history.leaf(260).has_value());
  CHECK(history.leaf(261).has_value());
  CHECK(history.subtree(1, 0).has_value());
}

TEST_CASE("event ids are found again, and the first of two keeps its name") {
  rc::check([](const std::vector<std::uint8_t>& picks) {
    EventNames names;
    std::map<EventId, std::uint64_t> expected;
    for (std::uint64_t index = 0; index < picks.size() * 40; ++index) {
      // Many ids, some of them twice, some unknown.
      const auto pick = picks[index % picks.size()];
      const EventId id = pick == 0 ? EventId{} : EventId{made_up<16>(pick < 40 ? std::to_string(pick) : std::to_string(index))};
      const auto hash = made_up<32>(std::to_string(index));
      const auto earlier = names.append(id, hash);
      if (id.is_zero()) {
        RC_ASSERT(!earlier.has_value());
        continue;
      }
      const auto [at, fresh] = expected.try_emplace(id, index);
      RC_ASSERT(earlier == (fresh ? std::nullopt : std::optional(at->second)));
    }
    for (const auto& [id, index] : expected) RC_ASSERT(names.find(id) == index);
    RC_ASSERT(!names.find(EventId{made_up<16>("never")}).has_value());
  });
}

TEST_CASE("an event record is split as the log writes it, and a cut one keeps what stands before the cut") {
  const EventRecord record{{1, 2, 3}, {4, 5}, {6}, {7, 8, 9, 10}, false};
  const auto stored = encode_event(record);
  const auto whole = split_event(stored);
  CHECK(whole.whole);
  CHECK(std::ranges::equal(*whole.leaf, record.leaf));
  CHECK(std::ranges::equal(*whole.admission, record.admission));
  for (std::size_t size = 0; size < stored.size(); ++size) CHECK(!split_event(Bytes(stored).first(size)).whole);
  CHECK(std::ranges::equal(*split_event(Bytes(stored).first(stored.size() - 1)).leaf, record.leaf));
  const auto purged = encode_event({{1, 2, 3}, {}, {}, {}, true});
  CHECK(split_event(purged).purged);
}

TEST_CASE("any bytes can be split, and only whole records are whole") {
  rc::check([](const Buffer& bytes) {
    const auto ours = split_event(bytes);
    RC_ASSERT(ours.whole == view_event(bytes).has_value());
    const auto parts = split_parts(bytes);
    if (parts) RC_ASSERT(decode_parts(bytes).has_value());
  });
}

TEST_CASE("padding is that of the vault, of every length that fits") {
  for (std::uint64_t length = 0; length < 5000; ++length) REQUIRE(padme_size(length) == padme(length));
  rc::check([] {
    const auto length = *rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 33);
    RC_ASSERT(padme_size(length) == padme(length));
  });
}

TEST_CASE("what may enrol keys is seen from the bytes") {
  FullSample sample;
  std::set<std::uint64_t> seen;
  for (std::uint64_t index = 0; index < sample.ledger.size(); ++index)
    if (may_enrol(sample.ledger.submitted()[index].header)) seen.insert(index);
  CHECK(seen == std::set<std::uint64_t>{0, 2, 4});
  CHECK(!may_enrol({}));
  CHECK(!may_enrol(Buffer(11, 0)));
}

TEST_CASE("the text of a receipt is read strictly") {
  const std::string ledger = crypto::base64(made_up<32>("ledger")), root = crypto::base64(made_up<32>("root"));
  const auto text = [&](std::string_view first, std::string_view count, std::string_view end = "") {
    return "inzicht/v1/receipt\n" + ledger + "\n" + std::string(first) + "\n" + std::string(count) + "\n" + root + "\n" + std::string(end);
  };
  const auto good = read_receipt_text(text("18446744073709551615", "1"));
  REQUIRE(good.has_value());
  CHECK(good->first == ~std::uint64_t{0});
  for (const auto* number : {"", "01", "+1", "-1", " 1", "1 ", "1a", "18446744073709551616"}) {
    CHECK(!read_receipt_text(text(number, "1")));
    CHECK(!read_receipt_text(text("1", number)));
  }
  CHECK(!read_receipt_text(text("1", "0")));
  CHECK(!read_receipt_text(text("1", "1", "more\n")));
  CHECK(!read_receipt_text(text("1", "1").substr(1)));
  CHECK(!read_receipt_text(""));
}

TEST_CASE("chains: advanced by header or followed by tag, the end is the same") {
  const ChainRef key{crypto::ChainClass::key, Buffer(32, 1)}, kase{crypto::ChainClass::kase, Buffer(16, 2)};
  const std::vector<ChainRef> both{key, kase};
  ChainFold by_header, by_tag;
  std::map<ChainRef, Digest> heads;
  for (std::uint64_t index = 0; index < 20; ++index) {
    Leaf leaf;
    for (const auto& chain : both) leaf.tags.push_back(crypto::chain_tag(chain.cls, chain.id, heads[chain]));
    const auto hash = crypto::leaf_hash(encode_leaf(leaf));
    for (const auto& chain : both) heads[chain] = crypto::chain_next(chain.cls, chain.id, heads[chain], hash);
    CHECK(by_header.advance(index, leaf.tags, hash, both).empty());
    if (index % 3 == 1) {
      CHECK(by_tag.follow(index, leaf, hash).size() == 2);
    } else {
      CHECK(by_tag.advance(index, leaf.tags, hash, both).empty());
    }
  }
  const auto id = ChainId::of(kase);
  for (const auto* fold : {&by_header, &by_tag}) {
    REQUIRE(fold->point(id, 20) != nullptr);
    CHECK(fold->point(id, 20)->chain == heads[kase]);
    CHECK(fold->point(id, 7)->index == 6);
    CHECK(fold->point(id, 21) == nullptr);
    CHECK(fold->point(id, 0) == nullptr);
    CHECK(fold->cases() == 1);
  }
}

TEST_CASE("the list of problems keeps to its limit and counts on") {
  Problems problems;
  for (std::uint64_t i = 0; i < Problems::problems_max + 5; ++i) problems.add(i, Problem::tag_mismatch, "");
  CHECK(problems.count() == Problems::problems_max + 5);
  CHECK(problems.take().size() == Problems::problems_max);
}

TEST_CASE("every problem has a code of its own, and its lines in the documentation") {
  std::ifstream file(std::string(INZICHT_TEST_DATA) + "/../../docs/problem_codes.md");
  const std::string documentation((std::istreambuf_iterator<char>(file)), {});
  std::set<std::string_view> codes;
  for (const auto problem : all_problems()) {
    CHECK(codes.insert(problem_code(problem)).second);
    INFO(problem_code(problem));
    CHECK(documentation.find("| `" + std::string(problem_code(problem)) + "` |") != std::string::npos);
  }
  std::size_t documented = 0;
  for (auto at = documentation.find("\n| `"); at != std::string::npos; at = documentation.find("\n| `", at + 1)) ++documented;
  CHECK(documented == codes.size());
}

}  // namespace inzicht::testing
