// Puts the feeds of tipoff.toml and of the OPML files into one list.
#include "config/feed_list.h"

#include <unordered_set>

#include "config/read_file.h"
#include "config/settings_check.h"
#include "match/legal_form.h"
#include "parse/opml.h"
#include "text/url.h"

namespace tipoff {

namespace {

constexpr std::string_view query_place = "{query}";

/// Not there, but its folder is: the list that `tipoff feed add` begins.
bool can_begin(const std::filesystem::path& file) {
  std::error_code error;
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  return std::filesystem::symlink_status(file, error).type() ==
             std::filesystem::file_type::not_found &&
         std::filesystem::is_directory(folder, error);
}

void add_opml(const std::filesystem::path& file, const Settings& settings,
              std::unordered_set<std::string>& urls, FeedListReading& reading) {
  const auto complain = [&](std::string key, std::string message) {
    reading.complaints.push_back({file.string(), 0, std::move(key), std::move(message), false});
  };
  const auto bytes = read_file(file);
  if (!bytes) return complain("", "the feed list " + bytes.error().message);
  const auto outlines = read_opml(*bytes);
  if (!outlines) return complain("", outlines.error().message);
  for (const OpmlFeed& outline : *outlines) {
    if (const auto fault = feed_url_fault(outline.xml_url)) {
      complain("xmlUrl", "'" + outline.xml_url + "': " + *fault);
    } else if (urls.insert(outline.xml_url).second) {
      Feed feed;
      feed.url = outline.xml_url;
      feed.title = outline.title;
      feed.language = outline.language;
      feed.allow_private_networks = settings.allow_private_networks;
      feed.window = settings.window;
      feed.page = outline.other("page") == "true";
      reading.feeds.push_back(std::move(feed));
      reading.files.push_back(file);
    }
  }
}

/// What a newspaper calls the account, in quotes so that the words stay together.
std::string query_of(const Account& account) {
  std::string name =
      account.aliases.empty() ? without_legal_form(account.name) : account.aliases.front();
  std::erase(name, '"');
  return percent_encode("\"" + name + "\"");
}

}  // namespace

FeedListReading read_feeds(const Settings& settings) {
  FeedListReading reading;
  reading.feeds = settings.feeds;
  reading.files.assign(settings.feeds.size(), settings.file);
  std::unordered_set<std::string> urls;
  for (const Feed& feed : settings.feeds) urls.insert(feed.url);
  for (const auto& file : settings.opml) {
    if (file == settings.opml.front() && can_begin(file))
      reading.complaints.push_back({file.string(), 0, "",
                                    "the feed list does not exist yet: no feed comes from it "
                                    "until `tipoff feed add URL` or `tipoff feed import` makes it",
                                    true});
    else
      add_opml(file, settings, urls, reading);
  }
  return reading;
}

Feed search_feed(const NewsSearch& search, const Account& account) {
  Feed feed;
  feed.url = search.url;
  const std::string query = query_of(account);
  for (auto at = feed.url.find(query_place); at != std::string::npos;
       at = feed.url.find(query_place, at + query.size())) {
    feed.url.replace(at, query_place.size(), query);
  }
  feed.title = "News search: " + account.name;
  feed.language = search.language;
  feed.interval = search.interval;
  feed.allow_private_networks = search.allow_private_networks;
  feed.searched_account = account.id;
  feed.proxy = search.proxy;
  feed.window = search.window;
  return feed;
}

}  // namespace tipoff
