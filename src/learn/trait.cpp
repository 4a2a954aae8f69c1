// Which of the accounts have which trait.
#include "learn/trait.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

#include "learn/facet.h"
#include "score/criterion.h"

namespace tipoff {
namespace {

std::optional<TraitKind> kind_of(Side side) {
  switch (side) {
    case Side::industry:
      return TraitKind::industry;
    case Side::title:
      return TraitKind::title;
    case Side::region:
      return TraitKind::region;
    case Side::event:
      return TraitKind::event;
    case Side::rule:
      return TraitKind::rule;
    default:
      return std::nullopt;
  }
}

bool is_value(const Facet& facet) {
  return facet.value != unknown_value && facet.value != no_value;
}

class TraitFinder {
 public:
  TraitFinder(std::span<const DecidedAccount> accounts, const Profile& profile, int least)
      : accounts_(accounts), profile_(profile), least_(least) {}

  TraitTable find() {
    read_facets();
    for (const auto& [facet, having] : having_)
      if (const auto kind = kind_of(facet.side)) add_value(*kind, facet, having);
    add_importances();
    add_ages();
    std::ranges::stable_sort(table_.columns, {},
                             [](const TraitColumn& column) { return column.trait.kind; });
    return std::move(table_);
  }

 private:
  using Rows = std::vector<std::size_t>;

  void read_facets() {
    FacetReader reader(profile_);
    std::map<std::string, int> numbers{{"", 0}};
    for (std::size_t row = 0; row < accounts_.size(); ++row) {
      const CalledAccount& account = *accounts_[row].account;
      for (Facet& facet : reader.facets_of(account)) {
        if (!is_value(facet) || !kind_of(facet.side)) continue;
        known_[facet.side].push_back(row);
        having_[std::move(facet)].push_back(row);
      }
      const std::string type = account.events.empty() ? "" : account.events.front().event;
      const auto number = numbers.try_emplace(type, static_cast<int>(numbers.size())).first->second;
      table_.event.push_back(number);
    }
    table_.events = static_cast<int>(numbers.size());
  }

  void add(Trait trait, std::vector<Presence> presence, bool within_event = false) {
    if (std::ranges::count(presence, Presence::having) >= least_ &&
        std::ranges::count(presence, Presence::lacking) >= least_)
      table_.columns.push_back({.trait = std::move(trait),
                                .presence = std::move(presence),
                                .within_event = within_event});
  }

  void add_value(TraitKind kind, const Facet& facet, const Rows& having) {
    if (static_cast<int>(having.size()) < least_) return;
    std::vector<Presence> presence(accounts_.size(), Presence::apart);
    const int event = table_.event[having.front()];
    for (const std::size_t row : known_[facet.side])
      if (kind != TraitKind::rule || table_.event[row] == event) presence[row] = Presence::lacking;
    for (const std::size_t row : having) presence[row] = Presence::having;
    add({.kind = kind, .value = facet.value, .older_than = {}}, std::move(presence));
  }

  void add_importance(Criterion criterion, const std::function<bool(const CalledAccount&)>& met) {
    std::vector<Presence> presence;
    for (const DecidedAccount& each : accounts_)
      presence.push_back(met(*each.account) ? Presence::having : Presence::lacking);
    add({.kind = TraitKind::importance, .value = std::string(name_of(criterion)), .older_than = {}},
        std::move(presence));
  }

  void add_importances() {
    add_importance(Criterion::industry, [](const auto& each) { return !each.industries.empty(); });
    add_importance(Criterion::title, [](const auto& each) { return !each.titles.empty(); });
    add_importance(Criterion::region, [](const auto& each) { return !each.regions.empty(); });
    add_importance(Criterion::trigger, [](const auto& each) { return !each.events.empty(); });
  }

  void add_age(const std::string& type, std::chrono::days cut) {
    std::vector<Presence> presence;
    for (const DecidedAccount& each : accounts_) {
      const auto& events = each.account->events;
      const bool of_type = !events.empty() && (type == any_event || events.front().event == type);
      presence.push_back(!of_type                          ? Presence::apart
                         : event_age(*each.account) >= cut ? Presence::having
                                                           : Presence::lacking);
    }
    add({.kind = TraitKind::event_age, .value = type, .older_than = cut}, std::move(presence),
        type == any_event);
  }

  void add_ages() {
    for (const std::chrono::days cut : window_cuts) {
      add_age(std::string(any_event), cut);
      for (const auto& [facet, having] : having_)
        if (facet.side == Side::event && static_cast<int>(having.size()) >= 2 * least_)
          add_age(facet.value, cut);
    }
  }

  std::span<const DecidedAccount> accounts_;
  const Profile& profile_;
  int least_;
  std::map<Facet, Rows> having_;
  std::map<Side, Rows> known_;
  TraitTable table_;
};

}  // namespace

std::string_view name_of(TraitKind kind) {
  constexpr std::array<std::string_view, 7> names{"industry",   "title", "region",   "event",
                                                  "importance", "rule",  "event_age"};
  return names.at(static_cast<std::size_t>(kind));
}

TraitTable traits_of(std::span<const DecidedAccount> accounts, const Profile& profile, int least) {
  return TraitFinder(accounts, profile, least).find();
}

}  // namespace tipoff
