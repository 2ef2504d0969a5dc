// checkpoint, prove, tiles: what is handed to people outside, who check it without this program.
#include <CLI/CLI.hpp>

#include "crypto/encoding.h"
#include "ledger/service/publish.h"
#include "tools/inzicht/lookup.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

constexpr std::size_t note_bytes_max = 1u << 20;

struct GivenCheckpoint {
  std::string note;
  crypto::Checkpoint checkpoint;
};
Result<GivenCheckpoint> read_checkpoint(const std::string& file, std::string_view flag) {
  INZICHT_TRY(bytes, read_file(file, note_bytes_max));
  GivenCheckpoint out{{bytes.begin(), bytes.end()}, {}};
  const auto note = crypto::Note::parse(out.note);
  const auto checkpoint = note ? crypto::Checkpoint::parse(note->text) : std::nullopt;
  if (!checkpoint) return fail(ErrorCode::bad_input, fmt::format("{}: expected a checkpoint, a signed note of three lines: {}", flag, file));
  out.checkpoint = *checkpoint;
  return out;
}

// Where no file is named, none is written.
Result<NewFile> claim_named(const std::string& out) {
  if (out.empty()) return NewFile();
  return NewFile::claim(out);
}

int checkpoint(const Context& context, const std::string& out, const std::string& cosigned) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto named = claim_named(out);
  if (!named) return context.fail(named.error());
  Result<Published> published = fail(ErrorCode::not_found, "");
  if (cosigned.empty()) {
    published = publish_checkpoint(**ledger);
  } else {
    const auto given = read_checkpoint(cosigned, "--cosigned");
    if (!given) return context.fail(given.error());
    published = take_cosigned(**ledger, given->note);
  }
  if (!published) return context.fail(published.error());
  // The ledger's own copy is of the last one; what somebody was given stays as it is.
  const auto file = out.empty() ? (*ledger)->folder().root() / "checkpoint" : std::filesystem::path(out);
  const auto note = crypto::bytes_of(published->note);
  if (auto status = out.empty() ? write_file(file, note, false) : named->write(note, false); !status)
    return context.fail(status.error());
  if (context.json) {
    context.print(Json({{"origin", published->checkpoint.origin}, {"size", published->checkpoint.size}, {"root", crypto::base64(published->checkpoint.root)}, {"note", published->note}, {"state", "published"}, {"fresh", published->fresh}}).dump());
    return exit_done;
  }
  context.print(published->note);
  const char* done = !cosigned.empty() ? "checkpoint.cosigned" : published->fresh ? "checkpoint.done" : "checkpoint.same";
  context.say(context.trf(done, published->checkpoint.size, file.string()));
  if (cosigned.empty()) context.say(context.tr("checkpoint.hand_out"));
  return exit_done;
}

Json hashes_json(const crypto::Proof& proof) {
  Json out = Json::array();
  for (const auto& hash : proof) out.push_back(crypto::base64(hash));
  return out;
}

// c2sp.org/tlog-proof: the index, the inclusion proof, and the checkpoint it leads to.
std::string tlog_proof(std::uint64_t index, const crypto::Proof& proof, const std::string& note) {
  std::string out = fmt::format("c2sp.org/tlog-proof@v1\nindex {}\n", index);
  for (const auto& hash : proof) out += crypto::base64(hash) + "\n";
  return out + "\n" + note;
}

int prove(const Context& context, const std::string& event_text, const std::string& out) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto file = claim_named(out);
  if (!file) return context.fail(file.error());
  auto& log = (*ledger)->log();
  const LedgerIds ids(**ledger);
  const auto event = typed_id<EventId>(ids, schema::IdKind::EVENT, event_text, "prove");
  if (!event) return context.fail(event.error());
  const auto place = log.find(*event);
  if (!place) return context.fail(place.error());
  if (!*place) return context.fail({ErrorCode::not_found, "prove: no such event"});
  const auto last = last_checkpoint(log);
  if (!last || last->checkpoint.size <= (*place)->index) return context.fail({ErrorCode::not_found, "prove: the event is recorded but not published yet: run `inzicht checkpoint` first"});
  const auto record = log.read((*place)->index);
  if (!record) return context.fail(record.error());
  const auto node = [&](unsigned level, std::uint64_t index) { return log.node(level, index); };
  const auto proof = crypto::inclusion_proof((*place)->index, last->checkpoint.size, node);
  const auto leaf = crypto::leaf_hash(record->leaf);
  // What is handed out is checked first, as an outsider would.
  if (!proof || !crypto::check_inclusion((*place)->index, last->checkpoint.size, leaf, last->checkpoint.root, *proof))
    return context.fail({ErrorCode::corruption, "prove: the stored tree does not lead to the published root: run verify"});
  const std::string text = tlog_proof((*place)->index, *proof, last->note);
  if (auto status = file->write(crypto::bytes_of(text), false); !status) return context.fail(status.error());
  if (context.json) {
    context.print(Json({{"event", to_text(*event)}, {"index", (*place)->index}, {"leaf", crypto::base64(record->leaf)}, {"leafHash", crypto::base64(leaf)}, {"size", last->checkpoint.size}, {"root", crypto::base64(last->checkpoint.root)}, {"proof", hashes_json(*proof)}, {"checkpoint", last->note}}).dump());
    return exit_done;
  }
  if (out.empty()) context.print(text);
  context.say(context.trf("prove.done", to_text(*event), (*place)->index, last->checkpoint.size, proof->size()));
  return exit_done;
}

