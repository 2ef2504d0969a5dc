// What the stored rows of a plan add up to: which plan stands, which goals and tasks it names, and how each stands by the last that was
// said of it.
#pragma once
#include <algorithm>
#include <map>
#include <set>

#include "projections/plan_row.h"
#include "projections/view.h"

namespace inzicht::views {

// What `extra` may ask of this view.
struct PlanExtra {
  std::optional<std::int64_t> version;
  std::optional<schema::LifeDomain> domain;
};

struct PlanItem {
  std::uint64_t index = 0;
  PlanRow row;
};

// Not what only changes another row.
inline bool is_thing(const PlanRow& row) { return row.kind != 802 && row.kind != 803 && row.kind != 805 && row.kind != 807 && row.kind != 809 && row.kind != 1001; }

inline bool in_time(const ViewQuery& query, const PlanRow& row) {
  return (!query.occurred_until || row.occurred <= *query.occurred_until) && (!query.recorded_until || row.recorded <= *query.recorded_until);
}

// What the rows add up to. Requires: they are in the order in which things happened, and outlive this.
class PlanFold {
 public:
  PlanFold(const std::vector<PlanItem>& items, const PlanExtra& extra) {
    for (const PlanItem& item : items) {
      const PlanRow& row = item.row;
      if (row.supersedes) superseded_.insert(*row.supersedes);
      if (row.kind == 803) remember(scores_, row);
      if (row.kind == 807) remember(updates_, row);
      if (row.kind == 809) remember(endings_, row);
      if (row.kind == 807 && row.until) remember(due_, row);
      if (row.kind == 802 && row.until) remember(due_, row);
      if (row.kind == 802)
        for (const EventId& goal : row.named) goal_status_[goal] = row.status;
      for (std::size_t i = 0; i < row.statuses.size() && i < row.named.size(); ++i) goal_status_[row.named[i]] = row.statuses[i];
      if (row.kind == 805)
        for (const EventId& plan : row.named) endorse(endorsements_[plan], row);
    }
    for (const PlanItem& item : items) {
      if (item.row.kind != 804) continue;
      any_plan_ = true;
      // Versions are counted of the family plan; other plans have numbers of their own.
      const bool is_family_plan = item.row.type == static_cast<std::uint16_t>(schema::PlanType::FAMILY_PLAN);
      const bool chosen = extra.version ? is_family_plan && item.row.number == *extra.version : !superseded_.contains(item.row.event);
      if (chosen) choose(item.row);
    }
    of_version_ = extra.version.has_value();
  }

  bool any_plan() const { return any_plan_; }
  const std::vector<const PlanRow*>& plans() const { return plans_; }
  // Of the plan that names it.
  std::optional<std::int64_t> version(const PlanRow& row) const {
    const auto at = versions_.find(row.event);
    return at == versions_.end() ? std::nullopt : std::optional(at->second);
  }
  const PlanRow* score(const PlanRow& goal) const { return last(scores_, goal); }
  // goalStatus; 0: nothing was said of it.
  std::uint16_t goal_status(const PlanRow& goal) const {
    const auto at = goal_status_.find(goal.event);
    return at == goal_status_.end() ? std::uint16_t{0} : at->second;
  }
  // What each party last said of the plan, in order of their first words.
  std::vector<const PlanRow*> endorsements(const PlanRow& plan) const {
    const auto at = endorsements_.find(plan.event);
    return at == endorsements_.end() ? std::vector<const PlanRow*>{} : at->second;
  }
  const PlanRow* update(const PlanRow& task) const { return last(updates_, task); }
  // Of an intervention that was ended.
  const PlanRow* ending(const PlanRow& intervention) const { return last(endings_, intervention); }
  std::optional<Date> due(const PlanRow& task) const {
    const auto* moved = last(due_, task);
    return moved == nullptr ? task.until : moved->until;  // of a goal: until when it runs
  }
  bool stands(const PlanRow& row) const {
    if (!is_thing(row)) return false;
    if (of_version_ || row.kind == 804) return versions_.contains(row.event);
    return !superseded_.contains(row.event);
  }

 private:
  using Last = std::map<EventId, const PlanRow*>;
  static void remember(Last& last, const PlanRow& row) {
    for (const EventId& concerned : row.named) last[concerned] = &row;
  }
  static const PlanRow* last(const Last& all, const PlanRow& row) {
    const auto at = all.find(row.event);
    return at == all.end() ? nullptr : at->second;
  }
  static void endorse(std::vector<const PlanRow*>& all, const PlanRow& row) {
    const auto party = [](const PlanRow* one) { return std::tuple(one->owner_subject, one->owner_actor, one->owner_organisation); };
    const auto at = std::ranges::find(all, party(&row), party);
    if (at == all.end()) all.push_back(&row);
    else *at = &row;
  }
  void choose(const PlanRow& plan) {
    plans_.push_back(&plan);
    versions_[plan.event] = plan.number;
    for (const EventId& named : plan.named) versions_[named] = plan.number;
  }

  std::set<EventId> superseded_;
  Last scores_, updates_, endings_, due_;
  std::map<EventId, std::uint16_t> goal_status_;
  std::map<EventId, std::vector<const PlanRow*>> endorsements_;
  std::vector<const PlanRow*> plans_;
  std::map<EventId, std::int64_t> versions_;
  bool any_plan_ = false;
  bool of_version_ = false;
};

}  // namespace inzicht::views
