#include "alert/voice.h"

#include "alert/sample_news.h"
#include "catch.h"

namespace tipoff {

TEST_CASE("A channel speaks its own language, by the clock that its policy is written in",
          "[alert]") {
  Channel channel = test::sample_mail();
  CHECK(voice_of(channel) == Voice{});
  channel.language = MessageLanguage::chinese;
  channel.policy.digest.emplace();
  channel.policy.digest->at.zone = "Asia/Shanghai";
  CHECK(voice_of(channel) == Voice{.language = MessageLanguage::chinese, .zone = "Asia/Shanghai"});
}

}  // namespace tipoff
