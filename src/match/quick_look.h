// A quick look through a text's bytes, so that one without names is never cut into tokens.
#pragma once

#include <string_view>

#include "match/name_index.h"

namespace tipoff {

/// Whether names of the index may stand in the text; false is certain, true is seldom wrong where
/// names are few. `names_only`: as for NameIndex::find.
[[nodiscard]] bool may_have_names(std::string_view text, const NameIndex& index, bool names_only);

}  // namespace tipoff
