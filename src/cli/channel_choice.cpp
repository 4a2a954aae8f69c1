#include "cli/channel_choice.h"

#include <algorithm>

#include "config/nearest.h"
#include "text/format.h"

namespace tipoff {

Result<const Channel*> channel_named(const Settings& settings, const std::string& name) {
  const auto found = std::ranges::find(settings.channels, name, &Channel::name);
  if (found != settings.channels.end()) return &*found;
  if (settings.channels.empty())
    return failure(fmt::format("there is no [[alert]] in {}", settings.file.string()));
  std::vector<std::string_view> names;
  for (const Channel& channel : settings.channels) names.push_back(channel.name);
  return failure(fmt::format("no alert is named '{}'{}", name, suggestion(name, names)));
}

std::string shown_recipient(const std::string& recipient) {
  const auto scheme = recipient.find("://");
  if (scheme == std::string::npos) return recipient;
  const auto query = recipient.find_first_of("?#");
  std::string shown = recipient.substr(0, query);
  const auto host = scheme + 3;
  const auto path = std::min(shown.find('/', host), shown.size());
  const auto user = shown.rfind('@', path);
  if (user != std::string::npos && user >= host) shown.erase(host, user + 1 - host);
  return query == std::string::npos ? shown : shown + "?..";
}

}  // namespace tipoff