// c2sp.org/tlog-witness, the body of add-checkpoint: the size of before, the consistency proof, and the checkpoint it leads to.
std::string add_checkpoint_request(std::uint64_t from, const crypto::Proof& proof, const std::string& note) {
  std::string out = fmt::format("old {}\n", from);
  for (const auto& hash : proof) out += crypto::base64(hash) + "\n";
  return out + "\n" + note;
}

// That the last checkpoint only adds to an older one.
int prove_since(const Context& context, const std::string& since, const std::string& out) {
  const auto given = read_checkpoint(since, "--since");
  if (!given) return context.fail(given.error());
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto file = claim_named(out);
  if (!file) return context.fail(file.error());
  const auto& log = (*ledger)->log();
  const auto last = last_checkpoint(log);
  const auto& from = given->checkpoint;
  if (from.origin != (*ledger)->settings().origin) return context.fail({ErrorCode::bad_input, "--since: expected a checkpoint of this ledger, found one of another origin"});
  if (!last) return context.fail({ErrorCode::not_found, "prove: no checkpoint yet: run `inzicht checkpoint` first"});
  if (from.size > last->checkpoint.size)
    return context.fail({ErrorCode::not_found, fmt::format("--since: expected a checkpoint of at most {} events, the size of the last one here, found one of {}: events are missing, run `inzicht verify --since`", last->checkpoint.size, from.size)});
  const auto node = [&](unsigned level, std::uint64_t index) { return log.node(level, index); };
  const auto proof = from.size == 0 ? std::optional(crypto::Proof{}) : crypto::consistency_proof(from.size, last->checkpoint.size, node);
  const bool holds = proof && (from.size == 0 ? from.root == crypto::empty_root() : crypto::check_consistency(from.size, last->checkpoint.size, from.root, last->checkpoint.root, *proof));
  if (!holds) {
    context.say(context.tr("prove.not_consistent"));
    return exit_no;
  }
  const std::string text = add_checkpoint_request(from.size, *proof, last->note);
  if (auto status = file->write(crypto::bytes_of(text), false); !status) return context.fail(status.error());
  if (context.json) {
    context.print(Json({{"from", from.size}, {"size", last->checkpoint.size}, {"rootFrom", crypto::base64(from.root)}, {"root", crypto::base64(last->checkpoint.root)}, {"proof", hashes_json(*proof)}, {"checkpoint", last->note}}).dump());
    return exit_done;
  }
  if (out.empty()) context.print(text);
  context.say(context.trf("prove.consistent", last->checkpoint.size, from.size, proof->size()));
  return exit_done;
}

int tiles(const Context& context, const std::string& dir) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  Progress progress(context, std::string(context.tr("progress.tiles")));
  const auto written = write_tiles((*ledger)->log(), log_verifier_key((*ledger)->keys(), (*ledger)->settings().origin), dir,
                                   [&](std::uint64_t done, std::uint64_t total) { progress.at(done, total); });
  if (!written) return context.fail(written.error());
  if (context.json) {
    context.print(Json({{"tiles", written->tiles}, {"size", written->size}, {"folder", dir}}).dump());
  } else {
    context.print(context.trf("tiles.done", written->tiles, written->size, dir));
  }
  return exit_done;
}

}  // namespace

void add_checkpoint(Verbs& v) {
  auto out = std::make_shared<std::string>(), cosigned = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("checkpoint", std::string(v.context.tr("help.checkpoint")));
  verb->add_option("--out", *out, std::string(v.context.tr("help.out")));
  verb->add_option("--cosigned", *cosigned, std::string(v.context.tr("help.checkpoint.cosigned")));
  verb->callback([out, cosigned, context = &v.context, chosen = &v.chosen] { *chosen = [context, out, cosigned] { return checkpoint(*context, *out, *cosigned); }; });
}

void add_prove(Verbs& v) {
  auto event = std::make_shared<std::string>(), since = std::make_shared<std::string>(), out = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("prove", std::string(v.context.tr("help.prove")));
  auto* named = verb->add_option("event", *event, std::string(v.context.tr("help.prove.event")));
  verb->add_option("--since", *since, std::string(v.context.tr("help.prove.since")))->excludes(named);
  verb->add_option("--out", *out, std::string(v.context.tr("help.out")));
  verb->callback([event, since, out, context = &v.context, chosen = &v.chosen] {
    *chosen = [context, event, since, out] {
      if (!since->empty()) return prove_since(*context, *since, *out);
      if (event->empty()) return context->fail({ErrorCode::bad_input, "prove: expected an event (E-…), or --since with an older checkpoint"});
      return prove(*context, *event, *out);
    };
  });
}

void add_tiles(Verbs& v) {
  auto dir = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("tiles", std::string(v.context.tr("help.tiles")));
  verb->add_option("dir", *dir, std::string(v.context.tr("help.tiles.dir")))->required();
  verb->callback([dir, context = &v.context, chosen = &v.chosen] { *chosen = [context, dir] { return tiles(*context, *dir); }; });
}

}  // namespace inzicht::cli
