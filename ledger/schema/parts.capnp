# The parts of every kind of event: words and names, each about one data subject and of one class, sealed under that subject's key.
# First generated from the domain tables by tools/catalogue/generate_schema.py.
@0x9c1f0b7a5e3d2003;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("inzicht::schema");
using A = import "annotations.capnp";
using L = import "lists.capnp";
using T = import "types.capnp";

struct LedgerCreatedName $A.partType(1010) $A.partName("name") $A.partSubject("ledger") $A.partClasses("identity") {
  name @0 :Text $A.nl("naam") $A.en("name")  $A.required;
  origin @1 :Text $A.nl("herkomst") $A.en("origin")  $A.required;
}

struct OrganisationRegisteredName $A.partType(1020) $A.partName("name") $A.partSubject("ledger") $A.partClasses("identity") {
  name @0 :Text $A.nl("naam") $A.en("name")  $A.required;
  address @1 :Text $A.nl("adres") $A.en("address");
  contact @2 :Text $A.nl("contact") $A.en("contact");
}

struct ActorEnrolledWho $A.partType(1030) $A.partName("who") $A.partSubject("prof") $A.partClasses("identity") {
  name @0 :Text $A.nl("naam") $A.en("name")  $A.required;
  registerNumber @1 :Text $A.nl("registratienummer") $A.en("register number");
  email @2 :Text $A.nl("e-mailadres") $A.en("email");
  phone @3 :Text $A.nl("telefoon") $A.en("phone");
}

