// Reading markup that may be anything: what cannot be a tag is text, and every byte is looked at a
// bounded number of times.
#include "parse/xml_reader.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tipoff {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t deepest_node = 7;  // channel, item, group, content, title, and some to spare
constexpr std::size_t deepest_open =
    128;  // bounds the search for the element that an end tag closes
constexpr std::size_t most_nodes = 400'000;
constexpr std::size_t most_attributes = 40;  // of one element
constexpr std::size_t most_attributes_together = 1'000'000;

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

std::pair<std::string_view, std::string_view> split_name(std::string_view name) {
  const auto colon = name.find(':');
  if (colon == npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

}  // namespace

void XmlReader::read() {
  tree_.nodes_.emplace_back();
  while (at_ < source_.size() && tree_.nodes_.size() < most_nodes) {
    at_ = std::min(source_.find('<', at_), source_.size());
    if (at_ < source_.size()) read_markup();
  }
  close_down_to(0, source_.size(), false);
}

void XmlReader::read_markup() {
  const char next = peek(1);
  if (next == '/') return read_end_tag();
  if (begins_name(next)) return read_start_tag();
  const auto rest = source_.substr(at_);
  if (rest.starts_with("<![CDATA[")) {
    skip_past("]]>", 9);
  } else if (rest.starts_with("<!--")) {
    skip_past("-->", 4);
  } else if (next == '?') {
    skip_past(">", 1);
  } else if (same(rest.substr(0, 9), "<!doctype")) {
    skip_doctype();
  } else {
    ++at_;
  }
}

bool XmlReader::skip_past(std::string_view end, std::size_t from) {
  const auto found = source_.find(end, at_ + from);
  at_ = found == npos ? source_.size() : found + end.size();
  return found != npos;
}

void XmlReader::skip_doctype() {
  const auto end = source_.find_first_of("[>", at_);
  if (end != npos && source_[end] == '[') {
    at_ = end;
    if (!skip_past("]", 1)) return;
  }
  skip_past(">", 0);
}

std::string_view XmlReader::read_name() {
  const std::size_t begin = at_;
  while (continues_name(peek())) ++at_;
  return source_.substr(begin, at_ - begin);
}

void XmlReader::skip_space() {
  while (at_ < source_.size() && is_space(source_[at_])) ++at_;
}

void XmlReader::read_end_tag() {
  const std::size_t begin = at_;
  at_ += 2;
  const auto [prefix, name] = split_name(read_name());
  skip_space();
  if (peek() == '>') ++at_;
  if (name.empty()) return;
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    if (!same(open_[depth].name, name) || !same(open_[depth].prefix, prefix)) continue;
    if (too_deep_ > 0 && depth + 1 == open_.size()) {
      --too_deep_;  // the same name further in is closed first
      return;
    }
    return close_down_to(depth, begin, true);
  }
  if (too_deep_ > 0) --too_deep_;
}

void XmlReader::read_start_tag() {
  const std::size_t begin = at_;
  ++at_;
  Tag tag;
  std::tie(tag.prefix, tag.name) = split_name(read_name());
  if (tag.name.empty() || !read_attributes(tag)) {
    at_ = begin + 1;  // no tag: its sign is text
    return;
  }
  open(tag);
}

// False where the source cannot be a tag: no '>' before the next '<' or the end.
bool XmlReader::read_attributes(Tag& tag) {
  attributes_.clear();
  while (at_ < source_.size()) {
    skip_space();
    const char c = peek();
    if (c == '>' && at_ < source_.size()) {
      ++at_;
      return true;
    }
    if (c == '/' && peek(1) == '>') {
      at_ += 2;
      tag.empty = true;
      return true;
    }
    if (c == '<') return false;
    if (!begins_name(c)) {
      ++at_;
      continue;
    }
    XmlAttribute attribute{read_name(), {}};
    skip_space();
    if (peek() == '=') {
      ++at_;
      skip_space();
      if (!read_attribute_value(attribute.value)) return false;
    }
    if (attributes_.size() < most_attributes) attributes_.push_back(attribute);
  }
  return false;
}

