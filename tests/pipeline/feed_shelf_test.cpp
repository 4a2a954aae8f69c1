// Lists of feeds on disk, read and changed.
#include "pipeline/feed_shelf.h"

#include "catch.h"
#include "fakes/temporary_folder.h"

namespace tipoff {
namespace {

bool all(const OpmlFeed&) {
  return true;
}

std::string outline(const std::string& url, const std::string& more = "") {
  return "<outline type=\"rss\" text=\"" + url + "\" xmlUrl=\"" + url + "\"" + more + "/>";
}

std::string list_of(const std::string& outlines) {
  return "<opml version=\"2.0\"><body>\n" + outlines + "\n</body></opml>\n";
}

/// tipoff.toml names one feed, two lists the others.
struct Lists {
  fakes::TemporaryFolder folder;
  Settings settings;

  Lists() {
    settings.file = folder.write("tipoff.toml", "");
    settings.opml = {
        folder.write("mine.opml", list_of(outline("https://a.example/rss"))),
        folder.write("more.opml", list_of(outline("https://b.example/rss", " reach=\"x\"")))};
    Feed feed;
    feed.url = "https://toml.example/rss";
    settings.feeds = {feed};
  }
};

}  // namespace

TEST_CASE("What is added stands in the first list, once", "[feeds][shelf]") {
  const Lists lists;
  FeedShelf shelf(lists.settings);
  const auto added =
      shelf.add(list_of(outline("https://B.example/rss#x") + outline("https://new.example/rss") +
                        outline("https://new.example:443/rss") + outline("ftp://x/")),
                all, false);
  REQUIRE(added);
  REQUIRE(added->size() == 1);
  CHECK(added->at(0).xml_url == "https://new.example/rss");
  CHECK_THAT(lists.folder.read("mine.opml"), Catch::Contains("https://new.example/rss"));
  const FeedShelf again(lists.settings);
  CHECK(again.feeds().size() == 4);
  CHECK(again.find("HTTPS://new.example/rss") != nullptr);
}

TEST_CASE("A dry run writes nothing", "[feeds][shelf]") {
  const Lists lists;
  const auto before = lists.folder.read("mine.opml");
  FeedShelf shelf(lists.settings);
  CHECK(shelf.add(list_of(outline("https://new.example/rss")), all, true)->size() == 1);
  CHECK(lists.folder.read("mine.opml") == before);
}

TEST_CASE("A first list that is not there yet is made", "[feeds][shelf]") {
  Lists lists;
  lists.settings.opml.insert(lists.settings.opml.begin(), lists.folder.path() / "new.opml");
  FeedShelf shelf(lists.settings);
  CHECK_FALSE(any_error(shelf.complaints()));
  REQUIRE(shelf.add(list_of(outline("https://new.example/rss")), all, false));
  CHECK(FeedShelf(lists.settings).feeds().size() == 4);
}

TEST_CASE("Without a list there is nowhere to add to, and the error says what to write",
          "[feeds][shelf]") {
  Lists lists;
  lists.settings.opml.clear();
  FeedShelf shelf(lists.settings);
  CHECK_THAT(shelf.add(list_of(outline("https://n.example/")), all, false).error().message,
             Catch::Contains("opml = [\"feeds.opml\"]"));
}

TEST_CASE("Feeds are named by address or number", "[feeds][shelf]") {
  const Lists lists;
  const FeedShelf shelf(lists.settings);
  CHECK(shelf.named("1")->url == "https://toml.example/rss");
  CHECK(shelf.named("3")->url == "https://b.example/rss");
  CHECK(shelf.named("a.example/rss")->url == "https://a.example/rss");
  CHECK_THAT(shelf.named("4").error().message, Catch::Contains("1 to 3"));
  CHECK_THAT(shelf.named("https://none.example/").error().message, Catch::Contains("no list has"));
}

TEST_CASE("A feed leaves the list that it stands in, and tipoff.toml is left to people",
          "[feeds][shelf]") {
  const Lists lists;
  FeedShelf shelf(lists.settings);
  REQUIRE(shelf.remove(*shelf.named("https://b.example/rss")));
  CHECK(FeedShelf(lists.settings).feeds().size() == 2);
  const auto refused = shelf.remove(*shelf.named("1"));
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Contains("which only people change"));
}

TEST_CASE("All lists become one document, with every attribute", "[feeds][shelf]") {
  const Lists lists;
  const auto opml = FeedShelf(lists.settings).as_opml();
  REQUIRE(opml);
  const auto feeds = read_opml(*opml);
  REQUIRE(feeds);
  REQUIRE(feeds->size() == 3);
  CHECK(feeds->at(1).other("reach") == "x");
  CHECK(feeds->at(2).xml_url == "https://toml.example/rss");
}

}  // namespace tipoff
