// Settings: everything that tipoff.toml says.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "alert/channel.h"
#include "alert/route.h"
#include "config/complaint.h"
#include "fetch/feed.h"
#include "fetch/poll.h"
#include "fetch/subscription.h"
#include "score/profile.h"

namespace tipoff {

/// [[feeds.search]]: one feed for every qualified account.
struct NewsSearch {
  std::string url;  // holds {query}
  std::chrono::seconds interval{std::chrono::hours{6}};
  bool allow_private_networks = false;
  std::string language;
  std::optional<std::string> proxy = {};
  std::optional<WeekWindow> window = {};

  bool operator==(const NewsSearch&) const = default;
};

/// When a feed that fails deserves a message: both must be reached.
struct FeedAlarmRule {
  int failures = 3;  // in a row
  std::chrono::seconds time{std::chrono::hours{24}};

  bool operator==(const FeedAlarmRule&) const = default;
};

struct Settings {
  std::filesystem::path file;  // tipoff.toml itself
  std::filesystem::path store;
  std::filesystem::path accounts;
  std::vector<std::filesystem::path> rule_dirs;  // empty: the shipped rules
  std::vector<std::filesystem::path> opml;
  std::vector<Feed> feeds;  // of [[feeds.feed]] alone; OPML is read by feed_list.h
  std::vector<NewsSearch> searches;
  bool allow_private_networks = false;
  std::optional<WeekWindow> window;  // of the feeds that name none
  bool baseline = true;
  std::chrono::seconds max_age{std::chrono::hours{72}};
  FeedAlarmRule feed_alarm;
  FetchSettings fetch;
  PushSettings push;
  std::vector<std::string> web_hosts;  // names under which people and hubs reach `tipoff serve`
  std::vector<Profile> profiles;       // one a seller; empty only where there is no file
  std::vector<std::filesystem::path> list_files;  // may hold {seller}
  std::size_t list_top = 500;
  std::chrono::seconds list_min_interval{5};
  std::vector<Channel> channels;
  std::vector<Route> routes;  // empty: every channel is told
};

/// An event type as [triggers], an alert or a route names it: whether there is such a type, the
/// rules tell, which are read after the settings.
struct EventTypeMention {
  std::string type;
  std::string file;
  int line = 0;
  std::string key;

  bool operator==(const EventTypeMention&) const = default;
};

struct SettingsReading {
  Settings settings;
  Complaints complaints;
  std::vector<EventTypeMention> event_types;
};

/// Only who sends needs the secrets: a person who looks at the list need not be able to read them.
/// Where they are spared, one that is not there is a warning, and its alert is kept without it.
enum class Secrets { needed, spared };

/// Reads tipoff.toml, then tipoff.d/*.toml beside it, in order of name: tables merge, arrays of
/// tables append, the rest is replaced. Relative paths are relative to tipoff.toml, in tipoff.d
/// too; they come back absolute or relative to the working directory, never to the file. Secrets
/// named by `..._file` or `..._env` are read here. All that is wrong is in `complaints`; the
/// settings hold what was right.
[[nodiscard]] SettingsReading read_settings(const std::filesystem::path& file,
                                            Secrets secrets = Secrets::needed);

}  // namespace tipoff
