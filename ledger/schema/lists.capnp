# Every closed list of codes: values are on disk, never reused, and grow at the end only.
# First generated from the domain tables by tools/catalogue/generate_schema.py.
@0x9c1f0b7a5e3d2001;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("inzicht::schema");
using A = import "annotations.capnp";

enum Conformity $A.nl("Conformiteit") $A.en("conformity") {
  unset @0;
  conforming @1 $A.nl("conform") $A.en("conforming");
  deviation @2 $A.nl("afwijking met motief") $A.en("deviation with motive");
  afterTheFact @3 $A.nl("achteraf vastgelegd") $A.en("recorded after the fact");
}

enum PartClass $A.nl("Soort deel") $A.en("part class") {
  unset @0;
  identity @1 $A.nl("identiteit") $A.en("identity");
  narrative @2 $A.nl("verhaal") $A.en("narrative");
  facts @3 $A.nl("feiten") $A.en("facts");
  health @4 $A.nl("gezondheid (AVG 9)") $A.en("health (GDPR 9)");
  criminal @5 $A.nl("strafrechtelijk (AVG 10)") $A.en("criminal (GDPR 10)");
  safety @6 $A.nl("veiligheid") $A.en("safety");
  list @7 $A.nl("lijst zonder persoonsgegevens (niet verzegeld)") $A.en("list without personal data (not sealed)");
}

enum Precision $A.nl("Nauwkeurigheid tijd") $A.en("precision") {
  unset @0;
  instant @1 $A.nl("exact moment") $A.en("exact instant");
  minute @2 $A.nl("minuut") $A.en("minute");
  hour @3 $A.nl("uur") $A.en("hour");
  dayPart @4 $A.nl("dagdeel") $A.en("part of day");
  day @5 $A.nl("dag") $A.en("day");
  week @6 $A.nl("week") $A.en("week");
  month @7 $A.nl("maand") $A.en("month");
  quarter @8 $A.nl("kwartaal") $A.en("quarter");
  year @9 $A.nl("jaar") $A.en("year");
  unknown @10 $A.nl("onbekend") $A.en("unknown");
}

enum YesNoUnknown $A.nl("Ja, nee, onbekend") $A.en("yes no unknown") {
  unset @0;
  yes @1 $A.nl("ja") $A.en("yes");
  no @2 $A.nl("nee") $A.en("no");
  unknown @3 $A.nl("onbekend") $A.en("unknown");
}

enum PerformerBasis $A.nl("Grond voor \"gedaan door\"") $A.en("performer basis") {
  unset @0;
  import @1 $A.nl("invoer") $A.en("import");
  delegation @2 $A.nl("in opdracht") $A.en("delegation");
  dictation @3 $A.nl("op dictaat") $A.en("dictation");
}

enum RefType $A.nl("Soort verwijzing") $A.en("ref type") {
  unset @0;
  answers @1 $A.nl("beantwoordt") $A.en("answers");
  follows @2 $A.nl("volgt op") $A.en("follows");
  basedOn @3 $A.nl("gebaseerd op") $A.en("based on");
  underConsent @4 $A.nl("op grond van toestemming") $A.en("under consent");
  underMandate @5 $A.nl("op grond van mandaat") $A.en("under mandate");
  underAgreement @6 $A.nl("op grond van convenant") $A.en("under agreement");
  underOrder @7 $A.nl("op grond van beschikking") $A.en("under order");
  executes @8 $A.nl("voert uit") $A.en("executes");
  concerns @9 $A.nl("betreft") $A.en("concerns");
  supersedes @10 $A.nl("vervangt") $A.en("supersedes");
  corrects @11 $A.nl("corrigeert") $A.en("corrects");
  withdraws @12 $A.nl("trekt in") $A.en("withdraws");
  ends @13 $A.nl("beëindigt") $A.en("ends");
  discussedIn @14 $A.nl("besproken in") $A.en("discussed in");
  partOf @15 $A.nl("onderdeel van") $A.en("part of");
  dependsOn @16 $A.nl("hangt af van") $A.en("depends on");
  notifies @17 $A.nl("meldt aan") $A.en("notifies of");
  explains @18 $A.nl("licht toe") $A.en("explains");
  linkedTo @19 $A.nl("hangt samen met") $A.en("linked to");
}

enum Kader $A.nl("Kader van het handelen") $A.en("kader") {
  unset @0;
  vrijwillig @1 $A.nl("vrijwillig") $A.en("voluntary");
  drang @2 $A.nl("drang") $A.en("drang (pressed help)");
  dwang @3 $A.nl("dwang") $A.en("dwang (imposed measure)");
  handhaving @4 $A.nl("handhaving zonder hulp") $A.en("enforcement without help");
}

enum AgeBand $A.nl("Leeftijdsband") $A.en("age band") {
  unset @0;
  under12 @1 $A.nl("jonger dan 12") $A.en("under 12");
  from12to15 @2 $A.nl("12 tot en met 15") $A.en("12 to 15");
  from16to17 @3 $A.nl("16 of 17") $A.en("16 or 17");
  from18to22 @4 $A.nl("18 tot en met 22") $A.en("18 to 22");
  adult23 @5 $A.nl("23 of ouder") $A.en("23 or older");
  unknown @6 $A.nl("onbekend") $A.en("unknown");
}

enum Role $A.nl("Rol") $A.en("role") {
  unset @0;
  wijkcoach @1 $A.nl("wijkcoach (casemanager)") $A.en("wijkcoach (case manager)");
  buddy @2 $A.nl("buddy (tweede vaste hulpverlener)") $A.en("buddy");
  regisseur @3 $A.nl("regisseur") $A.en("regisseur (director)");
  processDirector @4 $A.nl("procesregisseur") $A.en("process director");
  processCoordinator @5 $A.nl("procescoördinator") $A.en("process coordinator");
  specialist @6 $A.nl("specialist of uitvoerend professional") $A.en("specialist");
  behaviouralScientist @7 $A.nl("gedragswetenschapper") $A.en("behavioural scientist");
  youthProtector @8 $A.nl("jeugdbeschermer (gezinsvoogd)") $A.en("youth protector");
  guardian @9 $A.nl("voogd") $A.en("guardian");
  probationOfficer @10 $A.nl("reclasseringswerker") $A.en("probation officer");
  police @11 $A.nl("politie") $A.en("police");
  crisisService @12 $A.nl("crisisdienst") $A.en("crisis service");
  veiligThuis @13 $A.nl("medewerker Veilig Thuis") $A.en("Veilig Thuis officer");
  childProtectionBoard @14 $A.nl("raadsonderzoeker") $A.en("child protection board");
  housingOfficer @15 $A.nl("medewerker woningcorporatie") $A.en("housing officer");
  incomeDebtOfficer @16 $A.nl("consulent inkomen en schulden") $A.en("income and debt officer");
  schoolAttendanceOfficer @17 $A.nl("leerplichtambtenaar") $A.en("school attendance officer");
  educator @18 $A.nl("onderwijsprofessional") $A.en("education professional");
  healthProfessional @19 $A.nl("zorgprofessional (JGZ, GGZ, huisarts)") $A.en("health professional");
  attentionOfficer @20 $A.nl("aandachtsfunctionaris") $A.en("attention officer");
  teamLeader @21 $A.nl("leidinggevende") $A.en("team leader");
  privacyOfficer @22 $A.nl("privacyfunctionaris (FG)") $A.en("privacy officer");
  auditor @23 $A.nl("auditor") $A.en("auditor");
  ledgerAdmin @24 $A.nl("beheerder grootboek") $A.en("ledger administrator");
  client @25 $A.nl("cliënt (gezinslid)") $A.en("client (family member)");
  representative @26 $A.nl("vertegenwoordiger") $A.en("representative");
  networkMember @27 $A.nl("lid van het netwerk") $A.en("network member");
  confidant @28 $A.nl("vertrouwenspersoon") $A.en("confidant");
  complaintsOfficer @29 $A.nl("klachtbehandelaar") $A.en("complaints officer");
  disciplinaryReader @30 $A.nl("lezer tuchtcollege") $A.en("disciplinary board reader");
  witness @31 $A.nl("getuige van het grootboek") $A.en("ledger witness");
  archivist @32 $A.nl("archivaris") $A.en("archivist");
  policyAdviser @33 $A.nl("beleidsadviseur") $A.en("policy adviser");
  importer @34 $A.nl("invoerdienst") $A.en("import service");
  ledgerService @35 $A.nl("het grootboek zelf") $A.en("the ledger itself");
}

enum ActorKind $A.nl("Soort deelnemer") $A.en("actor kind") {
  unset @0;
  professional @1 $A.nl("professional") $A.en("professional");
  client @2 $A.nl("cliënt") $A.en("client");
  representative @3 $A.nl("vertegenwoordiger") $A.en("representative");
  networkMember @4 $A.nl("netwerklid") $A.en("network member");
  reader @5 $A.nl("lezer van buiten") $A.en("outside reader");
  witness @6 $A.nl("getuige") $A.en("witness");
  service @7 $A.nl("dienst") $A.en("service");
  outside @8 $A.nl("persoon buiten het grootboek (invoer)") $A.en("outside person (import)");
}

enum OrgType $A.nl("Soort organisatie") $A.en("org type") {
  unset @0;
  municipality @1 $A.nl("gemeente") $A.en("municipality");
  wijkteam @2 $A.nl("sociaal wijkteam") $A.en("neighbourhood team");
  youthProvider @3 $A.nl("jeugdhulpaanbieder") $A.en("youth care provider");
  wmoProvider @4 $A.nl("Wmo-aanbieder") $A.en("social support provider");
  certifiedInstitution @5 $A.nl("gecertificeerde instelling (GI)") $A.en("certified institution");
  veiligThuis @6 $A.nl("Veilig Thuis") $A.en("Veilig Thuis");
  childProtectionBoard @7 $A.nl("Raad voor de Kinderbescherming") $A.en("child protection board");
  court @8 $A.nl("rechtbank") $A.en("court");
  police @9 $A.nl("politie") $A.en("police");
  prosecutor @10 $A.nl("Openbaar Ministerie") $A.en("public prosecutor");
  probation @11 $A.nl("reclassering") $A.en("probation service");
  housing @12 $A.nl("woningcorporatie") $A.en("housing association");
  school @13 $A.nl("school") $A.en("school");
  youthHealth @14 $A.nl("jeugdgezondheidszorg") $A.en("youth health care");
  healthCare @15 $A.nl("zorgaanbieder") $A.en("health care provider");
  mentalHealth @16 $A.nl("GGZ") $A.en("mental health care");
  addictionCare @17 $A.nl("verslavingszorg") $A.en("addiction care");
  debtHelp @18 $A.nl("schuldhulp") $A.en("debt help");
  safetyHouse @19 $A.nl("Zorg- en Veiligheidshuis") $A.en("care and safety house");
  welfare @20 $A.nl("welzijn") $A.en("welfare");
  confidantService @21 $A.nl("vertrouwenswerk") $A.en("confidant service");
  complaintsBody @22 $A.nl("klachteninstantie") $A.en("complaints body");
  disciplinaryBody @23 $A.nl("tuchtcollege") $A.en("disciplinary body");
  supervisor @24 $A.nl("toezichthouder") $A.en("supervisor");
  insurer @25 $A.nl("zorgverzekeraar") $A.en("health insurer");
  research @26 $A.nl("onderzoeksinstelling") $A.en("research body");
  pre2015 @27 $A.nl("instelling van voor 2015 (BJZ, AMK)") $A.en("body from before 2015");
  other @28 $A.nl("anders") $A.en("other");
  emergencyCare @29 $A.nl("ambulance en huisartsenpost") $A.en("emergency care");
  crisisShelter @30 $A.nl("crisisopvang") $A.en("crisis shelter");
}

enum RegistryStatus $A.nl("Status in register") $A.en("registry status") {
  unset @0;
  active @1 $A.nl("actief") $A.en("active");
  suspended @2 $A.nl("opgeschort") $A.en("suspended");
  ended @3 $A.nl("beëindigd") $A.en("ended");
}

enum ProfessionRegister $A.nl("Beroepsregister") $A.en("profession register") {
  unset @0;
  none @1 $A.nl("geen") $A.en("none");
  skj @2 $A.nl("SKJ") $A.en("SKJ");
  big @3 $A.nl("BIG") $A.en("BIG");
  registerplein @4 $A.nl("Registerplein") $A.en("Registerplein");
  other @5 $A.nl("ander register") $A.en("other register");
}

enum RegisterStatus $A.nl("Registratiestatus") $A.en("register status") {
  unset @0;
  registered @1 $A.nl("geregistreerd") $A.en("registered");
  notRegistered @2 $A.nl("niet geregistreerd") $A.en("not registered");
  lapsed @3 $A.nl("verlopen") $A.en("lapsed");
  suspended @4 $A.nl("geschorst") $A.en("suspended");
  struckOff @5 $A.nl("doorgehaald") $A.en("struck off");
  notApplicable @6 $A.nl("niet van toepassing") $A.en("not applicable");
}

enum SecrecyDuty $A.nl("Geheimhoudingsplicht") $A.en("secrecy duty") {
  unset @0;
  professional @1 $A.nl("beroepsgeheim") $A.en("professional secrecy");
  official @2 $A.nl("ambtsgeheim") $A.en("official secrecy");
  contractual @3 $A.nl("contractueel") $A.en("contractual");
  none @4 $A.nl("geen") $A.en("none");
  unknown @5 $A.nl("onbekend") $A.en("unknown");
}

enum KeyUse $A.nl("Gebruik sleutel") $A.en("key use") {
  unset @0;
  signing @1 $A.nl("ondertekenen") $A.en("signing");
  witnessing @2 $A.nl("getuige") $A.en("witnessing");
  log @3 $A.nl("checkpoints van het grootboek") $A.en("log");
  receipt @4 $A.nl("ontvangstbewijzen") $A.en("receipt");
  service @5 $A.nl("dienst van het grootboek") $A.en("service");
}

enum KeyRevocationReason $A.nl("Reden intrekking sleutel") $A.en("key revocation reason") {
  unset @0;
  rotated @1 $A.nl("vervangen") $A.en("rotated");
  lost @2 $A.nl("verloren") $A.en("lost");
  stolen @3 $A.nl("gestolen of misbruikt") $A.en("stolen or misused");
  leftService @4 $A.nl("uit dienst") $A.en("left service");
  mandateEnded @5 $A.nl("mandaat vervallen") $A.en("mandate ended");
}

enum MandateScope $A.nl("Reikwijdte mandaat") $A.en("mandate scope") {
  unset @0;
  ledger @1 $A.nl("hele grootboek") $A.en("whole ledger");
  organisation @2 $A.nl("eigen organisatie") $A.en("own organisation");
  caseOnly @3 $A.nl("één zaak") $A.en("one case");
  subjectOnly @4 $A.nl("één persoon") $A.en("one person");
  window @5 $A.nl("één zaak, één periode") $A.en("one case, one window");
}

enum MandateBasis $A.nl("Grond van het mandaat") $A.en("mandate basis") {
  unset @0;
  law @1 $A.nl("wet") $A.en("law");
  convenant @2 $A.nl("convenant") $A.en("convenant");
  assignment @3 $A.nl("opdracht of aanstelling") $A.en("assignment");
  gezag @4 $A.nl("gezag") $A.en("parental authority");
  proxy @5 $A.nl("volmacht van de cliënt") $A.en("proxy by client");
  courtOrder @6 $A.nl("rechterlijke beslissing") $A.en("court decision");
  ownPerson @7 $A.nl("eigen persoon") $A.en("own person");
}

enum MandatePower $A.nl("Bevoegdheid") $A.en("mandate power") {
  unset @0;
  record @1 $A.nl("vastleggen") $A.en("record");
  readHeaders @2 $A.nl("koppen lezen") $A.en("read headers");
  readParts @3 $A.nl("delen lezen") $A.en("read parts");
  steer @4 $A.nl("partners aansturen") $A.en("steer partners");
  escalate @5 $A.nl("opschalen") $A.en("escalate");
  decideFor @6 $A.nl("beslissen namens organisatie") $A.en("decide for organisation");
  enrol @7 $A.nl("inschrijven") $A.en("enrol");
  adoptPolicy @8 $A.nl("regels vaststellen") $A.en("adopt policy");
  block @9 $A.nl("blokkeren") $A.en("block");
  erase @10 $A.nl("vernietigen") $A.en("erase");
  disclose @11 $A.nl("bundels verstrekken") $A.en("hand out bundles");
  witness @12 $A.nl("medeondertekenen") $A.en("cosign");
  import @13 $A.nl("historie invoeren") $A.en("import history");
}

enum EndReason $A.nl("Reden van einde") $A.en("end reason") {
  unset @0;
  taskDone @1 $A.nl("taak klaar") $A.en("task done");
  termEnded @2 $A.nl("termijn verstreken") $A.en("term ended");
  withdrew @3 $A.nl("teruggetreden of ingetrokken") $A.en("withdrawn");
  replaced @4 $A.nl("vervangen") $A.en("replaced");
  refusedByFamily @5 $A.nl("gezin weigert") $A.en("refused by family");
  leftService @6 $A.nl("uit dienst") $A.en("left service");
  caseClosed @7 $A.nl("zaak gesloten") $A.en("case closed");
  scaledDown @8 $A.nl("afgeschaald") $A.en("scaled down");
  misuse @9 $A.nl("misbruik") $A.en("misuse");
  agreementEnded @10 $A.nl("convenant beëindigd") $A.en("agreement ended");
}

enum AgreementType $A.nl("Soort afspraak") $A.en("agreement type") {
  unset @0;
  convenant @1 $A.nl("convenant") $A.en("convenant");
  privacyAgreement @2 $A.nl("samenwerkingsafspraak gegevensdeling") $A.en("data sharing agreement");
  processorAgreement @3 $A.nl("verwerkersovereenkomst") $A.en("processor agreement");
  intentDeclaration @4 $A.nl("intentieverklaring") $A.en("declaration of intent");
  workingAgreement @5 $A.nl("werkafspraak") $A.en("working agreement");
}

