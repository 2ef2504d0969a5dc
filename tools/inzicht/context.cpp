#include "tools/inzicht/context.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "tools/inzicht/error_texts.h"
#include "tools/inzicht/plain_values.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t passphrase_bytes_max = 4096;

std::string_view advice_key(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found: return "advice.not_found";
    case ErrorCode::already_exists: return "advice.already_exists";
    case ErrorCode::bad_input:
    case ErrorCode::limit: return "advice.bad_input";
    case ErrorCode::newer: return "advice.newer";
    case ErrorCode::corruption:
    case ErrorCode::latched: return "advice.corruption";
    case ErrorCode::io: return "advice.io";
    case ErrorCode::disk_full: return "advice.disk_full";
    case ErrorCode::locked: return "advice.locked";
    case ErrorCode::conflict: return "advice.conflict";
  }
  return "advice.io";
}

// Reads one line without echo.
Result<std::string> ask_secret(const std::string& prompt) {
  std::fputs(prompt.c_str(), stderr);
  termios before{};
  if (::tcgetattr(STDIN_FILENO, &before) != 0) return fail(ErrorCode::bad_input, "passphrase: no terminal to ask on");
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::string line;
  std::getline(std::cin, line);
  ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::fputs("\n", stderr);
  return line;
}

// Codes in the values of a reading that is refused, as words.
Values in_words(const Context& context, Values values) {
  const auto word = [&](const char* key, auto parse) {
    const auto at = values.find(key);
    if (at == values.end()) return;
    if (const auto code = parse(at->second)) at->second = label_of(*code, context.lang);
  };
  word("reason", [](const std::string& text) { return parse_code<schema::PartClass>(text); });
  word("reason", [](const std::string& text) { return parse_code<schema::BlockKind>(text); });
  word("whom", [](const std::string& text) { return parse_code<schema::Role>(text); });
  static constexpr std::string_view reasons[] = {"involvement", "purpose", "role", "viewer"};
  if (const auto at = values.find("reason"); at != values.end() && std::ranges::find(reasons, std::string_view(at->second)) != std::end(reasons))
    at->second = context.tr("reason." + at->second);
  return values;
}

// An act of the ledger that a rule of its kind keeps out says that rule.
// A power that a rule keeps back is said in the words of that rule.
std::optional<std::string> rule_behind(const Refused& refused) {
  const auto rule = refused.values.find("rule");
  const bool has_rule = refused.adm == "ADM-13" && rule != refused.values.end() && find_rule(rule->second) != nullptr;
  return has_rule ? std::optional(rule->second) : std::nullopt;
}
std::string message_of_check(const Context& context, const Refused& refused) {
  const auto rule = rule_behind(refused);
  const auto message = plain_message(rule ? std::string_view(*rule) : refused.adm, context.lang,
                                     rule ? in_words(context, refused.values) : refused.values);
  // A message that lacks its values says less than what was expected.
  return message.contains("…") ? std::string(context.tr("refused.input")) : message;
}
std::string code_of_check(const Refused& refused) {
  const auto rule = rule_behind(refused);
  return rule ? *rule + ", " + refused.adm : refused.adm;
}

// What cannot be read or is incomplete is bad input; who may not, or what a rule keeps out, is a no.
bool is_bad_input(const Refused& refused) {
  static constexpr std::string_view forms[] = {"ADM-1", "ADM-2", "ADM-3", "ADM-4", "ADM-8", "ADM-9", "ADM-10", "ADM-11", "ADM-12"};
  return std::ranges::find(forms, std::string_view(refused.adm)) != std::end(forms);
}

bool can_ask(const Context& context) { return !context.no_input && ::isatty(STDIN_FILENO) != 0; }

// Example ledgers carry theirs beside them and say so; no real ledger has this file, nor a clock that is set by hand.
std::optional<std::filesystem::path> example_passphrase(const std::filesystem::path& ledger) {
  const auto file = ledger / "example-passphrase";
  std::error_code none;
  if (!std::filesystem::exists(file, none)) return std::nullopt;
  const auto settings = LedgerFolder(ledger).read_settings();
  return settings && settings->clock == schema::ClockKind::SIMULATED ? std::optional(file) : std::nullopt;
}

// For an example ledger from beside it, whatever else is set; else from the file that the first of these variables names; else nothing.
Result<std::optional<std::string>> given_passphrase(const std::vector<const char*>& variables, const std::filesystem::path& ledger) {
  std::filesystem::path file;
  if (const auto example = example_passphrase(ledger)) file = *example;
  for (const char* variable : variables)
    if (const char* named = std::getenv(variable); file.empty() && named != nullptr) file = named;
  if (file.empty()) return std::optional<std::string>();
  INZICHT_TRY(bytes, read_file(file, passphrase_bytes_max));
  std::optional<std::string> out(std::in_place, bytes.begin(), bytes.end());
  crypto::wipe(bytes);
  return out;
}

