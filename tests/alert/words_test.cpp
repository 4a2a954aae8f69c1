// The words of messages in both languages.
#include "alert/words.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "detect/event_type.h"
#include "detect/trigger.h"
#include "score/account_score.h"

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

Target target(std::string name, std::vector<std::string> also, int importance) {
  Target made;
  made.name = std::move(name);
  made.also = std::move(also);
  made.importance = importance;
  return made;
}

}  // namespace

TEST_CASE("Both languages of a wording take the same values", "[alert][words]") {
  for (const Wording& wording : wordings) {
    CAPTURE(wording.english);
    CHECK(gaps_in(wording.english) == gaps_in(wording.chinese));
    CHECK_FALSE(wording.chinese.empty());
  }
  for (const Wording& wording : retold_sentences) {
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
  CHECK(retold(chinese, "title COO is a target (very important): Anna Weber") ==
        "职位“COO”是目标（非常重要）：Anna Weber");
  CHECK(retold(chinese, "region Bern is the target Switzerland (somewhat important)") ==
        "地区“Bern”属于目标“Switzerland”（比较重要）");
  CHECK(retold(chinese, "new and unheard of") == "new and unheard of");
  CHECK(retold(english, "state changed: rumoured -> announced") ==
        "state changed: rumoured -> announced");
}

TEST_CASE("Every reason that the score gives has its Chinese", "[alert][words]") {
  Account account;
  account.industries = {"Pumps"};
  account.regions = {"Norway"};
  account.contacts = {Contact{.name = "Anna Weber", .title = "COO", .phone = "", .email = ""}};
  Profile profile;
  std::vector<std::string> reasons;
  const auto collect = [&] {
    for (const ScorePart& part : score(account, {}, profile, march_2).parts)
      reasons.push_back(part.because);
  };
  collect();
  Target norway = target("Norway", {}, 2);
  norway.strong_competitor = true;
  profile.industries = {target("Pumps", {}, 2)};
  profile.titles = {target("Operations", {"COO"}, 1)};
  profile.regions = {norway};
  profile.sold_in = profile.references = {"Pumps"};
  account.personally_involved = true;
  collect();
  account.industries.clear();
  account.contacts.clear();
  account.sold_in_industry = account.reference_customer = true;
  profile.triggers["merger"].weight = 0;
  collect();
  account.sold_in_industry = account.reference_customer = false;
  collect();
  for (const std::string& reason : reasons) {
    CAPTURE(reason);
    CHECK(retold(chinese, reason) != reason);
  }
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
