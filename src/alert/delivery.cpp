// Makes the attempts at delivery, and judges their answers.
#include "alert/delivery.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "alert/chat.h"
#include "alert/mime.h"
#include "alert/safe_text.h"
#include "net/signature.h"
#include "text/date.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr double widest_jitter = 0.2;        // share of a wait that may be added to it
constexpr std::size_t longest_answer = 300;  // bytes kept of what a receiver said
constexpr seconds longest_hold =
    std::chrono::days{30};  // what a receiver's Retry-After may ask for at the most

std::string what_was_answered(const Response& response) {
  if (response.status == 0) return safe_line("no answer: " + response.failure, longest_answer);
  std::string words = "HTTP " + std::to_string(response.status);
  if (response.status >= 300 && response.status < 400) {
    words += ", a redirect to " + std::string(header(response, "location")) +
             ": webhooks do not follow; write the new address in [[alert]]";
  } else if (!response.body.empty()) {
    words += ": " + response.body.substr(0, std::size_t{4} * longest_answer);
  }
  return safe_line(words, longest_answer);
}

std::string what_was_answered(const MailResult& result) {
  const std::string code = std::to_string(result.code);
  if (result.code == 0) return safe_line(result.answer, longest_answer);
  const std::string words =
      result.answer.starts_with(code) ? result.answer : code + ": " + result.answer;
  return safe_line("SMTP " + words, longest_answer);
}

/// Retry-After in seconds or as an HTTP date (RFC 9110, 10.2.3), from `now` on; 0 where it says
/// nothing.
seconds asked_for(const std::string& retry_after, Time now) {
  long long number = 0;
  const char* const last = retry_after.data() + retry_after.size();
  const auto [end, error] = std::from_chars(retry_after.data(), last, number);
  if (end == last && error == std::errc::result_out_of_range) return longest_hold;
  if (end == last && error == std::errc{})
    return seconds{std::clamp<long long>(number, 0, longest_hold.count())};
  const auto until = parse_date(retry_after);
  return until ? std::clamp<seconds>(*until - now, seconds{0}, longest_hold) : seconds{0};
}

/// What the receiver asks to wait.
seconds asked_of(const Response& response, Time now) {
  const std::string value = clean_text(header(response, "retry-after"));
  return value.empty() ? seconds{0} : asked_for(value, now);
}

milliseconds jittered(milliseconds wait, double chance) {
  const double longer = static_cast<double>(wait.count()) * (1 + widest_jitter * chance);
  return milliseconds{std::max(std::llround(longer), 0LL)};
}

/// What a chat's body asks for, rounded up.
seconds asked_of(const ChatVerdict& verdict) {
  const double most = static_cast<double>(longest_hold.count());
  if (verdict.hold <= 0) return seconds{0};
  return seconds{std::llround(std::ceil(std::min(verdict.hold, most)))};
}

bool is_for_all(const Response& response) {
  return response.status == 429 || response.status == 503;
}

/// `asked`: by the receiver. In whole seconds it is one more, because `now` is one that has begun.
void try_again(DeliveryOutcome& outcome, const Channel& channel, seconds asked, double chance,
               Time now) {
  OutboundMessage& message = outcome.message;
  const auto waits = retry_waits(channel);
  const auto failures = static_cast<std::size_t>(message.attempts);  // this one counted
  if (failures > waits.size()) {
    message.state = "dead";
    message.last_answer =
        "given up after " + std::to_string(message.attempts) + " attempts: " + message.last_answer;
    return;
  }
  outcome.wait = std::max<milliseconds>(jittered(waits[failures - 1], chance), asked);
  const seconds after_asked = asked.count() == 0 ? asked : asked + seconds{1};
  message.next_try = now + std::max(std::chrono::ceil<seconds>(outcome.wait), after_asked);
}

OutboundMessage counted(OutboundMessage message, std::string answer) {
  ++message.attempts;
  message.last_answer = std::move(answer);
  return message;
}

