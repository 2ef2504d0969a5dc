// Every way in which one stored value, or a pair of them, is damaged here, as a list that can be run on all cores.
#pragma once
#include <atomic>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "crypto/digest.h"
#include "crypto/signer.h"
#include "ledger/verify/run.h"
#include "tests/damage/damaged_log.h"

namespace inzicht::testing {

struct TableName {
  const char* name;
  RawTables::Table RawTables::*member;
};
inline constexpr TableName table_names[] = {{"events", &RawTables::events},       {"parts", &RawTables::parts}, {"event_ids", &RawTables::event_ids},
                                            {"positions", &RawTables::positions}, {"tiles", &RawTables::tiles}, {"checkpoints", &RawTables::checkpoints}};

enum class Damage { flip_value, flip_key, cut, lengthen, drop, repeat, swap };
struct Mutation {
  TableName table;
  Damage damage;
  Buffer key;
  std::size_t at = 0;    // byte flipped, or length left
  std::uint8_t bit = 0;  // mask
  Buffer other = {};     // key of the entry swapped with, or under which the value is repeated

  void apply(RawTables& tables) const {
    auto& table_now = tables.*table.member;
    const Buffer value = table_now.at(key);
    switch (damage) {
      case Damage::flip_value: table_now.at(key)[at] ^= bit; return;
      case Damage::cut: table_now.at(key).resize(at); return;
      case Damage::lengthen: table_now.at(key).push_back(0); return;
      case Damage::drop: table_now.erase(key); return;
      case Damage::repeat: table_now[other] = value; return;
      case Damage::swap: std::swap(table_now.at(key), table_now.at(other)); return;
      case Damage::flip_key: {
        Buffer moved = key;
        moved[at] ^= bit;
        table_now.erase(key);
        table_now[moved] = value;
        return;
      }
    }
  }
  std::string text() const {
    static constexpr const char* names[] = {"flip value", "flip key", "cut", "lengthen", "drop", "repeat", "swap"};
    return std::string(table.name) + " " + crypto::hex(key) + ": " + names[static_cast<int>(damage)] + " at " + std::to_string(at) + " bit " +
           std::to_string(bit) + (other.empty() ? "" : " with " + crypto::hex(other));
  }
};

// One bit of every byte, another bit at every next byte.
inline std::uint8_t bit_at(std::size_t offset) { return static_cast<std::uint8_t>(1u << (offset * 3 % 8)); }

// crypto::verify with a memory: it is a function of its bytes, and most signatures of a damaged ledger are undamaged.
class RememberedCheck {
 public:
  bool operator()(const crypto::PublicKey& key, Bytes message, const crypto::Signature& signature) {
    const auto question = crypto::sha256({key, message, signature});
    {
      const std::lock_guard hold(mutex_);
      if (const auto at = answers_.find(question); at != answers_.end()) return at->second;
    }
    const bool answer = crypto::verify(key, message, signature);
    const std::lock_guard hold(mutex_);
    answers_[question] = answer;
    return answer;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<Digest, bool, IdHash> answers_;
};

// Verifies the tables after each mutation alone, on all cores; `judge` is called one at a time, in no order.
inline void try_all(const RawTables& tables, const std::vector<Mutation>& mutations, const std::function<void(const Mutation&, const VerifyReport&)>& judge) {
  RememberedCheck remembered;
  const SignatureCheck check = [&remembered](const auto& key, Bytes message, const auto& signature) { return remembered(key, message, signature); };
  std::atomic<std::size_t> next{0};
  std::mutex one_at_a_time;
  const auto work = [&] {
    for (std::size_t i = next++; i < mutations.size(); i = next++) {
      RawTables damaged = tables;
      mutations[i].apply(damaged);
      const DamagedLog log(damaged);
      VerifyInput input{log};
      input.threads = 1;
      const auto report = verify_with(input, check);
      const std::lock_guard hold(one_at_a_time);
      judge(mutations[i], report);
    }
  };
  std::vector<std::jthread> helpers;
  for (unsigned i = 1; i < std::max(1u, std::thread::hardware_concurrency()); ++i) helpers.emplace_back(work);
  work();
}

}  // namespace inzicht::testing
