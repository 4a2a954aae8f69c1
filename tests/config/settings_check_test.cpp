// Which addresses are plausible.
#include "config/settings_check.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A feed is found by http, https, or the whole path of a file", "[settings]") {
  for (const auto* url : {"http://a.example/", "HTTPS://a.example/x?y=z", "file:///srv/a.xml",
                          "http://127.0.0.1:80/"}) {
    CAPTURE(url);
    CHECK_FALSE(feed_url_fault(url));
  }
  for (const auto* url : {"", "a.example", "ftp://a.example", "http://", "file://a.xml", "file:///",
                          "http://a.example/ x", "http://a.example/\n"}) {
    CAPTURE(url);
    CHECK(feed_url_fault(url));
  }
  CHECK(http_url_fault("file:///srv/a.xml"));
}

TEST_CASE("A mail address is one bare address", "[settings]") {
  for (const auto* text :
       {"a@example.com", "a.b+c@mail.example.com", "root@localhost", "o'neil@example.com"}) {
    CAPTURE(text);
    CHECK(is_mail_address(text));
  }
  for (const auto* text :
       {"", "a", "@example.com", "a@", "a@b@c", "a b@example.com", "a@example.com\r\nBcc: b@c",
        "<a@b.example>", "a@b,c@d", "ä@example.com", "a@.example", "a@example."}) {
    CAPTURE(text);
    CHECK_FALSE(is_mail_address(text));
  }
}

TEST_CASE("Control characters end a line", "[settings]") {
  CHECK(is_one_line("Ünited 小米"));
  CHECK_FALSE(is_one_line("a\nb"));
  CHECK_FALSE(is_one_line("a\x7F"));
}

}  // namespace tipoff
