// [[alert]]: webhooks and mail, and what may be wrong with them.
#include "catch.h"
#include "config/settings.h"
#include "fakes/settings_text.h"

namespace tipoff {

using namespace std::chrono_literals;

namespace {

constexpr std::string_view secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1u";

/// A mail alert, and what a test adds to it.
std::string mail(std::string_view more) {
  std::string text =
      "[[alert]]\nname = \"team\"\ntype = \"email\"\nfrom = \"tipoff@example.com\"\nto = "
      "[\"anna@example.com\"]\n";
  return text.append(more);
}

std::string webhook(std::string_view more) {
  std::string text = "[[alert]]\nname = \"crm\"\ntype = \"webhook\"\n";
  return text.append(more);
}

}  // namespace

TEST_CASE("A webhook is read with its secret and waits", "[settings]") {
  const SettingsText read(
      webhook("url = \"http://127.0.0.1:9000/hook\"\nretry = [\"200ms\", \"5m\"]\nsecret = \"" +
              std::string(secret) + "\"\n"));
  REQUIRE(read.lines.empty());
  REQUIRE(read.settings.channels.size() == 1);
  const Channel& channel = read.settings.channels[0];
  CHECK(channel.name == "crm");
  CHECK(channel.kind == ChannelKind::webhook);
  CHECK(channel.url == "http://127.0.0.1:9000/hook");
  CHECK(channel.secrets == std::vector<std::string>{std::string(secret)});
  CHECK(channel.retry == std::vector<std::chrono::milliseconds>{200ms, 5min});
}

TEST_CASE("While a secret is changed there may be two, the newest first", "[settings]") {
  const SettingsText read(webhook(
      "url = \"https://crm.example/\"\nsecret = [\"whsec_bmV3bmV3bmV3bmV3bmV3bmV3bmV3bmV3\", \"" +
      std::string(secret) + "\"]\n"));
  REQUIRE(read.lines.empty());
  REQUIRE(read.settings.channels.at(0).secrets.size() == 2);
  CHECK(read.settings.channels[0].secrets[1] == secret);
}

TEST_CASE("A webhook without a sound address or secret is a complaint that keeps the secret",
          "[settings]") {
  const SettingsText read(webhook("url = \"crm.example\"\nsecret = \"whsec_not base64\"\n") +
                          "[[alert]]\nname = \"two\"\ntype = \"webhook\"\n");
  REQUIRE(read.lines.size() == 4);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:4: alert[1].url: must be a URL"));
  CHECK(read.lines[1] ==
        "tipoff.toml:5: alert[1].secret: must be \"whsec_\" and the base64 of the key, best of 24 "
        "to 64 bytes");
  CHECK_THAT(read.lines[2], Catch::StartsWith("tipoff.toml:6: alert[2].url: is missing"));
  CHECK_THAT(read.lines[3], Catch::StartsWith("tipoff.toml:6: alert[2].secret: is missing"));
}

TEST_CASE("A short secret is used, with a warning", "[settings]") {
  const SettingsText read(webhook("url = \"https://crm.example/\"\nsecret = \"whsec_dGVzdA==\"\n"));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::Contains("warning") && Catch::Contains("24 to 64 bytes"));
  CHECK(read.settings.channels.at(0).secrets == std::vector<std::string>{"whsec_dGVzdA=="});
}

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

TEST_CASE("A kind that this version lacks says so, and nothing else", "[settings]") {
  const SettingsText read(
      "[[alert]]\nname = \"chat\"\ntype = \"slack\"\nurl = \"https://hooks.example/x\"\nanything = "
      "1\n[[alert]]\nname = \"x\"\ntype = \"emial\"\n");
  REQUIRE(read.lines.size() == 2);
  CHECK(read.lines[0] ==
        "tipoff.toml:3: alert[1].type: type 'slack' is not supported by this version; it has "
        "webhook and email");
  CHECK(read.lines[1] ==
        "tipoff.toml:8: alert[2].type: there is no type 'emial' (did you mean 'email'?)");
  CHECK(read.settings.channels.empty());
}

TEST_CASE("Alerts have names of their own, and known sellers", "[settings]") {
  const SettingsText read(mail("server = \"smtp://m.example\"\n") +
                          mail("server = \"smtp://m.example\"\nseller = \"defualt\"\n") +
                          "[[alert]]\ntype = \"webhook\"\n");
  REQUIRE(read.lines.size() == 5);
  CHECK(read.lines[0] == "tipoff.toml:8: alert[2].name: the alert on line 2 has this name too");
  CHECK(read.lines[1] ==
        "tipoff.toml:13: alert[2].seller: there is no seller 'defualt' (did you mean 'default'?)");
  CHECK_THAT(read.lines[2], Catch::Contains("alert[3].name: is missing"));
}

TEST_CASE("A key of another kind of alert is unknown", "[settings]") {
  const SettingsText read(
      webhook("url = \"https://crm.example/\"\nto = [\"a@example.com\"]\nsecret = \"" +
              std::string(secret) + "\"\n"));
  REQUIRE(read.lines.size() == 1);
  CHECK_THAT(read.lines[0], Catch::StartsWith("tipoff.toml:5: alert[1].to: unknown key"));
}

}  // namespace tipoff
