// Articles out of the pages around them.
#include "parse/page_text.h"

#include "catch.h"

namespace tipoff {
namespace {

const std::string first =
    "Halden Pumps said on Monday that it will acquire Tessin Valves, a maker of valves, for 40 "
    "million euros in cash.";
const std::string second =
    "The deal, which the boards of both companies have approved, is expected to close in the third "
    "quarter, the company said.";

std::string page(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html><head><title>T</title>" + head + "</head><body>" + body +
         "</body></html>";
}

}  // namespace

TEST_CASE("The article is told from what stands around it", "[parse][page]") {
  const auto found =
      page_text(page("<nav><p>" + first +
                     "</p></nav><header><ul><li><a href='/'>Home</a></li></ul></header>"
                     "<div class='content'><h1>Halden to buy Tessin</h1><p>" +
                     first +
                     "</p><p>Read also: "
                     "<a href='/x'>a long list of other things that you may want to read here "
                     "today</a></p><p>" +
                     second + "</p><div class='related-articles'><p>" + first +
                     "</p></div></div>"
                     "<aside><p>" +
                     second + "</p></aside><footer><p>" + first + "</p></footer>"),
                "text/html");
  CHECK(found.text == first + "\n" + second);
  CHECK_FALSE(found.paywalled);
}

TEST_CASE("A Chinese page with breaks instead of paragraphs is read", "[parse][page]") {
  const std::string a =
      "卓远重工今日公告称，公司拟以现金方式收购明泽阀门全部股权，交易金额约为三亿元人民币，资金来自"
      "自有资金。";
  const std::string b =
      "公告显示，本次交易已经双方董事会审议通过，预计将于今年第三季度完成交割，不构成重大资产重组"
      "。";
  const auto found = page_text(
      page("<div id=menu>首页 新闻 财经</div><div id='artibody'>　　" + a + "<br><br>　　" + b +
           "<br></div><div "
           "class='copyright'>版权所有，未经许可不得转载，违者必究，本站保留所有权利和最终解释权。<"
           "/div>"),
      "text/html; charset=utf-8");
  CHECK(found.text == a + "\n" + b);
}

TEST_CASE("A page in GB18030 is read by its own declaration", "[parse][page]") {
  const std::string text =
      "<html><head><meta "
      "charset=\"gb2312\"></head><body><p>\xB2\xFA\xD2\xB5\xD0\xC2\xCE\xC5\xA3\xAC"
      "\xB2\xFA\xD2\xB5\xD0\xC2\xCE\xC5\xA3\xAC\xB2\xFA\xD2\xB5\xD0\xC2\xCE\xC5\xA3\xAC\xB2\xFA\xD2"
      "\xB5"
      "\xD0\xC2\xCE\xC5\xA3\xAC\xB2\xFA\xD2\xB5\xD0\xC2\xCE\xC5\xA1\xA3</p></body></html>";
  CHECK_THAT(page_text(text, "text/html").text, Catch::StartsWith("产业新闻，产业新闻"));
}

TEST_CASE("A page that says it is closed is a paywall", "[parse][page]") {
  const std::string article = "<p>" + first + "</p>";
  for (
      const char* head :
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>)",
       R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"isAccessibleForFree":"False"}]}</script>)",
       R"(<meta property="article:content_tier" content="locked">)"})
    CHECK(page_text(page(article, head), "text/html").paywalled);
  CHECK_FALSE(
      page_text(page(article,
                     R"(<script type="application/ld+json">{"isAccessibleForFree":true}</script>)"),
                "text/html")
          .paywalled);
}

TEST_CASE("A beginning that ends in an offer is a paywall, a whole article with one is not",
          "[parse][page]") {
  const std::string offer = "<div class=x>Already a subscriber? Sign in</div>";
  CHECK(page_text(page("<p>" + first + "</p>" + offer), "text/html").paywalled);
  CHECK(page_text(page("<p>登录后阅读全文</p>"), "text/html").paywalled);
  std::string whole;
  for (int i = 0; i < 6; ++i) whole += "<p>" + second + "</p>";
  CHECK_FALSE(page_text(page(whole + offer), "text/html").paywalled);
}

TEST_CASE("A page without an article has no text", "[parse][page]") {
  CHECK(page_text("", "text/html").text.empty());
  CHECK(page_text(page("<ul><li><a href=1>one</a><li><a href=2>two</a></ul>"), "text/html")
            .text.empty());
}

TEST_CASE("A page's text is bounded, whatever it holds", "[parse][page]") {
  std::string body;
  for (int i = 0; i < 3000; ++i) body += "<p>" + second + "</p>";
  CHECK(page_text(page(body), "text/html").text.size() <= longest_page_text);
  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "<div><p>x";
  CHECK_NOTHROW(page_text(deep, "text/html"));
}

}  // namespace tipoff
