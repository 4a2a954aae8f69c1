#include "alert/chat_lines.h"

#include "alert/chat_text.h"
#include "alert/sample_brief.h"
#include "catch.h"

namespace tipoff {
namespace {

using Kind = ChatLine::Kind;

bool anything(const ChatLines&) {
  return true;
}

auto at_most(std::size_t lines) {
  return [lines](const ChatLines& some) { return some.size() <= lines; };
}

std::size_t count(const ChatLines& lines, Kind kind) {
  std::size_t number = 0;
  for (const ChatLine& line : lines) number += line.kind == kind ? 1 : 0;
  return number;
}

std::string last_text(const ChatLines& lines) {
  return lines.back().text;
}

}  // namespace

TEST_CASE("A brief becomes lines in its own order", "[chat]") {
  const auto lines = chat_lines(test::sample_brief(), {}, anything);
  REQUIRE(lines.size() == 9);
  CHECK(lines[0] == ChatLine{Kind::title, "", "2 events at your accounts", ""});
  CHECK(lines[1] == ChatLine{Kind::opening, "", "Why this message: new", ""});
  CHECK(lines[2] == ChatLine{Kind::heading, "",
                             "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps",
                             "https://news.example/nordwerk?id=1&lang=en"});
  CHECK(lines[5] == ChatLine{Kind::row, "Phone", "+49 (0)89 123-456", "tel:+4989123456"});
  CHECK(lines[7].kind == Kind::heading);
}

TEST_CASE("A source that the heading leads to is not told twice", "[chat]") {
  for (const ChatLine& line : chat_lines(test::sample_brief(), {}, anything))
    CHECK(line.label != "Source");
}

TEST_CASE("A lone item whose heading is the title is told under the title", "[chat]") {
  Brief brief = test::brief_of({test::sample_item()});
  brief.subject = brief.sections[0].items[0].heading;
  const auto lines = chat_lines(brief, {}, anything);
  CHECK(count(lines, Kind::heading) == 0);
  CHECK(lines.back().label == "Source");

  brief.sections[0].items[0].rows.pop_back();
  const auto without_source = chat_lines(brief, {}, anything);
  CHECK(without_source[2].link == "https://news.example/nordwerk?id=1&lang=en");
}

TEST_CASE("Where room is short the last rows go first, from all items alike", "[chat]") {
  const auto lines = chat_lines(test::long_brief(3, 4, "words"), {}, at_most(2 + 3 * 3));
  CHECK(count(lines, Kind::heading) == 3);
  CHECK(count(lines, Kind::row) == 6);
  CHECK(lines[4].label == "Label 2");
  CHECK(count(lines, Kind::count) == 0);
}

TEST_CASE("Where not even the headings fit, the items that are left out are counted", "[chat]") {
  const std::size_t room = GENERATE(3, 4, 10, 101);
  CAPTURE(room);
  const auto lines = chat_lines(test::long_brief(100, 2, "words"), {}, at_most(room));
  CHECK(lines.size() == room);
  CHECK(count(lines, Kind::heading) == room - 3);
  CHECK(last_text(lines) == "+" + std::to_string(100 - (room - 3)) + " more");
}

TEST_CASE("What the brief only counts is counted too, in every language", "[chat]") {
  Brief brief = test::long_brief(10, 0, "words");
  brief.more = 5;
  CHECK(last_text(chat_lines(brief, {}, anything)) == "+5 more");
  CHECK(last_text(chat_lines(brief, {}, at_most(7))) == "+11 more");
  brief.language = MessageLanguage::chinese;
  CHECK(last_text(chat_lines(brief, {}, at_most(7))) == "另有 11 条");
}

TEST_CASE("A section is named where one of its items is shown", "[chat]") {
  Brief brief = test::long_brief(1, 0, "words");
  brief.sections[0].heading = "Today's calls";
  brief.sections.push_back({"What moved", test::long_brief(2, 0, "words").sections[0].items});
  CHECK(count(chat_lines(brief, {}, anything), Kind::section) == 2);
  const auto cut = chat_lines(brief, {}, at_most(5));
  CHECK(count(cut, Kind::section) == 1);
  CHECK(last_text(cut) == "+2 more");
}

TEST_CASE("Rows that explain an item are no item of their own", "[chat]") {
  Brief brief = test::brief_of({test::sample_item()});
  brief.subject = brief.sections[0].items[0].heading;
  BriefItem points;
  points.rows = {{"industry 2 of 2", "Manufacturing is a target", ""}};
  brief.sections.push_back({"How the score adds up", {points}});
  const auto whole = chat_lines(brief, {}, anything);
  CHECK(count(whole, Kind::heading) == 0);
  CHECK(whole.back().text == "Manufacturing is a target");
  const auto cut = chat_lines(brief, {}, at_most(2));
  CHECK(cut.size() == 2);
}

TEST_CASE("Where nothing fits the title stands alone", "[chat]") {
  const auto lines =
      chat_lines(test::long_brief(3, 1, "words"), {}, [](const ChatLines&) { return false; });
  CHECK(lines.front().kind == Kind::title);
  CHECK(last_text(lines) == "+3 more");
}

TEST_CASE("A message without a subject still has a title", "[chat]") {
  Brief brief;
  CHECK(chat_lines(brief, {}, anything).front().text == "Tipoff");
}

TEST_CASE("Only addresses that may be tapped on stay links", "[chat]") {
  const auto link_of = [](const std::string& link) {
    BriefItem item;
    item.heading = "words";
    item.rows = {{"", "text", link}};
    return chat_lines(test::brief_of({item}), {}, anything).back().link;
  };
  CHECK(link_of("https://news.example/a?b=c&d=e") == "https://news.example/a?b=c&d=e");
  CHECK(link_of("tel:+4989123456") == "tel:+4989123456");
  CHECK(link_of("mailto:a.b-c_d+e@b.example") == "mailto:a.b-c_d+e@b.example");
  CHECK(link_of("https://news.example/a)(b|c>d") == "https://news.example/a%29%28b%7Cc%3Ed");
  CHECK(link_of("https://news.example/" + std::string(2'000, 'a')).empty());
  for (const char* bad : {"javascript:alert(1)", "tel:", "tel:1;ext=2", "mailto:a@b.example?bcc=c",
                          "mailto:", "data:text/html,x", "news.example", "https://",
                          "https://news.example/\r\nx", "httpx://news.example"}) {
    CAPTURE(bad);
    CHECK(link_of(bad).empty());
  }
}

TEST_CASE("Text is cut at its limit of characters, never inside one", "[chat]") {
  CHECK(clipped("诺德公司拟收购", 7) == "诺德公司拟收购");
  CHECK(clipped("诺德公司拟收购", 6) == "诺德公司拟…");
  CHECK(clipped("Nord werk", 6) == "Nord…");
  CHECK(clipped("abc", 1) == "…");
  CHECK(clipped("", 5).empty());
  CHECK(clipped(" a\r\n b ", 5) == "a b");
}

TEST_CASE("A label is set off as the language does", "[chat]") {
  CHECK(labelled("Phone", "1", MessageLanguage::english) == "Phone: 1");
  CHECK(labelled("电话", "1", MessageLanguage::chinese) == "电话：1");
  CHECK(labelled("", "1", MessageLanguage::english) == "1");
}

}  // namespace tipoff
