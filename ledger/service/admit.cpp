#include "ledger/service/admit.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/codec/catalogue.h"
#include "ledger/codec/signature_block.h"
#include "ledger/rules/parameters.h"

namespace inzicht {
namespace {

Digest digest_of(capnp::Data::Reader data) {
  Digest out{};
  if (data.size() == out.size()) std::copy(data.begin(), data.end(), out.begin());
  return out;
}

// ADM-5 and ADM-7: the key is valid at this point, and this header is the next of its sequence.
std::optional<Refused> check_key(schema::Header::Reader h, Micros recorded_at, const LedgerState& state, AdmitScope scope) {
  const KeyId key = digest_of(h.getKey());
  if (h.getKind() != 101 && !state.registry().key_valid(key, recorded_at)) {
    auto r = Refused::of("ADM-5", "key", "een geldige sleutel", "a valid key");
    r.values["time"] = to_text(recorded_at);
    return r;
  }
  for (unsigned i = 0; h.getKind() != 101 && i < h.getCoSigners().size(); ++i)
    if (!state.registry().key_valid(digest_of(h.getCoSigners()[i]), recorded_at)) {
      auto r = Refused::of("ADM-5", fmt::format("coSigners[{}]", i), "een geldige sleutel", "a valid key");
      r.values["time"] = to_text(recorded_at);
      return r;
    }
  if (scope == AdmitScope::dry_run) return std::nullopt;
  const auto last = state.key_sequence(key);
  const bool follows = h.getKeySeq() == last.seq + 1 && (last.seq == 0 || digest_of(h.getKeyPrev()) == last.last_header);
  if (!follows)
    return Refused::of("ADM-7", "keySeq", fmt::format("volgnummer {}, gevonden {}", last.seq + 1, h.getKeySeq()),
                       fmt::format("sequence number {}, found {}", last.seq + 1, h.getKeySeq()));
  return std::nullopt;
}

// The version of the case it builds on lies on the case's chain.
Result<std::optional<Refused>> check_version(const CaseId& kase, std::uint64_t count, const Digest& head, const std::string& field,
                                             const LedgerState& state, const Log& log) {
  if (count == 0) return std::nullopt;
  const auto now = state.heads().head({ChainClass::kase, Buffer(kase.bytes.begin(), kase.bytes.end())});
  bool good = count == now.n && head == now.value;
  if (!good && count < now.n) {
    INZICHT_TRY(at, log.positions({ChainClass::kase, kase.bytes}, count, 1));
    // An event of the same group is not in the log yet; its place in the chain cannot have been seen either.
    good = !at.empty() && at[0].n == count && at[0].chain == head;
  }
  if (good) return std::nullopt;
  return Refused::of("ADM-1", field, "een punt in de keten van deze zaak", "a point of this case's chain");
}

Result<std::optional<Refused>> check_seen(schema::Header::Reader h, const LedgerState& state, const Log& log) {
  if (const auto kase = id_of<CaseId>(h.getCase())) return check_version(*kase, h.getSeenCount(), digest_of(h.getSeenHead()), "seenHead", state, log);
  const auto each = [&](auto cases) -> Result<std::optional<Refused>> {
    for (auto one : cases) {
      const auto id = id_of<CaseId>(one.getCase());
      if (!id) return Refused::of("ADM-11", "facts.cases", "een zaak", "a case");
      INZICHT_TRY(refused, check_version(*id, one.getCount(), digest_of(one.getHead()), "facts.cases", state, log));
      if (refused) return refused;
    }
    return std::nullopt;
  };
  if (h.getKind() == 1301) return each(h.getFacts().getPartsViewed().getCases());
  if (h.getKind() == 1302) return each(h.getFacts().getExported().getCases());
  return std::nullopt;
}

// The anchor is a checkpoint of this ledger's own history.
std::optional<Refused> check_anchor(schema::Header::Reader h, const LedgerState& state, const Log& log) {
  if (h.getAnchorSize() == 0) return std::nullopt;
  const auto off = [] { return Refused::of("ADM-1", "anchorRoot", "een ijkpunt van dit grootboek", "a checkpoint of this ledger"); };
  if (h.getAnchorSize() > state.size() || h.getAnchorSize() > log.size()) return off();
  const auto root = crypto::root_at(h.getAnchorSize(), [&](unsigned level, std::uint64_t index) { return log.node(level, index); });
  if (!root || *root != digest_of(h.getAnchorRoot())) return off();
  return std::nullopt;
}

std::optional<Refused> check_time(schema::Header::Reader h, Micros recorded_at, const Registry& registry) {
  const auto occurred = h.getOccurred();
  const Micros latest = occurred.hasUntil() ? occurred.getUntil().getMicros() : occurred.getFrom();
  if (latest <= recorded_at || latest <= recorded_at + parameters_on(registry, local_date(recorded_at)).clock_skew.value) return std::nullopt;
  return Refused::of("ADM-10", occurred.hasUntil() ? "occurred.until" : "occurred.from", "een tijd die niet in de toekomst ligt", "a time that does not lie in the future");
}

bool motive_filled(schema::Header::Reader h) {
  for (auto part : h.getParts())
    if (part.getPartType() == std::uint32_t{h.getKind()} * 10 + 8 && (part.getFilled() & 1) != 0) return true;
  return false;
}

std::optional<Refused> check_claim(schema::Header::Reader h) {
  for (auto rule : h.getDeviates())
    if (find_rule({rule.cStr(), rule.size()}) == nullptr) return Refused::of("ADM-2", "deviates", "een regel uit `inzicht rules`", "a rule from `inzicht rules`");
  const bool names = h.getDeviates().size() > 0;
  if (h.getClaim() == schema::Conformity::DEVIATION && (!names || !motive_filled(h)))
    return Refused::of("ADM-12", "claim", "een motief en minstens één regel", "a motive and at least one rule");
  if (h.getClaim() == schema::Conformity::CONFORMING && names)
    return Refused::of("ADM-12", "deviates", "geen regels bij de aanspraak conform", "no rules beside a conforming claim");
  return std::nullopt;
}

// A failing gate rule refuses a conforming claim, and a deviation that does not name it.
AdmitOutcome judge(schema::Header::Reader h, const RuleInput& input) {
  Admitted out;
  Refused refused;
  for (auto& finding : evaluate(input)) {
    const bool named = names_rule(h, finding.rule->id);
    if (refuses(*finding.rule, h)) {
      refused.findings.push_back(std::move(finding));
    } else {
      out.findings.push_back({std::move(finding), named});
    }
  }
  if (!refused.findings.empty()) return refused;
  out.policies = policies_used(input);
  return out;
}

// ADM-13: only an importer passes the gate with another system's history.
std::optional<Refused> check_import(schema::Header::Reader h, Micros recorded_at, const LedgerState& state) {
  const auto actor = id_of<ActorId>(h.getActor());
  if (actor && state.registry().has_power(*actor, schema::MandatePower::IMPORT, id_of<CaseId>(h.getCase()), recorded_at)) return std::nullopt;
  auto r = Refused::of("ADM-13", "performer.basis", "een mandaat met bevoegdheid import", "a mandate with power import");
  r.values["kind"] = std::to_string(h.getKind());
  return r;
}

// Whose key or mandate ends is what the registry says, so that nobody chooses the chain such an event stands in.
std::optional<Refused> check_owner(schema::Header::Reader h, const LedgerState& state) {
  const auto differs = [](const char* field) { return Refused::of("ADM-11", field, "wie het register noemt", "whom the registry names"); };
  if (h.getKind() == 105) {
    const auto f = h.getFacts().getKeyRevoked();
    const KeyInfo* key = state.registry().find_key(digest_of(f.getKey()));
    if (key == nullptr || key->owner != id_of<ActorId>(f.getOwner())) return differs("facts.owner");
  }
  if (h.getKind() == 107) {
    const auto f = h.getFacts().getMandateEnded();
    const auto id = id_of<MandateId>(f.getMandate());
    const MandateInfo* mandate = id ? state.registry().find_mandate(*id) : nullptr;
    if (mandate == nullptr || mandate->grantee != id_of<ActorId>(f.getGrantee())) return differs("facts.grantee");
    if (mandate->kase != id_of<CaseId>(h.getCase())) return differs("case");
  }
  return std::nullopt;
}

std::optional<Refused> from_adm(std::optional<AdmRefusal> adm, std::string field, std::string nl, std::string en) {
  if (!adm) return std::nullopt;
  auto out = Refused::of(adm->adm, std::move(field), std::move(nl), std::move(en));
  for (auto& [name, value] : adm->values) out.values[name] = value;
  return out;
}

}  // namespace

Result<AdmitOutcome> admit(const HeaderMessage& message, const Digest& header_hash, std::span<const CaseId> listed_cases, Micros recorded_at,
                           LedgerState& state, const Log& log, AdmitScope scope) {
  const auto h = message.header();
  const bool genesis = h.getKind() == 101;
  if (genesis != (state.size() == 0)) return AdmitOutcome(Refused::of("ADM-4", "kind", "ledgerCreated als eerste, en alleen dan", "ledgerCreated first, and only then"));
  if (!genesis && digest_of(h.getLedger()) != state.ledger()) return AdmitOutcome(Refused::of("ADM-4", "ledger", "dit grootboek", "this ledger"));
  if (auto r = check_key(h, recorded_at, state, scope)) return AdmitOutcome(std::move(*r));
  if (auto r = check_time(h, recorded_at, state.registry())) return AdmitOutcome(std::move(*r));
  if (auto r = check_claim(h)) return AdmitOutcome(std::move(*r));
  CaseState* kase = nullptr;
  auto case_id = id_of<CaseId>(h.getCase());
  // The state that a reading is judged on is that of the case read.
  const auto read = is_access_event(h.getKind()) ? cases_read(h, listed_cases) : std::vector<CaseId>{};
  if (read.size() == 1) case_id = read[0];
  if (case_id) {
    INZICHT_TRY(found, state.kase(*case_id));
    kase = found;
  }
  const bool imported = is_imported(h);
  if (imported)
    if (auto r = check_import(h, recorded_at, state)) return AdmitOutcome(std::move(*r));
  if (auto r = check_owner(h, state)) return AdmitOutcome(std::move(*r));
  CaseState* own_case = h.hasCase() ? kase : nullptr;
  INZICHT_TRY(structure, check_structure(h, state, own_case, imported));
  if (structure) return AdmitOutcome(std::move(*structure));
  if (scope == AdmitScope::submission) {
    INZICHT_TRY(seen, check_seen(h, state, log));
    if (seen) return AdmitOutcome(std::move(*seen));
    if (auto r = check_anchor(h, state, log)) return AdmitOutcome(std::move(*r));
  }
  const Recorded event{state.size(), recorded_at, header_hash, h};
  const RuleInput input{event, kase, state.registry(), imported};
  if (auto r = from_adm(check_ranges(input), "facts", "een waarde binnen het bereik", "a value within its range")) return AdmitOutcome(std::move(*r));
  if (auto r = from_adm(check_anonymity(input), "facts.respondent", "anonymousRespondent, en niemand bij naam", "anonymousRespondent, and nobody named"))
    return AdmitOutcome(std::move(*r));
  auto powerless = check_power(input);
  if (powerless && powerless->values.contains("field"))
    return AdmitOutcome(*from_adm(powerless, powerless->values["field"], "een eind na nu, en niet later dan breakGlassReview toestaat", "an end after now, and no later than breakGlassReview allows"));
  if (auto r = from_adm(std::move(powerless), "role", "een bevoegdheid", "a power")) return AdmitOutcome(std::move(*r));
  return judge(h, input);
}

}  // namespace inzicht
