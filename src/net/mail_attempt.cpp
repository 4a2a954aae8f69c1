// libcurl waits for the answer to QUIT inside its call, after a failure too: so the result is read
// off the conversation as it goes, that wait is kept short, and the time-outs are ours.
#include "net/mail_attempt.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>

#include "net/address_kind.h"
#include "net/url_parts.h"

namespace tipoff {
namespace {

constexpr std::size_t longest_address = 320;
constexpr std::chrono::milliseconds after_ours{200};
constexpr int must_log_in = 530;             // RFC 4954, 6: ours to mend, not the message's fault
constexpr std::size_t longest_answer = 400;  // bytes of the server's words that are kept

std::optional<std::string> address_objection(std::string_view address, std::string_view which) {
  const auto wrong = [&](std::string_view why) {
    return "the " + std::string(which) + " " + std::string(why);
  };
  if (address.size() > longest_address) return wrong("is too long for a mail address");
  const bool clean = std::ranges::none_of(
      address, [](unsigned char c) { return c <= ' ' || c == 0x7f || c == '<' || c == '>'; });
  if (!clean) return wrong("has a character that no mail address may have");
  const auto at = address.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == address.size() ||
      address.find('@', at + 1) != std::string_view::npos)
    return wrong("is no mail address");
  return std::nullopt;
}

std::string printable(std::string_view text) {
  std::string out(text.substr(0, longest_answer));
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7f) c = ' ';
  return out;
}

}  // namespace

std::optional<std::string> objection(const Mail& mail) {
  if (auto wrong = address_objection(mail.from, "sender")) return wrong;
  if (auto wrong = address_objection(mail.to, "recipient")) return wrong;
  const bool is_smtps = mail.server.url.starts_with("smtps://");
  if (!mail.server.user.empty() && mail.server.security == MailSecurity::none && !is_smtps)
    return "a password is sent over an encrypted connection only";
  if (!is_smtps && !mail.server.url.starts_with("smtp://"))
    return "a mail server's address begins with smtp:// or smtps://";
  return std::nullopt;
}

MailResult judged(const MailReply& reply) {
  MailResult result;
  result.code = reply.code;
  result.answer = reply.text;
  if (reply.result == CURLE_OK && reply.code / 100 == 2)
    result.outcome = MailOutcome::accepted;
  else if (reply.reached_message && reply.code / 100 == 5 && reply.code != must_log_in)
    result.outcome = MailOutcome::refused;
  return result;
}

MailAttempt::MailAttempt(Mail mail, MailLimits limits, OnResult report)
    : mail_(std::move(mail)), limits_(limits), report_(std::move(report)) {
  multi_ = owned<CurlMulti>(curl_multi_init());
}

void MailAttempt::run() {
  if (auto wrong = objection(mail_)) {
    reported_ = true;
    report_({MailOutcome::refused, 0, *std::move(wrong)});
    return;
  }
  easy_ = owned<CurlEasy>(curl_easy_init());
  set_up();
  set_up_server();
  set_up_callbacks();
  began_ = std::chrono::steady_clock::now();
  curl_multi_add_handle(multi_.get(), easy_.get());
  for (int running = 1; running > 0 && !given_up_;) {
    curl_multi_perform(multi_.get(), &running);
    if (running == 0) break;
    const auto left = time_left();
    if (left.count() <= 0) {
      report(CURLE_OPERATION_TIMEDOUT);
      hang_up();
      break;
    }
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(left.count()), nullptr);
  }
  int left = 0;
  const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
  report(message != nullptr ? message->data.result : CURLE_ABORTED_BY_CALLBACK);
  curl_multi_remove_handle(multi_.get(), easy_.get());
  easy_.reset();
}

std::chrono::milliseconds MailAttempt::time_left() const {
  const bool answered = stage_ == HopStage::waiting;
  const auto limit =
      answered ? limits_.timeout : std::min(limits_.connect_timeout, limits_.timeout);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(began_ + limit -
                                                                 std::chrono::steady_clock::now());
  return std::min<std::chrono::milliseconds>(left, std::chrono::seconds{1});
}

void MailAttempt::give_up() {
  given_up_ = true;
  curl_multi_wakeup(multi_.get());
  hang_up();
}

/// Ends a wait inside libcurl, and spares us the one for QUIT.
void MailAttempt::hang_up() {
  const std::scoped_lock lock(socket_mutex_);
  if (socket_ != CURL_SOCKET_BAD) ::shutdown(socket_, SHUT_RDWR);
}

void MailAttempt::set_up() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  // The wait for the answer to the message is inside libcurl too; before it, our own time-out comes
  // first.
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS,
                   static_cast<long>((limits_.timeout + after_ours).count()));
  curl_easy_setopt(easy, CURLOPT_MAIL_FROM, mail_.from.c_str());
  append(recipients_, mail_.to.c_str());
  curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients_.get());
  curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail_.message.size()));
}

