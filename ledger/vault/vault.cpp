#include "ledger/vault/vault.h"

#include <algorithm>
#include <mutex>
#include <shared_mutex>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/sealing.h"
#include "ledger/base/assert.h"
#include "ledger/vault/key_cache.h"
#include "ledger/vault/ref_cache.h"
#include "ledger/vault/vault_rows.h"

namespace inzicht {
namespace {

using crypto::Secret;

constexpr std::size_t rewrap_step = 1024;  // keys in one synced write of a new epoch
constexpr std::size_t stripes = 64;
constexpr std::size_t refs_max = 16'384;  // subjects whose key is known: those of some thousand cases

// One locked key of working memory per thread: making one for every use would cost more than the sealing.
class WorkingKey {
 public:
  WorkingKey() = default;
  ~WorkingKey() { crypto::wipe(key().mutable_view()); }
  WorkingKey(const WorkingKey&) = delete;
  WorkingKey& operator=(const WorkingKey&) = delete;
  Secret& key() const {
    thread_local Secret key(KeyCache::key_size);
    return key;
  }
};

// Shared by what uses keys, alone for what destroys or re-wraps them. Who waits to be alone goes first.
class KeyLock {
 public:
  std::shared_lock<std::shared_mutex> shared() {
    const std::lock_guard turn(turn_);
    return std::shared_lock(mutex_);
  }
  std::unique_lock<std::shared_mutex> alone() {
    const std::lock_guard turn(turn_);
    return std::unique_lock(mutex_);
  }

 private:
  std::mutex turn_;
  std::shared_mutex mutex_;
};

class StoredVault final : public Vault {
 public:
  StoredVault(std::unique_ptr<VaultStore> store, EpochKeys epochs) : store_(std::move(store)), epochs_(std::move(epochs)) {}

  Result<SubjectKeyRef> key_for(const PartSubjectId& subject) override {
    INZICHT_TRY(found, find_key(subject));
    if (found) return *found;
    INZICHT_TRY(refs, keys_for(std::span{&subject, 1}));
    return refs.front();
  }

  Result<std::vector<SubjectKeyRef>> keys_for(std::span<const PartSubjectId> subjects) override {
    const auto lock = lock_.shared();
    const auto turns = lock_stripes(subjects);
    std::vector<SubjectKeyRef> out;
    std::map<PartSubjectId, SubjectKeyRef> made;
    std::vector<VaultChange> changes;
    for (const auto& subject : subjects) {
      INZICHT_TRY(found, current(subject));
      if (const auto at = made.find(subject); !found && at != made.end()) found = at->second;
      if (!found) {
        found = SubjectKeyRef{crypto::random_array<16>(), 1};
        add_new_key(subject, *found, changes);
        made.emplace(subject, *found);
      }
      out.push_back(*found);
    }
    if (!changes.empty()) INZICHT_CHECK(store_->write(changes));
    return out;
  }

  Result<std::optional<SubjectKeyRef>> find_key(const PartSubjectId& subject) const override {
    const auto lock = lock_.shared();
    return current(subject);
  }

  Result<Buffer> wrap_part_key(const SubjectKeyRef& key, const EventId& event, std::uint16_t part, const Secret& part_key) const override {
    INZICHT_ASSERT(part_key.size() == crypto::seal_key_bytes);
    const auto lock = lock_.shared();
    const WorkingKey subject_key;
    INZICHT_CHECK(load(key, subject_key.key()));
    Buffer out = vault_rows::ref_bytes(key);
    const auto nonce = crypto::random_array<crypto::seal_nonce_bytes>();
    crypto::append(out, crypto::seal(subject_key.key(), nonce, part_key.view(), vault_rows::part_key_data(key, event, part)));
    return out;
  }

  Result<Secret> unwrap_part_key(Bytes wrapped, const EventId& event, std::uint16_t part) const override {
    if (wrapped.size() != vault_rows::wrapped_part_key_size) return fail(ErrorCode::corruption, "vault: a part key of the wrong length");
    const auto ref = vault_rows::parse_ref(wrapped.first(vault_rows::ref_size)).value();
    const auto lock = lock_.shared();
    const WorkingKey subject_key;
    INZICHT_CHECK(load(ref, subject_key.key()));
    auto opened = crypto::open_secret(subject_key.key(), wrapped.subspan(vault_rows::ref_size), vault_rows::part_key_data(ref, event, part));
    if (!opened) return fail(ErrorCode::corruption, "vault: a part key does not open (key=" + crypto::hex(ref.id) + ")");
    return std::move(*opened);
  }

