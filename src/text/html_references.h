// One character reference: what it means, and how long it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tipoff {

/// Appends what the reference at the beginning of `text` (an '&') means, and returns its length in
/// bytes; 0 where there is none.
std::size_t append_reference(std::string& out, std::string_view text);

}  // namespace tipoff
