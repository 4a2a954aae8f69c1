// pugixml tells where an outline stands; the text itself is cut and spliced, so that the comments
// and the layout that a person chose survive.
#include "parse/opml_edit.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "parse/opml_outline.h"
#include "parse/xml_names.h"
#include "text/charset.h"

namespace tipoff {
namespace {

constexpr std::string_view new_document =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
    "    <title>Feeds</title>\n  </head>\n  <body>\n  </body>\n</opml>\n";
constexpr std::size_t indent_step = 2;

/// Where an element stands in the text. Of one that closes itself, `close` is its "/>".
struct Extent {
  std::size_t begin = 0;
  std::size_t close = 0;
  std::size_t end = 0;
  bool closes_itself = false;
};

/// Behind the '>' that ends the tag which begins at `at`.
std::size_t tag_end(std::string_view text, std::size_t at) {
  char quote = '\0';
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return text.size();
}

std::size_t behind(std::string_view text, std::string_view mark, std::size_t at) {
  const auto found = text.find(mark, at);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

/// Behind the piece of markup at `at`, which is no tag; 0 where it is a tag.
std::size_t behind_other_markup(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with("<!--")) return behind(text, "-->", at + 4);
  if (rest.starts_with("<![CDATA[")) return behind(text, "]]>", at + 9);
  if (rest.starts_with("<?")) return behind(text, "?>", at + 2);
  return 0;
}

/// Of the element whose start tag begins at `begin`, in a document that is well-formed.
Extent extent_of(std::string_view text, std::size_t begin) {
  Extent extent{.begin = begin, .close = text.size(), .end = text.size(), .closes_itself = false};
  int depth = 0;
  for (auto at = begin; at != std::string_view::npos && at < text.size(); at = text.find('<', at)) {
    if (const auto end = behind_other_markup(text, at); end > 0) {
      at = end;
      continue;
    }
    const bool is_end = text.substr(at).starts_with("</");
    const auto end = tag_end(text, at);
    const bool closes_itself = !is_end && text[end - 2] == '/';
    if (is_end) --depth;
    if (!is_end && !closes_itself) ++depth;
    if (depth == 0) {
      extent.close = closes_itself ? end - 2 : at;
      extent.end = end;
      extent.closes_itself = closes_itself;
      return extent;
    }
    at = end;
  }
  return extent;
}

Extent extent_of(std::string_view text, const pugi::xml_node& node) {
  return extent_of(text, static_cast<std::size_t>(node.offset_debug()) - 1);
}

/// Where the line begins on which only white space stands before `at`; else `at` itself.
std::size_t line_begin(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  return begin == 0 || text[begin - 1] == '\n' ? begin : at;
}

std::string indented(const pugi::xml_node& outline, const std::string& indent) {
  std::ostringstream out;
  outline.print(out, "  ", pugi::format_default, pugi::encoding_utf8);
  std::string lines;
  std::istringstream in(out.str());
  for (std::string line; std::getline(in, line);) lines += indent + line + '\n';
  return lines;
}

/// A piece of text that replaces [begin, end) of the target.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::string spliced(std::string_view text, std::vector<Splice> splices) {
  std::ranges::stable_sort(splices, {}, &Splice::begin);
  std::string result;
  std::size_t at = 0;
  for (const Splice& splice : splices) {
    if (splice.begin < at) continue;  // within one that is gone already
    result.append(text, at, splice.begin - at).append(splice.text);
    at = splice.end;
  }
  return result.append(text, at);
}

/// Puts outlines at the end of a folder.
Splice append_to(std::string_view text, const pugi::xml_node& folder,
                 const std::vector<pugi::xml_node>& outlines) {
  const Extent extent = extent_of(text, folder);
  const std::size_t begin = line_begin(text, extent.begin);
  const std::string outside(text.substr(begin, extent.begin - begin));
  const std::string inside = outside + std::string(indent_step, ' ');
  std::string lines;
  for (const pugi::xml_node& outline : outlines) lines += indented(outline, inside);
  if (extent.closes_itself)
    return {extent.close, extent.end, ">\n" + lines + outside + "</" + folder.name() + ">"};
  const std::size_t at = line_begin(text, extent.close);
  const bool own_line = at < extent.close || (at > 0 && text[at - 1] == '\n');
  return {at, at, own_line ? lines : "\n" + lines + outside};
}

/// A prefix of a further attribute means nothing away from its document: the outline takes the
/// declaration along.
void keep_namespaces(pugi::xml_node outline, const pugi::xml_node& root) {
  std::vector<std::string> wanted;
  for (const pugi::xml_attribute& attribute : outline.attributes()) {
    const auto prefix = name_prefix(attribute.name());
    if (!prefix.empty() && prefix != "xml" && prefix != "xmlns")
      wanted.push_back("xmlns:" + std::string(prefix));
  }
  for (const std::string& name : wanted) {
    const auto declared = root.attribute(name.c_str());
    if (declared && !outline.attribute(name.c_str()))
      outline.append_attribute(name.c_str()) = declared.value();
  }
}

/// What the source adds: its feeds that are wanted, without folders that are left empty.
class Selection {
 public:
  Selection(const OpmlFilter& is_wanted, const pugi::xml_node& root, std::vector<OpmlFeed>& added)
      : is_wanted_(is_wanted), root_(root), added_(added) {}

