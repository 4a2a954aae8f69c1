// libxml2 gets UTF-8 that is known to be valid, and may load nothing.
#include "parse/html_document.h"

#include <algorithm>

#include "text/charset.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_COMPACT;

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void collect_text(const xmlNode* node, std::size_t depth, std::string& text) {
  if (depth > deepest_element) return;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      text += text_of(child->content);
      continue;
    }
    const auto name = element_name(child);
    if (name.empty() || name == "script" || name == "style" || name == "noscript") continue;
    collect_text(child, depth + 1, text);
  }
}

void collect_elements(const xmlNode* node, std::string_view name, std::size_t depth,
                      std::vector<const xmlNode*>& found) {
  if (depth > deepest_element) return;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (element_name(child) == name) found.push_back(child);
    collect_elements(child, name, depth + 1, found);
  }
}

}  // namespace

HtmlDocument::HtmlDocument(std::string_view bytes, std::string_view content_type) {
  std::string text = to_utf8(bytes.substr(0, largest_page), content_type).text;
  std::ranges::replace(text, '\0', ' ');
  document_.reset(
      htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options));
}

const xmlNode* HtmlDocument::root() const {
  return document_ == nullptr ? nullptr : xmlDocGetRootElement(document_.get());
}

std::string_view element_name(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? text_of(node->name) : std::string_view();
}

std::string attribute_of(const xmlNode* element, const char* name) {
  for (const xmlAttr* attribute = element->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (text_of(attribute->name) != name) continue;
    std::string value;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next)
      value += text_of(part->content);
    return clean_text(value);
  }
  return {};
}

std::string raw_text_of(const xmlNode* node) {
  std::string text;
  collect_text(node, 0, text);
  return text;
}

std::vector<const xmlNode*> elements_named(const xmlNode* node, std::string_view name) {
  std::vector<const xmlNode*> found;
  if (node != nullptr) collect_elements(node, name, 0, found);
  return found;
}

std::string base_of(const HtmlDocument& page, const std::string& url) {
  for (const xmlNode* base : elements_named(page.root(), "base")) {
    const std::string href = attribute_of(base, "href");
    if (!href.empty()) return resolve_url(url, href);
  }
  return url;
}

}  // namespace tipoff