enum PolicyKind $A.nl("Soort regeling") $A.en("policy kind") {
  unset @0;
  ruleParameters @1 $A.nl("regelparameters") $A.en("rule parameters");
  lawTable @2 $A.nl("wetstabel") $A.en("law table");
  retentionTable @3 $A.nl("bewaartermijnen") $A.en("retention table");
  scalingCriteria @4 $A.nl("op- en afschalingscriteria") $A.en("scaling criteria");
  privacyProtocol @5 $A.nl("privacyprotocol") $A.en("privacy protocol");
  consentText @6 $A.nl("toestemmingstekst") $A.en("consent text");
  processModel @7 $A.nl("procesmodel") $A.en("process model");
  readingMatrix @8 $A.nl("leesrechten") $A.en("reading rights");
  processingActivity @9 $A.nl("verwerkingsactiviteit (AVG 30)") $A.en("processing activity (GDPR 30)");
  codeListExtension @10 $A.nl("uitbreiding codelijst") $A.en("code list extension");
  trustPolicy @11 $A.nl("getuigenbeleid") $A.en("witness policy");
}

enum ImportSource $A.nl("Bron van invoer") $A.en("import source") {
  unset @0;
  zgw @1 $A.nl("zaaksysteem (ZGW)") $A.en("case system (ZGW)");
  csv @2 $A.nl("tabel (CSV)") $A.en("table (CSV)");
  xes @3 $A.nl("gebeurtenissenlog (XES)") $A.en("event log (XES)");
  paper @4 $A.nl("papieren dossier") $A.en("paper file");
  otherLedger @5 $A.nl("ander grootboek") $A.en("other ledger");
  other @6 $A.nl("anders") $A.en("other");
}

enum InterventionOrigin $A.nl("Herkomst van de bemoeienis") $A.en("intervention origin") {
  unset @0;
  ownRequest @1 $A.nl("eigen hulpvraag") $A.en("own request");
  signal @2 $A.nl("signaal van buiten") $A.en("outside signal");
  safetyIssue @3 $A.nl("veiligheidsvraagstuk") $A.en("safety issue");
  courtFrame @4 $A.nl("gedwongen kader") $A.en("imposed frame");
  transfer @5 $A.nl("overname") $A.en("transfer");
  unknown @6 $A.nl("onbekend") $A.en("unknown");
}

enum PersonRole $A.nl("Rol in het gezin") $A.en("person role") {
  unset @0;
  parent @1 $A.nl("ouder") $A.en("parent");
  stepOrFosterParent @2 $A.nl("stief- of pleegouder") $A.en("step or foster parent");
  child @3 $A.nl("kind") $A.en("child");
  partner @4 $A.nl("partner") $A.en("partner");
  exPartner @5 $A.nl("ex-partner") $A.en("ex partner");
  grandparent @6 $A.nl("grootouder") $A.en("grandparent");
  relative @7 $A.nl("ander familielid") $A.en("other relative");
  networkPerson @8 $A.nl("persoon uit het netwerk") $A.en("network person");
  safetyPerson @9 $A.nl("veiligheidspersoon") $A.en("safety person");
  reporter @10 $A.nl("melder") $A.en("reporter");
  legalRepresentative @11 $A.nl("wettelijk vertegenwoordiger") $A.en("legal representative");
  otherResident @12 $A.nl("andere bewoner") $A.en("other resident");
}

enum PersonChange $A.nl("Wijziging persoon") $A.en("person change") {
  unset @0;
  added @1 $A.nl("toegevoegd") $A.en("added");
  changed @2 $A.nl("gewijzigd") $A.en("changed");
  moved @3 $A.nl("verhuisd") $A.en("moved");
  joinedHousehold @4 $A.nl("in huishouden gekomen") $A.en("joined household");
  leftHousehold @5 $A.nl("uit huishouden gegaan") $A.en("left household");
  died @6 $A.nl("overleden") $A.en("died");
  merged @7 $A.nl("samengevoegd") $A.en("merged");
}

enum Adaptation $A.nl("Aanpassing") $A.en("adaptation") {
  unset @0;
  reducedGoalLoad @1 $A.nl("minder doelen tegelijk") $A.en("fewer goals at once");
  plainLanguage @2 $A.nl("eenvoudige taal") $A.en("plain language");
  interpreter @3 $A.nl("tolk") $A.en("interpreter");
  slowerPace @4 $A.nl("rustig tempo") $A.en("slower pace");
  separateContact @5 $A.nl("apart spreken") $A.en("speak separately");
  writtenSummary @6 $A.nl("schriftelijke samenvatting") $A.en("written summary");
}

enum RelationType $A.nl("Soort relatie") $A.en("relation type") {
  unset @0;
  parentOf @1 $A.nl("ouder van") $A.en("parent of");
  guardianOf @2 $A.nl("voogd van") $A.en("guardian of");
  partnerOf @3 $A.nl("partner van") $A.en("partner of");
  exPartnerOf @4 $A.nl("ex-partner van") $A.en("ex partner of");
  siblingOf @5 $A.nl("broer of zus van") $A.en("sibling of");
  grandparentOf @6 $A.nl("grootouder van") $A.en("grandparent of");
  curatorOf @7 $A.nl("curator van") $A.en("curator of");
  mentorOf @8 $A.nl("mentor van") $A.en("mentor of");
  administratorOf @9 $A.nl("bewindvoerder van") $A.en("administrator of");
  proxyOf @10 $A.nl("gemachtigde van") $A.en("proxy of");
  supports @11 $A.nl("steunt") $A.en("supports");
}

enum Gezag $A.nl("Gezag") $A.en("gezag") {
  unset @0;
  none @1 $A.nl("geen gezag") $A.en("no gezag");
  sole @2 $A.nl("eenhoofdig gezag") $A.en("sole gezag");
  joint @3 $A.nl("gezamenlijk gezag") $A.en("joint gezag");
  guardianPerson @4 $A.nl("voogdij door persoon") $A.en("guardianship by person");
  guardianInstitution @5 $A.nl("voogdij door GI") $A.en("guardianship by institution");
  suspended @6 $A.nl("gezag geschorst") $A.en("gezag suspended");
  unknown @7 $A.nl("onbekend") $A.en("unknown");
}

enum GezagEvidence $A.nl("Bewijs van gezag") $A.en("gezag evidence") {
  unset @0;
  register @1 $A.nl("gezagsregister") $A.en("gezag register");
  courtOrder @2 $A.nl("beschikking") $A.en("court order");
  brp @3 $A.nl("basisregistratie") $A.en("population register");
  statement @4 $A.nl("verklaring") $A.en("statement");
  notChecked @5 $A.nl("niet nagegaan") $A.en("not checked");
}

enum InvolvementTask $A.nl("Taak van de betrokkene") $A.en("involvement task") {
  unset @0;
  signalling @1 $A.nl("signaleren") $A.en("signalling");
  coordination @2 $A.nl("coördinatie") $A.en("coordination");
  direction @3 $A.nl("regie") $A.en("direction");
  help @4 $A.nl("hulp") $A.en("help");
  specialistHelp @5 $A.nl("specialistische hulp") $A.en("specialist help");
  protection @6 $A.nl("bescherming") $A.en("protection");
  enforcement @7 $A.nl("handhaving") $A.en("enforcement");
  housing @8 $A.nl("wonen") $A.en("housing");
  incomeDebts @9 $A.nl("inkomen en schulden") $A.en("income and debts");
  education @10 $A.nl("onderwijs") $A.en("education");
  health @11 $A.nl("gezondheid") $A.en("health");
  support @12 $A.nl("steun uit netwerk") $A.en("network support");
  advice @13 $A.nl("advies") $A.en("advice");
}

enum OrgContactKind $A.nl("Contact bij organisatie") $A.en("org contact kind") {
  unset @0;
  executing @1 $A.nl("uitvoerend professional") $A.en("executing professional");
  manager @2 $A.nl("leidinggevend contact") $A.en("manager contact");
  notApplicable @3 $A.nl("niet van toepassing") $A.en("not applicable");
}

enum SingleFunction $A.nl("Enkelvoudige functie") $A.en("single function") {
  unset @0;
  finalResponsible @1 $A.nl("eindverantwoordelijke") $A.en("final responsible");
  wijkcoach @2 $A.nl("wijkcoach (casemanager)") $A.en("wijkcoach (case manager)");
  regisseur @3 $A.nl("regisseur") $A.en("regisseur");
  processDirector @4 $A.nl("procesregisseur") $A.en("process director");
  centralContact @5 $A.nl("vast aanspreekpunt gezin") $A.en("central contact");
  buddy @6 $A.nl("buddy") $A.en("buddy");
}

enum AssignmentCause $A.nl("Reden van toewijzing") $A.en("assignment cause") {
  unset @0;
  first @1 $A.nl("eerste aanstelling") $A.en("first appointment");
  absence @2 $A.nl("ziekte of verlof") $A.en("absence");
  leftService @3 $A.nl("uit dienst") $A.en("left service");
  familyRequest @4 $A.nl("verzoek van gezin") $A.en("family request");
  familyRequestRefused @5 $A.nl("verzoek gezin afgewezen") $A.en("family request refused");
  scaling @6 $A.nl("op- of afschaling") $A.en("scaling");
  returned @7 $A.nl("teruggekeerd") $A.en("returned");
}

enum HandoverKind $A.nl("Soort overdracht") $A.en("handover kind") {
  unset @0;
  notApplicable @1 $A.nl("niet van toepassing") $A.en("not applicable");
  none @2 $A.nl("geen overdracht") $A.en("none");
  cold @3 $A.nl("koude overdracht") $A.en("cold handover");
  warm @4 $A.nl("warme overdracht") $A.en("warm handover");
  buddyTakeover @5 $A.nl("buddy neemt over") $A.en("buddy takes over");
}

enum HelpMode $A.nl("Wijze van inzet") $A.en("help mode") {
  unset @0;
  fragmented @1 $A.nl("gefragmenteerd") $A.en("fragmented");
  joint @2 $A.nl("gezamenlijk") $A.en("joint");
  underPlan @3 $A.nl("volgens plan van aanpak") $A.en("under a plan");
  unknown @4 $A.nl("onbekend") $A.en("unknown");
}

enum HelpEffect $A.nl("Effect") $A.en("help effect") {
  unset @0;
  worked @1 $A.nl("werkte") $A.en("worked");
  partly @2 $A.nl("werkte deels") $A.en("partly worked");
  notWorked @3 $A.nl("werkte niet") $A.en("did not work");
  harmful @4 $A.nl("werkte averechts") $A.en("harmful");
  unknown @5 $A.nl("onbekend") $A.en("unknown");
}

enum QualificationModel $A.nl("Kwalificatiemodel") $A.en("qualification model") {
  unset @0;
  cmpg @1 $A.nl("complexe multiproblematiek (CMPG)") $A.en("complex multi-problem (CMPG)");
  practical @2 $A.nl("praktische definitie") $A.en("practical definition");
  theoretical @3 $A.nl("theoretische definitie") $A.en("theoretical definition");
  sevenDomain @4 $A.nl("zevendomeinencriterium") $A.en("seven-domain criterion");
  riskFamily @5 $A.nl("risicogezin") $A.en("risk family");
  amsterdam @6 $A.nl("Amsterdamse categorie") $A.en("Amsterdam category");
  safetyNuisance @7 $A.nl("veiligheid en overlast") $A.en("safety and nuisance");
}

enum QualificationOutcome $A.nl("Uitkomst kwalificatie") $A.en("qualification outcome") {
  unset @0;
  met @1 $A.nl("voldoet") $A.en("met");
  notMet @2 $A.nl("voldoet niet") $A.en("not met");
  withdrawn @3 $A.nl("ingetrokken") $A.en("withdrawn");
}

enum QualificationCriterion $A.nl("Criterium") $A.en("qualification criterion") {
  unset @0;
  oneChild @1 $A.nl("ten minste één kind") $A.en("at least one child");
  twoRiskFactors @2 $A.nl("ten minste twee risicofactoren") $A.en("at least two risk factors");
  burdenOverCapacity @3 $A.nl("draaglast boven draagkracht") $A.en("burden exceeds capacity");
  parentingProblem @4 $A.nl("opvoedingsprobleem") $A.en("parenting problem");
  chronic @5 $A.nl("chronisch, een jaar of langer") $A.en("chronic, a year or more");
  housekeeping @6 $A.nl("huishouding") $A.en("housekeeping");
  partnerRelation @7 $A.nl("partnerrelatie") $A.en("partner relation");
  wellbeing @8 $A.nl("individueel welzijn") $A.en("individual wellbeing");
  resistant @9 $A.nl("weerbarstig voor hulp") $A.en("resistant to help");
  interwoven @10 $A.nl("sterk verweven") $A.en("strongly interwoven");
  upbringingThreat @11 $A.nl("opvoeding bedreigt ontwikkeling") $A.en("upbringing threatens development");
  intergenerational @12 $A.nl("van generatie op generatie") $A.en("intergenerational");
  longTerm @13 $A.nl("langdurig") $A.en("long term");
  manyOrganisations @14 $A.nl("veel instellingen zonder vooruitgang") $A.en("many bodies without progress");
}

enum FactorDomain $A.nl("Factordomein (zeven)") $A.en("factor domain") {
  unset @0;
  child @1 $A.nl("kind") $A.en("child");
  parent @2 $A.nl("ouder") $A.en("parent");
  upbringing @3 $A.nl("opvoeding") $A.en("upbringing");
  familyFunctioning @4 $A.nl("gezinsfunctioneren") $A.en("family functioning");
  context @5 $A.nl("omgeving") $A.en("context");
  network @6 $A.nl("sociaal netwerk") $A.en("social network");
  helpHistory @7 $A.nl("hulpverlening") $A.en("help history");
}

enum AmsterdamCategory $A.nl("Amsterdamse categorie") $A.en("amsterdam category") {
  unset @0;
  cat0 @1 $A.nl("0 risicogezin") $A.en("0 risk family");
  cat1 @2 $A.nl("1 MPG zonder geïndiceerde zorg") $A.en("1 without indicated care");
  cat2 @3 $A.nl("2 MPG met vrijwillige geïndiceerde zorg") $A.en("2 voluntary indicated care");
  cat3 @4 $A.nl("3 MPG met maatregel") $A.en("3 with a measure");
  cat4 @5 $A.nl("4 MPG met maatregel en overlast") $A.en("4 measure and nuisance");
}

enum Approach $A.nl("Aanpak") $A.en("approach") {
  unset @0;
  regular @1 $A.nl("reguliere aanpak") $A.en("regular approach");
  cmpg @2 $A.nl("CMPG-aanpak") $A.en("CMPG approach");
  riskFamily @3 $A.nl("aanpak risicogezin") $A.en("risk family approach");
  mpgAmsterdam @4 $A.nl("MPG-regieaanpak") $A.en("MPG direction approach");
  mpgZwolle @5 $A.nl("werkwijze regiegroep") $A.en("regiegroep approach");
  safetyNuisance @6 $A.nl("aanpak veiligheid en overlast") $A.en("safety and nuisance approach");
  pga @7 $A.nl("persoonsgerichte aanpak (Zorg- en Veiligheidshuis)") $A.en("person-centred approach");
  enforcementOnly @8 $A.nl("alleen handhaving, drang en dwang") $A.en("enforcement, drang and dwang only");
}

enum Strategy $A.nl("Strategie") $A.en("strategy") {
  unset @0;
  ordeOpZaken @1 $A.nl("orde op zaken") $A.en("getting things in order");
  vingerAanDePols @2 $A.nl("vinger aan de pols") $A.en("finger on the pulse");
  stutEnSteun @3 $A.nl("stut en steun") $A.en("prop and support");
  directHulpaanbod @4 $A.nl("direct (gedwongen) hulpaanbod") $A.en("direct (imposed) offer");
  refresh @5 $A.nl("refresh") $A.en("refresh");
}

enum RegularInstrument $A.nl("Reguliere inzet") $A.en("regular instrument") {
  unset @0;
  talk @1 $A.nl("gesprek en motivering") $A.en("talk and motivation");
  network @2 $A.nl("inzet netwerk") $A.en("network support");
  voluntaryHelp @3 $A.nl("vrijwillige hulp") $A.en("voluntary help");
  singleHelp @4 $A.nl("enkelvoudige ondersteuning") $A.en("single support");
  debtHelp @5 $A.nl("schuldhulp") $A.en("debt help");
  schoolSupport @6 $A.nl("ondersteuning op school") $A.en("school support");
  housingSupport @7 $A.nl("woonbegeleiding") $A.en("housing support");
  specialist @8 $A.nl("specialistische hulp") $A.en("specialist help");
  mediation @9 $A.nl("bemiddeling") $A.en("mediation");
  none @10 $A.nl("geen") $A.en("none");
}

enum ScaleDirection $A.nl("Richting") $A.en("scale direction") {
  unset @0;
  none @1 $A.nl("geen schaalwijziging") $A.en("no scaling");
  up @2 $A.nl("opschalen") $A.en("scale up");
  down @3 $A.nl("afschalen") $A.en("scale down");
  sideways @4 $A.nl("overdragen") $A.en("transfer sideways");
}

enum ScaleOutcome $A.nl("Uitkomst schaalbesluit") $A.en("scale outcome") {
  unset @0;
  accepted @1 $A.nl("aanvaard") $A.en("accepted");
  rejected @2 $A.nl("afgewezen") $A.en("rejected");
  pending @3 $A.nl("in beraad") $A.en("pending");
}

