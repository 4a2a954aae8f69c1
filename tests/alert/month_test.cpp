// Quiet hours, digest and mute over March 2026 in three zones: in Berlin the clocks change on the
// 29th, in New York on the 8th, in Shanghai never.
#include <map>

#include "alert/recipient.h"
#include "alert/sample_news.h"
#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

using test::line_of;
using test::Recipient;
using test::Told;

using Lines = std::vector<std::string>;

const Time march = std::chrono::sys_days{std::chrono::year{2026} / 3 / 1};
const Time april = std::chrono::sys_days{std::chrono::year{2026} / 4 / 1};

/// A zone by its offsets, written here by hand.
struct Zone {
  std::string name;
  std::chrono::hours before;
  std::chrono::hours after;
  Time change;

  [[nodiscard]] std::chrono::hours offset(Time time) const {
    return time < change ? before : after;
  }

  /// Of a local time that no change skips.
  [[nodiscard]] Time utc(Time local) const {
    const Time guess = local - before;
    return guess < change ? guess : local - after;
  }
};

const Zone berlin{"Europe/Berlin", 1h, 2h, march + 28 * 24h + 1h};
const Zone new_york{"America/New_York", -5h, -4h, march + 7 * 24h + 7h};
const Zone shanghai{"Asia/Shanghai", 8h, 8h, april};

/// Every three hours something happens, at ten past: by turns at five accounts, and each seventh
/// time an insolvency.
std::vector<TriggerNews> news_of_march() {
  std::vector<TriggerNews> news;
  for (Time at = march + 10min; at < april; at += 3h) {
    TriggerNews one = test::sample_news();
    one.story.id = static_cast<std::int64_t>(news.size()) + 1;
    one.story.event = one.story.id % 7 == 0 ? "insolvency" : "acquisition";
    one.entry.id = "account-" + std::to_string(one.story.id % 5);
    one.story.happened_at = one.at = at;
    news.push_back(std::move(one));
  }
  return news;
}

/// One account from the 10th to the 20th, and a type on the 25th.
std::vector<Mute> mutes() {
  Mute account;
  account.account = "account-3";
  account.made_at = march + 9 * 24h;
  account.until = march + 19 * 24h;
  Mute type;
  type.event = "acquisition";
  type.made_at = march + 24 * 24h;
  type.until = march + 25 * 24h;
  return {account, type};
}

bool is_muted(const TriggerNews& news) {
  const bool by_account =
      news.entry.id == "account-3" && news.at >= march + 9 * 24h && news.at < march + 19 * 24h;
  const bool by_type = news.story.event == "acquisition" && news.at >= march + 24 * 24h &&
                       news.at < march + 25 * 24h;
  return by_account || by_type;
}

Channel quiet_mail(const Zone& zone) {
  Channel channel = test::sample_mail();
  channel.policy.quiet.emplace();
  channel.policy.quiet->window = *parse_week_window("22:00-07:00 " + zone.name);
  channel.policy.quiet->breaks_through = {"insolvency"};
  return channel;
}

Channel digest_mail(const std::string& at) {
  Channel channel = test::sample_mail();
  channel.policy.digest.emplace();
  channel.policy.digest->at = *parse_week_time(at);
  return channel;
}

Recipient after_march(const Channel& channel, const std::vector<Mute>& muted = {}) {
  Recipient recipient(channel, muted);
  for (const TriggerNews& news : news_of_march()) recipient.hear(news);
  recipient.wait_until(april + 7 * 24h);
  return recipient;
}

/// By story.
std::map<std::int64_t, Time> times_of(const std::vector<Told>& told) {
  std::map<std::int64_t, Time> times;
  for (const Told& message : told)
    for (const std::int64_t story : message.stories) {
      CAPTURE(story);
      CHECK(times.emplace(story, message.at).second);
    }
  return times;
}

/// At once by day, at seven in the morning by night; an insolvency at any hour.
Time expected_with_quiet_nights(const TriggerNews& news, const Zone& zone) {
  const Time local = news.at + zone.offset(news.at);
  const auto today = std::chrono::floor<std::chrono::days>(local);
  const auto hour = local - today;
  if (news.story.event == "insolvency" || (hour >= 7h && hour < 22h)) return news.at;
  return zone.utc(today + (hour < 7h ? 0h : 24h) + 7h);
}

