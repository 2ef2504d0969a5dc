// A view on paper or as a drawing: which page or picture a view has, and the file it goes to.
//
// Errors:  already_exists: nothing is overwritten; io, disk_full. Nothing is left behind after an error.
// Files:   readable by their owner only, written whole.
#pragma once
#include "tools/inzicht/show_view.h"
#include "tools/pictures/wording.h"

namespace inzicht::cli {

inline IdCell subject_cell(const SubjectId& person) { return {schema::IdKind::SUBJECT, person.bytes}; }

// Requires: a file for PDF or SVG is named, and the view has a picture when it is SVG.
Status write_page(const Context& context, OpenLedger& ledger, const ViewResult& result, const Wording& wording, const std::string& title,
                  const std::vector<std::string>& notes, const ShowOptions& options);

}  // namespace inzicht::cli
