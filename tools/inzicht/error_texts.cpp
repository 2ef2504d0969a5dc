// Patterns, and what was typed.
#include "tools/inzicht/error_texts.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace inzicht::cli {
namespace {

constexpr auto table = std::to_array<ErrorText>({
    // Ids and names.
    {"{}: expected an id, found nothing but zeros", "{}: geef een kenmerk; dit zijn alleen nullen"},
    {"{}: expected a whole id", "{}: geef het hele kenmerk"},
    {"{}: expected at least six symbols of the id after {}-, found fewer",
     "{}: geef minstens zes tekens van het kenmerk na {}-"},
    {"{}: expected an id such as {}-0123-4567-…, or its beginning, found another text",
     "{}: geef een kenmerk zoals {}-0123-4567-…, of het begin ervan (minstens zes tekens na het streepje)"},
    {"{}: no such id here: {}", "{}: dit kenmerk is hier niet: {}"},
    {"{}: this beginning fits several, type more of it: {}",
     "{}: dit begin past bij meer dan één kenmerk, typ er meer van: {}"},
    {"person: this beginning fits people of several cases: give the case with --case, or the whole id",
     "persoon: dit begin past bij personen in meer dan één zaak: geef de zaak met --case, of het hele "
     "kenmerk"},
    {"person: expected a person (P-…) of a case here, found none for {}",
     "persoon: er is hier in geen zaak een persoon (P-…) die past bij {}; een begin heeft minstens zes "
     "tekens na P-"},
    {"case: expected a text such as Z-…", "zaak: geef een tekst zoals Z-…"},
    {"event: there is no such event", "deze gebeurtenis is er niet"},
    {"correct: there is no such event", "corrigeren: deze gebeurtenis is er niet"},
    {"document open: no such event", "document openen: deze gebeurtenis is er niet"},
    {"prove: no such event", "bewijs: deze gebeurtenis is er niet"},
    {"kinds: no such kind: '{}'", "deze soort is er niet: '{}'; `inzicht kinds` toont ze alle"},
    {"kinds: no such list: '{}'", "deze lijst is er niet: '{}'; `inzicht kinds --list` toont ze alle"},
    {"template: no such kind: '{}'", "deze soort is er niet: '{}'; `inzicht kinds` toont ze alle"},
    {"record: no such kind: '{}': see `inzicht kinds`",
     "vastleggen: deze soort is er niet: '{}'; `inzicht kinds` toont ze alle"},
    {"--kind: expected a kind from `inzicht kinds`", "--kind: geef een soort uit `inzicht kinds`"},
    {"rules: expected a rule, term, admission check or parameter, such as SHARE-01, TERM-11, ADM-5 or "
     "maxGoals; found '{}'",
     "geef een regel, termijn, controle of parameter, zoals SHARE-01, TERM-11, ADM-5 of maxGoals; gevonden: "
     "'{}'"},
    {"--conformity: expected one of conforming, deviation, afterTheFact",
     "--conformity: kies een van conforming, deviation, afterTheFact"},
    {"--role: expected a code of role, such as wijkcoach or privacyOfficer",
     "--role: geef een codenaam van een rol, zoals wijkcoach of privacyOfficer"},
    {"--purpose: expected a code of accessPurpose, such as helpExecution or privacyReview",
     "--purpose: geef een codenaam van een doel van inzage, zoals helpExecution of privacyReview"},
    {"--on: expected a date such as 2026-01-31", "--on: geef een datum zoals 2026-01-31"},
    {"{}: expected a time such as 2019-06-11, 2019-06-11T10:00 (Dutch time) or 2019-06-11T10:00:00Z",
     "{}: geef een tijd zoals 2019-06-11, 2019-06-11T10:00 (Nederlandse tijd) of 2019-06-11T10:00:00Z"},
    {"{}: expected at most {} bytes", "{}: er mogen hoogstens {} bytes zijn"},
    // Passwords and keys.
    {"passphrase: no terminal to ask on", "wachtwoord: er is geen venster om het in te vragen"},
    {"passphrase: expected at least one character", "wachtwoord: geef minstens één teken"},
    {"passphrase: set {}, or run on a terminal",
     "wachtwoord: zet {}, of voer de opdracht uit in een venster waarin gevraagd kan worden"},
    {"passphrase: expected the same twice", "wachtwoord: typ twee keer hetzelfde"},
    {"--as: say whose key signs (INZICHT_ACTOR); {} keys here",
     "--as: zeg wiens sleutel tekent (of zet INZICHT_ACTOR); hier liggen {} sleutels"},
    {"--as: expected the name of a key, not a path", "--as: geef de naam van een sleutel, geen pad"},
    {"--as: no key of that name here: {}", "--as: hier ligt geen sleutel met die naam: {}"},
    {"key: no key of that name here: {}", "hier ligt geen sleutel met die naam: {}"},
    {"key: not enrolled yet: ask a registrar for `inzicht actor enrol`",
     "deze sleutel is nog niet ingeschreven: vraag een registrator om `inzicht actor enrol`"},
    {"role: this key holds no role here: give one with --role",
     "rol: wie deze sleutel heeft, heeft hier geen rol: geef er een met --role"},
    {"read: this key holds no role here: give one with --role",
     "lezen: wie deze sleutel heeft, heeft hier geen rol: geef er een met --role"},
    {"read: you are involved in no case now: expected a case in which you are",
     "lezen: u bent nu bij geen zaak betrokken: noem een zaak waarbij u dat bent"},
    {"read: the reader's key is not enrolled", "lezen: de sleutel van de lezer is niet ingeschreven"},
    {"key new: expected a name without '/'", "sleutel maken: geef een naam zonder '/'"},
    {"--registrar: expected the name of a key, without '/'",
     "--registrar: geef de naam van een sleutel, zonder '/'"},
    {"--ledger-id: expected the ledger's id in base64, as `inzicht init` and `inzicht actor add` say it",
     "--ledger-id: geef het kenmerk van het grootboek in base64, zoals `inzicht init` en `inzicht actor add` "
     "het zeggen"},
    {"--actor: expected the whole id of the participant (A-…), as `inzicht actor add` says it",
     "--actor: geef het hele kenmerk van de deelnemer (A-…), zoals `inzicht actor add` het zegt"},
    {"key proof: this key is another participant's",
     "bewijs van de sleutel: deze sleutel is van een andere deelnemer"},
    {"--proof: {}: expected {} bytes in base64", "--proof: {}: hier horen {} bytes in base64"},
    {"--proof: expected a JSON object, as `inzicht key proof` writes it",
     "--proof: geef een JSON-object, zoals `inzicht key proof` het schrijft"},
    {"--proof: actor: expected a whole id (A-…)", "--proof: actor: hier hoort een heel kenmerk (A-…)"},
    {"--proof: expected a proof for this ledger, found one for another",
     "--proof: dit bewijs is voor een ander grootboek"},
    {"--proof: this key is enrolled already", "--proof: deze sleutel is al ingeschreven"},
    {"--proof: no such participant here: expected one of `inzicht actor add`",
     "--proof: deze deelnemer is hier niet: schrijf die eerst in met `inzicht actor add`"},
    {"actor enrol: expected --key and --name, or --proof", "inschrijven: geef --key en --name, of --proof"},
    {"--key: this key is enrolled already: for another device see `inzicht actor rotate`",
     "--key: deze sleutel is al ingeschreven: zie `inzicht actor rotate` voor een ander apparaat"},
    {"--key: expected a key id in base64, as `inzicht actor list` shows",
     "--key: geef het kenmerk van een sleutel in base64, zoals `inzicht actor list` het toont"},
    {"--key: no such key here", "--key: deze sleutel is hier niet"},
    {"mandate: no such mandate here", "dit mandaat is er hier niet"},
    {"mandate: no such access to a case here: `inzicht mandate list` shows them, `inzicht mandate end` ends "
     "others",
     "deze toegang tot een zaak is er hier niet: `inzicht mandate list` toont ze, `inzicht mandate end` "
     "beëindigt andere mandaten"},
    // Recording, correcting, rights.
    {"--file: expected one JSON object, as `inzicht template` writes it",
     "--file: geef één JSON-object, zoals `inzicht template` het schrijft"},
    {"--batch: cannot read {}", "--batch: {} is niet te lezen"},
    {"--dry-run: expected at most {} lines in a batch",
     "--dry-run: een bestand mag hier hoogstens {} regels hebben"},
    {"--text, --file: expected one of the two; --file - reads what is typed or piped",
     "--text, --file: geef een van de twee; --file - leest wat u typt of doorgeeft"},
    {"--lift: there is no such block in force here: see `inzicht worklist` for blocks that wait",
     "--lift: zo'n blokkade geldt hier niet: zie `inzicht worklist` voor blokkades die wachten"},
    {"--kind: not a kind of block for {}: see `inzicht {} --help`",
     "--kind: dit soort blokkade hoort niet bij {}: zie `inzicht {} --help`"},
    {"document open: expected an event of kind 210 documentAdded",
     "document openen: geef een gebeurtenis van soort 210 documentAdded"},
    {"document open: the words were erased", "document openen: de woorden zijn vernietigd"},
    {"correct: the event cannot be read (index={})",
     "corrigeren: de gebeurtenis is niet te lezen (nummer {})"},
    {"correct: expected an event of a case; what the registry says is changed by a new event of the same "
     "kind",
     "corrigeren: geef een gebeurtenis van een zaak; wat in het register staat, verandert door een nieuwe "
     "gebeurtenis van dezelfde soort"},
    {"--confirm: expected {} in full, since nothing brings this back",
     "--confirm: typ {} helemaal, want dit is niet terug te draaien"},
    {"erase: expected a person, or --decision with the decision to carry out",
     "vernietigen: geef een persoon, of --decision met het besluit dat wordt uitgevoerd"},
    {"erase: everything about this person was erased already",
     "vernietigen: alles over deze persoon is al vernietigd"},
    {"erase: this case has no decision to erase everything about the person: expected an event 1208 "
     "erasureDecided of scope wholeSubject first, or --decision",
     "vernietigen: in deze zaak is niet besloten alles over deze persoon te vernietigen: leg eerst het "
     "besluit vast (1208 erasureDecided, reikwijdte wholeSubject), of geef --decision"},
    {"erase: --decision: expected a decision of the case",
     "vernietigen: --decision: geef een besluit van deze zaak"},
    {"erase: the decision is not about this person", "vernietigen: het besluit gaat niet over deze persoon"},
    // Policies.
    {"policy: {}", "regeling: {}"},
    {"policy: line {}: {}", "regeling: regel {}: {}"},
    {"policy: values.{}: expected a text, a number, true or false",
     "regeling: values.{}: geef een tekst, een getal, true of false"},
    {"policy: values.{}: expected a parameter from `inzicht rules --only parameters`",
     "regeling: values.{}: geef een parameter uit `inzicht rules --only parameters`"},
    {"policy: values.{}: expected a value of the form of {}",
     "regeling: values.{}: geef een waarde in de vorm van {}"},
    {"policy: {}: expected kind, title, owner, valid_from, valid_until or [values]",
     "regeling: {}: hier kan alleen kind, title, owner, valid_from, valid_until of [values]"},
    {"policy: {}: expected a text or a date", "regeling: {}: geef een tekst of een datum"},
    {"policy: kind: expected a code of policyKind, such as ruleParameters",
     "regeling: kind: geef een codenaam uit de lijst policyKind, zoals ruleParameters"},
    {"policy: expected a title and valid_from", "regeling: geef title en valid_from"},
    {"policy: values: expected at least one parameter", "regeling: values: geef minstens één parameter"},
    // Files and pages.
    {"there is a file of that name already: give another: {}",
     "er is al een bestand met die naam: geef een andere: {}"},
    {"{}: expected the name of a new file, found one that cannot be used ({said})",
     "{}: geef de naam van een nieuw bestand; deze kan niet ({})"},
    {"--xlsx: could not be written: {}", "--xlsx: het bestand kon niet worden geschreven: {}"},
    {"--xlsx: expected at most {} rows, found {}: use --csv",
     "--xlsx: er mogen hoogstens {} rijen zijn, het zijn er {}: gebruik --csv"},
    {"--xlsx: column {}: expected at most {} characters in a cell, found more: use --csv",
     "--xlsx: kolom {}: in een vak passen hoogstens {} tekens, het zijn er meer: gebruik --csv"},
    {"--xlsx: column {}: expected a text without a NUL character: use --csv",
     "--xlsx: kolom {}: er staat een NUL-teken in de tekst: gebruik --csv"},
    {"--svg: this view is no picture: expected timeline, measures, consents or privacy-log",
     "--svg: van dit overzicht is geen tekening: kies timeline, measures, consents of privacy-log"},
    {"pdf: could not be made: {}", "pdf: het bestand kon niet worden gemaakt: {}"},
    {"--mapping: a CSV file needs a mapping file",
     "--mapping: bij een CSV-bestand hoort een bestand dat de kolommen uitlegt"},
    {"--words: expected one case with --case", "--words: geef één zaak met --case"},
    {"export: the file could not be written", "uitvoer: het bestand kon niet worden geschreven"},
    {"rebuild: expected timeline, plan, privacy-log or registry; nothing for all of them",
     "opnieuw opbouwen: kies timeline, plan, privacy-log of registry; niets voor alle"},
    // Proof.
    {"{}: expected a checkpoint, a signed note of three lines: {}",
     "{}: dit is geen ijkpunt (een ondertekende tekst van drie regels): {}"},
    {"--since: expected a checkpoint (a signed note), found something else: {}",
     "--since: dit is geen ijkpunt (een ondertekende tekst): {}"},
    {"--since: expected a checkpoint of this ledger, found one of another origin",
     "--since: dit ijkpunt is van een ander grootboek"},
    {"--since: expected a checkpoint of at most {} events, the size of the last one here, found one of {}: "
     "events are missing, run `inzicht verify --since`",
     "--since: het laatste ijkpunt hier gaat over {} gebeurtenissen, dit over {}: er ontbreken "
     "gebeurtenissen; voer `inzicht verify --since` uit"},
    {"prove: expected an event (E-…), or --since with an older checkpoint",
     "bewijs: geef een gebeurtenis (E-…), of --since met een ouder ijkpunt"},
    {"prove: no checkpoint yet: run `inzicht checkpoint` first",
     "bewijs: er is nog geen ijkpunt: voer eerst `inzicht checkpoint` uit"},
    {"prove: the event is recorded but not published yet: run `inzicht checkpoint` first",
     "bewijs: de gebeurtenis is vastgelegd maar nog niet gepubliceerd: voer eerst `inzicht checkpoint` uit"},
    {"prove: the stored tree does not lead to the published root: run verify",
     "bewijs: de bewaarde boom past niet bij wat is gepubliceerd: voer `inzicht verify` uit"},
    {"event: the stored tree does not lead to the published root: run verify",
     "de bewaarde boom past niet bij wat is gepubliceerd: voer `inzicht verify` uit"},
    {"--trust:{said} expected {said} (c2sp.org/tlog-policy): {}",
     "--trust:{} hier hoort {} (c2sp.org/tlog-policy): {}"},
    {" line {}:", " regel {}:"},
    {"--receipts: the folder cannot be read: {}: {said}", "--receipts: de map is niet te lezen: {}: {}"},
    {"--receipts: expected a folder or a file of receipts, found none: {}",
     "--receipts: hier is geen map of bestand met ontvangstbewijzen: {}"},
    {"--receipts: expected receipts (*.jsonl as an author keeps them, or *.json), found none: {}",
     "--receipts: hier liggen geen ontvangstbewijzen (*.jsonl zoals een auteur ze bewaart, of *.json): {}"},
    {"output: the answer could not be written: {said}; what was recorded stays recorded",
     "uitvoer: het antwoord kon niet worden geschreven: {}; wat is vastgelegd, blijft vastgelegd"},
    // The example ledger.
    {"demo: {}: {said}", "voorbeeld: {}: {}"},
    {"demo: the altered byte was not noticed", "voorbeeld: de veranderde byte is niet opgemerkt"},
    {"demo: a ledger that is no example lies there: {}",
     "voorbeeld: daar ligt een grootboek dat geen voorbeeld is: {}"},
    {"demo: the example ledger holds no case", "voorbeeld: het voorbeeldgrootboek heeft geen zaak"},
    {"family: no such example family: {}", "dit voorbeeldgezin is er niet: {}"},
});

// A pattern between its varying pieces: one text more than there are pieces.
struct Pattern {
  std::vector<std::string_view> fixed;
  std::vector<bool> is_said;
  std::string_view nl;
  std::size_t weight = 0;  // of the fixed text
};

Pattern pattern_of(const ErrorText& text) {
  Pattern out;
  out.nl = text.nl;
  std::string_view rest = text.en;
  for (auto at = rest.find('{'); at != std::string_view::npos; at = rest.find('{')) {
    const auto end = rest.find('}', at);
    out.fixed.push_back(rest.substr(0, at));
    out.is_said.push_back(end > at + 1);
    rest.remove_prefix(end + 1);
  }
  out.fixed.push_back(rest);
  for (const auto piece : out.fixed) out.weight += piece.size();
  return out;
}

const std::vector<Pattern>& patterns() {
  static const auto all = [] {
    std::vector<Pattern> out;
    for (const auto texts : {command_error_texts(), exchange_error_texts(), ledger_error_texts()})
      for (const ErrorText& text : texts) out.push_back(pattern_of(text));
    std::ranges::stable_sort(out, std::greater{}, &Pattern::weight);
    return out;
  }();
  return all;
}

// What the system said stands in brackets at the end; a path before it may have brackets of its own.
constexpr std::string_view bracket = " (";

// The varying pieces of a text of this pattern, each as short as it can be but the last.
std::optional<std::vector<std::string_view>> pieces_of(const Pattern& pattern, std::string_view text) {
  std::vector<std::string_view> out;
  if (!text.starts_with(pattern.fixed.front())) return std::nullopt;
  text.remove_prefix(pattern.fixed.front().size());
  for (std::size_t i = 1; i < pattern.fixed.size(); ++i) {
    const auto next = pattern.fixed[i];
    const bool is_last = i + 1 == pattern.fixed.size();
    if (is_last && !text.ends_with(next)) return std::nullopt;
    const auto at = is_last ? text.size() - next.size() : next == bracket ? text.rfind(next) : text.find(next);
    if (at == std::string_view::npos) return std::nullopt;
    out.push_back(text.substr(0, at));
    text.remove_prefix(at + next.size());
  }
  if (!text.empty()) return std::nullopt;
  return out;
}

}  // namespace

std::span<const ErrorText> command_error_texts() { return table; }

std::string dutch_error(std::string_view english) {
  for (const Pattern& pattern : patterns()) {
    const auto pieces = pieces_of(pattern, english);
    if (!pieces) continue;
    fmt::dynamic_format_arg_store<fmt::format_context> args;
    for (std::size_t i = 0; i < pieces->size(); ++i) args.push_back(pattern.is_said[i] ? dutch_error((*pieces)[i]) : std::string((*pieces)[i]));
    return fmt::vformat(pattern.nl, args);
  }
  return std::string(english);
}

}  // namespace inzicht::cli
