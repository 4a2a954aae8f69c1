// What one change says, in the mail that tells of it.
#include "alert/trigger_brief.h"

#include "alert/mail_html.h"
#include "alert/mail_text.h"
#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {
namespace {

Brief brief_of(const TriggerNews& news, const std::string& reason) {
  return trigger_brief(test::due(news, reason), Bundle::Kind::single, MessageLanguage::english);
}

std::string alert_subject(const TriggerNews& news) {
  return trigger_subject(news, MessageLanguage::english);
}

std::string alert_text(const TriggerNews& news, const std::string& reason) {
  return mail_text(brief_of(news, reason));
}

std::string alert_html(const TriggerNews& news, const std::string& reason) {
  return mail_html(brief_of(news, reason));
}

}  // namespace

TEST_CASE("The subject names the account, its score and the headline", "[alert]") {
  TriggerNews news = test::sample_news();
  CHECK(alert_subject(news) ==
        "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps for 300 million euros");
  news.previous = Certainty::rumoured;
  CHECK(alert_subject(news) ==
        "Nordwerk AG (5/9): Announced: Nordwerk to acquire Halden Pumps for 300 million euros");
  news.story.title.clear();
  news.story.event = "executive_appointed";
  CHECK(alert_subject(news) == "Nordwerk AG (5/9): Announced: executive appointed");
}

TEST_CASE("The text tells a salesperson everything at a glance", "[alert]") {
  CHECK(alert_text(test::sample_news(), "new") ==
        "Why this message: new\n"
        "\n"
        "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps for 300 million euros\n"
        "Why now: Nordwerk buys Halden Pumps and must join two supply chains.\n"
        "Call: Anna Weber, COO\n"
        "Phone: +49 (0)89 123-456\n"
        "E-mail: anna.weber@nordwerk.example\n"
        "Evidence: Nordwerk to acquire Halden Pumps\n"
        "Event: acquisition (as acquirer), announced, 2 Mar 2026, 1 source\n"
        "Score: 5 of 9, number 3 on the call list\n"
        "Owner: jonas\n"
        "Source: https://news.example/nordwerk?id=1&lang=en\n"
        "\n"
        "== How the score adds up ==\n"
        "industry 2 of 2: Manufacturing is a target industry\n"
        "trigger 2 of 2: acquisition announced on 2 Mar 2026\n"
        "\n");
}

TEST_CASE("An event that is not the account's best tells of itself why now", "[alert]") {
  TriggerNews news = test::sample_news();
  Story best = news.story;
  best.id = news.story.id + 1;
  best.title = "Nordwerk to merge with Tessin";
  news.entry.score.events = {best, news.story};
  CHECK_THAT(alert_text(news, "new"), Catch::Contains("Why now: acquisition announced 2026"));
}

TEST_CASE("An account without a contact says what to do about it", "[alert]") {
  TriggerNews news = test::sample_news();
  news.entry.contact = {};
  CHECK_THAT(alert_text(news, "new"), Catch::Contains("Call: no contact is known yet: find one"));
}

TEST_CASE("An account below the list's top has no place to tell", "[alert]") {
  TriggerNews news = test::sample_news();
  news.entry.rank = 0;
  CHECK_THAT(alert_text(news, "new"), Catch::Contains("Score: 5 of 9\n"));
}

TEST_CASE("A deal that is off is told by its own headline, not by the account's best event",
          "[alert]") {
  TriggerNews news = test::sample_news();
  news.story.certainty = Certainty::denied;
  CHECK_THAT(alert_text(news, "state changed: announced -> denied"),
             Catch::Contains("Why now: Nordwerk to acquire Halden Pumps for 300 million euros\n"));
}

TEST_CASE("The HTML says the same, with links to call, to write and to read", "[alert]") {
  const std::string html = alert_html(test::sample_news(), "new");
  CHECK_THAT(html, Catch::StartsWith("<!DOCTYPE html>"));
  CHECK_THAT(
      html,
      Catch::Contains("<a href=\"tel:+4989123456\" style=\"color:#0a5cad\">+49 (0)89 123-456</a>"));
  CHECK_THAT(html, Catch::Contains("<a href=\"mailto:anna.weber@nordwerk.example\""));
  CHECK_THAT(html, Catch::Contains("<a href=\"https://news.example/nordwerk?id=1&amp;lang=en\""));
  CHECK_THAT(html, Catch::Contains("width=device-width"));
  CHECK_THAT(html, Catch::Contains("Manufacturing is a target industry"));
}

TEST_CASE("No hostile text becomes markup, or a line of its own", "[alert]") {
  const TriggerNews plain = test::sample_news();
  const auto count = [](const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
      ++found;
    return found;
  };
  for (const std::string_view title : test::hostile_titles) {
    TriggerNews news = plain;
    news.story.title = news.story.evidence = news.story.event = title;
    news.entry.name = news.entry.why_now = news.entry.owner = title;
    news.entry.contact.name = news.entry.contact.title = news.entry.contact.email = title;
    news.entry.score.parts[0].because = title;
    const std::string html = alert_html(news, "new");
    const std::string text = alert_text(news, "new");
    CAPTURE(html);
    CHECK(count(html, "<") <= count(alert_html(plain, "new"), "<"));
    CHECK(count(html, "<a ") <= 4);
    CHECK(count(html, "href=\"javascript") == 0);
    CHECK(count(text, "\n") <= count(alert_text(plain, "new"), "\n"));
    CHECK(text.find("\nBcc") == std::string::npos);
    CHECK(alert_subject(news).find_first_of("\r\n") == std::string::npos);
  }
}

TEST_CASE("A link cannot leave the line or the attribute that it stands in", "[alert]") {
  TriggerNews news = test::sample_news();
  news.story.url = "https://news.example/\r\nBcc: x\"onclick='y'<b>";
  const std::string safe = "https://news.example/%0D%0ABcc:%20x%22onclick=%27y%27%3Cb%3E";
  CHECK_THAT(alert_text(news, "new"), Catch::Contains("Source: " + safe + "\n"));
  CHECK_THAT(alert_html(news, "new"), Catch::Contains("<a href=\"" + safe + "\""));
}

TEST_CASE("A link that is not http or https is not shown", "[alert]") {
  for (const std::string_view link : test::hostile_links) {
    TriggerNews news = test::sample_news();
    news.story.url = link;
    CAPTURE(link);
    CHECK(alert_text(news, "new").find("Source:") == std::string::npos);
    CHECK(alert_html(news, "new").find("Source") == std::string::npos);
  }
}

}  // namespace tipoff
