// "The former ..., the latter ...", English and Chinese.
#include "detect/former_latter.h"

#include <array>
#include <utility>

namespace tipoff {
namespace {

constexpr std::array pairs = {
    std::pair(std::string_view("前者"), std::string_view("后者")),
    std::pair(std::string_view("the former "), std::string_view("the latter ")),
};

NamePlace standing_for(const NamePlace& name, std::size_t at, std::string_view word) {
  return {{at, at + word.size()}, name.account, name.ambiguous};
}

}  // namespace

void add_former_and_latter(std::string_view sentence, std::vector<NamePlace>& names) {
  if (names.size() != 2 || names[0].account == names[1].account) return;
  for (const auto& [former, latter] : pairs) {
    const std::size_t first = sentence.find(former, names[1].span.end);
    if (first == std::string_view::npos) continue;
    const std::size_t second = sentence.find(latter, first);
    if (second == std::string_view::npos) continue;
    names.push_back(standing_for(names[0], first, former));
    names.push_back(standing_for(names[1], second, latter));
    return;
  }
}

}  // namespace tipoff
