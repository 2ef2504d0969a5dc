// The command line: global flags, the verbs, and which one runs.
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "crypto/digest.h"
#include "ledger/codec/json.h"
#include "ledger/codec/text_format.h"
#include "tools/inzicht/context.h"
#include "tools/inzicht/error_texts.h"

namespace inzicht::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// The value of a flag before the words are parsed: --name VALUE or --name=VALUE, the last one.
std::string flag(const std::vector<std::string>& words, const std::string& name) {
  std::string found;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == name && i + 1 < words.size()) found = words[i + 1];
    if (words[i].starts_with(name + "=")) found = words[i].substr(name.size() + 1);
  }
  return found;
}

// The first that says something.
std::string first_of(std::initializer_list<std::string> values) {
  for (const auto& value : values)
    if (!value.empty()) return value;
  return {};
}

// --lang decides before the help is written; then INZICHT_LANG, the ledger's settings, and the locale: Dutch unless it names English.
Lang language(const std::vector<std::string>& words, const CommandSettings& settings) {
  std::string chosen = first_of({flag(words, "--lang"), environment("INZICHT_LANG"), settings.lang});
  if (chosen.empty())
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
      if (chosen.empty()) chosen = environment(name);
  return chosen.starts_with("en") ? Lang::en : Lang::nl;
}

// A flag or a verb as it was mistyped. Other words may be about somebody, with their "--set" forgotten, and
// are not said again.
std::string mistyped(std::string_view words) {
  const auto is_plain = [](std::string_view word) {
    return !word.empty() && word.size() <= 32 && std::ranges::all_of(word, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
  };
  const bool is_one = words.find(' ') == std::string_view::npos;
  std::string out;
  while (!words.empty()) {
    const auto word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    const bool shown = is_plain(word) && (is_one || word.starts_with('-'));
    if (shown || !out.ends_with("(…)")) out += (out.empty() ? "" : " ") + (shown ? std::string(word) : "(…)");
  }
  return out;
}

// What CLI11 says of words it cannot take, in the reader's language where it is one of its usual sentences.
std::string usage_text(const Context& context, std::string_view said) {
  constexpr std::string_view required = " is required", missing = " missing", subcommand = "A subcommand";
  constexpr std::string_view unexpected[] = {"The following argument was not expected: ",
                                             "The following arguments were not expected: "};
  for (const auto beginning : unexpected)
    if (said.starts_with(beginning))
      return context.trf("usage.unexpected", mistyped(said.substr(beginning.size())));
  if (said.starts_with(subcommand)) return std::string(context.tr("usage.verb"));
  if (said.ends_with(required))
    return context.trf("usage.required", said.substr(0, said.size() - required.size()));
  for (const auto& [word, key] : {std::pair<std::string_view, std::string_view>{" excludes ", "usage.excludes"}, {" requires ", "usage.requires"}})
    if (const auto at = said.find(word); at != std::string_view::npos) return context.trf(key, said.substr(0, at), said.substr(at + word.size()));
  if (const auto colon = said.find(": "); said.ends_with(missing) && colon != std::string_view::npos)
    return context.trf("usage.value", said.substr(0, colon));
  if (const auto set = said.find(" not in {"); set != std::string_view::npos)
    return context.trf("usage.choice", said.substr(0, set), said.substr(set + 8));
  if (const auto range = said.find(" not in range "), to = said.find(" to ", range); range != std::string_view::npos && to != std::string_view::npos)
    return context.trf("usage.range", said.substr(0, said.find(": ")), said.substr(range + 14, to - range - 14), said.substr(to + 4));
  if (said.starts_with("Could not convert: ")) return context.trf("usage.convert", said.substr(19));
  return fmt::format("{}.", said);
}

}  // namespace

namespace {

// Words that the command line does not take, told where the caller reads: --json may not have been parsed yet.
int usage_error(const Context& context, const std::vector<std::string>& words, std::string_view text) {
  if (std::ranges::find(words, "--json") != words.end()) {
    context.print(Json({{"error", name_of(ErrorCode::bad_input)}, {"text", text}}).dump());
  } else {
    context.say(context.trf("error.usage", text));
  }
  return exit_bad_input;
}

// What a verb answered, and the error of the system when its output could not be written.
struct Ended {
  int code = exit_done;
  int output_error = 0;
};

// Runs what was chosen. What nobody foresaw ends here, not in an abort: without its text, which may hold words of a case.
Ended run_chosen(const Context& context, const Run& chosen) {
  try {
    return {chosen(), 0};
  } catch (const std::exception& thrown) {
    if (std::ferror(stdout) != 0) {
      const auto* said = dynamic_cast<const std::system_error*>(&thrown);
      return {exit_failed, said != nullptr ? said->code().value() : 0};
    }
    const auto text = context.tr("error.unforeseen");
    if (context.json) context.print(Json({{"error", "unforeseen"}, {"text", text}}).dump());
    else context.say(text);
    return {exit_failed, 0};
  }
}

// The library forgets why an earlier write failed, and drops the bytes: the system says it again.
int why_unwritten() { return ::write(STDOUT_FILENO, "\n", 1) < 0 ? errno : EIO; }

Error unwritten(int error) {
  const bool is_full = error == ENOSPC || error == EDQUOT;
  return {is_full ? ErrorCode::disk_full : ErrorCode::io,
          fmt::format("output: the answer could not be written: {}; what was recorded stays recorded",
                      std::strerror(error))};
}

// An answer that did not arrive is none, whatever it was. What the reader of a pipe closed early is not an
// error of ours.
int written_out(const Context& context, Ended ended) {
  if (std::fflush(stdout) != 0) ended.output_error = errno;
  if (std::ferror(stdout) == 0) return ended.code;
  if (ended.output_error == 0) ended.output_error = why_unwritten();
  if (ended.output_error == EPIPE) return ended.code;
  const auto error = unwritten(ended.output_error);
  // Not to stdout, whatever was asked. The usual advice is about recording.
  const auto text = context.lang == Lang::nl ? dutch_error(error.text) : error.text;
  context.say(context.json ? Json({{"error", name_of(error.code)}, {"text", text}}).dump()
                           : context.trf("error.line", text));
  return exit_failed;
}

}  // namespace

int run_command(const std::vector<std::string>& words) {
  // What the libraries below say of the disk goes where messages go.
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("inzicht", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  Context context;
  context.ledger = first_of({flag(words, "--ledger"), environment("INZICHT_LEDGER"), "."});
  const auto settings = LedgerFolder(context.ledger).read_command_settings();
  context.lang = language(words, settings);
  context.as = first_of({environment("INZICHT_ACTOR"), settings.actor});
  if (!std::ranges::all_of(words, [](const std::string& word) { return is_utf8(word); }))
    return usage_error(context, words, context.tr("usage.utf8"));
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
                   add_access, add_correct, add_statement, add_restrict, add_hold, add_erase, add_retain, add_bench,
                   add_completion})
    add(verbs);
  try {
    // CLI11 takes the words in reverse, without the program's name.
    std::vector<std::string> reversed(words.rbegin(), words.rend() - 1);
    app.parse(std::move(reversed));
  } catch (const CLI::Success& done) {
    return written_out(context, {app.exit(done), 0});
  } catch (const CLI::ParseError& error) {
    return written_out(context, {usage_error(context, words, usage_text(context, error.what())), 0});
  }
  if (!chosen)
    chosen = [&context] {
      context.print(context.tr("help.first_steps"));
      return exit_done;
    };
  return written_out(context, run_chosen(context, chosen));
}

}  // namespace inzicht::cli
