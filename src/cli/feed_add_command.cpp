// Asks twice at the most: the address, and the feed that a page at it names.
#include "cli/feed_add_command.h"

#include <algorithm>
#include <ostream>

#include "cli/exit_code.h"
#include "cli/feed_reload.h"
#include "config/feed_url.h"
#include "net/curl_transport.h"
#include "pipeline/feed_probe.h"
#include "pipeline/feed_shelf.h"
#include "store/feed_table.h"
#include "text/date.h"
#include "text/format.h"
#include "text/url.h"
#include "text/width.h"

namespace tipoff {
namespace {

constexpr std::size_t titles_shown = 5;

/// One addition: the desk, what was asked for, and the lists as they are.
class Addition {
 public:
  Addition(const Desk& desk, const FeedAddArguments& arguments, const Settings& settings,
           Transport& transport)
      : desk_(desk),
        arguments_(arguments),
        settings_(settings),
        transport_(transport),
        shelf_(settings) {}

  int run() {
    const auto url = typed_feed_url(arguments_.url);
    if (!url) return refuse(url.error().message, exit_usage);
    if (any_error(shelf_.complaints())) {
      print(shelf_.complaints(), desk_.err);
      return exit_wrong_input;
    }
    if (is_known(*url)) return exit_no;
    FeedProbe probe = ask(*url, settings_.allow_private_networks);
    if (!probe.links.empty()) {
      const auto chosen = choose(probe.links);
      if (chosen == nullptr) return exit_usage;
      if (is_known(chosen->url)) return exit_no;
      // A public page must not lead into the private network.
      const bool same_host = host_of(chosen->url) == host_of(*url);
      probe = ask(chosen->url, settings_.allow_private_networks && same_host);
    }
    if (!probe.feed)
      return refuse(
          probe.links.empty() ? probe.failure : "the feed that it names is a web page itself",
          exit_no);
    if (is_known(probe.url) || is_known(probe.answered_at)) return exit_no;
    show(probe);
    return keep(probe);
  }

 private:
  int refuse(const std::string& reason, int code) {
    desk_.err << "Not added: " << reason << '\n';
    return code;
  }

  FeedProbe ask(const std::string& url, bool private_too) {
    Feed feed;
    feed.url = url;
    feed.allow_private_networks = private_too;
    return probe_feed(transport_, feed, settings_.fetch);
  }

  bool is_known(const std::string& url) {
    const ShelvedFeed* known = shelf_.find(url);
    std::string moved;
    if (known == nullptr && std::filesystem::exists(settings_.store)) {
      Database database(settings_.store.string(), OpenFor::reading);
      for (const auto& [from, state] : FeedTable(database).all()) {
        if (feed_url_key(state.moved_to) != feed_url_key(url)) continue;
        known = shelf_.find(from);
        if (known != nullptr) moved = " (it has moved to this address)";
      }
    }
    if (known == nullptr) return false;
    desk_.err << fmt::format("Not added: {} has it already: {}{}{}\n", known->file.string(),
                             known->title.empty() ? "" : known->title + ", ", known->url, moved);
    return true;
  }

  const FeedLink* choose(const std::vector<FeedLink>& links) {
    if (links.size() > 1) {
      desk_.out << fmt::format("The page names {} feeds:\n", links.size());
      for (std::size_t i = 0; i < links.size(); ++i)
        desk_.out << fmt::format("{} {}  {}  {}\n", i + 1 == arguments_.choose ? '*' : ' ', i + 1,
                                 links[i].url, clip_to_width(links[i].title, 60));
    }
    if (arguments_.choose < 1 || arguments_.choose > links.size()) {
      desk_.err << fmt::format("Not added: --choose {}, but the page names {} feed{}\n",
                               arguments_.choose, links.size(), links.size() == 1 ? "" : "s");
      return nullptr;
    }
    if (links.size() > 1)
      desk_.out << fmt::format("Number {} is taken; for another: tipoff feed add {} --choose N\n",
                               arguments_.choose, arguments_.url);
    return &links[arguments_.choose - 1];
  }

  void show(const FeedProbe& probe) {
    const FeedDocument& feed = *probe.feed;
    desk_.out << fmt::format("{} ({} item{}{}{})\n{}\n", title_of(probe), feed.entries.size(),
                             feed.entries.size() == 1 ? "" : "s", feed.language.empty() ? "" : ", ",
                             feed.language, probe.url);
    for (std::size_t i = 0; i < std::min(titles_shown, feed.entries.size()); ++i) {
      const Article& article = feed.entries[i];
      const std::string date =
          article.published ? format_local(*article.published) : "without a date";
      desk_.out << fmt::format(
          "  {}  {}\n", date,
          clip_to_width(article.title, std::max<std::size_t>(desk_.width, 60) - date.size() - 4));
    }
    if (feed.entries.empty()) desk_.out << "  It holds nothing at the moment.\n";
  }

  [[nodiscard]] std::string title_of(const FeedProbe& probe) const {
    if (!arguments_.title.empty()) return arguments_.title;
    return probe.feed->title.empty() ? probe.url : probe.feed->title;
  }

  int keep(const FeedProbe& probe) {
    OpmlFeed outline;
    outline.title = title_of(probe);
    outline.xml_url = probe.url;
    if (is_http(probe.feed->link)) outline.html_url = probe.feed->link;
    outline.language = probe.feed->language;
    if (!arguments_.folder.empty()) outline.folders = {arguments_.folder};
    if (arguments_.page) outline.others.emplace_back("page", "true");
    const auto added = shelf_.add(
        write_opml({outline}, ""), [](const OpmlFeed&) { return true; }, arguments_.dry_run);
    if (!added) return refuse(added.error().message, exit_wrong_input);
    if (arguments_.dry_run) {
      desk_.out << "Dry run: nothing was written.\n";
      return exit_done;
    }
    desk_.out << fmt::format("Added to {}.\n", shelf_.target().string());
    reload_feeds(desk_, settings_);
    return exit_done;
  }

  const Desk& desk_;
  const FeedAddArguments& arguments_;
  const Settings& settings_;
  Transport& transport_;
  FeedShelf shelf_;
};

}  // namespace

int add_feed(const Desk& desk, const FeedAddArguments& arguments, Transport& transport) {
  const auto settings = settings_for(desk);
  if (!settings) return exit_wrong_input;
  return Addition(desk, arguments, *settings, transport).run();
}

int feed_add_command(const Desk& desk, const FeedAddArguments& arguments) {
  CurlTransport transport;
  return add_feed(desk, arguments, transport);
}

}  // namespace tipoff
