// An address taken apart, as far as a transfer must know it.
#pragma once

#include <string>

#include "result.h"

namespace tipoff {

struct UrlParts {
  std::string url;     // whole, with spaces and other stray bytes encoded, without fragment
  std::string scheme;  // lower case
  std::string
      host;  // lower case; "[::1]" keeps its brackets; numbers such as 0x7f.1 have become addresses
  std::string path;  // percent signs decoded

  [[nodiscard]] bool is_http() const { return scheme == "http" || scheme == "https"; }
  [[nodiscard]] bool has_literal_address() const;
};

/// The error is one sentence, without the address: that one may hold a password.
[[nodiscard]] Result<UrlParts> url_parts(const std::string& url);

}  // namespace tipoff
