#include "pipeline/push_callback.h"

#include "net/hub_signature.h"
#include "pipeline/log.h"
#include "pipeline/wake.h"

namespace tipoff {

PushCallback::Verification PushCallback::verify(const std::string& token, const Intent& intent,
                                                Time now) {
  if (!knows(token)) return {};  // no lock for those who guess
  auto transaction = database_.begin();
  const auto subscription = table_.find(token);
  if (!subscription) return {};
  const IntentVerdict verdict = judge_intent(*subscription, intent, now);
  if (verdict.forget)
    table_.forget(subscription->id);
  else if (verdict.changed)
    table_.save(*verdict.changed);
  transaction.commit();
  const bool heard = verdict.forget || verdict.changed.has_value();
  log(heard ? Severity::info : Severity::warning,
      verdict.agreed ? "push.agreed"
      : heard        ? "push.denied"
                     : "push.not_asked_for",
      {{"feed", subscription->feed}, {"hub", subscription->hub}, {"mode", intent.mode}});
  if (heard) wake_daemon(store_);
  return {.known = true, .heard = heard, .challenge = verdict.agreed ? intent.challenge : ""};
}

PushReceipt PushCallback::receive(const std::string& token, const PushedDocument& document,
                                  Time now) {
  const auto subscription = table_.find(token);
  if (!subscription) return PushReceipt::unknown;
  if (!subscription->wanted) return PushReceipt::over;
  if (!subscription->lease_until ||
      !is_signed_by_hub(document.signature, subscription->secret, document.body)) {
    log(Severity::warning, "push.ignored",
        {{"feed", subscription->feed},
         {"reason", subscription->lease_until ? "its signature is missing or wrong"
                                              : "the subscription was never verified"}});
    return PushReceipt::ignored;
  }
  auto transaction = database_.begin();
  const bool stored = pushes_.add({.id = 0,
                                   .feed = subscription->feed,
                                   .topic = subscription->topic,
                                   .content_type = document.content_type,
                                   .body = document.body,
                                   .received_at = now});
  transaction.commit();
  wake_daemon(store_);
  return stored ? PushReceipt::stored : PushReceipt::full;
}

}  // namespace tipoff