  /// Whether something is left below `parent`.
  bool prune(pugi::xml_node parent, const OpmlFeed& around, int depth) {
    bool any = false;
    for (pugi::xml_node child = parent.first_child(), next; child; child = next) {
      next = child.next_sibling();
      const bool stays =
          is_outline(child) && depth < deepest_opml_folder && keep(child, around, depth);
      if (!stays && child.type() != pugi::node_comment) parent.remove_child(child);
      any = any || stays;
    }
    return any;
  }

 private:
  bool keep(pugi::xml_node child, const OpmlFeed& around, int depth) {
    OpmlFeed feed = outline_feed(child);
    if (feed.language.empty()) feed.language = around.language;
    feed.folders = around.folders;
    keep_namespaces(child, root_);
    const bool is_feed = !feed.xml_url.empty();
    const bool is_wanted = is_feed && is_wanted_(feed);
    if (is_wanted) added_.push_back(feed);
    if (!feed.title.empty()) feed.folders.push_back(feed.title);
    const bool holds_more = prune(child, feed, depth + 1);
    if (is_feed && !is_wanted && holds_more) make_folder(child);
    return is_wanted || holds_more;
  }

  /// A feed that is not wanted, around some that are.
  static void make_folder(pugi::xml_node outline) {
    for (pugi::xml_attribute attribute = outline.first_attribute(), next; attribute;
         attribute = next) {
      next = attribute.next_attribute();
      if (same_name(attribute.name(), "xmlUrl") || same_name(attribute.name(), "type"))
        outline.remove_attribute(attribute);
    }
  }

