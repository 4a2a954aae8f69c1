// The tree's answers: attributes and text, decoded when they are asked for.
#include "parse/xml_tree.h"

#include <algorithm>

#include "parse/xml_reader.h"
#include "text/html.h"

namespace tipoff {
namespace {

constexpr auto npos = std::string_view::npos;

bool same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [&](char x, char y) { return lower(x) == lower(y); });
}

// One piece of an element's source, taken off its front: a CDATA section, a comment or instruction,
// or the text before the next.
void append_piece(std::string& text, std::string_view& source) {
  const auto take = [&](std::size_t begin, std::string_view mark) {
    const auto end = source.find(mark, begin);
    const auto piece = source.substr(begin, end == npos ? npos : end - begin);
    source.remove_prefix(end == npos ? source.size() : end + mark.size());
    return piece;
  };
  if (source.starts_with("<![CDATA[")) {
    text += take(9, "]]>");
  } else if (source.starts_with("<!--")) {
    take(4, "-->");
  } else if (source.starts_with("<?")) {
    take(2, ">");
  } else {
    const auto piece = source.substr(0, source.find('<', 1));
    source.remove_prefix(piece.size());
    append_decoded(text, piece);
  }
}

}  // namespace

XmlTree::XmlTree(std::string_view source) {
  XmlReader(source, *this).read();
}

bool XmlTree::has_attribute(const XmlNode& node, std::string_view name) const {
  const auto* first = attributes_.data() + node.first_attribute;
  return std::any_of(first, first + node.attribute_count,
                     [&](const XmlAttribute& attribute) { return same(attribute.name, name); });
}

std::string_view XmlTree::raw_attribute(const XmlNode& node, std::string_view name) const {
  const auto* first = attributes_.data() + node.first_attribute;
  const auto* last = first + node.attribute_count;
  const auto* found = std::find_if(
      first, last, [&](const XmlAttribute& attribute) { return same(attribute.name, name); });
  return found == last ? std::string_view() : found->value;
}

std::string XmlTree::attribute(const XmlNode& node, std::string_view name) const {
  return decode_references(raw_attribute(node, name));
}

std::string XmlTree::text(const XmlNode& node) {
  if (node.has_markup) return std::string(node.inner);
  std::string text;
  text.reserve(node.inner.size());
  for (auto source = node.inner; !source.empty();) append_piece(text, source);
  return text;
}

}  // namespace tipoff
