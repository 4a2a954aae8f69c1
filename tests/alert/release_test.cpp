// When something is released, by each part of a policy and by their mixtures.
#include "alert/release.h"

#include "alert/sample_news.h"
#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

const Time monday = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2};
const Time noon = monday + 12h;

Channel mail_with(AlertPolicy policy) {
  Channel channel = test::sample_mail();
  channel.policy = std::move(policy);
  return channel;
}

AlertPolicy quiet_nights() {
  AlertPolicy policy;
  policy.quiet.emplace();
  policy.quiet->window = *parse_week_window("22:00-07:00 UTC");
  policy.quiet->breaks_through = {"insolvency"};
  return policy;
}

AlertPolicy daily_digest() {
  AlertPolicy policy;
  policy.digest.emplace();
  policy.digest->at = *parse_week_time("08:00 UTC");
  return policy;
}

AlertPolicy groups() {
  AlertPolicy policy;
  policy.first_wait = 5min;
  policy.batch_every = 1h;
  return policy;
}

Release released(const AlertPolicy& policy, Time now, const RecipientHistory& history = {},
                 const std::string& event = "acquisition") {
  return release(mail_with(policy), event, history, now);
}

}  // namespace

TEST_CASE("Without a policy everything is told at once and by itself", "[alert]") {
  const auto now = released(AlertPolicy{}, noon);
  CHECK(now.at == noon);
  CHECK_FALSE(now.together);
  CHECK(now.why.empty());
}

TEST_CASE("What falls into the quiet hours waits for their end, with the rest", "[alert]") {
  const auto night = released(quiet_nights(), monday + 23h);
  CHECK(night.at == monday + 31h);
  CHECK(night.together);
  CHECK(night.why == "quiet hours until 2026-03-03 07:00 UTC");
  CHECK(released(quiet_nights(), monday + 7h).at == monday + 7h);
  CHECK_FALSE(released(quiet_nights(), noon).together);
}

TEST_CASE("An event that breaks through the quiet hours is told in them, and says so", "[alert]") {
  const auto night = released(quiet_nights(), monday + 23h, {}, "insolvency");
  CHECK(night.at == monday + 23h);
  CHECK_FALSE(night.together);
  CHECK(night.why ==
        "insolvency breaks through the quiet hours, which last until 2026-03-03 07:00 UTC");
  CHECK(released(quiet_nights(), noon, {}, "insolvency").why.empty());
}

TEST_CASE("A digest keeps everything until its time", "[alert]") {
  const auto kept = released(daily_digest(), noon);
  CHECK(kept.at == monday + 32h);
  CHECK(kept.together);
  CHECK(kept.why == "kept for the digest until 2026-03-03 08:00 UTC");
}

TEST_CASE("A digest within the quiet hours waits for their end", "[alert]") {
  AlertPolicy policy = quiet_nights();
  policy.digest.emplace();
  policy.digest->at = *parse_week_time("06:00 UTC");
  const auto kept = released(policy, noon);
  CHECK(kept.at == monday + 31h);
  CHECK(kept.why == "kept for the digest, then quiet hours until 2026-03-03 07:00 UTC");
}

TEST_CASE("With a digest the quiet hours release nothing before it", "[alert]") {
  AlertPolicy policy = quiet_nights();
  policy.digest.emplace();
  policy.digest->at = *parse_week_time("Fri 08:00 UTC");
  CHECK(released(policy, monday + 23h).at == monday + 4 * 24h + 8h);
  CHECK(released(policy, monday + 23h, {}, "insolvency").at == monday + 23h);
}

TEST_CASE("The first of a group waits for others, the others join it", "[alert]") {
  const auto first = released(groups(), noon);
  CHECK(first.at == noon + 5min);
  CHECK(first.together);
  CHECK(first.why == "gathered with others until 2026-03-02 12:05 UTC");
  RecipientHistory history;
  history.group_open = noon + 5min;
  CHECK(released(groups(), noon + 4min, history).at == noon + 5min);
}

TEST_CASE("The next group comes a batch later at the earliest", "[alert]") {
  RecipientHistory history;
  history.group_sent = noon;
  CHECK(released(groups(), noon + 1min, history).at == noon + 1h);
  CHECK(released(groups(), noon + 59min, history).at == noon + 1h);
  CHECK(released(groups(), noon + 60min, history).at == noon + 65min);
  CHECK(released(groups(), noon + 3h, history).at == noon + 3h + 5min);
}

TEST_CASE("Batches without a first wait tell the first at once, as the opening of a group",
          "[alert]") {
  AlertPolicy policy;
  policy.batch_every = 1h;
  const auto first = released(policy, noon);
  CHECK(first.at == noon);
  CHECK(first.together);
  CHECK(first.why.empty());
}

TEST_CASE("A group that would be released within the quiet hours waits for their end", "[alert]") {
  AlertPolicy policy = quiet_nights();
  policy.first_wait = 5min;
  CHECK(released(policy, monday + 21h + 58min).at == monday + 31h);
  CHECK(released(policy, monday + 21h + 50min).at == monday + 21h + 55min);
  RecipientHistory history;
  history.group_open = monday + 31h;
  CHECK(released(policy, monday + 30h + 59min, history).at == monday + 31h);
}

TEST_CASE("A webhook waits for the quiet hours at the most, and each change by itself", "[alert]") {
  Channel channel = test::sample_webhook();
  channel.policy = quiet_nights();
  channel.policy.first_wait = 5min;
  channel.policy.digest.emplace();
  CHECK(release(channel, "merger", {}, noon).at == noon);
  const auto night = release(channel, "merger", {}, monday + 23h);
  CHECK(night.at == monday + 31h);
  CHECK_FALSE(night.together);
}

TEST_CASE("The zone is that of the quiet hours, else of the digest", "[alert]") {
  AlertPolicy policy;
  CHECK(zone_of(policy).empty());
  policy.digest.emplace();
  policy.digest->at.zone = "Asia/Shanghai";
  CHECK(zone_of(policy) == "Asia/Shanghai");
  CHECK(local_moment(policy, noon) == "2026-03-02 20:00 CST");
  policy.quiet.emplace();
  policy.quiet->window.zone = "Europe/Berlin";
  CHECK(local_moment(policy, noon) == "2026-03-02 13:00 CET");
}

TEST_CASE("Only the end of the quiet hours ends them", "[alert]") {
  CHECK(ends_quiet_hours(quiet_nights(), monday + 7h));
  CHECK_FALSE(ends_quiet_hours(quiet_nights(), monday + 6h));
  CHECK_FALSE(ends_quiet_hours(quiet_nights(), monday + 8h));
  CHECK_FALSE(ends_quiet_hours(AlertPolicy{}, monday + 7h));
}

}  // namespace tipoff
