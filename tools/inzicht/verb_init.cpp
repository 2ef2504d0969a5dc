// key new, init.
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/record_event.h"

namespace inzicht::cli {
namespace {

int new_key(const Context& context, const std::string& name) {
  if (name.empty() || name.find('/') != std::string::npos || name.starts_with('.'))
    return context.fail({ErrorCode::bad_input, "key new: expected a name without '/'"});
  auto secret = context.passphrase();
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

struct InitOptions {
  std::string dir, name, origin, registrar = "registrar", organisation;
};

int init(Context& context, const InitOptions& o) {
  context.ledger = o.dir;
  auto secret = context.passphrase();
  if (!secret) return context.fail(secret.error());
  const LedgerSettings settings{o.name, o.origin, schema::ClockKind::WALL};
  auto ledger = OpenLedger::create(o.dir, settings, LedgerKeys::generate(), *secret, {}, 0, nullptr);
  if (!ledger) return context.fail(ledger.error());
  const auto folder = context.key_folder(o.registrar);
  std::error_code error;
  const bool here = !std::filesystem::exists(folder / "key", error);
  auto registrar = here ? Author::create((*ledger)->folder().keys() / o.registrar, o.registrar, *secret, {}) : Author::open(folder, *secret);
  if (!registrar) return context.fail(registrar.error());
  const OrganisationId owner{crypto::random_array<16>()};
  auto outcome = record_genesis(**ledger, **registrar, {o.name, o.origin, schema::ClockKind::WALL, owner});
  if (!outcome || std::holds_alternative<Refused>(*outcome)) return show_outcome(context, outcome);
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
