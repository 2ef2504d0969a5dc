// case, person, document: the everyday short forms of recording.
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/base/limits.h"
#include "tools/inzicht/record_event.h"
#include "tools/inzicht/show_view.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

struct CaseOptions {
  std::string kase, title, reason, municipality, origin = "signal", approach = "regular", role;
  std::vector<std::string> laws{"jeugdwet"}, based_on;
};

int open_case(const Context& context, const CaseOptions& o) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(**ledger);
  const std::string kase = o.kase.empty() ? id_text('Z', crypto::random_array<16>()) : o.kase;
  Json draft{{"kind", 201}, {"case", kase},
             {"facts", {{"origin", o.origin}, {"municipality", o.municipality}, {"laws", o.laws}, {"approach", o.approach}}},
             {"parts", {{{"part", "why"}, {"subject", "case"}, {"fields", {{"title", o.title}, {"reason", o.reason}}}}}}, {"references", Json::array()}};
  if (!o.role.empty()) draft["role"] = o.role;
  for (const auto& event : o.based_on) draft["references"].push_back({{"relation", "basedOn"}, {"event", event}});
  return record_made(context, **ledger, **author, draft, ids, {"case", "case.id", kase});
}

// Codes only: opening a title is reading, and goes through the timeline.
int list_cases(const Context& context) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  Table table({{std::string(context.tr("column.case")), 10, false}, {std::string(context.tr("column.events")), 6, false, true}, {std::string(context.tr("column.first")), 16, false}, {std::string(context.tr("column.last")), 16, false}});
  for (const auto& id : all_cases((*ledger)->log())) {
    const auto first = (*ledger)->log().positions({ChainClass::kase, id.bytes}, 1, 1);
    const auto last = (*ledger)->log().last_position({ChainClass::kase, id.bytes});
    if (!first || first->empty() || !last || !*last) continue;
    const auto when = [&](std::uint64_t index) {
      const auto record = (*ledger)->log().read(index);
      const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
      return message ? message->header().getOccurred().getFrom() : Micros{0};
    };
    const Micros from = when(first->front().index), to = when((*last)->index);
    if (context.json) {
      context.print(Json({{"case", to_text(id)}, {"events", (*last)->n}, {"first", to_text(from)}, {"last", to_text(to)}}).dump());
    } else {
      table.add({to_text(id), std::to_string((*last)->n), local_text(from), local_text(to)});
    }
  }
  if (context.json) return exit_done;
  fmt::print("{}", table.render(context.width(), context.colour()));
  context.say(context.trf("count.of", table.rows(), table.rows()));
  return exit_done;
}

struct PersonOptions {
  std::string kase, name, birth_date, person_role = "child", age_band, birth_month, household = "unknown", change = "added", person, role;
};

int add_one_person(const Context& context, const PersonOptions& o) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(**ledger);
  const auto kase = typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "--case");
  if (!kase) return context.fail(kase.error());
  ids.in_case(*kase);
  const std::string person = o.person.empty() ? id_text('P', crypto::random_array<16>()) : o.person;
  Json row{{"subject", person}, {"change", o.change}, {"personRole", o.person_role}, {"ageBand", o.age_band}, {"inHousehold", o.household}};
  if (!o.birth_month.empty()) row["birthMonth"] = o.birth_month;
  Json who{{"name", o.name}};
  if (!o.birth_date.empty()) who["birthDate"] = o.birth_date;
  Json draft{{"kind", 202}, {"case", to_text(*kase)}, {"facts", {{"persons", {row}}}}, {"parts", {{{"part", "who"}, {"subject", person}, {"fields", who}}}}};
  if (!o.role.empty()) draft["role"] = o.role;
  return record_made(context, **ledger, **author, draft, ids, {"person", "person.id", person});
}

