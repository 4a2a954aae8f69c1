// What an alert says to a salesperson: the reason, the account, why now, whom to call.
#pragma once

#include <string>
#include <string_view>

#include "alert/news.h"

namespace tipoff {

/// One line: "Siemens AG (9/10): Siemens to acquire Altair"; a new state is named first
/// ("Completed: ..").
[[nodiscard]] std::string alert_subject(const TriggerNews& news);

/// Plain text, lines end in \n.
[[nodiscard]] std::string alert_text(const TriggerNews& news, std::string_view reason);

/// A whole HTML page that fits a narrow phone: no images, no scripts, nothing loaded from
/// elsewhere. All text is escaped, and every link is http, https, tel or mailto.
[[nodiscard]] std::string alert_html(const TriggerNews& news, std::string_view reason);

/// Makes `message` a mail of the channel's sender to its recipient. Mails with the same `thread`
/// are shown together.
void make_mail(OutboundMessage& message, const Channel& channel, std::string_view thread,
               std::string text, std::string html);

/// "tel:+4989123456" for a number as people write it; empty where there are no three digits.
[[nodiscard]] std::string phone_link(std::string_view phone);

}  // namespace tipoff