struct KeyRevokedRemark $A.partType(1050) $A.partName("remark") $A.partSubject("ledger") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct MandateGrantedText $A.partType(1060) $A.partName("text") $A.partSubject("ledger") $A.partClasses("facts") {
  description @0 :Text $A.nl("omschrijving") $A.en("description");
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct AgreementRegisteredText $A.partType(1080) $A.partName("text") $A.partSubject("ledger") $A.partClasses("facts") {
  title @0 :Text $A.nl("titel") $A.en("title")  $A.required;
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct PolicyAdoptedText $A.partType(1090) $A.partName("text") $A.partSubject("ledger") $A.partClasses("facts") {
  title @0 :Text $A.nl("titel") $A.en("title")  $A.required;
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct RestoreAcceptedLost $A.partType(1100) $A.partName("lost") $A.partSubject("none") $A.partClasses("list") {
  rows @0 :List(Rows) $A.nl("regels") $A.en("rows");
  struct Rows {
    index @0 :UInt64 $A.nl("volgnummer") $A.en("index");
    leaf @1 :Data $A.nl("blad") $A.en("leaf") $A.id(digest) $A.required;
  }
}

struct RestoreAcceptedMotive $A.partType(1101) $A.partName("motive") $A.partSubject("ledger") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct EventsResuppliedSupplied $A.partType(1110) $A.partName("supplied") $A.partSubject("none") $A.partClasses("list") {
  rows @0 :List(Rows) $A.nl("regels") $A.en("rows");
  struct Rows {
    index @0 :UInt64 $A.nl("volgnummer") $A.en("index");
    leaf @1 :Data $A.nl("blad") $A.en("leaf") $A.id(digest) $A.required;
    sealedParts @2 :List(Data) $A.nl("verzegelde delen") $A.en("sealed parts") $A.id(digest);
  }
}

struct CaseOpenedWhy $A.partType(2010) $A.partName("why") $A.partSubject("case") $A.partClasses("narrative") {
  title @0 :Text $A.nl("titel") $A.en("title")  $A.required;
  reason @1 :Text $A.nl("reden") $A.en("reason")  $A.required;
}

struct PersonRecordedWho $A.partType(2020) $A.partName("who") $A.partSubject("each") $A.partClasses("identity") {
  name @0 :Text $A.nl("naam") $A.en("name")  $A.required;
  birthDate @1 :T.Date $A.nl("geboortedatum") $A.en("birth date");
  address @2 :Text $A.nl("adres") $A.en("address");
  phone @3 :Text $A.nl("telefoon") $A.en("phone");
  preferredName @4 :Text $A.nl("roepnaam") $A.en("preferred name");
}

struct PersonRecordedLanguage $A.partType(2021) $A.partName("language") $A.partSubject("each") $A.partClasses("facts") {
  language @0 :Text $A.nl("taal") $A.en("language");
  reading @1 :Text $A.nl("lezen") $A.en("reading");
  interpreter @2 :Text $A.nl("tolk") $A.en("interpreter");
}

struct PersonRecordedCare $A.partType(2022) $A.partName("care") $A.partSubject("each") $A.partClasses("health") {
  disability @0 :Text $A.nl("beperking") $A.en("disability");
  cause @1 :Text $A.nl("oorzaak") $A.en("cause");
}

struct RelationRecordedRemark $A.partType(2030) $A.partName("remark") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct InvolvementStartedExpectations $A.partType(2040) $A.partName("expectations") $A.partSubject("case") $A.partClasses("narrative") {
  intention @0 :Text $A.nl("bedoeling") $A.en("intention");
  expectation @1 :Text $A.nl("verwachting") $A.en("expectation");
}

struct ResponsibilityAssignedHandover $A.partType(2060) $A.partName("handover") $A.partSubject("case") $A.partClasses("narrative") {
  summary @0 :Text $A.nl("samenvatting") $A.en("summary");
  openPoints @1 :Text $A.nl("open punten") $A.en("open points");
  agreements @2 :Text $A.nl("afspraken") $A.en("agreements");
}

struct DocumentAddedFile $A.partType(2100) $A.partName("file") $A.partSubject("each") $A.partClasses("any") {
  fileName @0 :Text $A.nl("bestandsnaam") $A.en("file name")  $A.required;
  mediaType @1 :Text $A.nl("soort bestand") $A.en("media type")  $A.required;
  content @2 :Data $A.nl("inhoud") $A.en("content");
  digest @3 :Data $A.nl("vingerafdruk") $A.en("digest") $A.id(digest);
  length @4 :T.Count $A.nl("lengte") $A.en("length");
  remark @5 :Text $A.nl("opmerking") $A.en("remark");
}

struct SignalReceivedWhat $A.partType(3010) $A.partName("what") $A.partSubject("case") $A.partClasses("narrative") {
  wie @0 :Text $A.nl("wie") $A.en("wie");
  wat @1 :Text $A.nl("wat") $A.en("wat")  $A.required;
  waar @2 :Text $A.nl("waar") $A.en("waar");
  waarmee @3 :Text $A.nl("waarmee") $A.en("waarmee");
  welkeWijze @4 :Text $A.nl("op welke wijze") $A.en("welke wijze");
  wanneer @5 :Text $A.nl("wanneer") $A.en("wanneer");
  waarom @6 :Text $A.nl("waarom") $A.en("waarom");
}

struct SignalReceivedAbout $A.partType(3011) $A.partName("about") $A.partSubject("each") $A.partClasses("narrative/safety/criminal") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct SignalReceivedReporter $A.partType(3012) $A.partName("reporter") $A.partSubject("reporter") $A.partClasses("identity") {
  name @0 :Text $A.nl("naam") $A.en("name");
  contact @1 :Text $A.nl("contact") $A.en("contact");
}

struct SignalAssessedMotive $A.partType(3020) $A.partName("motive") $A.partSubject("case") $A.partClasses("narrative") {
  perCheck @0 :Text $A.nl("per punt") $A.en("per check");
  motive @1 :Text $A.nl("motief") $A.en("motive")  $A.required;
}

struct ConsentAskedAsked $A.partType(4010) $A.partName("asked") $A.partSubject("each") $A.partClasses("narrative") {
  shownText @0 :Text $A.nl("getoonde tekst") $A.en("shown text")  $A.required;
  questions @1 :Text $A.nl("vragen") $A.en("questions");
  reaction @2 :Text $A.nl("reactie") $A.en("reaction");
}

struct ConsentGivenProof $A.partType(4020) $A.partName("proof") $A.partSubject("each") $A.partClasses("facts") {
  remark @0 :Text $A.nl("opmerking") $A.en("remark");
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct ConsentRefusedReason $A.partType(4030) $A.partName("reason") $A.partSubject("each") $A.partClasses("narrative") {
  ownWords @0 :Text $A.nl("eigen woorden") $A.en("own words");
}

struct ConsentWithdrawnReason $A.partType(4040) $A.partName("reason") $A.partSubject("each") $A.partClasses("narrative") {
  ownWords @0 :Text $A.nl("eigen woorden") $A.en("own words");
}

struct AdviceAskedQuestion $A.partType(4060) $A.partName("question") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct ShareDecidedWeighing $A.partType(4070) $A.partName("weighing") $A.partSubject("case") $A.partClasses("narrative") {
  purpose @0 :Text $A.nl("doel") $A.en("purpose");
  otherWay @1 :Text $A.nl("andere weg") $A.en("other way");
  consentEffort @2 :Text $A.nl("poging tot toestemming") $A.en("consent effort");
  danger @3 :Text $A.nl("gevaar") $A.en("danger");
  whoNeeds @4 :Text $A.nl("wie het nodig heeft") $A.en("who needs");
  whatNeeded @5 :Text $A.nl("wat nodig is") $A.en("what needed");
  moralDistress @6 :Text $A.nl("gewetensnood") $A.en("moral distress");
  expectedEffect @7 :Text $A.nl("verwacht effect") $A.en("expected effect");
  proportionality @8 :Text $A.nl("in verhouding") $A.en("proportionality");
  subsidiarity @9 :Text $A.nl("lichter middel overwogen") $A.en("subsidiarity");
  motive @10 :Text $A.nl("motief") $A.en("motive");
}

struct InformationSharedContent $A.partType(4080) $A.partName("content") $A.partSubject("each") $A.partClasses("any") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct SubjectInformedWhat $A.partType(4100) $A.partName("what") $A.partSubject("each") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  reaction @1 :Text $A.nl("reactie") $A.en("reaction");
}

struct MeetingHeldMinutes $A.partType(5010) $A.partName("minutes") $A.partSubject("case") $A.partClasses("narrative") {
  minutes @0 :Text $A.nl("verslag") $A.en("minutes")  $A.required;
  agreements @1 :Text $A.nl("afspraken") $A.en("agreements");
  whyFamilyAbsent @2 :Text $A.nl("waarom gezin afwezig") $A.en("why family absent");
}

struct MeetingHeldAbout $A.partType(5011) $A.partName("about") $A.partSubject("each") $A.partClasses("narrative/health/criminal/safety") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct DecisionTakenReasoning $A.partType(5020) $A.partName("reasoning") $A.partSubject("case") $A.partClasses("narrative") {
  options @0 :Text $A.nl("opties") $A.en("options");
  reasons @1 :Text $A.nl("redenen") $A.en("reasons")  $A.required;
  childInterest @2 :Text $A.nl("belang van het kind") $A.en("child interest");
  impact @3 :Text $A.nl("gevolgen") $A.en("impact");
  dilemma @4 :Text $A.nl("dilemma") $A.en("dilemma");
}

struct DecisionTakenExplanation $A.partType(5021) $A.partName("explanation") $A.partSubject("each") $A.partClasses("narrative") {
  whyNotFollowed @0 :Text $A.nl("waarom niet gevolgd") $A.en("why not followed");
  consequences @1 :Text $A.nl("gevolgen") $A.en("consequences");
}

struct PersonHeardWords $A.partType(5030) $A.partName("words") $A.partSubject("heard") $A.partClasses("narrative") {
  ownWords @0 :Text $A.nl("eigen woorden") $A.en("own words")  $A.required;
  explained @1 :Text $A.nl("uitgelegd") $A.en("explained");
  weightGiven @2 :Text $A.nl("gewicht toegekend") $A.en("weight given");
}

struct ConsultationHeldAdvice $A.partType(5040) $A.partName("advice") $A.partSubject("case") $A.partClasses("narrative") {
  question @0 :Text $A.nl("vraag") $A.en("question");
  advice @1 :Text $A.nl("advies") $A.en("advice")  $A.required;
  reasons @2 :Text $A.nl("redenen") $A.en("reasons");
}

struct StatementRecordedText $A.partType(6030) $A.partName("text") $A.partSubject("about") $A.partClasses("narrative/facts/health/criminal/safety") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
  observedAt @1 :Text $A.nl("gezien op") $A.en("observed at");
}

struct SafetyJudgedGrounds $A.partType(6050) $A.partName("grounds") $A.partSubject("child") $A.partClasses("safety") {
  signsOfSafety @0 :Text $A.nl("tekenen van veiligheid") $A.en("signs of safety");
  signsOfDanger @1 :Text $A.nl("tekenen van gevaar") $A.en("signs of danger");
  reasoning @2 :Text $A.nl("redenering") $A.en("reasoning")  $A.required;
  parenting @3 :L.ParentingQualification $A.nl("ouderschap") $A.en("parenting");
  unmet @4 :List(L.DevelopmentCondition) $A.nl("onvervulde voorwaarden") $A.en("unmet");
}

struct SafetyJudgedFamily $A.partType(6051) $A.partName("family") $A.partSubject("each") $A.partClasses("narrative") {
  view @0 :Text $A.nl("overzicht") $A.en("view");
}

struct ContactHeldReport $A.partType(7010) $A.partName("report") $A.partSubject("each") $A.partClasses("narrative/health/safety") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct GoalSetGoal $A.partType(8010) $A.partName("goal") $A.partSubject("ownerSubject/case") $A.partClasses("narrative") {
  familyWords @0 :Text $A.nl("woorden van het gezin") $A.en("family words");
  professionalWords @1 :Text $A.nl("woorden van de professional") $A.en("professional words");
  indicator @2 :Text $A.nl("waaraan te zien") $A.en("indicator");
  scaleText @3 :ScaleText $A.nl("schaalteksten") $A.en("scale text");
  struct ScaleText {
    minus2 @0 :Text $A.nl("sterk achteruit") $A.en("minus2");
    minus1 @1 :Text $A.nl("achteruit") $A.en("minus1");
    zero @2 :Text $A.nl("gelijk") $A.en("zero");
    plus1 @3 :Text $A.nl("meer") $A.en("plus1");
    plus2 @4 :Text $A.nl("veel meer") $A.en("plus2");
  }
}

struct GoalScoredRemark $A.partType(8030) $A.partName("remark") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct PlanAdoptedPlan $A.partType(8040) $A.partName("plan") $A.partSubject("case") $A.partClasses("narrative") {
  analysis @0 :Text $A.nl("analyse") $A.en("analysis");
  endGoal @1 :Text $A.nl("einddoel") $A.en("end goal");
  order @2 :Text $A.nl("volgorde") $A.en("order");
  problemFamily @3 :Text $A.nl("probleem volgens gezin") $A.en("problem family");
  problemProfessionals @4 :Text $A.nl("probleem volgens professionals") $A.en("problem professionals");
  network @5 :Text $A.nl("netwerk") $A.en("network");
  commitments @6 :Text $A.nl("toezeggingen") $A.en("commitments");
  effortFamily @7 :Text $A.nl("inzet gezin") $A.en("effort family");
  effortProfessionals @8 :Text $A.nl("inzet professionals") $A.en("effort professionals");
}

struct PlanAdoptedPerPerson $A.partType(8041) $A.partName("perPerson") $A.partSubject("each") $A.partClasses("narrative/health/safety") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct TaskAssignedTask $A.partType(8060) $A.partName("task") $A.partSubject("toSubject/case") $A.partClasses("narrative") {
  what @0 :Text $A.nl("wat") $A.en("what")  $A.required;
  why @1 :Text $A.nl("waarom") $A.en("why");
}

struct TaskUpdatedResult $A.partType(8070) $A.partName("result") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct InterventionStartedContent $A.partType(8080) $A.partName("content") $A.partSubject("each") $A.partClasses("narrative/health") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  treatment @1 :L.InterventionType $A.nl("behandeling") $A.en("treatment");
}

struct FormalDecisionMadeDecision $A.partType(8100) $A.partName("decision") $A.partSubject("each") $A.partClasses("facts") {
  number @0 :Text $A.nl("nummer") $A.en("number");
  amount @1 :T.Cents $A.nl("bedrag") $A.en("amount");
  conditions @2 :Text $A.nl("voorwaarden") $A.en("conditions");
  file @3 :T.File $A.nl("bestand") $A.en("file");
}

struct DrangOfferedOffer $A.partType(9020) $A.partName("offer") $A.partSubject("case") $A.partClasses("narrative") {
  choice @0 :Text $A.nl("de keuze") $A.en("choice");
  conditions @1 :Text $A.nl("voorwaarden") $A.en("conditions");
  freedomLeft @2 :Text $A.nl("vrijheid die blijft") $A.en("freedom left");
  firstStep @3 :Text $A.nl("eerste stap") $A.en("first step");
  consequence @4 :Text $A.nl("gevolg") $A.en("consequence");
}

struct DrangAnsweredWords $A.partType(9030) $A.partName("words") $A.partSubject("who") $A.partClasses("narrative") {
  ownWords @0 :Text $A.nl("eigen woorden") $A.en("own words");
}

struct DrangFollowedUpText $A.partType(9040) $A.partName("text") $A.partSubject("case") $A.partClasses("narrative") {
  what @0 :Text $A.nl("wat") $A.en("what")  $A.required;
  why @1 :Text $A.nl("waarom") $A.en("why");
}

struct DwangDecidedDecision $A.partType(9060) $A.partName("decision") $A.partSubject("each") $A.partClasses("facts/criminal") {
  number @0 :Text $A.nl("nummer") $A.en("number");
  conditions @1 :Text $A.nl("voorwaarden") $A.en("conditions");
  file @2 :T.File $A.nl("bestand") $A.en("file");
}

struct DwangEndedNote $A.partType(9080) $A.partName("note") $A.partSubject("each") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct WhiteSpotReportedText $A.partType(10050) $A.partName("text") $A.partSubject("case") $A.partClasses("narrative") {
  missing @0 :Text $A.nl("wat ontbreekt") $A.en("missing")  $A.required;
  alternative @1 :Text $A.nl("alternatief") $A.en("alternative");
}

struct ClosingDecidedReasons $A.partType(11010) $A.partName("reasons") $A.partSubject("case") $A.partClasses("narrative") {
  reasons @0 :Text $A.nl("redenen") $A.en("reasons")  $A.required;
  agreements @1 :Text $A.nl("afspraken") $A.en("agreements");
  familyView @2 :Text $A.nl("kijk van het gezin") $A.en("family view");
  safetyBy @3 :Text $A.nl("veiligheid bewaakt door") $A.en("safety by");
}

struct CaseStatusChangedNote $A.partType(11020) $A.partName("note") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct PartsViewedCases $A.partType(13010) $A.partName("cases") $A.partSubject("none") $A.partClasses("list") {
  rows @0 :List(Rows) $A.nl("regels") $A.en("rows");
  struct Rows {
    case @0 :Data $A.nl("zaak") $A.en("case") $A.id(case) $A.required;
    count @1 :UInt64 $A.nl("aantal") $A.en("count");
    head @2 :Data $A.nl("kop") $A.en("head") $A.id(digest);
    about @3 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  }
}

struct PartsViewedOpened $A.partType(13011) $A.partName("opened") $A.partSubject("none") $A.partClasses("list") {
  filter @0 :List(T.Param) $A.nl("filter") $A.en("filter");
  parts @1 :List(T.PartRef) $A.nl("delen") $A.en("parts");
}

struct ExportedCases $A.partType(13020) $A.partName("cases") $A.partSubject("none") $A.partClasses("list") {
  rows @0 :List(Rows) $A.nl("regels") $A.en("rows");
  struct Rows {
    case @0 :Data $A.nl("zaak") $A.en("case") $A.id(case) $A.required;
    count @1 :UInt64 $A.nl("aantal") $A.en("count");
    head @2 :Data $A.nl("kop") $A.en("head") $A.id(digest);
    about @3 :List(Data) $A.nl("over wie") $A.en("about") $A.id(subject);
  }
}

struct ExportedOpened $A.partType(13021) $A.partName("opened") $A.partSubject("none") $A.partClasses("list") {
  filter @0 :List(T.Param) $A.nl("filter") $A.en("filter");
  parts @1 :List(T.PartRef) $A.nl("delen") $A.en("parts");
}

struct ImportOpenedNote $A.partType(14010) $A.partName("note") $A.partSubject("ledger") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct RecordImportedRecord $A.partType(14020) $A.partName("record") $A.partSubject("each") $A.partClasses("any") {
  originalKind @0 :Text $A.nl("oorspronkelijke soort") $A.en("original kind");
  originalId @1 :Text $A.nl("oorspronkelijk nummer") $A.en("original id");
  fields @2 :List(Fields) $A.nl("velden") $A.en("fields");
  text @3 :Text $A.nl("tekst") $A.en("text");
  struct Fields {
    name @0 :Text $A.nl("naam") $A.en("name")  $A.required;
    value @1 :Text $A.nl("waarde") $A.en("value");
    type @2 :Text $A.nl("soort") $A.en("type");
  }
}

struct InvolvementEndedNote $A.partType(2050) $A.partName("note") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct HelpHistoryRecordedStory $A.partType(2070) $A.partName("story") $A.partSubject("case") $A.partClasses("narrative") {
  what @0 :Text $A.nl("wat") $A.en("what")  $A.required;
  why @1 :Text $A.nl("waarom") $A.en("why");
  byFamily @2 :Text $A.nl("volgens het gezin") $A.en("by family");
}

struct CaseQualifiedGrounds $A.partType(2080) $A.partName("grounds") $A.partSubject("case") $A.partClasses("narrative") {
  perCriterion @0 :Text $A.nl("per criterium") $A.en("per criterion")  $A.required;
}

struct ApproachChosenWhy $A.partType(2090) $A.partName("why") $A.partSubject("case") $A.partClasses("narrative") {
  regularFellShort @0 :Text $A.nl("waarom regulier tekortschoot") $A.en("regular fell short");
  motive @1 :Text $A.nl("motief") $A.en("motive")  $A.required;
  criteriaFailed @2 :Text $A.nl("criteria waaraan niet is voldaan") $A.en("criteria failed");
}

struct FeedbackGivenText $A.partType(3030) $A.partName("text") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct CrisisDeclaredSituation $A.partType(3040) $A.partName("situation") $A.partSubject("each") $A.partClasses("safety") {
  what @0 :Text $A.nl("wat") $A.en("what")  $A.required;
  immediateDanger @1 :Text $A.nl("onmiddellijk gevaar") $A.en("immediate danger");
}

struct CrisisActionTakenAction $A.partType(3050) $A.partName("action") $A.partSubject("each") $A.partClasses("safety") {
  what @0 :Text $A.nl("wat") $A.en("what")  $A.required;
  result @1 :Text $A.nl("uitkomst") $A.en("result");
}

struct PreVisitSafetyTakenInfo $A.partType(3060) $A.partName("info") $A.partSubject("prof") $A.partClasses("safety") {
  findings @0 :Text $A.nl("bevindingen") $A.en("findings");
}

struct InformationRequestedQuestion $A.partType(4050) $A.partName("question") $A.partSubject("each") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct InformationReceivedContent $A.partType(4090) $A.partName("content") $A.partSubject("each") $A.partClasses("any") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct InformingPostponedMotive $A.partType(4110) $A.partName("motive") $A.partSubject("case") $A.partClasses("safety") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
  otherMeansTried @1 :Text $A.nl("andere middelen geprobeerd") $A.en("other means tried");
}

