// Settings and verdicts of one transfer.
#include "net/transfer.h"

#include <algorithm>
#include <cctype>

#include "net/failure_sentence.h"
#include "net/gunzip.h"
#include "net/local_file.h"
#include "text/url.h"

namespace tipoff {
namespace {

constexpr std::size_t header_cap = 64U << 10;  // bytes, each hop
constexpr std::size_t usual_headers = 16;
constexpr std::size_t small_body = 256U << 10;  // bytes for which no room is asked

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool names(const std::string& line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         lower(line.substr(0, name.size())) == name;
}

long milliseconds(std::chrono::milliseconds time) {
  return static_cast<long>(std::max<std::int64_t>(1, time.count()));
}

}  // namespace

Transfer::Transfer(Request request, Transport::OnResponse done)
    : request_(std::move(request)), done_(std::move(done)) {
  if (auto parts = url_parts(request_.url))
    parts_ = *std::move(parts);
  else
    response_.failure = parts.error().message;
}

bool Transfer::needs_name() const {
  return !request_.proxy.empty() || !parts_.has_literal_address();
}

bool Transfer::prepare() {
  if (!response_.failure.empty()) return false;
  if (parts_.scheme == "file" && request_.local_files && redirects_ == 0) {
    is_local_ = true;
    return false;
  }
  if (!parts_.is_http()) return !fail("only http and https addresses can be asked");
  if (const auto kind = address_kind(parts_.host); kind && !allows(parts_.host, *kind))
    return !fail(refusal_sentence(refused_, parts_.host));
  if (!easy_) easy_ = owned<CurlEasy>(curl_easy_init());
  if (!is_set_up_) {
    is_set_up_ = true;
    began_ = std::chrono::steady_clock::now();
    set_up();
    set_up_security();
    set_up_callbacks();
  }
  begin_hop();
  return true;
}

void Transfer::set_up() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // else giving up a name waits for it
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(request_.connect_timeout));
  // "": no proxy, whatever the environment says.
  curl_easy_setopt(easy, CURLOPT_PROXY, request_.proxy.c_str());
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
  curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (!request_.keep_connection) {
    curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
  }
}

void Transfer::set_up_security() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);  // the bundle alone is cached for all
  if (!request_.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, request_.ca_file.c_str());
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request_.body_cap));
}

void Transfer::set_up_callbacks() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail_);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &on_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &on_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &on_connected);
  curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
}

void Transfer::set_up_request_line() {
  CURL* easy = easy_.get();
  headers_.reset();
  for (const std::string& line : request_.headers)
    if (line.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos)
      append(headers_, line.c_str());
  append(headers_, "Accept-Encoding: gzip, deflate");  // undone by us: libcurl would know no cap
  if (request_.post) {
    append(headers_, "Expect:");
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request_.body.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request_.body.size()));
  } else {
    curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
  }
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(easy, CURLOPT_URL, parts_.url.c_str());
}

void Transfer::begin_hop() {
  set_up_request_line();
  const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - began_);
  hop_timeout_ = request_.timeout + excused_ - spent;
  curl_easy_setopt(easy_.get(), CURLOPT_TIMEOUT_MS, milliseconds(hop_timeout_));
  reached_network_ = may_use_ = too_much_body_ = too_much_header_ = false;
  header_bytes_ = 0;
  refused_ = {};
  detail_[0] = '\0';
  clear_response();
}

void Transfer::excuse(std::chrono::milliseconds pause) {
  pause = std::min(pause, request_.timeout - excused_);  // once over, whatever happens to us
  excused_ += pause;
  hop_timeout_ += pause;
  curl_easy_setopt(easy_.get(), CURLOPT_TIMEOUT_MS, milliseconds(hop_timeout_));
  curl_easy_setopt(easy_.get(), CURLOPT_CONNECTTIMEOUT_MS,
                   milliseconds(request_.connect_timeout + excused_));
}

void Transfer::clear_response() {
  response_ = {};
  waits_for_room_ = false;
  if (room_ != nullptr) room_->give_back(this);
}

bool Transfer::fail(std::string reason) {
  clear_response();
  response_.url = parts_.url;
  response_.failure = std::move(reason);
  return true;
}

bool Transfer::finish_hop(CURLcode code) {
  if (code != CURLE_OK) return fail(failure_of(code));
  note_origin();
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  const bool goes_on = request_.most_redirects > 0 && is_redirect(static_cast<int>(status)) &&
                       !header(response_, "location").empty();
  return goes_on ? follow(static_cast<int>(status)) : complete(static_cast<int>(status));
}

/// Behind a proxy only an address written in the URL is known to be private.
void Transfer::note_origin() {
  const char* address = nullptr;
  curl_easy_getinfo(easy_.get(), CURLINFO_PRIMARY_IP, &address);
  const auto kind = request_.proxy.empty() ? address_kind(address == nullptr ? "" : address)
                                           : address_kind(parts_.host);
  if (kind.value_or(AddressKind::open) == AddressKind::open) came_from_public_ = true;
}

bool Transfer::follow(int status) {
  if (++redirects_ > request_.most_redirects)
    return fail("the server redirected more than " + std::to_string(request_.most_redirects) +
                " times");
  char* target = nullptr;
  curl_easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &target);
  auto next = url_parts(target == nullptr ? "" : target);
  if (!next || !next->is_http())
    return fail("the server redirected to an address that is neither http nor https");
  permanent_ = permanent_ && (status == 301 || status == 308);
  if (request_.post && (status == 301 || status == 302 || status == 303)) {
    request_.post = false;
    request_.body.clear();
  }
  if (next->host != parts_.host || next->scheme != parts_.scheme)
    std::erase_if(request_.headers, [](const std::string& line) {
      return names(line, "authorization") || names(line, "cookie");
    });
  parts_ = *std::move(next);
  return false;
}

