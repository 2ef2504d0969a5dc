// checkpoint, prove, tiles.
#include <CLI/CLI.hpp>

#include "crypto/encoding.h"
#include "ledger/service/publish.h"
#include "tools/inzicht/lookup.h"
#include "tools/inzicht/table.h"

namespace inzicht::cli {
namespace {

int checkpoint(const Context& context, const std::string& out) {
  auto ledger = context.open();
  if (!ledger) return context.fail(ledger.error());
  auto published = publish_checkpoint(**ledger);
  if (!published) return context.fail(published.error());
  const auto file = out.empty() ? (*ledger)->folder().root() / "checkpoint" : std::filesystem::path(out);
  if (auto status = write_file(file, crypto::bytes_of(published->note), false); !status) return context.fail(status.error());
  if (context.json) {
    context.print(Json({{"origin", published->checkpoint.origin}, {"size", published->checkpoint.size}, {"root", crypto::base64(published->checkpoint.root)}, {"note", published->note}, {"state", "published"}, {"fresh", published->fresh}}).dump());
    return exit_done;
  }
  context.print(published->note);
  context.say(context.trf(published->fresh ? "checkpoint.done" : "checkpoint.same", published->checkpoint.size, file.string()));
  context.say(context.tr("checkpoint.hand_out"));
  return exit_done;
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
  if (!out.empty())
    if (auto status = write_file(out, crypto::bytes_of(text), false); !status) return context.fail(status.error());
  if (context.json) {
    Json hashes = Json::array();
    for (const auto& hash : *proof) hashes.push_back(crypto::base64(hash));
    context.print(Json({{"event", to_text(*event)}, {"index", (*place)->index}, {"leaf", crypto::base64(record->leaf)}, {"leafHash", crypto::base64(leaf)}, {"size", last->checkpoint.size}, {"root", crypto::base64(last->checkpoint.root)}, {"proof", hashes}, {"checkpoint", last->note}}).dump());
    return exit_done;
  }
  if (out.empty()) context.print(text);
  context.say(context.trf("prove.done", to_text(*event), (*place)->index, last->checkpoint.size, proof->size()));
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
  auto out = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("checkpoint", std::string(v.context.tr("help.checkpoint")));
  verb->add_option("--out", *out, std::string(v.context.tr("help.out")));
  verb->callback([out, context = &v.context, chosen = &v.chosen] { *chosen = [context, out] { return checkpoint(*context, *out); }; });
}

void add_prove(Verbs& v) {
  auto event = std::make_shared<std::string>();
  auto out = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("prove", std::string(v.context.tr("help.prove")));
  verb->add_option("event", *event, std::string(v.context.tr("help.prove.event")))->required();
  verb->add_option("--out", *out, std::string(v.context.tr("help.out")));
  verb->callback([event, out, context = &v.context, chosen = &v.chosen] { *chosen = [context, event, out] { return prove(*context, *event, *out); }; });
}

void add_tiles(Verbs& v) {
  auto dir = std::make_shared<std::string>();
  auto* verb = v.app.add_subcommand("tiles", std::string(v.context.tr("help.tiles")));
  verb->add_option("dir", *dir, std::string(v.context.tr("help.tiles.dir")))->required();
  verb->callback([dir, context = &v.context, chosen = &v.chosen] { *chosen = [context, dir] { return tiles(*context, *dir); }; });
}

}  // namespace inzicht::cli
