// The call list as CSV.
#include "emit/list_csv.h"

#include "catch.h"
#include "emit/list_samples.h"

namespace tipoff {

namespace {

const std::string header =
    "\xEF\xBB\xBFrank,id,name,score,max_score,why_now,event,certainty,happened_at,sources,url,"
    "contact_name,"
    "contact_title,phone,email,owner,change";

}  // namespace

TEST_CASE("The CSV has the contract's columns, then the unknown ones", "[emit]") {
  CHECK(csv_of(samples::call_list(), {}) ==
        header +
            ",segment,note\r\n"
            "1,id-Brunnwerk AG,Brunnwerk AG,6,11,"
            "merger announced 2026-03-02 as acquirer: “Brunnwerk and Talhof to merge in autumn” "
            "(wire.example),"
            "merger,announced,2026-03-02T08:00:00Z,3,https://www.wire.example/2026/brunnwerk,"
            "Jana Holt,COO,+49 30 5550-17,holt@brunnwerk.example,anna,new,,\r\n"
            "2,id-和顺机械股份有限公司,和顺机械股份有限公司,6,11,,,,,,,,,,,anna,down,B,\"call "
            "before noon, please\"\r\n");
}

TEST_CASE("Cells with commas, quotes or line breaks are quoted", "[emit]") {
  CallList list = samples::call_list();
  list.entries.resize(1);
  list.entries[0].name = "Brunn \"Werk\", GmbH";
  list.entries[0].contact.title = "COO\r\nand more";
  const std::string csv = csv_of(list, {});
  CHECK_THAT(csv, Catch::Contains(R"(,"Brunn ""Werk"", GmbH",)"));
  CHECK_THAT(csv, Catch::Contains(",\"COO\r\nand more\","));
}

TEST_CASE("A cell from a feed cannot be a formula", "[emit]") {
  for (const std::string start : {"=", "+", "-", "@", "\t"}) {
    CAPTURE(start);
    const std::string csv = csv_of(samples::list_telling(start + "SUM(1)"), {});
    CHECK_THAT(csv, Catch::Contains("'" + start + "SUM(1)"));
    CHECK_THAT(csv, !Catch::Contains("," + start + "SUM"));
  }
}

TEST_CASE("A telephone number from the account file is left alone", "[emit]") {
  CHECK_THAT(csv_of(samples::call_list(), {}), Catch::Contains(",+49 30 5550-17,"));
}

TEST_CASE("An empty list is its header", "[emit]") {
  CHECK(csv_of({}, {}) == header + "\r\n");
}

TEST_CASE("The accounts off the list follow after an empty line", "[emit]") {
  CHECK_THAT(csv_of(samples::call_list(), {.top = 1, .with_disqualified = true, .width = 100}),
             Catch::EndsWith(
                 "\r\n\r\nid,name,criterion,because,owner\r\n"
                 "eiche,Eiche & Sohn,region,region France matches no target (Germany),ben\r\n"));
}

}  // namespace tipoff
