#include "tools/inzicht/show_view.h"

#include <algorithm>
#include <set>

#include "ledger/codec/strict.h"
#include "ledger/schema/parts.capnp.h"
#include "ledger/service/refused_reading.h"
#include "tools/inzicht/finding_texts.h"
#include "tools/inzicht/reader.h"
#include "tools/inzicht/sheet.h"
#include "tools/inzicht/table.h"
#include "tools/inzicht/view_page.h"
#include "tools/inzicht/view_shape.h"

namespace inzicht::cli {
namespace {

// Renders atoms; knows what was opened.
class Writer {
 public:
  Writer(const Context& context, const OpenedParts* opened, const std::map<IdCell, PartPlace>& names) : context_(context), opened_(opened), names_(names) {}

  std::string text(const Cell& cell) const {
    std::string out;
    for (std::size_t i = 0; i < cell.atoms.size(); ++i) {
      if (i > 0 && is_same_closed_part(cell.atoms[i - 1], cell.atoms[i])) continue;
      const auto piece = std::visit([this](const auto& a) { return this->one(a); }, cell.atoms[i]);
      if (!out.empty() && !piece.empty()) out += ", ";
      out += piece;
    }
    return out;
  }
  // Times, dates and numbers as what they are; anything else in words.
  SheetCell sheet_cell(const Cell& cell) const {
    if (cell.atoms.size() == 1) {
      if (const auto* time = std::get_if<TimeCell>(&cell.atoms[0])) return LocalMoment{time->at};
      if (const auto* date = std::get_if<Date>(&cell.atoms[0])) return *date;
      if (const auto* number = std::get_if<std::int64_t>(&cell.atoms[0])) return *number;
      if (const auto* number = std::get_if<DecimalCell>(&cell.atoms[0])) return SheetNumber{number->value, number->digits};
    }
    return text(cell);
  }
  Json json(const Cell& cell) const {
    if (cell.many) {
      Json out = Json::array();
      for (const auto& atom : cell.atoms) out.push_back(std::visit([this](const auto& a) { return this->value(a); }, atom));
      return out;
    }
    if (cell.atoms.empty()) return nullptr;
    return std::visit([this](const auto& a) { return this->value(a); }, cell.atoms[0]);
  }

 private:
  const Context& context_;
  const OpenedParts* opened_;
  const std::map<IdCell, PartPlace>& names_;

  std::optional<std::string> words(const PartPlace& place, std::string_view field) const {
    if (opened_ == nullptr) return std::nullopt;
    const auto at = opened_->parts.find(place);
    if (at == opened_->parts.end()) return std::nullopt;
    const auto fields = at->second.fields();
    KJ_IF_MAYBE (f, fields.getSchema().findFieldByName(kj::StringPtr(std::string(field).c_str()))) {
      if (!f->getType().isText()) return std::nullopt;
      const auto value = fields.get(*f).as<capnp::Text>();
      return std::string(value.cStr(), value.size());
    }
    return std::nullopt;
  }
  // Of a part that stays closed one mark stands for all its fields.
  bool is_same_closed_part(const Atom& before, const Atom& atom) const {
    const auto *a = std::get_if<WordsCell>(&before), *b = std::get_if<WordsCell>(&atom);
    return a != nullptr && b != nullptr && a->index == b->index && a->part == b->part && opened_ != nullptr && !opened_->parts.contains({b->index, b->part});
  }
  std::optional<std::string> name(const IdCell& id) const {
    const auto at = names_.find(id);
    return at == names_.end() ? std::nullopt : words(at->second, "name");
  }

