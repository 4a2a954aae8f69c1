// Briefs as pages for a phone.
#include "alert/mail_html.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

namespace {

Brief brief_of(const std::string& text, const std::string& link) {
  Brief brief;
  brief.opening = text;
  brief.sections = {
      {.heading = text, .items = {{.heading = text, .link = link, .rows = {{text, text, link}}}}}};
  return brief;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("A page fits a narrow phone and loads nothing", "[alert]") {
  const std::string html = mail_html(brief_of("Nordwerk", "https://news.example/"));
  CHECK_THAT(html, Catch::StartsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK_THAT(html, Catch::Contains("width=device-width"));
  CHECK_THAT(html, Catch::Contains("overflow-wrap:anywhere"));
  CHECK_THAT(html, !Catch::Contains("<img") && !Catch::Contains("<script") &&
                       !Catch::Contains("<link") && !Catch::Contains("@import"));
}

TEST_CASE("Headings and lines lead where their links do", "[alert]") {
  const std::string html = mail_html(brief_of("Nordwerk", "tel:+4989123"));
  CHECK(count(html, "<a href=\"tel:+4989123\"") == 2);
}

TEST_CASE("A link that is none of http, https, tel and mailto is not followed", "[alert]") {
  for (const std::string_view link : test::hostile_links) {
    if (link == "https://" || link == "https:///path")
      continue;  // source_link lets none of them by
    CAPTURE(link);
    CHECK(count(mail_html(brief_of("Nordwerk", std::string(link))), "<a ") == 0);
  }
}

TEST_CASE("No text becomes markup, wherever it stands", "[alert]") {
  const std::size_t plain = count(mail_html(brief_of("Nordwerk", "")), "<");
  for (const std::string_view title : test::hostile_titles) {
    CAPTURE(title);
    CHECK(count(mail_html(brief_of(std::string(title), "")), "<") <= plain);
  }
}

TEST_CASE("The page says its language and how many more there are", "[alert]") {
  Brief brief;
  brief.language = MessageLanguage::chinese;
  brief.more = 4;
  const std::string html = mail_html(brief);
  CHECK_THAT(html, Catch::Contains("<html lang=\"zh\">"));
  CHECK_THAT(html, Catch::Contains("另有4个"));
}

}  // namespace tipoff
