// URLs: taken apart and put together as RFC 3986, 5.2 and 5.3 say.
#include "text/url.h"

#include <algorithm>

namespace tipoff {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct Parts {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;     // with its '?'
  std::string_view fragment;  // with its '#'
  bool has_authority = false;
};

std::size_t scheme_length(std::string_view url) {
  if (url.empty() || !is_letter(url[0])) return 0;
  for (std::size_t at = 1; at < url.size(); ++at) {
    const char c = url[at];
    if (c == ':') return at;
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

Parts split(std::string_view url) {
  Parts parts;
  if (const std::size_t length = scheme_length(url); length > 0) {
    parts.scheme = url.substr(0, length);
    url.remove_prefix(length + 1);
  }
  if (const auto hash = url.find('#'); hash != url.npos) {
    parts.fragment = url.substr(hash);
    url = url.substr(0, hash);
  }
  if (const auto mark = url.find('?'); mark != url.npos) {
    parts.query = url.substr(mark);
    url = url.substr(0, mark);
  }
  if (url.starts_with("//")) {
    parts.has_authority = true;
    const auto end = std::min(url.find('/', 2), url.size());
    parts.authority = url.substr(2, end - 2);
    url = url.substr(end);
  }
  parts.path = url;
  return parts;
}

std::string without_dot_segments(std::string_view path) {
  std::string kept;
  kept.reserve(path.size());
  std::size_t at = 0;
  while (at < path.size()) {
    const auto slash = path.find('/', at);
    const auto segment = path.substr(at, slash == path.npos ? path.npos : slash - at);
    const bool last = slash == path.npos;
    if (segment == "..") {
      // The kept path ends in '/': go back over the segment before it, but never over the root.
      if (kept.size() > 1) {
        const auto before = kept.rfind('/', kept.size() - 2);
        kept.resize(before == std::string::npos ? 0 : before + 1);
      }
    } else if (segment != ".") {
      kept += segment;
      if (!last) kept += '/';
    }
    if (last) break;
    at = slash + 1;
  }
  return kept;
}

std::string merged_path(const Parts& base, std::string_view path) {
  std::string merged;
  if (base.has_authority && base.path.empty()) {
    merged = "/";
  } else if (const auto slash = base.path.rfind('/'); slash != base.path.npos) {
    merged.assign(base.path, 0, slash + 1);
  }
  return merged.append(path);
}

std::string trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return kept;
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  std::string wanted = trimmed(reference);
  const Parts relative = split(wanted);
  if (!relative.scheme.empty() || base.empty()) return wanted;
  const std::string origin = trimmed(base);
  const Parts from = split(origin);
  if (from.scheme.empty() || (!from.has_authority && !from.path.starts_with('/'))) return wanted;

  std::string url;
  url.append(from.scheme).append(1, ':');
  const Parts& authority = relative.has_authority ? relative : from;
  if (authority.has_authority) (url += "//") += authority.authority;
  if (relative.has_authority || relative.path.starts_with('/')) {
    url += without_dot_segments(relative.path);
  } else if (relative.path.empty()) {
    url += from.path;
    if (relative.query.empty()) url += from.query;
  } else {
    url += without_dot_segments(merged_path(from, relative.path));
  }
  return (url += relative.query) += relative.fragment;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += digits[byte >> 4U];
    encoded += digits[byte & 15U];
  }
  return encoded;
}

std::string host_of(std::string_view url) {
  std::string_view authority = split(url).authority;
  if (const auto at = authority.rfind('@'); at != authority.npos) authority.remove_prefix(at + 1);
  if (authority.starts_with('[')) {
    authority = authority.substr(1, std::min(authority.find(']'), authority.size()) - 1);
  } else {
    authority = authority.substr(0, authority.find(':'));
  }
  std::string host(authority);
  std::transform(host.begin(), host.end(), host.begin(), lower);
  return host;
}

bool is_http(std::string_view url) {
  std::string scheme(split(url).scheme);
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
  return (scheme == "http" || scheme == "https") && !host_of(url).empty();
}

}  // namespace tipoff
