// The named character references of HTML, as one text.
#pragma once

#include <string_view>

namespace tipoff {

/// "AElig c6 AMP 26 ...": name, space, its code points in hexadecimal joined by '+', space; sorted
/// by name in byte order.
[[nodiscard]] std::string_view html_reference_names();

/// The names that old pages write without the semicolon, sorted, each followed by a space.
[[nodiscard]] std::string_view html_names_without_semicolon();

}  // namespace tipoff