enum LifeDomain $A.nl("Leefgebied") $A.en("life domain") {
  unset @0;
  housing @1 $A.nl("wonen") $A.en("housing");
  income @2 $A.nl("inkomen") $A.en("income");
  debts @3 $A.nl("schulden") $A.en("debts");
  work @4 $A.nl("werk en dagbesteding") $A.en("work and daytime activity");
  education @5 $A.nl("onderwijs") $A.en("education");
  upbringing @6 $A.nl("opvoeding en ontwikkeling") $A.en("upbringing and development");
  familyRelations @7 $A.nl("gezinsrelaties") $A.en("family relations");
  partnerRelation @8 $A.nl("partnerrelatie") $A.en("partner relation");
  physicalHealth @9 $A.nl("lichamelijke gezondheid") $A.en("physical health");
  mentalHealth @10 $A.nl("psychische gezondheid") $A.en("mental health");
  addiction @11 $A.nl("verslaving") $A.en("addiction");
  dailyLiving @12 $A.nl("huishouden en zelfzorg") $A.en("housekeeping and self-care");
  socialNetwork @13 $A.nl("sociaal netwerk") $A.en("social network");
  participation @14 $A.nl("meedoen") $A.en("participation");
  safety @15 $A.nl("veiligheid") $A.en("safety");
  justice @16 $A.nl("politie en justitie") $A.en("police and justice");
  residence @17 $A.nl("verblijf en documenten") $A.en("residence and documents");
  other @18 $A.nl("anders") $A.en("other");
}

enum SignalType $A.nl("Soort signaal") $A.en("signal type") {
  unset @0;
  signal @1 $A.nl("signaal") $A.en("signal");
  phenomenon @2 $A.nl("fenomeen") $A.en("phenomenon");
  careReport @3 $A.nl("zorgmelding") $A.en("care report");
  nuisanceReport @4 $A.nl("overlastmelding") $A.en("nuisance report");
  registration @5 $A.nl("aanmelding door organisatie") $A.en("registration by organisation");
  ownRequest @6 $A.nl("eigen hulpvraag") $A.en("own request");
  incident @7 $A.nl("incident") $A.en("incident");
  indexMatch @8 $A.nl("match verwijsindex") $A.en("reference index match");
}

enum SignalSource $A.nl("Bron van het signaal") $A.en("signal source") {
  unset @0;
  ownTeam @1 $A.nl("eigen team") $A.en("own team");
  familyMember @2 $A.nl("gezinslid") $A.en("family member");
  network @3 $A.nl("netwerk") $A.en("network");
  citizen @4 $A.nl("buurtbewoner") $A.en("citizen");
  school @5 $A.nl("school") $A.en("school");
  housing @6 $A.nl("woningcorporatie") $A.en("housing association");
  police @7 $A.nl("politie") $A.en("police");
  health @8 $A.nl("zorg") $A.en("health care");
  youthHealth @9 $A.nl("jeugdgezondheidszorg") $A.en("youth health care");
  municipality @10 $A.nl("gemeente") $A.en("municipality");
  gi @11 $A.nl("gecertificeerde instelling") $A.en("certified institution");
  veiligThuis @12 $A.nl("Veilig Thuis") $A.en("Veilig Thuis");
  otherOrganisation @13 $A.nl("andere organisatie") $A.en("other organisation");
}

enum WQuestion $A.nl("De zeven W's") $A.en("w question") {
  unset @0;
  wie @1 $A.nl("over wie gaat het") $A.en("who");
  wat @2 $A.nl("wat is er aan de hand") $A.en("what");
  waar @3 $A.nl("waar gebeurt het") $A.en("where");
  waarmee @4 $A.nl("waarmee is inzet gepleegd") $A.en("with what help");
  welkeWijze @5 $A.nl("op welke wijze") $A.en("in which way");
  wanneer @6 $A.nl("wanneer gestart en gestopt") $A.en("when");
  waarom @7 $A.nl("waarom stagneert het") $A.en("why");
}

enum IntakeProof $A.nl("Bewijs bij aanmelding") $A.en("intake proof") {
  unset @0;
  mediation @1 $A.nl("eigen bemiddelingspoging") $A.en("own mediation attempt");
  fileBuilt @2 $A.nl("dossieropbouw") $A.en("file built");
  targetedHelp @3 $A.nl("gerichte inzet van hulp") $A.en("targeted use of help");
}

enum SafetyField $A.nl("Veiligheidsveld") $A.en("safety field") {
  unset @0;
  livingEnvironment @1 $A.nl("veilige woon- en leefomgeving") $A.en("living environment");
  business @2 $A.nl("bedrijvigheid en veiligheid") $A.en("business");
  youth @3 $A.nl("jeugd en veiligheid") $A.en("youth");
  physical @4 $A.nl("fysieke veiligheid") $A.en("physical safety");
  integrity @5 $A.nl("integriteit en veiligheid") $A.en("integrity");
}

enum SignalCheck $A.nl("Nagegane punten bij signaal") $A.en("signal check") {
  unset @0;
  privacy @1 $A.nl("privacy geregeld") $A.en("privacy arranged");
  safety @2 $A.nl("veiligheid") $A.en("safety");
  freedom @3 $A.nl("vrij van opdracht") $A.en("free of assignment");
  chance @4 $A.nl("kans op verbetering") $A.en("chance of improvement");
  culture @5 $A.nl("aandacht voor cultuur") $A.en("cultural attention");
}

enum SignalDecision $A.nl("Besluit op signaal") $A.en("signal decision") {
  unset @0;
  startCase @1 $A.nl("zaak starten") $A.en("start case");
  joinCase @2 $A.nl("toevoegen aan zaak") $A.en("join case");
  forward @3 $A.nl("doorgeleiden") $A.en("forward");
  crisis @4 $A.nl("crisisinzet") $A.en("crisis response");
  moreInformation @5 $A.nl("meer informatie nodig") $A.en("more information needed");
  noAction @6 $A.nl("geen actie") $A.en("no action");
}

enum CrisisJudgement $A.nl("Crisis of niet") $A.en("crisis judgement") {
  unset @0;
  crisis @1 $A.nl("crisis") $A.en("crisis");
  noCrisis @2 $A.nl("geen crisis") $A.en("no crisis");
  unclear @3 $A.nl("onduidelijk") $A.en("unclear");
}

enum CrisisKind $A.nl("Soort crisis") $A.en("crisis kind") {
  unset @0;
  violence @1 $A.nl("geweld") $A.en("violence");
  childDanger @2 $A.nl("acuut gevaar kind") $A.en("acute danger to child");
  selfHarm @3 $A.nl("zelfbeschadiging of suïcide") $A.en("self-harm or suicide");
  psychiatric @4 $A.nl("psychiatrische crisis") $A.en("psychiatric crisis");
  eviction @5 $A.nl("acute dakloosheid") $A.en("acute homelessness");
  noBasics @6 $A.nl("geen bed, bad of brood") $A.en("no bed, bath or bread");
  missing @7 $A.nl("vermissing") $A.en("missing person");
  other @8 $A.nl("anders") $A.en("other");
}

enum CrisisState $A.nl("Stand van de crisis") $A.en("crisis state") {
  unset @0;
  ongoing @1 $A.nl("gaande") $A.en("ongoing");
  controlled @2 $A.nl("beheerst") $A.en("controlled");
  ended @3 $A.nl("beëindigd") $A.en("ended");
}

enum VisitSafetyMeasure $A.nl("Maatregel vooraf") $A.en("visit safety measure") {
  unset @0;
  informationGathered @1 $A.nl("informatie verzameld") $A.en("information gathered");
  policeInquiry @2 $A.nl("navraag politie") $A.en("police inquiry");
  callIn @3 $A.nl("belafspraak met collega") $A.en("call-in agreement");
  twoVisitors @4 $A.nl("met twee personen") $A.en("two visitors");
  neutralPlace @5 $A.nl("neutrale plek") $A.en("neutral place");
  noVisit @6 $A.nl("geen huisbezoek") $A.en("no home visit");
}

enum FeedbackOutcome $A.nl("Terugkoppeling") $A.en("feedback outcome") {
  unset @0;
  takenUp @1 $A.nl("opgepakt") $A.en("taken up");
  forwarded @2 $A.nl("doorgeleid") $A.en("forwarded");
  notTakenUp @3 $A.nl("niet opgepakt") $A.en("not taken up");
  solved @4 $A.nl("opgelost") $A.en("solved");
  partly @5 $A.nl("deels opgelost") $A.en("partly solved");
  rejected @6 $A.nl("afgewezen") $A.en("rejected");
  noInformation @7 $A.nl("geen inhoud gegeven") $A.en("no content given");
}

enum ConsentKind $A.nl("Soort toestemming") $A.en("consent kind") {
  unset @0;
  avgGrondslag @1 $A.nl("toestemming als AVG-grondslag") $A.en("consent as GDPR basis");
  doorbrekenGeheimhouding @2 $A.nl("toestemming om geheimhouding te doorbreken") $A.en("consent to break secrecy");
  wettelijkUitdrukkelijk @3 $A.nl("uitdrukkelijke toestemming tussen wetten") $A.en("explicit consent across laws");
  hulpverlening @4 $A.nl("toestemming voor hulp") $A.en("consent to help");
}

enum GrantorCapacity $A.nl("Hoedanigheid") $A.en("grantor capacity") {
  unset @0;
  self @1 $A.nl("voor zichzelf") $A.en("for oneself");
  parentWithGezag @2 $A.nl("ouder met gezag") $A.en("parent with gezag");
  guardian @3 $A.nl("voogd") $A.en("guardian");
  guardianInstitution @4 $A.nl("GI als voogd") $A.en("institution as guardian");
  curator @5 $A.nl("curator") $A.en("curator");
  mentor @6 $A.nl("mentor") $A.en("mentor");
  proxy @7 $A.nl("gemachtigde") $A.en("proxy");
  none @8 $A.nl("geen bevoegde hoedanigheid") $A.en("no entitled capacity");
}

enum ConsentForm $A.nl("Vorm van toestemming") $A.en("consent form") {
  unset @0;
  ownKey @1 $A.nl("met eigen sleutel") $A.en("with own key");
  writtenSigned @2 $A.nl("schriftelijk ondertekend") $A.en("signed in writing");
  oralRecorded @3 $A.nl("mondeling, vastgelegd door professional") $A.en("oral, recorded by professional");
  oralWitnessed @4 $A.nl("mondeling, met getuige") $A.en("oral witnessed");
}

enum Pressure $A.nl("Druk bij het vragen") $A.en("pressure") {
  unset @0;
  none @1 $A.nl("geen druk gezien") $A.en("no pressure seen");
  dependency @2 $A.nl("afhankelijkheid van voorziening") $A.en("dependency");
  drangContext @3 $A.nl("gevraagd tijdens drang") $A.en("asked during drang");
  dwangContext @4 $A.nl("gevraagd tijdens dwang") $A.en("asked during dwang");
  unclear @5 $A.nl("onduidelijk") $A.en("unclear");
}

enum CapacityJudgement $A.nl("Wilsbekwaamheid") $A.en("capacity judgement") {
  unset @0;
  notInDoubt @1 $A.nl("niet in twijfel") $A.en("not in doubt");
  capable @2 $A.nl("bekwaam geoordeeld") $A.en("judged capable");
  notCapable @3 $A.nl("niet bekwaam geoordeeld") $A.en("judged not capable");
  doubt @4 $A.nl("twijfel") $A.en("doubt");
}

enum SharePurpose $A.nl("Doel van delen") $A.en("share purpose") {
  unset @0;
  coordination @1 $A.nl("hulp afstemmen") $A.en("coordination of help");
  planMaking @2 $A.nl("plan maken") $A.en("plan making");
  executingHelp @3 $A.nl("hulp uitvoeren") $A.en("executing help");
  assessment @4 $A.nl("beoordelen") $A.en("assessment");
  safety @5 $A.nl("veiligheid herstellen") $A.en("restoring safety");
  referral @6 $A.nl("verwijzen") $A.en("referral");
  indication @7 $A.nl("beschikking of voorziening") $A.en("decision on provision");
  enforcement @8 $A.nl("handhaving") $A.en("enforcement");
  advice @9 $A.nl("advies vragen") $A.en("asking advice");
  handover @10 $A.nl("overdracht") $A.en("handover");
  aftercare @11 $A.nl("nazorg") $A.en("aftercare");
  quality @12 $A.nl("kwaliteit en toezicht") $A.en("quality and supervision");
  complaint @13 $A.nl("klacht of tuchtzaak") $A.en("complaint or disciplinary case");
  legalProcedure @14 $A.nl("gerechtelijke procedure") $A.en("legal procedure");
  research @15 $A.nl("onderzoek of statistiek") $A.en("research or statistics");
  rightsRequest @16 $A.nl("recht van betrokkene") $A.en("data subject right");
}

enum DataCategory $A.nl("Gegevenssoort") $A.en("data category") {
  unset @0;
  contact @1 $A.nl("naam en contact") $A.en("name and contact");
  family @2 $A.nl("gezinssamenstelling") $A.en("family composition");
  gezagRelations @3 $A.nl("gezag en relaties") $A.en("gezag and relations");
  housing @4 $A.nl("wonen") $A.en("housing");
  income @5 $A.nl("inkomen") $A.en("income");
  debts @6 $A.nl("schulden") $A.en("debts");
  work @7 $A.nl("werk") $A.en("work");
  education @8 $A.nl("onderwijs") $A.en("education");
  upbringing @9 $A.nl("opvoeding") $A.en("upbringing");
  safetyInfo @10 $A.nl("veiligheid") $A.en("safety");
  physicalHealth @11 $A.nl("lichamelijke gezondheid (AVG 9)") $A.en("physical health (GDPR 9)");
  mentalHealth @12 $A.nl("psychische gezondheid (AVG 9)") $A.en("mental health (GDPR 9)");
  addiction @13 $A.nl("verslaving (AVG 9)") $A.en("addiction (GDPR 9)");
  disability @14 $A.nl("beperking of LVB (AVG 9)") $A.en("disability (GDPR 9)");
  specialOther @15 $A.nl("andere bijzondere gegevens (AVG 9)") $A.en("other special data (GDPR 9)");
  criminal @16 $A.nl("strafrechtelijk (AVG 10)") $A.en("criminal (GDPR 10)");
  measures @17 $A.nl("maatregelen") $A.en("measures");
  helpHistory @18 $A.nl("hulpgeschiedenis") $A.en("help history");
  planGoals @19 $A.nl("plan en doelen") $A.en("plan and goals");
  motivation @20 $A.nl("motivatie") $A.en("motivation");
  contactLog @21 $A.nl("contactverslagen") $A.en("contact reports");
  networkPersons @22 $A.nl("personen uit het netwerk") $A.en("network persons");
  reporter @23 $A.nl("identiteit van de melder") $A.en("identity of the reporter");
  staffIdentity @24 $A.nl("identiteit van medewerkers") $A.en("identity of staff");
  bsn @25 $A.nl("burgerservicenummer") $A.en("citizen service number");
  residence @26 $A.nl("verblijfsstatus") $A.en("residence status");
}

enum DetailLevel $A.nl("Mate van detail") $A.en("detail level") {
  unset @0;
  presenceOnly @1 $A.nl("alleen dat er betrokkenheid is") $A.en("presence only");
  headlines @2 $A.nl("hoofdlijnen") $A.en("headlines");
  process @3 $A.nl("proces") $A.en("process");
  content @4 $A.nl("inhoud") $A.en("content");
}

enum RecipientClass $A.nl("Soort ontvanger") $A.en("recipient class") {
  unset @0;
  subjectSelf @1 $A.nl("betrokkene zelf") $A.en("data subject");
  representative @2 $A.nl("vertegenwoordiger") $A.en("representative");
  sameTeam @3 $A.nl("eigen team") $A.en("own team");
  involvedInHelp @4 $A.nl("rechtstreeks betrokken bij de hulp") $A.en("directly involved in the help");
  consentPerson @5 $A.nl("wiens toestemming nodig is") $A.en("whose consent is required");
  partner @6 $A.nl("convenantpartner") $A.en("convenant partner");
  networkPerson @7 $A.nl("persoon uit netwerk") $A.en("network person");
  giUnderOts @8 $A.nl("GI die de OTS uitvoert") $A.en("institution executing OTS");
  veiligThuis @9 $A.nl("Veilig Thuis") $A.en("Veilig Thuis");
  board @10 $A.nl("Raad voor de Kinderbescherming") $A.en("child protection board");
  court @11 $A.nl("rechter") $A.en("court");
  policeProsecutor @12 $A.nl("politie of OM") $A.en("police or prosecutor");
  otherLawUnit @13 $A.nl("andere wetsuitvoering in gemeente") $A.en("other law unit");
  insurer @14 $A.nl("zorgverzekeraar") $A.en("health insurer");
  referenceIndex @15 $A.nl("verwijsindex") $A.en("reference index");
  supervisor @16 $A.nl("toezichthouder") $A.en("supervisor");
  complaintsBody @17 $A.nl("klachteninstantie") $A.en("complaints body");
  disciplinaryBody @18 $A.nl("tuchtcollege") $A.en("disciplinary body");
  researcher @19 $A.nl("onderzoeker") $A.en("researcher");
  confidant @20 $A.nl("vertrouwenspersoon") $A.en("confidant");
  thirdParty @21 $A.nl("overige derde") $A.en("other third party");
}

enum ShareDecision $A.nl("Besluit over delen") $A.en("share decision") {
  unset @0;
  share @1 $A.nl("delen") $A.en("share");
  sharePartly @2 $A.nl("deels delen") $A.en("share partly");
  doNotShare @3 $A.nl("niet delen") $A.en("do not share");
  postpone @4 $A.nl("uitstellen") $A.en("postpone");
}

enum ShareRoute $A.nl("Route") $A.en("share route") {
  unset @0;
  consent @1 $A.nl("met toestemming") $A.en("with consent");
  exception @2 $A.nl("zonder toestemming, met uitzondering") $A.en("without consent, under an exception");
  noPersonalData @3 $A.nl("geen persoonsgegevens") $A.en("no personal data");
  toSubject @4 $A.nl("aan betrokkene zelf") $A.en("to the data subject");
}

