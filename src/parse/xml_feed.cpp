// Finding the feed in a document, and the items in the feed.
#include "parse/xml_feed.h"

#include <optional>
#include <utility>

#include "parse/xml_document.h"
#include "parse/xml_entry.h"
#include "parse/xml_hints.h"
#include "parse/xml_names.h"
#include "text/url.h"

namespace tipoff {
namespace {

struct Place {
  XmlElement root;     // around the feed's own fields and its items
  XmlElement channel;  // what the feed's own fields are children of
  FeedFormat format;
};

bool is_item(const XmlElement& element) {
  return element.is(Vocabulary::core, "item") || element.is(Vocabulary::core, "entry");
}

std::optional<FeedFormat> format_of(const XmlElement& element) {
  const auto& name = element.name();
  if (name == "rdf") return FeedFormat::rdf;
  if (name == "feed" && element.vocabulary() != Vocabulary::other) return FeedFormat::atom;
  if (name == "rss") return FeedFormat::rss;
  if (element.vocabulary() != Vocabulary::core) return std::nullopt;
  if (name == "channel" || name == "item") return FeedFormat::rss;
  if (name == "entry") return FeedFormat::atom;
  return std::nullopt;
}

XmlElement channel_of(const XmlElement& root) {
  for (const XmlElement& child : root.children())
    if (child.name() == "channel") return child;
  return root;
}

// The first element that is one of a feed's, in the order of the document: rss, rdf:RDF, feed,
// channel, or an item without any of them.
std::optional<Place> find_place(const XmlElement& around) {
  for (const XmlElement& element : around.children()) {
    if (const auto format = format_of(element)) {
      const XmlElement& root = is_item(element) ? around : element;
      return Place{root, channel_of(root), *format};
    }
    if (auto place = find_place(element)) return place;
  }
  return std::nullopt;
}

/// HTML lets a page leave out <html> and <head>, but not this.
bool is_declared_html(std::string_view text) {
  constexpr std::string_view mark = "<!doctype html";
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && same_name(text.substr(first, mark.size()), mark);
}

Result<Place> find_feed(const XmlElement& document, std::string_view text) {
  const auto elements = document.children();
  if (elements.empty()) return failure("this is no feed: it holds no markup");
  const std::string& first = elements[0].name();
  if (first == "html") return failure("this is a web page and no feed");
  if (auto place = find_place(document)) return *std::move(place);
  if (is_declared_html(text)) return failure("this is a web page and no feed");
  return failure("this is no feed: its first element is <" + first.substr(0, 40) + ">");
}

class FeedFields {
 public:
  void take(const XmlElement& element) {
    const bool core = element.vocabulary() == Vocabulary::core;
    const std::string& name = element.name();
    if (name == "title" && (core || element.vocabulary() == Vocabulary::dc)) {
      keep(feed_.title, title_rank_, core ? 2 : 1, element);
    } else if (core && (name == "subtitle" || name == "tagline" || name == "description" ||
                        name == "abstract")) {
      keep(feed_.subtitle, subtitle_rank_, 2, element);
    } else if (name == "description" && element.vocabulary() == Vocabulary::dc) {
      keep(feed_.subtitle, subtitle_rank_, 1, element);
    } else if (core && name == "link") {
      links_.consider(element);
      take_push_link(element);
    } else if (name == "language" && (core || element.vocabulary() == Vocabulary::dc)) {
      if (feed_.language.empty()) feed_.language = element.text();
    } else {
      hints_.take(element);
    }
  }

  RawFeed finish(const XmlElement& root, const XmlElement& channel) {
    feed_.hints = hints_.taken();
    if (feed_.language.empty()) feed_.language = channel.attribute("xml:lang");
    if (feed_.language.empty()) feed_.language = root.attribute("xml:lang");
    if (auto href = channel.attribute("href"); !href.empty())
      links_.fall_back_to({href, channel.base()}, 2);
    feed_.link = links_.best();
    return std::move(feed_);
  }

 private:
  void take_push_link(const XmlElement& link) {
    const auto rel = link.attribute("rel");
    if (!has_relation(rel, "hub") && !has_relation(rel, "self")) return;
    const auto href = link.attribute("href");
    if (!href.empty()) add_push_link(feed_.links, rel, resolve_url(link.base(), href));
  }

  static void keep(RawText& kept, int& kept_rank, int rank, const XmlElement& element) {
    if (rank <= kept_rank) return;
    kept = element.construct();
    kept_rank = rank;
  }

  RawFeed feed_;
  LinkChoice links_;
  HintReader hints_;
  int title_rank_ = 0;
  int subtitle_rank_ = 0;
};

// Wherever they are: within the channel, beside it, or after the end of the feed.
void read_entries(const XmlElement& around, std::vector<RawEntry>& entries) {
  for (const XmlElement& element : around.children()) {
    if (entries.size() >= most_entries) return;
    if (is_item(element))
      entries.push_back(read_xml_entry(element));
    else
      read_entries(element, entries);
  }
}

}  // namespace

Result<RawFeed> read_xml_feed(std::string_view text, const std::string& base_url) {
  const XmlDocument markup(text);
  const XmlElement document(markup.root(), base_url);
  const auto place = find_feed(document, text);
  if (!place) return std::unexpected(place.error());
  FeedFields fields;
  for (const XmlElement& child : place->channel.children()) fields.take(child);
  RawFeed feed = fields.finish(place->root, place->channel);
  feed.format = place->format;
  read_entries(document, feed.entries);
  return feed;
}

}  // namespace tipoff
