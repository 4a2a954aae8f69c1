// The keys of a mail alert.
#include <set>

#include "config/secret.h"
#include "config/settings_alert.h"
#include "config/settings_check.h"
#include "text/url.h"

namespace tipoff {

namespace {

std::optional<std::string> server_fault(std::string_view url) {
  const bool known_scheme = url.starts_with("smtp://") || url.starts_with("smtps://");
  const std::string_view rest = known_scheme ? url.substr(url.find("://") + 3) : std::string_view{};
  if (host_of(url).empty() || rest.empty()) return "must be smtp://host:port or smtps://host:port";
  if (rest.find('@') != std::string_view::npos)
    return "write the user and the password as user = and password =, not into the address";
  if (rest.find_first_of("/?# ") != std::string_view::npos || !is_one_line(rest))
    return "must end after host and port";
  return std::nullopt;
}

MailSecurity read_security(TomlTable& table, bool implicit) {
  const auto tls = table.text("tls");
  if (!tls) return implicit ? MailSecurity::implicit_tls : MailSecurity::starttls;
  if (*tls == "none" && !implicit) {
    table.warn("tls", "mail goes to this server as plain text, which everyone on the way can read");
    return MailSecurity::none;
  }
  if (*tls == "starttls" && !implicit) return MailSecurity::starttls;
  if (implicit && *tls != "implicit") {
    table.complain("tls",
                   "smtps:// is TLS from the first byte on; leave this out, or write smtp://");
  } else if (!implicit) {
    table.complain("tls",
                   "must be \"starttls\" or \"none\"; for TLS from the first byte on write "
                   "smtps:// as the server");
  }
  return implicit ? MailSecurity::implicit_tls : MailSecurity::starttls;
}

void read_server(TomlTable& table, const AlertContext& context, MailServer& server) {
  server.url = table.text("server").value_or("");
  if (!is_missing(table, "server", "the mail server, as in smtp://mail.example.com:587")) {
    if (const auto fault = server_fault(server.url)) table.complain("server", *fault);
  }
  server.security = read_security(table, server.url.starts_with("smtps://"));
  server.user = table.text("user").value_or("");
  server.password = read_secret(table, "password", context.base, context.secrets);
  const std::string ca_file = table.text("ca_file").value_or("");
  if (!ca_file.empty()) server.ca_file = (context.base / ca_file).string();
  const bool with_password =
      table.has("password") || table.has("password_file") || table.has("password_env");
  if (table.has("user") && !with_password)
    table.complain("user", "needs a password, password_file or password_env");
  if (!table.has("user") && with_password)
    table.complain("user", "is missing, though there is a password");
  if (table.has("user") && server.security == MailSecurity::none) {
    table.complain(
        "user",
        "a password is never sent as plain text; drop tls = \"none\", or user and password");
  }
}

}  // namespace

void read_email(TomlTable& table, const AlertContext& context, Channel& channel) {
  read_server(table, context, channel.server);
  constexpr const char* form = " is no mail address; write it alone, as in anna@example.com";
  channel.from = table.text("from").value_or("");
  if (!is_missing(table, "from", "the sender's mail address") && !is_mail_address(channel.from)) {
    table.complain("from", "'" + channel.from + "'" + form);
  }
  channel.to = table.texts("to").value_or(std::vector<std::string>{});
  std::set<std::string> seen;
  for (const std::string& address : channel.to) {
    if (!is_mail_address(address)) table.complain("to", "'" + address + "'" + form);
    if (!seen.insert(address).second) table.complain("to", "'" + address + "' is named twice");
  }
  if (!is_missing(table, "to", "the mail addresses that receive the messages") &&
      channel.to.empty()) {
    table.complain("to", "names nobody");
  }
}

}  // namespace tipoff
