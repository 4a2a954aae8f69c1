// The call list as CSV, for spreadsheets and CRMs.
#pragma once

#include <string>

#include "emit/render.h"

namespace tipoff {

/// RFC 4180 with BOM: the contract's columns, then the unknown ones of the account file in order of
/// appearance. The event columns tell of the best live event. The disqualified accounts follow
/// after an empty line: id, name, criterion, because, owner.
[[nodiscard]] std::string csv_of(const CallList& list, const RenderOptions& options);

}  // namespace tipoff
