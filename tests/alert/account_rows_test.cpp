// What a message says of an account.
#include "alert/account_rows.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

namespace {

constexpr auto english = MessageLanguage::english;
constexpr auto chinese = MessageLanguage::chinese;

CallListEntry entry_with_event() {
  CallListEntry entry = test::sample_news().entry;
  entry.score.events = {test::sample_story()};
  return entry;
}

}  // namespace

TEST_CASE("The standing is the score and the place", "[alert]") {
  CallListEntry entry = test::sample_news().entry;
  CHECK(standing_words(entry, english) == "5 of 9, number 3 on the call list");
  entry.rank = 0;
  CHECK(standing_words(entry, english) == "5 of 9");
  CHECK(score_in_short(entry.score) == "5/9");
}

TEST_CASE("Why now is the call list's sentence, and its like in Chinese", "[alert]") {
  const CallListEntry entry = entry_with_event();
  CHECK(why_now_words(entry, english) == entry.why_now);
  CHECK(why_now_words(entry, chinese) ==
        "收购（已宣布，2026年3月2日，收购方）：“Nordwerk to acquire Halden Pumps for 300 million "
        "euros” (news.example)");
  CallListEntry without = entry;
  without.score.events.clear();
  CHECK(why_now_words(without, chinese) == entry.why_now);
}

TEST_CASE("A contact is called, dialled and written to", "[alert]") {
  const auto rows = contact_rows(test::sample_news().entry, english);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == BriefRow{"Call", "Anna Weber, COO", ""});
  CHECK(rows[1] == BriefRow{"Phone", "+49 (0)89 123-456", "tel:+4989123456"});
  CHECK(rows[2] ==
        BriefRow{"E-mail", "anna.weber@nordwerk.example", "mailto:anna.weber@nordwerk.example"});
}

TEST_CASE("Where there is no contact the line says what to do", "[alert]") {
  const auto rows = contact_rows(CallListEntry{}, chinese);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].label == "致电");
  CHECK_THAT(rows[0].text, Catch::Contains("暂无联系人"));
}

TEST_CASE("Each part of the score has its points and its reason", "[alert]") {
  AccountScore score;
  score.parts = {
      test::part(Criterion::industry, 2, 2, "industry Manufacturing is a target (very important)"),
      test::part(Criterion::region, 0, 1, "no target regions are set")};
  const auto rows = score_rows(score, english);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0] ==
        BriefRow{"industry 2 of 2", "industry Manufacturing is a target (very important)", ""});
  const auto in_chinese = score_rows(score, chinese);
  CHECK(in_chinese[0] == BriefRow{"行业 2/2", "行业“Manufacturing”是目标（非常重要）", ""});
  CHECK(in_chinese[1] == BriefRow{"地区 0/1", "未设置目标地区", ""});
}

TEST_CASE("In Chinese the reason of the trigger's points is the event", "[alert]") {
  AccountScore score = entry_with_event().score;
  score.parts = {test::part(Criterion::trigger, 2, 2, "acquisition announced 2026-03-02: ..")};
  CHECK(score_rows(score, chinese)[0].text == why_now_words(entry_with_event(), chinese));
  CHECK(score_rows(score, english)[0].text == "acquisition announced 2026-03-02: ..");
}

TEST_CASE("A sentence is one clean line of bounded length", "[alert]") {
  CHECK(sentence("Nordwerk\r\nbuys") == "Nordwerk buys");
  CHECK(sentence(std::string(5000, 'a')).size() <= 600);
}

}  // namespace tipoff
