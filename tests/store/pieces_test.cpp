// Texts are cut so that versions share pieces.
#include "store/pieces.h"

#include <algorithm>
#include <set>
#include <string>

#include "catch.h"

namespace tipoff {
namespace {

/// Like a call list's JSON: entries that differ in number.
std::string entries(int first, int count) {
  std::string text;
  for (int entry = first; entry < first + count; ++entry) {
    text += R"({"rank":null,"id":"account-)";
    text += std::to_string(entry * 7919);
    text += R"(","why_now":""},)";
  }
  return text;
}

std::string joined(const std::vector<std::string_view>& pieces) {
  std::string text;
  for (const auto piece : pieces) text += piece;
  return text;
}

}  // namespace

TEST_CASE("The pieces together are the text", "[store]") {
  const auto text =
      GENERATE(std::string(), std::string("x"), std::string(200'000, 'x'), entries(0, 5000));
  CHECK(joined(cut_into_pieces(text)) == text);
}

TEST_CASE("No piece is empty or longer than 64 kB", "[store]") {
  for (const auto& text : {std::string(200'000, 'x'), entries(0, 20'000)}) {
    for (const auto piece : cut_into_pieces(text)) {
      CHECK(!piece.empty());
      CHECK(piece.size() <= 64 * 1024);
    }
  }
}

TEST_CASE("A change at the beginning leaves most pieces as they were", "[store]") {
  const auto rest = entries(0, 20'000);
  const std::string before_text = R"({"version":9,"entries":[)" + rest;
  const std::string after_text = R"({"version":10,"entries":[{"rank":1,"id":"new"},)" + rest;
  const auto before = cut_into_pieces(before_text);
  const auto after = cut_into_pieces(after_text);
  const std::set<std::string_view> known(before.begin(), before.end());

  const auto fresh =
      std::ranges::count_if(after, [&](auto piece) { return !known.contains(piece); });

  CHECK(after.size() > 40);
  CHECK(fresh <= 2);
}

TEST_CASE("A piece's hash is FNV-1a", "[store]") {
  CHECK(piece_hash("") == 0xcbf29ce484222325);
  CHECK(piece_hash("a") == 0xaf63dc4c8601ec8c);
  CHECK(piece_hash("foobar") == 0x85944171f73967e8);
}

}  // namespace tipoff
