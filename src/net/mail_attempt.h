// MailAttempt: one message on its way to an SMTP server.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "net/curl_handle.h"
#include "net/failure_sentence.h"
#include "net/mail.h"

namespace tipoff {

struct MailLimits {
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds timeout{30'000};  // of the whole conversation
  std::chrono::seconds quit_timeout{1};       // for an answer to QUIT, which nobody needs
  std::size_t at_once = 4;
};

/// How far the conversation came, and what was said last.
struct MailReply {
  CURLcode result = CURLE_OK;
  int code = 0;
  std::string text;  // the server's words, or libcurl's
  bool reached_message =
      false;  // the reply is to sender, recipient or message, not to the greeting or the password
};

/// A reply to sender, recipient or message that begins with 5 is final. Everything else may be
/// tried again, also what went wrong before: a wrong password or certificate is mended by a person,
/// and the message is still owed.
[[nodiscard]] MailResult judged(const MailReply& reply);

/// Why a message cannot be handed to any server; nothing where it can. Addresses are sent as they
/// are: no control characters, spaces or angle brackets, one @, at most 320 bytes (RFC 5321).
[[nodiscard]] std::optional<std::string> objection(const Mail& mail);

/// Runs on a thread of its own; give_up() may be called from another.
class MailAttempt {
 public:
  using OnResult = std::move_only_function<void(MailResult)>;

  MailAttempt(Mail mail, MailLimits limits, OnResult report);
  MailAttempt(const MailAttempt&) = delete;
  MailAttempt& operator=(const MailAttempt&) = delete;

  /// Reports once, as soon as the server has answered the message, and returns after QUIT.
  void run();

  /// Ends the conversation: run() returns soon.
  void give_up();

 private:
  /// What the server was told last.
  enum class Said { greeting, sender, recipient, message };

  void set_up();
  void set_up_server();
  void set_up_callbacks();
  void hang_up();
  void report(CURLcode result);
  void note_command(std::string_view command);
  void note_reply(int code, std::string_view line);
  [[nodiscard]] std::chrono::milliseconds time_left() const;
  [[nodiscard]] std::string failure_of(CURLcode result) const;

  static int on_debug(CURL* easy, curl_infotype type, char* bytes, std::size_t size, void* self);
  static std::size_t on_reply(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_message(char* bytes, std::size_t size, std::size_t count, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int on_close(void* self, curl_socket_t socket);

  Mail mail_;
  MailLimits limits_;
  OnResult report_;
  CurlList recipients_;
  CurlEasy easy_;
  CurlMulti multi_;
  std::chrono::steady_clock::time_point began_{};
  Said said_ = Said::greeting;
  HopStage stage_ = HopStage::resolving;
  std::size_t sent_ = 0;       // bytes of the message
  bool message_sent_ = false;  // all of them
  bool has_quit_ = false;
  bool reported_ = false;
  bool refused_address_ = false;
  MailReply last_;
  char detail_[CURL_ERROR_SIZE] = {};
  std::atomic<bool> given_up_ = false;
  std::mutex socket_mutex_;
  curl_socket_t socket_ = CURL_SOCKET_BAD;
};

}  // namespace tipoff
