// Fetches through a CurlTransport until the answer is there: what its tests share.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "catch.h"
#include "net/curl_transport.h"

namespace tipoff::fakes {

/// A request that may go to loopback, and does not take long.
inline Request to(const std::string& url) {
  Request request;
  request.url = url;
  request.addresses = AddressRule::private_too;
  request.timeout = std::chrono::seconds{5};
  return request;
}

inline Response fetch(CurlTransport& network, Request request) {
  std::optional<Response> answer;
  network.start(std::move(request), [&](Response response) { answer = std::move(response); });
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{8};
  while (!answer && std::chrono::steady_clock::now() < until)
    network.turn(std::chrono::seconds{1}, {});
  REQUIRE(answer);
  return *std::move(answer);
}

inline Response fetch(Request request) {
  CurlTransport network;
  return fetch(network, std::move(request));
}

inline std::chrono::milliseconds since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               start);
}

}  // namespace tipoff::fakes
