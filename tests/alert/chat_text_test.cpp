#include "alert/chat_text.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Slack's three signs become entities", "[chat]") {
  CHECK(slack_text("<!channel> A & B") == "&lt;!channel&gt; A &amp; B");
  CHECK(slack_text("&lt;!channel&gt;") == "&amp;lt;!channel&amp;gt;");
  CHECK(slack_text("*bold* 诺德") == "*bold* 诺德");
}

TEST_CASE("The words of a link in Slack hold nothing that Slack would format", "[chat]") {
  CHECK(slack_link_text("*a_b~`c`|:d:") == "＊a＿b～｀c｀｜：d：");
  CHECK(slack_link_text("<a>") == "&lt;a&gt;");
}

TEST_CASE("Discord's markup is escaped, and mentions are broken", "[chat]") {
  CHECK(discord_text("**a** __b__ ~c~ `d` ||e||") ==
        "\\*\\*a\\*\\* \\_\\_b\\_\\_ \\~c\\~ \\`d\\` \\|\\|e\\|\\|");
  CHECK(discord_text("[a](https://b.example)") == "\\[a\\](https://b.example)");
  CHECK(discord_text("\\[a") == "\\\\\\[a");
  CHECK(discord_text("@everyone") == "@\u200Beveryone");
  CHECK(discord_text("<@123>") == "\\<@\u200B123\\>");
  CHECK(discord_text(":boom:") == "\\:boom:");
  CHECK(discord_text("https://b.example: c") == "https://b.example: c");
}

TEST_CASE("What would be a heading, quote or list at the beginning of a line in Discord is not",
          "[chat]") {
  CHECK(discord_text("# a") == "\\# a");
  CHECK(discord_text("- a") == "\\- a");
  CHECK(discord_text("-# a") == "\\-\\# a");
  CHECK(discord_text("> a") == "\\> a");
  CHECK(discord_text("12. a") == "12\\. a");
  CHECK(discord_text("a - 1. b") == "a - 1. b");
}

TEST_CASE("Teams' cards compute nothing", "[chat]") {
  CHECK(teams_text("{{DATE(x,SHORT)}}") == "{ {DATE(x,SHORT)}}");
  CHECK(teams_text("${x}") == "$ {x}");
  CHECK(teams_text("{{{x") == "{ { {x");
  CHECK(teams_text("<at>Anna</at>") == "＜at>Anna＜/at>");
  CHECK(teams_text("[a](b)") == "[a］(b)");
  CHECK(teams_text("**a** {b}") == "**a** {b}");
}

TEST_CASE("Feishu sees no tags", "[chat]") {
  CHECK(feishu_text("<at id=all></at>") == "＜at id=all＞＜/at＞");
  CHECK(feishu_text("@a *b*") == "@a *b*");
}

TEST_CASE("Where Markdown knows no escape, look-alikes stand for its signs", "[chat]") {
  CHECK(look_alike_text("[a](https://b.example)") == "［a］(https://b.example)");
  CHECK(look_alike_text("![](b)") == "！［］(b)");
  CHECK(look_alike_text("<@all>") == "＜＠all＞");
  CHECK(look_alike_text("*a* _b_ `c` ~d~ |e| \\f") == "＊a＊ ＿b＿ ｀c｀ ～d～ ｜e｜ ＼f");
  CHECK(look_alike_text("@all and a@b.example") == "＠all and a@b.example");
  CHECK(look_alike_text("a\u200B@\u200Ball 中@b") == "a\u200B＠\u200Ball 中＠b");
  CHECK(look_alike_text("&lt;a AT&T A & B &#60;") == "＆lt;a AT＆T A & B ＆＃60;");
  CHECK(look_alike_text("# a #b") == "＃ a ＃b");
  CHECK(look_alike_text("- a-b - c") == "－ a-b - c");
  CHECK(look_alike_text("1. a 2. b") == "1． a 2. b");
  CHECK(look_alike_text("12) a") == "12） a");
  CHECK(look_alike_text("===") == "＝==");
  CHECK(look_alike_text("+12 more, -5 %") == "+12 more, -5 %");
  CHECK(look_alike_text("诺德公司").ends_with("诺德公司"));
  CHECK(look_alike_text("").empty());
}

TEST_CASE("Text is measured as each chat measures it", "[chat]") {
  CHECK(code_points("a诺😀") == 3);
  CHECK(utf16_units("a诺😀") == 4);
  CHECK(utf16_units("") == 0);
}

}  // namespace tipoff
