// Test messages of each kind of channel.
#include "pipeline/alert_trial.h"

#include "catch.h"
#include "fakes/scripted_mail.h"
#include "fakes/scripted_transport.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

const Time noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};

Channel channel(ChannelKind kind, const std::string& url) {
  Channel channel;
  channel.name = "desk";
  channel.kind = kind;
  channel.url = url;
  return channel;
}

struct Wire {
  fakes::ScriptedTransport network;
  fakes::ScriptedMail mail;

  std::vector<TrialAnswer> send(const Channel& channel) {
    return try_channel(channel, network, mail, noon, 1s);
  }
};

}  // namespace

TEST_CASE("A chat's answer counts by its body, and its address is not told", "[alert_trial]") {
  Wire wire;
  const std::string url = "https://open.feishu.cn/open-apis/bot/v2/hook/topsecret";
  wire.network.answer(url, 200, R"({"code":19001,"msg":"param invalid"})");
  const auto refused = wire.send(channel(ChannelKind::feishu, url));
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].recipient == "desk");
  CHECK_FALSE(refused[0].accepted);
  CHECK_THAT(refused[0].answer, Catch::Contains("19001") && !Catch::Contains("topsecret"));
  wire.network.answer(url, 200, R"({"code":0,"msg":"success"})");
  CHECK(wire.send(channel(ChannelKind::feishu, url))[0].accepted);
}

TEST_CASE("A test of a Chinese alert is in Chinese", "[alert_trial]") {
  Wire wire;
  const std::string url = "https://hooks.slack.com/services/T0/B0/x";
  wire.network.answer(url, 200, "ok");
  Channel slack = channel(ChannelKind::slack, url);
  slack.language = MessageLanguage::chinese;
  CHECK(wire.send(slack)[0].accepted);
  REQUIRE(wire.network.asked().size() == 1);
  CHECK_THAT(wire.network.asked()[0].body, Catch::Contains("测试"));
}

TEST_CASE("A receiver that does not answer does not keep anybody waiting", "[alert_trial]") {
  Wire wire;
  Channel hook = channel(ChannelKind::webhook, "https://crm.example/");
  hook.secrets = {"whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u"};
  wire.network.hang(hook.url);
  const auto answers = try_channel(hook, wire.network, wire.mail, noon, 0s);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].answer == "no answer yet");
}

TEST_CASE("A webhook that cannot be signed says so", "[alert_trial]") {
  Wire wire;
  const auto answers = wire.send(channel(ChannelKind::webhook, "https://crm.example/"));
  REQUIRE(answers.size() == 1);
  CHECK_FALSE(answers[0].accepted);
  CHECK(wire.network.asked().empty());
}

}  // namespace tipoff
