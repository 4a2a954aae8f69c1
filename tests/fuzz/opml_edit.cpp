// Changing OPML: what is added is there, what is taken out is gone, and all else is as it was. The
// list and the feeds to add are divided by a line of four equal signs.
#include "parse/opml_edit.h"

#include <algorithm>
#include <set>

#include "must.h"
#include "targets.h"

namespace tipoff::fuzz {
namespace {

constexpr std::string_view divider = "\n====\n";

using Feeds = std::vector<OpmlFeed>;

/// But for the language, which a folder gives to what is put into it.
bool same_feed(const OpmlFeed& a, const OpmlFeed& b) {
  return a.xml_url == b.xml_url && a.title == b.title && a.folders == b.folders &&
         a.html_url == b.html_url && a.description == b.description;
}

std::set<std::string> urls_of(const Feeds& feeds) {
  std::set<std::string> urls;
  for (const OpmlFeed& feed : feeds) urls.insert(feed.xml_url);
  return urls;
}

/// Whether all of `some` stand in `all`, in their order.
bool in_order(const Feeds& some, const Feeds& all) {
  auto at = all.begin();
  for (const OpmlFeed& feed : some) {
    at = std::find_if(at, all.end(), [&](const OpmlFeed& other) { return same_feed(feed, other); });
    if (at == all.end()) return false;
    ++at;
  }
  return true;
}

}  // namespace

void opml_edit(std::string_view bytes) {
  const auto end = std::min(bytes.find(divider), bytes.size());
  const std::string_view list = bytes.substr(0, end);
  const std::string_view source = bytes.substr(std::min(end + divider.size(), bytes.size()));
  const Feeds before = list.empty() ? Feeds{} : read_opml(list).value_or(Feeds{});
  std::set<std::string> known = urls_of(before);
  const auto merge = merge_opml(
      list, source, [&](const OpmlFeed& feed) { return known.insert(feed.xml_url).second; });
  if (!merge) return;
  if (!is_settled(merge->text)) return;

  const auto after = read_opml(merge->text);
  must(after.has_value(), "a list that was added to is read");
  must(after->size() == before.size() + merge->added.size(),
       "nothing is lost, nothing comes twice");
  must(in_order(before, *after), "what was there stays as it was");
  for (const OpmlFeed& added : merge->added)
    must(std::ranges::any_of(*after, [&](const OpmlFeed& feed) { return same_feed(added, feed); }),
         "what was added is there, in its folder");

  const std::set<std::string> added = urls_of(merge->added);
  const auto is_added = [&](const OpmlFeed& feed) { return added.contains(feed.xml_url); };
  const auto left = remove_from_opml(merge->text, is_added);
  must(left.has_value(), "a list that can be read can be taken from");
  if (!is_settled(*left)) return;
  const auto left_feeds = read_opml(*left);
  must(left_feeds.has_value(), "a list that was taken from is read");
  must(left_feeds->size() == before.size(), "what was added is gone, and nothing else");
  must(in_order(before, *left_feeds), "what was there is there again");
  must(*remove_from_opml(*left, is_added) == *left, "taking out twice changes nothing more");
}

}  // namespace tipoff::fuzz
