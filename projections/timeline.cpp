#include "projections/timeline.h"

#include "projections/timeline_row.h"

namespace inzicht {
namespace views {
namespace {

// The frames of help that an event stands in, from whichever fact says so.
CodeSet<schema::Kader> kaders_of(schema::Header::Reader header) {
  using schema::Kader;
  CodeSet<Kader> out;
  const auto facts = header.getFacts();
  switch (header.getKind()) {
    case 204:
      for (auto party : facts.getInvolvementStarted().getParties()) out.add(party.getFrame());
      break;
    case 806: out.add(facts.getTaskAssigned().getFrame()); break;
    case 808: out.add(facts.getInterventionStarted().getFrame()); break;
    case 902: case 903: case 904: out.add(Kader::DRANG); break;
    case 906: case 908: out.add(Kader::DWANG); break;
    default: break;
  }
  return out.without({Kader::UNSET});
}

bool is_dilemma(schema::Header::Reader header) {
  return header.getKind() == 502 && header.getFacts().getDecisionTaken().getDilemma() == schema::YesNoUnknown::YES;
}

std::optional<EventId> corrected_by(schema::Header::Reader header) {
  return header.getKind() == 1204 ? reference_of(header, schema::RefType::CORRECTS) : std::nullopt;
}

void fill(TimelineRow& row, const FedEvent& event) {
  const auto header = event.recorded.header;
  const auto occurred = header.getOccurred();
  row.event = event.event;
  row.kind = header.getKind();
  row.until = occurred.hasUntil() ? std::optional(occurred.getUntil().getMicros()) : std::nullopt;
  row.precision = occurred.getPrecision();
  row.actor = id_or_zero<ActorId>(header.getActor());
  const auto performer = header.getPerformer();
  row.performer = ActorId::from({performer.getActor().begin(), performer.getActor().size()});
  row.performing_subject = SubjectId::from({performer.getSubject().begin(), performer.getSubject().size()});
  row.role = header.getRole();
  row.organisation = OrganisationId::from({header.getOrganisation().begin(), header.getOrganisation().size()});
  row.subjects.clear();
  for (capnp::Data::Reader id : header.getSubjects()) row.subjects.push_back(id_or_zero<SubjectId>(id));
  row.line = best_line(header);
  row.claim = header.getClaim();
  note_rules(event, row.findings);
  row.kaders = kaders_of(header);
  row.dilemma = is_dilemma(header);
  row.corrects = corrected_by(header);
}

class Timeline final : public Projection {
 public:
  std::string_view name() const override { return timeline_name; }
  std::uint16_t version() const override { return 1; }

  void apply(const FedEvent& event, ViewBatch& rows) override {
    fill(row_, event);
    out_.key().id(event.kase.bytes).byte(timeline_row).time(event.occurred).time(event.recorded.recorded_at).number(event.recorded.index);
    out_.put(row_, rows);
    if (row_.corrects) put_correction(event, rows);
  }

 private:
  void put_correction(const FedEvent& event, ViewBatch& rows) {
    out_.key().id(event.kase.bytes).byte(timeline_correction).id(row_.corrects->bytes).number(event.recorded.index);
    out_.put(CorrectionRow{event.event, event.occurred, event.recorded.recorded_at}, rows);
  }

  // Kept, so that a million events do not allocate a million times.
  TimelineRow row_;
  RowPutter out_;
};

}  // namespace
}  // namespace views

std::unique_ptr<Projection> make_timeline() { return std::make_unique<views::Timeline>(); }

}  // namespace inzicht
