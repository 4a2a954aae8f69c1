// Mail, MailTransport: messages handed to an SMTP server, on a thread of their own.
#pragma once

#include <functional>
#include <string>

namespace tipoff {

enum class MailSecurity { starttls, implicit_tls, none };

struct MailServer {
  std::string url;  // smtp://host:port or smtps://host:port
  MailSecurity security = MailSecurity::starttls;
  std::string user;  // empty: no AUTH
  std::string password;
  std::string ca_file;

  bool operator==(const MailServer&) const = default;
};

/// One message, one recipient: so that each recipient has a result.
struct Mail {
  MailServer server;
  std::string from;
  std::string to;
  std::string message;  // RFC 5322, CRLF
};

enum class MailOutcome { accepted, try_later, refused };

struct MailResult {
  MailOutcome outcome = MailOutcome::try_later;
  int code = 0;        // SMTP reply, 0: none arrived
  std::string answer;  // the server's words, or why there are none
};

/// libcurl waits inside its call for a server's answer to QUIT (60 s seen): so mail has a thread of
/// its own, and feeds stay on time.
class MailTransport {
 public:
  virtual ~MailTransport() = default;

  using OnResult = std::move_only_function<void(MailResult result)>;

  /// Hands a message over. `done` is called once, from a later collect(), on the caller's thread.
  virtual void start(Mail mail, OnResult done) = 0;

  /// Readable when there is something to collect.
  [[nodiscard]] virtual int descriptor() const = 0;
  virtual void collect() = 0;
};

}  // namespace tipoff
