// X-Hub-Signature, against values that `openssl dgst -hmac` computed.
#include "net/hub_signature.h"

#include "catch.h"

namespace tipoff {

namespace {

const std::string secret = "key of ours";
const std::string body = "body of a push";
const std::string sha1 = "32353fdb88763198186446a3e3d55c95db5b1e10";
const std::string sha256 = "cf3f832cf2c31be46b43ae67b449b3a22afca31a84b882fa68abf7f846df1264";
const std::string sha384 =
    "f1d5e2aeb18d8cb1ce05aac7ab4a91aa37ec95ab26208cc87adecbdca5b4a15a"
    "25e402915e369a7c7ad10a929f65706b";
const std::string sha512 =
    "439c3ed4e174b73deb83b8e1b52f28dcfa7ada4c7e648813a350802a894eda1b"
    "3d13e664d05b541532f874d2d70169616d3368308fabdf0dbce7ffdce04ddcb2";

}  // namespace

TEST_CASE("Each method of the Recommendation is verified", "[push]") {
  CHECK(is_signed_by_hub("sha1=" + sha1, secret, body));
  CHECK(is_signed_by_hub("sha256=" + sha256, secret, body));
  CHECK(is_signed_by_hub("sha384=" + sha384, secret, body));
  CHECK(is_signed_by_hub("sha512=" + sha512, secret, body));
}

TEST_CASE("A hub may write method and digest in capitals", "[push]") {
  std::string capitals = sha1;
  for (char& c : capitals) c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  CHECK(is_signed_by_hub("SHA1=" + capitals, secret, body));
}

TEST_CASE("What was signed with another secret, or of another body, is not the hub's", "[push]") {
  CHECK_FALSE(is_signed_by_hub("sha256=" + sha256, "key of others", body));
  CHECK_FALSE(is_signed_by_hub("sha256=" + sha256, secret, body + " "));
  CHECK_FALSE(is_signed_by_hub("sha256=" + sha256, secret, ""));
  CHECK_FALSE(is_signed_by_hub("sha256=" + sha256, "", body));
}

TEST_CASE("What is no signature is not the hub's", "[push]") {
  const auto header =
      GENERATE(std::string(), std::string("sha256"), std::string("sha256="), "md5=" + sha1, sha256,
               "sha1=" + sha256, "sha256=" + sha256.substr(1), "sha256=" + sha256 + "0",
               " sha256=" + sha256);
  CAPTURE(header);
  CHECK_FALSE(is_signed_by_hub(header, secret, body));
}

TEST_CASE("Random text is long enough, and never the same", "[push]") {
  const std::string one = random_hex(16);
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != random_hex(16));
}

}  // namespace tipoff
