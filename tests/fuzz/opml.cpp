// OPML: a list that was read, written and read again is the same list.
#include "parse/opml.h"

#include "must.h"
#include "targets.h"
#include "text/utf8.h"

namespace tipoff::fuzz {

void opml(std::string_view bytes) {
  const auto feeds = read_opml(bytes);
  if (!feeds) return;
  for (const OpmlFeed& feed : *feeds) {
    must(!feed.xml_url.empty(), "every feed has an address");
    must(is_valid_utf8(feed.title + feed.xml_url + feed.html_url), "texts are UTF-8");
  }
  const std::string written = write_opml(*feeds, "Feeds");
  if (!is_settled(written)) return;
  const auto again = read_opml(written);
  must(again.has_value(), "what is written is read");
  must(again->size() == feeds->size(), "no feed is lost");
  must(write_opml(*again, "Feeds") == written, "it is written again as it was");
}

}  // namespace tipoff::fuzz
