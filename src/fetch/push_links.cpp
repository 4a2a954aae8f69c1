// Link headers, read as far as hub and self need it.
#include "fetch/push_links.h"

#include <algorithm>

#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::string_view blanks = " \t";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

/// Reads `<target>; name=value; name="value", <target>..` from left to right.
class LinkReader {
 public:
  explicit LinkReader(std::string_view text) : text_(text) {}

  struct Link {
    std::string target;
    std::string rel;
    bool of_another_page = false;
  };

  /// False at the end, or where the rest is no link.
  bool next(Link& link) {
    skip(" \t,");
    if (!take('<')) return false;
    const auto end = text_.find('>', at_);
    if (end == std::string_view::npos) return false;
    link = {.target = std::string(text_.substr(at_, end - at_)), .rel = {}};
    at_ = end + 1;
    for (skip(blanks); take(';'); skip(blanks)) parameter(link);
    return true;
  }

 private:
  void skip(std::string_view which) {
    while (at_ < text_.size() && which.find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void parameter(Link& link) {
    skip(blanks);
    const std::string name = until("=;, \t");
    skip(blanks);
    if (!take('=')) return;
    skip(blanks);
    const std::string value = take('"') ? quoted() : until(";, \t");
    if (same(name, "rel") && link.rel.empty()) link.rel = value;
    if (same(name, "anchor")) link.of_another_page = true;
  }

  std::string until(std::string_view ends) {
    const auto end = std::min(text_.find_first_of(ends, at_), text_.size());
    std::string part(text_.substr(at_, end - at_));
    at_ = end;
    return part;
  }

  std::string quoted() {
    std::string value;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      value += text_[at_];
    }
    take('"');
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool has_relation(std::string_view rel, std::string_view word) {
  constexpr std::string_view between = " \t\r\n";
  for (std::size_t at = 0; at < rel.size();) {
    const auto end = std::min(rel.find_first_of(between, at), rel.size());
    if (same(rel.substr(at, end - at), word)) return true;
    at = end + 1;
  }
  return false;
}

void add_push_link(PushLinks& links, std::string_view rel, std::string address) {
  if (!is_http(address)) return;
  if (has_relation(rel, "self") && links.self.empty()) links.self = address;
  if (has_relation(rel, "hub") && links.hubs.size() < most_hubs)
    links.hubs.push_back(std::move(address));
}

PushLinks push_links(const Response& response) {
  PushLinks links;
  for (const auto& [name, value] : response.headers) {
    if (name != "link") continue;
    LinkReader reader(value);
    for (LinkReader::Link link; reader.next(link);)
      if (!link.of_another_page)
        add_push_link(links, link.rel, resolve_url(response.url, link.target));
  }
  return links;
}

}  // namespace tipoff
