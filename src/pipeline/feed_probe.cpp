// The answers come from a transport that lives on; what they write into is shared with it.
#include "pipeline/feed_probe.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>

#include "parse/feed_parser.h"
#include "text/format.h"
#include "text/url.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr int most_silences = 2;  // of one host

struct Arrived {
  std::size_t feed = 0;
  Response response;
};

bool is_web_page(std::string_view type, std::string_view body) {
  return type.find("html") != std::string_view::npos ||
         body.substr(0, 1024).find("<html") != std::string_view::npos ||
         body.substr(0, 1024).find("<!DOCTYPE html") != std::string_view::npos ||
         body.substr(0, 1024).find("<!doctype html") != std::string_view::npos;
}

class Round {
 public:
  Round(Transport& transport, std::span<const Feed> feeds, const FetchSettings& settings,
        const OnProbe& done)
      : transport_(transport), feeds_(feeds), settings_(settings), done_(done) {
    for (std::size_t i = 0; i < feeds.size(); ++i) waiting_.push_back(i);
  }

  void run(std::chrono::seconds longest) {
    const auto end = Steady::now() + longest;
    while (left() > 0 && Steady::now() < end) {
      start_some();
      const auto rest = std::chrono::ceil<std::chrono::milliseconds>(end - Steady::now());
      if (!on_the_way_.empty())
        transport_.turn(std::clamp(rest, 0ms, std::chrono::milliseconds{1000}), {});
      take_arrived();
    }
    const auto words =
        fmt::format("no answer within the {} s that all of them had", longest.count());
    for (const auto& [feed, host] : on_the_way_) fail(feed, words);
    for (const std::size_t feed : waiting_) fail(feed, words);
  }

 private:
  [[nodiscard]] std::size_t left() const { return waiting_.size() + on_the_way_.size(); }

  void start_some() {
    std::deque<std::size_t> later;
    while (!waiting_.empty() && on_the_way_.size() < static_cast<std::size_t>(settings_.at_once)) {
      const std::size_t feed = waiting_.front();
      waiting_.pop_front();
      const std::string host = host_of(feeds_[feed].url);
      if (silences_[host] >= most_silences && !host.empty())
        fail(feed, "not asked: " + host + " did not answer before");
      else if (running_[host] >= settings_.per_host)
        later.push_back(feed);
      else
        start(feed, host);
    }
    waiting_.insert(waiting_.begin(), later.begin(), later.end());
  }

  void start(std::size_t feed, const std::string& host) {
    ++running_[host];
    on_the_way_.emplace(feed, host);
    transport_.start(poll_request(feeds_[feed], {}, settings_, Time{}),
                     [arrived = arrived_, feed](Response response) {
                       arrived->push_back({.feed = feed, .response = std::move(response)});
                     });
  }

  void take_arrived() {
    while (!arrived_->empty()) {
      Arrived answer = std::move(arrived_->front());
      arrived_->pop_front();
      const std::string host = on_the_way_[answer.feed];
      on_the_way_.erase(answer.feed);
      --running_[host];
      if (answer.response.status == 0) ++silences_[host];
      done_(answer.feed, judge_probe(feeds_[answer.feed], std::move(answer.response)));
    }
  }

  void fail(std::size_t feed, std::string reason) {
    FeedProbe probe;
    probe.url = feeds_[feed].url;
    probe.failure = std::move(reason);
    done_(feed, probe);
  }

  Transport& transport_;
  std::span<const Feed> feeds_;
  const FetchSettings& settings_;
  const OnProbe& done_;
  std::deque<std::size_t> waiting_;
  std::map<std::size_t, std::string> on_the_way_;  // by feed: its host
  std::map<std::string, int> running_;
  std::map<std::string, int> silences_;
  std::shared_ptr<std::deque<Arrived>> arrived_ = std::make_shared<std::deque<Arrived>>();
};

}  // namespace

FeedProbe judge_probe(const Feed& feed, Response response) {
  FeedProbe probe;
  const auto outcome = poll_outcome(std::move(response), Time{}, false);
  probe.url = outcome.moved_to.empty() ? feed.url : outcome.moved_to;
  probe.answered_at = outcome.url;
  if (outcome.kind != PollKind::news) {
    probe.failure = outcome.failure;
    return probe;
  }
  const FeedSource source{.base_url = outcome.url, .content_type = outcome.content_type};
  auto document = parse_feed(outcome.body, source);
  if (document) {
    probe.feed = *std::move(document);
    return probe;
  }
  if (!is_web_page(outcome.content_type, outcome.body)) {
    probe.failure = document.error().message;
    return probe;
  }
  probe.links = find_feed_links(outcome.body, source);
  if (probe.links.empty()) probe.failure = "this is a web page, and it names no feed";
  return probe;
}

void probe_feeds(Transport& transport, std::span<const Feed> feeds, const FetchSettings& settings,
                 std::chrono::seconds longest, const OnProbe& done) {
  Round(transport, feeds, settings, done).run(longest);
}

FeedProbe probe_feed(Transport& transport, const Feed& feed, const FetchSettings& settings) {
  FeedProbe found;
  const auto longest = std::chrono::ceil<std::chrono::seconds>(settings.timeout) + 5s;
  probe_feeds(transport, {&feed, 1}, settings, longest,
              [&](std::size_t, const FeedProbe& probe) { found = probe; });
  return found;
}

}  // namespace tipoff
