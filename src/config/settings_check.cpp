// What makes an address plausible.
#include "config/settings_check.h"

#include <algorithm>

#include "config/nearest.h"
#include "text/url.h"

namespace tipoff {

namespace {

bool is_control(char c) {
  return (c >= 0 && c < ' ') || c == '\x7F';
}

bool has_space(std::string_view url) {
  return std::ranges::any_of(url, [](char c) { return c == ' ' || is_control(c); });
}

}  // namespace

std::optional<std::string> feed_url_fault(std::string_view url) {
  if (has_space(url)) return "a URL holds no white space";
  if (url.starts_with("file:///") && url.size() > 8) return std::nullopt;
  if (url.starts_with("file:"))
    return "a file is written with its whole path: file:///folder/feed.xml";
  if (is_http(url)) return std::nullopt;
  return "must be a URL that begins with http://, https:// or file:///";
}

std::optional<std::string> http_url_fault(std::string_view url) {
  if (has_space(url)) return "a URL holds no white space";
  if (is_http(url)) return std::nullopt;
  return "must be a URL that begins with http:// or https://";
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || at + 1 == text.size() ||
      text.size() > 254)
    return false;
  if (text.find('@', at + 1) != std::string_view::npos || text[at + 1] == '.' || text.back() == '.')
    return false;
  constexpr std::string_view forbidden = "<>,;:\"\\()[]";
  return std::ranges::all_of(text, [&](char c) {
    return c > ' ' && c < '\x7F' && forbidden.find(c) == std::string_view::npos;
  });
}

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, is_control);
}

bool is_missing(TomlTable& table, std::string_view key, const char* why) {
  if (!table.has(key)) table.complain(key, std::string("is missing: ") + why);
  return !table.has(key);
}

std::optional<std::chrono::seconds> read_seconds(TomlTable& table, std::string_view key,
                                                 std::chrono::seconds shortest) {
  const auto written = table.duration(key, shortest);
  if (!written) return std::nullopt;
  if (*written % std::chrono::seconds{1} != std::chrono::seconds{0})
    table.complain(key, "must be in whole seconds");
  return std::chrono::floor<std::chrono::seconds>(*written);
}

std::optional<WeekWindow> read_window(TomlTable& table, std::string_view key) {
  const auto written = table.text(key);
  if (!written) return std::nullopt;
  auto window = parse_week_window(*written);
  if (window) return *std::move(window);
  table.complain(key, window.error().message);
  return std::nullopt;
}

std::vector<std::string> read_event_types(TomlTable& table, std::string_view key,
                                          std::vector<EventTypeMention>& mentions) {
  auto types = table.texts(key).value_or(std::vector<std::string>{});
  for (const std::string& type : types)
    mentions.push_back({type, table.file_of(key), table.line_of(key), table.path_of(key)});
  return types;
}

std::vector<Certainty> read_certainties(TomlTable& table, std::string_view key) {
  std::vector<std::string_view> valid;
  for (const auto each :
       {Certainty::rumoured, Certainty::announced, Certainty::completed, Certainty::denied})
    valid.push_back(name_of(each));
  std::vector<Certainty> certainties;
  for (const std::string& word : table.texts(key).value_or(std::vector<std::string>{})) {
    if (const auto certainty = certainty_named(word))
      certainties.push_back(*certainty);
    else
      table.complain(key, "there is no certainty '" + word + "'" + suggestion(word, valid));
  }
  return certainties;
}

void refuse_unknown(TomlTable& table, std::string_view key, std::string_view what,
                    const std::vector<std::string>& words, const std::vector<std::string>& known) {
  const std::vector<std::string_view> valid(known.begin(), known.end());
  for (const std::string& word : words) {
    if (std::ranges::find(valid, word) != valid.end()) continue;
    table.complain(
        key, "there is no " + std::string(what) + " '" + word + "'" + suggestion(word, valid));
  }
}

}  // namespace tipoff
