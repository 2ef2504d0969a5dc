// The people of a case: who they are (202), how they are related and who holds gezag (203).
//
// Shape:   every row stays; questions are asked for a moment. The last row that occurred by then counts; a link counts
//          from its own first day until its last, or until a later 203 about the same two people takes its place.
// Source:  docs/domain.md §0.3 (age band and, under 23, month of birth), §2.5, §4.2, §7.2.
#pragma once
#include "ledger/domain/values.h"

namespace inzicht {

// Whole years of age that are possible: equal unless only band or month of birth is known.
struct AgeRange {
  int least = 0;
  int most = 0;
  bool operator==(const AgeRange&) const = default;
};
// What a band alone says; nullopt for `unknown`.
std::optional<AgeRange> age_of_band(schema::AgeBand band);
// Born in that month, the age on a day; in the month of a birthday both ages are possible (§0.5).
AgeRange age_of_birth_month(const Month& birth, const Date& on);

struct PersonRow {
  SubjectId subject;
  Micros occurred = 0;
  std::uint64_t index = 0;
  schema::PersonChange change = schema::PersonChange::UNSET;
  schema::PersonRole role = schema::PersonRole::UNSET;
  schema::AgeBand band = schema::AgeBand::UNSET;
  std::optional<Month> birth;
  bool in_household = false;
  CodeSet<schema::Adaptation> adaptations;
};

struct Link {
  SubjectId from;
  SubjectId to;
  schema::RelationType relation = schema::RelationType::UNSET;
  schema::Gezag gezag = schema::Gezag::UNSET;
  schema::GezagEvidence evidence = schema::GezagEvidence::UNSET;
  Date valid_from;
  std::optional<Date> valid_until;      // the first day that it no longer holds
  std::optional<Date> superseded_from;  // by a 203 that names this one's event
  EventId event;
  std::uint64_t index = 0;
};

class People {
 public:
  void person_recorded(const Recorded& event);
  void relation_recorded(const Recorded& event);

  bool knows(const SubjectId& subject) const;
  // The last row that occurred by then; the first one when all came later.
  const PersonRow* person(const SubjectId& subject, Micros at) const;
  // Nullopt when neither month nor band is known.
  std::optional<AgeRange> age(const SubjectId& subject, const Moment& t) const;
  std::vector<SubjectId> household(Micros at) const;
  // By the youngest age possible: in the month of the eighteenth birthday a person is still taken for a minor.
  bool is_minor(const SubjectId& subject, const Moment& t) const;
  bool minor_in_household(const Moment& t) const;
  bool reduced_goal_load(Micros at) const;

  // The link from one to the other of this kind in force on that day.
  const Link* link(const SubjectId& from, const SubjectId& to, schema::RelationType relation, const Date& on) const;
  // The rows in force on that day that say what gezag somebody has over this person, of anybody; in order of recording.
  std::vector<const Link*> gezag_over(const SubjectId& over, const Date& on) const;
  // Whether any 203 says who stands in some relation to this person.
  bool is_linked(const SubjectId& to) const;
  // Parents with sole or joint gezag and guardians, in order of recording; suspended, none and unknown hold nothing.
  std::vector<SubjectId> holders_of_gezag(const SubjectId& over, const Date& on) const;
  // Curators, mentors and proxies; where there is none, partner, parents and siblings (JW 7.3.15, Wmo 5.3.3).
  std::vector<SubjectId> representatives_of_adult(const SubjectId& over, const Date& on) const;

 private:
  bool in_force(const Link& link, const Date& on) const;
  std::vector<SubjectId> linked(const SubjectId& to, CodeSet<schema::RelationType> relations, const Date& on) const;

  std::vector<PersonRow> rows_;
  std::vector<Link> links_;
};

}  // namespace inzicht
