#include "ledger/service/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "crypto/digest.h"
#include "ledger/base/limits.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/service/reading_places.h"
#include "ledger/service/refused_reading.h"

namespace inzicht {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

Draft request_event(const ReadRequest& request, const ReadPlaces& wanted, const ActorId& viewer, Service& service) {
  const bool is_export = request.format.has_value();
  Draft draft = Draft::of(*find_kind(std::uint16_t(is_export ? 1302 : 1301)));
  draft.role = request.role;
  draft.organisation = request.organisation;
  Json filter_json(request.filter);
  const Digest filter = crypto::sha256(crypto::bytes_of(filter_json.dump()));
  const bool several = request.cases.size() > 1;
  const auto common = [&](auto facts) {
    facts.setViewer(data_of(viewer.bytes));
    facts.setView(request.view);
    facts.setPurpose(request.purpose);
    facts.setFilter(data_of(filter));
    // One bundle of one case must not name another, so several cases stand in the list part.
    if (several) return;
    if (!request.cases.empty()) {
      auto cases = facts.initCases(1);
      const auto version = service.case_version(request.cases[0]);
      cases[0].setCase(data_of(request.cases[0].bytes));
      cases[0].setCount(version.count);
      if (version.head) cases[0].setHead(data_of(*version.head));
    }
    if (!wanted.about.empty()) {
      auto about = facts.initAbout(static_cast<unsigned>(wanted.about.size()));
      for (unsigned i = 0; const auto& id : wanted.about) about.set(i++, data_of(id.bytes));
    }
  };
  if (is_export) {
    auto facts = draft.facts->getRoot<schema::Exported>();
    common(facts);
    facts.setFormat(*request.format);
    facts.setProfile(request.profile);
    facts.setRows(request.rows);
    facts.setTotal(request.total);
  } else {
    auto facts = draft.facts->getRoot<schema::PartsViewed>();
    common(facts);
    facts.setParts(request.wanted.size());
    if (!wanted.classes.empty()) {
      auto classes = facts.initClasses(static_cast<unsigned>(wanted.classes.size()));
      for (unsigned i = 0; const auto cls : wanted.classes) classes.set(i++, cls);
    }
  }
  return draft;
}

// What was opened, and for several cases which: unsealed lists without personal data.
void add_lists(Draft& draft, const ReadRequest& request, const ReadPlaces& wanted, Service& service) {
  const auto finish = [&draft](std::string_view name, capnp::DynamicStruct::Reader root) {
    DraftPart part;
    part.info = draft.kind->part(name);
    part.cls = schema::PartClass::LIST;
    part.about = PartAbout::nobody;
    part.filled = filled_bits(root);
    part.message = canonical_bytes(root);
    if (part.filled != 0) draft.parts.push_back(std::move(part));
  };
  if (request.cases.size() > 1) {
    capnp::MallocMessageBuilder message;
    auto rows = message.initRoot<schema::PartsViewedCases>().initRows(static_cast<unsigned>(request.cases.size()));
    for (unsigned i = 0; i < request.cases.size(); ++i) {
      const auto version = service.case_version(request.cases[i]);
      rows[i].setCase(data_of(request.cases[i].bytes));
      rows[i].setCount(version.count);
      if (version.head) rows[i].setHead(data_of(*version.head));
    }
    finish("cases", message.getRoot<schema::PartsViewedCases>().asReader());
  }
  capnp::MallocMessageBuilder message;
  auto opened = message.initRoot<schema::PartsViewedOpened>();
  if (!request.filter.empty()) {
    auto filter = opened.initFilter(static_cast<unsigned>(request.filter.size()));
    for (unsigned i = 0; const auto& [key, value] : request.filter) {
      filter[i].setKey(key.c_str());
      filter[i++].setValue(value.c_str());
    }
  }
  const auto listed = std::min(request.wanted.size(), limits::list_items_max);
  if (listed > 0) {
    auto parts = opened.initParts(static_cast<unsigned>(listed));
    for (unsigned i = 0; i < listed; ++i) {
      const auto at = wanted.events.find(request.wanted[i].index);
      if (at != wanted.events.end()) parts[i].setEvent(data_of(at->second.bytes));
      parts[i].setPart(request.wanted[i].part);
    }
  }
  finish("opened", opened.asReader());
}

// One access event, and what it lets open.
Result<std::variant<Accepted, Refused>> ask(OpenLedger& ledger, Author& reader, const ReadRequest& request) {
  INZICHT_TRY(wanted, read_places(ledger.log(), request.wanted));
  Draft draft = request_event(request, wanted, *reader.profile().actor, ledger.service());
  add_lists(draft, request, wanted, ledger.service());
  return reader.record(ledger.service(), ledger.log(), ledger.clock(), draft);
}

// Runs of at most so many cases; of no case at all one empty run.
std::vector<std::vector<CaseId>> runs_of(std::span<const CaseId> cases, std::size_t most) {
  std::vector<std::vector<CaseId>> out;
  for (std::size_t from = 0; from == 0 || from < cases.size(); from += most) {
    const auto run = cases.subspan(from, std::min(most, cases.size() - from));
    out.emplace_back(run.begin(), run.end());
  }
  return out;
}

// As many requests as it takes for none to read more cases than it may; parts of no case go with the first.
Result<std::vector<ReadRequest>> divided(const Log& log, const ReadRequest& request) {
  if (request.cases.size() <= 1 || (!request.case_by_case && request.cases.size() <= limits::access_cases_max)) return std::vector{request};
  INZICHT_TRY(places, read_places(log, request.wanted));
  std::vector<CaseId> opened, others;
  for (const auto& kase : request.cases) {
    const bool opens = std::ranges::any_of(places.cases, [&](const auto& one) { return one.second == kase; });
    (opens && request.case_by_case ? opened : others).push_back(kase);
  }
  auto runs = opened.empty() ? std::vector<std::vector<CaseId>>{} : runs_of(opened, 1);
  if (!others.empty()) std::ranges::move(runs_of(others, limits::access_cases_max), std::back_inserter(runs));
  std::vector<ReadRequest> out;
  std::map<CaseId, std::size_t> request_of;
  for (auto& run : runs) {
    for (const auto& kase : run) request_of.emplace(kase, out.size());
    out.push_back(request);
    out.back().cases = std::move(run);
    out.back().wanted.clear();
  }
  for (const auto& place : request.wanted) {
    const auto kase = places.cases.contains(place.index) ? places.cases.at(place.index) : std::nullopt;
    const auto at = kase ? request_of.find(*kase) : request_of.end();
    out[at == request_of.end() ? 0 : at->second].wanted.push_back(place);
  }
  return out;
}

}  // namespace

