// What a header must be beyond its fields one by one: limits of counts, order of lists, and which fields go together.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/base/time.h"
#include "ledger/codec/catalogue.h"
#include "ledger/codec/stored_reader.h"
#include "ledger/codec/strict.h"
#include "ledger/codec/strict_walk.h"

namespace inzicht {
namespace {

constexpr std::uint16_t format_version = 1;
constexpr std::uint16_t genesis_kind = 101;

using Wrong = std::optional<Malformed>;

Wrong wrong(std::string adm, std::string field, std::string text) {
  return Malformed{std::move(adm), std::move(field), std::move(text)};
}

int compare(capnp::Data::Reader a, capnp::Data::Reader b) {
  const int order = std::memcmp(a.begin(), b.begin(), std::min(a.size(), b.size()));
  return order != 0 ? order : static_cast<int>(a.size()) - static_cast<int>(b.size());
}

bool strictly_ascending(capnp::List<capnp::Data>::Reader ids) {
  for (unsigned i = 1; i < ids.size(); ++i)
    if (compare(ids[i - 1], ids[i]) >= 0) return false;
  return true;
}

Wrong check_counts(schema::Header::Reader h) {
  struct Bound {
    const char* field;
    std::size_t found;
    std::size_t most;
  };
  const Bound bounds[] = {{"subjects", h.getSubjects().size(), limits::subjects_max},
                          {"parts", h.getParts().size(), limits::parts_max},
                          {"references", h.getReferences().size(), limits::references_max},
                          {"coSigners", h.getCoSigners().size(), limits::cosigners_max},
                          {"voids", h.getVoids().size(), limits::voids_max}};
  for (const auto& b : bounds)
    if (b.found > b.most) return wrong("ADM-1", b.field, fmt::format("expected at most {}, found {}", b.most, b.found));
  if (!strictly_ascending(h.getSubjects())) return wrong("ADM-1", "subjects", "expected in strictly ascending order");
  if (!strictly_ascending(h.getCoSigners())) return wrong("ADM-1", "coSigners", "expected in strictly ascending order");
  for (auto key : h.getCoSigners())
    if (compare(key, h.getKey()) == 0) return wrong("ADM-1", "coSigners", "expected other keys than the author's");
  const auto rules = h.getDeviates();
  for (unsigned i = 1; i < rules.size(); ++i)
    if (std::strcmp(rules[i - 1].cStr(), rules[i].cStr()) >= 0)
      return wrong("ADM-1", "deviates", "expected in strictly ascending order");
  return std::nullopt;
}

Malformed other_version(std::uint16_t found) {
  return {"ADM-1", "formatVersion", fmt::format("expected {}, found {}", format_version, found), found > format_version};
}

// A later version may hold what this program cannot read, so its number is looked for in the bytes: in canonical form the root
// stands right after its pointer, and the version is its first number.
std::optional<std::uint16_t> later_version(Bytes bytes) {
  constexpr std::size_t at = 8;
  if (bytes.size() > limits::header_bytes_max || bytes.size() < at + 8) return std::nullopt;
  const bool is_struct_after = std::ranges::all_of(bytes.first(4), [](std::uint8_t b) { return b == 0; });
  const bool has_data = bytes[4] != 0 || bytes[5] != 0;
  const auto found = static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8);
  if (!is_struct_after || !has_data || found <= format_version) return std::nullopt;
  return found;
}

Wrong check_versions(schema::Header::Reader h) {
  if (h.getFormatVersion() != format_version) return other_version(h.getFormatVersion());
  const KindInfo* kind = find_kind(h.getKind());
  if (kind == nullptr) {
    Malformed m{"ADM-2", "kind", fmt::format("unknown kind {}", h.getKind())};
    m.newer = true;
    return m;
  }
  if (static_cast<unsigned>(h.getFacts().which()) != kind->arm.getProto().getDiscriminantValue())
    return wrong("ADM-1", "facts", "expected the facts of the kind that the header names");
  return std::nullopt;
}

Wrong check_chains(schema::Header::Reader h) {
  const bool genesis = h.getKind() == genesis_kind;
  if (genesis != !h.hasLedger()) return wrong("ADM-4", "ledger", "null in the genesis event, and only there");
  const std::pair<bool, const char*> before_genesis[] = {
      {h.hasCase(), "case"}, {h.getAnchorSize() != 0, "anchorSize"}, {h.hasKeyPrev(), "keyPrev"}, {h.getKeySeq() != 1, "keySeq"}};
  for (const auto& [found, field] : before_genesis)
    if (genesis && found) return wrong("ADM-1", field, "a genesis event begins everything");
  if (h.getKeySeq() == 0) return wrong("ADM-7", "keySeq", "expected 1 or more");
  if ((h.getKeySeq() == 1) != !h.hasKeyPrev()) return wrong("ADM-7", "keyPrev", "null for the first event of a key, and only there");
  if ((h.getSeenCount() == 0) != !h.hasSeenHead()) return wrong("ADM-1", "seenHead", "null when nothing was seen, and only then");
  if (!h.hasCase() && h.getSeenCount() != 0) return wrong("ADM-1", "seenCount", "expected 0 without a case");
  if ((h.getAnchorSize() == 0) != !h.hasAnchorRoot()) return wrong("ADM-1", "anchorRoot", "null at size 0, and only there");
  return std::nullopt;
}

Wrong check_occurred(schema::Occurred::Reader o) {
  constexpr Micros bound = 200'000ll * micros_per_day;  // years 1422 to 2517: outside is a typing error
  if (o.getFrom() < -bound || o.getFrom() > bound) return wrong("ADM-3", "occurred.from", "expected a time between 1422 and 2517");
  if (o.hasUntil() && (o.getUntil().getMicros() <= o.getFrom() || o.getUntil().getMicros() > bound))
    return wrong("ADM-3", "occurred.until", "expected later than from");
  return std::nullopt;
}

Wrong check_parts(schema::Header::Reader h) {
  unsigned n = 0;
  std::uint64_t total = 0;
  for (auto part : h.getParts()) {
    const std::string field = fmt::format("parts[{}]", n++);
    const PartInfo* info = find_part(part.getPartType());
    const bool own = part.getPartType() / 10 == h.getKind();
    // A correction's new part has its target's type.
    if (info == nullptr || (!own && h.getKind() != 1204)) return wrong("ADM-2", field + ".partType", "not a part of this kind");
    const bool is_list = part.getClass() == schema::PartClass::LIST;
    if (is_list != info->is_list()) return wrong("ADM-9", field + ".class", "class not allowed here");
    if (!info->classes.empty() && std::ranges::find(info->classes, part.getClass()) == info->classes.end())
      return wrong("ADM-9", field + ".class", "class not allowed here");
    if (is_list == part.hasSubject()) return wrong("ADM-11", field + ".subject", "a part is about one subject, a list about none");
    if (part.getPaddedLength() == 0 || part.getPaddedLength() > limits::part_bytes_max)
      return wrong("ADM-9", field + ".paddedLength", fmt::format("expected 1 to {}", limits::part_bytes_max));
    const unsigned fields = info->schema.getFields().size();
    if (fields < 64 && (part.getFilled() >> fields) != 0) return wrong("ADM-9", field + ".filled", "names fields that the part does not have");
    total += part.getPaddedLength();
  }
  if (total > limits::parts_total_bytes_max)
    return wrong("ADM-9", "parts", fmt::format("expected at most {} bytes together, found {}", limits::parts_total_bytes_max, total));
  return std::nullopt;
}

}  // namespace

std::optional<HeaderMessage> HeaderMessage::stored(Bytes bytes) {
  auto message = Message::decode(bytes, capnp::Schema::from<schema::Header>(), limits::header_bytes_max);
  if (!message) return std::nullopt;
  HeaderMessage out(std::move(*message));
  if (!has_facts_of_its_kind(out.header())) return std::nullopt;
  return out;
}

Strict<HeaderMessage> HeaderMessage::decode(Bytes bytes) {
  if (const auto later = later_version(bytes)) return std::unexpected(other_version(*later));
  auto message = Message::decode(bytes, capnp::Schema::from<schema::Header>(), limits::header_bytes_max);
  if (!message) return std::unexpected(std::move(message).error());
  HeaderMessage out(std::move(*message));
  const auto h = out.header();
  for (auto check : {check_versions, check_counts, check_chains, check_parts})
    if (auto found = check(h)) return std::unexpected(std::move(*found));
  if (auto found = check_occurred(h.getOccurred())) return std::unexpected(std::move(*found));
  return out;
}

}  // namespace inzicht
