// Under which names the server answers.
#include "web/host_rule.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Loopback is always allowed, with and without a port", "[web]") {
  const auto host = GENERATE("localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080",
                             "127.8.9.1", "[::1]", "[::1]:8080");
  CAPTURE(host);
  CHECK(HostRule({}).allows(host));
}

TEST_CASE("The names that were configured are allowed, in any case", "[web]") {
  const HostRule rule({"Tipoff.Example.com", "10.0.0.7", "fd00::7"});
  CHECK(rule.allows("tipoff.example.com"));
  CHECK(rule.allows("TIPOFF.example.com:443"));
  CHECK(rule.allows("10.0.0.7:8080"));
  CHECK(rule.allows("[fd00::7]:8080"));
}

TEST_CASE("Every other name is turned away", "[web]") {
  const HostRule rule({"tipoff.example.com", ""});
  const auto host = GENERATE("", " ", "evil.example", "tipoff.example.com.evil.example",
                             "evil.example/tipoff.example.com", "evil.example@tipoff.example.com",
                             "127.evil.example", "127.0.0.1.evil.example", "localhost.evil.example",
                             "10.0.0.1", "[::2]", "::1:evil");
  CAPTURE(host);
  CHECK_FALSE(rule.allows(host));
}

}  // namespace tipoff
