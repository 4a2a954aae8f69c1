// The second move: what any format said becomes clean articles.
#include "parse/feed_parser.h"

#include "parse/json_feed.h"
#include "parse/raw_feed.h"
#include "parse/xml_feed.h"
#include "text/charset.h"
#include "text/date.h"
#include "text/html.h"
#include "text/url.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

// A '<' that would be read as the beginning of a tag is set apart by a space: whoever drops tags
// from our texts drops no words of the article.
std::string without_markup_signs(std::string text) {
  const auto last = text.find('<') == text.npos ? text.npos : text.rfind('>');
  if (last == text.npos) return text;
  std::string apart;
  apart.reserve(text.size() + 8);
  std::size_t done = 0;
  for (auto at = text.find('<'); at < last; at = text.find('<', at + 1)) {
    const char next = text[at + 1];
    const bool begins_tag = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                            next == '/' || next == '!' || next == '?';
    if (!begins_tag) continue;
    apart.append(text, done, at + 1 - done) += ' ';
    done = at + 1;
  }
  return apart.append(text, done);
}

// Whether a text holds no tags but perhaps one <div> around it all, as Atom has it.
bool has_no_tags_of_its_own(std::string_view html) {
  const auto first = html.find('<');
  if (first == html.npos) return true;
  const auto second = html.find('<', first + 1);
  const bool two = second != html.npos && html.find('<', second + 1) == html.npos;
  return two && html.starts_with("<div") && html.ends_with("</div>");
}

// Undoes one more escaping where a feed escaped twice: markup or references that are still there,
// in a text that had no tag.
std::string plain(const RawText& raw) {
  if (raw.kind == TextKind::plain) return without_markup_signs(clean_text(raw.text));
  std::string text = html_to_text(raw.text);
  if (text.find('<') == text.npos && text.find('&') == text.npos) return text;
  if (has_no_tags_of_its_own(raw.text) && looks_like_html(text)) text = html_to_text(text);
  return without_markup_signs(std::move(text));
}

std::optional<Time> first_date(const std::vector<std::string>& candidates) {
  for (const std::string& candidate : candidates)
    if (auto time = parse_date(candidate)) return time;
  return std::nullopt;
}

std::string absolute(const RawLink& link, const std::string& site) {
  const std::string& base = link.base.empty() ? site : link.base;
  return clean_text(resolve_url(base, link.href));
}

// Takes the entry, so that its texts do not stay in memory twice.
Article neutral(RawEntry raw, const std::string& site) {
  Article article;
  article.id = clean_text(raw.id);
  article.title = plain(raw.title);
  article.link = raw.link.href.empty() ? std::string() : absolute(raw.link, site);
  article.summary = plain(raw.summary);
  article.content = plain(raw.content);
  article.updated = first_date(raw.updated);
  article.published = first_date(raw.published);
  if (!article.published) article.published = article.updated;
  article.author = plain(raw.author);
  article.source = clean_text(raw.source);
  for (const RawText& tag : raw.tags)
    if (auto text = plain(tag); !text.empty()) article.tags.push_back(std::move(text));
  return article;
}

FeedDocument neutral(RawFeed raw, const FeedSource& source) {
  FeedDocument document;
  document.format = raw.format;
  document.title = plain(raw.title);
  document.subtitle = plain(raw.subtitle);
  document.language = clean_text(raw.language);
  document.hints = raw.hints;
  document.links = raw.links;
  if (!raw.link.href.empty()) document.link = absolute(raw.link, source.base_url);
  constexpr std::size_t longest_site = 4096;  // bytes: it is joined to every relative link
  std::string site = source.base_url.empty() ? document.link : source.base_url;
  if (site.size() > longest_site) site.clear();
  document.entries.reserve(raw.entries.size());
  for (RawEntry& entry : raw.entries) document.entries.push_back(neutral(std::move(entry), site));
  return document;
}

Result<RawFeed> read_by_format(std::string_view text, const std::string& base_url) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return failure("this is no feed: it is empty");
  const char sign = text[first];
  if (sign == '{' || sign == '[') return read_json_feed(text, base_url);
  return read_xml_feed(text, base_url);
}

}  // namespace

Result<FeedDocument> parse_feed(std::string_view bytes, const FeedSource& source) {
  ReadableText readable = read_as_utf8(bytes, source.content_type);
  auto raw = read_by_format(readable.text(), source.base_url);
  if (!raw) return std::unexpected(std::move(raw).error());
  FeedDocument document = neutral(*std::move(raw), source);
  document.encoding = std::move(readable.encoding);
  return document;
}

}  // namespace tipoff