enum ShareException $A.nl("Uitzondering op toestemming") $A.en("share exception") {
  unset @0;
  directlyInvolved @1 $A.nl("rechtstreeks betrokken bij de hulp") $A.en("directly involved in the help");
  consentPerson @2 $A.nl("persoon wiens toestemming nodig is") $A.en("person whose consent is required");
  giInformant @3 $A.nl("informatie aan GI bij OTS") $A.en("information to institution under OTS");
  legalDuty @4 $A.nl("wettelijke plicht") $A.en("legal duty");
  vtReport @5 $A.nl("melding bij Veilig Thuis") $A.en("report to Veilig Thuis");
  boardRequest @6 $A.nl("verzoek tot onderzoek bij de Raad") $A.en("request to the board");
  conflictOfDuties @7 $A.nl("conflict van plichten") $A.en("conflict of duties");
  vitalInterest @8 $A.nl("vitaal belang") $A.en("vital interest");
  incapacityEmergency @9 $A.nl("nood en wilsonbekwaam") $A.en("emergency and incapacity");
  courtOrder @10 $A.nl("rechterlijk bevel") $A.en("court order");
  referenceIndex @11 $A.nl("melding verwijsindex") $A.en("reference index report");
  legalClaim @12 $A.nl("verweer in klacht of rechtszaak") $A.en("legal claim");
  supervision @13 $A.nl("toezicht") $A.en("supervision");
  research @14 $A.nl("onderzoek volgens wet") $A.en("research under statute");
}

enum WeighingQuestion $A.nl("Vragen van de afweging") $A.en("weighing question") {
  unset @0;
  purpose @1 $A.nl("welk doel") $A.en("which purpose");
  otherWay @2 $A.nl("kan het doel anders") $A.en("can it be reached otherwise");
  consentEffort @3 $A.nl("is alles gedaan voor toestemming") $A.en("all done to get consent");
  danger @4 $A.nl("weegt het gevaar zwaarder dan geheimhouding") $A.en("does danger outweigh secrecy");
  whoNeeds @5 $A.nl("wie heeft het echt nodig") $A.en("who really needs it");
  whatNeeded @6 $A.nl("welke informatie is echt nodig") $A.en("what is really needed");
  moralDistress @7 $A.nl("gewetensnood") $A.en("moral distress");
  expectedEffect @8 $A.nl("voorkomt delen de schade") $A.en("will sharing prevent the harm");
}

enum Knowledge $A.nl("Met medeweten") $A.en("knowledge") {
  unset @0;
  withKnowledge @1 $A.nl("met medeweten") $A.en("with knowledge");
  informedAfterwards @2 $A.nl("achteraf geïnformeerd") $A.en("informed afterwards");
  withoutKnowledge @3 $A.nl("zonder medeweten, uitgesteld") $A.en("without knowledge, postponed");
  notApplicable @4 $A.nl("niet van toepassing") $A.en("not applicable");
}

enum NotShareReason $A.nl("Reden om niet te delen") $A.en("not share reason") {
  unset @0;
  noGround @1 $A.nl("geen grondslag") $A.en("no ground");
  consentRefused @2 $A.nl("toestemming geweigerd") $A.en("consent refused");
  notNecessary @3 $A.nl("niet noodzakelijk") $A.en("not necessary");
  disproportionate @4 $A.nl("niet in verhouding") $A.en("disproportionate");
  otherWay @5 $A.nl("kan op andere wijze") $A.en("another way exists");
  harm @6 $A.nl("risico op schade") $A.en("risk of harm");
  requesterUnknown @7 $A.nl("aanvrager niet vastgesteld") $A.en("requester not verified");
  othersSecret @8 $A.nl("geheim van een ander") $A.en("another person's secret");
  blocked @9 $A.nl("beperking of bezwaar") $A.en("restriction or objection");
}

enum AvgBasis $A.nl("AVG-grondslag") $A.en("avg basis") {
  unset @0;
  consent @1 $A.nl("toestemming 6(1)(a)") $A.en("consent");
  contract @2 $A.nl("overeenkomst 6(1)(b)") $A.en("contract");
  legalObligation @3 $A.nl("wettelijke plicht 6(1)(c)") $A.en("legal obligation");
  vitalInterest @4 $A.nl("vitaal belang 6(1)(d)") $A.en("vital interest");
  publicTask @5 $A.nl("publieke taak 6(1)(e)") $A.en("public task");
  legitimateInterest @6 $A.nl("gerechtvaardigd belang 6(1)(f)") $A.en("legitimate interest");
  wbpOld @7 $A.nl("oud recht Wbp 8 (voor 25-05-2018)") $A.en("old law Wbp 8");
  unknown @8 $A.nl("niet vastgesteld") $A.en("not established");
}

enum Art9Exception $A.nl("Uitzondering AVG 9") $A.en("art9 exception") {
  unset @0;
  none @1 $A.nl("geen bijzondere gegevens") $A.en("no special data");
  explicitConsent @2 $A.nl("uitdrukkelijke toestemming") $A.en("explicit consent");
  vitalInterest @3 $A.nl("vitaal belang") $A.en("vital interest");
  legalClaims @4 $A.nl("rechtsvordering") $A.en("legal claims");
  socialService @5 $A.nl("goede hulp of zorg (UAVG 30)") $A.en("good care (UAVG 30)");
  publicInterest @6 $A.nl("zwaarwegend algemeen belang") $A.en("substantial public interest");
  research @7 $A.nl("onderzoek (UAVG 24)") $A.en("research");
  notEstablished @8 $A.nl("niet vastgesteld") $A.en("not established");
}

enum Art10Ground $A.nl("Grond AVG 10") $A.en("art10 ground") {
  unset @0;
  none @1 $A.nl("geen strafrechtelijke gegevens") $A.en("no criminal data");
  publicAuthority @2 $A.nl("onder toezicht van overheid") $A.en("under public authority");
  explicitConsent @3 $A.nl("uitdrukkelijke toestemming") $A.en("explicit consent");
  vitalInterest @4 $A.nl("vitaal belang") $A.en("vital interest");
  legalClaims @5 $A.nl("rechtsvordering") $A.en("legal claims");
  healthNecessary @6 $A.nl("aanvulling op gezondheid") $A.en("complementing health data");
  licence @7 $A.nl("vergunning AP") $A.en("licence");
  notEstablished @8 $A.nl("niet vastgesteld") $A.en("not established");
}

enum TaskLaw $A.nl("Wet van de taak") $A.en("task law") {
  unset @0;
  jeugdwet @1 $A.nl("Jeugdwet") $A.en("Youth Act");
  wmo @2 $A.nl("Wmo 2015") $A.en("Social Support Act");
  participatiewet @3 $A.nl("Participatiewet") $A.en("Participation Act");
  wgs @4 $A.nl("Wet gemeentelijke schuldhulpverlening") $A.en("Debt Help Act");
  leerplichtwet @5 $A.nl("Leerplichtwet") $A.en("Compulsory Education Act");
  burgerlijkWetboek @6 $A.nl("Burgerlijk Wetboek") $A.en("Civil Code");
  wpg @7 $A.nl("Wet publieke gezondheid") $A.en("Public Health Act");
  zvwWlz @8 $A.nl("Zvw en Wlz") $A.en("health insurance acts");
  politiewet @9 $A.nl("Politiewet en Wpg") $A.en("Police acts");
  gemeentewet @10 $A.nl("Gemeentewet") $A.en("Municipalities Act");
  wvggz @11 $A.nl("Wvggz en Wzd") $A.en("compulsory care acts");
  onderwijs @12 $A.nl("onderwijswetten") $A.en("education acts");
  strafrecht @13 $A.nl("strafrecht") $A.en("criminal law");
  woningwet @14 $A.nl("Woningwet en huurrecht") $A.en("housing law");
  wetJeugdzorgOud @15 $A.nl("Wet op de jeugdzorg (tot 2015)") $A.en("old Youth Care Act");
  wams @16 $A.nl("Wams (schakelaar, standaard uit)") $A.en("Wams (switch, default off)");
  none @17 $A.nl("geen wettelijke taak") $A.en("no statutory task");
}

enum ShareForm $A.nl("Vorm van verstrekking") $A.en("share form") {
  unset @0;
  answer @1 $A.nl("antwoord op verzoek") $A.en("answer to request");
  ownInitiative @2 $A.nl("uit eigen beweging") $A.en("own initiative");
  meeting @3 $A.nl("inbreng in overleg") $A.en("meeting input");
  forwardSignal @4 $A.nl("signaal doorgeleid") $A.en("signal forwarded");
  careReport @5 $A.nl("zorgmelding") $A.en("care report");
  vtReport @6 $A.nl("melding Veilig Thuis") $A.en("Veilig Thuis report");
  urgentReport @7 $A.nl("spoedmelding") $A.en("urgent report");
  boardRequest @8 $A.nl("verzoek tot onderzoek") $A.en("request for inquiry");
  referenceIndex @9 $A.nl("verwijsindex") $A.en("reference index");
  handoverPack @10 $A.nl("overdracht") $A.en("handover pack");
  referral @11 $A.nl("verwijzing") $A.en("referral");
  fileCopy @12 $A.nl("afschrift") $A.en("file copy");
  bundle @13 $A.nl("bundel") $A.en("bundle");
  anonymous @14 $A.nl("geanonimiseerd") $A.en("anonymised");
}

enum IndexAction $A.nl("Handeling verwijsindex") $A.en("index action") {
  unset @0;
  reported @1 $A.nl("gemeld") $A.en("reported");
  removed @2 $A.nl("verwijderd") $A.en("removed");
  matched @3 $A.nl("match ontvangen") $A.en("match received");
}

enum SharingMeans $A.nl("Middel") $A.en("sharing means") {
  unset @0;
  spokenMeeting @1 $A.nl("mondeling in overleg") $A.en("spoken in meeting");
  phone @2 $A.nl("telefoon") $A.en("phone");
  secureMail @3 $A.nl("beveiligde mail") $A.en("secure mail");
  portal @4 $A.nl("portaal") $A.en("portal");
  letter @5 $A.nl("brief") $A.en("letter");
  ledgerView @6 $A.nl("inzage in grootboek") $A.en("view in ledger");
  bundleFile @7 $A.nl("bundelbestand") $A.en("bundle file");
  plainMail @8 $A.nl("gewone mail") $A.en("plain mail");
  messenger @9 $A.nl("berichtenapp") $A.en("messenger");
  handed @10 $A.nl("overhandigd") $A.en("handed over");
}

enum Direction $A.nl("Richting verzoek") $A.en("direction") {
  unset @0;
  incoming @1 $A.nl("ontvangen") $A.en("incoming");
  outgoing @2 $A.nl("gesteld") $A.en("outgoing");
}

enum PostponeReason $A.nl("Reden van uitstel") $A.en("postpone reason") {
  unset @0;
  seriousHarm @1 $A.nl("ernstig nadeel voor betrokkene") $A.en("serious harm to the person");
  dangerToOther @2 $A.nl("gevaar voor een ander") $A.en("danger to another");
  investigation @3 $A.nl("strafrechtelijk onderzoek") $A.en("criminal investigation");
  unreachable @4 $A.nl("niet bereikbaar") $A.en("unreachable");
  other @5 $A.nl("anders") $A.en("other");
}

enum InformTopic $A.nl("Waarover geïnformeerd") $A.en("inform topic") {
  unset @0;
  processing @1 $A.nl("verwerking van gegevens") $A.en("processing of data");
  rights @2 $A.nl("rechten") $A.en("rights");
  duties @3 $A.nl("plichten") $A.en("duties");
  options @4 $A.nl("keuzemogelijkheden") $A.en("options");
  measure @5 $A.nl("genomen maatregel") $A.en("measure taken");
  nextSteps @6 $A.nl("volgende stappen") $A.en("next steps");
  expectations @7 $A.nl("verwachtingen") $A.en("expectations");
  shareDone @8 $A.nl("gedeelde informatie") $A.en("information shared");
  decision @9 $A.nl("beslissing en redenen") $A.en("decision and reasons");
  safetyFindings @10 $A.nl("bevindingen over veiligheid") $A.en("safety findings");
  plan @11 $A.nl("plan") $A.en("plan");
  breach @12 $A.nl("datalek") $A.en("breach");
  access @13 $A.nl("wie heeft ingezien") $A.en("who has viewed");
}

enum NoticeResult $A.nl("Kennisgeving") $A.en("notice result") {
  unset @0;
  notified @1 $A.nl("in kennis gesteld") $A.en("notified");
  impossible @2 $A.nl("onmogelijk") $A.en("impossible");
  disproportionate @3 $A.nl("onevenredige inspanning") $A.en("disproportionate effort");
}

enum AdviceTopic $A.nl("Onderwerp adviesvraag") $A.en("advice topic") {
  unset @0;
  mayShare @1 $A.nl("mag ik delen") $A.en("may I share");
  meldcode @2 $A.nl("meldcode") $A.en("meldcode");
  safety @3 $A.nl("veiligheid") $A.en("safety");
  capacity @4 $A.nl("wilsbekwaamheid") $A.en("capacity");
  rightsRequest @5 $A.nl("recht van betrokkene") $A.en("data subject right");
  drangDwang @6 $A.nl("drang of dwang") $A.en("drang or dwang");
  method @7 $A.nl("methodiek") $A.en("method");
  legal @8 $A.nl("juridisch") $A.en("legal");
}

enum MeetingType $A.nl("Soort overleg") $A.en("meeting type") {
  unset @0;
  mdo @1 $A.nl("MDO (multidisciplinair overleg)") $A.en("MDO");
  tdo @2 $A.nl("TDO (transdisciplinair overleg)") $A.en("TDO");
  ijkingsTdo @3 $A.nl("IJkings-TDO") $A.en("calibration TDO");
  afsluitendMdo @4 $A.nl("afsluitend MDO") $A.en("closing MDO");
  rondetafel @5 $A.nl("rondetafelgesprek") $A.en("round-table talk");
  uitvoerders @6 $A.nl("uitvoerdersoverleg") $A.en("executors' meeting");
  ekc @7 $A.nl("Eigen Kracht-conferentie") $A.en("family group conference");
  netwerkberaad @8 $A.nl("familienetwerkberaad") $A.en("family network council");
  structureleRegiegroep @9 $A.nl("structurele regiegroep") $A.en("structural regiegroep");
  casusRegiegroep @10 $A.nl("casusafhankelijke regiegroep") $A.en("case regiegroep");
  lokaalGezinsoverleg @11 $A.nl("lokaal gezinsoverleg") $A.en("local family meeting");
  mdoPlus @12 $A.nl("MDO+") $A.en("MDO+");
  casusoverlegZvh @13 $A.nl("casusoverleg Zorg- en Veiligheidshuis") $A.en("ZVH case meeting");
  wijkzorgteam @14 $A.nl("wijkzorgteam") $A.en("neighbourhood care team");
  zat @15 $A.nl("zorgadviesteam (school)") $A.en("school care team");
  team @16 $A.nl("teamoverleg") $A.en("team meeting");
}

enum Discipline $A.nl("Mate van samenwerking") $A.en("discipline") {
  unset @0;
  multi @1 $A.nl("multidisciplinair") $A.en("multidisciplinary");
  inter @2 $A.nl("interdisciplinair") $A.en("interdisciplinary");
  trans @3 $A.nl("transdisciplinair") $A.en("transdisciplinary");
  mono @4 $A.nl("monodisciplinair") $A.en("monodisciplinary");
}

enum Presence $A.nl("Aanwezigheid") $A.en("presence") {
  unset @0;
  present @1 $A.nl("aanwezig") $A.en("present");
  part @2 $A.nl("deels aanwezig") $A.en("part of the meeting");
  remote @3 $A.nl("op afstand") $A.en("remote");
  represented @4 $A.nl("vertegenwoordigd") $A.en("represented");
  absentInvited @5 $A.nl("uitgenodigd, afwezig") $A.en("invited, absent");
  notInvited @6 $A.nl("niet uitgenodigd") $A.en("not invited");
}

enum DecisionClass $A.nl("Soort beslissing") $A.en("decision class") {
  unset @0;
  routine @1 $A.nl("dagelijks") $A.en("routine");
  plan @2 $A.nl("plan") $A.en("plan");
  strategicWeighing @3 $A.nl("strategische afweging") $A.en("strategic weighing");
  safety @4 $A.nl("veiligheid") $A.en("safety");
  parenting @5 $A.nl("ouderschap") $A.en("parenting");
  placement @6 $A.nl("plaatsing") $A.en("placement");
  perspective @7 $A.nl("perspectief van het kind") $A.en("child's perspective");
  override @8 $A.nl("besluit van anderen opzijgezet") $A.en("override");
  housingMoney @9 $A.nl("wonen of geld") $A.en("housing or money");
  other @10 $A.nl("anders") $A.en("other");
}

enum DecisionLevel $A.nl("Niveau") $A.en("decision level") {
  unset @0;
  family @1 $A.nl("gezin") $A.en("family");
  professional @2 $A.nl("professional") $A.en("professional");
  organisation @3 $A.nl("organisatie") $A.en("organisation");
  region @4 $A.nl("regio") $A.en("region");
  government @5 $A.nl("overheid") $A.en("government");
}

enum PreferenceFollowed $A.nl("Voorkeur gevolgd") $A.en("preference followed") {
  unset @0;
  followed @1 $A.nl("gevolgd") $A.en("followed");
  partly @2 $A.nl("deels gevolgd") $A.en("partly followed");
  notFollowed @3 $A.nl("niet gevolgd") $A.en("not followed");
  noneKnown @4 $A.nl("geen voorkeur bekend") $A.en("no preference known");
}

enum OverrideBasis $A.nl("Grondslag van opzijzetten") $A.en("override basis") {
  unset @0;
  fileOnly @1 $A.nl("alleen dossier") $A.en("file only");
  metFamily @2 $A.nl("gezin gesproken") $A.en("met family");
  teamAdvice @3 $A.nl("na overleg team") $A.en("after team advice");
}