struct RecipientNotifiedText $A.partType(4120) $A.partName("text") $A.partSubject("each") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct StartAnalysisMadeAnalysis $A.partType(6010) $A.partName("analysis") $A.partSubject("case") $A.partClasses("narrative") {
  perParty @0 :Text $A.nl("per partij") $A.en("per party")  $A.required;
  whatWorked @1 :Text $A.nl("wat werkte") $A.en("what worked");
  whatNot @2 :Text $A.nl("wat niet werkte") $A.en("what not");
  whyStuck @3 :Text $A.nl("waarom het vastliep") $A.en("why stuck");
  specificFactors @4 :Text $A.nl("specifiek werkzame factoren") $A.en("specific factors");
}

struct StartAnalysisMadeFamily $A.partType(6011) $A.partName("family") $A.partSubject("case") $A.partClasses("narrative") {
  story @0 :Text $A.nl("verhaal van het gezin") $A.en("story");
}

struct AssessmentMadePicture $A.partType(6020) $A.partName("picture") $A.partSubject("each") $A.partClasses("narrative") {
  statements @0 :List(Statements) $A.nl("uitspraken") $A.en("statements")  $A.required;
  struct Statements {
    kind @0 :L.StatementKind $A.nl("soort") $A.en("kind");
    source @1 :L.SourceKind $A.nl("bron") $A.en("source");
    text @2 :Text $A.nl("tekst") $A.en("text");
  }
}

