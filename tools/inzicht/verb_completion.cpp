// completion: generated from the commands themselves, so it cannot name what is not there.
#include <CLI/CLI.hpp>

#include "tools/inzicht/context.h"

namespace inzicht::cli {
namespace {

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Per command ("inzicht case open"): what may come next.
void collect(const CLI::App* app, const std::string& path, std::vector<std::pair<std::string, std::vector<std::string>>>& out) {
  std::vector<std::string> next;
  for (const auto* sub : app->get_subcommands([](const CLI::App*) { return true; })) next.push_back(sub->get_name());
  for (const auto* option : app->get_options())
    for (const auto& name : option->get_lnames()) next.push_back("--" + name);
  out.emplace_back(path, next);
  for (const auto* sub : app->get_subcommands([](const CLI::App*) { return true; })) collect(sub, path + " " + sub->get_name(), out);
}

std::string bash(const std::vector<std::pair<std::string, std::vector<std::string>>>& commands) {
  std::string out = "_inzicht() {\n  local path=inzicht word\n  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$path $word\" in\n";
  for (const auto& [path, next] : commands)
    if (path != "inzicht") out += "      \"" + path + "\") path=\"" + path + "\";;\n";
  out += "    esac\n  done\n  case \"$path\" in\n";
  for (const auto& [path, next] : commands) out += "    \"" + path + "\") COMPREPLY=($(compgen -W \"" + join(next) + "\" -- \"${COMP_WORDS[COMP_CWORD]}\"));;\n";
  return out + "  esac\n}\ncomplete -o default -F _inzicht inzicht\n";
}

std::string fish(const std::vector<std::pair<std::string, std::vector<std::string>>>& commands) {
  std::string out;
  for (const auto& [path, next] : commands) {
    // "inzicht case open" is offered once its words were typed, in order.
    std::string condition = path == "inzicht" ? "__fish_use_subcommand" : "string match -q -- '" + path + "*' (commandline -pc)";
    for (const auto& word : next) {
      if (word.starts_with("--")) {
        out += "complete -c inzicht -n \"" + condition + "\" -l " + word.substr(2) + "\n";
      } else {
        out += "complete -c inzicht -n \"" + condition + "\" -f -a " + word + "\n";
      }
    }
  }
  return out;
}

int run(const Context& context, const CLI::App& app, const std::string& shell) {
  std::vector<std::pair<std::string, std::vector<std::string>>> commands;
  collect(&app, "inzicht", commands);
  if (shell == "fish") {
    fmt::print("{}", fish(commands));
  } else if (shell == "zsh") {
    fmt::print("autoload -U +X bashcompinit && bashcompinit\n{}", bash(commands));
  } else {
    fmt::print("{}", bash(commands));
  }
  (void)context;
  return exit_done;
}

}  // namespace

void add_completion(Verbs& v) {
  auto shell = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("completion", std::string(v.context.tr("help.completion")));
  verb->add_option("shell", *shell, std::string(v.context.tr("help.completion.shell")))->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  verb->callback([shell, app = &v.app, context = &v.context, chosen = &v.chosen] { *chosen = [context, app, shell] { return run(*context, *app, *shell); }; });
}

}  // namespace inzicht::cli
