#include "net/mail_attempt.h"

#include <algorithm>

#include "catch.h"
#include "fakes/smtp_server.h"

using namespace std::chrono_literals;
using Catch::Contains;

namespace tipoff {

namespace {
Mail to(const std::string& url) {
  Mail mail;
  mail.server.url = url;
  mail.server.security = MailSecurity::none;
  mail.from = "tipoff@example.com";
  mail.to = "anna@example.com";
  mail.message = "Subject: Acme names a COO\r\n\r\n.dot\r\n";
  return mail;
}

MailResult sent(Mail mail) {
  prepare_curl();
  MailLimits limits;
  limits.connect_timeout = 1s;
  limits.timeout = 1s;
  std::vector<MailResult> results;
  MailAttempt attempt(std::move(mail), limits,
                      [&](MailResult result) { results.push_back(std::move(result)); });
  attempt.run();
  REQUIRE(results.size() == 1);
  return results.front();
}
}  // namespace

TEST_CASE("A message that the server takes is accepted, word for word", "[mail]") {
  fakes::SmtpServer server;

  const auto result = sent(to(server.url()));

  CHECK(result.outcome == MailOutcome::accepted);
  CHECK(result.code == 250);
  CHECK(result.answer == "250 2.0.0 queued");
  const auto lines = server.lines();
  for (const auto* line : {"MAIL FROM:<tipoff@example.com>", "RCPT TO:<anna@example.com>",
                           "Subject: Acme names a COO", "..dot", ".", "QUIT"})
    CHECK(std::ranges::count_if(lines, [&](const auto& said) { return said.starts_with(line); }) >=
          1);
}

TEST_CASE("What a server says decides whether a message is tried again", "[mail]") {
  const auto [stage, reply, outcome, code] =
      GENERATE(table<std::string, std::string, MailOutcome, int>({
          {"RCPT", "550 5.1.1 no such user", MailOutcome::refused, 550},
          {"RCPT", "451 4.7.1 greylisted", MailOutcome::try_later, 451},
          {"RCPT", "452 4.2.2 mailbox full", MailOutcome::try_later, 452},
          {"MAIL", "553 5.1.8 sender unknown", MailOutcome::refused, 553},
          {"MAIL", "530 5.7.0 log in first", MailOutcome::try_later, 530},
          {"DATA", "554 5.5.1 no valid recipients", MailOutcome::refused, 554},
          {"message", "554 5.6.0 this is spam", MailOutcome::refused, 554},
          {"message", "451 4.3.0 disk full", MailOutcome::try_later, 451},
          {"message", "250-2.0.0 queued\r\n250 as 7", MailOutcome::accepted, 250},
          {"hello", "554 5.3.2 closed", MailOutcome::try_later, 554},
          {"hello", "421 4.3.2 too busy", MailOutcome::try_later, 421},
      }));
  CAPTURE(stage, reply);
  fakes::SmtpServer server;
  server.reply(stage, reply);

  const auto result = sent(to(server.url()));

  CHECK(result.outcome == outcome);
  CHECK(result.code == code);
  CHECK_THAT(result.answer, Catch::StartsWith(std::to_string(code)));
}

TEST_CASE("A server that falls silent or goes away leaves the message owed", "[mail]") {
  const auto [stage, reply, answer] = GENERATE(table<std::string, std::string, std::string>({
      {"hello", "", "within 1 s"},
      {"RCPT", "", "no answer within 1 s"},
      {"message", "", "no answer within 1 s"},
      {"message", "close", "127.0.0.1"},
      {"MAIL", "close", "127.0.0.1"},
  }));
  CAPTURE(stage, reply);
  fakes::SmtpServer server;
  server.reply(stage, reply);
  const bool answers_quit = GENERATE(true, false);
  if (!answers_quit) server.reply("QUIT", "");
  const auto start = std::chrono::steady_clock::now();

  const auto result = sent(to(server.url()));

  CHECK(std::chrono::steady_clock::now() - start < 2500ms);
  CHECK(result.outcome == MailOutcome::try_later);
  CHECK(result.code == 0);
  CHECK_THAT(result.answer, Contains(answer));
}

TEST_CASE("A refusal is known before the server has answered QUIT", "[mail]") {
  const auto [stage, at_once] =
      GENERATE(table<std::string, bool>({{"RCPT", true}, {"hello", false}}));
  fakes::SmtpServer server;
  server.reply(stage, "550 no");
  server.reply("QUIT", "");
  prepare_curl();
  const auto start = std::chrono::steady_clock::now();
  std::chrono::steady_clock::duration known{};
  MailAttempt attempt(to(server.url()), {},
                      [&](const MailResult&) { known = std::chrono::steady_clock::now() - start; });
  attempt.run();
  CHECK(known < (at_once ? 300ms : 2500ms));
  CHECK(std::chrono::steady_clock::now() - start < 2500ms);
}

TEST_CASE("A server without STARTTLS gets nothing unless plain text was allowed", "[mail]") {
  fakes::SmtpServer server;
  auto mail = to(server.url());
  mail.server.security = MailSecurity::starttls;
  mail.server.user = "anna";
  mail.server.password = "secret";

  const auto result = sent(mail);

  CHECK(result.outcome == MailOutcome::try_later);
  CHECK(result.answer ==
        "the mail server offers no encryption (STARTTLS), and plain text is not allowed");
  const auto lines = server.lines();
  CHECK(std::ranges::none_of(lines, [](const auto& line) {
    return line.starts_with("MAIL") || line.starts_with("AUTH");
  }));
}

TEST_CASE("A password is never sent in plain text", "[mail]") {
  fakes::SmtpServer server;
  auto mail = to(server.url());
  mail.server.user = "anna";

  const auto result = sent(mail);

  CHECK(result.outcome == MailOutcome::refused);
  CHECK(result.answer == "a password is sent over an encrypted connection only");
  CHECK(server.lines().empty());
}

TEST_CASE("An address with something to inject reaches no server", "[mail]") {
  const auto [address, reason] = GENERATE(table<std::string, std::string>({
      {"anna@example.com\r\nRCPT TO:<eve@example.com>",
       "the recipient has a character that no mail address may have"},
      {"anna@example.com> SIZE=1", "the recipient has a character that no mail address may have"},
      {"<anna@example.com", "the recipient has a character that no mail address may have"},
      {std::string("anna@example.com\0", 17),
       "the recipient has a character that no mail address may have"},
      {"anna", "the recipient is no mail address"},
      {"@example.com", "the recipient is no mail address"},
      {"anna@", "the recipient is no mail address"},
      {"a@b@c", "the recipient is no mail address"},
      {"", "the recipient is no mail address"},
      {std::string(321, 'a'), "the recipient is too long for a mail address"},
  }));
  fakes::SmtpServer server;
  auto mail = to(server.url());
  mail.to = address;
  const auto result = sent(mail);
  CHECK(result.outcome == MailOutcome::refused);
  CHECK(result.answer == reason);
  CHECK(server.lines().empty());

  auto from = to(server.url());
  from.from = "a b@example.com";
  CHECK(objection(from) == "the sender has a character that no mail address may have");
  CHECK_FALSE(objection(to(server.url())));
}

TEST_CASE("A mail server that is not there is named", "[mail]") {
  std::string closed;
  {
    fakes::SmtpServer gone;
    closed = gone.url();
  }
  CHECK(sent(to(closed)).answer == "127.0.0.1 refused the connection");
}

TEST_CASE("A mail server at a metadata address is never asked", "[mail]") {
  const auto result = sent(to("smtp://169.254.169.254:25"));
  CHECK(result.outcome == MailOutcome::try_later);
  CHECK(result.answer == "the mail server is at an address that is never asked");
}

}  // namespace tipoff
