// Amounts: "40 million", "40m" and 4000万 are one number.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "cluster/words.h"

namespace tipoff {

struct Amount {
  std::uint64_t thousandths = 0;
  bool scaled = false;  // a word or character of magnitude follows: a sum, very likely

  bool operator==(const Amount&) const = default;
};

/// What the number at the beginning of `words`, of `text`, comes to with the magnitude that follows
/// it. Empty: none, or one beyond a million billions.
[[nodiscard]] std::optional<Amount> amount_at(std::span<const Word> words, std::string_view text);

}  // namespace tipoff
