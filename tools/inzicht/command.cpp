// The command line: global flags, the verbs, and which one runs.
#include <CLI/CLI.hpp>

#include <clocale>
#include <cstdlib>

#include "crypto/digest.h"
#include "tools/inzicht/context.h"

namespace inzicht::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// --lang decides before the help is written; else the locale: Dutch unless it names English.
Lang language(const std::vector<std::string>& words) {
  std::string chosen = environment("INZICHT_LANG");
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "--lang" && i + 1 < words.size()) chosen = words[i + 1];
    if (words[i].starts_with("--lang=")) chosen = words[i].substr(7);
  }
  if (chosen.empty())
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
      if (chosen.empty()) chosen = environment(name);
  return chosen.starts_with("en") ? Lang::en : Lang::nl;
}

// What CLI11 says of words it cannot take, in the reader's language where it is one of its usual sentences.
std::string usage_text(const Context& context, std::string_view said) {
  constexpr std::string_view required = " is required", missing = " missing", subcommand = "A subcommand";
  constexpr std::string_view unexpected[] = {"The following argument was not expected: ",
                                             "The following arguments were not expected: "};
  for (const auto beginning : unexpected)
    if (said.starts_with(beginning)) return context.trf("usage.unexpected", said.substr(beginning.size()));
  if (said.starts_with(subcommand)) return std::string(context.tr("usage.verb"));
  if (said.ends_with(required))
    return context.trf("usage.required", said.substr(0, said.size() - required.size()));
  if (const auto colon = said.find(": "); said.ends_with(missing) && colon != std::string_view::npos)
    return context.trf("usage.value", said.substr(0, colon));
  if (const auto set = said.find(" not in {"); set != std::string_view::npos)
    return context.trf("usage.choice", said.substr(0, set), said.substr(set + 8));
  return fmt::format("{}.", said);
}

}  // namespace

int run_command(const std::vector<std::string>& words) {
  Context context;
  context.lang = language(words);
  context.ledger = environment("INZICHT_LEDGER").empty() ? std::string(".") : environment("INZICHT_LEDGER");
  context.as = environment("INZICHT_ACTOR");
  CLI::App app{std::string(context.tr("help.app")), "inzicht"};
  app.set_help_flag("-h,--help", std::string(context.tr("help.help")));
  app.set_version_flag("--version", "inzicht 0.1.0", std::string(context.tr("help.version")));
  app.require_subcommand(0, 1);
  app.fallthrough();
  std::string lang;
  app.add_option("--ledger", context.ledger, std::string(context.tr("help.ledger")));
  app.add_option("--as", context.as, std::string(context.tr("help.as")));
  app.add_option("--lang", lang, std::string(context.tr("help.lang")))->check(CLI::IsMember({"nl", "en"}));
  app.add_flag("--json", context.json, std::string(context.tr("help.json")));
  app.add_flag("--no-input", context.no_input, std::string(context.tr("help.no_input")));
  Run chosen;
  Verbs verbs{app, context, chosen};
  for (auto add : {add_key, add_init, add_demo, add_organisation, add_actor, add_mandate, add_case, add_person, add_kinds, add_template, add_record,
                   add_document, add_rules, add_policy, add_views, add_event, add_verify, add_checkpoint, add_prove, add_tiles, add_rebuild, add_import, add_export,
                   add_access, add_correct, add_statement, add_restrict, add_hold, add_erase, add_bench,
                   add_completion})
    add(verbs);
  try {
    // CLI11 takes the words in reverse, without the program's name.
    std::vector<std::string> reversed(words.rbegin(), words.rend() - 1);
    app.parse(std::move(reversed));
  } catch (const CLI::Success& done) {
    return app.exit(done);
  } catch (const CLI::ParseError& error) {
    context.say(context.trf("error.usage", usage_text(context, error.what())));
    return exit_bad_input;
  }
  if (!chosen) {
    context.print(context.tr("help.first_steps"));
    return exit_done;
  }
  const int code = chosen();
  // What the reader of a pipe closed early is not an error of ours.
  std::fflush(stdout);
  return code;
}

}  // namespace inzicht::cli
