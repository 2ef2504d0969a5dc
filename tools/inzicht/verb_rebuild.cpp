// rebuild: drops views and builds them again; and how views are opened by the verbs that show them.
#include <CLI/CLI.hpp>

#include "crypto/encoding.h"
#include "tools/inzicht/kept_views.h"

namespace inzicht::cli {
namespace {

std::string_view why_key(BuiltAgain why) {
  switch (why) {
    case BuiltAgain::damaged: return "views.damaged";
    case BuiltAgain::other_version: return "views.other_version";
    case BuiltAgain::other_log: return "views.other_log";
    case BuiltAgain::purged: return "views.purged";
  }
  return {};
}

std::string verb_name(std::string_view view) { return view == "privacyLog" ? "privacy-log" : std::string(view); }

std::vector<std::string> all_names() {
  std::vector<std::string> out;
  for (const auto& projection : all_projections()) out.emplace_back(projection->name());
  return out;
}

// What the views hold, so that anybody can see that another rebuild gives the same.
int show_contents(const Context& context, StoredViews& views, std::span<const std::string> names, std::uint64_t events) {
  for (const auto& name : names) {
    const auto digest = views.content_digest(name);
    if (!digest) return context.fail(digest.error());
    if (context.json) {
      context.print(Json({{"view", name}, {"events", events}, {"digest", crypto::base64(*digest)}}).dump());
    } else {
      context.print(context.trf("rebuild.done", verb_name(name), events, crypto::base64(*digest)));
    }
  }
  return exit_done;
}

int rebuild(const Context& context, const std::string& asked) {
  const auto view = view_name(asked);
  auto names = all_names();
  if (!view.empty() && std::ranges::find(names, view) == names.end())
    return context.fail({ErrorCode::bad_input, "rebuild: expected timeline, plan, privacy-log or registry; nothing for all of them"});
  if (!view.empty()) names = {view};
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  KeptViews views(context, **ledger);
  if (auto status = views->rebuild(view); !status) return context.fail(status.error());
  return show_contents(context, *views, names, (*ledger)->log().size());
}

}  // namespace

KeptViews::KeptViews(const Context& context, OpenLedger& ledger)
    : progress_(context, std::string(context.tr("progress.views"))), views_(ledger.folder().views(), ledger.log(), options(context)) {}

RunnerOptions KeptViews::options(const Context& context) {
  RunnerOptions out;
  out.progress = [this](std::uint64_t done, std::uint64_t total) { progress_.at(done, total); };
  out.built_again = [&context](std::string_view view, BuiltAgain why) { context.say(context.trf(why_key(why), verb_name(view))); };
  return out;
}

std::string view_name(std::string_view verb) {
  std::string out;
  for (std::size_t i = 0; i < verb.size(); ++i) {
    const bool joint = verb[i] == '-' && i + 1 < verb.size();
    out += joint ? static_cast<char>(std::toupper(static_cast<unsigned char>(verb[++i]))) : verb[i];
  }
  return out;
}

void add_rebuild(Verbs& v) {
  auto view = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("rebuild", std::string(v.context.tr("help.rebuild")));
  verb->add_option("view", *view, std::string(v.context.tr("help.rebuild.view")));
  verb->callback([view, context = &v.context, chosen = &v.chosen] { *chosen = [context, view] { return rebuild(*context, *view); }; });
}

}  // namespace inzicht::cli
