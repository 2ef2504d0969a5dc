#include "ledger/rules/file_rights.h"

#include <algorithm>

namespace inzicht {
namespace {

constexpr Date decentralisation{2015, 1, 1};
constexpr Date avg_from{2018, 5, 25};

bool has_table(schema::RightsLaw law, const Date& on) {
  using enum schema::RightsLaw;
  if (law == AVG) return avg_from <= on;
  return (law == JEUGDWET || law == WMO) && decentralisation <= on;
}

// By a table and one possible age, whether the person asks, and whether those with gezag do.
struct Row {
  bool self;
  bool gezag;
};
Row row_at(schema::RightsLaw law, int age) {
  if (law == schema::RightsLaw::AVG) return {age >= 16, age < 16};
  return {age >= 12, age < 16};
}

bool is_appointed(const CaseState& state, const RightsRequest& r, const Date& on) {
  using enum schema::RelationType;
  for (auto relation : {CURATOR_OF, MENTOR_OF, PROXY_OF})
    if (state.people().link(r.by, r.about, relation, on) != nullptr) return true;
  return false;
}

// Whose own judgement fails is represented (JW 7.3.15, Wmo 5.3.3); a curator, mentor or proxy asks for anybody from twelve.
bool asks_at(const CaseState& state, const RightsRequest& r, const Moment& t, int age) {
  const People& people = state.people();
  const Row row = row_at(r.law, age);
  const bool capable = state.consents().capacity(r.about, t.at) != schema::CapacityJudgement::NOT_CAPABLE;
  if (r.by == r.about) return row.self && capable;
  if (age >= 12 && is_appointed(state, r, t.on)) return true;
  if (age >= 18) return !capable && names(people.representatives_of_adult(r.about, t.on), r.by);
  return (row.gezag || !capable) && names(people.holders_of_gezag(r.about, t.on), r.by);
}

}  // namespace

std::optional<bool> may_ask_file(const CaseState& state, const RightsRequest& r, const Moment& t) {
  const auto range = state.people().age(r.about, t);
  if (!has_table(r.law, t.on) || !range) return std::nullopt;
  if (asks_at(state, r, t, range->least)) return true;
  return std::ranges::any_of(std::initializer_list<int>{12, 16, 18},
                             [&](int birthday) { return range->least < birthday && birthday <= range->most && asks_at(state, r, t, birthday); });
}

}  // namespace inzicht
