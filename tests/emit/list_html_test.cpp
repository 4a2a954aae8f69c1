// The call list as a web page.
#include "emit/list_html.h"

#include <pugixml.hpp>

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

namespace {

constexpr RenderOptions everything{.top = 0, .with_disqualified = true, .width = 100};

}  // namespace

TEST_CASE("The page shows the list with its reasons, links and ways to call", "[emit]") {
  const std::string page = html_of(samples::call_list(), everything);
  CHECK_THAT(page, Catch::StartsWith("<!doctype html>"));
  CHECK_THAT(page, Catch::Contains("<h1>Call list</h1>"));
  CHECK_THAT(page, Catch::Contains("version 12, 2026-03-02 08:00 UTC"));
  CHECK_THAT(page,
             Catch::Contains(
                 R"(<span class="name">Brunnwerk AG</span> <span class="movement">new</span>)"));
  CHECK_THAT(page, Catch::Contains("2 of 2: industry Manufacturing is a target (very important)"));
  CHECK_THAT(
      page, Catch::Contains(
                R"(<a href="https://www.wire.example/2026/brunnwerk" rel="noopener noreferrer">)"));
  CHECK_THAT(page, Catch::Contains(R"(<a href="tel:+4930555017">+49 30 5550-17</a>)"));
  CHECK_THAT(page, Catch::Contains(R"(<a href="mailto:holt@brunnwerk.example">)"));
  CHECK_THAT(page, Catch::Contains("Eiche &amp; Sohn"));
  CHECK_THAT(html_of(samples::call_list(), {}), !Catch::Contains("Eiche"));
}

TEST_CASE("The page stands alone and knows dark, narrow and paper", "[emit]") {
  const std::string page = html_of(samples::call_list(), everything);
  CHECK_THAT(page, Catch::Contains("prefers-color-scheme: dark"));
  CHECK_THAT(page, Catch::Contains("@media print"));
  CHECK_THAT(page, Catch::Contains("max-width: 40rem"));
  for (const char* loads : {"<script", "<link", "<img", "src=", "@import", "url("})
    CHECK_THAT(page, !Catch::Contains(loads));
}

TEST_CASE("The elements of the page nest soundly", "[emit]") {
  const std::string page = html_of(samples::call_list(), everything);
  std::string body = page.substr(page.find("<body>"));
  for (std::size_t at = body.find("<br>"); at != std::string::npos; at = body.find("<br>"))
    body.replace(at, 4, "<br/>");
  body.resize(body.find("</html>"));
  pugi::xml_document document;
  const auto result = document.load_string(body.c_str());
  INFO(result.description());
  CHECK(result.status == pugi::status_ok);
  CHECK(document.select_nodes("//tbody/tr").size() == 3);
}

TEST_CASE("Text from a feed stays text on the page", "[emit]") {
  for (const std::string text :
       {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
        "javascript:alert(1)", "https://a.example/\" onclick=\"x"}) {
    CAPTURE(text);
    const std::string page = html_of(samples::list_telling(text), everything);
    CHECK_THAT(page, !Catch::Contains("<script") && !Catch::Contains("<img") &&
                         !Catch::Contains("\" on") && !Catch::Contains("' on") &&
                         !Catch::Contains("href=\"javascript"));
  }
}

TEST_CASE("A page of an empty list says so", "[emit]") {
  CHECK_THAT(html_of({}, {}),
             Catch::Contains("The call list is empty.") && Catch::Contains("no version yet"));
}

}  // namespace tipoff
