# The facts of every kind of event: codes, pseudonymous ids, references, times and numbers; never a name, never words.
# The annotations are the catalogue. Fields and kinds join at the end only; nothing moves, nothing is reused.
# First generated from the domain tables by tools/catalogue/generate_schema.py.
@0x9c1f0b7a5e3d2002;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("inzicht::schema");
using A = import "annotations.capnp";
using L = import "lists.capnp";
using T = import "types.capnp";

# Which arm is active says which kind the event is; the header's kind number must agree.
struct Facts {
  union {
    unset @0 :Void;
    ledgerCreated @1 :LedgerCreated;
    organisationRegistered @2 :OrganisationRegistered;
    actorEnrolled @3 :ActorEnrolled;
    keyEnrolled @4 :KeyEnrolled;
    keyRevoked @5 :KeyRevoked;
    mandateGranted @6 :MandateGranted;
    mandateEnded @7 :MandateEnded;
    agreementRegistered @8 :AgreementRegistered;
    policyAdopted @9 :PolicyAdopted;
    restoreAccepted @10 :RestoreAccepted;
    eventsResupplied @11 :EventsResupplied;
    caseOpened @12 :CaseOpened;
    personRecorded @13 :PersonRecorded;
    relationRecorded @14 :RelationRecorded;
    involvementStarted @15 :InvolvementStarted;
    responsibilityAssigned @16 :ResponsibilityAssigned;
    documentAdded @17 :DocumentAdded;
    signalReceived @18 :SignalReceived;
    signalAssessed @19 :SignalAssessed;
    consentAsked @20 :ConsentAsked;
    consentGiven @21 :ConsentGiven;
    consentRefused @22 :ConsentRefused;
    consentWithdrawn @23 :ConsentWithdrawn;
    adviceAsked @24 :AdviceAsked;
    shareDecided @25 :ShareDecided;
    informationShared @26 :InformationShared;
    subjectInformed @27 :SubjectInformed;
    meetingHeld @28 :MeetingHeld;
    decisionTaken @29 :DecisionTaken;
    personHeard @30 :PersonHeard;
    consultationHeld @31 :ConsultationHeld;
    statementRecorded @32 :StatementRecorded;
    safetyJudged @33 :SafetyJudged;
    contactHeld @34 :ContactHeld;
    goalSet @35 :GoalSet;
    goalScored @36 :GoalScored;
    planAdopted @37 :PlanAdopted;
    taskAssigned @38 :TaskAssigned;
    taskUpdated @39 :TaskUpdated;
    interventionStarted @40 :InterventionStarted;
    formalDecisionMade @41 :FormalDecisionMade;
    drangOffered @42 :DrangOffered;
    drangAnswered @43 :DrangAnswered;
    drangFollowedUp @44 :DrangFollowedUp;
    dwangDecided @45 :DwangDecided;
    dwangEnded @46 :DwangEnded;
    whiteSpotReported @47 :WhiteSpotReported;
    closingDecided @48 :ClosingDecided;
    caseStatusChanged @49 :CaseStatusChanged;
    correctionMade @50 :CorrectionMade;
    partsViewed @51 :PartsViewed;
    exported @52 :Exported;
    importOpened @53 :ImportOpened;
    recordImported @54 :RecordImported;
    involvementEnded @55 :InvolvementEnded;
    helpHistoryRecorded @56 :HelpHistoryRecorded;
    caseQualified @57 :CaseQualified;
    approachChosen @58 :ApproachChosen;
    feedbackGiven @59 :FeedbackGiven;
    crisisDeclared @60 :CrisisDeclared;
    crisisActionTaken @61 :CrisisActionTaken;
    preVisitSafetyTaken @62 :PreVisitSafetyTaken;
    informationRequested @63 :InformationRequested;
    informationReceived @64 :InformationReceived;
    informingPostponed @65 :InformingPostponed;
    recipientNotified @66 :RecipientNotified;
    startAnalysisMade @67 :StartAnalysisMade;
    assessmentMade @68 :AssessmentMade;
    measurementTaken @69 :MeasurementTaken;
    meldcodeStepTaken @70 :MeldcodeStepTaken;
    safetyPlanAdopted @71 :SafetyPlanAdopted;
    motivationAssessed @72 :MotivationAssessed;
    goalChanged @73 :GoalChanged;
    planEndorsed @74 :PlanEndorsed;
    interventionEnded @75 :InterventionEnded;
    coercionWeighed @76 :CoercionWeighed;
    dwangRequested @77 :DwangRequested;
    dwangExecuted @78 :DwangExecuted;
    unilateralActionTaken @79 :UnilateralActionTaken;
    cooperationRestored @80 :CooperationRestored;
    evaluationHeld @81 :EvaluationHeld;
    stagnationNoted @82 :StagnationNoted;
    escalated @83 :Escalated;
    deviationRecorded @84 :DeviationRecorded;
    findingHandled @85 :FindingHandled;
    aftercareHeld @86 :AftercareHeld;
    requestReceived @87 :RequestReceived;
    requestDecided @88 :RequestDecided;
    inspectionGiven @89 :InspectionGiven;
    ownStatementAdded @90 :OwnStatementAdded;
    blockPlaced @91 :BlockPlaced;
    blockLifted @92 :BlockLifted;
    erasureDecided @93 :ErasureDecided;
    erasureExecuted @94 :ErasureExecuted;
    complaintRecorded @95 :ComplaintRecorded;
    bundleMade @96 :BundleMade;
    breakGlassUsed @97 :BreakGlassUsed;
    accessRefused @98 :AccessRefused;
    breachRecorded @99 :BreachRecorded;
    eventCarried @100 :EventCarried;
  }
}

struct LedgerCreated $A.kind(101)
    $A.nl("Grootboek aangelegd")
    $A.en("Ledger created")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin"])
    $A.refs([])
    $A.rules([])
    $A.source("design (genesis); formats.md §2") {
  owner @0 :Data $A.nl("eigenaar") $A.en("owner") $A.id(organisation) $A.required;
  origin @1 :Text $A.nl("herkomst") $A.en("origin") $A.format(origin) $A.required;
  keys @2 :List(Keys) $A.nl("sleutels") $A.en("keys");
  rules @3 :Data $A.nl("regels") $A.en("rules") $A.id(digest) $A.required;
  predecessor @4 :Predecessor $A.nl("voorganger") $A.en("predecessor");
  clock @5 :L.ClockKind $A.nl("klok") $A.en("clock")  $A.required;
  struct Keys {
    use @0 :L.KeyUse $A.nl("gebruik") $A.en("use")  $A.required;
    key @1 :Data $A.nl("sleutel") $A.en("key") $A.id(key) $A.required;
    owner @2 :Data $A.nl("eigenaar") $A.en("owner") $A.id(actor);
    org @3 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
    publicKey @4 :Data $A.nl("publieke sleutel") $A.en("public key") $A.id(publicKey) $A.required;
    proof @5 :Data $A.nl("bewijs") $A.en("proof") $A.id(signature);
  }
  struct Predecessor {
    ledger @0 :Data $A.nl("grootboek") $A.en("ledger") $A.id(digest) $A.required;
    checkpoint @1 :Data $A.nl("ijkpunt") $A.en("checkpoint") $A.id(digest) $A.required;
  }
}

