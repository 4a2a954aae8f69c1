// JSON Feed: every field may be missing or of another type than it should be.
#include "parse/json_feed.h"

#include "parse/xml_names.h"
#include "text/html.h"
#include "text/json.h"
#include "text/url.h"

namespace tipoff {
namespace {

std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_number() ? dump(*found) : std::string();
}

std::string first_of(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (auto text = text_of(object, key); !text.empty()) return text;
  return {};
}

const Json& list_at(const Json& object, const char* key) {
  static const Json none = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : none;
}

std::string author_of(const Json& object) {
  for (const Json& author : list_at(object, "authors"))
    if (auto name = text_of(author, "name"); !name.empty()) return name;
  const auto author = object.find("author");
  if (author == object.end()) return {};
  return author->is_string() ? author->get<std::string>() : text_of(*author, "name");
}

RawText content_of(const Json& item) {
  if (auto html = text_of(item, "content_html"); !html.empty())
    return {std::move(html), TextKind::html};
  return {text_of(item, "content_text"), TextKind::plain};
}

// Titles are plain text, but many that write them take them out of web pages as they are.
RawText line_at(const Json& object, const char* key) {
  return {decode_references(text_of(object, key)), TextKind::plain};
}

RawEntry read_item(const Json& item, const std::string& base_url, const std::string& feed_author) {
  RawEntry entry;
  entry.id = text_of(item, "id");
  entry.title = line_at(item, "title");
  entry.summary = line_at(item, "summary");
  entry.content = content_of(item);
  entry.link = {first_of(item, {"url", "external_url"}), base_url};
  if (entry.link.href.empty() && entry.id.starts_with("http")) entry.link.href = entry.id;
  entry.published = {text_of(item, "date_published")};
  entry.updated = {text_of(item, "date_modified")};
  entry.author = {author_of(item), TextKind::plain};
  if (entry.author.text.empty()) entry.author.text = feed_author;
  for (const Json& tag : list_at(item, "tags"))
    if (tag.is_string()) entry.tags.push_back({tag.get<std::string>(), TextKind::plain});
  return entry;
}

// Line breaks and tabs may stand between the parts of JSON, but not within its strings, where some
// write them all the same: as spaces they may stand anywhere.
auto parse_leniently(std::string_view text) {
  auto document = parse_json(text);
  if (document) return document;
  std::string repaired(text);
  for (char& c : repaired)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return parse_json(repaired);
}

PushLinks push_links_of(const Json& document, const std::string& base_url) {
  PushLinks links;
  const auto add = [&](std::string_view rel, const std::string& url) {
    if (!url.empty()) add_push_link(links, rel, resolve_url(base_url, url));
  };
  add("self", text_of(document, "feed_url"));
  for (const Json& hub : list_at(document, "hubs"))
    if (same_name(text_of(hub, "type"), "websub")) add("hub", text_of(hub, "url"));
  return links;
}

}  // namespace

Result<RawFeed> read_json_feed(std::string_view text, const std::string& base_url) {
  const auto document = parse_leniently(text);
  if (!document) return failure("this is no feed: it begins like JSON, but is not sound");
  const bool is_feed = document->is_object() &&
                       (text_of(*document, "version").find("jsonfeed.org") != std::string::npos ||
                        (document->contains("items") && (*document)["items"].is_array()));
  if (!is_feed) return failure("this is JSON, but no JSON Feed");
  RawFeed feed;
  feed.format = FeedFormat::json;
  feed.title = line_at(*document, "title");
  feed.subtitle = line_at(*document, "description");
  feed.link = {text_of(*document, "home_page_url"), base_url};
  feed.language = text_of(*document, "language");
  feed.links = push_links_of(*document, base_url);
  constexpr std::size_t longest_author = 500;  // bytes: each item without an author has a copy
  std::string author = author_of(*document);
  if (author.size() > longest_author) author.clear();
  for (const Json& item : list_at(*document, "items"))
    if (item.is_object() && feed.entries.size() < most_entries)
      feed.entries.push_back(read_item(item, base_url, author));
  return feed;
}

}  // namespace tipoff