enum Perspective $A.nl("Perspectief van het kind") $A.en("perspective") {
  unset @0;
  home @1 $A.nl("thuis") $A.en("home");
  ownNetwork @2 $A.nl("eigen netwerk") $A.en("own network");
  foster @3 $A.nl("pleegzorg") $A.en("foster care");
  residential @4 $A.nl("verblijf") $A.en("residential");
  independent @5 $A.nl("zelfstandig") $A.en("independent");
  undecided @6 $A.nl("nog niet besloten") $A.en("undecided");
}

enum HearingTopic $A.nl("Waarover gehoord") $A.en("hearing topic") {
  unset @0;
  hulpvraag @1 $A.nl("hulpvraag") $A.en("help request");
  viewOfProblem @2 $A.nl("kijk op het probleem") $A.en("view of the problem");
  strengths @3 $A.nl("wat goed gaat") $A.en("what goes well");
  wish @4 $A.nl("wens") $A.en("wish");
  preference @5 $A.nl("voorkeur") $A.en("preference");
  expectation @6 $A.nl("verwachting") $A.en("expectation");
  opinionPlan @7 $A.nl("mening over plan") $A.en("opinion on plan");
  opinionMeasure @8 $A.nl("mening over maatregel") $A.en("opinion on measure");
  dissatisfaction @9 $A.nl("onvrede") $A.en("dissatisfaction");
  safety @10 $A.nl("veiligheid") $A.en("safety");
}

enum ConsultKind $A.nl("Soort consultatie") $A.en("consult kind") {
  unset @0;
  colleague @1 $A.nl("collega") $A.en("colleague");
  behaviouralScientist @2 $A.nl("gedragswetenschapper") $A.en("behavioural scientist");
  team @3 $A.nl("team") $A.en("team");
  externalColleague @4 $A.nl("collega van buiten") $A.en("outside colleague");
  attentionOfficer @5 $A.nl("aandachtsfunctionaris") $A.en("attention officer");
  veiligThuisAdvice @6 $A.nl("advies Veilig Thuis") $A.en("Veilig Thuis advice");
  privacyOfficer @7 $A.nl("privacyfunctionaris") $A.en("privacy officer");
  lawyer @8 $A.nl("jurist") $A.en("lawyer");
  intervisie @9 $A.nl("intervisie") $A.en("peer review (intervisie)");
  supervisie @10 $A.nl("supervisie of werkbegeleiding") $A.en("supervision");
  deskundigenadvies @11 $A.nl("deskundigenadvies van de wijkcoach") $A.en("expert advice of the wijkcoach");
  expert @12 $A.nl("deskundige (LVB, cultuur, verslaving)") $A.en("expert");
}

enum ConsultLevel $A.nl("Niveau van steun") $A.en("consult level") {
  unset @0;
  caseLevel @1 $A.nl("casus") $A.en("case");
  personal @2 $A.nl("persoonlijk functioneren") $A.en("personal functioning");
  knowledgeLevel @3 $A.nl("kennis") $A.en("knowledge");
}

enum AdviceOutcome $A.nl("Uitkomst advies") $A.en("advice outcome") {
  unset @0;
  share @1 $A.nl("delen") $A.en("share");
  shareLess @2 $A.nl("minder delen") $A.en("share less");
  doNotShare @3 $A.nl("niet delen") $A.en("do not share");
  report @4 $A.nl("melden") $A.en("report");
  doNotReport @5 $A.nl("niet melden") $A.en("do not report");
  agree @6 $A.nl("eens") $A.en("agree");
  disagree @7 $A.nl("oneens") $A.en("disagree");
  otherAdvice @8 $A.nl("ander advies") $A.en("other advice");
  noAdvice @9 $A.nl("geen advies") $A.en("no advice");
}

enum StartSection $A.nl("Onderdeel startanalyse") $A.en("start section") {
  unset @0;
  perParty @1 $A.nl("inzet per partij") $A.en("effort per party");
  effects @2 $A.nl("wat werkte en wat niet") $A.en("what worked and not");
  stagnation @3 $A.nl("waar het stagneerde") $A.en("where it stalled");
  verlegenheid @4 $A.nl("handelingsverlegenheid") $A.en("inability to act");
  generalFactors @5 $A.nl("algemeen werkzame factoren") $A.en("general working factors");
  specificFactors @6 $A.nl("specifiek werkzame factoren") $A.en("specific working factors");
  familyStory @7 $A.nl("verhaal van het gezin") $A.en("family's story");
  earlierGenerations @8 $A.nl("eerdere generaties") $A.en("earlier generations");
}

enum WorkingFactor $A.nl("Algemeen werkzame factor") $A.en("working factor") {
  unset @0;
  relation @1 $A.nl("goede relatie") $A.en("good relationship");
  motivation @2 $A.nl("zorg voor motivatie") $A.en("care for motivation");
  fit @3 $A.nl("passend bij probleem en vraag") $A.en("fits problem and request");
  structure @4 $A.nl("heldere structuur") $A.en("clear structure");
  protocolFidelity @5 $A.nl("uitgevoerd zoals beschreven") $A.en("carried out as described");
  monitoring @6 $A.nl("monitoring") $A.en("monitoring");
  supervision @7 $A.nl("supervisie en coaching") $A.en("supervision and coaching");
  caseload @8 $A.nl("draaglijke caseload") $A.en("bearable caseload");
  workerSafety @9 $A.nl("veiligheid hulpverlener") $A.en("worker safety");
}

enum StuckParty $A.nl("Wie zit vast") $A.en("stuck party") {
  unset @0;
  family @1 $A.nl("gezin") $A.en("family");
  professional @2 $A.nl("professional") $A.en("professional");
  organisation @3 $A.nl("organisatie") $A.en("organisation");
  cooperation @4 $A.nl("samenwerking") $A.en("cooperation");
  offer @5 $A.nl("aanbod") $A.en("offer");
  lawOrPolicy @6 $A.nl("wet of beleid") $A.en("law or policy");
}

enum AssessmentTrack $A.nl("Spoor") $A.en("assessment track") {
  unset @0;
  crisisQuestions @1 $A.nl("directe vragen") $A.en("immediate questions");
  awareness @2 $A.nl("bewustwording") $A.en("awareness");
}

enum AssessmentMethod $A.nl("Methode") $A.en("assessment method") {
  unset @0;
  interview @1 $A.nl("gesprek") $A.en("interview");
  observation @2 $A.nl("observatie") $A.en("observation");
  genogram @3 $A.nl("genogram") $A.en("genogram");
  ecogram @4 $A.nl("ecogram") $A.en("ecogram");
  timeline @5 $A.nl("tijdlijn") $A.en("timeline");
  fileStudy @6 $A.nl("dossierstudie") $A.en("file study");
  questionnaire @7 $A.nl("vragenlijst") $A.en("questionnaire");
  framework @8 $A.nl("Framework (20 dimensies)") $A.en("Framework (20 dimensions)");
  delta @9 $A.nl("Delta") $A.en("Delta");
  verve @10 $A.nl("Verve") $A.en("Verve");
  signsOfSafety @11 $A.nl("Signs of Safety") $A.en("Signs of Safety");
}

enum FrameworkDimension $A.nl("Dimensie Framework") $A.en("framework dimension") {
  unset @0;
  health @1 $A.nl("gezondheid en uiterlijk") $A.en("health");
  cognitive @2 $A.nl("cognitief") $A.en("cognitive");
  emotional @3 $A.nl("emotie en gedrag") $A.en("emotional");
  identityDim @4 $A.nl("identiteit") $A.en("identity");
  familySocial @5 $A.nl("gezin en sociale relaties") $A.en("family and social relations");
  presentation @6 $A.nl("sociale presentatie") $A.en("social presentation");
  selfCare @7 $A.nl("zelfredzaamheid") $A.en("self care");
  basicCare @8 $A.nl("basale verzorging") $A.en("basic care");
  ensuringSafety @9 $A.nl("veiligheid bieden") $A.en("ensuring safety");
  warmth @10 $A.nl("emotionele warmte") $A.en("emotional warmth");
  stimulation @11 $A.nl("stimulering") $A.en("stimulation");
  rules @12 $A.nl("regels en grenzen") $A.en("rules and limits");
  stability @13 $A.nl("stabiliteit") $A.en("stability");
  history @14 $A.nl("gezinsgeschiedenis") $A.en("family history");
  widerFamily @15 $A.nl("familie") $A.en("wider family");
  housingDim @16 $A.nl("woning") $A.en("housing");
  workDim @17 $A.nl("werk") $A.en("work");
  incomeDim @18 $A.nl("inkomen") $A.en("income");
  integration @19 $A.nl("sociale integratie") $A.en("social integration");
  resources @20 $A.nl("voorzieningen") $A.en("community resources");
}

enum DevelopmentCondition $A.nl("Ontwikkelingsvoorwaarde (veertien)") $A.en("development condition") {
  unset @0;
  care @1 $A.nl("adequate verzorging") $A.en("adequate care");
  safePhysical @2 $A.nl("veilige directe omgeving") $A.en("safe near environment");
  climate @3 $A.nl("affectief klimaat") $A.en("affective climate");
  structureCond @4 $A.nl("flexibele opvoedingsstructuur") $A.en("supportive structure");
  example @5 $A.nl("voorbeeld van ouders") $A.en("parents' example");
  interest @6 $A.nl("interesse") $A.en("interest");
  continuity @7 $A.nl("continuïteit en toekomst (basisvoorwaarde)") $A.en("continuity (basic)");
  safeWider @8 $A.nl("veilige wijdere omgeving") $A.en("safe wider environment");
  respect @9 $A.nl("respect") $A.en("respect");
  networkCond @10 $A.nl("sociaal netwerk") $A.en("social network");
  educationCond @11 $A.nl("educatie") $A.en("education");
  peers @12 $A.nl("leeftijdgenoten") $A.en("peers");
  societyExample @13 $A.nl("voorbeeld in samenleving") $A.en("example in society");
  stabilityCond @14 $A.nl("stabiliteit en perspectief (basisvoorwaarde)") $A.en("stability (basic)");
}

enum CoverageStatus $A.nl("Stand per leefgebied") $A.en("coverage status") {
  unset @0;
  assessed @1 $A.nl("beoordeeld") $A.en("assessed");
  noProblem @2 $A.nl("geen probleem gevonden") $A.en("no problem found");
  notAssessed @3 $A.nl("niet beoordeeld, met reden") $A.en("not assessed, with reason");
  refused @4 $A.nl("geweigerd") $A.en("refused");
}

enum StatementKind $A.nl("Soort uitspraak") $A.en("statement kind") {
  unset @0;
  fact @1 $A.nl("feit") $A.en("fact");
  perception @2 $A.nl("beleving") $A.en("perception");
  opinion @3 $A.nl("mening") $A.en("opinion");
  hypothesis @4 $A.nl("vermoeden") $A.en("hypothesis");
}

enum SourceKind $A.nl("Bron van de uitspraak") $A.en("source kind") {
  unset @0;
  ownObservation @1 $A.nl("eigen waarneming") $A.en("own observation");
  subjectSelf @2 $A.nl("betrokkene zelf") $A.en("the person");
  parent @3 $A.nl("ouder") $A.en("parent");
  child @4 $A.nl("kind") $A.en("child");
  network @5 $A.nl("netwerk") $A.en("network");
  professional @6 $A.nl("professional") $A.en("professional");
  file @7 $A.nl("dossier") $A.en("file");
  register @8 $A.nl("register") $A.en("register");
  anonymousSource @9 $A.nl("anoniem") $A.en("anonymous");
}

enum Instrument $A.nl("Instrument") $A.en("instrument") {
  unset @0;
  zrm @1 $A.nl("Zelfredzaamheidsmatrix") $A.en("Self-reliance matrix");
  lirik @2 $A.nl("LIRIK") $A.en("LIRIK");
  careNl @3 $A.nl("CARE-NL") $A.en("CARE-NL");
  sosForm @4 $A.nl("Signs of Safety-formulier") $A.en("Signs of Safety form");
  vgf @5 $A.nl("Vragenlijst gezinsfunctioneren") $A.en("family functioning list");
  vgfOuders @6 $A.nl("Vragenlijst gezinsfunctioneren, ouders") $A.en("family functioning list, parents");
  tof @7 $A.nl("Taxatielijst ouderfunctioneren") $A.en("parent functioning list");
  gvl @8 $A.nl("Gezinsvragenlijst") $A.en("family questionnaire");
  nvos @9 $A.nl("Nijmeegse vragenlijst opvoedsituatie") $A.en("Nijmegen upbringing list");
  ckvk @10 $A.nl("Checklist ouderschap en veiligheid") $A.en("parenting and safety checklist");
  cbcl @11 $A.nl("CBCL") $A.en("CBCL");
  ysr @12 $A.nl("YSR") $A.en("YSR");
  nosi @13 $A.nl("NOSI of NOSIK") $A.en("NOSI or NOSIK");
  scale @14 $A.nl("schaalvraag") $A.en("scale question");
  gas @15 $A.nl("Goal Attainment Scaling") $A.en("Goal Attainment Scaling");
  satisfaction @16 $A.nl("cliënttevredenheid") $A.en("client satisfaction");
  veiligheidslijst @17 $A.nl("veiligheidsvragenlijst") $A.en("safety questionnaire");
  other @18 $A.nl("ander instrument") $A.en("other instrument");
}

enum RespondentKind $A.nl("Wie vulde in") $A.en("respondent kind") {
  unset @0;
  subjectSelf @1 $A.nl("betrokkene") $A.en("the person");
  parent @2 $A.nl("ouder") $A.en("parent");
  child @3 $A.nl("kind") $A.en("child");
  professional @4 $A.nl("professional") $A.en("professional");
  teacher @5 $A.nl("leraar") $A.en("teacher");
  joint @6 $A.nl("samen") $A.en("jointly");
  anonymousRespondent @7 $A.nl("anoniem") $A.en("anonymous");
}

enum MeasurementMoment $A.nl("Meetmoment") $A.en("measurement moment") {
  unset @0;
  start @1 $A.nl("start") $A.en("start");
  planMaking @2 $A.nl("bij plan maken") $A.en("at plan making");
  interim @3 $A.nl("tussentijds") $A.en("interim");
  evaluation @4 $A.nl("bij evaluatie") $A.en("at evaluation");
  everyContact @5 $A.nl("bij elk contact") $A.en("every contact");
  end @6 $A.nl("einde") $A.en("end");
  followUp @7 $A.nl("na afloop") $A.en("follow up");
}

enum SafetyJudgement $A.nl("Oordeel veiligheid") $A.en("safety judgement") {
  unset @0;
  safe @1 $A.nl("veilig") $A.en("safe");
  safeEnough @2 $A.nl("veilig genoeg") $A.en("safe enough");
  insufficient @3 $A.nl("onvoldoende veilig") $A.en("insufficiently safe");
  unsafe @4 $A.nl("onveilig") $A.en("unsafe");
  acutelyUnsafe @5 $A.nl("acuut onveilig") $A.en("acutely unsafe");
  unclear @6 $A.nl("onduidelijk") $A.en("unclear");
}

enum FutureRisk $A.nl("Risico op termijn") $A.en("future risk") {
  unset @0;
  low @1 $A.nl("laag") $A.en("low");
  moderate @2 $A.nl("matig") $A.en("moderate");
  high @3 $A.nl("hoog") $A.en("high");
  unclear @4 $A.nl("onduidelijk") $A.en("unclear");
}

enum ParentingQualification $A.nl("Kwalificatie ouderschap") $A.en("parenting qualification") {
  unset @0;
  good @1 $A.nl("goed") $A.en("good");
  goodEnough @2 $A.nl("goed genoeg") $A.en("good enough");
  problematic @3 $A.nl("problematisch") $A.en("problematic");
  inadequate @4 $A.nl("tekortschietend") $A.en("inadequate");
  notJudged @5 $A.nl("niet beoordeeld") $A.en("not judged");
}

enum MeldcodeStep $A.nl("Meldcodestap") $A.en("meldcode step") {
  unset @0;
  signals @1 $A.nl("1 signalen in kaart") $A.en("1 map signals");
  consult @2 $A.nl("2 collegiaal overleg") $A.en("2 consult");
  talk @3 $A.nl("3 gesprek met betrokkene") $A.en("3 talk");
  weigh @4 $A.nl("4 wegen") $A.en("4 weigh");
  decideReport @5 $A.nl("5a is melden noodzakelijk") $A.en("5a is a report necessary");
  decideHelp @6 $A.nl("5b is hulp (ook) mogelijk") $A.en("5b is help (also) possible");
}

enum MeldcodeOutcome $A.nl("Uitkomst van de stap") $A.en("meldcode outcome") {
  unset @0;
  continue @1 $A.nl("verder naar volgende stap") $A.en("continue");
  suspicionRemoved @2 $A.nl("vermoeden weggenomen") $A.en("suspicion removed");
  suspicionStays @3 $A.nl("vermoeden blijft") $A.en("suspicion stays");
  reportNecessary @4 $A.nl("melden noodzakelijk") $A.en("report necessary");
  reportNotNecessary @5 $A.nl("melden niet noodzakelijk") $A.en("report not necessary");
  helpPossible @6 $A.nl("hulp mogelijk") $A.en("help possible");
  helpNotPossible @7 $A.nl("hulp niet mogelijk") $A.en("help not possible");
  skipped @8 $A.nl("overgeslagen") $A.en("skipped");
}

enum SafetyPlanItem $A.nl("Onderdeel veiligheidsplan") $A.en("safety plan item") {
  unset @0;
  safetyPersons @1 $A.nl("veiligheidspersonen voor de kinderen") $A.en("safety persons for the children");
  supervisors @2 $A.nl("personen die ouders bijstaan") $A.en("persons backing the parents");
  substitutes @3 $A.nl("vervangers van de verzorger") $A.en("substitutes for the carer");
  partyAlcohol @4 $A.nl("afspraken over feest en middelen") $A.en("parties and substances");
  visitors @5 $A.nl("afspraken over bezoek en oppas") $A.en("visitors and babysitters");
  explaining @6 $A.nl("uitleg aan jonge kinderen") $A.en("explaining to young children");
  growing @7 $A.nl("aanpassing bij opgroeien") $A.en("adapting as children grow");
  symbol @8 $A.nl("herkenbaar voorwerp") $A.en("symbolic object");
  validity @9 $A.nl("geldigheidsduur") $A.en("period of validity");
}

