// Mention: a place in a news text that names an account.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tipoff {

enum class Field { title, body };

/// Position of an account in the list that the matcher was built from.
using AccountIndex = std::uint32_t;

struct Mention {
  AccountIndex account = 0;
  Field field = Field::title;
  std::size_t begin = 0;  // bytes in the field, as it was given
  std::size_t end = 0;
  bool ambiguous = false;  // a risky name without enough evidence: kept apart for review, scores
                           // only once confirmed

  bool operator==(const Mention&) const = default;
};

}  // namespace tipoff
