#include "crypto/trust_policy.h"

#include <algorithm>
#include <charconv>

namespace inzicht::crypto {
namespace {

constexpr std::size_t entries_max = 256;
constexpr std::string_view blanks = " \t";

bool is_allowed(char c) { return c == '\t' || (c >= 0x20 && c <= 0x7e) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (auto from = line.find_first_not_of(blanks); from != line.npos; from = line.find_first_not_of(blanks, from)) {
    const auto end = std::min(line.find_first_of(blanks, from), line.size());
    out.push_back(line.substr(from, end - from));
    from = end;
  }
  return out;
}

std::optional<std::size_t> decimal(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && text.front() != '0' ? std::optional(value) : std::nullopt;
}

}  // namespace

// Reads line by line; answers what was expected where a line is wrong, nothing where it is right.
class PolicyReader {
 public:
  TrustPolicy policy;
  bool has_quorum = false;

  std::string line(std::string_view text) {
    if (!std::ranges::all_of(text, is_allowed)) return "text without control characters but tabs";
    const auto words = words_of(text);
    if (words.empty() || words[0].front() == '#') return {};
    if (words[0] == "log") return log(words);
    if (words[0] == "witness") return witness(words);
    if (words[0] == "group") return group(words);
    if (words[0] == "quorum") return quorum(words);
    return "log, witness, group or quorum as the first word";
  }

 private:
  using Words = std::vector<std::string_view>;

  bool is_known_key(const VerifierKey& key) const {
    const auto same = [&](const VerifierKey& other) { return other.key == key.key && other.mldsa44_key == key.mldsa44_key; };
    return std::ranges::any_of(policy.logs_, same) || std::ranges::any_of(policy.witnesses_, same);
  }
  std::optional<std::size_t> find(std::string_view name) const {
    const auto at = std::ranges::find(policy.parties_, name, &TrustPolicy::Party::name);
    return at == policy.parties_.end() ? std::nullopt : std::optional<std::size_t>(at - policy.parties_.begin());
  }
  bool is_free(std::string_view name) const { return name != "none" && !find(name); }

  std::string log(const Words& words) {
    if (words.size() != 2 && words.size() != 3) return "log VKEY [URL]";
    const auto key = VerifierKey::parse(words[1]);
    if (!key || key->algorithm != note_ed25519) return "a log's key as NAME+ID+BASE64, algorithm 01, with the id that belongs to it";
    if (is_known_key(*key)) return "a public key that stands on no other line";
    if (policy.logs_.size() == entries_max) return "at most 256 logs";
    policy.logs_.push_back(*key);
    return {};
  }
  std::string witness(const Words& words) {
    if (words.size() != 3 && words.size() != 4) return "witness NAME VKEY [URL]";
    if (!is_free(words[1])) return "a name that nothing else has, and not none";
    const auto key = VerifierKey::parse(words[2]);
    if (!key || key->algorithm == note_ed25519) return "a witness's key as NAME+ID+BASE64, algorithm 04, with the id that belongs to it";
    if (is_known_key(*key)) return "a public key that stands on no other line";
    if (policy.witnesses_.size() == entries_max) return "at most 256 witnesses";
    policy.parties_.push_back({std::string(words[1]), policy.witnesses_.size(), 0, {}, false});
    policy.witnesses_.push_back(*key);
    return {};
  }
  std::string group(const Words& words) {
    if (words.size() < 4) return "group NAME all|any|K NAME...";
    if (!is_free(words[1])) return "a name that nothing else has, and not none";
    TrustPolicy::Party made{std::string(words[1]), std::nullopt, 0, {}, false};
    for (std::size_t i = 3; i < words.size(); ++i) {
      const auto member = find(words[i]);
      if (!member) return "members that stand on lines before this one";
      if (policy.parties_[*member].is_member) return "members of no other group, each once";
      policy.parties_[*member].is_member = true;
      made.members.push_back(*member);
    }
    const auto number = words[2] == "any" ? std::optional<std::size_t>(1) : words[2] == "all" ? made.members.size() : decimal(words[2]);
    if (!number || *number < 1 || *number > made.members.size()) return "all, any, or a number from 1 to the number of members";
    if (policy.parties_.size() - policy.witnesses_.size() == entries_max) return "at most 256 groups";
    made.threshold = *number;
    policy.parties_.push_back(std::move(made));
    return {};
  }
  std::string quorum(const Words& words) {
    if (words.size() != 2) return "quorum NAME";
    if (has_quorum) return "one quorum line only";
    has_quorum = true;
    if (words[1] == "none") return {};
    policy.quorum_ = find(words[1]);
    return policy.quorum_ ? std::string{} : "none, or a witness or group of a line before this one";
  }
};

std::expected<TrustPolicy, PolicyFault> TrustPolicy::parse(std::string_view text) {
  if (text.size() > policy_bytes_max) return std::unexpected(PolicyFault{0, "at most 64 KiB"});
  if (!text.empty() && text.back() != '\n') return std::unexpected(PolicyFault{0, "a newline at the end of every line"});
  PolicyReader reader;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    if (auto expected = reader.line(text.substr(0, end)); !expected.empty()) return std::unexpected(PolicyFault{number, std::move(expected)});
    text.remove_prefix(end + 1);
  }
  if (!reader.has_quorum) return std::unexpected(PolicyFault{0, "a line: quorum NAME, or quorum none"});
  return std::move(reader.policy);
}

bool TrustPolicy::is_met(const std::set<std::size_t>& cosigned) const {
  if (!quorum_) return true;
  // What a group is made of stands before it.
  std::vector<bool> met;
  for (const auto& party : parties_) {
    if (party.witness) {
      met.push_back(cosigned.contains(*party.witness));
      continue;
    }
    std::size_t count = 0;
    for (const auto member : party.members) count += met[member] ? 1 : 0;
    met.push_back(count >= party.threshold);
  }
  return met[*quorum_];
}

}  // namespace inzicht::crypto
