#include "ledger/rules/age_tables.h"

#include <algorithm>

namespace inzicht {
namespace {

enum class Table { jeugdwet, wmo, avg, guideline };

constexpr Date jeugdwet_from{2015, 1, 1};

// The row is chosen by kind, day and law. The laws of adults' support follow the Wmo, all others the Jeugdwet.
Table table_for(const ConsentNeed& need) {
  using Kind = schema::ConsentKind;
  if (need.kind == Kind::AVG_GRONDSLAG) return Table::avg;
  if (need.kind == Kind::HULPVERLENING) return Table::jeugdwet;
  if (need.kind == Kind::WETTELIJK_UITDRUKKELIJK) return Table::wmo;
  if (need.t.on < jeugdwet_from) return Table::guideline;
  using enum schema::TaskLaw;
  return need.law == WMO || need.law == PARTICIPATIEWET || need.law == WGS ? Table::wmo : Table::jeugdwet;
}

// One table, one person, one possible age.
class Row {
 public:
  Row(const CaseState& state, const Parameters& parameters, const ConsentNeed& need)
      : people_(state.people()), parameters_(parameters), need_(need) {
    const auto judged = need.judged != schema::CapacityJudgement::UNSET ? need.judged : state.consents().capacity(need.person, need.t.at);
    capable_ = judged != schema::CapacityJudgement::NOT_CAPABLE;
  }

  Grantors at(int age) const {
    const Table table = table_for(need_);
    if (age >= 18) return capable_ ? self() : one_of(people_.representatives_of_adult(need_.person, need_.t.on));
    switch (table) {
      case Table::avg: return age >= 16 ? self() : representative();
      case Table::wmo: return age >= 12 && capable_ ? self() : representative();
      case Table::guideline: return age >= guideline_youth() ? with(holders(), need_.person) : holders();
      case Table::jeugdwet: break;
    }
    if (age < 12 || !capable_) return holders();
    return age >= 16 ? self() : with(holders(), need_.person);
  }
  // From 12 to 15 the youth alone, for help, when a weighing says so (JW 7.3.4(2)).
  bool youth_alone_at(int age) const {
    return need_.kind == schema::ConsentKind::HULPVERLENING && age >= 12 && age < 16 && capable_;
  }
  Grantors self() const { return with({}, need_.person); }

 private:
  // "Boven de zestien" is read as from the sixteenth birthday, unless the parameter says otherwise.
  int guideline_youth() const { return parameters_.over16_reading == "fromBirthday16" ? 16 : 17; }
  Grantors holders() const {
    auto who = people_.holders_of_gezag(need_.person, need_.t.on);
    if (parameters_.parents_needed == "one") return one_of(std::move(who));
    Grantors out;
    out.nobody_known = who.empty();
    out.each = std::move(who);
    return out;
  }
  Grantors representative() const { return one_of(people_.holders_of_gezag(need_.person, need_.t.on)); }
  static Grantors one_of(std::vector<SubjectId> who) {
    Grantors out;
    out.nobody_known = who.empty();
    out.one_of = std::move(who);
    return out;
  }
  static Grantors with(Grantors others, const SubjectId& person) {
    others.each.insert(others.each.begin(), person);
    return others;
  }

  const People& people_;
  const Parameters& parameters_;
  const ConsentNeed& need_;
  bool capable_ = true;
};

void add(std::vector<Grantors>& out, Grantors alternative) {
  if (std::ranges::find(out, alternative) == out.end()) out.push_back(std::move(alternative));
}

}  // namespace

std::vector<Grantors> required(const CaseState& state, const Parameters& parameters, const ConsentNeed& need) {
  auto range = state.people().age(need.person, need.t);
  if (!range) range = age_of_band(need.stated_band);
  std::vector<Grantors> out;
  if (!range) {
    Grantors unknown;
    unknown.anybody = true;
    add(out, std::move(unknown));
    return out;
  }
  const Row row(state, parameters, need);
  add(out, row.at(range->least));
  for (int birthday : {12, 16, 17, 18})
    if (range->least < birthday && birthday <= range->most) add(out, row.at(birthday));
  if (row.youth_alone_at(range->least) || row.youth_alone_at(range->most)) {
    Grantors alone = row.self();
    alone.after_weighing = true;
    add(out, std::move(alone));
  }
  return out;
}

bool may_consent(const CaseState& state, const Parameters& parameters, const ConsentNeed& need, const SubjectId& grantor) {
  return std::ranges::any_of(required(state, parameters, need), [&](const Grantors& g) { return g.has(grantor); });
}

}  // namespace inzicht
