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
  minutes @6 :T.Count $A.nl("verslag") $A.en("minutes");
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
