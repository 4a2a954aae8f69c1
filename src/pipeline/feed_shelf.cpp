// Reads, changes and writes whole files; the text's own layout is parse/opml_edit's business.
#include "pipeline/feed_shelf.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "config/feed_list.h"
#include "config/feed_url.h"
#include "config/read_file.h"
#include "config/settings_check.h"
#include "emit/file.h"
#include "text/format.h"

namespace tipoff {
namespace {

/// One that does not exist yet is an empty list.
Result<std::string> bytes_of(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error) && !error) return std::string();
  auto bytes = read_file(file);
  if (!bytes) return failure(file.string() + ": " + bytes.error().message);
  return bytes;
}

Result<void> write(const std::filesystem::path& file, std::string_view bytes) {
  if (const auto written = replace_file(file, bytes); !written)
    return std::unexpected(written.error());
  return {};
}

OpmlFeed as_outline(const Feed& feed) {
  OpmlFeed outline;
  outline.title = feed.title;
  outline.xml_url = feed.url;
  outline.language = feed.language;
  if (feed.page) outline.others.emplace_back("page", "true");
  return outline;
}

}  // namespace

FeedShelf::FeedShelf(const Settings& settings) : settings_(settings) {
  auto reading = read_feeds(settings);
  complaints_ = std::move(reading.complaints);
  for (std::size_t i = 0; i < reading.feeds.size(); ++i) {
    by_key_.emplace(feed_url_key(reading.feeds[i].url), i);
    feeds_.push_back(
        {.url = reading.feeds[i].url, .title = reading.feeds[i].title, .file = reading.files[i]});
  }
}

std::filesystem::path FeedShelf::target() const {
  return settings_.opml.empty() ? std::filesystem::path() : settings_.opml.front();
}

const ShelvedFeed* FeedShelf::find(const std::string& url) const {
  const auto found = by_key_.find(feed_url_key(url));
  return found == by_key_.end() ? nullptr : &feeds_[found->second];
}

Result<ShelvedFeed> FeedShelf::named(const std::string& named) const {
  std::size_t number = 0;
  const char* end = named.data() + named.size();
  const auto [stop, fault] = std::from_chars(named.data(), end, number);
  if (fault == std::errc{} && stop == end) {
    if (number >= 1 && number <= feeds_.size()) return feeds_[number - 1];
    return failure(
        fmt::format("there is no feed number {}: `tipoff feed list` shows 1 to {}, and "
                    "news searches cannot be taken out one by one",
                    named, feeds_.size()));
  }
  const auto url = typed_feed_url(named);
  const ShelvedFeed* found = find(url ? *url : named);
  if (found == nullptr && url && url->starts_with("https://") && named.find("://") == named.npos)
    found = find("http://" + url->substr(8));
  if (found != nullptr) return *found;
  return failure(
      fmt::format("no list has the feed {}: `tipoff feed list --urls` shows what is there", named));
}

Result<std::vector<OpmlFeed>> FeedShelf::add(std::string_view opml, const OpmlFilter& is_wanted,
                                             bool dry_run) {
  if (target().empty())
    return failure(
        "the configuration names no OPML file to add to: write opml = [\"feeds.opml\"] under "
        "[feeds] (the file need not exist)");
  const auto list = bytes_of(target());
  if (!list) return std::unexpected(list.error());
  std::map<std::string, std::size_t> taken = by_key_;
  auto merge = merge_opml(*list, opml, [&](const OpmlFeed& feed) {
    return !feed_url_fault(feed.xml_url) && is_wanted(feed) &&
           taken.emplace(feed_url_key(feed.xml_url), 0).second;
  });
  if (!merge) return std::unexpected(std::move(merge.error()));
  if (!dry_run && !merge->added.empty()) {
    if (auto written = write(target(), merge->text); !written)
      return std::unexpected(written.error());
  }
  return std::move(merge->added);
}

Result<void> FeedShelf::remove(const ShelvedFeed& feed) {
  if (feed.file == settings_.file)
    return failure(
        fmt::format("{} is written in {} ([[feeds.feed]]), which only people change: take "
                    "it out there",
                    feed.url, feed.file.string()));
  const std::string key = feed_url_key(feed.url);
  for (const auto& file : settings_.opml) {  // it may stand in several
    const auto list = bytes_of(file);
    if (!list) return std::unexpected(list.error());
    if (list->empty()) continue;
    const auto left = remove_from_opml(
        *list, [&](const OpmlFeed& outline) { return feed_url_key(outline.xml_url) == key; });
    if (!left) return failure(file.string() + ": " + left.error().message);
    if (auto written = write(file, *left); !written) return std::unexpected(written.error());
  }
  return {};
}

Result<std::string> FeedShelf::as_opml() const {
  std::set<std::string> taken;
  const auto is_new = [&](const OpmlFeed& feed) {
    return taken.insert(feed_url_key(feed.xml_url)).second;
  };
  Result<OpmlMerge> all = OpmlMerge{};
  const auto take = [&](const std::string& list, const std::filesystem::path& from) {
    if (all) all = merge_opml(all->text, list, is_new);
    if (!all) all = failure(from.string() + ": " + all.error().message);
  };
  for (const auto& file : settings_.opml) {
    const auto list = bytes_of(file);
    if (!list) return std::unexpected(list.error());
    if (!list->empty()) take(*list, file);
  }
  std::vector<OpmlFeed> own;
  for (const Feed& feed : settings_.feeds) own.push_back(as_outline(feed));
  take(write_opml(own, "Feeds of tipoff.toml"), settings_.file);
  if (!all) return std::unexpected(all.error());
  return std::move(all->text);
}

}  // namespace tipoff