enum ContactMode $A.nl("Wijze van contact") $A.en("contact mode") {
  unset @0;
  homePlanned @1 $A.nl("huisbezoek gepland") $A.en("planned home visit");
  homeUnplanned @2 $A.nl("huisbezoek ongepland") $A.en("unplanned home visit");
  office @3 $A.nl("op kantoor") $A.en("at the office");
  phone @4 $A.nl("telefoon") $A.en("phone");
  video @5 $A.nl("video") $A.en("video");
  message @6 $A.nl("bericht") $A.en("message");
  school @7 $A.nl("op school") $A.en("at school");
  elsewhere @8 $A.nl("elders") $A.en("elsewhere");
  portal @9 $A.nl("portaal") $A.en("portal");
  letter @10 $A.nl("brief") $A.en("letter");
}

enum ContactOutcome $A.nl("Uitkomst contact") $A.en("contact outcome") {
  unset @0;
  held @1 $A.nl("gesproken") $A.en("held");
  notHome @2 $A.nl("niet thuis") $A.en("not home");
  refused @3 $A.nl("geweigerd") $A.en("refused");
  cancelledFamily @4 $A.nl("afgezegd door gezin") $A.en("cancelled by family");
  cancelledProfessional @5 $A.nl("afgezegd door professional") $A.en("cancelled by professional");
  brokenOff @6 $A.nl("afgebroken") $A.en("broken off");
}

enum ContactAim $A.nl("Doel van het contact") $A.en("contact aim") {
  unset @0;
  acquaint @1 $A.nl("kennismaken") $A.en("getting acquainted");
  firstTalk @2 $A.nl("eerste gesprek") $A.en("first talk");
  motivate @3 $A.nl("motiveren") $A.en("motivating");
  practical @4 $A.nl("praktische hulp") $A.en("practical help");
  coordinate @5 $A.nl("afstemmen") $A.en("coordination");
  safetyCheck @6 $A.nl("veiligheid nagaan") $A.en("safety check");
  outreach @7 $A.nl("bemoeizorg") $A.en("outreach");
  network @8 $A.nl("netwerk betrekken") $A.en("involving the network");
  planWork @9 $A.nl("werken aan plan") $A.en("working on the plan");
  repair @10 $A.nl("relatie herstellen") $A.en("repairing the relation");
}

enum MotivatingAction $A.nl("Motiverende inzet") $A.en("motivating action") {
  unset @0;
  trust @1 $A.nl("vertrouwen opbouwen") $A.en("building trust");
  interview @2 $A.nl("motiverende gespreksvoering") $A.en("motivational talk");
  insight @3 $A.nl("inzicht geven") $A.en("giving insight");
  strengths @4 $A.nl("krachten benoemen") $A.en("naming strengths");
  quickWin @5 $A.nl("klein eerste resultaat") $A.en("quick win");
  practicalHelp @6 $A.nl("praktische of materiële hulp") $A.en("practical or material help");
  networkActivation @7 $A.nl("netwerk activeren") $A.en("activating the network");
  skills @8 $A.nl("vaardigheden oefenen") $A.en("practising skills");
  norm @9 $A.nl("norm duidelijk maken") $A.en("making the norm clear");
}

enum Horizon $A.nl("Termijn") $A.en("horizon") {
  unset @0;
  long @1 $A.nl("lange termijn") $A.en("long term");
  short @2 $A.nl("korte termijn") $A.en("short term");
}

enum BalmPhase $A.nl("Fase volgens Balm") $A.en("balm phase") {
  unset @0;
  openstaan @1 $A.nl("openstaan") $A.en("being open");
  begrijpen @2 $A.nl("begrijpen") $A.en("understanding");
  willen @3 $A.nl("willen") $A.en("wanting");
  kunnen @4 $A.nl("kunnen") $A.en("being able");
  doen @5 $A.nl("doen") $A.en("doing");
  volhouden @6 $A.nl("volhouden") $A.en("keeping up");
  nogNietOpen @7 $A.nl("nog niet open") $A.en("not yet open");
}

enum MotivationDriver $A.nl("Bron van motivatie") $A.en("motivation driver") {
  unset @0;
  insight @1 $A.nl("inzicht en wil") $A.en("insight and will");
  survival @2 $A.nl("overleven") $A.en("survival");
  outsidePressure @3 $A.nl("druk van buiten") $A.en("outside pressure");
  unclear @4 $A.nl("onduidelijk") $A.en("unclear");
}

enum PlanType $A.nl("Soort plan") $A.en("plan type") {
  unset @0;
  familyPlan @1 $A.nl("plan van aanpak van het gezin (PvA)") $A.en("family plan");
  pvaLong @2 $A.nl("PvA lange termijn") $A.en("long-term plan");
  pvaShort @3 $A.nl("PvA korte termijn") $A.en("short-term plan");
  subPlan @4 $A.nl("deelplan van een organisatie") $A.en("sub-plan of an organisation");
  relapsePrevention @5 $A.nl("terugvalpreventieplan") $A.en("relapse prevention plan");
  enforcementPlan @6 $A.nl("handhavingsplan") $A.en("enforcement plan");
}

enum PlanSection $A.nl("Onderdeel van het plan") $A.en("plan section") {
  unset @0;
  analysis @1 $A.nl("gezamenlijke analyse") $A.en("joint analysis");
  strengths @2 $A.nl("krachten") $A.en("strengths");
  familyView @3 $A.nl("probleem volgens gezin") $A.en("problem by family");
  professionalView @4 $A.nl("probleem volgens professionals") $A.en("problem by professionals");
  endGoal @5 $A.nl("gezamenlijk einddoel") $A.en("joint end goal");
  order @6 $A.nl("volgorde en voorwaarden") $A.en("order and preconditions");
  timeline @7 $A.nl("tijdpad") $A.en("timeline");
  taskDivision @8 $A.nl("taakverdeling") $A.en("task division");
  networkPart @9 $A.nl("bijdrage netwerk") $A.en("network contribution");
  extraHelp @10 $A.nl("extra hulp nodig") $A.en("extra help needed");
  commitments @11 $A.nl("toezeggingen van partners") $A.en("partner commitments");
  effortFamily @12 $A.nl("inspanning gezin") $A.en("effort of the family");
  effortProfessionals @13 $A.nl("inspanning professionals") $A.en("effort of professionals");
  childFuture @14 $A.nl("toekomst van de kinderen") $A.en("children's future");
  safetyPlan @15 $A.nl("veiligheidsplan") $A.en("safety plan");
  familyLanguage @16 $A.nl("in woorden van het gezin") $A.en("in family wording");
}

enum PlanCooperation $A.nl("Medewerking gezin") $A.en("plan cooperation") {
  unset @0;
  withFamily @1 $A.nl("met het gezin") $A.en("with the family");
  partly @2 $A.nl("met een deel van het gezin") $A.en("with part of the family");
  withoutFamily @3 $A.nl("zonder het gezin") $A.en("without the family");
}

enum Endorsement $A.nl("Onderschrijving") $A.en("endorsement") {
  unset @0;
  endorsed @1 $A.nl("onderschreven") $A.en("endorsed");
  withRemarks @2 $A.nl("onderschreven met opmerkingen") $A.en("endorsed with remarks");
  notEndorsed @3 $A.nl("niet onderschreven") $A.en("not endorsed");
  notAsked @4 $A.nl("niet gevraagd") $A.en("not asked");
}

enum GoalLevel $A.nl("Doelniveau") $A.en("goal level") {
  unset @0;
  endGoal @1 $A.nl("einddoel") $A.en("end goal");
  goal @2 $A.nl("doel") $A.en("goal");
  intermediate @3 $A.nl("tussendoel") $A.en("intermediate goal");
  workPoint @4 $A.nl("werkpunt") $A.en("work point");
}

enum GoalSphere $A.nl("Doelsfeer") $A.en("goal sphere") {
  unset @0;
  personal @1 $A.nl("persoonlijk") $A.en("personal");
  societal @2 $A.nl("maatschappelijk") $A.en("societal");
}

enum GoalType $A.nl("Doelsoort") $A.en("goal type") {
  unset @0;
  diagnostic @1 $A.nl("informatie of diagnose") $A.en("information");
  precondition @2 $A.nl("voorwaarde, zoals motivatie") $A.en("precondition");
  help @3 $A.nl("hulpdoel") $A.en("help goal");
}

enum GoalOwner $A.nl("Eigenaar van het doel") $A.en("goal owner") {
  unset @0;
  familyMember @1 $A.nl("gezinslid") $A.en("family member");
  family @2 $A.nl("gezin") $A.en("family");
  professional @3 $A.nl("professional") $A.en("professional");
  organisation @4 $A.nl("organisatie") $A.en("organisation");
  jointOwner @5 $A.nl("gezamenlijk") $A.en("joint");
}

enum SmartCheck $A.nl("SMART en MAGIE") $A.en("smart check") {
  unset @0;
  specific @1 $A.nl("specifiek") $A.en("specific");
  measurable @2 $A.nl("meetbaar") $A.en("measurable");
  acceptable @3 $A.nl("aanvaardbaar") $A.en("acceptable");
  realistic @4 $A.nl("realistisch") $A.en("realistic");
  timeBound @5 $A.nl("tijdgebonden") $A.en("time bound");
  communicated @6 $A.nl("gecommuniceerd") $A.en("communicated");
  inspiring @7 $A.nl("inspirerend") $A.en("inspiring");
  engaging @8 $A.nl("engagerend") $A.en("engaging");
}

enum GoalStatus $A.nl("Stand van het doel") $A.en("goal status") {
  unset @0;
  open @1 $A.nl("open") $A.en("open");
  active @2 $A.nl("in uitvoering") $A.en("active");
  reached @3 $A.nl("behaald") $A.en("reached");
  partlyReached @4 $A.nl("deels behaald") $A.en("partly reached");
  notReached @5 $A.nl("niet behaald") $A.en("not reached");
  paused @6 $A.nl("gepauzeerd") $A.en("paused");
  dropped @7 $A.nl("vervallen") $A.en("dropped");
  replaced @8 $A.nl("vervangen") $A.en("replaced");
}

enum ScoreMethod $A.nl("Scoremethode") $A.en("score method") {
  unset @0;
  gas @1 $A.nl("GAS -2 tot +2") $A.en("GAS -2 to +2");
  scale @2 $A.nl("schaalvraag 0 tot 10") $A.en("scale question 0 to 10");
}

enum TaskKind $A.nl("Soort taak") $A.en("task kind") {
  unset @0;
  action @1 $A.nl("actie") $A.en("action");
  referral @2 $A.nl("verwijzing") $A.en("referral");
  steering @3 $A.nl("aansturing van partner") $A.en("steering a partner");
  enforcement @4 $A.nl("handhaving") $A.en("enforcement");
  aftercare @5 $A.nl("nazorg") $A.en("aftercare");
  inquiry @6 $A.nl("uitzoekwerk") $A.en("inquiry");
  informal @7 $A.nl("hulp uit netwerk") $A.en("informal help");
}

enum TaskSide $A.nl("Intern of extern") $A.en("task side") {
  unset @0;
  internal @1 $A.nl("intern") $A.en("internal");
  external @2 $A.nl("extern") $A.en("external");
  familySide @3 $A.nl("gezin of netwerk") $A.en("family or network");
}

enum TaskStatus $A.nl("Stand van de taak") $A.en("task status") {
  unset @0;
  started @1 $A.nl("gestart") $A.en("started");
  waiting @2 $A.nl("wacht") $A.en("waiting");
  moved @3 $A.nl("termijn verschoven") $A.en("term moved");
  done @4 $A.nl("gedaan") $A.en("done");
  partlyDone @5 $A.nl("deels gedaan") $A.en("partly done");
  notDone @6 $A.nl("niet gedaan") $A.en("not done");
  arrived @7 $A.nl("cliënt aangekomen (verwijzing)") $A.en("client arrived (referral)");
  refusedByClient @8 $A.nl("geweigerd door cliënt") $A.en("refused by client");
  refusedByProvider @9 $A.nl("geweigerd door aanbieder") $A.en("refused by provider");
  withdrawn @10 $A.nl("ingetrokken") $A.en("withdrawn");
}

enum StagnationCause $A.nl("Oorzaak van stagnatie") $A.en("stagnation cause") {
  unset @0;
  agreementsBroken @1 $A.nl("afspraken niet nagekomen") $A.en("agreements broken");
  waitingList @2 $A.nl("wachtlijst") $A.en("waiting list");
  circumstances @3 $A.nl("omstandigheden gewijzigd") $A.en("changed circumstances");
  newCrisis @4 $A.nl("nieuwe crisis") $A.en("new crisis");
  memberRefuses @5 $A.nl("gezinslid weigert") $A.en("member refuses");
  memberCannot @6 $A.nl("gezinslid kan niet") $A.en("member cannot");
  cooperation @7 $A.nl("samenwerking professionals") $A.en("cooperation of professionals");
  noFittingOffer @8 $A.nl("geen passend aanbod") $A.en("no fitting offer");
  lawLimits @9 $A.nl("beperkende wet") $A.en("limiting law");
  clashingViews @10 $A.nl("botsende visies") $A.en("clashing views");
  clashingInterests @11 $A.nl("botsende belangen") $A.en("clashing interests");
  privacyRules @12 $A.nl("privacyregels") $A.en("privacy rules");
  noMandate @13 $A.nl("geen mandaat") $A.en("no mandate");
  caseDynamics @14 $A.nl("dynamiek of verhuizing") $A.en("case dynamics or moving");
  mismatchCultural @15 $A.nl("mismatch in cultuur") $A.en("cultural mismatch");
  mismatchConcept @16 $A.nl("mismatch in begrip") $A.en("conceptual mismatch");
  mismatchFacility @17 $A.nl("mismatch in voorziening") $A.en("facility mismatch");
  mismatchMethod @18 $A.nl("mismatch in methode") $A.en("method mismatch");
  mismatchCoordination @19 $A.nl("mismatch in afstemming") $A.en("coordination mismatch");
  other @20 $A.nl("anders") $A.en("other");
}

enum InterventionType $A.nl("Interventie") $A.en("intervention type") {
  unset @0;
  iog @1 $A.nl("Intensieve Orthopedagogische Gezinsbehandeling (IOG)") $A.en("IOG");
  iogErgerVoorkomen @2 $A.nl("IOG Erger Voorkomen") $A.en("IOG Erger Voorkomen");
  jeugdhulpThuis @3 $A.nl("Jeugdhulp Thuis") $A.en("Jeugdhulp Thuis");
  reset @4 $A.nl("ReSet") $A.en("ReSet");
  vig @5 $A.nl("VIG") $A.en("VIG");
  wig @6 $A.nl("WIG") $A.en("WIG");
  intensiveCasemanagement @7 $A.nl("intensief casemanagement") $A.en("intensive casemanagement");
  familySupport @8 $A.nl("intensieve gezinsondersteuning") $A.en("intensive family support");
  debtHelp @9 $A.nl("schuldhulp") $A.en("debt help");
  addictionTreatment @10 $A.nl("verslavingsbehandeling") $A.en("addiction treatment");
  mentalTreatment @11 $A.nl("GGZ-behandeling") $A.en("mental treatment");
  housingGuidance @12 $A.nl("woonbegeleiding") $A.en("housing guidance");
  other @13 $A.nl("andere interventie") $A.en("other intervention");
}

enum HelpBasis $A.nl("Basis van de hulp") $A.en("help basis") {
  unset @0;
  consent @1 $A.nl("toestemming") $A.en("consent");
  protectionMeasure @2 $A.nl("kinderbeschermingsmaatregel") $A.en("protection measure");
  probation @3 $A.nl("jeugdreclassering") $A.en("youth probation");
  closedCare @4 $A.nl("gesloten jeugdhulp") $A.en("closed youth care");
  adultVoluntary @5 $A.nl("volwassene, vrijwillig") $A.en("adult voluntary");
  emergency @6 $A.nl("spoed") $A.en("emergency");
  notEstablished @7 $A.nl("niet vastgesteld") $A.en("not established");
}

enum InterventionEnd $A.nl("Einde interventie") $A.en("intervention end") {
  unset @0;
  asPlanned @1 $A.nl("volgens plan") $A.en("as planned");
  stoppedFamily @2 $A.nl("gestopt door gezin (uitval)") $A.en("stopped by family");
  stoppedProvider @3 $A.nl("gestopt door aanbieder") $A.en("stopped by provider");
  replaced @4 $A.nl("vervangen") $A.en("replaced");
  maxReached @5 $A.nl("maximum bereikt") $A.en("maximum reached");
}

enum FormalDecisionType $A.nl("Soort besluit") $A.en("formal decision type") {
  unset @0;
  youthProvision @1 $A.nl("beschikking jeugdhulp") $A.en("youth care decision");
  wmoProvision @2 $A.nl("beschikking Wmo") $A.en("social support decision");
  benefit @3 $A.nl("uitkering") $A.en("benefit");
  debtArrangement @4 $A.nl("schuldregeling") $A.en("debt arrangement");
  housingAllocation @5 $A.nl("woning of huurafspraak") $A.en("housing or tenancy arrangement");
  schoolPlacement @6 $A.nl("onderwijsplek") $A.en("school place");
  fundsExtra @7 $A.nl("bijzondere bijstand of maatwerk") $A.en("special funds");
  other @8 $A.nl("anders") $A.en("other");
}

enum FormalResult $A.nl("Uitkomst besluit") $A.en("formal result") {
  unset @0;
  granted @1 $A.nl("toegekend") $A.en("granted");
  partly @2 $A.nl("deels toegekend") $A.en("partly granted");
  refused @3 $A.nl("afgewezen") $A.en("refused");
  followsAdvice @4 $A.nl("volgt advies") $A.en("follows advice");
  deviatesFromAdvice @5 $A.nl("wijkt af van advies") $A.en("deviates from advice");
}