// Without the end of its line; the text is wiped.
Result<crypto::Secret> secret_of(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (text.empty()) return inzicht::fail(ErrorCode::bad_input, "passphrase: expected at least one character");
  auto secret = crypto::Secret::from(crypto::bytes_of(text));
  crypto::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  return secret;
}

Json findings_json(const Context& context, std::span<const RuleFinding> findings) {
  Json out = Json::array();
  for (const auto& f : findings)
    out.push_back({{"rule", f.rule->id},
                   {"severity", "gate"},
                   {"text", plain_message(f.rule->id, context.lang, f.values)}});
  return out;
}

}  // namespace

bool Context::out_is_terminal() const { return ::isatty(STDOUT_FILENO) != 0; }
bool Context::err_is_terminal() const { return ::isatty(STDERR_FILENO) != 0; }
bool Context::agrees(std::string_view question_key) const {
  if (!can_ask(*this)) return true;
  std::fputs(std::string(tr(question_key)).c_str(), stderr);
  std::string line;
  std::getline(std::cin, line);
  return line.starts_with('j') || line.starts_with('J') || line.starts_with('y') || line.starts_with('Y');
}
bool Context::colour() const {
  const char* no = std::getenv("NO_COLOR");
  return out_is_terminal() && (no == nullptr || *no == '\0');
}
unsigned Context::width() const {
  winsize size{};
  if (out_is_terminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    const int n = std::atoi(columns);
    if (n >= 40 && n <= 1000) return static_cast<unsigned>(n);
  }
  return 120;
}

void Context::say(std::string_view line) const {
  std::fflush(stdout);  // in the order in which it was written, also into one file
  fmt::print(stderr, "{}\n", line);
}
void Context::print(std::string_view text) const { fmt::print("{}\n", text); }

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
    case ErrorCode::already_exists:
    case ErrorCode::bad_input:
    case ErrorCode::limit:
    case ErrorCode::newer:
      return exit_bad_input;
    case ErrorCode::corruption:
      return exit_no;
    case ErrorCode::latched:
    case ErrorCode::io:
    case ErrorCode::disk_full:
    case ErrorCode::locked:
    case ErrorCode::conflict:
      return exit_failed;
  }
  return exit_failed;
}

int exit_code(const Refused& refused) { return is_bad_input(refused) ? exit_bad_input : exit_no; }

Json Context::json_of(const Error& error) const {
  return {{"error", name_of(error.code)}, {"text", lang == Lang::nl ? dutch_error(error.text) : error.text}};
}

int Context::fail(const Error& error) const {
  if (json) {
    print(json_of(error).dump());
  } else {
    say(trf("error.line", lang == Lang::nl ? dutch_error(error.text) : error.text));
    say(tr(advice_key(error.code)));
  }
  return exit_code(error.code);
}

Json Context::json_of(const Refused& refused) const {
  Json out{{"refused", true}, {"findings", findings_json(*this, refused.findings)}, {"fix", Json::array()}};
  if (!refused.adm.empty())
    out["findings"].push_back({{"rule", refused.adm},
                               {"severity", "admission"},
                               {"field", refused.field},
                               {"text", message_of_check(*this, refused)},
                               {"expected", lang == Lang::en ? refused.en : refused.nl}});
  if (!refused.findings.empty())
    out["fix"] = {std::string(tr("fix.supply")), std::string(tr("fix.deviation"))};
  return out;
}

int Context::refuse(const Refused& refused) const {
  const bool english = lang == Lang::en;
  const std::string expected = english ? refused.en : refused.nl;
  const int code = exit_code(refused);
  if (json) {
    print(json_of(refused).dump());
    return code;
  }
  if (!refused.adm.empty()) {
    say(trf("refused.adm", message_of_check(*this, refused), code_of_check(refused)));
    if (!refused.field.empty()) say(trf("refused.field", refused.field, expected));
    else if (!expected.empty()) say(trf("refused.expected", expected));
    return code;
  }
  say(tr("refused.rules"));
  for (const auto& finding : refused.findings) {
    say(fmt::format("  {}  {}", finding.rule->id, english ? finding.rule->label_en : finding.rule->label_nl));
    say(fmt::format("      {}", plain_message(finding.rule->id, lang, finding.values)));
  }
  say(tr("fix.title"));
  say(fmt::format("  1. {}", tr("fix.supply")));
  say(fmt::format("  2. {}", tr("fix.deviation")));
  return code;
}

Result<crypto::Secret> Context::passphrase() const {
  if (passphrase_) return passphrase_->clone();
  INZICHT_TRY(given, given_passphrase({"INZICHT_PASSPHRASE_FILE"}, ledger));
  if (!given) {
    if (!can_ask(*this)) return inzicht::fail(ErrorCode::locked, "passphrase: set INZICHT_PASSPHRASE_FILE, or run on a terminal");
    INZICHT_TRY(asked, ask_secret(std::string(tr("ask.passphrase"))));
    given = std::move(asked);
  }
  INZICHT_TRY(secret, secret_of(std::move(*given)));
  passphrase_ = std::make_shared<crypto::Secret>(std::move(secret));
  return passphrase_->clone();
}

