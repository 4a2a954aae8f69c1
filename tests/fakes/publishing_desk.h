// A desk that publishes: stories that come and change, channels with policies, and what recipients
// get.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fakes/newsroom.h"
#include "pipeline/publish.h"
#include "store/call_table.h"
#include "store/mute_table.h"
#include "store/notice_table.h"

namespace tipoff::fakes {

class PublishingDesk {
 public:
  PublishingDesk() : newsroom("", Newsroom::default_accounts(), Newsroom::one_rule()) {
    channels().clear();
    publisher = std::make_unique<Publisher>(*newsroom.assembly, *newsroom.database);
    (void)publisher->publish(now(), true);
  }

  [[nodiscard]] Time now() const { return newsroom.clock.now(); }
  [[nodiscard]] std::vector<Channel>& channels() { return newsroom.assembly->settings.channels; }

  Channel& hook(const std::string& name = "crm") {
    Channel& channel = channels().emplace_back();
    channel.name = name;
    channel.url = "https://" + name + ".example/hook";
    channel.secrets = {"whsec_YSBzZWNyZXQgb2YgMjcgYnl0ZXMgb3Igc28h"};
    return channel;
  }
  Channel& mail(const std::string& name = "team",
                std::vector<std::string> to = {"anna@example.com"}) {
    Channel& channel = channels().emplace_back();
    channel.name = name;
    channel.kind = ChannelKind::email;
    channel.from = "tipoff@example.com";
    channel.to = std::move(to);
    return channel;
  }

  /// A story that nobody was told of yet.
  std::int64_t comes(const std::string& account, Certainty certainty = Certainty::announced,
                     bool alertable = true, const std::string& event = "acquisition") {
    Story story;
    story.account = account;
    story.event = event;
    story.certainty = certainty;
    story.happened_at = story.seen_at = now();
    story.title = account + " in the news";
    StoryTable stories(*newsroom.database);
    const auto id = stories.add(story);
    stories.owe({.story = id, .previous = std::nullopt, .alertable = alertable});
    return id;
  }
  void turns(std::int64_t id, Certainty certainty, bool alertable = true) {
    StoryTable stories(*newsroom.database);
    auto story = stories.find(id).value();
    const auto previous = std::exchange(story.certainty, certainty);
    stories.update(story);
    stories.owe({.story = id, .previous = previous, .alertable = alertable});
  }
  void stands(std::int64_t id, Standing standing) {
    StoryTable stories(*newsroom.database);
    stories.set_standing(id, standing);
    const auto certainty = stories.find(id).value().certainty;
    stories.owe({.story = id, .previous = certainty, .alertable = false});
  }

  /// How many messages it made.
  int publish() { return publisher->publish(now(), true).owed; }
  int publish_after(std::chrono::seconds wait) {
    newsroom.clock.advance(wait);
    return publish();
  }

  [[nodiscard]] std::vector<Notice> notices() { return NoticeTable(*newsroom.database).all(); }
  [[nodiscard]] Notice last_notice() {
    auto all = notices();
    return all.empty() ? Notice{} : all.back();
  }
  [[nodiscard]] std::vector<OutboundMessage> messages() { return newsroom.outbox(); }

  /// What became of a message on its way.
  void answered(std::size_t message, const std::string& state, int attempts = 1) {
    auto answered = messages().at(message);
    answered.state = state;
    answered.attempts = attempts;
    OutboxTable(*newsroom.database).record(answered);
  }

  Newsroom newsroom;
  std::unique_ptr<Publisher> publisher;
};

}  // namespace tipoff::fakes
