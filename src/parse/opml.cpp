// OPML by pugixml: strict on markup, for a person can mend a list; lenient on attributes, for
// readers write them in many ways.
#include "parse/opml.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "parse/xml_names.h"
#include "text/charset.h"
#include "text/format.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr int deepest_folder = 32;  // what nests deeper is not looked at

std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& candidate : node.attributes())
    if (same_name(candidate.name(), name)) return clean_text(candidate.value());
  return {};
}

std::string title_of(const pugi::xml_node& outline) {
  auto title = attribute(outline, "title");
  return title.empty() ? attribute(outline, "text") : title;
}

struct Folder {
  std::vector<std::string> path;
  std::string language;
  int depth = 0;
};

void read_outlines(const pugi::xml_node& parent, const Folder& around,
                   std::vector<OpmlFeed>& feeds) {
  for (const pugi::xml_node& outline : parent.children()) {
    if (!same_name(outline.name(), "outline")) continue;
    OpmlFeed feed;
    feed.title = title_of(outline);
    feed.xml_url = attribute(outline, "xmlUrl");
    feed.html_url = attribute(outline, "htmlUrl");
    feed.language = attribute(outline, "language");
    if (feed.language.empty()) feed.language = around.language;
    feed.description = attribute(outline, "description");
    feed.folders = around.path;
    Folder inside = around;
    ++inside.depth;
    inside.language = feed.language;
    if (!feed.title.empty()) inside.path.push_back(feed.title);
    if (!feed.xml_url.empty()) feeds.push_back(std::move(feed));
    if (inside.depth < deepest_folder) read_outlines(outline, inside, feeds);
  }
}

std::ptrdiff_t line_at(std::string_view text, std::ptrdiff_t offset) {
  const auto end = text.begin() + std::min(offset, static_cast<std::ptrdiff_t>(text.size()));
  return std::count(text.begin(), end, '\n') + 1;
}

pugi::xml_node folder_in(pugi::xml_node parent, const std::vector<std::string>& path) {
  for (const std::string& name : path) {
    pugi::xml_node found = parent.find_child([&](const pugi::xml_node& outline) {
      return outline.attribute("text").value() == name && !outline.attribute("xmlUrl");
    });
    if (!found) {
      found = parent.append_child("outline");
      found.append_attribute("text") = name.c_str();
      found.append_attribute("title") = name.c_str();
    }
    parent = found;
  }
  return parent;
}

void append_feed(pugi::xml_node parent, const OpmlFeed& feed) {
  pugi::xml_node outline = parent.append_child("outline");
  const std::string& title = feed.title.empty() ? feed.xml_url : feed.title;
  outline.append_attribute("type") = "rss";
  outline.append_attribute("text") = title.c_str();
  outline.append_attribute("title") = title.c_str();
  outline.append_attribute("xmlUrl") = feed.xml_url.c_str();
  if (!feed.html_url.empty()) outline.append_attribute("htmlUrl") = feed.html_url.c_str();
  if (!feed.language.empty()) outline.append_attribute("language") = feed.language.c_str();
  if (!feed.description.empty()) outline.append_attribute("description") = feed.description.c_str();
}

}  // namespace

Result<std::vector<OpmlFeed>> read_opml(std::string_view bytes) {
  const std::string text = to_utf8(bytes).text;
  pugi::xml_document document;
  const auto read =
      document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!read) {
    std::string reason = read.description();
    std::transform(reason.begin(), reason.begin() + 1, reason.begin(), lower_case);
    return failure(fmt::format("line {}: not well-formed: {}", line_at(text, read.offset), reason));
  }
  const pugi::xml_node root = document.document_element();
  if (!same_name(root.name(), "opml"))
    return failure(fmt::format("this is no OPML: its first element is <{}>", root.name()));
  std::vector<OpmlFeed> feeds;
  for (const pugi::xml_node& body : root.children())
    if (same_name(body.name(), "body")) read_outlines(body, {}, feeds);
  return feeds;
}

std::string write_opml(const std::vector<OpmlFeed>& feeds, const std::string& title) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node opml = document.append_child("opml");
  opml.append_attribute("version") = "2.0";
  opml.append_child("head").append_child("title").text() = title.c_str();
  pugi::xml_node body = opml.append_child("body");
  for (const OpmlFeed& feed : feeds) append_feed(folder_in(body, feed.folders), feed);
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

}  // namespace tipoff
