// A server on 127.0.0.1 that answers with the raw bytes a test scripts, by path.
#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tipoff::fakes {

/// What follows a request: the bytes, piece by piece with a pause after each, then the close.
struct RawAnswer {
  std::vector<std::string> pieces;
  std::chrono::milliseconds pause{0};
  bool hangs = false;   // keeps the connection open and silent after the last piece
  bool resets = false;  // closes with a reset
  bool keeps = false;   // waits for another request on the same connection
};

class LoopbackServer {
 public:
  LoopbackServer() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 512) != 0 ||
        ::getsockname(listener_, plain, &size) != 0)
      throw std::runtime_error("no loopback server");
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~LoopbackServer() {
    closing_ = true;
    acceptor_.join();
    for (auto& thread : talks_) thread.join();
    ::close(listener_);
  }
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }

  void answer(const std::string& path, RawAnswer answer) {
    const std::scoped_lock lock(mutex_);
    answers_[path] = std::move(answer);
  }
  /// The usual case: status line, headers ("A: b\r\n" each), body with its length.
  void answer(const std::string& path, const std::string& status, const std::string& headers,
              const std::string& body) {
    answer(path, whole(status, headers, body));
  }
  static RawAnswer whole(const std::string& status, const std::string& headers,
                         const std::string& body) {
    RawAnswer raw;
    raw.pieces = {"HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers +
                  "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body};
    return raw;
  }

  [[nodiscard]] std::vector<std::string> requests() const {  // heads and bodies as they came
    const std::scoped_lock lock(mutex_);
    return requests_;
  }
  [[nodiscard]] int connections() const { return connections_; }

 private:
  static bool readable(int fd) {
    pollfd one{fd, POLLIN, 0};
    return ::poll(&one, 1, 20) > 0;
  }

  void accept_all() {
    while (!closing_) {
      if (!readable(listener_)) continue;
      const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) continue;
      ++connections_;
      talks_.emplace_back([this, fd] { talk(fd); });
    }
  }

  void talk(int fd) {
    while (answer_one(fd)) {
    }
    ::close(fd);
  }

  bool answer_one(int fd) {
    const std::string request = read_request(fd);
    if (request.empty()) return false;
    const auto path_begin = request.find(' ') + 1;
    const std::string path = request.substr(path_begin, request.find(' ', path_begin) - path_begin);
    RawAnswer raw;
    {
      const std::scoped_lock lock(mutex_);
      requests_.push_back(request);
      const auto found = answers_.find(path);
      raw = found == answers_.end() ? whole("404 Not Found", "", "") : found->second;
    }
    for (const auto& piece : raw.pieces) {
      if (closing_ || ::send(fd, piece.data(), piece.size(), MSG_NOSIGNAL) < 0) return false;
      std::this_thread::sleep_for(raw.pause);
    }
    while (raw.hangs && !closing_) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    if (raw.resets) {
      const linger at_once{1, 0};
      ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    return raw.keeps;
  }

  std::string read_request(int fd) {
    std::string request;
    while (!closing_) {
      const auto head_end = request.find("\r\n\r\n");
      if (head_end != std::string::npos &&
          request.size() >= head_end + 4 + body_length(request.substr(0, head_end)))
        return request;
      if (!readable(fd)) continue;
      char bytes[4096];
      const auto got = ::recv(fd, bytes, sizeof bytes, 0);
      if (got <= 0) return {};
      request.append(bytes, static_cast<std::size_t>(got));
    }
    return {};
  }

  static std::size_t body_length(const std::string& head) {
    const std::string name = "Content-Length: ";
    const auto at = head.find(name);
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + name.size()));
  }

  int listener_;
  int port_ = 0;
  std::atomic<bool> closing_ = false;
  std::atomic<int> connections_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, RawAnswer> answers_;
  std::vector<std::string> requests_;
  std::vector<std::thread> talks_;
  std::thread acceptor_;
};

}  // namespace tipoff::fakes
