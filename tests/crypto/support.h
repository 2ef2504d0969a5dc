// What the tests of crypto share: bytes from text, files of cases, and whether something ends the program.
#pragma once
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "crypto/encoding.h"
#include "crypto/merkle/tree.h"

namespace inzicht::crypto::testing {

inline Buffer buffer(std::string_view text) { return {text.begin(), text.end()}; }

inline Buffer from_hex(std::string_view text) { return hex_decode(text).value(); }

template <std::size_t N>
std::array<std::uint8_t, N> to_array(Bytes bytes) {
  REQUIRE(bytes.size() == N);
  std::array<std::uint8_t, N> out{};
  std::ranges::copy(bytes, out.begin());
  return out;
}

template <std::size_t N>
std::array<std::uint8_t, N> array_from_hex(std::string_view text) {
  return to_array<N>(from_hex(text));
}

// The lines of tests/data/vectors/<name> that are of the given kind, or all.
inline std::vector<nlohmann::json> cases(const std::string& name, const std::string& what = "") {
  std::ifstream file(std::string(INZICHT_TEST_DATA) + "/vectors/" + name);
  REQUIRE(file.is_open());
  std::vector<nlohmann::json> out;
  for (std::string line; std::getline(file, line);) {
    auto row = nlohmann::json::parse(line);
    if (what.empty() || row.at("what") == what) out.push_back(std::move(row));
  }
  REQUIRE(!out.empty());
  return out;
}

inline std::string text(const nlohmann::json& row, const char* name) {
  return row.at(name).get<std::string>();
}

inline std::vector<Digest> leaves(std::size_t count) {
  std::vector<Digest> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(leaf_hash(bytes_of("leaf " + std::to_string(i))));
  return out;
}

// RFC 6962 §2.1 as it is written, over leaf hashes: what everything else is compared with.
inline Digest naive_root(std::span<const Digest> hashes) {
  if (hashes.empty()) return empty_root();
  if (hashes.size() == 1) return hashes.front();
  std::size_t split = 1;
  while (split * 2 < hashes.size()) split *= 2;
  return node_hash(naive_root(hashes.first(split)), naive_root(hashes.subspan(split)));
}

// Reads nodes by computing them from all leaves; none that reach beyond the last leaf.
inline NodeReader naive_reader(std::span<const Digest> hashes) {
  return [hashes](unsigned level, std::uint64_t index) -> std::optional<Digest> {
    const std::uint64_t width = std::uint64_t{1} << level;
    if ((index + 1) * width > hashes.size()) return std::nullopt;
    return naive_root(hashes.subspan(index * width, width));
  };
}

// Whether calling it aborts the program; tried in a child process.
template <typename Call>
bool aborts(Call call) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    std::signal(SIGABRT, SIG_DFL);
    if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(1);
    call();
    _exit(0);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace inzicht::crypto::testing
