// An event in the words of a salesperson.
#include "score/event_words.h"

#include <algorithm>
#include <cstdio>

namespace tipoff {
namespace {

std::string day_of(Time time) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
  char text[32];
  const int length =
      std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text, static_cast<std::size_t>(length)};
}

/// Without user, port and "www.".
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host = host.substr(host.rfind('@') + 1);
  if (!host.starts_with('[')) host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

}  // namespace

std::string event_in_words(std::string_view event) {
  std::string words(event);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string event_with_day(const Story& story) {
  return event_in_words(story.event) + " " + std::string(name_of(story.certainty)) + " " +
         day_of(story.happened_at);
}

std::string source_in_brackets(const Story& story) {
  const std::string_view host = host_of(story.url);
  return host.empty() ? std::string() : " (" + std::string(host) + ")";
}

std::string_view headline_of(const Story& story) {
  return story.title.empty() ? story.evidence : story.title;
}

}  // namespace tipoff