Result<ReadPlaces> read_places(const Log& log, std::span<const PartPlace> places) {
  ReadPlaces out;
  std::vector<std::uint64_t> indexes;
  for (const auto& place : places)
    if (indexes.empty() || indexes.back() != place.index) indexes.push_back(place.index);
  auto records = log.read_many(indexes);
  std::map<std::uint64_t, HeaderMessage> headers;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i]) return std::unexpected(records[i].error());
    if (auto message = HeaderMessage::stored(records[i]->header)) headers.emplace(indexes[i], std::move(*message));
  }
  for (const auto& place : places) {
    const auto at = headers.find(place.index);
    if (at == headers.end()) continue;
    const auto h = at->second.header();
    if (const auto id = EventId::from({h.getEvent().begin(), h.getEvent().size()})) out.events[place.index] = *id;
    out.cases[place.index] = id_of<CaseId>(h.getCase());
    if (place.part >= h.getParts().size()) continue;
    const auto part = h.getParts()[place.part];
    out.classes.insert(part.getClass());
    for (auto subject : h.getSubjects())
      if (std::ranges::equal(subject, part.getSubject())) out.about.insert(*SubjectId::from({subject.begin(), subject.size()}));
  }
  return out;
}

std::vector<PartPlace> sealed_parts(const Log& log, std::span<const std::uint64_t> indexes) {
  std::vector<PartPlace> out;
  auto records = log.read_many(indexes);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i]) continue;
    const auto message = HeaderMessage::stored(records[i]->header);
    if (!message) continue;
    const auto parts = message->header().getParts();
    for (unsigned n = 0; n < parts.size(); ++n)
      if (parts[n].getClass() != schema::PartClass::LIST) out.push_back({indexes[i], static_cast<std::uint16_t>(n)});
  }
  return out;
}

Result<std::optional<OpenedPart>> open_stored_part(const Log& log, const Vault& vault, const PartPlace& place) {
  INZICHT_TRY(record, log.read(place.index));
  const auto message = HeaderMessage::stored(record.header);
  if (!message || place.part >= message->header().getParts().size()) return std::nullopt;
  INZICHT_TRY(parts, log.read_parts(place.index));
  if (place.part >= parts.size() || parts[place.part].erased) return std::nullopt;
  const auto h = message->header();
  const auto commitment = h.getParts()[place.part];
  const auto event = EventId::from({h.getEvent().begin(), h.getEvent().size()}).value_or(EventId{});
  Digest committed{};
  if (commitment.getCommitment().size() == committed.size()) std::ranges::copy(commitment.getCommitment(), committed.begin());
  crypto::Secret part_key;
  if (commitment.getClass() != schema::PartClass::LIST) {
    auto key = vault.unwrap_part_key(parts[place.part].part_key, event, place.part);
    if (!key && key.error().code == ErrorCode::not_found) return std::nullopt;  // the subject's key was destroyed
    if (!key) return std::unexpected(key.error());
    part_key = std::move(*key);
  }
  INZICHT_TRY(open, open_part(part_key, event, place.part, committed, parts[place.part].sealed));
  const auto plain = unpad_part(open.plain);
  const PartInfo* info = find_part(commitment.getPartType());
  auto inner = plain && info != nullptr ? Message::stored(*plain, info->schema) : std::nullopt;
  if (!inner) return fail(ErrorCode::corruption, fmt::format("open: a part does not decode (index={} part={})", place.index, place.part));
  return OpenedPart{info, std::move(*inner)};
}

Result<std::variant<OpenedParts, Refused>> open_for_reading(OpenLedger& ledger, Author& reader, const ReadRequest& request) {
  if (!reader.profile().actor) return fail(ErrorCode::bad_input, "read: the reader's key is not enrolled");
  INZICHT_TRY(requests, divided(ledger.log(), request));
  OpenedParts out;
  for (const auto& one : requests) {
    INZICHT_TRY(outcome, ask(ledger, reader, one));
    if (auto* refused = std::get_if<Refused>(&outcome)) {
      if (const auto reason = reason_of(*refused)) INZICHT_CHECK(record_refused_reading(ledger, *reader.profile().actor, one, *reason));
      return std::move(*refused);
    }
    out.access.push_back(std::move(std::get<Accepted>(outcome)));
  }
  for (const auto& place : request.wanted) {
    INZICHT_TRY(part, open_stored_part(ledger.log(), ledger.vault(), place));
    if (part) {
      out.parts.emplace(place, std::move(*part));
    } else {
      ++out.closed;
    }
  }
  return out;
}

}  // namespace inzicht
