// Leaves the reading of URLs to libcurl, so that what we judge is what it will connect to.
#include "net/url_parts.h"

#include <algorithm>
#include <cctype>

#include "net/address_kind.h"
#include "net/curl_handle.h"

namespace tipoff {
namespace {

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
  return owned<CurlText>(text).get();
}

}  // namespace

bool UrlParts::has_literal_address() const {
  return address_kind(host).has_value();
}

Result<UrlParts> url_parts(const std::string& url) {
  const auto handle = owned<CurlUrl>(curl_url());
  constexpr unsigned flags = CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME;
  if (url.find('\0') != std::string::npos ||
      curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), flags) != CURLUE_OK)
    return failure("the address is not a valid URL");
  curl_url_set(handle.get(), CURLUPART_FRAGMENT, nullptr, 0);
  UrlParts parts;
  parts.url = part(handle.get(), CURLUPART_URL);
  parts.scheme = part(handle.get(), CURLUPART_SCHEME);
  parts.host = part(handle.get(), CURLUPART_HOST);
  parts.path = part(handle.get(), CURLUPART_PATH, CURLU_URLDECODE);
  std::ranges::transform(parts.host, parts.host.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return parts;
}

}  // namespace tipoff
