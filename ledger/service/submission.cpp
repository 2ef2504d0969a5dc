#include "ledger/service/submission.h"

#include "crypto/bytes.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"

namespace inzicht {
namespace {

constexpr std::string_view magic = "inzicht-submission/1\n";

class Cursor {
 public:
  explicit Cursor(Bytes bytes) : rest_(bytes) {}
  bool take(std::size_t n, Bytes& out) {
    if (rest_.size() < n) return false;
    out = rest_.first(n);
    rest_ = rest_.subspan(n);
    return true;
  }
  bool number(std::size_t width, std::size_t most, std::size_t& out) {
    Bytes raw;
    if (!take(width, raw)) return false;
    out = 0;
    for (auto byte : raw) out = (out << 8) | byte;
    return out <= most;
  }
  bool sized(std::size_t most, Buffer& out) {
    std::size_t length = 0;
    Bytes raw;
    if (!number(4, most, length) || !take(length, raw)) return false;
    out.assign(raw.begin(), raw.end());
    return true;
  }
  bool empty() const { return rest_.empty(); }

 private:
  Bytes rest_;
};

void append_sized(Buffer& out, Bytes bytes) {
  crypto::append_u32(out, static_cast<std::uint32_t>(bytes.size()));
  crypto::append(out, bytes);
}

}  // namespace

Buffer encode_submission(const Submission& s) {
  INZICHT_ASSERT(s.parts.size() <= limits::parts_max);
  Buffer out;
  crypto::append(out, crypto::bytes_of(magic));
  append_sized(out, s.header);
  append_sized(out, s.signatures);
  crypto::append_u16(out, static_cast<std::uint16_t>(s.parts.size()));
  for (const auto& part : s.parts) {
    crypto::append(out, part.salt);
    append_sized(out, part.plain);
  }
  return out;
}

Result<Submission> decode_submission(Bytes bytes) {
  const auto bad = [] { return fail(ErrorCode::bad_input, "submission: expected an inzicht-submission/1 file, found other bytes"); };
  Cursor in(bytes);
  Bytes head;
  Submission out;
  std::size_t parts = 0;
  if (!in.take(magic.size(), head) || !std::equal(head.begin(), head.end(), crypto::bytes_of(magic).begin())) return bad();
  if (!in.sized(limits::header_bytes_max, out.header) || !in.sized(limits::signature_block_bytes_max, out.signatures) ||
      !in.number(2, limits::parts_max, parts))
    return bad();
  for (std::size_t i = 0; i < parts; ++i) {
    OpenPart part;
    Bytes salt;
    if (!in.take(part.salt.size(), salt) || !in.sized(limits::part_bytes_max, part.plain)) return bad();
    std::copy(salt.begin(), salt.end(), part.salt.begin());
    out.parts.push_back(std::move(part));
  }
  if (!in.empty()) return bad();
  return out;
}

}  // namespace inzicht
