// Makes a brief clean, and finds out how much of it fits.
#include "alert/chat_lines.h"

#include <algorithm>

#include "emit/markup.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::string_view letters_and_digits =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

bool has_only(std::string_view text, std::string_view more, std::string_view allowed) {
  return std::ranges::all_of(text, [&](char c) {
    return allowed.find(c) != std::string_view::npos || more.find(c) != std::string_view::npos;
  });
}

bool is_phone(std::string_view link) {
  constexpr std::string_view scheme = "tel:";
  return link.starts_with(scheme) && link.size() > scheme.size() &&
         has_only(link.substr(scheme.size()), "+", "0123456789");
}

bool is_address(std::string_view link) {
  constexpr std::string_view scheme = "mailto:";
  return link.starts_with(scheme) && link.size() > scheme.size() &&
         has_only(link.substr(scheme.size()), "@.-_+", letters_and_digits);
}

std::string usable_link(const std::string& link, std::size_t most) {
  if (link.size() > most) return {};
  if (is_phone(link) || is_address(link)) return link;
  if (clean_text(link) != link) return {};
  std::string safe = safe_link(link);
  return safe.size() > most ? std::string() : safe;
}

/// A heading that the message's title has said already is left out: its link becomes a row.
void drop_repeated_heading(Brief& brief) {
  if (brief.sections.empty() || brief.sections.front().items.size() != 1) return;
  BriefItem& item = brief.sections.front().items.front();
  if (item.heading != brief.subject) return;
  item.heading.clear();
  const bool is_told =
      std::ranges::any_of(item.rows, [&](const BriefRow& row) { return row.link == item.link; });
  if (!item.link.empty() && !is_told)
    item.rows.insert(item.rows.begin(), BriefRow{"", item.link, item.link});
  item.link.clear();
}

void clean(BriefItem& item, const ChatLimits& limits) {
  item.heading = clipped(item.heading, limits.text);
  item.link = usable_link(item.link, limits.link);
  for (BriefRow& row : item.rows) {
    row.label = clipped(row.label, limits.text);
    row.link = usable_link(row.link, limits.link);
    row.text = clipped(row.text, row.text == row.link ? limits.link : limits.text);
  }
  std::erase_if(item.rows, [](const BriefRow& row) { return row.text.empty(); });
}

Brief cleaned(Brief brief, const ChatLimits& limits) {
  brief.subject = clipped(brief.subject, limits.title);
  if (brief.subject.empty()) brief.subject = "Tipoff";
  brief.opening = clipped(brief.opening, limits.text);
  for (BriefSection& section : brief.sections) {
    section.heading = clipped(section.heading, limits.text);
    for (BriefItem& item : section.items) clean(item, limits);
    std::erase_if(section.items,
                  [](const BriefItem& item) { return item.heading.empty() && item.rows.empty(); });
  }
  drop_repeated_heading(brief);
  return brief;
}

void append(ChatLines& lines, ChatLine::Kind kind, const std::string& text,
            const std::string& link = {}) {
  if (!text.empty()) lines.push_back({kind, "", text, link});
}

void append(ChatLines& lines, const BriefItem& item, std::size_t rows) {
  append(lines, ChatLine::Kind::heading, item.heading, item.link);
  std::size_t shown = 0;
  for (const BriefRow& row : item.rows) {
    if (shown == rows) break;
    if (!item.link.empty() && row.link == item.link) continue;  // the heading leads there
    lines.push_back({ChatLine::Kind::row, row.label, row.text, row.link});
    ++shown;
  }
}

/// The first `items` items with `rows` rows at the most; the rest counted.
ChatLines portion(const Brief& brief, std::size_t items, std::size_t rows) {
  ChatLines lines;
  append(lines, ChatLine::Kind::title, brief.subject);
  append(lines, ChatLine::Kind::opening, brief.opening);
  std::size_t more = brief.more;
  for (const BriefSection& section : brief.sections) {
    const std::size_t shown = std::min(items, section.items.size());
    ChatLines inside;
    for (std::size_t i = 0; i < shown; ++i) append(inside, section.items[i], rows);
    for (std::size_t i = shown; i < section.items.size(); ++i)
      more += section.items[i].heading.empty() ? 0 : 1;
    items -= shown;
    if (inside.empty()) continue;
    append(lines, ChatLine::Kind::section, section.heading);
    lines.insert(lines.end(), inside.begin(), inside.end());
  }
  if (more > 0) append(lines, ChatLine::Kind::count, count_of_more(more, brief.language));
  return lines;
}

std::size_t items_in(const Brief& brief) {
  std::size_t items = 0;
  for (const BriefSection& section : brief.sections) items += section.items.size();
  return items;
}

std::size_t most_rows(const Brief& brief) {
  std::size_t most = 0;
  for (const BriefSection& section : brief.sections)
    for (const BriefItem& item : section.items) most = std::max(most, item.rows.size());
  return most;
}

}  // namespace

ChatLines chat_lines(const Brief& brief, const ChatLimits& limits,
                     const std::function<bool(const ChatLines&)>& fits) {
  const Brief clean = cleaned(brief, limits);
  const std::size_t items = items_in(clean);
  const std::size_t rows = most_rows(clean);
  for (std::size_t left = rows + 1; left-- > 0;) {
    ChatLines lines = portion(clean, items, left);
    if (fits(lines)) return lines;
  }
  std::size_t fitting = 0;
  std::size_t too_many = items;
  while (fitting + 1 < too_many) {
    const std::size_t middle = fitting + (too_many - fitting) / 2;
    (fits(portion(clean, middle, 0)) ? fitting : too_many) = middle;
  }
  return portion(clean, fitting, 0);
}

std::string count_of_more(std::size_t more, MessageLanguage language) {
  const std::string number = std::to_string(more);
  return language == MessageLanguage::chinese ? "另有 " + number + " 条" : "+" + number + " more";
}

std::string labelled(const std::string& label, const std::string& text, MessageLanguage language) {
  if (label.empty()) return text;
  return label + (language == MessageLanguage::chinese ? "：" : ": ") + text;
}

std::string clipped(std::string_view text, std::size_t most) {
  std::string line = clean_text(text);
  std::size_t at = 0;
  std::size_t last = 0;  // where the last character that may stay ends, if an ellipsis follows
  for (std::size_t count = 0; at < line.size(); ++count) {
    if (count == most) {
      line.resize(last);
      while (line.ends_with(' ')) line.pop_back();
      return line + "…";
    }
    if (count + 1 == most) last = at;
    static_cast<void>(next_code_point(line, at));
  }
  return line;
}

bool is_web(const std::string& link) {
  return link.starts_with("http");
}

}  // namespace tipoff