  const OpmlFilter& is_wanted_;
  pugi::xml_node root_;
  std::vector<OpmlFeed>& added_;
};

pugi::xml_node folder_named(const pugi::xml_node& parent, const std::string& title) {
  return parent.find_child([&](const pugi::xml_node& child) {
    return is_outline(child) && outline_feed(child).xml_url.empty() &&
           outline_title(child) == title;
  });
}

void merge_folder(std::string_view text, const pugi::xml_node& target, const pugi::xml_node& source,
                  std::vector<Splice>& splices) {
  std::vector<pugi::xml_node> fresh;
  for (const pugi::xml_node& child : source.children()) {
    const bool is_folder = is_outline(child) && outline_feed(child).xml_url.empty();
    const auto same = is_folder ? folder_named(target, outline_title(child)) : pugi::xml_node{};
    if (same)
      merge_folder(text, same, child, splices);
    else
      fresh.push_back(child);
  }
  if (!fresh.empty()) splices.push_back(append_to(text, target, fresh));
}

/// The text is UTF-8 now, and says so.
std::string as_utf8(std::string_view bytes) {
  auto decoded = to_utf8(bytes);
  if (!decoded.text.starts_with("<?xml")) return decoded.text;
  const auto end = decoded.text.find("?>");
  const auto name = decoded.text.find("encoding", 5);
  const auto open = decoded.text.find_first_of("\"'", std::min(name, end));
  if (name >= end || open >= end) return decoded.text;
  const auto close = decoded.text.find(decoded.text[open], open + 1);
  if (close < end && !same_name(decoded.text.substr(open + 1, close - open - 1), "utf-8"))
    decoded.text.replace(open + 1, close - open - 1, "UTF-8");
  return decoded.text;
}

/// Feeds within a feed are not lost with it: its tags go, and they stay.
void take_out(std::string_view text, const pugi::xml_node& outline, std::vector<Splice>& splices) {
  const Extent extent = extent_of(text, outline);
  const bool holds_outlines = static_cast<bool>(outline.find_child(is_outline));
  if (holds_outlines) {
    splices.push_back({extent.begin, tag_end(text, extent.begin), ""});
    splices.push_back({extent.close, extent.end, ""});
    return;
  }
  const std::size_t begin = line_begin(text, extent.begin);
  std::size_t end = extent.end;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\r')) ++end;
  const bool whole_line =
      end < text.size() && text[end] == '\n' && (begin == 0 || text[begin - 1] == '\n');
  if (whole_line)
    splices.push_back({begin, end + 1, ""});
  else
    splices.push_back({extent.begin, extent.end, ""});
}

void find_unwanted(std::string_view text, const pugi::xml_node& parent, const OpmlFilter& unwanted,
                   int depth, std::vector<Splice>& splices) {
  for (const pugi::xml_node& child : parent.children()) {
    if (!is_outline(child) || depth >= deepest_opml_folder) continue;
    const OpmlFeed feed = outline_feed(child);
    if (!feed.xml_url.empty() && unwanted(feed)) take_out(text, child, splices);
    find_unwanted(text, child, unwanted, depth + 1, splices);
  }
}

}  // namespace

Result<OpmlMerge> merge_opml(std::string_view target, std::string_view source,
                             const OpmlFilter& is_wanted) {
  // With its declaration mended it might be readable: but who reads it does not mend it.
  if (!target.empty())
    if (const auto read = read_opml(target); !read) return std::unexpected(read.error());
  const std::string text = as_utf8(target.empty() ? new_document : target);
  pugi::xml_document old_list;
  if (auto loaded = load_opml(old_list, text); !loaded) return std::unexpected(loaded.error());
  const pugi::xml_node body = opml_body(old_list);
  if (!body) return failure("the list has no <body> that feeds could stand in");
  pugi::xml_document more;
  if (auto loaded = load_opml(more, to_utf8(source).text); !loaded)
    return std::unexpected(loaded.error());

  OpmlMerge merge;
  Selection(is_wanted, more.document_element(), merge.added).prune(opml_body(more), {}, 0);
  std::vector<Splice> splices;
  if (!merge.added.empty()) merge_folder(text, body, opml_body(more), splices);
  merge.text = spliced(text, std::move(splices));
  return merge;
}

Result<std::string> remove_from_opml(std::string_view bytes, const OpmlFilter& is_unwanted) {
  const std::string text = as_utf8(bytes);
  pugi::xml_document document;
  if (auto loaded = load_opml(document, text); !loaded) return std::unexpected(loaded.error());
  std::vector<Splice> splices;
  find_unwanted(text, opml_body(document), is_unwanted, 0, splices);
  return spliced(text, std::move(splices));
}

}  // namespace tipoff
