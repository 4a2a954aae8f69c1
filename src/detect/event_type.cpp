// The shipped event types, in the order of the contract.
#include "detect/event_type.h"

#include <algorithm>
#include <array>

namespace tipoff {

std::span<const std::string_view> shipped_event_types() {
  using std::string_view_literals::operator""sv;
  static constexpr std::array types = {"merger"sv,
                                       "acquisition"sv,
                                       "divestiture"sv,
                                       "spin_off"sv,
                                       "take_private"sv,
                                       "joint_venture"sv,
                                       "stake_change"sv,
                                       "buyback"sv,
                                       "reorganisation"sv,
                                       "rebrand"sv,
                                       "relocation"sv,
                                       "outsourcing"sv,
                                       "transformation"sv,
                                       "executive_appointed"sv,
                                       "executive_departed"sv,
                                       "board_change"sv,
                                       "layoffs"sv,
                                       "hiring"sv,
                                       "strike"sv,
                                       "funding"sv,
                                       "ipo"sv,
                                       "debt_financing"sv,
                                       "dividend"sv,
                                       "earnings"sv,
                                       "guidance"sv,
                                       "cost_cutting"sv,
                                       "expansion"sv,
                                       "closure"sv,
                                       "capital_project"sv,
                                       "product_launch"sv,
                                       "product_recall"sv,
                                       "contract_won"sv,
                                       "tender"sv,
                                       "partnership"sv,
                                       "lawsuit"sv,
                                       "regulatory_action"sv,
                                       "insolvency"sv,
                                       "data_breach"sv,
                                       "incident"sv,
                                       "award"sv};
  return types;
}

bool is_event_type(std::string_view name) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && lower(name.front()) && std::ranges::all_of(name, [&](char c) {
    return lower(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace tipoff
