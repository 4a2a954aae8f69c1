// One pass that writes what it understood as it should have been; every byte is looked at a bounded
// number of times.
#include "parse/xml_repair.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "parse/xml_names.h"

namespace tipoff {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t deepest = 128;  // bounds the search for the element that an end tag closes
constexpr int most_elements = 400'000;
constexpr std::size_t most_attributes = 64;  // of one element

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) {
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

class Repair {
 public:
  explicit Repair(std::string_view source) : source_(source) { out_.reserve(source.size() + 64); }

  std::string run() && {
    while (at_ < source_.size() && elements_ < most_elements) {
      const auto next = std::min(source_.find('<', at_), source_.size());
      out_ += source_.substr(at_, next - at_);
      at_ = next;
      if (at_ < source_.size()) read_markup();
    }
    drop_cut_item();
    close_down_to(0);
    return std::move(out_);
  }

 private:
  struct Open {  // an element whose end tag has not come yet
    std::string_view name;
    std::size_t begin;  // of its start tag, as written
  };

  void read_markup() {
    const char next = peek(1);
    const auto rest = source_.substr(at_);
    if (next == '/') return read_end_tag();
    if (begins_name(next)) return read_start_tag();
    if (rest.starts_with("<![CDATA[")) return copy_cdata();
    if (rest.starts_with("<!--")) return skip_past("-->", 4);
    if (next == '?') return skip_past(">", 1);
    if (same_name(rest.substr(0, 9), "<!doctype")) return skip_doctype();
    write_sign();
  }

  void write_sign() {
    out_ += "&lt;";
    ++at_;
  }

  void copy_cdata() {
    const auto begin = at_;
    skip_past("]]>", 9);
    out_ += source_.substr(begin, at_ - begin);
    if (!source_.substr(begin, at_ - begin).ends_with("]]>")) out_ += "]]>";
  }

  void skip_past(std::string_view end, std::size_t from) {
    const auto found = source_.find(end, at_ + from);
    at_ = found == npos ? source_.size() : found + end.size();
  }

  void skip_doctype() {
    at_ = std::min(source_.find_first_of("[>", at_), source_.size());
    if (peek() == '[') skip_past("]", 1);
    skip_past(">", 0);
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (continues_name(peek())) ++at_;
    return source_.substr(begin, at_ - begin);
  }

  void skip_space() {
    while (is_xml_space(peek())) ++at_;
  }

  void read_end_tag() {
    at_ += 2;
    const auto name = read_name();
    skip_space();
    if (peek() == '>') ++at_;
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Open& open) { return same_name(open.name, name); });
    const auto depth = static_cast<std::size_t>(open_.rend() - found);
    // The same name further in is closed first.
    if (too_deep_ > 0 && (depth == 0 || depth == open_.size())) {
      if (!name.empty()) --too_deep_;
    } else if (depth > 0) {
      close_down_to(depth - 1);
    }
  }

  void read_start_tag() {
    const std::size_t begin = at_++;
    tag_ = '<';
    const auto name = read_name();
    tag_ += name;
    if (read_attributes()) return open(name);
    at_ = begin;
    write_sign();
  }

  // False where the source cannot be a tag: no '>' before the next '<' or the end.
  bool read_attributes() {
    for (std::size_t count = 0;;) {
      skip_space();
      const char c = peek();
      if (at_ >= source_.size() || c == '<') return false;
      if (c == '>' || (c == '/' && peek(1) == '>')) {
        tag_ += source_.substr(at_, c == '>' ? 1 : 2);
        at_ += c == '>' ? 1 : 2;
        return true;
      }
      if (!begins_name(c)) {
        ++at_;
      } else if (!read_attribute(++count <= most_attributes)) {
        return false;
      }
    }
  }

  bool read_attribute(bool wanted) {
    const auto name = read_name();
    std::string_view value;
    skip_space();
    if (peek() == '=') {
      ++at_;
      skip_space();
      if (!read_attribute_value(value)) return false;
    }
    const char quote = value.find('"') == npos ? '"' : '\'';
    if (!wanted || value.find(quote) != npos) return true;
    tag_ += ' ';
    tag_ += name;
    tag_ += '=';
    tag_ += quote;
    tag_ += value;
    tag_ += quote;
    return true;
  }

  // The closing quote must come before the next '<'; else the value ends at white space or '>'.
  bool read_attribute_value(std::string_view& value) {
    if (const char quote = peek(); quote == '"' || quote == '\'') {
      const char stops[] = {quote, '<', '\0'};
      const auto end = source_.find_first_of(stops, ++at_);
      if (end == npos) return false;
      if (source_[end] == quote) {
        value = source_.substr(at_, end - at_);
        at_ = end + 1;
        return true;
      }
    }
    const std::size_t begin = at_;
    const auto ends = [](char c) { return is_xml_space(c) || c == '>' || c == '<'; };
    while (at_ < source_.size() && !ends(source_[at_])) ++at_;
    if (at_ > begin && source_[at_ - 1] == '/' && peek() == '>') --at_;
    value = source_.substr(begin, at_ - begin);
    return true;
  }

  void open(std::string_view name) {
    if (same_name(name, "item") || same_name(name, "entry")) {
      const auto left_open = std::find_if(open_.begin(), open_.end(), [](const Open& element) {
        return same_name(element.name, "item") || same_name(element.name, "entry");
      });
      if (left_open != open_.end())
        close_down_to(static_cast<std::size_t>(left_open - open_.begin()));
    }
    const bool empty = tag_.ends_with("/>");
    if (open_.size() >= deepest) {
      if (!empty) ++too_deep_;
      return;
    }
    if (!empty) open_.push_back({name, out_.size()});
    out_ += tag_;
    ++elements_;
  }

  void drop_cut_item() {
    const auto cut = std::find_if(open_.begin(), open_.end(), [](const Open& element) {
      const auto local = local_name(element.name);
      return same_name(local, "item") || same_name(local, "entry");
    });
    if (cut == open_.end()) return;
    out_.resize(cut->begin);
    open_.erase(cut, open_.end());
  }

  void close_down_to(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back()) {
      out_ += "</";
      out_ += open_.back().name;
      out_ += '>';
    }
    too_deep_ = 0;
  }

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  std::string_view source_;
  std::size_t at_ = 0;
  int elements_ = 0;          // written
  std::size_t too_deep_ = 0;  // elements opened below the deepest that is kept track of
  std::vector<Open> open_;
  std::string tag_;  // the one at hand, as it will be written
  std::string out_;
};

}  // namespace

std::string repair_markup(std::string_view source) {
  if (source.find('\0') == npos) return Repair(source).run();
  std::string without_nul(source);
  std::erase(without_nul, '\0');
  return Repair(without_nul).run();
}

}  // namespace tipoff
