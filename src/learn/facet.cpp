// The sides of a called account, each value under one name.
#include "learn/facet.h"

#include <algorithm>
#include <array>

#include "score/target.h"
#include "text/fold.h"
#include "text/format.h"

namespace tipoff {
namespace {

using std::chrono::days;

constexpr int points_per_band = 2;

struct AgeBand {
  days below{};
  std::string_view name;
};

constexpr std::array<AgeBand, 4> age_bands{{{days{7}, "under 7 d"},
                                            {days{30}, "7 to 29 d"},
                                            {days{90}, "30 to 89 d"},
                                            {days::max(), "90 d and more"}}};

const std::vector<Target>* targets_of(Side side, const Profile& profile) {
  if (side == Side::industry) return &profile.industries;
  if (side == Side::title) return &profile.titles;
  if (side == Side::region) return &profile.regions;
  return nullptr;
}

const Target* target_met(Side side, const std::string& value, const Profile& profile) {
  const std::vector<Target>* targets = targets_of(side, profile);
  if (targets == nullptr) return nullptr;
  const auto match = side == Side::title ? best_title_match(value, *targets, 0)
                                         : best_match(std::vector<std::string>{value}, *targets, 0);
  return match ? match->target : nullptr;
}

std::string or_else(const std::string& value, std::string_view otherwise) {
  return value.empty() ? std::string(otherwise) : value;
}

}  // namespace

std::string_view name_of(Side side) {
  constexpr std::array<std::string_view, 10> names{"industry", "title",      "region", "event",
                                                   "rule",     "score_band", "source", "event_age",
                                                   "owner",    "message"};
  return names.at(static_cast<std::size_t>(side));
}

std::string score_band(int score) {
  const int low = std::max(0, score) / points_per_band * points_per_band;
  return fmt::format("{}-{}", low, low + points_per_band - 1);
}

std::string age_band(std::chrono::seconds age) {
  const auto whole = std::chrono::floor<days>(age);
  return std::string(std::ranges::find_if(age_bands, [&](const AgeBand& band) {
                       return whole < band.below;
                     })->name);
}

std::chrono::seconds event_age(const CalledAccount& account) {
  return std::max(std::chrono::seconds{0},
                  first_call(account) - account.events.front().happened_at);
}

int band_order(const Facet& facet) {
  if (facet.side == Side::score_band) return std::atoi(facet.value.c_str());
  if (facet.side != Side::event_age) return 0;
  const auto found = std::ranges::find(age_bands, facet.value, &AgeBand::name);
  return static_cast<int>(found - age_bands.begin());
}

const std::string& FacetReader::shown(Side side, const std::string& value) {
  const auto [known, fresh] = shown_.try_emplace({.side = side, .value = value});
  if (!fresh) return known->second;
  const Target* target = target_met(side, value, *profile_);
  if (target != nullptr) return known->second = target->name;
  return known->second =
             spelling_.try_emplace({.side = side, .value = folded(value)}, value).first->second;
}

void FacetReader::add_values(std::vector<Facet>& facets, Side side,
                             const std::vector<std::string>& values) {
  const std::size_t before = facets.size();
  for (const std::string& value : values) {
    Facet facet{.side = side, .value = shown(side, value)};
    const auto own = facets.begin() + static_cast<std::ptrdiff_t>(before);
    if (std::find(own, facets.end(), facet) == facets.end()) facets.push_back(std::move(facet));
  }
  if (facets.size() == before)
    facets.push_back({.side = side, .value = std::string(unknown_value)});
}

std::vector<Facet> FacetReader::facets_of(const CalledAccount& account) {
  std::vector<Facet> facets;
  facets.reserve(10);
  add_values(facets, Side::industry, account.industries);
  add_values(facets, Side::title,
             account.title.empty() ? std::vector<std::string>{} : std::vector{account.title});
  add_values(facets, Side::region, account.regions);
  const bool called_for = !account.events.empty();
  const EventAtCall none;
  const EventAtCall& event = called_for ? account.events.front() : none;
  facets.push_back({.side = Side::event, .value = or_else(event.event, no_value)});
  facets.push_back({.side = Side::rule, .value = or_else(event.rule, no_value)});
  facets.push_back({.side = Side::score_band, .value = score_band(score_of(account))});
  facets.push_back({.side = Side::source, .value = or_else(event.source, no_value)});
  facets.push_back({.side = Side::event_age,
                    .value = called_for ? age_band(event_age(account)) : std::string(no_value)});
  facets.push_back({.side = Side::owner, .value = or_else(account.owner, no_value)});
  if (!account.message.empty()) facets.push_back({.side = Side::message, .value = account.message});
  return facets;
}

}  // namespace tipoff
