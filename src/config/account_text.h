// The bytes of an account file as UTF-8, whatever program wrote them.
#pragma once

#include <string>
#include <string_view>

namespace tipoff {

struct AccountText {
  std::string text;      // valid UTF-8 without BOM
  std::string encoding;  // "utf-8", "gb18030", "windows-1252", ..
};

/// UTF-8 with or without BOM, GB18030 and Windows-1252, told apart.
[[nodiscard]] AccountText account_text(std::string_view bytes);

/// The delimiter, of `,` `;` and tab, under which the first row names most columns.
[[nodiscard]] char account_delimiter(std::string_view text);

}  // namespace tipoff
