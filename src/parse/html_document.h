// HtmlDocument: a web page as libxml2's HTML parser reads it.
#pragma once

#include <libxml/HTMLparser.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tipoff {

inline constexpr std::size_t largest_page = 4U << 20;  // bytes; what is longer is cut there
inline constexpr std::size_t deepest_element = 200;    // what nests deeper is not looked at

/// Reads any bytes, as far as they are sound; never loads anything else. Time and memory are linear
/// in them.
class HtmlDocument {
 public:
  /// `content_type`: the HTTP header's value; may be empty.
  HtmlDocument(std::string_view bytes, std::string_view content_type);

  [[nodiscard]] const xmlNode* root() const;  // null where there is nothing to read

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;
};

/// In lower case; empty where the node is no element.
[[nodiscard]] std::string_view element_name(const xmlNode* node);

/// An attribute's value, clean (utf8.h, clean_text); empty where there is none.
[[nodiscard]] std::string attribute_of(const xmlNode* element, const char* name);

/// All text below a node as it stands, without that of scripts and styles.
[[nodiscard]] std::string raw_text_of(const xmlNode* node);

/// The elements of that name below a node, in the document's order.
[[nodiscard]] std::vector<const xmlNode*> elements_named(const xmlNode* node,
                                                         std::string_view name);

/// Where relative links start: the page's own address, or what its <base> says.
[[nodiscard]] std::string base_of(const HtmlDocument& page, const std::string& url);

}  // namespace tipoff
