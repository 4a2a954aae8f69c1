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

std::string_view without_publisher(std::string_view title) {
  const auto dash = title.rfind(" - ");
  return dash == title.npos || dash == 0 ? title : title.substr(0, dash);
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
};

std::uint64_t identity_of(const Article& article, const Uses& uses) {
  if (changes_its_ids(article))
    return Hash().add("title").add(without_publisher(article.title)).value();
  const bool sound_id = !article.id.empty() && uses.ids.at(article.id) == 1;
  if (sound_id && !repeats_its_ids(article)) return Hash().add("id").add(article.id).value();
  const bool sound_link = !article.link.empty() && uses.links.at(article.link) == 1;
  if (sound_link && article.id.empty()) return Hash().add("link").add(article.link).value();
  return Hash().add("all").add(article.id).add(article.link).add(article.title).value();
}

}  // namespace

std::vector<ArticleKey> article_keys(const FeedDocument& document) {
  Uses uses;
  for (const Article& article : document.entries) {
    ++uses.ids[article.id];
    ++uses.links[article.link];
  }
  std::vector<ArticleKey> keys;
  keys.reserve(document.entries.size());
  for (const Article& article : document.entries) {
    ArticleKey key;
    key.identity = identity_of(article, uses);
    key.content = Hash().add(article.title).add(article.summary).add(article.content).value();
    keys.push_back(key);
  }
  return keys;
}

}  // namespace tipoff
