// actor: who may sign. A key is made where its owner works (`key new`); what a registrar needs of it is its public half and its proof.
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tools/inzicht/key_proof.h"
#include "tools/inzicht/record_event.h"

namespace inzicht::cli {
namespace {

struct ActorOptions {
  std::string name, kind = "professional", organisation, in_register = "none", status = "notApplicable", secrecy = "professional", key, proof, reason, doubtful;
};

struct Enrolment {
  ActorId actor;
  EventId event;  // its last 103
};

// 103: the person, with the name sealed.
Result<std::variant<Enrolment, Refused>> record_person(OpenLedger& ledger, Author& registrar, const LedgerIds& ids, const ActorId& id, const ActorOptions& o) {
  Json draft{{"kind", 103},
             {"facts", {{"who", to_text(id)}, {"actorKind", o.kind}, {"register", o.in_register}, {"registerStatus", o.status}, {"statusFrom", today_in(ledger)}, {"secrecy", o.secrecy}}},
             {"parts", {{{"part", "who"}, {"subject", to_text(id)}, {"fields", {{"name", o.name}}}}}}};
  if (!o.organisation.empty()) draft["facts"]["org"] = o.organisation;
  INZICHT_TRY(outcome, record_draft(ledger, registrar, draft, ids));
  if (auto* refused = std::get_if<Refused>(&outcome)) return std::move(*refused);
  return Enrolment{id, std::get<Accepted>(outcome).event};
}

// 104: the key, which proves itself.
Json key_draft(const KeyProof& proof, const std::optional<EventId>& enrolled_by) {
  Json draft{{"kind", 104},
             {"facts", {{"key", crypto::base64(proof.key)}, {"owner", to_text(proof.actor)}, {"use", "signing"}, {"publicKey", crypto::base64(proof.public_key)}, {"proof", crypto::base64(proof.proof)}}}};
  if (enrolled_by) draft["references"] = {{{"relation", "concerns"}, {"event", to_text(*enrolled_by)}}};
  return draft;
}

bool is_enrolled(OpenLedger& ledger, const KeyId& key) {
  return ledger.service().with_registry([&](const Registry& registry) { return registry.find_key(key) != nullptr; });
}

// The person without a key: it is made and proven where they work, and enrolled when its proof comes back.
int add_person_only(const Context& context, const ActorOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& registrar, LedgerIds& ids) {
    const auto person = record_person(ledger, registrar, ids, ActorId{crypto::random_array<16>()}, o);
    if (!person) return context.fail(person.error());
    if (const auto* refused = std::get_if<Refused>(&*person)) return context.refuse(*refused);
    const auto& enrolled = std::get<Enrolment>(*person);
    const auto id = crypto::base64(ledger.service().ledger());
    if (context.json) context.print(Json({{"event", to_text(enrolled.event)}, {"actor", to_text(enrolled.actor)}, {"ledger", id}}).dump());
    else context.print(context.trf("actor.added", to_text(enrolled.actor), id));
    return exit_done;
  });
}

int enrol_by_proof(const Context& context, const ActorOptions& o) {
  const auto proof = KeyProof::read(o.proof);
  if (!proof) return context.fail(proof.error());
  return with_author(context, [&](OpenLedger& ledger, Author& registrar, LedgerIds& ids) {
    if (proof->ledger != ledger.service().ledger()) return context.fail({ErrorCode::bad_input, "--proof: expected a proof for this ledger, found one for another"});
    if (is_enrolled(ledger, proof->key)) return context.fail({ErrorCode::already_exists, "--proof: this key is enrolled already"});
    const auto enrolled_by = ledger.service().with_registry([&](const Registry& registry) {
      const ActorInfo* info = registry.find_actor(proof->actor);
      return info == nullptr ? std::nullopt : std::optional(info->event);
    });
    if (!enrolled_by) return context.fail({ErrorCode::not_found, "--proof: no such participant here: expected one of `inzicht actor add`"});
    return record_made(context, ledger, registrar, key_draft(*proof, enrolled_by), ids, {"actor", "actor.proven", to_text(proof->actor)});
  });
}