struct OrganisationRegistered $A.kind(102)
    $A.nl("Organisatie ingeschreven")
    $A.en("Organisation registered")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin"])
    $A.refs([(relation = supersedes, kinds = [102], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 001 §1; seed 003 L1868-1886; design") {
  org @0 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation) $A.required;
  orgType @1 :L.OrgType $A.nl("soort organisatie") $A.en("org type")  $A.required;
  status @2 :L.RegistryStatus $A.nl("stand") $A.en("status")  $A.required;
  publicBody @3 :L.YesNoUnknown $A.nl("overheidsorgaan") $A.en("public body")  $A.required;
  municipality @4 :Text $A.nl("gemeente") $A.en("municipality") $A.format(cbsCode);
  oin @5 :Text $A.nl("OIN") $A.en("oin") $A.format(oin);
  laws @6 :List(L.TaskLaw) $A.nl("wetten") $A.en("laws");
  from @7 :T.Date $A.nl("vanaf") $A.en("from")  $A.required;
  until @8 :T.Date $A.nl("tot") $A.en("until");
}

struct ActorEnrolled $A.kind(103)
    $A.nl("Deelnemer ingeschreven")
    $A.en("Participant enrolled")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin"])
    $A.refs([(relation = supersedes, kinds = [103], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 003 L77-83; L37 (SKJ: status at the time)") {
  who @0 :Data $A.nl("wie") $A.en("who") $A.id(actor) $A.required;
  actorKind @1 :L.ActorKind $A.nl("soort deelnemer") $A.en("actor kind")  $A.required;
  org @2 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
  register @3 :L.ProfessionRegister $A.nl("register") $A.en("register")  $A.required;
  registerStatus @4 :L.RegisterStatus $A.nl("stand in register") $A.en("register status")  $A.required;
  statusFrom @5 :T.Date $A.nl("stand sinds") $A.en("status from")  $A.required;
  secrecy @6 :L.SecrecyDuty $A.nl("geheimhouding") $A.en("secrecy")  $A.required;
  fte @7 :T.Decimal $A.nl("fte") $A.en("fte");
}

struct KeyEnrolled $A.kind(104)
    $A.nl("Sleutel ingeschreven")
    $A.en("Key enrolled")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin", "owner"])
    $A.refs([(relation = concerns, kinds = [103], least = 0, most = 1), (relation = supersedes, kinds = [104], least = 0, most = 1)])
    $A.rules([])
    $A.source("formats.md §2, §6 (one device, one key; ledger key event)") {
  key @0 :Data $A.nl("sleutel") $A.en("key") $A.id(key) $A.required;
  owner @1 :Data $A.nl("eigenaar") $A.en("owner") $A.id(actor);
  use @2 :L.KeyUse $A.nl("gebruik") $A.en("use")  $A.required;
  proof @3 :Data $A.nl("bewijs") $A.en("proof") $A.id(signature) $A.required;
  validUntil @4 :T.Instant $A.nl("geldig tot") $A.en("valid until");
  publicKey @5 :Data $A.nl("publieke sleutel") $A.en("public key") $A.id(publicKey) $A.required;
}

struct KeyRevoked $A.kind(105)
    $A.nl("Sleutel ingetrokken")
    $A.en("Key revoked")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin", "privacyOfficer", "owner"])
    $A.refs([(relation = concerns, kinds = [104], least = 1, most = 1)])
    $A.rules([])
    $A.source("design") {
  key @0 :Data $A.nl("sleutel") $A.en("key") $A.id(key) $A.required;
  reason @1 :L.KeyRevocationReason $A.nl("reden") $A.en("reason")  $A.required;
  doubtfulSince @2 :T.Instant $A.nl("twijfelachtig sinds") $A.en("doubtful since");
  owner @3 :Data $A.nl("eigenaar") $A.en("owner") $A.id(actor);
}

struct MandateGranted $A.kind(106)
    $A.nl("Mandaat verleend")
    $A.en("Mandate granted")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin", "privacyOfficer", "wijkcoach"])
    $A.refs([(relation = underAgreement, kinds = [108], least = 0, most = 1), (relation = basedOn, kinds = [402], least = 0, most = 1), (relation = basedOn, kinds = [1210], least = 0, most = 1), (relation = supersedes, kinds = [106], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 001 L1141-1155, L1254-1259; seed 000 L145-150") {
  mandate @0 :Data $A.nl("mandaat") $A.en("mandate") $A.id(mandate) $A.required;
  grantee @1 :Data $A.nl("gemandateerde") $A.en("grantee") $A.id(actor) $A.required;
  role @2 :L.Role $A.nl("rol") $A.en("role")  $A.required;
  scope @3 :L.MandateScope $A.nl("reikwijdte") $A.en("scope")  $A.required;
  org @4 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
  subject @5 :Data $A.nl("persoon") $A.en("subject") $A.id(subject);
  windowFrom @6 :T.Instant $A.nl("venster vanaf") $A.en("window from");
  windowUntil @7 :T.Instant $A.nl("venster tot") $A.en("window until");
  powers @8 :List(L.MandatePower) $A.nl("bevoegdheden") $A.en("powers");
  classes @9 :List(L.PartClass) $A.nl("soorten delen") $A.en("classes");
  basis @10 :L.MandateBasis $A.nl("grondslag") $A.en("basis")  $A.required;
  from @11 :T.Instant $A.nl("vanaf") $A.en("from")  $A.required;
  until @12 :T.Instant $A.nl("tot") $A.en("until");
}

struct MandateEnded $A.kind(107)
    $A.nl("Mandaat beëindigd")
    $A.en("Mandate ended")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin", "privacyOfficer", "wijkcoach"])
    $A.refs([(relation = ends, kinds = [106], least = 1, most = 1)])
    $A.rules([])
    $A.source("seed 001 L1504-1511") {
  mandate @0 :Data $A.nl("mandaat") $A.en("mandate") $A.id(mandate) $A.required;
  reason @1 :L.EndReason $A.nl("reden") $A.en("reason")  $A.required;
  at @2 :T.Instant $A.nl("per") $A.en("at")  $A.required;
  grantee @3 :Data $A.nl("gemandateerde") $A.en("grantee") $A.id(actor) $A.required;
}

struct AgreementRegistered $A.kind(108)
    $A.nl("Convenant of afspraak vastgelegd")
    $A.en("Agreement registered")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin"])
    $A.refs([(relation = supersedes, kinds = [108], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 001 L793-795, L1254-1259, L1395-1398, L1686-1689; seed 003 L2929-2932") {
  agreementType @0 :L.AgreementType $A.nl("soort afspraak") $A.en("agreement type")  $A.required;
  status @1 :L.RegistryStatus $A.nl("stand") $A.en("status")  $A.required;
  parties @2 :List(Data) $A.nl("partijen") $A.en("parties") $A.id(organisation);
  powers @3 :List(L.MandatePower) $A.nl("bevoegdheden") $A.en("powers");
  purposes @4 :List(L.SharePurpose) $A.nl("doelen") $A.en("purposes");
  version @5 :UInt64 $A.nl("versie") $A.en("version");
  from @6 :T.Date $A.nl("vanaf") $A.en("from")  $A.required;
  until @7 :T.Date $A.nl("tot") $A.en("until");
}

struct PolicyAdopted $A.kind(109)
    $A.nl("Regels vastgesteld")
    $A.en("Rules adopted")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin", "privacyOfficer"])
    $A.refs([(relation = supersedes, kinds = [109], least = 0, most = 1)])
    $A.rules(["TERM-43"])
    $A.source("§0.4; seed 002 L907-911; seed 001 L1576-1583; L13 (AVG 30)") {
  policyKind @0 :L.PolicyKind $A.nl("soort regeling") $A.en("policy kind")  $A.required;
  version @1 :UInt64 $A.nl("versie") $A.en("version");
  owner @2 :Data $A.nl("eigenaar") $A.en("owner") $A.id(organisation) $A.required;
  scope @3 :Text $A.nl("reikwijdte") $A.en("scope") $A.format(cbsCode);
  validFrom @4 :T.Date $A.nl("geldig vanaf") $A.en("valid from")  $A.required;
  validUntil @5 :T.Date $A.nl("geldig tot") $A.en("valid until");
  values @6 :List(T.Param) $A.nl("waarden") $A.en("values");
  textDigest @7 :Data $A.nl("vingerafdruk tekst") $A.en("text digest") $A.id(digest) $A.required;
  nextReview @8 :T.Date $A.nl("herziening op") $A.en("next review");
}

struct RestoreAccepted $A.kind(110)
    $A.nl("Herstel uit back-up aanvaard")
    $A.en("Restore from backup accepted")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["ledgerAdmin", "privacyOfficer"])
    $A.refs([])
    $A.rules([])
    $A.source("formats.md §8; anchors N3") {
  firstNotRestored @0 :UInt64 $A.nl("eerste niet hersteld") $A.en("first not restored");
  lost @1 :UInt64 $A.nl("verloren") $A.en("lost");
  knownSize @2 :T.Count $A.nl("bekende omvang") $A.en("known size");
  knownRoot @3 :Data $A.nl("bekende wortel") $A.en("known root") $A.id(digest);
  erasuresReplayed @4 :UInt64 $A.nl("vernietigingen herhaald") $A.en("erasures replayed");
  deciders @5 :List(Data) $A.nl("beslissers") $A.en("deciders") $A.id(actor);
}

struct EventsResupplied $A.kind(111)
    $A.nl("Verloren gebeurtenissen aangevuld")
    $A.en("Lost events supplied again")
    $A.power
    $A.group("Register · Registry")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant", "ledgerAdmin"])
    $A.refs([(relation = concerns, kinds = [110], least = 1, most = 1)])
    $A.rules([])
    $A.source("formats.md §8") {
  events @0 :UInt64 $A.nl("gebeurtenissen") $A.en("events");
}

struct CaseOpened $A.kind(201)
    $A.nl("Zaak geopend")
    $A.en("Case opened")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "processCoordinator", "regisseur", "teamLeader", "youthProtector"])
    $A.refs([(relation = basedOn, kinds = [301, 302], least = 0, most = 64)])
    $A.rules(["TERM-06"])
    $A.source("seed 000 L205-212; seed 002 L279-284, L513-514") {
  origin @0 :L.InterventionOrigin $A.nl("herkomst") $A.en("origin")  $A.required;
  initiator @1 :L.SignalSource $A.nl("initiatief van") $A.en("initiator");
  municipality @2 :Text $A.nl("gemeente") $A.en("municipality") $A.format(cbsCode) $A.required;
  laws @3 :List(L.TaskLaw) $A.nl("wetten") $A.en("laws");
  approach @4 :L.Approach $A.nl("aanpak") $A.en("approach")  $A.required;
  earlierCases @5 :List(Data) $A.nl("eerdere zaken") $A.en("earlier cases") $A.id(case);
}

struct PersonRecorded $A.kind(202)
    $A.nl("Persoon vastgelegd")
    $A.en("Person recorded")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "importer"])
    $A.refs([(relation = supersedes, kinds = [202], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 003 L44-45, L73-87, L843-846, L1257-1259; seed 001 L45-58, L290") {
  persons @0 :List(Persons) $A.nl("personen") $A.en("persons");
  struct Persons {
    subject @0 :Data $A.nl("persoon") $A.en("subject") $A.id(subject) $A.required;
    change @1 :L.PersonChange $A.nl("wijziging") $A.en("change")  $A.required;
    personRole @2 :L.PersonRole $A.nl("rol in het gezin") $A.en("person role")  $A.required;
    ageBand @3 :L.AgeBand $A.nl("leeftijdsgroep") $A.en("age band")  $A.required;
    birthMonth @4 :T.Month $A.nl("geboortemaand") $A.en("birth month");
    inHousehold @5 :L.YesNoUnknown $A.nl("in het huishouden") $A.en("in household")  $A.required;
    adaptations @6 :List(L.Adaptation) $A.nl("aanpassingen") $A.en("adaptations");
    changedOn @7 :T.Date $A.nl("gewijzigd op") $A.en("changed on");
  }
}

struct RelationRecorded $A.kind(203)
    $A.nl("Relatie of gezag vastgelegd")
    $A.en("Relation or gezag recorded")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = supersedes, kinds = [203], least = 0, most = 1), (relation = basedOn, kinds = [906], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 001 L45-58, L257-259; JW 7.3.4-5; L18") {
  links @0 :List(Links) $A.nl("relaties") $A.en("links");
  evidence @1 :L.GezagEvidence $A.nl("bewijs") $A.en("evidence")  $A.required;
  validFrom @2 :T.Date $A.nl("geldig vanaf") $A.en("valid from")  $A.required;
  validUntil @3 :T.Date $A.nl("geldig tot") $A.en("valid until");
  struct Links {
    from @0 :Data $A.nl("vanaf") $A.en("from") $A.id(subject) $A.required;
    to @1 :Data $A.nl("aan") $A.en("to") $A.id(subject) $A.required;
    relation @2 :L.RelationType $A.nl("relatie") $A.en("relation")  $A.required;
    gezag @3 :L.Gezag $A.nl("gezag") $A.en("gezag");
  }
}

struct InvolvementStarted $A.kind(204)
    $A.nl("Betrokkenheid gestart")
    $A.en("Involvement started")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "regisseur", "processDirector", "youthProtector", "teamLeader"])
    $A.refs([(relation = underMandate, kinds = [106], least = 0, most = 1), (relation = underOrder, kinds = [906], least = 0, most = 1), (relation = underAgreement, kinds = [108], least = 0, most = 1)])
    $A.rules(["ROLE-01", "ROLE-08"])
    $A.source("seed 003 L1321-1324, L3355-3357; seed 001 L1146-1149; seed 002 L913-914") {
  parties @0 :List(Parties) $A.nl("partijen") $A.en("parties");
  expectationsAsked @1 :L.YesNoUnknown $A.nl("verwachtingen gevraagd") $A.en("expectations asked")  $A.required;
  from @2 :T.Date $A.nl("vanaf") $A.en("from")  $A.required;
  struct Parties {
    actor @0 :Data $A.nl("professional") $A.en("actor") $A.id(actor);
    org @1 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
    subject @2 :Data $A.nl("persoon") $A.en("subject") $A.id(subject);
    role @3 :L.Role $A.nl("rol") $A.en("role")  $A.required;
    task @4 :L.InvolvementTask $A.nl("taak") $A.en("task")  $A.required;
    orgContact @5 :L.OrgContactKind $A.nl("contact bij organisatie") $A.en("org contact")  $A.required;
    frame @6 :L.Kader $A.nl("kader") $A.en("frame")  $A.required;
  }
}

struct ResponsibilityAssigned $A.kind(206)
    $A.nl("Verantwoordelijkheid toegewezen")
    $A.en("Responsibility assigned")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "regisseur", "processDirector", "processCoordinator", "teamLeader"])
    $A.refs([(relation = discussedIn, kinds = [501], least = 0, most = 1), (relation = supersedes, kinds = [206], least = 0, most = 1), (relation = underAgreement, kinds = [108], least = 0, most = 1)])
    $A.rules(["ROLE-01", "ROLE-02", "ROLE-07", "ROLE-09"])
    $A.source("seed 000 L497-506; seed 001 L722-728, L1263-1265, L1483-1492; seed 003 L1308-1312, L3284-3295; seed 004 L67-68, L96-97") {
  assignments @0 :List(Assignments) $A.nl("toewijzingen") $A.en("assignments");
  cause @1 :L.AssignmentCause $A.nl("oorzaak") $A.en("cause")  $A.required;
  handover @2 :L.HandoverKind $A.nl("overdracht") $A.en("handover")  $A.required;
  introducedOn @3 :T.Date $A.nl("kennisgemaakt op") $A.en("introduced on");
  familyHadSay @4 :L.YesNoUnknown $A.nl("gezin had inspraak") $A.en("family had say")  $A.required;
  from @5 :T.Date $A.nl("vanaf") $A.en("from")  $A.required;
  struct Assignments {
    function @0 :L.SingleFunction $A.nl("functie") $A.en("function")  $A.required;
    holder @1 :Data $A.nl("bekleder") $A.en("holder") $A.id(actor);
  }
}

struct DocumentAdded $A.kind(210)
    $A.nl("Document toegevoegd")
    $A.en("Document added")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules([])
    $A.source("design") {
  madeOn @0 :T.Date $A.nl("gemaakt op") $A.en("made on");
  fromOrg @1 :Data $A.nl("van organisatie") $A.en("from org") $A.id(organisation);
}

struct SignalReceived $A.kind(301)
    $A.nl("Signaal ontvangen")
    $A.en("Signal received")
    $A.group("Signaal en crisis · Signal and crisis")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = linkedTo, kinds = [301], least = 0, most = 64)])
    $A.rules(["SIG-03", "SAFE-06", "TERM-01", "TERM-04"])
    $A.source("seed 000 L205-214, L233-242; seed 001 L1360-1365; seed 002 L332-349, L562-566, L831-834; seed 003 L1302-1307") {
  signalType @0 :L.SignalType $A.nl("soort signaal") $A.en("signal type")  $A.required;
  source @1 :L.SignalSource $A.nl("bron") $A.en("source")  $A.required;
  sourceOrg @2 :Data $A.nl("melder (organisatie)") $A.en("source org") $A.id(organisation);
  reporter @3 :Data $A.nl("melder") $A.en("reporter") $A.id(subject);
  reporterAnonymous @4 :L.YesNoUnknown $A.nl("melder anoniem") $A.en("reporter anonymous")  $A.required;
  domains @5 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
  safetyField @6 :L.SafetyField $A.nl("veiligheidsveld") $A.en("safety field");
  answered @7 :List(L.WQuestion) $A.nl("beantwoorde vragen") $A.en("answered");
  dangerForVisitor @8 :L.YesNoUnknown $A.nl("gevaar voor bezoeker") $A.en("danger for visitor")  $A.required;
  proof @9 :List(L.IntakeProof) $A.nl("bewijs") $A.en("proof");
}

struct SignalAssessed $A.kind(302)
    $A.nl("Signaal beoordeeld")
    $A.en("Signal assessed")
    $A.group("Signaal en crisis · Signal and crisis")
    $A.recordedBy(["wijkcoach", "processCoordinator", "regisseur", "veiligThuis", "youthProtector", "teamLeader"])
    $A.refs([(relation = concerns, kinds = [301], least = 1, most = 64)])
    $A.rules(["SIG-01", "SIG-02", "MEET-03", "TERM-03"])
    $A.source("seed 000 L217-242; seed 003 L3970-3975; seed 001 L1283-1285, L1371-1373") {
  decision @0 :L.SignalDecision $A.nl("besluit") $A.en("decision")  $A.required;
  crisis @1 :L.CrisisJudgement $A.nl("crisis") $A.en("crisis")  $A.required;
  checks @2 :List(L.SignalCheck) $A.nl("nagegane punten") $A.en("checks");
  answered @3 :List(L.WQuestion) $A.nl("beantwoorde vragen") $A.en("answered");
  detail @4 :L.DetailLevel $A.nl("mate van detail") $A.en("detail")  $A.required;
  forwardTo @5 :Data $A.nl("doorgezet naar") $A.en("forward to") $A.id(organisation);
}

struct ConsentAsked $A.kind(401)
    $A.nl("Toestemming gevraagd")
    $A.en("Consent asked")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = basedOn, kinds = [109], least = 1, most = 1), (relation = discussedIn, kinds = [501, 701], least = 0, most = 1)])
    $A.rules([])
    $A.source("AVG 7; seed 000 L213-214; seed 003 L2921") {
  consentKind @0 :L.ConsentKind $A.nl("soort toestemming") $A.en("consent kind")  $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  grantors @2 :List(Data) $A.nl("gevers") $A.en("grantors") $A.id(subject);
  recipients @3 :List(T.Recipient) $A.nl("ontvangers") $A.en("recipients");
  categories @4 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  purposes @5 :List(L.SharePurpose) $A.nl("doelen") $A.en("purposes");
  validFrom @6 :T.Date $A.nl("geldig vanaf") $A.en("valid from");
  validUntil @7 :T.Date $A.nl("geldig tot") $A.en("valid until");
  means @8 :L.ContactMode $A.nl("middel") $A.en("means")  $A.required;
  adaptations @9 :List(L.Adaptation) $A.nl("aanpassingen") $A.en("adaptations");
  pressure @10 :L.Pressure $A.nl("druk") $A.en("pressure")  $A.required;
}

struct ConsentGiven $A.kind(402)
    $A.nl("Toestemming gegeven")
    $A.en("Consent given")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["client", "representative", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = answers, kinds = [401], least = 0, most = 1), (relation = basedOn, kinds = [109], least = 0, most = 1), (relation = basedOn, kinds = [504], least = 0, most = 1), (relation = basedOn, kinds = [502], least = 0, most = 1)])
    $A.rules(["CONS-02", "CONS-03", "CONS-04", "CONS-05", "CONS-08", "CONS-09"])
    $A.source("AVG 7; JW 7.3.4-5, 7.3.11; Wmo 5.3.3; seed 001 L1576-1583; seed 003 L2912-2913") {
  consentKind @0 :L.ConsentKind $A.nl("soort toestemming") $A.en("consent kind")  $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  grantor @2 :Data $A.nl("gever") $A.en("grantor") $A.id(subject) $A.required;
  capacity @3 :L.GrantorCapacity $A.nl("hoedanigheid") $A.en("capacity")  $A.required;
  ageBand @4 :L.AgeBand $A.nl("leeftijdsgroep") $A.en("age band")  $A.required;
  law @5 :L.TaskLaw $A.nl("wet") $A.en("law")  $A.required;
  recipients @6 :List(T.Recipient) $A.nl("ontvangers") $A.en("recipients");
  categories @7 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  purposes @8 :List(L.SharePurpose) $A.nl("doelen") $A.en("purposes");
  validFrom @9 :T.Date $A.nl("geldig vanaf") $A.en("valid from")  $A.required;
  validUntil @10 :T.Date $A.nl("geldig tot") $A.en("valid until");
  form @11 :L.ConsentForm $A.nl("vorm") $A.en("form")  $A.required;
  capacityJudged @12 :L.CapacityJudgement $A.nl("wilsbekwaamheid") $A.en("capacity judged")  $A.required;
  pressure @13 :L.Pressure $A.nl("druk") $A.en("pressure")  $A.required;
}

