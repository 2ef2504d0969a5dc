#include "tools/bench/many_families.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "crypto/digest.h"
#include "tools/bench/chance.h"
#include "tools/bench/measure.h"
#include "tools/bench/signing.h"

namespace inzicht::bench {
namespace {

using families::FamilyNames;
using families::FamilyRow;

constexpr Date first_day{2019, 2, 1};
constexpr unsigned days_of_beginnings = 3 * 365;
constexpr Micros round_length = 30 * micros_per_day;

Date day_after(Date day, unsigned days) { return local_date(local_midnight(day) + days * micros_per_day + micros_per_day / 2); }

std::string why(const families::LoadFailure& failure) {
  if (const auto* error = std::get_if<Error>(&failure.why)) return failure.where + ": " + error->text;
  const auto& refused = std::get<Refused>(failure.why);
  return failure.where + ": " + refused.adm + " " + refused.field;
}
std::string why(const Refused& refused) {
  std::string out = refused.adm + " " + refused.field;
  for (const auto& finding : refused.findings) out += " " + finding.rule->id;
  return out;
}

}  // namespace

struct ManyFamilies::OneFamily : IdResolver {
  OneFamily(const families::Stage& of, std::size_t number_) : stage(of), number(number_), kase{crypto::random_array<16>()} {}

  std::optional<Buffer> resolve(schema::IdKind kind, std::string_view text) const override {
    const auto wanted = kind == schema::IdKind::PART_SUBJECT ? schema::IdKind::SUBJECT : kind;
    if (wanted == schema::IdKind::SUBJECT || wanted == schema::IdKind::EVENT)
      if (const auto at = known.find({wanted, std::string(text)}); at != known.end()) return at->second;
    return stage.id_of(kind, std::string(text));
  }
  bool is_told() const { return next == trajectory.rows.size(); }

