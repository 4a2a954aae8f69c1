// Introductions: short names that an article gives a company itself, in brackets behind the full name.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "match/field_reading.h"

namespace tipoff {

/// The short names that stand in brackets behind the token before `end`: 以下简称“樾宸投资”, (hereinafter "Altmoor"),
/// (the "Company"). Views of the field's text. Looks at 160 bytes at most.
[[nodiscard]] std::vector<std::string_view> introduced_names(const FieldReading& reading, std::size_t end);

}  // namespace tipoff
