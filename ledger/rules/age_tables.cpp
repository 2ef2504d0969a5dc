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
    const AgeLines ages = lines();
    if (reached(age, ages.adult)) return capable_ ? self() : one_of(people_.representatives_of_adult(need_.person, need_.t.on));
    // Under the AVG and the guideline age alone decides.
    const bool has_say = reached(age, ages.say) && (capable_ || table == Table::avg || table == Table::guideline);
    if (!has_say) return table == Table::avg || table == Table::wmo ? representative() : holders();
    return reached(age, ages.alone) ? self() : with(holders(), need_.person);
  }
  // While the youth has a say beside others, alone, for help, when a weighing says so (JW 7.3.4(2)).
  bool youth_alone_at(int age) const {
    return need_.kind == schema::ConsentKind::HULPVERLENING && reached(age, lines().say) && !reached(age, lines().alone) && capable_;
  }
  // The row of the table for this law, kind and day.
  AgeLines lines() const {
    const AgeTable& ages = parameters_.ages;
    switch (table_for(need_)) {
      case Table::avg: return ages.avg;
      case Table::wmo: return ages.wmo;
      case Table::jeugdwet: return ages.jeugdwet;
      case Table::guideline: break;
    }
    // "Boven de zestien" is read as from the sixteenth birthday, unless the parameter says otherwise.
    AgeLines out = ages.guideline;
    if (parameters_.over16_reading != "fromBirthday16") out.say = std::min(out.say + 1, out.alone);
    return out;
  }
  Grantors self() const { return with({}, need_.person); }

 private:
  static bool reached(int age, std::uint64_t line) { return age >= 0 && static_cast<std::uint64_t>(age) >= line; }
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
  const AgeLines ages = row.lines();
  for (const auto birthday : {static_cast<int>(ages.say), static_cast<int>(ages.alone), static_cast<int>(ages.adult)})
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