  Status destroy(const PartSubjectId& subject) override {
    const auto lock = lock_.alone();
    INZICHT_TRY(ref, current(subject));
    if (!ref) return no_key();
    refs_.erase(subject);  // also when the write fails: what is stored then decides
    return remove_generations(*ref, ref->generation, {{vault_rows::subject_key(subject), std::nullopt}});
  }

  Result<SubjectKeyRef> new_generation(const PartSubjectId& subject) override {
    const auto lock = lock_.alone();
    INZICHT_TRY(ref, current(subject));
    if (!ref) return no_key();
    if (++ref->generation == 0) return fail(ErrorCode::limit, "vault: no generation left");
    std::vector<VaultChange> changes;
    add_new_key(subject, *ref, changes);
    refs_.erase(subject);
    INZICHT_CHECK(store_->write(changes));
    return *ref;
  }

  Status destroy_older(const PartSubjectId& subject) override {
    const auto lock = lock_.alone();
    INZICHT_TRY(ref, current(subject));
    if (!ref) return no_key();
    return remove_generations(*ref, ref->generation - 1, {});
  }

  Status new_epoch(std::uint32_t epoch, Secret key) override;

  std::uint64_t keys() const override {
    std::uint64_t count = 0;
    Buffer after;
    for (;;) {
      const auto rows = store_->rows(vault_rows::key_prefix(), after, rewrap_step);
      if (!rows || rows->empty()) return count;
      count += rows->size();
      after = rows->back().key;
    }
  }

 private:
  static std::unexpected<Error> no_key() { return fail(ErrorCode::not_found, "vault: this subject has no key"); }

  // Requires: the lock, shared at least.
  Result<std::optional<SubjectKeyRef>> current(const PartSubjectId& subject) const {
    if (const auto known = refs_.find(subject)) return known;
    INZICHT_TRY(stored, store_->get(vault_rows::subject_key(subject)));
    if (!stored) return std::nullopt;
    const auto ref = vault_rows::parse_ref(*stored);
    if (!ref) return fail(ErrorCode::corruption, "vault: a subject's row has the wrong length");
    refs_.put(subject, *ref);
    return ref;
  }

  // Two threads that ask for the same new subject must get one key; different subjects need not wait for each other's sync.
  std::vector<std::unique_lock<std::mutex>> lock_stripes(std::span<const PartSubjectId> subjects) {
    std::array<bool, stripes> wanted{};
    for (const auto& subject : subjects) wanted[subject.bytes[15] % stripes] = true;
    std::vector<std::unique_lock<std::mutex>> out;
    for (std::size_t i = 0; i < stripes; ++i) {
      if (wanted[i]) out.emplace_back(stripes_[i]);  // always ascending, so nobody waits in a circle
    }
    return out;
  }

  void add_new_key(const PartSubjectId& subject, const SubjectKeyRef& ref, std::vector<VaultChange>& changes) const {
    const WorkingKey fresh;
    crypto::random_bytes(fresh.key().mutable_view());
    const auto& [epoch, epoch_key] = *epochs_.rbegin();
    changes.push_back({vault_rows::wrap_key(ref), vault_rows::wrap(ref, epoch, epoch_key, fresh.key())});
    changes.push_back({vault_rows::subject_key(subject), vault_rows::ref_bytes(ref)});
  }

  // Copies the subject key into `out`, from the cache or from under its epoch's key.
  Status load(const SubjectKeyRef& ref, Secret& out) const {
    if (cache_.copy(ref, out.mutable_view())) return {};
    INZICHT_TRY(stored, store_->get(vault_rows::wrap_key(ref)));
    if (!stored) return fail(ErrorCode::not_found, "vault: the key was destroyed or never was (key=" + crypto::hex(ref.id) + ")");
    INZICHT_TRY(key, vault_rows::unwrap(ref, *stored, epochs_));
    cache_.put(ref, key.view());
    std::ranges::copy(key.view(), out.mutable_view().begin());
    return {};
  }

