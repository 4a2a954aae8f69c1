// RFC 9309: groups, longest match, '*' and '$'.
#include "fetch/robots_txt.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tipoff {
namespace {

constexpr std::size_t most_rules = 20'000;
constexpr std::size_t longest_pattern = 2000;  // bytes
constexpr double longest_delay = 3600;         // seconds

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_unreserved(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

/// Two spellings of a path become one (2.2.2): what need not be encoded is not, and what is, is in
/// capitals; bytes beyond ASCII are encoded.
std::string normalised(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (std::size_t at = 0; at < path.size(); ++at) {
    unsigned byte = static_cast<unsigned char>(path[at]);
    bool encoded = byte >= 0x80;
    if (path[at] == '%' && at + 2 < path.size() && digit_of(path[at + 1]) >= 0 &&
        digit_of(path[at + 2]) >= 0) {
      byte = static_cast<unsigned>(digit_of(path[at + 1]) * 16 + digit_of(path[at + 2]));
      encoded = byte >= 0x80 || !is_unreserved(static_cast<char>(byte));
      at += 2;
    }
    if (!encoded) {
      result += static_cast<char>(byte);
      continue;
    }
    result += '%';
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  }
  return result;
}

/// Whether the pattern matches a beginning of the path; linear in their product at the worst.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t p = 0;
  std::size_t at = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (true) {
    if (p == pattern.size() && (!to_the_end || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && resume < path.size()) {
      p = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
}

/// Path and query, "/" at the least.
std::string path_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    const auto path = url.find_first_of("/?#", scheme + 3);
    url = path == std::string_view::npos ? std::string_view() : url.substr(path);
  }
  url = url.substr(0, url.find('#'));
  return url.starts_with('/') ? std::string(url) : "/" + std::string(url);
}

struct Line {
  std::string key;
  std::string_view value;
};

Line line_of(std::string_view text) {
  text = text.substr(0, text.find('#'));
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return {};
  return {lowered(trimmed(text.substr(0, colon))), trimmed(text.substr(colon + 1))};
}

std::optional<std::chrono::seconds> delay_of(std::string_view value) {
  double seconds = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (fault != std::errc{} || !(seconds > 0)) return std::nullopt;
  return std::chrono::seconds{static_cast<int>(std::ceil(std::min(seconds, longest_delay)))};
}

}  // namespace

RobotsTxt RobotsTxt::parse(std::string_view bytes, std::string_view robot) {
  bytes = bytes.substr(0, largest_robots_txt);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  RobotsTxt ours;
  RobotsTxt everyones;
  bool named = false;   // some group names us
  bool for_us = false;  // the present group
  bool for_all = false;
  bool in_rules = false;  // a user-agent line begins a new group
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const Line line = line_of(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.key == "user-agent") {
      if (in_rules) for_us = for_all = in_rules = false;
      const std::string agent = lowered(line.value.substr(0, line.value.find_first_of("/ ")));
      for_us = for_us || agent == lowered(robot);
      for_all = for_all || agent == "*";
      named = named || for_us;
    } else if (line.key == "allow" || line.key == "disallow") {
      in_rules = true;
      if (line.value.empty() || line.value.size() > longest_pattern) continue;
      const Rule rule{.pattern = normalised(line.value), .allow = line.key == "allow"};
      if (for_us && ours.rules_.size() < most_rules) ours.rules_.push_back(rule);
      if (for_all && everyones.rules_.size() < most_rules) everyones.rules_.push_back(rule);
    } else if (line.key == "crawl-delay") {
      in_rules = true;
      if (for_us) ours.delay_ = delay_of(line.value);
      if (for_all) everyones.delay_ = delay_of(line.value);
    }
  }
  return named ? ours : everyones;
}

RobotsTxt RobotsTxt::allowing_nothing() {
  RobotsTxt robots;
  robots.rules_.push_back({.pattern = "/", .allow = false});
  return robots;
}

RobotsTxt RobotsTxt::of_answer(int status, std::string_view body) {
  if (status >= 200 && status < 300) return parse(body);
  if (status >= 400 && status < 500 && status != 429) return allowing_all();
  return allowing_nothing();
}

bool RobotsTxt::allows(std::string_view url) const {
  const std::string path = normalised(path_of(url));
  if (path == "/robots.txt") return true;
  std::size_t longest = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    if (rule.pattern.size() < longest || !matches(rule.pattern, path)) continue;
    allowed = rule.pattern.size() > longest ? rule.allow : allowed || rule.allow;
    longest = rule.pattern.size();
  }
  return allowed;
}

std::string robots_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  const auto end = std::min(url.find_first_of("/?#", scheme + 3), url.size());
  return std::string(url.substr(0, end)) + "/robots.txt";
}

}  // namespace tipoff