  std::string one(const CodeCell& c) const {
    // What is in order needs no word; deviations and what was recorded afterwards do.
    if (c.list == "conformity" && c.code == "conforming") return {};
    const auto label = code_label(c);
    return label.empty() ? c.code : label;
  }
  std::string code_label(const CodeCell& c) const {
    // The list by its schema name, through any kind that uses it.
    static const std::map<std::string, capnp::EnumSchema, std::less<>> lists = all_lists();
    const auto at = lists.find(c.list);
    if (at == lists.end()) return {};
    for (auto value : at->second.getEnumerants())
      if (code_of(value) == c.code) return std::string(label_of(value).in(context_.lang));
    return {};
  }
  static void collect(capnp::StructSchema schema, std::map<std::string, capnp::EnumSchema, std::less<>>& out, int depth) {
    if (depth > 4) return;
    for (auto field : schema.getFields()) {
      auto type = field.getType();
      if (type.isList()) type = type.asList().getElementType();
      if (type.isEnum()) {
        std::string name = type.asEnum().getShortDisplayName().cStr();
        name[0] = static_cast<char>(std::tolower(name[0]));
        out.emplace(name, type.asEnum());
      } else if (type.isStruct()) {
        collect(type.asStruct(), out, depth + 1);
      }
    }
  }
  static std::map<std::string, capnp::EnumSchema, std::less<>> all_lists() {
    std::map<std::string, capnp::EnumSchema, std::less<>> out;
    collect(capnp::Schema::from<schema::Header>(), out, 2);
    for (const auto& kind : kinds()) {
      collect(kind.facts, out, 0);
      for (const auto& part : kind.parts) collect(part.schema, out, 0);
    }
    return out;
  }
  std::string one(const KindCell& c) const {
    const KindInfo* kind = find_kind(c.kind);
    return kind == nullptr ? std::to_string(c.kind) : std::string(kind->label.in(context_.lang));
  }
  std::string one(const IdCell& c) const {
    if (auto known = name(c)) return *known;
    const std::string whole = id_to_text(c.kind, c.id);
    return short_text(whole[0], c.id);
  }
  std::string one(const TimeCell& c) const { return local_text(c.at); }
  std::string one(const Date& d) const { return to_text(d); }
  std::string one(const Duration& d) const {
    const bool days_only = d.days > 0 && d.months == 0 && d.seconds == 0;
    if (!days_only) return to_text(d);
    return d.days == 1 ? std::string(context_.tr("duration.day")) : context_.trf("duration.days", d.days);
  }
  std::string one(std::int64_t n) const { return std::to_string(n); }
  std::string one(const DecimalCell& d) const { return decimal_text(d.value, d.digits, context_.lang); }
  std::string one(const RuleCell& c) const {
    if (c.outcome.empty()) return with_label(c.rule);
    return fmt::format("{} ({})", with_label(c.rule), context_.tr(c.outcome == "explained" ? "finding.explained" : "finding.warned"));
  }
  std::string one(const WordsCell& c) const { return words({c.index, c.part}, c.field).value_or(opened_ == nullptr ? "" : std::string(context_.tr("words.closed"))); }
  std::string one(const TextCell& c) const {
    if (const auto sentence = finding_sentence(c.key)) return *sentence;
    const auto row = std::ranges::find(texts(), std::string_view(c.key), &TextRow::key);
    return row == texts().end() ? c.key : std::string(context_.lang == Lang::nl ? row->nl : row->en);
  }

  // "finding.SHARE-01": what is wrong; "settles.SHARE-01": what settles it.
  std::optional<std::string> finding_sentence(std::string_view key) const {
    const bool settles = key.starts_with("settles."), nl = context_.lang == Lang::nl;
    if (!settles && !key.starts_with("finding.")) return std::nullopt;
    const FindingText* found = finding_text(key.substr(key.find('.') + 1));
    if (found == nullptr) return std::nullopt;
    return std::string(settles ? (nl ? found->settle_nl : found->settle_en) : nl ? found->nl : found->en);
  }

  // A rule by its name; a term has none, and stands beside what it waits for.
  std::string with_label(const std::string& id) const {
    const RuleInfo* rule = find_rule(id);
    return rule == nullptr ? id : fmt::format("{} {}", id, context_.lang == Lang::en ? rule->label_en : rule->label_nl);
  }

