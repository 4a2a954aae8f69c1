// Writes triggers as an Atom feed.
#include "emit/atom.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "emit/markup.h"
#include "text/date.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr const char* atom_namespace = "http://www.w3.org/2005/Atom";
constexpr std::size_t most_of_a_list = 200;     // entries
constexpr std::string_view ids_since = "2026";  // the date in the tag: URIs; it must not change

/// Clean, and without U+FFFE and U+FFFF, which no XML 1.0 document may hold.
std::string xml_text(std::string_view text) {
  const std::string line = clean_text(text);
  std::string allowed;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    append_utf8(allowed, c == 0xFFFE || c == 0xFFFF ? replacement_character : c);
  }
  return allowed;
}

std::string spoken(std::string_view identifier) {
  std::string words = xml_text(identifier);
  std::ranges::replace(words, '_', ' ');
  return words;
}

void add_text(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).text().set(text.c_str());
}

void add_link(pugi::xml_node parent, const char* relation, const std::string& address) {
  const std::string link = xml_text(safe_link(address));
  if (link.empty()) return;
  auto node = parent.append_child("link");
  node.append_attribute("rel").set_value(relation);
  node.append_attribute("href").set_value(link.c_str());
}

void add_category(pugi::xml_node entry, std::string_view term) {
  entry.append_child("category").append_attribute("term").set_value(xml_text(term).c_str());
}

/// RFC 4151: percent signs keep a seller's name within the characters that a tag: URI may have.
std::string id_of(const AtomOptions& options, const std::string& what) {
  return "tag:" + xml_text(options.authority) + "," + std::string(ids_since) + ":" +
         percent_encode(options.seller) + "/" + what;
}

std::string title_of(const TriggerEntry& entry) {
  return xml_text(entry.account) + ": " + spoken(entry.story.event) + " " +
         std::string(name_of(entry.story.certainty));
}

std::string paragraph(std::string_view text) {
  const std::string clean = xml_text(text);
  return clean.empty() ? "" : "<p>" + escape_html(clean) + "</p>";
}

/// HTML; it is escaped once more where it stands in XML.
std::string content_of(const TriggerEntry& entry) {
  const Story& story = entry.story;
  const std::string evidence = xml_text(story.evidence);
  std::string html = paragraph(entry.why_now) + paragraph(story.title);
  if (!evidence.empty() && evidence != xml_text(story.title))
    html += "<blockquote>" + escape_html(evidence) + "</blockquote>";
  const std::string role = story.role ? " (as " + std::string(name_of(*story.role)) + ")" : "";
  html += paragraph(spoken(story.event) + role + ", " + std::string(name_of(story.certainty)) +
                    ", " + format_utc(story.happened_at).substr(0, 10) + ", " +
                    (story.sources == 1 ? "1 source" : std::to_string(story.sources) + " sources"));
  if (const std::string link = safe_link(story.url); !link.empty())
    html += "<p><a href=\"" + escape_html(link) + "\">" + escape_html(host_of(link)) + "</a></p>";
  return html;
}

void add_entry(pugi::xml_node feed, const TriggerEntry& entry, const AtomOptions& options) {
  const Story& story = entry.story;
  auto node = feed.append_child("entry");
  add_text(node, "id",
           id_of(options, "story/" + std::to_string(story.id) + "/" +
                              std::string(name_of(story.certainty))));
  add_text(node, "title", title_of(entry));
  add_text(node, "published", format_utc(std::min(story.happened_at, story.seen_at)));
  add_text(node, "updated", format_utc(story.seen_at));
  add_link(node, "alternate", story.url);
  add_category(node, story.event);
  add_category(node, name_of(story.certainty));
  auto content = node.append_child("content");
  content.append_attribute("type").set_value("html");
  content.text().set(content_of(entry).c_str());
}

Time latest(std::span<const TriggerEntry> entries) {
  Time latest{};
  for (const TriggerEntry& entry : entries) latest = std::max(latest, entry.story.seen_at);
  return latest;
}

}  // namespace

std::string atom_feed(std::span<const TriggerEntry> entries, const AtomOptions& options) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("utf-8");
  auto feed = document.append_child("feed");
  feed.append_attribute("xmlns").set_value(atom_namespace);
  add_text(feed, "id", id_of(options, "triggers"));
  const bool is_one_of_several = options.seller != "default";
  add_text(feed, "title",
           "Tipoff: triggers" + (is_one_of_several ? " for " + xml_text(options.seller) : ""));
  add_text(feed, "updated", format_utc(latest(entries)));
  add_text(feed.append_child("author"), "name", "Tipoff");
  add_link(feed, "self", options.self);
  for (const TriggerEntry& entry : entries) add_entry(feed, entry, options);
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

std::string atom_of(const CallList& list) {
  std::vector<TriggerEntry> entries;
  for (const CallListEntry& account : list.entries)
    for (const Story& story : account.score.events)
      entries.push_back({.story = story, .account = account.name, .why_now = account.why_now});
  std::ranges::stable_sort(entries, [](const TriggerEntry& a, const TriggerEntry& b) {
    return std::pair(a.story.seen_at, a.story.id) > std::pair(b.story.seen_at, b.story.id);
  });
  if (entries.size() > most_of_a_list) entries.resize(most_of_a_list);
  AtomOptions options;
  options.seller = list.seller;
  return atom_feed(entries, options);
}

}  // namespace tipoff