  Status remove_generations(const SubjectKeyRef& ref, std::uint32_t up_to, std::vector<VaultChange> changes) {
    std::vector<SubjectKeyRef> gone;
    for (Buffer after;;) {
      INZICHT_TRY(rows, store_->rows(vault_rows::key_prefix(ref.id), after, rewrap_step));
      if (rows.empty()) break;
      after = rows.back().key;
      for (auto& row : rows) {
        const auto at = vault_rows::ref_of_wrap_key(row.key);
        if (!at || at->generation > up_to) continue;
        gone.push_back(*at);
        changes.push_back({std::move(row.key), std::nullopt});
      }
    }
    if (changes.empty()) return {};
    INZICHT_CHECK(store_->write(changes));
    for (const auto& one : gone) cache_.erase(one);
    return {};
  }

  // Re-wraps the next keys after `after`, and moves it on; false when there were none left.
  Result<bool> rewrap_some(std::uint32_t epoch, Buffer& after);

  std::unique_ptr<VaultStore> store_;
  mutable KeyLock lock_;
  std::array<std::mutex, stripes> stripes_;
  EpochKeys epochs_;
  mutable KeyCache cache_{cache_max};
  mutable RefCache refs_{refs_max};
};

Status StoredVault::new_epoch(std::uint32_t epoch, Secret key) {
  if (key.size() != crypto::seal_key_bytes) return fail(ErrorCode::bad_input, "vault: an epoch key is 32 bytes");
  {
    const auto lock = lock_.alone();
    const auto& [last, last_key] = *epochs_.rbegin();
    const bool goes_on = epoch == last && crypto::equal_constant_time(last_key.view(), key.view());
    if (epoch <= last && !goes_on) return fail(ErrorCode::conflict, "vault: epoch " + std::to_string(epoch) + " does not come after " + std::to_string(last));
    epochs_.insert_or_assign(epoch, std::move(key));
  }
  // In steps, so that others are not kept waiting; keys made meanwhile are under the new epoch already.
  for (Buffer after;;) {
    const auto lock = lock_.alone();
    INZICHT_TRY(more, rewrap_some(epoch, after));
    if (!more) break;
  }
  INZICHT_CHECK(store_->scrub());
  const auto lock = lock_.alone();
  epochs_.erase(epochs_.begin(), epochs_.find(epoch));
  return {};
}

Result<bool> StoredVault::rewrap_some(std::uint32_t epoch, Buffer& after) {
  INZICHT_TRY(rows, store_->rows(vault_rows::key_prefix(), after, rewrap_step));
  if (rows.empty()) return false;
  after = rows.back().key;
  std::vector<VaultChange> changes;
  for (auto& row : rows) {
    const auto ref = vault_rows::ref_of_wrap_key(row.key);
    if (!ref) return fail(ErrorCode::corruption, "vault: a key's row has the wrong length");
    if (vault_rows::epoch_of(row.value) == epoch) continue;
    INZICHT_TRY(subject_key, vault_rows::unwrap(*ref, row.value, epochs_));
    changes.push_back({std::move(row.key), vault_rows::wrap(*ref, epoch, epochs_.at(epoch), subject_key)});
  }
  if (!changes.empty()) INZICHT_CHECK(store_->write(changes));
  return true;
}

Status check_epochs(const EpochKeys& epochs) {
  const bool all_good = std::ranges::all_of(epochs, [](const auto& epoch) { return epoch.second.size() == crypto::seal_key_bytes; });
  if (epochs.empty() || !all_good) return fail(ErrorCode::bad_input, "vault: no epoch key, or one that is not 32 bytes");
  return {};
}

}  // namespace

Result<std::unique_ptr<Vault>> Vault::create(const std::filesystem::path& folder, EpochKeys epochs) {
  INZICHT_CHECK(check_epochs(epochs));
  INZICHT_TRY(store, create_rocks_store(folder));
  return std::make_unique<StoredVault>(std::move(store), std::move(epochs));
}

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path& folder, EpochKeys epochs) {
  INZICHT_CHECK(check_epochs(epochs));
  INZICHT_TRY(store, open_rocks_store(folder));
  return std::make_unique<StoredVault>(std::move(store), std::move(epochs));
}

std::unique_ptr<Vault> Vault::in_memory(EpochKeys epochs) {
  INZICHT_ASSERT(check_epochs(epochs).has_value());
  return std::make_unique<StoredVault>(make_memory_store(), std::move(epochs));
}

}  // namespace inzicht
