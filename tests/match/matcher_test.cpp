// Matcher: from account list and news text to mentions.
#include "match/matcher.h"

#include <chrono>
#include <utility>

#include "catch.h"

using namespace tipoff;

namespace {

Account account(std::string name) {
  Account result;
  result.id = name;
  result.name = std::move(name);
  return result;
}

double seconds_to_read(const Matcher& matcher, const std::string& body) {
  const auto start = std::chrono::steady_clock::now();
  const auto mentions = matcher.find({"", body, ""});
  CHECK(mentions.size() <= body.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

}  // namespace

TEST_CASE("Mentions come in order of field and position, with their bytes", "[match]") {
  const std::vector<Account> list{account("Altmoor Inc"), account("Nordvale AG")};
  const Matcher matcher(list);
  const NewsText text{"Élan: Nordvale sues Altmoor", "Altmoor answered.", "en"};
  const std::vector<Mention> expected{{1, Field::title, 7, 15, false},
                                      {0, Field::title, 21, 28, false},
                                      {0, Field::body, 0, 7, false}};
  CHECK(matcher.find(text) == expected);
}

TEST_CASE("A matcher of no accounts and a text of nothing give nothing", "[match]") {
  CHECK(Matcher(std::vector<Account>{}).find({"Altmoor", "", ""}).empty());
  const std::vector<Account> list{account("Altmoor"), account("")};
  CHECK(Matcher(list).find({"", "", ""}).empty());
}

TEST_CASE("A matcher can be moved and still finds", "[match]") {
  const std::vector<Account> list{account("Altmoor")};
  Matcher first(list);
  Matcher second = std::move(first);
  CHECK(second.find({"Altmoor grows", "", ""}).size() == 1);
}

TEST_CASE("Risky names of a list are told with advice", "[match]") {
  const std::vector<Account> list{account("Altmoor"), account("Target"), account("平安")};
  const auto risky = Matcher(list).risky_names();
  REQUIRE(risky.size() == 2);
  CHECK(risky[0].account == 1);
  CHECK(risky[1].name == "平安");
}

TEST_CASE("Texts made to be slow are read in time that grows with their length", "[match]") {
  std::vector<Account> list{account("Altmoor Mills and Bakeries of Nordvale Inc"),
                            account("Target"), account("中国樾宸集团有限公司"),
                            account("A A A A A A A A A B"), account("QXZ")};
  for (int i = 0; i < 2000; ++i)
    list.push_back(account("Shared Name " + std::string(i % 2 == 0 ? "Inc" : "Ltd")));
  const Matcher matcher(list);
  const std::string text =
      GENERATE("Altmoor Mills and Bakeries of ", "Target, ", "中国", "A ", "Shared Name Inc, ",
               "QXZ (\"QX\") ", "x", "“", ". ", "Target's'");
  CAPTURE(text);
  const double small = seconds_to_read(matcher, repeated(text, 100'000));
  const double large = seconds_to_read(matcher, repeated(text, 1'000'000));
  CHECK(large < 40 * small + 0.5);
}
