#include "tools/exchange/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "ledger/base/limits.h"

namespace inzicht::exchange {
namespace {

// The bounds of admission (ADM-3, ADM-10), known here so that an export full of empty dates does not go out to be refused.
constexpr Micros far = 200'000 * micros_per_day;
constexpr Micros clock_skew = 5 * 60 * micros_per_second;
constexpr std::uint64_t progress_every = 500;

Refused no_power(std::string nl, std::string en) {
  auto refused = Refused::of("ADM-13", "role", std::move(nl), std::move(en));
  refused.values["kind"] = "importOpened";
  return refused;
}

std::optional<Refused> check_powers(const Registry& registry, const ActorId& actor, bool enrols, Micros now) {
  const bool may_import = registry.mandate_for(actor, schema::Role::IMPORTER, std::nullopt, now) != nullptr &&
                          registry.has_power(actor, schema::MandatePower::IMPORT, std::nullopt, now);
  if (!may_import)
    return no_power("een mandaat (106) met rol importer en bevoegdheid import", "a mandate (106) with role importer and power import");
  if (enrols && !registry.has_power(actor, schema::MandatePower::ENROL, std::nullopt, now))
    return no_power("de bevoegdheid enrol, om de medewerkers uit de bron in te schrijven; of resource = \"\" in de mapping",
                    "the power enrol, to register the resources of the source; or resource = \"\" in the mapping");
  return std::nullopt;
}

// Reads the source again and hands its records to the batch.
class Taker final : public RecordSink {
 public:
  Taker(const Mapping& mapping, ImportBatch& batch, const Clock& clock, std::uint64_t total, const ImportProgress& progress)
      : mapping_(mapping), batch_(batch), clock_(clock), total_(total), progress_(progress) {}

  Status record(const SourceRecord& record) override {
    if (++seen_ % progress_every == 0 && progress_) progress_(seen_, total_);
    const auto outcome = map_record(mapping_, record);
    if (std::holds_alternative<LeftOut>(outcome)) {
      ++skipped;
    } else if (const auto* why = std::get_if<Reason>(&outcome)) {
      reject(record.line, *why);
    } else {
      INZICHT_CHECK(take(record, std::get<MappedRecord>(outcome)));
    }
    return {};
  }
  void rejected(std::uint64_t line, Reason why) override { reject(line, std::move(why)); }

  void collect_refused() {
    for (auto& one : batch_.take_rejected()) reject(one.line, std::move(one.why));
  }

  std::uint64_t skipped = 0;
  std::uint64_t rejected_total = 0;
  std::vector<RejectedLine> lines;  // the first of them: a file may be wrong from end to end

 private:
  Status take(const SourceRecord& record, const MappedRecord& mapped) {
    if (mapped.time.at < -far || mapped.time.at > far) return reject(record.line, {"een tijdstip buiten de jaren 1422 tot 2517", "a time outside the years 1422 to 2517"});
    if (mapped.time.at > clock_.now() + clock_skew) return reject(record.line, {"een tijdstip in de toekomst", "a time in the future"});
    const bool with_trace = record.trace != nullptr && record.trace->number != trace_kept_;
    auto imported = imported_record(mapping_, mapped, record, with_trace);
    if (!imported) return reject(record.line, std::move(imported).error());
    if (record.trace != nullptr) trace_kept_ = record.trace->number;
    auto status = batch_.add(std::move(*imported), mapped.kase, mapped.resource);
    collect_refused();
    return status;
  }
  Status reject(std::uint64_t line, Reason why) {
    ++rejected_total;
    if (lines.size() < limits::rejected_kept_max) lines.push_back({line, std::move(why)});
    return {};
  }

  const Mapping& mapping_;
  ImportBatch& batch_;
  const Clock& clock_;
  std::uint64_t total_;
  const ImportProgress& progress_;
  std::uint64_t seen_ = 0;
  std::uint64_t trace_kept_ = 0;
};

class Import {
 public:
  Import(OpenLedger& ledger, Author& importer, const ImportRequest& request, const Mapping& mapping, const ImportProgress& progress)
      : ledger_(ledger), importer_(importer), request_(request), mapping_(mapping), progress_(progress) {}