struct AssessmentMadeFacts $A.partType(6021) $A.partName("facts") $A.partSubject("each") $A.partClasses("facts") {
  statements @0 :List(Statements) $A.nl("uitspraken") $A.en("statements");
  struct Statements {
    kind @0 :L.StatementKind $A.nl("soort") $A.en("kind");
    source @1 :L.SourceKind $A.nl("bron") $A.en("source");
    text @2 :Text $A.nl("tekst") $A.en("text");
  }
}

struct AssessmentMadeHealth $A.partType(6022) $A.partName("health") $A.partSubject("each") $A.partClasses("health") {
  statements @0 :List(Statements) $A.nl("uitspraken") $A.en("statements");
  struct Statements {
    kind @0 :L.StatementKind $A.nl("soort") $A.en("kind");
    source @1 :L.SourceKind $A.nl("bron") $A.en("source");
    text @2 :Text $A.nl("tekst") $A.en("text");
  }
}

struct AssessmentMadeFamily $A.partType(6023) $A.partName("family") $A.partSubject("case") $A.partClasses("narrative") {
  genogram @0 :T.File $A.nl("genogram") $A.en("genogram");
  ecogram @1 :T.File $A.nl("ecogram") $A.en("ecogram");
  interplay @2 :Text $A.nl("samenhang") $A.en("interplay");
}

