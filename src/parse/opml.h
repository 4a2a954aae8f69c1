// OPML (opml.org/spec2.opml): lists of feeds, as readers exchange them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "result.h"

namespace tipoff {

/// One outline that names a feed.
struct OpmlFeed {
  std::string title;    // `title`, else `text`
  std::string xml_url;  // never empty
  std::string html_url;
  std::string language;  // its own, else that of the outline around it; may be empty
  std::string description;
  std::vector<std::string> folders;  // the titles of the outlines around it, outermost first
  std::vector<std::pair<std::string, std::string>> others;  // further attributes, as they are named

  /// The value of a further attribute, whatever its case; empty where there is none.
  [[nodiscard]] std::string other(std::string_view name) const;

  bool operator==(const OpmlFeed&) const = default;
};

/// The feeds in the list's order. An error tells the line where the markup breaks, or that this is
/// no OPML.
[[nodiscard]] Result<std::vector<OpmlFeed>> read_opml(std::string_view bytes);

/// An OPML 2.0 document that other readers read back; feeds of the same folders stand together, in
/// the order of their first one.
[[nodiscard]] std::string write_opml(const std::vector<OpmlFeed>& feeds, const std::string& title);

}  // namespace tipoff