  Json value(const CodeCell& c) const { return c.code; }
  Json value(const KindCell& c) const { return c.kind; }
  Json value(const IdCell& c) const { return id_to_text(c.kind, c.id); }
  Json value(const TimeCell& c) const { return to_text(c.at); }
  Json value(const Date& d) const { return to_text(d); }
  Json value(const Duration& d) const { return to_text(d); }
  Json value(std::int64_t n) const { return n; }
  Json value(const DecimalCell& d) const { return decimal_value(d.value, d.digits); }
  Json value(const RuleCell& c) const { return {{"rule", c.rule}, {"outcome", c.outcome.empty() ? Json(nullptr) : Json(c.outcome)}}; }
  Json value(const WordsCell& c) const {
    auto found = words({c.index, c.part}, c.field);
    return found ? Json(*found) : Json(nullptr);
  }
  // A code without the name of its table, as --only takes it; a sentence as it is read.
  Json value(const TextCell& c) const {
    if (auto sentence = finding_sentence(c.key)) return *sentence;
    const bool is_key = std::ranges::find(texts(), std::string_view(c.key), &TextRow::key) != texts().end();
    return is_key ? c.key.substr(c.key.rfind('.') + 1) : c.key;
  }
};

std::string text_or_key(const Context& context, const std::string& key) {
  const auto row = std::ranges::find(texts(), std::string_view(key), &TextRow::key);
  return row == texts().end() ? key : std::string(context.tr(key));
}

// What stands under the rows, however they are shown.
std::vector<std::string> notes_of(const Context& context, const ViewResult& result) {
  std::vector<std::string> out;
  for (const auto& note : result.notes) out.push_back(text_or_key(context, note));
  if (auto totals = totals_line(context, result); !totals.empty()) out.push_back(std::move(totals));
  out.push_back(context.trf("count.of", result.rows.size(), result.total));
  return out;
}

Sheet sheet_of(const Context& context, const ViewResult& result, const Writer& writer, const std::string& title, const ShowOptions& options) {
  Sheet sheet{std::string(context.tr(options.title_key)), {}, {}, std::string(context.tr("sheet.notes")), {title}};
  for (const auto& column : result.columns) sheet.columns.push_back(context.lang == Lang::nl ? column.label_nl : column.label_en);
  for (const auto& row : result.rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const auto& cell : row.cells) cells.push_back(writer.sheet_cell(cell));
  }
  for (auto& line : notes_of(context, result)) sheet.notes.push_back(std::move(line));
  return sheet;
}

Wording wording_of(const Context& context, const Writer& writer) {
  return {[&writer](const Cell& cell) { return writer.text(cell); }, [&context](std::string_view key) { return std::string(context.tr(key)); }, context.lang};
}

Status write_file_of(const Context& context, OpenLedger& ledger, const ViewResult& result, const Writer& writer, const std::string& title,
                     const ShowOptions& options) {
  if (!options.xlsx.empty()) INZICHT_CHECK(write_xlsx(sheet_of(context, result, writer, title, options), options.xlsx));
  if (!options.csv.empty()) INZICHT_CHECK(write_csv(sheet_of(context, result, writer, title, options), options.csv));
  if (!options.svg.empty() || !options.pdf.empty()) INZICHT_CHECK(write_page(context, ledger, result, wording_of(context, writer), title, notes_of(context, result), options));
  context.say(context.trf("sheet.written", result.rows.size(), result.total, options.file()));
  return {};
}

schema::ExportFormat format_of(const ShowOptions& options) {
  using enum schema::ExportFormat;
  if (!options.csv.empty()) return CSV;
  if (!options.xlsx.empty()) return XLSX;
  return options.pdf.empty() ? SVG : PDF;
}

// For whom an export is made, by the role that makes it.
schema::AudienceProfile profile_of(schema::Role role) {
  using enum schema::Role;
  switch (role) {
    case PRIVACY_OFFICER: return schema::AudienceProfile::PRIVACYFUNCTIONARIS;
    case CLIENT:
    case REPRESENTATIVE: return schema::AudienceProfile::BETROKKENE;
    case AUDITOR: return schema::AudienceProfile::TOEZICHT;
    case LEDGER_ADMIN: return schema::AudienceProfile::TECHNIEK;
    default: return schema::AudienceProfile::KETENPARTNER;
  }
}

void write(const Context& context, const ViewResult& result, const Writer& writer, const std::string& title) {
  if (context.json) {
    for (const auto& row : result.rows) {
      // Keys in the order of the table.
      nlohmann::ordered_json out = nlohmann::ordered_json::object();
      for (std::size_t i = 0; i < result.columns.size(); ++i) out[result.columns[i].key] = writer.json(row.cells[i]);
      context.print(out.dump());
    }
    return;
  }
  std::vector<TableColumn> columns;
  std::vector<std::size_t> shown;
  // What is settled by naming its event keeps it.
  const bool names_event = std::ranges::find(result.columns, "remedy", &Column::key) != result.columns.end();
  for (const auto i : filled_columns(result, [&](const Cell& cell) { return writer.text(cell); })) {
    // On a terminal a wide view keeps what people read; --json has every column.
    static constexpr std::string_view details[] = {"until", "precision", "performer", "lag", "event"};
    if (result.columns.size() > 10 &&
        std::ranges::find(details, std::string_view(result.columns[i].key)) != std::end(details) &&
        !(names_event && result.columns[i].key == "event"))
      continue;
    shown.push_back(i);
    columns.push_back({context.lang == Lang::nl ? result.columns[i].label_nl : result.columns[i].label_en, 7, true, false});
  }
  Table table(columns);
  for (const auto& row : result.rows) {
    std::vector<std::string> cells;
    for (const auto i : shown) cells.push_back(writer.text(row.cells[i]));
    table.add(std::move(cells));
  }
  context.print(title);
  fmt::print("{}", table.render(context.width(), context.colour()));
  for (const auto& line : notes_of(context, result)) context.print(line);
}

// Who has no part in the case is not even told how large its file is.
int refuse_stranger(const Context& context, OpenLedger& ledger, const Reader& reader, schema::ViewKind view,
                    const CaseId& kase) {
  ReadRequest request;
  request.view = view;
  request.cases = {kase};
  const auto recorded = record_refused_reading(ledger, reader.actor, request, schema::AccessRefusal::NOT_INVOLVED);
  if (!recorded) return context.fail(recorded.error());
  context.say(context.tr("view.refused"));
  Refused refused = Refused::of("ADM-13", "role", "betrokkenheid bij deze zaak", "involvement in this case");
  refused.values = {{"rule", "ACC-01"}, {"reason", "involvement"}, {"whom", std::string(code_of(schema::Role::PRIVACY_OFFICER))}};
  return context.refuse(refused);
}

}  // namespace

