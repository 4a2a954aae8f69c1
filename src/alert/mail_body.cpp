// Writes an alert as text and as HTML; both show the same lines.
#include "alert/mail_body.h"

#include <algorithm>
#include <array>
#include <vector>

#include "alert/message_id.h"
#include "alert/mime.h"
#include "alert/safe_text.h"
#include "emit/markup.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_title = 120;     // bytes, in a subject
constexpr std::size_t longest_sentence = 600;  // bytes, in a body
constexpr std::size_t longest_link = 2000;     // bytes

/// A line of the message: a label, its text, and where a tap on it leads.
struct Row {
  std::string label;
  std::string text;
  std::string link;  // safe to print; may be empty
};

std::string sentence(std::string_view text) {
  return safe_line(text, longest_sentence);
}

std::string spoken(std::string_view identifier) {
  std::string words = clean_text(identifier);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string day_of(Time time) {
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
  return std::to_string(unsigned{date.day()}) + ' ' + months.at(unsigned{date.month()} - 1) + ' ' +
         std::to_string(int{date.year()});
}

std::string score_of(const AccountScore& score, std::string_view between) {
  return std::to_string(score.score) + std::string(between) + std::to_string(score.max_score);
}

std::string mail_link(std::string_view address) {
  const bool harmless = std::all_of(address.begin(), address.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("@.-_+").find(c) != std::string_view::npos;
  });
  const bool whole = std::count(address.begin(), address.end(), '@') == 1;
  return harmless && whole ? "mailto:" + std::string(address) : std::string();
}

std::string event_line(const Story& story) {
  std::string line = spoken(story.event);
  if (story.role) line += " (as " + std::string(name_of(*story.role)) + ")";
  line += ", " + std::string(name_of(story.certainty)) + ", " + day_of(story.happened_at);
  return line +
         (story.sources == 1 ? ", 1 source" : ", " + std::to_string(story.sources) + " sources");
}

/// The call list's sentence speaks of the account's best event; an event that is off has its own
/// headline.
std::string why_now(const TriggerNews& news) {
  const bool live = news.story.certainty != Certainty::denied && !news.entry.why_now.empty();
  return sentence(live ? news.entry.why_now : news.story.title);
}

std::vector<Row> whom_to_call(const CallListEntry& entry) {
  const Contact& contact = entry.contact;
  std::vector<Row> rows;
  if (contact.name.empty() && contact.title.empty()) {
    rows.push_back(
        {"Call", "no contact is known yet: find one, and add it to the account file", ""});
  } else {
    std::string who = sentence(contact.name);
    if (!who.empty() && !contact.title.empty()) who += ", ";
    rows.push_back({"Call", who + sentence(contact.title), ""});
  }
  if (!contact.phone.empty())
    rows.push_back({"Phone", sentence(contact.phone), phone_link(contact.phone)});
  if (!contact.email.empty())
    rows.push_back({"E-mail", sentence(contact.email), mail_link(contact.email)});
  if (!entry.owner.empty()) rows.push_back({"Owner", sentence(entry.owner), ""});
  return rows;
}

std::vector<Row> what_happened(const TriggerNews& news, std::string_view reason) {
  const Story& story = news.story;
  std::vector<Row> rows;
  const std::string why = why_now(news);
  const std::string headline = sentence(story.title);
  rows.push_back({"Why this message", sentence(reason), ""});
  rows.push_back({"Why now", why, ""});
  if (why.find(headline) == std::string::npos) rows.push_back({"Headline", headline, ""});
  rows.push_back({"Evidence", sentence(story.evidence), ""});
  rows.push_back({"Event", event_line(story), ""});
  const std::string source = story.url.size() > longest_link ? "" : safe_link(story.url);
  if (!source.empty()) rows.push_back({"Source", source, source});
  std::erase_if(rows, [](const Row& row) { return row.text.empty(); });
  return rows;
}

std::string standing(const CallListEntry& entry) {
  const std::string place =
      entry.rank > 0 ? ", number " + std::to_string(entry.rank) + " on the call list" : "";
  return "Score " + score_of(entry.score, " of ") + place;
}

