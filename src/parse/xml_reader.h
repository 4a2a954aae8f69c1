// XmlReader: one pass over a document that fills an XmlTree.
#pragma once

#include "parse/xml_tree.h"

namespace tipoff {

class XmlReader {
 public:
  XmlReader(std::string_view source, XmlTree& tree) : source_(source), tree_(tree) {}
  void read();

 private:
  struct Open {  // an element whose end tag has not come yet
    std::string_view prefix;
    std::string_view name;
    std::uint32_t node;  // 0: too deep to be one
    bool is_item;
  };
  struct Tag {
    std::string_view prefix;
    std::string_view name;
    bool empty = false;
  };

  void read_markup();
  void skip_doctype();
  bool skip_past(std::string_view end, std::size_t from);
  void read_end_tag();
  void read_start_tag();
  bool read_attributes(Tag& tag);
  bool read_attribute_value(std::string_view& value);
  void open(const Tag& tag);
  std::uint32_t add_node(const Tag& tag);
  std::string_view lower_name(std::string_view name);
  void close_down_to(std::size_t depth, std::size_t inner_end, bool soundly);
  void declare_namespaces();
  [[nodiscard]] std::string_view read_name();
  void skip_space();
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  std::string_view source_;
  XmlTree& tree_;
  std::size_t at_ = 0;
  std::size_t too_deep_ = 0;  // elements opened below the deepest that is kept track of
  std::vector<Open> open_;
  std::vector<XmlAttribute> attributes_;  // of the tag at hand
  NamespaceScope namespaces_;
};

}  // namespace tipoff
