#include "tools/inzicht/view_page.h"

#include "tools/inzicht/sheet.h"
#include "tools/inzicht/view_shape.h"
#include "tools/pictures/kitchen_page.h"
#include "tools/pictures/picture.h"
#include "tools/pictures/table_paper.h"

namespace inzicht::cli {
namespace {

Result<std::string> kitchen_page(const Context& context, OpenLedger& ledger, const ViewResult& result, const Wording& wording, const ShowOptions& options) {
  KitchenFacts facts;
  if (options.person) facts.person = wording.atom(subject_cell(*options.person));
  facts.position = ledger.log().size();
  facts.printed = options.now.value_or(0);
  facts.as_of = options.as_of.value_or(facts.printed);
  if (ledger.settings().clock == schema::ClockKind::SIMULATED) facts.notes.push_back("(" + std::string(context.tr("clock.simulated")) + ")");
  return kitchen_pdf(result, wording, facts);
}

Result<std::string> table_page(const Context& context, const ViewResult& result, const Wording& wording, const std::string& title,
                               const std::vector<std::string>& notes, const ShowOptions& options) {
  TablePaper table{title, {}, {}, notes, options.now.value_or(0)};
  const auto shown = filled_columns(result, wording.cell);
  for (const auto i : shown) table.columns.push_back(context.lang == Lang::nl ? result.columns[i].label_nl : result.columns[i].label_en);
  for (const auto& row : result.rows) {
    auto& cells = table.rows.emplace_back();
    for (const auto i : shown) cells.push_back(wording.cell(row.cells[i]));
  }
  return table_pdf(table, wording);
}

}  // namespace

Status write_page(const Context& context, OpenLedger& ledger, const ViewResult& result, const Wording& wording, const std::string& title,
                  const std::vector<std::string>& notes, const ShowOptions& options) {
  if (!options.svg.empty()) return write_new(picture_of(options.view_name)(result, wording, {title, notes, options.now}), options.svg);
  const bool own_page = options.view == schema::ViewKind::KITCHEN_TABLE;
  INZICHT_TRY(bytes, own_page ? kitchen_page(context, ledger, result, wording, options) : table_page(context, result, wording, title, notes, options));
  return write_new(bytes, options.pdf);
}

}  // namespace inzicht::cli
