// What browsers once did with the orange button.
#include "parse/feed_links.h"

#include <algorithm>
#include <array>

#include "parse/html_document.h"
#include "parse/xml_names.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t most_links = 50;
constexpr std::array<std::string_view, 7> feed_types{"application/rss+xml",
                                                     "application/atom+xml",
                                                     "application/feed+json",
                                                     "application/rdf+xml",
                                                     "text/xml",
                                                     "application/xml",
                                                     "application/json"};
constexpr std::array<std::string_view, 9> feed_endings{
    ".rss", ".atom", ".rdf", "/rss", "/feed", "/atom", "/rss.xml", "/feed.xml", "/atom.xml"};

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), lower_case);
  return text;
}

bool has_word(const std::string& words, std::string_view word) {
  return (" " + words + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

/// WordPress names its JSON programming interface "alternate" too.
bool is_feed_type(const std::string& written, const std::string& url) {
  const std::string type = lowered(written.substr(0, written.find_first_of("; ")));
  if (type == "application/json" && lowered(url).find("feed") == std::string::npos) return false;
  return std::ranges::find(feed_types, type) != feed_types.end();
}

bool looks_like_feed(const std::string& url) {
  std::string path = lowered(url.substr(0, url.find_first_of("?#")));
  while (path.ends_with('/')) path.pop_back();
  return std::ranges::any_of(feed_endings,
                             [&](std::string_view ending) { return path.ends_with(ending); });
}

bool of_comments(const FeedLink& link) {
  return lowered(link.url + " " + link.title).find("comment") != std::string::npos;
}

class Links {
 public:
  void add(FeedLink link) {
    const bool known =
        std::ranges::any_of(links_, [&](const FeedLink& other) { return other.url == link.url; });
    if (is_http(link.url) && !known && links_.size() < most_links)
      links_.push_back(std::move(link));
  }
  [[nodiscard]] std::vector<FeedLink> take() && {
    std::ranges::stable_partition(links_, [](const FeedLink& link) { return !of_comments(link); });
    return std::move(links_);
  }
  [[nodiscard]] bool empty() const { return links_.empty(); }

 private:
  std::vector<FeedLink> links_;
};

}  // namespace

std::vector<FeedLink> find_feed_links(std::string_view page, const FeedSource& source) {
  const HtmlDocument document(page, source.content_type);
  const std::string base = base_of(document, source.base_url);
  Links links;
  for (const xmlNode* link : elements_named(document.root(), "link")) {
    const std::string url = resolve_url(base, attribute_of(link, "href"));
    const std::string rel = lowered(attribute_of(link, "rel"));
    const std::string type = attribute_of(link, "type");
    const bool names_feed = has_word(rel, "feed") && (type.empty() || is_feed_type(type, url));
    if (names_feed || (has_word(rel, "alternate") && is_feed_type(type, url)))
      links.add({url, attribute_of(link, "title")});
  }
  if (!links.empty()) return std::move(links).take();
  for (const xmlNode* anchor : elements_named(document.root(), "a")) {
    const std::string url = resolve_url(base, attribute_of(anchor, "href"));
    if (is_feed_type(attribute_of(anchor, "type"), url) || looks_like_feed(url))
      links.add({url, clean_text(raw_text_of(anchor))});
  }
  return std::move(links).take();
}

}  // namespace tipoff
