// When a trigger is told again, and when not.
#include "alert/reminder.h"

#include "alert/sample_news.h"
#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

const Time monday = test::march_2;
const Reminder twice{.after = 48h, .most = 2};

std::optional<Time> next_of(const std::vector<Time>& told, std::optional<Time> call = {},
                            const Story& story = test::sample_story(), Time now = monday) {
  return next_reminder(twice, {.at = told, .last_call = call}, story, Profile{}, now);
}

}  // namespace

TEST_CASE("A trigger is told again its wait after the latest telling", "[alert]") {
  CHECK(next_of({monday}) == monday + 48h);
  CHECK(next_of({monday, monday + 50h}) == monday + 98h);
  CHECK(next_of({monday}, {}, test::sample_story(), monday + 60h) == monday + 48h);
}

TEST_CASE("It is told again so often and no more, and never before it was told", "[alert]") {
  CHECK_FALSE(next_of({monday, monday + 48h, monday + 96h}));
  CHECK_FALSE(next_of({}));
}

TEST_CASE("A call since the first telling ends it, an earlier one does not", "[alert]") {
  CHECK_FALSE(next_of({monday}, monday + 1h));
  CHECK_FALSE(next_of({monday}, monday));
  CHECK(next_of({monday}, monday - 1h) == monday + 48h);
}

TEST_CASE("What is not live then is not told again", "[alert]") {
  Story story = test::sample_story();
  story.certainty = Certainty::denied;
  CHECK_FALSE(next_of({monday}, {}, story));
  story = test::sample_story();
  story.standing = Standing::wrong;
  CHECK_FALSE(next_of({monday}, {}, story));
  story = test::sample_story();
  story.happened_at = monday + 47h - default_window;
  CHECK_FALSE(next_of({monday}, {}, story));
  story.happened_at = monday + 49h - default_window;
  CHECK(next_of({monday}, {}, story) == monday + 48h);
  CHECK_FALSE(next_of({monday}, {}, story, monday + 49h));
}

}  // namespace tipoff
