// What several changes say together.
#include "alert/bundle_brief.h"

#include "alert/mail_text.h"
#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

namespace {

std::vector<DueNews> due_of(int count) {
  std::vector<DueNews> due;
  for (int number = 1; number <= count; ++number) {
    TriggerNews news = test::sample_news();
    news.story.id = number;
    news.story.event = number % 3 == 0 ? "layoffs" : "acquisition";
    news.entry.id = "account-" + std::to_string(number);
    news.entry.name = "Account " + std::to_string(number);
    due.push_back(test::due(news, number == 1 ? "state changed: rumoured -> announced" : "new"));
  }
  return due;
}

Brief brief_of(Bundle::Kind kind, int count, const Channel& channel = test::sample_mail()) {
  return bundle_brief(channel, {.kind = kind, .told = due_of(count)});
}

}  // namespace

TEST_CASE("A group tells of each event with its reason", "[alert]") {
  const Brief brief = brief_of(Bundle::Kind::group, 2);
  CHECK(brief.subject == "2 events: Account 1, Account 2");
  CHECK(brief.opening == "2 events, gathered into one message");
  CHECK(brief.more == 0);
  REQUIRE(brief.sections.size() == 1);
  REQUIRE(brief.sections[0].items.size() == 2);
  const BriefItem& first = brief.sections[0].items[0];
  CHECK_THAT(first.heading, Catch::StartsWith("Account 1 (5/9): Nordwerk to acquire"));
  CHECK(first.link == "https://news.example/nordwerk?id=1&lang=en");
  CHECK(first.rows[0] == BriefRow{"Why this message", "state changed: rumoured -> announced", ""});
  CHECK_THAT(mail_text(brief), Catch::Contains("Phone: +49 (0)89 123-456\n"));
}

TEST_CASE("A night's message says that the quiet hours held it", "[alert]") {
  CHECK(brief_of(Bundle::Kind::quiet, 4).opening == "4 events, held in the quiet hours");
  const Brief one = brief_of(Bundle::Kind::quiet, 1);
  CHECK(one.opening == "1 event, held in the quiet hours");
  CHECK_THAT(one.subject, Catch::StartsWith("Account 1 (5/9): "));
}

TEST_CASE("A long group shows the first fifty and counts the rest", "[alert]") {
  const Brief brief = brief_of(Bundle::Kind::group, 60);
  CHECK(brief.sections[0].items.size() == 50);
  CHECK(brief.more == 10);
}

TEST_CASE("A storm's summary counts every event by type, and shows the ten highest", "[alert]") {
  Channel channel = test::sample_mail();
  channel.policy.most_per_hour = 100;
  const Brief brief = brief_of(Bundle::Kind::storm, 300, channel);
  CHECK(brief.subject == "300 more events: Account 1, Account 2, Account 3, +297 more");
  CHECK(brief.opening ==
        "300 more events: no more than 100 messages an hour are sent, the rest is counted here");
  REQUIRE(brief.sections.size() == 2);
  CHECK(brief.sections[0].heading == "By type");
  CHECK(brief.sections[0].items[0].rows ==
        std::vector<BriefRow>{{"acquisition", "200", ""}, {"layoffs", "100", ""}});
  CHECK(brief.sections[1].heading == "The highest");
  CHECK(brief.sections[1].items.size() == 10);
  CHECK(brief.more == 290);
}

TEST_CASE("Accounts are named once, three at most", "[alert]") {
  auto due = due_of(2);
  due.push_back(due[0]);
  CHECK(accounts_in_short(due, MessageLanguage::english) == "Account 1, Account 2");
  CHECK(accounts_in_short(due_of(5), MessageLanguage::english) ==
        "Account 1, Account 2, Account 3, +2 more");
}

TEST_CASE("Several changes are told in Chinese too", "[alert]") {
  Channel channel = test::sample_mail();
  channel.language = MessageLanguage::chinese;
  const Brief brief = brief_of(Bundle::Kind::storm, 12, channel);
  CHECK(brief.subject == "另有12个事件：Account 1、Account 2、Account 3，另有9个");
  CHECK(brief.sections[0].items[0].rows[0].label == "收购");
  CHECK(brief.sections[1].items[0].rows[0] == BriefRow{"发送原因", "状态变化：传闻 → 已宣布", ""});
}

}  // namespace tipoff
