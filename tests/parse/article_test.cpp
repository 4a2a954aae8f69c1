// What of an article is searched.
#include "parse/article.h"

#include "catch.h"

namespace tipoff {
namespace {

Article article(std::string title, std::string summary, std::string content = {}) {
  Article made;
  made.title = std::move(title);
  made.summary = std::move(summary);
  made.content = std::move(content);
  return made;
}

}  // namespace

TEST_CASE("The longer of summary and content is the body", "[parse][article]") {
  CHECK(news_text(article("t", "short", "a longer content"), "en").body == "a longer content");
  CHECK(news_text(article("t", "a longer summary", "short"), "en").body == "a longer summary");
  CHECK(news_text(article("t", "", ""), "en").body.empty());
}

TEST_CASE("The language is the first part of what the feed declares", "[parse][article]") {
  CHECK(news_text(article("Nordwerk kauft Altbau", ""), "de-AT").language == "de");
  CHECK(news_text(article("Nordwerk buys Altbau", ""), "EN_us").language == "en");
  CHECK(news_text(article("Nordwerk buys Altbau", ""), "").language.empty());
  CHECK(news_text(article("Nordwerk buys Altbau", ""), "<b>").language.empty());
}

TEST_CASE("A text in Chinese, Japanese or Korean is so whatever is declared", "[parse][article]") {
  CHECK(news_text(article("华东电缆收购上海仓储企业", ""), "en-us").language == "zh");
  CHECK(news_text(article("北倉庫が運送会社を買収", ""), "en-us").language == "ja");
  CHECK(news_text(article("한빛창고, 물류회사 인수", ""), "").language == "ko");
  CHECK(news_text(article("Nordwerk buys 华东", "the cable maker from the east of China"), "en")
            .language == "en");
}

TEST_CASE("A text declared Chinese but written in Latin letters is of unknown language",
          "[parse][article]") {
  CHECK(news_text(article("Nordwerk buys Altbau", ""), "zh-cn").language.empty());
}

}  // namespace tipoff
