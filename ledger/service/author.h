// The author's program: one key on one machine, its sequence, its outbox, its anchor.
//
// Shape:   a folder: key (the seed and the outbox's key, sealed under a passphrase), author.json (whose key: public facts only),
//          state.json (of which ledger, last acknowledged header, voids, anchor), outbox/ (sealed, 35 days at most), receipts.jsonl, lock.
// Errors:  Refused before anything is signed where the gate can tell; locked when another program holds the key; corruption when
//          the ledger lacks what it acknowledged to this author; bad_input when the key serves another ledger.
// Rule:    a key serves one ledger: the first that takes an event of it, or whose checkpoint it follows.
// Threads: one at a time.
// Source:  docs/formats.md §2; architecture §4 (author's machine).
#pragma once
#include <filesystem>
#include <memory>

#include "crypto/keyring_file.h"
#include "crypto/note.h"
#include "crypto/signer.h"
#include "ledger/codec/draft.h"
#include "ledger/service/outbox.h"
#include "ledger/service/service.h"

namespace inzicht {

struct AuthorProfile {
  std::string name;  // of the key on this machine
  KeyId key{};
  std::array<std::uint8_t, 32> public_key{};
  std::optional<ActorId> actor;
};
struct AuthorState {
  std::optional<LedgerId> ledger;  // that it serves; absent in what an older program wrote, until the next event
  std::uint64_t seq = 0;
  std::optional<Digest> prev;
  std::vector<Digest> voids;
  OutboxPlace answered;  // everything before it was answered
  std::uint64_t anchor_size = 0;
  std::optional<Digest> anchor_root;
};

// The answer for a key of this name that serves another ledger than the one at hand.
Error serves_another(std::string_view name);

class Author {
 public:
  // Makes a key; refuses when the folder holds one.
  static Result<std::unique_ptr<Author>> create(const std::filesystem::path& folder, const std::string& name, const crypto::Secret& passphrase,
                                                crypto::KdfCost cost);
  static Result<std::unique_ptr<Author>> open(const std::filesystem::path& folder, const crypto::Secret& passphrase);
  ~Author();

  const AuthorProfile& profile() const { return profile_; }
  const crypto::Signer& signer() const { return signer_; }
  // Whether a ledger has taken an event of this key, or it has followed one's checkpoints.
  bool has_served() const { return state_.ledger || state_.seq > 0 || state_.anchor_size > 0; }
  // bad_input when it is known to serve another ledger than this one.
  Status check_serves(const LedgerId& ledger) const;
  Status set_actor(const ActorId& actor);

  // Completes the draft (event id, time, hashes of references), checks it, signs, keeps it in the outbox and sends it.
  Result<RecordOutcome> record(Service& service, const Log& log, const Clock& clock, Draft& draft, std::span<const crypto::Signer* const> cosigners = {});
  // The same for many, with one sync of the outbox and one group; the gate is left to the service. They may refer to each other.
  std::vector<Result<RecordOutcome>> record_many(Service& service, const Log& log, const Clock& clock, std::span<Draft> drafts);
  // What record() would answer, without signing anything.
  Result<std::variant<Admitted, Refused>> dry_run(Service& service, const Log& log, const Clock& clock, Draft& draft);
  // The same for what record_many() would send; a draft that cannot be built has that as its answer.
  std::vector<Result<AdmitOutcome>> dry_run_many(Service& service, const Log& log, const Clock& clock, std::span<Draft> drafts);

  // Takes the newest checkpoint as anchor if it is signed by the ledger's key and consistent with the one before.
  Status follow_checkpoint(const Log& log, const crypto::VerifierKey& log_key);
  // Sends again what was signed but never answered.
  Status settle(Service& service);

 private:
  Author(std::filesystem::path folder, crypto::Signer signer, crypto::Secret outbox_key)
      : folder_(std::move(folder)), signer_(std::move(signer)), outbox_(folder_ / "outbox", std::move(outbox_key)) {}
  struct Built {
    Submission submission;
    Digest header_hash{};
    std::uint64_t seq = 0;
  };
  Status read_profile();
  Status write_profile() const;
  Status read_state();
  Status write_state();
  Status lock();
  Status catch_up(const Service& service);
  Status complete(Draft& draft, const Log& log, const Clock& clock) const;
  Result<Built> build(Draft& draft, const Service& service, std::uint64_t seq, const std::optional<Digest>& prev,
                      std::span<const crypto::Signer* const> cosigners, bool sign) const;
  // Of a batch whose events may refer to each other: what could be built, from which draft, and a fault for each that could not.
  struct Batch {
    std::vector<Built> built;
    std::vector<std::size_t> places;
    std::vector<std::pair<std::size_t, Error>> faults;
  };
  Batch build_batch(const Service& service, const Log& log, const Clock& clock, std::span<Draft> drafts, bool sign) const;
  Result<OutboxPlace> put_in_outbox(std::span<const Submission> submissions, const Clock& clock);
  void answered(const Service& service, const Built& built, const Result<RecordOutcome>& outcome);
  void write_receipts();

  std::filesystem::path folder_;
  crypto::Signer signer_;
  Outbox outbox_;
  AuthorProfile profile_;
  AuthorState state_;
  int lock_fd_ = -1;
  bool settled_ = false;
  std::string unwritten_receipts_;  // lines
};

// The part's subject as the header names it: a person or professional, the case, or the first half of the ledger id.
std::optional<PartSubjectId> part_subject(const DraftPart& part, const std::optional<CaseId>& kase, const LedgerId& ledger);

}  // namespace inzicht
