// [feeds]: what to poll; [fetch]: how to ask.
#include <algorithm>
#include <array>
#include <map>

#include "config/settings_check.h"
#include "config/settings_sections.h"
#include "text/url.h"

namespace tipoff {

namespace {

using namespace std::chrono_literals;

bool is_proxy(std::string_view url) {
  constexpr std::array<std::string_view, 4> schemes{"http://", "https://", "socks5://",
                                                    "socks5h://"};
  return std::ranges::any_of(schemes,
                             [&](std::string_view scheme) { return url.starts_with(scheme); });
}

/// An empty one means none.
std::optional<std::string> read_proxy(TomlTable& table) {
  auto proxy = table.text("proxy");
  if (!proxy || proxy->empty()) return proxy;
  if (!is_one_line(*proxy))
    table.complain("proxy", "must be one line, without control characters");
  else if (!is_proxy(*proxy))
    table.complain("proxy", "must begin with http://, https://, socks5:// or socks5h://");
  else
    return proxy;
  return std::nullopt;
}

std::optional<int> read_budget(TomlTable& table, std::string_view key) {
  constexpr std::int64_t most = 10'000'000;  // requests a day
  if (const auto budget = table.whole(key, 1, most)) return static_cast<int>(*budget);
  return std::nullopt;
}

/// Of several budgets for one host the smallest holds.
void read_host_budget(TomlTable& table, const std::string& url, Settings& settings) {
  const auto budget = read_budget(table, "budget");
  const std::string host = host_of(url);
  if (!budget || host.empty()) return;
  const auto [found, is_new] = settings.fetch.host_budgets.try_emplace(host, *budget);
  if (!is_new) found->second = std::min(found->second, *budget);
}

/// Empty, with a complaint, where there is none that can be asked.
std::string read_url(TomlTable& table, std::optional<std::string> (*fault_of)(std::string_view)) {
  const auto url = table.text("url");
  if (!url) {
    if (!table.has("url")) table.complain("url", "is missing");
    return "";
  }
  const auto fault = fault_of(*url);
  if (fault) table.complain("url", *fault);
  return fault ? "" : *url;
}

void read_feed(TomlTable table, std::map<std::string, int>& lines, Settings& settings) {
  Feed feed;
  feed.url = read_url(table, feed_url_fault);
  feed.title = table.text("title").value_or("");
  feed.language = table.text("language").value_or("");
  feed.interval = read_seconds(table, "interval", 1s);
  feed.allow_private_networks =
      table.flag("allow_private_networks").value_or(settings.allow_private_networks);
  feed.page = table.flag("page").value_or(false);
  feed.proxy = read_proxy(table);
  feed.window = table.has("window") ? read_window(table, "window") : settings.window;
  read_host_budget(table, feed.url, settings);
  table.refuse_others();
  if (feed.url.empty()) return;
  const auto [first, is_new] = lines.try_emplace(feed.url, table.line_of("url"));
  if (is_new) {
    settings.feeds.push_back(std::move(feed));
  } else {
    table.warn("url", "is the feed of line " + std::to_string(first->second) +
                          ", which stays; this one is left out");
  }
}

void read_search(TomlTable table, Settings& settings) {
  NewsSearch search;
  search.url = read_url(table, http_url_fault);
  search.interval = read_seconds(table, "interval", 1s).value_or(search.interval);
  search.allow_private_networks =
      table.flag("allow_private_networks").value_or(settings.allow_private_networks);
  search.language = table.text("language").value_or("");
  search.proxy = read_proxy(table);
  search.window = table.has("window") ? read_window(table, "window") : settings.window;
  read_host_budget(table, search.url, settings);
  table.refuse_others();
  if (search.url.empty()) return;
  if (search.url.find("{query}") == std::string::npos) {
    return table.complain("url", "must hold {query}, the place of the account's name");
  }
  settings.searches.push_back(std::move(search));
}

std::optional<std::size_t> read_size(TomlTable& table, std::string_view key) {
  constexpr std::int64_t kilobyte = 1024;
  constexpr std::int64_t largest = kilobyte * kilobyte * kilobyte;
  if (const auto bytes = table.whole(key, kilobyte, largest))
    return static_cast<std::size_t>(*bytes);
  return std::nullopt;
}

}  // namespace

void read_feed_section(TomlTable feeds, const std::filesystem::path& base, Settings& settings) {
  for (const std::string& file : feeds.texts("opml").value_or(std::vector<std::string>{}))
    settings.opml.push_back(base / file);
  settings.allow_private_networks = feeds.flag("allow_private_networks").value_or(false);
  settings.baseline = feeds.flag("baseline").value_or(true);
  settings.window = read_window(feeds, "window");
  settings.max_age = read_seconds(feeds, "max_age", 1s).value_or(settings.max_age);
  settings.feed_alarm.failures = static_cast<int>(
      feeds.whole("alert_after_failures", 1, 1000).value_or(settings.feed_alarm.failures));
  settings.feed_alarm.time =
      read_seconds(feeds, "alert_after", 0s).value_or(settings.feed_alarm.time);
  std::map<std::string, int> lines;
  for (TomlTable& feed : feeds.tables("feed")) read_feed(std::move(feed), lines, settings);
  for (TomlTable& search : feeds.tables("search")) read_search(std::move(search), settings);
  feeds.refuse_others();
}

void read_fetch_section(TomlTable fetch, const std::filesystem::path& base,
                        FetchSettings& settings) {
  settings.connect_timeout =
      fetch.duration("connect_timeout", 1ms).value_or(settings.connect_timeout);
  settings.timeout = fetch.duration("timeout", 1ms).value_or(settings.timeout);
  settings.body_cap = read_size(fetch, "max_body").value_or(settings.body_cap);
  const auto line = [&](std::string_view key) {
    const std::string text = fetch.text(key).value_or("");
    if (!is_one_line(text)) fetch.complain(key, "must be one line, without control characters");
    return is_one_line(text) ? text : "";
  };
  settings.user_agent = line("user_agent");
  settings.contact = line("contact");
  settings.proxy = read_proxy(fetch).value_or("");
  settings.host_budget = read_budget(fetch, "host_budget").value_or(settings.host_budget);
  const std::string ca_file = line("ca_file");
  if (!ca_file.empty()) settings.ca_file = (base / ca_file).string();
  settings.per_host =
      static_cast<int>(fetch.whole("per_host", 1, 1000).value_or(settings.per_host));
  settings.at_once =
      static_cast<int>(fetch.whole("at_once", 1, 100'000).value_or(settings.at_once));
  fetch.refuse_others();
}

}  // namespace tipoff