struct MeasurementTakenScore $A.partType(6040) $A.partName("score") $A.partSubject("about/case") $A.partClasses("facts/health") {
  items @0 :List(Items) $A.nl("stukken") $A.en("items")  $A.required;
  remark @1 :Text $A.nl("opmerking") $A.en("remark");
  struct Items {
    item @0 :Text $A.nl("onderdeel") $A.en("item");
    score @1 :Text $A.nl("score") $A.en("score");
  }
}

struct MeldcodeStepTakenText $A.partType(6060) $A.partName("text") $A.partSubject("each") $A.partClasses("safety") {
  signals @0 :Text $A.nl("signalen") $A.en("signals");
  considerations @1 :Text $A.nl("overwegingen") $A.en("considerations")  $A.required;
  skippedWhy @2 :Text $A.nl("waarom overgeslagen") $A.en("skipped why");
}

struct SafetyPlanAdoptedPlan $A.partType(6070) $A.partName("plan") $A.partSubject("each") $A.partClasses("safety") {
  perItem @0 :Text $A.nl("per onderdeel") $A.en("per item")  $A.required;
}

struct SafetyPlanAdoptedPersons $A.partType(6071) $A.partName("persons") $A.partSubject("each") $A.partClasses("identity") {
  names @0 :Text $A.nl("namen") $A.en("names");
  phone @1 :Text $A.nl("telefoon") $A.en("phone");
}

