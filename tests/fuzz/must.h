// The fuzzers' one assertion, and what must be so before some make it.
#pragma once

#include <stdexcept>
#include <string>

#include "text/charset.h"

namespace tipoff::fuzz {

/// Throws what does not hold; nothing catches it but the unit tests.
inline void must(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

/// Reading it changes nothing: it does not pass for UTF-8 within UTF-8, as some garbage does.
inline bool is_settled(const std::string& text) {
  return to_utf8(text).text == text;
}

}  // namespace tipoff::fuzz
