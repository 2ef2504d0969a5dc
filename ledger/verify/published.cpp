#include "ledger/verify/published.h"

#include <fmt/format.h>

#include "ledger/codec/signature_block.h"
#include "ledger/verify/header_fields.h"
#include "ledger/verify/receipt_text.h"
#include "ledger/verify/stored_bytes.h"

namespace inzicht {
namespace {

crypto::VerifierKey verifier_key(std::string name, const FoldedKey& key) {
  return crypto::VerifierKey::make(std::move(name), crypto::note_ed25519, key.public_key);
}

// Whether the note carries a good signature by one of the keys, and no bad one.
bool is_signed(const crypto::Note& note, std::span<const crypto::VerifierKey> keys) {
  const auto checked = crypto::note_verify(note, keys);
  return checked && !checked->verified.empty();
}

// Which witnesses of the policy cosigned, by their place there; none when a cosignature of one of them is wrong.
std::optional<std::set<std::size_t>> cosigners(const crypto::Note& note, const crypto::TrustPolicy& trust) {
  const auto checked = crypto::note_verify(note, trust.witnesses());
  if (!checked) return std::nullopt;
  std::set<std::size_t> out;
  for (const auto& key : checked->verified) out.insert(static_cast<std::size_t>(std::ranges::find(trust.witnesses(), key) - trust.witnesses().begin()));
  return out;
}

class Published {
 public:
  Published(const VerifyInput& input, const Fold& fold, Problems& problems, VerifyReport& report)
      : input_(input), fold_(fold), problems_(problems), report_(report), trusted_(input.trusted_log_keys) {
    if (input.trust) trusted_.insert(trusted_.end(), input.trust->logs().begin(), input.trust->logs().end());
  }

  void kept(Bytes key, Bytes value) {
    const auto size = key.size() == 8 ? std::optional(big_endian(key)) : std::nullopt;
    const auto note = crypto::Note::parse({reinterpret_cast<const char*>(value.data()), value.size()});
    const auto checkpoint = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
    const auto name = fmt::format("kept checkpoint {}", size ? std::to_string(*size) : "?");
    if (!checkpoint || !has_origin(*checkpoint)) return problems_.add(Problem::checkpoint_malformed, fmt::format("{}: not a checkpoint of this origin", name));
    if (checkpoint->size != size) return problems_.add(Problem::checkpoint_malformed, fmt::format("{}: the note is the checkpoint of size {}", name, checkpoint->size));
    ++report_.checkpoints;
    kept_sizes_.insert(*size);
    const bool authentic = is_signed(*note, keys_for(*size));
    if (!authentic) problems_.add(Problem::checkpoint_bad_signature, fmt::format("{}: not signed by the log's key for that size", name));
    const bool checks = agrees(*checkpoint, name, Problem::checkpoint_mismatch) && authentic;
    if (checks) report_.checkpoint_size = std::max(report_.checkpoint_size, *size);
    if (input_.trust) weigh(*note, *size, checks, name);
  }

  // A checkpoint that an author witnessed was published, and what was published is kept.
  void check_anchors() {
    for (const auto& [size, index] : fold_.anchors())
      if (!kept_sizes_.contains(size)) problems_.add(index, Problem::checkpoint_missing, fmt::format("an author witnessed the checkpoint of size {}, which is not kept", size));
  }

  void held(const std::string& text, std::size_t n) {
    const auto note = crypto::Note::parse(text);
    const auto checkpoint = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
    const auto name = fmt::format("held checkpoint {}", checkpoint ? fmt::format("of size {}", checkpoint->size) : fmt::format("{} of those given", n + 1));
    if (!checkpoint || !has_origin(*checkpoint))
      return problems_.add(Problem::checkpoint_malformed, fmt::format("{}: not a checkpoint of this origin", name));
    ++report_.held_checkpoints;
    auto keys = keys_for(checkpoint->size);
    for (const auto& key : trusted_)
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
    if (!is_signed(*note, keys)) problems_.add(Problem::checkpoint_bad_signature, fmt::format("{}: not signed by a key of this ledger's log", name));
    if (agrees(*checkpoint, name, Problem::older_checkpoint_mismatch) && !kept_sizes_.contains(checkpoint->size))
      problems_.add(Problem::checkpoint_missing, fmt::format("{}: not kept", name));
  }

  void check_trust() {
    if (trusted_.empty()) return;
    const auto own = keys_for(fold_.history().size());
    const bool trusted = std::ranges::any_of(own, [&](const auto& key) { return std::ranges::find(trusted_, key) != trusted_.end(); });
    if (!trusted) problems_.add(Problem::log_key_untrusted, own.empty() ? std::string("the log has no key") : fmt::format("the log's key is {}", own.front().text()));
  }

  void receipt(const HeldReceipt& receipt) {
    ++report_.receipts;
    if (const auto why = wrong_receipt(receipt)) return problems_.add(receipt.index, Problem::receipt_bad, *why);
    if (receipt.index >= fold_.history().size())
      return problems_.add(receipt.index, Problem::receipt_not_in_log, fmt::format("acknowledged index {}, the log ends before {}", receipt.index, fold_.history().size()));
    const Digest expected = crypto::leaf_hash(receipt.leaf);
    const auto found = fold_.history().leaf(receipt.index);
    if (!found) return problems_.add(receipt.index, Problem::receipt_not_in_log, "the acknowledged event is missing");
    if (*found != expected) problems_.add(receipt.index, Problem::receipt_mismatch, "the leaf: " + differ(expected, *found));
  }

