// [[alert]]: the channels, each checked as far as it can be without sending anything.
#include "config/settings_alert.h"

#include <algorithm>
#include <array>
#include <map>

#include "config/nearest.h"
#include "config/settings_check.h"

namespace tipoff {

namespace {

using namespace std::chrono_literals;

/// In the order of ChannelKind.
constexpr std::array<std::string_view, 8> kinds{"webhook", "email",  "slack",    "teams",
                                                "discord", "feishu", "dingtalk", "wecom"};

/// False where there is no such kind: then its other keys are not looked at.
bool read_kind(TomlTable& table, Channel& channel) {
  const std::string kind = table.text("type").value_or("");
  if (is_missing(table, "type", "webhook, email, slack, teams, discord, feishu, dingtalk or wecom"))
    return false;
  const auto found = std::ranges::find(kinds, kind);
  if (found == kinds.end()) {
    table.complain("type", "there is no type '" + kind + "'" + suggestion(kind, kinds));
    return false;
  }
  channel.kind = static_cast<ChannelKind>(found - kinds.begin());
  return true;
}

void read_seller(TomlTable& table, const std::vector<Profile>& profiles, Channel& channel) {
  channel.seller = table.text("seller").value_or("");
  if (channel.seller.empty()) return;
  std::vector<std::string> names;
  names.reserve(profiles.size());
  for (const Profile& profile : profiles) names.push_back(profile.seller);
  refuse_unknown(table, "seller", "seller", {channel.seller}, names);
}

void read_name(TomlTable& table, std::map<std::string, int>& lines, Channel& channel) {
  channel.name = table.text("name").value_or("");
  if (is_missing(table, "name", "a word by which commands and messages call this alert")) return;
  if (channel.name.empty() || !is_one_line(channel.name))
    return table.complain("name", "must be one line, and not empty");
  const auto [first, is_new] = lines.try_emplace(channel.name, table.line_of("name"));
  if (!is_new)
    table.complain("name",
                   "the alert on line " + std::to_string(first->second) + " has this name too");
}

/// A webhook's fields are data in English; only it hears of list versions.
void read_manner(TomlTable& table, Channel& channel) {
  const auto language = table.text("language");
  if (language && *language != "en" && *language != "zh")
    table.complain("language", "must be \"en\" or \"zh\"");
  if (language == "zh") channel.language = MessageLanguage::chinese;
  if (language && !is_for_people(channel))
    table.complain("language", "is for mail and chat: a webhook carries data");
  channel.lists = table.flag("lists").value_or(false);
  if (channel.lists && is_for_people(channel))
    table.complain("lists", "is for webhooks; people are told of the list by digest = \"..\"");
  channel.feeds = table.flag("feeds").value_or(channel.seller.empty());
  channel.retry = table.durations("retry", 1ms).value_or(std::vector<std::chrono::milliseconds>{});
  channel.most_per_minute =
      static_cast<std::size_t>(table.whole("most_per_minute", 1, 10'000).value_or(0));
}

void read_way(TomlTable& table, const AlertContext& context, Channel& channel) {
  if (channel.kind == ChannelKind::webhook)
    read_webhook(table, context, channel);
  else if (channel.kind == ChannelKind::email)
    read_email(table, context, channel);
  else
    read_chat(table, context, channel);
}

}  // namespace

ChannelReading read_channels(TomlTable& root, const AlertContext& context) {
  ChannelReading reading;
  std::map<std::string, int> lines;
  for (TomlTable& table : root.tables("alert")) {
    Channel channel;
    read_name(table, lines, channel);
    reading.names.push_back(channel.name);
    read_seller(table, context.profiles, channel);
    if (!read_kind(table, channel)) continue;
    read_manner(table, channel);
    read_way(table, context, channel);
    read_policy(table, context.event_types, channel);
    table.refuse_others();
    reading.channels.push_back(std::move(channel));
  }
  return reading;
}

}  // namespace tipoff