struct MotivationAssessedGrounds $A.partType(7020) $A.partName("grounds") $A.partSubject("who") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
  ownWords @1 :Text $A.nl("eigen woorden") $A.en("own words");
}

struct GoalChangedWhy $A.partType(8020) $A.partName("why") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  newWords @1 :Text $A.nl("nieuwe bewoording") $A.en("new words");
}

struct PlanEndorsedRemark $A.partType(8050) $A.partName("remark") $A.partSubject("bySubject/case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct InterventionEndedReport $A.partType(8090) $A.partName("report") $A.partSubject("each") $A.partClasses("narrative/health") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct CoercionWeighedWeighing $A.partType(9010) $A.partName("weighing") $A.partSubject("case") $A.partClasses("narrative") {
  interestsPerson @0 :Text $A.nl("belangen van de persoon") $A.en("interests person");
  interestsOthers @1 :Text $A.nl("belangen van anderen") $A.en("interests others");
  whyVoluntaryFails @2 :Text $A.nl("waarom vrijwillige hulp tekortschiet") $A.en("why voluntary fails");
  norm @3 :Text $A.nl("norm") $A.en("norm");
  alternatives @4 :Text $A.nl("alternatieven") $A.en("alternatives");
  ownAbility @5 :Text $A.nl("eigen mogelijkheden") $A.en("own ability");
  whenToStepIn @6 :Text $A.nl("wanneer ingrijpen") $A.en("when to step in");
  justification @7 :Text $A.nl("rechtvaardiging") $A.en("justification")  $A.required;
}

