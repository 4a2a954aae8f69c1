// XmlDocument: a feed's markup as pugixml reads it, repaired where it is not well-formed.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace tipoff {

/// Reads any bytes. Character references stay as they are written: text/html.h knows more of them.
/// Linear in time; a document of more than 1,000,000 signs '<' goes through the repair, which
/// bounds its elements.
class XmlDocument {
 public:
  explicit XmlDocument(std::string_view source);
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;

  [[nodiscard]] pugi::xml_node root() const { return document_; }  // around all elements

 private:
  pugi::xml_parse_result load();

  std::string bytes_;  // what the nodes point into
  pugi::xml_document document_;
};

}  // namespace tipoff
