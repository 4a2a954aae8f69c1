// Article, FeedDocument: what a feed carried, clean: plain text, absolute links, UTC dates.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clock.h"
#include "fetch/push_links.h"
#include "fetch/update_hints.h"

namespace tipoff {

/// One entry of a feed. Texts are valid UTF-8, without markup, references or control characters,
/// white space collapsed. What would read as a tag ("How the <blink> tag died") has a space behind
/// its '<': so that nobody who drops tags from plain text, as mail programs and spreadsheets do,
/// drops a word of the article. A '<' with no '>' behind it ("a<b") stays as it is.
struct Article {
  std::string id;  // as the feed means it; may be empty, may repeat within a document
  std::string title;
  std::string link;  // absolute
  std::string summary;
  std::string content;
  std::optional<Time> published;  // falls back to `updated`
  std::optional<Time> updated;
  std::string author;
  std::string source;  // whose article a feed passes on: the site that RSS's <source> names, or its
                       // words; may be empty
  std::vector<std::string> tags;

  bool operator==(const Article&) const = default;
};

enum class FeedFormat { rss, rdf, atom, json };

struct FeedDocument {
  FeedFormat format = FeedFormat::rss;
  std::string encoding;  // that the bytes were read with, lower case: "utf-8", "gb18030"
  std::string title;
  std::string link;
  std::string subtitle;
  std::string language;          // as declared: "en-us", "zh-cn"; may be empty
  UpdateHints hints;             // how often it wants to be asked
  PushLinks links;               // who pushes what is new in it
  std::vector<Article> entries;  // in the feed's order
};

/// What is searched for names and events: headline and the longer of summary and content.
struct NewsText {
  std::string title;
  std::string body;
  std::string language;  // "en", "zh", "de"; empty: unknown
};

[[nodiscard]] NewsText news_text(const Article& article, std::string_view feed_language);

}  // namespace tipoff