struct ConsentRefused $A.kind(403)
    $A.nl("Toestemming geweigerd")
    $A.en("Consent refused")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["client", "representative", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = answers, kinds = [401], least = 0, most = 1)])
    $A.rules(["CONS-03", "TERM-13"])
    $A.source("seed 003 L2921; AVG 7") {
  consentKind @0 :L.ConsentKind $A.nl("soort toestemming") $A.en("consent kind")  $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  grantor @2 :Data $A.nl("gever") $A.en("grantor") $A.id(subject) $A.required;
  capacity @3 :L.GrantorCapacity $A.nl("hoedanigheid") $A.en("capacity")  $A.required;
  recipients @4 :List(T.Recipient) $A.nl("ontvangers") $A.en("recipients");
  categories @5 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  purposes @6 :List(L.SharePurpose) $A.nl("doelen") $A.en("purposes");
  pressure @7 :L.Pressure $A.nl("druk") $A.en("pressure")  $A.required;
}

struct ConsentWithdrawn $A.kind(404)
    $A.nl("Toestemming ingetrokken")
    $A.en("Consent withdrawn")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["client", "representative", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = withdraws, kinds = [402], least = 0, most = 1)])
    $A.rules(["CONS-06", "TERM-13"])
    $A.source("AVG 7(3)") {
  grantor @0 :Data $A.nl("gever") $A.en("grantor") $A.id(subject) $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  consentKind @2 :L.ConsentKind $A.nl("soort toestemming") $A.en("consent kind");
  recipients @3 :List(T.Recipient) $A.nl("ontvangers") $A.en("recipients");
  categories @4 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  purposes @5 :List(L.SharePurpose) $A.nl("doelen") $A.en("purposes");
  effectiveFrom @6 :T.Instant $A.nl("werkt vanaf") $A.en("effective from")  $A.required;
  means @7 :L.ContactMode $A.nl("middel") $A.en("means")  $A.required;
}

struct AdviceAsked $A.kind(406)
    $A.nl("Advies gevraagd")
    $A.en("Advice asked")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules(["TERM-07"])
    $A.source("seed 002 L865-867; seed 001 L439-441") {
  topic @0 :L.AdviceTopic $A.nl("onderwerp") $A.en("topic")  $A.required;
  toRole @1 :L.Role $A.nl("aan rol") $A.en("to role");
  toActor @2 :Data $A.nl("aan professional") $A.en("to actor") $A.id(actor);
  toOrg @3 :Data $A.nl("aan organisatie") $A.en("to org") $A.id(organisation);
  anonymised @4 :L.YesNoUnknown $A.nl("zonder namen") $A.en("anonymised")  $A.required;
  neededBy @5 :T.Date $A.nl("nodig voor") $A.en("needed by");
}

struct ShareDecided $A.kind(407)
    $A.nl("Besluit over delen")
    $A.en("Decision on sharing")
    $A.guarded
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processCoordinator", "privacyOfficer"])
    $A.refs([(relation = underConsent, kinds = [402], least = 0, most = 64), (relation = answers, kinds = [405], least = 0, most = 1), (relation = basedOn, kinds = [210, 304, 403, 404, 504, 605, 606, 901, 906, 909], least = 0, most = 64), (relation = basedOn, kinds = [109], least = 0, most = 1), (relation = underAgreement, kinds = [108], least = 0, most = 1)])
    $A.rules(["TIME-03", "CONS-01", "CONS-05", "SHARE-02", "SHARE-03", "SHARE-04", "SHARE-05", "SHARE-06", "SHARE-07", "SHARE-08", "SHARE-09", "SHARE-13", "SHARE-14", "SHARE-15", "ACC-04", "TERM-09"])
    $A.source("AVG 5, 6, 9, 10; JW 7.3.11; Wmo 5.1.1, 5.2.5, 5.3.3; BPSW; seed 003 L2912-2932; seed 002 L859-860") {
  decision @0 :L.ShareDecision $A.nl("besluit") $A.en("decision")  $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  recipients @2 :List(T.Recipient) $A.nl("ontvangers") $A.en("recipients");
  recipientRole @3 :L.Role $A.nl("rol van ontvanger") $A.en("recipient role");
  purpose @4 :L.SharePurpose $A.nl("doel") $A.en("purpose")  $A.required;
  categories @5 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  detail @6 :L.DetailLevel $A.nl("mate van detail") $A.en("detail")  $A.required;
  basis @7 :L.AvgBasis $A.nl("grondslag") $A.en("basis")  $A.required;
  article @8 :Text $A.nl("wetsartikel") $A.en("article") $A.format(lawArticle);
  fromLaw @9 :L.TaskLaw $A.nl("van wet") $A.en("from law")  $A.required;
  toLaws @10 :List(L.TaskLaw) $A.nl("naar wetten") $A.en("to laws");
  route @11 :L.ShareRoute $A.nl("route") $A.en("route")  $A.required;
  exception @12 :L.ShareException $A.nl("uitzondering") $A.en("exception");
  art9 @13 :L.Art9Exception $A.nl("uitzondering AVG 9") $A.en("art9")  $A.required;
  art10 @14 :L.Art10Ground $A.nl("grond AVG 10") $A.en("art10")  $A.required;
  recipientSecrecy @15 :L.SecrecyDuty $A.nl("geheimhouding ontvanger") $A.en("recipient secrecy")  $A.required;
  knowledge @16 :L.Knowledge $A.nl("met medeweten") $A.en("knowledge")  $A.required;
  notShareReason @17 :L.NotShareReason $A.nl("reden om niet te delen") $A.en("not share reason");
  validUntil @18 :T.Date $A.nl("geldig tot") $A.en("valid until");
}

struct InformationShared $A.kind(408)
    $A.nl("Informatie gedeeld")
    $A.en("Information shared")
    $A.guarded
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = executes, kinds = [407], least = 0, most = 1), (relation = answers, kinds = [405], least = 0, most = 1)])
    $A.rules(["SIG-05", "SHARE-01", "SHARE-06", "SHARE-10", "SHARE-12", "SHARE-13", "TERM-04", "TERM-11", "TERM-20", "TERM-41"])
    $A.source("seed 003 L2910-2932, L4059-4063; JW 7.1.4, 7.3.11, 7.3.12(3); Wmo 5.2.6") {
  recipients @0 :List(T.Recipient) $A.nl("ontvangers") $A.en("recipients");
  recipientRole @1 :L.Role $A.nl("rol van ontvanger") $A.en("recipient role");
  about @2 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  categories @3 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  purpose @4 :L.SharePurpose $A.nl("doel") $A.en("purpose")  $A.required;
  detail @5 :L.DetailLevel $A.nl("mate van detail") $A.en("detail")  $A.required;
  form @6 :L.ShareForm $A.nl("vorm") $A.en("form")  $A.required;
  means @7 :L.SharingMeans $A.nl("middel") $A.en("means")  $A.required;
  familyPresent @8 :L.YesNoUnknown $A.nl("gezin erbij") $A.en("family present")  $A.required;
  knowledge @9 :L.Knowledge $A.nl("met medeweten") $A.en("knowledge")  $A.required;
  items @10 :List(T.PartRef) $A.nl("stukken") $A.en("items");
  indexAction @11 :L.IndexAction $A.nl("handeling verwijsindex") $A.en("index action");
  riskCode @12 :T.Count $A.nl("risicocode") $A.en("risk code");
}

struct SubjectInformed $A.kind(410)
    $A.nl("Betrokkene geïnformeerd")
    $A.en("Data subject informed")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "privacyOfficer"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules([])
    $A.source("AVG 12-14; seed 003 L257, L291-298, L2559-2561; seed 000 L329-334") {
  told @0 :List(Data) $A.nl("wie geïnformeerd") $A.en("told") $A.id(subject);
  topics @1 :List(L.InformTopic) $A.nl("onderwerpen") $A.en("topics");
  means @2 :L.ContactMode $A.nl("middel") $A.en("means")  $A.required;
  adaptations @3 :List(L.Adaptation) $A.nl("aanpassingen") $A.en("adaptations");
  understood @4 :L.YesNoUnknown $A.nl("begrepen") $A.en("understood")  $A.required;
}

struct MeetingHeld $A.kind(501)
    $A.nl("Overleg gehouden")
    $A.en("Meeting held")
    $A.group("Overleg en beslissen · Meetings and deliberation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader"])
    $A.refs([(relation = executes, kinds = [407], least = 0, most = 64), (relation = basedOn, kinds = [209], least = 0, most = 1), (relation = follows, kinds = [501], least = 0, most = 1)])
    $A.rules(["ROLE-02", "SIG-01", "SHARE-01", "MEET-01", "MEET-03", "MEET-04", "ASMT-07"])
    $A.source("seed 000 L243-253, L448-472, L529-533, L546-549; seed 001 L841-872, L1283-1287, L1517-1519; seed 003 L1370-1398, L2878-2896") {
  meetingType @0 :L.MeetingType $A.nl("soort overleg") $A.en("meeting type")  $A.required;
  discipline @1 :L.Discipline $A.nl("vorm van samenwerking") $A.en("discipline")  $A.required;
  chair @2 :Data $A.nl("voorzitter") $A.en("chair") $A.id(actor) $A.required;
  attendees @3 :List(Attendees) $A.nl("aanwezigen") $A.en("attendees");
  familyPresence @4 :L.Presence $A.nl("gezin aanwezig") $A.en("family presence")  $A.required;
  about @5 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  detail @6 :L.DetailLevel $A.nl("mate van detail") $A.en("detail")  $A.required;
  domains @7 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
  items @8 :List(T.PartRef) $A.nl("stukken") $A.en("items");
  struct Attendees {
    actor @0 :Data $A.nl("professional") $A.en("actor") $A.id(actor);
    subject @1 :Data $A.nl("persoon") $A.en("subject") $A.id(subject);
    org @2 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
    role @3 :L.Role $A.nl("rol") $A.en("role");
    presence @4 :L.Presence $A.nl("aanwezigheid") $A.en("presence")  $A.required;
    mandated @5 :L.YesNoUnknown $A.nl("gemandateerd") $A.en("mandated")  $A.required;
  }
}

struct DecisionTaken $A.kind(502)
    $A.nl("Beslissing genomen")
    $A.en("Decision taken")
    $A.group("Overleg en beslissen · Meetings and deliberation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "teamLeader"])
    $A.refs([(relation = discussedIn, kinds = [501], least = 0, most = 1), (relation = basedOn, kinds = [], least = 0, most = 64), (relation = supersedes, kinds = [502, 804], least = 0, most = 1)])
    $A.rules(["TIME-03", "ROLE-10", "MEET-05", "MEET-06", "MEET-07", "SAFE-01", "TERM-31"])
    $A.source("seed 003 L194-198, L220-222, L300-301; seed 002 L585-588, L1245-1251, L1573-1617, L1908-1910; seed 000 L672-686, L736-759") {
  decisionClass @0 :L.DecisionClass $A.nl("soort beslissing") $A.en("decision class")  $A.required;
  deciders @1 :List(Data) $A.nl("beslissers") $A.en("deciders") $A.id(actor);
  level @2 :L.DecisionLevel $A.nl("niveau") $A.en("level")  $A.required;
  impactOn @3 :List(L.DecisionLevel) $A.nl("gevolgen voor") $A.en("impact on");
  preference @4 :L.PreferenceFollowed $A.nl("voorkeur") $A.en("preference")  $A.required;
  overrideBasis @5 :L.OverrideBasis $A.nl("grond van opzijzetten") $A.en("override basis");
  notified @6 :List(Data) $A.nl("op de hoogte") $A.en("notified") $A.id(actor);
  perspective @7 :L.Perspective $A.nl("perspectief") $A.en("perspective");
  dilemma @8 :L.YesNoUnknown $A.nl("dilemma") $A.en("dilemma")  $A.required;
}

struct PersonHeard $A.kind(503)
    $A.nl("Betrokkene gehoord")
    $A.en("Person heard")
    $A.group("Overleg en beslissen · Meetings and deliberation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "client", "representative", "confidant"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 003 L214-222, L2530-2533; seed 002 L1677-1684; seed 004 L49-53, L84-86; seed 000 L104-105") {
  heard @0 :Data $A.nl("gehoord") $A.en("heard") $A.id(subject) $A.required;
  topics @1 :List(L.HearingTopic) $A.nl("onderwerpen") $A.en("topics");
  domains @2 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
  alone @3 :L.YesNoUnknown $A.nl("alleen gesproken") $A.en("alone")  $A.required;
  adaptations @4 :List(L.Adaptation) $A.nl("aanpassingen") $A.en("adaptations");
}

struct ConsultationHeld $A.kind(504)
    $A.nl("Consultatie of advies")
    $A.en("Consultation or advice")
    $A.group("Overleg en beslissen · Meetings and deliberation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "privacyOfficer", "teamLeader"])
    $A.refs([(relation = answers, kinds = [406], least = 0, most = 1), (relation = concerns, kinds = [], least = 0, most = 64), (relation = executes, kinds = [407], least = 0, most = 1)])
    $A.rules(["EVAL-06", "TERM-28"])
    $A.source("seed 003 L2389-2404, L2842-2857; seed 001 L1146-1149; JW 7.3.2(4); seed 000 L152-156") {
  consultKind @0 :L.ConsultKind $A.nl("soort overleg") $A.en("consult kind")  $A.required;
  level @1 :L.ConsultLevel $A.nl("niveau") $A.en("level")  $A.required;
  with @2 :List(Data) $A.nl("met") $A.en("with") $A.id(actor);
  withOrg @3 :Data $A.nl("met organisatie") $A.en("with org") $A.id(organisation);
  anonymised @4 :L.YesNoUnknown $A.nl("zonder namen") $A.en("anonymised")  $A.required;
  outcome @5 :L.AdviceOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  addressedTo @6 :Data $A.nl("gericht aan") $A.en("addressed to") $A.id(organisation);
  decideBy @7 :T.Date $A.nl("besluit voor") $A.en("decide by");
}

struct StatementRecorded $A.kind(603)
    $A.nl("Waarneming of uitspraak vastgelegd")
    $A.en("Observation or statement recorded")
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64), (relation = linkedTo, kinds = [603], least = 0, most = 64)])
    $A.rules(["ROLE-03", "SAFE-06"])
    $A.source("seed 003 L2376-2383") {
  statementKind @0 :L.StatementKind $A.nl("soort uitspraak") $A.en("statement kind")  $A.required;
  source @1 :L.SourceKind $A.nl("bron") $A.en("source")  $A.required;
  about @2 :Data $A.nl("over wie") $A.en("about") $A.id(subject) $A.required;
  by @3 :Data $A.nl("door") $A.en("by") $A.id(subject);
  domain @4 :L.LifeDomain $A.nl("leefgebied") $A.en("domain");
  childCheckNeeded @5 :L.YesNoUnknown $A.nl("kindcheck nodig") $A.en("child check needed")  $A.required;
}

