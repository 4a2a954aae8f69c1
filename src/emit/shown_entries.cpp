// Which entries of a call list are shown, and the words that all its renderings share.
#include "emit/shown_entries.h"

#include <algorithm>

#include "text/date.h"

namespace tipoff {

std::span<const CallListEntry> shown_entries(const CallList& list, const RenderOptions& options) {
  const std::span<const CallListEntry> all(list.entries);
  return options.top == 0 ? all : all.first(std::min(options.top, all.size()));
}

std::string heading_of(const CallList& list) {
  return list.seller == "default" ? "Call list" : "Call list of " + list.seller;
}

std::string edition_of(const CallList& list) {
  if (list.version == 0) return "no version yet";
  const std::string time = format_utc(list.generated_at);
  return "version " + std::to_string(list.version) + ", " + time.substr(0, 10) + " " +
         time.substr(11, 5) + " UTC";
}

std::string contact_in_words(const Contact& contact) {
  if (contact.name.empty() || contact.title.empty()) return contact.name + contact.title;
  return contact.name + ", " + contact.title;
}

}  // namespace tipoff
