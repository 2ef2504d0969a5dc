// organisation, mandate: adding and listing. Names are sealed; lists show codes and ids.
#include <CLI/CLI.hpp>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "ledger/service/genesis.h"
#include "tools/inzicht/record_event.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

struct OrganisationOptions {
  std::string id, name, type, from, municipality;
  std::vector<std::string> laws;
  bool is_public = false;
};

int add_one_organisation(const Context& context, const OrganisationOptions& o) {
  return with_author(context, [&](OpenLedger& ledger, Author& author, LedgerIds& ids) {
    const auto id = o.id.empty() ? id_text('O', crypto::random_array<16>()) : o.id;
    Json draft{{"kind", 102},
               {"facts", {{"org", id}, {"orgType", o.type}, {"status", "active"}, {"publicBody", o.is_public ? "yes" : "no"}, {"laws", o.laws}, {"from", o.from.empty() ? today_in(ledger) : o.from}}},
               {"parts", {{{"part", "name"}, {"subject", "ledger"}, {"fields", {{"name", o.name}}}}}}};
    if (!o.municipality.empty()) draft["facts"]["municipality"] = o.municipality;
    return record_made(context, ledger, author, draft, ids, {"organisation", "organisation.id", id});
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
    return record_made(context, ledger, author, draft, ids, {"mandate", "mandate.id", id});
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