enum CoercionGround $A.nl("Grond voor drang of dwang") $A.en("coercion ground") {
  unset @0;
  childSafety @1 $A.nl("veiligheid van het kind") $A.en("child safety");
  othersSafety @2 $A.nl("veiligheid van anderen") $A.en("safety of others");
  selfDanger @3 $A.nl("gevaar voor zichzelf") $A.en("danger to self");
  developmentThreat @4 $A.nl("ernstig bedreigde ontwikkeling") $A.en("development seriously threatened");
  nuisance @5 $A.nl("overlast") $A.en("nuisance");
  incapacity @6 $A.nl("(tijdelijk) onvermogen") $A.en("(temporary) incapacity");
  lawBroken @7 $A.nl("wet of regel overtreden") $A.en("law or rule broken");
  helpRefused @8 $A.nl("vrijwillige hulp is niet toereikend") $A.en("voluntary help insufficient");
  deviatingLifestyle @9 $A.nl("afwijkende leefstijl") $A.en("deviating lifestyle");
}

enum DrangKind $A.nl("Soort drang") $A.en("drang kind") {
  unset @0;
  expertiseZonderMaatregel @1 $A.nl("inzet jeugdbescherming zonder maatregel") $A.en("youth protection expertise without a measure");
  keuzeMetGevolg @2 $A.nl("keuze met gevolg") $A.en("choice with consequence");
  bemoeizorg @3 $A.nl("bemoeizorg (ongevraagd aanbod)") $A.en("outreach (unasked offer)");
  voorwaardelijkKader @4 $A.nl("voorwaardelijk kader van partners") $A.en("conditional frame of partners");
  voorwaardelijkWonen @5 $A.nl("voorwaardelijke woonbegeleiding") $A.en("conditional housing guidance");
}

enum DrangReward $A.nl("Beloning bij drang") $A.en("drang reward") {
  unset @0;
  measureSuspended @1 $A.nl("maatregel opgeschort") $A.en("measure suspended");
  measureLifted @2 $A.nl("maatregel beëindigd") $A.en("measure lifted");
  tenancyKept @3 $A.nl("woning behouden") $A.en("tenancy kept");
  debtArrangement @4 $A.nl("betalingsregeling") $A.en("payment arrangement");
  moreFreedom @5 $A.nl("meer eigen regie") $A.en("more own direction");
  supportGiven @6 $A.nl("extra hulp") $A.en("extra support");
  none @7 $A.nl("geen") $A.en("none");
}

enum DrangConsequence $A.nl("Gevolg bij drang") $A.en("drang consequence") {
  unset @0;
  vtReport @1 $A.nl("melding Veilig Thuis") $A.en("Veilig Thuis report");
  boardInquiry @2 $A.nl("verzoek tot onderzoek bij de Raad") $A.en("board inquiry requested");
  measureRequested @3 $A.nl("maatregel gevraagd") $A.en("measure requested");
  benefitSuspended @4 $A.nl("uitkering opgeschort") $A.en("benefit suspended");
  evictionContinues @5 $A.nl("ontruiming gaat door") $A.en("eviction proceeds");
  tenancyConditions @6 $A.nl("huurvoorwaarden aangescherpt") $A.en("tenancy conditions tightened");
  truancyReport @7 $A.nl("proces-verbaal verzuim") $A.en("truancy report");
  penaltyExecuted @8 $A.nl("straf of boete uitgevoerd") $A.en("penalty executed");
  supportStops @9 $A.nl("vrijwillige hulp stopt") $A.en("voluntary support stops");
  none @10 $A.nl("geen gevolg genoemd") $A.en("no consequence named");
}

enum DrangResponse $A.nl("Antwoord op drang") $A.en("drang response") {
  unset @0;
  accepted @1 $A.nl("aanvaard") $A.en("accepted");
  partly @2 $A.nl("deels aanvaard") $A.en("partly accepted");
  refused @3 $A.nl("geweigerd") $A.en("refused");
  noAnswer @4 $A.nl("geen antwoord") $A.en("no answer");
}

enum DrangFollowUp $A.nl("Vervolg op drang") $A.en("drang follow up") {
  unset @0;
  warning @1 $A.nl("officiële waarschuwing") $A.en("official warning");
  consequenceApplied @2 $A.nl("gevolg uitgevoerd") $A.en("consequence applied");
  rewardGiven @3 $A.nl("beloning gegeven") $A.en("reward given");
  extended @4 $A.nl("verlengd") $A.en("extended");
  toVrijwillig @5 $A.nl("overgegaan in vrijwillig") $A.en("moved to voluntary");
  toDwang @6 $A.nl("overgegaan in dwang") $A.en("moved to dwang");
  ended @7 $A.nl("beëindigd") $A.en("ended");
}

enum DwangMeasure $A.nl("Dwangmaatregel") $A.en("dwang measure") {
  unset @0;
  ots @1 $A.nl("ondertoezichtstelling (OTS)") $A.en("supervision order");
  voorlopigeOts @2 $A.nl("voorlopige OTS") $A.en("provisional supervision order");
  uithuisplaatsing @3 $A.nl("machtiging uithuisplaatsing") $A.en("out-of-home placement authorisation");
  spoedUithuisplaatsing @4 $A.nl("spoedmachtiging uithuisplaatsing") $A.en("emergency placement");
  gezagsbeeindiging @5 $A.nl("gezagsbeëindiging") $A.en("termination of gezag");
  schorsingGezag @6 $A.nl("schorsing gezag of voorlopige voogdij") $A.en("suspension of gezag");
  schriftelijkeAanwijzing @7 $A.nl("schriftelijke aanwijzing") $A.en("written instruction");
  geslotenJeugdhulp @8 $A.nl("machtiging gesloten jeugdhulp") $A.en("closed youth care authorisation");
  vrijheidsbeperking @9 $A.nl("vrijheidsbeperkende maatregel") $A.en("restrictive measure");
  jeugdreclassering @10 $A.nl("jeugdreclassering") $A.en("youth probation");
  huisverbod @11 $A.nl("tijdelijk huisverbod") $A.en("temporary restraining order");
  gedragsaanwijzing @12 $A.nl("gedragsaanwijzing woonoverlast") $A.en("behavioural order");
  sluitingWoning @13 $A.nl("sluiting woning") $A.en("closure of dwelling");
  ontruiming @14 $A.nl("ontruiming") $A.en("eviction");
  verlagingUitkering @15 $A.nl("verlaging of opschorting uitkering") $A.en("benefit cut or suspension");
  leerplichtVervolging @16 $A.nl("leerplichtvervolging of Halt") $A.en("truancy prosecution");
  crisismaatregel @17 $A.nl("crisismaatregel (Wvggz)") $A.en("crisis measure");
  zorgmachtiging @18 $A.nl("zorgmachtiging (Wvggz)") $A.en("care authorisation");
  wzdOpname @19 $A.nl("opname of IBS (Wzd)") $A.en("admission (Wzd)");
  bewindCuratele @20 $A.nl("bewind, mentorschap of curatele") $A.en("administration or curatorship");
  lastOnderDwangsom @21 $A.nl("last onder dwangsom") $A.en("order under penalty");
  strafVoorwaarde @22 $A.nl("bijzondere voorwaarde of reclassering") $A.en("criminal condition");
  aanhouding @23 $A.nl("aanhouding") $A.en("arrest");
  otsOud @24 $A.nl("OTS oud recht (tot 2015)") $A.en("OTS old law");
  uithuisplaatsingOud @25 $A.nl("uithuisplaatsing oud recht (tot 2015)") $A.en("placement old law");
  ontheffingOntzetting @26 $A.nl("ontheffing of ontzetting (tot 2015)") $A.en("old-law removal of gezag");
}

enum OrderAuthority $A.nl("Wie legt op") $A.en("order authority") {
  unset @0;
  kinderrechter @1 $A.nl("kinderrechter") $A.en("juvenile court");
  rechtbank @2 $A.nl("rechtbank") $A.en("district court");
  kantonrechter @3 $A.nl("kantonrechter") $A.en("cantonal court");
  strafrechter @4 $A.nl("strafrechter") $A.en("criminal court");
  burgemeester @5 $A.nl("burgemeester") $A.en("mayor");
  college @6 $A.nl("college van B en W") $A.en("municipal executive");
  gi @7 $A.nl("gecertificeerde instelling") $A.en("certified institution");
  behandelverantwoordelijke @8 $A.nl("behandelverantwoordelijke") $A.en("responsible clinician");
  officier @9 $A.nl("officier van justitie") $A.en("public prosecutor");
  politie @10 $A.nl("politie") $A.en("police");
  leerplicht @11 $A.nl("leerplichtambtenaar") $A.en("attendance officer");
}

enum DwangOutcome $A.nl("Beslissing") $A.en("dwang outcome") {
  unset @0;
  granted @1 $A.nl("opgelegd") $A.en("granted");
  partly @2 $A.nl("deels opgelegd") $A.en("partly granted");
  rejected @3 $A.nl("afgewezen") $A.en("rejected");
  extended @4 $A.nl("verlengd") $A.en("extended");
  changed @5 $A.nl("gewijzigd") $A.en("changed");
  suspended @6 $A.nl("opgeschort") $A.en("suspended");
  resumed @7 $A.nl("hervat") $A.en("resumed");
}

enum DwangAct $A.nl("Uitvoeringshandeling") $A.en("dwang act") {
  unset @0;
  supervisionStarted @1 $A.nl("toezicht gestart") $A.en("supervision started");
  placed @2 $A.nl("geplaatst") $A.en("placed");
  returned @3 $A.nl("teruggeplaatst") $A.en("returned home");
  instructionServed @4 $A.nl("aanwijzing uitgereikt") $A.en("instruction served");
  contactArranged @5 $A.nl("omgang geregeld") $A.en("contact arranged");
  restrictionApplied @6 $A.nl("beperking toegepast") $A.en("restriction applied");
  orderEnforced @7 $A.nl("bevel gehandhaafd") $A.en("order enforced");
  evicted @8 $A.nl("ontruimd") $A.en("evicted");
  paymentStopped @9 $A.nl("betaling gestopt") $A.en("payment stopped");
  admitted @10 $A.nl("opgenomen") $A.en("admitted");
  otherAct @11 $A.nl("andere handeling") $A.en("other act");
}

enum DwangEndReason $A.nl("Einde maatregel") $A.en("dwang end reason") {
  unset @0;
  expired @1 $A.nl("termijn verstreken") $A.en("expired");
  lifted @2 $A.nl("opgeheven") $A.en("lifted");
  turned18 @3 $A.nl("meerderjarig geworden") $A.en("came of age");
  replaced @4 $A.nl("vervangen") $A.en("replaced");
  quashed @5 $A.nl("vernietigd in beroep") $A.en("quashed");
  complied @6 $A.nl("nageleefd") $A.en("complied with");
}

enum AcuteSignal $A.nl("Acuut signaal") $A.en("acute signal") {
  unset @0;
  violence @1 $A.nl("geweld gaande") $A.en("violence ongoing");
  injury @2 $A.nl("letsel") $A.en("injury");
  threat @3 $A.nl("ernstige bedreiging") $A.en("serious threat");
  childAlone @4 $A.nl("kind zonder toezicht") $A.en("child unattended");
  psychosis @5 $A.nl("verwardheid of psychose") $A.en("psychosis");
  intoxicated @6 $A.nl("verzorger onder invloed") $A.en("carer intoxicated");
  disclosure @7 $A.nl("kind vertelt acuut gevaar") $A.en("child discloses danger");
  abduction @8 $A.nl("dreigende ontvoering") $A.en("threat of abduction");
}

enum UnilateralAct $A.nl("Eenzijdige handeling") $A.en("unilateral act") {
  unset @0;
  childToSafety @1 $A.nl("kind in veiligheid gebracht") $A.en("child brought to safety");
  urgentReport @2 $A.nl("spoedmelding") $A.en("urgent report");
  policeEntry @3 $A.nl("politie ingeschakeld") $A.en("police called in");
  parentRemoved @4 $A.nl("volwassene uit huis") $A.en("adult removed");
  medicalHelp @5 $A.nl("medische hulp") $A.en("medical help");
  otherAct @6 $A.nl("andere handeling") $A.en("other act");
}

enum EvaluationKind $A.nl("Soort evaluatie") $A.en("evaluation kind") {
  unset @0;
  periodic @1 $A.nl("periodiek") $A.en("periodic");
  ijking @2 $A.nl("ijking (stap 20)") $A.en("calibration (step 20)");
  safetyPlanEval @3 $A.nl("veiligheidsplan") $A.en("safety plan");
  interventionEval @4 $A.nl("interventie") $A.en("intervention");
  finalEval @5 $A.nl("eindevaluatie") $A.en("final");
  afterIncident @6 $A.nl("na incident") $A.en("after incident");
}

enum EvaluationNext $A.nl("Vervolg na evaluatie") $A.en("evaluation next") {
  unset @0;
  continue @1 $A.nl("doorgaan") $A.en("continue");
  adjustPlan @2 $A.nl("plan bijstellen") $A.en("adjust plan");
  changeApproach @3 $A.nl("andere aanpak") $A.en("change approach");
  otherHelp @4 $A.nl("andere hulp") $A.en("other help");
  scaleUp @5 $A.nl("opschalen") $A.en("scale up");
  scaleDown @6 $A.nl("afschalen") $A.en("scale down");
  closeCase @7 $A.nl("afsluiten") $A.en("close");
  keepWithMotive @8 $A.nl("ongewijzigd, met motief") $A.en("unchanged, with motive");
}

enum EscalationLevel $A.nl("Opschalingstrede") $A.en("escalation level") {
  unset @0;
  reminder @1 $A.nl("aansporing") $A.en("reminder");
  ownManager @2 $A.nl("eigen leidinggevende") $A.en("own manager");
  theirManager @3 $A.nl("leidinggevende van de ander") $A.en("their manager");
  regisseurChair @4 $A.nl("voorzitter en (proces)regisseur") $A.en("chair and director");
  directors @5 $A.nl("directies") $A.en("directors");
  administrators @6 $A.nl("wethouder of bestuur") $A.en("alderman or board");
}

enum DeviationKind $A.nl("Waarvan afgeweken") $A.en("deviation kind") {
  unset @0;
  guideline @1 $A.nl("richtlijn") $A.en("guideline");
  protocol @2 $A.nl("protocol") $A.en("protocol");
  law @3 $A.nl("wet") $A.en("law");
  agreement @4 $A.nl("convenant of afspraak") $A.en("agreement");
  planDeviation @5 $A.nl("plan") $A.en("plan");
  roleDeviation @6 $A.nl("rol of mandaat") $A.en("role or mandate");
  term @7 $A.nl("termijn") $A.en("term");
}

enum WhiteSpotKind $A.nl("Soort witte vlek") $A.en("white spot kind") {
  unset @0;
  missingOffer @1 $A.nl("ontbrekend aanbod (lacune)") $A.en("missing offer");
  missingStep @2 $A.nl("ontbrekende stap in proces") $A.en("missing step");
  missingMandate @3 $A.nl("ontbrekend mandaat") $A.en("missing mandate");
  clashingRules @4 $A.nl("botsende regels") $A.en("clashing rules");
  criteriaGap @5 $A.nl("buiten alle criteria") $A.en("outside all criteria");
  funding @6 $A.nl("financiering") $A.en("funding");
  knowledgeGap @7 $A.nl("kennis") $A.en("knowledge");
  other @8 $A.nl("anders") $A.en("other");
}

enum FindingDisposition $A.nl("Afdoening bevinding") $A.en("finding disposition") {
  unset @0;
  resolved @1 $A.nl("hersteld") $A.en("resolved");
  justified @2 $A.nl("gemotiveerd") $A.en("justified");
  notApplicable @3 $A.nl("niet van toepassing") $A.en("not applicable");
  accepted @4 $A.nl("aanvaard risico") $A.en("accepted risk");
  escalated @5 $A.nl("opgeschaald") $A.en("escalated");
  breach @6 $A.nl("behandeld als datalek") $A.en("treated as breach");
}

enum ClosingOutcome $A.nl("Uitkomst afsluiting") $A.en("closing outcome") {
  unset @0;
  ended @1 $A.nl("beëindiging, alle doelen behaald") $A.en("ended, all goals reached");
  repressionOnly @2 $A.nl("alleen handhaving, drang en dwang") $A.en("enforcement, drang and dwang only");
  scaledDown @3 $A.nl("afschaling naar lokale zorg") $A.en("scaled down to local care");
  familyStopped @4 $A.nl("gezin stopt (uitval)") $A.en("family stops");
  movedAway @5 $A.nl("vertrokken naar elders") $A.en("moved away");
  transferred @6 $A.nl("overgedragen aan andere regie") $A.en("transferred");
  died @7 $A.nl("overlijden") $A.en("death");
}

enum AftercareKind $A.nl("Nazorg") $A.en("aftercare kind") {
  unset @0;
  noneOwnStrength @1 $A.nl("geen, eigen kracht") $A.en("none own strength");
  localStructure @2 $A.nl("lokale zorgstructuur") $A.en("local care structure");
  sameProfessional @3 $A.nl("zelfde professional (refresh)") $A.en("same professional");
  network @4 $A.nl("netwerk") $A.en("network");
  specialistCare @5 $A.nl("specialistische zorg") $A.en("specialist");
}

enum CaseStatus $A.nl("Stand van de zaak") $A.en("case status") {
  unset @0;
  paused @1 $A.nl("gepauzeerd") $A.en("paused");
  resumed @2 $A.nl("hervat") $A.en("resumed");
  closed @3 $A.nl("gesloten") $A.en("closed");
  reopened @4 $A.nl("heropend") $A.en("reopened");
}

