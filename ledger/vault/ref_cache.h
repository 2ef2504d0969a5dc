// Which key a subject has now, of subjects asked for lately: every part asks for it, and it changes only when
// something is erased.
//
// Rule:    filled and asked under the vault's lock, so that what an erasure takes out does not come back from a reading before it.
// Limits:  about 80 bytes an entry. When full, all of them go.
// Threads: any.
#pragma once
#include <mutex>
#include <optional>
#include <unordered_map>

#include "ledger/vault/vault.h"

namespace inzicht {

class RefCache {
 public:
  explicit RefCache(std::size_t max) : max_(max) {}

  std::optional<SubjectKeyRef> find(const PartSubjectId& subject) const {
    const std::lock_guard hold(mutex_);
    const auto at = refs_.find(subject);
    return at == refs_.end() ? std::nullopt : std::optional(at->second);
  }
  void put(const PartSubjectId& subject, const SubjectKeyRef& ref) {
    const std::lock_guard hold(mutex_);
    if (refs_.size() >= max_) refs_.clear();
    refs_.insert_or_assign(subject, ref);
  }
  void erase(const PartSubjectId& subject) {
    const std::lock_guard hold(mutex_);
    refs_.erase(subject);
  }
  std::size_t size() const {
    const std::lock_guard hold(mutex_);
    return refs_.size();
  }

 private:
  const std::size_t max_;
  mutable std::mutex mutex_;
  std::unordered_map<PartSubjectId, SubjectKeyRef, IdHash> refs_;
};

}  // namespace inzicht
