#include "cli/feed_shelf_command.h"

#include "catch.h"
#include "fakes/desk_fixture.h"
#include "parse/opml.h"

namespace tipoff {
namespace {

struct ShelfDesk {
  fakes::Newsroom newsroom{"", fakes::Newsroom::default_accounts(), fakes::Newsroom::one_rule()};
  fakes::CommandRun run{newsroom};

  ShelfDesk() {  // the list does not exist yet
    newsroom.folder.write(
        "tipoff.toml", newsroom.folder.read("tipoff.toml") + "[feeds]\nopml = [\"feeds.opml\"]\n");
  }

  [[nodiscard]] std::string write(const std::string& name, const std::string& outlines) const {
    return newsroom.folder.write(name, "<opml version=\"2.0\"><body>" + outlines + "</body></opml>")
        .string();
  }
  [[nodiscard]] std::string list() const { return newsroom.folder.read("feeds.opml"); }
};

}  // namespace

TEST_CASE("A list is imported once, with its folders and attributes", "[cli][feeds]") {
  ShelfDesk desk;
  const auto file =
      desk.write("other.opml",
                 "<outline text='上海'><outline text='快讯' xmlUrl='https://k.example/' "
                 "myMark='7'/></outline><outline xmlUrl='https://wire.example/rss'/>");
  CHECK(feed_import_command(desk.run.desk, {.file = file}) == 0);
  CHECK_THAT(desk.run.out.str(), Catch::Contains("上海 / 快讯  https://k.example/") &&
                                     Catch::Contains("1 feeds added to") &&
                                     Catch::Contains("1 known already"));
  CHECK_THAT(desk.list(), Catch::Contains("myMark=\"7\""));
  CHECK(feed_import_command(desk.run.desk, {.file = file}) == 0);
  CHECK_THAT(desk.run.out.str(), Catch::Contains("0 feeds added to"));
}

TEST_CASE("A preset takes the feeds of a country from the shipped lists", "[cli][feeds]") {
  ShelfDesk desk;
  CHECK(feed_import_command(desk.run.desk, {.preset = "de"}) == 0);
  CHECK_THAT(desk.list(), Catch::Contains("handelsblatt.com") && !Catch::Contains("36kr.com") &&
                              !Catch::Contains("news.google.com"));
  CHECK_THAT(desk.run.err.str(), Catch::Contains("held back") && Catch::Contains("non-commercial"));
  CHECK(feed_import_command(desk.run.desk, {.preset = "de", .opt_in = true}) == 0);
  CHECK_THAT(desk.list(), Catch::Contains("news.google.com"));
}

TEST_CASE("A preset that there is not names those that there are", "[cli][feeds]") {
  ShelfDesk desk;
  CHECK(feed_import_command(desk.run.desk, {.preset = "xx"}) == 2);
  CHECK_THAT(desk.run.err.str(), Catch::Contains("there are: at, "));
  CHECK(feed_import_command(desk.run.desk, {}) == 2);
  CHECK(feed_import_command(desk.run.desk, {.file = "/nowhere.opml"}) == 3);
}

TEST_CASE("A feed is taken out by its number or address", "[cli][feeds]") {
  ShelfDesk desk;
  REQUIRE(feed_import_command(
              desk.run.desk,
              {.file = desk.write("o.opml", "<outline xmlUrl='https://k.example/'/>")}) == 0);
  CHECK(feed_remove_command(desk.run.desk, {.feed = "1"}) == 3);
  CHECK_THAT(desk.run.err.str(), Catch::Contains("which only people change"));
  CHECK(feed_remove_command(desk.run.desk, {.feed = "3"}) == 0);
  CHECK_THAT(desk.list(), !Catch::Contains("k.example"));
  CHECK(feed_remove_command(desk.run.desk, {.feed = "https://k.example/"}) == 1);
}

TEST_CASE("All feeds are exported as one document", "[cli][feeds]") {
  ShelfDesk desk;
  REQUIRE(feed_import_command(
              desk.run.desk,
              {.file = desk.write("o.opml", "<outline xmlUrl='https://k.example/'/>")}) == 0);
  desk.run.out.str("");
  CHECK(feed_export_command(desk.run.desk, {}) == 0);
  const auto feeds = read_opml(desk.run.out.str());
  REQUIRE(feeds);
  CHECK(feeds->size() == 3);
  const auto file = (desk.newsroom.folder.path() / "out.opml").string();
  CHECK(feed_export_command(desk.run.desk, {.file = file}) == 0);
  CHECK(desk.newsroom.folder.read("out.opml") == desk.run.out.str());
}

}  // namespace tipoff
