// The program as somebody types it, in a folder of its own with a passphrase file and a folder for keys.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace inzicht::testing {

using Words = std::vector<std::string>;

struct Said {
  int code = -1;
  std::string out, err;
  nlohmann::json json() const { return nlohmann::json::parse(out); }
};

// Of --json: one row a line.
std::vector<nlohmann::json> rows_of(const std::string& out);

class Shell {
 public:
  Shell();
  // In English, unless the words say otherwise.
  Said run(Words words, const std::string& input = "") const;
  // The same, which must succeed.
  Said done(Words words, const std::string& input = "") const;
  nlohmann::json json(Words words) const;
  std::filesystem::path write(const std::string& name, std::string_view text) const;
  std::filesystem::path path(const std::string& name) const { return dir_ / name; }

 private:
  TempDir dir_;
};

// A ledger with an owner, a wijkcoach with a mandate and one case, made by the commands of the first day.
class FirstDay : public Shell {
 public:
  FirstDay();
  // Signed by the wijkcoach.
  Words coach(Words words) const;
  std::uint64_t events() const;
  std::string organisation, actor, kase;
};

}  // namespace inzicht::testing
