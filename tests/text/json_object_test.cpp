// JsonObject: fields of objects, one after the other.
#include "text/json_object.h"

#include <string>

#include "catch.h"

using tipoff::JsonObject;

TEST_CASE("Texts and whole numbers of an object are read by name", "[json_object]") {
  JsonObject object;
  REQUIRE(
      object.read(R"({"id": 12, "title": "Käufe \u4e2d\u56fd \"A\"", "body": null, "n": 1.5})"));
  CHECK(object.text("title") == "Käufe 中国 \"A\"");
  CHECK(object.integer("id") == 12);
  CHECK(object.contains("body"));
  CHECK_FALSE(object.text("body"));
  CHECK_FALSE(object.text("id"));
  CHECK_FALSE(object.integer("n"));
  CHECK_FALSE(object.contains("lang"));
}

TEST_CASE("What is no object is refused, and the next object is read", "[json_object]") {
  JsonObject object;
  for (const std::string_view wrong :
       {"", "[1]", "\"text\"", "{", "{\"a\":1} {\"b\":2}", "{\"a\":\"\xFF\"}", "{'a':1}", "nul"}) {
    INFO(wrong);
    CHECK_FALSE(object.read(wrong));
    CHECK_FALSE(object.contains("a"));
  }
  REQUIRE(object.read(R"({"a":"b"})"));
  CHECK(object.text("a") == "b");
}

TEST_CASE("An object of ten thousand levels is refused, and nothing crashes", "[json_object]") {
  JsonObject object;
  const std::string deep = "{\"a\":" + std::string(10'000, '[') + std::string(10'000, ']') + "}";
  CHECK_FALSE(object.read(deep));
  CHECK(object.read("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}"));
}

TEST_CASE("A long object is read after a short one", "[json_object]") {
  JsonObject object;
  REQUIRE(object.read(R"({"body":"x"})"));
  const std::string body(3'000'000, 'x');
  REQUIRE(object.read("{\"body\":\"" + body + "\"}"));
  CHECK(object.text("body") == body);
}
