// The event types that Tipoff ships rules for. Users may add types in their rule files.
#pragma once

#include <span>
#include <string_view>

namespace tipoff {

/// "merger", "acquisition", .. in the order of the contract.
[[nodiscard]] std::span<const std::string_view> shipped_event_types();

/// An event type is a word of a-z, 0-9 and _ that begins with a letter.
[[nodiscard]] bool is_event_type(std::string_view name);

}  // namespace tipoff
