// Reads the bracket behind a name.
#include "match/introduction.h"

#include <algorithm>

namespace tipoff {
namespace {

constexpr std::size_t reach = 160;

struct Quotes {
  std::string_view open;
  std::string_view close;
};

constexpr Quotes quotes[] = {{"“", "”"}, {"\"", "\""}, {"「", "」"}, {"『", "』"}, {"《", "》"}, {"‘", "’"}, {"\"", "\""}};

/// What stands in the bracket that opens at the text's start, or nothing.
std::string_view bracketed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('.')) text.remove_prefix(1);
  const bool wide = text.starts_with("（");
  if (!wide && !text.starts_with('(')) return {};
  text.remove_prefix(wide ? std::string_view("（").size() : 1);
  const std::size_t close = std::min(text.find(')'), text.find("）"));
  return close == std::string_view::npos ? std::string_view{} : text.substr(0, close);
}

void take_quoted(std::string_view inside, std::vector<std::string_view>& names) {
  for (const Quotes& mark : quotes) {
    std::string_view rest = inside;
    for (std::size_t open = rest.find(mark.open); open != std::string_view::npos; open = rest.find(mark.open)) {
      rest.remove_prefix(open + mark.open.size());
      const std::size_t close = rest.find(mark.close);
      if (close == std::string_view::npos) break;
      if (close > 1 && close <= 60) names.push_back(rest.substr(0, close));
      rest.remove_prefix(close + mark.close.size());
    }
    if (!names.empty()) return;
  }
}

/// 以下简称：樾宸投资, without quotes.
void take_marked(std::string_view inside, std::vector<std::string_view>& names) {
  for (const std::string_view mark : {"简称", "下称", "hereinafter", "Hereinafter", "hereafter"}) {
    const std::size_t at = inside.find(mark);
    if (at == std::string_view::npos) continue;
    std::string_view name = inside.substr(at + mark.size());
    for (bool trimmed = true; trimmed;) {
      trimmed = false;
      for (const std::string_view filler : {"：", ":", " ", "为", "referred to as", "called"})
        if (name.starts_with(filler)) name.remove_prefix(filler.size()), trimmed = true;
    }
    name = name.substr(0, std::min({name.find("，"), name.find("、"), name.find(','), name.find("；"), name.size()}));
    if (name.size() > 1 && name.size() <= 60) names.push_back(name);
    return;
  }
}

}  // namespace

std::vector<std::string_view> introduced_names(const FieldReading& reading, std::size_t end) {
  std::vector<std::string_view> names;
  const std::string_view inside = bracketed(reading.after(end - 1, reach));
  if (inside.empty()) return names;
  take_quoted(inside, names);
  if (names.empty()) take_marked(inside, names);
  return names;
}

}  // namespace tipoff
