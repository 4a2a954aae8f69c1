// Facets: the sides of a called account by which conversion is told: its industry, the event it was
// called for, the age of that event..
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "learn/called_account.h"
#include "score/profile.h"

namespace tipoff {

/// In the order in which a report tells them.
enum class Side : std::uint8_t {
  industry,
  title,  // of whom was called
  region,
  event,       // type of the best live event
  rule,        // that found it
  score_band,  // "0-1", "2-3"..
  source,      // feed of the best live event
  event_age,   // at the first call
  owner,
  message
};

[[nodiscard]] std::string_view name_of(Side side);

struct Facet {
  Side side = Side::industry;
  std::string value;

  auto operator<=>(const Facet&) const = default;
};

inline constexpr std::string_view unknown_value = "unknown";  // industry, title, region
inline constexpr std::string_view no_value = "none";          // event, rule, source, age, owner

/// "4-5": two points a band.
[[nodiscard]] std::string score_band(int score);

/// "under 7 d", "7 to 29 d", "30 to 89 d", "90 d and more".
[[nodiscard]] std::string age_band(std::chrono::seconds age);

/// The age of the best live event at the first call, not below 0; the account must have one.
[[nodiscard]] std::chrono::seconds event_age(const CalledAccount& account);

/// Where a band stands among those of its side; 0 for the sides without bands.
[[nodiscard]] int band_order(const Facet& facet);

/// Reads facets with the profile's eyes: a value that meets a target goes by the target's name,
/// values that differ in case, accents or width by the first spelling seen.
class FacetReader {
 public:
  /// The profile must outlive it.
  explicit FacetReader(const Profile& profile) : profile_(&profile) {}

  /// Each side at least once, but message only where one is recorded; industry and region as often
  /// as the account has values.
  [[nodiscard]] std::vector<Facet> facets_of(const CalledAccount& account);

 private:
  [[nodiscard]] const std::string& shown(Side side, const std::string& value);
  void add_values(std::vector<Facet>& facets, Side side, const std::vector<std::string>& values);

  const Profile* profile_;
  std::map<Facet, std::string> shown_;     // by value as written
  std::map<Facet, std::string> spelling_;  // by folded value
};

}  // namespace tipoff
