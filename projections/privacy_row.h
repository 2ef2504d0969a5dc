// Rows of the privacy log as stored: shared by the projection that writes them and the query that joins them.
//
// Key:  case id (zero: of no case) || index.
#pragma once
#include "projections/findings.h"
#include "projections/line.h"
#include "projections/row_codec.h"

namespace inzicht::views {

inline constexpr std::string_view privacy_name = "privacyLog";

struct RecipientRow {
  schema::RecipientClass cls = schema::RecipientClass::UNSET;
  std::optional<OrganisationId> org;
  std::optional<ActorId> actor;
  std::optional<SubjectId> subject;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.cls, self.org, self.actor, self.subject);
  }
};

// Why it was allowed: what a decision states, and what its executions rest on.
struct Ground {
  CodeSet<schema::DataCategory> categories;
  CodeSet<schema::SharePurpose> purposes;
  CodeSet<schema::AvgBasis> bases;
  std::vector<std::string> articles;  // keys of the law table
  CodeSet<schema::ShareRoute> routes;
  CodeSet<schema::ShareException> exceptions;
  std::vector<EventId> consents;
  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.categories, self.purposes, self.bases, self.articles, self.routes, self.exceptions, self.consents);
  }
};

enum class Family : std::uint8_t { not_asked, present, absent };

struct PrivacyRow {
  EventId event;
  std::uint16_t kind = 0;
  Micros occurred = 0;
  Micros recorded = 0;
  ActorId actor;
  std::optional<OrganisationId> organisation;
  schema::Conformity claim = schema::Conformity::UNSET;
  std::vector<RuleNote> findings;
  std::uint16_t what = 0;  // of the list that goes with the kind
  CodeSet<schema::InformTopic> topics;
  std::vector<SubjectId> about;
  std::vector<RecipientRow> recipients;
  schema::Role recipient_role = schema::Role::UNSET;
  schema::DetailLevel detail = schema::DetailLevel::UNSET;
  Ground ground;
  schema::NotShareReason reason = schema::NotShareReason::UNSET;
  schema::Knowledge knowledge = schema::Knowledge::UNSET;
  std::uint64_t answers = 0;  // filled fields of the weighing
  schema::SharingMeans means = schema::SharingMeans::UNSET;
  schema::ContactMode mode = schema::ContactMode::UNSET;
  Family family = Family::not_asked;
  std::optional<Place> words;
  std::vector<EventId> refers;  // the decisions it executes; what it concerns; what it answers
  schema::BreachSeverity severity = schema::BreachSeverity::UNSET;
  std::optional<Micros> authority_told;  // of a breach

  template <class Self, class A>
  static void fields(Self& self, A& a) {
    a(self.event, self.kind, self.occurred, self.recorded, self.actor, self.organisation, self.claim, self.findings, self.what, self.topics,
      self.about, self.recipients, self.recipient_role, self.detail, self.ground, self.reason, self.knowledge, self.answers, self.means,
      self.mode, self.family, self.words, self.refers, self.severity, self.authority_told);
  }
  bool decides() const { return kind == 407; }
  bool is_share() const { return kind == 408 || kind == 501; }
  // Rests on the decisions it refers to.
  bool executes() const { return is_share() || kind == 405 || kind == 905 || kind == 1302 || kind == 1303; }
  bool declines() const {
    return decides() && (what == static_cast<std::uint16_t>(schema::ShareDecision::DO_NOT_SHARE) ||
                         what == static_cast<std::uint16_t>(schema::ShareDecision::POSTPONE));
  }
};

}  // namespace inzicht::views