void MailAttempt::set_up_server() {
  CURL* easy = easy_.get();
  const MailServer& server = mail_.server;
  std::string url = server.url;
  if (server.security == MailSecurity::implicit_tls && url.starts_with("smtp://"))
    url.insert(4, 1, 's');
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  const bool plain = server.security == MailSecurity::none && !url.starts_with("smtps://");
  curl_easy_setopt(easy, CURLOPT_USE_SSL,
                   static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
  if (!server.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, server.ca_file.c_str());
  if (server.user.empty()) return;
  curl_easy_setopt(easy, CURLOPT_USERNAME, server.user.c_str());
  curl_easy_setopt(easy, CURLOPT_PASSWORD, server.password.c_str());
  curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
}

void MailAttempt::set_up_callbacks() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail_);
  curl_easy_setopt(easy, CURLOPT_VERBOSE,
                   1L);  // tells on_debug, and nobody else, which commands are sent
  curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &on_debug);
  curl_easy_setopt(easy, CURLOPT_DEBUGDATA, this);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &on_reply);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy, CURLOPT_READFUNCTION, &on_message);
  curl_easy_setopt(easy, CURLOPT_READDATA, this);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &on_close);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void MailAttempt::report(CURLcode result) {
  if (reported_) return;
  reported_ = true;
  last_.result = result;
  last_.reached_message = said_ != Said::greeting;
  if (last_.code / 100 < 4 && result != CURLE_OK) {  // what was said last is not about this failure
    last_.code = 0;
    last_.text = failure_of(result);
  }
  report_(judged(last_));
}

std::string MailAttempt::failure_of(CURLcode result) const {
  if (refused_address_) return "the mail server is at an address that is never asked";
  if (result == CURLE_USE_SSL_FAILED)
    return "the mail server offers no encryption (STARTTLS), and plain text is not allowed";
  HopEnd end;
  end.code = result;
  end.stage = stage_;
  if (const auto parts = url_parts(mail_.server.url)) end.host = parts->host;
  end.connect_timeout = limits_.connect_timeout;
  end.timeout = limits_.timeout;
  end.detail = detail_;
  long error = 0;
  if (result == CURLE_COULDNT_CONNECT) curl_easy_getinfo(easy_.get(), CURLINFO_OS_ERRNO, &error);
  end.os_error = static_cast<int>(error);
  return failure_sentence(end);
}

void MailAttempt::note_command(std::string_view command) {
  if (command.starts_with("MAIL ")) said_ = Said::sender;
  if (command.starts_with("RCPT ")) said_ = Said::recipient;
  if (command.starts_with("DATA")) said_ = Said::message;
  if (!command.starts_with("QUIT")) return;
  has_quit_ = true;  // what comes now answers nothing that matters
  if (message_sent_ && time_left().count() <= 0) report(CURLE_OPERATION_TIMEDOUT);
  curl_easy_setopt(easy_.get(), CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   static_cast<long>(limits_.quit_timeout.count()));
}

/// There is one recipient: so a refusal of anything, and the first answer to the whole message, is
/// the result.
void MailAttempt::note_reply(int code, std::string_view line) {
  stage_ = HopStage::waiting;
  last_.code = code;
  last_.text = printable(line);
  const bool is_last_line = line.size() == 3 || line[3] != '-';  // RFC 5321, 4.2.1
  if (!is_last_line || said_ == Said::greeting) return;
  if (code >= 400 || message_sent_) report(CURLE_OK);
}

int MailAttempt::on_debug(CURL*, curl_infotype type, char* bytes, std::size_t size, void* self) {
  if (type == CURLINFO_HEADER_OUT) static_cast<MailAttempt*>(self)->note_command({bytes, size});
  return 0;
}

std::size_t MailAttempt::on_reply(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& attempt = *static_cast<MailAttempt*>(self);
  std::string_view line(bytes, size * count);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  const bool has_code =
      line.size() >= 3 && std::all_of(line.begin(), line.begin() + 3,
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
  if (has_code && !attempt.has_quit_)
    attempt.note_reply((line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0'), line);
  return size * count;
}

std::size_t MailAttempt::on_message(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& attempt = *static_cast<MailAttempt*>(self);
  const std::string& message = attempt.mail_.message;
  const std::size_t length = std::min(size * count, message.size() - attempt.sent_);
  std::copy_n(message.data() + attempt.sent_, length, bytes);
  attempt.sent_ += length;
  attempt.message_sent_ = attempt.sent_ == message.size();
  return length;
}

curl_socket_t MailAttempt::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& attempt = *static_cast<MailAttempt*>(self);
  if (!may_connect(address_kind(address->addr), AddressRule::private_too, false)) {
    attempt.refused_address_ = true;
    return CURL_SOCKET_BAD;
  }
  attempt.stage_ = HopStage::connecting;
  const std::scoped_lock lock(attempt.socket_mutex_);
  attempt.socket_ = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  return attempt.socket_;
}

int MailAttempt::on_close(void* self, curl_socket_t socket) {
  auto& attempt = *static_cast<MailAttempt*>(self);
  const std::scoped_lock lock(attempt.socket_mutex_);
  if (attempt.socket_ == socket) attempt.socket_ = CURL_SOCKET_BAD;
  return ::close(socket);
}

}  // namespace tipoff
