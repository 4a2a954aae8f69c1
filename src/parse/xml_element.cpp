// Elements of a feed: text constructs, and the base of their links.
#include "parse/xml_element.h"

#include <algorithm>

#include "parse/base64.h"
#include "text/html.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_base =
    4096;  // bytes: a longer one, joined to every link, would cost quadratic time

std::string trimmed(std::string text) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  const auto end = std::find_if_not(text.rbegin(), text.rend(), is_blank).base();
  text.erase(end, text.end());
  if (!text.empty() && is_blank(text.front()))
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_blank));
  return text;
}

bool holds_bytes(const std::string& type) {
  return type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml") &&
         !type.ends_with("html");
}

}  // namespace

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> found;
  for (auto child = node().first_child; child != 0; child = tree_->node(child).next_sibling)
    found.emplace_back(*tree_, child, *base_url_);
  return found;
}

std::string XmlElement::text() const {
  return trimmed(XmlTree::text(node()));
}

RawText XmlElement::construct() const {
  const std::string type = attribute("type");
  const std::string mode = attribute("mode");
  RawText read{text(), TextKind::html};
  if (node().has_markup) return read;
  if (mode == "base64" || holds_bytes(type)) {
    if (auto bytes = decode_base64(read.text)) read.text = repair_utf8(*bytes);
    return read;
  }
  const bool plain = type == "text" || type == "text/plain" || type == "plain" || mode == "xml";
  if (plain && !looks_like_html(read.text)) read.kind = TextKind::plain;
  return read;
}

std::string XmlElement::base() const {
  std::vector<std::string> bases;
  for (auto index = index_; index != 0; index = tree_->node(index).parent) {
    const auto written = tree_->raw_attribute(tree_->node(index), "xml:base");
    if (!written.empty() && written.size() <= longest_base)
      bases.push_back(decode_references(written));
  }
  std::string base = *base_url_;
  for (auto step = bases.rbegin(); step != bases.rend(); ++step) base = resolve_url(base, *step);
  return base;
}

}  // namespace tipoff
