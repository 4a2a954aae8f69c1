// Briefs as plain text.
#include "alert/mail_text.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A mail's text opens with its reason, and goes through its sections", "[alert]") {
  Brief brief;
  brief.opening = "digest";
  brief.sections = {
      {.heading = "Calls",
       .items = {{.heading = "1. Nordwerk AG (5/9)",
                  .link = "https://news.example/1",
                  .rows = {{"Phone", "089 123", "tel:089123"}, {"", "no label", ""}}}}},
      {.heading = "", .items = {{.heading = "", .link = "", .rows = {{"Left", "Halden AG", ""}}}}}};
  brief.more = 12;
  CHECK(mail_text(brief) ==
        "Why this message: digest\n"
        "\n"
        "== Calls ==\n"
        "1. Nordwerk AG (5/9)\n"
        "Phone: 089 123\n"
        "no label\n"
        "https://news.example/1\n"
        "\n"
        "Left: Halden AG\n"
        "\n"
        "+12 more: tipoff event list\n");
}

TEST_CASE("A link that a line shows is not shown twice", "[alert]") {
  Brief brief;
  const std::string link = "https://news.example/1";
  brief.sections = {
      {.heading = "", .items = {{.heading = "A", .link = link, .rows = {{"Source", link, link}}}}}};
  const std::string text = mail_text(brief);
  CHECK(text.find(link) == text.rfind(link));
}

TEST_CASE("The words around are in the language of the brief", "[alert]") {
  Brief brief;
  brief.language = MessageLanguage::chinese;
  brief.opening = "新事件";
  brief.more = 3;
  CHECK(mail_text(brief) == "发送原因：新事件\n\n另有3个：tipoff event list\n");
}

}  // namespace tipoff
