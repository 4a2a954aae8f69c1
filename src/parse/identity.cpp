// Identity of articles: the feed's own id where it can be trusted, else what a reader would tell
// articles apart by.
#include "parse/identity.h"

#include <string>
#include <string_view>
#include <unordered_map>

#include "text/url.h"

namespace tipoff {
namespace {

// FNV-1a, 64 bits, each part followed by a separator that no text holds. Stored: must never change.
class Hash {
 public:
  Hash& add(std::string_view part) {
    for (const char c : part) mix(static_cast<unsigned char>(c));
    mix(0x1F);
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  void mix(unsigned char byte) {
    value_ ^= byte;
    value_ *= 0x100000001B3U;
  }
  std::uint64_t value_ = 0xCBF29CE484222325U;
};

// Google News gives a story another guid and link at each fetch.
bool changes_its_ids(const Article& article) {
  return host_of(article.link) == "news.google.com";
}

struct Headline {
  std::string_view words;
  std::string_view publisher;
};

Headline headline_of(std::string_view title) {
  const auto dash = title.rfind(" - ");
  if (dash == title.npos || dash == 0) return {title, {}};
  return {title.substr(0, dash), title.substr(dash + 3)};
}

// A publisher's site is known better than its name, which is written in several ways.
std::uint64_t identity_by_headline(const Article& article) {
  const Headline headline = headline_of(article.title);
  const std::string site = host_of(article.source);
  return Hash()
      .add("title")
      .add(headline.words)
      .add(site.empty() ? headline.publisher : std::string_view(site))
      .value();
}

// EDGAR names a filing, and lists it once for each party. A filing of which one party has scrolled
// out of the feed must not look new, so these ids are not trusted even where they happen not to
// repeat.
bool repeats_its_ids(const Article& article) {
  return article.id.starts_with("urn:tag:sec.gov");
}

struct Uses {
  std::unordered_map<std::string_view, int> ids;
  std::unordered_map<std::string_view, int> links;

  explicit Uses(const FeedDocument& document) {
    for (const Article& article : document.entries) {
      ++ids[article.id];
      ++links[article.link];
    }
  }

  // Whether the entry's id, or its link where it has none, is no other's.
  [[nodiscard]] bool are_single(const Article& article) const {
    if (article.id.empty()) return !article.link.empty() && links.at(article.link) == 1;
    return ids.at(article.id) == 1;
  }
};

std::uint64_t identity_of(const Article& article, bool is_single) {
  if (changes_its_ids(article)) return identity_by_headline(article);
  if (is_single && article.id.empty()) return Hash().add("link").add(article.link).value();
  if (is_single && !repeats_its_ids(article)) return Hash().add("id").add(article.id).value();
  return Hash().add("all").add(article.id).add(article.link).add(article.title).value();
}

std::uint64_t content_of(const Article& article) {
  return Hash().add(article.title).add(article.summary).add(article.content).value();
}

}  // namespace

std::vector<ArticleKey> article_keys(const FeedDocument& document) {
  const Uses uses(document);
  std::vector<ArticleKey> keys;
  keys.reserve(document.entries.size());
  for (const Article& article : document.entries)
    keys.push_back({identity_of(article, uses.are_single(article)), content_of(article)});
  return keys;
}

std::vector<ArticleKey> earlier_keys(const FeedDocument& document) {
  const Uses uses(document);
  std::vector<ArticleKey> keys;
  keys.reserve(document.entries.size());
  for (const Article& article : document.entries)
    keys.push_back({identity_of(article, !uses.are_single(article)), content_of(article)});
  return keys;
}

}  // namespace tipoff
