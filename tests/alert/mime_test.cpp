#include "alert/mime.h"

#include "alert/sample_news.h"
#include "catch.h"
#include "net/signature.h"

namespace tipoff {

namespace {

std::vector<std::string> lines_of(const std::string& message) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < message.size()) {
    const std::size_t end = message.find("\r\n", begin);
    REQUIRE(end != std::string::npos);
    lines.push_back(message.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

/// What a mail program reads in a header value that is made of encoded words alone. Each word must
/// be whole characters.
std::string decoded(const std::string& value) {
  std::string text;
  std::size_t at = value.find("=?UTF-8?B?");
  while (at != std::string::npos) {
    const std::size_t end = value.find("?=", at + 10);
    const auto word = from_base64(value.substr(at + 10, end - at - 10));
    REQUIRE(word);
    CHECK((static_cast<unsigned char>(word->front()) & 0xC0U) != 0x80U);
    text += *word;
    at = value.find("=?UTF-8?B?", end);
  }
  return text;
}

MailDraft sample_draft() {
  MailDraft draft;
  draft.from = "Tipoff <tipoff@sales.example>";
  draft.to = "anna@sales.example";
  draft.subject = "Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps";
  draft.message_id = "<msg_1@sales.example>";
  draft.thread = "<account_1@sales.example>";
  draft.date = test::march_2;
  draft.text = "Nordwerk\nSource: https://news.example\n";
  draft.html = "<p>诺德</p>\n";
  return draft;
}

}  // namespace

TEST_CASE("A mail's date is written as RFC 5322 has it", "[alert]") {
  CHECK(mail_date(test::march_2) == "Mon, 02 Mar 2026 08:00:00 +0000");
}

TEST_CASE("A mailbox is a name and an address, or an address alone", "[alert]") {
  CHECK(mailbox("anna@sales.example") == Mailbox{"", "anna@sales.example"});
  CHECK(mailbox("Anna Weber <anna@sales.example>") == Mailbox{"Anna Weber", "anna@sales.example"});
  CHECK(mailbox("\"Weber, Anna\" <anna@sales.example>") ==
        Mailbox{"Weber, Anna", "anna@sales.example"});
  CHECK(mailbox("anna@sales.example\r\nBcc: x@y").address == "anna@sales.exampleBcc:x@y");
}

TEST_CASE("A short ASCII header stands as it is", "[alert]") {
  CHECK(header_line("Subject", "Nordwerk buys Halden") == "Subject: Nordwerk buys Halden\r\n");
}

TEST_CASE("A long ASCII header is folded at blanks", "[alert]") {
  std::string words = "Nordwerk";
  for (int i = 0; i < 40; ++i) words += " buys";
  std::string unfolded;
  for (const std::string& line : lines_of(header_line("Subject", words))) {
    CHECK(line.size() <= 76);
    unfolded += line;
  }
  CHECK(unfolded == "Subject: " + words);
}

TEST_CASE("A Chinese header becomes encoded words that never split a character", "[alert]") {
  std::string title;
  for (int i = 0; i < 30; ++i) title += "诺德公司拟收购é";
  std::string value;
  for (const std::string& line : lines_of(header_line("Subject", title))) {
    CHECK(line.size() <= 76);
    value += line;
  }
  CHECK(decoded(value) == title);
}

TEST_CASE("What only looks like an encoded word is encoded", "[alert]") {
  const std::string title = "=?UTF-8?B?QmNjOg==?=";
  const std::string line = header_line("Subject", title);
  CHECK(decoded(line) == title);
}

TEST_CASE("An ASCII word too long for a line is encoded instead", "[alert]") {
  const std::string title(300, 'x');
  const std::string line = header_line("Subject", title);
  for (const std::string& one : lines_of(line)) CHECK(one.size() <= 76);
  CHECK(decoded(line) == title);
}

TEST_CASE("A mail has its headers, then the text, then the same as HTML", "[alert]") {
  const std::string message = rfc5322(sample_draft());
  const std::string expected =
      "Date: Mon, 02 Mar 2026 08:00:00 +0000\r\n"
      "From: \"Tipoff\"\r\n <tipoff@sales.example>\r\n"
      "To: anna@sales.example\r\n"
      "Subject: Nordwerk AG (5/9): Nordwerk to acquire Halden Pumps\r\n"
      "Message-ID: <msg_1@sales.example>\r\n"
      "In-Reply-To: <account_1@sales.example>\r\n"
      "References: <account_1@sales.example>\r\n"
      "Auto-Submitted: auto-generated\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: multipart/alternative;\r\n boundary=\"=_tipoff_alternative\"\r\n"
      "\r\n"
      "--=_tipoff_alternative\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: base64\r\n"
      "\r\n" +
      base64("Nordwerk\r\nSource: https://news.example\r\n") +
      "\r\n"
      "--=_tipoff_alternative\r\n"
      "Content-Type: text/html; charset=utf-8\r\n"
      "Content-Transfer-Encoding: base64\r\n"
      "\r\n" +
      base64("<p>诺德</p>\r\n") +
      "\r\n"
      "--=_tipoff_alternative--\r\n";
  CHECK(message == expected);
}

TEST_CASE("A sender's name in any script or with quotes stands safely before the address",
          "[alert]") {
  MailDraft draft = sample_draft();
  draft.from = "销售提示 <tipoff@sales.example>";
  CHECK_THAT(rfc5322(draft), Catch::Contains("From: =?UTF-8?B?" + base64("销售提示") +
                                             "?=\r\n <tipoff@sales.example>\r\n"));
  draft.from = "The \"Tip\" Team <tipoff@sales.example>";
  CHECK_THAT(rfc5322(draft),
             Catch::Contains("From: \"The \\\"Tip\\\" Team\"\r\n <tipoff@sales.example>\r\n"));
}

TEST_CASE("No hostile subject makes a header of its own, and every line is short ASCII",
          "[alert]") {
  const std::size_t usual = lines_of(rfc5322(sample_draft())).size();
  for (const std::string_view title : test::hostile_titles) {
    MailDraft draft = sample_draft();
    draft.subject = title;
    const std::string message = rfc5322(draft);
    CAPTURE(message);
    for (const std::string& line : lines_of(message)) {
      CHECK(line.size() <= 76);
      CHECK_FALSE(line.starts_with("Bcc"));
      for (const char c : line) CHECK((c >= ' ' && c <= '~'));
    }
    CHECK(lines_of(message).size() <= usual + 2);  // folds of the subject
  }
}

TEST_CASE("A mail of no thread refers to none, and only a digest can be left", "[alert]") {
  MailDraft draft = sample_draft();
  CHECK_THAT(rfc5322(draft), !Catch::Contains("List-Unsubscribe"));
  draft.thread.clear();
  draft.unsubscribe = "mailto:tipoff@sales.example?subject=unsubscribe%20team";
  const std::string message = rfc5322(draft);
  CHECK_THAT(message, !Catch::Contains("References:") && !Catch::Contains("In-Reply-To:"));
  CHECK_THAT(message,
             Catch::Contains("\r\nList-Unsubscribe: "
                             "<mailto:tipoff@sales.example?subject=unsubscribe%20team>\r\n"));
}

}  // namespace tipoff
