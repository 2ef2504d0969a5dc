// Who looked at this case, when, in which role and why: NEN 7513, docs/domain.md §9 view 13. Newest last; counts, no words.
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

// What a look (1301) and an export (1302) have in common.
struct Look {
  ActorId viewer;
  schema::ViewKind view = schema::ViewKind::UNSET;
  schema::AccessPurpose purpose = schema::AccessPurpose::UNSET;
  std::uint64_t parts = 0;  // of an export: rows
  std::vector<SubjectId> about;
  Cell classes, format;
};

std::optional<Look> look_of(const HistoryEvent& event) {
  if (event.kind() == 1301) {
    const auto f = event.facts().getPartsViewed();
    return Look{id_or_zero<ActorId>(f.getViewer()), f.getView(), f.getPurpose(), f.getParts(), ids_of<SubjectId>(f.getAbout()), list_cell(f.getClasses()), {}};
  }
  if (event.kind() == 1302) {
    const auto f = event.facts().getExported();
    return Look{id_or_zero<ActorId>(f.getViewer()), f.getView(), f.getPurpose(), f.getRows(), ids_of<SubjectId>(f.getAbout()), Cell::list({}), code_cell(f.getFormat())};
  }
  return std::nullopt;
}

void add(const CaseInput& input, ViewResult& out) {
  if (input.reads == nullptr) return;
  for (const auto* event : input.reads->in_order()) {
    const auto look = look_of(*event);
    if (!look) continue;
    ++out.total;
    if (!wanted(input.query, *event, look->about)) continue;
    if (asks(input.query, "export") && event->kind() != 1302) continue;
    const bool break_glass = reference_of(event->event.header, RefType::CONCERNS).has_value();
    if (asks(input.query, "breakGlass") && !break_glass) continue;
    Row row;
    row.index = event->event.index;
    row.cells = {time_cell(event->occurred),
                 Atom{KindCell{event->kind()}},
                 id_cell(look->viewer),
                 code_cell(event->event.header.getRole()),
                 id_cell(id_or_zero<OrganisationId>(event->event.header.getOrganisation())),
                 code_cell(look->view),
                 code_cell(look->purpose),
                 ids_cell(look->about),
                 look->classes,
                 Atom{static_cast<std::int64_t>(look->parts)},
                 look->format,
                 ids_cell(references_of(event->event.header, RefType::UNDER_MANDATE)),
                 ids_cell(references_of(event->event.header, RefType::CONCERNS)),
                 id_cell(event->id)};
    out.rows.push_back(std::move(row));
  }
}

}  // namespace

CaseView access_log_view() {
  return {"accessLog",
          {{"occurred", "gebeurd", "occurred"},
           {"kind", "soort", "kind"},
           {"viewer", "wie", "viewer"},
           {"role", "rol", "role"},
           {"organisation", "organisatie", "organisation"},
           {"view", "overzicht", "view"},
           {"purpose", "doel", "purpose"},
           {"about", "over wie", "about"},
           {"classes", "soorten gegevens", "classes"},
           {"parts", "delen of rijen", "parts or rows"},
           {"format", "vorm", "format"},
           {"mandate", "mandaat", "mandate"},
           {"breakGlass", "noodtoegang", "break-glass"},
           {"event", "gebeurtenis", "event"}},
          add,
          {"export", "breakGlass"},
          false,
          true};
}

}  // namespace inzicht::views
