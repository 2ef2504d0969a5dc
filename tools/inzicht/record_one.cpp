#include "tools/inzicht/record_one.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <utility>

#include "ledger/base/limits.h"
#include "ledger/service/erasure.h"
#include "tools/inzicht/proposals.h"

namespace inzicht::cli {
namespace {

std::optional<InputError> apply_options(const RecordOptions& o, const KindInfo& kind, const IdResolver& ids, Json& draft) {
  draft["kind"] = std::string(kind.code);
  if (!o.occurred.empty()) draft["occurred"] = o.until.empty() ? Json(o.occurred) : Json{{"from", o.occurred}, {"until", o.until}};
  if (!o.role.empty()) draft["role"] = o.role;
  if (!o.event.empty()) draft["event"] = o.event;
  if (!o.subjects.empty()) draft["subjects"] = o.subjects;
  for (const auto& one : o.set)
    if (auto wrong = apply_set(draft, kind, one, ids)) return wrong;
  for (const auto& one : o.refs)
    if (auto wrong = apply_ref(draft, one)) return wrong;
  const std::string& motive = o.deviation.empty() ? o.after : o.deviation;
  if (!motive.empty()) {
    draft["claim"] = o.deviation.empty() ? "afterTheFact" : "deviation";
    if (!o.deviates.empty()) draft["deviates"] = o.deviates;
    if (!draft.contains("parts")) draft["parts"] = Json::array();
    draft["parts"].push_back({{"part", "deviationMotive"}, {"subject", kind.id < 200 ? "ledger" : "case"}, {"fields", {{"text", motive}}}});
  }
  return std::nullopt;
}

// Persons that the draft names: in its header or in its facts.
std::set<std::string> named_persons(const KindInfo& kind, const Json& draft) {
  std::set<std::string> out;
  const auto take = [&out](const Json& value) {
    if (value.is_string()) out.insert(value.get<std::string>());
    if (value.is_array())
      for (const auto& one : value)
        if (one.is_string()) out.insert(one.get<std::string>());
  };
  take(draft.value("subjects", Json()));
  const auto facts = draft.find("facts");
  for (auto field : kind.facts.getFields())
    if (id_kind_of(field) == schema::IdKind::SUBJECT && facts != draft.end() && facts->is_object()) take(facts->value(field.getProto().getName().cStr(), Json()));
  return out;
}

// The only person it can be about: the one the event names, else the only one of the case.
std::optional<std::string> only_person(OpenLedger& ledger, const KindInfo& kind, const IdResolver& ids, const Json& draft) {
  const auto named = named_persons(kind, draft);
  if (!named.empty()) return named.size() == 1 ? std::optional(*named.begin()) : std::nullopt;
  const auto text = draft.find("case");
  const auto raw = text != draft.end() && text->is_string() ? ids.resolve(schema::IdKind::CASE, text->get<std::string>()) : std::nullopt;
  const auto kase = raw ? CaseId::from(*raw) : std::nullopt;
  const auto persons = kase ? case_subjects(ledger.log(), *kase) : std::set<SubjectId>{};
  return persons.size() == 1 ? std::optional(to_text(*persons.begin())) : std::nullopt;
}

// The person that the fact names which says whom a part is about.
std::optional<std::string> person_of_fact(std::string_view rule, const Json& draft) {
  const auto facts = draft.find("facts");
  if (facts == draft.end() || !facts->is_object()) return std::nullopt;
  Json named = facts->value(std::string(rule.substr(0, rule.find('/'))), Json());
  if (named.is_array() && named.size() == 1) named = named[0];
  if (!named.is_string() || named.get<std::string>().empty()) return std::nullopt;
  return named.get<std::string>();
}

// A part typed without saying who is about the person that its fact names; one about each person is about the only one.
void propose_subjects(OpenLedger& ledger, const KindInfo& kind, const IdResolver& ids, Json& draft) {
  const auto parts = draft.find("parts");
  if (parts == draft.end() || !parts->is_array()) return;
  for (auto& part : *parts) {
    if (!part.is_object() || part.contains("subject") || !part.value("part", Json()).is_string()) continue;
    const PartInfo* info = kind.part(part["part"].get<std::string>());
    if (info == nullptr) continue;
    if (auto person = info->subject == "each" ? only_person(ledger, kind, ids, draft) : person_of_fact(info->subject, draft)) part["subject"] = std::move(*person);
  }
}

// When it happened, for what is proposed; a time that does not read is told by whoever reads the draft.
Micros occurred_of(const Json& draft, Micros now) {
  const auto at = draft.find("occurred");
  if (at == draft.end()) return now;
  const Json& from = at->is_object() ? at->value("from", Json()) : *at;
  const auto read =
      from.is_string() ? typed_moment(from.get<std::string>(), "--occurred") : Result<Micros>(now);
  return read.value_or(now);
}

// With a motive but no rules named, the rules that fail are named by the program: the author sees them before signing.
Status name_failing_rules(Draft& draft, OpenLedger& ledger, Author& author) {
  if (draft.claim == schema::Conformity::CONFORMING || !draft.deviates.empty()) return {};
  const auto claim = std::exchange(draft.claim, schema::Conformity::CONFORMING);
  auto checked = author.dry_run(ledger.service(), ledger.log(), ledger.clock(), draft);
  draft.claim = claim;
  if (!checked) return std::unexpected(checked.error());
  if (const auto* refused = std::get_if<Refused>(&*checked))
    for (const auto& finding : refused->findings) draft.deviates.push_back(finding.rule->id);
  return {};
}

// Others who sign as well, with keys on this machine under the same passphrase.
struct CoSigners {
  std::vector<std::unique_ptr<Author>> authors;
  std::vector<const crypto::Signer*> signers;  // ascending by key id, as the header wants them
};
Result<CoSigners> open_cosigners(const Context& context, const OpenLedger& ledger, const std::vector<std::string>& names) {
  CoSigners out;
  for (const auto& name : names) {
    Context theirs = context;
    theirs.as = name;
    INZICHT_TRY(author, theirs.author(ledger));
    out.signers.push_back(&author->signer());
    out.authors.push_back(std::move(author));
  }
  std::ranges::sort(out.signers, {}, [](const crypto::Signer* one) { return one->id(); });
  return out;
}

}  // namespace

Result<std::string> read_text(const std::string& file, std::string_view flag) {
  if (file == "-") {
    std::string text(limits::json_bytes_max + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > limits::json_bytes_max) return fail(ErrorCode::limit, fmt::format("{}: expected at most {} bytes", flag, limits::json_bytes_max));
    return text;
  }
  INZICHT_TRY(bytes, read_file(file, limits::json_bytes_max));
  return std::string(bytes.begin(), bytes.end());
}

Result<AtWork> begin_work(const Context& context) {
  AtWork out;
  INZICHT_TRY(ledger, context.open());
  out.ledger = std::move(ledger);
  INZICHT_TRY(author, context.author(*out.ledger));
  out.author = std::move(author);
  out.ids = std::make_unique<LedgerIds>(*out.ledger);
  return out;
}

int record_one(const Context& context, AtWork& work, const KindInfo& kind, const RecordOptions& o, Json draft) {
  OpenLedger& ledger = *work.ledger;
  Author& author = *work.author;
  const LedgerIds& ids = *work.ids;
  if (auto wrong = apply_options(o, kind, ids, draft)) return context.refuse(Refused::of(*wrong));
  std::vector<Proposal> proposals;
  if (o.propose.value_or(false)) {
    auto proposed = propose(ledger, author, ids, kind, occurred_of(draft, ledger.clock().now()), draft);
    if (!proposed) return context.fail(proposed.error());
    proposals = std::move(*proposed);
    for (const Proposal& one : proposals) context.say(context.trf("record.proposed", one.place, one.value));
  }
  propose_subjects(ledger, kind, ids, draft);
  auto built = draft_from_json(draft, ids);
  if (!built) return context.refuse(Refused::of(built.error()));
  if (auto status = fill_in(*built, ledger, author); !status) return context.fail(status.error());
  auto cosigners = open_cosigners(context, ledger, o.cosign);
  if (!cosigners) return context.fail(cosigners.error());
  if (!o.cosign.empty()) built->cosigners.clear();
  for (const auto* one : cosigners->signers) built->cosigners.push_back(one->id());
  if (auto status = name_failing_rules(*built, ledger, author); !status) return context.fail(status.error());
  if (o.dry_run) return show_dry_run(context, author.dry_run(ledger.service(), ledger.log(), ledger.clock(), *built));
  if (!proposals.empty() && !context.agrees("record.as_proposed")) return exit_no;
  if (auto begun = kind.id == kind_erasure ? begin_typed_erasure(ledger, draft, ids) : Status{}; !begun)
    return context.fail(begun.error());
  if (!o.cosign.empty()) built->cosigners.clear();  // record() puts them in with their signatures
  const int code = show_outcome(context, author.record(ledger.service(), ledger.log(), ledger.clock(), *built, cosigners->signers));
  if (auto finished = kind.id == kind_erasure ? finish_erasures(ledger) : Result<std::uint64_t>(0); !finished) return context.fail(finished.error());
  return code;
}

void add_record_flags(const Verbs& v, CLI::App& verb, RecordOptions& o) {
  verb.add_option("--cosign", o.cosign, std::string(v.context.tr("help.record.cosign")))->allow_extra_args(false);
  verb.add_option("--occurred", o.occurred, std::string(v.context.tr("help.record.occurred")));
  verb.add_option("--role", o.role, std::string(v.context.tr("help.record.role")));
  verb.add_option("--event", o.event, std::string(v.context.tr("help.record.event")));
  auto* deviation = verb.add_option("--deviation", o.deviation, std::string(v.context.tr("help.record.deviation")));
  verb.add_option("--after-the-fact", o.after, std::string(v.context.tr("help.record.after")))->excludes(deviation);
  verb.add_option("--rule", o.deviates, std::string(v.context.tr("help.record.rule")))->allow_extra_args(false);
  verb.add_flag("--dry-run", o.dry_run, std::string(v.context.tr("help.record.dry_run")));
}

}  // namespace inzicht::cli
