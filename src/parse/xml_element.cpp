// Elements of a feed: text constructs, and the base of their links.
#include "parse/xml_element.h"

#include <algorithm>
#include <cstring>

#include "parse/base64.h"
#include "parse/xml_names.h"
#include "text/html.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_base =
    4096;  // bytes: a longer one, joined to every link, would cost quadratic time

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_xml_space(text.back())) text.remove_suffix(1);
  return text;
}

// Until `visit` returns false; the first few, for they are looked through again and again.
template <typename Visit>
void for_attributes(const pugi::xml_node& node, Visit visit) {
  constexpr int most_attributes = 64;
  int count = 0;
  for (auto attribute = node.first_attribute(); attribute && count < most_attributes;
       attribute = attribute.next_attribute(), ++count)
    if (!visit(attribute.name(), attribute.value())) return;
}

const char* raw_attribute(const pugi::xml_node& node, std::string_view wanted) {
  const char* found = "";
  for_attributes(node, [&](std::string_view name, const char* value) {
    if (!same_name(name, wanted)) return true;
    found = value;
    return false;
  });
  return found;
}

bool holds_elements(const pugi::xml_node& node) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
    if (child.type() == pugi::node_element) return true;
  return false;
}

// An element's value is the text before its first child. Most hold that only, or one CDATA section.
std::string text_of(const pugi::xml_node& element) {
  const auto before = trimmed(element.value());
  const auto child = element.first_child();
  if (!child) return decode_references(before);
  if (before.empty() && child.type() == pugi::node_cdata && !child.next_sibling())
    return std::string(trimmed(child.value()));
  std::string text = decode_references(element.value());
  for (const pugi::xml_node& piece : element.children()) {
    if (piece.type() == pugi::node_cdata)
      text += piece.value();
    else
      append_decoded(text, piece.value());
  }
  return text;
}

void append_start(std::string& markup, const pugi::xml_node& node) {
  if (node.type() == pugi::node_element) {
    markup += '<';
    markup += node.name();
    markup += '>';
    markup += node.value();
  } else if (node.type() == pugi::node_cdata) {
    markup += "<![CDATA[";
    markup += node.value();
    markup += "]]>";
  } else {
    markup += node.value();
  }
}

void append_end(std::string& markup, const pugi::xml_node& node) {
  if (node.type() != pugi::node_element) return;
  markup += "</";
  markup += node.name();
  markup += '>';
}

// Without recursion, for markup may be of any depth; without attributes, for they are no text, and
// as they are not decoded they could not be quoted soundly.
std::string markup_of(const pugi::xml_node& around) {
  std::string markup = around.value();
  pugi::xml_node node = around.first_child();
  while (node) {
    append_start(markup, node);
    if (const auto child = node.first_child()) {
      node = child;
      continue;
    }
    append_end(markup, node);
    while (!node.next_sibling() && node.parent() != around) {
      node = node.parent();
      append_end(markup, node);
    }
    node = node.next_sibling();
  }
  return markup;
}

bool holds_bytes(const std::string& type) {
  return type.find('/') != type.npos && !type.starts_with("text/") && !type.ends_with("xml") &&
         !type.ends_with("html");
}

}  // namespace

XmlElement::XmlElement(const pugi::xml_node& node, const XmlElement& around)
    : node_(node),
      namespaces_(around.namespaces_),
      base_url_(around.base_url_),
      is_within_base_(around.is_within_base_),
      name_(local_name(node.name())),
      level_(around.level_ + 1) {
  std::transform(name_.begin(), name_.end(), name_.begin(), lower_case);
  for_attributes(node, [&](std::string_view name, const char* value) {
    if (name == "xmlns")
      namespaces_.declare({}, value);
    else if (name.starts_with("xmlns:"))
      namespaces_.declare(name.substr(6), value);
    else if (same_name(name, "xml:base"))
      is_within_base_ = true;
    return true;
  });
  vocabulary_ = namespaces_.vocabulary_of(name_prefix(node.name()));
}

bool XmlElement::has_elements() const {
  return holds_elements(node_);
}

std::vector<XmlElement> XmlElement::children() const {
  constexpr int deepest_level = 7;
  std::vector<XmlElement> found;
  if (level_ >= deepest_level || !has_elements()) return found;
  found.reserve(16);
  for (pugi::xml_node child = node_.first_child(); child; child = child.next_sibling())
    if (child.type() == pugi::node_element) found.push_back(XmlElement(child, *this));
  return found;
}

std::string XmlElement::attribute(std::string_view name) const {
  return decode_references(raw_attribute(node_, name));
}

std::string XmlElement::text() const {
  std::string text = has_elements() ? markup_of(node_) : text_of(node_);
  const auto kept = trimmed(text);
  return kept.size() == text.size() ? std::move(text) : std::string(kept);
}

RawText XmlElement::construct() const {
  const std::string type = attribute("type");
  const std::string mode = attribute("mode");
  RawText read{text(), TextKind::html};
  if (has_elements()) return read;
  if (mode == "base64" || holds_bytes(type)) {
    if (auto bytes = decode_base64(read.text)) read.text = repair_utf8(*bytes);
    return read;
  }
  const bool plain = type == "text" || type == "text/plain" || type == "plain" || mode == "xml";
  if (plain && !looks_like_html(read.text)) read.kind = TextKind::plain;
  return read;
}

std::string XmlElement::base() const {
  if (!is_within_base_) return *base_url_;
  std::vector<std::string> bases;
  for (pugi::xml_node node = node_; node; node = node.parent()) {
    const char* written = raw_attribute(node, "xml:base");
    const auto size = ::strnlen(written, longest_base + 1);  // not measured anew for each link
    if (size > 0 && size <= longest_base) bases.push_back(decode_references({written, size}));
  }
  std::string base = *base_url_;
  for (auto step = bases.rbegin(); step != bases.rend(); ++step) base = resolve_url(base, *step);
  return base;
}

}  // namespace tipoff
