// Words of news that tell no two events apart: "the", "acquires", "million", 公司, 收购.
#pragma once

#include <cstdint>
#include <span>

#include "cluster/words.h"

namespace tipoff {

/// By the hash of a word of letters.
[[nodiscard]] bool is_general_word(std::uint64_t hash);

/// How many characters at the beginning of `words` make a general Chinese word, the longest: 0, or
/// 1 to 4.
[[nodiscard]] std::size_t general_characters(std::span<const Word> words);

}  // namespace tipoff
