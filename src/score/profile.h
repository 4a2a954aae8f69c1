// Profile: the seller's own scorecard.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tipoff {

/// A target value of a criterion: an industry, title or region that makes a key account.
struct Target {
  std::string name;
  std::vector<std::string> also;   // other names for it
  std::optional<int> importance;   // 0 to 2; empty: the criterion's
  bool strong_competitor = false;  // regions only: 1 less, not below 0

  bool operator==(const Target&) const = default;
};

/// 2 very important, 1 somewhat, 0 not.
struct Importance {
  int industry = 1;
  int title = 1;
  int region = 1;
  int trigger = 1;

  bool operator==(const Importance&) const = default;
};

struct TriggerWeight {
  int weight = 1;  // 0 to 2
  std::chrono::seconds window{std::chrono::hours{24 * 180}};

  bool operator==(const TriggerWeight&) const = default;
};

inline constexpr std::chrono::seconds default_window{std::chrono::hours{24 * 180}};

struct Profile {
  std::string seller = "default";
  bool owned_only = false;         // only the accounts whose owner is the seller
  std::vector<Target> industries;  // at most 2
  std::vector<Target> titles;      // at most 3
  std::vector<Target> regions;
  Importance importance;
  std::vector<std::string> sold_in;     // industries
  std::vector<std::string> references;  // industries
  std::map<std::string, TriggerWeight>
      triggers;  // by event type; empty: every type counts, at importance.trigger

  bool operator==(const Profile&) const = default;
};

/// What an event type is worth to this seller; empty where it does not count.
[[nodiscard]] std::optional<TriggerWeight> weight_of(const Profile& profile,
                                                     const std::string& event);

/// The same as points: 0 where the type does not count.
[[nodiscard]] int points_of_type(const Profile& profile, const std::string& event);

/// The most that any event type can give.
[[nodiscard]] int most_trigger_points(const Profile& profile);

}  // namespace tipoff
