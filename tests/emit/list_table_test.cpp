// The call list on a terminal.
#include "emit/list_table.h"

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

TEST_CASE("The table shows rank, score, account, why now and contact", "[emit]") {
  CHECK(table_of(samples::call_list(), {.top = 0, .with_disqualified = false, .width = 100}) ==
        "Rank  Score  Account               Why now                                            "
        "Contact\n"
        "   1   6/11  Brunnwerk AG          merger announced 2026-03-02 as acquirer: “Brunnw…  "
        "Jana Holt, COO\n"
        "   2   6/11  和顺机械股份有限公司\n");
}

TEST_CASE("Top bounds the table", "[emit]") {
  const std::string table =
      table_of(samples::call_list(), {.top = 1, .with_disqualified = false, .width = 80});
  CHECK_THAT(table, Catch::Contains("Brunnwerk AG") && !Catch::Contains("和顺"));
}

TEST_CASE("The accounts off the list follow with their reasons", "[emit]") {
  const CallList list = samples::call_list();
  CHECK_THAT(table_of(list, {.top = 0, .with_disqualified = true, .width = 100}),
             Catch::EndsWith("\n"
                             "\n"
                             "Not on the list  Because\n"
                             "Eiche & Sohn     region France matches no target (Germany)\n"));
  CHECK_THAT(table_of(list, {.top = 0, .with_disqualified = false, .width = 100}),
             !Catch::Contains("Eiche"));
}

TEST_CASE("An empty list says so", "[emit]") {
  CHECK(table_of({}, {}) == "The call list is empty.\n");
}

}  // namespace tipoff
