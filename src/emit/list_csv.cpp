// Writes the call list as CSV.
#include "emit/list_csv.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "emit/shown_entries.h"
#include "text/date.h"

namespace tipoff {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view line_end = "\r\n";

/// A cell whose text came from a feed must not be taken for a formula.
std::string from_feed(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  return text;
}

std::string quoted_text(std::string_view cell) {
  const bool plain = cell.find_first_of(",;\"\r\n\t") == std::string_view::npos &&
                     !cell.starts_with(' ') && !cell.ends_with(' ');
  if (plain) return std::string(cell);
  std::string text = "\"";
  for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

void append_row(std::string& csv, const std::vector<std::string>& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at)
    csv.append(at > 0 ? "," : "").append(quoted_text(cells[at]));
  csv.append(line_end);
}

std::vector<std::string> extra_columns(std::span<const CallListEntry> entries) {
  std::vector<std::string> columns;
  for (const CallListEntry& entry : entries)
    for (const auto& [column, value] : entry.extra)
      if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
  return columns;
}

std::string extra_value(const CallListEntry& entry, const std::string& column) {
  for (const auto& [name, value] : entry.extra)
    if (name == column) return value;
  return {};
}

std::vector<std::string> event_cells(const CallListEntry& entry) {
  if (entry.score.events.empty()) return std::vector<std::string>(5);
  const Story& best = entry.score.events.front();
  return {from_feed(best.event), std::string(name_of(best.certainty)), format_utc(best.happened_at),
          std::to_string(best.sources), from_feed(best.url)};
}

std::vector<std::string> cells_of(const CallListEntry& entry,
                                  const std::vector<std::string>& extras) {
  std::vector<std::string> cells{std::to_string(entry.rank),
                                 entry.id,
                                 entry.name,
                                 std::to_string(entry.score.score),
                                 std::to_string(entry.score.max_score),
                                 from_feed(entry.why_now)};
  const std::vector<std::string> event = event_cells(entry);
  cells.insert(cells.end(), event.begin(), event.end());
  cells.insert(cells.end(), {entry.contact.name, entry.contact.title, entry.contact.phone,
                             entry.contact.email, entry.owner, std::string(name_of(entry.change))});
  for (const std::string& column : extras) cells.push_back(extra_value(entry, column));
  return cells;
}

}  // namespace

std::string csv_of(const CallList& list, const RenderOptions& options) {
  const auto entries = shown_entries(list, options);
  const std::vector<std::string> extras = extra_columns(entries);
  std::vector<std::string> header{
      "rank",          "id",        "name",        "score",   "max_score", "why_now",
      "event",         "certainty", "happened_at", "sources", "url",       "contact_name",
      "contact_title", "phone",     "email",       "owner",   "change"};
  header.insert(header.end(), extras.begin(), extras.end());

  std::string csv(byte_order_mark);
  append_row(csv, header);
  for (const CallListEntry& entry : entries) append_row(csv, cells_of(entry, extras));
  if (!options.with_disqualified || list.disqualified.empty()) return csv;
  csv.append(line_end);
  append_row(csv, {"id", "name", "criterion", "because", "owner"});
  for (const CallListEntry& entry : list.disqualified) {
    const Disqualification& reason = *entry.score.disqualified;
    append_row(csv, {entry.id, entry.name, std::string(name_of(reason.criterion)), reason.because,
                     entry.owner});
  }
  return csv;
}

}  // namespace tipoff