struct SafetyJudged $A.kind(605)
    $A.nl("Veiligheid en ouderschap beoordeeld")
    $A.en("Safety and parenting judged")
    $A.guarded
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "behaviouralScientist", "veiligThuis", "childProtectionBoard", "attentionOfficer"])
    $A.refs([(relation = basedOn, kinds = [603, 604, 503, 504, 409], least = 0, most = 64)])
    $A.rules(["TIME-03", "ROLE-03", "ROLE-10", "ASMT-05", "SAFE-01", "SAFE-02", "TERM-14", "TERM-15", "TERM-16"])
    $A.source("seed 003 L1919-1936, L2341-2363, L2389-2404, L2535-2556") {
  child @0 :Data $A.nl("kind") $A.en("child") $A.id(subject) $A.required;
  current @1 :L.SafetyJudgement $A.nl("nu") $A.en("current")  $A.required;
  future @2 :L.FutureRisk $A.nl("op termijn") $A.en("future")  $A.required;
  instrument @3 :L.Instrument $A.nl("instrument") $A.en("instrument");
  deciders @4 :List(Data) $A.nl("beslissers") $A.en("deciders") $A.id(actor);
  nextOn @5 :T.Date $A.nl("volgende op") $A.en("next on");
}

struct ContactHeld $A.kind(701)
    $A.nl("Contact met gezin")
    $A.en("Contact with the family")
    $A.group("Contact en motivatie · Contact and motivation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "networkMember"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules(["ROLE-03", "SIG-04", "MOT-02", "MOT-03"])
    $A.source("seed 000 L83-89, L95, L287-368, L410-434; seed 003 L3368-3370, L3979-4006; seed 004 L79-86") {
  mode @0 :L.ContactMode $A.nl("wijze van contact") $A.en("mode")  $A.required;
  outcome @1 :L.ContactOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  with @2 :List(Data) $A.nl("met") $A.en("with") $A.id(subject);
  aims @3 :List(L.ContactAim) $A.nl("doelen van het contact") $A.en("aims");
  actions @4 :List(L.MotivatingAction) $A.nl("inzet") $A.en("actions");
  horizons @5 :List(L.Horizon) $A.nl("termijnen") $A.en("horizons");
  minutes @6 :T.Count $A.nl("duur (minuten)") $A.en("minutes");
  emergencyNumberGiven @7 :L.YesNoUnknown $A.nl("noodnummer gegeven") $A.en("emergency number given")  $A.required;
}

struct GoalSet $A.kind(801)
    $A.nl("Doel gesteld")
    $A.en("Goal set")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "client", "networkMember"])
    $A.refs([(relation = partOf, kinds = [801], least = 0, most = 1), (relation = dependsOn, kinds = [801], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["ROLE-03", "MEET-02", "MOT-01", "MOT-04", "PLAN-04", "PLAN-05"])
    $A.source("seed 000 L108, L436-445; seed 003 L1436-1487, L1802-1807, L1848-1851; seed 004 L52-53, L64-65") {
  horizon @0 :L.Horizon $A.nl("termijn") $A.en("horizon")  $A.required;
  level @1 :L.GoalLevel $A.nl("niveau") $A.en("level")  $A.required;
  sphere @2 :L.GoalSphere $A.nl("sfeer") $A.en("sphere")  $A.required;
  type @3 :L.GoalType $A.nl("soort") $A.en("type")  $A.required;
  domains @4 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
  owner @5 :L.GoalOwner $A.nl("eigenaar") $A.en("owner")  $A.required;
  ownerSubject @6 :Data $A.nl("eigenaar (gezinslid)") $A.en("owner subject") $A.id(subject);
  ownerActor @7 :Data $A.nl("eigenaar (professional)") $A.en("owner actor") $A.id(actor);
  startOn @8 :T.Date $A.nl("begin") $A.en("start on");
  endOn @9 :T.Date $A.nl("eind") $A.en("end on");
  weight @10 :T.Count $A.nl("gewicht") $A.en("weight");
  order @11 :T.Count $A.nl("volgorde") $A.en("order");
  checked @12 :List(L.SmartCheck) $A.nl("getoetst aan") $A.en("checked");
}

struct GoalScored $A.kind(803)
    $A.nl("Doel gescoord")
    $A.en("Goal scored")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "client", "networkMember"])
    $A.refs([(relation = concerns, kinds = [801], least = 1, most = 1), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["ROLE-03", "PLAN-12", "EVAL-05"])
    $A.source("seed 003 L1571-1609") {
  method @0 :L.ScoreMethod $A.nl("methode") $A.en("method")  $A.required;
  score @1 :Int32 $A.nl("score") $A.en("score");
  respondent @2 :L.RespondentKind $A.nl("ingevuld door") $A.en("respondent")  $A.required;
  moment @3 :L.MeasurementMoment $A.nl("meetmoment") $A.en("moment")  $A.required;
}

struct PlanAdopted $A.kind(804)
    $A.nl("Plan vastgesteld")
    $A.en("Plan adopted")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "regisseur"])
    $A.refs([(relation = supersedes, kinds = [804], least = 0, most = 1), (relation = partOf, kinds = [804], least = 0, most = 1), (relation = basedOn, kinds = [601, 602], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["TIME-03", "ROLE-02", "MEET-02", "ASMT-03", "ASMT-07", "MOT-01", "PLAN-01", "PLAN-02", "PLAN-03", "PLAN-04", "PLAN-05", "PLAN-06", "PLAN-07", "PLAN-08", "PLAN-11", "TERM-21", "TERM-22"])
    $A.source("seed 000 L436-445, L509-527; seed 001 L867-872, L1288, L1523-1526; seed 002 L1125-1141, L1677-1684; seed 003 L1326-1350, L1842-1846") {
  planType @0 :L.PlanType $A.nl("soort plan") $A.en("plan type")  $A.required;
  version @1 :UInt64 $A.nl("versie") $A.en("version");
  sections @2 :List(L.PlanSection) $A.nl("onderdelen") $A.en("sections");
  cooperation @3 :L.PlanCooperation $A.nl("medewerking") $A.en("cooperation")  $A.required;
  noCoopGround @4 :L.CoercionGround $A.nl("grond zonder medewerking") $A.en("no coop ground");
  goals @5 :List(Data) $A.nl("doelen") $A.en("goals") $A.id(event);
  tasks @6 :List(Data) $A.nl("taken") $A.en("tasks") $A.id(event);
  evaluationAt @7 :T.Instant $A.nl("evaluatie op") $A.en("evaluation at");
  evaluationWith @8 :List(EvaluationWith) $A.nl("evaluatie met") $A.en("evaluation with");
  validFrom @9 :T.Date $A.nl("geldig vanaf") $A.en("valid from")  $A.required;
  validUntil @10 :T.Date $A.nl("geldig tot") $A.en("valid until");
  struct EvaluationWith {
    actor @0 :Data $A.nl("professional") $A.en("actor") $A.id(actor);
    subject @1 :Data $A.nl("persoon") $A.en("subject") $A.id(subject);
  }
}

struct TaskAssigned $A.kind(806)
    $A.nl("Taak verdeeld")
    $A.en("Task assigned")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector"])
    $A.refs([(relation = concerns, kinds = [801, 804], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1), (relation = underAgreement, kinds = [108], least = 0, most = 1), (relation = basedOn, kinds = [502, 504], least = 0, most = 1)])
    $A.rules(["ROLE-06", "TERM-24"])
    $A.source("seed 000 L492-496, L555-561; seed 001 L474-476; seed 003 L1332-1333, L1386-1390") {
  taskKind @0 :L.TaskKind $A.nl("soort taak") $A.en("task kind")  $A.required;
  side @1 :L.TaskSide $A.nl("intern of extern") $A.en("side")  $A.required;
  toActor @2 :Data $A.nl("aan professional") $A.en("to actor") $A.id(actor);
  toSubject @3 :Data $A.nl("aan gezinslid") $A.en("to subject") $A.id(subject);
  toOrg @4 :Data $A.nl("aan organisatie") $A.en("to org") $A.id(organisation);
  dueOn @5 :T.Date $A.nl("uiterlijk op") $A.en("due on");
  frame @6 :L.Kader $A.nl("kader") $A.en("frame")  $A.required;
  power @7 :Text $A.nl("bevoegdheid") $A.en("power") $A.format(lawArticle);
}

struct TaskUpdated $A.kind(807)
    $A.nl("Taak bijgewerkt")
    $A.en("Task updated")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "client", "networkMember"])
    $A.refs([(relation = concerns, kinds = [806], least = 1, most = 1)])
    $A.rules([])
    $A.source("seed 003 L2898-2901; seed 001 L474-476") {
  status @0 :L.TaskStatus $A.nl("stand") $A.en("status")  $A.required;
  cause @1 :L.StagnationCause $A.nl("oorzaak") $A.en("cause");
  dueOn @2 :T.Date $A.nl("uiterlijk op") $A.en("due on");
  feedbackTo @3 :List(FeedbackTo) $A.nl("teruggekoppeld aan") $A.en("feedback to");
  struct FeedbackTo {
    actor @0 :Data $A.nl("professional") $A.en("actor") $A.id(actor);
    subject @1 :Data $A.nl("persoon") $A.en("subject") $A.id(subject);
    org @2 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
  }
}

struct InterventionStarted $A.kind(808)
    $A.nl("Interventie gestart")
    $A.en("Intervention started")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "healthProfessional"])
    $A.refs([(relation = basedOn, kinds = [502], least = 0, most = 1), (relation = underConsent, kinds = [402], least = 0, most = 64), (relation = underOrder, kinds = [906], least = 0, most = 1), (relation = concerns, kinds = [801, 804], least = 0, most = 64)])
    $A.rules(["ROLE-03", "CONS-01", "CONS-07", "PLAN-09", "PLAN-10", "TERM-22"])
    $A.source("seed 002 L585-588, L1255-1258, L1297-1299; seed 003 L3450-3452, L3560-3697; JW 7.3.4-5") {
  intervention @0 :L.InterventionType $A.nl("interventie") $A.en("intervention")  $A.required;
  org @1 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation) $A.required;
  for @2 :List(Data) $A.nl("voor") $A.en("for") $A.id(subject);
  frame @3 :L.Kader $A.nl("kader") $A.en("frame")  $A.required;
  helpBasis @4 :L.HelpBasis $A.nl("basis van de hulp") $A.en("help basis")  $A.required;
  plannedEnd @5 :T.Date $A.nl("gepland einde") $A.en("planned end");
  plannedHours @6 :T.Count $A.nl("geplande uren") $A.en("planned hours");
  evaluateOn @7 :T.Date $A.nl("evalueren op") $A.en("evaluate on");
}

struct FormalDecisionMade $A.kind(810)
    $A.nl("Formeel besluit van organisatie")
    $A.en("Formal decision by an organisation")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["incomeDebtOfficer", "housingOfficer", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = answers, kinds = [504], least = 0, most = 1), (relation = answers, kinds = [806], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 001 L520-523, L1146-1149; seed 000 L145-150") {
  decisionType @0 :L.FormalDecisionType $A.nl("soort besluit") $A.en("decision type")  $A.required;
  org @1 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation) $A.required;
  result @2 :L.FormalResult $A.nl("uitkomst") $A.en("result")  $A.required;
  article @3 :Text $A.nl("wetsartikel") $A.en("article") $A.format(lawArticle);
  about @4 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  from @5 :T.Date $A.nl("vanaf") $A.en("from");
  until @6 :T.Date $A.nl("tot") $A.en("until");
  appealClause @7 :L.YesNoUnknown $A.nl("bezwaarclausule") $A.en("appeal clause")  $A.required;
}

struct DrangOffered $A.kind(902)
    $A.nl("Drang: aanbod gedaan")
    $A.en("Drang: offer made")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "regisseur", "specialist", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "police", "probationOfficer"])
    $A.refs([(relation = basedOn, kinds = [901], least = 0, most = 1), (relation = discussedIn, kinds = [501], least = 0, most = 1), (relation = underAgreement, kinds = [108], least = 0, most = 1)])
    $A.rules(["DRANG-01", "DRANG-02", "DRANG-06", "TERM-27"])
    $A.source("seed 000 L121-125, L172-194; seed 001 L598-602, L873-876; seed 002 L1169-1196; seed 003 L2676-2681, L3917-3931") {
  drangKind @0 :L.DrangKind $A.nl("soort drang") $A.en("drang kind")  $A.required;
  to @1 :List(Data) $A.nl("aan") $A.en("to") $A.id(subject);
  rewards @2 :List(L.DrangReward) $A.nl("beloningen") $A.en("rewards");
  consequences @3 :List(L.DrangConsequence) $A.nl("gevolgen") $A.en("consequences");
  consequenceBy @4 :Data $A.nl("gevolg door") $A.en("consequence by") $A.id(organisation);
  contact @5 :Data $A.nl("contact") $A.en("contact") $A.id(actor);
  respondBy @6 :T.Date $A.nl("antwoord voor") $A.en("respond by");
  reviewOn @7 :T.Date $A.nl("herzien op") $A.en("review on");
}

