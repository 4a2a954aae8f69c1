// Running text is told from the rest of a page by its length, its commas and how little of it is
// links.
#include "parse/page_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "parse/html_document.h"
#include "parse/paywall.h"
#include "parse/xml_names.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t shortest_paragraph = 60;  // bytes: 20 Chinese characters, 10 English words
constexpr double most_links = 0.4;              // of a paragraph's text
constexpr std::size_t too_short = 600;          // bytes: less than an article, more than a teaser
constexpr int share_of_grandparent = 2;         // a half

constexpr std::array<std::string_view, 15> skipped{
    "script", "style",  "noscript", "nav",    "footer", "aside", "form",  "button",
    "svg",    "iframe", "template", "select", "figure", "head",  "header"};

constexpr std::array<std::string_view, 18> side_matter{
    "comment",    "related",   "recommend", "sidebar",   "share",      "social",
    "newsletter", "cookie",    "advert",    "promo",     "breadcrumb", "footer",
    "menu",       "subscribe", "teaser",    "copyright", "tags",       "disclaimer"};

constexpr std::array<std::string_view, 8> blocks{"p",  "div", "li",         "section",
                                                 "td", "pre", "blockquote", "article"};

template <class Words>
bool is_one_of(std::string_view name, const Words& words) {
  return std::ranges::find(words, name) != words.end();
}

bool is_block(const xmlNode* node) {
  return is_one_of(element_name(node), blocks);
}

bool is_side_matter(const xmlNode* node) {
  const auto name = element_name(node);
  if (is_one_of(name, skipped)) return true;
  if (name == "article" || name == "main" || name == "body" || name == "html") return false;
  std::string marks = attribute_of(node, "class") + " " + attribute_of(node, "id");
  std::ranges::transform(marks, marks.begin(), lower_case);
  return std::ranges::any_of(
      side_matter, [&](std::string_view word) { return marks.find(word) != std::string::npos; });
}

std::size_t commas_in(std::string_view text) {
  std::size_t count = static_cast<std::size_t>(std::ranges::count(text, ','));
  for (const std::string_view mark : {"，", "、", "。"})
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1))
      ++count;
  return count;
}

/// A stretch of text of one block element, without the blocks within it.
struct Paragraph {
  const xmlNode* block = nullptr;
  std::string text;
  std::size_t linked = 0;  // bytes within links
};

class Paragraphs {
 public:
  void collect(const xmlNode* node, std::size_t depth, bool in_link) {
    if (depth > deepest_element) return;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE && child->content != nullptr) {
        add(reinterpret_cast<const char*>(child->content), in_link);
      } else if (child->type == XML_ELEMENT_NODE && !is_side_matter(child)) {
        enter(child, depth, in_link);
      }
    }
  }
  [[nodiscard]] std::vector<Paragraph> take() && {
    close();
    return std::move(done_);
  }
  void begin(const xmlNode* block) {
    close();
    open_.block = block;
  }

 private:
  void enter(const xmlNode* child, std::size_t depth, bool in_link) {
    const auto name = element_name(child);
    const xmlNode* around = open_.block;
    const bool block = is_block(child);
    if (block) begin(child);
    if (name == "br" || (!block && name.size() == 2 && name[0] == 'h' && name[1] <= '6'))
      begin(around);
    collect(child, depth + 1, in_link || name == "a");
    if (block) begin(around);
  }
  void add(std::string_view text, bool in_link) {
    open_.text += text;
    if (in_link) open_.linked += text.size();
  }
  void close() {
    std::string text = clean_text(open_.text);
    if (!text.empty())
      done_.push_back({.block = open_.block, .text = std::move(text), .linked = open_.linked});
    open_.text.clear();
    open_.linked = 0;
  }

  Paragraph open_;
  std::vector<Paragraph> done_;
};

bool is_running_text(const Paragraph& paragraph) {
  return paragraph.text.size() >= shortest_paragraph &&
         static_cast<double>(paragraph.linked) <
             most_links * static_cast<double>(paragraph.text.size());
}

/// A `br` divides a div's own text: the div is what holds it together, as a parent holds its <p>.
const xmlNode* holder_of(const Paragraph& paragraph) {
  const bool is_leaf =
      element_name(paragraph.block) == "p" || element_name(paragraph.block) == "li";
  return is_leaf ? paragraph.block->parent : paragraph.block;
}

const xmlNode* richest(const std::vector<Paragraph>& paragraphs) {
  std::map<const xmlNode*, std::size_t> scores;
  for (const Paragraph& paragraph : paragraphs) {
    if (!is_running_text(paragraph)) continue;
    const std::size_t score =
        10 + 5 * commas_in(paragraph.text) + std::min<std::size_t>(paragraph.text.size() / 20, 50);
    const xmlNode* holder = holder_of(paragraph);
    if (holder == nullptr) continue;
    scores[holder] += score;
    if (holder->parent != nullptr) scores[holder->parent] += score / share_of_grandparent;
  }
  const auto best =
      std::ranges::max_element(scores, {}, [](const auto& one) { return one.second; });
  return best == scores.end() ? nullptr : best->first;
}

bool is_within(const xmlNode* node, const xmlNode* holder) {
  for (std::size_t depth = 0; node != nullptr && depth < deepest_element; ++depth) {
    if (node == holder) return true;
    node = node->parent;
  }
  return false;
}

std::string joined(const std::vector<Paragraph>& paragraphs, const xmlNode* holder) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    if (!is_within(paragraph.block, holder) || !is_running_text(paragraph)) continue;
    if (text.size() + paragraph.text.size() + 1 > longest_page_text) break;
    if (!text.empty()) text += '\n';
    text += paragraph.text;
  }
  return text;
}

}  // namespace

PageText page_text(std::string_view page, std::string_view content_type) {
  const HtmlDocument document(page, content_type);
  if (document.root() == nullptr) return {};
  Paragraphs collecting;
  collecting.begin(document.root());
  collecting.collect(document.root(), 0, false);
  const auto paragraphs = std::move(collecting).take();
  PageText result;
  if (const xmlNode* holder = richest(paragraphs)) result.text = joined(paragraphs, holder);
  const bool breaks_off =
      result.text.size() < too_short && sounds_like_paywall(raw_text_of(document.root()));
  result.paywalled = breaks_off || declares_paywall(document.root());
  return result;
}

}  // namespace tipoff
