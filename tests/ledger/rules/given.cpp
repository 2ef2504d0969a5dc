#include "tests/ledger/rules/given.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "ledger/base/assert.h"

namespace inzicht::given {
namespace {

template <class T>
T id_of(char kind, const std::string& name) {
  T id;
  id.bytes[0] = static_cast<std::uint8_t>(kind);
  std::memcpy(id.bytes.data() + 1, name.data(), std::min<std::size_t>(name.size(), 15));
  return id;
}

// Unlike in any other test of the run: the rules remember values by the policies they came from.
EventId new_event() {
  static std::atomic<std::uint64_t> next{1};
  EventId id;
  id.bytes[0] = 'E';
  const std::uint64_t n = next++;
  std::memcpy(id.bytes.data() + 8, &n, sizeof n);
  return id;
}

unsigned count(const auto& list) { return static_cast<unsigned>(list.size()); }

}  // namespace

SubjectId person(const std::string& name) { return id_of<SubjectId>('P', name); }
ActorId actor(const std::string& name) { return id_of<ActorId>('A', name); }
OrganisationId org(const std::string& name) { return id_of<OrganisationId>('O', name); }
KeyId key(const std::string& name) {
  KeyId out{};
  out[0] = 'K';
  std::memcpy(out.data() + 1, name.data(), std::min<std::size_t>(name.size(), 31));
  return out;
}
CaseId the_case() { return id_of<CaseId>('Z', "case"); }
Micros local(const std::string& text) {
  const auto time = parse_local(text);
  INZICHT_ASSERT(time.has_value());
  return *time;
}
void fill_date(schema::Date::Builder to, const std::string& text) {
  const auto date = parse_date(text);
  INZICHT_ASSERT(date.has_value());
  to.setYear(date->year);
  to.setMonth(date->month);
  to.setDay(date->day);
}

Happening::Happening(std::uint16_t kind, const std::string& when) : message_(std::make_shared<capnp::MallocMessageBuilder>()), id_(new_event()) {
  auto h = message_->initRoot<Header>();
  h.setFormatVersion(1);
  h.setEvent(data(id_));
  h.setKind(kind);
  if (kind >= 200 && kind < 1300) h.setCase(data(the_case()));
  h.setClaim(Conformity::CONFORMING);
  h.setSeenCount(1'000'000);
  by("w3", Role::WIJKCOACH);
  at(when);
}
Happening& Happening::at(const std::string& text) {
  header().getOccurred().setFrom(local(text));
  header().getOccurred().setPrecision(Precision::MINUTE);
  recorded_at_ = local(text) + 600 * micros_per_second;
  return *this;
}
Happening& Happening::recorded(const std::string& text) {
  recorded_at_ = local(text);
  return *this;
}
Happening& Happening::recorded_at_once() {
  recorded_at_ = header().getOccurred().getFrom();
  return *this;
}
Happening& Happening::by(const std::string& name, Role role) {
  header().setActor(data(actor(name)));
  header().setRole(role);
  const auto id = key(name);
  header().setKey({id.data(), id.size()});
  return *this;
}
Happening& Happening::for_org(const std::string& name) {
  header().setOrganisation(data(org(name)));
  return *this;
}
Happening& Happening::refers(RefType relation, const EventId& event) {
  const auto old = header().disownReferences();
  const unsigned n = count(old.getReader());
  auto refs = header().initReferences(n + 1);
  for (unsigned i = 0; i < n; ++i) refs.setWithCaveats(i, old.getReader()[i]);
  refs[n].setRelation(relation);
  refs[n].setEvent(data(event));
  return *this;
}
Happening& Happening::fills(unsigned position, std::initializer_list<unsigned> fields, PartClass cls) {
  const auto old = header().disownParts();
  const unsigned n = count(old.getReader());
  auto parts = header().initParts(n + 1);
  for (unsigned i = 0; i < n; ++i) parts.setWithCaveats(i, old.getReader()[i]);
  std::uint64_t filled = 0;
  for (unsigned field : fields) filled |= std::uint64_t{1} << field;
  parts[n].setPartType(header().getKind() * 10u + position);
  parts[n].setFilled(filled);
  parts[n].setClass(cls);
  return *this;
}
Happening& Happening::claims(Conformity claim, std::initializer_list<const char*> rules) {
  header().setClaim(claim);
  auto list = header().initDeviates(count(rules));
  unsigned i = 0;
  for (const char* rule : rules) list.set(i++, rule);
  return *this;
}
Happening& Happening::cosigned(const std::string& name) {
  const auto id = key(name);
  header().initCoSigners(1).set(0, {id.data(), id.size()});
  return *this;
}
Happening& Happening::performed(PerformerBasis basis) {
  header().initPerformer().setBasis(basis);
  return *this;
}
Happening& Happening::seen(std::uint64_t n) {
  header().setSeenCount(n);
  return *this;
}
Happening Happening::copy() const {
  Happening out = *this;
  out.message_ = std::make_shared<capnp::MallocMessageBuilder>();
  out.message_->setRoot(header().asReader());
  return out;
}
Recorded Happening::as_recorded(std::uint64_t index) const { return {index, recorded_at_, {}, header().asReader()}; }

}  // namespace inzicht::given