void die(DeliveryOutcome& outcome, const std::string& why) {
  outcome.message.state = "dead";
  outcome.message.last_answer = why + " (" + outcome.message.last_answer + ")";
}

void judge_webhook(DeliveryOutcome& outcome, const Channel& channel, const Response& response,
                   double chance, Time now) {
  if (response.status >= 200 && response.status < 300) {
    outcome.message.state = "delivered";
  } else if (response.status == 410) {
    die(outcome, "the receiver wants no more messages");
    outcome.switch_channel_off = true;
  } else {
    const seconds asked = asked_of(response, now);
    if (is_for_all(response)) outcome.hold = asked;
    try_again(outcome, channel, asked, chance, now);
  }
}

void judge_chat(DeliveryOutcome& outcome, const Channel& channel, const Response& response,
                double chance, Time now) {
  const ChatVerdict verdict = chat_verdict(channel.kind, response);
  outcome.message.last_answer = verdict.answer;
  if (verdict.accepted) {
    outcome.message.state = "delivered";
  } else if (verdict.gone) {
    die(outcome, "the chat's webhook is gone");
    outcome.switch_channel_off = true;
  } else if (!verdict.try_later) {
    die(outcome, "the chat will never take this message");
  } else {
    const seconds asked = asked_of(response, now);
    outcome.hold = std::max(is_for_all(response) ? asked : seconds{0}, asked_of(verdict));
    try_again(outcome, channel, std::max<seconds>(asked, asked_of(verdict)), chance, now);
  }
}

}  // namespace

Result<Request> delivery_request(const Channel& channel, const OutboundMessage& message, Time now) {
  return is_chat(channel) ? chat_request(channel, message, now)
                          : webhook_request(channel, message, now);
}

Result<Request> webhook_request(const Channel& channel, const OutboundMessage& message, Time now) {
  const auto timestamp = static_cast<std::int64_t>(now.time_since_epoch().count());
  Request request;
  request.url = channel.url;
  request.headers = {"Content-Type: application/json", "User-Agent: Tipoff/" TIPOFF_VERSION,
                     "webhook-id: " + message.message_id,
                     "webhook-timestamp: " + std::to_string(timestamp)};
  const auto signature =
      webhook_signature(channel.secrets, message.message_id, timestamp, message.body);
  if (!signature) return std::unexpected(Error(signature.error()).in("[[alert]] " + channel.name));
  request.headers.push_back("webhook-signature: " + *signature);
  request.post = true;
  request.body = message.body;
  request.connect_timeout = std::chrono::seconds{15};
  request.timeout = std::chrono::seconds{15};
  request.body_cap = std::size_t{64} << 10U;
  request.addresses = AddressRule::private_too;
  request.most_redirects = 0;
  return request;
}

Mail mail_for(const Channel& channel, const OutboundMessage& message) {
  return {.server = channel.server,
          .from = mailbox(channel.from).address,
          .to = mailbox(message.recipient).address,
          .message = message.body};
}

DeliveryOutcome after_answer(OutboundMessage message, const Channel& channel,
                             const Response& response, double chance, Time now) {
  DeliveryOutcome outcome;
  outcome.message = counted(std::move(message), what_was_answered(response));
  const auto judge = is_chat(channel) ? judge_chat : judge_webhook;
  judge(outcome, channel, response, chance, now);
  return outcome;
}

DeliveryOutcome after_answer(OutboundMessage message, const Channel& channel,
                             const MailResult& result, double chance, Time now) {
  DeliveryOutcome outcome;
  outcome.message = counted(std::move(message), what_was_answered(result));
  if (result.outcome == MailOutcome::accepted) outcome.message.state = "delivered";
  if (result.outcome == MailOutcome::refused) outcome.message.state = "dead";
  if (result.outcome == MailOutcome::try_later)
    try_again(outcome, channel, seconds{0}, chance, now);
  return outcome;
}

}  // namespace tipoff
