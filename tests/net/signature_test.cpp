#include "net/signature.h"

#include <algorithm>
#include <set>

#include "catch.h"

namespace tipoff {

namespace {
std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}
}  // namespace

TEST_CASE("A webhook's signature is the one that Standard Webhooks 1.0 gives as an example",
          "[signature]") {
  const std::vector<std::string> secrets{"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"};
  CHECK(*webhook_signature(secrets, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                           R"({"test": 2432232314})") ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("While secrets rotate, each signs", "[signature]") {
  const std::vector<std::string> first{"whsec_YWFhYQ=="};
  const std::vector<std::string> second{"whsec_YmJiYg=="};
  const std::vector<std::string> both{first[0], second[0]};
  CHECK(*webhook_signature(both, "id", 1, "{}") ==
        *webhook_signature(first, "id", 1, "{}") + " " + *webhook_signature(second, "id", 1, "{}"));
}

TEST_CASE("A secret that is none is refused without repeating it", "[signature]") {
  const auto [secret, message] = GENERATE(table<std::string, std::string>({
      {"open sesame", "a webhook's secret begins with whsec_"},
      {"whsec_not base64", "what follows whsec_ in a webhook's secret must be base64"},
      {"whsec_", "what follows whsec_ in a webhook's secret must be base64"},
  }));
  const auto signature = webhook_signature(std::vector{secret}, "id", 1, "{}");
  REQUIRE_FALSE(signature);
  CHECK(signature.error().message == message);
  CHECK_FALSE(webhook_signature({}, "id", 1, "{}"));
}

TEST_CASE("HMAC-SHA256 gives RFC 4231's answers", "[signature]") {
  CHECK(hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hex(hmac_sha256("", "")) ==
        "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST_CASE("Base64 gives RFC 4648's answers, both ways", "[signature]") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"foobar", "Zm9vYmFy"}}));
  CHECK(base64(bytes) == text);
  CHECK(*from_base64(text) == bytes);
}

TEST_CASE("Base64 may lack its padding, but not its end", "[signature]") {
  CHECK(*from_base64("Zg") == "f");
  CHECK_FALSE(from_base64("Z"));
  CHECK_FALSE(from_base64("Zm9v\n"));
  CHECK_FALSE(from_base64("Zm-_"));
}

TEST_CASE("Random numbers differ", "[signature]") {
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 100; ++i) seen.insert(random_number());
  CHECK(seen.size() == 100);
}

TEST_CASE("Chance is at least 0 and below 1, and wanders", "[signature]") {
  double lowest = 1;
  double highest = 0;
  for (int i = 0; i < 1000; ++i) {
    const double drawn = chance();
    CHECK((drawn >= 0 && drawn < 1));
    lowest = std::min(lowest, drawn);
    highest = std::max(highest, drawn);
  }
  CHECK(lowest < 0.1);
  CHECK(highest > 0.9);
}

TEST_CASE("Feishu's known answer comes out", "[signature]") {
  CHECK(feishu_signature("demo", 1'599'360'473) == "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
}

TEST_CASE("DingTalk's known answer comes out", "[signature]") {
  CHECK(dingtalk_signature("SECdemo", 1'599'360'473'000) ==
        "tGWkA5eQOQNCNPDgphtxIoNLO+/gD8Lcb705KQoRzeY=");
}

}  // namespace tipoff
