#include "ledger/log/raw_cursor.h"

#include <algorithm>

#include "crypto/encoding.h"
#include "ledger/log/key_layout.h"
#include "ledger/log/rocks_options.h"
#include "ledger/log/rocks_store.h"

namespace inzicht::rocks {
namespace {

constexpr std::size_t problems_max = 64;
constexpr std::uint64_t patience_max = 4096;

// Keys as big numbers of a fixed width, for searching between them.
using Number = Buffer;

Number widened(Bytes key, std::size_t width) {
  Number out(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(std::min(width, key.size())));
  out.resize(width, 0);
  return out;
}
// nullopt when the sum does not fit the width.
std::optional<Number> plus_power(Number number, std::size_t bit) {
  std::size_t at = number.size() - 1 - bit / 8;
  unsigned carry = 1u << (bit % 8);
  for (;; --at) {
    const unsigned sum = number[at] + carry;
    number[at] = static_cast<std::uint8_t>(sum);
    carry = sum >> 8;
    if (carry == 0) return number;
    if (at == 0) return std::nullopt;
  }
}

// An iterator at the nearest key above `low` from which walking works; null when there is none. Every try has an iterator of
// its own: one that met a damaged block does not always find its way back to a good one.
std::unique_ptr<rocksdb::Iterator> iterator_past(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family, Number low) {
  std::unique_ptr<rocksdb::Iterator> at;
  const auto works = [&](const std::optional<Number>& target) {
    if (!target) return false;
    at.reset(db.NewIterator(scan_reads(), family));
    at->Seek(slice_of(*target));
    return at->status().ok();
  };
  const std::size_t bits = low.size() * 8;
  std::size_t bit = 0;
  while (bit < bits && !works(plus_power(low, bit))) ++bit;
  if (bit == bits) return nullptr;
  // 2^bit above works, half of that does not: the border lies between.
  while (bit-- > 0) {
    if (const auto middle = plus_power(low, bit); middle && !works(middle)) low = *middle;
  }
  return works(plus_power(low, 0)) ? std::move(at) : nullptr;
}

}  // namespace

void Problems::add(std::string text) {
  if (entries_.size() < problems_max) {
    entries_.push_back({std::move(text), {}});
  } else {
    ++more_;
  }
}

void Problems::add_index(std::string_view family, std::uint64_t index, const rocksdb::Status& why) {
  if (!entries_.empty() && more_ == 0 && entries_.back().family == family && entries_.back().last + 1 == index) {
    entries_.back().last = index;
  } else if (entries_.size() < problems_max) {
    entries_.push_back({why.ToString(), std::string{family}, index, index});
  } else {
    ++more_;
  }
}

Status Problems::status() const {
  if (entries_.empty()) return {};
  std::string text;
  for (const auto& entry : entries_) {
    if (!text.empty()) text += "; ";
    if (!entry.family.empty()) {
      text += entry.family + " " + std::to_string(entry.first) + (entry.last > entry.first ? ".." + std::to_string(entry.last) : "") + ": ";
    }
    text += entry.text;
  }
  if (more_ > 0) text += "; and " + std::to_string(more_) + " more";
  return fail(ErrorCode::corruption, std::move(text));
}

NumberCursor::NumberCursor(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family, std::uint64_t from, std::uint64_t to, std::uint64_t end, Problems& problems)
    : db_(db), family_(family), to_(to), end_(std::min(to, end)), problems_(problems), ask_next_(from), walk_again_(from) {
  const auto bound = layout::number_key(to_);
  bound_bytes_.assign(bound.begin(), bound.end());
  bound_ = bound_bytes_;
  if (family_ == nullptr || from >= to) return;
  walk_from(from);
  settle();
}

Bytes NumberCursor::value() const { return walking_ ? rocks::bytes_of(at_->value()) : rocks::bytes_of(asked_); }

void NumberCursor::walk_from(std::uint64_t index) {
  auto options = scan_reads();
  options.iterate_upper_bound = &bound_;
  at_.reset(db_.NewIterator(options, family_));
  if (index == 0) {
    at_->SeekToFirst();  // a key shorter than the first index sorts before it
  } else {
    at_->Seek(slice_of(layout::number_key(index)));
  }
  walking_ = true;
}

void NumberCursor::next() {
  if (walking_) {
    at_->Next();
  } else if (ask_next_ >= walk_again_) {
    walk_from(ask_next_);
    if (at_->status().ok()) {
      patience_ = 1;
    } else {
      patience_ = std::min(patience_ * 2, patience_max);
      walk_again_ = ask_next_ + patience_;
      walking_ = false;
    }
  }
  settle();
}

void NumberCursor::settle() {
  valid_ = (walking_ && settle_by_walking()) || (!walking_ && settle_by_asking());
  if (!valid_) return;
  ask_next_ = index_ + 1;
}

// Ends walking, and answers false, when the walk ended in damage.
bool NumberCursor::settle_by_walking() {
  for (; at_->Valid(); at_->Next()) {
    const Bytes key = rocks::bytes_of(at_->key());
    if (key.size() == layout::number_size) {
      index_ = layout::number_of(key);
      return true;
    }
    problems_.add(family_->GetName() + ": a key of " + std::to_string(key.size()) + " bytes, " + crypto::hex(key.first(std::min<std::size_t>(key.size(), 32))));
  }
  walking_ = at_->status().ok();
  return false;
}

bool NumberCursor::settle_by_asking() {
  for (; ask_next_ < end_; ++ask_next_) {
    asked_.Reset();
    const auto status = db_.Get(scan_reads(), family_, slice_of(layout::number_key(ask_next_)), &asked_);
    if (status.ok()) {
      index_ = ask_next_;
      return true;
    }
    if (!status.IsNotFound()) problems_.add_index(family_->GetName(), ask_next_, status);
  }
  return false;
}

void walk_keys(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family, std::size_t key_size, Problems& problems,
               const std::function<void(Bytes key, Bytes value)>& visit) {
  std::unique_ptr<rocksdb::Iterator> at(db.NewIterator(scan_reads(), family));
  Buffer seen;  // the last key visited
  at->SeekToFirst();
  for (;;) {
    for (; at->Valid(); at->Next()) {
      const Bytes key = rocks::bytes_of(at->key());
      seen.assign(key.begin(), key.end());
      visit(key, rocks::bytes_of(at->value()));
    }
    if (at->status().ok()) return;
    std::string text = family->GetName() + ": " + at->status().ToString() + ", after key " + crypto::hex(seen);
    at = iterator_past(db, family, widened(seen, key_size));
    text += !at ? "; nothing after it can be read" : at->Valid() ? ", up to key " + crypto::hex(rocks::bytes_of(at->key())) : ", up to the end";
    problems.add(std::move(text));
    if (!at) return;
  }
}

}  // namespace inzicht::rocks
