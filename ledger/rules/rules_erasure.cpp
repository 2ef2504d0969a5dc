// RIGHT-05 and RIGHT-06: erasing after weighing by two, and exactly what was decided, by a third.
#include <algorithm>

#include "ledger/rules/check.h"
#include "ledger/rules/codes.h"

namespace inzicht {
namespace {

std::vector<ActorId> distinct(std::vector<ActorId> actors) {
  std::ranges::sort(actors);
  const auto repeated = std::ranges::unique(actors);
  actors.erase(repeated.begin(), repeated.end());
  return actors;
}

bool cosigned_by(const Check& c, const ActorId& actor) {
  for (auto signer : c.header.getCoSigners()) {
    KeyId id{};
    if (signer.size() != id.size()) continue;
    std::copy(signer.begin(), signer.end(), id.begin());
    const KeyInfo* key = c.registry().find_key(id);
    if (key != nullptr && key->owner == actor) return true;
  }
  return false;
}

bool is_cosigned(const Check& c, const std::vector<ActorId>& deciders) {
  const auto& kinds = c.parameters.cosign_kinds;
  if (std::ranges::find(kinds, std::to_string(c.kind)) == kinds.end()) return true;
  return std::ranges::all_of(deciders, [&](const ActorId& one) { return one == c.author || cosigned_by(c, one); });
}

// A hold on one of these persons or the case; when nobody is named, on anybody.
bool is_held(const Check& c, const std::vector<SubjectId>& about) {
  const Rights& rights = c.state()->rights();
  if (about.empty()) return rights.any_block(holds, c.t.at) != nullptr;
  return std::ranges::any_of(about, [&](const SubjectId& one) { return rights.block_on(one, holds, c.t.at) != nullptr; });
}

// Parts about the case whose event names the person, and of which the decision says nothing (docs/domain.md §0.6).
std::string unlisted(const Check& c, schema::ErasureDecided::Reader facts, const std::vector<SubjectId>& about) {
  constexpr int shown = 8;
  const auto kase = id_or_zero<SubjectId>(c.header.getCase());
  const auto erased = part_refs_of(facts.getParts());
  const auto kept = part_refs_of(facts.getKeep());
  const PartIndex& index = c.state()->part_index();
  std::string out;
  int found = 0;
  for (const EventParts& event : index.events()) {
    if (std::ranges::none_of(about, [&](const SubjectId& one) { return names(event.subjects, one); })) continue;
    for (unsigned n = 0; n < event.parts.size(); ++n) {
      const PartRef part{event.event, static_cast<std::uint16_t>(n)};
      if (event.parts[n] != kase || names(erased, part) || names(kept, part) || index.is_replaced(part)) continue;
      if (++found <= shown) append(out, to_text(part.event) + "." + std::to_string(n));
    }
  }
  return out;
}

// RIGHT-05 (JW 7.3.9; AVG 17(3); Wmo 5.3.5; Archiefwet): by two who sign, on a ground and article, with the others weighed
// and every part of the case that names the person accounted for. Which words are about whom no header says: an event that
// names the person is taken to speak of them.
Failure right_05(const Check& c) {
  const auto facts = c.facts.getErasureDecided();
  const auto deciders = distinct(ids_of<ActorId>(facts.getDeciders()));
  const auto about = ids_of<SubjectId>(facts.getAbout());
  std::string why;
  if (deciders.size() < 2) append(why, "deciders");
  if (!is_cosigned(c, deciders)) append(why, "cosigned");
  if (c.state() != nullptr && is_held(c, about)) append(why, "hold");
  if (facts.getGround() == schema::ErasureGround::UNSET) append(why, "ground");
  if (facts.getArticle().size() == 0) append(why, "article");
  if (facts.getOthersInterestWeighed() != schema::YesNoUnknown::YES) append(why, "othersInterestWeighed");
  if (facts.getRetentionChecked() != schema::YesNoUnknown::YES) append(why, "retentionChecked");
  if (c.state() != nullptr && facts.getScope() == schema::ErasureScope::WHOLE_SUBJECT)
    if (const auto parts = unlisted(c, facts, about); !parts.empty()) append(why, parts);
  return why.empty() ? std::nullopt : Failure(Values{{"why", why}});
}

bool same_people(const std::vector<SubjectId>& one, const std::vector<SubjectId>& other) {
  const auto within = [](const std::vector<SubjectId>& all) { return [&all](const SubjectId& s) { return names(all, s); }; };
  return std::ranges::all_of(one, within(other)) && std::ranges::all_of(other, within(one));
}

// RIGHT-06 (Archiefwet: four eyes): what was decided, by none of the deciders, and with no hold since. Without a case, as one of another
// system's may be, it cannot be judged.
Failure right_06(const Check& c) {
  if (c.state() == nullptr) return std::nullopt;
  const auto facts = c.facts.getErasureExecuted();
  const auto executed = reference_of(c.header, schema::RefType::EXECUTES);
  const ErasureDecision* decided = executed ? c.state()->rights().erasure(*executed) : nullptr;
  if (decided == nullptr) return Values{};
  const auto about = ids_of<SubjectId>(facts.getAbout());
  const bool equal = decided->scope == facts.getScope() && same_people(decided->about, about);
  return equal && !names(decided->deciders, c.author) && !is_held(c, about) ? std::nullopt : Failure(Values{});
}

}  // namespace

std::vector<Rule> erasure_rules() { return {{"RIGHT-05", {1208}, right_05}, {"RIGHT-06", {1209}, right_06}}; }

}  // namespace inzicht
