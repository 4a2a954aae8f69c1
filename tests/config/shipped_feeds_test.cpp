// The lists in feeds/: held to what they promise.
#include "config/shipped_feeds.h"

#include <set>

#include "catch.h"
#include "config/feed_url.h"
#include "config/read_file.h"
#include "config/settings_check.h"

namespace tipoff {
namespace {

std::vector<OpmlFeed> all_shipped() {
  std::vector<OpmlFeed> all;
  for (const auto& file : opml_files(shipped_feeds())) {
    CAPTURE(file);
    const auto feeds = read_opml(*read_file(file));
    REQUIRE(feeds);
    all.insert(all.end(), feeds->begin(), feeds->end());
  }
  return all;
}

OpmlFeed with(std::string name, std::string value) {
  OpmlFeed feed;
  feed.others.emplace_back(std::move(name), std::move(value));
  return feed;
}

}  // namespace

TEST_CASE("Every shipped feed has language, countries, reach and terms", "[config][feeds]") {
  const auto feeds = all_shipped();
  CHECK(feeds.size() > 40);
  for (const OpmlFeed& feed : feeds) {
    CAPTURE(feed.xml_url);
    CHECK_FALSE(feed_url_fault(feed.xml_url));
    CHECK_FALSE(feed.title.empty());
    CHECK((feed.language == "en" || feed.language == "zh" || feed.language == "de"));
    CHECK_FALSE(feed.other("countries").empty());
    CHECK_FALSE(feed.other("reach").empty());
    CHECK_FALSE(feed.other("terms").empty());
  }
}

TEST_CASE("No shipped feed stands twice", "[config][feeds]") {
  std::set<std::string> keys;
  for (const OpmlFeed& feed : all_shipped()) {
    CAPTURE(feed.xml_url);
    CHECK(keys.insert(feed_url_key(feed.xml_url)).second);
  }
}

TEST_CASE("Google News is only for those who say so", "[config][feeds]") {
  int found = 0;
  for (const OpmlFeed& feed : all_shipped()) {
    if (feed.xml_url.find("news.google.") == std::string::npos) continue;
    ++found;
    CHECK(needs_consent(feed));
    CHECK_THAT(feed.other("terms"), Catch::Contains("personal, non-commercial"));
    CHECK_THAT(feed.other("reach"), Catch::Contains("not mainland China"));
    CHECK_FALSE(is_of_country(feed, "cn"));
  }
  CHECK(found > 0);
}

TEST_CASE("There is a preset for the countries that we speak of", "[config][feeds]") {
  const auto feeds = all_shipped();
  for (const char* country : {"us", "gb", "de", "at", "ch", "cn"}) {
    CAPTURE(country);
    CHECK(std::count_if(feeds.begin(), feeds.end(), [&](const OpmlFeed& feed) {
            return is_of_country(feed, country) && !needs_consent(feed);
          }) >= 3);
  }
}

TEST_CASE("A feed belongs to the countries that it names", "[config][feeds]") {
  CHECK(is_of_country(with("countries", "de AT ch"), "at"));
  CHECK_FALSE(is_of_country(with("countries", "de at ch"), "c"));
  CHECK(is_of_country(with("countries", "*"), "fr"));
  CHECK_FALSE(is_of_country(OpmlFeed{}, "de"));
  CHECK(needs_consent(with("optIn", "true")));
  CHECK_FALSE(needs_consent(with("optIn", "false")));
  CHECK(countries_of({with("countries", "de at"), with("countries", "*"),
                      with("countries", "at")}) == std::vector<std::string>{"at", "de"});
}

}  // namespace tipoff
