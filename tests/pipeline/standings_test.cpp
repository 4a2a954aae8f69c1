#include "pipeline/standings.h"

#include "catch.h"
#include "fakes/newsroom.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

Story layoffs(const fakes::Newsroom& newsroom, const std::string& account, std::chrono::hours ago) {
  Story story;
  story.account = account;
  story.event = "layoffs";
  story.happened_at = newsroom.clock.now() - ago;
  story.seen_at = story.happened_at;
  story.title = "Made-up news of " + account;
  return story;
}

std::string many_accounts() {
  std::string csv = "id,name,industry\n";
  for (int i = 0; i < 40; ++i)
    csv += "a" + std::to_string(i) + ",Account" + std::to_string(100 + i) + " Ltd,Manufacturing\n";
  return csv;
}

}  // namespace

TEST_CASE("The best of many are found, in the same order as if all were ranked", "[standings]") {
  fakes::Newsroom newsroom("", many_accounts());
  StoryTable stories(*newsroom.database);
  ScoreTable scores(*newsroom.database);
  for (int i = 0; i < 40; i += 3)
    (void)stories.add(layoffs(newsroom, "a" + std::to_string(i), std::chrono::hours{i % 7}));
  Standings standings(*newsroom.assembly, newsroom.assembly->settings.profiles.front());
  standings.score_all(stories, scores, CallTable(*newsroom.database), newsroom.clock.now());

  const auto all = standings.call_list(stories, 0, {}, newsroom.clock.now());
  REQUIRE(all.entries.size() == 40);
  for (const std::size_t top :
       {std::size_t{1}, std::size_t{5}, std::size_t{14}, std::size_t{15}, std::size_t{39}}) {
    const auto best = standings.call_list(stories, top, {}, newsroom.clock.now());
    CAPTURE(top);
    REQUIRE(best.entries.size() == top);
    for (std::size_t i = 0; i < top; ++i) CHECK(best.entries[i] == all.entries[i]);
  }
}

TEST_CASE("Of equals the one called longest ago comes first, never called before that",
          "[standings]") {
  fakes::Newsroom newsroom("", many_accounts());
  StoryTable stories(*newsroom.database);
  ScoreTable scores(*newsroom.database);
  CallTable calls(*newsroom.database);
  const Time now = newsroom.clock.now();
  for (int i = 0; i < 39; ++i)
    (void)calls.add({.id = 0,
                     .account = "a" + std::to_string(i),
                     .seller = "default",
                     .outcome = Outcome::no_answer,
                     .at = now - std::chrono::hours{i + 1},
                     .contact = "",
                     .due = std::nullopt,
                     .note = ""});
  Standings standings(*newsroom.assembly, newsroom.assembly->settings.profiles.front());
  standings.score_all(stories, scores, calls, now);
  const auto first = standings.call_list(stories, 3, {}, now);
  REQUIRE(first.entries.size() == 3);
  CHECK(first.entries[0].id == "a39");  // never called
  CHECK(first.entries[1].id == "a38");
  CHECK(first.entries[2].id == "a37");

  (void)calls.add({.id = 0,
                   .account = "a39",
                   .seller = "default",
                   .outcome = Outcome::meeting,
                   .at = now,
                   .contact = "",
                   .due = std::nullopt,
                   .note = ""});
  standings.score_some({newsroom.assembly->account_index.at("a39")}, stories, scores, calls, now);
  CHECK(standings.call_list(stories, 0, {}, now).entries.back().id == "a39");
}

TEST_CASE("Scores stand in the store, and only what changed is written", "[standings]") {
  fakes::Newsroom newsroom;
  StoryTable stories(*newsroom.database);
  ScoreTable scores(*newsroom.database);
  Standings standings(*newsroom.assembly, newsroom.assembly->settings.profiles.front());
  standings.score_all(stories, scores, CallTable(*newsroom.database), newsroom.clock.now());
  REQUIRE(scores.all("default").size() == 3);

  (void)stories.add(layoffs(newsroom, "velmar", 1h));
  standings.score_some({newsroom.assembly->account_index.at("velmar")}, stories, scores,
                       CallTable(*newsroom.database), newsroom.clock.now());

  int velmar = 0;
  int orbax = 0;
  for (const StoredScore& score : scores.all("default")) {
    if (score.account == "velmar") velmar = score.score;
    if (score.account == "orbax") orbax = score.score;
  }
  CHECK(velmar == orbax + 2);
}

TEST_CASE("An account is known to change when its event's window ends", "[standings]") {
  fakes::Newsroom newsroom;
  StoryTable stories(*newsroom.database);
  ScoreTable scores(*newsroom.database);
  (void)stories.add(layoffs(newsroom, "velmar", 1h));
  Standings standings(*newsroom.assembly, newsroom.assembly->settings.profiles.front());
  standings.score_all(stories, scores, CallTable(*newsroom.database), newsroom.clock.now());

  const auto end = newsroom.clock.now() - 1h + default_window;
  CHECK(standings.next_change() == end);
  CHECK(standings.expired(end - 1s).empty());
  CHECK(standings.expired(end) ==
        std::vector<AccountIndex>{newsroom.assembly->account_index.at("velmar")});
}

}  // namespace tipoff
