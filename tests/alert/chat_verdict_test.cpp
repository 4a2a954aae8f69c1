#include "alert/chat.h"
#include "catch.h"

namespace tipoff {
namespace {

ChatVerdict verdict_of(ChannelKind kind, int status, std::string body) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return chat_verdict(kind, response);
}

bool accepts(ChannelKind kind, int status, std::string body) {
  return verdict_of(kind, status, std::move(body)).accepted;
}

/// Accepted, gone, refused for good, or to be tried again.
std::string outcome(ChannelKind kind, int status, std::string body) {
  const ChatVerdict verdict = verdict_of(kind, status, std::move(body));
  if (verdict.accepted) return "accepted";
  if (verdict.gone) return "gone";
  return verdict.try_later ? "later" : "never";
}

}  // namespace

TEST_CASE("Slack has accepted where it says ok", "[chat]") {
  CHECK(accepts(ChannelKind::slack, 200, "ok"));
  CHECK(accepts(ChannelKind::slack, 200, "ok\n"));
  CHECK_FALSE(accepts(ChannelKind::slack, 200, "okay"));
  CHECK_FALSE(accepts(ChannelKind::slack, 200, "<html>log in first: ok</html>"));
  CHECK_FALSE(accepts(ChannelKind::slack, 200, ""));
  CHECK_FALSE(accepts(ChannelKind::slack, 204, "ok"));
}

TEST_CASE("Slack's refusals are told apart", "[chat]") {
  const auto slack = [](int status, const char* body) {
    return outcome(ChannelKind::slack, status, body);
  };
  CHECK(slack(400, "invalid_payload") == "never");
  CHECK(slack(400, "invalid_blocks") == "never");
  CHECK(slack(404, "no_service") == "gone");
  CHECK(slack(403, "invalid_token") == "gone");
  CHECK(slack(410, "channel_is_archived") == "gone");
  CHECK(slack(404, "<html>not found</html>") == "later");
  CHECK(slack(403, "action_prohibited") == "later");
  CHECK(slack(400, "") == "later");
  CHECK(slack(429, "rate_limited") == "later");
  CHECK(slack(500, "rollup_error") == "later");
  CHECK(slack(413, "") == "never");
}

TEST_CASE("Teams has accepted with 202, or with the 1 of older connectors", "[chat]") {
  CHECK(accepts(ChannelKind::teams, 202, ""));
  CHECK(accepts(ChannelKind::teams, 200, "1"));
  CHECK(accepts(ChannelKind::teams, 200, ""));
  CHECK_FALSE(accepts(ChannelKind::teams, 200, "<html>log in first</html>"));
  CHECK_FALSE(accepts(ChannelKind::teams, 302, ""));
}

TEST_CASE("Teams' refusals are told apart", "[chat]") {
  const auto teams = [](int status, const char* body) {
    return outcome(ChannelKind::teams, status, body);
  };
  CHECK(teams(404, R"({"error":{"code":"WorkflowNotFound","message":"x"}})") == "gone");
  CHECK(teams(400, R"({"error":{"code":"TriggerInputSchemaMismatch"}})") == "never");
  CHECK(teams(400, R"({"error":{"code":"WorkflowTriggerIsNotEnabled"}})") == "later");
  CHECK(teams(429, "") == "later");
  CHECK(teams(413, "") == "never");
  const auto busy = verdict_of(ChannelKind::teams, 200,
                               "Webhook message delivery failed with error: HTTP error 429");
  CHECK_FALSE(busy.accepted);
  CHECK(busy.hold == 60);
}

TEST_CASE("Discord has accepted with 204, or with the message", "[chat]") {
  CHECK(accepts(ChannelKind::discord, 204, ""));
  CHECK(accepts(ChannelKind::discord, 200, R"({"id":"1","content":"x"})"));
  CHECK_FALSE(accepts(ChannelKind::discord, 200, ""));
  CHECK_FALSE(accepts(ChannelKind::discord, 200, "[]"));
}

TEST_CASE("Discord says in the body how long to wait", "[chat]") {
  const auto held = [](const char* body) {
    return verdict_of(ChannelKind::discord, 429, body).hold;
  };
  CHECK(held(R"({"message":"x","retry_after":64.57,"global":false})") == 64.57);
  CHECK(held(R"({"retry_after":3})") == 3);
  CHECK(held(R"({"retry_after":-1})") == 0);
  CHECK(held(R"({"retry_after":"soon"})") == 0);
  CHECK(held("") == 0);
  CHECK(verdict_of(ChannelKind::discord, 500, R"({"retry_after":3})").hold == 0);
}

