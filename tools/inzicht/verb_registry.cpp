// organisation, actor, mandate: adding and listing. Names are sealed; lists show codes and ids.
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tools/inzicht/record_event.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

template <class Do>
int with_author(const Context& context, Do&& act) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto author = context.author(**ledger);
  if (!author) return context.fail(author.error());
  LedgerIds ids(**ledger);
  return act(**ledger, **author, ids);
}

std::string today(OpenLedger& ledger) { return to_text(local_date(ledger.clock().now())); }

struct OrganisationOptions {
  std::string id, name, type, from, municipality;
  std::vector<std::string> laws;
  bool is_public = false;
};

int add_one_organisation(const Context& context, const OrganisationOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    const auto id = o.id.empty() ? id_text('O', crypto::random_array<16>()) : o.id;
    Json draft{{"kind", 102},
               {"facts", {{"org", id}, {"orgType", o.type}, {"status", "active"}, {"publicBody", o.is_public ? "yes" : "no"}, {"laws", o.laws}, {"from", o.from.empty() ? today(ledger) : o.from}}},
               {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", o.name}}}}}}};
    if (!o.municipality.empty()) draft["facts"]["municipality"] = o.municipality;
    const int code = record_json(context, ledger, author, draft, ids);
    if (code == exit_done && !context.json) context.print(context.trf("organisation.id", id));
    return code;
  });
}

struct ActorOptions {
  std::string name, kind = "professional", organisation, in_register = "none", status = "notApplicable", secrecy = "professional", actor, key, reason;
};

// 103 for the person, 104 for the key that is on this machine: its own signature is the proof.
int enrol_actor(const Context& context, const ActorOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& registrar, LedgerIds& ids) {
    auto secret = context.passphrase();
    if (!secret) return context.fail(secret.error());
    auto owner = Author::open(context.key_folder(o.key), *secret);
    if (!owner) return context.fail(owner.error());
    const ActorId id = (*owner)->profile().actor.value_or(ActorId{crypto::random_array<16>()});
    Json enrolled{{"kind", 103},
                  {"facts", {{"who", to_text(id)}, {"actorKind", o.kind}, {"register", o.in_register}, {"registerStatus", o.status}, {"statusFrom", today(ledger)}, {"secrecy", o.secrecy}}},
                  {"parts", {{{"part", "who"}, {"subject", to_text(id)}, {"fields", {{"name", o.name}}}}}}};
    if (!o.organisation.empty()) enrolled["facts"]["org"] = o.organisation;
    const auto outcome = record_draft(ledger, registrar, enrolled, ids);
    const int code = show_outcome(context, outcome);
    if (code != exit_done) return code;
    const auto& signer = (*owner)->signer();
    const auto proof = enrolment_proof(signer, ledger.service().ledger(), id);
    const Json key{{"kind", 104},
                   {"references", {{{"relation", "concerns"}, {"event", to_text(std::get<Accepted>(*outcome).event)}}}},
                   {"facts", {{"key", crypto::base64(signer.id())}, {"owner", to_text(id)}, {"use", "signing"}, {"publicKey", crypto::base64(signer.public_key())}, {"proof", crypto::base64(proof)}}}};
    const int key_code = record_json(context, ledger, registrar, key, ids);
    if (key_code != exit_done) return key_code;
    if (auto status = (*owner)->set_actor(id); !status) return context.fail(status.error());
    if (!context.json) context.print(context.trf("actor.id", to_text(id), o.key));
    return exit_done;
  });
}

// A second device of the same actor: the new key proves itself, an earlier key of the actor signs.
int rotate_key(const Context& context, const std::string& new_key) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    auto secret = context.passphrase();
    if (!secret) return context.fail(secret.error());
    auto made = Author::create(context.key_folder(new_key), new_key, *secret, {});
    if (!made) return context.fail(made.error());
    const ActorId id = *author.profile().actor;
    const auto& signer = (*made)->signer();
    const auto proof = enrolment_proof(signer, ledger.service().ledger(), id);
    const Json key{{"kind", 104},
                   {"facts", {{"key", crypto::base64(signer.id())}, {"owner", to_text(id)}, {"use", "signing"}, {"publicKey", crypto::base64(signer.public_key())}, {"proof", crypto::base64(proof)}}}};
    const int code = record_json(context, ledger, author, key, ids);
    if (code != exit_done) return code;
    if (auto status = (*made)->set_actor(id); !status) return context.fail(status.error());
    return exit_done;
  });
}

