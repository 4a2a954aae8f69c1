// Makes the messages that tell of one piece of news at once.
#include "alert/compose.h"
#include "alert/news.h"

namespace tipoff {
namespace {

DueNews due_news(const TriggerNews& news, const std::string& reason) {
  const std::string story = "story:" + std::to_string(news.story.id) + ":";
  DueNews due;
  due.notice.cause = story + std::string(name_of(news.story.certainty)) + ":" + news.seller;
  due.notice.topic = story + news.seller;
  due.notice.reason = reason;
  due.news = news;
  return due;
}

}  // namespace

std::vector<OutboundMessage> messages_for(const Channel& channel, const TriggerNews& news,
                                          const std::string& reason) {
  if (!channel.seller.empty() && channel.seller != news.seller) return {};
  const Bundle bundle{.kind = Bundle::Kind::single, .told = {due_news(news, reason)}};
  std::vector<OutboundMessage> messages;
  for (const std::string& recipient : recipients_of(channel))
    messages.push_back(
        compose(channel, recipient, bundle.told.front().notice.cause, bundle, news.at));
  return messages;
}

}  // namespace tipoff
