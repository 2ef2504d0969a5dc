// key new, key proof, init.
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tools/inzicht/key_proof.h"
#include "tools/inzicht/record_event.h"

namespace inzicht::cli {
namespace {

bool is_key_name(const std::string& name) { return !name.empty() && name.find('/') == std::string::npos && !name.starts_with('.'); }

int new_key(const Context& context, const std::string& name) {
  if (!is_key_name(name)) return context.fail({ErrorCode::bad_input, "key new: expected a name without '/'"});
  auto secret = context.new_passphrase("ask.new_key_passphrase", name);
  if (!secret) return context.fail(secret.error());
  auto made = Author::create(context.key_folder(name), name, *secret, {});
  if (!made) return context.fail(made.error());
  const auto& profile = (*made)->profile();
  if (context.json) {
    context.print(Json({{"name", name}, {"key", crypto::base64(profile.key)}, {"publicKey", crypto::base64(profile.public_key)}}).dump());
  } else {
    context.print(context.trf("key.made", name, context.key_folder(name).string()));
    context.print(context.trf("key.public", crypto::base64(profile.public_key)));
  }
  return exit_done;
}

struct ProofOptions {
  std::string name, ledger, actor, out;
};

// Needs no ledger here: its owner may work elsewhere.
int prove_key(const Context& context, const ProofOptions& o) {
  const auto ledger = crypto::base64_decode_array<32>(o.ledger);
  if (!ledger) return context.fail({ErrorCode::bad_input, "--ledger-id: expected the ledger's id in base64, as `inzicht init` and `inzicht actor add` say it"});
  const auto raw = PlainIds{}.resolve(schema::IdKind::ACTOR, o.actor);
  const auto actor = raw ? ActorId::from(*raw) : std::nullopt;
  if (!actor) return context.fail({ErrorCode::bad_input, "--actor: expected the whole id of the participant (A-…), as `inzicht actor add` says it"});
  auto key = open_key(context, o.name);
  if (!key) return context.fail(key.error());
  if (auto status = (*key)->check_serves(*ledger); !status) return context.fail(status.error());
  if ((*key)->profile().actor && *(*key)->profile().actor != *actor) return context.fail({ErrorCode::conflict, "key proof: this key is another participant's"});
  const auto proof = KeyProof::of((*key)->signer(), *ledger, *actor).to_json();
  if (!o.out.empty())
    if (auto status = write_file(o.out, crypto::bytes_of(proof + "\n"), false); !status) return context.fail(status.error());
  if (auto status = (*key)->set_actor(*actor); !status) return context.fail(status.error());
  if (o.out.empty() || context.json) context.print(proof);
  context.say(context.tr("key.proven"));
  return exit_done;
}

struct InitOptions {
  std::string dir, name, origin, registrar = "registrar", organisation;
};

int init(Context& context, const InitOptions& o) {
  context.ledger = o.dir;
  if (!is_key_name(o.registrar)) return context.fail({ErrorCode::bad_input, "--registrar: expected the name of a key, without '/'"});
  const LedgerSettings settings{o.name, o.origin, schema::ClockKind::WALL};
  if (auto status = LedgerFolder(o.dir).check_new(settings); !status) return context.fail(status.error());
  auto secret = context.new_passphrase("ask.new_passphrase", o.dir);
  if (!secret) return context.fail(secret.error());
  // A key that is there is opened before anything is made.
  std::error_code error;
  const bool here = !std::filesystem::exists(context.key_folder(o.registrar) / "key", error);
  auto registrar = here ? Result<std::unique_ptr<Author>>(nullptr) : open_key(context, o.registrar);
  if (!registrar) return context.fail(registrar.error());
  if (!here && (*registrar)->has_served()) return context.fail(serves_another(o.registrar));
  NewFolder made(o.dir);
  auto ledger = OpenLedger::create(o.dir, settings, LedgerKeys::generate(), *secret, {}, 0, nullptr);
  if (!ledger) return context.fail(ledger.error());
  if (here) registrar = Author::create((*ledger)->folder().keys() / o.registrar, o.registrar, *secret, {});
  if (!registrar) return context.fail(registrar.error());
  const OrganisationId owner{crypto::random_array<16>()};
  auto outcome = record_genesis(**ledger, **registrar, {o.name, o.origin, schema::ClockKind::WALL, owner});
  if (!outcome || std::holds_alternative<Refused>(*outcome)) return show_outcome(context, outcome);
  made.keep();
  if (context.json) {
    context.print(Json({{"ledger", crypto::base64((*ledger)->service().ledger())}, {"origin", o.origin}, {"organisation", to_text(owner)}, {"registrar", to_text(*(*registrar)->profile().actor)}}).dump());
  } else {
    context.print(context.trf("init.done", o.name, o.dir, crypto::base64((*ledger)->service().ledger())));
    if (here) context.say(context.trf("init.registrar_here", o.registrar, ((*ledger)->folder().keys() / o.registrar).string()));
    context.say(context.trf("init.organisation", to_text(owner)));
    context.say(context.tr("init.backup"));
  }
  return exit_done;
}

}  // namespace

void add_key(Verbs& v) {
  auto* verb = v.app.add_subcommand("key", std::string(v.context.tr("help.key")));
  verb->require_subcommand(1);
  auto name = std::make_shared<std::string>();
  auto* make = verb->add_subcommand("new", std::string(v.context.tr("help.key.new")));
  make->add_option("name", *name, std::string(v.context.tr("help.key.name")))->required();
  auto p = std::make_shared<ProofOptions>();
  auto* proof = verb->add_subcommand("proof", std::string(v.context.tr("help.key.proof")));
  proof->add_option("name", p->name, std::string(v.context.tr("help.key.name")))->required();
  proof->add_option("--ledger-id", p->ledger, std::string(v.context.tr("help.key.ledger")))->required();
  proof->add_option("--actor", p->actor, std::string(v.context.tr("help.key.actor")))->required();
  proof->add_option("--out", p->out, std::string(v.context.tr("help.out")));
  proof->callback([p, context = &v.context, chosen = &v.chosen] { *chosen = [context, p] { return prove_key(*context, *p); }; });
  make->callback([name, context = &v.context, chosen = &v.chosen] { *chosen = [context, name] { return new_key(*context, *name); }; });
}

void add_init(Verbs& v) {
  auto o = std::make_shared<InitOptions>();
  auto* verb = v.app.add_subcommand("init", std::string(v.context.tr("help.init")));
  verb->add_option("dir", o->dir, std::string(v.context.tr("help.init.dir")))->required();
  verb->add_option("--name", o->name, std::string(v.context.tr("help.init.name")))->required();
  verb->add_option("--origin", o->origin, std::string(v.context.tr("help.init.origin")))->required();
  verb->add_option("--registrar", o->registrar, std::string(v.context.tr("help.init.registrar")));
  verb->callback([o, context = &v.context, chosen = &v.chosen] { *chosen = [context, o] { return init(*context, *o); }; });
}

}  // namespace inzicht::cli
