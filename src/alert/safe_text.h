// Text of others (feeds, account files, answers of servers), made harmless for a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tipoff {

/// One clean line (text/utf8.h: clean_text) of at most `most` bytes, cut between characters, with
/// an ellipsis where something was cut. `most` >= 4.
[[nodiscard]] std::string safe_line(std::string_view text, std::size_t most);

}  // namespace tipoff
