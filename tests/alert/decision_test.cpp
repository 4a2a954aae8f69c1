// What is told, held or dropped, and the sentence that says why.
#include "alert/decision.h"

#include "alert/sample_news.h"
#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

using Action = Decision::Action;

const Time noon = test::march_2 + 4h;

Channel mail_in_berlin() {
  Channel channel = test::sample_mail();
  channel.policy.quiet.emplace();
  channel.policy.quiet->window = *parse_week_window("22:00-07:00 Europe/Berlin");
  return channel;
}

Profile profile() {
  Profile made;
  made.triggers["merger"] = {.weight = 2, .window = default_window};
  made.triggers["acquisition"] = {.weight = 1, .window = default_window};
  return made;
}

Mute mute_of(const std::string& account, const std::string& event, Time until) {
  Mute mute;
  mute.account = account;
  mute.event = event;
  mute.made_at = test::march_2;
  mute.until = until;
  return mute;
}

Decision decided(const Channel& channel, const RecipientHistory& history = {},
                 std::span<const Mute> mutes = {}, Time now = noon) {
  return decide(channel, test::sample_news(), profile(), history, mutes, now);
}

}  // namespace

TEST_CASE("Without a policy news is told at once", "[alert]") {
  const auto decision = decided(test::sample_mail());
  CHECK(decision.action == Action::tell);
  CHECK(decision.release == noon);
  CHECK_FALSE(decision.expires);
  CHECK_FALSE(decision.together);
  CHECK(decision.why == "at once");
}

TEST_CASE("What is muted is dropped, with the end of the mute and its note", "[alert]") {
  std::vector<Mute> mutes = {mute_of("nordwerk", "", noon + 48h)};
  mutes[0].note = "on holiday";
  const auto decision = decided(mail_in_berlin(), {}, mutes);
  CHECK(decision.action == Action::drop);
  CHECK(decision.why == "muted until 2026-03-04 13:00 CET: on holiday");
}

TEST_CASE("A mute comes before the conditions, the conditions before the quiet hours", "[alert]") {
  Channel channel = mail_in_berlin();
  channel.policy.min_score = 9;
  const std::vector<Mute> mutes = {mute_of("", "acquisition", noon + 48h)};
  const Time midnight = test::march_2 + 16h;
  CHECK_THAT(decided(channel, {}, mutes, midnight).why, Catch::StartsWith("muted until"));
  CHECK(decided(channel, {}, {}, midnight).why == "score 5 is below 9");
  CHECK(decided(channel, {}, {}, midnight).action == Action::drop);
}

TEST_CASE("A bigger event of the account outshines lesser ones for its time", "[alert]") {
  Channel channel = mail_in_berlin();
  channel.policy.outshines = 24h;
  RecipientHistory history;
  history.told = {{.event = "merger", .weight = 2, .at = noon - 23h}};
  const auto decision = decided(channel, history);
  CHECK(decision.action == Action::drop);
  CHECK(decision.why ==
        "the bigger event merger of the same account was told 2026-03-01 14:00 CET");
  history.told[0].at = noon - 24h;
  CHECK(decided(channel, history).action == Action::tell);
}

TEST_CASE("A bigger event that is held outshines too", "[alert]") {
  Channel channel = mail_in_berlin();
  channel.policy.outshines = 24h;
  RecipientHistory history;
  history.told = {{.event = "merger", .weight = 2, .at = noon + 6h}};
  CHECK(decided(channel, history).why ==
        "the bigger event merger of the same account is told 2026-03-02 19:00 CET");
}

TEST_CASE("An equal event does not outshine, nor any where the policy does not say so", "[alert]") {
  Channel channel = test::sample_mail();
  RecipientHistory history;
  history.told = {{.event = "merger", .weight = 2, .at = noon - 1h}};
  CHECK(decided(channel, history).action == Action::tell);
  channel.policy.outshines = 24h;
  history.told[0].weight = 1;
  CHECK(decided(channel, history).action == Action::tell);
}

TEST_CASE("A lesser event that is held is outshone by a bigger one that comes before its release",
          "[alert]") {
  AlertPolicy policy = mail_in_berlin().policy;
  TriggerNews merger = test::sample_news();
  merger.story.event = "merger";
  Notice held = test::due(test::sample_news()).notice;
  held.release_at = merger.at + 4h;
  CHECK_FALSE(outshone_by(merger, held, policy, profile()));
  policy.outshines = 24h;
  CHECK(outshone_by(merger, held, policy, profile()) ==
        "the bigger event merger of the same account came before it was told, 2026-03-02 09:00 "
        "CET");
  CHECK_FALSE(outshone_by(test::sample_news(), held, policy, profile()));
  held.release_at = merger.at + 24h;
  CHECK_FALSE(outshone_by(merger, held, policy, profile()));
  held.release_at = merger.at;
  held.account = "halden";
  CHECK_FALSE(outshone_by(merger, held, policy, profile()));
  held.account = "nordwerk";
  held.seller = "anna";
  CHECK_FALSE(outshone_by(merger, held, policy, profile()));
}

TEST_CASE("What the quiet hours hold is released with the rest at their end", "[alert]") {
  const auto decision = decided(mail_in_berlin(), {}, {}, test::march_2 + 14h);
  CHECK(decision.action == Action::hold);
  CHECK(decision.release == test::march_2 + 22h);
  CHECK(decision.together);
  CHECK(decision.why == "quiet hours until 2026-03-03 07:00 CET");
}

TEST_CASE("What is held expires when the policy says", "[alert]") {
  Channel channel = mail_in_berlin();
  channel.policy.expires_after = 6h;
  CHECK(decided(channel, {}, {}, test::march_2 + 14h).expires == test::march_2 + 20h);
}

TEST_CASE("A mute covers its seller, account and type, while it lasts", "[alert]") {
  const Time until = noon + 1h;
  Mute one = mute_of("nordwerk", "merger", until);
  one.seller = "anna";
  const std::vector<Mute> mutes = {one};
  CHECK(muted_by(mutes, "anna", "nordwerk", "merger", noon) == one);
  CHECK_FALSE(muted_by(mutes, "ben", "nordwerk", "merger", noon));
  CHECK_FALSE(muted_by(mutes, "anna", "halden", "merger", noon));
  CHECK_FALSE(muted_by(mutes, "anna", "nordwerk", "layoffs", noon));
  CHECK_FALSE(muted_by(mutes, "anna", "nordwerk", "merger", until));
  CHECK_FALSE(muted_by(mutes, "anna", "nordwerk", "merger", one.made_at - 1s));
}

TEST_CASE("Of several mutes the one that lasts longest is told", "[alert]") {
  const std::vector<Mute> mutes = {mute_of("nordwerk", "", noon + 1h),
                                   mute_of("", "merger", noon + 3h), mute_of("", "", noon + 2h)};
  CHECK(muted_by(mutes, "default", "nordwerk", "merger", noon)->until == noon + 3h);
  CHECK(muted_by(mutes, "default", "nordwerk", "layoffs", noon)->until == noon + 2h);
}

}  // namespace tipoff
