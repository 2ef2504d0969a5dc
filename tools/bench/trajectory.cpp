#include "tools/bench/trajectory.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/base/time.h"
#include "tools/bench/chance.h"

namespace inzicht::bench {
namespace {

using families::FamilyRow;

constexpr Micros minute = 60 * micros_per_second, hour = 60 * minute;

class Family {
 public:
  Family(std::uint64_t seed, const Team& team, Date first_signal) : chance_(seed), team_(team), now_(local_midnight(first_signal) + 9 * hour) {}

  Trajectory tell() {
    who_they_are();
    signals();
    start();
    consent();
    analysis();
    meeting_and_plan();
    months_of_help();
    if (chance_.percent(80)) closing();
    std::ranges::stable_sort(told_, {}, [](const Told& t) { return t.recorded; });
    Trajectory out;
    out.persons = {"M"};
    if (two_parents_) out.persons.emplace_back("F");
    for (unsigned i = 0; i < bands_.size(); ++i) out.persons.push_back(child(i));
    for (auto& one : told_) out.rows.push_back(std::move(one.row));
    return out;
  }

 private:
  struct Told {
    Micros recorded;
    FamilyRow row;
  };

  static std::string child(unsigned i) { return fmt::format("C{}", i + 1); }
  std::string date_in(unsigned days) const { return to_text(local_date(now_ + days * micros_per_day)); }
  void pass_days(unsigned least, unsigned most) { now_ += chance_.between(least, most) * micros_per_day + chance_.between(0, 20) * 15 * minute; }

  // Adds a row that happens now, and a quarter of an hour goes by. Rows that others refer to are recorded the same day.
  unsigned add(std::uint16_t kind, const std::string& who, std::string facts, std::string refs, bool may_be_late = false) {
    FamilyRow row;
    row.n = ++last_;
    row.occurred = local_text(now_);
    row.who = who;
    row.kind = kind;
    row.claim = "c";
    row.facts = std::move(facts);
    row.refs = refs.empty() ? "–" : std::move(refs);
    row.line = fmt::format("Gebeurtenis {} van een verzonnen gezin.", row.n);
    Micros recorded = now_ + chance_.between(5, 10) * minute;
    if (may_be_late) {
      const auto how = chance_.weighed({85, 12, 3});
      recorded += how == 0 ? chance_.between(0, 230) * minute : chance_.between(1, how == 1 ? 3 : 28) * micros_per_day;
    }
    row.recorded = local_text(recorded);
    told_.push_back({recorded, std::move(row)});
    now_ += 15 * minute;
    return last_;
  }

  void who_they_are() {
    two_parents_ = chance_.percent(40);
    const unsigned children = 1 + chance_.weighed({15, 30, 30, 15, 10});
    for (unsigned i = 0; i < children; ++i) bands_.push_back(chance_.weighed({60, 25, 15}));
    std::ranges::sort(bands_, std::greater());
    for (unsigned i = 0; i < children; ++i)
      if (bands_[i] == 0) young_ += "," + child(i);
  }

  void signals() {
    const unsigned more = chance_.times(50, 3);
    for (unsigned i = 0; i <= more; ++i) {
      const auto source = chance_.weighed({45, 30, 25});
      const std::string_view from = source == 0 ? "ownTeam" : source == 1 ? "school; sourceOrg=O3" : "housing; sourceOrg=O4";
      const auto n = add(301, team_.coach, fmt::format("signalType=signal; source={}; domains={}; answered=wie,wat,waar; subjects=M", from, chance_.one_of({"upbringing", "debts,housing", "education,upbringing", "housing"})), "");
      signals_ += (signals_.empty() ? "" : ",") + std::to_string(n);
      if (i < more) pass_days(2, 60);
    }
  }

  void start() {
    std::string persons = "M added parent adult23 yes";
    if (two_parents_) persons += "; F added parent adult23 no";
    std::string links;
    for (unsigned i = 0; i < bands_.size(); ++i) {
      persons += fmt::format("; {} added child {} yes", child(i), std::array{"under12", "from12to15", "from16to17"}[bands_[i]]);
      for (const char* parent : {"M", "F"})
        if (two_parents_ || *parent == 'M') links += fmt::format("{}{}>{} parentOf {}", links.empty() ? "" : "; ", parent, child(i), two_parents_ ? "joint" : "sole");
    }
    add(202, team_.coach, "persons=[" + persons + "]", "");
    pass_days(1, 10);
    add(203, team_.coach, "links=[" + links + "]; evidence=register", "");
    const auto decided = add(302, team_.coach, "decision=startCase; crisis=noCrisis; checks=privacy,safety,freedom,chance,culture; answered=welkeWijze,waarom; detail=headlines", "concerns " + signals_);
    add(201, team_.coach, "origin=signal; laws=jeugdwet,wmo; approach=regular", fmt::format("basedOn {},{}", signals_, decided));
    add(204, team_.coach, fmt::format("parties=[{} O2 wijkcoach coordination executing vrijwillig]", team_.coach), "");
    add(206, team_.leader, fmt::format("assignments=[finalResponsible {0}; wijkcoach {0}; centralContact {0}]; cause=first", team_.coach), "");
  }