TEST_CASE("Discord's refusals are told apart", "[chat]") {
  const auto discord = [](int status, const char* body) {
    return outcome(ChannelKind::discord, status, body);
  };
  CHECK(discord(404, R"({"message":"Unknown Webhook","code":10015})") == "gone");
  CHECK(discord(401, R"({"message":"Invalid Webhook Token","code":50027})") == "gone");
  CHECK(discord(404, "") == "later");
  CHECK(discord(400, R"({"code":50035,"message":"Invalid Form Body"})") == "never");
  CHECK(discord(429, R"({"retry_after":1})") == "later");
}

TEST_CASE("Feishu has accepted where its code is 0, whatever the status says", "[chat]") {
  CHECK(accepts(ChannelKind::feishu, 200, R"({"code":0,"msg":"success","data":{}})"));
  CHECK(accepts(ChannelKind::feishu, 200, R"({"StatusCode":0,"StatusMessage":"success"})"));
  CHECK_FALSE(accepts(ChannelKind::feishu, 200, R"({"code":19021,"StatusCode":0})"));
  CHECK_FALSE(accepts(ChannelKind::feishu, 200, R"({"code":"0"})"));
  CHECK_FALSE(accepts(ChannelKind::feishu, 200, "{}"));
  CHECK_FALSE(accepts(ChannelKind::feishu, 200, ""));
  CHECK_FALSE(accepts(ChannelKind::feishu, 500, R"({"code":0})"));
}

TEST_CASE("Feishu's refusals are told apart", "[chat]") {
  const auto feishu = [](const char* body) { return outcome(ChannelKind::feishu, 200, body); };
  CHECK(feishu(R"({"code":19001,"msg":"param invalid: incoming webhook access token invalid"})") ==
        "gone");
  CHECK(feishu(R"({"code":19021,"msg":"sign match fail or timestamp is not within one hour"})") ==
        "later");
  CHECK(feishu(R"({"code":9499,"msg":"Bad Request"})") == "never");
  CHECK(feishu(R"({"code":9499,"msg":"too many request"})") == "later");
  CHECK(feishu(R"({"code":11232,"msg":"frequency limited"})") == "later");
  CHECK(verdict_of(ChannelKind::feishu, 200, R"({"code":11232})").hold == 60);
}

TEST_CASE("DingTalk has accepted where its errcode is 0", "[chat]") {
  const auto dingtalk = [](const char* body) { return outcome(ChannelKind::dingtalk, 200, body); };
  CHECK(dingtalk(R"({"errcode":0,"errmsg":"ok"})") == "accepted");
  CHECK(dingtalk(R"({"errcode":310000,"errmsg":"sign not match"})") == "later");
  CHECK(dingtalk(R"({"errcode":300001,"errmsg":"token is not exist"})") == "gone");
  CHECK(dingtalk(R"({"errcode":430102,"errmsg":"x"})") == "never");
  CHECK(dingtalk(R"({"errcode":-1,"errmsg":"busy"})") == "later");
  CHECK(dingtalk("ok") == "later");
  CHECK(verdict_of(ChannelKind::dingtalk, 200, R"({"errcode":130101})").hold == 600);
}

TEST_CASE("WeCom has accepted where its errcode is 0", "[chat]") {
  const auto wecom = [](const char* body) { return outcome(ChannelKind::wecom, 200, body); };
  CHECK(wecom(R"({"errcode":0,"errmsg":"ok"})") == "accepted");
  CHECK(wecom(R"({"errcode":93000,"errmsg":"invalid webhook url"})") == "gone");
  CHECK(wecom(R"({"errcode":40058,"errmsg":"content exceeds max length"})") == "never");
  CHECK(wecom(R"({"errcode":-1})") == "later");
  CHECK(verdict_of(ChannelKind::wecom, 200, R"({"errcode":45009})").hold == 60);
}

TEST_CASE("410 is the end for every chat, and no answer for none", "[chat]") {
  const auto kind = GENERATE(ChannelKind::slack, ChannelKind::teams, ChannelKind::discord,
                             ChannelKind::feishu, ChannelKind::dingtalk, ChannelKind::wecom);
  CHECK(outcome(kind, 410, "") == "gone");
  for (const int status : {0, 301, 307, 404, 408, 429, 500, 503}) {
    CAPTURE(status);
    CHECK(outcome(kind, status, "") == "later");
  }
}

TEST_CASE("A chat's answer is kept as one line", "[chat]") {
  CHECK(verdict_of(ChannelKind::slack, 400, "invalid_payload\r\n\x1b[2J").answer ==
        "HTTP 400: invalid_payload [2J");
  CHECK(verdict_of(ChannelKind::slack, 500, std::string(5'000, 'x')).answer.size() <= 300);
  CHECK(verdict_of(ChannelKind::slack, 302, "x").answer ==
        "HTTP 302, a redirect, which is not followed");
  Response none;
  none.failure = "connection refused";
  CHECK(chat_verdict(ChannelKind::wecom, none).answer == "no answer: connection refused");
}

}  // namespace tipoff
