// The sections of tipoff.toml, one reader each; read_settings() calls them all.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/settings.h"
#include "config/toml_table.h"

namespace tipoff {

/// [feeds] with [[feeds.feed]] and [[feeds.search]]. `base`: where relative paths start.
void read_feed_section(TomlTable feeds, const std::filesystem::path& base, Settings& settings);

/// [fetch]: how all feeds are asked.
void read_fetch_section(TomlTable fetch, const std::filesystem::path& base,
                        FetchSettings& settings);

/// [push]: whether hubs may call, and where.
void read_push_section(TomlTable push, PushSettings& settings);

/// [web]: under which names `tipoff serve` answers. The callback's host is one of them.
void read_web_section(TomlTable web, Settings& settings);

/// [list]. `several_sellers`: each file needs {seller} in its name. A list must not be written over
/// a file that people write.
void read_list_section(TomlTable list, const std::filesystem::path& base, bool several_sellers,
                       Settings& settings);

/// [profile], [triggers] and [[seller]]: a profile for each seller, or one for `default`.
[[nodiscard]] std::vector<Profile> read_profiles(TomlTable& root,
                                                 std::vector<EventTypeMention>& event_types);

/// What [[alert]] must know of the rest.
struct AlertContext {
  const std::filesystem::path& base;  // where relative paths start
  Secrets secrets = Secrets::needed;
  const std::vector<Profile>& profiles;  // whose names an alert's seller may be
  std::vector<EventTypeMention>& event_types;
};

struct ChannelReading {
  std::vector<Channel> channels;
  std::vector<std::string> names;  // of all alerts, those that are wrong too
};

/// [[alert]].
[[nodiscard]] ChannelReading read_channels(TomlTable& root, const AlertContext& context);

/// [[route]] and what is nested in it. `alerts`: names that a route may tell.
[[nodiscard]] std::vector<Route> read_routes(TomlTable& root,
                                             const std::vector<std::string>& alerts,
                                             const std::vector<Profile>& profiles,
                                             std::vector<EventTypeMention>& event_types);

}  // namespace tipoff
