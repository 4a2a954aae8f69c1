// What hubs have sent, kept until the daemon has taken it in.
#include "store/push_table.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {
namespace {

StoredPush push(const std::string& body) {
  StoredPush made;
  made.feed = "https://wire.example/rss";
  made.topic = "https://wire.example/topic";
  made.content_type = "application/rss+xml; charset=gb18030";
  made.body = body;
  made.received_at = Time{1h};
  return made;
}

}  // namespace

TEST_CASE("A pushed document is kept byte for byte", "[store][push]") {
  Database database(":memory:");
  PushTable table(database);
  const std::string bytes("\xff\xfe<\0r\0s\0s\0", 10);
  REQUIRE(table.add(push(bytes)));
  const auto kept = table.oldest({});
  REQUIRE(kept.size() == 1);
  StoredPush expected = push(bytes);
  expected.id = kept[0].id;
  CHECK(kept[0] == expected);
}

TEST_CASE("Documents are taken in the order of their arrival, a bounded number at a time",
          "[store][push]") {
  Database database(":memory:");
  PushTable table(database);
  for (const char* body : {"one", "two", "three"}) REQUIRE(table.add(push(body)));
  auto first = table.oldest({.documents = 2, .bytes = 100});
  REQUIRE(first.size() == 2);
  CHECK(first[0].body == "one");
  CHECK(table.oldest({.documents = 9, .bytes = 6}).size() == 2);
  CHECK(table.oldest({.documents = 9, .bytes = 1}).size() == 1);

  table.remove(first[0].id);
  CHECK(table.oldest({})[0].body == "two");
  CHECK(table.count() == 2);
}

TEST_CASE("More than the bounds allow is not kept", "[store][push]") {
  Database database(":memory:");
  PushTable table(database);
  const PushBounds bounds{.documents = 2, .bytes = 10};
  CHECK(table.add(push("12345678"), bounds));
  CHECK_FALSE(table.add(push("123"), bounds));
  CHECK(table.add(push("12"), bounds));
  CHECK_FALSE(table.add(push(""), bounds));
  CHECK(table.count() == 2);
}

}  // namespace tipoff