int revoke_key(const Context& context, const ActorOptions& o, const std::string& doubtful) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    const auto raw = crypto::base64_decode_array<32>(o.key);
    if (!raw) return context.fail({ErrorCode::bad_input, "--key: expected a key id in base64, as `inzicht actor list` shows"});
    EventId enrolled_by;
    std::optional<ActorId> owner;
    bool found = false;
    ledger.service().with_registry([&](const Registry& registry) {
      if (const KeyInfo* info = registry.find_key(*raw)) {
        owner = info->owner;
        found = true;
        if (const auto record = ledger.log().read(info->enrolled_at))
          if (const auto message = HeaderMessage::stored(record->header))
            enrolled_by = EventId::from({message->header().getEvent().begin(), message->header().getEvent().size()}).value_or(EventId{});
      }
    });
    if (!found) return context.fail({ErrorCode::not_found, "--key: no such key here"});
    Json draft{{"kind", 105}, {"facts", {{"key", o.key}, {"reason", o.reason}}}, {"references", {{{"relation", "concerns"}, {"event", to_text(enrolled_by)}}}}};
    if (owner) draft["facts"]["owner"] = to_text(*owner);
    if (!doubtful.empty()) draft["facts"]["doubtfulSince"] = doubtful;
    return record_json(context, ledger, author, draft, ids);
  });
}

struct MandateOptions {
  std::string actor, role, scope = "organisation", organisation, kase, subject, basis = "assignment", from, until, mandate, reason = "other";
  std::vector<std::string> powers{"record"}, classes;
};

int grant(const Context& context, const MandateOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    const auto id = id_text('M', crypto::random_array<16>());
    Json draft{{"kind", 106},
               {"facts", {{"mandate", id}, {"grantee", o.actor}, {"role", o.role}, {"scope", o.scope}, {"powers", o.powers}, {"classes", o.classes}, {"basis", o.basis},
                          {"from", o.from.empty() ? to_text(ledger.clock().now()) : o.from}}}};
    if (!o.organisation.empty()) draft["facts"]["org"] = o.organisation;
    if (!o.subject.empty()) draft["facts"]["subject"] = o.subject;
    if (!o.until.empty()) draft["facts"]["until"] = o.until;
    if (!o.kase.empty()) draft["case"] = o.kase;
    const int code = record_json(context, ledger, author, draft, ids);
    if (code == exit_done && !context.json) context.print(context.trf("mandate.id", id));
    return code;
  });
}

int end_mandate(const Context& context, const MandateOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    const auto id = typed_id<MandateId>(ids, schema::IdKind::MANDATE, o.mandate, "mandate");
    if (!id) return context.fail(id.error());
    EventId granted_by;
    std::optional<ActorId> grantee;
    std::optional<CaseId> kase;
    ledger.service().with_registry([&](const Registry& registry) {
      if (const MandateInfo* info = registry.find_mandate(*id)) {
        granted_by = info->event;
        grantee = info->grantee;
        kase = info->kase;
      }
    });
    if (!grantee) return context.fail({ErrorCode::not_found, "mandate: no such mandate here"});
    Json draft{{"kind", 107},
               {"facts", {{"mandate", to_text(*id)}, {"grantee", to_text(*grantee)}, {"reason", o.reason}, {"at", o.until.empty() ? to_text(ledger.clock().now()) : o.until}}},
               {"references", {{{"relation", "ends"}, {"event", to_text(granted_by)}}}}};
    if (kase) draft["case"] = to_text(*kase);
    return record_json(context, ledger, author, draft, ids);
  });
}

}  // namespace

void add_organisation(Verbs& v) {
  auto o = std::make_shared<OrganisationOptions>();
  auto* verb = v.app.add_subcommand("organisation", std::string(v.context.tr("help.organisation")));
  verb->require_subcommand(1);
  auto* add = verb->add_subcommand("add", std::string(v.context.tr("help.organisation.add")));
  add->add_option("--name", o->name, std::string(v.context.tr("help.name_sealed")))->required();
  add->add_option("--organisation", o->id, std::string(v.context.tr("help.organisation.id")));
  add->add_option("--type", o->type, std::string(v.context.tr("help.organisation.type")))->required();
  add->add_option("--law", o->laws, std::string(v.context.tr("help.organisation.law")))->allow_extra_args(false);
  add->add_option("--from", o->from, std::string(v.context.tr("help.from")));
  add->add_option("--municipality", o->municipality, std::string(v.context.tr("help.organisation.municipality")));
  add->add_flag("--public-body", o->is_public, std::string(v.context.tr("help.organisation.public")));
  add->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return add_one_organisation(*context, *o); }; });
  auto* list = verb->add_subcommand("list", std::string(v.context.tr("help.organisation.list")));
  list->callback([context = &v.context, chosen = &v.chosen] { *chosen = [context] { return show_registry(*context, "organisation"); }; });
}

