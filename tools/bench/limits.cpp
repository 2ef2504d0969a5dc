// Each unavoidable step of one durable append, alone, and the bare store on the same disk. What verification is held against
// (signatures, hashes) runs on all cores at once.
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
auto hashes_of_one_event(std::size_t content_bytes) {
  return [header = random_buffer(header_bytes), block = random_buffer(100), admission = random_buffer(200), leaf = random_buffer(leaf_bytes),
          plain = random_buffer(content_bytes + 40), sealed = random_buffer(content_bytes + 100), id = random_buffer(16), salt = crypto::random_array<32>(),
          chain = Digest{}]() mutable {
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
  };
}

auto checks_of_one_signature(std::size_t content_bytes, std::atomic<bool>& good) {
  auto signer = crypto::Signer::generate();
  Buffer message = random_buffer(content_bytes);
  const auto signature = signer.sign(message);
  return [signer = std::move(signer), message = std::move(message), signature, &good] {
    if (!crypto::verify(signer.public_key(), message, signature)) good = false;
  };
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
  const unsigned cores = std::thread::hardware_concurrency();
  std::atomic<bool> good{true};
  out.verify_per_s_core = per_second_a_core(each_s, cores, [&] { return checks_of_one_signature(content_bytes, good); });
  if (!good) return fail(ErrorCode::corruption, "bench: a good signature did not verify");
  out.event_hash_us = 1e6 / per_second_a_core(each_s, cores, [&] { return hashes_of_one_event(content_bytes); });
  const auto signer = crypto::Signer::generate();
  const Buffer message = random_buffer(content_bytes);
  out.sign_per_s_core = per_second(each_s, [&] { (void)signer.sign(message); });
  const Buffer small = random_buffer(65);
  out.hash_per_s_core = per_second(each_s, [&] { (void)crypto::sha256(small); });
  const auto key = crypto::Secret::random(crypto::seal_key_bytes);
  out.seal_per_s_core = per_second(each_s, [&] { (void)crypto::seal(key, crypto::random_array<24>(), message, small); });
  // One record of what an event stores.
  INZICHT_TRY(store, store_limits(folder / "limits", header_bytes + 400 + content_bytes + 150));
  out.sync_put_per_s = store.first;
  out.sync_batch_per_s = store.second;
  std::error_code ignored;
  std::filesystem::remove_all(folder / "limits", ignored);
  return out;
}

}  // namespace inzicht::bench
