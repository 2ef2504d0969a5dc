#include "ledger/rules/reading_matrix.h"

namespace inzicht {
namespace {

using enum schema::Role;
using Use = schema::AccessPurpose;
using Purposes = CodeSet<schema::AccessPurpose>;

constexpr Reading no = Reading::none;
constexpr Reading A = Reading::all;
constexpr Reading S = Reading::own;
constexpr Reading P = Reading::purpose;
constexpr Reading me = Reading::self;

// Where the last column gives a domain instead of purposes ("own domain only"), reading serves the helper's own work.
constexpr Purposes own_work{Use::HELP_EXECUTION, Use::MEETING_PREP, Use::OWN_RECORDS};

// role, i, n, f, h, c, s, purposes
constexpr ReadingRow matrix[] = {
    {WIJKCOACH, A, A, A, S, S, A, {Use::HELP_EXECUTION, Use::COORDINATION, Use::MEETING_PREP, Use::OWN_RECORDS, Use::AFTERCARE}},
    {BUDDY, A, S, S, S, no, A, {Use::HELP_EXECUTION, Use::COORDINATION, Use::MEETING_PREP, Use::OWN_RECORDS, Use::AFTERCARE}},
    {REGISSEUR, A, S, A, no, no, S, {Use::COORDINATION}},
    {PROCESS_DIRECTOR, A, no, no, no, no, no, {Use::COORDINATION}},
    {PROCESS_COORDINATOR, A, P, no, no, no, no, {Use::COORDINATION}},
    {SPECIALIST, A, S, S, S, no, S, {Use::HELP_EXECUTION}},
    {BEHAVIOURAL_SCIENTIST, A, P, P, P, no, A, {Use::HELP_EXECUTION, Use::SUPERVISION}},
    {YOUTH_PROTECTOR, A, A, A, S, S, A, {Use::HELP_EXECUTION}},
    {GUARDIAN, A, A, A, S, S, A, {Use::HELP_EXECUTION}},
    {PROBATION_OFFICER, S, S, S, no, S, S, {Use::HELP_EXECUTION}},
    {POLICE, S, no, no, no, S, S, {Use::OWN_RECORDS}},
    {CRISIS_SERVICE, A, no, no, S, no, P, {Use::EMERGENCY}},
    {VEILIG_THUIS, S, S, S, S, S, S, own_work},
    {CHILD_PROTECTION_BOARD, S, S, S, S, S, S, own_work},
    {HOUSING_OFFICER, S, S, S, no, no, no, own_work},
    {INCOME_DEBT_OFFICER, S, S, S, no, no, no, own_work},
    {SCHOOL_ATTENDANCE_OFFICER, S, S, S, no, no, no, own_work},
    {EDUCATOR, S, S, S, no, no, S, own_work},
    {HEALTH_PROFESSIONAL, S, S, S, S, no, S, own_work},
    {ATTENTION_OFFICER, no, P, no, no, no, P, {Use::SUPERVISION}},
    {TEAM_LEADER, P, P, P, no, no, P, {Use::SUPERVISION, Use::COMPLAINT}},
    {PRIVACY_OFFICER, P, P, P, P, P, P, {Use::PRIVACY_REVIEW, Use::RIGHTS_REQUEST, Use::COMPLAINT}},
    {AUDITOR, no, no, no, no, no, no, {Use::AUDIT}},
    {CLIENT, me, me, me, me, me, me, {Use::OWN_DATA}},
    {REPRESENTATIVE, me, me, me, me, me, me, {Use::OWN_DATA}},
    {NETWORK_MEMBER, no, S, no, no, no, S, {Use::HELP_EXECUTION, Use::OWN_RECORDS}},
    {CONFIDANT, P, P, P, P, P, P, {Use::COMPLAINT}},
    {COMPLAINTS_OFFICER, P, P, P, no, no, P, {Use::COMPLAINT}},
    {DISCIPLINARY_READER, P, P, P, P, P, P, {Use::DISCIPLINARY}},
    {ARCHIVIST, no, no, no, no, no, no, {Use::RETENTION}},
};

}  // namespace

Reading ReadingRow::of(schema::PartClass cls) const {
  switch (cls) {
    case schema::PartClass::IDENTITY: return identity;
    case schema::PartClass::NARRATIVE: return narrative;
    case schema::PartClass::FACTS: return facts;
    case schema::PartClass::HEALTH: return health;
    case schema::PartClass::CRIMINAL: return criminal;
    case schema::PartClass::SAFETY: return safety;
    case schema::PartClass::LIST: return Reading::all;  // holds no personal data
    case schema::PartClass::UNSET: return Reading::none;
  }
  return Reading::none;
}

bool ReadingRow::opens_any() const {
  for (Reading r : {identity, narrative, facts, health, criminal, safety})
    if (r != Reading::none) return true;
  return false;
}

HeaderReading header_reading(schema::Role role) {
  switch (role) {
    case WIJKCOACH:
    case BUDDY:
    case REGISSEUR:
    case BEHAVIOURAL_SCIENTIST:
    case YOUTH_PROTECTOR:
    case GUARDIAN:
    case PRIVACY_OFFICER:
    case AUDITOR: return HeaderReading::all;
    case PROCESS_DIRECTOR:
    case TEAM_LEADER: return HeaderReading::process;
    case PROCESS_COORDINATOR: return HeaderReading::process_and_signals;
    case SPECIALIST:
    case PROBATION_OFFICER:
    case POLICE:
    case CRISIS_SERVICE:
    case VEILIG_THUIS:
    case CHILD_PROTECTION_BOARD:
    case HOUSING_OFFICER:
    case INCOME_DEBT_OFFICER:
    case SCHOOL_ATTENDANCE_OFFICER:
    case EDUCATOR:
    case HEALTH_PROFESSIONAL:
    case ATTENTION_OFFICER:
    case NETWORK_MEMBER: return HeaderReading::own;
    case CLIENT:
    case REPRESENTATIVE:
    case CONFIDANT: return HeaderReading::about_self;
    case COMPLAINTS_OFFICER:
    case DISCIPLINARY_READER: return HeaderReading::window;
    case LEDGER_ADMIN: return HeaderReading::registry;
    case ARCHIVIST: return HeaderReading::closing_and_rights;
    case POLICY_ADVISER: return HeaderReading::white_spots;
    case WITNESS:
    case IMPORTER:
    case LEDGER_SERVICE:
    case UNSET: return HeaderReading::none;
  }
  return HeaderReading::none;
}

const ReadingRow* reading_row(schema::Role role) {
  for (const ReadingRow& row : matrix)
    if (row.role == role) return &row;
  return nullptr;
}

}  // namespace inzicht
