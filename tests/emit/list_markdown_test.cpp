// The call list as Markdown.
#include "emit/list_markdown.h"

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

TEST_CASE("The list is a Markdown table with links to the news", "[emit]") {
  CHECK(markdown_of(samples::call_list(), {.top = 0, .with_disqualified = true, .width = 100}) ==
        "# Call list\n\nversion 12, 2026-03-02 08:00 UTC\n\n"
        "| Rank | Score | Account | Why now | Contact |\n"
        "| ---: | ---: | --- | --- | --- |\n"
        "| 1 | 6/11 | Brunnwerk AG | [merger announced 2026-03-02 as acquirer: “Brunnwerk and "
        "Talhof to merge in "
        "autumn” (wire.example)](https://www.wire.example/2026/brunnwerk) | Jana Holt, COO, +49 30 "
        "5550-17, "
        "holt@brunnwerk.example |\n"
        "| 2 | 6/11 | 和顺机械股份有限公司 |  |  |\n"
        "\n## Not on the list\n\n| Account | Because |\n| --- | --- |\n"
        "| Eiche \\& Sohn | region France matches no target (Germany) |\n");
}

TEST_CASE("Text from a feed stays text in Markdown", "[emit]") {
  const std::string text =
      markdown_of(samples::list_telling("|x| [a](javascript:b) <script>\n# big"), {});
  CHECK_THAT(text, Catch::Contains(R"(\|x\| \[a\](javascript:b) \<script\> \# big)"));
  CHECK(std::ranges::count(text, '\n') == 7);
}

}  // namespace tipoff
