// A whole e-mail message (RFC 5322 and 2045 to 2047) from its parts.
#pragma once

#include <string>
#include <string_view>

#include "clock.h"

namespace tipoff {

/// "Anna Weber <anna@example.com>" or "anna@example.com", taken apart. Blanks and control
/// characters never stand in `address`.
struct Mailbox {
  std::string name;
  std::string address;

  bool operator==(const Mailbox&) const = default;
};

[[nodiscard]] Mailbox mailbox(std::string_view written);

struct MailDraft {
  std::string from;         // as mailbox() reads it
  std::string to;           // one recipient
  std::string subject;      // UTF-8
  std::string message_id;   // "<..@..>"
  std::string thread;       // "<..@..>": the message that all of one account refer to; may be empty
  std::string unsubscribe;  // a link, for List-Unsubscribe (RFC 2369); may be empty
  Time date{};
  std::string text;  // UTF-8, lines end in \n
  std::string html;  // UTF-8
};

/// CRLF line ends, ASCII throughout, no line over 76 characters that can be folded;
/// multipart/alternative with the text first, both in base64. The same draft gives the same bytes.
[[nodiscard]] std::string rfc5322(const MailDraft& draft);

/// "Name: value" folded, with CRLF at the end; a value that is not plain ASCII becomes encoded
/// words (RFC 2047, B), never cut inside a character. Line ends and control characters in the value
/// are gone.
[[nodiscard]] std::string header_line(std::string_view name, std::string_view value);

/// "Mon, 02 Mar 2026 08:00:00 +0000".
[[nodiscard]] std::string mail_date(Time time);

}  // namespace tipoff
