// Writes a brief as a page of paragraphs: mail programs know little else.
#include "alert/mail_html.h"

#include <algorithm>
#include <array>

#include "alert/words.h"
#include "emit/markup.h"

namespace tipoff {
namespace {

constexpr std::string_view line_style = "margin:6px 0;overflow-wrap:anywhere";
constexpr std::string_view item_style = "margin:18px 0 6px;font-weight:bold;overflow-wrap:anywhere";
constexpr std::string_view section_style =
    "margin:26px 0 6px;padding-bottom:4px;border-bottom:1px solid #ccc;font-weight:bold;"
    "font-size:1.2em";

bool may_be_followed(std::string_view link) {
  constexpr std::array schemes = {std::string_view("http://"), std::string_view("https://"),
                                  std::string_view("tel:"), std::string_view("mailto:")};
  return std::ranges::any_of(schemes,
                             [&](std::string_view scheme) { return link.starts_with(scheme); });
}

std::string linked(const std::string& text, const std::string& link) {
  if (!may_be_followed(link)) return escape_html(text);
  return "<a href=\"" + escape_html(link) + "\" style=\"color:#0a5cad\">" + escape_html(text) +
         "</a>";
}

std::string paragraph(std::string_view style, const std::string& html) {
  return "<p style=\"" + std::string(style) + "\">" + html + "</p>\n";
}

std::string line(const BriefRow& row) {
  const std::string label =
      row.label.empty() ? "" : "<span style=\"color:#666\">" + escape_html(row.label) + "</span> ";
  return paragraph(line_style, label + linked(row.text, row.link));
}

std::string item_html(const BriefItem& item) {
  std::string html;
  if (!item.heading.empty()) html += paragraph(item_style, linked(item.heading, item.link));
  for (const BriefRow& row : item.rows) html += line(row);
  return html;
}

}  // namespace

std::string mail_html(const Brief& brief) {
  const std::string_view tongue = brief.language == MessageLanguage::chinese ? "zh" : "en";
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"" + std::string(tongue) +
      "\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\n"
      "<body style=\"margin:0;padding:12px;font:16px/1.4 "
      "sans-serif;color:#111;max-width:36em\">\n";
  html += line({say(brief.language, "Why this message"), brief.opening, ""});
  for (const BriefSection& section : brief.sections) {
    if (!section.heading.empty()) html += paragraph(section_style, escape_html(section.heading));
    for (const BriefItem& item : section.items) html += item_html(item);
  }
  if (brief.more > 0)
    html += line({"", say(brief.language, "+{} more: tipoff event list", brief.more), ""});
  return html + "</body></html>\n";
}

}  // namespace tipoff
