// What the store counted, put into words.
#include "pipeline/feed_health.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "config/account_file.h"
#include "config/feed_list.h"
#include "pipeline/assembly.h"
#include "pipeline/feed_alarm.h"
#include "pipeline/push_state.h"
#include "store/feed_table.h"
#include "store/subscription_table.h"
#include "text/date.h"
#include "text/format.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::days too_young{14};
constexpr std::chrono::days long_trouble{3};
constexpr double many_articles = 1.0;  // a week: a feed with fewer is silent

void append(Complaints& all, Complaints more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::map<std::string, std::vector<Subscription>> subscriptions_by_feed(Database& database) {
  std::map<std::string, std::vector<Subscription>> by_feed;
  for (Subscription& subscription : SubscriptionTable(database).all())
    by_feed[subscription.feed].push_back(std::move(subscription));
  return by_feed;
}

void add_memory(const Settings& settings, Time now, std::vector<FeedHealth>& feeds) {
  if (!std::filesystem::exists(settings.store)) return;
  Database database(settings.store.string(), OpenFor::reading);
  const auto states = FeedTable(database).all();
  const auto tallies = FeedTallyTable(database).all(now);
  const FeedTroubleTable troubles(database);
  const auto subscriptions = subscriptions_by_feed(database);
  for (FeedHealth& health : feeds) {
    const auto state = states.find(health.feed.url);
    if (state != states.end()) health.state = state->second;
    const auto tally = tallies.find(health.feed.url);
    if (tally != tallies.end()) health.tally = tally->second;
    const auto pushed = subscriptions.find(health.feed.url);
    if (pushed != subscriptions.end()) health.push = *present(pushed->second);
    if (!is_failing(health)) continue;
    const auto trouble = troubles.find(trouble_source(health.feed));
    if (trouble) health.failing_since = trouble->since;
  }
}

std::chrono::seconds age(const FeedHealth& health, Time now) {
  return health.tally.first_day ? now - *health.tally.first_day : 0s;
}

std::string silence(const FeedHealth& health) {
  return health.tally.articles == 0 ? "nothing new in four weeks" : "next to nothing new";
}

Json moment(const std::optional<Time>& time) {
  return time ? Json(format_utc(*time)) : Json(nullptr);
}

}  // namespace

FeedHealthReading feed_health(const Settings& settings, Time now) {
  FeedHealthReading reading;
  auto list = read_feeds(settings);
  reading.complaints = std::move(list.complaints);
  if (!settings.searches.empty()) {
    auto accounts = read_accounts(settings.accounts);
    append(reading.complaints, std::move(accounts.complaints));
    add_search_feeds(settings, accounts.accounts, list.feeds);
  }
  reading.feeds.reserve(list.feeds.size());
  for (Feed& feed : list.feeds) {
    FeedHealth health;
    health.number = reading.feeds.size() + 1;
    health.feed = std::move(feed);
    health.file =
        health.number <= list.files.size() ? list.files[health.number - 1] : settings.file;
    reading.feeds.push_back(std::move(health));
  }
  add_memory(settings, now, reading.feeds);
  return reading;
}

Time next_try_of(const FeedHealth& health, Time now) {
  const Time due = health.state.last_attempt ? std::max(health.state.next_due, now) : now;
  return health.feed.window ? opens(*health.feed.window, due) : due;
}

bool is_failing(const FeedHealth& health) {
  return health.state.failures_in_a_row > 0 || health.state.parked;
}

std::optional<double> articles_per_week(const FeedTally& tally, Time now) {
  if (!tally.first_day) return std::nullopt;
  const auto known = std::min<std::chrono::seconds>(now - *tally.first_day, tally_span);
  if (known < std::chrono::days{1}) return std::nullopt;
  constexpr double week = 7.0 * 24 * 3600;
  return tally.articles * week / static_cast<double>(known.count());
}

FeedWorth worth_keeping(const FeedHealth& health, Time now) {
  using Verdict = FeedWorth::Verdict;
  if (health.state.parked) return {Verdict::no, "the server says that it is gone for good"};
  if (is_failing(health) && health.failing_since && now - *health.failing_since >= long_trouble)
    return {Verdict::no, "it has failed for " + rough_span(now - *health.failing_since)};
  const int triggers = health.tally.triggers;
  if (triggers > 0)
    return {Verdict::yes,
            fmt::format("{} trigger{} in four weeks", triggers, triggers == 1 ? "" : "s")};
  if (age(health, now) < too_young) return {Verdict::too_early, "known for less than two weeks"};
  const double articles = articles_per_week(health.tally, now).value_or(0);
  const bool whole_span = age(health, now) >= tally_span;
  if (articles < many_articles && whole_span) return {Verdict::no, silence(health)};
  if (whole_span)
    return {Verdict::perhaps,
            fmt::format("{:.0f} articles a week, and no trigger in four weeks", articles)};
  return {Verdict::perhaps, "no trigger yet"};
}

std::string_view name_of(FeedWorth::Verdict verdict) {
  switch (verdict) {
    case FeedWorth::Verdict::yes:
      return "yes";
    case FeedWorth::Verdict::perhaps:
      return "perhaps";
    case FeedWorth::Verdict::no:
      return "no";
    case FeedWorth::Verdict::too_early:
      return "too_early";
  }
  return "too_early";
}

std::string rough_span(std::chrono::seconds span) {
  span = std::max(span, 0s);
  if (span < 1min) return "a moment";
  if (span < 1h) return fmt::format("{} min", span / 1min);
  if (span < 48h) return fmt::format("{} h", span / 1h);
  return fmt::format("{} days", span / std::chrono::days{1});
}

std::string health_sentence(const FeedHealth& health, Time now) {
  const FeedState& state = health.state;
  if (state.parked) return "gone: not asked any more";
  if (!state.last_attempt) return "not asked yet";
  if (state.failures_in_a_row == 0) return "well";
  const auto since = health.failing_since ? health.failing_since : state.last_success;
  const std::string span = since ? " for " + rough_span(now - *since) : "";
  return fmt::format("failing{} ({} in a row): {}", span, state.failures_in_a_row, state.failure);
}

Json to_json(const FeedHealth& health, Time now) {
  const FeedState& state = health.state;
  const auto rate = articles_per_week(health.tally, now);
  const FeedWorth worth = worth_keeping(health, now);
  const bool waits = state.last_attempt && !state.parked;
  Json object;
  object["number"] = health.number;
  object["url"] = health.feed.url;
  object["title"] = health.feed.title;
  object["language"] = health.feed.language;
  object["file"] = health.file.string();
  object["searched_account"] =
      health.feed.searched_account.empty() ? Json(nullptr) : Json(health.feed.searched_account);
  object["last_attempt"] = moment(state.last_attempt);
  object["last_success"] = moment(state.last_success);
  object["next_due"] = waits ? Json(format_utc(state.next_due)) : Json(nullptr);
  object["failures_in_a_row"] = state.failures_in_a_row;
  object["failing_since"] = moment(health.failing_since);
  object["failure"] = state.failure.empty() ? Json(nullptr) : Json(state.failure);
  object["parked"] = state.parked;
  object["health"] = health_sentence(health, now);
  object["push"] = health.push ? to_json(*health.push, now) : Json(nullptr);
  object["articles_per_week"] = rate ? Json(std::round(*rate * 10) / 10) : Json(nullptr);
  object["triggers_per_month"] = health.tally.triggers;
  object["worth_keeping"] = {{"verdict", name_of(worth.verdict)}, {"because", worth.because}};
  return object;
}

}  // namespace tipoff