  // Help asks consent of everyone with gezag; so does telling others, and there it may be refused.
  void consent() {
    pass_days(2, 14);
    add(701, team_.coach, "mode=homePlanned; outcome=held; with=M; aims=acquaint,firstTalk; emergencyNumberGiven=yes", "");
    add(410, team_.coach, "told=M; topics=processing,rights,options", "");
    const std::string parents = two_parents_ ? "M,F" : "M";
    const auto asked = add(401, team_.coach, fmt::format("consentKind=doorbrekenGeheimhouding; about=M{}; grantors={}; recipients=O1,O3,O5; categories=family,upbringing,helpHistory,planGoals; purposes=coordination,planMaking; means=homePlanned", young_, parents), "basedOn P3");
    pass_days(0, 7);
    if (chance_.percent(15)) {
      add(403, team_.coach, "consentKind=doorbrekenGeheimhouding; about=M; grantor=M; recipients=O1,O3,O5; categories=family,upbringing,helpHistory,planGoals; purposes=coordination", fmt::format("answers {}", asked));
    } else {
      const std::string scope = fmt::format("law=jeugdwet; recipients=O1,O3,O5; categories=family,upbringing,helpHistory,planGoals; purposes=coordination,planMaking; validFrom={}; validUntil={}; form=writtenSigned", date_in(0), date_in(360));
      consents_ = std::to_string(add(402, team_.coach, "consentKind=doorbrekenGeheimhouding; about=M; grantor=M; ageBand=adult23; " + scope, fmt::format("answers {}; basedOn P3", asked)));
      for (const char* parent : {"M", "F"})
        if (!young_.empty() && (two_parents_ || *parent == 'M'))
          consents_ += fmt::format(",{}", add(402, team_.coach, fmt::format("consentKind=doorbrekenGeheimhouding; about={}; grantor={}; capacity=parentWithGezag; ageBand=under12; ", young_.substr(1), parent) + scope, fmt::format("answers {}; basedOn P3", asked)));
    }
    help_consent_ = add(402, team_.coach, fmt::format("consentKind=hulpverlening; about=M; grantor=M; ageBand=adult23; law=jeugdwet; purposes=executingHelp; validFrom={}; form=writtenSigned", date_in(0)), "basedOn P3");
  }

  void analysis() {
    const unsigned statements = chance_.between(2, 6);
    for (unsigned i = 0; i < statements; ++i) {
      pass_days(1, 9);
      add(603, team_.coach, fmt::format("statementKind={}; source=ownObservation; about={}; domain={}", chance_.one_of({"fact", "perception", "opinion"}), chance_.percent(50) ? "M" : child(0), chance_.one_of({"upbringing", "housing", "debts", "education"})), "", true);
    }
    for (unsigned i = 0; i < bands_.size(); ++i)
      if (chance_.percent(60)) add(503, team_.coach, fmt::format("heard={}; topics=viewOfProblem,strengths,wish; alone=yes", child(i)), "", true);
    add(503, team_.coach, "heard=M; topics=viewOfProblem,wish; alone=no", "");
    analysed_ = add(601, team_.coach, "sections=perParty,effects,stagnation,generalFactors,specificFactors,familyStory; familyTold=yes; earlierHelp=no; generalFactors=relation,fit; stuck=family; causes=agreementsBroken", "");
  }

