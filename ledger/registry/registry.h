// Who may sign and on what ground: organisations, actors, keys, mandates, agreements and policies, as a fold of group 1.
//
// Shape:   everything is keyed by id; superseded states stay, so that "as it was on that day" can be asked.
// Errors:  none: apply is total and silent. What should not be recorded was refused before (ledger/rules, ledger/service).
// Threads: one writer; readers need the caller's lock.
// Source:  docs/domain.md §2, §4.1; docs/formats.md §2 (genesis, enrolment, revocation).
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/time.h"
#include "ledger/schema/recorded.h"

namespace inzicht {

// On what a key's enrolment rests; reports mark the events of the weaker ones.
enum class KeyStanding { genesis, own_key, two_organisations, single_registrar };

struct KeyInfo {
  KeyId id{};
  std::array<std::uint8_t, 32> public_key{};
  schema::KeyUse use = schema::KeyUse::UNSET;
  std::optional<ActorId> owner;  // absent for the ledger's own keys
  KeyStanding standing = KeyStanding::single_registrar;
  std::uint64_t enrolled_at = 0;  // index
  std::optional<Micros> valid_until;
  std::optional<std::uint64_t> revoked_at;  // index; works from there
  std::optional<Micros> doubtful_since;
};
struct Registration {
  schema::ProfessionRegister in = schema::ProfessionRegister::UNSET;
  schema::RegisterStatus status = schema::RegisterStatus::UNSET;
  Date from;
};
struct ActorInfo {
  ActorId id;
  schema::ActorKind kind = schema::ActorKind::UNSET;
  std::optional<OrganisationId> organisation;
  schema::SecrecyDuty secrecy = schema::SecrecyDuty::UNSET;
  std::optional<double> fte;                // share of a full week
  std::vector<Registration> registrations;  // in order of recording
  std::vector<KeyId> keys;
  std::uint64_t index = 0;                  // of the last 103
  EventId event;
};
struct OrganisationInfo {
  OrganisationId id;
  schema::OrgType type = schema::OrgType::UNSET;
  schema::RegistryStatus status = schema::RegistryStatus::UNSET;
  bool is_public_body = false;
  std::set<schema::TaskLaw> laws;
  Date from;
  std::optional<Date> until;
  bool counts = false;  // genesis names it, or two that count approved it
  std::uint64_t index = 0;
  EventId event;
};
struct MandateInfo {
  MandateId id;
  ActorId grantee;
  schema::Role role = schema::Role::UNSET;
  schema::MandateScope scope = schema::MandateScope::UNSET;
  std::optional<CaseId> kase;
  std::optional<OrganisationId> organisation;
  std::optional<SubjectId> subject;
  std::set<schema::MandatePower> powers;
  std::set<schema::PartClass> classes;
  Micros from = 0;
  std::optional<Micros> until;  // its own end, or that of a 107
  std::optional<Micros> window_from, window_until;  // of what occurred, for a reader who is let in afterwards
  std::uint64_t index = 0;
  EventId event;
  bool in_force(Micros at) const { return from <= at && (!until || at < *until); }
};
struct AgreementInfo {
  EventId event;
  schema::AgreementType type = schema::AgreementType::UNSET;
  schema::RegistryStatus status = schema::RegistryStatus::UNSET;
  std::vector<OrganisationId> parties;
  std::set<schema::MandatePower> powers;
  std::set<schema::SharePurpose> purposes;
  Date from;
  std::optional<Date> until;
  std::optional<Date> superseded_from;
  std::uint64_t index = 0;
  bool in_force(const Date& on) const {
    return status == schema::RegistryStatus::ACTIVE && from <= on && (!until || on <= *until) && (!superseded_from || on < *superseded_from);
  }
  bool names(const OrganisationId& organisation) const;
};
struct PolicyInfo {
  EventId event;
  schema::PolicyKind kind = schema::PolicyKind::UNSET;
  std::uint64_t version = 0;
  OrganisationId owner;
  Date from;
  std::optional<Date> until;
  std::optional<Date> superseded_from;  // the validFrom of the 109 that replaced it
  std::map<std::string, std::string, std::less<>> values;
  std::uint64_t index = 0;
  bool in_force(const Date& on) const {
    return from <= on && (!until || on <= *until) && (!superseded_from || on < *superseded_from);
  }
};
struct GenesisInfo {
  EventId event;
  OrganisationId owner;
  std::string origin;
  schema::ClockKind clock = schema::ClockKind::UNSET;
  std::vector<ActorId> registrars;
  std::map<schema::KeyUse, KeyId> keys;  // the first of each use that has no owner: log, receipt, service
};

class Registry {
 public:
  void apply(const Recorded& event) noexcept;

  const GenesisInfo* genesis() const { return genesis_ ? &*genesis_ : nullptr; }
  const KeyInfo* find_key(const KeyId& id) const;
  const ActorInfo* find_actor(const ActorId& id) const;
  const OrganisationInfo* find_organisation(const OrganisationId& id) const;
  const MandateInfo* find_mandate(const MandateId& id) const;
  const AgreementInfo* find_agreement(const EventId& event) const;
  const PolicyInfo* find_policy(const EventId& event) const;

  const std::map<OrganisationId, OrganisationInfo>& organisations() const { return organisations_; }
  const std::map<ActorId, ActorInfo>& actors() const { return actors_; }
  const std::map<KeyId, KeyInfo>& keys() const { return keys_; }
  const std::map<MandateId, MandateInfo>& mandates() const { return mandates_; }
  const std::vector<AgreementInfo>& agreements() const { return agreements_; }
  const std::vector<PolicyInfo>& policies() const { return policies_; }

  // Enrolled, not revoked, not past its end: may sign an event recorded now.
  bool key_valid(const KeyId& id, Micros recorded_at) const;
  bool is_registrar(const ActorId& actor) const;
  // By a mandate in force that is not bound to another case, or as registrar named by genesis.
  bool has_power(const ActorId& actor, schema::MandatePower power, const std::optional<CaseId>& kase, Micros at) const;
  // A mandate in force for the role: of the organisation, or of this case. Organisation mandates count for recording only.
  const MandateInfo* mandate_for(const ActorId& actor, schema::Role role, const std::optional<CaseId>& kase, Micros at) const;
  std::vector<const MandateInfo*> mandates_of(const ActorId& actor) const;
  // The policies of a kind in force on a day, latest recorded last. Changes whenever `policy_generation` does.
  std::vector<const PolicyInfo*> policies_in_force(schema::PolicyKind kind, const Date& on) const;
  std::uint64_t policy_generation() const { return policies_.size(); }

 private:
  void genesis(const Recorded& event);
  void organisation(const Recorded& event);
  void actor(const Recorded& event);
  void key(const Recorded& event);
  void key_revoked(const Recorded& event);
  void mandate(const Recorded& event);
  void mandate_ended(const Recorded& event);
  void agreement(const Recorded& event);
  void policy(const Recorded& event);
  KeyStanding standing_of(const Recorded& event, const std::optional<ActorId>& owner) const;
  std::set<OrganisationId> counting_signers(const Recorded& event) const;

  std::optional<GenesisInfo> genesis_;
  std::map<KeyId, KeyInfo> keys_;
  std::map<ActorId, ActorInfo> actors_;
  std::map<OrganisationId, OrganisationInfo> organisations_;
  std::map<MandateId, MandateInfo> mandates_;
  std::multimap<ActorId, MandateId> mandates_by_actor_;
  std::vector<AgreementInfo> agreements_;
  std::vector<PolicyInfo> policies_;
};

}  // namespace inzicht
