// Order, places and what is left for the end; what a header must be is in fold_header.cpp.
#include "ledger/verify/fold.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/verify/header_fields.h"

namespace inzicht {

void Fold::take(CheckedEvent& event, const LedgerId& ledger) {
  ledger_ = ledger;
  if (!event.has_event || !place(event)) return remark(event);
  const auto index = event.index;
  event.has_leaf ? history_.append(event.leaf_hash) : history_.append_hole();
  if (event.has_leaf) ++counts_.leaves;
  if (event.leaf_kind == LeafKind::skipped) ++counts_.skipped;
  if (event.leaf) ++counts_.events;
  if (event.purged) ++counts_.purged;
  if (event.purged && event.leaf) purged_.emplace(event.leaf->header_hash, index);
  counts_.signatures += event.signatures_checked;
  erased_.take(event);
  remark(event);
  check_recorded_at(event);

  // Of a leaf and a header that disagree, the header counts when its author signed it.
  const Digest recorded_hash = event.leaf && !event.header_counts() ? event.leaf->header_hash : event.header_hash;
  EventId id;
  if (event.header) id = id_of<EventId>(event.header->header().getEvent()).value_or(EventId{});
  if (const auto earlier = names_.append(id, recorded_hash))
    problems_.add({index, id, Problem::duplicate_event_id, fmt::format("the event at index {} has this id", *earlier)});
  if (event.header && is_registry_event(event.header->header().getKind())) registry_events_.push_back(static_cast<std::uint32_t>(index));
  if (!event.header_counts()) return follow(event);
  Now now{event, event.header->header(), id, digest_of(event.header->header().getKey()), recorded_hash};
  take_header(now);
}

// Bridges a gap before the event with holes; false when the event has no place in the order.
bool Fold::place(const CheckedEvent& event) {
  const auto next = history_.size();
  if (event.index == next) return true;
  if (event.index < next || event.index - next > holes_max - holes_) {
    problems_.add(event.index, Problem::event_unexpected, fmt::format("expected index {}, found {}", next, event.index));
    return false;
  }
  for (auto index = next; index < event.index; ++index) {
    problems_.add(index, Problem::event_missing, fmt::format("no record at index {}", index));
    history_.append_hole();
    names_.append(EventId{}, Digest{});
    recorded_at_.push_back(last_recorded_at_.value_or(INT64_MIN));
    ++holes_;
  }
  return true;
}

void Fold::remark(const CheckedEvent& event) {
  std::optional<EventId> id;
  if (event.header) id = id_of<EventId>(event.header->header().getEvent());
  for (const auto& one : event.remarks) problems_.add({event.index, id, one.what, one.detail});
}

void Fold::check_recorded_at(const CheckedEvent& event) {
  if (!event.leaf) return recorded_at_.push_back(last_recorded_at_.value_or(INT64_MIN));
  const Micros at = event.leaf->recorded_at;
  recorded_at_.push_back(at);
  if (last_recorded_at_ && at < *last_recorded_at_)
    problems_.add(event.index, Problem::recorded_at_decreases, fmt::format("{} after {}", to_text(at), to_text(*last_recorded_at_)));
  last_recorded_at_ = at;
}

// The header cannot be relied on: its chains are followed by the tags of its leaf, and its key goes on by them.
void Fold::follow(const CheckedEvent& event) {
  if (!event.leaf) return;
  for (const auto& chain : chains_.follow(event.index, *event.leaf, event.leaf_hash)) {
    if (chain.cls == crypto::ChainClass::key) follow_key(chain.bytes, event);
    else if (chain.cls == crypto::ChainClass::registry) purged_in_registry_.push_back(event.index);
  }
}

void Fold::follow_key(const KeyId& id, const CheckedEvent& event) {
  FoldedKey* key = keys_.find(id);
  if (key == nullptr) return;
  ++key->sequence;
  key->last_header = event.leaf->header_hash;
  key->authored.push_back(static_cast<std::uint32_t>(event.index));
}

void Fold::finish() {
  if (history_.size() == 0) problems_.add(0, Problem::event_missing, "no record at index 0: there is no genesis");
  count_doubtful();
  check_purges();
  counts_.erased_parts = erased_.count();
  erased_.check(problems_);
  if (!keys_.has_voids()) return;
  for (const auto& key : keys_.keys())
    for (const auto index : key.authored)
      if (keys_.is_void(key.id, names_.header_hash(index)))
        problems_.add({index, names_.id(index), Problem::voided_recorded, fmt::format("key {} declared header {} void", brief(key.id), brief(names_.header_hash(index)))});
}

std::vector<std::uint64_t> Fold::ends_of_keys(std::uint64_t from, std::uint64_t to) const {
  std::vector<std::uint64_t> out;
  for (const auto& key : keys_.keys()) {
    if (key.authored.empty()) continue;
    const std::uint64_t last = key.authored.back();
    if (last >= from && last < to && !chains_.has_place(last)) out.push_back(last);
  }
  std::ranges::sort(out);
  return out;
}

// Events by a key revoked later, recorded from the moment since when the revocation doubts. Recorded-at never decreases; where
// it did, that was found, and the count is a lower bound.
void Fold::count_doubtful() {
  for (const auto& key : keys_.keys()) {
    if (!key.revoked_at || !key.doubtful_since) continue;
    for (const auto* events : {&key.authored, &key.cosigned}) {
      const auto from = std::ranges::partition_point(*events, [&](std::uint32_t index) { return recorded_at_[index] < *key.doubtful_since; });
      const auto to = std::ranges::partition_point(*events, [&](std::uint32_t index) { return index < *key.revoked_at; });
      if (from < to) counts_.doubtful += static_cast<std::uint64_t>(to - from);
    }
  }
}

// A later event, signed by an actor, must list the index and the leaf of everything whose header is gone; what says who may do
// what (registry, policy) is never purged.
void Fold::check_purges() {
  const auto& begun = chains_.registry_beginnings();
  purged_in_registry_.insert(purged_in_registry_.end(), begun.begin(), begun.end());
  for (const auto index : purged_in_registry_) {
    const bool purged = std::ranges::any_of(purged_, [&](const auto& one) { return one.second == index; });
    if (purged) problems_.add(index, Problem::purged_before_term, "an event of the registry, which is never purged");
  }
  for (const auto& [hash, index] : purged_) {
    const auto ground = purge_grounds_.find(index);
    const auto leaf = history_.leaf(index);
    if (ground == purge_grounds_.end()) {
      problems_.add(index, Problem::purged_before_term, "no event grounds this purge");
    } else if (!leaf || ground->second.leaf_hash != *leaf) {
      problems_.add(index, Problem::purged_before_term, fmt::format("the event at index {} grounds the purge of another leaf", ground->second.by));
    } else if (const auto term = ground->second.term; term && add(recorded_at_[index], *term) > recorded_at_[ground->second.by]) {
      problems_.add(index, Problem::purged_before_term, fmt::format("the event at index {} purged it before its term of {} had passed", ground->second.by, to_text(*term)));
    }
  }
}

}  // namespace inzicht
