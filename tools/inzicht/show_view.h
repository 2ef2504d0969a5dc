// Showing a view: opens the words it asks for after the access event is recorded, fits it in a table, or writes it as JSON.
#pragma once
#include "ledger/service/reading.h"
#include "projections/view.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/lookup.h"

namespace inzicht::cli {

struct ShowOptions {
  schema::ViewKind view = schema::ViewKind::UNSET;
  std::string view_name;    // "privacyLog"
  std::string title_key;
  std::vector<CaseId> cases;
  std::string purpose;   // code; empty: the usual one of the role
  std::string role;      // code; empty: the one the reader holds
  bool case_by_case = false;  // the reader has a ground in each case, and none for all
  bool codes_only = false;  // shows no words, so nothing is opened and no access event is made
  std::map<std::string, std::string> filter;
  std::string csv, xlsx, pdf, svg;  // at most one: a file instead of a table, and an export event (1302) instead of a look (1301)
  std::optional<SubjectId> person;  // whose page it is, for a view that is about one
  std::optional<Micros> now;        // when it was asked
  std::optional<Micros> as_of;      // the day it speaks of, when that is earlier
  std::optional<Micros> occurred_until, recorded_until;  // what bounds its events
  bool to_file() const { return !file().empty(); }
  const std::string& file() const { return !csv.empty() ? csv : !xlsx.empty() ? xlsx : !pdf.empty() ? pdf : svg; }
};
int show_view(const Context& context, OpenLedger& ledger, const ViewResult& result, const ShowOptions& options);

// Opens these parts for a reader, after the access event.
Result<std::variant<OpenedParts, Refused>> read_words(const Context& context, OpenLedger& ledger, schema::ViewKind view, const CaseId& kase,
                                                      std::vector<PartPlace> places, const std::string& role);
// Every part of the case that this role may open, after an export event (1302, jsonl).
Result<std::variant<OpenedParts, Refused>> read_for_export(const Context& context, OpenLedger& ledger, const CaseId& kase, const std::string& role);
// The timeline of a case as `inzicht timeline` shows it.
int show_timeline(const Context& context, const std::string& kase);

// Whether the reader's role may read class safety, and with it the facts of guarded kinds. Without a reader: no.
bool reads_guarded_facts(const Context& context, OpenLedger& ledger, const std::string& role, std::span<const CaseId> cases);

// Where names stand that a view may show: actors and organisations by the registry, persons by their 202.
std::map<IdCell, PartPlace> name_places(OpenLedger& ledger, std::span<const CaseId> cases);

}  // namespace inzicht::cli
