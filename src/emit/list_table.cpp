// Writes the call list for a terminal.
#include "emit/list_table.h"

#include "emit/shown_entries.h"
#include "emit/text_table.h"

namespace tipoff {
namespace {

using enum TextColumn::Align;

std::string ranked_table(const CallList& list, const RenderOptions& options) {
  TextTable table({{"Rank", right, 0},
                   {"Score", right, 0},
                   {"Account", left, 1},
                   {"Why now", left, 2},
                   {"Contact", left, 1}});
  for (const CallListEntry& entry : shown_entries(list, options))
    table.add({std::to_string(entry.rank),
               std::to_string(entry.score.score) + "/" + std::to_string(entry.score.max_score),
               entry.name, entry.why_now, contact_in_words(entry.contact)});
  return table.empty() ? "The call list is empty.\n" : table.to_text(options.width);
}

std::string disqualified_table(const CallList& list, const RenderOptions& options) {
  TextTable table({{"Not on the list", left, 1}, {"Because", left, 2}});
  for (const CallListEntry& entry : list.disqualified)
    table.add({entry.name, entry.score.disqualified->because});
  return table.empty() ? "" : "\n" + table.to_text(options.width);
}

}  // namespace

std::string table_of(const CallList& list, const RenderOptions& options) {
  std::string text = ranked_table(list, options);
  if (options.with_disqualified) text += disqualified_table(list, options);
  return text;
}

}  // namespace tipoff
