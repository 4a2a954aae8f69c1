// An event in the words of a salesperson.
#include "score/event_words.h"

#include <algorithm>

#include "text/date.h"
#include "text/url.h"

namespace tipoff {
namespace {

std::string day_of(Time time) {
  return format_utc(time).substr(0, 10);
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
  const std::string full = host_of(story.url);
  std::string_view host = full;
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host.empty() ? std::string() : " (" + std::string(host) + ")";
}

std::string_view headline_of(const Story& story) {
  return story.title.empty() ? story.evidence : story.title;
}

}  // namespace tipoff
