// The fuzzers' one assertion.
#pragma once

#include <stdexcept>

namespace tipoff::fuzz {

/// Throws what does not hold; nothing catches it but the unit tests.
inline void must(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

}  // namespace tipoff::fuzz
