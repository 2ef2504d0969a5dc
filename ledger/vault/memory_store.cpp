#include <algorithm>
#include <map>
#include <mutex>

#include "ledger/vault/vault_store.h"

namespace inzicht {
namespace {

class MemoryStore final : public VaultStore {
 public:
  Result<std::optional<Buffer>> get(Bytes key) const override {
    const std::lock_guard lock(mutex_);
    const auto found = rows_.find(Buffer(key.begin(), key.end()));
    return found == rows_.end() ? std::nullopt : std::optional{found->second};
  }

  Status write(std::span<const VaultChange> changes) override {
    const std::lock_guard lock(mutex_);
    for (const auto& change : changes) {
      if (change.value) {
        rows_[change.key] = *change.value;
      } else {
        rows_.erase(change.key);
      }
    }
    return {};
  }

  Result<std::vector<VaultRow>> rows(Bytes prefix, Bytes after, std::size_t most) const override {
    const std::lock_guard lock(mutex_);
    std::vector<VaultRow> out;
    auto at = after.empty() ? rows_.lower_bound(Buffer(prefix.begin(), prefix.end())) : rows_.upper_bound(Buffer(after.begin(), after.end()));
    for (; at != rows_.end() && out.size() < most; ++at) {
      if (at->first.size() < prefix.size() || !std::ranges::equal(Bytes{at->first}.first(prefix.size()), prefix)) break;
      out.push_back({at->first, at->second});
    }
    return out;
  }

  Status scrub() override { return {}; }

 private:
  mutable std::mutex mutex_;
  std::map<Buffer, Buffer> rows_;
};

}  // namespace

std::unique_ptr<VaultStore> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace inzicht
