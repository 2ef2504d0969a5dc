#include "ledger/service/receipt.h"

#include <charconv>

#include "crypto/encoding.h"
#include "ledger/base/limits.h"
#include "ledger/codec/json.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/leaf.h"

namespace inzicht {
namespace {

constexpr std::string_view first_line = "inzicht/v1/receipt";

// Decimal without leading zeros.
std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  if (text.empty() || text.size() > 20 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::uint64_t value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || at != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string ReceiptText::text() const {
  return std::string(first_line) + "\n" + crypto::base64(ledger) + "\n" + std::to_string(first) + "\n" + std::to_string(count) + "\n" +
         crypto::base64(root) + "\n";
}

std::optional<ReceiptText> ReceiptText::parse(std::string_view text) {
  const auto kind = take_line(text);
  const auto ledger = take_line(text);
  const auto first = take_line(text);
  const auto count = take_line(text);
  const auto root = take_line(text);
  if (!root || !text.empty() || *kind != first_line) return std::nullopt;
  const auto ledger_id = crypto::base64_decode_array<32>(*ledger);
  const auto first_index = parse_decimal(*first);
  const auto size = parse_decimal(*count);
  const auto root_hash = crypto::base64_decode_array<32>(*root);
  if (!ledger_id || !first_index || !size || *size == 0 || !root_hash) return std::nullopt;
  return ReceiptText{*ledger_id, *first_index, *size, *root_hash};
}

std::string Receipt::to_json() const {
  nlohmann::json out;
  out["note"] = note;
  out["index"] = index;
  out["leaf"] = crypto::base64(leaf);
  out["proof"] = nlohmann::json::array();
  for (const auto& hash : proof) out["proof"].push_back(crypto::base64(hash));
  out["admission"] = crypto::base64(admission);
  return out.dump();
}

std::optional<Receipt> Receipt::parse_json(std::string_view text) {
  if (text.size() > limits::receipt_bytes_max) return std::nullopt;
  const auto parsed = parse_json_text(text);  // no name twice, and not too deep
  if (!parsed || !parsed->is_object() || parsed->size() != 5) return std::nullopt;
  const Json& in = *parsed;
  for (const char* name : {"note", "leaf", "admission"})
    if (!in.contains(name) || !in[name].is_string()) return std::nullopt;
  if (!in.contains("index") || !in["index"].is_number_unsigned()) return std::nullopt;
  if (!in.contains("proof") || !in["proof"].is_array() || in["proof"].size() > 64) return std::nullopt;
  Receipt out;
  out.note = in["note"].get<std::string>();
  out.index = in["index"].get<std::uint64_t>();
  auto leaf = crypto::base64_decode(in["leaf"].get_ref<const std::string&>());
  auto admission = crypto::base64_decode(in["admission"].get_ref<const std::string&>());
  if (!leaf || !admission) return std::nullopt;
  out.leaf = std::move(*leaf);
  out.admission = std::move(*admission);
  for (const auto& one : in["proof"]) {
    if (!one.is_string()) return std::nullopt;
    const auto hash = crypto::base64_decode_array<32>(one.get_ref<const std::string&>());
    if (!hash) return std::nullopt;
    out.proof.push_back(*hash);
  }
  return out;
}

bool check_receipt(const Receipt& receipt, const crypto::VerifierKey& key, const LedgerId& ledger) {
  const auto note = crypto::Note::parse(receipt.note);
  if (!note) return false;
  const auto checked = crypto::note_verify(*note, std::span(&key, 1));
  if (!checked || checked->verified.size() != 1) return false;
  const auto text = ReceiptText::parse(note->text);
  if (!text || text->ledger != ledger) return false;
  if (receipt.index < text->first || receipt.index - text->first >= text->count) return false;
  const auto leaf = decode_leaf(receipt.leaf);
  if (!leaf || leaf->admission_hash != admission_hash(receipt.admission)) return false;
  return crypto::check_inclusion(receipt.index - text->first, text->count, crypto::leaf_hash(receipt.leaf), text->root, receipt.proof);
}

}  // namespace inzicht
