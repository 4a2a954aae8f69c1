#include "emit/atom.h"

#include <set>

#include "alert/hostile_titles.h"
#include "alert/injection_checks_mail.h"
#include "catch.h"
#include "emit/list_samples.h"
#include "emit/render.h"
#include "parse/feed_parser.h"
#include "parse/xml_document.h"

namespace tipoff {
namespace {

const Time monday = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{8};

TriggerEntry sample() {
  TriggerEntry entry;
  entry.account = "Nordwerk AG";
  entry.why_now = "Nordwerk buys Halden Pumps and must join two supply chains.";
  entry.story.id = 5;
  entry.story.event = "executive_appointed";
  entry.story.certainty = Certainty::announced;
  entry.story.happened_at = monday - std::chrono::hours{2};
  entry.story.seen_at = monday;
  entry.story.title = "Nordwerk names Ben Frost chief executive";
  entry.story.evidence = "Nordwerk names Ben Frost";
  entry.story.url = "https://news.example/nordwerk?id=1&lang=en";
  entry.story.sources = 2;
  return entry;
}

FeedDocument read(const std::string& xml) {
  const auto document = parse_feed(xml, {});
  REQUIRE(document);
  return *document;
}

std::string id_of(const TriggerEntry& entry, const AtomOptions& options = {}) {
  return read(atom_feed(std::vector{entry}, options)).entries.at(0).id;
}

/// The HTML of the first entry, as it stands in the XML.
std::string content_of(const std::string& xml) {
  pugi::xml_document document;
  REQUIRE(document.load_string(xml.c_str()));
  return document.child("feed").child("entry").child("content").text().get();
}

}  // namespace

TEST_CASE("Our own parser reads the feed of triggers", "[emit][atom]") {
  const auto feed = read(atom_feed(std::vector{sample()}));
  CHECK(feed.format == FeedFormat::atom);
  CHECK(feed.title == "Tipoff: triggers");
  REQUIRE(feed.entries.size() == 1);
  const auto& entry = feed.entries[0];
  CHECK(entry.title == "Nordwerk AG: executive appointed announced");
  CHECK(entry.link == "https://news.example/nordwerk?id=1&lang=en");
  CHECK(entry.published == monday - std::chrono::hours{2});
  CHECK(entry.updated == monday);
  CHECK(entry.tags == std::vector<std::string>{"executive_appointed", "announced"});
  CHECK(entry.content ==
        "Nordwerk buys Halden Pumps and must join two supply chains. "
        "Nordwerk names Ben Frost chief executive Nordwerk names Ben Frost "
        "executive appointed, announced, 2026-03-02, 2 sources news.example");
}

TEST_CASE("An entry keeps its id, and a new state has one of its own", "[emit][atom]") {
  TriggerEntry entry = sample();
  const std::string id = id_of(entry);
  CHECK(id == "tag:tipoff.invalid,2026:default/story/5/announced");
  entry.story.title = "Another source tells it";
  entry.story.sources = 9;
  CHECK(id_of(entry) == id);
  entry.story.certainty = Certainty::completed;
  CHECK(id_of(entry) == "tag:tipoff.invalid,2026:default/story/5/completed");
  AtomOptions options;
  options.authority = "sales.example";
  options.seller = "Anna Weber";
  CHECK(id_of(entry, options) == "tag:sales.example,2026:Anna%20Weber/story/5/completed");
}

TEST_CASE("The same entries give the same bytes, and the feed is as new as its newest entry",
          "[emit][atom]") {
  TriggerEntry newer = sample();
  newer.story.id = 6;
  newer.story.seen_at = monday + std::chrono::hours{1};
  const std::vector entries = {sample(), newer};
  const std::string xml = atom_feed(entries);
  CHECK(xml == atom_feed(entries));
  CHECK_THAT(xml, Catch::Contains("  <updated>2026-03-02T09:00:00Z</updated>\n  <author>"));
  CHECK(read(xml).entries.size() == 2);
}

TEST_CASE("A call list is a feed of its live events, the latest seen first", "[emit][atom]") {
  CallList list = samples::call_list();
  list.entries.push_back(samples::entry(3, "Tessin Optik"));
  list.entries.back().score.events.front().seen_at += std::chrono::hours{1};

  const auto document = read(render(list, ListFormat::atom));
  REQUIRE(document.entries.size() == 2);
  CHECK_THAT(document.entries[0].title, Catch::StartsWith("Tessin Optik"));
  CHECK_THAT(document.entries[1].title, Catch::StartsWith("Brunnwerk AG"));
}

TEST_CASE("A feed without triggers is a feed", "[emit][atom]") {
  const std::string xml = atom_feed({});
  CHECK(read(xml).entries.empty());
  CHECK_THAT(xml, Catch::Contains("<updated>1970-01-01T00:00:00Z</updated>"));
}

TEST_CASE("The feed says where it is read and for whom it is", "[emit][atom]") {
  AtomOptions options;
  options.seller = "anna";
  options.self = "https://tipoff.example/anna.atom";
  const std::string xml = atom_feed({}, options);
  CHECK_THAT(xml,
             Catch::Contains("<link rel=\"self\" href=\"https://tipoff.example/anna.atom\" />"));
  CHECK(read(xml).title == "Tipoff: triggers for anna");
}

TEST_CASE("No hostile title becomes markup in the feed", "[emit][atom][injection]") {
  for (const std::string_view title : test::hundred_hostile_titles) {
    CAPTURE(title);
    TriggerEntry entry = sample();
    entry.account = entry.story.title = entry.story.evidence = entry.why_now = title;
    const std::string xml = atom_feed(std::vector{entry});
    CHECK_FALSE(test::has_bad_character(xml, true));
    const auto feed = read(xml);
    REQUIRE(feed.entries.size() == 1);
    CHECK(feed.entries[0].link == sample().story.url);
    CHECK(feed.entries[0].id == id_of(sample()));
    std::string html = content_of(xml);
    for (const char* ours : {"<p>", "</p>", "<blockquote>", "</blockquote>", "</a>",
                             "<a href=\"https://news.example/nordwerk?id=1&amp;lang=en\">"})
      for (auto at = html.find(ours); at != std::string::npos; at = html.find(ours))
        html.erase(at, std::string_view(ours).size());
    CHECK_FALSE(test::contains_any(html, "<>"));
  }
}

TEST_CASE("No hostile address becomes a link in the feed", "[emit][atom][injection]") {
  for (const std::string_view address : test::hostile_addresses) {
    CAPTURE(address);
    TriggerEntry entry = sample();
    entry.story.url = address;
    const auto feed = read(atom_feed(std::vector{entry}));
    REQUIRE(feed.entries.size() == 1);
    const std::string& link = feed.entries[0].link;
    CHECK((link.empty() || test::is_web_link(link)));
  }
}

TEST_CASE("Characters that no XML may hold are replaced", "[emit][atom]") {
  TriggerEntry entry = sample();
  entry.account = "Nord\xEF\xBF\xBEwerk\xEF\xBF\xBF\x0B AG";
  CHECK_THAT(read(atom_feed(std::vector{entry})).entries[0].title,
             Catch::StartsWith("Nord\uFFFDwerk\uFFFD AG: "));
}

}  // namespace tipoff