  Result<ImportOutcome> run() {
    const auto begin = std::chrono::steady_clock::now();
    INZICHT_TRY(may_not, prepare());
    if (may_not) return ImportOutcome(std::move(*may_not));
    INZICHT_TRY(surveyed, survey(request_.source, mapping_));
    INZICHT_TRY(opening_refused, open(surveyed));
    if (opening_refused) return ImportOutcome(std::move(*opening_refused));
    ImportBatch batch(frame_, ledger_.clock(), [this](std::span<Draft> drafts) { return send(drafts); });
    Taker taker(mapping_, batch, ledger_.clock(), surveyed.records, progress_);
    if (auto status = take_all(surveyed, batch, taker); !status)
      return fail(status.error().code, fmt::format("{}; of this import {} events were recorded", status.error().text, batch.events()));
    std::ranges::sort(taker.lines, {}, &RejectedLine::line);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    return ImportOutcome(ImportReport{*frame_.opened, batch.cases(), batch.events(), taker.skipped,
                                      batch.actors(), taker.rejected_total, std::move(taker.lines),
                                      spent.count()});
  }

 private:
  // Who imports, for whom, and whether they may.
  Result<std::optional<Refused>> prepare() {
    frame_.source = request_.source.format == SourceFormat::xes ? schema::ImportSource::XES : schema::ImportSource::CSV;
    if (!importer_.profile().actor) return fail(ErrorCode::bad_input, "key: not enrolled yet: ask a registrar for `inzicht actor enrol`");
    const ActorId actor = *importer_.profile().actor;
    const Micros now = std::max(ledger_.clock().now(), ledger_.service().last_recorded_at());
    std::optional<OrganisationId> own;
    auto refused = ledger_.service().with_registry([&](const Registry& registry) {
      if (const ActorInfo* info = registry.find_actor(actor)) own = info->organisation;
      return check_powers(registry, actor, !mapping_.resource.name.empty(), now);
    });
    if (refused) return refused;
    const auto whose = request_.organisation ? request_.organisation : own;
    if (!whose) return fail(ErrorCode::bad_input, "import: this author belongs to no organisation: name whose history it is with --organisation");
    frame_.whose = *whose;
    frame_.organisation = own;
    return std::nullopt;
  }

  Result<std::optional<Refused>> open(const Survey& surveyed) {
    const auto note = fmt::format("{}\n{}", request_.source.file.filename().string(), surveyed.about);
    Draft draft = opened_draft(frame_, surveyed, mapping_.digest, note);
    INZICHT_TRY(outcome, importer_.record(ledger_.service(), ledger_.log(), ledger_.clock(), draft));
    if (auto* refused = std::get_if<Refused>(&outcome)) return std::move(*refused);
    frame_.opened = std::get<Accepted>(outcome).event;
    return std::nullopt;
  }

  Status take_all(const Survey& surveyed, ImportBatch& batch, Taker& taker) {
    INZICHT_TRY(digest, read_source(request_.source, mapping_, taker));
    INZICHT_CHECK(batch.send_rest());
    taker.collect_refused();
    if (digest != surveyed.file_digest) return fail(ErrorCode::conflict, "import: the file changed while it was read");
    return {};
  }

  std::vector<Result<RecordOutcome>> send(std::span<Draft> drafts) {
    if (auto status = make_keys(drafts); !status) return std::vector<Result<RecordOutcome>>(drafts.size(), std::unexpected(status.error()));
    return importer_.record_many(ledger_.service(), ledger_.log(), ledger_.clock(), drafts);
  }

  // The keys of new cases and actors in one synced write; sealing would make them one by one.
  Status make_keys(std::span<Draft> drafts) {
    std::vector<PartSubjectId> subjects;
    for (const auto& draft : drafts)
      for (const auto& part : draft.parts)
        if (const auto subject = part_subject(part, draft.kase, ledger_.service().ledger())) subjects.push_back(*subject);
    std::ranges::sort(subjects);
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    INZICHT_TRY(keys, ledger_.vault().keys_for(subjects));
    return {};
  }

  OpenLedger& ledger_;
  Author& importer_;
  const ImportRequest& request_;
  const Mapping& mapping_;
  const ImportProgress& progress_;
  ImportFrame frame_;
};

}  // namespace

Result<ImportOutcome> import_history(OpenLedger& ledger, Author& importer, const ImportRequest& request, const Mapping& mapping,
                                     const ImportProgress& progress) {
  return Import(ledger, importer, request, mapping, progress).run();
}

}  // namespace inzicht::exchange
