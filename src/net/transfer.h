// Transfer: one request on its way, hop by hop, to its response.
#pragma once

#include <chrono>
#include <string>

#include "net/address_kind.h"
#include "net/body_room.h"
#include "net/curl_handle.h"
#include "net/url_parts.h"

namespace tipoff {

/// Follows redirects itself, a hop at a time, because each hop must be judged. Stays where it is:
/// libcurl holds its address.
class Transfer {
 public:
  Transfer(Request request, Transport::OnResponse done);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// Readies the handle for the hop at hand. False: the response is complete without any network.
  [[nodiscard]] bool prepare();

  /// The hop has ended. True: the response is complete; false: prepare() the next hop.
  [[nodiscard]] bool finish_hop(CURLcode code);

  /// Time in which we did not look after it, which is no fault of the server's: it gets that much
  /// more, its time-out once again at the most.
  void excuse(std::chrono::milliseconds pause);

  /// Unpacks the body (until now it takes the room that it took on the way), and calls `done`,
  /// once. Returns the body's size in bytes.
  std::size_t deliver();

  [[nodiscard]] CURL* handle() const { return easy_.get(); }
  /// A handle that another transfer has done with, reset, saves making one. Before prepare().
  void use(CurlEasy handle) { easy_ = std::move(handle); }
  /// Where large bodies must find room; outlives the transfer. Before prepare().
  void share(BodyRoom& room) { room_ = &room; }
  /// Lets a body go on that waited for room.
  void go_on_if_there_is_room();
  [[nodiscard]] CurlEasy hand_over() { return std::move(easy_); }
  [[nodiscard]] bool needs_name() const;  // its host, or its proxy's, is a name
  [[nodiscard]] bool is_resolving() const { return needs_name() && !reached_network_; }
  [[nodiscard]] const UrlParts& hop() const { return parts_; }

 private:
  using SteadyTime = std::chrono::steady_clock::time_point;

  void set_up();
  void set_up_security();
  void set_up_callbacks();
  void set_up_request_line();
  void begin_hop();
  bool fail(std::string reason);
  void note_origin();
  void make_room(std::string& body) const;
  bool follow(int status);
  bool complete(int status);
  void unpack();
  void clear_response();
  [[nodiscard]] bool allows(const std::string& address_as_text, AddressKind kind);
  [[nodiscard]] std::string failure_of(CURLcode code) const;

  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int on_connected(void* self, char* address, char* own, int port, int own_port);

  Request request_;
  Transport::OnResponse done_;
  Response response_;
  UrlParts parts_;
  BodyRoom* room_ = nullptr;
  CurlEasy easy_;
  CurlList headers_;
  bool is_set_up_ = false;
  bool is_local_ = false;  // a file, read when it is delivered
  SteadyTime began_{};
  std::chrono::milliseconds excused_{0};
  int redirects_ = 0;
  bool permanent_ = true;  // every redirect so far was
  bool came_from_public_ = false;
  // Of the hop at hand:
  std::chrono::milliseconds hop_timeout_{0};
  bool reached_network_ = false;  // past name resolution
  bool may_use_ = false;          // a socket was opened to an allowed address
  bool too_much_body_ = false;
  bool too_much_header_ = false;
  bool waits_for_room_ = false;
  std::size_t header_bytes_ = 0;
  RefusedAddress refused_;
  char detail_[CURL_ERROR_SIZE] = {};
};

}  // namespace tipoff
