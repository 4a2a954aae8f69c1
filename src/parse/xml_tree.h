// XmlTree: a feed's markup as far as it is sound, read without ever giving up.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "parse/xml_namespace.h"

namespace tipoff {

struct XmlAttribute {
  std::string_view name;   // as written, with its prefix
  std::string_view value;  // references not yet decoded
};

/// An element. Names are without prefix and in lower case. Nodes stand in document order; links are
/// indexes, 0 (the document itself) for none.
struct XmlNode {
  Vocabulary vocabulary = Vocabulary::core;
  std::string_view name;
  std::string_view inner;  // the source between the tags
  std::uint32_t parent = 0;
  std::uint32_t first_child = 0;
  std::uint32_t last_child = 0;
  std::uint32_t next_sibling = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  bool closed = false;      // by its end tag, or by that of an element around it
  bool has_markup = false;  // holds elements, and not only text
};

/// Reads what no strict parser would: control characters, a bare '&' or '<', unquoted or valueless
/// attributes, tags that overlap or are never closed, text after the root, an end in the middle.
/// What is not understood is text. A new item closes the one that was left open. Elements deeper
/// than 7 levels are no nodes (their source is in `inner` of those around them), and after 400,000
/// nodes the document counts as cut there. Linear in time and memory.
class XmlTree {
 public:
  /// `source` must outlive the tree.
  explicit XmlTree(std::string_view source);

  [[nodiscard]] const std::vector<XmlNode>& nodes() const {
    return nodes_;
  }  // the first one is the document
  [[nodiscard]] const XmlNode& node(std::uint32_t index) const { return nodes_[index]; }

  /// The decoded value of an attribute by its name as written ("xml:base"), any case; empty if
  /// there is none.
  [[nodiscard]] std::string attribute(const XmlNode& node, std::string_view name) const;
  [[nodiscard]] std::string_view raw_attribute(const XmlNode& node, std::string_view name) const;
  [[nodiscard]] bool has_attribute(const XmlNode& node, std::string_view name) const;

  /// What the element's text is in XML: CDATA taken as it is, references decoded once, comments
  /// dropped. Of an element with markup, its source.
  [[nodiscard]] static std::string text(const XmlNode& node);

 private:
  friend class XmlReader;
  std::vector<XmlNode> nodes_;
  std::vector<XmlAttribute> attributes_;
  std::deque<std::string> names_;  // lower case copies; a deque, because nodes point into it
};

}  // namespace tipoff