struct DrangAnswered $A.kind(903)
    $A.nl("Drang: antwoord van betrokkene")
    $A.en("Drang: answer of the person")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["client", "wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "behaviouralScientist", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = answers, kinds = [902], least = 1, most = 1)])
    $A.rules([])
    $A.source("seed 003 L3917-3927") {
  who @0 :Data $A.nl("wie") $A.en("who") $A.id(subject) $A.required;
  response @1 :L.DrangResponse $A.nl("antwoord") $A.en("response")  $A.required;
}

struct DrangFollowedUp $A.kind(904)
    $A.nl("Drang: vervolgstap")
    $A.en("Drang: next step")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "regisseur", "specialist", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "police", "probationOfficer"])
    $A.refs([(relation = concerns, kinds = [902], least = 1, most = 1), (relation = follows, kinds = [903, 904], least = 0, most = 1), (relation = basedOn, kinds = [905], least = 0, most = 1), (relation = underOrder, kinds = [906], least = 0, most = 1), (relation = executes, kinds = [408], least = 0, most = 1)])
    $A.rules(["DRANG-04", "DRANG-05", "DWANG-06"])
    $A.source("seed 003 L2677-2681, L3694-3696, L3715-3718; seed 000 L558-559") {
  followUp @0 :L.DrangFollowUp $A.nl("vervolg") $A.en("follow up")  $A.required;
  reward @1 :L.DrangReward $A.nl("beloning") $A.en("reward");
  consequence @2 :L.DrangConsequence $A.nl("gevolg") $A.en("consequence");
  byOrg @3 :Data $A.nl("door organisatie") $A.en("by org") $A.id(organisation) $A.required;
  power @4 :Text $A.nl("bevoegdheid") $A.en("power") $A.format(lawArticle);
}

struct DwangDecided $A.kind(906)
    $A.nl("Dwang: maatregel beslist")
    $A.en("Dwang: measure decided")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["youthProtector", "childProtectionBoard", "guardian", "wijkcoach", "buddy", "police", "probationOfficer", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "healthProfessional", "importer"])
    $A.refs([(relation = answers, kinds = [905], least = 0, most = 1), (relation = supersedes, kinds = [906], least = 0, most = 1)])
    $A.rules(["ASMT-07", "DWANG-02", "TERM-25", "TERM-26"])
    $A.source("seed 003 L1868-1886; seed 000 L641, L694-698; law table §5.2") {
  measure @0 :L.DwangMeasure $A.nl("maatregel") $A.en("measure")  $A.required;
  outcome @1 :L.DwangOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  article @2 :Text $A.nl("wetsartikel") $A.en("article") $A.format(lawArticle) $A.required;
  authority @3 :L.OrderAuthority $A.nl("opgelegd door") $A.en("authority")  $A.required;
  decidedOn @4 :T.Date $A.nl("beslist op") $A.en("decided on")  $A.required;
  validFrom @5 :T.Date $A.nl("geldig vanaf") $A.en("valid from");
  validUntil @6 :T.Date $A.nl("geldig tot") $A.en("valid until");
  executor @7 :Data $A.nl("uitvoerder") $A.en("executor") $A.id(organisation);
  about @8 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
}

struct DwangEnded $A.kind(908)
    $A.nl("Dwang: maatregel geëindigd")
    $A.en("Dwang: measure ended")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["youthProtector", "childProtectionBoard", "guardian", "wijkcoach", "buddy", "police", "probationOfficer", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "healthProfessional", "importer"])
    $A.refs([(relation = ends, kinds = [906], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 000 L749; seed 003 L2677-2681") {
  reason @0 :L.DwangEndReason $A.nl("reden") $A.en("reason")  $A.required;
  endedOn @1 :T.Date $A.nl("geëindigd op") $A.en("ended on")  $A.required;
  next @2 :L.Kader $A.nl("vervolg") $A.en("next")  $A.required;
}

struct WhiteSpotReported $A.kind(1005)
    $A.nl("Witte vlek gemeld")
    $A.en("White spot reported")
    $A.group("Evaluatie, opschaling, afwijking · Evaluation, escalation, deviation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "client"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules(["TERM-30"])
    $A.source("seed 002 L1265-1266, L1299-1300, L1484-1486, L1945-1947; seed 003 L324-330") {
  whiteSpotKind @0 :L.WhiteSpotKind $A.nl("soort witte vlek") $A.en("white spot kind")  $A.required;
  level @1 :L.DecisionLevel $A.nl("niveau") $A.en("level")  $A.required;
  ownerActor @2 :Data $A.nl("eigenaar (professional)") $A.en("owner actor") $A.id(actor);
  ownerOrg @3 :Data $A.nl("eigenaar (organisatie)") $A.en("owner org") $A.id(organisation);
  answerBy @4 :T.Date $A.nl("antwoord voor") $A.en("answer by");
}

struct ClosingDecided $A.kind(1101)
    $A.nl("Afsluiting besloten")
    $A.en("Closing decided")
    $A.group("Afsluiten en nazorg · Closing and aftercare")
    $A.recordedBy(["wijkcoach", "regisseur", "youthProtector"])
    $A.refs([(relation = discussedIn, kinds = [501], least = 0, most = 1), (relation = concerns, kinds = [804], least = 0, most = 1), (relation = basedOn, kinds = [1001], least = 0, most = 1)])
    $A.rules(["TIME-03", "EVAL-02", "CLOSE-01", "CLOSE-02", "CLOSE-03", "CLOSE-04", "CLOSE-05", "TERM-32", "TERM-33"])
    $A.source("seed 000 L546-572; seed 001 L1645-1646, L1697-1700; seed 003 L1612-1614, L1821-1836") {
  outcome @0 :L.ClosingOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  openGoals @1 :List(Data) $A.nl("open doelen") $A.en("open goals") $A.id(event);
  aftercare @2 :L.AftercareKind $A.nl("nazorg") $A.en("aftercare")  $A.required;
  aftercareOrg @3 :Data $A.nl("nazorg door") $A.en("aftercare org") $A.id(organisation);
  aftercareUntil @4 :T.Date $A.nl("nazorg tot") $A.en("aftercare until");
  contactEvery @5 :T.Duration $A.nl("contact om de") $A.en("contact every");
  contactAgreed @6 :L.YesNoUnknown $A.nl("contact afgesproken") $A.en("contact agreed")  $A.required;
  relapsePlan @7 :L.YesNoUnknown $A.nl("terugvalplan") $A.en("relapse plan")  $A.required;
  earlyReason @8 :L.StagnationCause $A.nl("reden voortijdig") $A.en("early reason");
  deciders @9 :List(Data) $A.nl("beslissers") $A.en("deciders") $A.id(actor);
}

struct CaseStatusChanged $A.kind(1102)
    $A.nl("Stand van de zaak gewijzigd")
    $A.en("Case status changed")
    $A.group("Afsluiten en nazorg · Closing and aftercare")
    $A.recordedBy(["wijkcoach", "regisseur", "youthProtector", "processCoordinator"])
    $A.refs([(relation = executes, kinds = [1101], least = 0, most = 1), (relation = basedOn, kinds = [301, 304, 702], least = 0, most = 1)])
    $A.rules(["ROLE-01", "CLOSE-06"])
    $A.source("seed 000 L564-566; seed 003 L1834-1836, L2826-2828") {
  status @0 :L.CaseStatus $A.nl("stand") $A.en("status")  $A.required;
  reason @1 :L.StatusReason $A.nl("reden") $A.en("reason")  $A.required;
}

struct CorrectionMade $A.kind(1204)
    $A.nl("Correctie aangebracht")
    $A.en("Correction made")
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = corrects, kinds = [], least = 1, most = 1), (relation = executes, kinds = [1202], least = 0, most = 1)])
    $A.rules(["TERM-12"])
    $A.source("AVG 16; VNG B3891; JW 7.3.8") {
  correctionKind @0 :L.CorrectionKind $A.nl("soort correctie") $A.en("correction kind")  $A.required;
  targetPart @1 :T.PartRef $A.nl("welk deel") $A.en("target part");
  original @2 :L.OriginalFate $A.nl("het origineel") $A.en("original")  $A.required;
  newFacts @3 :Facts $A.nl("nieuwe feiten") $A.en("new facts");
}

struct PartsViewed $A.kind(1301)
    $A.nl("Ingezien")
    $A.en("Parts viewed")
    $A.power
    $A.group("Inzien en verstrekken · Access and disclosure")
    $A.recordedBy(["wijkcoach", "buddy", "regisseur", "processDirector", "processCoordinator", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "teamLeader", "privacyOfficer", "auditor", "ledgerAdmin", "client", "representative", "networkMember", "confidant", "complaintsOfficer", "disciplinaryReader", "archivist", "policyAdviser", "ledgerService"])
    $A.refs([(relation = underMandate, kinds = [106], least = 0, most = 1), (relation = concerns, kinds = [1304], least = 0, most = 1)])
    $A.rules(["ACC-01", "ACC-02", "ACC-05"])
    $A.source("AVG 5(2); NEN 7513; CJEU C-579/21; anchors N11") {
  viewer @0 :Data $A.nl("lezer") $A.en("viewer") $A.id(actor) $A.required;
  cases @1 :List(Cases) $A.nl("zaken") $A.en("cases");
  view @2 :L.ViewKind $A.nl("overzicht") $A.en("view")  $A.required;
  purpose @3 :L.AccessPurpose $A.nl("doel") $A.en("purpose")  $A.required;
  parts @4 :UInt64 $A.nl("delen") $A.en("parts");
  about @5 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  classes @6 :List(L.PartClass) $A.nl("soorten delen") $A.en("classes");
  filter @7 :Data $A.nl("filter") $A.en("filter") $A.id(digest) $A.required;
  struct Cases {
    case @0 :Data $A.nl("zaak") $A.en("case") $A.id(case) $A.required;
    count @1 :UInt64 $A.nl("aantal") $A.en("count");
    head @2 :Data $A.nl("kop") $A.en("head") $A.id(digest) $A.required;
  }
}

struct Exported $A.kind(1302)
    $A.nl("Uitgevoerd of afgedrukt")
    $A.en("Exported or printed")
    $A.power
    $A.group("Inzien en verstrekken · Access and disclosure")
    $A.recordedBy(["wijkcoach", "buddy", "regisseur", "processDirector", "processCoordinator", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "teamLeader", "privacyOfficer", "auditor", "ledgerAdmin", "client", "representative", "networkMember", "confidant", "complaintsOfficer", "disciplinaryReader", "archivist", "policyAdviser", "ledgerService"])
    $A.refs([(relation = executes, kinds = [407], least = 0, most = 1)])
    $A.rules(["SHARE-13", "ACC-01", "ACC-02", "ACC-03", "ACC-05"])
    $A.source("onaio/onadata 2804; AVG 5(2)") {
  viewer @0 :Data $A.nl("lezer") $A.en("viewer") $A.id(actor) $A.required;
  cases @1 :List(Cases) $A.nl("zaken") $A.en("cases");
  view @2 :L.ViewKind $A.nl("overzicht") $A.en("view")  $A.required;
  purpose @3 :L.AccessPurpose $A.nl("doel") $A.en("purpose")  $A.required;
  format @4 :L.ExportFormat $A.nl("formaat") $A.en("format")  $A.required;
  profile @5 :L.AudienceProfile $A.nl("lezersprofiel") $A.en("profile")  $A.required;
  rows @6 :UInt64 $A.nl("regels") $A.en("rows");
  total @7 :UInt64 $A.nl("totaal") $A.en("total");
  about @8 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  filter @9 :Data $A.nl("filter") $A.en("filter") $A.id(digest) $A.required;
  struct Cases {
    case @0 :Data $A.nl("zaak") $A.en("case") $A.id(case) $A.required;
    count @1 :UInt64 $A.nl("aantal") $A.en("count");
    head @2 :Data $A.nl("kop") $A.en("head") $A.id(digest) $A.required;
  }
}

struct ImportOpened $A.kind(1401)
    $A.nl("Invoer gestart")
    $A.en("Import opened")
    $A.power
    $A.group("Invoer · Import")
    $A.recordedBy(["importer", "ledgerAdmin"])
    $A.refs([(relation = basedOn, kinds = [109], least = 0, most = 1)])
    $A.rules([])
    $A.source("design") {
  source @0 :L.ImportSource $A.nl("bron") $A.en("source")  $A.required;
  org @1 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation) $A.required;
  records @2 :UInt64 $A.nl("gegevens") $A.en("records");
  fileDigest @3 :Data $A.nl("vingerafdruk bestand") $A.en("file digest") $A.id(digest) $A.required;
  mapping @4 :Data $A.nl("toewijzing") $A.en("mapping") $A.id(digest) $A.required;
}

struct RecordImported $A.kind(1402)
    $A.nl("Oud gegeven overgenomen")
    $A.en("Record imported")
    $A.group("Invoer · Import")
    $A.recordedBy(["importer"])
    $A.refs([(relation = partOf, kinds = [1401], least = 1, most = 1), (relation = follows, kinds = [1402], least = 0, most = 1)])
    $A.rules([])
    $A.source("design") {
  source @0 :L.ImportSource $A.nl("bron") $A.en("source")  $A.required;
  originalActor @1 :Data $A.nl("oorspronkelijk door") $A.en("original actor") $A.id(actor);
  kindGuess @2 :T.Count $A.nl("vermoedelijke soort") $A.en("kind guess");
  attributes @3 :UInt64 $A.nl("aantal kenmerken") $A.en("attributes");
}

struct InvolvementEnded $A.kind(205)
    $A.nl("Betrokkenheid beëindigd")
    $A.en("Involvement ended")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "regisseur", "processDirector", "youthProtector", "teamLeader"])
    $A.refs([(relation = ends, kinds = [204], least = 0, most = 1)])
    $A.rules(["ROLE-01"])
    $A.source("seed 003 L3065-3068") {
  parties @0 :List(Parties) $A.nl("partijen") $A.en("parties");
  reason @1 :L.EndReason $A.nl("reden") $A.en("reason")  $A.required;
  until @2 :T.Date $A.nl("tot") $A.en("until")  $A.required;
  struct Parties {
    actor @0 :Data $A.nl("professional") $A.en("actor") $A.id(actor);
    org @1 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
    subject @2 :Data $A.nl("persoon") $A.en("subject") $A.id(subject);
    role @3 :L.Role $A.nl("rol") $A.en("role")  $A.required;
  }
}

struct HelpHistoryRecorded $A.kind(207)
    $A.nl("Hulpgeschiedenis vastgelegd")
    $A.en("Help history recorded")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator"])
    $A.refs([])
    $A.rules([])
    $A.source("seed 000 L239-242; seed 002 L1118-1126; seed 003 L1321-1323, L4433-4436") {
  domains @0 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
  org @1 :Data $A.nl("organisatie") $A.en("org") $A.id(organisation);
  mode @2 :L.HelpMode $A.nl("wijze van contact") $A.en("mode")  $A.required;
  effect @3 :L.HelpEffect $A.nl("effect") $A.en("effect")  $A.required;
  cause @4 :L.StagnationCause $A.nl("oorzaak") $A.en("cause");
  earlierGeneration @5 :L.YesNoUnknown $A.nl("ook in eerdere generatie") $A.en("earlier generation")  $A.required;
  source @6 :L.SourceKind $A.nl("bron") $A.en("source")  $A.required;
}

