// What a view answers: columns and rows of codes, ids, times and numbers, and places where sealed words belong.
//
// Shape:   a Cell is one typed value; words are never stored, only where they stand (Words). Rendering (tools) opens those places
//          after the access event is recorded, and shows "erased" where nothing opens.
// Source:  docs/domain.md §9; architecture §2 point 7.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/base/ids.h"
#include "ledger/base/time.h"
#include "ledger/schema/annotations.capnp.h"
#include "ledger/schema/lists.capnp.h"

namespace inzicht {

struct CodeCell {             // a value of a code list, by the schema's names: shown as its label
  std::string list;           // "signalType"
  std::string code;           // "complaint"
  auto operator<=>(const CodeCell&) const = default;
};
struct KindCell {
  std::uint16_t kind = 0;
  auto operator<=>(const KindCell&) const = default;
};
struct IdCell {
  schema::IdKind kind = schema::IdKind::UNSET;
  std::array<std::uint8_t, 16> id{};
  auto operator<=>(const IdCell&) const = default;
};
struct TimeCell {
  Micros at = 0;
  auto operator<=>(const TimeCell&) const = default;
};
struct RuleCell {             // a rule id with what became of it: "warned", "explained"
  std::string rule;
  std::string outcome;
  auto operator<=>(const RuleCell&) const = default;
};
struct WordsCell {            // a field of a sealed part
  std::uint64_t index = 0;
  std::uint16_t part = 0;
  std::string field;
  auto operator<=>(const WordsCell&) const = default;
};
struct DecimalCell {          // value / 10^digits
  std::int64_t value = 0;
  unsigned digits = 1;
  auto operator<=>(const DecimalCell&) const = default;
};
struct TextCell {             // a fixed phrase by its key in the texts table, or a plain technical value (rule id, article, number with unit)
  std::string key;
  auto operator<=>(const TextCell&) const = default;
};
using Atom = std::variant<CodeCell, KindCell, IdCell, TimeCell, Date, Duration, std::int64_t, DecimalCell, RuleCell, WordsCell, TextCell>;
// None: empty. `many`: a list, also when it holds one.
struct Cell {
  std::vector<Atom> atoms;
  bool many = false;
  Cell() = default;
  Cell(Atom atom) : atoms{std::move(atom)} {}
  static Cell list(std::vector<Atom> items) {
    Cell cell;
    cell.atoms = std::move(items);
    cell.many = true;
    return cell;
  }
  bool operator==(const Cell&) const = default;
};

struct Row {
  std::uint64_t index = 0;    // the event it shows, for ties and for marks of correction
  std::vector<Cell> cells;    // as many as the view has columns
};
struct Column {
  std::string key;            // JSON key: "occurred"
  std::string label_nl, label_en;
};

// Filters that every view takes; absent means everything.
struct ViewQuery {
  std::optional<CaseId> kase = {};
  std::optional<std::vector<CaseId>> cases = {};  // without `kase`: of these only
  std::optional<SubjectId> person = {};
  std::optional<OrganisationId> organisation = {};
  std::optional<ActorId> actor = {};
  std::optional<std::uint16_t> kind = {};
  std::optional<Micros> occurred_from = {}, occurred_until = {}, recorded_until = {};
  std::optional<Date> due_until = {};      // of a view of what is due: no later than that day
  std::optional<std::string> extra = {};  // a choice of the view's own, such as "dilemma"
  std::map<std::string, std::string> columns = {};     // the view's own filters by what stands in a column (column_filters.h)
  std::optional<schema::Conformity> conformity = {};   // only what was recorded as such
  std::optional<std::uint64_t> plan_version = {};      // of the family plan, from 1
  std::optional<std::string> model = {};               // of the process view: another way of working than the 24 steps
  bool guarded_facts = false;             // facts of guarded kinds too: the reader may read class safety (docs/domain.md §0.3)
  std::optional<Micros> now = {};         // the clock, for what is in force or over; absent: nothing is said about that
  std::optional<ActorId> known_to = {};   // only what this actor can be shown to have known by then (docs/domain.md §9.21)
  std::optional<Micros> at = {};          // the moment of a reconstruction; absent: now
};
struct Total {                // a count under the table: its text's key, and how many
  std::string key;
  std::uint64_t count = 0;
  auto operator<=>(const Total&) const = default;
};
struct ViewResult {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::uint64_t total = 0;           // rows before the filters, of this case
  std::vector<std::string> notes;    // keys of texts to show under the table, such as "clock.simulated"
  std::vector<Total> totals;
};

}  // namespace inzicht