/// The lines of messages of a kind from one day to another, as UTC has them.
Lines lines_of(const std::vector<Told>& told, std::string_view from, std::string_view to,
               Bundle::Kind kind) {
  Lines lines;
  for (const Told& message : told) {
    const std::string line = line_of(message);
    if (message.kind == kind && line >= from && line < to) lines.push_back(line);
  }
  return lines;
}

/// "03-02 07:00 3": the day and hour of each message, and how many events it tells of.
Lines short_lines(const std::vector<Told>& told) {
  Lines lines;
  for (const Told& message : told) {
    const std::string at = format_utc(message.at);
    lines.push_back(at.substr(5, 5) + " " + at.substr(11, 5) + " " +
                    std::to_string(message.stories.size()));
  }
  return lines;
}

}  // namespace

TEST_CASE("Over a month each message comes when the wall clock of its reader allows it",
          "[alert][month]") {
  const Zone zone = GENERATE(berlin, new_york, shanghai);
  CAPTURE(zone.name);
  const Recipient recipient = after_march(quiet_mail(zone), mutes());
  const auto times = times_of(recipient.told());
  std::size_t told = 0;
  for (const TriggerNews& news : news_of_march()) {
    CAPTURE(format_utc(news.at), news.story.event, news.entry.id);
    if (is_muted(news)) {
      CHECK_FALSE(times.contains(news.story.id));
      continue;
    }
    ++told;
    REQUIRE(times.contains(news.story.id));
    CHECK(format_utc(times.at(news.story.id)) ==
          format_utc(expected_with_quiet_nights(news, zone)));
  }
  CHECK(times.size() == told);
  CHECK(recipient.dropped().size() == news_of_march().size() - told);
  CHECK(told < news_of_march().size());
}

TEST_CASE("Around the change of the clocks the quiet hours end at the same hour on the wall",
          "[alert][month]") {
  using Kind = Bundle::Kind;
  CHECK(lines_of(after_march(quiet_mail(berlin)).told(), "2026-03-27", "2026-04-01", Kind::quiet) ==
        Lines{"2026-03-27T06:00:00Z quiet 2", "2026-03-28T06:00:00Z quiet 2",
              "2026-03-29T05:00:00Z quiet 2", "2026-03-30T05:00:00Z quiet 3",
              "2026-03-31T05:00:00Z quiet 3"});
  CHECK(
      lines_of(after_march(quiet_mail(new_york)).told(), "2026-03-06", "2026-03-11", Kind::quiet) ==
      Lines{"2026-03-06T12:00:00Z quiet 2", "2026-03-07T12:00:00Z quiet 3",
            "2026-03-08T11:00:00Z quiet 3", "2026-03-09T11:00:00Z quiet 3",
            "2026-03-10T11:00:00Z quiet 3"});
  CHECK(
      lines_of(after_march(quiet_mail(shanghai)).told(), "2026-03-28", "2026-04-01", Kind::quiet) ==
      Lines{"2026-03-28T23:00:00Z quiet 2", "2026-03-29T23:00:00Z quiet 2",
            "2026-03-30T23:00:00Z quiet 2", "2026-03-31T23:00:00Z quiet 3"});
}

TEST_CASE("A digest comes on each of its days at its hour on the wall, and tells of all before it",
          "[alert][month]") {
  CHECK(short_lines(after_march(digest_mail("Mon-Fri 08:00 Europe/Berlin")).told()) ==
        Lines{"03-02 07:00 11", "03-03 07:00 8", "03-04 07:00 8", "03-05 07:00 8", "03-06 07:00 8",
              "03-09 07:00 24", "03-10 07:00 8", "03-11 07:00 8", "03-12 07:00 8", "03-13 07:00 8",
              "03-16 07:00 24", "03-17 07:00 8", "03-18 07:00 8", "03-19 07:00 8", "03-20 07:00 8",
              "03-23 07:00 24", "03-24 07:00 8", "03-25 07:00 8", "03-26 07:00 8", "03-27 07:00 8",
              "03-30 06:00 23", "03-31 06:00 8", "04-01 06:00 6"});
  CHECK(short_lines(after_march(digest_mail("Mon,Thu 08:00 America/New_York")).told()) ==
        Lines{"03-02 13:00 13", "03-05 13:00 24", "03-09 12:00 31", "03-12 12:00 24",
              "03-16 12:00 32", "03-19 12:00 24", "03-23 12:00 32", "03-26 12:00 24",
              "03-30 12:00 32", "04-02 12:00 12"});
  CHECK(short_lines(after_march(digest_mail("Mon 08:00 Asia/Shanghai")).told()) ==
        Lines{"03-02 00:00 8", "03-09 00:00 56", "03-16 00:00 56", "03-23 00:00 56",
              "03-30 00:00 56", "04-06 00:00 16"});
}

