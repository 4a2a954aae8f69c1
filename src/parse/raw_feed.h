// RawFeed: what a format said, in one shape but not yet cleaned. The first of the two moves from
// bytes to articles.
#pragma once

#include <string>
#include <vector>

#include "parse/article.h"

namespace tipoff {

enum class TextKind { plain, html };

struct RawText {
  std::string text;  // its format's own escaping already undone
  TextKind kind = TextKind::html;
};

/// Links are as written, with the base that holds where they stood.
struct RawLink {
  std::string href;
  std::string base;
};

struct RawEntry {
  RawText title;
  RawText summary;
  RawText content;
  RawText author;
  std::string source;  // an address or a name
  std::string id;
  RawLink link;
  std::vector<std::string> published;  // candidates, best first: the first that is a date counts
  std::vector<std::string> updated;
  std::vector<RawText> tags;
};

/// A document's entries beyond these are left out: real feeds hold a few thousand at most.
inline constexpr std::size_t most_entries = 20'000;

struct RawFeed {
  FeedFormat format = FeedFormat::rss;
  RawText title;
  RawText subtitle;
  RawLink link;
  std::string language;
  UpdateHints hints;
  PushLinks links;
  std::vector<RawEntry> entries;
};

}  // namespace tipoff
