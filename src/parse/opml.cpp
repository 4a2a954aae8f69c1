// OPML by pugixml.
#include "parse/opml.h"

#include <sstream>

#include "parse/opml_outline.h"
#include "parse/xml_names.h"
#include "text/charset.h"

namespace tipoff {
namespace {

struct Folder {
  std::vector<std::string> path;
  std::string language;
  int depth = 0;
};

void read_outlines(const pugi::xml_node& parent, const Folder& around,
                   std::vector<OpmlFeed>& feeds) {
  for (const pugi::xml_node& outline : parent.children()) {
    if (!is_outline(outline)) continue;
    OpmlFeed feed = outline_feed(outline);
    if (feed.language.empty()) feed.language = around.language;
    feed.folders = around.path;
    Folder inside = around;
    ++inside.depth;
    inside.language = feed.language;
    if (!feed.title.empty()) inside.path.push_back(feed.title);
    if (!feed.xml_url.empty()) feeds.push_back(std::move(feed));
    if (inside.depth < deepest_opml_folder) read_outlines(outline, inside, feeds);
  }
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
  for (const auto& [name, value] : feed.others)
    outline.append_attribute(name.c_str()) = value.c_str();
}

}  // namespace

std::string OpmlFeed::other(std::string_view name) const {
  for (const auto& [key, value] : others)
    if (same_name(key, name)) return value;
  return {};
}

Result<std::vector<OpmlFeed>> read_opml(std::string_view bytes) {
  const std::string text = to_utf8(bytes).text;
  pugi::xml_document document;
  if (auto loaded = load_opml(document, text); !loaded) return std::unexpected(loaded.error());
  std::vector<OpmlFeed> feeds;
  read_outlines(opml_body(document), {}, feeds);
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
