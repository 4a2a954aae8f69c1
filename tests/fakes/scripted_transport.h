// A network with no wires: answers by URL, and remembers what was asked.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "net/transport.h"

namespace tipoff::fakes {

class ScriptedTransport final : public Transport {
 public:
  /// What the URL answers from now on.
  void answer(const std::string& url, Response response) {
    Reply& reply = replies_[url];
    reply.steady = std::move(response);
    reply.known = true;
  }
  void answer(const std::string& url, int status, std::string body,
              std::vector<std::pair<std::string, std::string>> headers = {}) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers = std::move(headers);
    answer(url, std::move(response));
  }
  /// What the URL answers once, before what it answers always; several come in their order.
  void answer_once(const std::string& url, Response response) {
    replies_[url].once.push_back(std::move(response));
  }
  /// From now on, requests to the URL get no answer until it is released.
  void hang(const std::string& url, bool hangs = true) { replies_[url].hangs = hangs; }

  [[nodiscard]] const std::vector<Request>& asked() const { return asked_; }
  [[nodiscard]] std::size_t under_way() const { return waiting_.size(); }
  void forget_asked() { asked_.clear(); }

  void start(Request request, OnResponse done) override {
    waiting_.emplace_back(request.url, std::move(done));
    asked_.push_back(std::move(request));
  }

  void turn(std::chrono::milliseconds, const std::vector<int>&) override {
    for (std::size_t left = waiting_.size(); left > 0; --left) {
      auto [url, done] = std::move(waiting_.front());
      waiting_.pop_front();
      if (replies_[url].hangs)
        waiting_.emplace_back(std::move(url), std::move(done));
      else
        done(next_answer(url));
    }
  }

 private:
  struct Reply {
    std::deque<Response> once;
    Response steady;
    bool known = false;
    bool hangs = false;
  };

  Response next_answer(const std::string& url) {
    Reply& reply = replies_[url];
    Response response = reply.steady;
    if (!reply.once.empty()) {
      response = std::move(reply.once.front());
      reply.once.pop_front();
    } else if (!reply.known) {
      response.failure = "the host is not there";
    }
    if (response.url.empty()) response.url = url;
    return response;
  }

  std::map<std::string, Reply> replies_;
  std::vector<Request> asked_;
  std::deque<std::pair<std::string, OnResponse>> waiting_;
};

}  // namespace tipoff::fakes
