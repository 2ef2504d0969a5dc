// Who looked at this case, when, in which role and why: NEN 7513, docs/domain.md §9 view 13. Newest last; counts, no words.
#include "projections/case_view.h"

namespace inzicht::views {
namespace {

using schema::RefType;

// What a look (1301), an export (1302), a bundle (1303), a breaking of the glass (1304), a refusal (1305) and a copy (1203) have in common.
struct Line {
  const HistoryEvent* event = nullptr;
  ActorId viewer;
  Cell view, purpose, format, refused;
  std::optional<std::uint64_t> parts;  // opened; of an export, bundle or copy: rows or parts shown
  std::vector<SubjectId> about;
  Cell classes = Cell::list({});
  bool by_break_glass = false;
};

template <class Facts>
Line of_look(const HistoryEvent& event, const Facts& facts) {
  Line out{&event, id_or_zero<ActorId>(facts.getViewer()), code_cell(facts.getView()), code_cell(facts.getPurpose()), {}, {}, {}, ids_of<SubjectId>(facts.getAbout())};
  out.by_break_glass = reference_of(event.event.header, RefType::CONCERNS).has_value();
  return out;
}

std::optional<Line> line_of(const HistoryEvent& event) {
  switch (event.kind()) {
    case 1301: {
      const auto f = event.facts().getPartsViewed();
      Line out = of_look(event, f);
      out.parts = f.getParts();
      out.classes = list_cell(f.getClasses());
      return out;
    }
    case 1302: {
      const auto f = event.facts().getExported();
      Line out = of_look(event, f);
      out.parts = f.getRows();
      out.format = code_cell(f.getFormat());
      return out;
    }
    case 1303: {
      const auto f = event.facts().getBundleMade();
      Line out{&event, id_or_zero<ActorId>(f.getMaker()), {}, code_cell(f.getPurpose()), {}, {}, f.getShown(), {}};
      if (f.hasScopeSubject()) out.about = {id_or_zero<SubjectId>(f.getScopeSubject())};
      return out;
    }
    case 1304: {
      const auto f = event.facts().getBreakGlassUsed();
      Line out{&event, id_or_zero<ActorId>(f.getViewer()), {}, code_cell(f.getReason()), {}, {}, {}, ids_of<SubjectId>(f.getAbout()), list_cell(f.getClasses())};
      out.by_break_glass = true;
      return out;
    }
    case 1305: {
      const auto f = event.facts().getAccessRefused();
      return Line{&event, id_or_zero<ActorId>(f.getViewer()), code_cell(f.getView()), {}, {}, code_cell(f.getReason()), {}, ids_of<SubjectId>(f.getAbout()), list_cell(f.getClasses())};
    }
    case 1203: {
      const auto f = event.facts().getInspectionGiven();
      return Line{&event, author_of(event.event), {}, {}, code_cell(f.getForm()), {}, f.getShown(), {id_or_zero<SubjectId>(f.getAbout())}};
    }
    default: return std::nullopt;
  }
}

// Who looked counts here, not who wrote it down: a refusal is signed by the ledger.
bool is_asked(const CaseInput& input, const Line& line) {
  ViewQuery others = input.query;
  others.actor.reset();
  if (input.query.actor && *input.query.actor != line.viewer) return false;
  if (!wanted(others, *line.event, line.about)) return false;
  if (asks(input.query, "export")) return line.event->kind() == 1302;
  if (asks(input.query, "refused")) return line.event->kind() == 1305;
  return !asks(input.query, "breakGlass") || line.by_break_glass;
}

Row row_of(const Line& line) {
  const auto header = line.event->event.header;
  const bool by_ledger = line.event->kind() == 1305;
  Row row;
  row.index = line.event->event.index;
  row.cells = {time_cell(line.event->occurred),
               Atom{KindCell{line.event->kind()}},
               id_cell(line.viewer),
               by_ledger ? Cell() : code_cell(header.getRole()),
               id_cell(id_or_zero<OrganisationId>(header.getOrganisation())),
               line.view,
               line.purpose,
               ids_cell(line.about),
               line.classes,
               line.parts ? Cell(Atom{static_cast<std::int64_t>(*line.parts)}) : Cell(),
               line.format,
               ids_cell(references_of(header, RefType::UNDER_MANDATE)),
               ids_cell(references_of(header, RefType::CONCERNS)),
               line.refused,
               id_cell(line.event->id)};
  return row;
}

void add(const CaseInput& input, ViewResult& out) {
  std::vector<Line> lines;
  for (const CaseHistory* events : {input.reads, &input.history}) {
    if (events == nullptr) continue;
    for (const auto& event : events->events())
      if (auto line = line_of(event)) lines.push_back(std::move(*line));
  }
  std::ranges::stable_sort(lines, [](const Line& a, const Line& b) { return std::pair(a.event->occurred, a.event->event.index) < std::pair(b.event->occurred, b.event->event.index); });
  out.total += lines.size();
  for (const Line& line : lines)
    if (is_asked(input, line)) out.rows.push_back(row_of(line));
}

}  // namespace

CaseView access_log_view() {
  CaseView out{"accessLog",
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
                {"refused", "geweigerd omdat", "refused because"},
                {"event", "gebeurtenis", "event"}},
               add,
               {"export", "breakGlass", "refused"},
               false,
               true};
  out.order = {{"occurred"}};
  return out;
}

}  // namespace inzicht::views
