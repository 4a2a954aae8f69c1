// Trigger: an event that an article announces for an account, and how we know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "match/mention.h"

namespace tipoff {

/// What the account does in a deal.
enum class Role { acquirer, target, seller };

/// rumoured: others say (talks, sources, considers). announced: the company says. completed.
/// denied: called off too.
enum class Certainty { rumoured, announced, completed, denied };

[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Certainty certainty);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] std::optional<Certainty> certainty_named(std::string_view name);

struct Trigger {
  std::optional<AccountIndex> account;  // empty where any company counts (`scan --no-accounts`)
  std::string event;  // "merger"; the types of event_type.h, and those that users add
  std::optional<Role> role;
  Certainty certainty = Certainty::announced;
  double confidence = 0;  // 0 to 1
  std::string rule;       // "acquisition.en.agrees"
  Field field = Field::title;
  std::size_t begin = 0;  // bytes in the field
  std::size_t end = 0;
  std::string evidence;    // that span
  bool ambiguous = false;  // rests on an ambiguous mention

  bool operator==(const Trigger&) const = default;
};

}  // namespace tipoff
