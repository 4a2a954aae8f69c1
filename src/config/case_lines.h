// Cases as JSON lines, as the news that they came from is kept.
#pragma once

#include <string>
#include <string_view>

#include "config/case_file.h"

namespace tipoff {

/// Adds a case for each line to `reading`; a line that is none becomes a complaint.
void parse_case_lines(std::string_view text, const std::string& file, CaseReading& reading);

}  // namespace tipoff
