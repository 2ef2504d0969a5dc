#include "tests/ledger/verify/sequencer.h"

#include <capnp/message.h>

#include "crypto/encoding.h"
#include "ledger/base/assert.h"
#include "ledger/base/limits.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/strict.h"

namespace inzicht::testing {
namespace {

capnp::Data::Reader data_of(Bytes bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

Buffer admission_of(const Submitted& submitted) {
  capnp::MallocMessageBuilder message;
  auto admission = message.initRoot<schema::Admission>();
  admission.setSalt(data_of(submitted.salt));
  admission.setRules(data_of(made_up<32>("rules")));
  if (!submitted.policies.empty()) {
    auto list = admission.initPolicies(static_cast<unsigned>(submitted.policies.size()));
    for (unsigned i = 0; i < list.size(); ++i) list.set(i, data_of(submitted.policies[i].bytes));
  }
  if (!submitted.parts.empty()) {
    auto list = admission.initSealedParts(static_cast<unsigned>(submitted.parts.size()));
    for (unsigned i = 0; i < list.size(); ++i) {
      const auto hash = crypto::sha256(submitted.parts[i].sealed);
      list.set(i, data_of(hash));
    }
  }
  return canonical_bytes_of<schema::Admission>(admission.asReader());
}

Sequencer::Head Sequencer::head(crypto::ChainClass cls, Bytes id) const {
  const auto at = heads_.find({cls, Buffer(id.begin(), id.end())});
  return at == heads_.end() ? Head{} : at->second;
}

void Sequencer::take(const Submitted& submitted) {
  const auto message = HeaderMessage::stored(submitted.header);
  INZICHT_ASSERT(message.has_value());
  const auto header = message->header();
  NewEvent event;
  event.event = EventId::from({header.getEvent().begin(), header.getEvent().size()}).value();
  event.header_hash = header_hash(submitted.header);
  if (size() == 0) ledger_ = event.header_hash;
  event.record = {{}, submitted.header, submitted.signatures, admission_of(submitted), false};
  event.parts = submitted.parts;

  Leaf leaf{event.header_hash, signatures_hash(submitted.signatures), submitted.recorded_at, admission_hash(event.record.admission), {}};
  const auto chains = chains_of(header, ledger_, submitted.listed);
  for (const auto& chain : chains) leaf.tags.push_back(crypto::chain_tag(chain.cls, chain.id, heads_[chain].chain));
  event.record.leaf = encode_leaf(leaf);
  if (twist) twist(size(), event.record);
  const Digest hash = crypto::leaf_hash(event.record.leaf);
  for (const auto& chain : chains) {
    auto& head = heads_[chain];
    head = {head.n + 1, crypto::chain_next(chain.cls, chain.id, head.chain, hash)};
    if (chain.cls != crypto::ChainClass::kase && chain.cls != crypto::ChainClass::read) continue;
    NewPosition position{{chain.cls, {}}, head.n, head.chain};
    std::ranges::copy(chain.id, position.list.id.begin());
    event.positions.push_back(position);
  }
  if (is_registry_event(header.getKind())) event.positions.push_back({{crypto::ChainClass::registry, {}}, ++registry_events_, {}});
  tree_.append(hash);
  group_.push_back(std::move(event));
  if (group_.size() == limits::group_events_max) flush();
}

void Sequencer::flush() {
  if (group_.empty()) return;
  INZICHT_ASSERT(log_->append(group_).has_value());
  group_.clear();
}

std::string Sequencer::checkpoint_note() const {
  crypto::Note note{crypto::Checkpoint{origin_, size(), root()}.text(), {}};
  crypto::note_sign(note, origin_, signers_.log);
  return note.serialise();
}

std::string Sequencer::checkpoint() {
  flush();
  auto note = checkpoint_note();
  INZICHT_ASSERT(log_->keep_checkpoint(size(), note).has_value());
  return note;
}

HeldReceipt Sequencer::receipt(std::uint64_t index, std::uint64_t first, std::uint64_t count) const {
  std::vector<Digest> hashes;
  for (auto i = first; i < first + count; ++i) hashes.push_back(crypto::leaf_hash(log_->read(i).value().leaf));
  const auto node = [&hashes](unsigned level, std::uint64_t i) -> std::optional<Digest> {
    return crypto::root_of(std::span(hashes).subspan(i << level, std::size_t{1} << level));
  };
  crypto::Note note{"inzicht/v1/receipt\n" + crypto::base64(ledger_) + "\n" + std::to_string(first) + "\n" + std::to_string(count) + "\n" +
                        crypto::base64(crypto::root_of(hashes)) + "\n",
                    {}};
  crypto::note_sign(note, origin_ + "/receipt", signers_.receipt);
  const auto record = log_->read(index).value();
  return {note.serialise(), index, record.leaf, crypto::inclusion_proof(index - first, count, node).value(), record.admission};
}

}  // namespace inzicht::testing
