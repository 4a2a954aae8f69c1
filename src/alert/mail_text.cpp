// Writes a brief line by line.
#include "alert/mail_text.h"

#include <algorithm>

#include "alert/words.h"

namespace tipoff {
namespace {

std::string line(const BriefRow& row) {
  if (row.label.empty()) return row.text + "\n";
  return row.label + ": " + row.text + "\n";
}

std::string item_text(const BriefItem& item) {
  std::string text;
  if (!item.heading.empty()) text += item.heading + "\n";
  for (const BriefRow& row : item.rows) text += line(row);
  const auto shows_link = [&](const BriefRow& row) { return row.link == item.link; };
  if (!item.link.empty() && std::ranges::none_of(item.rows, shows_link)) text += item.link + "\n";
  return text + "\n";
}

}  // namespace

std::string mail_text(const Brief& brief) {
  std::string text = say(brief.language, "Why this message") + ": " + brief.opening + "\n\n";
  for (const BriefSection& section : brief.sections) {
    if (!section.heading.empty()) text += "== " + section.heading + " ==\n";
    for (const BriefItem& item : section.items) text += item_text(item);
  }
  if (brief.more > 0) text += say(brief.language, "+{} more: tipoff event list", brief.more) + "\n";
  return text;
}

}  // namespace tipoff
