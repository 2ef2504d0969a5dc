// Somebody with the ledger's machine, its vault and its keys for log, receipts and service, but without any author's key: changes
// what was submitted and writes the whole ledger anew, with checkpoints at the same sizes.
#pragma once
#include "ledger/codec/strict.h"
#include "tests/ledger/verify/checks.h"
#include "tests/ledger/verify/sample_ledger.h"

namespace inzicht::testing {

class Insider {
 public:
  explicit Insider(const SampleLedger& ledger) : ledger_(ledger), submitted(ledger.submitted()) {}

  // The tables of the ledger as rewritten.
  RawTables rewrite() const {
    const auto log = make_memory_log();
    Sequencer sequencer(*log, ledger_.signers(), ledger_.origin());
    sequencer.twist = twist;
    std::size_t published = 0;
    for (const auto& one : submitted) {
      sequencer.take(one);
      if (published < ledger_.checkpoints.size() && sequencer.size() == size_of(ledger_.checkpoints[published])) {
        sequencer.checkpoint();
        ++published;
      }
    }
    sequencer.flush();
    return tables_of(*log);
  }

  static std::uint64_t size_of(const std::string& note) { return crypto::Checkpoint::parse(crypto::Note::parse(note)->text)->size; }

  // Rebuilds a header with one thing changed: still canonical, no longer what its author signed.
  static void edit_header(Buffer& header, const std::function<void(schema::Header::Builder)>& edit) {
    const auto stored = HeaderMessage::stored(header);
    capnp::MallocMessageBuilder message;
    message.setRoot(stored->header());
    edit(message.getRoot<schema::Header>());
    header = canonical_bytes_of<schema::Header>(message.getRoot<schema::Header>().asReader());
  }

 private:
  const SampleLedger& ledger_;

 public:
  std::vector<Submitted> submitted;  // to be changed
  std::function<void(std::uint64_t, EventRecord&)> twist;
};

}  // namespace inzicht::testing