int enrol_here(const Context& context, const ActorOptions& o) {
  if (o.name.empty() || o.key.empty()) return context.fail({ErrorCode::bad_input, "actor enrol: expected --key and --name, or --proof"});
  return with_author(context, [&](OpenLedger& ledger, Author& registrar, LedgerIds& ids) {
    auto owner = open_key(context, o.key);
    if (!owner) return context.fail(owner.error());
    // Before anything is recorded: a person without a key would stay behind.
    if (auto status = (*owner)->check_serves(ledger.service().ledger()); !status) return context.fail(status.error());
    if (is_enrolled(ledger, (*owner)->signer().id())) return context.fail({ErrorCode::already_exists, "--key: this key is enrolled already: for another device see `inzicht actor rotate`"});
    const ActorId id = (*owner)->profile().actor.value_or(ActorId{crypto::random_array<16>()});
    const auto person = record_person(ledger, registrar, ids, id, o);
    if (!person) return context.fail(person.error());
    if (const auto* refused = std::get_if<Refused>(&*person)) return context.refuse(*refused);
    const auto draft = key_draft(KeyProof::of((*owner)->signer(), ledger.service().ledger(), id), std::get<Enrolment>(*person).event);
    const auto outcome = record_draft(ledger, registrar, draft, ids);
    if (!outcome || std::holds_alternative<Refused>(*outcome)) return show_outcome(context, outcome);
    if (auto status = (*owner)->set_actor(id); !status) return context.fail(status.error());
    if (!context.json) {
      const int code = show_outcome(context, outcome);
      context.print(context.trf("actor.id", to_text(id), o.key));
      return code;
    }
    Json answer = accepted_json(context, std::get<Accepted>(*outcome));
    answer["actor"] = to_text(id);
    context.print(answer.dump());
    return exit_done;
  });
}

// A second device of the same actor: the new key proves itself, an earlier key of the actor signs.
int rotate_key(const Context& context, const std::string& new_key) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    auto secret = context.new_passphrase("ask.new_key_passphrase", new_key);
    if (!secret) return context.fail(secret.error());
    auto made = Author::create(context.key_folder(new_key), new_key, *secret, {});
    if (!made) return context.fail(made.error());
    const ActorId id = *author.profile().actor;
    const int code = record_json(context, ledger, author, key_draft(KeyProof::of((*made)->signer(), ledger.service().ledger(), id), std::nullopt), ids);
    if (code != exit_done) return code;
    if (auto status = (*made)->set_actor(id); !status) return context.fail(status.error());
    return exit_done;
  });
}

int revoke_key(const Context& context, const ActorOptions& o) {
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
    if (!o.doubtful.empty()) draft["facts"]["doubtfulSince"] = o.doubtful;
    return record_json(context, ledger, author, draft, ids);
  });
}

void add_person_options(const Verbs& v, CLI::App& verb, ActorOptions& o) {
  verb.add_option("--organisation", o.organisation, std::string(v.context.tr("help.actor.organisation")));
  verb.add_option("--kind", o.kind, std::string(v.context.tr("help.actor.kind")));
  verb.add_option("--register", o.in_register, std::string(v.context.tr("help.actor.register")));
  verb.add_option("--register-status", o.status, std::string(v.context.tr("help.actor.status")));
  verb.add_option("--secrecy", o.secrecy, std::string(v.context.tr("help.actor.secrecy")));
}

}  // namespace

void add_actor(Verbs& v) {
  auto o = std::make_shared<ActorOptions>();
  const auto help = [&](const char* key) { return std::string(v.context.tr(key)); };
  auto* verb = v.app.add_subcommand("actor", help("help.actor"));
  verb->require_subcommand(1);
  auto* add = verb->add_subcommand("add", help("help.actor.add"));
  add->add_option("--name", o->name, help("help.name_sealed"))->required();
  add_person_options(v, *add, *o);
  add->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return add_person_only(*context, *o); }; });
  auto* enrol = verb->add_subcommand("enrol", help("help.actor.enrol"));
  auto* key = enrol->add_option("--key", o->key, help("help.actor.key"));
  enrol->add_option("--name", o->name, help("help.name_sealed"));
  enrol->add_option("--proof", o->proof, help("help.actor.proof"))->excludes(key);
  add_person_options(v, *enrol, *o);
  enrol->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return o->proof.empty() ? enrol_here(*context, *o) : enrol_by_proof(*context, *o); }; });
  auto* rotate = verb->add_subcommand("rotate", help("help.actor.rotate"));
  rotate->add_option("key", o->key, help("help.actor.new_key"))->required();
  rotate->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return rotate_key(*context, o->key); }; });
  auto* revoke = verb->add_subcommand("revoke", help("help.actor.revoke"));
  revoke->add_option("--key", o->key, help("help.actor.key_id"))->required();
  revoke->add_option("--reason", o->reason, help("help.actor.reason"))->required();
  revoke->add_option("--doubtful-since", o->doubtful, help("help.actor.doubtful"));
  revoke->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return revoke_key(*context, *o); }; });
  auto* list = verb->add_subcommand("list", help("help.actor.list"));
  list->callback([context = &v.context, chosen = &v.chosen] { *chosen = [context] { return show_registry(*context, "actor"); }; });
}

}  // namespace inzicht::cli
