// What every verb needs: settings, language, where to write, the ledger and the key of whoever types.
//
// Errors: verbs answer exit codes: 0 done, 1 the answer is no, 2 bad input, 3 trust policy not met, 4 verified with gaps, 5 could not run.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

#include "ledger/codec/json.h"
#include "ledger/service/author.h"
#include "ledger/service/ledger_folder.h"
#include "ledger/service/refusal.h"
#include "tools/inzicht/texts.h"

namespace CLI {
class App;
}

namespace inzicht::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_no = 1;
inline constexpr int exit_bad_input = 2;
inline constexpr int exit_untrusted = 3;
inline constexpr int exit_gaps = 4;
inline constexpr int exit_failed = 5;

struct Context {
  std::filesystem::path ledger;  // --ledger, INZICHT_LEDGER, "."
  std::string as;                // --as, INZICHT_ACTOR: the name of a key on this machine
  Lang lang = Lang::nl;
  bool json = false;
  bool no_input = false;
  std::string reading_purpose;   // --purpose, for views that open words

  std::string_view tr(std::string_view key) const { return cli::tr(lang, key); }
  template <class... Args>
  std::string trf(std::string_view key, Args&&... args) const {
    return cli::trf(lang, key, std::forward<Args>(args)...);
  }

  bool out_is_terminal() const;
  bool err_is_terminal() const;
  bool colour() const;           // off without a terminal or with NO_COLOR
  unsigned width() const;        // of the terminal; 100 without one

  void say(std::string_view line) const;    // to stderr
  void print(std::string_view text) const;  // to stdout, with a newline
  int fail(const Error& error) const;       // says it and gives its exit code
  int refuse(const Refused& refused) const; // the rule, what is missing, and both ways out
  // The same as --json says it.
  Json json_of(const Error& error) const;
  Json json_of(const Refused& refused) const;

  Result<crypto::Secret> passphrase() const;  // of the ledger's keyring; asked once, then kept
  // Of a key on this machine, asked once a key: INZICHT_KEY_PASSPHRASE_FILE, else as the ledger's; on a terminal nothing typed means that one.
  Result<crypto::Secret> key_passphrase(const std::string& name) const;
  // For something new: typed twice on a terminal.
  Result<crypto::Secret> new_passphrase(std::string_view prompt_key, std::string_view name) const;
  // Asks on a terminal, and reads one line; without one nobody is asked and the answer is yes.
  bool agrees(std::string_view question_key) const;
  Result<std::unique_ptr<OpenLedger>> open() const;
  Result<std::unique_ptr<Author>> author(const OpenLedger& ledger) const;
  std::filesystem::path key_folder(std::string_view name) const;  // in the ledger's folder when it is there, else the user's own

  mutable std::shared_ptr<crypto::Secret> passphrase_;
  mutable std::map<std::string, std::shared_ptr<crypto::Secret>> key_passphrases_;
};

// Bad input, or a no.
int exit_code(ErrorCode code);
int exit_code(const Refused& refused);

// Parses and runs one command line, as main does; the program's name stands first.
int run_command(const std::vector<std::string>& words);

// The registry view, or one of its kinds of thing: "organisation", "actor", "key", "mandate", "agreement", "policy", or empty for all.
int show_registry(const Context& context, const std::string& what);

// Each verb adds itself to the command line and gives what to run.
using Run = std::function<int()>;
struct Verbs {
  CLI::App& app;
  Context& context;
  Run& chosen;
};
void add_key(Verbs&);
void add_init(Verbs&);
void add_demo(Verbs&);
void add_organisation(Verbs&);
void add_actor(Verbs&);
void add_mandate(Verbs&);
void add_case(Verbs&);
void add_person(Verbs&);
void add_kinds(Verbs&);
void add_template(Verbs&);
void add_record(Verbs&);
void add_document(Verbs&);
void add_rules(Verbs&);
void add_policy(Verbs&);
void add_views(Verbs&);
void add_event(Verbs&);
void add_verify(Verbs&);
void add_checkpoint(Verbs&);
void add_prove(Verbs&);
void add_tiles(Verbs&);
void add_rebuild(Verbs&);
void add_import(Verbs&);
void add_export(Verbs&);
void add_erase(Verbs&);
void add_retain(Verbs&);
void add_correct(Verbs&);
void add_statement(Verbs&);
void add_restrict(Verbs&);
void add_hold(Verbs&);
void add_access(Verbs&);
void add_bench(Verbs&);
void add_completion(Verbs&);

}  // namespace inzicht::cli