 private:
  // Checkpoints come by size, so the last one weighed is the last one kept.
  void weigh(const crypto::Note& note, std::uint64_t size, bool checks, const std::string& name) {
    const auto by = cosigners(note, *input_.trust);
    if (!by) problems_.add(Problem::checkpoint_bad_signature, fmt::format("{}: a cosignature of a witness of the trust policy is wrong", name));
    report_.witnesses = by ? by->size() : 0;
    if (checks && by && input_.trust->is_met(*by)) report_.witnessed_size = size;
  }

  // Where genesis cannot be read and nobody said which origin it is, any may be right.
  bool has_origin(const crypto::Checkpoint& checkpoint) const { return fold_.origin().empty() || checkpoint.origin == fold_.origin(); }

  std::vector<crypto::VerifierKey> keys_for(std::uint64_t size) const {
    std::vector<crypto::VerifierKey> out;
    if (const FoldedKey* key = fold_.keys().log_key(size); key != nullptr && crypto::is_note_name(fold_.origin())) out.push_back(verifier_key(fold_.origin(), *key));
    return out;
  }

  bool agrees(const crypto::Checkpoint& checkpoint, const std::string& name, Problem mismatch) {
    if (checkpoint.size > fold_.history().size()) {
      problems_.add(Problem::checkpoint_missing_tail, fmt::format("{}: the log has {} leaves", name, fold_.history().size()));
      return false;
    }
    const auto root = fold_.history().root_at(checkpoint.size);
    if (root == checkpoint.root) {
      if (mismatch == Problem::checkpoint_mismatch) last_agreeing_ = std::max(last_agreeing_, checkpoint.size);
      return true;
    }
    problems_.add(mismatch, root ? fmt::format("{}: the root: {}; the last kept one that agrees has size {}{}", name, differ(checkpoint.root, *root), last_agreeing_, suspects(checkpoint.size))
                                 : fmt::format("{}: cannot be recomputed, index {} is missing", name, fold_.history().first_hole().value_or(0)));
    return false;
  }

  // Where a leaf below `size` can have been changed without another problem naming it. Said once for every last size that agrees:
  // later checkpoints differ by the same leaf.
  std::string suspects(std::uint64_t size) {
    if (size <= last_agreeing_ || suspects_from_ == last_agreeing_) return "";
    suspects_from_ = last_agreeing_;
    std::string out;
    for (const auto index : fold_.ends_of_keys(last_agreeing_, size)) out += fmt::format("{} index {}", out.empty() ? "; look first at" : ",", index);
    return out;
  }

  // What is wrong with the receipt by itself.
  std::optional<std::string> wrong_receipt(const HeldReceipt& receipt) const {
    const auto note = crypto::Note::parse(receipt.note);
    const auto text = note ? read_receipt_text(note->text) : std::nullopt;
    if (!text) return "not a receipt";
    if (text->ledger != fold_.ledger()) return "of another ledger: " + differ(fold_.ledger(), text->ledger);
    const auto name = fold_.origin() + "/receipt";
    const FoldedKey* key = fold_.keys().receipt_key(text->first);
    if (key == nullptr || !crypto::is_note_name(name)) return "the ledger has no key for receipts";
    const auto verifier = verifier_key(name, *key);
    if (!is_signed(*note, std::span(&verifier, 1))) return "not signed by the ledger's key for receipts";
    if (receipt.index < text->first || receipt.index - text->first >= text->count) return "of another index than its note's";
    if (!crypto::check_inclusion(receipt.index - text->first, text->count, crypto::leaf_hash(receipt.leaf), text->root, receipt.proof))
      return "its leaf is not proven in its group";
    const auto leaf = decode_leaf(receipt.leaf);
    if (!leaf || leaf->admission_hash != admission_hash(receipt.admission)) return "its admission is not its leaf's";
    return std::nullopt;
  }

  const VerifyInput& input_;
  const Fold& fold_;
  Problems& problems_;
  VerifyReport& report_;
  std::vector<crypto::VerifierKey> trusted_;
  std::set<std::uint64_t> kept_sizes_;
  std::uint64_t last_agreeing_ = 0;  // size of the greatest kept checkpoint with the right root, so far
  std::optional<std::uint64_t> suspects_from_;
};

}  // namespace

void check_published(const VerifyInput& input, const Fold& fold, Problems& problems, VerifyReport& report) {
  Published published(input, fold, problems, report);
  const auto scanned = input.log.scan_table(RawLog::Table::checkpoints, [&](Bytes key, Bytes value) { published.kept(key, value); });
  if (!scanned) problems.add(Problem::record_unreadable, "checkpoints: " + scanned.error().text);
  published.check_anchors();
  published.check_trust();
  for (std::size_t n = 0; n < input.held_checkpoints.size(); ++n) published.held(input.held_checkpoints[n], n);
  for (const auto& receipt : input.receipts) published.receipt(receipt);
}

}  // namespace inzicht
