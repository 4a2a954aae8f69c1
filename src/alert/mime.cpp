// Puts e-mail messages together.
#include "alert/mime.h"

#include <algorithm>
#include <array>
#include <vector>

#include "net/signature.h"
#include "text/utf8.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_line = 76;
constexpr std::string_view opening = "=?UTF-8?B?";
constexpr std::string_view closing = "?=";

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, end - begin);
    begin = end + 1;
  }
  return longest;
}

/// Splits at blanks, so that no line is longer than allowed. `used`: columns taken on the first
/// line.
std::string folded(std::string_view text, std::size_t used) {
  std::string lines;
  std::size_t column = used;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin + 1), text.size());
    const std::string_view word = text.substr(begin, end - begin);  // with the blank before it
    if (column + word.size() > longest_line && begin != 0) {
      lines += "\r\n";
      column = 0;
    }
    lines += word;
    column += word.size();
    begin = end;
  }
  return lines;
}

std::size_t bytes_that_fit(std::string_view text, std::size_t most) {
  std::size_t taken = 0;
  while (taken < text.size()) {
    std::size_t next = taken;
    static_cast<void>(next_code_point(text, next));
    if (next > most && taken != 0) break;
    taken = next;
  }
  return taken;
}

std::string encoded_words(std::string_view text, std::size_t used) {
  std::string words;
  std::size_t column = used;
  while (!text.empty()) {
    const std::size_t room =
        longest_line - std::min(column, longest_line / 2) - opening.size() - closing.size();
    const std::size_t taken = bytes_that_fit(text, room / 4 * 3);
    if (!words.empty()) words += "\r\n ";
    words += std::string(opening) + base64(text.substr(0, taken)) + std::string(closing);
    text.remove_prefix(taken);
    column = 1;
  }
  return words;
}

/// A phrase before an address: quoted where it is ASCII (RFC 5322, 3.2.4).
std::string phrase(const std::string& name, std::size_t used) {
  if (!is_plain_ascii(name) || name.size() > longest_line / 2) return encoded_words(name, used);
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::string address_line(std::string_view name, std::string_view written) {
  const Mailbox box = mailbox(written);
  const std::string start = std::string(name) + ": ";
  if (box.name.empty()) return start + box.address + "\r\n";
  return start + phrase(box.name, start.size()) + "\r\n <" + box.address + ">\r\n";
}

std::string with_mail_line_ends(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += '\r';
    if (c != '\r') lines += c;
  }
  return lines;
}

std::string part(std::string_view boundary, std::string_view type, std::string_view content) {
  std::string lines = "--" + std::string(boundary) + "\r\nContent-Type: " + std::string(type) +
                      "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const std::string encoded = base64(with_mail_line_ends(content));
  for (std::size_t at = 0; at < encoded.size(); at += longest_line)
    lines += encoded.substr(at, longest_line) + "\r\n";
  return lines;
}

std::string two_digits(unsigned number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

Mailbox mailbox(std::string_view written) {
  const std::size_t open = written.rfind('<');
  const bool named = open != std::string_view::npos;
  Mailbox box;
  for (const char c : named ? written.substr(open + 1) : written)
    if (static_cast<unsigned char>(c) > ' ' && c != '\x7F' && c != '<' && c != '>')
      box.address += c;
  if (!named) return box;
  box.name = clean_text(written.substr(0, open));
  if (box.name.size() >= 2 && box.name.front() == '"' && box.name.back() == '"')
    box.name = box.name.substr(1, box.name.size() - 2);
  return box;
}

std::string header_line(std::string_view name, std::string_view value) {
  const std::string start = std::string(name) + ": ";
  const std::string line = clean_text(value);
  const bool as_it_is = is_plain_ascii(line) && line.find("=?") == std::string::npos &&
                        longest_word(line) < longest_line - start.size();
  return start + (as_it_is ? folded(line, start.size()) : encoded_words(line, start.size())) +
         "\r\n";
}

std::string mail_date(Time time) {
  constexpr std::array weekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return std::string(weekdays.at(std::chrono::weekday(day).c_encoding())) + ", " +
         two_digits(unsigned{date.day()}) + ' ' + months.at(unsigned{date.month()} - 1) + ' ' +
         std::to_string(int{date.year()}) + ' ' +
         two_digits(static_cast<unsigned>(clock.hours().count())) + ':' +
         two_digits(static_cast<unsigned>(clock.minutes().count())) + ':' +
         two_digits(static_cast<unsigned>(clock.seconds().count())) + " +0000";
}

std::string rfc5322(const MailDraft& draft) {
  // "=_" cannot stand in base64, so no part can hold the boundary.
  constexpr std::string_view boundary = "=_tipoff_alternative";
  std::string message = header_line("Date", mail_date(draft.date)) +
                        address_line("From", draft.from) + address_line("To", draft.to) +
                        header_line("Subject", draft.subject) +
                        "Message-ID: " + clean_text(draft.message_id) + "\r\n";
  if (!draft.thread.empty()) {
    const std::string thread = clean_text(draft.thread);
    message += "In-Reply-To: " + thread + "\r\nReferences: " + thread + "\r\n";
  }
  if (!draft.unsubscribe.empty())
    message += "List-Unsubscribe: <" + clean_text(draft.unsubscribe) + ">\r\n";
  message += "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
  message +=
      "Content-Type: multipart/alternative;\r\n boundary=\"" + std::string(boundary) + "\"\r\n\r\n";
  message += part(boundary, "text/plain", draft.text) + part(boundary, "text/html", draft.html);
  return message + "--" + std::string(boundary) + "--\r\n";
}

}  // namespace tipoff
