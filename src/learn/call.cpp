// The names of outcomes, as commands and files write them.
#include "learn/call.h"

#include <array>

namespace tipoff {
namespace {

constexpr std::array<std::string_view, 8> names{
    "no_answer", "callback", "wrong_person", "not_interested",
    "meeting",   "proposal", "won",          "lost"};

}  // namespace

std::string_view name_of(Outcome outcome) {
  return names.at(static_cast<std::size_t>(outcome));
}

std::optional<Outcome> outcome_named(std::string_view name) {
  for (std::size_t at = 0; at < names.size(); ++at)
    if (names.at(at) == name) return static_cast<Outcome>(at);
  return std::nullopt;
}

}  // namespace tipoff