struct CaseQualified $A.kind(208)
    $A.nl("Kwalificatie vastgesteld")
    $A.en("Qualification established")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "regisseur", "processDirector", "processCoordinator", "behaviouralScientist"])
    $A.refs([(relation = basedOn, kinds = [601, 602, 207], least = 0, most = 64), (relation = withdraws, kinds = [208], least = 0, most = 1)])
    $A.rules(["ASMT-01"])
    $A.source("seed 001 L255-322, L611-619, L1339-1347; seed 003 L609-612, L694-721, L1280-1287; seed 000 L13-26") {
  model @0 :L.QualificationModel $A.nl("model") $A.en("model")  $A.required;
  outcome @1 :L.QualificationOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  criteria @2 :List(L.QualificationCriterion) $A.nl("criteria") $A.en("criteria");
  factors @3 :List(L.FactorDomain) $A.nl("probleemgebieden") $A.en("factors");
  category @4 :L.AmsterdamCategory $A.nl("categorie") $A.en("category");
  resistanceJudgedBy @5 :L.Role $A.nl("weerstand beoordeeld door") $A.en("resistance judged by");
  chronicSince @6 :T.Date $A.nl("langdurig sinds") $A.en("chronic since");
  reviewOn @7 :T.Date $A.nl("herzien op") $A.en("review on");
}

struct ApproachChosen $A.kind(209)
    $A.nl("Aanpak of schaal bepaald")
    $A.en("Approach or scale decided")
    $A.group("Zaak en mensen · Case and people")
    $A.recordedBy(["wijkcoach", "regisseur", "processDirector", "processCoordinator", "teamLeader"])
    $A.refs([(relation = basedOn, kinds = [208, 207], least = 0, most = 64), (relation = underAgreement, kinds = [108], least = 0, most = 1), (relation = basedOn, kinds = [109], least = 0, most = 1), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["ASMT-02", "ASMT-07", "ASMT-08"])
    $A.source("seed 000 L13-20; seed 001 L1303-1304, L1315; seed 002 L302-306, L907-911, L1239-1244; seed 003 L3409-3439") {
  approach @0 :L.Approach $A.nl("aanpak") $A.en("approach")  $A.required;
  strategy @1 :L.Strategy $A.nl("strategie") $A.en("strategy");
  direction @2 :L.ScaleDirection $A.nl("richting") $A.en("direction")  $A.required;
  fromKader @3 :L.Kader $A.nl("van kader") $A.en("from kader")  $A.required;
  toKader @4 :L.Kader $A.nl("naar kader") $A.en("to kader")  $A.required;
  outcome @5 :L.ScaleOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  exhausted @6 :List(L.RegularInstrument) $A.nl("uitgeputte reguliere middelen") $A.en("exhausted");
  toOrg @7 :Data $A.nl("aan organisatie") $A.en("to org") $A.id(organisation);
  fallbackOwner @8 :Data $A.nl("wie de zaak houdt") $A.en("fallback owner") $A.id(actor);
}

struct FeedbackGiven $A.kind(303)
    $A.nl("Teruggekoppeld")
    $A.en("Feedback given")
    $A.group("Signaal en crisis · Signal and crisis")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant", "policyAdviser"])
    $A.refs([(relation = answers, kinds = [301, 408, 1003, 1005, 405], least = 1, most = 1)])
    $A.rules([])
    $A.source("seed 003 L3821-3822; seed 001 L400-404; seed 002 L1484-1486") {
  toOrg @0 :Data $A.nl("aan organisatie") $A.en("to org") $A.id(organisation);
  toActor @1 :Data $A.nl("aan professional") $A.en("to actor") $A.id(actor);
  toSubject @2 :Data $A.nl("aan gezinslid") $A.en("to subject") $A.id(subject);
  outcome @3 :L.FeedbackOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
}

struct CrisisDeclared $A.kind(304)
    $A.nl("Crisis vastgesteld")
    $A.en("Crisis declared")
    $A.guarded
    $A.group("Signaal en crisis · Signal and crisis")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator"])
    $A.refs([(relation = basedOn, kinds = [301], least = 0, most = 1)])
    $A.rules(["SAFE-06", "TERM-05"])
    $A.source("seed 000 L217-223") {
  crisisKind @0 :L.CrisisKind $A.nl("soort crisis") $A.en("crisis kind")  $A.required;
  domains @1 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
}

struct CrisisActionTaken $A.kind(305)
    $A.nl("Crisisinzet gedaan")
    $A.en("Crisis action taken")
    $A.guarded
    $A.group("Signaal en crisis · Signal and crisis")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator"])
    $A.refs([(relation = concerns, kinds = [304], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 000 L219-229; seed 004 L114") {
  services @0 :List(L.OrgType) $A.nl("ingezette diensten") $A.en("services");
  state @1 :L.CrisisState $A.nl("stand") $A.en("state")  $A.required;
}

struct PreVisitSafetyTaken $A.kind(306)
    $A.nl("Veiligheidsmaatregel vooraf")
    $A.en("Safety measure before a visit")
    $A.group("Signaal en crisis · Signal and crisis")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = concerns, kinds = [301, 304], least = 0, most = 64)])
    $A.rules([])
    $A.source("seed 003 L4426-4427, L4446-4448") {
  measures @0 :List(L.VisitSafetyMeasure) $A.nl("maatregelen") $A.en("measures");
  visitOn @1 :T.Date $A.nl("bezoek op") $A.en("visit on")  $A.required;
}

struct InformationRequested $A.kind(405)
    $A.nl("Informatie gevraagd")
    $A.en("Information requested")
    $A.guarded
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = executes, kinds = [407], least = 0, most = 1)])
    $A.rules(["TERM-08"])
    $A.source("seed 003 L1795-1798, L4426-4427; seed 002 L859-860") {
  direction @0 :L.Direction $A.nl("richting") $A.en("direction")  $A.required;
  otherOrg @1 :Data $A.nl("andere organisatie") $A.en("other org") $A.id(organisation);
  other @2 :T.Recipient $A.nl("andere partij") $A.en("other")  $A.required;
  about @3 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  categories @4 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  purpose @5 :L.SharePurpose $A.nl("doel") $A.en("purpose")  $A.required;
  claimedArticle @6 :Text $A.nl("genoemd wetsartikel") $A.en("claimed article") $A.format(lawArticle);
  claimedConsent @7 :L.YesNoUnknown $A.nl("toestemming genoemd") $A.en("claimed consent")  $A.required;
  jointWithFamily @8 :L.YesNoUnknown $A.nl("samen met het gezin") $A.en("joint with family")  $A.required;
  answerBy @9 :T.Date $A.nl("antwoord voor") $A.en("answer by");
}

struct InformationReceived $A.kind(409)
    $A.nl("Informatie ontvangen")
    $A.en("Information received")
    $A.guarded
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator"])
    $A.refs([(relation = answers, kinds = [405], least = 0, most = 1)])
    $A.rules([])
    $A.source("AVG 14; seed 003 L2305-2309") {
  from @0 :T.Recipient $A.nl("vanaf") $A.en("from")  $A.required;
  categories @1 :List(L.DataCategory) $A.nl("gegevenssoorten") $A.en("categories");
  about @2 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  means @3 :L.SharingMeans $A.nl("middel") $A.en("means")  $A.required;
  asked @4 :L.YesNoUnknown $A.nl("gevraagd") $A.en("asked")  $A.required;
  groundStated @5 :L.YesNoUnknown $A.nl("grondslag genoemd") $A.en("ground stated")  $A.required;
}

struct InformingPostponed $A.kind(411)
    $A.nl("Informeren uitgesteld")
    $A.en("Informing postponed")
    $A.guarded
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "privacyOfficer"])
    $A.refs([(relation = concerns, kinds = [407, 408, 605, 606, 302], least = 1, most = 64), (relation = basedOn, kinds = [504], least = 0, most = 1), (relation = supersedes, kinds = [411], least = 0, most = 1)])
    $A.rules(["SHARE-11", "TERM-10"])
    $A.source("JW 7.3.2(4); UAVG 41; AVG 14(5)") {
  about @0 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  reason @1 :L.PostponeReason $A.nl("reden") $A.en("reason")  $A.required;
  reviewOn @2 :T.Date $A.nl("herzien op") $A.en("review on")  $A.required;
}

struct RecipientNotified $A.kind(412)
    $A.nl("Ontvanger in kennis gesteld")
    $A.en("Recipient notified")
    $A.group("Toestemming en delen · Consent and sharing")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "privacyOfficer"])
    $A.refs([(relation = notifies, kinds = [1204, 1206, 1209], least = 1, most = 1), (relation = concerns, kinds = [408, 501], least = 1, most = 1)])
    $A.rules([])
    $A.source("AVG 19") {
  recipient @0 :T.Recipient $A.nl("ontvanger") $A.en("recipient")  $A.required;
  result @1 :L.NoticeResult $A.nl("uitkomst") $A.en("result")  $A.required;
  means @2 :L.SharingMeans $A.nl("middel") $A.en("means")  $A.required;
}

struct StartAnalysisMade $A.kind(601)
    $A.nl("Startanalyse gemaakt")
    $A.en("Start analysis made")
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "behaviouralScientist"])
    $A.refs([(relation = basedOn, kinds = [207], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["ROLE-03", "ASMT-06"])
    $A.source("seed 000 L243-284; seed 002 L1118-1126, L1386-1388, L1905-1907") {
  sections @0 :List(L.StartSection) $A.nl("onderdelen") $A.en("sections");
  familyTold @1 :L.YesNoUnknown $A.nl("gezin heeft verteld") $A.en("family told")  $A.required;
  earlierHelp @2 :L.YesNoUnknown $A.nl("eerdere hulp") $A.en("earlier help")  $A.required;
  generalFactors @3 :List(L.WorkingFactor) $A.nl("algemeen werkzame factoren") $A.en("general factors");
  stuck @4 :List(L.StuckParty) $A.nl("wie vastzit") $A.en("stuck");
  causes @5 :List(L.StagnationCause) $A.nl("oorzaken") $A.en("causes");
}

struct AssessmentMade $A.kind(602)
    $A.nl("Assessment gemaakt")
    $A.en("Assessment made")
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "behaviouralScientist"])
    $A.refs([(relation = basedOn, kinds = [601, 602, 603, 503, 207, 409], least = 0, most = 64), (relation = supersedes, kinds = [602], least = 0, most = 1)])
    $A.rules(["ROLE-03", "ASMT-03", "ASMT-04", "ASMT-05", "SAFE-06", "TERM-22"])
    $A.source("seed 000 L79-98, L287-292; seed 001 L1617-1630; seed 003 L2054-2187, L2543-2546") {
  tracks @0 :List(L.AssessmentTrack) $A.nl("sporen") $A.en("tracks");
  methods @1 :List(L.AssessmentMethod) $A.nl("werkwijzen") $A.en("methods");
  dimensions @2 :List(L.FrameworkDimension) $A.nl("dimensies") $A.en("dimensions");
  coverage @3 :List(Coverage) $A.nl("dekking") $A.en("coverage");
  childCheckNeeded @4 :L.YesNoUnknown $A.nl("kindcheck nodig") $A.en("child check needed")  $A.required;
  repeatOn @5 :T.Date $A.nl("herhalen op") $A.en("repeat on");
  struct Coverage {
    subject @0 :Data $A.nl("persoon") $A.en("subject") $A.id(subject) $A.required;
    domain @1 :L.LifeDomain $A.nl("leefgebied") $A.en("domain")  $A.required;
    status @2 :L.CoverageStatus $A.nl("stand") $A.en("status")  $A.required;
  }
}

struct MeasurementTaken $A.kind(604)
    $A.nl("Meting gedaan")
    $A.en("Measurement taken")
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "client"])
    $A.refs([(relation = concerns, kinds = [804, 801, 808], least = 0, most = 1)])
    $A.rules(["ROLE-03", "PLAN-12"])
    $A.source("seed 003 L1554-1563, L2321-2332, L1617-1632") {
  instrument @0 :L.Instrument $A.nl("instrument") $A.en("instrument")  $A.required;
  about @1 :Data $A.nl("over wie") $A.en("about") $A.id(subject);
  respondent @2 :L.RespondentKind $A.nl("ingevuld door") $A.en("respondent")  $A.required;
  moment @3 :L.MeasurementMoment $A.nl("meetmoment") $A.en("moment")  $A.required;
}

struct MeldcodeStepTaken $A.kind(606)
    $A.nl("Meldcodestap gezet")
    $A.en("Meldcode step taken")
    $A.guarded
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = follows, kinds = [606], least = 0, most = 1), (relation = basedOn, kinds = [504, 503, 410, 603, 605], least = 0, most = 64), (relation = basedOn, kinds = [408], least = 0, most = 1)])
    $A.rules(["ROLE-10", "SAFE-05", "TERM-19"])
    $A.source("Besluit meldcode art. 2; seed 003 L2556-2557, L4021-4022; seed 002 L312-318") {
  steps @0 :List(Steps) $A.nl("stappen") $A.en("steps");
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  doubt @2 :L.YesNoUnknown $A.nl("twijfel") $A.en("doubt")  $A.required;
  acute @3 :L.YesNoUnknown $A.nl("acuut") $A.en("acute")  $A.required;
  responsible @4 :Data $A.nl("verantwoordelijke") $A.en("responsible") $A.id(actor);
  struct Steps {
    step @0 :L.MeldcodeStep $A.nl("stap") $A.en("step")  $A.required;
    outcome @1 :L.MeldcodeOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  }
}

struct SafetyPlanAdopted $A.kind(607)
    $A.nl("Veiligheidsplan vastgesteld")
    $A.en("Safety plan adopted")
    $A.guarded
    $A.group("Beoordelen en veiligheid · Assessment and safety")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "behaviouralScientist", "veiligThuis"])
    $A.refs([(relation = basedOn, kinds = [605], least = 0, most = 64), (relation = partOf, kinds = [804], least = 0, most = 1), (relation = supersedes, kinds = [607], least = 0, most = 1), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["ROLE-03", "ROLE-10", "SAFE-03", "TERM-15"])
    $A.source("seed 003 L2402-2434, L2563-2565") {
  version @0 :UInt64 $A.nl("versie") $A.en("version");
  items @1 :List(L.SafetyPlanItem) $A.nl("onderdelen") $A.en("items");
  validFrom @2 :T.Date $A.nl("geldig vanaf") $A.en("valid from")  $A.required;
  validUntil @3 :T.Date $A.nl("geldig tot") $A.en("valid until");
  reviewOn @4 :T.Date $A.nl("herzien op") $A.en("review on");
  children @5 :List(Data) $A.nl("kinderen") $A.en("children") $A.id(subject);
}

struct MotivationAssessed $A.kind(702)
    $A.nl("Motivatie ingeschat")
    $A.en("Motivation assessed")
    $A.group("Contact en motivatie · Contact and motivation")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "client"])
    $A.refs([(relation = basedOn, kinds = [503, 701], least = 0, most = 64)])
    $A.rules(["ROLE-03", "MOT-02", "MOT-04"])
    $A.source("seed 000 L369-434") {
  who @0 :Data $A.nl("wie") $A.en("who") $A.id(subject) $A.required;
  phase @1 :L.BalmPhase $A.nl("fase") $A.en("phase")  $A.required;
  horizon @2 :L.Horizon $A.nl("termijn") $A.en("horizon")  $A.required;
  driver @3 :L.MotivationDriver $A.nl("drijfveer") $A.en("driver")  $A.required;
}

