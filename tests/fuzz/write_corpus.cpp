// Writes what the corpora of the codec and service targets begin with, made from the schema: write_corpus
// FOLDER.
//
// What is there stays: a finding of the fuzzer that was added by hand is not overwritten.
#include <filesystem>
#include <fstream>

#include "crypto/digest.h"
#include "crypto/signer.h"
#include "ledger/codec/leaf.h"
#include "ledger/codec/signature_block.h"
#include "ledger/codec/strict.h"
#include "ledger/service/receipt.h"
#include "ledger/service/submission.h"
#include "ledger/vault/part_seal.h"
#include "tests/ledger/codec/random_message.h"

using namespace inzicht;
using namespace inzicht::testing;

namespace {

std::filesystem::path corpus;

void add(const std::string& target, const std::string& name, Bytes bytes) {
  const auto folder = corpus / target;
  std::filesystem::create_directories(folder);
  if (std::filesystem::exists(folder / name)) return;
  std::ofstream(folder / name, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}
void add(const std::string& target, const std::string& name, std::string_view text) {
  add(target, name, crypto::bytes_of(text));
}

void headers() {
  const auto add_header = [](std::uint16_t kind, Amount amount, const char* how) {
    add("codec_header_fuzz", std::string(find_kind(kind)->code) + "_" + how,
        Bytes(honest_header(kind, 1, amount)));
  };
  for (const std::uint16_t kind :
       std::initializer_list<std::uint16_t>{101, 104, 108, 202, 301, 402, 408, 804, 906, 1204, 1301, 1402}) {
    add_header(kind, Amount::least, "least");
    add_header(kind, Amount::all, "all");
  }
}

void parts() {
  std::uint16_t number = 0;
  for (const auto& kind : kinds())
    for (const auto& part : kind.parts) {
      const auto at = number++;
      // Every eighth, and those with lists and files inside.
      if (at % 8 != 0 && !part.is_list()) continue;
      Buffer bytes{static_cast<std::uint8_t>(at >> 8), static_cast<std::uint8_t>(at)};
      crypto::append(bytes, honest_part(part, 1, Amount::all));
      add("codec_part_fuzz", std::string(kind.code) + "_" + std::string(part.name), Bytes(bytes));
    }
  Buffer admission{static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
  crypto::append(admission, honest_admission(1, Amount::all));
  add("codec_part_fuzz", "admission", Bytes(admission));
}

void jsons() {
  for (const std::uint16_t kind :
       std::initializer_list<std::uint16_t>{101, 106, 202, 203, 301, 402, 605, 804, 906, 1204, 1301, 1402}) {
    auto event = honest_event(*find_kind(kind), 1, Amount::all);
    add("codec_json_fuzz", std::string(find_kind(kind)->code), json_of(event).dump());
  }
  add("codec_json_fuzz", "twice", R"({"kind":"signalReceived","kind":301})");
  add("codec_json_fuzz", "deep", std::string(40, '[') + std::string(40, ']'));
  add("codec_json_fuzz", "numbers", R"({"kind":"goalScored","facts":{"score":18446744073709551615}})");
  add("codec_json_fuzz", "two_arms",
      R"({"kind":1204,"facts":{"newFacts":{"goalScored":{"score":1},"goalSet":{},"unset":5}}})");
  // One letter that chooses the kind, then a value as it is typed.
  add("codec_json_fuzz", "typed_records",
      "l[J added parent from16to17 2002-03 yes; P died parent from18to22 no]");
  add("codec_json_fuzz", "typed_recipients", "zO4:partner,A1,J,court");
  add("codec_json_fuzz", "typed_list", "qhousing,upbringing");
  add("codec_json_fuzz", "typed_decimal", "c-0,89");
}

crypto::Signer signer() { return *crypto::Signer::from_seed(Buffer(32, 7)); }

void receipts() {
  Random random(5);
  const auto key = signer();
  Receipt receipt;
  receipt.admission = honest_admission(1, Amount::some);
  Leaf leaf{random.array<32>(),
            random.array<32>(),
            1'560'240'000'000'000,
            admission_hash(receipt.admission),
            {random.array<16>()}};
  receipt.leaf = encode_leaf(leaf);
  receipt.index = 3;
  const ReceiptText lines{random.array<32>(), 3, 1, crypto::leaf_hash(receipt.leaf)};
  crypto::Note note{lines.text(), {}};
  crypto::note_sign(note, receipt_key_name("example.org/ledger"), key);
  receipt.note = note.serialise();
  add("service_receipt_fuzz", "text", lines.text());
  add("service_receipt_fuzz", "alone", receipt.to_json());
  receipt.proof = {random.array<32>(), random.array<32>()};
  add("service_receipt_fuzz", "of_a_group", receipt.to_json());
  add("service_receipt_fuzz", "one_line", Json::parse(receipt.to_json()).dump());
  auto json = Json::parse(receipt.to_json());
  json["index"] = -1;
  add("service_receipt_fuzz", "negative", json.dump());
  json["more"] = 1;
  add("service_receipt_fuzz", "more", json.dump());
  add("service_receipt_fuzz", "index_twice",
      R"({"note":"","index":1,"index":2,"leaf":"","proof":[],"admission":""})");
}

void submissions() {
  for (const std::uint16_t kind : std::initializer_list<std::uint16_t>{101, 301, 804, 1301}) {
    auto event = honest_event(*find_kind(kind), 1, Amount::all);
    Submission out;
    out.header = event.header();
    const auto signature = signer().sign(event_message(out.header));
    out.signatures = encode_signatures(
        std::vector<BlockSignature>{{signer().id(), 1, Buffer(signature.begin(), signature.end())}});
    Random random(kind);
    for (const auto& part : event.draft.parts)
      out.parts.push_back({random.array<32>(), pad_part(part.message).value()});
    const auto bytes = encode_submission(out);
    const std::string name(find_kind(kind)->code);
    add("service_submission_fuzz", name, Bytes(bytes));
    add("service_submission_fuzz", name + "_cut", Bytes(bytes).first(bytes.size() - 1));
  }
  add("service_submission_fuzz", "no_parts",
      std::string_view("inzicht-submission/1\n\0\0\0\0\0\0\0\0\0\0", 31));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  corpus = argv[1];
  headers();
  parts();
  jsons();
  receipts();
  submissions();
}
