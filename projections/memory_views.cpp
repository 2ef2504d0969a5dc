// Views in memory: for tests, and for one look at a ledger whose folder of views is held by another program.
#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>

#include "projections/view_store.h"

namespace inzicht {
namespace {

using Rows = std::map<Buffer, Buffer>;

class MemoryViews final : public ViewStore {
 public:
  Result<ViewPosition> position(std::string_view view) const override {
    const std::shared_lock lock(mutex_);
    const auto at = views_.find(view);
    return at == views_.end() ? ViewPosition{} : at->second.position;
  }

  Status write(std::span<const ViewWrite> writes) override {
    const std::lock_guard lock(mutex_);
    for (const auto& write : writes) {
      View& view = views_[std::string{write.view}];
      view.position = write.position;
      write.rows->each([&](Bytes key, Bytes value) { view.rows[Buffer(key.begin(), key.end())] = Buffer(value.begin(), value.end()); });
    }
    return {};
  }

  Status drop(std::string_view view) override {
    const std::lock_guard lock(mutex_);
    if (const auto at = views_.find(view); at != views_.end()) views_.erase(at);
    return {};
  }

  Status scan(std::string_view view, Bytes prefix, const RowVisitor& visit) const override {
    const auto rows = copy(view, prefix);
    for (const auto& [key, value] : rows)
      if (!visit(key, value)) break;
    return {};
  }

 private:
  struct View {
    ViewPosition position;
    Rows rows;
  };
  // A copy, so that a visitor may ask the store again.
  Rows copy(std::string_view view, Bytes prefix) const {
    const std::shared_lock lock(mutex_);
    Rows out;
    const auto found = views_.find(view);
    if (found == views_.end()) return out;
    const Rows& rows = found->second.rows;
    for (auto at = rows.lower_bound(Buffer(prefix.begin(), prefix.end())); at != rows.end(); ++at) {
      if (at->first.size() < prefix.size() || !std::ranges::equal(Bytes{at->first}.first(prefix.size()), prefix)) break;
      out.insert(out.end(), *at);
    }
    return out;
  }

  mutable std::shared_mutex mutex_;
  std::map<std::string, View, std::less<>> views_;
};

}  // namespace

std::unique_ptr<ViewStore> make_memory_views() { return std::make_unique<MemoryViews>(); }

}  // namespace inzicht
