// Makes text of others harmless.
#include "alert/safe_text.h"

#include "text/utf8.h"

namespace tipoff {
std::string safe_line(std::string_view text, std::size_t most) {
  constexpr std::string_view ellipsis = "…";
  std::string line = clean_text(text);
  if (line.size() <= most) return line;
  std::size_t end = most - ellipsis.size();
  while (end > 0 && continues_character(line[end])) --end;
  while (end > 0 && line[end - 1] == ' ') --end;
  line.resize(end);
  return line + std::string(ellipsis);
}

}  // namespace tipoff
