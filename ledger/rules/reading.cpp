// ACC-01: reading by the matrix, with a current involvement or mandate for that case and a purpose of the role, or by
// break-glass. ACC-05: what is restricted stays closed.
#include "ledger/rules/reading.h"

#include <algorithm>

#include "ledger/rules/codes.h"
#include "ledger/rules/reading_matrix.h"
#include "ledger/rules/restrictions.h"

namespace inzicht {
namespace {

// What one 1301 or 1302 asks to read.
struct Request {
  ActorId viewer;
  std::vector<CaseId> cases;
  schema::AccessPurpose purpose = schema::AccessPurpose::UNSET;
  std::vector<SubjectId> about;
  std::vector<schema::PartClass> classes;
  bool opens_parts = false;  // not only headers
};

template <class Facts>
Request request_of(const Check& c, const Facts& facts) {
  Request out;
  out.viewer = id_or_zero<ActorId>(facts.getViewer());
  for (auto one : facts.getCases()) out.cases.push_back(id_or_zero<CaseId>(one.getCase()));
  if (out.cases.empty() && c.header.hasCase()) out.cases.push_back(id_or_zero<CaseId>(c.header.getCase()));
  out.purpose = facts.getPurpose();
  out.about = ids_of<SubjectId>(facts.getAbout());
  return out;
}

Request request_of(const Check& c) {
  if (c.facts.isExported()) {
    Request out = request_of(c, c.facts.getExported());
    out.opens_parts = true;
    return out;
  }
  const auto viewed = c.facts.getPartsViewed();
  Request out = request_of(c, viewed);
  for (auto cls : viewed.getClasses()) out.classes.push_back(cls);
  out.opens_parts = !out.classes.empty() || viewed.getParts() > 0;
  return out;
}

// Whether a mandate gives this reading. Those of an organisation never open parts, the privacy officer's excepted; those of
// a person reach the events about that person; the others are bound to their case.
bool reaches(const MandateInfo& m, const Request& r, bool opens_parts) {
  using enum schema::MandateScope;
  const auto has_classes = [&] {
    return m.classes.empty() || std::ranges::all_of(r.classes, [&](schema::PartClass cls) { return m.classes.contains(cls); });
  };
  switch (m.scope) {
    case ORGANISATION:
    case LEDGER: return !opens_parts || (m.role == schema::Role::PRIVACY_OFFICER && has_classes());
    case SUBJECT_ONLY:
      return m.subject && has_classes() && (!opens_parts || !r.about.empty()) &&
             std::ranges::all_of(r.about, [&](const SubjectId& one) { return one == *m.subject; });
    case CASE_ONLY:
    case WINDOW: {
      const auto power = opens_parts ? schema::MandatePower::READ_PARTS : schema::MandatePower::READ_HEADERS;
      const bool allows = m.powers.contains(power) || m.powers.contains(schema::MandatePower::READ_PARTS);
      return allows && has_classes() && m.kase && std::ranges::all_of(r.cases, [&](const CaseId& one) { return one == *m.kase; });
    }
    case UNSET: return false;
  }
  return false;
}

bool has_ground(const Check& c, const Request& r, schema::Role role, bool opens_parts) {
  if (c.state() != nullptr && r.cases.size() <= 1 && c.state()->involvement().holds_role(r.viewer, role, c.t.on)) return true;
  return std::ranges::any_of(c.registry().mandates_of(r.viewer), [&](const MandateInfo* m) {
    return m->role == role && m->in_force(c.t.at) && reaches(*m, r, opens_parts);
  });
}

// Rules see no parts, so "own" means that the viewer recorded, attended or received something here; which parts those are
// is for whoever opens them.
bool may_open(const Check& c, const Request& r, Reading reading) {
  switch (reading) {
    case Reading::none: return false;
    case Reading::own:
      return c.state() != nullptr && (c.state()->has_acted(r.viewer) || c.state()->has_received(r.viewer, c.org_of(r.viewer)));
    case Reading::all:
    case Reading::purpose:
    case Reading::self: return true;
  }
  return false;
}

// Why this role does not allow it; nothing when it does.
std::optional<std::string> refusal(const Check& c, const Request& r, schema::Role role) {
  const ReadingRow* row = reading_row(role);
  if (row == nullptr) return "role";
  if (!row->purposes.has(r.purpose)) return "purpose";
  // An export names no classes: it opens what its role opens. Roles without classes get counts.
  const bool opens_parts = r.opens_parts && (c.kind == 1301 || row->opens_any());
  if (!has_ground(c, r, role, opens_parts)) return "involvement";
  for (schema::PartClass cls : r.classes)
    if (!may_open(c, r, row->of(cls))) return code_text(cls);
  return std::nullopt;
}

// The role acted under; for the ledger's own key, every role that the viewer has.
std::vector<schema::Role> roles_of(const Check& c, const Request& r) {
  if (r.viewer == c.author) return {c.role};
  std::vector<schema::Role> out;
  if (!c.by_ledger_key()) return out;
  if (c.state() != nullptr) out = c.state()->involvement().roles_of(r.viewer, c.t.on);
  for (const MandateInfo* m : c.registry().mandates_of(r.viewer))
    if (m->in_force(c.t.at) && !names(out, m->role)) out.push_back(m->role);
  return out;
}

// NEN 7513: until its end a 1304 opens the classes it names of the persons it names, and of nobody else; looking only, not
// exporting, and no part of the case as a whole.
bool by_break_glass(const Check& c, const Request& r) {
  const bool own = r.viewer == c.author || c.by_ledger_key();
  if (c.kind != 1301 || c.state() == nullptr || !own || (r.opens_parts && r.about.empty())) return false;
  return std::ranges::any_of(c.state()->emergency_reading().all(), [&](const BreakGlass& b) {
    return b.viewer == r.viewer && c.t.at < b.until && b.classes.contains(CodeSet<schema::PartClass>::of(r.classes)) &&
           std::ranges::all_of(r.about, [&](const SubjectId& one) { return names(b.about, one); });
  });
}

// What a bundle (1303) opens: everything in its scope.
Request bundle_request(const Check& c) {
  const auto facts = c.facts.getBundleMade();
  Request out;
  out.viewer = id_or_zero<ActorId>(facts.getMaker());
  out.purpose = facts.getPurpose();
  if (facts.hasScopeSubject()) out.about.push_back(id_or_zero<SubjectId>(facts.getScopeSubject()));
  out.opens_parts = true;
  return out;
}

// Roles that open nothing get counts.
bool opens_words(const Check& c, const Request& r) {
  const ReadingRow* row = reading_row(c.role);
  return r.opens_parts && (c.kind != 1302 || row == nullptr || row->opens_any());
}

}  // namespace

// A 411 closes things to the person concerned. Which parts those are no header of a reading says: the views leave them out,
// and refusing here would tell the person that there is one (docs/domain.md §8.6).
std::optional<Values> acc_05(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const Request r = c.facts.isBundleMade() ? bundle_request(c) : request_of(c);
  if (!opens_words(c, r) || opens_restricted(c, r.purpose)) return std::nullopt;
  const Rights& rights = c.state()->rights();
  const bool closed = rights.block_on_case(restriction, c.t.at) != nullptr ||
                      std::ranges::any_of(r.about, [&](const SubjectId& one) { return rights.block_on(one, restriction, c.t.at) != nullptr; });
  if (!closed) return std::nullopt;
  return Values{{"reason", code_text(schema::BlockKind::RESTRICTION)}};
}

std::optional<Values> acc_01(const Check& c) {
  const Request r = request_of(c);
  if (by_break_glass(c, r)) return std::nullopt;
  std::string reason = "viewer";
  for (schema::Role role : roles_of(c, r)) {
    const auto refused = refusal(c, r, role);
    if (!refused) return std::nullopt;
    reason = *refused;
  }
  Values values{{"rule", "ACC-01"}, {"reason", reason}, {"whom", code_text(schema::Role::PRIVACY_OFFICER)}};
  if (c.state() != nullptr)
    if (const ActorId holder = c.state()->involvement().holder(schema::SingleFunction::WIJKCOACH, c.t.on); !holder.is_zero())
      values["whom"] = to_text(holder);
  return values;
}

}  // namespace inzicht
