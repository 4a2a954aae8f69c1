// Request, Response, Transport: the one door to the network.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tipoff {

/// Which addresses a request may connect to, judged after DNS and on every redirect. Link-local and
/// metadata addresses never.
enum class AddressRule { public_only, private_too };

struct Request {
  std::string url;
  std::vector<std::string> headers;  // "Name: value"
  bool post = false;
  std::string body;
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds timeout{30'000};
  std::size_t body_cap = 16U << 20;                  // bytes after decompression
  AddressRule addresses = AddressRule::public_only;  // for the first address; a redirect from
                                                     // public to private is always refused
  int most_redirects = 5;                            // 0: a redirect is an answer like any other
  bool local_files = false;                          // file:/// is allowed (never by redirect)
  bool keep_connection = false;                      // the host will be asked again soon
  std::string proxy;
  std::string ca_file;
};

struct Response {
  int status =
      0;  // 0: no whole answer arrived, and `failure` says why, in one sentence for a person
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case; of the last hop
  std::string body;
  std::string failure;
  std::string url;       // the last hop's
  std::string moved_to;  // the last hop's, where every hop was permanent (301, 308)
};

/// First value of a header, by lower-case name; empty where there is none.
[[nodiscard]] std::string_view header(const Response& response, std::string_view name);

/// Feeds and webhooks leave through here: the real one is CurlTransport, the tests' one
/// ScriptedTransport. One thread owns it.
class Transport {
 public:
  virtual ~Transport() = default;

  using OnResponse = std::move_only_function<void(Response response)>;

  /// Begins a transfer. `done` is called once, from a later turn().
  virtual void start(Request request, OnResponse done) = 0;

  /// Moves every transfer on, for `longest` at the most, and returns as soon as one has finished or
  /// one of `descriptors` can be read. A slow one holds up none of the others.
  virtual void turn(std::chrono::milliseconds longest, const std::vector<int>& descriptors) = 0;
};

}  // namespace tipoff
