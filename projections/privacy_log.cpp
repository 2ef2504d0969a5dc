#include "projections/privacy_log.h"

#include "projections/addressed.h"
#include "projections/privacy_row.h"

namespace inzicht {
namespace views {
namespace {

constexpr std::uint32_t weighing_part = 4070;
// The six questions, and the two of a conflict of duties: the first fields of the weighing.
constexpr std::uint64_t question_bits = 0xFF;

template <class E>
CodeSet<E> one(E value) {
  CodeSet<E> out;
  if (value != E::UNSET) out.add(value);
  return out;
}

std::vector<RecipientRow> recipients_in(capnp::List<schema::Recipient>::Reader list) {
  std::vector<RecipientRow> out;
  for (auto r : list) out.push_back({r.getClass(), id_of<OrganisationId>(r.getOrg()), id_of<ActorId>(r.getActor()), id_of<SubjectId>(r.getSubject())});
  return out;
}

// What a decision and a share say alike: about whom, to whom, what and what for.
template <class Facts>
void take_scope(const Facts& facts, PrivacyRow& row) {
  row.about = ids_of<SubjectId>(facts.getAbout());
  row.recipients = recipients_in(facts.getRecipients());
  row.recipient_role = facts.getRecipientRole();
  row.detail = facts.getDetail();
  row.ground.categories = CodeSet<schema::DataCategory>::of(facts.getCategories());
  row.ground.purposes = one(facts.getPurpose());
  row.knowledge = facts.getKnowledge();
}

void decided(const FedEvent& event, PrivacyRow& row) {
  const auto header = event.recorded.header;
  const auto facts = header.getFacts().getShareDecided();
  row.what = number_of(facts.getDecision());
  take_scope(facts, row);
  row.ground.bases = one(facts.getBasis());
  if (facts.getArticle().size() > 0) row.ground.articles.emplace_back(facts.getArticle().cStr());
  row.ground.routes = one(facts.getRoute());
  row.ground.exceptions = one(facts.getException());
  row.ground.consents = references_of(header, schema::RefType::UNDER_CONSENT);
  row.reason = facts.getNotShareReason();
  row.answers = filled_of(header, weighing_part) & question_bits;
  // Why not is told by the motive; why, by the weighing's own order.
  if (auto motive = row.declines() ? find_place(header, weighing_part, "motive") : std::nullopt) row.words = motive;
  row.refers = references_of(header, schema::RefType::BASED_ON);
}

void shared(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getInformationShared();
  row.what = number_of(facts.getForm());
  take_scope(facts, row);
  row.means = facts.getMeans();
  const auto present = facts.getFamilyPresent();
  row.family = present == schema::YesNoUnknown::YES ? Family::present : present == schema::YesNoUnknown::NO ? Family::absent : Family::not_asked;
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

bool is_there(schema::Presence presence) {
  using enum schema::Presence;
  return presence == PRESENT || presence == PART || presence == REMOTE;
}

void met(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getMeetingHeld();
  row.what = number_of(facts.getMeetingType());
  row.about = ids_of<SubjectId>(facts.getAbout());
  row.detail = facts.getDetail();
  for (auto a : facts.getAttendees())
    if (is_there(a.getPresence()) && id_or_zero<ActorId>(a.getActor()) != row.actor)
      row.recipients.push_back({schema::RecipientClass::UNSET, id_of<OrganisationId>(a.getOrg()), id_of<ActorId>(a.getActor()), id_of<SubjectId>(a.getSubject())});
  row.family = is_there(facts.getFamilyPresence()) ? Family::present : Family::absent;
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

void asked(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getAdviceAsked();
  row.what = number_of(facts.getTopic());
  row.about = ids_of<SubjectId>(event.recorded.header.getSubjects());
  row.recipient_role = facts.getToRole();
  RecipientRow to{schema::RecipientClass::UNSET, id_of<OrganisationId>(facts.getToOrg()), id_of<ActorId>(facts.getToActor()), {}};
  if (to.org || to.actor) row.recipients.push_back(to);
  row.refers = references_of(event.recorded.header, schema::RefType::CONCERNS);
}

void advised(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getConsultationHeld();
  row.what = number_of(facts.getOutcome());
  row.about = ids_of<SubjectId>(event.recorded.header.getSubjects());
  for (const ActorId& actor : ids_of<ActorId>(facts.getWith())) row.recipients.push_back({schema::RecipientClass::UNSET, {}, actor, {}});
  if (auto org = id_of<OrganisationId>(facts.getWithOrg())) row.recipients.push_back({schema::RecipientClass::UNSET, org, {}, {}});
  row.refers = references_of(event.recorded.header, schema::RefType::ANSWERS);
}

void informed(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getSubjectInformed();
  row.topics = CodeSet<schema::InformTopic>::of(facts.getTopics());
  for (const SubjectId& subject : ids_of<SubjectId>(facts.getTold())) row.recipients.push_back({schema::RecipientClass::SUBJECT_SELF, {}, {}, subject});
  row.mode = facts.getMeans();
  row.refers = references_of(event.recorded.header, schema::RefType::CONCERNS);
}

RecipientRow recipient_in(schema::Recipient::Reader r) { return {r.getClass(), id_of<OrganisationId>(r.getOrg()), id_of<ActorId>(r.getActor()), id_of<SubjectId>(r.getSubject())}; }
bool is_somebody(const RecipientRow& r) { return r.cls != schema::RecipientClass::UNSET || r.org || r.actor || r.subject; }

void requested(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getInformationRequested();
  row.what = number_of(facts.getDirection());
  row.about = ids_of<SubjectId>(facts.getAbout());
  auto other = recipient_in(facts.getOther());
  if (!other.org) other.org = id_of<OrganisationId>(facts.getOtherOrg());
  if (is_somebody(other)) row.recipients.push_back(other);
  row.ground.categories = CodeSet<schema::DataCategory>::of(facts.getCategories());
  row.ground.purposes = one(facts.getPurpose());
  if (facts.getClaimedArticle().size() > 0) row.ground.articles.emplace_back(facts.getClaimedArticle().cStr());
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

void received(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getInformationReceived();
  row.about = ids_of<SubjectId>(facts.getAbout());
  if (const auto from = recipient_in(facts.getFrom()); is_somebody(from)) row.recipients.push_back(from);
  row.ground.categories = CodeSet<schema::DataCategory>::of(facts.getCategories());
  row.means = facts.getMeans();
  row.refers = references_of(event.recorded.header, schema::RefType::ANSWERS);
}

void postponed(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getInformingPostponed();
  row.what = number_of(facts.getReason());
  row.about = ids_of<SubjectId>(facts.getAbout());
  row.refers = references_of(event.recorded.header, schema::RefType::CONCERNS);
}

void notified(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getRecipientNotified();
  row.what = number_of(facts.getResult());
  row.about = ids_of<SubjectId>(event.recorded.header.getSubjects());
  if (const auto to = recipient_in(facts.getRecipient()); is_somebody(to)) row.recipients.push_back(to);
  row.means = facts.getMeans();
  row.refers = references_of(event.recorded.header, schema::RefType::NOTIFIES);
}

void measure_asked(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getDwangRequested();
  row.what = number_of(facts.getMeasure());
  row.about = ids_of<SubjectId>(facts.getAbout());
  row.recipients.push_back({addressed(facts.getAt()), {}, {}, {}});
  if (facts.getArticle().size() > 0) row.ground.articles.emplace_back(facts.getArticle().cStr());
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

void given_to(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getInspectionGiven();
  row.what = number_of(facts.getForm());
  row.about = {id_or_zero<SubjectId>(facts.getAbout())};
  row.recipients.push_back({schema::RecipientClass::SUBJECT_SELF, {}, {}, id_of<SubjectId>(facts.getTo())});
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

void exported(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getExported();
  row.what = number_of(facts.getFormat());
  row.about = ids_of<SubjectId>(facts.getAbout());
  if (auto viewer = id_of<ActorId>(facts.getViewer())) row.recipients.push_back({schema::RecipientClass::UNSET, {}, viewer, {}});
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

void bundled(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getBundleMade();
  row.what = number_of(facts.getProfile());
  if (auto subject = id_of<SubjectId>(facts.getScopeSubject())) row.about = {*subject};
  const RecipientRow to{schema::RecipientClass::UNSET, id_of<OrganisationId>(facts.getForOrg()), id_of<ActorId>(facts.getForActor()), {}};
  if (is_somebody(to)) row.recipients.push_back(to);
  row.refers = references_of(event.recorded.header, schema::RefType::EXECUTES);
}

void breached(const FedEvent& event, PrivacyRow& row) {
  const auto facts = event.recorded.header.getFacts().getBreachRecorded();
  row.what = number_of(facts.getBreachKind());
  row.about = ids_of<SubjectId>(facts.getAbout());
  row.severity = facts.getSeverity();
  if (facts.hasApNotifiedAt()) row.authority_told = facts.getApNotifiedAt().getMicros();
  row.refers = references_of(event.recorded.header, schema::RefType::CONCERNS);
}

// An export is of no case; it stands with each of those that it reads.
std::vector<CaseId> cases_of_row(const FedEvent& event) {
  if (event.recorded.header.getKind() != 1302) return {event.kase};
  std::vector<CaseId> out;
  for (auto one : event.recorded.header.getFacts().getExported().getCases()) out.push_back(id_or_zero<CaseId>(one.getCase()));
  if (out.empty()) out.push_back(event.kase);
  return out;
}

class PrivacyLog final : public Projection {
 public:
  std::string_view name() const override { return privacy_name; }
  std::uint16_t version() const override { return 3; }

  void apply(const FedEvent& event, ViewBatch& rows) override {
    switch (event.recorded.header.getKind()) {
      case 405: return put(event, requested, rows);
      case 406: return put(event, asked, rows);
      case 407: return put(event, decided, rows);
      case 408: return put(event, shared, rows);
      case 409: return put(event, received, rows);
      case 410: return put(event, informed, rows);
      case 411: return put(event, postponed, rows);
      case 412: return put(event, notified, rows);
      case 501: return put(event, met, rows);
      case 504: return put(event, advised, rows);
      case 905: return put(event, measure_asked, rows);
      case 1203: return put(event, given_to, rows);
      case 1302: return put(event, exported, rows);
      case 1303: return put(event, bundled, rows);
      case 1306: return put(event, breached, rows);
      default: return;
    }
  }

 private:
  void put(const FedEvent& event, void (*fill)(const FedEvent&, PrivacyRow&), ViewBatch& rows) {
    const auto header = event.recorded.header;
    PrivacyRow row;
    row.event = event.event;
    row.kind = header.getKind();
    row.occurred = event.occurred;
    row.recorded = event.recorded.recorded_at;
    row.actor = author_of(event.recorded);
    row.organisation = id_of<OrganisationId>(header.getOrganisation());
    row.claim = header.getClaim();
    note_rules(event, row.findings);
    row.words = best_line(header);
    fill(event, row);
    // A meeting of the own team shares nothing: it is shown when it executes a decision, or when the ledger or its author missed one.
    if (row.kind == 501 && row.refers.empty() && !has_rule(row.findings, "SHARE-01")) return;
    for (const CaseId& kase : cases_of_row(event)) {
      out_.key().id(kase.bytes).number(event.recorded.index);
      out_.put(row, rows);
    }
  }

  RowPutter out_;
};

}  // namespace
}  // namespace views

std::unique_ptr<Projection> make_privacy_log() { return std::make_unique<views::PrivacyLog>(); }

}  // namespace inzicht