TEST_CASE("A digest at an hour that the change skips comes at the moment of the jump",
          "[alert][month]") {
  const auto told = after_march(digest_mail("02:30 Europe/Berlin")).told();
  CHECK(lines_of(told, "2026-03-28", "2026-04-01", Bundle::Kind::digest) ==
        Lines{"2026-03-28T01:30:00Z digest 8", "2026-03-29T01:00:00Z digest 8",
              "2026-03-30T00:30:00Z digest 8", "2026-03-31T00:30:00Z digest 8"});
}

TEST_CASE("Over a month a digest never comes within the quiet hours, and loses nothing",
          "[alert][month]") {
  const Zone zone = GENERATE(berlin, new_york, shanghai);
  CAPTURE(zone.name);
  Channel channel = quiet_mail(zone);
  channel.policy.digest.emplace();
  channel.policy.digest->at = *parse_week_time("06:00 " + zone.name);
  const Recipient recipient = after_march(channel, mutes());
  std::size_t digests = 0;
  for (const Told& message : recipient.told()) {
    const Time local = message.at + zone.offset(message.at);
    CAPTURE(line_of(message));
    if (message.kind == Bundle::Kind::single) continue;  // an insolvency
    ++digests;
    CHECK(local - std::chrono::floor<std::chrono::days>(local) == 7h);
  }
  CHECK(digests >= 30);
  CHECK(digests <= 32);
  CHECK(times_of(recipient.told()).size() + recipient.dropped().size() == news_of_march().size());
}

TEST_CASE("Groups come a batch apart at the earliest, and none in the quiet hours",
          "[alert][month]") {
  const Zone zone = GENERATE(berlin, new_york, shanghai);
  CAPTURE(zone.name);
  Channel channel = quiet_mail(zone);
  channel.policy.quiet->breaks_through.clear();
  channel.policy.first_wait = 20min;
  channel.policy.batch_every = 5h;
  const auto told = after_march(channel).told();
  for (std::size_t at = 0; at < told.size(); ++at) {
    CAPTURE(line_of(told[at]));
    const Time local = told[at].at + zone.offset(told[at].at);
    const auto hour = local - std::chrono::floor<std::chrono::days>(local);
    CHECK(hour >= 7h);
    CHECK(hour < 22h);
    if (at > 0) CHECK(told[at].at - told[at - 1].at >= 5h);
  }
  CHECK(times_of(told).size() == news_of_march().size());
}

TEST_CASE("What the night held for longer than it is worth is not told in the morning",
          "[alert][month]") {
  const Zone zone = GENERATE(berlin, new_york, shanghai);
  CAPTURE(zone.name);
  Channel channel = quiet_mail(zone);
  channel.policy.expires_after = 6h;
  const Recipient recipient = after_march(channel);
  const auto times = times_of(recipient.told());
  for (const TriggerNews& news : news_of_march()) {
    CAPTURE(format_utc(news.at));
    CHECK(times.contains(news.story.id) ==
          (expected_with_quiet_nights(news, zone) - news.at <= 6h));
  }
  CHECK(times.size() + recipient.expired().size() == news_of_march().size());
  CHECK_FALSE(recipient.expired().empty());
}

TEST_CASE("A flood stays within the cap hour by hour, and every event is told or counted",
          "[alert][month]") {
  Channel channel = test::sample_mail();
  channel.policy.most_per_hour = 10;
  Recipient recipient(channel, {});
  for (int number = 1; number <= 600; ++number) {
    TriggerNews news = test::sample_news();
    news.story.id = number;
    news.at = march + number * 12s;  // two hours
    recipient.hear(news);
  }
  recipient.wait_until(march + 24h);
  const auto& told = recipient.told();
  for (std::size_t at = 10; at < told.size(); ++at) {
    CAPTURE(line_of(told[at]));
    CHECK(told[at].at - told[at - 10].at >= 1h);
  }
  CHECK(times_of(told).size() == 600);
  CHECK(told.size() <= 40);
}

}  // namespace tipoff