bool Transfer::complete(int status) {
  response_.status = status;
  response_.url = parts_.url;
  if (redirects_ > 0 && permanent_) response_.moved_to = parts_.url;
  return true;
}

void Transfer::unpack() {
  auto body = decode_content(std::move(response_.body), header(response_, "content-encoding"),
                             request_.body_cap);
  if (body)
    response_.body = *std::move(body);
  else
    fail(std::move(body.error().message));
}

std::size_t Transfer::deliver() {
  if (is_local_)
    response_ = read_local_file(request_, parts_);
  else if (!response_.body.empty())
    unpack();
  const std::size_t size = response_.body.size();
  done_(std::move(response_));
  if (room_ != nullptr) room_->give_back(this);
  return size;
}

bool Transfer::allows(const std::string& address_as_text, AddressKind kind) {
  if (may_connect(kind, request_.addresses, came_from_public_)) return true;
  refused_ = {address_as_text, kind, came_from_public_};
  return false;
}

std::string Transfer::failure_of(CURLcode code) const {
  if (too_much_body_ || code == CURLE_FILESIZE_EXCEEDED)
    return "the server sent more than " + size_text(request_.body_cap);
  if (too_much_header_) return "the server sent more than " + size_text(header_cap) + " of headers";
  if (!refused_.address.empty() && !may_use_) return refusal_sentence(refused_, parts_.host);
  HopEnd end;
  end.code = code;
  end.host = parts_.host;
  end.proxy = host_of(request_.proxy);
  end.connect_timeout = request_.connect_timeout;
  end.timeout = request_.timeout;
  end.detail = detail_;
  curl_off_t connected = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_PRETRANSFER_TIME_T, &connected);
  if (reached_network_) end.stage = HopStage::connecting;
  if (connected > 0) end.stage = HopStage::waiting;
  if (header_bytes_ > 0) end.stage = HopStage::receiving;
  long error = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_OS_ERRNO, &error);
  end.os_error = static_cast<int>(error);
  return failure_sentence(end);
}

std::size_t Transfer::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::string_view line(bytes, size * count);
  transfer.header_bytes_ += line.size();
  if (transfer.header_bytes_ > header_cap) {
    transfer.too_much_header_ = true;
    return 0;
  }
  auto& headers = transfer.response_.headers;
  if (headers.capacity() == 0) headers.reserve(usual_headers);
  const auto colon = line.find(':');
  if (line.empty()) return 0;
  if (line.starts_with("HTTP/")) {
    headers.clear();  // an interim answer (1xx) went before
  } else if ((line.front() == ' ' || line.front() == '\t') && !headers.empty()) {
    headers.back().second += ' ';
    headers.back().second += trimmed(line);
  } else if (colon != std::string_view::npos) {
    headers.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  return line.size();
}

/// As much as the server says that it will send, up to a limit: it may lie.
void Transfer::make_room(std::string& body) const {
  curl_off_t length = 0;
  if (curl_easy_getinfo(easy_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length) != CURLE_OK)
    return;
  constexpr curl_off_t most = 1 << 20;
  if (length > 0) body.reserve(static_cast<std::size_t>(std::min(length, most)));
}

std::size_t Transfer::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t length = size * count;
  if (length > transfer.request_.body_cap - transfer.response_.body.size()) {
    transfer.too_much_body_ = true;
    return 0;
  }
  std::string& body = transfer.response_.body;
  if (transfer.room_ != nullptr && body.size() + length > small_body &&
      !transfer.room_->take(self, length)) {
    transfer.waits_for_room_ = true;
    return CURL_WRITEFUNC_PAUSE;
  }
  if (body.empty()) transfer.make_room(body);
  // A large body is not copied as it grows: pages that it never fills are never there.
  if (body.size() + length > small_body) body.reserve(transfer.request_.body_cap);
  body.append(bytes, length);
  return length;
}

void Transfer::go_on_if_there_is_room() {
  if (!waits_for_room_ || !room_->may_take(this, CURL_MAX_WRITE_SIZE)) return;
  waits_for_room_ = false;
  curl_easy_pause(easy_.get(), CURLPAUSE_CONT);  // calls on_body with what waits
}

curl_socket_t Transfer::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.reached_network_ = true;
  const AddressKind kind = address_kind(address->addr);
  const bool allowed = transfer.request_.proxy.empty()
                           ? transfer.allows(address_text(address->addr), kind)
                           : kind != AddressKind::never;  // a proxy is where a person put it
  if (!allowed) return CURL_SOCKET_BAD;
  transfer.may_use_ = true;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int Transfer::on_connected(void* self, char* address, char*, int, int) {
  auto& transfer =
      *static_cast<Transfer*>(self);  // also for a connection that another transfer has opened
  transfer.reached_network_ = true;
  if (!transfer.request_.proxy.empty()) return CURL_PREREQFUNC_OK;
  const auto kind = address_kind(address);
  if (kind && transfer.allows(address, *kind)) {
    transfer.may_use_ = true;
    return CURL_PREREQFUNC_OK;
  }
  transfer.may_use_ = false;
  return CURL_PREREQFUNC_ABORT;
}

}  // namespace tipoff
