// A small ledger as honest programs write it, made with the codec alone; the same bytes for the same name.
#pragma once
#include "crypto/digest.h"
#include "ledger/codec/draft.h"
#include "ledger/log/memory_log.h"
#include "tests/ledger/verify/sequencer.h"

namespace inzicht::testing {

struct Person {
  crypto::Signer signer;
  ActorId actor;
  OrganisationId organisation;
  std::uint64_t sequence = 0;
  std::optional<Digest> last_header;
  std::uint64_t anchor_size = 0;
  std::optional<Digest> anchor_root;
};

// In what an event differs from what an honest author signs.
struct Twist {
  std::vector<const Person*> cosigners;
  std::function<void(Envelope&)> envelope;
  std::function<void(Buffer& signatures)> signatures;
  bool unsigned_sequence = false;  // the author's program forgets this one
};

class SampleLedger {
 public:
  static constexpr Micros start = 1'560'240'000'000'000;  // 2019-06-11T08:00Z
  static constexpr Micros minute = 60 * micros_per_second;

  // `log`: where it is written; its own log in memory when null. `keys_of`: the ledger whose log, receipt and service keys it
  // has; its own when empty.
  explicit SampleLedger(std::string name = "sample", Log* log = nullptr, std::string origin = "example.org/ledger", std::string keys_of = "");

  Log& log() { return *log_; }
  Sequencer& sequencer() { return sequencer_; }
  const LedgerSigners& signers() const { return signers_; }
  const std::string& origin() const { return origin_; }
  const std::vector<Submitted>& submitted() const { return submitted_; }
  std::vector<std::string> checkpoints;  // every one published
  std::uint64_t size() const { return sequencer_.size(); }
  Micros now = start;

  Person make_person(std::string_view name) const;
  CaseId make_case(std::string_view name) const { return CaseId{made_up<16>(name_ + "/case/" + std::string(name))}; }
  SubjectId make_subject(std::string_view name) const { return SubjectId{made_up<16>(name_ + "/subject/" + std::string(name))}; }

  // Two registrars of two organisations; the first signs, the second co-signs.
  void genesis(Person& first, Person& second, schema::ClockKind clock = schema::ClockKind::SIMULATED);
  void enrol(Person& registrar, Person& who, const Twist& twist = {});
  void enrol_actor(Person& registrar, const Person& who);
  void enrol_key(Person& registrar, const KeyId& key, const crypto::Signer& signer, const std::optional<ActorId>& owner, schema::KeyUse use,
                 std::optional<Micros> valid_until, const Twist& twist = {});
  void revoke(Person& registrar, const Person& who, std::optional<Micros> doubtful_since);
  void adopt_policy(Person& registrar);
  void mandate_for_case(Person& registrar, const Person& who, const CaseId& kase);
  EventId signal(Person& author, const CaseId& kase, std::vector<SubjectId> subjects = {}, const Twist& twist = {}, std::size_t words = 60);
  EventId open_case(Person& author, const CaseId& kase, const EventId& signal, const Twist& twist = {});
  EventId assess(Person& author, const CaseId& kase, const EventId& signal, const Twist& twist = {});
  void view(Person& reader, const CaseId& kase, const Twist& twist = {});
  void view_listed(Person& reader, const std::vector<CaseId>& cases, const Twist& twist = {});
  std::string publish(std::vector<Person*> witnesses_of = {});  // who anchors to it from now on

  EventId record(Person& author, Draft draft, const Twist& twist = {});
  Draft draft(std::uint16_t kind, schema::Role role = schema::Role::WIJKCOACH) const;
  EventId event_id(std::uint64_t index) const;
  void flush() { sequencer_.flush(); }
  // Goes on in the same log, closed and opened again.
  void continue_on(Log& log) { log_ = &log, sequencer_.continue_on(log); }

 private:
  std::pair<PartSealInfo, StoredPart> seal(const DraftPart& part, const EventId& event, unsigned n, const std::optional<CaseId>& kase) const;

  std::string name_;
  std::string origin_;
  std::unique_ptr<Log> own_log_;
  Log* log_;
  LedgerSigners signers_;
  Sequencer sequencer_;
  std::vector<Submitted> submitted_;
  std::optional<EventId> policy_;
  std::map<EventId, Digest> header_hashes_;
};

// About fifteen events with everything in them: two registrars, two authors (one enrolled by two organisations, one by one
// registrar), a policy, a mandate, two cases, sealed parts, readings of one and of two cases, a revocation, two checkpoints
// that authors anchored to.
struct FullSample {
  explicit FullSample(std::string name = "sample", Log* log = nullptr, std::string keys_of = "");
  SampleLedger ledger;
  Person registrar, second_registrar, author, other;
  CaseId kase, other_case;
  EventId first_signal;
};

}  // namespace inzicht::testing
