// Why no whole answer arrived, in one sentence for a person.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <string>

namespace tipoff {

/// How far a hop had come when it ended.
enum class HopStage { resolving, connecting, waiting, receiving };

struct HopEnd {
  CURLcode code = CURLE_OK;
  HopStage stage = HopStage::resolving;
  std::string host;
  std::string proxy;  // the host of the proxy that stands before it, or empty
  std::chrono::milliseconds connect_timeout{};
  std::chrono::milliseconds timeout{};
  int os_error = 0;    // errno of the failed connect, or 0
  std::string detail;  // libcurl's words
};

[[nodiscard]] std::string failure_sentence(const HopEnd& end);

/// "30 s", "0.2 s"
[[nodiscard]] std::string seconds_text(std::chrono::milliseconds time);

}  // namespace tipoff