bool reads_guarded_facts(const Context& context, OpenLedger& ledger, const std::string& role, std::span<const CaseId> cases) {
  auto author = context.author(ledger);
  if (!author) return false;
  const Reader reader = reader_of(ledger, **author, role, cases);
  const ReadingRow* row = reading_row(reader.role);
  // Column H: of the process guarded facts are masked, whatever the role may open with a purpose.
  if (header_reading(reader.role) == HeaderReading::process ||
      header_reading(reader.role) == HeaderReading::process_and_signals)
    return false;
  return row != nullptr && may_ask(*row, schema::PartClass::SAFETY, false);
}

std::map<IdCell, PartPlace> name_places(OpenLedger& ledger, std::span<const CaseId> cases) {
  std::map<IdCell, PartPlace> out;
  ledger.service().with_registry([&](const Registry& registry) {
    for (const auto& [id, info] : registry.actors()) out[{schema::IdKind::ACTOR, id.bytes}] = {info.index, 0};
    for (const auto& [id, info] : registry.organisations()) out[{schema::IdKind::ORGANISATION, id.bytes}] = {info.index, 0};
  });
  // Genesis names organisations and registrars without a name of theirs.
  std::erase_if(out, [](const auto& entry) { return entry.second.index == 0; });
  for (const auto& kase : cases) {
    const auto indexes = case_indexes(ledger.log(), kase);
    const auto records = ledger.log().read_many(indexes);
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto message = records[i] ? HeaderMessage::stored(records[i]->header) : std::nullopt;
      if (!message || message->header().getKind() != 202) continue;
      const auto parts = message->header().getParts();
      for (unsigned n = 0; n < parts.size(); ++n) {
        if (parts[n].getPartType() != 2020) continue;
        IdCell id{schema::IdKind::SUBJECT, {}};
        if (parts[n].getSubject().size() != id.id.size()) continue;
        std::copy(parts[n].getSubject().begin(), parts[n].getSubject().end(), id.id.begin());
        out[id] = {indexes[i], static_cast<std::uint16_t>(n)};
      }
    }
  }
  return out;
}

Result<std::variant<OpenedParts, Refused>> read_words(const Context& context, OpenLedger& ledger, schema::ViewKind view, const CaseId& kase,
                                                      std::vector<PartPlace> places, const std::string& role) {
  INZICHT_TRY(author, context.author(ledger));
  const CaseId cases[] = {kase};
  const Reader reader = reader_of(ledger, *author, role, cases);
  ReadRequest request;
  request.view = view;
  request.role = reader.role;
  request.organisation = reader.organisation;
  request.purpose = usual_purpose(reader.role);
  request.cases = {kase};
  request.wanted = std::move(places);
  return open_for_reading(ledger, *author, request);
}

Result<std::variant<OpenedParts, Refused>> read_for_export(const Context& context, OpenLedger& ledger, const CaseId& kase, const std::string& role) {
  INZICHT_TRY(author, context.author(ledger));
  const CaseId cases[] = {kase};
  const Reader reader = reader_of(ledger, *author, role, cases);
  const auto indexes = case_indexes(ledger.log(), kase);
  const auto places = sealed_parts(ledger.log(), indexes);
  ReadRequest request;
  request.view = schema::ViewKind::EVENT_DETAIL;
  request.role = reader.role;
  request.organisation = reader.organisation;
  request.purpose = usual_purpose(reader.role);
  request.cases = {kase};
  request.wanted = allowed(ledger, {places.begin(), places.end()}, reader, schema::ViewKind::EVENT_DETAIL);
  request.format = schema::ExportFormat::JSON;
  request.profile = profile_of(reader.role);
  request.rows = request.total = indexes.size();
  return open_for_reading(ledger, *author, request);
}