  const families::Stage& stage;
  const std::size_t number;
  const CaseId kase;
  Trajectory trajectory;
  std::size_t next = 0;
  FamilyNames names;
  std::map<std::pair<schema::IdKind, std::string>, Buffer> known;
  std::map<EventId, Digest> hashes;
};

// Who begins when, drawn beforehand.
struct ManyFamilies::Beginning {
  std::uint64_t seed = 0, number = 0;
  Date first_signal;
};

struct ManyFamilies::TeamAtWork {
  struct Member {
    Author* author = nullptr;
    schema::Role role = schema::Role::UNSET;
    std::optional<OrganisationId> organisation;
    Sequence sequence;
  };
  // Signed, and waiting for its turn.
  struct Ready {
    Submission submission;
    Micros recorded = 0;
    const OneFamily* family = nullptr;
    unsigned row = 0;
    std::uint16_t kind = 0;
  };
  Team team;
  std::map<std::string, Member> members;
  std::vector<Beginning> waiting;                    // the next to begin stands last
  std::vector<std::unique_ptr<OneFamily>> families;  // that are being told
  std::vector<Ready> ready;
  std::vector<double> took_us;
  std::uint64_t findings = 0;
  std::vector<CaseId> closed;
  std::optional<Error> failure;
};

ManyFamilies::~ManyFamilies() = default;
OpenLedger& ManyFamilies::ledger() { return stage_->ledger(); }

Result<std::unique_ptr<ManyFamilies>> ManyFamilies::create(const std::filesystem::path& folder, unsigned teams) {
  std::unique_ptr<ManyFamilies> out(new ManyFamilies);
  auto stage = families::Stage::create(folder);
  if (!stage) return fail(ErrorCode::io, "bench: " + why(stage.error()));
  out->stage_ = std::move(*stage);
  for (unsigned i = 0; i < teams; ++i) {
    auto team = std::make_unique<TeamAtWork>();
    const auto name = [i](const char* role) { return fmt::format("{}{}", role, i + 100); };
    team->team = {name("w"), name("t"), name("r"), name("j"), name("s")};
    for (const auto& [id, role, org] : {std::tuple{team->team.coach, "wijkcoach", "O2"}, std::tuple{team->team.leader, "teamLeader", "O2"}, std::tuple{team->team.regisseur, "regisseur", "O1"},
                                        std::tuple{team->team.specialist, "specialist", "O5"}, std::tuple{team->team.teacher, "educator", "O3"}}) {
      if (auto failure = out->stage_->join(id, role, org)) return fail(ErrorCode::io, "bench: " + why(*failure));
      auto& member = team->members[id];
      member.author = out->stage_->author(id);
      member.role = parse_code<schema::Role>(role).value();
      member.organisation = OrganisationId::from(out->stage_->id_of(schema::IdKind::ORGANISATION, org).value());
    }
    out->teams_.push_back(std::move(team));
  }
  for (const auto& [alias, event] : out->stage_->names().event_ids) {
    const auto id = parse_id<EventId>(event);
    INZICHT_TRY(place, out->ledger().log().find(id.value()));
    out->policy_hashes_[event] = place.value().header_hash;
  }
  return out;
}

// Drafts and signs the family's next row, as the next of its author's key.
Status ManyFamilies::prepare(OneFamily& family, TeamAtWork& team) {
  const FamilyRow& row = family.trajectory.rows[family.next];
  const auto where = fmt::format("bench: family {}, row {} (kind {})", family.number, row.n, row.kind);
  auto json = families::row_to_json(row, family.names, family);
  if (!json) return fail(ErrorCode::bad_input, fmt::format("{}: {} {}", where, json.error().adm, json.error().field));
  (*json)["case"] = to_text(family.kase);
  auto draft = draft_from_json(*json, family);
  if (!draft) return fail(ErrorCode::bad_input, fmt::format("{}: {} {}", where, draft.error().adm, draft.error().field));
  auto& member = team.members.at(row.who);
  draft->role = member.role;
  draft->organisation = member.organisation;
  for (auto& reference : draft->references) {
    const auto at = family.hashes.find(reference.event);
    reference.header_hash = at != family.hashes.end() ? at->second : policy_hashes_.at(to_text(reference.event));
  }
  const Micros recorded = families::recorded_at(row);
  auto next = sign_next(*draft, member.author->signer(), *member.author->profile().actor, ledger().service().ledger(), recorded, member.sequence);
  const std::string name = std::to_string(row.n);
  family.hashes[next.event] = next.header_hash;
  family.names.event_ids[name] = to_text(next.event);
  family.known[{schema::IdKind::EVENT, name}] = Buffer(next.event.bytes.begin(), next.event.bytes.end());
  family.names.rows[row.n] = std::move(*json);
  team.ready.push_back({std::move(next.submission), recorded, &family, row.n, row.kind});
  ++family.next;
  return {};
}

// What the team's families tell up to that moment, in the order in which it is recorded.
Status ManyFamilies::prepare_round(TeamAtWork& team, Micros until) {
  while (!team.waiting.empty() && local_midnight(team.waiting.back().first_signal) <= until) {
    team.families.push_back(begin_family(team.waiting.back(), team.team));
    team.waiting.pop_back();
  }
  std::vector<std::pair<Micros, OneFamily*>> rows;
  for (const auto& family : team.families)
    for (std::size_t i = family->next; i < family->trajectory.rows.size(); ++i) {
      const Micros recorded = families::recorded_at(family->trajectory.rows[i]);
      if (recorded > until) break;
      rows.emplace_back(recorded, family.get());
    }
  std::ranges::sort(rows, {}, [](const auto& row) { return std::pair(row.first, row.second->number); });
  for (const auto& [recorded, family] : rows) INZICHT_CHECK(prepare(*family, team));
  return {};
}

std::unique_ptr<ManyFamilies::OneFamily> ManyFamilies::begin_family(const Beginning& beginning, const Team& team) {
  auto family = std::make_unique<OneFamily>(*stage_, beginning.number);
  family->trajectory = make_trajectory(beginning.seed, team, beginning.first_signal);
  family->names = stage_->names();
  for (const auto& person : family->trajectory.persons) {
    family->names.person_names[person] = person;
    family->names.members.push_back(person);
    const auto id = crypto::random_array<16>();
    family->known[{schema::IdKind::SUBJECT, person}] = Buffer(id.begin(), id.end());
  }
  return family;
}

void ManyFamilies::record_round(TeamAtWork& team, const std::function<void(Micros)>& reach) {
  for (const auto& one : team.ready) {
    reach(one.recorded);
    const auto before = std::chrono::steady_clock::now();
    const auto outcome = ledger().service().record(one.submission);
    team.took_us.push_back(seconds_since(before) * 1e6);
    const auto where = fmt::format("bench: family {}, row {} (kind {}): ", one.family->number, one.row, one.kind);
    if (!outcome) {
      team.failure = Error{outcome.error().code, where + outcome.error().text};
      return;
    }
    if (const auto* refused = std::get_if<Refused>(&*outcome)) {
      team.failure = Error{ErrorCode::bad_input, where + why(*refused)};
      return;
    }
    team.findings += std::get<Accepted>(*outcome).findings.size();
    if (one.kind == 1102) team.closed.push_back(one.family->kase);
  }
}

// Every team does its own, at once.
template <class Work>
double ManyFamilies::together(const Work& work) {
  const auto before = std::chrono::steady_clock::now();
  {
    std::vector<std::jthread> threads;
    for (auto& team : teams_) threads.emplace_back([&work, &team] { work(*team); });
  }
  return seconds_since(before);
}

void ManyFamilies::share_out(std::uint64_t families, std::uint64_t seed) {
  Chance chance(seed);
  std::vector<Beginning> all;
  for (std::uint64_t i = 0; i < families; ++i) all.push_back({seed * 1'000'003 + i, i, day_after(first_day, chance.between(0, days_of_beginnings))});
  // The first to begin stands last: that is where it is taken from.
  std::ranges::sort(all, std::greater(), [](const Beginning& b) { return std::pair(b.first_signal, b.number); });
  for (std::size_t i = 0; i < all.size(); ++i) teams_[i % teams_.size()]->waiting.push_back(all[i]);
}

Result<FamiliesRecorded> ManyFamilies::record(std::uint64_t families, std::uint64_t seed, const std::function<void(std::uint64_t, std::uint64_t)>& progress, const CaseClosed& first_closed) {
  share_out(families, seed);
  FamiliesRecorded out;
  std::mutex hold_clock;
  SimulatedClock& clock = *ledger().simulated_clock();
  const auto reach = [&](Micros time) {
    const std::lock_guard hold(hold_clock);
    if (time > clock.now()) clock.set(time);
  };
  for (auto& team : teams_)
    for (auto& [id, member] : team->members) {
      const auto known = ledger().service().key_sequence(member.author->profile().key);
      member.sequence = {known.seq, known.seq == 0 ? std::nullopt : std::optional(known.last_header)};
    }
  bool told_of_first = false;
  std::uint64_t ended = 0;
  for (Micros until = local_midnight(first_day) + round_length; ended < families; until += round_length) {
    together([&](TeamAtWork& team) {
      if (auto status = prepare_round(team, until); !status) team.failure = status.error();
    });
    out.seconds += together([&](TeamAtWork& team) {
      if (!team.failure) record_round(team, reach);
    });
    for (auto& team : teams_) {
      if (team->failure) return std::unexpected(*team->failure);
      out.events += team->ready.size();
      out.findings += std::exchange(team->findings, 0);
      out.took_us.insert(out.took_us.end(), team->took_us.begin(), team->took_us.end());
      if (!told_of_first && !team->closed.empty()) {
        INZICHT_CHECK(first_closed(team->closed.front()));
        told_of_first = true;
      }
      team->took_us.clear();
      team->ready.clear();
      ended += std::erase_if(team->families, [](const auto& family) { return family->is_told(); });
    }
    progress(ended, families);
  }
  return out;
}

}  // namespace inzicht::bench
