// The stages matter to whoever must mend it: an unknown name, a closed door and a silent server are
// three different faults.
#include "net/failure_sentence.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace tipoff {
namespace {

/// Who is connected to.
std::string door(const HopEnd& end) {
  return end.proxy.empty() ? end.host : "the proxy " + end.proxy;
}

std::string time_out(const HopEnd& end) {
  switch (end.stage) {
    case HopStage::resolving:
      return "the name " + (end.proxy.empty() ? end.host : end.proxy) +
             " could not be looked up within " +
             seconds_text(std::min(end.connect_timeout, end.timeout));
    case HopStage::connecting:
      return "no connection to " + door(end) + " within " +
             seconds_text(std::min(end.connect_timeout, end.timeout));
    case HopStage::waiting:
      return "no answer within " + seconds_text(end.timeout);
    case HopStage::receiving:
      break;
  }
  return "the answer was not complete after " + seconds_text(end.timeout);
}

std::string with_detail(std::string sentence, const HopEnd& end) {
  const char* detail = end.detail.empty() ? curl_easy_strerror(end.code) : end.detail.c_str();
  return std::move(sentence) + ": " + detail;
}

std::string no_connection(const HopEnd& end) {
  if (end.os_error == ECONNREFUSED) return door(end) + " refused the connection";
  if (end.os_error != 0)
    return "no connection to " + door(end) + ": " + std::generic_category().message(end.os_error);
  return "no connection to " + door(end);
}

}  // namespace

std::string failure_sentence(const HopEnd& end) {
  switch (end.code) {
    case CURLE_OPERATION_TIMEDOUT:
      return time_out(end);
    case CURLE_COULDNT_RESOLVE_HOST:
      return "the name " + end.host + " is not known";
    case CURLE_COULDNT_RESOLVE_PROXY:
      return "the name of the proxy is not known";
    case CURLE_COULDNT_CONNECT:
      return no_connection(end);
    case CURLE_GOT_NOTHING:
      return end.host + " closed the connection without an answer";
    case CURLE_PARTIAL_FILE:
      return "the connection ended before the whole answer had arrived";
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return with_detail("the connection to " + end.host + " broke", end);
    case CURLE_PEER_FAILED_VERIFICATION:
      return with_detail("the certificate of " + end.host + " is not accepted", end);
    case CURLE_SSL_CONNECT_ERROR:
      return with_detail("no encrypted connection to " + end.host, end);
    case CURLE_SSL_CACERT_BADFILE:
      return with_detail("the file of certificate authorities cannot be used", end);
    default:
      return with_detail("no usable answer from " + end.host, end);
  }
}

std::string seconds_text(std::chrono::milliseconds time) {
  const auto tenths = (time.count() + 99) / 100;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + " s";
}

}  // namespace tipoff
