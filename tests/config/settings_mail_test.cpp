// Mail alerts, and what may be wrong with them.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

namespace {

/// A mail alert, and what a test adds to it.
std::string mail(std::string_view more) {
  std::string text =
      "[[alert]]\nname = \"team\"\ntype = \"email\"\nfrom = \"tipoff@example.com\"\nto = "
      "[\"anna@example.com\"]\n";
  return text.append(more);
}

}  // namespace

TEST_CASE("Mail needs STARTTLS unless written otherwise", "[settings]") {
  const SettingsText read(
      mail("server = \"smtp://mail.example.com:587\"\nuser = \"tipoff\"\npassword = "
           "\"s3\"\nca_file = \"ca.pem\"\n"));
  REQUIRE(read.lines.empty());
  const Channel& channel = read.settings.channels.at(0);
  CHECK(channel.kind == ChannelKind::email);
  CHECK(channel.server.security == MailSecurity::starttls);
  CHECK(channel.server.user == "tipoff");
  CHECK(channel.server.password == "s3");
  CHECK(channel.server.ca_file == (read.folder.path() / "ca.pem").string());
  CHECK(channel.from == "tipoff@example.com");
  CHECK(channel.to == std::vector<std::string>{"anna@example.com"});
}

TEST_CASE("smtps:// is implicit TLS", "[settings]") {
  CHECK(SettingsText(mail("server = \"smtps://mail.example.com\"\n"))
            .settings.channels.at(0)
            .server.security == MailSecurity::implicit_tls);
  const SettingsText contrary(mail("server = \"smtps://mail.example.com\"\ntls = \"none\"\n"));
  REQUIRE(contrary.lines.size() == 1);
  CHECK_THAT(contrary.lines[0],
             Catch::Contains("alert[1].tls: smtps:// is TLS from the first byte on"));
}

TEST_CASE("Plain-text mail is a warning, and never with a password", "[settings]") {
  const SettingsText plain(mail("server = \"smtp://127.0.0.1:2525\"\ntls = \"none\"\n"));
  REQUIRE(plain.lines.size() == 1);
  CHECK_THAT(plain.lines[0],
             Catch::StartsWith(
                 "tipoff.toml:7: warning: alert[1].tls: mail goes to this server as plain text"));
  CHECK_FALSE(any_error(plain.reading.complaints));
  CHECK(plain.settings.channels.at(0).server.security == MailSecurity::none);

  const SettingsText with_password(
      mail("server = \"smtp://127.0.0.1\"\ntls = \"none\"\nuser = \"u\"\npassword = \"p\"\n"));
  CHECK(any_error(with_password.reading.complaints));
}

TEST_CASE("Mail addresses that could break a header are refused", "[settings]") {
  const SettingsText read(
      "[[alert]]\nname = \"t\"\ntype = \"email\"\nserver = \"smtp://m.example\"\nfrom = "
      "\"tipoff\"\n"
      "to = [\"a@example.com\", \"b@example.com\\r\\nBcc: c@example.com\", \"Anna "
      "<a@example.com>\", \"a@example.com\"]\n");
  REQUIRE(read.lines.size() == 4);
  CHECK_THAT(read.lines[0],
             Catch::StartsWith("tipoff.toml:5: alert[1].from: 'tipoff' is no mail address"));
  CHECK_THAT(read.lines[2], Catch::Contains("'Anna <a@example.com>' is no mail address"));
  CHECK_THAT(read.lines[3], Catch::Contains("'a@example.com' is named twice"));
}

TEST_CASE("What mail cannot do without is missed, key by key", "[settings]") {
  const SettingsText read("[[alert]]\nname = \"t\"\ntype = \"email\"\npassword = \"p\"\n");
  REQUIRE(read.lines.size() == 4);
  CHECK_THAT(read.lines[0], Catch::Contains("alert[1].server: is missing"));
  CHECK_THAT(read.lines[1], Catch::Contains("alert[1].user: is missing"));
  CHECK_THAT(read.lines[2], Catch::Contains("alert[1].from: is missing"));
  CHECK_THAT(read.lines[3], Catch::Contains("alert[1].to: is missing"));
}

TEST_CASE("A server's address is a scheme, a host and a port", "[settings]") {
  for (const auto* server : {"mail.example.com", "http://m.example", "smtp://",
                             "smtp://u:p@m.example", "smtp://m.example/x", "smtp://m example"}) {
    CAPTURE(server);
    const SettingsText read(mail(std::string("server = \"").append(server).append("\"\n")));
    REQUIRE(read.lines.size() == 1);
    CHECK_THAT(read.lines[0], Catch::Contains("alert[1].server: "));
  }
}

}  // namespace tipoff
