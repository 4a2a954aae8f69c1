// "The former ..., the latter ...": words that stand for the two accounts named before them.
#pragma once

#include <string_view>
#include <vector>

#include "detect/attribution.h"

namespace tipoff {

/// Adds the two words as further places of the first two accounts, if both words stand behind
/// exactly two different names. `names` in order of position, and so they stay.
void add_former_and_latter(std::string_view sentence, std::vector<NamePlace>& names);

}  // namespace tipoff
