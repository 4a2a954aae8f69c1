// The keys of an alert's policy.
#include <array>

#include "config/settings_alert.h"
#include "config/settings_check.h"

namespace tipoff {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t usual_cap = 100;  // messages an hour and recipient, for people

void read_conditions(TomlTable& table, std::vector<EventTypeMention>& event_types,
                     AlertPolicy& policy) {
  policy.events = read_event_types(table, "events", event_types);
  policy.certainties = read_certainties(table, "certainties");
  policy.min_score = static_cast<int>(table.whole("min_score", 0, 100).value_or(0));
  policy.top = static_cast<int>(table.whole("top", 0, 1'000'000).value_or(0));
  policy.owners = table.texts("owners").value_or(std::vector<std::string>{});
}

/// The key says nothing without the other one.
void needs(TomlTable& table, std::string_view key, std::string_view other) {
  table.allow(key);
  if (table.has(key) && !table.has(other))
    table.complain(key, "says nothing without " + std::string(other));
}

void read_grouping(TomlTable& table, AlertPolicy& policy) {
  policy.first_wait = read_seconds(table, "first_wait", 1s);
  policy.batch_every = read_seconds(table, "batch_every", 1s);
  policy.most_per_hour = static_cast<std::size_t>(
      table.whole("most_per_hour", 0, 1'000'000).value_or(static_cast<std::int64_t>(usual_cap)));
}

void read_digest(TomlTable& table, AlertPolicy& policy) {
  constexpr std::int64_t most_calls = 100;
  const auto calls = table.whole("digest_calls", 0, most_calls);
  needs(table, "digest_calls", "digest");
  const auto written = table.text("digest");
  if (!written) return;
  const auto at = parse_week_time(*written);
  if (!at) return table.complain("digest", at.error().message);
  policy.digest.emplace();
  policy.digest->at = *at;
  if (calls) policy.digest->calls = static_cast<std::size_t>(*calls);
  for (const std::string_view key : {"first_wait", "batch_every"})
    if (table.has(key)) table.warn(key, "says nothing beside digest, which gathers everything");
}

void read_quiet(TomlTable& table, std::vector<EventTypeMention>& event_types, AlertPolicy& policy) {
  constexpr std::uint8_t every_day = 0x7F;
  auto breaks_through = read_event_types(table, "breaks_through", event_types);
  needs(table, "breaks_through", "quiet");
  auto window = read_window(table, "quiet");
  if (!window) return;
  if (window->days == every_day && window->begin == 0min && window->end == 24h)
    return table.complain("quiet", "never ends: name hours, such as 22:00-07:00, or days");
  policy.quiet.emplace();
  policy.quiet->window = *std::move(window);
  policy.quiet->breaks_through = std::move(breaks_through);
}

void read_reminder(TomlTable& table, AlertPolicy& policy) {
  const auto most = table.whole("reminders", 1, 100);
  needs(table, "reminders", "remind_after");
  const auto after = read_seconds(table, "remind_after", 1s);
  if (!after) return;
  policy.reminder.emplace();
  policy.reminder->after = *after;
  if (most) policy.reminder->most = static_cast<int>(*most);
}

/// A receiver that is a program gets each event by itself.
void refuse_for_webhook(TomlTable& table) {
  constexpr std::array<std::string_view, 5> keys{"first_wait", "batch_every", "digest",
                                                 "digest_calls", "most_per_hour"};
  for (const std::string_view key : keys) {
    table.allow(key);
    if (table.has(key))
      table.complain(key,
                     "is for mail and chat: a webhook gets one message for each event, and none is "
                     "left out");
  }
}

}  // namespace

void read_policy(TomlTable& table, std::vector<EventTypeMention>& event_types, Channel& channel) {
  AlertPolicy& policy = channel.policy;
  read_conditions(table, event_types, policy);
  if (is_for_people(channel)) {
    read_grouping(table, policy);
    read_digest(table, policy);
  } else {
    refuse_for_webhook(table);
  }
  read_quiet(table, event_types, policy);
  policy.expires_after = read_seconds(table, "expires_after", 1s);
  policy.outshines = read_seconds(table, "outshines", 1s);
  read_reminder(table, policy);
}

}  // namespace tipoff
