// Writes the call list as a web page.
#include "emit/list_html.h"

#include "emit/markup.h"
#include "emit/shown_entries.h"
#include "score/event_words.h"
#include "text/format.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --line: #d5dae0; --paper: #fff; --accent: #0a5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ed; --soft: #9ba5b0; --line: #3a424b; --paper: #16191d; --accent: #7db8f5; }
}
body { margin: 2rem auto; padding: 0 1rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 16px/1.45 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; }
.edition, .reasons, .movement { color: var(--soft); }
.edition { margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; color: var(--soft); }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.name { font-weight: 600; }
.movement { font-size: .85rem; font-weight: 400; }
a { color: var(--accent); }
summary { cursor: pointer; font-size: .9rem; color: var(--soft); }
details ul { margin: .25rem 0; padding-left: 1.1rem; font-size: .9rem; }
blockquote { margin: 0; color: var(--soft); }
@media (max-width: 40rem) {
  thead { display: none; }
  tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--line); }
  td { display: block; border: 0; padding: .1rem 0; }
  .number { display: inline; margin-right: .75rem; }
}
@media print {
  :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --accent: #000; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
)css";

std::string link_to(std::string_view url, const std::string& escaped_text) {
  const std::string link = safe_link(url);
  if (link.empty()) return escaped_text;
  return fmt::format(R"(<a href="{}" rel="noopener noreferrer">{}</a>)", escape_html(link),
                     escaped_text);
}

/// A telephone number as RFC 3966 wants it: digits, and a plus in front.
std::string dialled(std::string_view phone) {
  std::string number;
  for (const char c : phone)
    if ((c >= '0' && c <= '9') || (c == '+' && number.empty())) number += c;
  return number;
}

std::string contact_cell(const Contact& contact) {
  std::string html = escape_html(contact_in_words(contact));
  const auto add = [&](const std::string& line) {
    html.append(html.empty() ? "" : "<br>").append(line);
  };
  if (!contact.phone.empty())
    add(fmt::format(R"(<a href="tel:{}">{}</a>)", dialled(contact.phone),
                    escape_html(contact.phone)));
  if (const std::size_t at = contact.email.rfind('@'); at != std::string::npos)
    add(fmt::format(R"(<a href="mailto:{}@{}">{}</a>)", percent_encode(contact.email.substr(0, at)),
                    percent_encode(contact.email.substr(at + 1)), escape_html(contact.email)));
  else if (!contact.email.empty())
    add(escape_html(contact.email));
  return html;
}

std::string event_item(const Story& story) {
  std::string html = fmt::format("<li>{}: {}", escape_html(event_with_day(story)),
                                 link_to(story.url, escape_html(headline_of(story))));
  if (!story.evidence.empty())
    html += fmt::format("<blockquote>{}</blockquote>", escape_html(story.evidence));
  return html + "</li>";
}

std::string reasons(const CallListEntry& entry) {
  std::string html = "<details><summary>Reasons</summary><ul class=\"reasons\">";
  for (const ScorePart& part : entry.score.parts)
    html += fmt::format("<li>{} of {}: {}</li>", part.points, part.of, escape_html(part.because));
  html += "</ul>";
  if (!entry.score.events.empty()) {
    html += "<ul>";
    for (const Story& story : entry.score.events) html += event_item(story);
    html += "</ul>";
  }
  return html + "</details>";
}

std::string row(const CallListEntry& entry) {
  const std::string url = entry.score.events.empty() ? "" : entry.score.events.front().url;
  return fmt::format(
      "<tr><td class=\"number\">{}</td><td class=\"number\">{}/{}</td>"
      "<td><span class=\"name\">{}</span> <span "
      "class=\"movement\">{}</span></td><td>{}{}</td><td>{}</td></tr>\n",
      entry.rank, entry.score.score, entry.score.max_score, escape_html(entry.name),
      entry.change == Movement::same ? "" : name_of(entry.change),
      link_to(url, escape_html(entry.why_now)), reasons(entry), contact_cell(entry.contact));
}

std::string ranked_table(const CallList& list, const RenderOptions& options) {
  const auto entries = shown_entries(list, options);
  if (entries.empty()) return "<p>The call list is empty.</p>\n";
  std::string html =
      "<table>\n<thead><tr><th class=\"number\">Rank</th><th "
      "class=\"number\">Score</th><th>Account</th>"
      "<th>Why now</th><th>Contact</th></tr></thead>\n<tbody>\n";
  for (const CallListEntry& entry : entries) html += row(entry);
  return html + "</tbody>\n</table>\n";
}

std::string disqualified_table(const CallList& list) {
  if (list.disqualified.empty()) return {};
  std::string html =
      "<h2>Not on the "
      "list</h2>\n<table>\n<thead><tr><th>Account</th><th>Because</th></tr></thead>\n<tbody>\n";
  for (const CallListEntry& entry : list.disqualified)
    html += fmt::format("<tr><td class=\"name\">{}</td><td>{}</td></tr>\n", escape_html(entry.name),
                        escape_html(entry.score.disqualified->because));
  return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string html_of(const CallList& list, const RenderOptions& options) {
  const std::string heading = escape_html(heading_of(list));
  std::string html = fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n"
      "<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
      "<main>\n<h1>{}</h1>\n<p class=\"edition\">{}</p>\n",
      heading, style, heading, escape_html(edition_of(list)));
  html += ranked_table(list, options);
  if (options.with_disqualified) html += disqualified_table(list);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace tipoff
