// A small SMTP server on 127.0.0.1 that says what a test scripts.
#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace tipoff::fakes {

class SmtpServer {
 public:
  SmtpServer() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, plain, &size) != 0)
      throw std::runtime_error("no SMTP server");
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~SmtpServer() {
    closing_ = true;
    acceptor_.join();
    for (auto& thread : talks_) thread.join();
    ::close(listener_);
  }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

  /// Reply to a command ("MAIL", "RCPT", "DATA", "QUIT", "EHLO"), to the connection ("hello") or to
  /// the message ("message"). Empty: silence. "close": the connection ends. Set before mail is
  /// sent.
  void reply(const std::string& to, std::string reply) { replies_[to] = std::move(reply); }

  [[nodiscard]] std::vector<std::string> lines() const {  // all that clients said
    const std::scoped_lock lock(mutex_);
    return lines_;
  }

 private:
  static bool readable(int fd) {
    pollfd one{fd, POLLIN, 0};
    return ::poll(&one, 1, 20) > 0;
  }

  void accept_all() {
    while (!closing_) {
      if (!readable(listener_)) continue;
      const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd >= 0) talks_.emplace_back([this, fd] { talk(fd); });
    }
  }

  bool say(int fd, const std::string& to, const std::string& usual) {
    const auto found = replies_.find(to);
    const std::string text = found == replies_.end() ? usual : found->second;
    if (text == "close") return false;
    const std::string line = text + "\r\n";
    return text.empty() || ::send(fd, line.data(), line.size(), MSG_NOSIGNAL) > 0;
  }

  void talk(int fd) {
    std::string pending;
    std::string line;
    bool goes_on = say(fd, "hello", "220 mx.example");
    bool in_message = false;
    while (goes_on && next_line(fd, pending, line)) {
      if (in_message) {
        if (line != ".") continue;
        in_message = false;
        goes_on = say(fd, "message", "250 2.0.0 queued");
        continue;
      }
      const std::string command = line.substr(0, 4);
      const std::string usual = command == "DATA"   ? "354 go on"
                                : command == "QUIT" ? "221 bye"
                                                    : "250 ok";
      goes_on = say(fd, command, usual);
      in_message = command == "DATA" && replies_.count("DATA") == 0;
      if (command == "QUIT" && replies_.count("QUIT") == 0) goes_on = false;
    }
    ::close(fd);
  }

  bool next_line(int fd, std::string& pending, std::string& line) {
    for (auto end = pending.find("\r\n"); end == std::string::npos; end = pending.find("\r\n")) {
      if (closing_) return false;
      if (!readable(fd)) continue;
      char bytes[4096];
      const auto got = ::recv(fd, bytes, sizeof bytes, 0);
      if (got <= 0) return false;
      pending.append(bytes, static_cast<std::size_t>(got));
    }
    line = pending.substr(0, pending.find("\r\n"));
    pending.erase(0, line.size() + 2);
    const std::scoped_lock lock(mutex_);
    lines_.push_back(line);
    return true;
  }

  int listener_;
  int port_ = 0;
  std::atomic<bool> closing_ = false;
  std::map<std::string, std::string> replies_;
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
  std::vector<std::thread> talks_;
  std::thread acceptor_;
};

}  // namespace tipoff::fakes
