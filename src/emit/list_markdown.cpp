// Writes the call list as Markdown.
#include "emit/list_markdown.h"

#include "emit/markup.h"
#include "emit/shown_entries.h"
#include "text/format.h"

namespace tipoff {
namespace {

std::string why_now_cell(const CallListEntry& entry) {
  const std::string text = escape_markdown(entry.why_now);
  const std::string link =
      entry.score.events.empty() ? "" : safe_link(entry.score.events.front().url);
  return link.empty() ? text : fmt::format("[{}]({})", text, link);
}

std::string contact_cell(const Contact& contact) {
  std::string text = escape_markdown(contact_in_words(contact));
  for (const std::string& way : {contact.phone, contact.email})
    if (!way.empty()) text.append(text.empty() ? "" : ", ").append(escape_markdown(way));
  return text;
}

}  // namespace

std::string markdown_of(const CallList& list, const RenderOptions& options) {
  std::string text = fmt::format("# {}\n\n{}\n\n", escape_markdown(heading_of(list)),
                                 escape_markdown(edition_of(list)));
  text += "| Rank | Score | Account | Why now | Contact |\n| ---: | ---: | --- | --- | --- |\n";
  for (const CallListEntry& entry : shown_entries(list, options))
    text += fmt::format("| {} | {}/{} | {} | {} | {} |\n", entry.rank, entry.score.score,
                        entry.score.max_score, escape_markdown(entry.name), why_now_cell(entry),
                        contact_cell(entry.contact));
  if (!options.with_disqualified || list.disqualified.empty()) return text;
  text += "\n## Not on the list\n\n| Account | Because |\n| --- | --- |\n";
  for (const CallListEntry& entry : list.disqualified)
    text += fmt::format("| {} | {} |\n", escape_markdown(entry.name),
                        escape_markdown(entry.score.disqualified->because));
  return text;
}

}  // namespace tipoff
