// MailThread beside servers that never answer QUIT, or nothing at all.
#include "net/mail_thread.h"

#include <poll.h>

#include "catch.h"
#include "fakes/loopback_server.h"
#include "fakes/scripted_mail.h"
#include "fakes/smtp_server.h"
#include "net/curl_transport.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {
using Steady = std::chrono::steady_clock;

Mail to(const std::string& url) {
  Mail mail;
  mail.server.url = url;
  mail.server.security = MailSecurity::none;
  mail.from = "tipoff@example.com";
  mail.to = "anna@example.com";
  mail.message = "Subject: News\r\n\r\nBody\r\n";
  return mail;
}

std::vector<MailResult> send(MailThread& post, const std::string& url, std::size_t count) {
  std::vector<MailResult> results;
  for (std::size_t i = 0; i < count; ++i)
    post.start(to(url), [&](MailResult result) { results.push_back(std::move(result)); });
  const auto until = Steady::now() + 10s;
  while (results.size() < count && Steady::now() < until) {
    pollfd one{post.descriptor(), POLLIN, 0};
    ::poll(&one, 1, 1000);
    post.collect();
  }
  return results;
}
}  // namespace

TEST_CASE("Every message has its own result, told on the owner's thread", "[mail]") {
  fakes::SmtpServer server;
  MailThread post;
  const auto owner = std::this_thread::get_id();
  std::thread::id told;
  post.start(to(server.url()), [&](const MailResult&) { told = std::this_thread::get_id(); });

  const auto results = send(post, server.url(), 12);

  REQUIRE(results.size() == 12);
  for (const auto& result : results) CHECK(result.outcome == MailOutcome::accepted);
  post.collect();
  CHECK(told == owner);
}

TEST_CASE("A server that never answers QUIT delays neither results, nor other mail, nor the end",
          "[mail]") {
  fakes::SmtpServer server;
  server.reply("QUIT", "");
  const auto start = Steady::now();
  {
    MailThread post;
    const auto results = send(post, server.url(), 12);
    CHECK(results.size() == 12);
    CHECK(Steady::now() - start < 1s);
  }
  CHECK(Steady::now() - start < 1200ms);
}

TEST_CASE("A server that never answers at all is left within a second", "[mail]") {
  fakes::SmtpServer server;
  const auto* stage = GENERATE("hello", "message");
  server.reply(stage, "");
  auto post = std::make_unique<MailThread>();
  bool told = false;
  for (int i = 0; i < 10; ++i)
    post->start(to(server.url()), [&](const MailResult&) { told = true; });
  std::this_thread::sleep_for(100ms);
  const auto start = Steady::now();
  post.reset();
  CHECK(Steady::now() - start < 1200ms);
  CHECK_FALSE(told);
}

TEST_CASE("Feeds are on time while a mail server is silent, and mail wakes the loop", "[mail]") {
  fakes::SmtpServer silent;
  silent.reply("QUIT", "");
  fakes::LoopbackServer feeds;
  feeds.answer("/rss", "200 OK", "", "<rss/>");
  MailThread post;
  CurlTransport network;
  bool accepted = false;
  bool fetched = false;
  Request request;
  request.url = feeds.url("/rss");
  request.addresses = AddressRule::private_too;
  post.start(to(silent.url()),
             [&](const MailResult& result) { accepted = result.outcome == MailOutcome::accepted; });
  network.start(request, [&](const Response& response) { fetched = response.status == 200; });
  const auto start = Steady::now();
  while (!(accepted && fetched) && Steady::now() - start < 5s) {
    network.turn(5s, {post.descriptor()});
    post.collect();
  }
  CHECK(fetched);
  CHECK(accepted);
  CHECK(Steady::now() - start < 1s);
}

TEST_CASE("The scripted post office answers by recipient", "[mail]") {
  fakes::ScriptedMail post;
  post.answer("bad@example.com", {MailOutcome::refused, 550, "550 no such user"});
  std::vector<int> codes;
  for (const auto* recipient : {"bad@example.com", "anna@example.com"}) {
    auto mail = to("smtp://mx.example");
    mail.to = recipient;
    post.start(mail, [&](const MailResult& result) { codes.push_back(result.code); });
  }
  pollfd one{post.descriptor(), POLLIN, 0};
  CHECK(::poll(&one, 1, 0) == 1);
  post.collect();
  CHECK(codes == std::vector{550, 250});
  CHECK(post.handed_over().size() == 2);
}

}  // namespace tipoff
