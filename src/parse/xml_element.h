// XmlElement: an element of a feed and the questions that reading a feed asks of it.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "parse/raw_feed.h"
#include "parse/xml_namespace.h"

namespace tipoff {

/// A view: the document and the base address must outlive it. Names are without prefix and in lower
/// case. Nothing is below the 7th level: channel, item, group, content, title, and some to spare.
class XmlElement {
 public:
  /// The document itself, around its elements.
  XmlElement(const pugi::xml_node& document, const std::string& base_url)
      : node_(document), base_url_(&base_url) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Vocabulary vocabulary() const { return vocabulary_; }
  [[nodiscard]] bool is(Vocabulary vocabulary, std::string_view name) const {
    return vocabulary_ == vocabulary && name_ == name;
  }
  [[nodiscard]] bool has_elements() const;
  [[nodiscard]] std::vector<XmlElement> children() const;

  /// The decoded value of an attribute by its name as written ("xml:base"), any case; empty if
  /// there is none.
  [[nodiscard]] std::string attribute(std::string_view name) const;

  /// Its text without surrounding white space: CDATA taken as it is, references decoded once,
  /// comments dropped. Of an element with markup, that markup without attributes.
  [[nodiscard]] std::string text() const;

  /// Its text in the kind that `type` and `mode` declare (Atom), base64 decoded; markup where none
  /// declares it (RSS).
  [[nodiscard]] RawText construct() const;

  /// xml:base here and around, joined, on top of the base address of the document.
  [[nodiscard]] std::string base() const;

 private:
  XmlElement(const pugi::xml_node& node, const XmlElement& around);

  pugi::xml_node node_;
  NamespaceScope namespaces_;
  const std::string* base_url_;
  bool is_within_base_ = false;  // it or one around it has xml:base
  std::string name_;
  Vocabulary vocabulary_ = Vocabulary::other;
  int level_ = 0;
};

}  // namespace tipoff
