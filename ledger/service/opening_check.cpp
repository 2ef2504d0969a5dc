#include "ledger/service/opening_check.h"

#include "ledger/codec/leaf.h"
#include "ledger/codec/strict.h"

namespace inzicht {
namespace {

constexpr std::uint16_t kind_executed = 1209;

// The last erasure of each person: what is sealed after it has another key.
using Erasures = std::map<PartSubjectId, std::uint64_t>;

void note_erasure(std::uint64_t index, schema::Header::Reader header, Erasures& out) {
  const auto facts = header.getFacts().getErasureExecuted();
  if (facts.getScope() != schema::ErasureScope::WHOLE_SUBJECT) return;
  for (auto person : facts.getAbout())
    if (const auto subject = PartSubjectId::from({person.begin(), person.size()})) out[*subject] = index;
}

Result<Erasures> erasures_in(const Log& log) {
  Erasures out;
  INZICHT_CHECK(log.scan(0, log.size(), [&](const EventView& view) {
    if (view.purged || kind_of_leaf(view.leaf) != LeafKind::event) return true;
    if (const auto message = HeaderMessage::stored(view.header); message && message->header().getKind() == kind_executed)
      note_erasure(view.index, message->header(), out);
    return true;
  }));
  return out;
}

// Nothing was opened at this place: whether it says why.
Result<bool> was_erased(const Log& log, const PartPlace& place, const Erasures& erasures) {
  INZICHT_TRY(parts, log.read_parts(place.index));
  if (place.part < parts.size() && parts[place.part].erased) return true;
  INZICHT_TRY(record, log.read(place.index));
  const auto message = HeaderMessage::stored(record.header);
  if (!message || place.part >= message->header().getParts().size()) return false;
  const auto subject = message->header().getParts()[place.part].getSubject();
  const auto id = PartSubjectId::from({subject.begin(), subject.size()});
  const auto erased = id ? erasures.find(*id) : erasures.end();
  return erased != erasures.end() && erased->second > place.index;
}

}  // namespace

Result<OpeningReport> open_every_part(const Log& log, const Vault& vault, const OpeningProgress& progress) {
  INZICHT_TRY(erasures, erasures_in(log));
  OpeningReport out;
  const std::uint64_t size = log.size();
  for (std::uint64_t index = 0; index < size; ++index) {
    const std::uint64_t one[] = {index};
    for (const auto& place : sealed_parts(log, one)) {
      const auto part = open_stored_part(log, vault, place);
      if (!part) {
        out.wrong.push_back(place);
      } else if (*part) {
        ++out.opened;
      } else {
        INZICHT_TRY(erased, was_erased(log, place, erasures));
        if (erased) ++out.erased;
        else out.lost.push_back(place);
      }
    }
    if (progress) progress(index + 1, size);
  }
  return out;
}

}  // namespace inzicht
