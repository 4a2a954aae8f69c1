// A wish for a page is a row; what comes back is read by the same rules as any article.
#include "pipeline/page_reader.h"

#include <algorithm>

#include "fetch/poll.h"
#include "parse/page_text.h"
#include "pipeline/report_of.h"
#include "pipeline/take_report.h"
#include "text/url.h"

namespace tipoff {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_at_once = 8;
constexpr std::size_t short_text = 200;     // bytes
constexpr std::size_t shortest_page = 200;  // bytes: less is no article

const Feed* feed_of(const Assembly& assembly, const std::string& url) {
  const auto found = std::ranges::find(assembly.feeds, url, &Feed::url);
  return found == assembly.feeds.end() ? nullptr : &*found;
}

bool is_page(const Response& response) {
  const auto type = header(response, "content-type");
  return type.empty() || type.find("html") != std::string_view::npos;
}

}  // namespace

bool is_headline_only(const NewsText& text) {
  return text.body.size() < short_text || text.body == text.title;
}

PageReader::PageReader(Transport& transport, const Assembly& assembly, Database& database)
    : transport_(transport),
      assembly_(assembly),
      database_(database),
      pages_(database),
      articles_(database),
      stories_(database),
      judgements_(database) {}

void PageReader::start_due(Time now) {
  gate_.tidy(now);
  next_.reset();
  for (const WantedPage& page : pages_.due(now, most_at_once * 4)) {
    const std::string host = host_of(page.article.link);
    if (on_the_way_.contains(page.article.id) || on_the_way_.size() >= most_at_once) continue;
    if (gate_.may_start(host, now))
      start(page, now);
    else if (const auto held = gate_.held_until(host, now))
      next_ = next_ ? std::min(*next_, *held) : *held;
  }
  const auto due = pages_.next_due();
  if (due && *due > now) next_ = next_ ? std::min(*next_, *due) : *due;
}

void PageReader::start(const WantedPage& page, Time now) {
  const std::string url = robots_url(page.article.link);
  gate_.started(host_of(page.article.link), now);
  on_the_way_.insert(page.article.id);
  const auto known = robots_.find(url);
  if (known != robots_.end() && known->second.until > now)
    ask_page(page, known->second.robots, now);
  else
    ask_robots(page, url, now);
}

/// A link comes from the feed: it leads into a private network only where it stays on the feed's
/// own host, and that one may be private.
Request PageReader::request_for(const WantedPage& page, const std::string& url) const {
  Feed asked;
  asked.url = url;
  const Feed* feed = feed_of(assembly_, page.article.feed);
  if (feed != nullptr) {
    asked.allow_private_networks =
        feed->allow_private_networks && host_of(feed->url) == host_of(url);
    asked.proxy = feed->proxy;
  }
  Request request = poll_request(asked, {}, assembly_.settings.fetch, Time{});
  for (std::string& line : request.headers)
    if (line.starts_with("Accept:")) line = "Accept: text/html, application/xhtml+xml, */*;q=0.1";
  request.local_files = false;
  request.body_cap = std::min(request.body_cap, largest_answer);
  return request;
}

void PageReader::ask_robots(const WantedPage& page, const std::string& url, Time now) {
  transport_.start(request_for(page, url), [this, page, url, now](Response response) {
    Known known{.robots = RobotsTxt::of_answer(response.status, response.body),
                .until = now + robots_kept};
    if (response.status == 0 || response.status >= 500) known.until = now + 1h;
    robots_[url] = known;
    ask_page(page, known.robots, now);
  });
}

void PageReader::ask_page(const WantedPage& page, const RobotsTxt& robots, Time now) {
  const std::string host = host_of(page.article.link);
  gate_.hold(host, now + std::max<std::chrono::seconds>(page_pause, robots.delay().value_or(0s)));
  if (!robots.allows(page.article.link)) {
    gate_.finished(host);
    arrived_.push_back({.page = page, .response = {}, .closed = true});
    return;
  }
  transport_.start(request_for(page, page.article.link), [this, page, host](Response response) {
    gate_.finished(host);
    arrived_.push_back({.page = page, .response = std::move(response), .closed = false});
  });
}

int PageReader::record(Time now) {
  if (arrived_.empty()) return 0;
  auto transaction = database_.begin();
  for (const Arrived& arrived : arrived_) take(arrived, now);
  transaction.commit();
  const int taken = static_cast<int>(arrived_.size());
  for (const Arrived& arrived : arrived_) on_the_way_.erase(arrived.page.article.id);
  arrived_.clear();
  return taken;
}

void PageReader::take(const Arrived& arrived, Time now) {
  const WantedPage& page = arrived.page;
  const std::int64_t id = page.article.id;
  const Response& response = arrived.response;
  if (arrived.closed)
    return pages_.done(id, PageState::refused, "the host's robots.txt does not let us read it");
  if (response.status == 0) return try_again(page, response.failure, now);
  if (response.status == 429 || response.status >= 500)
    return try_again(page, "the server answered " + std::to_string(response.status), now);
  if (response.status == 401 || response.status == 402)
    return pages_.done(id, PageState::headline_only, "the page asks for a subscription");
  if (response.status != 200 || !is_page(response))
    return pages_.done(id, PageState::failed,
                       response.status == 200
                           ? "this is no web page"
                           : "the server answered " + std::to_string(response.status));
  PageText found = page_text(response.body, header(response, "content-type"));
  if (found.paywalled)
    return pages_.done(id, PageState::headline_only, "the page is behind a paywall");
  if (found.text.size() < shortest_page)
    return pages_.done(id, PageState::failed, "no article was found on the page");
  read(page, std::move(found.text));
}

/// The article was new, recent and no feed's first fetch when its page was wanted: what the page
/// tells may alert.
void PageReader::read(const WantedPage& page, std::string text) {
  StoredArticle article = page.article;
  article.summary = kept_summary(text);
  articles_.edited(article);
  pages_.done(article.id, PageState::read, "");
  const Feed* feed = feed_of(assembly_, article.feed);
  Article whole;
  whole.title = article.title;
  whole.content = std::move(text);
  const NewsText news = news_text(whole, feed == nullptr ? "" : feed->language);
  const auto mentions = assembly_.matcher.find(
      news, feed == nullptr ? std::nullopt : searched_account(assembly_, *feed));
  for (const Trigger& trigger : assembly_.detector.detect(news, mentions)) {
    Report report = report_of(trigger, assembly_.accounts[trigger.account.value()], article, news);
    report.alertable = true;
    (void)take_report(stories_, judgements_, report);
  }
}

void PageReader::try_again(const WantedPage& page, const std::string& reason, Time now) {
  if (page.tries + 1 >= most_page_tries)
    pages_.done(page.article.id, PageState::failed, reason);
  else
    pages_.later(page.article.id, now + 15min * (1 << (2 * page.tries)), reason);
}

}  // namespace tipoff