Result<crypto::Secret> Context::key_passphrase(const std::string& name) const {
  if (const auto at = key_passphrases_.find(name); at != key_passphrases_.end()) return at->second->clone();
  INZICHT_TRY(given, given_passphrase({"INZICHT_KEY_PASSPHRASE_FILE", "INZICHT_PASSPHRASE_FILE"}, ledger));
  if (!given) {
    if (!can_ask(*this)) return inzicht::fail(ErrorCode::locked, "passphrase: set INZICHT_KEY_PASSPHRASE_FILE, or run on a terminal");
    INZICHT_TRY(asked, ask_secret(trf(passphrase_ ? "ask.key_passphrase_or_same" : "ask.key_passphrase", name)));
    if (asked.empty() && passphrase_) return passphrase_->clone();
    given = std::move(asked);
  }
  INZICHT_TRY(secret, secret_of(std::move(*given)));
  return key_passphrases_.emplace(name, std::make_shared<crypto::Secret>(std::move(secret))).first->second->clone();
}

Result<crypto::Secret> Context::new_passphrase(std::string_view prompt_key, std::string_view name) const {
  const bool of_key = prompt_key == "ask.new_key_passphrase";
  const auto variables = of_key ? std::vector{"INZICHT_KEY_PASSPHRASE_FILE", "INZICHT_PASSPHRASE_FILE"} : std::vector{"INZICHT_PASSPHRASE_FILE"};
  INZICHT_TRY(given, given_passphrase(variables, ledger));
  if (!given) {
    if (!can_ask(*this)) return inzicht::fail(ErrorCode::locked, fmt::format("passphrase: set {}, or run on a terminal", variables.front()));
    INZICHT_TRY(first, ask_secret(trf(prompt_key, name)));
    INZICHT_TRY(second, ask_secret(std::string(tr("ask.again"))));
    const bool same = first == second;
    crypto::wipe({reinterpret_cast<std::uint8_t*>(second.data()), second.size()});
    if (!same) return inzicht::fail(ErrorCode::bad_input, "passphrase: expected the same twice");
    given = std::move(first);
  }
  INZICHT_TRY(secret, secret_of(std::move(*given)));
  auto& kept = of_key ? key_passphrases_[std::string(name)] : passphrase_;
  kept = std::make_shared<crypto::Secret>(std::move(secret));
  return kept->clone();
}

Result<std::unique_ptr<OpenLedger>> Context::open() const {
  // Say "no ledger here" before asking for a passphrase.
  INZICHT_TRY(settings, LedgerFolder(ledger).read_settings());
  INZICHT_TRY(secret, passphrase());
  return OpenLedger::open(ledger, secret, nullptr);
}

std::filesystem::path Context::key_folder(std::string_view name) const {
  const auto here = LedgerFolder(ledger).keys() / name;
  std::error_code error;
  if (std::filesystem::exists(here, error)) return here;
  if (const char* keys = std::getenv("INZICHT_KEYS")) return std::filesystem::path(keys) / name;
  if (const char* config = std::getenv("XDG_CONFIG_HOME")) return std::filesystem::path(config) / "inzicht" / "keys" / name;
  const char* home = std::getenv("HOME");
  return std::filesystem::path(home != nullptr ? home : ".") / ".config" / "inzicht" / "keys" / name;
}

Result<std::unique_ptr<Author>> Context::author(const OpenLedger& open_ledger) const {
  std::string name = as;
  if (name.empty()) {
    // Without --as there must be no doubt whose key it is.
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(open_ledger.folder().keys(), error)) names.push_back(entry.path().filename().string());
    if (names.size() != 1) return inzicht::fail(ErrorCode::bad_input, fmt::format("--as: say whose key signs (INZICHT_ACTOR); {} keys here", names.size()));
    name = names[0];
  }
  if (name.find('/') != std::string::npos || name.starts_with('.')) return inzicht::fail(ErrorCode::bad_input, "--as: expected the name of a key, not a path");
  const auto folder = key_folder(name);
  if (std::error_code none; !std::filesystem::exists(folder, none)) return inzicht::fail(ErrorCode::not_found, fmt::format("--as: no key of that name here: {}", name));
  INZICHT_TRY(secret, key_passphrase(name));
  INZICHT_TRY(found, Author::open(folder, secret));
  INZICHT_CHECK(found->check_serves(const_cast<OpenLedger&>(open_ledger).service().ledger()));
  if (auto status = found->follow_checkpoint(const_cast<OpenLedger&>(open_ledger).log(), crypto::VerifierKey::make(open_ledger.settings().origin, crypto::note_ed25519, open_ledger.keys().log.public_key())); !status)
    return std::unexpected(status.error());
  return found;
}

}  // namespace inzicht::cli
