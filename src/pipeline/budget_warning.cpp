// The same sum that the Poller shares out, told beforehand.
#include "pipeline/budget_warning.h"

#include <cmath>
#include <map>

#include "text/format.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr double seconds_a_day = 86'400;

struct Wanted {
  std::size_t feeds = 0;
  std::size_t searches = 0;
  double a_day = 0;  // requests
};

std::string every(double seconds) {
  constexpr double hour = 3600;
  if (seconds >= 2 * seconds_a_day)
    return fmt::format("every {} days", std::llround(seconds / seconds_a_day));
  if (seconds >= 2 * hour) return fmt::format("every {} hours", std::llround(seconds / hour));
  return fmt::format("every {} minutes", std::llround(seconds / 60));
}

std::string sentence(const std::string& host, const Wanted& wanted, int budget) {
  const double stretch = wanted.a_day / budget;
  const double usual = seconds_a_day * static_cast<double>(wanted.feeds) / wanted.a_day;
  const bool all_searches = wanted.searches == wanted.feeds;
  return fmt::format(
      "{} may be asked {} times a day, but its {} {} want {}: each is {} {} on average instead of "
      "{}, those high on the list more often",
      host, budget, wanted.feeds, all_searches ? "searches" : "feeds", std::llround(wanted.a_day),
      all_searches ? "searched" : "asked", every(usual * stretch), every(usual));
}

}  // namespace

Complaints budget_warnings(const Settings& settings, const std::vector<Feed>& feeds) {
  std::map<std::string, Wanted> hosts;
  for (const Feed& feed : feeds) {
    const std::string host = host_of(feed.url);
    if (host.empty() || budget_of(settings.fetch, host) == 0) continue;
    Wanted& wanted = hosts[host];
    ++wanted.feeds;
    wanted.searches += feed.searched_account.empty() ? 0 : 1;
    wanted.a_day +=
        seconds_a_day / static_cast<double>(feed.interval.value_or(default_interval).count());
  }
  Complaints warnings;
  for (const auto& [host, wanted] : hosts) {
    const int budget = budget_of(settings.fetch, host);
    if (wanted.a_day > budget)
      warnings.push_back(
          {settings.file.string(), 0, "budget", sentence(host, wanted, budget), true});
  }
  return warnings;
}

}  // namespace tipoff
