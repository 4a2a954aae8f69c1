// "It", "the company", 公司 at a sentence's beginning: the company that the sentence before was
// about.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "detect/attribution.h"

namespace tipoff {

/// The account that a sentence is about, if it begins with it and names no other company: what
/// capitals or a Chinese filing's "X：" and "X公告" tell. `names` in order of position.
[[nodiscard]] std::optional<NamePlace> subject_of(std::string_view sentence,
                                                  std::span<const NamePlace> names);

/// The words at the sentence's beginning that stand for such a company.
[[nodiscard]] std::optional<Span> back_reference_in(std::string_view sentence);

}  // namespace tipoff
