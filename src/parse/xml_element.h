// XmlElement: an element of a feed and the questions that reading a feed asks of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/raw_feed.h"
#include "parse/xml_tree.h"

namespace tipoff {

class XmlElement {
 public:
  XmlElement(const XmlTree& tree, std::uint32_t index, const std::string& base_url)
      : tree_(&tree), index_(index), base_url_(&base_url) {}

  [[nodiscard]] std::string_view name() const { return node().name; }
  [[nodiscard]] Vocabulary vocabulary() const { return node().vocabulary; }
  [[nodiscard]] bool is(Vocabulary vocabulary, std::string_view name) const {
    return node().vocabulary == vocabulary && node().name == name;
  }
  [[nodiscard]] bool closed() const { return node().closed; }
  [[nodiscard]] bool has_elements() const { return node().first_child != 0; }
  [[nodiscard]] std::string attribute(std::string_view name) const {
    return tree_->attribute(node(), name);
  }
  [[nodiscard]] bool has_attribute(std::string_view name) const {
    return tree_->has_attribute(node(), name);
  }
  [[nodiscard]] std::vector<XmlElement> children() const;

  /// Its text without surrounding white space, references decoded once.
  [[nodiscard]] std::string text() const;

  /// Its text in the kind that `type` and `mode` declare (Atom), base64 decoded; markup where none
  /// declares it (RSS).
  [[nodiscard]] RawText construct() const;

  /// xml:base here and around, joined, on top of the base address of the document.
  [[nodiscard]] std::string base() const;

 private:
  [[nodiscard]] const XmlNode& node() const { return tree_->node(index_); }

  const XmlTree* tree_;
  std::uint32_t index_;
  const std::string* base_url_;
};

}  // namespace tipoff
