// The outcomes' names.
#include "learn/call.h"

#include <algorithm>
#include <array>

namespace tipoff {
namespace {

/// In the order of Outcome.
constexpr std::array<std::string_view, 8> names{
    "no_answer", "callback", "wrong_person", "not_interested",
    "meeting",   "proposal", "won",          "lost"};

}  // namespace

std::string_view name_of(Outcome outcome) {
  return names.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> outcome_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Outcome>(found - names.begin());
}

}  // namespace tipoff
