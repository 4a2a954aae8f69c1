// Text made safe for HTML and Markdown.
#include "emit/markup.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("HTML's own characters are escaped", "[emit]") {
  CHECK(escape_html(R"(<a href="x" title='y'>Holt & Sohn</a>)") ==
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;Holt &amp; Sohn&lt;/a&gt;");
  CHECK(escape_html("和顺 “x”") == "和顺 “x”");
}

TEST_CASE("Markdown's own characters are escaped, on one line", "[emit]") {
  CHECK(escape_markdown("a|b *c* [d](e)\n# f <g>") == R"(a\|b \*c\* \[d\](e) \# f \<g\>)");
}

TEST_CASE("Only http and https make a link, and nothing ends it early", "[emit]") {
  CHECK(safe_link("https://wire.example/a?b=c&d=e#f") == "https://wire.example/a?b=c&d=e#f");
  CHECK(safe_link("https://wire.example/a (b)|\"<c>") ==
        "https://wire.example/a%20%28b%29%7C%22%3Cc%3E");
  CHECK(safe_link("javascript:alert(1)").empty());
  CHECK(safe_link("data:text/html,x").empty());
  CHECK(safe_link("//wire.example/a").empty());
  CHECK(safe_link("").empty());
}

}  // namespace tipoff
