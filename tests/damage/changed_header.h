// A log of which one stored header is another: for what reads events, as DamagedLog is for verify.
#pragma once
#include "ledger/log/log.h"

namespace inzicht::testing {

class ChangedHeader final : public Log {
 public:
  ChangedHeader(const Log& log, std::uint64_t index, Buffer header) : log_(log), index_(index), header_(std::move(header)) {}

  std::uint64_t size() const override { return log_.size(); }
  crypto::Frontier frontier() const override { return log_.frontier(); }
  std::optional<Digest> node(unsigned level, std::uint64_t index) const override { return log_.node(level, index); }
  Result<EventRecord> read(std::uint64_t index) const override { return changed(index, log_.read(index)); }
  Result<std::vector<StoredPart>> read_parts(std::uint64_t index) const override { return log_.read_parts(index); }
  std::vector<Result<EventRecord>> read_many(std::span<const std::uint64_t> indexes) const override {
    auto out = log_.read_many(indexes);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = changed(indexes[i], std::move(out[i]));
    return out;
  }
  Result<std::optional<EventPlace>> find(const EventId& event) const override { return log_.find(event); }
  std::vector<EventId> events_like(const std::function<bool(const EventId&)>& matches, std::size_t most) const override { return log_.events_like(matches, most); }
  Result<std::vector<Position>> positions(const PositionList& list, std::uint64_t from, std::size_t most) const override { return log_.positions(list, from, most); }
  Result<std::optional<Position>> last_position(const PositionList& list) const override { return log_.last_position(list); }
  std::vector<std::array<std::uint8_t, 16>> lists(ChainClass cls) const override { return log_.lists(cls); }
  Status scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const override {
    return log_.scan(from, to, [&](EventView view) {
      if (view.index == index_) view.header = header_;
      return visit(view);
    });
  }
  Result<std::uint64_t> purges() const override { return log_.purges(); }
  std::vector<std::pair<std::uint64_t, std::string>> checkpoints() const override { return log_.checkpoints(); }
  Result<std::optional<Buffer>> get_cache(std::string_view) const override { return std::optional<Buffer>(); }

  // Read only.
  Status append(std::span<const NewEvent>) override { return read_only(); }
  Status purge(std::span<const std::uint64_t>) override { return read_only(); }
  Status replace_parts(std::span<const PartsAt>) override { return read_only(); }
  Status keep_checkpoint(std::uint64_t, std::string_view) override { return read_only(); }
  Status put_cache(std::string_view, Bytes) override { return read_only(); }
  void latch(std::string) override {}

 private:
  static Status read_only() { return fail(ErrorCode::bad_input, "a changed copy"); }
  Result<EventRecord> changed(std::uint64_t index, Result<EventRecord> record) const {
    if (index == index_ && record) record->header = header_;
    return record;
  }
  const Log& log_;
  std::uint64_t index_;
  Buffer header_;
};

}  // namespace inzicht::testing