// The closing quote must come before the next '<'; else the value ends at white space or '>'.
bool XmlReader::read_attribute_value(std::string_view& value) {
  const char quote = peek();
  if (quote == '"' || quote == '\'') {
    const char stops[] = {quote, '<', '\0'};
    const auto end = source_.find_first_of(stops, at_ + 1);
    if (end == npos) return false;
    if (source_[end] == quote) {
      value = source_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return true;
    }
    ++at_;
  }
  const std::size_t begin = at_;
  while (at_ < source_.size() && !is_space(source_[at_]) && source_[at_] != '>' &&
         source_[at_] != '<')
    ++at_;
  value = source_.substr(begin, at_ - begin);
  if (value.ends_with('/') && peek() == '>') {
    value.remove_suffix(1);
    --at_;
  }
  return true;
}

void XmlReader::declare_namespaces() {
  for (const XmlAttribute& attribute : attributes_) {
    if (attribute.name == "xmlns")
      namespaces_.declare({}, attribute.value, open_.size());
    else if (attribute.name.starts_with("xmlns:"))
      namespaces_.declare(attribute.name.substr(6), attribute.value, open_.size());
  }
}

void XmlReader::open(const Tag& tag) {
  const bool is_item = same(tag.name, "item") || same(tag.name, "entry");
  if (is_item && tag.prefix.empty()) {
    const auto left_open = std::find_if(open_.begin(), open_.end(),
                                        [](const Open& element) { return element.is_item; });
    if (left_open != open_.end())
      close_down_to(static_cast<std::size_t>(left_open - open_.begin()), at_, true);
  }
  if (open_.size() >= deepest_open) {
    if (!tag.empty) ++too_deep_;
    return;
  }
  declare_namespaces();
  const std::uint32_t node = add_node(tag);
  open_.push_back({tag.prefix, tag.name, node, is_item && tag.prefix.empty()});
  if (tag.empty) close_down_to(open_.size() - 1, at_, true);
}

std::uint32_t XmlReader::add_node(const Tag& tag) {
  auto& nodes = tree_.nodes_;
  const std::uint32_t parent = open_.empty() ? 0 : open_.back().node;
  const bool below_a_node = open_.empty() || parent != 0;
  if (below_a_node) nodes[parent].has_markup = true;
  if (!below_a_node || open_.size() >= deepest_node) return 0;
  const auto index = static_cast<std::uint32_t>(nodes.size());
  XmlNode node;
  node.vocabulary = namespaces_.vocabulary_of(tag.prefix);
  node.name = lower_name(tag.name);
  node.inner = source_.substr(at_);
  node.parent = parent;
  node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
  if (tree_.attributes_.size() < most_attributes_together) {
    node.attribute_count = static_cast<std::uint32_t>(attributes_.size());
    tree_.attributes_.insert(tree_.attributes_.end(), attributes_.begin(), attributes_.end());
  }
  if (nodes[parent].last_child != 0)
    nodes[nodes[parent].last_child].next_sibling = index;
  else
    nodes[parent].first_child = index;
  nodes[parent].last_child = index;
  nodes.push_back(node);
  return index;
}

std::string_view XmlReader::lower_name(std::string_view name) {
  if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return name;
  std::string copy(name);
  std::transform(copy.begin(), copy.end(), copy.begin(), lower);
  return tree_.names_.emplace_back(std::move(copy));
}

void XmlReader::close_down_to(std::size_t depth, std::size_t inner_end, bool soundly) {
  while (open_.size() > depth) {
    if (const std::uint32_t index = open_.back().node; index != 0) {
      XmlNode& node = tree_.nodes_[index];
      const auto begin = static_cast<std::size_t>(node.inner.data() - source_.data());
      node.inner = source_.substr(begin, std::max(inner_end, begin) - begin);
      node.closed = soundly;
    }
    open_.pop_back();
  }
  too_deep_ = 0;
  namespaces_.leave(depth);
}

}  // namespace tipoff
