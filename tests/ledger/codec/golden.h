// Known bytes of tests/data/golden: a message in hexadecimal (NAME.hex) and what it says (NAME.json).
//
// Rule: a known answer is added, never changed. write_golden.cpp adds those of golden_messages() that are not
// there yet.
#pragma once
#include <fstream>
#include <iterator>

#include "ledger/base/assert.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/strict.h"
#include "tests/ledger/codec/random_message.h"

namespace inzicht::testing {

struct GoldenMessage {
  std::string name;
  capnp::StructSchema schema;
  std::size_t limit;  // bytes
};
inline std::vector<GoldenMessage> golden_messages() {
  std::vector<GoldenMessage> out;
  for (const std::uint32_t kind : {101u, 104u, 301u, 402u, 804u, 906u, 1204u, 1301u, 1402u})
    out.push_back({"header-" + std::to_string(kind), capnp::Schema::from<schema::Header>(), 16 * 1024});
  for (const std::uint32_t type : {2020u, 3010u, 3018u, 3019u, 13010u})
    out.push_back({"part-" + std::to_string(type), find_part(type)->schema, 1 << 20});
  out.push_back({"admission", capnp::Schema::from<schema::Admission>(), 64 * 1024});
  return out;
}

inline std::string golden_path(const std::string& file) {
  return std::string(INZICHT_TEST_DATA) + "/golden/" + file;
}
inline std::string golden_text(const std::string& file) {
  std::ifstream in(golden_path(file), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// 32 bytes a line.
inline std::string to_hex(Bytes bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 15];
    if (i % 32 == 31 || i + 1 == bytes.size()) out += '\n';
  }
  return out;
}
inline Buffer from_hex(std::string_view text) {
  Buffer out;
  unsigned nibbles = 0, value = 0;
  for (char c : text) {
    if (c == '\n') continue;
    INZICHT_ASSERT((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    value = value << 4 | static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    if (++nibbles % 2 == 0) out.push_back(static_cast<std::uint8_t>(value)), value = 0;
  }
  INZICHT_ASSERT(nibbles % 2 == 0);
  return out;
}
inline Buffer golden_bytes(const std::string& name) { return from_hex(golden_text(name + ".hex")); }

// The leaf of the golden signal and admission, under two made-up signatures and tags.
inline Leaf golden_leaf() {
  Leaf leaf;
  leaf.header_hash = header_hash(golden_bytes("header-301"));
  leaf.signatures_hash = signatures_hash(Buffer(199, 0x51));
  leaf.recorded_at = 1'560'240'000'000'001;
  leaf.admission_hash = admission_hash(golden_bytes("admission"));
  for (std::uint8_t n = 1; n <= 3; ++n) leaf.tags.emplace_back().fill(n);
  return leaf;
}

}  // namespace inzicht::testing
