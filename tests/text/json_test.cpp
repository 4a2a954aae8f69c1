// JSON is written on one line, in the order given, whatever the bytes; and read without exceptions.
#include "text/json.h"

#include "catch.h"

namespace tipoff {

TEST_CASE("Fields are written in the order in which they were set", "[text][json]") {
  Json value;
  value["zebra"] = 1;
  value["apple"] = nullptr;
  CHECK(dump(value) == R"({"zebra":1,"apple":null})");
}

TEST_CASE("Bytes that are not UTF-8 are written as U+FFFD", "[text][json]") {
  CHECK(dump(Json("a\xff"
                  "b")) ==
        "\"a\xef\xbf\xbd"
        "b\"");
}

TEST_CASE("Letters beyond ASCII are written as they are", "[text][json]") {
  CHECK(dump(Json("上海 Müller")) == "\"上海 Müller\"");
}

TEST_CASE("A text that is no JSON reads as nothing", "[text][json]") {
  CHECK_FALSE(parse_json("{\"a\":"));
  CHECK_FALSE(parse_json(""));
  CHECK(parse_json("[1,2]") == Json::array({1, 2}));
}

TEST_CASE("JSON that nests too deep reads as nothing instead of exhausting the stack",
          "[text][json]") {
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
  CHECK(parse_json("\"" + std::string(1000, '[') + "\""));
  CHECK_FALSE(parse_json("[" + std::string(2'000'000, ',') + "]"));
}

}  // namespace tipoff