struct CoercionWeighedView $A.partType(9011) $A.partName("view") $A.partSubject("each") $A.partClasses("narrative") {
  familyView @0 :Text $A.nl("kijk van het gezin") $A.en("family view");
}

struct DwangRequestedRequest $A.partType(9050) $A.partName("request") $A.partSubject("each") $A.partClasses("safety/narrative") {
  grounds @0 :Text $A.nl("gronden") $A.en("grounds")  $A.required;
  file @1 :T.File $A.nl("bestand") $A.en("file");
}

struct DwangExecutedCircumstances $A.partType(9070) $A.partName("circumstances") $A.partSubject("each") $A.partClasses("safety/criminal") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct UnilateralActionTakenWhat $A.partType(9090) $A.partName("what") $A.partSubject("each") $A.partClasses("safety") {
  signals @0 :Text $A.nl("signalen") $A.en("signals");
  action @1 :Text $A.nl("handeling") $A.en("action")  $A.required;
  whyNow @2 :Text $A.nl("waarom nu") $A.en("why now");
}

struct CooperationRestoredTalk $A.partType(9100) $A.partName("talk") $A.partSubject("each") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct EvaluationHeldJudgement $A.partType(10010) $A.partName("judgement") $A.partSubject("case") $A.partClasses("narrative") {
  efficiency @0 :Text $A.nl("doelmatigheid") $A.en("efficiency");
  moral @1 :Text $A.nl("morele inhoud") $A.en("moral");
  adjustments @2 :Text $A.nl("bijstellingen") $A.en("adjustments");
  whyUnchanged @3 :Text $A.nl("waarom ongewijzigd") $A.en("why unchanged");
}

