// Lenient on the names of elements and attributes, for readers write them in many ways; strict on
// markup, for a person can mend a list.
#include "parse/opml_outline.h"

#include <algorithm>
#include <array>

#include "parse/xml_names.h"
#include "text/format.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::array<std::string_view, 7> own_names{"title",    "text",        "xmlUrl", "htmlUrl",
                                                    "language", "description", "type"};

std::string attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& candidate : node.attributes())
    if (same_name(candidate.name(), name)) return clean_text(candidate.value());
  return {};
}

std::ptrdiff_t line_at(std::string_view text, std::ptrdiff_t offset) {
  const auto end = text.begin() + std::min(offset, static_cast<std::ptrdiff_t>(text.size()));
  return std::count(text.begin(), end, '\n') + 1;
}

}  // namespace

bool is_outline(const pugi::xml_node& node) {
  return same_name(node.name(), "outline");
}

std::string outline_title(const pugi::xml_node& outline) {
  auto title = attribute(outline, "title");
  return title.empty() ? attribute(outline, "text") : title;
}

OpmlFeed outline_feed(const pugi::xml_node& outline) {
  OpmlFeed feed;
  feed.title = outline_title(outline);
  feed.xml_url = attribute(outline, "xmlUrl");
  feed.html_url = attribute(outline, "htmlUrl");
  feed.language = attribute(outline, "language");
  feed.description = attribute(outline, "description");
  for (const pugi::xml_attribute& other : outline.attributes()) {
    const bool own = std::ranges::any_of(
        own_names, [&](std::string_view name) { return same_name(other.name(), name); });
    if (!own) feed.others.emplace_back(other.name(), clean_text(other.value()));
  }
  return feed;
}

Result<void> load_opml(pugi::xml_document& document, std::string_view text) {
  const auto read = document.load_buffer(
      text.data(), text.size(), pugi::parse_default | pugi::parse_comments, pugi::encoding_utf8);
  if (!read) {
    std::string reason = read.description();
    std::transform(reason.begin(), reason.begin() + 1, reason.begin(), lower_case);
    return failure(fmt::format("line {}: not well-formed: {}", line_at(text, read.offset), reason));
  }
  const pugi::xml_node root = document.document_element();
  if (!same_name(root.name(), "opml"))
    return failure(fmt::format("this is no OPML: its first element is <{}>", root.name()));
  return {};
}

pugi::xml_node opml_body(const pugi::xml_document& document) {
  for (const pugi::xml_node& child : document.document_element().children())
    if (same_name(child.name(), "body")) return child;
  return {};
}

}  // namespace tipoff