  void meeting_and_plan() {
    pass_days(5, 25);
    if (!consents_.empty()) {
      decide_to_share();
      meeting_ = add(501, team_.coach, fmt::format("meetingType=mdo; discipline=multi; chair={}; attendees=[{} educator present yes; {} specialist present yes; M present]; familyPresence=present; about=M{}; domains=upbringing,education,debts", team_.coach, team_.teacher, team_.specialist, young_), fmt::format("executes {}", share_));
      add(204, team_.coach, fmt::format("parties=[{} O5 specialist specialistHelp executing vrijwillig; {} O3 educator education executing vrijwillig; {} O1 regisseur coordination executing vrijwillig]", team_.specialist, team_.teacher, team_.regisseur), "underAgreement P4");
      add(206, team_.leader, fmt::format("assignments=[regisseur {}]; cause=first", team_.regisseur), fmt::format("discussedIn {}", meeting_));
    }
    pass_days(3, 20);
    const unsigned goals = chance_.between(2, 5);
    for (unsigned i = 0; i < goals; ++i)
      goals_.push_back(add(801, team_.coach, fmt::format("horizon={}; level=goal; sphere=personal; type=help; domains={}; owner=familyMember; ownerSubject=M; startOn={}; endOn={}; weight={}; checked=specific,measurable,acceptable,realistic,timeBound; fill=familyWords", i == 0 ? "long" : "short", chance_.one_of({"upbringing", "debts", "housing"}), date_in(1), date_in(365), chance_.between(1, 3)), ""));
    plan(1);
    help_ = add(808, consents_.empty() ? team_.coach : team_.specialist, fmt::format("intervention=familySupport; org={}; for=M; frame=vrijwillig; helpBasis=consent; plannedEnd={}; evaluateOn={}", consents_.empty() ? "O2" : "O5", date_in(300), date_in(180)), fmt::format("underConsent {}; concerns {}", help_consent_, goals_[0]));
  }

  void decide_to_share() {
    share_ = add(407, team_.coach, fmt::format("decision=share; about=M{}; recipients=O1,O3,O5; recipientRole=specialist; purpose=planMaking; categories=family,upbringing,helpHistory,planGoals; article=JW-2.3; fromLaw=jeugdwet; toLaws=jeugdwet,onderwijs; route=consent; recipientSecrecy=professional; fill=purpose,whoNeeds,whatNeeded,proportionality,subsidiarity", young_), fmt::format("underConsent {}; basedOn P2; underAgreement P5", consents_));
    consent_ends_ = now_ + 300 * micros_per_day;
  }

  std::string discussed() const { return meeting_ == 0 ? "" : fmt::format("; discussedIn {}", meeting_); }
  std::string goal_list() const {
    std::string out;
    for (const auto goal : goals_) out += (out.empty() ? "" : ",") + std::to_string(goal);
    return out;
  }

  void plan(unsigned version) {
    std::string tasks;
    const unsigned n = chance_.between(1, 4);
    for (unsigned i = 0; i < n; ++i) {
      const auto task = add(806, team_.coach, fmt::format("taskKind=action; side=internal; toActor={}; dueOn={}; frame=vrijwillig", team_.coach, date_in(chance_.between(14, 90))), fmt::format("concerns {}{}", goals_[chance_.between(0, static_cast<unsigned>(goals_.size()) - 1)], discussed()));
      tasks += (tasks.empty() ? "" : ",") + std::to_string(task);
      tasks_.push_back(task);
    }
    // Without a meeting the family's view of it is heard first.
    add(503, team_.coach, "heard=M; topics=wish,viewOfProblem; alone=no", fmt::format("concerns {}{}", goals_[0], version == 1 ? "" : fmt::format(",{}", plan_)));
    plan_ = add(804, team_.coach, fmt::format("planType=familyPlan; version={}; sections=analysis,strengths,familyView,endGoal,order,timeline,taskDivision,networkPart,commitments,effortFamily,effortProfessionals,childFuture,familyLanguage; goals={}; tasks={}; evaluationAt={} 10:00; evaluationWith={},M; validFrom={}", version, goal_list(), tasks, date_in(180), team_.coach, date_in(0)), fmt::format("{}basedOn {}{}", version == 1 ? "" : fmt::format("supersedes {}; ", plan_), analysed_, discussed()));
    version_ = version;
  }

  void months_of_help() {
    const unsigned months = 3 + chance_.times(92, 45);
    for (unsigned m = 1; m <= months; ++m) {
      const Micros ends = now_ + 30 * micros_per_day;
      const unsigned contacts = chance_.between(1, 4);
      for (unsigned i = 0; i < contacts; ++i) {
        pass_days(3, 7);
        add(701, team_.coach, fmt::format("mode={}; outcome={}; with=M{}; aims=practical,motivate; actions=practicalHelp,skills", chance_.one_of({"homePlanned", "phone", "homeUnplanned"}), chance_.percent(85) ? "held" : "notHome", chance_.percent(40) ? "," + child(0) : ""), fmt::format("concerns {}", goals_[0]), true);
      }
      if (chance_.percent(40)) add(603, team_.coach, fmt::format("statementKind=fact; source=ownObservation; about=M; domain={}", chance_.one_of({"upbringing", "housing", "debts"})), "", true);
      if (m == 2)
        for (const auto task : tasks_) add(807, team_.coach, "status=done; feedbackTo=M", fmt::format("concerns {}", task));
      if (share_ != 0 && m % 3 == 0 && now_ < consent_ends_)
        add(408, team_.coach, fmt::format("recipients=O1,O5; recipientRole=specialist; about=M{}; categories=planGoals; purpose=planMaking; form=ownInitiative; means=secureMail; items={}", young_, plan_), fmt::format("executes {}", share_));
      if (m % 6 == 0) evaluation();
      if (m == 8 && chance_.percent(20)) drang();
      now_ = std::max(now_, ends);
    }
  }

