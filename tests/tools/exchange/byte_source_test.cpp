#include "tools/exchange/byte_source.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "crypto/digest.h"
#include "tests/support/temp_dir.h"
#include "tests/tools/exchange/gzip.h"
#include "tests/tools/exchange/reading.h"

using namespace inzicht;
using namespace inzicht::exchange;
using namespace inzicht::exchange::testing;

namespace {

Result<std::string> text_of(ByteSource& source) {
  std::string out;
  while (true) {
    INZICHT_TRY(piece, source.next());
    if (piece.empty()) return out;
    CHECK(piece.size() <= ByteSource::piece_max);
    out.append(piece.begin(), piece.end());
  }
}
Result<std::string> text_of(std::string_view bytes) {
  INZICHT_TRY(source, ByteSource::of(crypto::bytes_of(bytes)));
  return text_of(*source);
}
std::string error_of(std::string_view bytes) {
  const auto text = text_of(bytes);
  return text ? "(none)" : text.error().text;
}

// Not repetitive, so that gzip takes several pieces of it.
std::string long_text() {
  std::string out;
  std::uint32_t state = 1;
  while (out.size() < 300'000) {
    state = state * 1664525u + 1013904223u;
    out += static_cast<char>(state >> 24);
  }
  return out;
}

}  // namespace

TEST_CASE("a plain file comes as it lies", "[exchange][bytes]") {
  inzicht::testing::TempDir dir;
  for (const auto& text : {std::string(), std::string("x"), std::string("\x1f"), long_text()}) {
    write(dir / "file", text);
    auto source = ByteSource::open(dir / "file");
    REQUIRE(source);
    CHECK(text_of(**source).value() == text);
    CHECK((*source)->offset() == text.size());
    CHECK((*source)->digest() == crypto::sha256(crypto::bytes_of(text)));
  }
}

TEST_CASE("a gzip file comes unpacked, and its digest is that of the packed file", "[exchange][bytes]") {
  inzicht::testing::TempDir dir;
  for (const auto& text : {std::string(), std::string("hello"), long_text()}) {
    const auto packed = gzip(text);
    write(dir / "file.gz", packed);
    auto source = ByteSource::open(dir / "file.gz");
    REQUIRE(source);
    CHECK(text_of(**source).value() == text);
    CHECK((*source)->digest() == crypto::sha256(crypto::bytes_of(packed)));
  }
  CHECK(text_of(gzip("one ") + gzip("") + gzip("two")).value() == "one two");
}

TEST_CASE("a gzip file cut off anywhere is an error that says where", "[exchange][bytes]") {
  const auto packed = gzip("the quick brown fox jumps over the lazy dog");
  for (std::size_t length = 2; length < packed.size(); ++length) {
    const auto error = error_of(std::string_view(packed).substr(0, length));
    INFO(length);
    CHECK(error.starts_with("file: byte " + std::to_string(length) + ": a truncated gzip file"));
  }
  CHECK(error_of(packed + packed.substr(0, 12)).find("truncated") != std::string::npos);
}

TEST_CASE("a damaged gzip file is an error", "[exchange][bytes]") {
  const auto packed = gzip("the quick brown fox jumps over the lazy dog");
  SECTION("check sum") {
    auto bytes = packed;
    bytes[bytes.size() - 8] = static_cast<char>(bytes[bytes.size() - 8] ^ 1);
    CHECK(error_of(bytes).find("incorrect data check") != std::string::npos);
  }
  SECTION("length") {
    auto bytes = packed;
    bytes[bytes.size() - 4] = static_cast<char>(bytes[bytes.size() - 4] ^ 1);
    CHECK(error_of(bytes).find("incorrect length check") != std::string::npos);
  }
  SECTION("no other text ever comes out") {  // the last bits of the packed text stand for nothing
    const auto whole = text_of(packed).value();
    for (std::size_t at = 10; at < packed.size(); ++at) {
      auto bytes = packed;
      bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
      INFO(at);
      CHECK(text_of(bytes).value_or(whole) == whole);
    }
  }
  SECTION("more after its end") {
    CHECK(error_of(packed + "more") == "file: byte " + std::to_string(packed.size()) + ": expected the end of the gzip file, found more bytes");
    CHECK_FALSE(text_of(packed + '\x1f'));
  }
}

TEST_CASE("a gzip file that unpacks to more than the limit is an error, one at the limit is not",
          "[exchange][bytes]") {
  const std::string text(200'000, 'x');
  const auto read = [](const std::string& packed, std::uint64_t unpacked_max) {
    return text_of(**ByteSource::of(crypto::bytes_of(packed), unpacked_max));
  };
  for (const auto& packed : {gzip(text), gzip(text.substr(0, 100'000)) + gzip(text.substr(100'000))}) {
    CHECK(read(packed, text.size()).value() == text);
    const auto over = read(packed, text.size() - 1);
    REQUIRE_FALSE(over);
    CHECK(over.error().code == ErrorCode::limit);
    CHECK_THAT(over.error().text, Catch::Contains("at most 199999 bytes"));
  }
}

TEST_CASE("what cannot be read twice is refused", "[exchange][bytes]") {
  inzicht::testing::TempDir dir;
  CHECK(ByteSource::open(dir / "nothing").error().code == ErrorCode::not_found);
  CHECK(ByteSource::open(dir.path()).error().code == ErrorCode::bad_input);
  REQUIRE(::mkfifo((dir / "pipe").c_str(), 0600) == 0);
  CHECK(ByteSource::open(dir / "pipe").error().code == ErrorCode::bad_input);
}
