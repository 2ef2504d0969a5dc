// A log published into a folder from the crypto library alone, in the layout at the top of checker/main.go.
// Owns: the folder, which goes with it.
#pragma once
#include <filesystem>
#include <string>

#include "crypto/merkle/tree.h"
#include "crypto/note.h"

namespace inzicht::interop {

class PublishedLog {
 public:
  // Leaves of random length and content; a checkpoint and tiles of `before` leaves, then of `size`; proofs of
  // both. No checkpoint.before and no consistency.txt when `before` is 0; no inclusion.txt when `size` is 0.
  PublishedLog(std::uint64_t before, std::uint64_t size);
  ~PublishedLog();
  PublishedLog(const PublishedLog&) = delete;
  PublishedLog& operator=(const PublishedLog&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  const std::string& origin() const { return origin_; }
  crypto::Digest root(std::uint64_t size) const;
  // What is checked to be included: the leaf in the middle.
  std::uint64_t included() const { return leaves_.size() / 2; }

  std::string read(const std::string& name) const;
  void write(const std::string& name, std::string_view text) const;
  // Any checkpoint, true or not, signed with the log's key.
  void write_checkpoint(const std::string& name, const crypto::Checkpoint& checkpoint) const;
  // Whether the Go program finds nothing wrong.
  bool checks() const;

 private:
  void write_tiles(std::uint64_t from, std::uint64_t to) const;
  void write_proofs(std::uint64_t before, std::uint64_t size) const;
  crypto::NodeReader reader() const;

  std::filesystem::path folder_;
  std::string origin_ = "ledger.example/interop";
  crypto::Signer signer_;
  std::vector<crypto::Buffer> leaves_;
  std::vector<std::vector<crypto::Digest>> nodes_;  // full subtrees, by level
};

}  // namespace inzicht::interop
