// Feeds: every text of every entry is clean, and reading is the same each time.
#include "must.h"
#include "parse/feed_parser.h"
#include "parse/identity.h"
#include "targets.h"
#include "text/utf8.h"

namespace tipoff::fuzz {
namespace {

void must_be_clean(const std::string& text) {
  must(is_valid_utf8(text), "a text is UTF-8");
  must(clean_text(text) == text, "a text has no control characters and no white space to collapse");
}

}  // namespace

void feed(std::string_view bytes) {
  const FeedSource source{"https://feeds.example/news/rss.xml", ""};
  const auto document = parse_feed(bytes, source);
  if (!document) {
    must(document.error().message.starts_with("this is "), "what is no feed is told in a sentence");
    return;
  }
  for (const auto* text :
       {&document->title, &document->link, &document->subtitle, &document->language})
    must_be_clean(*text);
  for (const Article& article : document->entries) {
    for (const auto* text : {&article.id, &article.title, &article.link, &article.summary,
                             &article.content, &article.author})
      must_be_clean(*text);
    for (const std::string& tag : article.tags) must_be_clean(tag);
    must(article.published || !article.updated, "what was updated was published");
    (void)news_text(article, document->language);
  }
  must(article_keys(*document).size() == document->entries.size(), "every entry has a key");
  must(parse_feed(bytes, source)->entries == document->entries, "reading twice gives the same");
}

}  // namespace tipoff::fuzz
