// One outline of an OPML document as pugixml holds it: what reading and changing lists share.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parse/opml.h"
#include "result.h"

namespace tipoff {

inline constexpr int deepest_opml_folder = 32;  // what nests deeper is not looked at

[[nodiscard]] bool is_outline(const pugi::xml_node& node);

/// The feed that the outline names, without its folders; empty `xml_url` where it is a folder.
[[nodiscard]] OpmlFeed outline_feed(const pugi::xml_node& outline);

/// `title`, else `text`.
[[nodiscard]] std::string outline_title(const pugi::xml_node& outline);

/// `text` is UTF-8. The error tells the line where the markup breaks, or that this is no OPML.
[[nodiscard]] Result<void> load_opml(pugi::xml_document& document, std::string_view text);

/// The element that holds the outlines; empty where there is none.
[[nodiscard]] pugi::xml_node opml_body(const pugi::xml_document& document);

}  // namespace tipoff