enum StatusReason $A.nl("Reden standwijziging") $A.en("status reason") {
  unset @0;
  closingDecision @1 $A.nl("afsluitend besluit") $A.en("closing decision");
  familyPause @2 $A.nl("pauze op verzoek gezin") $A.en("pause at family's request");
  motivationChanged @3 $A.nl("motivatie veranderd") $A.en("motivation changed");
  relapse @4 $A.nl("terugval") $A.en("relapse");
  newSignal @5 $A.nl("nieuw signaal") $A.en("new signal");
  crisis @6 $A.nl("crisis") $A.en("crisis");
  administrative @7 $A.nl("administratief") $A.en("administrative");
}

enum AftercareFinding $A.nl("Bevinding nazorg") $A.en("aftercare finding") {
  unset @0;
  stable @1 $A.nl("stabiel") $A.en("stable");
  lightSignals @2 $A.nl("lichte signalen") $A.en("light signals");
  relapse @3 $A.nl("terugval") $A.en("relapse");
  noContact @4 $A.nl("geen contact") $A.en("no contact");
}

enum RightsRequest $A.nl("Verzoek van betrokkene") $A.en("rights request") {
  unset @0;
  inspection @1 $A.nl("inzage") $A.en("inspection");
  copy @2 $A.nl("afschrift") $A.en("copy");
  accessLog @3 $A.nl("wie heeft ingezien") $A.en("who has viewed");
  recipients @4 $A.nl("aan wie is verstrekt") $A.en("recipients");
  correction @5 $A.nl("correctie") $A.en("correction");
  restriction @6 $A.nl("beperking") $A.en("restriction");
  erasure @7 $A.nl("vernietiging") $A.en("erasure");
  objection @8 $A.nl("bezwaar") $A.en("objection");
  portability @9 $A.nl("overdraagbaarheid") $A.en("portability");
}

enum RightsLaw $A.nl("Wet van het verzoek") $A.en("rights law") {
  unset @0;
  avg @1 $A.nl("AVG") $A.en("GDPR");
  jeugdwet @2 $A.nl("Jeugdwet") $A.en("Youth Act");
  wmo @3 $A.nl("Wmo 2015") $A.en("Social Support Act");
  wpgPolitie @4 $A.nl("Wet politiegegevens") $A.en("Police Data Act");
  other @5 $A.nl("anders") $A.en("other");
}

enum RequestDecision $A.nl("Beslissing op verzoek") $A.en("request decision") {
  unset @0;
  granted @1 $A.nl("toegewezen") $A.en("granted");
  partly @2 $A.nl("deels toegewezen") $A.en("partly granted");
  refused @3 $A.nl("afgewezen") $A.en("refused");
  extended @4 $A.nl("termijn verlengd") $A.en("term extended");
  notHandled @5 $A.nl("niet in behandeling") $A.en("not handled");
  withdrawn @6 $A.nl("ingetrokken") $A.en("withdrawn");
}

enum RefusalGround $A.nl("Weigeringsgrond") $A.en("refusal ground") {
  unset @0;
  othersPrivacy @1 $A.nl("privacy van een ander") $A.en("another's privacy");
  seriousHarm @2 $A.nl("ernstig nadeel") $A.en("serious harm");
  vtTask @3 $A.nl("taak Veilig Thuis") $A.en("Veilig Thuis task");
  under12 @4 $A.nl("jonger dan 12 of niet in staat") $A.en("under 12 or incapable");
  retentionDuty @5 $A.nl("wettelijke bewaarplicht") $A.en("legal retention duty");
  legalClaim @6 $A.nl("rechtsvordering, klacht of tuchtzaak") $A.en("legal claim");
  othersInterest @7 $A.nl("aanmerkelijk belang van een ander") $A.en("another's substantial interest");
  uavg41 @8 $A.nl("beperking UAVG 41") $A.en("UAVG 41 restriction");
  notAboutRequester @9 $A.nl("gaat niet over verzoeker") $A.en("not about requester");
  excessive @10 $A.nl("buitensporig") $A.en("excessive");
  identityUnknown @11 $A.nl("identiteit niet vastgesteld") $A.en("identity not verified");
}

enum RedactionGround $A.nl("Grond van weglaten") $A.en("redaction ground") {
  unset @0;
  thirdParty @1 $A.nl("gaat over een ander") $A.en("about another person");
  sourceProtection @2 $A.nl("bescherming van de melder") $A.en("source protection");
  seriousHarm @3 $A.nl("ernstig nadeel") $A.en("serious harm");
  postponedInforming @4 $A.nl("informeren uitgesteld") $A.en("informing postponed");
  staffIdentity @5 $A.nl("identiteit medewerker") $A.en("staff identity");
  investigation @6 $A.nl("onderzoek") $A.en("investigation");
  restriction @7 $A.nl("beperkt (AVG 18)") $A.en("restricted");
  notInPurpose @8 $A.nl("niet nodig voor het doel") $A.en("not needed for the purpose");
}

enum InspectionForm $A.nl("Vorm van inzage") $A.en("inspection form") {
  unset @0;
  onSite @1 $A.nl("ter plaatse") $A.en("on site");
  copyPaper @2 $A.nl("afschrift op papier") $A.en("paper copy");
  copyDigital @3 $A.nl("digitaal afschrift") $A.en("digital copy");
  ownKeyView @4 $A.nl("met eigen sleutel") $A.en("with own key");
}

enum CorrectionKind $A.nl("Soort correctie") $A.en("correction kind") {
  unset @0;
  factWrong @1 $A.nl("feit onjuist") $A.en("fact wrong");
  incomplete @2 $A.nl("onvolledig") $A.en("incomplete");
  wrongPerson @3 $A.nl("verkeerde persoon") $A.en("wrong person");
  wrongTime @4 $A.nl("verkeerd tijdstip") $A.en("wrong time");
  wording @5 $A.nl("verwoording") $A.en("wording");
  wordsRemoved @6 $A.nl("woorden weggehaald") $A.en("words removed");
}

enum OriginalFate $A.nl("Wat met het origineel") $A.en("original fate") {
  unset @0;
  kept @1 $A.nl("blijft zichtbaar, doorgestreept") $A.en("kept, struck through");
  closed @2 $A.nl("alleen leesbaar met doel") $A.en("readable with purpose only");
  keyDestroyed @3 $A.nl("verwijderd, alleen via 1208 en 1209") $A.en("removed, only through 1208 and 1209");
}

enum ErasureScope $A.nl("Omvang vernietiging") $A.en("erasure scope") {
  unset @0;
  wholeSubject @1 $A.nl("alles over één persoon") $A.en("everything about one person");
  listedParts @2 $A.nl("genoemde delen") $A.en("listed parts");
  caseParts @3 $A.nl("alle delen van de zaak") $A.en("all parts of the case");
  purge @4 $A.nl("delen en koppen (bewaartermijn)") $A.en("parts and headers (retention)");
}

enum ErasureGround $A.nl("Grond vernietiging") $A.en("erasure ground") {
  unset @0;
  jeugdwetRequest @1 $A.nl("verzoek Jeugdwet 7.3.9") $A.en("Youth Act request");
  wmoRequest @2 $A.nl("verzoek Wmo 5.3.5") $A.en("Wmo request");
  avgRequest @3 $A.nl("verzoek AVG 17") $A.en("GDPR 17 request");
  retentionEnded @4 $A.nl("bewaartermijn verstreken") $A.en("retention ended");
  unlawful @5 $A.nl("onrechtmatig verwerkt") $A.en("unlawful processing");
  wrongPerson @6 $A.nl("verkeerde persoon") $A.en("wrong person");
  consentWithdrawn @7 $A.nl("toestemming ingetrokken") $A.en("consent withdrawn");
  courtOrder @8 $A.nl("rechterlijk bevel") $A.en("court order");
}

enum BlockKind $A.nl("Soort blokkade") $A.en("block kind") {
  unset @0;
  restriction @1 $A.nl("beperking van verwerking") $A.en("restriction of processing");
  objectionPending @2 $A.nl("bezwaar in behandeling") $A.en("objection pending");
  correctionPending @3 $A.nl("juistheid betwist") $A.en("accuracy contested");
  tuchtrechtHold @4 $A.nl("bewaarblokkade tuchtzaak") $A.en("disciplinary hold");
  complaintHold @5 $A.nl("bewaarblokkade klacht") $A.en("complaint hold");
  courtHold @6 $A.nl("bewaarblokkade rechtszaak") $A.en("court hold");
  archiveHold @7 $A.nl("bewaarblokkade archief") $A.en("archive hold");
}

enum ComplaintForum $A.nl("Instantie") $A.en("complaint forum") {
  unset @0;
  organisation @1 $A.nl("klachtencommissie organisatie") $A.en("complaints committee");
  municipality @2 $A.nl("klacht bij gemeente (Awb 9)") $A.en("municipal complaint");
  skj @3 $A.nl("SKJ (tuchtrecht)") $A.en("SKJ (disciplinary)");
  bigBoard @4 $A.nl("tuchtcollege gezondheidszorg") $A.en("health disciplinary board");
  ap @5 $A.nl("Autoriteit Persoonsgegevens") $A.en("data protection authority");
  ombudsman @6 $A.nl("ombudsman") $A.en("ombudsman");
  court @7 $A.nl("rechter") $A.en("court");
}

enum ComplaintStage $A.nl("Stadium") $A.en("complaint stage") {
  unset @0;
  received @1 $A.nl("ontvangen") $A.en("received");
  mediation @2 $A.nl("bemiddeling") $A.en("mediation");
  defence @3 $A.nl("verweer") $A.en("defence");
  hearing @4 $A.nl("zitting") $A.en("hearing");
  decided @5 $A.nl("uitspraak") $A.en("decided");
  appeal @6 $A.nl("beroep") $A.en("appeal");
  withdrawn @7 $A.nl("ingetrokken") $A.en("withdrawn");
  final @8 $A.nl("onherroepelijk") $A.en("final");
}

enum ComplaintResult $A.nl("Uitkomst klacht") $A.en("complaint result") {
  unset @0;
  none @1 $A.nl("nog geen") $A.en("none yet");
  unfounded @2 $A.nl("ongegrond") $A.en("unfounded");
  partlyFounded @3 $A.nl("deels gegrond") $A.en("partly founded");
  founded @4 $A.nl("gegrond") $A.en("founded");
  inadmissible @5 $A.nl("niet-ontvankelijk") $A.en("inadmissible");
}

enum TuchtMeasure $A.nl("Tuchtmaatregel") $A.en("tucht measure") {
  unset @0;
  none @1 $A.nl("geen") $A.en("none");
  waarschuwing @2 $A.nl("waarschuwing") $A.en("warning");
  berisping @3 $A.nl("berisping") $A.en("reprimand");
  voorwaardelijkeSchorsing @4 $A.nl("voorwaardelijke schorsing") $A.en("conditional suspension");
  schorsing @5 $A.nl("schorsing") $A.en("suspension");
  doorhaling @6 $A.nl("doorhaling") $A.en("strike-off");
}

enum AccessPurpose $A.nl("Doel van inzien") $A.en("access purpose") {
  unset @0;
  helpExecution @1 $A.nl("hulp uitvoeren") $A.en("executing help");
  coordination @2 $A.nl("coördinatie en regie") $A.en("coordination");
  meetingPrep @3 $A.nl("overleg voorbereiden") $A.en("preparing a meeting");
  ownRecords @4 $A.nl("eigen vastlegging nazien") $A.en("checking own records");
  supervision @5 $A.nl("werkbegeleiding") $A.en("supervision");
  privacyReview @6 $A.nl("privacytoets") $A.en("privacy review");
  rightsRequest @7 $A.nl("verzoek van betrokkene") $A.en("data subject request");
  complaint @8 $A.nl("klacht") $A.en("complaint");
  disciplinary @9 $A.nl("tuchtzaak") $A.en("disciplinary case");
  audit @10 $A.nl("audit") $A.en("audit");
  emergency @11 $A.nl("nood") $A.en("emergency");
  ownData @12 $A.nl("eigen gegevens") $A.en("own data");
  aftercare @13 $A.nl("nazorg") $A.en("aftercare");
  retention @14 $A.nl("bewaren en vernietigen") $A.en("retention");
  technical @15 $A.nl("technisch beheer") $A.en("technical");
}

enum BreakGlassReason $A.nl("Reden noodtoegang") $A.en("break glass reason") {
  unset @0;
  acuteDanger @1 $A.nl("acuut gevaar") $A.en("acute danger");
  responsibleAbsent @2 $A.nl("verantwoordelijke onbereikbaar") $A.en("responsible unreachable");
  crisisDuty @3 $A.nl("dienst crisisteam") $A.en("crisis duty");
  systemFault @4 $A.nl("systeemfout") $A.en("system fault");
  other @5 $A.nl("anders") $A.en("other");
}

enum ViewKind $A.nl("Overzicht") $A.en("view kind") {
  unset @0;
  timeline @1 $A.nl("tijdlijn") $A.en("timeline");
  process @2 $A.nl("proces") $A.en("process");
  plan @3 $A.nl("plan") $A.en("plan");
  kitchenTable @4 $A.nl("keukentafelplan") $A.en("kitchen-table plan");
  privacyLog @5 $A.nl("privacylogboek") $A.en("privacy log");
  consents @6 $A.nl("toestemmingen") $A.en("consents");
  recipients @7 $A.nl("ontvangers") $A.en("recipients");
  measures @8 $A.nl("drang en dwang") $A.en("drang and dwang");
  roles @9 $A.nl("betrokkenen en rollen") $A.en("involvement and roles");
  caseload @10 $A.nl("caseload") $A.en("caseload");
  worklist @11 $A.nl("werklijst") $A.en("worklist");
  deadlines @12 $A.nl("termijnen") $A.en("deadlines");
  accessLog @13 $A.nl("inzagelogboek") $A.en("access log");
  signals @14 $A.nl("signalen") $A.en("signals");
  stagnation @15 $A.nl("stagnatie") $A.en("stagnation");
  goals @16 $A.nl("doelrealisatie") $A.en("goal attainment");
  motivation @17 $A.nl("motivatie") $A.en("motivation");
  whiteSpots @18 $A.nl("witte vlekken") $A.en("white spots");
  deviations @19 $A.nl("afwijkingen") $A.en("deviations");
  outcomes @20 $A.nl("uitkomsten") $A.en("outcomes");
  reconstruct @21 $A.nl("reconstructie") $A.en("reconstruction");
  dossier @22 $A.nl("dossier van een professional") $A.en("dossier of one professional");
  inspection @23 $A.nl("inzage door betrokkene") $A.en("inspection by data subject");
  retention @24 $A.nl("bewaren en vernietigen") $A.en("retention and erasure");
  registry @25 $A.nl("register") $A.en("registry");
  eventDetail @26 $A.nl("één gebeurtenis") $A.en("one event");
}

enum ExportFormat $A.nl("Uitvoerformaat") $A.en("export format") {
  unset @0;
  json @1 $A.nl("JSON") $A.en("JSON");
  csv @2 $A.nl("CSV") $A.en("CSV");
  xlsx @3 $A.nl("XLSX") $A.en("XLSX");
  pdf @4 $A.nl("PDF") $A.en("PDF");
  svg @5 $A.nl("SVG") $A.en("SVG");
  html @6 $A.nl("HTML") $A.en("HTML");
  bundle @7 $A.nl("bewijsbundel") $A.en("evidence bundle");
  ldv @8 $A.nl("Logboek Dataverwerkingen") $A.en("LDV");
  xes @9 $A.nl("XES") $A.en("XES");
}

enum AudienceProfile $A.nl("Lezersprofiel") $A.en("audience profile") {
  unset @0;
  betrokkene @1 $A.nl("betrokkene") $A.en("data subject");
  gezin @2 $A.nl("gezin (keukentafel)") $A.en("family");
  privacyfunctionaris @3 $A.nl("privacyfunctionaris") $A.en("privacy officer");
  tuchtcollege @4 $A.nl("tuchtcollege") $A.en("disciplinary board");
  rechter @5 $A.nl("rechter") $A.en("court");
  ketenpartner @6 $A.nl("ketenpartner") $A.en("chain partner");
  toezicht @7 $A.nl("toezichthouder") $A.en("supervisor");
  techniek @8 $A.nl("technisch beheer") $A.en("technical");
}

enum AccessRefusal $A.nl("Reden van weigering") $A.en("access refusal") {
  unset @0;
  notInvolved @1 $A.nl("niet betrokken bij de zaak") $A.en("not involved");
  classClosed @2 $A.nl("soort deel niet toegestaan") $A.en("class not allowed");
  blocked @3 $A.nl("beperkt") $A.en("restricted");
  postponed @4 $A.nl("informeren uitgesteld") $A.en("informing postponed");
  keyInvalid @5 $A.nl("sleutel ongeldig") $A.en("key invalid");
  noPurpose @6 $A.nl("geen doel opgegeven") $A.en("no purpose given");
  erased @7 $A.nl("vernietigd") $A.en("erased");
}

enum BreachKind $A.nl("Soort datalek") $A.en("breach kind") {
  unset @0;
  wrongRecipient @1 $A.nl("verkeerde ontvanger") $A.en("wrong recipient");
  unauthorisedView @2 $A.nl("onbevoegd ingezien") $A.en("unauthorised view");
  unlawfulShare @3 $A.nl("onrechtmatig gedeeld") $A.en("unlawful share");
  lossOrTheft @4 $A.nl("verlies of diefstal") $A.en("loss or theft");
  keyLoss @5 $A.nl("sleutels verloren") $A.en("keys lost");
  publication @6 $A.nl("openbaar geworden") $A.en("made public");
  integrity @7 $A.nl("aantasting") $A.en("integrity");
}

enum BreachSeverity $A.nl("Ernst") $A.en("breach severity") {
  unset @0;
  low @1 $A.nl("laag risico") $A.en("low risk");
  risk @2 $A.nl("risico") $A.en("risk");
  high @3 $A.nl("hoog risico") $A.en("high risk");
}

enum ClockKind $A.nl("Soort klok") $A.en("clock kind") {
  unset @0;
  wall @1 $A.nl("echte tijd") $A.en("wall clock");
  simulated @2 $A.nl("nagespeelde tijd (voorbeeld)") $A.en("simulated (example ledgers only)");
}
