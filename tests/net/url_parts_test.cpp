#include "net/url_parts.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("A URL is taken apart as libcurl will read it", "[url_parts]") {
  const auto read = url_parts("HTTPS://Wire.Example:8443/a b/%41?q=1#part");
  REQUIRE(read);
  const auto& parts = *read;
  CHECK(parts.scheme == "https");
  CHECK(parts.host == "wire.example");
  CHECK(parts.path == "/a b/A");
  CHECK_THAT(parts.url, Catch::EndsWith(":8443/a%20b/%41?q=1"));
  CHECK(parts.is_http());
  CHECK_FALSE(parts.has_literal_address());
}

TEST_CASE("Addresses in disguise are seen through", "[url_parts]") {
  const auto [url, host] = GENERATE(table<std::string, std::string>({
      {"http://2130706433/", "127.0.0.1"},
      {"http://0x7f.1/", "127.0.0.1"},
      {"http://0177.0.0.1/", "127.0.0.1"},
      {"http://user:secret@10.0.0.1/", "10.0.0.1"},
      {"http://[0:0:0:0:0:0:0:1]/", "[::1]"},
  }));
  CAPTURE(url);
  const auto parts = *url_parts(url);
  CHECK(parts.host == host);
  CHECK(parts.has_literal_address());
}

TEST_CASE("What is no URL is refused without repeating it", "[url_parts]") {
  const std::string url = GENERATE(as<std::string>{}, "", "wire.example/rss", "http://",
                                   "http://us er@x y/", std::string("http://a\0b/", 11));
  const auto parts = url_parts(url);
  REQUIRE_FALSE(parts);
  CHECK(parts.error().message == "the address is not a valid URL");
}

TEST_CASE("A file's path is plain", "[url_parts]") {
  const auto parts = *url_parts("file:///srv/my%20feeds/%E4%B8%AD.xml");
  CHECK(parts.scheme == "file");
  CHECK(parts.path == "/srv/my feeds/\xE4\xB8\xAD.xml");
  CHECK_FALSE(parts.is_http());
}

}  // namespace tipoff
