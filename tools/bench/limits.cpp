// Each unavoidable step of one durable append, alone on one core, and the bare store on the same disk.
#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include "crypto/digest.h"
#include "crypto/merkle/chain.h"
#include "crypto/merkle/tree.h"
#include "crypto/sealing.h"
#include "crypto/signer.h"
#include "ledger/codec/signature_block.h"
#include "ledger/vault/part_seal.h"
#include "tools/bench/bench.h"
#include "tools/bench/measure.h"

namespace inzicht::bench {
namespace {

constexpr double each_s = 0.6;
constexpr std::size_t header_bytes = 700;  // of the events that the clients make
constexpr std::size_t leaf_bytes = 106 + 3 * 16;

Buffer random_buffer(std::size_t size) {
  Buffer out(size);
  crypto::random_bytes(out);
  return out;
}

// Header, signatures, admission and leaf hashes; commitment; sealed part; three chains with a tag each.
double event_hash_us(std::size_t content_bytes) {
  const Buffer header = random_buffer(header_bytes), block = random_buffer(100), admission = random_buffer(200), leaf = random_buffer(leaf_bytes);
  const Buffer plain = random_buffer(content_bytes + 40), sealed = random_buffer(content_bytes + 100), id = random_buffer(16);
  const crypto::Salt salt = crypto::random_array<32>();
  Digest chain{};
  const double rate = per_second(each_s, [&] {
    chain[0] ^= header_hash(header)[0];
    chain[1] ^= signatures_hash(block)[0];
    chain[2] ^= admission_hash(admission)[0];
    const Digest hash = crypto::leaf_hash(leaf);
    chain[3] ^= part_commitment(salt, plain)[0];
    chain[4] ^= crypto::sha256(sealed)[0];
    for (int i = 0; i < 3; ++i) {
      chain[5] ^= crypto::chain_tag(crypto::ChainClass::kase, id, chain)[0];
      chain = crypto::chain_next(crypto::ChainClass::kase, id, chain, hash);
    }
  });
  return 1e6 / rate;
}

Result<std::pair<double, double>> store_limits(const std::filesystem::path& folder, std::size_t record_bytes) {
  rocksdb::Options options;
  options.create_if_missing = true;
  std::unique_ptr<rocksdb::DB> db;
  rocksdb::DB* raw = nullptr;
  if (const auto status = rocksdb::DB::Open(options, folder.string(), &raw); !status.ok()) return fail(ErrorCode::io, "bench: " + status.ToString());
  db.reset(raw);
  rocksdb::WriteOptions sync;
  sync.sync = true;
  const Buffer value = random_buffer(record_bytes);
  const rocksdb::Slice slice(reinterpret_cast<const char*>(value.data()), value.size());
  std::uint64_t n = 0;
  bool good = true;
  const auto key = [&n] { return std::to_string(1'000'000'000'000 + n++); };
  const double puts = per_second(each_s, [&] { good = good && db->Put(sync, key(), slice).ok(); });
  const double batches = per_second(each_s, [&] {
    rocksdb::WriteBatch batch;
    for (int i = 0; i < 100; ++i) batch.Put(key(), slice);
    good = good && db->Write(sync, &batch).ok();
  });
  if (!good) return fail(ErrorCode::io, "bench: the store refused a write");
  return std::pair{puts, batches * 100};
}

}  // namespace

Result<Limits> measure_limits(const std::filesystem::path& folder, std::size_t content_bytes) {
  Limits out;
  const auto signer = crypto::Signer::generate();
  const Buffer message = random_buffer(content_bytes);
  const auto signature = signer.sign(message);
  bool good = true;
  out.verify_per_s_core = per_second(each_s, [&] { good = good && crypto::verify(signer.public_key(), message, signature); });
  if (!good) return fail(ErrorCode::corruption, "bench: a good signature did not verify");
  out.sign_per_s_core = per_second(each_s, [&] { (void)signer.sign(message); });
  const Buffer small = random_buffer(65);
  out.hash_per_s_core = per_second(each_s, [&] { (void)crypto::sha256(small); });
  const auto key = crypto::Secret::random(crypto::seal_key_bytes);
  out.seal_per_s_core = per_second(each_s, [&] { (void)crypto::seal(key, crypto::random_array<24>(), message, small); });
  out.event_hash_us = event_hash_us(content_bytes);
  // One record of what an event stores.
  INZICHT_TRY(store, store_limits(folder / "limits", header_bytes + 400 + content_bytes + 150));
  out.sync_put_per_s = store.first;
  out.sync_batch_per_s = store.second;
  std::error_code ignored;
  std::filesystem::remove_all(folder / "limits", ignored);
  return out;
}

}  // namespace inzicht::bench