  void evaluation() {
    const auto score = add(803, team_.coach, fmt::format("method=gas; score={}; respondent=joint; moment=evaluation", static_cast<int>(chance_.between(0, 4)) - 2), fmt::format("concerns {}", goals_[0]));
    add(1001, team_.coach, fmt::format("evaluationKind=periodic; results=[{} partlyReached]; next=continue; familyPresence=present; fill=efficiency,moral", goals_[0]), fmt::format("concerns {}; basedOn {}", plan_, score));
    if (chance_.percent(50)) {
      meeting_ = 0;
      plan(version_ + 1);
    }
  }

  void drang() {
    const auto considered = add(901, team_.coach, fmt::format("considered=drang; grounds=helpRefused; exhausted=talk,voluntaryHelp,network; level=professional; deciders={},{}; about=M; fill=interestsPerson,interestsOthers,whyVoluntaryFails,justification,norm,alternatives", team_.coach, team_.leader), "");
    pass_days(2, 9);
    const auto offered = add(902, team_.coach, fmt::format("drangKind=keuzeMetGevolg; to=M; rewards=moreFreedom; consequences=boardInquiry; consequenceBy=O2; contact={}; respondBy={}; reviewOn={}; fill=choice,conditions,freedomLeft,firstStep,consequence", team_.coach, date_in(14), date_in(90)), fmt::format("basedOn {}; underAgreement P4", considered));
    pass_days(3, 12);
    add(903, team_.coach, fmt::format("who=M; response={}", chance_.one_of({"accepted", "partly", "refused"})), fmt::format("answers {}", offered));
  }

  void closing() {
    add(804, team_.coach, fmt::format("planType=relapsePrevention; version=1; sections=familyLanguage,networkPart; goals={}; validFrom={}", goals_[0], date_in(0)), fmt::format("partOf {}", plan_));
    const auto last = add(1001, team_.coach, fmt::format("evaluationKind=periodic; results=[{} partlyReached]; next=continue; familyPresence=present; fill=efficiency,moral", goals_[0]), fmt::format("concerns {}", plan_));
    add(809, consents_.empty() ? team_.coach : team_.specialist, "ending=asPlanned", fmt::format("ends {}", help_));
    const auto closed = add(1101, team_.coach, fmt::format("outcome=scaledDown; openGoals={}; aftercare=localStructure; aftercareOrg=O2; aftercareUntil={}; contactEvery=P2M; contactAgreed=yes; relapsePlan=yes; deciders={},{}", goal_list(), date_in(365), team_.coach, team_.leader), fmt::format("concerns {}; basedOn {}", plan_, last));
    pass_days(1, 10);
    add(1102, team_.coach, "status=closed; reason=closingDecision", fmt::format("executes {}", closed));
    const unsigned contacts = chance_.times(70, 4);
    for (unsigned i = 0; i < contacts; ++i) {
      pass_days(50, 70);
      add(1103, team_.coach, "mode=homePlanned; outcome=held; with=M; finding=stable; casemanagerInformed=yes", fmt::format("executes {}", closed));
    }
  }

  Chance chance_;
  const Team& team_;
  Micros now_;
  std::vector<Told> told_;
  unsigned last_ = 0;
  bool two_parents_ = false;
  std::vector<unsigned> bands_;    // of the children, oldest first
  std::string young_;              // ",C2,C3": those under 12
  std::string signals_, consents_; // rows, with commas; no consents: refused
  std::vector<unsigned> goals_, tasks_;
  unsigned help_consent_ = 0, analysed_ = 0, meeting_ = 0, share_ = 0, plan_ = 0, version_ = 0, help_ = 0;
  Micros consent_ends_ = 0;
};

}  // namespace

Trajectory make_trajectory(std::uint64_t seed, const Team& team, Date first_signal) { return Family(seed, team, first_signal).tell(); }

}  // namespace inzicht::bench
