#include "ledger/log/record.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "crypto/encoding.h"
#include "tests/ledger/log/sample.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

Buffer ascii(std::string_view text) { return {text.begin(), text.end()}; }
Buffer any_bytes(std::size_t most) {
  return *rc::gen::container<Buffer>(*rc::gen::inRange<std::size_t>(0, most), rc::gen::arbitrary<std::uint8_t>());
}
EventRecord any_record() {
  EventRecord record;
  record.purged = *rc::gen::arbitrary<bool>();
  record.leaf = any_bytes(60);
  if (record.purged) return record;
  record.header = any_bytes(60);
  record.signatures = any_bytes(30);
  record.admission = any_bytes(30);
  return record;
}
std::vector<StoredPart> any_parts() {
  std::vector<StoredPart> parts(*rc::gen::inRange<std::size_t>(0, 5));
  for (auto& part : parts) {
    part.erased = *rc::gen::arbitrary<bool>();
    if (part.erased) continue;
    part.part_key = any_bytes(20);
    part.sealed = any_bytes(60);
  }
  return parts;
}

}  // namespace

TEST_CASE("records have the bytes that are written down", "[record][golden]") {
  const EventRecord whole{ascii("leaf"), ascii("header"), ascii("s"), {}, false};
  CHECK(crypto::hex(encode_event(whole)) == "01" "00000004" "6c656166" "00000006" "686561646572" "00000001" "73" "00000000");
  const EventRecord purged{ascii("leaf"), {}, {}, {}, true};
  CHECK(crypto::hex(encode_event(purged)) == "02" "00000004" "6c656166");
  const std::vector<StoredPart> parts{{false, ascii("key"), ascii("sealed")}, {true, {}, {}}, {false, {}, ascii("l")}};
  CHECK(crypto::hex(encode_parts(parts)) == "0003" "01" "00000003" "6b6579" "00000006" "7365616c6564" "02" "01" "00000000" "00000001" "6c");
  CHECK(crypto::hex(encode_parts({})) == "0000");
}

TEST_CASE("every record reads back as it was", "[record][property]") {
  rc::check([] {
    const auto record = any_record();
    const auto bytes = encode_event(record);
    RC_ASSERT(same(decode_event(bytes).value(), record));
    const auto view = view_event(bytes).value();
    RC_ASSERT(std::ranges::equal(view.header, record.header));
    RC_ASSERT(view.purged == record.purged);
    const auto parts = any_parts();
    RC_ASSERT(same(decode_parts(encode_parts(parts)).value(), parts));
  });
}

// There is one way to write each record, so bytes that were altered never read as what stood there before.
TEST_CASE("bytes that decode are the bytes that encoding writes", "[record][property][damage]") {
  rc::check([] {
    auto bytes = encode_event(any_record());
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    if (const auto decoded = decode_event(bytes)) RC_ASSERT(encode_event(*decoded) == bytes);
    auto parts = encode_parts(any_parts());
    parts[*rc::gen::inRange<std::size_t>(0, parts.size())] = *rc::gen::arbitrary<std::uint8_t>();
    if (const auto decoded = decode_parts(parts)) RC_ASSERT(encode_parts(*decoded) == parts);
    const auto noise = any_bytes(40);
    if (const auto decoded = decode_event(noise)) RC_ASSERT(encode_event(*decoded) == noise);
    if (const auto decoded = decode_parts(noise)) RC_ASSERT(encode_parts(*decoded) == noise);
  });
}

TEST_CASE("a record that was cut or got longer is corrupt", "[record][property][damage]") {
  rc::check([] {
    const auto event = encode_event(any_record());
    const auto parts = encode_parts(any_parts());
    for (std::size_t at = 0; at < event.size(); ++at) RC_ASSERT(decode_event(Bytes{event}.first(at)).error().code == ErrorCode::corruption);
    for (std::size_t at = 0; at < parts.size(); ++at) RC_ASSERT(decode_parts(Bytes{parts}.first(at)).error().code == ErrorCode::corruption);
    const auto longer = [](Buffer bytes) { return bytes.push_back(0), bytes; };
    RC_ASSERT(!decode_event(longer(event)));
    RC_ASSERT(!decode_parts(longer(parts)));
  });
}

TEST_CASE("an unknown form, an unknown state and a length beyond all bytes are corrupt", "[record][damage]") {
  for (const auto* text : {"", "00", "03" "00000000", "01" "ffffffff", "02" "80000000" "00", "01" "00000000" "00000000" "00000000"}) {
    CHECK(decode_event(crypto::hex_decode(text).value()).error().code == ErrorCode::corruption);
  }
  for (const auto* text : {"", "00", "0001", "0001" "00", "0001" "03", "0001" "01" "ffffffff", "ffff" "02", "0000" "00"}) {
    CHECK(decode_parts(crypto::hex_decode(text).value()).error().code == ErrorCode::corruption);
  }
}