struct EvaluationHeldChild $A.partType(10011) $A.partName("child") $A.partSubject("each") $A.partClasses("narrative") {
  view @0 :Text $A.nl("overzicht") $A.en("view");
}

struct StagnationNotedText $A.partType(10020) $A.partName("text") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct EscalatedMatter $A.partType(10030) $A.partName("matter") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
  whySkipped @1 :Text $A.nl("waarom overgeslagen") $A.en("why skipped");
}

struct DeviationRecordedMotive $A.partType(10040) $A.partName("motive") $A.partSubject("case") $A.partClasses("narrative") {
  reason @0 :Text $A.nl("reden") $A.en("reason")  $A.required;
  effectText @1 :Text $A.nl("effect in woorden") $A.en("effect text");
}

struct FindingHandledMotive $A.partType(10060) $A.partName("motive") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct AftercareHeldReport $A.partType(11030) $A.partName("report") $A.partSubject("each") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct RequestReceivedRequest $A.partType(12010) $A.partName("request") $A.partSubject("by") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct RequestDecidedReasons $A.partType(12020) $A.partName("reasons") $A.partSubject("by") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct InspectionGivenList $A.partType(12030) $A.partName("list") $A.partSubject("to") $A.partClasses("facts") {
  redactionList @0 :T.File $A.nl("lijst van afdekkingen") $A.en("redaction list");
}

struct OwnStatementAddedStatement $A.partType(12050) $A.partName("statement") $A.partSubject("by") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct BlockPlacedWhy $A.partType(12060) $A.partName("why") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct BlockLiftedWhy $A.partType(12070) $A.partName("why") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct ErasureDecidedReasons $A.partType(12080) $A.partName("reasons") $A.partSubject("case") $A.partClasses("narrative") {
  weighing @0 :Text $A.nl("afweging") $A.en("weighing")  $A.required;
}

struct ErasureExecutedPurged $A.partType(12090) $A.partName("purged") $A.partSubject("none") $A.partClasses("list") {
  rows @0 :List(Rows) $A.nl("regels") $A.en("rows");
  struct Rows {
    index @0 :UInt64 $A.nl("volgnummer") $A.en("index");
    leaf @1 :Data $A.nl("blad") $A.en("leaf") $A.id(digest) $A.required;
    ground @2 :L.ErasureGround $A.nl("grond") $A.en("ground")  $A.required;
  }
}

struct ComplaintRecordedComplaint $A.partType(12100) $A.partName("complaint") $A.partSubject("by") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
}

struct ComplaintRecordedDefence $A.partType(12101) $A.partName("defence") $A.partSubject("against") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  measure @1 :L.TuchtMeasure $A.nl("maatregel") $A.en("measure");
}

struct BreakGlassUsedReason $A.partType(13040) $A.partName("reason") $A.partSubject("case") $A.partClasses("narrative") {
  text @0 :Text $A.nl("tekst") $A.en("text")  $A.required;
}

struct BreachRecordedText $A.partType(13060) $A.partName("text") $A.partSubject("case") $A.partClasses("narrative") {
  what @0 :Text $A.nl("wat") $A.en("what")  $A.required;
  measures @1 :Text $A.nl("maatregelen") $A.en("measures");
}

struct EventCarriedOld $A.partType(14030) $A.partName("old") $A.partSubject("none") $A.partClasses("list") {
  header @0 :Data $A.nl("kop") $A.en("header");
  signatures @1 :Data $A.nl("handtekeningen") $A.en("signatures");
}

struct EventCarriedContent $A.partType(14031) $A.partName("content") $A.partSubject("each") $A.partClasses("any") {
  text @0 :Text $A.nl("tekst") $A.en("text");
  file @1 :T.File $A.nl("bestand") $A.en("file");
}
