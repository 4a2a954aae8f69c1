#include "parse/paywall.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Only the article's own declaration counts, not that of its parts", "[parse][page]") {
  const auto declares = [](const std::string& json) {
    const HtmlDocument page("<script type='application/ld+json'>" + json + "</script>", "");
    return declares_paywall(page.root());
  };
  CHECK(declares(R"([{"isAccessibleForFree": "false"}])"));
  CHECK_FALSE(declares(R"({"hasPart": {"isAccessibleForFree": false}})"));
  CHECK_FALSE(
      declares(R"({"isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}})"));
  CHECK_FALSE(declares("not json"));
}

TEST_CASE("Words of a paywall are known in three languages", "[parse][page]") {
  CHECK(sounds_like_paywall("SUBSCRIBE to continue"));
  CHECK(sounds_like_paywall("Nur für Abonnenten"));
  CHECK(sounds_like_paywall("请登录后查看全文"));
  CHECK_FALSE(sounds_like_paywall("The company won new subscribers"));
}

}  // namespace tipoff
