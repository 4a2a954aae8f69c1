// Finding the feed in a document, and the items in the feed.
#include "parse/xml_feed.h"

#include <algorithm>
#include <optional>

#include "parse/xml_entry.h"

namespace tipoff {
namespace {

struct Place {
  std::uint32_t root = 0;     // rss, rdf:RDF, feed, channel: whichever comes first
  std::uint32_t channel = 0;  // what the feed's own fields are children of
  FeedFormat format = FeedFormat::rss;
};

bool is_item(const XmlNode& node) {
  return node.vocabulary == Vocabulary::core && (node.name == "item" || node.name == "entry");
}

std::optional<FeedFormat> format_of(const XmlNode& node) {
  if (node.vocabulary == Vocabulary::rdf && node.name == "rdf") return FeedFormat::rdf;
  if (node.name == "feed" && node.vocabulary != Vocabulary::other) return FeedFormat::atom;
  if (node.name == "rdf") return FeedFormat::rdf;
  if (node.name == "rss") return FeedFormat::rss;
  if (node.vocabulary != Vocabulary::core) return std::nullopt;
  if (node.name == "channel" || node.name == "item") return FeedFormat::rss;
  if (node.name == "entry") return FeedFormat::atom;
  return std::nullopt;
}

Result<Place> find_feed(const XmlTree& tree) {
  const auto& nodes = tree.nodes();
  if (nodes.size() < 2) return failure("this is no feed: it holds no markup");
  if (nodes[1].name == "html") return failure("this is a web page and no feed");
  Place place;
  for (std::uint32_t index = 1; index < nodes.size() && place.root == 0; ++index) {
    if (const auto format = format_of(nodes[index])) {
      place.root = place.channel = index;
      place.format = *format;
    }
  }
  if (place.root == 0)
    return failure("this is no feed: its first element is <" +
                   std::string(nodes[1].name.substr(0, 40)) + ">");
  if (is_item(nodes[place.root])) place.root = place.channel = nodes[place.root].parent;
  for (auto child = nodes[place.root].first_child; child != 0; child = nodes[child].next_sibling) {
    if (nodes[child].name != "channel") continue;
    place.channel = child;
    break;
  }
  return place;
}

class FeedFields {
 public:
  void take(const XmlElement& element) {
    const bool core = element.vocabulary() == Vocabulary::core;
    const auto name = element.name();
    if (name == "title" && (core || element.vocabulary() == Vocabulary::dc)) {
      keep(feed_.title, title_rank_, core ? 2 : 1, element);
    } else if (core && (name == "subtitle" || name == "tagline" || name == "description" ||
                        name == "abstract")) {
      keep(feed_.subtitle, subtitle_rank_, 2, element);
    } else if (name == "description" && element.vocabulary() == Vocabulary::dc) {
      keep(feed_.subtitle, subtitle_rank_, 1, element);
    } else if (core && name == "link") {
      links_.consider(element);
    } else if (name == "language" && (core || element.vocabulary() == Vocabulary::dc)) {
      if (feed_.language.empty()) feed_.language = element.text();
    }
  }

  RawFeed finish(const XmlElement& root, const XmlElement& channel) {
    if (feed_.language.empty()) feed_.language = channel.attribute("xml:lang");
    if (feed_.language.empty()) feed_.language = root.attribute("xml:lang");
    if (auto href = channel.attribute("href"); !href.empty())
      links_.fall_back_to({href, channel.base()}, 2);
    feed_.link = links_.best();
    return std::move(feed_);
  }

 private:
  static void keep(RawText& kept, int& kept_rank, int rank, const XmlElement& element) {
    if (rank <= kept_rank) return;
    kept = element.construct();
    kept_rank = rank;
  }

  RawFeed feed_;
  LinkChoice links_;
  int title_rank_ = 0;
  int subtitle_rank_ = 0;
};

bool lies_in_an_item(const std::vector<XmlNode>& nodes, std::uint32_t index) {
  for (index = nodes[index].parent; index != 0; index = nodes[index].parent)
    if (is_item(nodes[index])) return true;
  return false;
}

}  // namespace

Result<RawFeed> read_xml_feed(std::string_view text, const std::string& base_url) {
  const XmlTree tree(text);
  const auto place = find_feed(tree);
  if (!place) return std::unexpected(place.error());
  const XmlElement root(tree, place->root, base_url);
  const XmlElement channel(tree, place->channel, base_url);
  FeedFields fields;
  for (const XmlElement& child : channel.children()) fields.take(child);
  RawFeed feed = fields.finish(root, channel);
  feed.format = place->format;
  const auto count = tree.nodes().size();
  for (std::uint32_t index = 1; index < count && feed.entries.size() < most_entries; ++index) {
    const XmlNode& node = tree.node(index);
    if (is_item(node) && node.closed && !lies_in_an_item(tree.nodes(), index))
      feed.entries.push_back(read_xml_entry(XmlElement(tree, index, base_url)));
  }
  return feed;
}

}  // namespace tipoff
