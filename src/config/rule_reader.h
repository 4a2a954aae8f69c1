// One rule file, read into the book that it belongs to.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "config/rule_file.h"

namespace tipoff {

/// Adds the file's rules and word lists to the book; what is wrong becomes a complaint, and the
/// rule that holds it is left out.
void read_rule_file(const std::filesystem::path& file, RuleReading& reading);

/// The same for text that has been read already.
void parse_rule_file(std::string_view text, const std::string& file, RuleReading& reading);

}  // namespace tipoff
