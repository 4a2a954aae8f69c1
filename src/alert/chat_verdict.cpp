// What the answers of chats mean. Most of them answer 200 whatever became of the message, and say
// it in the body.
#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "alert/chat.h"
#include "alert/safe_text.h"
#include "text/json.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_answer = 300;  // bytes
constexpr double a_minute = 60;
constexpr double dingtalk_pause = 600;  // seconds: so long it takes nothing after too many

using Code = std::int64_t;

struct Answer {
  int status = 0;
  std::string text;  // the body on one line
  Json body;         // null where it is no JSON object

  [[nodiscard]] bool is_good() const { return status >= 200 && status < 300; }
  [[nodiscard]] bool says(std::string_view words) const {
    return text.find(words) != std::string::npos;
  }
  [[nodiscard]] std::optional<Code> code(const char* field) const {
    if (!body.is_object() || !body.contains(field) || !body[field].is_number_integer())
      return std::nullopt;
    return body[field].get<Code>();
  }
};

Answer read(const Response& response) {
  Answer answer;
  answer.status = response.status;
  answer.text = clean_text(response.body);
  if (auto body = parse_json(response.body); body && body->is_object())
    answer.body = *std::move(body);
  return answer;
}

bool is_among(std::optional<Code> code, std::initializer_list<Code> codes) {
  return code && std::ranges::find(codes, *code) != codes.end();
}

bool says_any(const Answer& answer, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return answer.says(word); });
}

void judge_slack(const Answer& answer, ChatVerdict& verdict) {
  verdict.accepted = answer.status == 200 && answer.text == "ok";
  verdict.gone = (answer.status == 403 || answer.status == 404) &&
                 says_any(answer, {"no_service", "no_active_hooks", "no_team", "team_disabled",
                                   "channel_not_found", "invalid_token"});
  const bool is_refused = answer.status == 400 && says_any(answer, {"invalid_payload", "no_text",
                                                                    "invalid_blocks", "too_many_"});
  verdict.try_later = !is_refused;
}

/// Workflows accept with 202 before they run; the connectors before them answered "1", or why not.
void judge_teams(const Answer& answer, ChatVerdict& verdict) {
  verdict.accepted =
      answer.status == 202 || (answer.is_good() && (answer.text.empty() || answer.text == "1"));
  verdict.gone = answer.status == 404 && answer.says("WorkflowNotFound");
  verdict.try_later = !(answer.status == 400 &&
                        says_any(answer, {"TriggerInputSchemaMismatch", "InvalidRequestContent"}));
  if (answer.is_good() && answer.says("error 429")) verdict.hold = a_minute;
}

void judge_discord(const Answer& answer, ChatVerdict& verdict) {
  constexpr Code unknown_webhook = 10015;
  constexpr Code invalid_token = 50027;
  const auto code = answer.code("code");
  verdict.accepted = answer.status == 204 || (answer.is_good() && answer.body.contains("id"));
  verdict.gone = (answer.status == 404 && is_among(code, {unknown_webhook})) ||
                 (answer.status == 401 && is_among(code, {invalid_token}));
  verdict.try_later = answer.status != 400;
  if (answer.status != 429 || !answer.body.is_object()) return;
  const auto wait = answer.body.find("retry_after");
  if (wait != answer.body.end() && wait->is_number()) verdict.hold = wait->get<double>();
}

void judge_feishu(const Answer& answer, ChatVerdict& verdict) {
  const auto newer = answer.code("code");
  const auto code = newer ? newer : answer.code("StatusCode");
  verdict.accepted = answer.is_good() && code == 0;
  verdict.gone = is_among(code, {19001});  // the address's token is not known
  const bool too_many = is_among(code, {11232}) || answer.says("too many request");
  if (too_many) verdict.hold = a_minute;
  verdict.try_later = too_many || !is_among(code, {9499, 19002});  // not what it expects
}

void judge_dingtalk(const Answer& answer, ChatVerdict& verdict) {
  const auto code = answer.code("errcode");
  verdict.accepted = answer.is_good() && code == 0;
  // No such token, no such robot, the group was dissolved.
  verdict.gone = is_among(code, {300001, 300005, 400101, 400106, 400013});
  if (is_among(code, {130101, 410100, 302033})) verdict.hold = dingtalk_pause;
  // Not what it expects, too long, or content that it does not let through.
  verdict.try_later = !is_among(code, {40035, 400105, 460101, 430101, 430102, 430103, 430104});
}

void judge_wecom(const Answer& answer, ChatVerdict& verdict) {
  const auto code = answer.code("errcode");
  verdict.accepted = answer.is_good() && code == 0;
  verdict.gone = is_among(code, {93000});  // no such webhook
  if (is_among(code, {45009, 45033})) verdict.hold = a_minute;
  verdict.try_later = !is_among(code, {40008, 40058, 44004});  // not what it expects, too long
}

std::string words_of(const Response& response, const Answer& answer) {
  if (response.status == 0) return "no answer: " + response.failure;
  if (response.status >= 300 && response.status < 400)
    return "HTTP " + std::to_string(response.status) + ", a redirect, which is not followed";
  const std::string status = "HTTP " + std::to_string(response.status);
  return answer.text.empty() ? status : status + ": " + answer.text;
}

}  // namespace

ChatVerdict chat_verdict(ChannelKind kind, const Response& response) {
  const Answer answer = read(response);
  ChatVerdict verdict;
  verdict.answer = safe_line(words_of(response, answer), longest_answer);
  if (kind == ChannelKind::slack) judge_slack(answer, verdict);
  if (kind == ChannelKind::teams) judge_teams(answer, verdict);
  if (kind == ChannelKind::discord) judge_discord(answer, verdict);
  if (kind == ChannelKind::feishu) judge_feishu(answer, verdict);
  if (kind == ChannelKind::dingtalk) judge_dingtalk(answer, verdict);
  if (kind == ChannelKind::wecom) judge_wecom(answer, verdict);
  if (answer.status == 410) verdict.gone = true;
  if (answer.status == 413) verdict.try_later = false;  // too large, and stays so
  if (verdict.accepted || verdict.gone) verdict.try_later = false;
  if (!std::isfinite(verdict.hold) || verdict.hold < 0) verdict.hold = 0;
  return verdict;
}

}  // namespace tipoff
