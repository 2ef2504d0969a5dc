// Of the ledger's folder, its log and vault, and what the operating system says of them.
#include <array>

#include "tools/inzicht/error_texts.h"

namespace inzicht::cli {
namespace {

constexpr auto table = std::to_array<ErrorText>({
    // What the operating system says.
    {"No such file or directory", "dit bestand of deze map is er niet"},
    {"Permission denied", "hiervoor hebt u geen rechten"},
    {"Operation not permitted", "dit mag hier niet"},
    {"Is a directory", "dit is een map"},
    {"Not a directory", "dit is geen map"},
    {"Directory not empty", "de map is niet leeg"},
    {"File exists", "dit bestaat al"},
    {"File name too long", "de naam is te lang"},
    {"File too large", "het bestand is te groot"},
    {"No space left on device", "de schijf is vol"},
    {"Disk quota exceeded", "uw ruimte op de schijf is op"},
    {"Read-only file system", "op deze schijf kan niet worden geschreven"},
    {"Input/output error", "de schijf kan dit niet lezen of schrijven"},
    {"Too many open files", "er zijn te veel bestanden tegelijk open"},
    {"Invalid argument", "hier kan dit niet"},
    {"Invalid cross-device link", "dit ligt op een andere schijf"},
    {"Broken pipe", "het andere programma is gestopt met lezen"},
    {"Cannot allocate memory", "er is te weinig geheugen"},
    {"Resource temporarily unavailable", "dit is bezet"},
    {"Text file busy", "dit bestand is in gebruik"},
    // Files.
    {"read: {} ({said})", "lezen: {} ({})"},
    {"write: {} ({said})", "schrijven: {} ({})"},
    {"read: expected at most {} bytes: {}", "lezen: het bestand mag hoogstens {} bytes groot zijn: {}"},
    {"expected a JSON object: {}", "hier hoort een JSON-object: {}"},
    // The folder and its keyring.
    {"open: no ledger here (expected {})", "hier is geen grootboek ({} ontbreekt); kies de map met --ledger"},
    {"inzicht.toml: clock: expected wall or simulated", "inzicht.toml: clock: hier hoort wall of simulated"},
    {"inzicht.toml: line {}: {}", "inzicht.toml: regel {}: {}"},
    {"inzicht.toml: origin: expected printable text without space or '+'",
     "inzicht.toml: origin: hier hoort een tekst zonder spatie of '+'"},
    {"name: expected a name for the ledger, found none", "naam: geef een naam voor het grootboek"},
    {"origin: expected {}, such as gemeente.example/ledger",
     "herkomst: geef een tekst zonder spatie of '+', die niet met inzicht/ begint, zoals "
     "gemeente.example/ledger"},
    {"init: expected an empty or new folder, found files: {}",
     "aanleggen: de map moet leeg of nieuw zijn, maar er liggen bestanden: {}"},
    {"init: {}: {said}", "aanleggen: {}: {}"},
    {"keyring: expected a keyring file, found other bytes", "sleutelbos: dit bestand is geen sleutelbos"},
    {"keyring: the passphrase is wrong, or the file is damaged",
     "sleutelbos: het wachtwoord klopt niet, of het bestand is beschadigd"},
    {"keyring: expected keys for log, receipt and service",
     "sleutelbos: een van de sleutels van het grootboek ontbreekt (log, receipt of service)"},
    {"keyring: expected an epoch key, found another entry",
     "sleutelbos: op de plaats van een hoofdsleutel van de kluis staat iets anders"},
    {"keyring: expected an epoch key, found none", "sleutelbos: de hoofdsleutel van de kluis ontbreekt"},
    // Keys of people.
    {"key new: a key is there already: {}", "sleutel maken: daar ligt al een sleutel: {}"},
    {"key new: {}: {said}", "sleutel maken: {}: {}"},
    {"key: no key here: {}", "hier ligt geen sleutel: {}"},
    {"key: expected a keyring file: {}", "sleutel: dit bestand is geen sleutelbos: {}"},
    {"key: the passphrase is wrong, or the file is damaged: {}",
     "sleutel: het wachtwoord klopt niet, of het bestand is beschadigd: {}"},
    {"key: expected a seed of 32 bytes: {}",
     "sleutel: het bestand is beschadigd, de sleutel is niet compleet: {}"},
    {"key: expected an outbox key of 32 bytes: {}",
     "sleutel: het bestand is beschadigd, de sleutel van het postvak UIT is niet compleet: {}"},
    {"key: cannot make a lock: {}", "sleutel: in deze map is niet te schrijven: {}"},
    {"key: in use by another program: {}", "sleutel: een ander programma gebruikt deze sleutel: {}"},
    {"key: state.json is damaged: move it away and go on, it is made again from the ledger; first check the "
     "ledger with `inzicht verify --receipts` and the receipts beside it: {}",
     "sleutel: state.json is beschadigd: haal het weg en ga verder, het wordt opnieuw gemaakt uit het "
     "grootboek; controleer eerst het grootboek met `inzicht verify --receipts` en de ontvangstbewijzen "
     "ernaast: {}"},
    {"inzicht.toml: origin: expected \"{}\", as the first event of this ledger says, found another: put that "
     "there",
     "inzicht.toml: origin: hier hoort \"{}\", zoals de eerste gebeurtenis van dit grootboek zegt, maar er "
     "staat iets anders: zet dat erin"},
    {"inzicht.toml: clock: expected \"{}\", as the first event of this ledger says, found \"{}\": put that "
     "there",
     "inzicht.toml: clock: hier hoort \"{}\", zoals de eerste gebeurtenis van dit grootboek zegt, maar er "
     "staat \"{}\": zet het eerste erin"},
    {"keyring: expected the {} key that this ledger names, found another: put back the keyring that was made "
     "with this ledger",
     "sleutelbos: de sleutel {} is niet die van dit grootboek: zet de sleutelbos terug die bij dit grootboek "
     "is gemaakt"},
    {"the last event was recorded at {}, later than the clock of this machine says, {}: look at the clock",
     "de laatste gebeurtenis is vastgelegd op {}, later dan de klok van deze computer aangeeft ({}): kijk de "
     "klok na"},
    {"key: {}: this key serves another ledger: make one with `inzicht key new` (if it always was this one, "
     "run verify)",
     "sleutel {}: deze hoort bij een ander grootboek: maak een nieuwe met `inzicht key new` (was het altijd "
     "dit grootboek, voer dan `inzicht verify` uit)"},
    {"outbox: {}: could not take back half a record",
     "postvak UIT: {}: een half geschreven regel kon niet worden weggehaald"},
    {"outbox: {}: {said}", "postvak UIT: {}: {}"},
    {"outbox: expected a record of at most {} bytes, found a length of {}: keep the outbox file and run "
     "verify",
     "postvak UIT: een regel mag hoogstens {} bytes zijn, hier staat {}: bewaar het bestand en voer `inzicht "
     "verify` uit"},
    {"outbox: cannot be read", "postvak UIT: dit is niet te lezen"},
    {"outbox: expected a whole record, found damage before the last",
     "postvak UIT: er is schade vóór de laatste regel"},
    // Recording.
    {"references: no such event here: {}", "verwijzing: deze gebeurtenis is hier niet: {}"},
    {"header: expected at most {} bytes, found {}",
     "de gebeurtenis is te groot: de kop mag hoogstens {} bytes zijn, deze is {}"},
    {"seal: expected a subject (part={})", "verzegelen: bij deel {} staat niet over wie het gaat"},
    {"record: the ledger acknowledged {} events of this key and now knows {}: keep your receipts and run "
     "verify",
     "vastleggen: het grootboek bevestigde {} gebeurtenissen van deze sleutel en kent er nu {}: bewaar uw "
     "ontvangstbewijzen en voer `inzicht verify` uit"},
    {"record: not sent", "vastleggen: niet verstuurd"},
    {"record: not tried", "vastleggen: niet geprobeerd"},
    {"record: stopped halfway: open the ledger again, and send it again",
     "vastleggen: halverwege gestopt: open het grootboek opnieuw en verstuur het opnieuw"},
    {"record: expected an event that was recorded before, found none",
     "vastleggen: een gebeurtenis die er was, is er niet meer"},
    {"record: expected a leaf, found damage (index={})",
     "vastleggen: een bewijsregel is beschadigd (nummer {})"},
    {"submission: expected an inzicht-submission/1 file, found other bytes",
     "dit bestand is geen inzending (inzicht-submission/1)"},
    {"part: expected at most {} bytes when padded, found {}: record less text, or keep it as a document",
     "dit deel is te groot: hoogstens {} bytes, het zijn er {}: leg minder tekst vast, of bewaar het als "
     "document"},
    {"rules: the {} of an event cannot be read; run `inzicht verify` (index={})",
     "regels: een gebeurtenis is beschadigd ({}, nummer {}); voer `inzicht verify` uit"},
    {"read: the refusal could not be recorded: {}",
     "lezen: de geweigerde inzage kon niet worden vastgelegd: {}"},
    {"open: a part does not decode (index={} part={})", "lezen: een deel is beschadigd (nummer {}, deel {})"},
    {"open: expected a readable header, found damage (index={})",
     "openen: een gebeurtenis is beschadigd (nummer {})"},
    // Erasing.
    {"erase: there is no such decision", "vernietigen: dit besluit is er niet"},
    {"erase: the decision cannot be read (index={})",
     "vernietigen: het besluit is niet te lezen (nummer {})"},
    {"erase: the list of an erasure cannot be read (index={})",
     "vernietigen: de lijst van een vernietiging is niet te lezen (nummer {})"},
    {"erase: an erasure cannot be read (index={})",
     "vernietigen: een vernietiging is niet te lezen (nummer {})"},
    {"erase: expected an event 1208 erasureDecided as the decision",
     "vernietigen: geef als besluit een gebeurtenis 1208 erasureDecided"},
    {"erase: ground: expected retentionEnded for a decision of scope purge; decide anew",
     "vernietigen: bij reikwijdte purge hoort de grond retentionEnded; besluit opnieuw"},
    {"erase: expected no list of parts in a decision of scope purge; decide anew",
     "vernietigen: bij reikwijdte purge hoort geen lijst van delen; besluit opnieuw"},
    {"erase: nothing of this case is left to purge",
     "vernietigen: van deze zaak is niets meer over om te vernietigen"},
    {"erase: this case is kept under the Youth Act as well, and for longer: decide on that ground",
     "vernietigen: deze zaak valt ook onder de Jeugdwet en wordt daarvoor langer bewaard: besluit op die "
     "grond"},
    {"erase: the term of this case runs until {}",
     "vernietigen: de bewaartermijn van deze zaak loopt tot {}"},
    {"erase: the term of no event of this case has passed yet",
     "vernietigen: van geen gebeurtenis van deze zaak is de bewaartermijn voorbij"},
    {"erase: expected at most {} events in one purge, found {}",
     "vernietigen: in één keer kunnen hoogstens {} gebeurtenissen weg, het zijn er {}"},
    {"erase: scope: expected wholeSubject, listedParts, caseParts or purge",
     "vernietigen: kies als reikwijdte wholeSubject, listedParts, caseParts of purge"},
    {"erase: the decision both lists and keeps part {}: decide anew",
     "vernietigen: het besluit noemt deel {} om te vernietigen én om te bewaren: besluit opnieuw"},
    {"erase: the decision keeps part {}, which goes with the key of its person: decide anew with scope "
     "listedParts",
     "vernietigen: het besluit bewaart deel {}, dat met de sleutel van de persoon verdwijnt: besluit opnieuw "
     "met reikwijdte listedParts"},
    {"erase: the decision lists part {}: expected a part with words of an event of the same case; decide "
     "anew",
     "vernietigen: het besluit noemt deel {}, maar dat is geen deel met woorden in deze zaak; besluit "
     "opnieuw"},
    {"erase: the person also stands in case {}: expected an erasure decided there too (1208) and no block in "
     "force",
     "vernietigen: de persoon staat ook in zaak {}: besluit ook daar tot vernietigen (1208); er mag ook geen "
     "blokkade gelden"},
    // Checkpoints and the tree.
    {"checkpoint: the tree differs from what was published (size={}): run verify",
     "ijkpunt: de boom is anders dan gepubliceerd (over {} gebeurtenissen): voer `inzicht verify` uit"},
    {"checkpoint: expected a checkpoint of this ledger", "ijkpunt: dit is geen ijkpunt van dit grootboek"},
    {"checkpoint: expected one that was published here, found none of size {}",
     "ijkpunt: hier is geen ijkpunt over {} gebeurtenissen gepubliceerd"},
    {"checkpoint: another one was published for size {}: run verify",
     "ijkpunt: over {} gebeurtenissen is een ander ijkpunt gepubliceerd: voer `inzicht verify` uit"},
    {"checkpoint: expected the log's own signature as it was published",
     "ijkpunt: de handtekening van het grootboek zelf ontbreekt of is anders dan gepubliceerd"},
    {"checkpoint: not signed by the ledger's key",
     "ijkpunt: niet ondertekend met de sleutel van het grootboek"},
    {"checkpoint: not consistent with the one this author holds (size={} held={})",
     "ijkpunt: past niet bij het ijkpunt dat bij deze sleutel is bewaard (over {} en {} gebeurtenissen): "
     "bewaar het, het is het bewijs"},
    {"checkpoint: of more events than there are", "ijkpunt: het gaat over meer gebeurtenissen dan er zijn"},
    {"checkpoint: what is kept is not a signed note", "ijkpunt: wat is bewaard, is geen ondertekende tekst"},
    {"checkpoint: too many signatures", "ijkpunt: er zijn te veel handtekeningen"},
    {"checkpoint: not a signed note", "ijkpunt: dit is geen ondertekende tekst"},
    {"checkpoint: another text is kept for this size",
     "ijkpunt: voor dit aantal gebeurtenissen is een andere tekst bewaard"},
    {"tiles: a hash is missing (level={} index={})", "tegels: er ontbreekt een hash (laag {}, nummer {})"},
    {"tiles: leaves are missing (from index={})", "tegels: er ontbreken bewijsregels (vanaf nummer {})"},
    {"tiles: no checkpoint yet: run `inzicht checkpoint` first",
     "tegels: er is nog geen ijkpunt: voer eerst `inzicht checkpoint` uit"},
    {"tiles: {}: expected this log's, found another log's: give each log a folder of its own",
     "tegels: {}: dit is van een ander grootboek: geef elk grootboek een eigen map"},
    {"tiles: {}: expected what this ledger holds, found other bytes: run verify; if nothing is wrong, take "
     "the file away and run this again",
     "tegels: {}: hier staat iets anders dan in dit grootboek: voer `inzicht verify` uit; is daar niets mis, "
     "haal het bestand dan weg en voer dit opnieuw uit"},
    {"tiles: checkpoint: {} events were published there, the last checkpoint here has {}: run verify",
     "tegels: daar is een ijkpunt over {} gebeurtenissen, het laatste hier gaat over {}: voer `inzicht "
     "verify` uit"},
    {"tiles: checkpoint: what was published there (size={}) is not the beginning of this history (size={}): "
     "run verify",
     "tegels: wat daar is gepubliceerd ({} gebeurtenissen) is niet het begin van deze geschiedenis ({}): "
     "voer `inzicht verify` uit"},
    {"tiles: checkpoint: expected a signed checkpoint, found other bytes",
     "tegels: wat daar ligt is geen ondertekend ijkpunt"},
    {"tiles: checkpoint: expected this log's signature, found one that is wrong",
     "tegels: het ijkpunt dat daar ligt heeft niet de handtekening van dit grootboek"},
    // The stores.
    {"open: there is no log in this folder", "openen: in deze map is geen log"},
    {"open: the folder holds files, but not the one that names the log's manifest",
     "openen: in de map ontbreekt het bestand CURRENT van het log"},
    {"create: something is there already", "maken: daar staat al iets"},
    {"create: {said}", "maken: {}"},
    {"vault, open: there is none in this folder", "openen: in deze map is geen kluis"},
    {"vault, create: something is there already", "kluis maken: daar staat al iets"},
    {"vault, {}: another program has this vault open: {}",
     "kluis: een ander programma gebruikt deze kluis: wacht tot het klaar is ({1})"},
    {"vault, {}: {said}", "kluis ({}): {}"},
    {"vault: closed since a fault", "kluis: dicht sinds een fout; open het grootboek opnieuw"},
    {"vault: this subject has no key", "kluis: van deze persoon is er geen sleutel"},
    {"vault: the key was destroyed or never was (key={})",
     "kluis: de sleutel is vernietigd of was er nooit ({})"},
    {"vault: wrapped under epoch {}, whose key is not at hand (key={})",
     "kluis: de hoofdsleutel {} waarmee dit is verzegeld, is er niet ({})"},
    {"vault: {}", "kluis: de inhoud klopt niet: {}"},
    {"part: sealed, and there is no key for it", "deel: verzegeld, en er is geen sleutel meer voor"},
    {"part: not what the header committed to",
     "deel: het is niet wat de gebeurtenis noemt: er is iets veranderd"},
    {"part: {}", "deel: beschadigd of niet te openen: {}"},
    {"read: no event at this index (index={})", "lezen: gebeurtenis nummer {} is er niet"},
    {"read parts: no event at this index (index={})", "delen lezen: gebeurtenis nummer {} is er niet"},
    {"purge: no event at this index (index={})", "vernietigen: gebeurtenis nummer {} is er niet"},
    {"alter: no byte {} in record {}", "veranderen: byte {} van gebeurtenis {} is er niet"},
    {"{}: another program has this ledger open: wait until it has ended: {}",
     "een ander programma gebruikt dit grootboek: wacht tot het klaar is ({}: {})"},
    {"{}: this ledger's folder cannot be written to, its disk is read-only or it is another user's: {}",
     "in de map van het grootboek is niet te schrijven: de schijf is alleen om te lezen, of de map is van "
     "een ander ({}: {})"},
    {"{}: no room on the disk", "de schijf is vol ({})"},
    {"{}: the log was opened for reading only", "het log is alleen om te lezen geopend ({})"},
    {"{}: the log is read-only since: {said}", "het log is alleen nog te lezen sinds een fout ({}): {}"},
    {"{}: IO error: {}", "de schijf of het bestandssysteem weigerde ({}): {}"},
    {"{}: Corruption: {}", "bewaarde bytes zijn beschadigd ({}): {}"},
    {"append: {}", "toevoegen: {}"},
    {"append: more than {} events in a group", "toevoegen: meer dan {} gebeurtenissen in een groep"},
    {"append: more than {} bytes in a group", "toevoegen: meer dan {} bytes in een groep"},
    {"replace parts: {} (index={})", "delen vervangen: {} (nummer {})"},
    {"event record: {}", "een bewaarde gebeurtenis is beschadigd: {}"},
    {"parts record: {}", "bewaarde delen zijn beschadigd: {}"},
    {"open: column family {} is missing", "openen: deel {} van het log ontbreekt"},
    {"open: {}", "openen: het log klopt niet: {}"},
});

}  // namespace

std::span<const ErrorText> ledger_error_texts() { return table; }

}  // namespace inzicht::cli
