// Links that whatever is written can become.
#include "alert/links.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("A number is dialled as people write it", "[alert]") {
  CHECK(phone_link("+49 (0) 89 / 123-456") == "tel:+4989123456");
  CHECK(phone_link("(089) 123.456") == "tel:089123456");
  CHECK(phone_link("+1 555 0100 ext. 12") == "tel:+15550100");
  CHECK(phone_link("+1 555 0100; +1 555 0199") == "tel:+15550100");
  CHECK(phone_link("ask Anna").empty());
  CHECK(phone_link("12").empty());
  CHECK(phone_link("").empty());
  CHECK(phone_link("\"><script>").empty());
}

TEST_CASE("Only a plain address is written to", "[alert]") {
  CHECK(mail_link("anna.weber+a_b@nordwerk.example") == "mailto:anna.weber+a_b@nordwerk.example");
  CHECK(mail_link("anna@nordwerk.example?bcc=x@evil.example").empty());
  CHECK(mail_link("anna at nordwerk").empty());
  CHECK(mail_link("").empty());
}

TEST_CASE("Only http and https are read", "[alert]") {
  CHECK(source_link("https://news.example/a?b=1") == "https://news.example/a?b=1");
  for (const std::string_view link : test::hostile_links) {
    CAPTURE(link);
    CHECK(source_link(link).empty());
  }
  CHECK(source_link("https://news.example/" + std::string(2000, 'a')).empty());
}

}  // namespace tipoff