struct GoalChanged $A.kind(802)
    $A.nl("Doel gewijzigd")
    $A.en("Goal changed")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "client"])
    $A.refs([(relation = concerns, kinds = [801], least = 1, most = 1), (relation = basedOn, kinds = [1001], least = 0, most = 1), (relation = supersedes, kinds = [802], least = 0, most = 1)])
    $A.rules(["ROLE-03"])
    $A.source("seed 003 L1581-1586, L1854-1856; seed 000 L529-533") {
  status @0 :L.GoalStatus $A.nl("stand") $A.en("status")  $A.required;
  cause @1 :L.StagnationCause $A.nl("oorzaak") $A.en("cause");
  endOn @2 :T.Date $A.nl("eind") $A.en("end on");
  ownerSubject @3 :Data $A.nl("eigenaar (gezinslid)") $A.en("owner subject") $A.id(subject);
  ownerActor @4 :Data $A.nl("eigenaar (professional)") $A.en("owner actor") $A.id(actor);
}

struct PlanEndorsed $A.kind(805)
    $A.nl("Plan onderschreven")
    $A.en("Plan endorsed")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["client", "representative", "networkMember", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = concerns, kinds = [804], least = 1, most = 1)])
    $A.rules([])
    $A.source("seed 000 L511-514; seed 003 L1362-1365") {
  bySubject @0 :Data $A.nl("door persoon") $A.en("by subject") $A.id(subject);
  byActor @1 :Data $A.nl("door professional") $A.en("by actor") $A.id(actor);
  byOrg @2 :Data $A.nl("door organisatie") $A.en("by org") $A.id(organisation);
  stance @3 :L.Endorsement $A.nl("houding") $A.en("stance")  $A.required;
}

struct InterventionEnded $A.kind(809)
    $A.nl("Interventie beëindigd")
    $A.en("Intervention ended")
    $A.group("Plan, doelen, taken · Plan, goals, tasks")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "specialist", "healthProfessional"])
    $A.refs([(relation = ends, kinds = [808], least = 0, most = 1)])
    $A.rules(["ROLE-03", "PLAN-10"])
    $A.source("seed 003 L1610-1619") {
  ending @0 :L.InterventionEnd $A.nl("afloop") $A.en("ending")  $A.required;
  hours @1 :T.Count $A.nl("uren") $A.en("hours");
}

struct CoercionWeighed $A.kind(901)
    $A.nl("Afweging drang of dwang")
    $A.en("Weighing of drang or dwang")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "regisseur", "childProtectionBoard", "veiligThuis", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "police", "healthProfessional"])
    $A.refs([(relation = basedOn, kinds = [207, 502, 503, 603, 605, 809, 909, 1001, 1002], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["DRANG-03"])
    $A.source("seed 000 L164-174; seed 002 L1653-1656, L1705-1713; seed 003 L3908-3914, L4356-4361") {
  considered @0 :L.Kader $A.nl("overwogen") $A.en("considered")  $A.required;
  grounds @1 :List(L.CoercionGround) $A.nl("gronden") $A.en("grounds");
  exhausted @2 :List(L.RegularInstrument) $A.nl("uitgeputte reguliere middelen") $A.en("exhausted");
  level @3 :L.DecisionLevel $A.nl("niveau") $A.en("level")  $A.required;
  deciders @4 :List(Data) $A.nl("beslissers") $A.en("deciders") $A.id(actor);
  about @5 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
}

struct DwangRequested $A.kind(905)
    $A.nl("Dwang: maatregel verzocht")
    $A.en("Dwang: measure requested")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["childProtectionBoard", "youthProtector", "guardian", "police", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "healthProfessional", "veiligThuis"])
    $A.refs([(relation = basedOn, kinds = [901], least = 0, most = 1), (relation = executes, kinds = [407], least = 0, most = 1)])
    $A.rules(["TIME-03", "DWANG-02", "DWANG-04"])
    $A.source("seed 003 L4062-4063, L4211-4213, L1868-1886; law table §5.2") {
  measure @0 :L.DwangMeasure $A.nl("maatregel") $A.en("measure")  $A.required;
  article @1 :Text $A.nl("wetsartikel") $A.en("article") $A.format(lawArticle) $A.required;
  at @2 :L.OrderAuthority $A.nl("bij") $A.en("at")  $A.required;
  urgent @3 :L.YesNoUnknown $A.nl("spoed") $A.en("urgent")  $A.required;
  about @4 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
}

struct DwangExecuted $A.kind(907)
    $A.nl("Dwang: maatregel uitgevoerd")
    $A.en("Dwang: measure executed")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["youthProtector", "guardian", "police", "probationOfficer", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "healthProfessional", "specialist"])
    $A.refs([(relation = underOrder, kinds = [906], least = 0, most = 1), (relation = concerns, kinds = [410], least = 0, most = 1)])
    $A.rules(["DWANG-01", "DWANG-02", "DWANG-03", "DWANG-05", "TERM-25", "TERM-31"])
    $A.source("JW 6.3.9; seed 003 L291-298, L1875-1886") {
  act @0 :L.DwangAct $A.nl("handeling") $A.en("act")  $A.required;
  byOrg @1 :Data $A.nl("door organisatie") $A.en("by org") $A.id(organisation) $A.required;
  about @2 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  place @3 :L.Perspective $A.nl("plaats") $A.en("place");
  urgent @4 :L.YesNoUnknown $A.nl("spoed") $A.en("urgent")  $A.required;
}

struct UnilateralActionTaken $A.kind(909)
    $A.nl("Eenzijdig ingegrepen")
    $A.en("Unilateral intervention")
    $A.guarded
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = basedOn, kinds = [304, 605, 603], least = 0, most = 64)])
    $A.rules(["ROLE-10", "SAFE-04", "TERM-17", "TERM-18"])
    $A.source("seed 003 L4059-4065") {
  act @0 :L.UnilateralAct $A.nl("handeling") $A.en("act")  $A.required;
  signals @1 :List(L.AcuteSignal) $A.nl("signalen") $A.en("signals");
  for @2 :List(Data) $A.nl("voor") $A.en("for") $A.id(subject);
  by @3 :List(Data) $A.nl("door") $A.en("by") $A.id(actor);
  helped @4 :List(L.OrgType) $A.nl("meegeholpen") $A.en("helped");
  power @5 :Text $A.nl("bevoegdheid") $A.en("power") $A.format(lawArticle);
}

struct CooperationRestored $A.kind(910)
    $A.nl("Samenwerking hersteld")
    $A.en("Cooperation restored")
    $A.group("Drang en dwang · Drang and dwang")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = concerns, kinds = [909], least = 1, most = 1)])
    $A.rules([])
    $A.source("seed 003 L4064-4065; seed 004 L123-130") {
  with @0 :List(Data) $A.nl("met") $A.en("with") $A.id(subject);
  restored @1 :L.YesNoUnknown $A.nl("hersteld") $A.en("restored")  $A.required;
}

struct EvaluationHeld $A.kind(1001)
    $A.nl("Evaluatie gehouden")
    $A.en("Evaluation held")
    $A.group("Evaluatie, opschaling, afwijking · Evaluation, escalation, deviation")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "regisseur", "specialist"])
    $A.refs([(relation = concerns, kinds = [804, 607, 808], least = 1, most = 64), (relation = basedOn, kinds = [803, 604], least = 0, most = 64), (relation = discussedIn, kinds = [501], least = 0, most = 1)])
    $A.rules(["ASMT-05", "EVAL-01", "EVAL-05", "TERM-23"])
    $A.source("seed 000 L529-533; seed 001 L1648-1652; seed 003 L1853-1856, L2564-2565") {
  evaluationKind @0 :L.EvaluationKind $A.nl("soort evaluatie") $A.en("evaluation kind")  $A.required;
  results @1 :List(Results) $A.nl("uitkomsten") $A.en("results");
  next @2 :L.EvaluationNext $A.nl("vervolg") $A.en("next")  $A.required;
  familyPresence @3 :L.Presence $A.nl("gezin aanwezig") $A.en("family presence")  $A.required;
  struct Results {
    goal @0 :Data $A.nl("doel") $A.en("goal") $A.id(event) $A.required;
    status @1 :L.GoalStatus $A.nl("stand") $A.en("status")  $A.required;
  }
}

struct StagnationNoted $A.kind(1002)
    $A.nl("Stagnatie of knelpunt vastgesteld")
    $A.en("Stagnation or bottleneck noted")
    $A.group("Evaluatie, opschaling, afwijking · Evaluation, escalation, deviation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "client"])
    $A.refs([(relation = concerns, kinds = [806, 801, 804, 808], least = 0, most = 64)])
    $A.rules(["EVAL-04"])
    $A.source("seed 001 L1404-1415; seed 002 L504-509; seed 003 L2898-2901; seed 000 L242") {
  causes @0 :List(L.StagnationCause) $A.nl("oorzaken") $A.en("causes");
  stuck @1 :List(L.StuckParty) $A.nl("wie vastzit") $A.en("stuck");
  domains @2 :List(L.LifeDomain) $A.nl("leefgebieden") $A.en("domains");
  notified @3 :List(Data) $A.nl("op de hoogte") $A.en("notified") $A.id(actor);
}

struct Escalated $A.kind(1003)
    $A.nl("Aangespoord of opgeschaald")
    $A.en("Reminded or escalated")
    $A.group("Evaluatie, opschaling, afwijking · Evaluation, escalation, deviation")
    $A.recordedBy(["wijkcoach", "buddy", "youthProtector", "guardian", "regisseur", "processDirector", "processCoordinator", "teamLeader", "client"])
    $A.refs([(relation = concerns, kinds = [806, 1002, 804], least = 1, most = 64), (relation = follows, kinds = [1003], least = 0, most = 1), (relation = underAgreement, kinds = [108], least = 0, most = 1)])
    $A.rules(["ROLE-06", "EVAL-03", "TERM-29"])
    $A.source("seed 001 L1414-1415, L1475-1480; seed 003 L2901-2908") {
  level @0 :L.EscalationLevel $A.nl("niveau") $A.en("level")  $A.required;
  toActor @1 :Data $A.nl("aan professional") $A.en("to actor") $A.id(actor);
  toOrg @2 :Data $A.nl("aan organisatie") $A.en("to org") $A.id(organisation);
  toRole @3 :L.Role $A.nl("aan rol") $A.en("to role");
  skipped @4 :List(L.EscalationLevel) $A.nl("overgeslagen") $A.en("skipped");
  answerBy @5 :T.Date $A.nl("antwoord voor") $A.en("answer by");
}

struct DeviationRecorded $A.kind(1004)
    $A.nl("Afwijking vastgelegd")
    $A.en("Deviation recorded")
    $A.group("Evaluatie, opschaling, afwijking · Evaluation, escalation, deviation")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64), (relation = basedOn, kinds = [109], least = 0, most = 1)])
    $A.rules(["EVAL-07"])
    $A.source("seed 003 L186-198; seed 002 L964-971, L1032-1046") {
  deviationKind @0 :L.DeviationKind $A.nl("soort afwijking") $A.en("deviation kind")  $A.required;
  rules @1 :List(Text) $A.nl("regels") $A.en("rules") $A.format(ruleId);
  coverBy @2 :Data $A.nl("gedekt door") $A.en("cover by") $A.id(actor);
  effect @3 :L.HelpEffect $A.nl("effect") $A.en("effect")  $A.required;
}

struct FindingHandled $A.kind(1006)
    $A.nl("Bevinding afgedaan")
    $A.en("Finding handled")
    $A.group("Evaluatie, opschaling, afwijking · Evaluation, escalation, deviation")
    $A.recordedBy(["privacyOfficer", "regisseur", "wijkcoach", "teamLeader", "attentionOfficer"])
    $A.refs([(relation = concerns, kinds = [], least = 1, most = 64)])
    $A.rules([])
    $A.source("§0.1; design") {
  rule @0 :Text $A.nl("regel") $A.en("rule") $A.format(ruleId) $A.required;
  disposition @1 :L.FindingDisposition $A.nl("afdoening") $A.en("disposition")  $A.required;
}

struct AftercareHeld $A.kind(1103)
    $A.nl("Nazorgcontact gehad")
    $A.en("Aftercare contact held")
    $A.group("Afsluiten en nazorg · Closing and aftercare")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "networkMember"])
    $A.refs([(relation = executes, kinds = [1101], least = 0, most = 1)])
    $A.rules([])
    $A.source("seed 000 L133-134, L576-579; seed 003 L3418-3439") {
  mode @0 :L.ContactMode $A.nl("wijze van contact") $A.en("mode")  $A.required;
  outcome @1 :L.ContactOutcome $A.nl("uitkomst") $A.en("outcome")  $A.required;
  with @2 :List(Data) $A.nl("met") $A.en("with") $A.id(subject);
  finding @3 :L.AftercareFinding $A.nl("bevinding") $A.en("finding")  $A.required;
  casemanagerInformed @4 :L.YesNoUnknown $A.nl("casemanager geïnformeerd") $A.en("casemanager informed")  $A.required;
}

