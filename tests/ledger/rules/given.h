// Given a case, when something is recorded, then these rules fail. A small builder of headers for the tests of rules.
//
// Shape:   Given holds registry and state; builders make a Happening; record() folds it, findings() judges it unrecorded.
//          People, organisations and actors are named by short names; ids follow from the name.
#pragma once
#include <capnp/message.h>

#include <memory>
#include <string>
#include <vector>

#include "ledger/domain/case_state.h"
#include "ledger/registry/registry.h"
#include "ledger/rules/rules.h"

namespace inzicht::given {

using namespace schema;  // the lists of codes

SubjectId person(const std::string& name);
ActorId actor(const std::string& name);
OrganisationId org(const std::string& name);
KeyId key(const std::string& name);
CaseId the_case();
Micros local(const std::string& text);  // "2020-02-03 09:00" or "2020-02-03"

// One event that is not recorded yet.
class Happening {
 public:
  Happening(std::uint16_t kind, const std::string& at);
  Header::Builder header() const { return message_->getRoot<Header>(); }
  Facts::Builder facts() const { return header().getFacts(); }
  EventId id() const { return id_; }
  Happening& at(const std::string& text);
  Happening& recorded(const std::string& text);
  Happening& recorded_at_once();
  Happening& by(const std::string& name, Role role);
  Happening& for_org(const std::string& name);
  Happening& refers(RefType relation, const EventId& event);
  Happening& fills(unsigned position, std::initializer_list<unsigned> fields, PartClass cls = PartClass::NARRATIVE);
  Happening& claims(Conformity claim, std::initializer_list<const char*> rules = {});
  Happening& cosigned(const std::string& key_name);
  Happening& performed(PerformerBasis basis);
  Happening& seen(std::uint64_t count);
  Happening copy() const;
  Recorded as_recorded(std::uint64_t index) const;

 private:
  std::shared_ptr<capnp::MallocMessageBuilder> message_;
  EventId id_;
  Micros recorded_at_ = 0;
};

struct ConsentSpec {
  ConsentKind kind = ConsentKind::DOORBREKEN_GEHEIMHOUDING;
  std::vector<std::string> about{"J"};
  std::string grantor = "J";
  GrantorCapacity capacity = GrantorCapacity::SELF;
  AgeBand band = AgeBand::ADULT23;
  TaskLaw law = TaskLaw::JEUGDWET;
  std::vector<std::string> to{"O4"};  // organisations
  std::vector<DataCategory> categories{DataCategory::HOUSING, DataCategory::DEBTS};
  std::vector<SharePurpose> purposes{SharePurpose::PLAN_MAKING};
  std::string from = "2020-01-01", until = "2021-01-01";
  std::string at = "2020-01-01 10:00";
};
struct DecisionSpec {
  ShareDecision decision = ShareDecision::SHARE;
  std::vector<std::string> about{"J"};
  std::vector<std::string> to{"O4"};
  RecipientClass cls = RecipientClass::PARTNER;
  SharePurpose purpose = SharePurpose::PLAN_MAKING;
  std::vector<DataCategory> categories{DataCategory::HOUSING, DataCategory::DEBTS};
  DetailLevel detail = DetailLevel::CONTENT;
  TaskLaw from_law = TaskLaw::JEUGDWET;
  std::vector<TaskLaw> to_laws{TaskLaw::WONINGWET};
  ShareRoute route = ShareRoute::CONSENT;
  ShareException exception = ShareException::UNSET;
  std::vector<EventId> consents{};
  std::string article = "JW-2.3";
  std::string until{};
  std::string at = "2020-02-03 09:00";
};
struct ShareSpec {
  std::vector<std::string> about{"J"};
  std::vector<std::string> to{"O4"};
  RecipientClass cls = RecipientClass::PARTNER;
  SharePurpose purpose = SharePurpose::PLAN_MAKING;
  std::vector<DataCategory> categories{DataCategory::HOUSING, DataCategory::DEBTS};
  DetailLevel detail = DetailLevel::CONTENT;
  std::string at = "2020-02-10 14:00";
};

class Given {
 public:
  // w3 wijkcoach of O2 (wijkteam), h2 of O4 (housing), jp2 of O7 (gi), b1 of O14; J born 2002-03, P born 1999-02.
  Given();

  void organisation(const std::string& name, OrgType type, bool public_body = false);
  void professional(const std::string& name, const std::string& works_for, Role role);
  void client(const std::string& name, const std::string& subject);
  MandateId mandate(const std::string& name, Role role, MandateScope scope, std::initializer_list<MandatePower> powers, const std::string& subject = {},
                    const std::string& until = {});
  EventId policy(PolicyKind kind, std::initializer_list<std::pair<std::string, std::string>> values = {}, const std::string& from = "2019-01-07",
                 const std::string& owner = "O1");
  EventId agreement(AgreementType type, std::initializer_list<const char*> parties, std::initializer_list<MandatePower> powers = {});

  EventId add_person(const std::string& name, const std::string& birth_month, AgeBand band, PersonRole role = PersonRole::PARENT, bool household = true);
  EventId add_link(const std::string& from, const std::string& to, RelationType relation, Gezag gezag, GezagEvidence evidence = GezagEvidence::REGISTER,
                   const std::string& valid_from = "2019-01-01");
  EventId involve(const std::string& name, const std::string& works_for, Role role, InvolvementTask task = InvolvementTask::HELP,
                  const std::string& from = "2019-06-14");
  EventId assign(SingleFunction function, const std::string& name, const std::string& from = "2019-06-14");

  Happening consent(const ConsentSpec& spec) const;
  Happening refusal(const std::string& grantor, const std::vector<std::string>& to, const std::vector<DataCategory>& categories, const std::string& at) const;
  Happening withdrawal(const EventId& consent, const std::string& grantor, const std::string& from) const;
  Happening decision(const DecisionSpec& spec) const;
  Happening share(const ShareSpec& spec, std::initializer_list<EventId> executes) const;

  EventId record(const Happening& happening);
  std::vector<std::string> findings(const Happening& happening) const;
  // For a gate that fails also what the claims make of it: refused when conforming or when another rule is named, recorded when
  // it is named or written down afterwards; an act of the ledger itself is refused whatever the claim.
  bool fails(const std::string& rule, const Happening& happening) const;
  Values values_of(const std::string& rule, const Happening& happening) const;
  std::optional<AdmRefusal> power(const Happening& happening) const;
  RuleInput input(const Recorded& event) const { return {event, &state, registry}; }

  Registry registry;
  CaseState state;
  EventId consent_text, protocol;

 private:
  void check_claims(const RuleInfo& rule, const Happening& happening) const;

  std::uint64_t next_index_ = 1;
};

template <class Enum, class Set>
void fill_codes(Set list, const std::vector<Enum>& values) {
  for (unsigned i = 0; i < values.size(); ++i) list.set(i, values[i]);
}
void fill_date(schema::Date::Builder to, const std::string& text);
capnp::Data::Reader data(const auto& id) { return {id.bytes.data(), id.bytes.size()}; }

}  // namespace inzicht::given
