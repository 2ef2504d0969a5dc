#include "ledger/verify/table_check.h"

#include <fmt/format.h>

#include "ledger/verify/header_fields.h"
#include "ledger/verify/stored_bytes.h"

namespace inzicht {
namespace {

void check_scan(const Status& scanned, std::string_view table, Problems& problems) {
  if (!scanned) problems.add(Problem::record_unreadable, fmt::format("{}: {}", table, scanned.error().text));
}
std::string key_text(Bytes key) { return crypto::hex(key.first(std::min<std::size_t>(key.size(), 64))); }

// The table of event ids, entry by entry.
class IdCheck {
 public:
  IdCheck(const Fold& fold, Problems& problems) : names_(fold.names()), history_(fold.history()), problems_(problems), seen_(names_.size(), false) {}

  void entry(Bytes key, Bytes value) {
    const auto id = EventId::from(key);
    const auto place = split_place(value);
    if (!id || !place) return wrong(std::nullopt, id, fmt::format("an entry that is none, key {}", key_text(key)));
    const auto at = names_.find(*id);
    // An event whose own id cannot be read is reported as such; its entry still has to agree with its leaf.
    const bool nameless = !at && place->index < names_.size() && names_.id(place->index).is_zero() && history_.leaf(place->index).has_value();
    if (!at && !nameless) return wrong(place->index, id, "an entry for an event that is not in the log");
    const auto index = at.value_or(place->index);
    seen_[index] = true;
    if (place->index != index) wrong(index, id, fmt::format("expected index {}, found {}", index, place->index));
    if (place->digest != names_.header_hash(index)) wrong(index, id, differ(names_.header_hash(index), place->digest));
  }
  void finish() {
    for (std::uint64_t index = 0; index < names_.size(); ++index)
      if (!seen_[index] && !names_.id(index).is_zero()) wrong(index, names_.id(index), "no entry for this event");
  }

 private:
  void wrong(std::optional<std::uint64_t> index, const std::optional<EventId>& id, std::string detail) {
    problems_.add({index, id, Problem::event_index_mismatch, std::move(detail)});
  }

  const EventNames& names_;
  const History& history_;
  Problems& problems_;
  std::vector<bool> seen_;
};

// The table of positions: places in the chains of cases and readings, and the one list of registry events.
class PositionCheck {
 public:
  PositionCheck(const Fold& fold, Problems& problems)
      : chains_(fold.chains()), names_(fold.names()), registry_(fold.registry_events()), problems_(problems), seen_(chains_.points(), false), registry_seen_(registry_.size(), false) {}

  void entry(Bytes key, Bytes value) {
    const auto position = split_position_key(key);
    const auto place = split_place(value);
    if (!position || !place) return wrong(std::nullopt, fmt::format("an entry that is none, key {}", key_text(key)));
    const auto cls = static_cast<crypto::ChainClass>(position->cls);
    if (cls == crypto::ChainClass::registry) return registry(*position, *place);
    const auto number = chains_.point_number(ChainId::of(cls, position->id), position->n);
    if (!number) return wrong(place->index, fmt::format("{}: a place that no event has", text(*position)));
    seen_[*number] = true;
    const auto& expected = chains_.point(*number);
    if (place->index != expected.index) wrong(expected.index, fmt::format("{}: expected index {}, found {}", text(*position), expected.index, place->index));
    if (place->digest != expected.chain) wrong(expected.index, fmt::format("{}: {}", text(*position), differ(expected.chain, place->digest)));
  }
  void finish() {
    for (std::uint32_t number = 0; number < seen_.size(); ++number)
      if (!seen_[number]) wrong(chains_.point(number).index, "no entry for a place of this event");
    for (std::size_t i = 0; i < registry_seen_.size(); ++i)
      if (!registry_seen_[i]) wrong(registry_[i], "no entry in the registry list");
  }

 private:
  // A list of places, not a chain: it has no id and no values. An event whose kind cannot be read may or may not stand in it.
  void registry(const PositionKey& position, const PlaceBytes& place) {
    const auto at = std::ranges::lower_bound(registry_, place.index);
    const bool known = at != registry_.end() && *at == place.index;
    const bool unreadable = place.index < names_.size() && names_.id(place.index).is_zero();
    if (position.id != std::array<std::uint8_t, 16>{} || (!known && !unreadable)) return wrong(place.index, fmt::format("{}: a place that no event has", text(position)));
    const auto before = static_cast<std::uint64_t>(at - registry_.begin());
    if (known) registry_seen_[before] = true;
    // By its own rank, not by the entry before it: one entry that is wrong says so of itself only.
    if (const auto expected = before + registry_unreadable_ + 1; position.n != expected) wrong(place.index, fmt::format("{}: expected place {}", text(position), expected));
    if (registry_last_ && place.index <= *registry_last_) wrong(place.index, fmt::format("{}: after the place of index {}", text(position), *registry_last_));
    if (place.digest != Digest{}) wrong(place.index, fmt::format("{}: expected no chain value", text(position)));
    if (!known) ++registry_unreadable_;
    registry_last_ = place.index;
  }
  static std::string text(const PositionKey& position) {
    const char letter = position.cls >= 'a' && position.cls <= 'z' ? static_cast<char>(position.cls) : '?';
    return fmt::format("place {} of list {} {}", position.n, letter, id_text(CaseKind::letter, position.id));
  }
  void wrong(std::optional<std::uint64_t> index, std::string detail) { problems_.add({index, std::nullopt, Problem::position_mismatch, std::move(detail)}); }

  const ChainFold& chains_;
  const EventNames& names_;
  const std::vector<std::uint32_t>& registry_;  // ascending
  Problems& problems_;
  std::vector<bool> seen_, registry_seen_;
  std::uint64_t registry_unreadable_ = 0;  // entries so far whose event cannot be read
  std::optional<std::uint64_t> registry_last_;
};

}  // namespace

void check_event_ids(const RawLog& log, const Fold& fold, Problems& problems) {
  IdCheck check(fold, problems);
  check_scan(log.scan_table(RawLog::Table::event_ids, [&](Bytes key, Bytes value) { check.entry(key, value); }), "event ids", problems);
  check.finish();
}

void check_positions(const RawLog& log, const Fold& fold, Problems& problems) {
  PositionCheck check(fold, problems);
  check_scan(log.scan_table(RawLog::Table::positions, [&](Bytes key, Bytes value) { check.entry(key, value); }), "positions", problems);
  check.finish();
}

void check_strays(const RawLog& log, Problems& problems) {
  const auto scanned = log.scan_table(RawLog::Table::stray, [&](Bytes key, Bytes value) {
    const auto slash = std::ranges::find(key, std::uint8_t{'/'});
    const auto family = static_cast<std::size_t>(slash - key.begin());
    const bool named = slash != key.end() && std::ranges::all_of(key.first(family), [](std::uint8_t c) { return c > 0x20 && c < 0x7F; });
    const std::string name = named ? std::string(key.begin(), slash) : std::string("?");
    problems.add(Problem::stray_record, fmt::format("{}: key {}, {} bytes", name, key_text(named ? key.subspan(family + 1) : key), value.size()));
  });
  check_scan(scanned, "stray", problems);
}

}  // namespace inzicht
