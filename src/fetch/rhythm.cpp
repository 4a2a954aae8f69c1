// The mean of the newest gaps: one long pause among them makes little of a difference.
#include "fetch/rhythm.h"

#include <algorithm>
#include <functional>

namespace tipoff {
namespace {

constexpr std::size_t fewest_dates = 3;
constexpr std::size_t most_dates = 10;
constexpr int asked_within_a_gap = 2;
constexpr int asked_within_a_silence = 8;

}  // namespace

Rhythm rhythm_of(std::vector<Time> published, Time now) {
  std::erase_if(published, [now](Time time) { return time > now; });
  std::ranges::sort(published, std::greater{});
  const std::size_t dates = std::min(published.size(), most_dates);
  if (dates < fewest_dates) return {};
  const auto span = published.front() - published[dates - 1];
  const auto gap = span / static_cast<std::chrono::seconds::rep>(dates - 1);
  return {.gap = std::max(gap, std::chrono::seconds{1}), .newest = published.front()};
}

std::optional<std::chrono::seconds> adapted_interval(const Rhythm& rhythm, Time now) {
  if (rhythm.gap <= std::chrono::seconds{0}) return std::nullopt;
  const auto silence = std::max(now - rhythm.newest, std::chrono::seconds{0});
  return std::clamp<std::chrono::seconds>(
      std::max(rhythm.gap / asked_within_a_gap, silence / asked_within_a_silence), shortest_adapted,
      longest_adapted);
}

}  // namespace tipoff
