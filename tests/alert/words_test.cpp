// The words of messages in both languages.
#include "alert/words.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "detect/event_type.h"
#include "detect/trigger.h"

namespace tipoff {

namespace {

constexpr auto english = MessageLanguage::english;
constexpr auto chinese = MessageLanguage::chinese;

const Time march_2 =
    std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{23};

/// How many values a pattern takes.
std::size_t gaps_in(std::string_view pattern) {
  return static_cast<std::size_t>(std::ranges::count(pattern, '{'));
}

}  // namespace

TEST_CASE("Both languages of a wording take the same values", "[alert][words]") {
  for (const Wording& wording : wordings) {
    CAPTURE(wording.english);
    CHECK(gaps_in(wording.english) == gaps_in(wording.chinese));
    CHECK_FALSE(wording.chinese.empty());
  }
  for (const Wording& wording : sentences) {
    CAPTURE(wording.english);
    CHECK(gaps_in(wording.english) == gaps_in(wording.chinese));
  }
}

TEST_CASE("Each wording stands in the table once", "[alert][words]") {
  std::set<std::string_view> seen;
  for (const Wording& wording : wordings) {
    CAPTURE(wording.english);
    CHECK(seen.insert(wording.english).second);
  }
}

TEST_CASE("A phrase is filled in the order of its language", "[alert][words]") {
  CHECK(say(english, "{} of {}, number {} on the call list", 5, 9, 3) ==
        "5 of 9, number 3 on the call list");
  CHECK(say(chinese, "{} of {}, number {} on the call list", 5, 9, 3) ==
        "5/9，在呼叫名单上排第3位");
  CHECK(say(english, "{} events", 2) == "2 events");
}

TEST_CASE("What fills a phrase is not read as one", "[alert][words]") {
  CHECK(say(english, "Feed is back: {}", "{0} {} {{") == "Feed is back: {0} {} {{");
}

TEST_CASE("Every shipped event type, certainty and role has a Chinese name", "[alert][words]") {
  for (const std::string_view event : shipped_event_types()) {
    CAPTURE(event);
    CHECK(spoken(chinese, event) != spoken(english, event));
  }
  for (const auto certainty :
       {Certainty::rumoured, Certainty::announced, Certainty::completed, Certainty::denied})
    CHECK(spoken(chinese, name_of(certainty)) != name_of(certainty));
  for (const auto role : {Role::acquirer, Role::target, Role::seller})
    CHECK(spoken(chinese, name_of(role)) != name_of(role));
  CHECK(spoken(english, "executive_appointed") == "executive appointed");
  CHECK(spoken(chinese, "pump_test") == "pump test");
}

TEST_CASE("A sentence made elsewhere is told in Chinese where it is known", "[alert][words]") {
  CHECK(retold(chinese, "new") == "新事件");
  CHECK(retold(chinese, "state changed: rumoured -> announced") == "状态变化：传闻 → 已宣布");
  CHECK(retold(chinese, "score rose to 9") == "评分升至9");
  CHECK(retold(chinese, "new and unheard of") == "new and unheard of");
  CHECK(retold(english, "state changed: rumoured -> announced") ==
        "state changed: rumoured -> announced");
}

TEST_CASE("A day is written as the language does", "[alert][words]") {
  CHECK(day_words(english, march_2) == "2 Mar 2026");
  CHECK(day_words(chinese, march_2) == "2026年3月2日");
}

TEST_CASE("A moment is that of the zone, with its name", "[alert][words]") {
  CHECK(moment_words(english, march_2, "Europe/Berlin") == "3 Mar 2026, 00:00 CET");
  CHECK(moment_words(chinese, march_2, "Asia/Shanghai") == "2026年3月3日 07:00 CST");
  CHECK(weekday_words(english, march_2, "America/New_York") == "Mon 2 Mar 2026");
  CHECK(weekday_words(chinese, march_2, "Asia/Shanghai") == "2026年3月3日 星期二");
}

}  // namespace tipoff
