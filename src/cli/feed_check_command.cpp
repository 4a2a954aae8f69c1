// Answers are printed as they come, so that a slow feed does not hide the others.
#include "cli/feed_check_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "config/duration.h"
#include "config/feed_list.h"
#include "config/feed_url.h"
#include "config/read_file.h"
#include "config/shipped_feeds.h"
#include "net/curl_transport.h"
#include "pipeline/assembly.h"
#include "pipeline/feed_probe.h"
#include "text/date.h"
#include "text/format.h"
#include "text/json.h"
#include "text/width.h"

namespace tipoff {
namespace {

/// What is to be tried, and how.
struct Task {
  Settings settings;
  std::vector<Feed> feeds;
};

/// Without a configuration there are still addresses and files to try.
std::optional<Settings> settings_if_any(const Desk& desk) {
  std::error_code error;
  if (desk.config.empty() && !std::filesystem::exists(find_config_file(desk.config), error))
    return Settings{};
  return settings_for(desk);
}

Result<void> add_list(const std::filesystem::path& file, Task& task) {
  const auto bytes = read_file(file);
  if (!bytes) return failure(file.string() + ": " + bytes.error().message);
  const auto outlines = read_opml(*bytes);
  if (!outlines) return failure(file.string() + ": " + outlines.error().message);
  for (const OpmlFeed& outline : *outlines) {
    Feed feed;
    feed.url = outline.xml_url;
    feed.title = outline.title;
    feed.allow_private_networks = task.settings.allow_private_networks;
    task.feeds.push_back(std::move(feed));
  }
  return {};
}

bool is_list(const std::string& source) {
  return source.ends_with(".opml") || source.ends_with(".xml");
}

Result<void> add_source(const std::string& source, Task& task) {
  std::error_code error;
  if (source.find("://") == source.npos && is_list(source) &&
      (source.ends_with(".opml") || std::filesystem::exists(source, error)))
    return add_list(source, task);
  const auto url = typed_feed_url(source);
  if (!url) return std::unexpected(url.error());
  Feed feed;
  feed.url = *url;
  feed.allow_private_networks = task.settings.allow_private_networks;
  task.feeds.push_back(std::move(feed));
  return {};
}

Result<void> gather(const FeedCheckArguments& arguments, Task& task) {
  if (arguments.shipped)
    for (const auto& file : opml_files(shipped_feeds()))
      if (auto added = add_list(file, task); !added) return added;
  for (const std::string& source : arguments.sources)
    if (auto added = add_source(source, task); !added) return added;
  if (!arguments.shipped && arguments.sources.empty()) {
    auto reading = read_feeds(task.settings);
    if (any_error(reading.complaints)) return failure(to_text(reading.complaints.front()));
    task.feeds = std::move(reading.feeds);
  }
  if (task.feeds.empty()) return failure("there is no feed to try: name one, a list, or --shipped");
  return {};
}

std::optional<Time> newest(const FeedDocument& feed) {
  std::optional<Time> newest;
  for (const Article& article : feed.entries)
    if (article.published && (!newest || *newest < *article.published)) newest = article.published;
  return newest;
}

void print_line(const Desk& desk, const Feed& feed, const FeedProbe& probe) {
  std::string said;
  if (probe.feed) {
    const auto latest = newest(*probe.feed);
    const std::size_t items = probe.feed->entries.size();
    said = fmt::format("{} item{}{}", items, items == 1 ? "" : "s",
                       latest ? ", newest " + format_local(*latest) : "");
    if (probe.url != feed.url) said += "; it has moved to " + probe.url;
  } else {
    said = probe.links.empty() ? probe.failure
                               : "this is a web page; its feed is " + probe.links.front().url;
  }
  desk.out << fmt::format("{}  {}  {}\n", probe.feed ? "ok    " : "failed", feed.url, said)
           << std::flush;
}

void print_json(const Desk& desk, const Feed& feed, const FeedProbe& probe) {
  Json line;
  line["url"] = feed.url;
  line["title"] = feed.title;
  line["ok"] = probe.feed.has_value();
  line["items"] = probe.feed ? Json(probe.feed->entries.size()) : Json(nullptr);
  const auto latest = probe.feed ? newest(*probe.feed) : std::nullopt;
  line["newest"] = latest ? Json(format_utc(*latest)) : Json(nullptr);
  line["moved_to"] = probe.url == feed.url ? Json(nullptr) : Json(probe.url);
  line["feeds_named"] = Json::array();
  for (const FeedLink& link : probe.links) line["feeds_named"].push_back(link.url);
  line["failure"] = probe.feed            ? Json(nullptr)
                    : probe.links.empty() ? Json(probe.failure)
                                          : Json("this is a web page");
  desk.out << dump(line) << '\n' << std::flush;
}

}  // namespace

int check_feeds(const Desk& desk, const FeedCheckArguments& arguments, Transport& transport) {
  auto settings = settings_if_any(desk);
  if (!settings) return exit_wrong_input;
  const auto within = parse_duration(arguments.within);
  const auto timeout = parse_duration(arguments.timeout);
  if (!within || !timeout) {
    desk.err << (within ? timeout : within).error().message << '\n';
    return exit_usage;
  }
  Task task{.settings = *std::move(settings), .feeds = {}};
  task.settings.fetch.timeout = std::min(task.settings.fetch.timeout, *timeout);
  if (const auto gathered = gather(arguments, task); !gathered) {
    desk.err << gathered.error().message << '\n';
    return exit_wrong_input;
  }
  std::size_t failed = 0;
  probe_feeds(transport, task.feeds, task.settings.fetch,
              std::chrono::ceil<std::chrono::seconds>(*within),
              [&](std::size_t at, const FeedProbe& probe) {
                failed += probe.feed ? 0U : 1U;
                const auto print_one = arguments.format == "jsonl" ? print_json : print_line;
                print_one(desk, task.feeds[at], probe);
              });
  desk.err << fmt::format("{} of {} feeds answer\n", task.feeds.size() - failed, task.feeds.size());
  return failed == 0 ? exit_done : exit_no;
}

int feed_check_command(const Desk& desk, const FeedCheckArguments& arguments) {
  CurlTransport transport;
  return check_feeds(desk, arguments, transport);
}

}  // namespace tipoff