std::vector<Row> points(const AccountScore& score) {
  std::vector<Row> rows;
  for (const ScorePart& part : score.parts) {
    const std::string of = std::to_string(part.points) + " of " + std::to_string(part.of);
    rows.push_back({spoken(name_of(part.criterion)) + " " + of, sentence(part.because), ""});
  }
  return rows;
}

std::string as_text(const std::vector<Row>& rows) {
  std::string lines;
  for (const Row& row : rows) lines += row.label + ": " + row.text + "\n";
  return lines + "\n";
}

std::string as_html(const std::vector<Row>& rows) {
  std::string lines;
  for (const Row& row : rows) {
    const std::string text = escape_html(row.text);
    const std::string shown =
        row.link.empty() ? text : "<a href=\"" + escape_html(row.link) + "\">" + text + "</a>";
    lines += "<p style=\"margin:6px 0;overflow-wrap:anywhere\"><span style=\"color:#666\">" +
             escape_html(row.label) + "</span> " + shown + "</p>\n";
  }
  return lines;
}

std::string heading(std::string_view size, std::string_view text) {
  return "<p style=\"margin:14px 0 6px;font-weight:bold;font-size:" + std::string(size) + "\">" +
         escape_html(text) + "</p>\n";
}

}  // namespace

void make_mail(OutboundMessage& message, const Channel& channel, std::string_view thread,
               std::string text, std::string html) {
  const std::string domain = message_domain(channel.from);
  message.message_id = "<" + message.message_id + "@" + domain + ">";
  MailDraft draft;
  draft.from = channel.from;
  draft.to = message.recipient;
  draft.subject = message.subject;
  draft.message_id = message.message_id;
  draft.thread = "<" + std::string(thread) + "@" + domain + ">";
  draft.date = message.created_at;
  draft.text = std::move(text);
  draft.html = std::move(html);
  message.body = rfc5322(draft);
}

std::string phone_link(std::string_view phone) {
  std::string number;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < phone.size(); ++at) {
    if (phone.substr(at).starts_with("(0)") && number.starts_with('+')) {
      at += 2;  // +49 (0) 89: the trunk digit is not dialled from abroad
    } else if (phone[at] >= '0' && phone[at] <= '9') {
      number += phone[at];
      ++digits;
    } else if (phone[at] == '+' && number.empty()) {
      number += '+';
    } else if (std::string_view(" ()-./").find(phone[at]) == std::string_view::npos) {
      break;  // an extension, or a second number
    }
  }
  return digits < 3 ? std::string() : "tel:" + number;
}

std::string alert_subject(const TriggerNews& news) {
  std::string subject =
      safe_line(news.entry.name, longest_title) + " (" + score_of(news.entry.score, "/") + "): ";
  if (news.previous) {
    std::string state(name_of(news.story.certainty));
    state[0] = static_cast<char>(state[0] - 'a' + 'A');
    subject += state + ": ";
  }
  const std::string title = safe_line(news.story.title, longest_title);
  return subject + (title.empty() ? spoken(news.story.event) : title);
}

std::string alert_text(const TriggerNews& news, std::string_view reason) {
  return sentence(news.entry.name) + "\n" + standing(news.entry) + "\n\n" +
         as_text(what_happened(news, reason)) + as_text(whom_to_call(news.entry)) +
         "How the score adds up\n" + as_text(points(news.entry.score));
}

std::string alert_html(const TriggerNews& news, std::string_view reason) {
  return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head>\n"
         "<body style=\"margin:0;padding:12px;font:16px/1.4 "
         "sans-serif;color:#111;max-width:36em\">\n" +
         heading("1.3em", sentence(news.entry.name)) + heading("1em", standing(news.entry)) +
         as_html(what_happened(news, reason)) + heading("1em", "Whom to call") +
         as_html(whom_to_call(news.entry)) + heading("1em", "How the score adds up") +
         as_html(points(news.entry.score)) + "</body></html>\n";
}

}  // namespace tipoff
