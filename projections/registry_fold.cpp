#include "projections/registry_fold.h"

#include "projections/feed.h"
#include "projections/registry_row.h"

namespace inzicht::views {
namespace {

constexpr std::size_t read_step = 256;  // events in memory at a time

Result<std::vector<std::uint64_t>> indexes_of(const ViewStore& store, std::optional<Micros> recorded_until) {
  std::vector<std::uint64_t> out;
  bool good = true;
  INZICHT_CHECK(store.scan(registry_name, {}, [&](Bytes key, Bytes value) {
    KeyReader in(key);
    const auto index = in.number();
    const auto row = read_row<RegistryRow>(value);
    good = in.finished() && row.has_value();
    // The ledger's clock never runs backwards, so the rest is later still.
    if (!good || (recorded_until && row->recorded > *recorded_until)) return false;
    out.push_back(index);
    return true;
  }));
  if (!good) return fail(ErrorCode::corruption, "registry: a stored row does not read; rebuild the view");
  return out;
}

void take(const FedEvent& event, RegistryAt& out) {
  const auto index = event.recorded.index;
  const auto header = event.recorded.header;
  out.recorded[index] = event.recorded.recorded_at;
  out.last_recorded = event.recorded.recorded_at;
  // The name in genesis is the ledger's, not that of an organisation or actor it brings.
  if (header.getKind() != 101)
    if (const auto place = best_line(header)) out.names[index] = *place;
  if (header.getKind() != 1401) {
    out.registry.apply(event.recorded);
    return;
  }
  const auto facts = header.getFacts().getImportOpened();
  out.imports.push_back({event.event, index, facts.getSource(), OrganisationId::from({facts.getOrg().begin(), facts.getOrg().size()})});
}

}  // namespace

Result<RegistryAt> registry_at(const ViewStore& store, const Log& log, std::optional<Micros> recorded_until) {
  INZICHT_TRY(indexes, indexes_of(store, recorded_until));
  RegistryAt out;
  Feed feed;
  for (std::size_t begin = 0; begin < indexes.size(); begin += read_step) {
    const auto step = std::span(indexes).subspan(begin, std::min(read_step, indexes.size() - begin));
    const auto records = log.read_many(step);
    for (std::size_t i = 0; i < step.size(); ++i) {
      if (!records[i]) return std::unexpected(records[i].error());
      const EventRecord& r = *records[i];
      INZICHT_TRY(fed, feed.event({step[i], r.leaf, r.header, r.signatures, r.admission, r.purged}));
      if (fed != nullptr) take(*fed, out);
    }
  }
  return out;
}

}  // namespace inzicht::views
