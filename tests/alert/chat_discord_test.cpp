#include "alert/chat_kinds.h"
#include "alert/chat_text.h"
#include "alert/sample_brief.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("Discord gets Markdown in which nobody is mentioned", "[chat]") {
  const Json payload = discord_payload(test::sample_brief());
  CHECK(payload["content"] ==
        "**2 events at your accounts**\n\nWhy this message: new\n\n"
        "**[Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps]"
        "(<https://news.example/nordwerk?id=1&lang=en>)**\n"
        "Why now: Nordwerk buys Halden Pumps and must join two supply chains.\n"
        "Call: Anna Weber, COO\nPhone: +49 (0)89 123-456\n"
        "E-mail: anna\\_weber@\u200Bnordwerk.example\n\n"
        "**Halden Pumps Ltd (4/9): Halden Pumps names Ben Frost chief executive**\n"
        "Why now: A new chief executive looks at everything anew.");
  CHECK(dump(payload["allowed_mentions"]) == R"({"parse":[]})");
}

TEST_CASE("A source in Discord is a link under its label", "[chat]") {
  Brief brief = test::brief_of({test::sample_item()});
  brief.subject = brief.sections[0].items[0].heading;
  CHECK_THAT(discord_payload(brief)["content"].get<std::string>(),
             Catch::EndsWith("\n[Source](<https://news.example/nordwerk?id=1&lang=en>)"));
}

TEST_CASE("Discord's 2,000 characters are kept, and used", "[chat]") {
  const std::size_t items = GENERATE(1, 12, 3'000);
  const std::string words =
      GENERATE(std::string("short"), std::string(900, '*'), std::string("诺德公司拟收购哈尔登泵业"),
               std::string("😀😀😀😀😀😀😀😀😀😀"));
  CAPTURE(items, words);
  const Json payload = discord_payload(test::long_brief(items, 12, words));
  const auto content = payload["content"].get<std::string>();
  CHECK(utf16_units(content) <= 2'000);
  if (items > 12) CHECK_THAT(content, Catch::Contains("\n\n+"));
  if (items > 12) CHECK(utf16_units(content) > 1'300);
}

TEST_CASE("A title that is all markup still leaves room in Discord", "[chat]") {
  Brief brief = test::long_brief(5, 5, std::string(2'000, '*'));
  brief.subject = std::string(2'000, '|');
  brief.opening = std::string(2'000, '_');
  CHECK(utf16_units(discord_payload(brief)["content"].get<std::string>()) <= 2'000);
}

}  // namespace tipoff
