// Writes a brief line by line.
#include "alert/mail_text.h"

#include <algorithm>

#include "alert/words.h"

namespace tipoff {
namespace {

std::string line(const BriefRow& row, MessageLanguage language) {
  if (row.label.empty()) return row.text + "\n";
  return row.label + (language == MessageLanguage::chinese ? "：" : ": ") + row.text + "\n";
}

std::string item_text(const BriefItem& item, MessageLanguage language) {
  std::string text;
  if (!item.heading.empty()) text += item.heading + "\n";
  for (const BriefRow& row : item.rows) text += line(row, language);
  const auto shows_link = [&](const BriefRow& row) { return row.link == item.link; };
  if (!item.link.empty() && std::ranges::none_of(item.rows, shows_link)) text += item.link + "\n";
  return text + "\n";
}

}  // namespace

std::string mail_text(const Brief& brief) {
  std::string text =
      line({say(brief.language, "Why this message"), brief.opening, ""}, brief.language) + "\n";
  for (const BriefSection& section : brief.sections) {
    if (!section.heading.empty()) text += "== " + section.heading + " ==\n";
    for (const BriefItem& item : section.items) text += item_text(item, brief.language);
  }
  if (brief.more > 0) text += say(brief.language, "+{} more: tipoff event list", brief.more) + "\n";
  return text;
}

}  // namespace tipoff