struct RequestReceived $A.kind(1201)
    $A.nl("Verzoek van betrokkene ontvangen")
    $A.en("Request of a data subject received")
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["client", "representative", "confidant", "privacyOfficer", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules(["TERM-34"])
    $A.source("AVG 12, 15-21; JW 7.3.8-7.3.10; Wmo 5.3.2, 5.3.5") {
  request @0 :L.RightsRequest $A.nl("verzoek") $A.en("request")  $A.required;
  by @1 :Data $A.nl("door") $A.en("by") $A.id(subject) $A.required;
  capacity @2 :L.GrantorCapacity $A.nl("hoedanigheid") $A.en("capacity")  $A.required;
  about @3 :Data $A.nl("over wie") $A.en("about") $A.id(subject) $A.required;
  law @4 :L.RightsLaw $A.nl("wet") $A.en("law")  $A.required;
  identityChecked @5 :L.YesNoUnknown $A.nl("identiteit nagegaan") $A.en("identity checked")  $A.required;
  dueOn @6 :T.Date $A.nl("uiterlijk op") $A.en("due on")  $A.required;
}

struct RequestDecided $A.kind(1202)
    $A.nl("Verzoek beslist")
    $A.en("Request decided")
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["privacyOfficer", "wijkcoach", "buddy", "youthProtector", "guardian", "teamLeader"])
    $A.refs([(relation = answers, kinds = [1201], least = 1, most = 1), (relation = basedOn, kinds = [504], least = 0, most = 64)])
    $A.rules(["RIGHT-01", "RIGHT-02", "RIGHT-03"])
    $A.source("AVG 12(3); UAVG 34; JW 7.3.9-7.3.10") {
  decision @0 :L.RequestDecision $A.nl("besluit") $A.en("decision")  $A.required;
  grounds @1 :List(L.RefusalGround) $A.nl("gronden") $A.en("grounds");
  dueOn @2 :T.Date $A.nl("uiterlijk op") $A.en("due on");
  appealClause @3 :L.YesNoUnknown $A.nl("bezwaarclausule") $A.en("appeal clause")  $A.required;
}

struct InspectionGiven $A.kind(1203)
    $A.nl("Inzage of afschrift gegeven")
    $A.en("Inspection or copy given")
    $A.power
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["privacyOfficer", "wijkcoach", "buddy", "youthProtector", "guardian", "ledgerService"])
    $A.refs([(relation = executes, kinds = [1202], least = 0, most = 1)])
    $A.rules(["RIGHT-04"])
    $A.source("JW 7.3.10; AVG 15; CJEU C-579/21; UAVG 41") {
  form @0 :L.InspectionForm $A.nl("vorm") $A.en("form")  $A.required;
  to @1 :Data $A.nl("aan") $A.en("to") $A.id(subject) $A.required;
  about @2 :Data $A.nl("over wie") $A.en("about") $A.id(subject) $A.required;
  fromIndex @3 :UInt64 $A.nl("vanaf volgnummer") $A.en("from index");
  toIndex @4 :UInt64 $A.nl("tot volgnummer") $A.en("to index");
  shown @5 :UInt64 $A.nl("getoond") $A.en("shown");
  redacted @6 :UInt64 $A.nl("afgedekt") $A.en("redacted");
  redactions @7 :List(Redactions) $A.nl("afdekkingen") $A.en("redactions");
  listDigest @8 :Data $A.nl("vingerafdruk van de lijst") $A.en("list digest") $A.id(digest);
  struct Redactions {
    part @0 :T.PartRef $A.nl("deel") $A.en("part")  $A.required;
    ground @1 :L.RedactionGround $A.nl("grond") $A.en("ground")  $A.required;
  }
}

struct OwnStatementAdded $A.kind(1205)
    $A.nl("Eigen verklaring toegevoegd")
    $A.en("Own statement added")
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["client", "representative", "confidant", "wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "privacyOfficer"])
    $A.refs([(relation = explains, kinds = [], least = 0, most = 64)])
    $A.rules([])
    $A.source("JW 7.3.8(2); seed 004 L49-50") {
  by @0 :Data $A.nl("door") $A.en("by") $A.id(subject) $A.required;
  onBehalfOf @1 :Data $A.nl("namens") $A.en("on behalf of") $A.id(subject);
}

struct BlockPlaced $A.kind(1206)
    $A.nl("Blokkade geplaatst")
    $A.en("Block placed")
    $A.power
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["privacyOfficer", "complaintsOfficer"])
    $A.refs([(relation = basedOn, kinds = [1201, 1210], least = 0, most = 1)])
    $A.rules(["TERM-12", "TERM-37"])
    $A.source("AVG 18, 21, 17(3)(e)") {
  blockKind @0 :L.BlockKind $A.nl("soort blokkade") $A.en("block kind")  $A.required;
  about @1 :Data $A.nl("over wie") $A.en("about") $A.id(subject);
  reviewOn @2 :T.Date $A.nl("herzien op") $A.en("review on");
}

struct BlockLifted $A.kind(1207)
    $A.nl("Blokkade opgeheven")
    $A.en("Block lifted")
    $A.power
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["privacyOfficer", "complaintsOfficer"])
    $A.refs([(relation = ends, kinds = [1206], least = 1, most = 1)])
    $A.rules([])
    $A.source("AVG 18(3)") {
  told @0 :L.YesNoUnknown $A.nl("betrokkene ingelicht") $A.en("told")  $A.required;
}

struct ErasureDecided $A.kind(1208)
    $A.nl("Vernietiging besloten")
    $A.en("Erasure decided")
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["privacyOfficer", "archivist", "teamLeader"])
    $A.refs([(relation = answers, kinds = [1201], least = 0, most = 1), (relation = basedOn, kinds = [109], least = 0, most = 1)])
    $A.rules(["RIGHT-05", "TERM-35"])
    $A.source("AVG 17; JW 7.3.9; Wmo 5.3.5; Archiefwet") {
  scope @0 :L.ErasureScope $A.nl("reikwijdte") $A.en("scope")  $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  parts @2 :List(T.PartRef) $A.nl("delen") $A.en("parts");
  ground @3 :L.ErasureGround $A.nl("grond") $A.en("ground")  $A.required;
  article @4 :Text $A.nl("wetsartikel") $A.en("article") $A.format(lawArticle) $A.required;
  deciders @5 :List(Data) $A.nl("beslissers") $A.en("deciders") $A.id(actor);
  othersInterestWeighed @6 :L.YesNoUnknown $A.nl("belang van anderen gewogen") $A.en("others interest weighed")  $A.required;
  retentionChecked @7 :L.YesNoUnknown $A.nl("bewaartermijn nagegaan") $A.en("retention checked")  $A.required;
  keep @8 :List(T.PartRef) $A.nl("te bewaren") $A.en("keep");
}

struct ErasureExecuted $A.kind(1209)
    $A.nl("Vernietiging uitgevoerd")
    $A.en("Erasure executed")
    $A.power
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["archivist", "ledgerAdmin"])
    $A.refs([(relation = executes, kinds = [1208], least = 1, most = 1)])
    $A.rules(["RIGHT-06", "TERM-12"])
    $A.source("AVG 17; anchors N1-N3") {
  scope @0 :L.ErasureScope $A.nl("reikwijdte") $A.en("scope")  $A.required;
  about @1 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  partsErased @2 :UInt64 $A.nl("vernietigde delen") $A.en("parts erased");
  eventsAffected @3 :UInt64 $A.nl("geraakte gebeurtenissen") $A.en("events affected");
  headersPurged @4 :UInt64 $A.nl("verwijderde koppen") $A.en("headers purged");
  fromIndex @5 :T.Count $A.nl("vanaf volgnummer") $A.en("from index");
  toIndex @6 :T.Count $A.nl("tot volgnummer") $A.en("to index");
  epoch @7 :UInt64 $A.nl("sleutelgeneratie") $A.en("epoch");
  certificate @8 :Data $A.nl("verklaring van vernietiging") $A.en("certificate") $A.id(digest) $A.required;
}

struct ComplaintRecorded $A.kind(1210)
    $A.nl("Klacht of tuchtzaak vastgelegd")
    $A.en("Complaint or disciplinary case recorded")
    $A.group("Rechten van betrokkenen · Rights of data subjects")
    $A.recordedBy(["client", "representative", "confidant", "complaintsOfficer", "privacyOfficer", "teamLeader"])
    $A.refs([(relation = follows, kinds = [1210], least = 0, most = 1), (relation = concerns, kinds = [], least = 0, most = 64)])
    $A.rules(["RIGHT-07", "TERM-36"])
    $A.source("L37-L40; seed 003 L194-198") {
  forum @0 :L.ComplaintForum $A.nl("instantie") $A.en("forum")  $A.required;
  stage @1 :L.ComplaintStage $A.nl("stadium") $A.en("stage")  $A.required;
  by @2 :Data $A.nl("door") $A.en("by") $A.id(subject) $A.required;
  against @3 :Data $A.nl("tegen") $A.en("against") $A.id(actor);
  againstOrg @4 :Data $A.nl("tegen organisatie") $A.en("against org") $A.id(organisation);
  result @5 :L.ComplaintResult $A.nl("uitkomst") $A.en("result")  $A.required;
  periodFrom @6 :T.Date $A.nl("periode vanaf") $A.en("period from");
  periodUntil @7 :T.Date $A.nl("periode tot") $A.en("period until");
  confidantOffered @8 :L.YesNoUnknown $A.nl("vertrouwenspersoon aangeboden") $A.en("confidant offered")  $A.required;
}

struct BundleMade $A.kind(1303)
    $A.nl("Bewijsbundel gemaakt")
    $A.en("Evidence bundle made")
    $A.power
    $A.group("Inzien en verstrekken · Access and disclosure")
    $A.recordedBy(["privacyOfficer", "regisseur", "complaintsOfficer", "wijkcoach", "buddy", "youthProtector", "guardian", "client"])
    $A.refs([(relation = executes, kinds = [407, 1202], least = 0, most = 1), (relation = basedOn, kinds = [1210], least = 0, most = 1)])
    $A.rules(["SHARE-13", "RIGHT-04", "ACC-03", "ACC-05"])
    $A.source("SKJ; seed 003 L194-198; anchors N4") {
  maker @0 :Data $A.nl("maker") $A.en("maker") $A.id(actor) $A.required;
  profile @1 :L.AudienceProfile $A.nl("lezersprofiel") $A.en("profile")  $A.required;
  purpose @2 :L.AccessPurpose $A.nl("doel") $A.en("purpose")  $A.required;
  forOrg @3 :Data $A.nl("voor organisatie") $A.en("for org") $A.id(organisation);
  forActor @4 :Data $A.nl("voor professional") $A.en("for actor") $A.id(actor);
  scopeCase @5 :Data $A.nl("over zaak") $A.en("scope case") $A.id(case);
  scopeSubject @6 :Data $A.nl("over persoon") $A.en("scope subject") $A.id(subject);
  scopeActor @7 :Data $A.nl("over professional") $A.en("scope actor") $A.id(actor);
  fromIndex @8 :UInt64 $A.nl("vanaf volgnummer") $A.en("from index");
  toIndex @9 :UInt64 $A.nl("tot volgnummer") $A.en("to index");
  shown @10 :UInt64 $A.nl("getoond") $A.en("shown");
  withheld @11 :UInt64 $A.nl("achtergehouden") $A.en("withheld");
  erased @12 :UInt64 $A.nl("vernietigd") $A.en("erased");
  manifest @13 :Data $A.nl("inhoudsopgave (vingerafdruk)") $A.en("manifest") $A.id(digest) $A.required;
}

struct BreakGlassUsed $A.kind(1304)
    $A.nl("Noodtoegang gebruikt")
    $A.en("Break-glass used")
    $A.power
    $A.group("Inzien en verstrekken · Access and disclosure")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "privacyOfficer"])
    $A.refs([])
    $A.rules(["TERM-38"])
    $A.source("NEN 7513; AVG 32") {
  viewer @0 :Data $A.nl("lezer") $A.en("viewer") $A.id(actor) $A.required;
  reason @1 :L.BreakGlassReason $A.nl("reden") $A.en("reason")  $A.required;
  until @2 :T.Instant $A.nl("tot") $A.en("until")  $A.required;
  classes @3 :List(L.PartClass) $A.nl("soorten delen") $A.en("classes");
  about @4 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
}

struct AccessRefused $A.kind(1305)
    $A.nl("Toegang geweigerd")
    $A.en("Access refused")
    $A.group("Inzien en verstrekken · Access and disclosure")
    $A.recordedBy(["ledgerService"])
    $A.refs([])
    $A.rules([])
    $A.source("open-forms 247; NEN 7513") {
  viewer @0 :Data $A.nl("lezer") $A.en("viewer") $A.id(actor) $A.required;
  view @1 :L.ViewKind $A.nl("overzicht") $A.en("view")  $A.required;
  reason @2 :L.AccessRefusal $A.nl("reden") $A.en("reason")  $A.required;
  classes @3 :List(L.PartClass) $A.nl("soorten delen") $A.en("classes");
  about @4 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
}

struct BreachRecorded $A.kind(1306)
    $A.nl("Datalek vastgelegd")
    $A.en("Breach recorded")
    $A.group("Inzien en verstrekken · Access and disclosure")
    $A.recordedBy(["privacyOfficer"])
    $A.refs([(relation = concerns, kinds = [], least = 0, most = 64), (relation = supersedes, kinds = [1306], least = 0, most = 1)])
    $A.rules(["TERM-39"])
    $A.source("AVG 33, 34") {
  breachKind @0 :L.BreachKind $A.nl("soort datalek") $A.en("breach kind")  $A.required;
  severity @1 :L.BreachSeverity $A.nl("ernst") $A.en("severity")  $A.required;
  discoveredAt @2 :T.Instant $A.nl("ontdekt op") $A.en("discovered at")  $A.required;
  about @3 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  apNotifiedAt @4 :T.Instant $A.nl("gemeld bij de Autoriteit Persoonsgegevens") $A.en("ap notified at");
  subjectsToInform @5 :L.YesNoUnknown $A.nl("betrokkenen informeren") $A.en("subjects to inform")  $A.required;
}

struct EventCarried $A.kind(1403)
    $A.nl("Overgedragen uit vorig grootboek")
    $A.en("Carried over from a former ledger")
    $A.group("Invoer · Import")
    $A.recordedBy(["wijkcoach", "buddy", "specialist", "behaviouralScientist", "youthProtector", "guardian", "probationOfficer", "police", "crisisService", "veiligThuis", "childProtectionBoard", "housingOfficer", "incomeDebtOfficer", "schoolAttendanceOfficer", "educator", "healthProfessional", "attentionOfficer", "regisseur", "processDirector", "processCoordinator", "teamLeader", "privacyOfficer", "client", "representative", "networkMember", "confidant", "importer"])
    $A.refs([(relation = linkedTo, kinds = [1403], least = 0, most = 64)])
    $A.rules([])
    $A.source("formats.md §8") {
  oldKind @0 :UInt64 $A.nl("oude soort") $A.en("old kind");
  oldIndex @1 :UInt64 $A.nl("oud volgnummer") $A.en("old index");
}
