#include "tools/inzicht/context.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace inzicht::cli {
namespace {

constexpr std::size_t passphrase_bytes_max = 4096;

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
    case ErrorCode::already_exists:
    case ErrorCode::bad_input:
    case ErrorCode::limit:
    case ErrorCode::newer: return exit_bad_input;
    case ErrorCode::corruption: return exit_no;
    case ErrorCode::latched:
    case ErrorCode::io:
    case ErrorCode::disk_full:
    case ErrorCode::locked:
    case ErrorCode::conflict: return exit_failed;
  }
  return exit_failed;
}

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

Json findings_json(const Context& context, std::span<const RuleFinding> findings) {
  Json out = Json::array();
  for (const auto& f : findings)
    out.push_back({{"rule", f.rule->id}, {"severity", "gate"}, {"text", message_of(f.rule->id, context.lang == Lang::en, f.values)}});
  return out;
}

}  // namespace

bool Context::out_is_terminal() const { return ::isatty(STDOUT_FILENO) != 0; }
bool Context::err_is_terminal() const { return ::isatty(STDERR_FILENO) != 0; }
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

int Context::fail(const Error& error) const {
  if (json) {
    print(Json({{"error", name_of(error.code)}, {"text", error.text}}).dump());
  } else {
    say(trf("error.line", error.text));
    say(tr(advice_key(error.code)));
  }
  return exit_code(error.code);
}

int Context::refuse(const Refused& refused) const {
  const bool english = lang == Lang::en;
  const std::string expected = english ? refused.en : refused.nl;
  if (json) {
    Json out{{"refused", true}, {"findings", findings_json(*this, refused.findings)}, {"fix", Json::array()}};
    if (!refused.adm.empty())
      out["findings"].push_back({{"rule", refused.adm}, {"severity", "admission"}, {"field", refused.field}, {"text", message_of(refused.adm, english, refused.values)}, {"expected", expected}});
    if (!refused.findings.empty()) out["fix"] = {std::string(tr("fix.supply")), std::string(tr("fix.deviation"))};
    print(out.dump());
    return exit_no;
  }
  if (!refused.adm.empty()) {
    // A message that lacks its values says less than what was expected.
    const std::string message = message_of(refused.adm, english, refused.values);
    say(trf("refused.adm", message.contains("…") ? std::string(tr("refused.input")) : message, refused.adm));
    if (!refused.field.empty()) say(trf("refused.field", refused.field, expected));
    else if (!expected.empty()) say(trf("refused.expected", expected));
    return exit_no;
  }
  say(tr("refused.rules"));
  for (const auto& finding : refused.findings) {
    say(fmt::format("  {}  {}", finding.rule->id, english ? finding.rule->label_en : finding.rule->label_nl));
    say(fmt::format("      {}", message_of(finding.rule->id, english, finding.values)));
  }
  say(tr("fix.title"));
  say(fmt::format("  1. {}", tr("fix.supply")));
  say(fmt::format("  2. {}", tr("fix.deviation")));
  return exit_no;
}

Result<crypto::Secret> Context::passphrase() const {
  if (passphrase_) return passphrase_->clone();
  std::string text;
  if (const char* file = std::getenv("INZICHT_PASSPHRASE_FILE")) {
    INZICHT_TRY(bytes, read_file(file, passphrase_bytes_max));
    text.assign(bytes.begin(), bytes.end());
    crypto::wipe(bytes);
  } else if (std::error_code none; std::filesystem::exists(ledger / "example-passphrase", none)) {
    // Example ledgers carry theirs beside them and say so; no real ledger has this file.
    INZICHT_TRY(bytes, read_file(ledger / "example-passphrase", passphrase_bytes_max));
    text.assign(bytes.begin(), bytes.end());
  } else if (no_input || ::isatty(STDIN_FILENO) == 0) {
    return inzicht::fail(ErrorCode::locked, "passphrase: set INZICHT_PASSPHRASE_FILE, or run on a terminal");
  } else {
    INZICHT_TRY(asked, ask_secret(std::string(tr("ask.passphrase"))));
    text = std::move(asked);
  }
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  if (text.empty()) return inzicht::fail(ErrorCode::bad_input, "passphrase: expected at least one character");
  passphrase_ = std::make_shared<crypto::Secret>(crypto::Secret::from(crypto::bytes_of(text)));
  crypto::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  return passphrase_->clone();
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
  INZICHT_TRY(secret, passphrase());
  INZICHT_TRY(found, Author::open(key_folder(name), secret));
  if (auto status = found->follow_checkpoint(const_cast<OpenLedger&>(open_ledger).log(), crypto::VerifierKey::make(open_ledger.settings().origin, crypto::note_ed25519, open_ledger.keys().log.public_key())); !status)
    return std::unexpected(status.error());
  return found;
}

}  // namespace inzicht::cli
