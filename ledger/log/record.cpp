#include "ledger/log/record.h"

#include "crypto/bytes.h"

namespace inzicht {
namespace {

using crypto::append_u32;

constexpr std::uint8_t form_whole = 1;
constexpr std::uint8_t form_purged = 2;
constexpr std::uint8_t part_present = 1;
constexpr std::uint8_t part_erased = 2;

void append_field(Buffer& out, Bytes field) {
  append_u32(out, static_cast<std::uint32_t>(field.size()));
  crypto::append(out, field);
}

// Takes fields off the front; once something did not fit, everything after fails too.
class Fields {
 public:
  explicit Fields(Bytes stored) : rest_(stored) {}

  Bytes take(std::size_t size) {
    if (size > rest_.size()) good_ = false;
    if (!good_) return {};
    const Bytes taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }
  std::uint32_t number(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::uint8_t byte : take(bytes)) value = value << 8 | byte;
    return value;
  }
  Bytes field() { return take(number(4)); }
  bool good() const { return good_; }
  bool finished() const { return good_ && rest_.empty(); }

 private:
  Bytes rest_;
  bool good_ = true;
};

Buffer owned(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

Buffer encode_event(const EventRecord& record) {
  Buffer out;
  out.reserve(17 + record.leaf.size() + record.header.size() + record.signatures.size() + record.admission.size());
  out.push_back(record.purged ? form_purged : form_whole);
  append_field(out, record.leaf);
  if (record.purged) return out;
  append_field(out, record.header);
  append_field(out, record.signatures);
  append_field(out, record.admission);
  return out;
}

Result<EventView> view_event(Bytes stored) {
  Fields fields(stored);
  const auto form = fields.number(1);
  if (!fields.good() || (form != form_whole && form != form_purged)) {
    return fail(ErrorCode::corruption, "event record: unknown form");
  }
  EventView view;
  view.purged = form == form_purged;
  view.leaf = fields.field();
  if (!view.purged) {
    view.header = fields.field();
    view.signatures = fields.field();
    view.admission = fields.field();
  }
  if (!fields.finished()) return fail(ErrorCode::corruption, "event record: lengths do not add up to the record");
  return view;
}

Result<EventRecord> decode_event(Bytes stored) {
  INZICHT_TRY(view, view_event(stored));
  return EventRecord{owned(view.leaf), owned(view.header), owned(view.signatures), owned(view.admission), view.purged};
}

Buffer encode_parts(std::span<const StoredPart> parts) {
  Buffer out;
  crypto::append_u16(out, static_cast<std::uint16_t>(parts.size()));
  for (const auto& part : parts) {
    out.push_back(part.erased ? part_erased : part_present);
    if (part.erased) continue;
    append_field(out, part.part_key);
    append_field(out, part.sealed);
  }
  return out;
}

Result<std::vector<StoredPart>> decode_parts(Bytes stored) {
  Fields fields(stored);
  const auto count = fields.number(2);
  std::vector<StoredPart> parts;
  for (std::uint32_t i = 0; i < count && fields.good(); ++i) {
    const auto state = fields.number(1);
    if (state != part_present && state != part_erased) return fail(ErrorCode::corruption, "parts record: unknown state of a part");
    StoredPart part;
    part.erased = state == part_erased;
    if (!part.erased) {
      part.part_key = owned(fields.field());
      part.sealed = owned(fields.field());
    }
    parts.push_back(std::move(part));
  }
  if (!fields.finished()) return fail(ErrorCode::corruption, "parts record: lengths do not add up to the record");
  return parts;
}

}  // namespace inzicht
