// Tells what changed in the lists, and why the rest did not.
#include "cli/feed_shelf_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/feed_reload.h"
#include "config/nearest.h"
#include "config/read_file.h"
#include "config/settings_check.h"
#include "config/shipped_feeds.h"
#include "emit/file.h"
#include "pipeline/feed_shelf.h"
#include "text/format.h"

namespace tipoff {
namespace {

struct Counted {
  std::size_t seen = 0;
  std::size_t elsewhere = 0;
  std::size_t no_address = 0;
  std::vector<std::string> held_back;  // terms of those that need consent
};

/// The feeds to take of a list, and a count of why the others are not taken.
OpmlFilter filter(const FeedImportArguments& arguments, Counted& counted) {
  return [&arguments, &counted](const OpmlFeed& feed) {
    ++counted.seen;
    if (!arguments.preset.empty() && !is_of_country(feed, arguments.preset)) {
      ++counted.elsewhere;
      return false;
    }
    if (needs_consent(feed) && !arguments.opt_in) {
      counted.held_back.push_back(feed.title + ": " + feed.other("terms"));
      return false;
    }
    return true;
  };
}

/// Feeds without a usable address never come to the filter.
std::size_t without_address(const std::vector<OpmlFeed>& feeds) {
  return static_cast<std::size_t>(std::ranges::count_if(
      feeds, [](const OpmlFeed& feed) { return feed_url_fault(feed.xml_url).has_value(); }));
}

std::vector<std::filesystem::path> sources(const FeedImportArguments& arguments) {
  if (!arguments.file.empty()) return {arguments.file};
  return opml_files(shipped_feeds());
}

void report(const Desk& desk, const std::vector<OpmlFeed>& added, const Counted& counted,
            const std::filesystem::path& target, bool dry_run) {
  for (const OpmlFeed& feed : added)
    desk.out << fmt::format(
        "  {}{}  {}\n",
        feed.folders.empty() ? "" : fmt::format("{} / ", fmt::join(feed.folders, " / ")),
        feed.title.empty() ? "(no title)" : feed.title, feed.xml_url);
  const std::size_t known =
      counted.seen - counted.elsewhere - counted.held_back.size() - added.size();
  desk.out << fmt::format("{} feeds {} {}; {} known already", added.size(),
                          dry_run ? "would be added to" : "added to", target.string(), known);
  if (counted.no_address > 0)
    desk.out << fmt::format("; {} without an address that can be asked", counted.no_address);
  desk.out << '\n';
  if (counted.held_back.empty()) return;
  desk.err << fmt::format(
      "{} held back until you take them with --opt-in, if their terms allow "
      "your use:\n",
      counted.held_back.size());
  for (const std::string& terms : counted.held_back) desk.err << "  " << terms << '\n';
}

/// Why this preset is none; empty where it is one.
std::string preset_fault(const std::string& preset,
                         const std::vector<std::filesystem::path>& files) {
  if (preset.empty()) return "";
  std::vector<OpmlFeed> all;
  for (const auto& file : files) {
    const auto bytes = read_file(file);
    const auto feeds = bytes ? read_opml(*bytes) : Result<std::vector<OpmlFeed>>();
    if (feeds) all.insert(all.end(), feeds->begin(), feeds->end());
  }
  const auto countries = countries_of(all);
  if (std::ranges::find(countries, preset) != countries.end()) return "";
  return fmt::format("there is no preset '{}'; there are: {}", preset, fmt::join(countries, ", "));
}

}  // namespace

int feed_remove_command(const Desk& desk, const FeedRemoveArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  FeedShelf shelf(*settings);
  const auto feed = shelf.named(arguments.feed);
  if (!feed) {
    desk.err << feed.error().message << '\n';
    return exit_no;
  }
  if (const auto removed = shelf.remove(*feed); !removed) {
    desk.err << removed.error().message << '\n';
    return exit_wrong_input;
  }
  desk.out << fmt::format("Taken out of {}: {}{}\n", feed->file.string(),
                          feed->title.empty() ? "" : feed->title + ", ", feed->url);
  reload_feeds(desk, *settings);
  return exit_done;
}

int feed_import_command(const Desk& desk, const FeedImportArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  if (arguments.file.empty() && arguments.preset.empty()) {
    desk.err << "name an OPML file, or a country of the shipped lists: --preset de\n";
    return exit_usage;
  }
  const auto files = sources(arguments);
  if (const auto fault = preset_fault(arguments.preset, files); !fault.empty()) {
    desk.err << fault << '\n';
    return exit_usage;
  }
  Counted counted;
  std::vector<OpmlFeed> added;
  std::filesystem::path target;
  for (const auto& file : files) {
    FeedShelf shelf(*settings);  // with what the list before has added
    target = shelf.target();
    const auto bytes = read_file(file);
    const auto feeds =
        bytes ? read_opml(*bytes) : Result<std::vector<OpmlFeed>>(std::unexpected(bytes.error()));
    if (!feeds) {
      desk.err << file.string() << ": " << feeds.error().message << '\n';
      return exit_wrong_input;
    }
    counted.no_address += without_address(*feeds);
    const auto more = shelf.add(*bytes, filter(arguments, counted), arguments.dry_run);
    if (!more) {
      desk.err << more.error().message << '\n';
      return exit_wrong_input;
    }
    added.insert(added.end(), more->begin(), more->end());
  }
  report(desk, added, counted, target, arguments.dry_run);
  if (!arguments.dry_run && !added.empty()) reload_feeds(desk, *settings);
  return exit_done;
}

int feed_export_command(const Desk& desk, const FeedExportArguments& arguments) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  const FeedShelf shelf(*settings);
  print(shelf.complaints(), desk.err);
  if (any_error(shelf.complaints())) return exit_wrong_input;
  const auto opml = shelf.as_opml();
  if (!opml) {
    desk.err << opml.error().message << '\n';
    return exit_wrong_input;
  }
  if (arguments.file.empty() || arguments.file == "-") {
    desk.out << *opml;
    return exit_done;
  }
  if (const auto written = replace_file(arguments.file, *opml); !written) {
    desk.err << written.error().message << '\n';
    return exit_ground_failed;
  }
  desk.err << fmt::format("{} feeds written to {}\n", shelf.feeds().size(), arguments.file);
  return exit_done;
}

}  // namespace tipoff