int show_view(const Context& context, OpenLedger& ledger, const ViewResult& all, const ShowOptions& options) {
  const ViewResult* shown = &all;
  std::string title(context.tr(options.title_key));
  if (ledger.settings().clock == schema::ClockKind::SIMULATED) title += " · " + std::string(context.tr("clock.simulated"));
  const auto put = [&](const Writer& writer) -> Status {
    if (options.person) title = writer.text(Cell(Atom{subject_cell(*options.person)})) + " · " + title;
    if (options.to_file()) return write_file_of(context, ledger, *shown, writer, title, options);
    write(context, *shown, writer, title);
    return {};
  };
  if (options.codes_only) {
    const auto status = put(Writer(context, nullptr, {}));
    return status ? exit_done : context.fail(status.error());
  }
  auto author = context.author(ledger);
  if (!author) return context.fail(author.error());
  const Reader reader = reader_of(ledger, **author, options.role, options.cases);
  if (options.cases.size() == 1 && header_reading(reader.role) == HeaderReading::own && !has_ground(ledger, reader, options.cases[0]))
    return refuse_stranger(context, ledger, reader, options.view, options.cases[0]);
  // With a case that is theirs by team alone nothing is opened at all: one look, one ground. A file may hold
  // words, and is not theirs.
  const auto by_team = std::ranges::find_if(
      options.cases, [&](const CaseId& kase) { return is_by_team(ledger, reader, options.view, kase); });
  if (by_team != options.cases.end() && options.to_file())
    return refuse_stranger(context, ledger, reader, options.view, *by_team);
  auto readable = readable_rows(ledger, all, options.view, reader, options.cases,
                                {options.as_of, options.occurred_until, options.recorded_until});
  if (!readable) return context.fail(readable.error());
  shown = &*readable;
  const auto names = name_places(ledger, options.cases);
  std::set<PartPlace> wanted;
  if (options.person)
    if (const auto at = names.find(subject_cell(*options.person)); at != names.end()) wanted.insert(at->second);
  for (const auto& row : shown->rows)
    for (const auto& cell : row.cells)
      for (const auto& atom : cell.atoms) {
        if (const auto* words = std::get_if<WordsCell>(&atom)) wanted.insert({words->index, words->part});
        if (const auto* id = std::get_if<IdCell>(&atom))
          if (const auto at = names.find(*id); at != names.end()) wanted.insert(at->second);
      }
  ReadRequest request;
  request.view = options.view;
  request.role = reader.role;
  request.organisation = reader.organisation;
  request.purpose = options.purpose.empty() ? usual_purpose(reader.role) : parse_code<schema::AccessPurpose>(options.purpose).value_or(schema::AccessPurpose::UNSET);
  if (request.purpose == schema::AccessPurpose::UNSET) return context.fail({ErrorCode::bad_input, "--purpose: expected a code of accessPurpose, such as helpExecution or privacyReview"});
  if (request.role == schema::Role::UNSET) return context.fail({ErrorCode::bad_input, "read: this key holds no role here: give one with --role"});
  request.cases = options.cases;
  request.case_by_case = options.case_by_case;
  if (by_team == options.cases.end()) request.wanted = allowed(ledger, wanted, reader, options.view);
  request.filter = options.filter;
  if (options.to_file()) {
    request.format = format_of(options);
    // A page for the kitchen table is for the family, whoever prints it.
    const bool for_family = options.view == schema::ViewKind::KITCHEN_TABLE;
    request.profile = for_family ? schema::AudienceProfile::GEZIN : profile_of(reader.role);
    request.rows = shown->rows.size();
    request.total = shown->total;
  }
  auto opened = open_for_reading(ledger, **author, request);
  if (!opened) return context.fail(opened.error());
  if (const auto* refused = std::get_if<Refused>(&*opened)) {
    context.say(context.tr("view.refused"));
    return context.refuse(*refused);
  }
  const auto& parts = std::get<OpenedParts>(*opened);
  if (const auto status = put(Writer(context, &parts, names)); !status) return context.fail(status.error());
  if (!context.json) context.say(context.trf("view.logged", parts.parts.size(), to_text(parts.access.front().event)));
  return exit_done;
}

}  // namespace inzicht::cli