void add_actor(Verbs& v) {
  auto o = std::make_shared<ActorOptions>();
  auto doubtful = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("actor", std::string(v.context.tr("help.actor")));
  verb->require_subcommand(1);
  auto* enrol = verb->add_subcommand("enrol", std::string(v.context.tr("help.actor.enrol")));
  enrol->add_option("--key", o->key, std::string(v.context.tr("help.actor.key")))->required();
  enrol->add_option("--name", o->name, std::string(v.context.tr("help.name_sealed")))->required();
  enrol->add_option("--organisation", o->organisation, std::string(v.context.tr("help.actor.organisation")));
  enrol->add_option("--kind", o->kind, std::string(v.context.tr("help.actor.kind")));
  enrol->add_option("--register", o->in_register, std::string(v.context.tr("help.actor.register")));
  enrol->add_option("--register-status", o->status, std::string(v.context.tr("help.actor.status")));
  enrol->add_option("--secrecy", o->secrecy, std::string(v.context.tr("help.actor.secrecy")));
  enrol->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return enrol_actor(*context, *o); }; });
  auto* rotate = verb->add_subcommand("rotate", std::string(v.context.tr("help.actor.rotate")));
  rotate->add_option("key", o->key, std::string(v.context.tr("help.actor.new_key")))->required();
  rotate->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return rotate_key(*context, o->key); }; });
  auto* revoke = verb->add_subcommand("revoke", std::string(v.context.tr("help.actor.revoke")));
  revoke->add_option("--key", o->key, std::string(v.context.tr("help.actor.key_id")))->required();
  revoke->add_option("--reason", o->reason, std::string(v.context.tr("help.actor.reason")))->required();
  revoke->add_option("--doubtful-since", *doubtful, std::string(v.context.tr("help.actor.doubtful")));
  revoke->callback([o, doubtful, context = &v.context, chosen = &v.chosen] { *chosen = [context, o, doubtful] { return revoke_key(*context, *o, *doubtful); }; });
  auto* list = verb->add_subcommand("list", std::string(v.context.tr("help.actor.list")));
  list->callback([context = &v.context, chosen = &v.chosen] { *chosen = [context] { return show_registry(*context, "actor"); }; });
}

void add_mandate(Verbs& v) {
  auto o = std::make_shared<MandateOptions>();
  auto* verb = v.app.add_subcommand("mandate", std::string(v.context.tr("help.mandate")));
  verb->require_subcommand(1);
  auto* give = verb->add_subcommand("grant", std::string(v.context.tr("help.mandate.grant")));
  give->add_option("--actor", o->actor, std::string(v.context.tr("help.mandate.actor")))->required();
  give->add_option("--role", o->role, std::string(v.context.tr("help.mandate.role")))->required();
  give->add_option("--scope", o->scope, std::string(v.context.tr("help.mandate.scope")));
  give->add_option("--organisation", o->organisation, std::string(v.context.tr("help.mandate.organisation")));
  give->add_option("--case", o->kase, std::string(v.context.tr("help.mandate.case")));
  give->add_option("--person", o->subject, std::string(v.context.tr("help.mandate.person")));
  give->add_option("--power", o->powers, std::string(v.context.tr("help.mandate.power")))->allow_extra_args(false);
  give->add_option("--class", o->classes, std::string(v.context.tr("help.mandate.class")))->allow_extra_args(false);
  give->add_option("--basis", o->basis, std::string(v.context.tr("help.mandate.basis")));
  give->add_option("--from", o->from, std::string(v.context.tr("help.from")));
  give->add_option("--until", o->until, std::string(v.context.tr("help.until")));
  give->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return grant(*context, *o); }; });
  auto* end = verb->add_subcommand("end", std::string(v.context.tr("help.mandate.end")));
  end->add_option("mandate", o->mandate, std::string(v.context.tr("help.mandate.id")))->required();
  end->add_option("--reason", o->reason, std::string(v.context.tr("help.mandate.reason")));
  end->add_option("--at", o->until, std::string(v.context.tr("help.until")));
  end->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return end_mandate(*context, *o); }; });
  auto* list = verb->add_subcommand("list", std::string(v.context.tr("help.mandate.list")));
  list->callback([context = &v.context, chosen = &v.chosen] { *chosen = [context] { return show_registry(*context, "mandate"); }; });
}

}  // namespace inzicht::cli
