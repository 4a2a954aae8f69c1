#include "cli/known_event.h"

#include <algorithm>
#include <set>

#include "config/nearest.h"
#include "config/rule_file.h"
#include "detect/event_type.h"
#include "text/format.h"

namespace tipoff {

Result<std::string> known_event(const std::string& event, const Settings& settings) {
  const auto shipped = shipped_event_types();
  if (std::ranges::find(shipped, event) != shipped.end()) return event;
  const auto book = read_rules(settings.rule_dirs).book;
  std::set<std::string_view> types(shipped.begin(), shipped.end());
  for (const Rule& rule : book.rules) types.insert(rule.event);
  if (types.contains(event)) return event;
  const std::vector<std::string_view> valid(types.begin(), types.end());
  return failure(fmt::format("no event type is named '{}'{}", event, suggestion(event, valid)));
}

std::string one_line(std::string text) {
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace tipoff
