// ADM-11: the case, the references and the parts that a kind asks.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ledger/codec/catalogue.h"
#include "ledger/service/admit.h"

namespace inzicht {
namespace {

Refused missing(std::string field, std::string nl, std::string en) { return Refused::of("ADM-11", std::move(field), std::move(nl), std::move(en)); }

std::string_view relation_name(unsigned relation) { return code_of(static_cast<schema::RefType>(relation)); }

// Group 1 has no case but for mandates bound to one; access events and imports of files have none; everything else has one.
std::optional<Refused> check_case(schema::Header::Reader h) {
  const auto kind = h.getKind();
  bool wants = kind >= 200 && kind != 1301 && kind != 1302 && kind != 1401;
  if (kind == 106) {
    using enum schema::MandateScope;
    const auto scope = h.getFacts().getMandateGranted().getScope();
    wants = scope == CASE_ONLY || scope == SUBJECT_ONLY || scope == WINDOW;
  }
  if (kind == 107) return std::nullopt;   // as the mandate it ends
  if (kind == 1305) return std::nullopt;  // a refusal over several cases names none (docs/decisions/0021)
  if (wants == h.hasCase()) return std::nullopt;
  return wants ? missing("case", "de zaak waar dit bij hoort", "the case this belongs to") : missing("case", "geen zaak", "no case");
}

bool fits(const RefInfo& rule, schema::Reference::Reader ref, std::uint16_t kind) {
  return static_cast<unsigned>(rule.relation) == static_cast<unsigned>(ref.getRelation()) &&
         (rule.kinds.empty() || std::ranges::find(rule.kinds, kind) != rule.kinds.end());
}

// Any kind may be linked, be part of an import, or supersede its own kind.
bool fits_any_kind(schema::Reference::Reader ref, std::uint16_t own, std::uint16_t kind) {
  switch (ref.getRelation()) {
    case schema::RefType::LINKED_TO: return true;
    case schema::RefType::PART_OF: return kind == 1401;
    case schema::RefType::SUPERSEDES: return kind == own;
    default: return false;
  }
}

Result<std::optional<Refused>> check_references(schema::Header::Reader h, const KindInfo& kind, LedgerState& state, CaseState* kase) {
  std::map<const RefInfo*, unsigned> found;
  unsigned n = 0;
  for (auto ref : h.getReferences()) {
    const auto field = fmt::format("references[{}]", n++);
    if (ref.hasLedger()) continue;  // an event of another ledger cannot be looked up here
    const auto id = EventId::from({ref.getEvent().begin(), ref.getEvent().size()});
    INZICHT_TRY(known, state.known(id.value_or(EventId{}), kase));
    if (!known || !std::equal(known->header_hash.begin(), known->header_hash.end(), ref.getHeaderHash().begin(), ref.getHeaderHash().end()))
      return missing(field, "een gebeurtenis die in dit grootboek staat", "an event that stands in this ledger");
    const RefInfo* rule = nullptr;
    for (const auto& one : kind.refs)
      if (fits(one, ref, known->kind)) rule = &one;
    if (rule == nullptr && !fits_any_kind(ref, kind.id, known->kind))
      return missing(field, fmt::format("een verwijzing die {} kent, niet {} naar {}", kind.code, code_of(ref.getRelation()), known->kind),
                     fmt::format("a reference that {} knows, not {} to {}", kind.code, code_of(ref.getRelation()), known->kind));
    if (rule != nullptr && ++found[rule] > rule->most)
      return missing(field, fmt::format("hoogstens {} keer", rule->most), fmt::format("at most {} times", rule->most));
  }
  for (const auto& rule : kind.refs)
    if (found[&rule] < rule.least) {
      const auto name = std::string(relation_name(static_cast<unsigned>(rule.relation)));
      std::string kinds;
      for (auto k : rule.kinds) kinds += (kinds.empty() ? "" : "/") + std::to_string(k);
      return missing(
          "references",
          fmt::format("een verwijzing {} naar {}", name,
                      kinds.empty() ? "een gebeurtenis (--ref " + std::string(name) + "=E-…)" : kinds),
          fmt::format("a reference {} to {}", name,
                      kinds.empty() ? "an event (--ref " + std::string(name) + "=E-…)" : kinds));
    }
  return std::nullopt;
}

// Those that must be filled, as they are typed: "motive.motive, motive.text".
std::string required_fields(const PartInfo& part) {
  std::string out;
  for (auto field : part.schema.getFields())
    if ((part.required >> field.getIndex() & 1) != 0)
      out += fmt::format("{}{}.{}", out.empty() ? "" : ", ", part.name, field.getProto().getName().cStr());
  return out;
}

// A part with required fields belongs to every event of its kind; its required fields are filled.
std::optional<Refused> check_required_parts(schema::Header::Reader h, const KindInfo& kind) {
  for (const auto& part : kind.parts) {
    if (part.is_list()) continue;
    if (part.required == 0) continue;
    bool present = false;
    for (auto given : h.getParts()) {
      if (given.getPartType() != part.part_type) continue;
      present = true;
      if ((given.getFilled() & part.required) != part.required)
        return missing(std::string("parts.") + std::string(part.name),
                       "alle verplichte velden: " + required_fields(part),
                       "all required fields: " + required_fields(part));
    }
    const bool optional = part.part_type % 10 >= 8;
    if (!present && !optional)
      return missing(std::string("parts.") + std::string(part.name),
                     "dit deel is verplicht: " + required_fields(part),
                     "this part is required: " + required_fields(part));
  }
  return std::nullopt;
}

// A case begins with a signal, a question for consent, its opening, or what an import brings.
std::optional<Refused> check_first_of_case(schema::Header::Reader h, CaseState* kase, bool imported) {
  if (kase == nullptr || kase->events() > 0 || imported) return std::nullopt;
  const auto kind = h.getKind();
  if (kind == 301 || kind == 401 || kind == 201 || kind == 106 || kind == 1402) return std::nullopt;
  return missing("case", "een zaak die bestaat; een zaak begint met 301, 401 of 201", "a case that exists; a case begins with 301, 401 or 201");
}

}  // namespace

bool is_imported(schema::Header::Reader h) {
  return (h.hasPerformer() && h.getPerformer().getBasis() == schema::PerformerBasis::IMPORT) || h.getKind() == 1402;
}

Result<std::optional<Refused>> check_structure(schema::Header::Reader h, LedgerState& state, CaseState* kase, bool imported) {
  const KindInfo* kind = find_kind(h.getKind());
  if (kind == nullptr) return Refused::of("ADM-2", "kind", "een bekende soort", "a known kind");
  if (auto r = check_case(h)) return r;
  if (auto r = check_first_of_case(h, kase, imported)) return r;
  if (!imported)
    if (auto r = check_required_parts(h, *kind)) return r;
  return check_references(h, *kind, state, kase);
}

}  // namespace inzicht