int list_persons(const Context& context, const std::string& kase_text) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  LedgerIds ids(**ledger);
  const auto kase = typed_id<CaseId>(ids, schema::IdKind::CASE, kase_text, "--case");
  if (!kase) return context.fail(kase.error());
  // The last row of each person; words stay sealed.
  std::map<std::string, Json> rows;
  for (const auto& record : (*ledger)->log().read_many(case_indexes((*ledger)->log(), *kase))) {
    const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
    if (!message || message->header().getKind() != 202) continue;
    for (auto person : message->header().getFacts().getPersonRecorded().getPersons()) {
      Json row = write_json(capnp::DynamicStruct::Reader(person));
      const auto id = row["subject"].get<std::string>();
      rows[id] = std::move(row);
    }
  }
  Table table({{std::string(context.tr("column.person")), 10, false}, {std::string(context.tr("column.role")), 8}, {std::string(context.tr("column.age")), 8}, {std::string(context.tr("column.household")), 5}});
  for (const auto& [id, row] : rows) {
    if (context.json) {
      context.print(row.dump());
      continue;
    }
    const auto label = [&](auto code) { return code ? std::string(label_of(*code, context.lang)) : std::string(); };
    table.add({id, label(parse_code<schema::PersonRole>(row.value("personRole", ""))), label(parse_code<schema::AgeBand>(row.value("ageBand", ""))), label(parse_code<schema::YesNoUnknown>(row.value("inHousehold", "")))});
  }
  if (context.json) return exit_done;
  fmt::print("{}", table.render(context.width(), context.colour()));
  context.say(context.trf("count.of", rows.size(), rows.size()));
  return exit_done;
}

struct DocumentOptions {
  std::string kase, file, media_type = "application/octet-stream", person, cls, remark, role, event, out;
  std::vector<std::string> concerns;
};

int attach(const Context& context, const DocumentOptions& o) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(**ledger);
  const auto kase = typed_id<CaseId>(ids, schema::IdKind::CASE, o.kase, "--case");
  if (!kase) return context.fail(kase.error());
  ids.in_case(*kase);
  const auto bytes = read_file(o.file, limits::part_bytes_max);
  if (!bytes) return context.fail(bytes.error());
  Json fields{{"fileName", std::filesystem::path(o.file).filename().string()}, {"mediaType", o.media_type}, {"content", crypto::base64(*bytes)}};
  if (!o.remark.empty()) fields["remark"] = o.remark;
  Json part{{"part", "file"}, {"subject", o.person.empty() ? "case" : o.person}, {"fields", std::move(fields)}};
  if (!o.cls.empty()) part["class"] = o.cls;
  Json draft{{"kind", 210},
             {"case", to_text(*kase)},
             {"facts", Json::object()},
             {"parts", {part}},
             {"references", Json::array()}};
  if (!o.role.empty()) draft["role"] = o.role;
  for (const auto& event : o.concerns) draft["references"].push_back({{"relation", "concerns"}, {"event", event}});
  return record_json(context, **ledger, **author, draft, ids);
}

int open_document(const Context& context, const DocumentOptions& o) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  LedgerIds ids(**ledger);
  const auto event = typed_id<EventId>(ids, schema::IdKind::EVENT, o.event, "document open");
  if (!event) return context.fail(event.error());
  const auto place = (*ledger)->log().find(*event);
  if (!place || !*place) return context.fail({ErrorCode::not_found, "document open: no such event"});
  const auto record = (*ledger)->log().read((*place)->index);
  const auto message = record ? HeaderMessage::stored(record->header) : std::nullopt;
  if (!message || message->header().getKind() != 210) return context.fail({ErrorCode::bad_input, "document open: expected an event of kind 210 documentAdded"});
  // Before the reading is recorded.
  auto file = NewFile::claim(o.out);
  if (!file) return context.fail(file.error());
  const auto opened = read_words(context, **ledger, schema::ViewKind::EVENT_DETAIL, *CaseId::from({message->header().getCase().begin(), message->header().getCase().size()}), {{(*place)->index, 0}}, o.role);
  if (!opened) return context.fail(opened.error());
  if (const auto* refused = std::get_if<Refused>(&*opened)) return context.refuse(*refused);
  const auto& parts = std::get<OpenedParts>(*opened).parts;
  if (parts.empty()) return context.fail({ErrorCode::not_found, "document open: the words were erased"});
  const auto content = parts.begin()->second.fields().get("content").as<capnp::Data>();
  if (auto status = file->write({content.begin(), content.size()}, true); !status)
    return context.fail(status.error());
  if (context.json) context.print(Json({{"event", to_text(*event)}, {"bytes", content.size()}, {"file", o.out}}).dump());
  else context.print(context.trf("document.opened", content.size(), o.out));
  return exit_done;
}

}  // namespace

