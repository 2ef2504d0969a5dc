#include "tests/interop/published_log.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "crypto/digest.h"
#include "crypto/encoding.h"
#include "crypto/merkle/tile.h"

namespace inzicht::interop {
namespace {

using namespace crypto;

std::string text_of(Bytes bytes) { return {bytes.begin(), bytes.end()}; }

std::string lines_of(const Proof& proof) {
  std::string out;
  for (const Digest& hash : proof) out += base64(hash) + "\n";
  return out;
}

Buffer random_leaf() {
  Buffer out(1 + random_array<1>()[0]);
  random_bytes(out);
  return out;
}

// Every level from the one below: pairs, and the odd one out stays below.
std::vector<std::vector<Digest>> levels_of(const std::vector<Buffer>& leaves) {
  std::vector<std::vector<Digest>> out(1);
  for (const Buffer& leaf : leaves) out[0].push_back(leaf_hash(leaf));
  while (out.back().size() > 1) {
    std::vector<Digest> above;
    for (std::size_t i = 0; i + 1 < out.back().size(); i += 2) {
      above.push_back(node_hash(out.back()[i], out.back()[i + 1]));
    }
    out.push_back(std::move(above));
  }
  return out;
}

std::filesystem::path fresh_folder() {
  const auto name = "inzicht-interop-" + hex(random_array<8>());
  const auto folder = std::filesystem::temp_directory_path() / name;
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace

PublishedLog::PublishedLog(std::uint64_t before, std::uint64_t size)
    : folder_(fresh_folder()), signer_(Signer::generate()) {
  for (std::uint64_t i = 0; i < size; ++i) leaves_.push_back(random_leaf());
  nodes_ = levels_of(leaves_);
  write("vkey", VerifierKey::make(origin_, note_ed25519, signer_.public_key()).text() + "\n");
  write_tiles(0, before);
  write_tiles(before, size);
  write_checkpoint("checkpoint", {origin_, size, root(size)});
  write_proofs(before, size);
}

PublishedLog::~PublishedLog() { std::filesystem::remove_all(folder_); }

Digest PublishedLog::root(std::uint64_t size) const { return root_at(size, reader()).value(); }

std::string PublishedLog::read(const std::string& name) const {
  std::ifstream file(folder_ / name, std::ios::binary);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), {}};
}

void PublishedLog::write(const std::string& name, std::string_view text) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream file(folder_ / name, std::ios::binary | std::ios::trunc);
  file << text;
  REQUIRE(file.good());
}

void PublishedLog::write_checkpoint(const std::string& name, const Checkpoint& checkpoint) const {
  Note note{checkpoint.text(), {}};
  note_sign(note, origin_, signer_);
  write(name, note.serialise());
}

bool PublishedLog::checks() const {
  const std::string command = "'" INZICHT_CHECK_PUBLISHED "' '" + folder_.string() + "' > /dev/null";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) <= 1);
  return WEXITSTATUS(status) == 0;
}

void PublishedLog::write_tiles(std::uint64_t from, std::uint64_t to) const {
  for (const TileId& tile : new_tiles(from, to)) {
    const std::size_t first = tile.index * tile_width;
    if (tile.entries) {
      write(tile_path(tile), text_of(entry_bundle(std::span(leaves_).subspan(first, tile.width))));
      continue;
    }
    std::string hashes;
    for (std::size_t i = first; i < first + tile.width; ++i) {
      hashes += text_of(nodes_.at(tile.level * tile_height).at(i));
    }
    write(tile_path(tile), hashes);
  }
}

void PublishedLog::write_proofs(std::uint64_t before, std::uint64_t size) const {
  if (size > 0) {
    const auto proof = inclusion_proof(included(), size, reader()).value();
    write("inclusion.txt", std::to_string(included()) + "\n" + lines_of(proof));
  }
  if (before > 0) {
    write_checkpoint("checkpoint.before", {origin_, before, root(before)});
    write("consistency.txt", lines_of(consistency_proof(before, size, reader()).value()));
  }
}

NodeReader PublishedLog::reader() const {
  return [this](unsigned level, std::uint64_t index) -> std::optional<Digest> {
    if (level >= nodes_.size() || index >= nodes_[level].size()) return std::nullopt;
    return nodes_[level][index];
  };
}

}  // namespace inzicht::interop
