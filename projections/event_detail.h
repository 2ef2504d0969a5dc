// Everything about one event: header, facts, parts that can be read, references both ways, and what the ledger found when it recorded it.
//
// Shape:   rows of section, field and value; fields are named by their label in a language, or by their code name for programs.
//          As of the query's times: what refers to it later is left out. Facts of guarded kinds only when the query says so. Proofs and receipts are added by whoever can make them.
// Errors:  not_found: no such event, none yet at that time, or purged to its leaf; those of the log.
// Source:  docs/domain.md §9 view 26.
#pragma once
#include "ledger/codec/catalogue.h"
#include "ledger/log/log.h"
#include "projections/view.h"

namespace inzicht {

Result<ViewResult> event_detail(const Log& log, const EventId& event, const ViewQuery& query, std::optional<Lang> lang);

}  // namespace inzicht
