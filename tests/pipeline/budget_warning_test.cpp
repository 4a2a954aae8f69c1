#include "pipeline/budget_warning.h"

#include "catch.h"

using namespace std::chrono_literals;

namespace tipoff {

namespace {

std::vector<Feed> searches(std::size_t count) {
  std::vector<Feed> feeds(count);
  for (std::size_t i = 0; i < count; ++i) {
    feeds[i].url = "https://news.example/?q=" + std::to_string(i);
    feeds[i].interval = 6h;
    feeds[i].searched_account = std::to_string(i);
  }
  return feeds;
}

}  // namespace

TEST_CASE("Where the budget is smaller than the list, it is said how often each is searched",
          "[polite]") {
  Settings settings;
  settings.file = "tipoff.toml";
  settings.fetch.host_budgets["news.example"] = 2000;

  const auto warnings = budget_warnings(settings, searches(50'000));

  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0].warning);
  CHECK(warnings[0].message ==
        "news.example may be asked 2000 times a day, but its 50000 searches want 200000: each is "
        "searched every 25 days on average instead of every 6 hours, those high on the list more "
        "often");
}

TEST_CASE("A budget that is large enough, or none, needs no warning", "[polite]") {
  Settings settings;
  CHECK(budget_warnings(settings, searches(100)).empty());
  settings.fetch.host_budget = 400;
  CHECK(budget_warnings(settings, searches(100)).empty());
  settings.fetch.host_budget = 399;
  CHECK(budget_warnings(settings, searches(100)).size() == 1);
}

}  // namespace tipoff
