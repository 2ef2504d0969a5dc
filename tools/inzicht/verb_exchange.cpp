// import csv, import xes, export jsonl.
#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>

#include "tools/exchange/export_jsonl.h"
#include "tools/exchange/import.h"
#include "tools/inzicht/show_view.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

struct ImportOptions {
  std::string file, mapping, organisation;
};

int run_import(const Context& context, const ImportOptions& o, exchange::SourceFormat format) {
  // The mapping first: a wrong one should not ask for a passphrase.
  auto mapping = o.mapping.empty() ? (format == exchange::SourceFormat::xes ? Result<exchange::Mapping>(exchange::Mapping::of_xes())
                                                                            : fail(ErrorCode::bad_input, "--mapping: a CSV file needs a mapping file"))
                                   : exchange::Mapping::read(o.mapping, format);
  if (!mapping) return context.fail(mapping.error());
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  exchange::ImportRequest request{{format, o.file}, std::nullopt};
  if (!o.organisation.empty()) {
    const LedgerIds ids(**ledger);
    const auto id = typed_id<OrganisationId>(ids, schema::IdKind::ORGANISATION, o.organisation, "--organisation");
    if (!id) return context.fail(id.error());
    request.organisation = *id;
  }
  auto outcome = [&] {
    Progress progress(context, std::string(context.tr("progress.import")));
    return exchange::import_history(**ledger, **author, request, *mapping, [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); });
  }();
  if (!outcome) return context.fail(outcome.error());
  if (const auto* refused = std::get_if<Refused>(&*outcome)) return context.refuse(*refused);
  const auto& report = std::get<exchange::ImportReport>(*outcome);
  if (context.json) {
    Json rejected = Json::array();
    for (const auto& one : report.rejected) rejected.push_back({{"line", one.line}, {"why", context.lang == Lang::en ? one.why.en : one.why.nl}});
    context.print(Json({{"cases", report.cases}, {"events", report.events}, {"skipped", report.skipped}, {"rejected", rejected}, {"rejectedTotal", report.rejected_total}, {"seconds", report.seconds}}).dump());
  } else {
    context.print(context.trf("import.done", report.cases, report.events, report.seconds, report.skipped, report.rejected_total));
    for (const auto& one : report.rejected) context.print(context.trf("import.rejected", one.line, context.lang == Lang::en ? one.why.en : one.why.nl));
    if (const auto more = report.rejected_total - report.rejected.size(); more > 0) context.print(context.trf("import.rejected_more", more));
  }
  return report.rejected_total == 0 ? exit_done : exit_no;
}

struct ExportOptions {
  std::string kase, out, role;
  std::uint64_t from = 0, until = UINT64_MAX;
  bool words = false;
};

int run_export(const Context& context, const ExportOptions& o) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  LedgerIds ids(**ledger);
  exchange::ExportRequest request{std::nullopt, o.from, o.until};
  if (!o.kase.empty()) {
    const auto id = typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "--case");
    if (!id) return context.fail(id.error());
    request.kase = *id;
  }
  if (std::error_code none; !o.out.empty() && std::filesystem::exists(o.out, none))
    return context.fail({ErrorCode::already_exists, "there is a file of that name already: give another: " + o.out});
  std::optional<OpenedParts> opened;
  if (o.words) {
    if (!request.kase) return context.fail({ErrorCode::bad_input, "--words: expected one case with --case"});
    auto read = read_for_export(context, **ledger, *request.kase, o.role);
    if (!read) return context.fail(read.error());
    if (const auto* refused = std::get_if<Refused>(&*read)) return context.refuse(*refused);
    opened = std::move(std::get<OpenedParts>(*read));
  }
  std::ofstream file;
  if (!o.out.empty()) {
    if (auto claimed = claim_file(o.out); !claimed) return context.fail(claimed.error());
    file.open(o.out, std::ios::binary | std::ios::trunc);
  }
  std::ostream& out = o.out.empty() ? std::cout : file;
  const exchange::OpenedPartAt part_at = [&](const PartPlace& place) -> const OpenedPart* {
    const auto at = opened->parts.find(place);
    return at == opened->parts.end() ? nullptr : &at->second;
  };
  const auto lines = exchange::export_jsonl((*ledger)->log(), request, opened ? part_at : exchange::OpenedPartAt{}, [&](std::string_view line) -> Status {
    out << line << '\n';
    if (!out) return fail(ErrorCode::io, "export: the file could not be written");
    return {};
  });
  out.flush();
  if (!lines) return context.fail(lines.error());
  context.say(context.trf("export.done", *lines, o.out.empty() ? "-" : o.out));
  return exit_done;
}

}  // namespace

void add_import(Verbs& v) {
  auto* verb = v.app.add_subcommand("import", std::string(v.context.tr("help.import")));
  verb->require_subcommand(1);
  for (auto [name, help, format] : {std::tuple{"csv", "help.import.csv", exchange::SourceFormat::csv}, std::tuple{"xes", "help.import.xes", exchange::SourceFormat::xes}}) {
    auto o = std::make_shared<ImportOptions>();
    auto* one = verb->add_subcommand(name, std::string(v.context.tr(help)));
    one->add_option("file", o->file, std::string(v.context.tr("help.import.file")))->required();
    one->add_option("--mapping", o->mapping, std::string(v.context.tr("help.import.mapping")));
    one->add_option("--organisation", o->organisation, std::string(v.context.tr("help.import.organisation")));
    one->callback([o, f = format, context = &v.context, chosen = &v.chosen] { *chosen = [context, o, f] { return run_import(*context, *o, f); }; });
  }
}

void add_export(Verbs& v) {
  auto* verb = v.app.add_subcommand("export", std::string(v.context.tr("help.export")));
  verb->require_subcommand(1);
  auto o = std::make_shared<ExportOptions>();
  auto* jsonl = verb->add_subcommand("jsonl", std::string(v.context.tr("help.export.jsonl")));
  jsonl->add_option("--case", o->kase, std::string(v.context.tr("help.record.case")));
  jsonl->add_option("--from", o->from, std::string(v.context.tr("help.export.from")));
  jsonl->add_option("--until", o->until, std::string(v.context.tr("help.export.until")));
  jsonl->add_option("--out", o->out, std::string(v.context.tr("help.out")));
  jsonl->add_option("--role", o->role, std::string(v.context.tr("help.view.role")));
  jsonl->add_flag("--words", o->words, std::string(v.context.tr("help.export.words")));
  jsonl->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return run_export(*context, *o); }; });
}

}  // namespace inzicht::cli