void add_case(Verbs& v) {
  auto o = std::make_shared<CaseOptions>();
  auto* verb = v.app.add_subcommand("case", std::string(v.context.tr("help.case")));
  verb->require_subcommand(1);
  auto* open = verb->add_subcommand("open", std::string(v.context.tr("help.case.open")));
  open->add_option("--case", o->kase, std::string(v.context.tr("help.case.id")));
  open->add_option("--title", o->title, std::string(v.context.tr("help.case.title")))->required();
  open->add_option("--reason", o->reason, std::string(v.context.tr("help.case.reason")))->required();
  open->add_option("--municipality", o->municipality, std::string(v.context.tr("help.organisation.municipality")))->required();
  open->add_option("--origin", o->origin, std::string(v.context.tr("help.case.origin")));
  open->add_option("--approach", o->approach, std::string(v.context.tr("help.case.approach")));
  open->add_option("--law", o->laws, std::string(v.context.tr("help.organisation.law")))->allow_extra_args(false);
  open->add_option("--based-on", o->based_on, std::string(v.context.tr("help.case.based_on")))->allow_extra_args(false);
  open->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  open->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return open_case(*context, *o); }; });
  auto* list = verb->add_subcommand("list", std::string(v.context.tr("help.case.list")));
  list->callback([context = &v.context, chosen = &v.chosen] { *chosen = [context] { return list_cases(*context); }; });
  auto* show = verb->add_subcommand("show", std::string(v.context.tr("help.case.show")));
  show->add_option("case", o->kase, std::string(v.context.tr("help.record.case")))->required();
  show->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return show_timeline(*context, o->kase); }; });
}

void add_person(Verbs& v) {
  auto o = std::make_shared<PersonOptions>();
  auto* verb = v.app.add_subcommand("person", std::string(v.context.tr("help.person")));
  verb->require_subcommand(1);
  auto* add = verb->add_subcommand("add", std::string(v.context.tr("help.person.add")));
  add->add_option("--case", o->kase, std::string(v.context.tr("help.record.case")))->required();
  add->add_option("--name", o->name, std::string(v.context.tr("help.name_sealed")))->required();
  add->add_option("--person-role", o->person_role, std::string(v.context.tr("help.person.role")))->required();
  add->add_option("--age-band", o->age_band, std::string(v.context.tr("help.person.age")))->required();
  add->add_option("--birth-month", o->birth_month, std::string(v.context.tr("help.person.month")));
  add->add_option("--birth-date", o->birth_date, std::string(v.context.tr("help.person.birth")));
  add->add_option("--in-household", o->household, std::string(v.context.tr("help.person.household")));
  add->add_option("--change", o->change, std::string(v.context.tr("help.person.change")));
  add->add_option("--person", o->person, std::string(v.context.tr("help.person.id")));
  add->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  add->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return add_one_person(*context, *o); }; });
  auto* list = verb->add_subcommand("list", std::string(v.context.tr("help.person.list")));
  list->add_option("--case", o->kase, std::string(v.context.tr("help.record.case")))->required();
  list->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return list_persons(*context, o->kase); }; });
}

void add_document(Verbs& v) {
  auto o = std::make_shared<DocumentOptions>();
  auto* verb = v.app.add_subcommand("document", std::string(v.context.tr("help.document")));
  verb->require_subcommand(1);
  auto* add = verb->add_subcommand("attach", std::string(v.context.tr("help.document.attach")));
  add->add_option("file", o->file, std::string(v.context.tr("help.document.file")))->required();
  add->add_option("--case", o->kase, std::string(v.context.tr("help.record.case")))->required();
  add->add_option("--person", o->person, std::string(v.context.tr("help.document.person")));
  add->add_option("--class", o->cls, std::string(v.context.tr("help.document.class")));
  add->add_option("--media-type", o->media_type, std::string(v.context.tr("help.document.media")));
  add->add_option("--remark", o->remark, std::string(v.context.tr("help.document.remark")));
  add->add_option("--concerns", o->concerns, std::string(v.context.tr("help.document.concerns")))->allow_extra_args(false);
  add->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  add->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return attach(*context, *o); }; });
  auto* open = verb->add_subcommand("open", std::string(v.context.tr("help.document.open")));
  open->add_option("event", o->event, std::string(v.context.tr("help.prove.event")))->required();
  open->add_option("--out", o->out, std::string(v.context.tr("help.out")))->required();
  open->add_option("--role", o->role, std::string(v.context.tr("help.record.role")));
  open->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return open_document(*context, *o); }; });
}

}  // namespace inzicht::cli
